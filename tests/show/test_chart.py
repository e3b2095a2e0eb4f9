import re

import pandas as pd
import pytest

from helpers.show import charts
from helpers.show.chart import anchor
from helpers.show.charts import marks


@pytest.fixture
def compared():
    row = ("obs", 12, 1.3, 1.1, 1.6, ["blast"])
    return pd.DataFrame([row], columns=["speaker", "n_shared", "factor", "low", "high", "tally_ids"])


@pytest.fixture
def quotes():
    rows = [
        ("Morning Post", "obs", 1, ["f1"]),
        ("Evening Gazette", "un", 2, ["f2"]),
        ("Harbour Radio", None, 1, ["f6"]),
    ]
    return pd.DataFrame(rows, columns=["outlet", "source_id", "n_articles", "figure_ids"])


@pytest.fixture
def draw(tallies, pairs, references, compared, quotes):
    return {
        "long_series": lambda f, a: charts.long_series(f, a, references, pairs),
        "divergence_range": lambda f, a: charts.divergence_range(
            f, a, tallies[tallies["tally_id"].isin(f["tally_id"])]
        ),
        "close_up": lambda f, a: charts.close_up(f, a, tallies[tallies["tally_id"].isin(f["tally_id"])]),
        "who_reports_higher": lambda f, a: charts.who_reports_higher(compared.head(len(f)), f),
        "who_quotes_whom": lambda f, a: charts.who_quotes_whom(quotes.head(len(f)), f),
        "displacement_beside_deaths": charts.displacement_beside_deaths,
        "coverage": lambda f, a: charts.coverage(a, f),
    }


NAMES = charts.__all__


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_is_a_picture_with_words(name, draw, figures, articles):
    chart = draw[name](figures, articles)
    html = chart._repr_html_()
    assert html.count("<svg ") == html.count('role="group" aria-label="') == 2
    assert chart.title
    assert chart.alt
    assert chart.source


@pytest.mark.parametrize("name", NAMES)
def test_the_same_tables_give_the_same_bytes(name, draw, figures, articles):
    assert draw[name](figures, articles) == draw[name](figures, articles)


@pytest.mark.parametrize("name", NAMES)
def test_without_articles_a_chart_says_so_in_a_sentence(name, draw, figures, articles):
    chart = draw[name](figures[:0], articles[:0])
    assert chart.svg == ""
    assert chart.title.startswith(("No ", "Too few "))
    assert chart.title.endswith(".")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("at", [0, 2, 5])
def test_one_figure_breaks_nothing(name, at, draw, figures, articles):
    one = figures[at : at + 1]
    assert draw[name](one, articles[articles["article_id"].isin(one["article_id"])]).title


def test_ids_are_the_pictures_own_and_all_that_is_referred_to_is_there(draw, figures, articles):
    pictures = [draw[name](figures, articles) for name in NAMES]
    ids = [re.findall(r' id="([^"]+)"', svg) for chart in pictures for svg in (chart.svg, chart.narrow)]
    flat = [identity for own in ids for identity in own]
    assert len(flat) == len(set(flat))
    for chart in pictures:
        used = re.findall(r'url\(#([^)]+)\)|<use [^>]*href="#([^"]+)"', chart.svg)
        assert {a or b for a, b in used} <= set(re.findall(r' id="([^"]+)"', chart.svg))


def test_marks_lead_to_sentences_and_name_them(draw, figures, articles):
    svg = draw["long_series"](figures, articles).svg
    assert set(re.findall(r'<a href="#([^"]+)"', svg)) == {anchor(figure_id) for figure_id in ("f1", "f2", "f3")}
    assert "<title>210,000, according to The Monitor, Morning Post, 2015-03-02</title>" in svg


@pytest.mark.parametrize("name", ["long_series", "divergence_range", "close_up", "displacement_beside_deaths"])
def test_very_many_marks_are_one_image(name, draw, figures, articles, monkeypatch):
    assert "<image" not in draw[name](figures, articles).svg
    monkeypatch.setattr(marks, "MOST_LINKED", 1)
    svg = draw[name](figures, articles).svg
    assert 'href="data:image/png;base64,' in svg
    assert "<a " not in svg


def test_the_range_chart_finds_the_widest_wherever_they_stand(figures, articles, tallies):
    told = [(f"t{n}", value) for n in range(40) for value in (100, 100 * (1 + n * 7 % 40 / 10))]
    many = figures.loc[figures.index[3:4].repeat(len(told))].reset_index(drop=True)
    many = many.assign(figure_id=[f"m{n}" for n in many.index], tally_id=[tally_id for tally_id, _ in told])
    many = many.assign(value=[float(value) for _, value in told], low=100.0, high=100.0)
    rows = [{**tallies.iloc[0], "tally_id": f"t{n}", "label": f"Thing {n}.", "scope": "event"} for n in range(40)]
    rows = pd.DataFrame(rows).assign(ratio=[told[2 * n + 1][1] / 100 for n in range(40)])
    alt = charts.divergence_range(many, articles, rows).alt
    widest = sorted(range(40), key=lambda n: -(n * 7 % 40))[:10]
    assert re.findall(r"Thing (\d+)", alt) == [str(n) for n in widest]


def test_colours_can_be_exchanged_by_the_page(draw, figures, articles):
    svg = draw["long_series"](figures, articles).svg
    assert "var(--ink, #" in svg or "var(--soft, #" in svg
    assert not re.findall(r"(?<!, )#[0-9a-f]{6}\b", svg)


def test_an_open_figure_looks_open(figures, articles):
    exact = figures.assign(low=figures["value"], high=figures["value"])
    open_paths, closed_paths = (charts.long_series(f, articles).svg.count("<path") for f in (figures, exact))
    assert open_paths > closed_paths


def test_text_from_articles_is_escaped_and_is_no_formula(figures, articles):
    hostile = figures.assign(source="</text><script>alert(1)</script> $\\frac{1}{$ & \"'", source_id="x")
    html = charts.long_series(hostile, articles)._repr_html_()
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_titles_state_what_the_tables_hold(draw, figures, articles):
    assert draw["long_series"](figures, articles).title == (
        "In March 2015 the war’s dead were put at anything from 210,000 to 320,000"
    )
    assert draw["divergence_range"](figures, articles).title == (
        "Civilians killed on Port Road: 12 or up to 40, 3.3 times apart"
    )
    assert draw["who_reports_higher"](figures, articles).title == (
        "The Monitor reports 30 percent higher than others do of the same things"
    )
    assert draw["coverage"](figures, articles).title == (
        "In nine of eleven months no article was printed that this corpus holds: silence here is not peace"
    )


def test_few_occasions_make_nobody_report_higher(compared, figures):
    few = charts.who_reports_higher(compared.assign(n_shared=9), figures, "outlet")
    assert few.title == "No outlet reports surely higher or lower than the others"
    assert "fewer than ten occasions" in few.source


def test_one_vague_total_does_not_flatten_the_others(figures, articles):
    figures.loc[2, "value"] = 2_000_000
    chart = charts.long_series(figures, articles)
    assert "figure-f3" not in chart.svg
    assert "Beyond the scale and not drawn: one vague total." in chart.source


def test_the_range_chart_puts_last_what_differs_by_a_word_or_by_a_few_people(figures, articles, tallies):
    few = {"f4": 1.0, "f5": 9.0, "f1": 20.0, "f2": 30.0}
    figures = figures.assign(value=figures["figure_id"].map(few).fillna(figures["value"]))
    chart = charts.divergence_range(figures, articles, tallies)
    assert chart.title.startswith("People killed since the war began")
    assert chart.alt.index("since the war began") < chart.alt.index("Port Road")


def test_the_long_series_names_every_voice_in_its_key(figures, articles):
    svg = charts.long_series(figures, articles).svg
    assert svg.index(">The Monitor<") < svg.index(">no source named<")
