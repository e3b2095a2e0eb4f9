import csv
import itertools
import json
import random
import time
from pathlib import Path

import pytest

from helpers import corpus, vocabulary
from helpers.corpus import copies, spool

FA_KES = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "fakes"
PAIRS_READ = Path(__file__).with_name("pairs_read.csv")
WORDS = [f"word{n}" for n in range(3000)]


def story(seed: int, length: int = 120) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def repeated(texts: list[str]) -> dict[int, int]:
    """Of texts from the earliest to the latest each near-copy with the one that it repeats, by their places."""
    own = list(map(copies.shingles, texts))
    with spool.opened() as disk:
        return dict(copies.repeats(own, own.__getitem__, len(own), disk))


def test_a_shortened_story_is_a_copy():
    short = " ".join(story(1).split()[:40])
    assert repeated([story(2), story(1), short]) == {2: 1}
    assert repeated([story(2), short, story(1)]) == {2: 1}


def test_an_edited_story_with_another_headline_is_a_copy():
    edited = story(1).split()
    edited[10] = edited[50] = edited[90] = "changed"
    assert repeated([story(1), "New headline " + " ".join(edited)]) == {1: 0}


def test_a_shared_paragraph_of_background_makes_no_copy():
    background = story(3, 30)
    assert repeated([f"{story(1)} {background}", f"{story(2)} {background}"]) == {}


def test_all_copies_point_to_the_earliest():
    assert repeated([story(1)] * 3) == {1: 0, 2: 0}


def test_texts_too_short_to_tell_are_no_copies():
    assert repeated(["Six people died."] * 2) == {}


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_the_earliest_is_told_by_date_then_by_name_and_the_undated_are_late(order, tmp_path):
    told = [("x", None), ("z", None), ("y", "2015-03-02"), ("w", "2015-03-02")]
    rows = [{"article_id": told[n][0], "published": told[n][1], "text": story(1)} for n in order]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    articles, _ = corpus.read_corpus(tmp_path, vocabulary.load())
    assert articles.set_index("article_id")["copy_of"].dropna().to_dict() == dict.fromkeys(["a-x", "a-y", "a-z"], "a-w")


def test_time_grows_with_the_number_of_articles_and_no_faster():
    def seconds(count: int) -> float:
        phrase = story(0, 30)
        texts = [f"{phrase} {story(n + 1, 80)}" for n in range(count)]
        began = time.perf_counter()
        assert repeated(texts) == {}
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
    at_once = repeated(texts)
    assert len(at_once) == 90
    for part, block in ((1000, 7), (10, 64), (3, 1)):
        monkeypatch.setattr(copies, "_PART", part)
        monkeypatch.setattr(copies, "_BLOCK", block)
        assert repeated(texts) == at_once


def test_of_a_phrase_that_very_many_hold_only_the_first_holders_are_looked_at(monkeypatch):
    monkeypatch.setattr(copies, "_MOST_HOLDERS", 2)
    shared = story(0, 30)
    texts = [f"{shared} {story(n + 1, 60)}" for n in range(4)]
    assert repeated([*texts, f"{shared} {story(1, 60)}"]) == {4: 0}
    assert repeated([*texts, f"{shared} {shared}"]) == {4: 0}
