import csv
import itertools
import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import corpus, vocabulary
from helpers.corpus import copies

FA_KES = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "fakes"
PAIRS_READ = Path(__file__).with_name("pairs_read.csv")
WORDS = [f"word{n}" for n in range(3000)]


def story(seed: int, length: int = 120) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def originals(articles):
    return copies.originals(*zip(*articles, strict=True))


def test_a_shortened_story_is_a_copy_of_the_earlier_one():
    long, other = story(1), story(2)
    short = " ".join(long.split()[:40])
    found = originals([("b", "2015-03-03", short), ("a", "2015-03-02", long), ("c", "2015-03-01", other)])
    assert found == {"b": "a"}


def test_an_edited_story_with_another_headline_is_a_copy():
    edited = story(1).split()
    edited[10] = edited[50] = edited[90] = "changed"
    assert originals([("a", "2015", story(1)), ("b", "2016", "New headline " + " ".join(edited))]) == {"b": "a"}


def test_a_shared_paragraph_of_background_makes_no_copy():
    background = story(3, 30)
    assert originals([("a", None, f"{story(1)} {background}"), ("b", None, f"{story(2)} {background}")]) == {}


def test_all_copies_point_to_the_earliest_and_undated_ones_are_late():
    same = story(1)
    found = originals([("x", None, same), ("y", "2015-03-02", same), ("z", "2015-03-01", same)])
    assert found == {"x": "z", "y": "z"}


def test_texts_too_short_to_tell_are_no_copies():
    assert originals([("a", None, "Six people died."), ("b", None, "Six people died.")]) == {}


@given(
    st.permutations([("a", "2015", story(1)), ("b", "2014", story(1)), ("c", None, story(2)), ("d", None, story(2))])
)
def test_the_order_of_articles_does_not_matter(articles):
    assert originals(articles) == {"a": "b", "d": "c"}


def test_time_grows_with_the_number_of_articles_and_no_faster():
    def seconds(count: int) -> float:
        phrase = story(0, 30)
        articles = [(str(n), None, f"{phrase} {story(n + 1, 80)}") for n in range(count)]
        began = time.perf_counter()
        assert originals(articles) == {}
        return time.perf_counter() - began

    seconds(50)
    assert seconds(1600) < 12 * seconds(400)


@pytest.fixture(scope="module")
def fa_kes():
    """The articles of FA-KES, and the pairs of them that one person read: ``copy``, ``retold`` or ``other``."""
    if not FA_KES.is_dir():
        pytest.skip("the shared example articles are not on this machine")
    articles, _ = corpus.read_corpus(FA_KES, vocabulary.load())
    with PAIRS_READ.open(encoding="utf-8", newline="") as rows:
        verdicts = {
            frozenset((row["article_id"], row["other_article_id"])): row["verdict"] for row in csv.DictReader(rows)
        }
    return articles.set_index("article_id"), verdicts


def test_every_near_copy_found_was_read_and_is_one(fa_kes):
    articles, verdicts = fa_kes
    found = {frozenset(pair) for pair in articles["copy_of"].dropna().items()}
    assert len(found) >= 41
    assert {tuple(sorted(pair)): verdicts.get(pair) for pair in found if verdicts.get(pair) != "copy"} == {}


def test_no_pair_that_shares_half_its_wording_is_missed(fa_kes):
    articles, _ = fa_kes
    shingles = {article_id: copies.shingles(text) for article_id, text in articles["text"].items()}
    original = articles["copy_of"].fillna(dict(zip(articles.index, articles.index, strict=True)))
    close = [
        (one, other)
        for one, other in itertools.combinations(shingles, 2)
        if min(shingles[one].size, shingles[other].size) >= 12
        and copies.overlap(shingles[one], shingles[other]) >= copies.CONTAINED
    ]
    assert len(close) >= 44
    assert [(one, other) for one, other in close if original[one] != original[other]] == []


def test_how_the_work_is_cut_does_not_show(monkeypatch):
    phrase = story(0, 30)
    texts = [f"{phrase} {story(n % 60, 80)} {story(n, 30)}" for n in range(150)]
    articles = [(f"a{n:03}", f"2015-{1 + n % 12:02}", text) for n, text in enumerate(texts)]
    at_once = originals(articles)
    assert len(at_once) == 90
    for part, block in ((1000, 7), (10, 64), (3, 1)):
        monkeypatch.setattr(copies, "_PART", part)
        monkeypatch.setattr(copies, "_BLOCK", block)
        assert originals(articles) == at_once


def test_of_a_phrase_that_very_many_hold_only_the_first_holders_are_looked_at(monkeypatch):
    monkeypatch.setattr(copies, "_MOST_HOLDERS", 2)
    shared = story(0, 30)
    articles = [(f"a{n}", None, f"{shared} {story(n + 1, 60)}") for n in range(4)]
    assert originals([*articles, ("b", None, f"{shared} {story(1, 60)}")]) == {"b": "a0"}
    assert originals([*articles, ("b", None, f"{shared} {shared}")]) == {"b": "a0"}
