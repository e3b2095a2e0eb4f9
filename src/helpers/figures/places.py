"""Where: the most specific place that a sentence ties to a figure.

Places are known from the gazetteer (places.csv) or seen as such in the text: a name after "in" or "near", a name beside
"town", "neighbourhood", "province" (place_words.csv).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from helpers.figures.lexicon import Entry, Lexicon, phrase_key
from helpers.figures.speakers import ARABIC_ARTICLES
from helpers.figures.units import Tagged
from helpers.figures.words import Words
from helpers.vocabulary import Row, Vocabulary, spellings

SPECIFICITY = {
    "country": 0.0,
    "region": 1.5,
    "province": 2.0,
    "city": 3.0,
    "": 3.2,
    "town": 4.0,
    "village": 4.2,
    "district": 4.5,
    "site": 4.6,
}
# The weights by which places of one sentence are compared: fitted on annotated articles, and confirmed by a search
# in four folds of them, which finds none that are better on the articles left out.
_AFTER_LOCATIVE = 1.0
_AFTER_FIGURE = 0.6
_TIES = {"": 0.0, "near": -0.8, "from": -2.2, "to": -1.2, "posted": -4.0}
_MOVING = {"from": 0.0, "to": 0.0}
"""For a place that only locates another ("near Damascus", "the Turkish border"), whence or whither somebody goes, and
where those are who harm others; otherwise for people who moved."""
_AT_HOME = 2.5
_PER_WORD, _FARTHEST = 0.09, 3.0
_PER_NUMBER = 0.6
"""For every other number between figure and place."""
_BEHIND = 0.9
"""For a place that belongs to a number before it."""
_PER_CLAUSE = 0.5
_POINTED = 1.5
"""For "the city" beside a name."""
_TITLE_CASE = 0.55
"""Share of capitalised words from which a sentence is a headline in title case, where capitals mark no names."""
MEANT = {
    "city": ("city", "town", ""),
    "town": ("town", "city", "", "village"),
    "village": ("village", "", "town"),
    "district": ("district",),
    "province": ("province", "city"),
}
"""By the noun of "the city", "the village": kinds of places that it can mean, the likeliest first."""
_POINTERS = frozenset("the this that their its same".split())
_UNNAMED = frozenset("a an another".split())
_PER_SENTENCE, _OTHER_KIND, _TIED = 1.0, 2.0, 2.0
_QUARTERS = frozenset(("northwest northeast southwest southeast north-west north-east south-west south-east").split())

_NO_NAME = re.compile(r"\d|ern$|(?:ish|ian|ese|ite|ic)s?$|(?<!^al)(?<!^el)-[a-z]{4,}$")
"""Directions, adjectives of nations and creeds, "IS-held" and the like, which stand in capitals but name no place."""
_DIRECTION = re.compile(r"(?:north|south|east|west|north-?west|north-?east|south-?west|south-?east)$")
_INTO, _REFUGE = ("into", "to"), "refuge"
_NEARBY = "nearby"
_HELD = re.compile(r"-(?:held|besieged|controlled|populated|occupied|run)$")
_FIRM = frozenset("in near at outside around off inside".split())
"""Prepositions after which even an unknown name is a place."""
_BEFORE_NAMES = frozenset(
    (
        "the central northern southern eastern western north south east west northwest northeast southwest "
        "southeast north-west north-east south-west south-east northwestern northeastern rural rebel-held "
        "government-held regime-held opposition-held besieged nearby strategic outskirts countryside syrian "
        "iraqi turkish lebanese capital key"
    ).split()
)


_DESCRIBING = (_BEFORE_NAMES - {"the"}) | frozenset("two three four same whole".split())


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
    around: dict[str, frozenset[str]]
    """By place_id the places in which one lies at any depth, itself among them."""
    kinds: dict[str, str]
    bare: dict[str, str]
    """Nouns like "town" and "villages" that can mean a place named elsewhere, with their kind."""
    locative: frozenset[str]
    ties: dict[str, str]
    not_places: frozenset[tuple[str, ...]]

    def inside(self, row: Row, country: str) -> bool:
        """Whether a place lies in another, at any depth."""
        return country in self.around[row["place_id"]]


@lru_cache(maxsize=4)
def gazetteer(vocabulary: Vocabulary) -> Gazetteer:
    """The look-up tables of places.csv and place_words.csv."""
    rows: dict[tuple[str, ...], Row] = {}
    for row in vocabulary["places"]:
        for spelling in [row["name"], *spellings(row["variants"])]:
            key = phrase_key(spelling)
            rows.setdefault(key[1:] if key[0] == "the" and len(key) > 1 else key, row)
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
    calendar = "january february march april may june july august september october november december monday tuesday"
    calendar += " wednesday thursday friday saturday sunday"
    return Gazetteer(
        Lexicon({key: Entry("p") for key in rows}),
        rows,
        by_id,
        {place_id: _around(place_id, by_id) for place_id in by_id},
        kinds,
        {w: kind for w, kind in ({f"{w}s": kind for w, kind in kinds.items()} | kinds).items() if kind in MEANT},
        frozenset(by_kind.get("locative", ())),
        {w: tie for tie in _TIES for w in by_kind.get(tie, ())},
        frozenset(named) | frozenset((word,) for word in calendar.split()),
    )


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


def in_sentence(
    tagged: Tagged, known: Gazetteer, taken: list[tuple[int, int]], seen: dict[tuple[str, ...], Place]
) -> list[Place]:
    """The places that a sentence names, left to right.

    ``taken`` are word spans of sources, which name no place; ``seen`` the unknown names already met as places in the
    article, to which those of this sentence are added.
    """
    words, units = tagged.words, tagged.units
    first, stop = units[0].first, units[-1].last
    names = {
        u.first
        for u, tag in zip(units, tagged.tags, strict=True)
        if tag == "U" or (tag == "w" and words.keys[u.first][:3] in ARABIC_ARTICLES)
    }
    common = {
        u.first
        for u, tag in zip(units, tagged.tags, strict=True)
        if tag in "gwnaJM" and words.surface[u.first][0].isalpha()
    }
    taken = [
        *taken,
        *((u.first, u.last) for u, tag in zip(units, tagged.tags, strict=True) if tag in "an" and u.last - u.first > 1),
    ]
    capitals = sum(words.surface[at][0].isupper() for at in range(first, stop))
    if capitals > _TITLE_CASE * (stop - first):
        names = set()
    inside = {at for begin, end in taken for at in range(begin, end)}
    found: list[Place] = []
    at = first
    while at < stop:
        surface, key = words.surface[at], words.keys[at]
        before = words.keys[at - 1] if at > first else ""
        quarter = key in _QUARTERS and (before == "the" or _HELD.search(before) is not None)
        if at in inside or key in known.locative or not (surface[0].isupper() or key[:3] in ARABIC_ARTICLES or quarter):
            at += 1
            continue
        row, length = _known_at(words, at, stop, known)
        begin, end = at, at + length if row is not None else _name_end(words, at, stop, known)
        if row is not None and (longer := known.rows.get((before, *words.keys[at:end]))) is not None:
            begin, row = at - 1, longer
        place = (
            None
            if _is_shouted(surface)
            else _place(words, begin, end, first, stop, known, row, found, names, common, seen)
        )
        if place is None:
            at += 1
            continue
        if found and found[-1].last == place.first and (found[-1].kind == "country" or found[-1].row is place.row):
            found.pop()
        found.append(place)
        at = place.last
    return found


def pointing_back(tagged: Tagged, known: Gazetteer) -> list[Place]:
    """What a sentence calls "the city", "their village", "the two districts", left to right, without its name."""
    keys, first = tagged.words.keys, tagged.units[0].first
    found = []
    for before, at, kind in _bare_kinds(tagged, known):
        if keys[before] in _POINTERS:
            located = before > first and keys[before - 1] in known.locative
            tie = _tie(keys, before - 1, first, known)
            found.append(Place("", before, at + 1, kind, located, None, tie, named_before=True))
    return found


def unnamed(tagged: Tagged, known: Gazetteer) -> str | None:
    """The kind of what a sentence calls "a town" or, in a headline, "Syrian town": it is named later."""
    for before, _, kind in _bare_kinds(tagged, known):
        if tagged.words.keys[before] in _UNNAMED or tagged.words.keys[before] in known.locative:
            return kind
    return None


def _bare_kinds(tagged: Tagged, known: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """Nouns like "town" that no name stands beside: the word before their adjectives, their own, and their kind."""
    keys, first, stop = tagged.words.keys, tagged.units[0].first, tagged.units[-1].last
    nouns = [at for at in range(first + 1, stop) if keys[at] in known.bare]
    tags = {unit.first: tag for unit, tag in zip(tagged.units, tagged.tags, strict=True)} if nouns else {}
    for at in nouns:
        before = at - 1
        while before > first and (
            keys[before] in _DESCRIBING
            or _HELD.search(keys[before])
            or tags.get(before) == "a"
            or keys[before].endswith("ly")
        ):
            before -= 1
        if not (at + 1 < stop and (tags.get(at + 1) == "U" or keys[at + 1] == "of")):
            yield before, at, known.bare[keys[at]]


def meant(pointer: Place, before: Iterable[list[Place]]) -> Place | None:
    """The place that ``pointer`` means; ``before`` are the places of its sentence and of those before, backwards."""
    kinds = MEANT[pointer.kind]
    best, least = None, 99.0
    for distance, named in enumerate(before):
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


def of_figure(
    places: list[Place], first: int, last: int, tagged: Tagged, known: Gazetteer, home: str | None, outcome: str = ""
) -> Place | None:
    """The place of the figure whose phrase runs from word ``first`` to ``last``: specific, located, near, at home.

    ``home`` is the place_id of the country that the article is about. People who moved may be told by where they left,
    refugees by where they are.
    """
    if not places:
        return None
    moved, refuge = outcome in ("displaced", "refugees"), outcome == "refugees"
    ties = _TIES | _MOVING if moved else _TIES
    numbers = [u.first for u, tag in zip(tagged.units, tagged.tags, strict=True) if tag == "q"]
    clauses = [u.first for u, tag in zip(tagged.units, tagged.tags, strict=True) if tag in "zr"]
    best, best_score = None, -99.0
    for place in places:
        at_home = place.row is None or home is None or known.inside(place.row, home)
        if not (at_home or refuge or (place.located and (moved or not place.tie))):
            continue
        low, high = (place.last, first) if place.last <= first else (last, place.first)
        score = place.specificity + _AFTER_LOCATIVE * place.located - min(_FARTHEST, _PER_WORD * (high - low))
        score += _AFTER_FIGURE * (place.first >= last) - _PER_NUMBER * sum(low <= n < high for n in numbers)
        score += ties[place.tie] - _POINTED * place.named_before
        score -= _BEHIND * (place.last <= first and any(n < place.first for n in numbers))
        score -= _PER_CLAUSE * sum(low <= n < high for n in clauses)
        score += _AT_HOME * (at_home != refuge)
        if score > best_score:
            best, best_score = place, score
    return best


def across_a_border(places: list[Place], tagged: Tagged, verb: int, known: Gazetteer, home: str | None) -> bool:
    """Whether people who moved, as unit ``verb`` says, left a country: "fled Ukraine", "sought refuge in Lebanon".

    ``home`` is the place_id of the country that the article is about.
    """
    keys, behind = tagged.words.keys, tagged.units[verb].last
    for place in places:
        if place.first < behind or place.row is None or place.kind != "country":
            continue
        if place.first == behind or (place.first == behind + 1 and keys[behind] == "the"):
            return True
        if home is not None:
            return place.located and place.tie != "from" and not known.inside(place.row, home)
        return keys[place.first - 1] in _INTO or _REFUGE in keys[tagged.units[verb].first : behind]
    return False


def _is_shouted(surface: str) -> bool:
    """Whether a word is in capitals throughout, as the city of a dateline is."""
    return len(surface) > 3 and surface.isupper()


def _known_at(words: Words, at: int, stop: int, known: Gazetteer) -> tuple[Row | None, int]:
    match = known.lexicon.longest(words.keys, at, stop)
    if match is not None:
        return known.rows[tuple(words.keys[at : at + match[0]])], match[0]
    for length in (2, 1):
        key = tuple(words.keys[at : at + length])
        if (
            at + length <= stop
            and key not in known.not_places
            and key[-1].endswith("s")
            and (*key[:-1], key[-1][:-1]) in known.rows
        ):
            return known.rows[(*key[:-1], key[-1][:-1])], length
    return None, 0


def _name_end(words: Words, at: int, stop: int, known: Gazetteer) -> int:
    end = at + 1
    while end < stop and (words.surface[end][0].isupper() or words.keys[end][:3] in ARABIC_ARTICLES):
        if words.keys[end] in known.lexicon.begins and _known_at(words, end, stop, known)[0] is not None:
            break
        end += 1
    return end


def _place(
    words: Words,
    begin: int,
    end: int,
    first: int,
    stop: int,
    known: Gazetteer,
    row: Row | None,
    found: list[Place],
    names: set[int],
    common: set[int],
    seen: dict[tuple[str, ...], Place],
) -> Place | None:
    """The place that the words name, of the kind that text or gazetteer say; None where they name none."""
    keys = words.keys
    before = _opening(keys, begin - 1, first)
    if found and found[-1].last == before + 1 and found[-1].kind == "country":
        before = found[-1].first - 1
    kind = row["kind"] if row else ""
    located = before >= first and keys[before] in known.locative
    stated = False
    firm = before >= first and keys[before] in _FIRM
    if before >= first + 1 and keys[before] == "of" and keys[before - 1] in known.kinds:
        kind, located, stated = kind or _stated_kind(known.kinds[keys[before - 1]], kind, row), True, True
        before = _opening(keys, before - 2, first)
    elif before >= first and keys[before] in known.kinds and row is None:
        kind, located = _stated_kind(known.kinds[keys[before]], kind, row), True
    tie = _tie(keys, before, first, known)
    if found and found[-1].tie == "posted" and found[-1].last == before:
        tie = "posted"
    text_end, named_so = end, False
    if end < stop and keys[end] in known.kinds and not (row is not None and end + 1 < stop and keys[end + 1] == "of"):
        kind = _stated_kind(known.kinds[keys[end]], kind, row)
        text_end = end + 1
        located, named_so = located or row is None, True
    if row is None:
        name = tuple(keys[begin:end])
        if name in seen:
            kind = kind or seen[name].kind
        elif (
            not (kind or named_so or firm)
            or begin not in names
            or not _may_name(words, begin, end, known, stated)
            or (not (kind or named_so) and end < stop and end in common)
        ):
            return None
    text = row["name"] if row is not None and keys[begin] in _QUARTERS else words.span(begin, text_end)
    if "border" in text:
        tie = "near"
    if row is not None and text_end == end and keys[end - 1].endswith("s") and tuple(keys[begin:end]) not in known.rows:
        text = text[:-1]
    outer = known.by_id.get(row["inside"].split("|")[0]) if row else None
    small = outer is not None and outer["kind"] == "province"
    place = Place(text.removesuffix("'s").removesuffix("’s"), begin, text_end, kind, located, row, tie, small)
    if row is None:
        seen.setdefault(tuple(keys[begin:end]), place)
    return place


def _opening(keys: list[str], at: int, first: int) -> int:
    """The last word before what only describes a name: "in **the besieged northern** city"."""
    while at > first and (keys[at] in _BEFORE_NAMES or _HELD.search(keys[at])):
        at -= 1
    return at


def _tie(keys: list[str], at: int, first: int, known: Gazetteer) -> str:
    """How the place behind word ``at`` stands to what happens, if it is not the place itself."""
    if at < first:
        return ""
    earlier = keys[at - 1] if at > first else ""
    if keys[at] == "of" and (_DIRECTION.match(earlier) or (at - 1 > first and keys[at - 2] == _NEARBY)):
        return "near"
    return "posted" if known.ties.get(earlier) == "posted" else known.ties.get(keys[at], "")


def _stated_kind(stated: str, kind: str, row: Row | None) -> str:
    """The kind that the text states beside a name; "area" and "region" say nothing of an unknown one's size."""
    if stated != "region":
        return stated
    return "region" if row is not None and kind in ("province", "city") else kind


def _may_name(words: Words, begin: int, end: int, known: Gazetteer, stated: bool) -> bool:
    keys = words.keys[begin:end]
    return (
        tuple(keys) not in known.not_places
        and len(keys) <= 6
        and not any((key,) in known.not_places or key in _BEFORE_NAMES for key in keys)
        and (stated or not any(_NO_NAME.search(key) for key in keys))
    )
