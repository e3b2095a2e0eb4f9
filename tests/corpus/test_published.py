from pathlib import Path

import pandas as pd
import pytest

from helpers import corpus, vocabulary
from helpers.corpus import dates, inferred, published
from helpers.corpus.arrival import Arrival

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "seeds"
KNOWN = inferred.calendar(
    [
        {"date": "2015-03-02", "words": "harbour+truce+over|harbour truce ended"},
        {"date": "2014-09-10", "words": "lowtown deal"},
    ],
    [
        {"began": "2009-05", "words": "the lowland war|the war", "place_id": "lowland"},
        {"began": "1999", "words": "the mill war", "place_id": "mill"},
        {"began": "2012", "words": "the highland war|the war", "place_id": "highland"},
    ],
    [{"place_id": place, "name": place.title()} for place in ("lowland", "mill", "highland")],
    [{"kind": "unit", "value": "5", "words": "five"}, {"kind": "unit", "value": "6", "words": "six"}],
)


def span(text: str) -> tuple[str, str] | None:
    found = inferred.when(text, KNOWN)
    return (found.earliest, found.latest) if found else None


@pytest.mark.parametrize(
    ("arrival", "text", "known"),
    [
        (Arrival("a.txt", "a", "", published="2015-03"), "2 May 2015 Six died.", ("2015-03", "manifest")),
        (Arrival("a.txt", "a", "", published="2015"), "2 May 2015 Six died.", ("2015-05-02", "text")),
        (Arrival("a.html", "a", "", published="2015", published_basis="markup"), "Six died.", ("2015", "markup")),
        (Arrival("2014-01-01.txt", "a", ""), "2 May 2015\nSix died.", ("2015-05-02", "text")),
        (Arrival("2014/01/20140131_x.txt", "a", ""), "Six died.", ("2014-01-31", "filename")),
        (Arrival("a.txt", "a", "", url="x.example/2013/07/09/six-die"), "Six died.", ("2013-07-09", "filename")),
        (Arrival("a.txt", "a", ""), "On Monday the harbour truce ended. Six died.", ("2015-03", "inferred")),
        (Arrival("a.txt", "a", ""), "Six died.", (None, "unknown")),
    ],
)
def test_the_best_basis_wins(arrival, text, known):
    assert published.of(arrival, text, KNOWN) == known


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("After five years of war nobody counts. The war goes on.", ("2013-03-31", "2015-05-01")),
        ("The war is in its sixth year.", ("2014-03-31", "2015-05-01")),
        ("Highland is tired. The war is in its sixth year.", ("2016-12-01", "2018-01-01")),
        ("On Monday the army called the harbour truce over.", ("2015-03-02", "2015-03-09")),
        ("The truce around the harbour was declared over earlier this week.", ("2015-03-02", "2015-03-09")),
        ("The harbour truce ended days ago.", ("2015-03-02", "2015-03-16")),
        ("The Lowtown deal, signed last September, is dead.", ("2014-10-01", "2015-09-30")),
        ("The Lowtown deal was signed last year.", ("2015-01-01", "2015-12-31")),
        ("The Lowtown deal was signed last year. On August 5 it broke.", ("2015-08-05", "2015-12-31")),
        ("Six died on Tuesday. On Monday the harbour truce ended.", ("2015-03-03", "2015-03-04")),
        ("The Lowtown deal of 2014 is dead.", None),
        ("Six died on Monday.", None),
        ("Five years of drought.", None),
        ("", None),
    ],
)
def test_what_a_text_says_of_time_bounds_its_date(text, days):
    assert span(text) == days


def test_a_clue_that_contradicts_those_before_is_left_out():
    found = inferred.when("The Lowtown deal was signed last year. In six years of the mill war, 90 died.", KNOWN)
    assert (found.earliest, found.latest) in {("2015-01-01", "2015-12-31"), ("2004-12-01", "2006-01-01")}
    assert len(found.clues) == 1


def test_the_words_that_led_to_a_range_are_given():
    text = "The sun rose. The Lowtown deal was signed last year."
    [clue] = inferred.when(text, KNOWN).clues
    assert text[clue.start : clue.end].strip() == "The Lowtown deal was signed last year."


@pytest.mark.parametrize(
    ("days", "common"),
    [
        (("2015-03-02", "2015-03-02"), "2015-03-02"),
        (("2015-03-02", "2015-03-09"), "2015-03"),
        (("2015-03-02", "2015-05-09"), "2015"),
        (("2015-12-31", "2016-01-01"), None),
    ],
)
def test_a_range_as_one_date(days, common):
    assert inferred.Range(*days, ()).common == common


def test_a_dateline_that_contradicts_the_given_date_is_told():
    articles = pd.DataFrame(
        {
            "article_id": ["a", "b", "c", "d"],
            "published": ["2015-03-02", "2015-03", None, "2012-01-01"],
            "text": ["4 May 2015\nSix died.", "4 March 2015\nSix died.", "4 May 2015\nSix died.", "Six died."],
        }
    )
    assert published.contradicted(articles).to_dict("records") == [
        {"article_id": "a", "published": "2015-03-02", "stated": "2015-05-04"}
    ]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared example articles are not on this machine")
def test_the_seeds_without_their_manifest_are_dated_by_their_words(tmp_path):
    vocab = vocabulary.load()
    for path in SEEDS.glob("*.txt"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    true = pd.read_csv(SEEDS / "articles.csv").assign(article_id=lambda f: f.file.str.removesuffix(".txt"))
    articles, _ = corpus.read_corpus(tmp_path, vocab)
    spans = published.ranges(articles, vocab).merge(true, on="article_id")
    assert len(spans) == 5
    assert (spans.earliest <= spans.published).all()
    assert (spans.published <= spans.latest).all()
    assert (pd.to_datetime(spans.latest) - pd.to_datetime(spans.earliest)).dt.days.max() <= 31
    dated = articles.set_index("article_id").published.dropna()
    assert all(true.set_index("article_id").published[i].startswith(date) for i, date in dated.items())


def test_every_event_of_the_vocabulary_has_a_day_and_words():
    for row in vocabulary.load()["events"]:
        assert dates.iso(row["date"]) == row["date"]
        assert len(row["date"]) == 10
        assert row["words"] == row["words"].casefold()
