"""The place of an incident, where a figure's sentence does not name it and the article does."""

from __future__ import annotations

from functools import cache

from helpers.figures import places, scope, whereabouts
from helpers.figures.found import MENTIONS, OPENING, Found, by_count
from helpers.figures.places import Place
from helpers.figures.telling import Telling
from helpers.vocabulary import spellings

_PLACE_REACH, _FIGURE_REACH, _REGION_REACH = 4, 8, 8
"""Sentences back in which a place, a figure's place, the region of a campaign are looked for."""
_AHEAD = 6
"""Sentences in which what is called "a town" gets its name."""
_SMALL = 4.0
"""Specificity from which a place is a town or less: of several told together, the province speaks for them."""


def places_told(found: list[Found], told: Telling, wholes: dict[int, int]) -> None:
    """Give a war's toll its country, and figures whose sentence names no place that of the incident being told.

    Part of a toll of more than one incident has its whole's place. What headline and lead leave open is named by the
    sentences that follow, all else by those before.
    """
    named = by_count(figure for figure in found if figure.place is not None and figure.place.specificity > 0)
    chosen: dict[int, Place] = {}
    told_next = cache(lambda n: _told_next(told, n))
    main_place = cache(lambda: _main_place(told))
    for i, figure in enumerate(found):
        if figure.scope.conflict is not None:
            figure.place = _country(told, figure.sentence, figure.scope.conflict["place_id"])
            continue
        whole = found[wholes[i]].place if i in wholes else None
        if _names_country_aside(figure, told) and _told_before(figure, told, chosen) is not None:
            figure.place = None
        unnamed = figure.place is None
        figure.place_carried = unnamed or figure.place.named_before
        figure.place = (
            figure.place
            or (whole if figure.scope.kind != scope.EVENT else None)
            or _of_the_nation(figure, told)
            or _announced(figure, named.get(figure.count, []))
            or told_next(figure.sentence)
            or _told_before(figure, told, chosen)
            or main_place()
            or _of_the_country(figure, told)
        )
        if unnamed and figure.place is not None:
            figure.place = _where_the_speaker_is(figure, told) or figure.place
        if figure.place is not None:
            chosen[figure.sentence] = figure.place


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
    months = when is not None and not when.spoken and since is not None and len(since) <= scope.MONTH
    harmed = figure.reading.outcome in ("killed", "injured", "casualties")
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


def _names_country_aside(figure: Found, told: Telling) -> bool:
    """Whether all that an incident's sentence names is the country, in another clause: "as war spread in Syria"."""
    place = figure.place
    if place is None or place.kind != "country" or figure.scope.kind != scope.EVENT or not _at_home(told, place):
        return False
    return whereabouts.in_another_clause(place, figure.quantity.first, figure.tagged)


def _where_the_speaker_is(figure: Found, told: Telling) -> Place | None:
    """The town of who speaks, where it lies in the place that is told of: "villagers of Klow said"."""
    around = figure.place.row
    for place in told.places_of_speakers(figure.sentence):
        if around is not None and place.row is not around and told.gazetteer.inside(place.row, around["place_id"]):
            return place
    return None


def _told_next(told: Telling, n: int) -> Place | None:
    """The town that a sentence speaks of as "a town", where one of the next sentences names it."""
    kind = places.unnamed(told.tagged(n), told.gazetteer)
    if kind is None:
        return None
    for later in range(n + 1, min(n + 1 + _AHEAD, len(told))):
        for place in told.places(later):
            if not place.tie and _at_home(told, place) and place.kind in places.MEANT[kind]:
                return place
    return None


def _country(told: Telling, n: int, country: str) -> Place:
    """A war's country as the sentence names it, or as the gazetteer does."""
    row = told.gazetteer.by_id[country]
    named = next((place for place in told.places(n) if place.row is row), None)
    return named or Place(row["name"], 0, 0, row["kind"], False, row)


def _main_place(told: Telling) -> Place | None:
    """The first place below a country that the body locates something in."""
    for n in range(1, len(told)):
        for place in told.places(n):
            if place.located and not place.tie and place.specificity > 0 and _at_home(told, place):
                return place
    return None


def _at_home(told: Telling, place: Place) -> bool:
    """Whether a place may lie in the country that the article is about."""
    return place.row is None or told.country is None or told.gazetteer.inside(place.row, told.country)


def _told_before(figure: Found, told: Telling, chosen: dict[int, Place]) -> Place | None:
    """The place of the incident that the sentences before tell of; farther back a period has the region only."""
    just_before, wide = figure.sentence - 1, figure.scope.kind == scope.SPAN
    if place := chosen.get(just_before) or _place_of(told, just_before, False):
        return place
    if not wide:
        for earlier in range(just_before - 1, max(-1, just_before - _FIGURE_REACH), -1):
            if earlier in chosen:
                return _told_since(told, chosen[earlier], earlier, figure.sentence)
    for earlier in range(just_before - 1, max(-1, just_before - (_REGION_REACH if wide else _PLACE_REACH)), -1):
        if place := _place_of(told, earlier, wide):
            return place
    return None


def _told_since(told: Telling, place: Place, since: int, until: int) -> Place:
    """Where the sentences between move on from ``place``: to a smaller one in it, or to another incident elsewhere."""
    for n in range(until - 1, since, -1):
        if any(again.text == place.text for again in told.places(n)):
            return place
        other = _place_of(told, n, False)
        if other is not None and _moves_to(told, n, place, other):
            return other
    return place


def _moves_to(told: Telling, n: int, place: Place, other: Place) -> bool:
    """Whether sentence ``n``, which names ``other``, does not go on telling of ``place``."""
    if _is_inside(told, place, other):
        return False
    closer = place.specificity < min(_SMALL, other.specificity) and (
        other.row is None or _is_inside(told, other, place)
    )
    return closer or (other.located and told.tells_of_incident(n))


def _is_inside(told: Telling, inner: Place, outer: Place) -> bool:
    """Whether the gazetteer has one place in another."""
    return inner.row is not None and outer.row is not None and told.gazetteer.inside(inner.row, outer.row["place_id"])


def _place_of(told: Telling, n: int, wide: bool) -> Place | None:
    """The place that a sentence without figures tells of; ``wide``: a region rather than a town."""
    if n < 0:
        return None
    tagged, known = told.tagged(n), told.gazetteer
    there = [place for place in told.places(n) if place.specificity > 0 and _at_home(told, place)]
    if wide or sum(place.specificity >= _SMALL and not place.tie for place in there) > 1:
        regions = [place for place in there if not place.tie and place.kind in ("region", "province")]
        there = regions if wide else regions or there
    else:
        there = whereabouts.innermost(there, tagged, known)
    by_tie = ([place for place in there if place.tie == tie] for tie in ("", "near", "to"))
    last = tagged.units[-1].last
    return whereabouts.of_figure(next(filter(None, by_tie), []), last, last, tagged, known, told.country)
