"""Near-copies: one wire story that several outlets ran, shortened, under another headline, or lightly edited.

A text's shingles are hashed, and those whose hash is divisible by a fixed number are its sketch (the modulo sketch of
Broder 1997, "On the resemblance and containment of documents"). Unlike a sketch of fixed size it tells how much of a
short text stands in a long one, which is how wire stories reappear. An index from sketch to articles gives the
candidates in time linear in the number of articles; the shingles themselves decide.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from zlib import crc32

import numpy as np
import numpy.typing as npt

Shingles = npt.NDArray[np.uint64]

SHINGLE_WORDS = 4
CONTAINED = 0.5
"""A near-copy is an article where at least so large a share of the shorter one's shingles stands in the other."""

_ONE_IN = np.uint64(4)
_FEWEST_SHINGLES = 12
_FEWEST_SHARED = 3
_LIKELY = CONTAINED / 2
"""Of the smaller sketch a near-copy shares about as much as of the shingles; with half of that it is worth a look."""
_MOST_HOLDERS = 100
"""Of a phrase that more articles hold than any story has copies only so many are looked at: that keeps time linear."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_WORD = re.compile(r"\w+")


def originals(
    article_ids: Sequence[str],
    published: Sequence[str | None],
    texts: Sequence[str],
    sketches: Sequence[Shingles] | None = None,
) -> dict[str, str]:
    """``article_id`` of each near-copy -> that of the earliest article that it nearly repeats.

    Undated articles count as the latest. Which of two is the earlier is settled by date, then by id, never by the
    order in which they are given. ``sketches`` are those of the texts, where they are known already.
    """
    if sketches is None:
        sketches = [sketch(text) for text in texts]
    repeated = _in_several(sketches)
    found: dict[str, str] = {}
    kept: list[tuple[str, Shingles, int]] = []
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for n in sorted(range(len(article_ids)), key=lambda n: (published[n] or "9", article_ids[n])):
        # Marks of one article only lead nowhere: without them the index stays small.
        marks = _among(sketches[n], repeated).tolist()
        if len(marks) < _FEWEST_SHARED:
            continue
        own = shingles(texts[n])
        if own.size < _FEWEST_SHINGLES:
            continue
        shared = Counter(number for mark in marks for number in holders.get(mark, ())[:_MOST_HOLDERS])
        size = sketches[n].size
        close = [
            number
            for number, count in shared.items()
            if count >= max(_FEWEST_SHARED, _LIKELY * min(size, kept[number][2]))
            and overlap(own, kept[number][1]) >= CONTAINED
        ]
        if close:
            found[article_ids[n]] = kept[min(close)][0]
        else:
            # Copies stay out of the index: a story that ran a thousand times costs one comparison each.
            for mark in marks:
                if len(holders[mark]) < _MOST_HOLDERS:
                    holders[mark].append(len(kept))
            kept.append((article_ids[n], own, size))
    return found


def sketch(text: str) -> Shingles:
    """The part of a text's shingles by which candidates are found."""
    own = shingles(text)
    return own[own % _ONE_IN == 0]


def _in_several(sketches: Sequence[Shingles]) -> Shingles:
    """The marks of more than one sketch."""
    marks, counts = np.unique(np.concatenate([*sketches, shingles("")]), return_counts=True)
    return marks[counts > 1]


def _among(marks: Shingles, known: Shingles) -> Shingles:
    """The marks that are known, looked up one by one: ``known`` is sorted, and may be very long."""
    places = np.searchsorted(known, marks)
    places[places == known.size] = 0
    return marks[known[places] == marks] if known.size else known


def overlap(one: Shingles, other: Shingles) -> float:
    """The share of the smaller set that stands in the other, from 0 to 1."""
    return _among(one, other).size / max(1, min(one.size, other.size))


def shingles(text: str) -> Shingles:
    """The hashes of a text's runs of four words, sorted, each once; case and punctuation do not count."""
    words = np.array([crc32(word.encode()) for word in _WORD.findall(text.casefold())], dtype=np.uint64)
    count = max(0, len(words) - SHINGLE_WORDS + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE_WORDS):
        hashes = (hashes ^ words[place : place + count]) * _MULTIPLIER
        hashes ^= hashes >> np.uint64(29)
    return np.unique(hashes)
