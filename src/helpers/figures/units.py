"""A sentence as units: quantities, phrases that the vocabulary knows, and single other words, each with its tag."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.figures.lexicon import PUNCTUATION, Entry, Lexicon
from helpers.figures.quantities import NumberWords, Quantity, find
from helpers.figures.words import Words

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

    def text(self, unit: int) -> str:
        """The words of a unit."""
        piece = self.units[unit]
        return " ".join(self.words.surface[piece.first : piece.last])


def tag(words: Words, first: int, stop: int, lexicon: Lexicon, numbers: NumberWords) -> Tagged:
    """Cut the words ``first`` to ``stop`` into units, longest phrases first; quantities before all."""
    quantities = {q.first: q for q in find(words, first, stop, numbers)}
    units: list[Unit] = []
    tags: list[str] = []
    keys, surface, begins = words.keys, words.surface, lexicon.begins
    at = first
    ends = sorted(quantities)
    upcoming = 0
    while at < stop:
        if quantity := quantities.get(at):
            units.append(Unit(at, quantity.last, NOTHING, quantity))
            tags.append("q")
            at = quantity.last
            continue
        while upcoming < len(ends) and ends[upcoming] <= at:
            upcoming += 1
        limit = ends[upcoming] if upcoming < len(ends) else stop
        match = lexicon.longest(keys, at, limit) if keys[at] in begins else None
        if match:
            length, entry = match
            units.append(Unit(at, at + length, entry))
            tags.append(entry.tag)
            at += length
            continue
        word = surface[at]
        known = PUNCTUATION.get(word[0])
        if known:
            units.append(Unit(at, at + 1, NOTHING))
            tags.append(known)
        else:
            name = word[0].isupper()
            units.append(Unit(at, at + 1, NAME if name else NOTHING))
            tags.append("U" if name else ("." if word in ".!?" else "w"))
        at += 1
    return Tagged(units, "".join(tags), words)
