"""Score the program on the gold figures of this folder: ``python tests/gold/score.py`` prints the result.

A figure is *found* where an extracted one overlaps the gold phrase and has its value and outcome; of a vague word any
value is right, because "dozens" is a convention. "A" and "an" are scored by themselves. The *record* of a found figure
is right where group, source and scope are right too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers import vocabulary
from helpers.figures import extract

Figure = dict[str, Any]

HERE = Path(__file__).parent
FIELDS = ("hedge", "group", "side", "unit", "source", "place", "scope", "since", "until", "modality", "part_of")
NULL_IS_AN_ANSWER = ("source",)
RECORD = ("group", "source", "scope")


@dataclass(frozen=True)
class Score:
    """Shares of one; ``fields`` are shares of the figures found for which gold has a value."""

    precision: float
    recall: float
    found: float
    record: float
    fields: dict[str, float]
    indefinite: float
    """Of the gold figures written as "a" or "an", the share found."""


def load(folder: Path = HERE) -> tuple[list[dict[str, Any]], dict[str, list[Figure]]]:
    """The articles and, by article_id, their gold figures."""
    articles = _lines(folder / "articles.jsonl")
    return articles, {line["article_id"]: line["figures"] for line in _lines(folder / "gold.jsonl")}


def extracted(articles: Iterable[dict[str, Any]]) -> dict[str, list[Figure]]:
    """The program's figures by article_id."""
    words = vocabulary.load()
    return {article["article_id"]: extract(article, words) for article in articles}


def pairs(gold: list[Figure], got: list[Figure]) -> list[tuple[int, int]]:
    """Which extracted figure is which gold figure, as (index in gold, index in got); each is used once."""
    fits = [
        (-_overlap(g, p), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(got)
        if _overlap(g, p) > 0 and g["outcome"] == p["outcome"] and _same_value(g, p)
    ]
    taken: dict[int, int] = {}
    for _, i, j in sorted(fits):
        if i not in taken and j not in taken.values():
            taken[i] = j
    return sorted(taken.items())


def wrong_fields(gold: list[Figure], got: list[Figure], matched: list[tuple[int, int]]) -> dict[int, set[str]]:
    """For each matched figure, by its index in ``got``, the fields that are asked of it and wrong."""
    in_got = dict(matched)
    return {j: {f for f in _asked(gold[i]) if not _right(f, gold[i], got[j], in_got, got)} for i, j in matched}


def score(gold: dict[str, list[Figure]], got: dict[str, list[Figure]]) -> Score:
    """Compare gold and extracted figures, both by article_id."""
    n_gold = n_got = n_found = n_record = n_indefinite = found_indefinite = 0
    asked, right = dict.fromkeys(FIELDS, 0), dict.fromkeys(FIELDS, 0)
    for article, expected in gold.items():
        figures = got.get(article, [])
        matched = pairs(expected, figures)
        of_article = {j for i, j in matched if expected[i].get("indefinite")}
        counted = [(i, j) for i, j in matched if j not in of_article]
        n_indefinite += sum(bool(g.get("indefinite")) for g in expected)
        found_indefinite += len(of_article)
        n_gold += sum(not g.get("indefinite") for g in expected)
        n_got += sum(not p["indefinite"] and j not in of_article for j, p in enumerate(figures))
        n_found += len(counted)
        wrong = wrong_fields(expected, figures, matched)
        for i, j in counted:
            n_record += wrong[j].isdisjoint(RECORD)
            for field in _asked(expected[i]):
                asked[field] += 1
                right[field] += field not in wrong[j]
    return Score(
        n_found / n_got,
        n_found / n_gold,
        2 * n_found / (n_got + n_gold),
        2 * n_record / (n_got + n_gold),
        {field: right[field] / asked[field] for field in FIELDS if asked[field]},
        found_indefinite / n_indefinite,
    )


def _lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _overlap(gold: Figure, got: Figure) -> int:
    return min(gold["end"], got["end"]) - max(gold["start"], got["start"])


def _same_value(gold: Figure, got: Figure) -> bool:
    return gold["hedge"] == "vague" or gold["value"] == got["value"]


def _asked(gold: Figure) -> list[str]:
    fields = [field for field in FIELDS if gold.get(field) is not None or field in NULL_IS_AN_ANSWER]
    return fields if gold["group"] == "combatants" else [field for field in fields if field != "side"]


def _right(field: str, gold: Figure, got: Figure, in_got: dict[int, int], figures: list[Figure]) -> bool:
    expected, stated = gold.get(field), got[field]
    if field == "part_of":
        whole = in_got.get(expected)
        return whole is not None and figures[whole]["figure_id"] == stated
    if expected is None or stated is None:
        return expected == stated
    if field in ("since", "until"):
        shorter = min(len(expected), len(stated))
        return expected[:shorter] == stated[:shorter]
    if field == "source":
        ours, theirs = (set(name.lower().replace("-", " ").split()) for name in (expected, stated))
        return ours <= theirs or theirs <= ours
    if field == "place":
        return not set(expected.lower().split()).isdisjoint(stated.lower().split())
    return expected == stated


if __name__ == "__main__":
    articles, gold = load()
    result = score(gold, extracted(articles))
    print(f"found {result.found:.3f} (precision {result.precision:.3f}, recall {result.recall:.3f})")
    print(f"record {result.record:.3f}")
    for field, share in result.fields.items():
        print(f"  {field:9} {share:.3f}")
    print(f'"a" and "an" {result.indefinite:.3f}')
