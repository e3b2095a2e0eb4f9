"""Measured accuracy: floors under which a change of rules must not fall.

The own gold figures are always there; those shared between projects are scored with their own program where they are.
"""

import json
import subprocess
import sys
from pathlib import Path

import kept
import pandas as pd
import pytest
import score as gold_score

from helpers.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "gold"
FLOORS = {
    "hedge": 0.97,
    "group": 0.94,
    "side": 0.85,
    "unit": 0.98,
    "source": 0.92,
    "place": 0.81,
    "scope": 0.85,
    "since": 0.86,
    "until": 0.89,
    "modality": 0.97,
    "part_of": 0.79,
}


@pytest.fixture(scope="module")
def own():
    """The gold figures and the program's, by article."""
    articles, gold = gold_score.load()
    return gold, gold_score.extracted(articles)


@pytest.fixture(scope="module")
def own_score(own):
    return gold_score.score(*own)


def test_the_gold_phrases_stand_where_gold_says():
    articles, gold = gold_score.load()
    texts = {article["article_id"]: article["text"] for article in articles}
    assert set(texts) == set(gold)
    for article, figures in gold.items():
        for figure in figures:
            assert texts[article][figure["start"] : figure["end"]] == figure["phrase"]


def test_gold_scores_itself_full(own):
    gold, _ = own
    figures = {
        article: [
            {
                "indefinite": False,
                "figure_id": str(i),
                **f,
                "part_of": None if f["part_of"] is None else str(f["part_of"]),
            }
            for i, f in enumerate(listed)
        ]
        for article, listed in gold.items()
    }
    perfect = gold_score.score(gold, figures)
    assert (perfect.found, perfect.record, perfect.indefinite) == (1, 1, 1)
    assert set(perfect.fields.values()) == {1}


def test_nothing_extracted_scores_nothing_found(own):
    gold, got = own
    one = dict(list(got.items())[:1])
    assert gold_score.score(gold, one).recall < 0.1


def test_figures_found(own_score):
    assert own_score.found >= 0.88


def test_whole_records_right(own_score):
    assert own_score.record >= 0.68


def test_indefinite_articles_found(own_score):
    assert own_score.indefinite >= 0.60


@pytest.mark.parametrize("field", FLOORS)
def test_a_field_of_the_figures_found(field, own_score):
    assert own_score.fields[field] >= FLOORS[field]


def test_articles_without_figures_stay_almost_without(own):
    gold, got = own
    empty = [article for article, figures in gold.items() if not figures]
    assert empty
    assert sum(len(got[article]) for article in empty) <= 1


def test_flagged_figures_are_wrong_more_often(own):
    """A flag is worth a reader's time: half as many again of the flagged figures are wrong in a field."""
    flagged, plain = _wrong_figures(*own)
    assert len(plain) > 50
    assert len(flagged) > 50
    assert sum(flagged) / len(flagged) > 1.5 * sum(plain) / len(plain)


def test_what_is_read_is_what_was_read(own):
    """Where a change of rules is meant: `python tests/gold/kept.py`, and look at the difference."""
    _, got = own
    pd.testing.assert_frame_equal(kept.table(got), kept.kept())


STATED = pd.read_csv(ROOT / "docs" / "accuracy.csv")


@pytest.mark.parametrize("name", STATED.columns[3:])
def test_the_documentation_states_what_is_measured(name, own_score):
    stated = STATED.set_index("text").loc["Short invented articles, a construction each", name]
    measured = own_score.fields[name] if name in own_score.fields else getattr(own_score, name)
    assert stated == pytest.approx(measured, abs=0.005)


def test_the_page_of_accuracy_prints_its_table():
    page = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    for text, articles, figures, *shares in STATED.itertuples(index=False, name=None):
        assert f"| {text} | {articles} | {figures} | {' | '.join(f'{share:.3f}' for share in shares)} |" in page


def _wrong_figures(gold, got):
    flagged, plain = [], []
    for article, expected in gold.items():
        wrong = gold_score.wrong_fields(expected, got[article], gold_score.pairs(expected, got[article]))
        for j, figure in enumerate(got[article]):
            if not figure["indefinite"]:
                is_wrong = j not in wrong or bool(wrong[j])
                (flagged if figure["flags"] else plain).append(is_wrong)
    return flagged, plain


def scored_by_the_shared_program(name, tmp_path):
    articles, figures = SHARED / f"{name}_articles.jsonl", tmp_path / "figures.jsonl"
    if not articles.exists():
        pytest.skip(f"no shared gold figures at {SHARED.relative_to(ROOT.parent)}")
    assert main(["extract", str(articles), str(figures), "--workers", "1"]) == 0
    command = [sys.executable, SHARED / "score.py", SHARED / f"{name}.jsonl", figures, "--json"]
    return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def test_the_seed_articles_are_read_without_error(tmp_path):
    result = scored_by_the_shared_program("seeds", tmp_path)
    assert (result["found_f1"], result["record_f1"]) == (1, 1)


def test_the_development_articles(tmp_path):
    result = scored_by_the_shared_program("dev", tmp_path)
    assert result["found_f1"] >= 0.93
    assert result["record_f1"] >= 0.75
