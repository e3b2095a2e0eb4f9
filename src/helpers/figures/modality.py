"""Whether a figure is reported, only projected, or quoted in order to be denied."""

from __future__ import annotations

from functools import lru_cache

from helpers.dateline import MONTHS
from helpers.figures.lexicon import phrase_key
from helpers.figures.outcomes import Reading
from helpers.figures.speakers import Source
from helpers.figures.units import Tagged
from helpers.vocabulary import Vocabulary, spellings

REPORTED, PROJECTED, DENIED = "reported", "projected", "denied"
_REACH = 5


@lru_cache(maxsize=4)
def cues(vocabulary: Vocabulary) -> dict[tuple[str, ...], str]:
    """The phrases of modality.csv by what they make of a figure."""
    return {phrase_key(w): row["modality"] for row in vocabulary["modality"] for w in spellings(row["words"])}


def of_figure(
    tagged: Tagged, at: int, reading: Reading, source: Source | None, known: dict[tuple[str, ...], str]
) -> str:
    """The modality of a number, from the verb of its source and the words around the deciding unit."""
    keys = tagged.words.keys
    if source is not None and known.get((keys[source.cue],)) == DENIED and source.leading:
        return DENIED
    low, high = min(at, reading.unit), max(at, reading.unit)
    begin, end = tagged.units[max(0, low - _REACH)].first, tagged.units[high].last
    if reading.unit > at:
        begin = tagged.units[at].first
    for word in range(begin, end):
        if keys[word] in MONTHS and tagged.words.surface[word][0].isupper():
            continue
        for length in (3, 2, 1):
            found = known.get(tuple(keys[word : word + length]))
            if found == PROJECTED and word + length <= end:
                return PROJECTED
    return REPORTED
