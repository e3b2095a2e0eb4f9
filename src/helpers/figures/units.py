"""A sentence as units: quantities, phrases that the vocabulary knows, and single other words, each with its tag."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from helpers.figures.lexicon import Entry, Lexicon
from helpers.figures.quantities import Quantity
from helpers.figures.words import Words

_STATE = "J"
_ANOTHER = "another"
COUNT = Entry("q")


@dataclass(slots=True)
class Tagged:
    """The units of a sentence, as parallel lists, and their tags, one letter each.

    Unit ``i`` has the words ``firsts[i]`` to ``lasts[i]`` (exclusive); ``entries[i]`` is what they can be.
    ``quantities`` are the sentence's counts by unit.
    """

    firsts: list[int]
    lasts: list[int]
    entries: list[Entry]
    quantities: dict[int, Quantity]
    tags: str
    words: Words

    @property
    def first(self) -> int:
        """The sentence's first word; like ``stop`` only of a sentence that has units."""
        return self.firsts[0]

    @property
    def stop(self) -> int:
        """The word behind the sentence's last one."""
        return self.lasts[-1]

    def unit_of(self, word: int) -> int:
        """The unit to which a word belongs."""
        return bisect_right(self.lasts, word)

    def tag_at(self, word: int) -> str:
        """The tag of the unit that begins at a word; empty where none does."""
        at = bisect_left(self.firsts, word)
        return self.tags[at] if at < len(self.firsts) and self.firsts[at] == word else ""

    def leftward(self, unit: int) -> str:
        """The tags before a unit, read away from it; empty before the first."""
        return self.tags[unit - 1 :: -1] if unit else ""

    def text(self, unit: int) -> str:
        """The words of a unit."""
        return " ".join(self.words.surface[self.firsts[unit] : self.lasts[unit]])


def tag(words: Words, first: int, stop: int, quantities: list[Quantity], lexicon: Lexicon) -> Tagged:
    """Cut the words ``first`` to ``stop`` into units: the quantities among them, phrases (the longest first), words."""
    keys, branches = words.keys, [*map(lexicon.branch, words.surface[first:stop])]
    firsts: list[int] = []
    entries: list[Entry] = []
    counts: dict[int, Quantity] = {}
    at = first
    for quantity in [*quantities, None]:
        end = quantity.first if quantity else stop
        for begin, branch in enumerate(branches[at - first : end - first], at):
            if begin < at:
                continue  # the phrase before goes on
            entry, at = branch.entry, begin + 1
            if branch.longer and at < end and keys[at] in branch.longer:
                at, entry = _phrase(keys, begin, end, lexicon, quantity is not None) or (at, entry)
            firsts.append(begin)
            entries.append(entry)
        if quantity is not None:
            counts[len(firsts)] = quantity
            firsts.append(end)
            entries.append(COUNT)
            at = quantity.last
    tags = "".join([entry.tag for entry in entries])
    return Tagged(firsts, [*firsts, stop][1:], entries, counts, tags, words)


def _phrase(keys: list[str], at: int, stop: int, lexicon: Lexicon, counted: bool) -> tuple[int, Entry] | None:
    """The longest phrase from word ``at`` up to ``stop``, its end and its entry; a quantity follows if ``counted``.

    A state takes no object: in "12 dead and wounded 30" the verb before the quantity is no part of it; one that has no
    state within, "from their homes", goes on up to it.
    """
    match = lexicon.longest(keys, at, stop)
    if counted and match is not None and match[0] > 1 and match[1].tag == _STATE:
        object_at = stop - (keys[stop - 1] == _ANOTHER)
        if at + match[0] == object_at:
            shorter = lexicon.longest(keys, at, object_at - 1)
            match = shorter if shorter is not None and shorter[1].tag == _STATE else match
    return (at + match[0], match[1]) if match is not None else None
