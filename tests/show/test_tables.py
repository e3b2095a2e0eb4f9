import json
import re

import pandas as pd

from helpers.show import tables


def test_every_figure_has_a_row_that_links_lead_to(figures, articles):
    html = tables.every_figure(figures, articles)._repr_html_()
    assert sorted(re.findall(r'<tr id="([^"]+)"', html)) == [f"figure-f{n}" for n in range(1, 7)]
    assert 'data-order="210000.0"' in html
    assert '<mark class="number">210,000</mark>' in html


def test_many_rows_follow_as_data_that_no_text_can_break_out_of(figures, articles):
    many = pd.concat([figures.assign(figure_id=figures["figure_id"] + f"-{n}") for n in range(20)])
    many["sentence"] = "</script><script>alert(1)</script> 12 fell"
    html = tables.every_figure(many, articles)._repr_html_()
    assert html.count("<tr id=") == 25
    data = json.loads(re.search(r'<script type="application/json">(.*?)</script>', html, flags=re.DOTALL)[1])
    assert len(data["cells"]) == len(set(data["ids"])) == 120
    assert "<script>" not in html.replace('<script type="application/json">', "")


def test_a_tidy_frame_keeps_its_order_and_sorts_numbers_as_numbers():
    frame = pd.DataFrame(
        {"source": ["<b>", None], "n_figures": [12, 3], "figure_ids": [["f1"], [f"f{n}" for n in range(9)]]}
    )
    html = tables.tidy(frame, "By source", {"n_figures": "Figures"})._repr_html_()
    assert re.findall(r"<th[^>]*>([^<]*)</th>", html) == ["Source", "Figures", "Sentences"]
    assert '<td class="number" data-order="12.0">12</td>' in html
    assert "&lt;b&gt;" in html
    assert "and 4 more" in html


def test_an_empty_table_says_so(figures, articles):
    assert "nothing to list" in tables.every_figure(figures[:0], articles)._repr_html_()
    assert "nothing to list" in tables.tidy(pd.DataFrame({"a": []}), "By <source>")._repr_html_()


def test_of_very_many_figures_those_most_compared_are_shown_and_the_others_counted(monkeypatch, figures, articles):
    monkeypatch.setattr(tables, "MOST_FIGURES", 2)
    alone = figures.assign(tally_id=[f"t{n}" for n in range(len(figures))])
    last_two = alone.assign(tally_id=[*alone["tally_id"][:-2], "rivals", "rivals"])
    table = tables.every_figure(last_two, articles)
    assert set(table.ids) == {f"figure-{figure_id}" for figure_id in figures["figure_id"].iloc[-2:]}
    assert f"{len(figures) - 2} more rows are left out of this page" in table._repr_html_()
    named = tables.every_figure(last_two, articles, named=["f1", "f2"])
    assert set(named.ids) == {"figure-f1", "figure-f2"}


def test_a_very_long_table_says_what_it_leaves_out(monkeypatch):
    monkeypatch.setattr(tables, "MOST", 3)
    table = tables.tidy(pd.DataFrame({"n": range(10)}), "Numbers")
    assert len(table.rows) == 3
    assert "7 more rows are left out of this page" in table._repr_html_()
    assert "left out" not in tables.tidy(pd.DataFrame({"n": range(3)}), "Numbers")._repr_html_()


def test_of_very_many_rows_those_with_most_figures_are_shown_in_their_order(monkeypatch):
    monkeypatch.setattr(tables, "MOST", 2)
    table = tables.tidy(pd.DataFrame({"source": list("abcd"), "n_figures": [1, 7, 2, 9]}), "By source")
    assert [row[0].html for row in table.rows] == ["b", "d"]


def test_a_table_that_passes_by_in_pieces_shows_its_first_rows(monkeypatch):
    monkeypatch.setattr(tables, "MOST", 3)
    pieces = [pd.DataFrame({"day": days, "n": days}) for days in ([5, 1], [], [4, 2, 3])]
    as_it_comes, sorted_by_day = tables.passing(pieces, "Days"), tables.passing(pieces, "Days", by="day")
    assert [row[0].html for row in as_it_comes.rows] == ["5", "1", "4"]
    assert [row[0].html for row in sorted_by_day.rows] == ["1", "2", "3"]
    assert as_it_comes.left_out == sorted_by_day.left_out == 2
