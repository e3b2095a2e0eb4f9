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
