"""Near-copies: one wire story that several outlets ran, shortened, under another headline, or lightly edited.

A text's shingles are hashed, and those whose hash is divisible by a fixed number are its sketch (the modulo sketch of
Broder 1997, "On the resemblance and containment of documents"). Unlike a sketch of fixed size it tells how much of a
short text stands in a long one, which is how wire stories reappear. An index from sketch to articles gives the
candidates in time linear in the number of articles; the shingles themselves decide.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from zlib import crc32

import numpy as np
import numpy.typing as npt

from helpers import progress

Array = npt.NDArray[np.generic]
Shingles = npt.NDArray[np.uint64]
Ends = npt.NDArray[np.uint16]
Holders = array
"""The articles that hold a mark and are no copies, in order; each its rank, and in the lower half how long it is."""

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

_PART, _BLOCK = 4_000, 2_500
"""Articles whose marks are sorted together, and those whose candidates are looked up together."""
_AT_HAND = 40_000
"""Articles the ends of whose shingles are in memory, 30 MB: a story that many repeat is asked for again and again."""
_HIGH, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_WORD = re.compile(r"\w+")


def repeats(
    in_order: Iterable[Shingles], again: Callable[[int], Shingles], count: int, disk: sqlite3.Connection
) -> Iterator[tuple[int, int]]:
    """Each near-copy among ``count`` articles with the earliest one that it nearly repeats, both by their rank.

    ``in_order`` are the shingles of all articles from the earliest to the latest, ``again`` gives those of one rank.
    What is worked with lies on ``disk``; in memory is what some thousand articles hold.
    """
    _spread(in_order, 1 + count // _PART, disk)
    _number(disk)

    @lru_cache(_AT_HAND)
    def ends(rank: int) -> Ends:
        return again(rank).astype(np.uint16)

    own_ends = np.zeros(np.iinfo(np.uint16).max + 1, dtype=bool)
    for rank, slots, held in progress.shown(_blocks(disk), "near-copies", count):
        own = again(rank)
        if own.size < _FEWEST_SHINGLES:
            continue
        size = sketch(own).size
        # Each slot's holders are in order already: that is what makes a stable sort fast.
        holders = np.sort(np.frombuffer(b"".join([held[slot] for slot in slots]), dtype=np.uint64), kind="stable")
        starts = _starts(holders)
        holders, shared = holders[starts], np.diff(starts, append=holders.size)
        least = np.maximum(_FEWEST_SHARED, _LIKELY * np.minimum(size, holders & _LOW))
        likely = (holders[shared >= least] >> _HIGH).tolist()
        near = _near(own, likely, ends, own_ends)
        original = next((earlier for earlier in near if overlap(own, again(earlier)) >= CONTAINED), None)
        if original is not None:
            yield rank, original
            continue
        # Copies stay out of the index: a story that ran a thousand times costs one comparison each.
        for slot in slots:
            if len(held[slot]) < _MOST_HOLDERS:
                held[slot].append(rank << int(_HIGH) | size)


def sketch(own: Shingles) -> Shingles:
    """The part of a text's shingles by which candidates are found."""
    return own[own % _ONE_IN == 0]


def _spread(in_order: Iterable[Shingles], parts: int, disk: sqlite3.Connection) -> None:
    """The marks of all sketches with the rank of their article, in parts by ranges of marks."""
    disk.execute("CREATE TABLE marks (part INT, marks BLOB, ranks BLOB)")
    sketches = map(sketch, in_order)
    first = 0
    while some := list(islice(sketches, _BLOCK)):
        marks = np.concatenate(some)
        ranks = np.repeat(np.arange(first, first + len(some), dtype=np.uint32), [own.size for own in some])
        first += len(some)
        _insert("marks", (marks >> _HIGH) * np.uint64(parts) >> _HIGH, (marks, ranks), disk)
    disk.execute("CREATE INDEX parts ON marks (part)")


def _number(disk: sqlite3.Connection) -> None:
    """A number for each mark of more than one sketch, and the numbers of each article's marks, by blocks of articles.

    Marks of one article only lead nowhere.
    """
    disk.execute("CREATE TABLE numbered (block INT, ranks BLOB, slots BLOB)")
    used = 0
    for (part,) in disk.execute("SELECT DISTINCT part FROM marks").fetchall():
        marks, ranks = _joined("SELECT marks, ranks FROM marks WHERE part = ?", part, (np.uint64, np.uint32), disk)
        _, which, counts = np.unique(marks, return_inverse=True, return_counts=True)
        several = counts > 1
        slots = used + np.cumsum(several) - 1
        used += int(several.sum())
        kept = several[which]
        _insert("numbered", ranks[kept] // _BLOCK, (ranks[kept], slots[which[kept]]), disk)
    disk.execute("DROP TABLE marks")
    disk.execute("CREATE INDEX blocks ON numbered (block)")


def _blocks(disk: sqlite3.Connection) -> Iterator[tuple[int, list[int], dict[int, Holders]]]:
    """From the earliest, each article with enough marks: its rank, the slots of its marks, and the holders of slots.

    The holders are to be changed; those of a block's slots are in memory together.
    """
    disk.execute("CREATE TABLE holders (slot INTEGER PRIMARY KEY, held BLOB)")
    for (block,) in disk.execute("SELECT DISTINCT block FROM numbered ORDER BY block").fetchall():
        ranks, slots = _joined("SELECT ranks, slots FROM numbered WHERE block = ?", block, (np.uint32, np.int64), disk)
        order = np.argsort(ranks, kind="stable")
        of_block, starts = np.unique(ranks[order], return_index=True)
        held = {slot: array("Q", *_held(slot, disk)) for slot in np.unique(slots).tolist()}
        for rank, own in zip(of_block.tolist(), np.split(slots[order], starts[1:]), strict=True):
            if own.size >= _FEWEST_SHARED:
                yield rank, own.tolist(), held
        disk.executemany("REPLACE INTO holders VALUES (?, ?)", ((slot, h.tobytes()) for slot, h in held.items() if h))


def _held(slot: int, disk: sqlite3.Connection) -> tuple[bytes, ...]:
    return disk.execute("SELECT held FROM holders WHERE slot = ?", (slot,)).fetchone() or ()


def _insert(table: str, places: Array, columns: Sequence[Array], disk: sqlite3.Connection) -> None:
    """Rows of a table of two arrays, put where ``places`` says: one row of it a place."""
    order = np.argsort(places, kind="stable")
    found, starts = np.unique(places[order], return_index=True)
    pieces = zip(*(np.split(column[order], starts[1:]) for column in columns), strict=True)
    rows = ((place, *(piece.tobytes() for piece in both)) for place, both in zip(found.tolist(), pieces, strict=False))
    disk.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", rows)


def _joined(query: str, place: int, kinds: Sequence[type], disk: sqlite3.Connection) -> list[Array]:
    columns = zip(*disk.execute(query, (place,)), strict=True)
    return [np.frombuffer(b"".join(column), dtype=kind) for column, kind in zip(columns, kinds, strict=True)]


def overlap(one: Shingles, other: Shingles) -> float:
    """The share of the smaller set that stands in the other, from 0 to 1."""
    if not one.size or not other.size:
        return 0.0
    places = other.searchsorted(one)
    places[places == other.size] = 0
    return np.count_nonzero(other[places] == one) / min(one.size, other.size)


def _near(
    own: Shingles, ranks: list[int], ends: Callable[[int], Ends], own_ends: npt.NDArray[np.bool_]
) -> Iterator[int]:
    """Those of the ranks whose shingles may overlap enough with one's own, by the last 16 bits of each.

    Where the shingles are the same their ends are. ``own_ends`` is a table of all ends, every one false.
    """
    if not ranks:
        return iter(())
    others = [ends(rank) for rank in ranks]
    sizes = np.array([other.size for other in others])
    own_ends[own.astype(np.uint16)] = True
    found = own_ends[np.concatenate(others)]
    own_ends[own.astype(np.uint16)] = False
    at_most = np.add.reduceat(found, np.cumsum(sizes) - sizes, dtype=np.intp) / np.minimum(own.size, sizes)
    return (ranks[n] for n in np.flatnonzero(at_most >= CONTAINED))


def _starts(ordered: Shingles) -> npt.NDArray[np.intp]:
    """Where a new value begins; many times as fast as numpy.unique, which sorts anew."""
    return np.flatnonzero(np.diff(ordered, prepend=~ordered[:1]))


def shingles(text: str) -> Shingles:
    """The hashes of a text's runs of four words, sorted, each once; case and punctuation do not count."""
    spelt = " ".join(_WORD.findall(text.casefold())).encode().split(b" ")
    words = np.fromiter(map(crc32, spelt), dtype=np.uint64)
    count = max(0, len(words) - SHINGLE_WORDS + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE_WORDS):
        hashes = (hashes ^ words[place : place + count]) * _MULTIPLIER
        hashes ^= hashes >> np.uint64(29)
    hashes.sort()
    return hashes[_starts(hashes)]
