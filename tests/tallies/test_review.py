import pandas as pd
import pytest

from helpers.tallies import review


@pytest.fixture
def tally_of():
    return pd.Series({"f": "t", "g": "t", "h": "u"}, dtype="string")


def write(folder, name, *lines):
    (folder / f"{name}.csv").write_text("\n".join(lines) + "\n")


def test_without_decisions_nothing_changes(tally_of, tmp_path):
    decided, notes = review.overrule(tally_of, tmp_path)
    assert decided.equals(tally_of)
    assert notes.isna().all()


def test_a_figure_is_moved_or_taken_out(tally_of, tmp_path):
    write(tmp_path, "figures", "figure_id,tally_id,note", "g,u,another raid", "h,,a date misread")
    decided, notes = review.overrule(tally_of, tmp_path)
    assert decided["g"] == "u"
    assert pd.isna(decided["h"])
    assert notes["g"] == "another raid"
    assert tally_of["g"] == "t"


def test_tallies_are_joined_and_split(tally_of, tmp_path):
    write(tmp_path, "joins", "tally_id,into,note", "u,t,")
    write(tmp_path, "splits", "tally_id,figure_id,name,note", "t,g,second raid,")
    decided, notes = review.overrule(tally_of, tmp_path)
    assert decided.to_dict() == {"f": "t", "g": "t-second-raid", "h": "t"}
    assert notes["h"] == "decided by hand"


def test_a_decision_on_what_is_gone_is_logged(tally_of, tmp_path, caplog):
    write(tmp_path, "figures", "figure_id,tally_id,note", "gone,t,")
    write(tmp_path, "joins", "tally_id,into,note", "gone,t,")
    decided, _ = review.overrule(tally_of, tmp_path)
    assert decided.equals(tally_of)
    assert caplog.text.count("decision left out") == 2


def test_a_table_without_its_columns_is_named(tally_of, tmp_path):
    write(tmp_path, "joins", "tally_id,note", "t,")
    with pytest.raises(review.ReviewError, match=r"joins\.csv has no column into"):
        review.overrule(tally_of, tmp_path)
