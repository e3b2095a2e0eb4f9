"""Where: the most specific place that a sentence ties to a figure.

Places are known from the gazetteer (places.csv) or seen as such in the text: a name after "in" or "near", a name beside
"town", "neighbourhood", "province" (place_words.csv).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from helpers.dateline import MONTHS
from helpers.figures.expressions import WEEKDAYS
from helpers.figures.lexicon import Entry, Lexicon, build, phrase_key, rows_by_name
from helpers.figures.speakers import ARABIC_ARTICLES
from helpers.figures.units import Tagged
from helpers.figures.words import Words
from helpers.figures.words import key as key_of
from helpers.vocabulary import Row, Vocabulary, spellings

SPECIFICITY = {
    "country": 0.0,
    "river": 0.0,
    "region": 1.5,
    "province": 2.0,
    "city": 3.0,
    "": 3.2,
    "town": 4.0,
    "village": 4.2,
    "district": 4.5,
    "site": 4.6,
}
TIES = ("near", "from", "to", "posted")
"""The kinds of place_words.csv for how a place can stand to that of what happens."""
_TITLE_CASE = 0.55
"""Share of capitalised words from which a sentence is a headline in title case, where capitals mark no names."""
MEANT = {
    "city": ("city", "town", "", "province"),
    "town": ("town", "city", "", "village"),
    "village": ("village", "", "town"),
    "district": ("district",),
    "province": ("province", "city"),
    "enclosed": ("region", "province", "district"),
}
"""By the noun of "the city", "the village": kinds of places that it can mean, the likeliest first."""
_POINTERS = frozenset("the this that their its same".split())
"""Before "city" where it was named before."""
_UNNAMED = frozenset("a an another".split())
"""Before "city" where it is named later."""
_PER_SENTENCE, _OTHER_KIND, _TIED = 1.0, 2.0, 2.0
"""What speaks against a place as the one meant: sentences in between, less likely kinds, being only near."""
_QUARTERS = frozenset("northwest northeast southwest southeast north-west north-east south-west south-east".split())
"""Quarters of a country that are its regions where "the" stands before them, without a capital too."""
_NO_NAME = re.compile(r"\d|ern$|(?:ish|ian|ese|ite|ic)s?(?:-|$)|(?<!^[Aa]l)(?<!^[Ee]l)-(?:[a-z]{4,}|run|led)$")
"""Directions, adjectives of nations and creeds, "IS-held" and the like, which stand in capitals but name no place."""
_DIRECTIONS = _QUARTERS.union("north south east west".split())
_NEARBY = "nearby"
"""Like a direction it makes what stands behind "of" only near: "the **nearby** town of X", "north of X"."""
_HELD = ("-held", "-besieged", "-controlled", "-populated", "-occupied", "-run")
"""Ends of adjectives that say who has a place: "rebel-**held**"."""
_DESCRIBING = (*_HELD, "-hit", "-torn", "-ravaged", "-stricken", "-scarred", "-affected")
"""Ends of those that say this of a place or what it has been through: "war-**torn**"."""
_FIRM = frozenset(
    "in near at outside around off inside from left fled fleeing leaving into throughout across over towards "
    "toward".split()
)
"""Prepositions after which even an unknown name is a place."""
_ALIKE = {"of": ("of", "for"), "on": ("on", "through"), "to": ("to", "between")}
"""Prepositions that follow the same words: "battle **of** Klow" and "**for** Klow"."""
_ENDS = frozenset('.!?:"“”')
"""Marks behind which a common noun may stand with a capital."""
_OWNER = ("'s", "’s")
"""Endings of a place to which what follows belongs."""
_JOINING = frozenset(["and", "or", "&", ","])
"""Between two places that are told of alike."""
_GIVING_EXAMPLES = frozenset(["including", "like", "namely", "notably"])
_SUCH_AS = ["such", "as"]
"""Between a noun for several places and the names of some: "towns **including** Klow"."""
LYING = frozenset(["in", "of"])
"""Between a place and the larger one in which it lies."""
_COUNTED = frozenset("two three four same whole".split())
"""Words that besides adjectives stand before "districts" in "the two districts"."""
_CALENDAR = frozenset([*WEEKDAYS, *{number: month for month, number in reversed(MONTHS.items())}.values()])
"""Full names only: "Mar" begins names of places."""
_PEOPLE_OR_SIDE, _UNKNOWN = "an", "Uw"
"""Tags of phrases for people and sides, and of words that the vocabulary does not know."""
_VERBS = frozenset("KGDISXL")
"""Tags of verbs that may be written with a capital behind a name: "Blast in Klow **Kills** 12"."""
_DESCRIBED = frozenset("gwnaJM")
"""Tags of common nouns and adjectives, before which an unknown name only describes: "Klow **fighters**"."""
_DASHES, _LONGEST_DATELINE = frozenset("-–—"), 8
"""What ends a dateline, within how many words."""
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


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The places of a vocabulary, ready for look-up."""

    lexicon: Lexicon
    rows: dict[tuple[str, ...], Row]
    by_id: dict[str, Row]
    provincial: frozenset[str]
    """The place_ids of what lies in a province first of all."""
    around: dict[str, frozenset[str]]
    """By place_id the places in which one lies at any depth, itself among them."""
    kinds: dict[str, str]
    quarters: frozenset[str]
    """Nouns for several quarters or regions: "districts"."""
    bare: dict[str, str]
    """Nouns like "town" and "villages" that can mean a place named elsewhere, with their kind."""
    locative: frozenset[str]
    ties: dict[str, str]
    accesses: frozenset[str]
    """Nouns for what leads into a place, and words for beside it: "the **entrance** to", "**close** to"."""
    elements: frozenset[str]
    """First words of names that no other names begin with: "**Tell** Klow"."""
    articles: frozenset[str]
    """Articles apart from their noun, at the beginning of a name or within: "**Al** Klow", "Deir **ez** Klow"."""
    describing: frozenset[str]
    """What may stand before a name or "the town": "northern", "besieged"."""
    nationwide: frozenset[str]
    """Phrases for all of the country that is told of: "across the country"."""
    not_places: frozenset[tuple[str, ...]]
    attacking: frozenset[str]
    """Verbs for what is done to places: "**shelled** Klow"."""
    inhabitants: frozenset[str]
    """Nouns for who lives in a place: "Klow **residents**"."""
    leading: dict[str, frozenset[str]]
    """By preposition the words before it: behind both an unknown name is a place's, "**siege of** Klow"."""
    unfit: frozenset[str]
    """Words beside a name that make it one of something else: "**Lake** Klow", "Klow **Brigade**"."""
    introducing: frozenset[str]
    """Words of which one stands before an unknown name that is a place's, if none follows: "in", "town"."""
    may_begin: Callable[[str], bool]
    """Whether a word, as a text has it, may begin the name of a place."""

    def inside(self, row: Row, country: str) -> bool:
        """Whether a place lies in another, at any depth."""
        return country in self.around[row["place_id"]]


@lru_cache(maxsize=4)
def gazetteer(vocabulary: Vocabulary) -> Gazetteer:
    """The look-up tables of places.csv and place_words.csv."""
    rows = rows_by_name(vocabulary["places"], ("the",))
    for key, row in list(rows.items()):
        for written in _as_written(key):
            rows.setdefault(written, row)
    by_kind = {r["kind"]: spellings(r["words"]) for r in vocabulary["place_words"]}
    kinds = {w: kind for kind, listed in by_kind.items() if kind in SPECIFICITY for w in listed}
    named = {
        phrase_key(w)
        for table in ("sides", "people", "sources", "abbreviations")
        for r in vocabulary[table]
        for w in spellings(r.get("words") or f"{r.get('name')}|{r.get('variants')}")
    }
    by_id = {row["place_id"]: row for row in vocabulary["places"]}
    lexicon = Lexicon({key: Entry("p") for key in rows})
    locative = frozenset(by_kind.get("locative", ()))
    return Gazetteer(
        lexicon,
        rows,
        by_id,
        frozenset(place_id for place_id, row in by_id.items() if _is_provincial(row, by_id)),
        {place_id: _around(place_id, by_id) for place_id in by_id},
        kinds,
        frozenset(w for w, kind in kinds.items() if w.endswith("s") and kind in ("district", "region")),
        _bare_nouns(kinds) | dict.fromkeys(by_kind.get("enclosed", ()), "enclosed"),
        locative,
        {w: tie for tie in TIES for w in by_kind.get(tie, ())},
        frozenset(by_kind.get("access", ())),
        elements := frozenset(by_kind.get("element", ())),
        articles := frozenset(by_kind.get("article", ())),
        frozenset(by_kind.get("describing", ())),
        frozenset(by_kind.get("nationwide", ())),
        frozenset(named.difference((word,) for word in articles))
        | frozenset((word + end,) for word in _CALENDAR for end in ("", "s")),
        attacking := frozenset(by_kind.get("attacking", ())),
        inhabitants := frozenset(by_kind.get("inhabitants", ())),
        {
            preposition: frozenset(by_kind.get(f"before {listed}", ())).union(inhabitants)
            for listed, prepositions in _ALIKE.items()
            for preposition in prepositions
        },
        frozenset(by_kind.get("unfit", ())),
        locative.union(kinds, elements, attacking, _FIRM, _GIVING_EXAMPLES, _SUCH_AS[1:], LYING, *_ALIKE.values()),
        _may_begin_name(lexicon, build(vocabulary), locative, articles),
    )


def _may_begin_name(
    named: Lexicon, general: Lexicon, locative: frozenset[str], articles: frozenset[str]
) -> Callable[[str], bool]:
    """Whether a word may begin a place's name: it is written so, and known as the begin of one or not known at all."""

    def may_begin(word: str) -> bool:
        key = key_of(word)
        known = key in named.begins or key.removesuffix("s") in named.begins
        may_be = key not in locative and (known or general.branch(word).entry.tag in _UNKNOWN)
        return may_be and (key in articles or _is_written_as_name(word))

    return may_begin


def _is_written_as_name(word: str) -> bool:
    """Whether a word is written as a place's name, or as its Arabic article, or names a quarter of a country.

    What is in capitals throughout, as the city of a dateline is, is none.
    """
    if len(word) > 3 and word.isupper():
        return False
    return word[0].isupper() or key_of(word)[:3] in ARABIC_ARTICLES or key_of(word) in _QUARTERS


def _is_provincial(row: Row, by_id: dict[str, Row]) -> bool:
    outer = by_id.get(row["inside"].split("|")[0])
    return outer is not None and outer["kind"] == "province"


def _bare_nouns(kinds: dict[str, str]) -> dict[str, str]:
    """The nouns that can mean a place named elsewhere, also as plurals, with their kind."""
    return {w: kind for w, kind in ({f"{w}s": kind for w, kind in kinds.items()} | kinds).items() if kind in MEANT}


def _around(place_id: str, by_id: dict[str, Row]) -> frozenset[str]:
    seen: set[str] = set()
    queue = [place_id]
    while queue:
        here = queue.pop()
        if here not in seen and here in by_id:
            queue.extend(spellings(by_id[here]["inside"]))
        seen.add(here)
    return frozenset(seen)


def _as_written(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Other ways of writing a name: its Arabic article apart (al Hirak, al- Hirak), its words as one (KafrNabl)."""
    article, name = key[0][:3], key[0][3:]
    if article in ARABIC_ARTICLES and name:
        yield article[:-1], name, *key[1:]
        yield article, name, *key[1:]
    elif article not in ARABIC_ARTICLES:
        yield "al", *key
        yield "al-", *key
    if len(key) == 2:
        yield ("".join(key).replace("-", ""),)


@dataclass(slots=True)
class _Reading:
    """A sentence on its way to its places, read from left to right."""

    tagged: Tagged
    words: Words
    first: int
    stop: int
    known: Gazetteer
    seen: dict[tuple[str, ...], Place]
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
    reading = _Reading(tagged, words, first, stop, known, seen, told_below, found)
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
        row, length = _known_at(words, at, inside.stop, known) if words.surface[at][0].isupper() else (None, 0)
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
                cost = _PER_SENTENCE * distance + _OTHER_KIND * (place.kind != kinds[0]) + _TIED * bool(place.tie)
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
    row, length = _known_at(words, first, stop, known)
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


def _known_at(words: Words, at: int, stop: int, known: Gazetteer) -> tuple[Row | None, int]:
    """The gazetteer's place that is named from word ``at`` on, and by how many words; "Syrias" names one too."""
    keys = words.keys
    begins = keys[at] in known.lexicon.begins
    match = known.lexicon.longest(keys, at, stop) if begins else None
    if match is not None:
        return known.rows[tuple(keys[at : at + match[0]])], match[0]
    for length in (2, 1) if begins else (1,):
        if at + length <= stop and keys[at + length - 1].endswith("s"):
            key = tuple(keys[at : at + length])
            row = known.rows.get((*key[:-1], key[-1][:-1])) if key not in known.not_places else None
            if row is not None:
                return row, length
    return None, 0


def _name_end(here: _Reading, at: int) -> int:
    """The word behind the unknown name that begins at word ``at``: before any that means something else."""
    words, keys, stop, known, end = here.words, here.words.keys, here.stop, here.known, at + 1
    while end < stop and (_is_of_name(words, end) or (keys[end] in known.articles and _is_of_name(words, end + 1))):
        if keys[end] in known.lexicon.begins and _known_at(words, end, stop, known)[0] is not None:
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
    if key in _QUARTERS and not (surface[0].isupper() or before == "the" or before.endswith(_HELD)):
        return None
    row, length = _known_at(words, at, here.stop, known)
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
    front = _front(here, begin, row)
    kind, located, text_end = front.kind, front.located, end
    noun = _noun_for_kind(keys, end, here.stop, known)
    if noun and not (row is not None and end + 1 < here.stop and keys[end + 1] == "of"):
        kind = _stated_kind(known.kinds[noun], kind, row)
        located, text_end = located or row is None, end + 1 + noun.count(" ")
    name = tuple(keys[begin:end])
    if row is None:
        if name in here.seen:
            kind = kind or here.seen[name].kind
        else:
            of_kind = text_end > end or kind != "" or _is_said_to_be_one(here, begin, end, front)
            if not _is_place(here, begin, end, front, of_kind):
                return None
            located = located or _is_told_of(here, begin, end)
    text = _text(here.words, begin, end, text_end, row, known)
    owns = front.behind_of and kind == "country" and here.words.surface[end - 1].endswith(_OWNER)
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
    firm = before >= first and (keys[before] in _FIRM or (keys[begin - 1] != "the" and _tells_of_place(here, before)))
    located = before >= first and (keys[before] in known.locative or firm)
    if before > first and keys[before] == "of" and keys[before - 1] in known.kinds:
        of_kind = known.kinds[keys[before - 1]]
        named_alike = (of_kind, kind) == ("province", "city")  # of its capital's name: "the province of Homs"
        kind = of_kind if named_alike else kind or _stated_kind(of_kind, kind, row)
        located, stated, noun = True, True, before - 1
        before = opening(keys, before - 2, first, known)
        nearby = _NEARBY in keys[before:noun]
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
    if not behind or behind[behind[0] == "," :][:1] == ["where"]:
        return behind != []
    passive = len(behind) > 1 and behind[1] in known.attacking and here.tagged.tag_at(end) == "b"
    if not passive and behind[0] not in known.inhabitants:
        return False
    if keys[opening(keys, begin - 1, here.first, known)] == "of" or len(here.words.surface[begin]) == 1:
        return False  # "a nurse of the **Klow** was hit", "**I** was hit"
    return begin > here.first or _is_capital_inside(here.words, begin)


def _is_capital_inside(words: Words, at: int) -> bool:
    """Whether the word that opens a sentence is written with a capital inside one too, as no common noun is."""
    alike = (i for i, word in enumerate(words.surface) if word == words.surface[at] and i > 0)
    return any(i != at and words.surface[i - 1] not in _ENDS for i in alike)


def _examples_of(keys: list[str], at: int, first: int, known: Gazetteer) -> int:
    """The noun for several places of which names are given behind word ``at``: "**towns** including"; else -1."""
    if keys[at] in _GIVING_EXAMPLES:
        noun = at - 1
    elif keys[at - 1 : at + 1] == _SUCH_AS:
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
    introduced = joined or keys[before] in known.introducing or keys[begin] in known.elements
    return introduced or _noun_for_kind(keys, end, here.stop, known) != "" or _is_told_of(here, begin, end)


def _is_place(here: _Reading, begin: int, end: int, front: _Front, of_kind: bool) -> bool:
    """Whether an unknown name is a place's; ``of_kind``: the text says of what kind."""
    words, of_kind = here.words, of_kind or _is_told_of(here, begin, end)
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
    return _known_at(here.words, at, here.stop, here.known)[0] is not None


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
    text = row["name"] if row is not None and keys[begin] in _QUARTERS else words.span(begin, text_end)
    plain = row is not None and text_end == end and keys[end - 1].endswith("s")
    if plain and tuple(keys[begin:end]) not in known.rows:
        text = text[:-1]
    return text.removesuffix("'s").removesuffix("’s")


def opening(keys: list[str], at: int, first: int, known: Gazetteer) -> int:
    """The last word before what only describes a name: "in **the besieged northern** city"."""
    while at > first and (keys[at] == "the" or keys[at] in known.describing or keys[at].endswith(_DESCRIBING)):
        at -= 1
    return at


def _tie(keys: list[str], at: int, first: int, known: Gazetteer) -> str:
    """How the place behind word ``at`` stands to what happens, if it is not the place itself."""
    if at < first:
        return ""
    earlier = keys[at - 1] if at > first else ""
    if keys[at] == "of" and (earlier in _DIRECTIONS or (at - 1 > first and keys[at - 2] == _NEARBY)):
        return "near"
    if earlier in known.accesses and known.ties.get(keys[at]) == "to":
        return "near"
    if keys[at] == "of" and earlier in known.leading["of"]:
        at = opening(keys, at - 2, first, known)  # "**from** the outskirts of Klow"
        earlier = keys[at - 1] if at > first else ""
    return "posted" if known.ties.get(earlier) == "posted" else known.ties.get(keys[at], "")


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
