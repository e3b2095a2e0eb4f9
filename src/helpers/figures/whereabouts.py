"""Which of the places that a sentence names is a figure's, and whether those who moved left a country."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from helpers.figures.gazetteer import LYING, Gazetteer
from helpers.figures.places import Place, opening
from helpers.figures.reading import is_marked
from helpers.figures.units import Tagged

# The weights by which places of one sentence are compared: fitted on annotated articles, and confirmed by a search
# in four folds of them, which finds none that are better on the articles left out.
_AFTER_LOCATIVE = 1.0
_AFTER_FIGURE = 0.6
_TIES = {"": 0.0, "near": -0.8, "from": -4.0, "to": -1.2, "posted": -4.0}
_TIES_OF_MOVED = _TIES | {"from": -0.8, "to": 0.0}
_TIES_OF_REFUGEES = _TIES_OF_MOVED | {"from": -4.0}
"""For a place that only locates another ("near Damascus", "the Turkish border"), whence or whither somebody goes, and
where those are who harm others; otherwise for people who moved, and for refugees, who are told of where they are."""
_AT_HOME = 2.5
_PER_WORD, _FARTHEST = 0.09, 3.0
_PER_NUMBER = 0.6
"""For every other number between figure and place."""
_DIRECTLY, _BESIDE = re.compile("p[twaU]*"), 1.5
"""For a place right behind the number: "one **in Aleppo**"."""
_BEHIND = 0.9
"""For a place that belongs to a number before it."""
_LISTED = 1.5
"""For a place that stands before its number as in a list: "Klow 30, **Ardent** 25"."""
_PER_CLAUSE = 0.5
"""For every "who" or "after" between figure and place."""
_POINTED = 1.5
"""For "the city" beside a name."""
_ALL_OVER, _ALL_OVER_IT = ("across", "throughout"), 4.0
"""Words of what is told of all of a country, and for the country: "12 died **across Syria** as raids hit Klow"."""
_CROSSING = "cross"
_INTO, _REFUGE = ("into", "to"), "refuge"
"""Words by which people cross a border, where the article's own country is not known."""
_LIST = re.compile(":(?:[tey]{0,2}|[tUag]{1,4}:?)q")
"""Tags with which a list of numbers begins."""
_HOSTING = "F"
"""Tag of what a country does that takes people in."""
_BEGINNING = (";", "while", "but")
"""Before the preposition of a place with which a clause begins."""
_SOME_OF_THEM = re.compile(
    "(?:qi(?:[vb]{0,2}[DIW][^q;.]{0,16})?|i(?=p)(?:p[tUgaw]{1,4}ct?)?|iq[aewyUn]{0,3}(?P<own>b)?[DIW]|(?<=q)(?P<with>p)q[aewyUn]{0,3}[DIWJN])(?:pt?)?$"
)
"""Tags before the place or the time of a part: "12 of them **in** Klow", "a toll of 40 with 12 killed **in** Klow".

Or of most of them: "12 died, most of them **in** Klow"."""
_ROSE_AFTER = re.compile("T[^q;.]{0,8}(?P<toll>q)[^q;.]{0,4}zq[^qzc;.,]{1,8}[DIWJ][^qz;.,]{0,8}$")
"""Tags from a toll to where those were by whom it rose: "the **toll rose to 46 after 12 died in** Klow"."""
_OF_WHOLE, _OWN_PLACE = re.compile("(?:^|[,;.])ot?[aewU]{0,2}$"), re.compile("[aewyUn]*[rvb]{0,3}[DWJI]?[pt]*")
"""Before a whole whose parts follow, and from it to its own place: "**of the** 48 **people who died in** Klow"."""
_WITH, _OF_WHOM = "with", ("whom", "which")
_BEFORE_OR_AFTER = ("after", "before")
_UNITS_OF_TIME = frozenset("hour hours day days week weeks month months year years".split())
"""Behind which the one or the other parts two times."""
_SAID_AND = re.compile("S[^qS.;]{0,3},c")
"""Between what somebody said and what is told next: "12 died, medics **said, and** shells hit Klow"."""
_CLAUSE = re.compile("[zr]")
"""Tags of words that begin a clause: "who", "after"."""


def of_figure(
    places: list[Place], first: int, last: int, tagged: Tagged, known: Gazetteer, home: str | None, outcome: str = ""
) -> Place | None:
    """The place of the figure whose phrase runs from word ``first`` to ``last``: specific, located, near, at home.

    ``home`` is the place_id of the country that the article is about. People who moved may be told by where they left,
    refugees by where they are.
    """
    if not places:
        return None
    moved, refuge = outcome in ("displaced", "refugees", "returned"), outcome == "refugees"

    def at_home(place: Place) -> bool:
        return place.row is None or home is None or known.inside(place.row, home)

    def may_be(place: Place) -> bool:
        if refuge or at_home(place):
            return True
        abroad = moved or not place.tie or (place.tie == "near" and place.kind not in ("country", "region"))
        has_them = (moved or outcome == "other") and place.first == tagged.first and place.kind == "country"
        return has_them or (place.located and abroad)

    own = innermost(places, tagged, known)
    numbers = _numbers(tagged) if len(own) > 1 else []
    own = [place for place in own if place.first < last or not _is_of_next_clause(place, last, tagged, numbers)]
    own = [place for place in own if not is_of_some_of_them(place.first, last, tagged)]
    if not moved:
        own = [place for place in own if place.tie != "to" or not behind_another_number(place, last, tagged)]
    candidates = list(filter(may_be, _up_to_next_number(_before_list(own, last, tagged), last, numbers)))
    if (apart := _between_times(tagged)) is not None:
        candidates = [place for place in candidates if (place.first < apart) == (first < apart)] or candidates
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    clauses = _clauses(tagged)
    nearest_behind = next((place for place in candidates if place.first >= last), None)
    ties = _TIES_OF_REFUGEES if refuge else _TIES_OF_MOVED if moved else _TIES

    def score(place: Place) -> float:
        before = place.last <= first
        low, high = (place.last, first) if before else (last, place.first)
        near = place.specificity + _AFTER_LOCATIVE * place.located - min(_FARTHEST, _PER_WORD * (high - low))
        near += _AFTER_FIGURE * (place.first >= last) - _PER_NUMBER * _how_many(numbers, low, high)
        near += ties[place.tie] - _POINTED * place.named_before
        if place.first >= last and _DIRECTLY.fullmatch(tagged.tags, tagged.unit_of(last), tagged.unit_of(place.first)):
            near += _BESIDE
        if before and bisect_left(numbers, place.first) > 0 and not _opens_clause(place, tagged):
            near += _LISTED if _is_listed_before(place, first, tagged) else -_BEHIND
        near -= _PER_CLAUSE * _how_many(clauses, low, high)
        if place is nearest_behind and tagged.words.keys[place.first - 1] in _ALL_OVER:
            near += _ALL_OVER_IT
        return near + _AT_HOME * (at_home(place) != refuge)

    return max(candidates, key=score)


def _between_times(tagged: Tagged) -> int | None:
    """The word that parts two times of which a sentence tells: "fell on Klow a day **after** 12 died in Ardent"."""
    keys = tagged.words.keys
    parting = (at for at in range(tagged.first + 1, tagged.stop) if keys[at] in _BEFORE_OR_AFTER)
    return next((at for at in parting if keys[at - 1] in _UNITS_OF_TIME), None)


def _opens_clause(place: Place, tagged: Tagged) -> bool:
    """Whether a clause begins with a place: "12 died in Klow; **in Ardent** nine were hurt"."""
    before = place.first - 2
    return before > tagged.first and tagged.words.keys[before] in _BEGINNING


def _is_of_next_clause(place: Place, last: int, tagged: Tagged, numbers: list[int]) -> bool:
    """Whether a place behind a number belongs to the next: "12 died in all, while **in Ardent** nine did".

    Or "12 died, medics said, and shells hit **Ardent**, killing nine", "Klow took in 40, **Ardent** 12", "Klow: 40,
    **Ardent**: 12", "30 in Klow (12 of them soldiers), nine in **Ardent**".
    """
    between = tagged.words.surface[last : place.first]
    if ")" in between and "(" not in between and is_marked(tagged, tagged.unit_of(last) - 1):
        return True
    if any(_is_listed_before(place, number, tagged) for number in numbers):
        return True
    if not numbers or place.first >= numbers[-1]:
        return False
    said = _SAID_AND.search(tagged.tags, tagged.unit_of(last), tagged.unit_of(place.first)) is not None
    return said or _opens_clause(place, tagged)


def is_of_some_of_them(word: int, last: int, tagged: Tagged) -> bool:
    """Whether only a part of the figure before word ``last`` was where or when a later word tells.

    As in "46 died, 12 of them in **Klow**", "46 died, 12 of them on **Friday**", "the toll rose to 46 after 12 died in
    **Klow**".
    """
    rise = _ROSE_AFTER.search(tagged.tags, 0, tagged.unit_of(word))
    if rise is not None and tagged.lasts[rise.start("toll")] == last:
        return True
    whole = tagged.unit_of(last) - 1
    if _OF_WHOLE.search(tagged.tags, 0, whole) and not _OWN_PLACE.fullmatch(
        tagged.tags, whole + 1, tagged.unit_of(word)
    ):
        return True
    part = _SOME_OF_THEM.search(tagged.tags, 0, tagged.unit_of(word))
    if part is None or (part["with"] and tagged.text(part.start()).lower() != _WITH):
        return False
    if part["own"] and not tagged.text(part.start()).lower().endswith(_OF_WHOM):
        return False  # the verb is that of all: "46 men **including 12 boys were** killed in Klow"
    return tagged.firsts[part.start()] >= last


def _is_listed_before(place: Place, number: int, tagged: Tagged) -> bool:
    """Whether a place stands before the number at a word as in a list: "**Klow** 30", "**Klow**: 30"."""
    colon = tagged.words.keys[place.last : place.last + 1] == [":"]
    return not place.located and place.last + colon == number


def _how_many(words: list[int], low: int, high: int) -> int:
    """How many of the words, left to right, stand from ``low`` up to ``high``."""
    return max(0, bisect_left(words, high) - bisect_left(words, low))


def in_another_clause(place: Place, number: int, tagged: Tagged) -> bool:
    """Whether a "who", "as" or "after" stands between a place and the number at word ``number``."""
    low, high = sorted([place.first, number])
    return _how_many(_clauses(tagged), low, high) > 0


def in_first_clause(place: Place, number: int, tagged: Tagged) -> bool:
    """Whether a sentence has no "who", "as" or "after" before a place and the number at word ``number``."""
    return _how_many(_clauses(tagged), tagged.first, max(place.first, number)) == 0


def behind_another_number(place: Place, last: int, tagged: Tagged) -> bool:
    """Whether another number stands between the figure whose phrase ends before word ``last`` and a place behind it."""
    return _how_many(_numbers(tagged), last, place.first) > 0


def _numbers(tagged: Tagged) -> list[int]:
    """The words with which a sentence's numbers begin, left to right."""
    return [tagged.firsts[unit] for unit in sorted(tagged.quantities)]


def _clauses(tagged: Tagged) -> list[int]:
    """The words that begin a clause."""
    return [tagged.firsts[match.start()] for match in _CLAUSE.finditer(tagged.tags)]


def innermost(places: list[Place], tagged: Tagged, known: Gazetteer) -> list[Place]:
    """The places without those that only say where the one before them lies: "Klow in **Ardent province**"."""
    if len(places) < 2:
        return places
    keys, outer = tagged.words.keys, set()
    for at, (inner, other) in enumerate(pairwise(places), start=1):
        before = opening(keys, other.first - 1, inner.last, known)
        if keys[before] == "of" and keys[before - 1] in known.kinds:
            before = opening(keys, before - 2, inner.last, known)
        if before > inner.last and _is_country(keys[inner.last + 1 : before + 1], known):
            before = inner.last  # "Klow in **Borduria's** Ardent province"
        if before == inner.last and keys[before] in LYING and _may_lie_in(inner, other, known):
            outer.add(at)
        elif _is_kind_of(keys, inner, other, known) and _lies_deeper(other, inner, known):
            outer.add(at - 1)
    return [place for at, place in enumerate(places) if at not in outer]


def _is_kind_of(keys: list[str], outer: Place, inner: Place, known: Gazetteer) -> bool:
    """Whether only what one place is of the other stands between them: "the Damascus **suburb of** Douma"."""
    return inner.first <= outer.last + 3 and keys[outer.last] in known.kinds and keys[outer.last + 1] == "of"


def _lies_deeper(place: Place, other: Place, known: Gazetteer) -> bool:
    """Whether of two places of one size the first lies in more others: "the Damascus suburb of **Douma**"."""
    if place.row is None or other.row is None or place.specificity != other.specificity:
        return False
    return len(known.around[place.row["place_id"]]) > len(known.around[other.row["place_id"]])


def _is_country(keys: list[str], known: Gazetteer) -> bool:
    row = known.rows.get(tuple(keys))
    return row is not None and row["kind"] == "country"


def _may_lie_in(inner: Place, outer: Place, known: Gazetteer) -> bool:
    """Whether one place is a town or quarter that says more than the other, which it lies in."""
    if inner.named_before or inner.kind == "site" or outer.tie or (inner.tie and not inner.kind):
        return False
    listed = inner.row is not None and outer.row is not None and known.inside(inner.row, outer.row["place_id"])
    return listed or inner.specificity > outer.specificity


def _before_list(places: list[Place], last: int, tagged: Tagged) -> list[Place]:
    """The places without those in a list behind a colon, where parts of the figure are: "69 died: 38 in Klow, ..."."""
    lists = (tagged.firsts[match.start()] for match in _LIST.finditer(tagged.tags))
    stop = next((colon for colon in lists if colon >= last), tagged.stop)
    return [place for place in places if place.first < stop]


def _up_to_next_number(places: list[Place], last: int, numbers: list[int]) -> list[Place]:
    """The places without those behind a further number, where the figure has one before it: "9 in Klow and 8 in X"."""
    if not numbers or numbers[-1] < last:
        return places
    following = (p.first for p in places if p.first >= last and p.located and not p.tie)
    nearest = next(following, None)
    stop = next((n for n in numbers if nearest is not None and n > nearest), None)
    return [place for place in places if stop is None or place.first < stop]


def _lies_abroad(place: Place, known: Gazetteer, home: str | None) -> bool:
    """Whether people reached a town outside ``home``: "crossed at **Akcakale**"."""
    return home is not None and place.located and place.tie in ("", "to") and not known.inside(place.row, home)


def across_a_border(
    places: list[Place], tagged: Tagged, at: int, verb: int, known: Gazetteer, home: str | None
) -> bool:
    """Whether people who moved, as unit ``verb`` says, left a country: "fled Ukraine", "sought refuge in Lebanon".

    So did those whom another country takes in. ``at`` is the unit of their number, ``home`` the place_id of the country
    that the article is about.
    """
    keys, behind = tagged.words.keys, tagged.lasts[verb]
    if tagged.tags[verb] == _HOSTING:
        hosts = (place for place in places if place.last < behind and place.kind == "country" and place.row is not None)
        return any(home is None or not known.inside(place.row, home) for place in hosts)
    for place in places:
        if place.first < behind or place.row is None:
            continue
        if place.kind != "country":
            crossed = any(word.startswith(_CROSSING) for word in keys[tagged.firsts[verb] : behind])
            if (crossed or place.tie == "to") and _lies_abroad(place, known, home):
                return True
            continue
        if behind_another_number(place, max(behind, tagged.lasts[at]), tagged):
            break
        if place.first == behind or (place.first == behind + 1 and keys[behind] == "the"):
            return True
        if home is not None:
            return place.located and place.tie != "from" and not known.inside(place.row, home)
        return keys[place.first - 1] in _INTO or _REFUGE in keys[tagged.firsts[verb] : behind]
    return False
