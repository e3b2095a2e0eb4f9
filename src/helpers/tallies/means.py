"""By what means people came to harm, as far as a sentence says: two means make two incidents."""

from __future__ import annotations

import re
from collections.abc import Callable

from helpers.vocabulary import Vocabulary, spellings

Means = frozenset[str]


def finder(vocab: Vocabulary) -> Callable[[str | None], Means]:
    """A function that gives the means named in a sentence, by the vocabulary's table ``means``; none for null."""
    means_of = {words: row["means"] for row in vocab["means"] for words in spellings(row["words"])}
    if not means_of:
        return lambda _: frozenset()
    longest_first = sorted(means_of, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
    return lambda sentence: frozenset(means_of[words] for words in pattern.findall((sentence or "").lower()))


def differ(a: Means, b: Means) -> bool:
    """Whether both sentences name a means, and none in common."""
    return bool(a) and bool(b) and not a & b
