import pandas as pd
import pytest

from helpers.show import printed


def test_a_figure_is_joined_with_its_article_in_order_of_date(figures, articles):
    joined = printed.join(figures, articles)
    assert list(joined["figure_id"]) == ["f1", "f4", "f2", "f6", "f5", "f3"]
    assert joined.loc[0, "when"] == pd.Timestamp("2015-03-02")
    assert joined.loc[5, "when"] == pd.Timestamp("2016-01-01")
    assert joined.loc[5, "voice"] == printed.UNNAMED


def test_a_date_that_is_none_stays_unknown():
    moments = printed.moments(pd.Series(["2015", "2015-03", "soon", None], dtype="string"))
    assert list(moments.isna()) == [False, False, True, True]


@pytest.mark.parametrize(
    ("source_id", "spellings", "name"),
    [
        ("obs", ["the Observers", "The Observatory", "The Observatory"], "The Observatory"),
        ("un", ["United Nations", "UN"], "UN"),
    ],
)
def test_a_source_goes_by_its_most_used_name_of_several_the_shortest(source_id, spellings, name):
    frame = pd.DataFrame({"source_id": source_id, "source": spellings})
    assert printed.names(frame) == {source_id: name}


def test_a_total_of_years_before_is_history(figures, articles):
    figures.loc[0, "until"] = "2011-08-01"
    figures.loc[1, "until"] = "2015-03"
    figures.loc[2, "until"] = "2015"
    assert printed.war_dead(figures, articles)["figure_id"].tolist() == ["f2", "f3"]


def test_totals_that_were_set_apart_are_not_the_wars_dead(figures, articles):
    figures.loc[1, "tally_id"] = "misread"
    assert printed.war_dead(figures, articles)["figure_id"].tolist() == ["f1", "f3"]


def test_only_reported_totals_of_all_the_dead_are_the_wars_dead(figures, articles):
    figures.loc[1, "modality"] = "denied"
    figures.loc[2, "part_of"] = "f1"
    assert list(printed.war_dead(figures, articles)["figure_id"]) == ["f1"]


def test_a_vague_total_decides_no_spread_unless_there_is_nothing_else(figures, articles):
    totals = printed.war_dead(figures, articles)
    assert set(printed.widest_month(totals)[1]["figure_id"]) == {"f1", "f2"}
    assert set(printed.widest_month(totals[totals["hedge"] == "vague"])[1]["figure_id"]) == {"f3"}


def test_what_is_among_the_chosen_is_told_of_text_of_any_kind():
    values = pd.Series(["a", None, "b", "a"])
    for kind in ("object", "string"):
        assert printed.among(values.astype(kind), ["a", "c"]).tolist() == [True, False, False, True]
    assert not printed.among(values, []).any()
