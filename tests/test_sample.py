"""The articles that come with the project: what they were chosen to show is found in them."""

from pathlib import Path

import pytest

from helpers import corpus, vocabulary
from helpers.figures import extract_all
from helpers.tallies import divergence, reference, tallying

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def read():
    vocab = vocabulary.load()
    articles, rejected = corpus.read_corpus(DATA / "raw", vocab)
    assert list(rejected["path"]) == ["README.md"]
    references = reference.load(DATA / "reference")
    figures = extract_all(articles, vocab)
    figures, tallies = tallying.assign(figures, articles, vocab, DATA / "review", references)
    return articles, figures, tallies, divergence.pairs(figures, articles, references)


def figures_of(label, read):
    _, figures, tallies, _ = read
    tally_id = tallies.set_index("label").loc[label, "tally_id"]
    return figures[figures["tally_id"].eq(tally_id).fillna(False)]


def test_civilians_killed_since_late_april(read):
    told = figures_of("Civilians killed in north-west Syria since late April 2019", read)
    assert set(zip(told["value"], told["hedge"], strict=True)) == {
        (450, "at_least"),
        (800, "at_least"),
        (890, "about"),
    }
    assert told["source_id"].notna().all()


def test_people_displaced_since_late_april(read):
    told = figures_of("People displaced in north-west Syria since late April 2019", read)
    assert set(zip(told["value"], told["hedge"], strict=True)) == {(200_000, "vague"), (400_000, "exact")}


def test_the_war_s_dead_are_told_by_many_outlets_over_the_years(read):
    articles, figures, tallies, _ = read
    dead = tallies[tallies["scope"].eq("conflict") & tallies["outcome"].eq("killed")].nlargest(1, "n_articles")
    told = figures[figures["tally_id"].isin(dead["tally_id"])].merge(articles, on="article_id")
    assert {370_000, 500_000, 560_000} <= set(told["value"])
    assert told["outlet"].nunique() >= 8
    assert told["published"].str[:4].nunique() >= 5


def test_one_monitor_s_two_ways_of_counting_explain_370_000_and_560_000(read):
    _, figures, _, pairs = read
    values = figures.set_index("figure_id")["value"]
    between = pairs[
        pairs["figure_id"].map(values).isin([370_000, 560_000])
        & pairs["other_figure_id"].map(values).isin([370_000, 560_000])
        & (pairs["ratio"] > 1)
    ]
    assert set(between["verdict"]) == {"different_counting"}
    assert between["reason"].str.contains("documented").all()
    assert between["reason"].str.contains("estimate").all()
