"""Who says what a headline tells: a name before its colon, or behind its last mark: "12 killed - **Herald**"."""

from __future__ import annotations

import re

from helpers.figures import speakers, speakers_before
from helpers.figures.speakers import KNOWN, LINKS, NAME, NOUN, Source, Speakers
from helpers.figures.units import Tagged

_COUNTED = re.compile(r"[aUw]{0,3}p|(?!n)[aUw]{0,3}[qi]")
"""Leftwards from a noun: a preposition or a number governs it, "kills 12 **activists**"."""
_GOVERNED = re.compile("[pKGiS]t?$|ot?[aw]{0,2}$")
"""Tags of what takes the words behind it as its object."""
_PUBLISHING = ("news_agency", "media")
"""Kinds of sources that are outlets themselves."""
_COLON, _DASHES, _BAR = frozenset(":"), frozenset("-–—"), frozenset("|")
"""Marks between what a headline tells and who says so, or whose site it is on."""
_SHORTEST = 3
"""Words of the shortest headline that a site's name follows."""
_LONGEST_LABEL, _LONGEST_CREDIT = 8, 6
"""Words of the source that opens a headline, and of the one that closes it."""


def source_of(tagged: Tagged, known: Speakers) -> Source | None:
    """As in "Raids kill 12: monitor", "Ministry: 100 killed", "Raids kill 12 Monitor", "Medics 12 killed"."""
    words, first, stop = tagged.words, tagged.first, tagged.stop
    if tagged.tags[1:2] == "q" and tuple(words.keys[first : tagged.lasts[0]]) in known.nouns:
        return speakers.source(words, first, tagged.lasts[0], first, True, known)
    colon = _first_of(_COLON, words.surface, first + 1, stop)
    if colon is not None and (credited := _credited(tagged, colon, known)):
        return credited
    if colon is not None and colon < first + _LONGEST_LABEL and not _is_place(words.keys, first, colon, known):
        begin, sure = speakers_before.ending_at(words, first, colon, known)
        named = begin is not None and (sure > NAME or (sure == NAME and words.keys[first] not in known.openers))
        return speakers.source(words, first, colon, colon, True, known, sure) if named else None
    dash = _first_of(_DASHES, words.surface, first + _SHORTEST, stop - 1)
    if dash is not None and tagged.tags[tagged.unit_of(dash - 1)] == "S":
        return None
    credited = _credited(tagged, dash, known) if dash is not None else None
    if credited is None:
        return _closing_headline(tagged, _end_of_headline(tagged), known)
    return _closing_headline(tagged, dash, known) if _is_site(credited) else credited


def _first_of(marks: frozenset[str], surface: list[str], begin: int, stop: int) -> int | None:
    """The first of the words ``begin`` to ``stop`` that is one of the marks."""
    if marks.isdisjoint(surface[begin:stop]):
        return None
    return next(at for at in range(begin, stop) if surface[at] in marks)


def _credited(tagged: Tagged, mark: int, known: Speakers) -> Source | None:
    """The source that stands behind the mark at word ``mark`` of a headline, if no more than that does."""
    words, stop = tagged.words, tagged.stop
    if stop - mark > _LONGEST_CREDIT or not speakers.names_one(words, mark + 1, stop, known):
        return None
    return speakers.source(words, mark + 1, stop, mark, False, known)


def _is_place(keys: list[str], begin: int, end: int, known: Speakers) -> bool:
    """Whether the words name a place, of which a headline tells what happened there: "Borduria: 12 killed"."""
    return keys[end - 1] in known.places and not any((key,) in known.nouns for key in keys[begin:end])


def _is_site(credited: Source) -> bool:
    """Whether behind a dash stands who published the headline: "Raids kill 12 - Klow Times"."""
    row = credited.row
    return row is not None and row["kind"] in _PUBLISHING and not row["crowd"]


def may_pass_on(named: Source) -> bool:
    """Whether a headline may open with a topic, or an outlet, before who says so: "Klow: 12 killed, SANA says"."""
    return named.cue > named.first and (named.sure < NOUN or _is_site(named))


def _closing_headline(tagged: Tagged, end: int, known: Speakers) -> Source | None:
    """The source that a headline ends with at word ``end``, where no mark must set it off: "Raids kill 12 Monitor"."""
    words, first = tagged.words, tagged.first
    for begin in range(max(first + 2, end - _LONGEST_CREDIT), end):
        key = tuple(words.keys[begin:end])
        if (key in known.rows or key in known.nouns) and not _is_place(words.keys, begin, end, known):
            told = _is_told_of(tagged, begin, key in known.nouns, known)
            return None if told else speakers.source(words, begin, end, begin, False, known)
    return None


def _end_of_headline(tagged: Tagged) -> int:
    """The word behind a headline, without the site's name: "Raids kill 12 | Klow Times"."""
    surface, first, stop = tagged.words.surface, tagged.first, tagged.stop
    bar = _first_of(_BAR, surface, first + _SHORTEST, stop) or stop
    dashes = (at for at in range(first + _SHORTEST, bar - 4) if surface[at] == "-" and surface[at + 1][0].isupper())
    end = next(dashes, bar)
    while end > first and surface[end - 1] in ".|_-–":
        end -= 1
    return end


def _is_told_of(tagged: Tagged, begin: int, noun: bool, known: Speakers) -> bool:
    """Whether the words of a source at the end of a headline are part of what it tells: "kills 12 **activists**"."""
    words, tags = tagged.words, tagged.tags
    unit = tagged.unit_of(begin)
    if noun and tags[unit] == "S" and speakers_before.ending_at(words, begin - 1, begin, known)[1] == KNOWN:
        return True  # it is the verb of the source before it: "SANA **reports**"
    if tags[unit] == "T":
        return True  # it is what is told: "kills 12 New **tally**"
    if words.keys[begin - 1] in LINKS or _GOVERNED.search(tags, 0, unit) or tags[unit - 1] == "b":
        return True
    counted = tags[unit] in "nM" and _COUNTED.match(tagged.leftward(unit)) is not None
    return counted and _agrees(tagged, unit, known) and words.surface[begin - 1] not in ":-–_,"


def _agrees(tagged: Tagged, unit: int, known: Speakers) -> bool:
    """Whether a noun can be counted by the number right before it: not the governor in "kills 12 Governor"."""
    number = tagged.quantities.get(unit - 1)
    return number is None or number.value == 1 or tagged.text(unit).lower() not in known.persons
