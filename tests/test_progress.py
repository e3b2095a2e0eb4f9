import sys

import pytest

from helpers import progress


@pytest.fixture
def at_once(monkeypatch):
    monkeypatch.setattr(progress, "_DELAY", 0.0)
    monkeypatch.setattr(progress, "_EVERY", 0.0)


def test_the_items_come_through(at_once, capsys):
    assert list(progress.shown(range(5), "reading", 5)) == [0, 1, 2, 3, 4]
    assert capsys.readouterr().err == ""


def test_in_a_notebook_a_bar_tells_rate_and_time_left_and_goes(at_once, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "ipykernel", sys)
    seen = []
    for item in progress.shown(range(50), "reading", 50):
        if item == 25:
            seen.append(capsys.readouterr().err)
    assert "reading:  50%" in seen[0]
    assert "25/50" in seen[0]
    assert "articles/s" in seen[0]
    assert progress.without_bars(seen[0] + capsys.readouterr().err).strip() == ""


def test_short_work_shows_none(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "ipykernel", sys)
    assert len(list(progress.shown(range(5), "reading", 5))) == 5
    assert capsys.readouterr().err == ""


def test_bars_are_rubbed_out_and_words_stay():
    assert progress.without_bars("\rreading: 10%\rreading: 20%\na warning\n\r      \r") == "\na warning\n"
