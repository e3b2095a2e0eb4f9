"""Near-copies: one wire story that several outlets ran, shortened, under another headline, or lightly edited.

MinHash over word shingles with locality-sensitive hashing (Broder 1997; Indyk and Motwani 1998) finds the candidates in
time linear in the number of articles; the overlap of the shingles themselves decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

from datasketch import MinHash, MinHashLSH

SHINGLE_WORDS = 4
CANDIDATE_JACCARD = 0.25
CONTAINED = 0.55
"""An article is a near-copy where so large a share of the shorter one's shingles stands in the other."""

_PERMUTATIONS = 64
_FEWEST_SHINGLES = 12
_WORD = re.compile(r"\w+")


def originals(articles: Sequence[tuple[str, str | None, str]]) -> dict[str, str]:
    """``article_id`` of each near-copy -> that of the earliest article that it nearly repeats.

    ``articles`` holds (article_id, published, text); undated ones count as the latest. Which of two is the earlier is
    settled by date, then by id, never by the order in which they are given.
    """
    found: dict[str, str] = {}
    shingles: dict[str, frozenset[int]] = {}
    index = MinHashLSH(threshold=CANDIDATE_JACCARD, num_perm=_PERMUTATIONS)
    for article_id, _, text in sorted(articles, key=lambda article: (article[1] or "9", article[0])):
        own = _shingles(text)
        if len(own) < _FEWEST_SHINGLES:
            continue
        sketch = MinHash(num_perm=_PERMUTATIONS, seed=1, hashfunc=int)
        sketch.update_batch(sorted(own))
        overlaps = [(overlap(own, shingles[other]), other) for other in index.query(sketch)]
        close = [other for share, other in overlaps if share >= CONTAINED]
        if close:
            found[article_id] = next(other for other in shingles if other in close)
        else:
            # Copies stay out of the index: a story that ran a thousand times costs one comparison each.
            shingles[article_id] = own
            index.insert(article_id, sketch)
    return found


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the smaller set that stands in the other, from 0 to 1."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _shingles(text: str) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    grams = (" ".join(words[i : i + SHINGLE_WORDS]) for i in range(len(words) - SHINGLE_WORDS + 1))
    return frozenset(crc32(gram.encode()) for gram in grams)
