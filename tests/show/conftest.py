"""A small corpus of the tests' own: five articles, their figures and tallies."""

import pandas as pd
import pytest

from helpers import tables

ARTICLES = [
    ("a1", "Morning Post", "2015-03-02", "https://post.example/1"),
    ("a2", "Evening Gazette", "2015-03-20", "gazette.example/2"),
    ("a3", "Harbour Radio", "2015-03-21", "javascript:alert(1)"),
    ("a4", None, "2016-01", None),
    ("a5", "Morning Post", None, None),
]
DEAD = {"outcome": "killed", "group": "people", "scope": "conflict", "tally_id": "war", "since": "2011-03"}
BLAST = {
    "outcome": "killed",
    "group": "civilians",
    "scope": "event",
    "tally_id": "blast",
    "place": "Port Road",
    "since": "2015-03-19",
}
FIGURES = [
    ("f1", "a1", "More than {210,000} people have died.", 210000, 210000, None, "at_least", "obs", "The Monitor", DEAD),
    ("f2", "a2", "The war took about {320,000} lives.", 320000, 320000, 320000, "about", "un", "the UN", DEAD),
    ("f3", "a4", "{Hundreds of thousands} are dead.", 200000, 200000, None, "vague", None, None, DEAD),
    ("f4", "a2", "A blast killed {12} civilians, The Monitor said.", 12, 12, 12, "exact", "obs", "The Monitor", BLAST),
    ("f5", "a3", "Nearly {40} civilians died, medics said.", 40, None, 40, "at_most", "medics", "medics", BLAST),
    ("f6", "a3", "Some {900} families fled the port.", 900, 900, 900, "about", None, None, {"outcome": "displaced",
     "group": "families", "unit": "families", "scope": "event", "tally_id": "flight"}),
]  # fmt: skip


def figure(figure_id, article_id, marked, value, low, high, hedge, source_id, source, fields):
    """A row of the figures table; braces in ``marked`` enclose the phrase."""
    start, end = marked.index("{"), marked.index("}") - 1
    sentence = marked.replace("{", "").replace("}", "")
    cues = [{"field": "number", "start": start, "end": end, "rule": "digits"}]
    for field, words in (("outcome", ("died", "lives", "dead", "killed", "fled")), ("source", (source,))):
        for word in filter(None, words):
            at = sentence.find(word)
            if at >= 0:
                cues.append({"field": field, "start": at, "end": at + len(word), "rule": "word"})
    return dict(
        figure_id=figure_id,
        article_id=article_id,
        start=start,
        end=end,
        sentence=sentence,
        sentence_start=0,
        phrase=sentence[start:end],
        value=value,
        low=low,
        high=high,
        hedge=hedge,
        source_id=source_id,
        source=source,
        modality="reported",
        cues=cues,
        flags=[] if source else ["no_source"],
        **{"unit": "people", **fields},
    )


def tally(tally_id, label, scope, voices, lowest, highest, verdict):
    return {
        "tally_id": tally_id,
        "label": label,
        "outcome": "killed",
        "scope": scope,
        "n_figures": voices,
        "n_articles": voices,
        "n_voices": voices,
        "lowest": lowest,
        "highest": highest,
        "ratio": highest / lowest,
        "verdict": verdict,
    }


def make_articles():
    rows = [{"article_id": i, "outlet": o, "published": p, "url": u, "title": f"Report {i}"} for i, o, p, u in ARTICLES]
    return tables.conform(pd.DataFrame(rows), "articles")


def make_figures():
    return tables.conform(pd.DataFrame([figure(*row) for row in FIGURES]), "figures")


def make_tallies():
    rows = [
        tally("war", "People killed since the war began", "conflict", 3, 200000, 320000, "conflict"),
        tally("blast", "Civilians killed on Port Road", "event", 2, 12, 40, "conflict"),
        tally("flight", "Families displaced from the port", "event", 1, 900, 900, None),
    ]
    return tables.conform(pd.DataFrame(rows), "tallies")


def make_pairs():
    columns = ["tally_id", "figure_id", "other_figure_id", "verdict", "reason", "ratio"]
    rows = [
        ("war", "f1", "f2", "different_counting", "one publisher counts names, the other estimates", 1.52),
        ("blast", "f4", "f5", "conflict", "no number satisfies both 12 and nearly 40", 3.33),
    ]
    return pd.DataFrame(rows, columns=columns)


def make_references():
    rows = [
        ("2014-12-31", "The Monitor", "killed", "people", 206000, "documented"),
        ("2015-12-31", "The Monitor", "killed", "people", 300000, "documented"),
    ]
    return pd.DataFrame(rows, columns=["as_of", "publisher", "outcome", "group", "value", "basis"])


@pytest.fixture(scope="session")
def corpus():
    """All tables by name, made once: who changes one takes a copy."""
    return {
        "articles": make_articles(),
        "figures": make_figures(),
        "tallies": make_tallies(),
        "pairs": make_pairs(),
        "references": make_references(),
    }


@pytest.fixture
def articles(corpus):
    return corpus["articles"].copy()


@pytest.fixture
def figures(corpus):
    return corpus["figures"].copy()


@pytest.fixture
def tallies(corpus):
    return corpus["tallies"].copy()


@pytest.fixture
def pairs(corpus):
    return corpus["pairs"].copy()


@pytest.fixture
def references(corpus):
    return corpus["references"].copy()
