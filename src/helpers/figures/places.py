"""Where: the most specific place that a sentence ties to a figure.

Places are known from the gazetteer (places.csv) or seen as such in the text: a name after "in" or "near", a name beside
"town", "neighbourhood", "province" (place_words.csv).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import compress
from typing import NamedTuple

from helpers.figures.gazetteer import (
    GIVING_EXAMPLES,
    LYING,
    MEANT,
    QUARTERS,
    SPECIFICITY,
    SUCH_AS,
    Gazetteer,
    known_at,
)
from helpers.figures.speakers import ARABIC_ARTICLES
from helpers.figures.units import Tagged
from helpers.figures.words import Words
from helpers.vocabulary import Row

_TITLE_CASE = 0.55
"""Share of capitalised words from which a sentence is a headline in title case, where capitals mark no names."""
_POINTERS = frozenset("the this that their its same".split())
"""Before "city" where it was named before."""
_UNNAMED = frozenset("a an another".split())
"""Before "city" where it is named later."""
_PER_SENTENCE, _OTHER_KIND, _NO_KIND, _TIED = 1.0, 2.0, 5.0, 2.0
"""What speaks against a place as the one meant: sentences between, an unlikely or unknown kind, being only near."""
_NO_NAME = re.compile(r"\d|ern$|(?:ish|ian|ese|ite|ic)s?(?:-|$)|(?<!^[Aa]l)(?<!^[Ee]l)-(?:[a-z]{4,}|run|led)$")
"""Directions, adjectives of nations and creeds, "IS-held" and the like, which stand in capitals but name no place."""
_DIRECTIONS = QUARTERS.union("north south east west".split())
_NEARBY = "nearby"
"""Like a direction it makes what stands behind "of" only near: "the **nearby** town of X", "north of X"."""
_HELD = ("-held", "-besieged", "-controlled", "-populated", "-occupied", "-run")
"""Ends of adjectives that say who has a place: "rebel-**held**"."""
_DESCRIBING = (*_HELD, "-hit", "-torn", "-ravaged", "-stricken", "-scarred", "-affected")
"""Ends of those that say this of a place or what it has been through: "war-**torn**"."""
_ENDS = frozenset('.!?:"“”')
"""Marks behind which a common noun may stand with a capital."""
_NEAR = 500
"""Words in which a word that opens a sentence is looked for inside others."""
_OWNER = ("'s", "’s")
"""Endings of a place to which what follows belongs."""
_JOINING = frozenset(["and", "or", "&", ","])
"""Between two places that are told of alike."""
_IN_NAME_ONLY = frozenset("facto de-facto self-styled self-proclaimed self-declared so-called".split())
"""Before what somebody only calls so: "the group's de **facto** Syrian capital"."""
_COUNTED = frozenset("two three four same whole".split())
"""Words that besides adjectives stand before "districts" in "the two districts"."""
_PEOPLE_OR_SIDE = "an"
"""Tags of phrases for people and sides."""
_VERBS = frozenset("KGDISXL")
"""Tags of verbs that may be written with a capital behind a name: "Blast in Klow **Kills** 12"."""
_DESCRIBED = frozenset("gwnaJM")
"""Tags of common nouns and adjectives, before which an unknown name only describes: "Klow **fighters**"."""
_DASHES, _LONGEST_DATELINE = frozenset("-–—"), 8
"""What ends a dateline, within how many words."""
_REACH_OF_FIRING = 4
"""Words between "fired from" and the place where those are who fired."""
_LONGEST_NAME = 6
"""Words of the longest unknown name."""


@dataclass(slots=True)
class Place:
    """A named place; ``first`` and ``last`` are word indices, ``row`` its row of places.csv if it has one."""

    text: str
    first: int
    last: int
    kind: str
    located: bool
    """Behind a word that locates: "in", "near", "town of"."""
    row: Row | None = None
    tie: str = ""
    """``near``, ``from``, ``to`` or ``posted`` where it only stands in this way to the place of what happens."""
    within_province: bool = False
    """A region that is itself part of a province."""
    named_before: bool = False
    """The text says "the city" here, and has named it before."""

    @property
    def specificity(self) -> float:
        """How small a place is, larger for smaller, so that the most specific one can be chosen."""
        if self.kind == "region" and self.within_province:
            return SPECIFICITY[""]
        return SPECIFICITY.get(self.kind, SPECIFICITY[""])


@dataclass(slots=True)
class _Reading:
    """A sentence on its way to its places, read from left to right."""

    tagged: Tagged
    words: Words
    first: int
    stop: int
    known: Gazetteer
    seen: dict[tuple[str, ...], Place]
    sources: Callable[[], set[int]]
    told_below: Callable[[str], bool]
    found: list[Place]


def in_sentence(
    tagged: Tagged,
    beginnings: Iterable[int],
    known: Gazetteer,
    sources: Callable[[], set[int]],
    seen: dict[tuple[str, ...], Place],
    told_below: Callable[[str], bool],
) -> list[Place]:
    """The places that a sentence names, left to right.

    ``beginnings`` are its words with which a name may begin. ``sources`` gives the words of its sources, which name no
    place, and is asked only where one may be named; ``seen`` are the unknown names already met as places in the
    article, to which those of this sentence are added. ``told_below`` says of a name in a headline whether running text
    below it names a place so.
    """
    words, first, stop, found = tagged.words, tagged.first, tagged.stop, []
    reading = _Reading(tagged, words, first, stop, known, seen, sources, told_below, found)
    go_on = first
    for at in beginnings:
        name = _name_at(reading, at) if at >= go_on else None
        if name is None or _is_in_phrase_for_people(tagged, at) or at in sources():
            continue
        place = _place(reading, *name)
        if place is None or (at == first and _is_before_agency(words, place.last, stop)):
            continue
        if found and found[-1].last == place.first and (found[-1].kind == "country" or found[-1].row is place.row):
            found.pop()
        found.append(place)
        go_on = place.last
    return found


def _is_in_phrase_for_people(tagged: Tagged, at: int) -> bool:
    """Whether a word belongs to a phrase for people or a side, in which no word is a place: "Free Klow Army"."""
    unit = bisect_right(tagged.lasts, at)
    return tagged.tags[unit] in _PEOPLE_OR_SIDE and tagged.lasts[unit] - tagged.firsts[unit] > 1


def listed(words: Words, inside: range, known: Gazetteer) -> list[Place]:
    """The places of the gazetteer that a stretch of words names, whatever they are said to be."""
    found = []
    for at in inside:
        row, length = known_at(words, at, inside.stop, known) if words.surface[at][0].isupper() else (None, 0)
        if row is not None:
            found.append(Place(words.span(at, at + length), at, at + length, row["kind"], True, row))
    return found


def pointing_back(tagged: Tagged, known: Gazetteer) -> list[Place]:
    """What a sentence calls "the city", "their village", "the two districts", left to right, without its name."""
    keys, first = tagged.words.keys, tagged.first
    found = []
    for before, at, kind in _bare_kinds(tagged, known):
        if keys[before] in _POINTERS:
            located = before > first and keys[before - 1] in known.locative
            tie = _tie(keys, before - 1, first, known)
            found.append(Place("", before, at + 1, kind, located, None, tie, named_before=True))
    return found


def unnamed(tagged: Tagged, known: Gazetteer) -> str | None:
    """The kind of what a sentence calls "a town" or, in a headline, "Syrian town": it is named later."""
    keys = tagged.words.keys
    for before, at, kind in _bare_kinds(tagged, known):
        several_quarters = kind == "district" and keys[at].endswith("s")
        if not several_quarters and (keys[before] in _UNNAMED or keys[before] in known.locative):
            return kind
    return None


def _bare_kinds(tagged: Tagged, known: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """Nouns like "town" that no name stands beside: the word before their adjectives, their own, and their kind."""
    keys, first, stop = tagged.words.keys, tagged.first, tagged.stop
    for at in compress(range(first + 1, stop), map(known.bare.__contains__, keys[first + 1 : stop])):
        if at + 1 < stop and (keys[at + 1] == "of" or tagged.tag_at(at + 1) == "U"):
            continue
        before = at - 1
        while before > first and (
            keys[before] in known.describing
            or keys[before] in _COUNTED
            or keys[before].endswith(_HELD)
            or tagged.tag_at(before) == "a"
            or keys[before].endswith("ly")
        ):
            before -= 1
        yield before, at, known.bare[keys[at]]


def is_of_quarters(tagged: Tagged, known: Gazetteer) -> bool:
    """Whether a sentence speaks of several quarters or of a side of town without a name: "rebel-held districts"."""
    keys, first = tagged.words.keys, tagged.first
    here = keys[first + 1 : tagged.stop]
    sides = compress(keys[first:], map(_DIRECTIONS.__contains__, here))
    return not known.quarters.isdisjoint(here) or any(before.endswith(_HELD) for before in sides)


def meant(pointer: Place, before: Iterable[list[Place]]) -> Place | None:
    """The place that ``pointer`` means; ``before`` are the places of its sentence and of those before, backwards."""
    kinds = MEANT[pointer.kind]
    best, least = None, 99.0
    for distance, named in enumerate(before):
        if _PER_SENTENCE * distance >= least:
            break
        for place in reversed(named):
            if place.kind in kinds and (distance or place.last <= pointer.first) and not place.named_before:
                cost = _PER_SENTENCE * distance + _TIED * bool(place.tie)
                cost += (_OTHER_KIND if place.kind else _NO_KIND) * (place.kind != kinds[0])
                if cost < least:
                    best, least = place, cost
    if best is None:
        return None
    return replace(
        best, first=pointer.first, last=pointer.last, located=pointer.located, tie=pointer.tie, named_before=True
    )


def of_dateline(tagged: Tagged, known: Gazetteer) -> Place | None:
    """The place that a report opens with, in capitals or before an agency: "**KLOW**, May 3 -", "**Klow** (AFP) -"."""
    words, first, stop = tagged.words, tagged.first, tagged.stop
    row, length = known_at(words, first, stop, known)
    behind = words.surface[first + length : min(stop, first + length + _LONGEST_DATELINE)]
    in_capitals = words.surface[first].isupper() and not _DASHES.isdisjoint(behind)
    if row is None or not (in_capitals or _is_before_agency(words, first + length, stop)):
        return None
    return Place(row["name"], first, first + length, row["kind"], True, row)


def _is_before_agency(words: Words, at: int, stop: int) -> bool:
    """Whether a dateline goes on at word ``at``, with an agency between brackets and a dash: "(AFP) -"."""
    behind = words.surface[at : min(stop, at + _LONGEST_DATELINE)]
    if behind[:1] != ["("] or ")" not in behind:
        return False
    return not _DASHES.isdisjoint(behind[behind.index(")") + 1 :][:1])


def _name_end(here: _Reading, at: int) -> int:
    """The word behind the unknown name that begins at word ``at``: before any that means something else."""
    words, keys, stop, known, end = here.words, here.words.keys, here.stop, here.known, at + 1
    while end < stop and (_is_of_name(words, end) or (keys[end] in known.articles and _is_of_name(words, end + 1))):
        if keys[end] in known.lexicon.begins and known_at(words, end, stop, known)[0] is not None:
            break
        if keys[end] in _DIRECTIONS and keys[end + 1 : end + 2] == ["of"]:
            break
        if (keys[end],) in known.not_places or here.tagged.tag_at(end) in _VERBS:
            break
        end += 1
    return end


def _is_of_name(words: Words, at: int) -> bool:
    """Whether a word is written as part of a name."""
    return at < len(words.keys) and (words.surface[at][0].isupper() or words.keys[at][:3] in ARABIC_ARTICLES)


def _name_at(here: _Reading, at: int) -> tuple[int, int, Row | None] | None:
    """Begin and end of what may be the name of a place that begins at word ``at``, and its row if it has one."""
    words, keys, known = here.words, here.words.keys, here.known
    surface, key, before = words.surface[at], keys[at], keys[at - 1] if at > here.first else ""
    if key in QUARTERS and not (surface[0].isupper() or before == "the" or before.endswith(_HELD)):
        return None
    row, length = known_at(words, at, here.stop, known)
    if row is None:
        end = _name_end(here, at)
        may_be = tuple(keys[at:end]) in here.seen or (_may_be_place(here, at, end) and _is_unknown_name(here, at))
        return (at, end, None) if may_be else None
    if before in known.lexicon.begins and (longer := known.rows.get((before, *keys[at : at + length]))) is not None:
        return at - 1, at + length, longer
    return at, at + length, row


class _Front(NamedTuple):
    """What stands before a name: "in the besieged **town of**"."""

    kind: str
    located: bool
    firm: bool
    """Behind a preposition after which even an unknown name is a place."""
    stated: bool
    """Behind "town of" and the like."""
    tie: str
    behind_of: bool = False
    """Behind "of" alone."""


def _place(here: _Reading, begin: int, end: int, row: Row | None) -> Place | None:
    """The place that the words name, of the kind that text or gazetteer say; None where they name none."""
    keys, known = here.words.keys, here.known
    if row is not None and here.words.keys[begin - 1] in _IN_NAME_ONLY:
        return None
    front = _front(here, begin, row)
    kind, located, text_end = front.kind, front.located, end
    noun = _noun_for_kind(keys, end, here.stop, known)
    if noun and end in here.sources():
        noun = ""  # "12 died in Klow **state** media said"
    if noun and not (row is not None and end + 1 < here.stop and keys[end + 1] == "of"):
        kind = _stated_kind(known.kinds[noun], kind, row)
        located, text_end = located or row is None, end + 1 + noun.count(" ")
    name = tuple(keys[begin:end])
    if row is None:
        if name in here.seen:
            kind = kind or here.seen[name].kind
        else:
            told_of = _is_told_of(here, begin, end)
            of_kind = told_of or text_end > end or kind != "" or _is_said_to_be_one(here, begin, end, front)
            if not _is_place(here, begin, end, front, of_kind):
                return None
            located = located or told_of
    text = _text(here.words, begin, end, text_end, row, known)
    owner = here.words.surface[end - 1].endswith(_OWNER) or _lost_its_mark(keys, begin, end, row, known)
    owns = front.behind_of and kind == "country" and owner
    located = located and not owns  # "members of **Borduria's** guards"
    tie = "near" if "border" in text else front.tie
    in_province = row is not None and row["place_id"] in known.provincial
    place = Place(text, begin, text_end, kind, located, row, tie, in_province)
    if row is None:
        here.seen.setdefault(name, place)
    return place


def _noun_for_kind(keys: list[str], at: int, stop: int, known: Gazetteer) -> str:
    """The noun for a kind of place at word ``at``, of two words or one: "gas field", "town"; empty where none is."""
    if at >= stop:
        return ""
    pair = f"{keys[at]} {keys[at + 1]}" if at + 1 < stop else ""
    return pair if pair in known.kinds else keys[at] if keys[at] in known.kinds else ""


def _front(here: _Reading, begin: int, row: Row | None) -> _Front:
    """What stands before the name that begins at word ``begin``."""
    keys, first, known = here.words.keys, here.first, here.known
    last = here.found[-1] if here.found else None
    before = opening(keys, begin - 1, first, known)
    if last is not None and last.last == before + 1 and last.kind == "country":
        before = last.first - 1
    kind, stated, nearby = row["kind"] if row else "", False, False
    firm = before >= first and (
        keys[before] in known.firm or (keys[begin - 1] != "the" and _tells_of_place(here, before))
    )
    located = before >= first and (keys[before] in known.locative or firm)
    if before > first and keys[before] == "of" and keys[before - 1] in known.kinds:
        of_kind = known.kinds[keys[before - 1]]
        named_alike = (of_kind, kind) == ("province", "city")  # of its capital's name: "the province of Homs"
        kind = of_kind if named_alike else kind or _stated_kind(of_kind, kind, row)
        located, stated, nearby = True, True, _is_nearby(keys, before, first, known)
        before = opening(keys, before - 2, first, known)
    elif (several := _examples_of(keys, before, first, known)) >= 0:
        kind, located, stated = kind or _stated_kind(known.kinds[keys[several]], kind, row), True, True
    elif before >= first and keys[before] in known.kinds and row is None:
        kind, located = _stated_kind(known.kinds[keys[before]], kind, row), True
    joined = last is not None and (last.last == before + 1 or (last.last == before and keys[before] in _JOINING))
    if joined:
        return _Front(kind, located or last.located, firm, stated, "near" if nearby else last.tie)
    behind_of = not stated and before >= first and keys[before] == "of"
    tie = "near" if nearby else _tie(keys, before, first, known)
    return _Front(kind, located, firm, stated, tie, behind_of)


def _tells_of_place(here: _Reading, at: int) -> bool:
    """Whether word ``at`` and the one before it tell of a place: "**shelled** Klow", "**siege of** Klow"."""
    keys, known = here.words.keys, here.known
    if keys[at] in known.attacking or at == here.first:
        return keys[at] in known.attacking
    if keys[at - 1] in known.leading.get(keys[at], ()):
        return here.words.surface[at - 1].islower()  # not in "the Klow Centre of Ardent"
    if keys[at] == "to" and keys[at - 1] in known.accesses:
        return True
    return keys[at] == "on" and here.tagged.entries[here.tagged.unit_of(at - 1)].thing == "incident"


def _is_told_of(here: _Reading, begin: int, end: int) -> bool:
    """Whether what stands behind an unknown name makes it a place's: "Klow **was shelled**", "Klow, **where**"."""
    keys, known = here.words.keys, here.known
    behind = keys[end : min(end + 2, here.stop)]
    if behind[:1] == ["where"] or behind == [",", "where"]:
        return True
    passive = len(behind) == 2 and behind[1] in known.attacking and here.tagged.tag_at(end) == "b"
    if not passive and known.inhabitants.isdisjoint(behind[:1]):
        return False
    if keys[opening(keys, begin - 1, here.first, known)] == "of" or len(here.words.surface[begin]) == 1:
        return False  # "a nurse of the **Klow** was hit", "**I** was hit"
    return begin > here.first or _is_capital_inside(here.words, begin)


def _is_capital_inside(words: Words, at: int) -> bool:
    """Whether the word that opens a sentence has its capital inside others near by too, as no common noun has."""
    near = range(max(1, at - _NEAR), min(len(words.surface), at + _NEAR))
    alike = (i for i in near if words.surface[i] == words.surface[at] and i != at)
    return any(words.surface[i - 1] not in _ENDS for i in alike)


def _examples_of(keys: list[str], at: int, first: int, known: Gazetteer) -> int:
    """The noun for several places of which names are given behind word ``at``: "**towns** including"; else -1."""
    if keys[at] in GIVING_EXAMPLES:
        noun = at - 1
    elif keys[at - 1 : at + 1] == SUCH_AS:
        noun = at - 2
    else:
        return -1
    noun -= noun > first and keys[noun] == ","
    return noun if noun >= first and keys[noun] in known.kinds and keys[noun].endswith("s") else -1


def _may_be_place(here: _Reading, begin: int, end: int) -> bool:
    """Whether anything stands beside an unknown name without which it cannot be a place's: a quick look."""
    keys, known = here.words.keys, here.known
    before = opening(keys, begin - 1, here.first, known)
    joined = here.found and here.found[-1].last in (before, before + 1)
    if joined or keys[before] in known.introducing or keys[begin] in known.elements:
        return True
    behind = keys[end : min(end + 2, here.stop)]
    return not known.following.isdisjoint(behind[:1]) or not known.attacking.isdisjoint(behind[1:])


def _is_place(here: _Reading, begin: int, end: int, front: _Front, of_kind: bool) -> bool:
    """Whether an unknown name is a place's; ``of_kind``: the text says of what kind."""
    words = here.words
    if not (of_kind or (front.firm and not words.surface[begin].isupper())):
        return False
    owns = words.surface[end - 1].endswith(_OWNER)
    described = end + 1 < here.stop and here.tagged.tag_at(end) in _DESCRIBED and words.surface[end][0].isalpha()
    may_name = (of_kind or owns or not described) and _may_name(words, begin, end, here.known, front.stated)
    return may_name and (not _is_title_case(here) or here.told_below(words.span(begin, end)))


def _is_unknown_name(here: _Reading, at: int) -> bool:
    """Whether a word that the vocabulary does not know is written as a name."""
    tag, key = here.tagged.tag_at(at), here.words.keys[at]
    return tag == "U" or (tag == "w" and (key[:3] in ARABIC_ARTICLES or key in here.known.articles))


def _is_title_case(here: _Reading) -> bool:
    """Whether a sentence is a headline that writes every word as a name."""
    capitals = sum(word[0].isupper() for word in here.words.surface[here.first : here.stop])
    return capitals > _TITLE_CASE * (here.stop - here.first)


def _is_said_to_be_one(here: _Reading, begin: int, end: int, front: _Front) -> bool:
    """Whether the text says that a name is a place's: "area of **Klow**", "on **Klow Camp**", what lies in a place."""
    keys, known = here.words.keys, here.known
    as_one = keys[begin] in known.elements or (front.located and keys[end - 1] in known.kinds)
    return front.stated or front.kind != "" or (as_one and end - begin > 1) or _is_said_to_lie(here, begin, end, front)


def _is_said_to_lie(here: _Reading, begin: int, end: int, front: _Front) -> bool:
    """Whether a name behind a locative is said to lie in a known place: "on **Klow** in Ardent province"."""
    keys = here.words.keys
    before = opening(keys, begin - 1, here.first, here.known)
    if not front.located or keys[before] == "of":
        return False
    at = _behind_direction(here, end)
    if at is None:
        return False
    while at + 1 < here.stop and (keys[at] == "the" or keys[at] in here.known.describing):
        at += 1
    return known_at(here.words, at, here.stop, here.known)[0] is not None


def _behind_direction(here: _Reading, end: int) -> int | None:
    """The word behind what leads from a name to where it lies: "Klow **in** Ardent", "Klow, **east of** Ardent"."""
    keys, at = here.words.keys, end
    if keys[at : at + 1] == [","] and keys[at + 2 : at + 3] == ["of"]:
        at += 1
    if keys[at + 1 : at + 2] == ["of"] and keys[at] in _DIRECTIONS:
        at += 1
    return at + 1 if at + 1 < here.stop and keys[at] in LYING else None


def _text(words: Words, begin: int, end: int, text_end: int, row: Row | None, known: Gazetteer) -> str:
    """A place as its sentence writes it, without a possessive "s"; a quarter of the country as the gazetteer does."""
    keys = words.keys
    text = row["name"] if row is not None and keys[begin] in QUARTERS else words.span(begin, text_end)
    if text_end == end and _lost_its_mark(keys, begin, end, row, known):
        text = text[:-1]
    return text.removesuffix("'s").removesuffix("’s")


def _lost_its_mark(keys: list[str], begin: int, end: int, row: Row | None, known: Gazetteer) -> bool:
    """Whether a known name has a possessive "s" without its mark: "**Syrias** war"."""
    return row is not None and keys[end - 1].endswith("s") and tuple(keys[begin:end]) not in known.rows


def opening(keys: list[str], at: int, first: int, known: Gazetteer) -> int:
    """The last word before what only describes a name: "in **the besieged northern** city"."""
    while at > first and (keys[at] == "the" or keys[at] in known.describing or keys[at].endswith(_DESCRIBING)):
        at -= 1
    return at


def _is_nearby(keys: list[str], of: int, first: int, known: Gazetteer) -> bool:
    """Whether the noun before "of" is said to be nearby: "the **nearby** rebel-held town of Klow"."""
    return of - 1 > first and _NEARBY in keys[opening(keys, of - 2, first, known) : of - 1]


def _tie(keys: list[str], at: int, first: int, known: Gazetteer) -> str:
    """How the place behind word ``at`` stands to what happens, if it is not the place itself."""
    if at < first:
        return ""
    earlier = keys[at - 1] if at > first else ""
    if keys[at] == "of" and (earlier in _DIRECTIONS or _is_nearby(keys, at, first, known)):
        return "near"
    if earlier in known.accesses and known.ties.get(keys[at]) == "to":
        return "near"
    if keys[at] == "of" and earlier in known.leading["of"]:
        at = opening(keys, at - 2, first, known)  # "**from** the outskirts of Klow"
        earlier = keys[at - 1] if at > first else ""
    if known.ties.get(earlier) == "posted" or _is_fired_from(keys, at, first, known):
        return "posted"
    return known.ties.get(keys[at], "")


def _is_fired_from(keys: list[str], at: int, first: int, known: Gazetteer) -> bool:
    """Whether up to word ``at`` is told from where something was fired: "rockets **fired from hills in** Klow"."""
    begin = max(first + 1, at - _REACH_OF_FIRING)
    if "from" not in keys[begin : at + 1]:
        return False
    return any(keys[word] == "from" and keys[word - 1] in known.launching for word in range(begin, at + 1))


def _stated_kind(stated: str, kind: str, row: Row | None) -> str:
    """The kind that the text states beside a name; "area" and "region" say nothing of an unknown one's size."""
    if stated != "region":
        return stated
    return "region" if row is not None and kind in ("province", "city") else kind


def _may_name(words: Words, begin: int, end: int, known: Gazetteer, stated: bool) -> bool:
    """Whether words look like a name: not too many, none that has another meaning or only gives a direction."""
    keys = words.keys[begin:end]
    if len(keys) > _LONGEST_NAME or tuple(keys) in known.not_places:
        return False
    if not known.unfit.isdisjoint(words.keys[max(0, begin - 1) : end]):
        return False
    if any("-" in key and all((part,) in known.rows for part in key.split("-")) for key in keys):
        return False  # it leads from one to the other: "the **Klow-Ardent** road"
    describing = known.describing if keys[-1] not in known.kinds else ()  # "Klow **Central** Prison"
    if any((key,) in known.not_places or key == "the" or key in describing for key in keys):
        return False
    return stated or not any(map(_NO_NAME.search, words.surface[begin:end]))
