"""Part of what: numbers that a text states as parts of another, in one sentence or over several."""

from __future__ import annotations

import re

from helpers.figures import reading, sums
from helpers.figures.found import Found
from helpers.figures.people import Who, may_be_among
from helpers.figures.places import Place
from helpers.figures.rules import SOME
from helpers.figures.speakers import PRONOUN
from helpers.figures.telling import Telling

_REACH = 12
"""Sentences back in which a part that says that it is one finds its whole."""
_MOST_AT_ONCE = 60
"""Figures before a part among which its whole is looked for."""
_OF_THE_WOUNDED = "12 of the wounded died"
_PARTITIVE = SOME | {reading.BACK}
_OPENS_WITH_PARTS = re.compile(
    r"\W*(?:they|these|those|among|amongst|of (?:the|those|these|them)|the (?:dead|wounded|victims))\b", re.I
)
_THEY_INCLUDED = re.compile("t(n)i$")
_THEY = re.compile(r"\W*(?:they|these)\b", re.I)
_OF_THE_DEAD = re.compile("ot[WJNne]")
_OF_ANY = re.compile("o[ewayn]?[WJDN]")
_FACILITIES = re.compile("tw?[gw]")
"""Tags of an opening "these" that stands before what is nobody: "**these same clinics** reported 33 dead"."""
_POINTING = ("the", "those", "these")
"""Determiners of those told before: "five of **the** dead", not "of his brothers"."""
_WIDE = ("country", "region", "province")
"""Kinds of places that hold others which the gazetteer does not know."""
_HARMED = re.compile("[KGDW]c?[KGDW]?$")
"""Before a number it makes of it an object: "killing dozens of them" counts anew."""


def wholes(found: list[Found], told: Telling) -> dict[int, int]:
    """For each part its whole, as indices in ``found``."""
    where = {(f.sentence, f.at): i for i, f in enumerate(found)}
    result = _said_in_the_sentence(found, where, told)
    result |= sums.of_totals(found, told, result)
    _of_the_sentence_before(found, where, told, result)
    for i, figure in enumerate(found):
        listed_with = where.get((figure.sentence, figure.reading.joined))
        if i not in result and listed_with in result and found[result[listed_with]].sentence < figure.sentence:
            result[i] = result[listed_with]  # "the dead include five women and **nine** men"
    return result


def take_people(found: list[Found], wholes: dict[int, int]) -> None:
    """Count parts without a noun of their own as those whom their whole counts: "**fourteen of the victims** died"."""
    for part, of in wholes.items():
        figure, whole = found[part], found[of]
        back = whole.sentence < figure.sentence and (_is_partitive(figure) or _says_of_them(figure))
        if back and figure.who.inherited and whole.who.unit == figure.who.unit:
            figure.who = Who(whole.who.group, whole.who.side, whole.who.unit, inherited=True)


def partitives(figures: list[Found]) -> set[tuple[int, int]]:
    """The sentence and unit of figures whose own words say that they are part of another, and of those listed with."""
    found: set[tuple[int, int]] = set()
    for figure in figures:
        own, listed_with = figure.reading, (figure.sentence, figure.reading.joined)
        if own.whole >= 0 or _is_partitive(figure) or listed_with in found:
            found.add((figure.sentence, figure.at))
    return found


def _is_partitive(figure: Found) -> bool:
    """Whether a number's own rule makes it a part; "dozens **of dead**" are none of those told before."""
    return figure.reading.rule in _PARTITIVE and not _OF_ANY.match(figure.tagged.tags, figure.at + 1)


def _said_in_the_sentence(found: list[Found], where: dict[tuple[int, int], int], told: Telling) -> dict[int, int]:
    """Parts whose own sentence says of what they are; ``where`` holds the figures by sentence and unit."""
    result: dict[int, int] = {}
    for i, figure in enumerate(found):
        whole = where.get((figure.sentence, figure.reading.whole))
        if whole in (None, i) or not _may_be_part(figure, found[whole], told):
            continue
        listed = where.get((figure.sentence, figure.reading.joined), i)
        if listed >= i or listed in result or found[listed].reading.whole != figure.reading.whole:
            result[i] = whole
    return result


def _may_be_part(part: Found, whole: Found, told: Telling) -> bool:
    """Whether what is listed behind a number may be part of it: by its people, place and day.

    Not "nine civilians, two of them girls, and **seven** soldiers", nor "six died in Homs, **four** in Hama".
    """
    if part.reading.rule == reading.ELSEWHERE:
        (here, now), (there, then) = _told_behind(part, told), _told_behind(whole, told)
        inside = not here or not there or any(p.kind in _WIDE for p in there) or sums.lie_in(here, there, told)
        return inside and (not now or not then or now == then)
    if reading.is_marked(part.tagged, part.at):
        return not _is_of_others_named(part, whole)
    return may_be_among(part.who, whole.who)


def _is_of_others_named(part: Found, whole: Found) -> bool:
    """Whether a part is said to be of others: "50 fighters died and **the civilians included** three children"."""
    named = _THEY_INCLUDED.search(part.tagged.tags, 0, part.at)
    entry = part.tagged.entries[named.start(1)] if named is not None else None
    return entry is not None and named.start() > whole.at and entry.group not in ("", "people", whole.who.group)


def _told_behind(figure: Found, told: Telling) -> tuple[list[Place], list[str | None]]:
    """The places and the days that are named between a number and the next one."""
    tagged, words = figure.tagged, figure.tagged.words
    behind = tagged.tags.find("q", figure.at + 1)
    first, stop = tagged.lasts[figure.at], tagged.firsts[behind] if behind > 0 else tagged.stop
    begin = told.spans[figure.sentence][0]
    stretch = range(words.starts[first] - begin, words.ends[stop - 1] - begin) if first < stop else range(0)
    places = [place for place in told.places(figure.sentence) if first <= place.first < stop]
    return places, [when.since for when in told.times(figure.sentence) if when.start in stretch]


def _of_the_sentence_before(
    found: list[Found], where: dict[tuple[int, int], int], told: Telling, result: dict[int, int]
) -> None:
    """As in "They included five children", "Twenty of them are women": parts of the total told last.

    "They" are those of the sentence before, though these be part of a total themselves; what befell "twenty of them"
    need not have befallen all. Parts of a total that is not told are no wholes, nor are those listed with them.
    """
    parts = {where[at] for at in partitives(found)}
    for i, figure in enumerate(found):
        if i in result:
            continue
        text = told.sentence(figure.sentence)
        partitive = _is_partitive(figure) or _says_of_them(figure)
        opens = _OPENS_WITH_PARTS.match(text) and not _FACILITIES.match(figure.tagged.tags)
        if not (partitive or (opens and not _opens_with_speaker(figure, told))):
            continue
        reach = range(figure.sentence - (_REACH if partitive else 2), figure.sentence)
        larger = [j for j in range(max(0, i - _MOST_AT_ONCE), i) if _can_hold(found[j], figure, reach)]
        outcome = "injured" if figure.reading.rule == _OF_THE_WOUNDED else figure.reading.outcome
        before = [j for j in larger if found[j].reading.outcome == outcome]
        taken = parts | result.keys()
        wholes = [j for j in before if j not in taken]
        if _THEY.match(text) and not any(found[j].sentence == figure.sentence - 1 for j in wholes):
            wholes += [j for j in before if found[j].sentence == figure.sentence - 1]
        if not wholes and _says_of_them(figure):
            wholes = [j for j in larger if j not in taken and found[j].sentence == figure.sentence - 1]
        if wholes:
            result[i] = wholes[-1]


def _opens_with_speaker(figure: Found, told: Telling) -> bool:
    """Whether those with whom a figure's sentence opens say what it tells: "**They** said two soldiers died"."""
    said = told.said(figure.sentence)
    return any(source.carries == PRONOUN and source.first == figure.tagged.first for source in said)


def _can_hold(whole: Found, part: Found, reach: range) -> bool:
    """Whether a number of a sentence in reach is no smaller than one that may be part of it."""
    return whole.sentence in reach and whole.quantity.value >= part.quantity.value


def _says_of_them(figure: Found) -> bool:
    """Whether "of them" or "of the dead" stands beside a number, and nothing in its own sentence can be meant."""
    tagged, at = figure.tagged, figure.at
    if reading.opens_with_them(tagged, at):
        return True
    behind = tagged.tags[at + 1 : at + 2]
    if behind not in ("i", "o") or "q" in tagged.tags[:at] or _HARMED.search(tagged.tags, 0, at):
        return False
    of_them = behind == "i" and tagged.text(at + 1).lower().startswith("of")
    of_the_dead = _OF_THE_DEAD.match(tagged.tags, at + 1) and tagged.text(at + 2).lower() in _POINTING
    return of_them or bool(of_the_dead)
