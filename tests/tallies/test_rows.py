import pandas as pd

from helpers import tables
from helpers.tallies import rows


def test_rows_are_plain_values_with_none_for_null(frames, figure):
    figures, _ = frames([figure("f", "a", 12.0, "at_least", start=3), figure("g", "a", place=None)])
    assert list(rows.records(figures, ["figure_id", "value", "high", "start", "place"])) == [
        {"figure_id": "f", "value": 12.0, "high": None, "start": 3, "place": "Zenda"},
        {"figure_id": "g", "value": 12.0, "high": 12.0, "start": None, "place": None},
    ]


def test_what_occurs_again_is_one_object(frames, figure):
    figures, _ = frames([figure(f"f{n}", "a", 12.0) for n in range(3)])
    assert len({id(name) for name in rows.values(figures["place"])}) == 1


def test_pieces_follow_each_other(monkeypatch, frames, figure):
    monkeypatch.setattr(rows, "_PIECE", 2)
    figures, _ = frames([figure(f"f{n}", "a") for n in range(5)])
    assert [row["figure_id"] for row in rows.records(figures, ["figure_id"])] == ["f0", "f1", "f2", "f3", "f4"]


def test_an_empty_frame_has_no_rows():
    empty = tables.conform(pd.DataFrame(), "figures")
    assert list(rows.records(empty, ["figure_id", "value", "start"])) == []
    assert rows.values(empty["value"]) == []
