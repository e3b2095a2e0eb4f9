"""A sentence as units: quantities, phrases that the vocabulary knows, and single other words, each with its tag."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from helpers.figures.lexicon import PUNCTUATION, Entry, Lexicon
from helpers.figures.quantities import Quantity
from helpers.figures.words import Words

_STATE = "J"
NOTHING = Entry("w")
NAME = Entry("U")


@dataclass(slots=True)
class Unit:
    """One piece of a sentence: the words ``first`` to ``last`` (exclusive), and what they can be."""

    first: int
    last: int
    entry: Entry
    quantity: Quantity | None = None


@dataclass(slots=True)
class Tagged:
    """A sentence's units and their tags, one letter each."""

    units: list[Unit]
    tags: str
    words: Words

    @property
    def first(self) -> int:
        """The sentence's first word; like ``stop`` only of a sentence that has units."""
        return self.units[0].first

    @property
    def stop(self) -> int:
        """The word behind the sentence's last one."""
        return self.units[-1].last

    def tag_at(self, word: int) -> str:
        """The tag of the unit that begins at a word; empty where none does."""
        at = bisect_left(self.units, word, key=attrgetter("first"))
        return self.tags[at] if at < len(self.units) and self.units[at].first == word else ""

    def text(self, unit: int) -> str:
        """The words of a unit."""
        piece = self.units[unit]
        return " ".join(self.words.surface[piece.first : piece.last])


def tag(words: Words, first: int, stop: int, quantities: list[Quantity], lexicon: Lexicon) -> Tagged:
    """Cut the words ``first`` to ``stop`` into units: the quantities among them, phrases (the longest first), words."""
    units: list[Unit] = []
    tags: list[str] = []
    at = first
    for quantity in quantities:
        _tag_words(words, at, quantity.first, lexicon, units, tags, counted=True)
        units.append(Unit(quantity.first, quantity.last, NOTHING, quantity))
        tags.append("q")
        at = quantity.last
    _tag_words(words, at, stop, lexicon, units, tags)
    return Tagged(units, "".join(tags), words)


def _tag_words(
    words: Words, at: int, stop: int, lexicon: Lexicon, units: list[Unit], tags: list[str], counted: bool = False
) -> None:
    """Add the units and tags of the words from ``at`` to ``stop``, where a quantity follows if ``counted``.

    A state takes no object: in "12 dead and wounded 30" the verb before the quantity is no part of it.
    """
    keys, surface, begins = words.keys, words.surface, lexicon.begins
    while at < stop:
        branch, end, entry = begins.get(keys[at]), at + 1, None
        if branch is not None:
            entry = branch.entry
            if end < stop and keys[end] in branch.longer and (match := lexicon.longest(keys, at, stop)):
                length, entry = match
                if counted and at + length == stop and entry.tag == _STATE and length > 1:
                    length, entry = lexicon.longest(keys, at, stop - 1) or match
                end = at + length
        if entry is not None:
            tag = entry.tag
        else:
            tag, entry = _unknown(surface[at])
        units.append(Unit(at, end, entry))
        tags.append(tag)
        at = end


@lru_cache(maxsize=1 << 16)
def _unknown(word: str) -> tuple[str, Entry]:
    """Tag and entry of a word that the vocabulary does not know."""
    if word[0] in PUNCTUATION:
        return PUNCTUATION[word[0]], NOTHING
    if word[0].isupper():
        return "U", NAME
    return "." if word in ".!?" else "w", NOTHING
