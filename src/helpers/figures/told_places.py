"""The place of an incident, where a figure's sentence does not name it and the article does."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache

from helpers.figures import places, scope, whereabouts
from helpers.figures.expressions import MONTH
from helpers.figures.found import DISTINCTIVE, MENTIONS, OPENING, Found, by_count
from helpers.figures.gazetteer import MEANT, SPECIFICITY
from helpers.figures.places import Place
from helpers.figures.telling import Telling, backwards
from helpers.vocabulary import spellings

_REACH = 12
"""Sentences back in which the place of an incident is looked for."""
_REACH_OF_COUNTRY = 30
"""Sentences back in which the country is looked for where nothing smaller is told."""
# The weights by which the places told before are compared: fitted on annotated articles as a choice among them, and
# confirmed in eight folds on the articles left out.
_PER_SENTENCE, _PER_MENTION = 1.8, 0.4
"""For the sentences gone since, and for the times that a place was told of in them: their logarithms."""
_COUNTED = 1.0
"""For a place whose victims were counted earlier than just before."""
_POINTED = 1.4
"""For a place that its sentence calls "the city"."""
_OF_HARM, _OF_THE_SAME = 1.5, 0.6
"""For a sentence that tells of harm, and for one that has a word in common with the figure's."""
_MAIN = 1.0
"""For the first place of the article."""
_BY_SIZE = {"small": (0.4, -2.2), "wide": (-1.7, 0.0), "": (0.0, 0.0)}
"""For a town or less and for a region, of an incident and of a longer time: a campaign is not of one town."""
_MOST = _OF_HARM + _OF_THE_SAME + _MAIN + max(weight for weights in _BY_SIZE.values() for weight in weights)
"""What a place can have at most, its distance aside."""
_WIDE, _IN_A_CITY = ("region", "province", "river"), ("district", "site")
_HOSPITAL = "hospital"
_AHEAD = 6
"""Sentences in which what is called "a town" gets its name."""
_OF_THE = re.compile("(?:^|[,;.])ot$")
"""Before a number told again."""
_SMALL = SPECIFICITY["town"]
"""Specificity from which a place is a town or less: of several told together, the province speaks for them."""


def places_told(found: list[Found], told: Telling, wholes: dict[int, int]) -> None:
    """Give a war's toll its country, and figures whose sentence names no place that of the incident being told.

    Part of a toll of more than one incident has its whole's place. What is called "a town" is named by the sentences
    that follow, all else by those before, or by later ones where none of those names a place.
    """
    named = by_count(figure for figure in found if figure.place is not None and figure.place.specificity > 0)
    parts_in: defaultdict[int, set[str]] = defaultdict(set)
    last = [figure.quantity.last for figure in found]
    for part, of in wholes.items():
        if found[part].sentence == found[of].sentence and found[part].place is not None:
            parts_in[of].add(found[part].place.text)
            last[of] = max(last[of], found[part].quantity.last)
    chosen: dict[int, Place | None] = {}
    war_told = -2
    main_place = cache(lambda: _main_place(told))
    place_of = cache(lambda n: _place_of(told, n))
    for i, figure in enumerate(found):
        conflict = figure.scope.conflict
        if conflict is not None and not _is_counted_in(figure, last[i], told, conflict["place_id"]):
            figure.place = _country(told, figure.sentence, conflict["place_id"])
            war_told = figure.sentence
            continue
        whole = found[wholes[i]].place if i in wholes else None
        if whole is not None and _is_origin(figure):
            figure.place = whole
        if _names_country_aside(figure, told) and _told_before(figure, told, chosen, place_of, main_place) is not None:
            figure.place = None
        unnamed = figure.place is None
        figure.place_carried = unnamed or figure.place.named_before
        kind = places.unnamed(figure.tagged, told.gazetteer) if unnamed else None
        announced = _announced(figure, named.get(figure.count, [])) if unnamed else None
        figure.place = (
            figure.place
            or (whole if whole and _has_place_of(found[wholes[i]], figure) else None)
            or _of_the_nation(figure, told)
            or (_of_the_country(figure, told) if figure.sentence - war_told <= 1 else None)
            or _of_the_same(figure, named.get(figure.count, []) if unnamed else [])
            or (announced if kind and figure.quantity.value >= DISTINCTIVE else None)
            or _told_next(told, figure.sentence, kind)
            or _told_before(figure, told, chosen, place_of, main_place)
            or announced
            or _country_before(figure, told)
            or (main_place() if len(parts_in[i]) < 2 else _of_all_parts(told, figure.sentence))
            or _of_the_country(figure, told)
        )
        if unnamed and figure.place is not None:
            figure.place = _where_the_speaker_is(figure, told) or figure.place
        if figure.place is not None and (figure.place.tie == "to" or _is_where_they_are_treated(figure)):
            chosen.setdefault(figure.sentence, None)
        elif figure.place is not None and not _fled_abroad(figure, told):
            chosen[figure.sentence] = figure.place


def _has_place_of(whole: Found, part: Found) -> bool:
    """Whether a part was where its whole is told of: in the same breath, or over a longer time."""
    return part.sentence == whole.sentence or part.scope.kind != scope.EVENT


def _of_all_parts(told: Telling, n: int) -> Place | None:
    """The country that the article is about, for a number whose parts sentence ``n`` places here and there."""
    return _country(told, n, told.country) if told.country is not None else None


def _of_the_nation(figure: Found, told: Telling) -> Place | None:
    """The country, where a sentence speaks of all of it, of its people at large, its war, or of thousands of dead."""
    sentence = told.sentence(figure.sentence)
    if told.home is None:
        return None
    if any(phrase in sentence for phrase in told.gazetteer.nationwide):
        return _country(told, figure.sentence, told.home["place_id"])
    names_the_war = figure.scope.kind == scope.SPAN and any(war in sentence for war in spellings(told.home["words"]))
    if names_the_war or _is_long_toll(figure) or any(people in sentence for people in spellings(told.home["nation"])):
        return _of_the_country(figure, told)
    return None


def _is_long_toll(figure: Found) -> bool:
    """Whether a number of dead or wounded is too large, and its time too long, for one town."""
    since, when = figure.scope.since, figure.scope.when
    months = when is not None and not when.spoken and since is not None and len(since) <= MONTH
    harmed = figure.reading.outcome in scope.HARM
    return months and harmed and figure.scope.kind == scope.SPAN and figure.quantity.value >= scope.LEAST_OF_A_WAR


def _of_the_country(figure: Found, told: Telling) -> Place | None:
    """The country that the article is about, for a number of more than one incident."""
    if told.country is None or figure.scope.kind == scope.EVENT:
        return None
    return _country(told, figure.sentence, told.country)


def _announced(figure: Found, others: list[Found]) -> Place | None:
    """The most specific place that later mentions give of a figure that headline or lead announce."""
    if figure.sentence >= OPENING or figure.quantity.hedge == "vague":
        return None
    later = [other.place for other in others[:MENTIONS] if other.sentence > figure.sentence and other.place]
    return max(later, key=lambda place: place.specificity, default=None)


def _of_the_same(figure: Found, others: list[Found]) -> Place | None:
    """The place of a number told again: "killed 45 in Klow", then "**of the** 45, twelve were farmers"."""
    if not _OF_THE.search(figure.tagged.tags, 0, figure.tagged.unit_of(figure.quantity.first)):
        return None
    return next((other.place for other in reversed(others) if other.sentence < figure.sentence), None)


def _is_counted_in(figure: Found, last: int, told: Telling, country: str) -> bool:
    """Whether a war's toll is told of a place in its country only, or of another country: "has killed 900 in Klow".

    ``last`` is the word behind the figure and its parts: "has killed 900, **80 of them here**, in Klow".
    """
    place = figure.place
    if place is None or not place.located or place.tie or place.row is None or place.row["place_id"] == country:
        return False
    if whereabouts.behind_another_number(place, last, figure.tagged):
        return False
    told_plainly = whereabouts.in_first_clause(place, figure.quantity.first, figure.tagged)
    return told_plainly and (place.kind == "country" or told.gazetteer.inside(place.row, country))


def _is_origin(figure: Found) -> bool:
    """Whether a part's place is only where those people lived: "12 of the dead were **from Klow**"."""
    place, tagged = figure.place, figure.tagged
    if place is None or figure.reading.outcome not in scope.HARM:
        return False
    if whereabouts.in_another_clause(place, figure.quantity.first, tagged):
        return False
    keys, of = tagged.words.keys, place.first - 1
    return place.tie == "from" or (of > tagged.first and keys[of] == "of" and tagged.tag_at(of - 1) == "n")


def _names_country_aside(figure: Found, told: Telling) -> bool:
    """Whether all that an incident's sentence names is the country, in another clause: "as war spread in Syria".

    Or as the owner of something else: "the first since the outbreak **of Syria's** war".
    """
    place = figure.place
    if place is None or place.kind != "country" or figure.scope.kind != scope.EVENT or not _at_home(told, place):
        return False
    if not place.located and figure.tagged.words.keys[place.first - 1] == "of":
        return True
    return whereabouts.in_another_clause(place, figure.quantity.first, figure.tagged)


def _where_the_speaker_is(figure: Found, told: Telling) -> Place | None:
    """The town of who speaks, where it lies in the place that is told of or beside it: "villagers of Klow said"."""
    told_of = figure.place
    if told_of.row is None:
        return None
    around = [told_of.row["place_id"], *spellings(told_of.row["inside"])]
    for place in told.places_of_speakers(figure.sentence):
        smaller = place.specificity > told_of.specificity
        if smaller and any(told.gazetteer.inside(place.row, outer) for outer in around):
            return place
    return None


def _told_next(told: Telling, n: int, kind: str | None) -> Place | None:
    """The place that a sentence speaks of as "a town", of this kind, where one of the next sentences names it."""
    if kind is None:
        return None
    for later in told.behind(n, _AHEAD):
        for place in told.places(later):
            if not place.tie and _at_home(told, place) and place.kind in MEANT[kind]:
                return place
    return None


def _country(told: Telling, n: int, country: str) -> Place:
    """A war's country as the sentence names it, or as the gazetteer does."""
    row = told.gazetteer.by_id[country]
    named = next((place for place in told.places(n) if place.row is row), None)
    return named or Place(row["name"], 0, 0, row["kind"], False, row)


def _country_before(figure: Found, told: Telling) -> Place | None:
    """The country in which a sentence before says that harm was done, if it names no smaller place: "raids in Klow"."""
    harm = (n for n in backwards(figure.sentence, _REACH_OF_COUNTRY) if told.tells_of_incident(n))
    named = (place for n in harm for place in told.places(n))
    return next((p for p in named if p.kind == "country" and p.located and _at_home(told, p)), None)


def _main_place(told: Telling) -> Place | None:
    """The first place below a country that the body locates something in, else that of its dateline."""
    body = range(told.has_title, len(told))
    for n in body:
        for place in told.places(n):
            if place.located and not place.tie and place.specificity > 0 and _at_home(told, place):
                return place
    dateline = places.of_dateline(told.tagged(body[0]), told.gazetteer) if body else None
    return dateline if dateline is not None and _at_home(told, dateline) else None


def _at_home(told: Telling, place: Place) -> bool:
    """Whether a place may lie in the country that the article is about."""
    return place.row is None or told.country is None or told.gazetteer.inside(place.row, told.country)


def _fled_abroad(figure: Found, told: Telling) -> bool:
    """Whether a figure is of those who fled to its place, which is not where the incident being told is."""
    return figure.reading.outcome in ("refugees", "displaced") and not _at_home(told, figure.place)


def _is_where_they_are_treated(figure: Found) -> bool:
    """Whether a figure's place is the hospital of the wounded, not where they were hurt."""
    return figure.reading.outcome == "injured" and figure.place.text.lower().endswith(_HOSPITAL)


def _told_before(
    figure: Found,
    told: Telling,
    chosen: dict[int, Place | None],
    place_of: Callable[[int], Place | None],
    main_place: Callable[[], Place | None],
) -> Place | None:
    """The place of the incident that the sentences before tell of: the most salient of theirs.

    ``chosen`` are the places of sentences with figures, None where people only went; ``place_of`` gives that of any
    other.

    Salience is weighed from several sides, as it is for what a pronoun means (Lappin and Leass 1994): how near a
    sentence is and what it tells, how its place is named there, and how it stands to the others. Sentences are read
    backwards, until what is left to read can change the choice no more.
    """
    n, lasting = figure.sentence, figure.scope.kind != scope.EVENT
    in_quarters = places.is_of_quarters(figure.tagged, told.gazetteer)
    last = max(0, n - _REACH)
    told_of: dict[int, Place] = {}
    alone: dict[int, float] = {}

    def salience(m: int, more: int = 0) -> float:
        """That of the place of sentence ``m`` among the others, if ``more`` were to be of the same place."""
        return alone[m] - _PER_MENTION * math.log(more + sum(_is_same(told_of[m], p) for p in told_of.values()))

    for m in range(n - 1, last - 1, -1):
        place = chosen[m] if m in chosen else place_of(m)
        if place is None:
            continue
        told_of[m], main = place, main_place()
        alone[m] = _BY_SIZE[_size(place)][lasting] - _PER_SENTENCE * math.log(n - m)
        alone[m] -= _COUNTED * (m in chosen and m < n - 1) + _POINTED * place.named_before
        alone[m] += _OF_HARM * told.tells_of_incident(m)
        alone[m] += _OF_THE_SAME * (not told.content(n).isdisjoint(told.content(m)))
        alone[m] += _MAIN * (main is not None and _is_same(place, main))
        farther = _MOST - _PER_SENTENCE * math.log(n - m + 1)
        if not in_quarters and max(alone.values()) > farther:
            best = max(told_of, key=salience)
            others = [salience(other) for other in told_of if other != best]
            if salience(best, m - last) > max([farther, *others]):
                return told_of[best]
    if in_quarters:
        told_of = {m: place for m, place in told_of.items() if place.kind not in _IN_A_CITY} or told_of
    return told_of[max(told_of, key=salience)] if told_of else None


def _size(place: Place) -> str:
    """Whether a place is a town or less, or a region; empty for a city and a country."""
    return "small" if place.specificity >= _SMALL else "wide" if place.kind in _WIDE else ""


def _is_same(place: Place, other: Place) -> bool:
    """Whether two mentions are of one place."""
    return place.text == other.text or (place.row is not None and place.row is other.row)


def _place_of(told: Telling, n: int) -> Place | None:
    """The place that a sentence without figures tells of, read from its word of harm."""
    there = [place for place in told.places(n) if place.specificity > 0 and _at_home(told, place)]
    if not there:
        return None
    tagged, known = told.tagged(n), told.gazetteer
    if sum(place.specificity >= _SMALL and not place.tie for place in there) > 1:
        there = [place for place in there if not place.tie and place.kind in ("region", "province")] or there
    else:
        there = whereabouts.innermost(there, tagged, known)
    by_tie = ([place for place in there if place.tie == tie] for tie in ("", "near", "to"))
    at = told.first_harm(n)
    return whereabouts.of_figure(next(filter(None, by_tie), []), at, at, tagged, known, told.country)
