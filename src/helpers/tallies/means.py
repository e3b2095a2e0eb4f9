"""By what means and on what scene people came to harm, as far as a sentence says: two means make two incidents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from helpers.vocabulary import Row, any_of, spellings

Means = frozenset[str]

_RECENT = 1_000
"""Sentences that are remembered: most hold several figures."""


def finder(table: Iterable[Row], name: str) -> Callable[[str | None], Means]:
    """A function that gives the means, or whatever column ``name`` holds, that a sentence names; none for null."""
    means_of = {words: row[name] for row in table for words in spellings(row["words"])}
    if not means_of:
        return lambda _: frozenset()
    pattern = re.compile(rf"\b{any_of(means_of)}\b")
    few: dict[Means, Means] = {}

    @lru_cache(maxsize=_RECENT)
    def find(sentence: str | None) -> Means:
        found = frozenset(means_of[words] for words in pattern.findall((sentence or "").lower()))
        return few.setdefault(found, found)

    return find
