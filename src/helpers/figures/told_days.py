"""The day of an incident, where a figure's sentence does not say it and the article does."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from functools import cached_property
from itertools import chain

from helpers.figures import scope
from helpers.figures.expressions import DATE, DAY
from helpers.figures.found import DISTINCTIVE, MENTIONS, OPENING, Found, by_count
from helpers.figures.gazetteer import SPECIFICITY
from helpers.figures.places import Place
from helpers.figures.reading import PARTS
from helpers.figures.rules import STATES
from helpers.figures.scope import Scope
from helpers.figures.telling import Telling, backwards
from helpers.figures.times import When

_TOLL_REACH = 2
"""Sentences back in which the span of a toll is looked for."""
_WHOLE_REACH = 3
"""Sentences in which a part has the time of its whole; a whole of the lead is told of throughout."""
_LEAD = 8
"""Sentences in which an article says when what it tells of happened."""
_NEXT = 3
"""Sentences after a report's lead in which it says when that happened."""
_STILL_FRESH = datetime.timedelta(days=3)
_REACH_OF_CALLING = 30
"""Sentences after a report in which it calls the incident by its day."""
_REACH_OF_NAME = 4
"""Units behind a day among which an incident is that of the day: "Saturday's chemical weapons attack"."""
_ENDS_NAME = frozenset("ptycbSrz,.")
"""Tags of grammar behind which another phrase begins."""
_ADDING = frozenset("eT")
"""Tags of "other" and of "toll"."""
_LEAD_SENTENCES = 3
"""Sentences of headline and lead, which repeat even a small number of the body's."""
_A_CITY = SPECIFICITY["city"]
"""Specificity from which a place named again is that of the same incident."""


def days_told(found: list[Found], told: Telling, wholes: dict[int, int]) -> None:
    """Settle when for figures whose sentence does not say.

    A part has its whole's time, a repeated number that of its fuller mention, a toll that goes on or is large the span
    of that told just before, an event the day told before of the same town, of the incident being told, or of the lead.
    """
    dated = by_count(figure for figure in found if figure.scope.when is not None and _is_settled(figure.scope))
    retold = by_count(figure for figure in found if _date_from_next(figure, told))
    incident = _Incident(found, told)
    for figure in chain.from_iterable(retold.values()):
        figure.scope.doubtful = incident.has_several_days
    for i, figure in enumerate(found):
        whole = _scope_of_whole(found, i, wholes)
        if whole is not None:
            _take_span_of_whole(figure, whole)
        if figure.scope.kind == scope.SPAN and figure.scope.since is None and not _says_when(figure.scope):
            since = [other for other in dated.get(figure.count, []) if other.scope.since]
            _begin(figure, _fuller_mention(figure, since, told), _toll_before(found, i), told)
        before = found[i - 1] if i else None
        if whole is None and before and (_goes_on(figure, before, incident) or _is_listed_with(figure, before)):
            _take(figure, before.scope)
        if _is_settled(figure.scope):
            continue
        others = dated.get(figure.count) or [other for other in retold.get(figure.count, []) if other is not figure]
        fuller = whole or _fuller_mention(figure, others, told) or _toll_before(found, i)
        if fuller is not None and (fuller.since or fuller.kind == scope.SPAN):
            _take(figure, fuller)
        elif figure.scope.since is None and (day := _day_told(figure, incident, told)):
            figure.scope.since, figure.scope.until = day.since, day.until
        else:
            continue
        figure.scope.doubtful = incident.has_several_days


def _scope_of_whole(found: list[Found], i: int, wholes: dict[int, int]) -> Scope | None:
    """The span of a part's whole, if that is told in the lead or shortly before."""
    if i not in wholes:
        return None
    whole = found[wholes[i]]
    near = whole.sentence < _LEAD_SENTENCES or found[i].sentence - whole.sentence <= _WHOLE_REACH
    return whole.scope if near else None


def _take_span_of_whole(figure: Found, whole: Scope) -> None:
    """Give a part its whole's span, where its own words are those of the whole or say less."""
    mine, says_no_more = figure.scope, figure.reading.rule in (*PARTS, *STATES)
    if mine.kind == scope.STOCK and not says_no_more:
        return  # "13 of whom remain in prison"
    if whole.kind == scope.CONFLICT and mine.kind == scope.STOCK:
        _take(figure, whole)
        return
    same_state = whole.kind == scope.STOCK and says_no_more and mine.when is None
    if same_state or (whole.when is not None and mine.when is whole.when):
        figure.scope = whole


def _goes_on(figure: Found, before: Found, incident: _Incident) -> bool:
    """Whether a toll goes on over the span of the one told before: with no day, place or attack of its own.

    It is told as a toll, in the perfect or besides others: "a toll of 40 dead", "40 have died", "**other** agencies".
    In a report that names no day at all every toll is one of its span.
    """
    undated = figure.scope.kind == scope.EVENT and figure.scope.when is None
    if not undated or before.scope.kind not in (scope.SPAN, scope.CONFLICT) or figure.sentence - before.sentence > 1:
        return False
    in_perfect = scope.told_in_perfect(figure.tagged, figure.at, figure.reading) != ""
    no_incident = not incident.has_days and "r" not in figure.tagged.tags[: figure.at]
    if not in_perfect and _ADDING.isdisjoint(figure.tagged.tags) and not no_incident:
        return False
    outcomes = {figure.reading.outcome, before.reading.outcome}
    here = figure.place is None or (before.place is not None and figure.place.text == before.place.text)
    attack = any(entry.thing == "incident" for entry in figure.tagged.entries)
    return here and not attack and (len(outcomes) == 1 or outcomes <= scope.HARM)


def _is_listed_with(figure: Found, before: Found) -> bool:
    """Whether an undated number goes on with a list of tolls: "40 died among the rebels **and 12 among soldiers**"."""
    listed = figure.sentence == before.sentence and figure.reading.joined == before.at
    return listed and figure.scope.kind == scope.EVENT and figure.scope.when is None and before.scope.kind == scope.SPAN


def _begin(figure: Found, mention: Scope | None, toll: Scope | None, told: Telling) -> None:
    """Say since when an undated toll counts: as its fuller mention says, the war's told before, or the last period."""
    if mention is not None:
        _take(figure, mention)
    elif toll is not None and toll.kind == scope.CONFLICT:
        _take(figure, toll)
    else:
        since = told.latest_period(figure.sentence)
        vast = since is None and figure.quantity.value >= scope.LEAST_OF_A_WAR and figure.reading.outcome in scope.HARM
        figure.scope.since = since or told.latest_day(figure.sentence)
        if told.home is not None and (vast or scope.begins_with(figure.scope.since, told.home)):
            figure.scope.kind, figure.scope.conflict = scope.CONFLICT, told.home
            figure.scope.since = told.home["began"]


def _day_of_event(figure: Found, incident: _Incident) -> When | None:
    """The day of a figure's incident, as told before."""
    return incident.day_in(figure.place, figure.sentence) or incident.day_at(figure.sentence)


def _day_told(figure: Found, incident: _Incident, told: Telling) -> When | None:
    """The day of a figure's incident as the article tells it; of what happened "last week" none of the last days."""
    day = _day_of_event(figure, incident) or _day_told_later(told, figure)
    return day if day is None or not _says_when(figure.scope) or _may_be_last_week(day, told) else None


def _may_be_last_week(day: When, told: Telling) -> bool:
    """Whether a day is none of the last ones before the article's own."""
    return told.anchor is None or _later(day.until, _STILL_FRESH) < told.anchor


def _day_told_later(told: Telling, figure: Found) -> When | None:
    """The day of an attack on a figure's place that is told only behind it: "the bombing of Klow yesterday"."""
    if figure.place is None or figure.place.specificity <= 0:
        return None
    later = told.behind(figure.sentence, _REACH_OF_CALLING)
    there = (n for n in later if figure.place.text in told.sentence(n) and told.tells_of_incident(n))
    return next((days[0] for n in there if (days := _event_days(told, n))), None)


def _date_from_next(figure: Found, told: Telling) -> bool:
    """Give a figure of which only the day of the report is said the day that is told next; whether there is one."""
    day = _day_told_next(told, figure) if figure.scope.when is not None and not _is_settled(figure.scope) else None
    if day is not None:
        figure.scope.since, figure.scope.until = day.since, day.until
    return day is not None


class _Incident:
    """The incident being told: its day is followed from sentence to sentence, each read once.

    The sentences that are asked for may only grow.
    """

    def __init__(self, found: list[Found], told: Telling) -> None:
        self._found, self._told = found, told
        self._with_figures = {figure.sentence for figure in found}
        self._dated = {figure.sentence: day for figure in reversed(found) if (day := _own_day(figure)) is not None}
        self._day: When | None = None
        self._next = 0
        self._in_towns: dict[str, tuple[int, When | None]] = {}

    def day_in(self, place: Place | None, n: int) -> When | None:
        """The day told last before sentence ``n`` where the same town is named, if ``place`` is one that is known."""
        if place is None or place.row is None or place.specificity < _A_CITY:
            return None
        begin, day = self._in_towns.get(place.text, (0, None))
        for earlier in range(begin, n):
            if place.text in self._told.sentence(earlier):
                for new in _event_days(self._told, earlier)[:1]:
                    day = self._followed(day, new, earlier)
        self._in_towns[place.text] = n, day
        return day

    def day_at(self, n: int) -> When | None:
        """The day told last up to sentence ``n``, else that of the article's lead."""
        unseen = range(self._next, n + 1)
        self._day = self._day_of_incident(unseen)
        self._next = n + 1
        if self._day is not None:
            return self._day
        lead = self._lead_day
        told = lead is not None and any(day is lead for m in range(min(n + 1, _LEAD)) for day in self._days(m))
        return lead if told and not lead.spoken else self._hours_before(n) or lead

    @property
    def has_days(self) -> bool:
        """Whether lead or dated figures name any day."""
        return bool(self._days_named)

    @property
    def has_several_days(self) -> bool:
        """Whether lead and dated figures name several days, or none: only a single one is surely that of the rest."""
        return len(self._days_named) != 1

    @cached_property
    def _days_named(self) -> set[str]:
        """The days that lead and dated figures name, two of them at least where they name so many."""
        own = (figure.scope.when for figure in self._found)
        days = {when.since for when in own if when and when.kind == DAY and not (when.spoken or when.loose)}
        for n in range(min(_LEAD, len(self._told))):
            if len(days) > 1:
                break
            days.update(day.since for day in _event_days(self._told, n))
        return days

    def _hours_before(self, n: int) -> When | None:
        """The 24 hours told of last up to sentence ``n``."""
        told = (when for m in backwards(n + 1, _LEAD) for when in self._told.times(m))
        return next((when for when in told if when.loose and when.since), None)

    def _day_of_incident(self, sentences: range) -> When | None:
        """The day told last in sentences of figures, harm or attacks; without one that before, else the first day."""
        told, first = self._day, None
        for n in sentences:
            days = (day for day in self._days(n) if not (day.spoken or self._is_background(day)))
            if (day := next(days, None)) is None:
                continue
            if n in self._with_figures or self._told.tells_of_incident(n):
                told = self._followed(told, day, n)
            else:
                first = first or day
        return told or first

    def _followed(self, told: When | None, day: When, n: int) -> When:
        """The incident's day after sentence ``n``: one of two told before is no new one, unless it dates figures."""
        if told is None or n in self._with_figures or not told.since <= day.since <= day.until <= told.until:
            return day
        return told

    def _days(self, n: int) -> list[When]:
        """The days of a sentence, or that by which it dates its figure: "buried on Friday, a day after 12 died"."""
        return [self._dated[n]] if n in self._dated else self._told.days(n)

    def _is_background(self, day: When) -> bool:
        """Whether a day lies long before what the article reports: "an offensive that began on 3 June"."""
        lead = self._lead_day
        return lead is not None and _later(day.since, _STILL_FRESH) < lead.since

    @cached_property
    def _lead_day(self) -> When | None:
        """The first day of the lead on which something happened, else within 24 hours of it, else was said."""
        lead = range(min(_LEAD, len(self._told)))
        days = (day for n in lead for day in self._days(n))
        if (happened := next((day for day in days if not day.spoken), None)) is not None:
            return happened
        named = (self._told.known_days(n) for n in lead)
        first = next(filter(None, named), [])
        return next((when for when in first if when.loose), first[0] if first else None)


def _fuller_mention(figure: Found, others: list[Found], told: Telling) -> Scope | None:
    """The span of another mention of the same figure: one of a distinctive number, or where a headline announces it.

    Other "dozens" than those of the lead are other people.
    """
    heading = told.sentence(figure.sentence)[-1] not in '.!?"”'
    for other in others[:MENTIONS]:
        if figure.quantity.hedge == "vague" and other.sentence > OPENING:
            break
        announced = figure.sentence < _LEAD_SENTENCES or (heading and other.sentence - figure.sentence == 1)
        if figure.quantity.value >= DISTINCTIVE or announced:
            return other.scope
    return None


def _own_day(figure: Found) -> When | None:
    """The day on which a figure's own sentence says that its incident happened."""
    when = figure.scope.when
    if when is None or when.kind != DAY or when.spoken or when.loose or figure.scope.kind != scope.EVENT:
        return None
    return when if when.since is not None and len(when.since) == DATE else None


def _says_when(own: Scope) -> bool:
    """Whether a figure's own sentence says when, by more than the day of the statement."""
    return own.when is not None and not own.when.spoken


def _is_settled(own: Scope) -> bool:
    """Whether nothing but the figure's own sentence can say when."""
    return own.kind != scope.EVENT or (_says_when(own) and own.since is not None)


def _take(figure: Found, other: Scope) -> None:
    figure.scope = Scope(other.kind, other.since, other.until, figure.scope.when, other.conflict)


def _event_days(told: Telling, n: int) -> list[When]:
    """The days that a sentence tells of, those left out on which only something was said."""
    return [day for day in told.days(n) if not day.spoken]


def _day_told_next(told: Telling, figure: Found) -> When | None:
    """The day told next of what was reported on the day after ("a monitor said on Sunday"), or of no stated day.

    Else that by which the article calls the incident later on: "Saturday's blast".
    """
    said = figure.scope.when
    undated = said.since is None
    if not undated and not (said.spoken and len(said.since) == DATE):
        return None
    later = told.behind(figure.sentence, _REACH_OF_CALLING)
    first = next((days[0] for n in later[:_NEXT] if (days := _event_days(told, n))), None)
    if undated:
        return first if first is not None and _may_be_last_week(first, told) else None
    if first is not None and _is_just_before(first, said):
        return first
    named = (day for n in later for day in _event_days(told, n) if _names_incident(told, n, day))
    return next((day for day in named if _is_just_before(day, said)), None)


def _names_incident(told: Telling, n: int, day: When) -> bool:
    """Whether an incident is called by a day: "**Saturday**'s car bombing", "the **Tuesday** raids"."""
    tagged = told.tagged(n)
    behind = bisect_left(tagged.firsts, bisect_left(tagged.words.starts, told.spans[n][0] + day.end))
    for tag, entry in zip(tagged.tags[behind : behind + _REACH_OF_NAME], tagged.entries[behind:], strict=False):
        if entry.thing == "incident" or tag in _ENDS_NAME:
            return entry.thing == "incident"
    return False


def _is_just_before(day: When, said: When) -> bool:
    """Whether a day lies before that of a report, but not so long that the report is not of it."""
    return day.since < said.since <= _later(day.since, _STILL_FRESH)


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
