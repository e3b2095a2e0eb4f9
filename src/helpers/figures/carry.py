"""What a sentence leaves unsaid and the article has told before: the place and the day of the incident."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cache, cached_property

from helpers.figures import places, scope, whereabouts
from helpers.figures.expressions import DAY
from helpers.figures.found import Found
from helpers.figures.places import Place
from helpers.figures.scope import Scope
from helpers.figures.telling import Telling
from helpers.figures.times import When
from helpers.vocabulary import spellings

_PLACE_REACH, _FIGURE_REACH, _REGION_REACH, _TOLL_REACH = 4, 8, 8, 2
"""Sentences back in which a place, a figure's place, the region of a campaign, the span of a toll are looked for."""
_WHOLE_REACH = 3
"""Sentences in which a part has the time of its whole; a whole of the lead is told of throughout."""
_OPENING = 6
"""Sentences of headline and lead, whose figures the article tells again more fully."""
_AHEAD = 6
"""Sentences in which what is called "a town" gets its name."""
_LEAD = 8
"""Sentences in which an article says when what it tells of happened."""
_NEXT = 3
"""Sentences after a report's lead in which it says when that happened."""
_STILL_FRESH = datetime.timedelta(days=3)
_DISTINCTIVE, _LEAD_SENTENCES = 20, 3
"""From which number two mentions are of one figure; a smaller one only where headline or lead repeat the body's."""
_A_TOWN = 3.0
"""Specificity from which a place named again is that of the same incident."""
_MENTIONS = 8
"""Mentions of one number that are looked at."""
_SMALL = 4.0
"""Specificity from which a place is a town or less: of several told together, the province speaks for them."""


def places_told(found: list[Found], told: Telling, wholes: dict[int, int]) -> None:
    """Give a war's toll its country, and figures whose sentence names no place that of the incident being told.

    Part of a toll of more than one incident has its whole's place. What headline and lead leave open is named by the
    sentences that follow, all else by those before.
    """
    named = _by_count(figure for figure in found if figure.place is not None and figure.place.specificity > 0)
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


def days_told(found: list[Found], told: Telling, wholes: dict[int, int]) -> None:
    """Settle when for figures whose sentence does not say.

    A part has its whole's time, a repeated number that of its fuller mention, a large toll the span of the toll told
    just before, an event the day told before of the same town, of the incident being told, or of the article's lead.
    """
    dated = _by_count(figure for figure in found if figure.scope.when is not None and not figure.scope.when.spoken)
    incident = _Incident(found, told)
    several = cache(lambda: _tells_of_several_days(found, told))
    for i, figure in enumerate(found):
        whole = _scope_of_whole(found, i, wholes)
        if whole is not None:
            _take_span_of_whole(figure, whole)
        if figure.scope.kind == scope.SPAN and figure.scope.since is None and figure.scope.when is None:
            since = [other for other in dated.get(figure.count, []) if other.scope.since]
            _begin(figure, _fuller_mention(figure, since, told), _toll_before(found, i), told)
        if _is_settled(figure.scope):
            continue
        fuller = whole or _fuller_mention(figure, dated.get(figure.count, []), told) or _toll_before(found, i)
        if fuller is not None and fuller.since:
            _take(figure, fuller)
        elif day := _day_of_event(figure, told, incident):
            figure.scope.since, figure.scope.until, figure.scope.carried = day.since, day.until, True
        else:
            continue
        figure.scope.doubtful = several()


def _by_count(figures: Iterable[Found]) -> dict[tuple[str, float], list[Found]]:
    """The mentions of each count, in the order of the text."""
    mentions: dict[tuple[str, float], list[Found]] = {}
    for figure in figures:
        mentions.setdefault(figure.count, []).append(figure)
    return mentions


def _scope_of_whole(found: list[Found], i: int, wholes: dict[int, int]) -> Scope | None:
    """The span of a part's whole, if that is told in the lead or shortly before."""
    if i not in wholes:
        return None
    whole = found[wholes[i]]
    near = whole.sentence < _LEAD_SENTENCES or found[i].sentence - whole.sentence <= _WHOLE_REACH
    return whole.scope if near else None


def _take_span_of_whole(figure: Found, whole: Scope) -> None:
    """Give a part its whole's span, where its own words are those of the whole or say less."""
    if whole.kind == scope.CONFLICT and figure.scope.kind == scope.STOCK:
        _take(figure, whole)
    elif whole.when is not None and figure.scope.when is whole.when:
        figure.scope = whole


def _begin(figure: Found, mention: Scope | None, toll: Scope | None, told: Telling) -> None:
    """Say since when an undated toll counts: as its fuller mention says, the war's told before, or the last period."""
    if mention is not None:
        _take(figure, mention)
    elif toll is not None and toll.kind == scope.CONFLICT:
        _take(figure, toll)
    else:
        figure.scope.since = told.latest_since(figure.sentence)


def _day_of_event(figure: Found, told: Telling, incident: _Incident) -> When | None:
    """The day of a figure's incident, as told after its statement, or before."""
    day = _day_told_next(told, figure) if figure.scope.when is not None else None
    if day is None and figure.scope.since is None:
        return incident.day_in(figure.place, figure.sentence) or incident.day_at(figure.sentence)
    return day


class _Incident:
    """The incident being told: its day is followed from sentence to sentence, each read once.

    The sentences that are asked for may only grow.
    """

    def __init__(self, found: list[Found], told: Telling) -> None:
        self._told = told
        self._with_figures = {figure.sentence for figure in found}
        self._dated = {figure.sentence: day for figure in reversed(found) if (day := _own_day(figure)) is not None}
        self._day: When | None = None
        self._next = 0
        self._in_towns: dict[str, tuple[int, When | None]] = {}

    def day_in(self, place: Place | None, n: int) -> When | None:
        """The day told last before sentence ``n`` where the same town is named, if ``place`` is one that is known."""
        if place is None or place.row is None or place.specificity < _A_TOWN:
            return None
        begin, day = self._in_towns.get(place.text, (0, None))
        for earlier in range(begin, n):
            if place.text in self._told.sentence(earlier):
                day = next(iter(_event_days(self._told, earlier)), day)
        self._in_towns[place.text] = n, day
        return day

    def day_at(self, n: int) -> When | None:
        """The day told last up to sentence ``n``, else that of the article's lead."""
        unseen = range(self._next, n + 1)
        self._day = self._day_of_incident(unseen)
        self._next = n + 1
        lead = self._lead_day
        return self._day or (lead if lead is not None and not lead.spoken else self._hours_before(n) or lead)

    def _hours_before(self, n: int) -> When | None:
        """The 24 hours told of last up to sentence ``n``."""
        told = (when for m in range(n, max(-1, n - _LEAD), -1) for when in self._told.times(m))
        return next((when for when in told if when.loose and when.since), None)

    def _day_of_incident(self, sentences: range) -> When | None:
        """The day told last in sentences of figures, harm or attacks; without one that before, else the first day."""
        first: When | None = None
        for n in reversed(sentences):
            days = (day for day in self._days(n) if not (day.spoken or self._is_background(day)))
            if (day := next(days, None)) is not None:
                if n in self._with_figures or _tells_of_incident(self._told, n):
                    return day
                first = day
        return self._day or first

    def _days(self, n: int) -> list[When]:
        """The days of a sentence, or that by which it dates its figure: "buried on Friday, a day after 12 died"."""
        return [self._dated[n]] if n in self._dated else _days(self._told, n)

    def _is_background(self, day: When) -> bool:
        """Whether a day lies long before what the article reports: "an offensive that began on 3 June"."""
        lead = self._lead_day
        return lead is not None and _later(day.since, _STILL_FRESH) < lead.since

    @cached_property
    def _lead_day(self) -> When | None:
        """The first day of the lead on which something happened, else within 24 hours of it, else was said."""
        lead = range(min(_LEAD, len(self._told)))
        days = [day for n in lead for day in self._days(n)]
        if happened := [day for day in days if not day.spoken]:
            return happened[0]
        named = (
            [when for when in self._told.times(n) if when.kind == DAY and when.since and not when.ahead] for n in lead
        )
        first = next(filter(None, named), [])
        return next((when for when in first if when.loose), first[0] if first else None)


def _fuller_mention(figure: Found, others: list[Found], told: Telling) -> Scope | None:
    """The span of another mention of the same figure: one of a distinctive number, or where a headline announces it.

    Other "dozens" than those of the lead are other people.
    """
    heading = told.sentence(figure.sentence)[-1] not in '.!?"”'
    for other in others[:_MENTIONS]:
        if figure.quantity.hedge == "vague" and other.sentence > _OPENING:
            break
        announced = figure.sentence < _LEAD_SENTENCES or (heading and other.sentence - figure.sentence == 1)
        if figure.quantity.value >= _DISTINCTIVE or announced:
            return other.scope
    return None


def _own_day(figure: Found) -> When | None:
    """The day on which a figure's own sentence says that its incident happened."""
    when = figure.scope.when
    if when is None or when.kind != DAY or not when.since or when.spoken or when.loose:
        return None
    return when if figure.scope.kind == scope.EVENT else None


def _is_settled(own: Scope) -> bool:
    """Whether a figure's own sentence says when, by more than the day of the statement."""
    if own.when is not None and (own.since or own.kind != scope.EVENT):
        return not own.when.spoken
    return own.kind != scope.EVENT


def _take(figure: Found, other: Scope) -> None:
    figure.scope = Scope(other.kind, other.since, other.until, figure.scope.when, other.conflict, carried=True)


def _days(told: Telling, n: int) -> list[When]:
    return [when for when in told.times(n) if when.kind == DAY and when.since and not (when.loose or when.ahead)]


def _event_days(told: Telling, n: int) -> list[When]:
    """The days that a sentence tells of, those left out on which only something was said."""
    return [day for day in _days(told, n) if not day.spoken]


def _tells_of_several_days(found: list[Found], told: Telling) -> bool:
    """Whether lead and dated figures name several days, or none: only a single one is surely that of all the rest."""
    days = {day.since for n in range(min(_LEAD, len(told))) for day in _event_days(told, n)}
    own = (figure.scope.when for figure in found)
    days.update(when.since for when in own if when and when.kind == DAY and not (when.spoken or when.loose))
    return len(days) != 1


def _tells_of_incident(told: Telling, n: int) -> bool:
    """Whether a sentence tells of harm or an attack, not of a meeting or a statement."""
    return told.has_harm(n) or any(u.entry.thing == "incident" for u in told.tagged(n).units)


def _day_told_next(told: Telling, figure: Found) -> When | None:
    """The day told next of what was reported on the day after ("a monitor said on Sunday"), or of no stated day."""
    said = figure.scope.when
    undated = said.since is None
    if not undated and not (said.spoken and len(said.since) == scope.DATE):
        return None
    for n in range(figure.sentence + 1, min(len(told), figure.sentence + 1 + _NEXT)):
        if days := _event_days(told, n):
            day = days[0].since
            return days[0] if undated or day < said.since <= _later(day, _STILL_FRESH) else None
    return None


def _later(day: str, by: datetime.timedelta) -> str:
    """An ISO date so much later."""
    return (datetime.date.fromisoformat(day) + by).isoformat()


def _toll_before(found: list[Found], i: int) -> Scope | None:
    """The span of the toll told just before figure ``i``, if that is too large to be one incident's."""
    if found[i].quantity.value < scope.LEAST_OF_A_WAR:
        return None
    for earlier in range(i - 1, -1, -1):
        other = found[earlier]
        if found[i].sentence - other.sentence > _TOLL_REACH:
            break
        if other.scope.kind in (scope.SPAN, scope.CONFLICT):
            return other.scope
    return None


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
    if figure.sentence >= _OPENING or figure.quantity.hedge == "vague":
        return None
    later = [other.place for other in others[:_MENTIONS] if other.sentence > figure.sentence and other.place]
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
    return closer or (other.located and _tells_of_incident(told, n))


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
