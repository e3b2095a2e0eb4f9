"""Whether a figure is reported, only projected, or quoted in order to be denied."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from helpers.dateline import MONTHS
from helpers.figures.lexicon import Entry, Lexicon, phrase_key
from helpers.figures.reading import AID, Reading
from helpers.figures.speakers import Source
from helpers.figures.units import Tagged
from helpers.vocabulary import Vocabulary, spellings

REPORTED, PROJECTED, DENIED = "reported", "projected", "denied"
_THAT = "that"
_EVENT, _MOVES = "E", ("displaced", "returned")
"""Tag of nouns for events, and what befalls people as such, of which a verb behind them tells when."""
_REACH = 5
"""Units before number and deciding word in which a "could" makes the figure a projection."""


@lru_cache(maxsize=4)
def cues(vocabulary: Vocabulary) -> Lexicon:
    """The phrases of modality.csv; the tag of each is what it makes of a figure."""
    return Lexicon(
        {phrase_key(w): Entry(row["modality"]) for row in vocabulary["modality"] for w in spellings(row["words"])}
    )


class Cue(NamedTuple):
    """A phrase of modality in a sentence."""

    word: int
    """With which it begins."""
    denies: bool
    """It has several words and denies what its sentence tells: "it is a lie that 12 died"."""
    expects: bool
    """It ends in "that" and expects what follows: "it is feared that 12 died"."""


def cued(tagged: Tagged, known: Lexicon) -> list[Cue]:
    """The phrases of modality of a sentence, the longest that begins at each word."""
    keys, first, stop = tagged.words.keys, tagged.first, tagged.stop
    may_begin = compress(range(first, stop), map(known.begins.__contains__, keys[first:stop]))
    matches = ((word, known.longest(keys, word, stop)) for word in may_begin)
    return [
        Cue(
            word,
            denies=match[0] > 1 and match[1].tag == DENIED,
            expects=match[1].tag == PROJECTED and keys[word + match[0] - 1] == _THAT,
        )
        for word, match in matches
        if match is not None
    ]


def of_figure(tagged: Tagged, at: int, reading: Reading, source: Source | None, cued: list[Cue], known: Lexicon) -> str:
    """The modality of a number, from the verb of its source and the words around the deciding unit."""
    keys, surface = tagged.words.keys, tagged.words.surface
    if source is not None and source.leading and _meaning(keys, source.cue, source.cue + 1, known) == DENIED:
        return DENIED
    if not cued:
        return REPORTED
    if any(cue.denies for cue in cued):
        return DENIED
    if any(cue.expects and cue.word < tagged.firsts[at] for cue in cued):
        return PROJECTED
    low, high = min(at, reading.unit), max(at, reading.unit)
    begin, end = tagged.firsts[max(0, low - _REACH)], tagged.lasts[high]
    if reading.unit > at:
        begin = tagged.firsts[at]
    if reading.rule == AID or (tagged.tags[reading.unit] == _EVENT and reading.outcome in _MOVES):
        end = tagged.lasts[min(at + _REACH, len(tagged.lasts) - 1)]
    for cue in cued:
        if begin <= cue.word < end and _meaning(keys, cue.word, end, known) == PROJECTED:
            month = keys[cue.word] in MONTHS and surface[cue.word][0].isupper()
            if not month:
                return PROJECTED
    return REPORTED


def _meaning(keys: list[str], at: int, stop: int, known: Lexicon) -> str | None:
    """What the phrase that begins at a word and ends by ``stop`` makes of a figure, if it is a cue."""
    match = known.longest(keys, at, stop)
    return match[1].tag if match else None
