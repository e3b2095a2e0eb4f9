"""Claims that count the same thing, brought together.

Claims are first told apart by what they count: outcome, unit, group and side. Within that, the scope decides. Events
are gathered by day and place, the most precisely placed first: a later claim joins the event that it fits best, or
opens one of its own (leader clustering, Hartigan 1975). Totals are gathered by area and by the day from which they
count. Every look-up goes by a key, so the work grows with the number of claims and not with its square.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from helpers.tallies import means, spans
from helpers.tallies.claims import Claim, Said, is_unlisted
from helpers.tallies.hierarchy import NEAR, SAME, WIDE, Hierarchy
from helpers.tallies.intervals import meet
from helpers.tallies.means import Means
from helpers.tallies.spans import Span

_LONGEST_EVENT = 4
_LATE_REPORT = 3
_STILL_RUNNING = 10
_LONGEST_SILENCE = 366
_BESIDE = 5
_ENOUGH = 2
_UNKNOWN = WIDE + 1
_LOOSE = WIDE + 2
# How many times larger one count of an event may be than another before they are taken for two events: less where
# more happens in a day, and the square root of it for the small numbers that are every day's.
_ALIKE = {SAME: 4.0, NEAR: 2.0, WIDE: 1.25, _UNKNOWN: 1.0}
_ALIKE_IN_CITY = 1.6
_ALIKE_IN_AREA = 1.5
_ALIKE_IF_LOOSE = 2.0
_ALIKE_IN_TIME = 5.0
_FEW = 10
_MANY = 40


@dataclass(eq=False, slots=True)
class Gathering:
    """Claims found to count one thing; the first of them places and dates it."""

    claims: list[Claim] = field(default_factory=list)
    said: set[Said] = field(default_factory=set)
    wholes: set[Said] = field(default_factory=set)
    by_article: dict[str, list[Claim]] = field(default_factory=dict)
    intervals: set[tuple[float, float]] = field(default_factory=set)
    means: set[Means] = field(default_factory=set)
    values: set[float] = field(default_factory=set)
    least: float = float("inf")
    most: float = 0.0

    @property
    def leader(self) -> Claim:
        """The claim that opened it."""
        return self.claims[0]

    def add(self, claim: Claim) -> None:
        """Take the claim in."""
        self.claims.append(claim)
        self.said.add(claim.said)
        self.wholes |= claim.wholes
        self.by_article.setdefault(claim.article, []).append(claim)
        self.intervals.add(claim.interval)
        self.means.add(claim.means)
        self.values.add(claim.value)
        self.least, self.most = min(self.least, claim.value), max(self.most, claim.value)

    def holds_part_or_whole_of(self, claim: Claim) -> bool:
        """Whether the claim is stated to be a part, the whole or a fellow part of what is counted here."""
        return bool(claim.wholes & self.said or claim.said in self.wholes or claim.wholes & self.wholes)

    def is_told_apart_from(self, claim: Claim) -> bool:
        """Whether the claim's article counts this and that: it has another number for it, and no other source."""
        return any(_told_apart(claim, other) for other in self.by_article.get(claim.article, ()))

    def ratio(self, claim: Claim) -> float:
        """How many times the claim's number lies above or below those gathered; 1 among them."""
        if claim.value < self.least:
            return self.least / max(claim.value, 1.0)
        return claim.value / max(self.most, 1.0) if claim.value > self.most else 1.0


def gather(claims: Iterable[Claim], hierarchy: Hierarchy) -> list[Gathering]:
    """All claims in gatherings, each in exactly one; the same claims in another order give the same gatherings."""
    kinds: dict[tuple, list[Claim]] = defaultdict(list)
    for claim in claims:
        kinds[_kind(claim)].append(claim)
    gatherings: list[Gathering] = []
    for kind in sorted(kinds, key=repr):
        gatherings.extend(_BY_SCOPE[kind[0]](kinds[kind], hierarchy))
    return gatherings


def _kind(claim: Claim) -> tuple:
    """What must be equal; civilians and people are one only where a single event is told in different words."""
    scope = "total" if claim.scope in ("period", "event") and not _is_event(claim) else claim.scope
    group = "people" if scope == "event" and claim.group == "civilians" else claim.group
    return scope, claim.outcome, claim.unit, group, claim.side, claim.partitive


def _is_event(claim: Claim) -> bool:
    if claim.scope != "event":
        return False
    return claim.span is None or claim.span.length <= _LONGEST_EVENT


def _events(claims: list[Claim], hierarchy: Hierarchy) -> list[Gathering]:
    """Claims of single events, by day and place."""
    found: list[Gathering] = []
    by_day_and_place: dict[tuple[int, str], list[tuple[int, Gathering]]] = defaultdict(list)
    by_article: dict[str, list[Gathering]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: _precise_first(claim, hierarchy)):
        candidates: dict[int, tuple[tuple, Gathering]] = {}
        for gap, day in _days_to_try(claim):
            for place in _names_of(claim.place, hierarchy):
                for remoteness, gathering in by_day_and_place.get((day, place), ()):
                    if place != claim.place:
                        remoteness = max(remoteness, NEAR)
                    fit = _event_fit(claim, gathering, remoteness, gap, hierarchy)
                    if fit is not None and fit < candidates.get(id(gathering), ((_LOOSE + 1,),))[0]:
                        candidates[id(gathering)] = (fit, gathering)
        for gathering in by_article.get(claim.article, ()):
            fit = _event_fit(claim, gathering, _UNKNOWN, _days_apart(claim, gathering.leader), hierarchy)
            if fit is not None and id(gathering) not in candidates:
                candidates[id(gathering)] = (fit, gathering)
        gathering = _best(candidates.values())
        if gathering is None:
            gathering = Gathering()
            found.append(gathering)
            for _, day in _days_to_try(claim)[: 1 if claim.span is None else claim.span.length]:
                for place, remoteness in hierarchy.around(claim.place).items() if claim.place else ():
                    by_day_and_place[day, place].append((remoteness, gathering))
        gathering.add(claim)
        if gathering not in by_article[claim.article]:
            by_article[claim.article].append(gathering)
    return found


def _event_fit(
    claim: Claim, gathering: Gathering, remoteness: int, gap: int, hierarchy: Hierarchy
) -> tuple[float, ...] | None:
    """How well a claim fits an event, smaller is better; null where it does not.

    Days beside each other, days guessed from the date of publication, and places that only may be the same ask for
    the same number.
    """
    if gathering.holds_part_or_whole_of(claim) or gathering.is_told_apart_from(claim):
        return None
    together = claim.article in gathering.by_article
    guessed = bool(gap) or claim.span is None or gathering.leader.span is None
    if remoteness == _UNKNOWN and not (together and gap <= 1 and _unplaced(claim, gathering.leader)):
        return None
    if not together and _says_too_little(claim, gathering, remoteness, guessed):
        return None
    if _by_other_means(claim, gathering):
        return None
    ratio = gathering.ratio(claim)
    limit = _limit(claim, gathering, remoteness, guessed, hierarchy)
    near = remoteness < WIDE or (remoteness == WIDE and _is_outstanding(claim, gathering))
    if ratio <= limit and (near or any(meet(claim.interval, other) for other in gathering.intervals)):
        return remoteness >= WIDE, gap, not together, ratio > 1.0, remoteness, ratio
    if remoteness == WIDE and not guessed and _may_be_rival(claim, gathering, ratio, hierarchy):
        return _LOOSE, gap, not together, ratio > 1.0, remoteness, ratio
    return None


def _says_too_little(claim: Claim, gathering: Gathering, remoteness: int, guessed: bool) -> bool:
    """Whether a claim is too loose to be known for another article's event.

    Of a guessed day, only a plain number that is not small is known again, from afar only a large one; dozens are
    known only where the means are named.
    """
    vague = claim.hedge == "vague"
    if guessed and (vague or claim.value < _FEW):
        return True
    if guessed and remoteness >= WIDE and not _is_outstanding(claim, gathering):
        return True
    return vague and not _shares_means(claim, gathering)


def _is_outstanding(claim: Claim, gathering: Gathering) -> bool:
    """Whether the claim counts so many harmed by the same means that few days see two such events."""
    dated = claim.span is not None and gathering.leader.span is not None
    return dated and claim.value >= _MANY and _shares_means(claim, gathering)


def _shares_means(claim: Claim, gathering: Gathering) -> bool:
    return any(claim.means & other for other in gathering.means)


def _by_other_means(claim: Claim, gathering: Gathering) -> bool:
    """Whether all that is gathered names other means of harm; a large number repeated is known by itself."""
    repeats = claim.value in gathering.values and claim.value >= _FEW
    return not repeats and all(means.differ(claim.means, other) for other in gathering.means)


def _may_be_rival(claim: Claim, gathering: Gathering, ratio: float, hierarchy: Hierarchy) -> bool:
    """Whether a province's number may be a rival of a town's: of many people, by the same means, not so far apart."""
    if hierarchy.kinds.get(claim.place or "") == "country" or min(claim.value, gathering.most) < _FEW:
        return False
    return ratio <= _ALIKE_IF_LOOSE and _shares_means(claim, gathering)


def _limit(claim: Claim, gathering: Gathering, remoteness: int, guessed: bool, hierarchy: Hierarchy) -> float:
    """How many times the claim's number may lie above or below those gathered."""
    if guessed:
        return _ALIKE[WIDE] if remoteness <= WIDE and _is_outstanding(claim, gathering) else 1.0
    limit = _ALIKE[remoteness]
    if remoteness == SAME and claim.place:
        if hierarchy.kinds.get(claim.place) == "city":
            limit = _ALIKE_IN_CITY
        elif not hierarchy.is_local(claim.place):
            limit = _ALIKE_IN_AREA
    known = claim.article in gathering.by_article or _shares_means(claim, gathering)
    if not known and limit < _ALIKE[SAME]:
        limit = min(limit, _ALIKE[WIDE])
    return math.sqrt(limit) if min(claim.value, gathering.most) < _FEW else limit


def _totals(claims: list[Claim], hierarchy: Hierarchy) -> list[Gathering]:
    """Claims of longer spans, by area and by the day from which they count; closed ones by their last day too."""
    found: list[Gathering] = []
    by_month_and_place: dict[tuple[object, str | None], list[tuple[int, Gathering]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: _wide_first(claim, hierarchy)):
        candidates: dict[int, tuple[tuple, Gathering]] = {}
        for month in _months_to_try(claim):
            for remoteness, gathering in by_month_and_place.get((month, claim.place), ()):
                if gathering.holds_part_or_whole_of(claim) or gathering.is_told_apart_from(claim):
                    continue
                known = claim.since is not None
                if gathering.ratio(claim) > (_ALIKE_IN_TIME if known else _ALIKE_IN_AREA):
                    continue
                if _same_span(claim, gathering.leader):
                    candidates[id(gathering)] = ((remoteness, gathering.ratio(claim)), gathering)
        gathering = _best(candidates.values())
        if gathering is None:
            gathering = Gathering()
            found.append(gathering)
            for place in _loose_names(claim.place, hierarchy):
                by_month_and_place[_months_to_try(claim)[0], place].append((place != claim.place, gathering))
        gathering.add(claim)
    return found


def _of_the_conflict(claims: list[Claim], hierarchy: Hierarchy) -> list[Gathering]:
    """Claims of everything since a conflict began, by area; those that no growing total could reach, apart."""
    found = []
    for gathering in _by_place(claims, math.inf, math.inf):
        by_line: dict[float | None, Gathering] = defaultdict(Gathering)
        values = [claim.value for claim in gathering.claims]
        for n, claim in enumerate(gathering.claims):
            before, after = values[max(0, n - _BESIDE) : n], values[n + 1 : n + 1 + _BESIDE]
            by_line[claim.value if _is_out_of_line(claim.value, before, after) else None].add(claim)
        found.extend(by_line.values())
    return found


def _is_out_of_line(value: float, before: list[float], after: list[float]) -> bool:
    """Whether a total is many times less than those told before it, or many times more than those told after."""
    fell = len(before) >= _ENOUGH and value * _ALIKE_IN_TIME < median(before)
    return fell or (len(after) >= _ENOUGH and value > _ALIKE_IN_TIME * median(after))


def _stocks(claims: list[Claim], hierarchy: Hierarchy) -> list[Gathering]:
    """Claims of people in a state, by area; a silence of more than a year ends a tally."""
    return _by_place(claims, _LONGEST_SILENCE, _ALIKE_IN_TIME)


def _by_place(claims: list[Claim], longest_silence: float, alike: float) -> list[Gathering]:
    found: list[Gathering] = []
    open_at: dict[str | None, tuple[int, list[Gathering]]] = {}
    for claim in sorted(claims, key=lambda claim: (_as_of(claim), claim.article, claim.start, claim.figures)):
        last, gatherings = open_at.get(claim.place, (_as_of(claim), []))
        if _as_of(claim) - last > longest_silence:
            gatherings = []
        fitting = (one for one in gatherings if not one.holds_part_or_whole_of(claim) and one.ratio(claim) <= alike)
        gathering = next(fitting, None)
        if gathering is None:
            gathering = Gathering()
            gatherings.append(gathering)
            found.append(gathering)
        gathering.add(claim)
        open_at[claim.place] = (_as_of(claim), gatherings)
    return found


_BY_SCOPE = {"event": _events, "total": _totals, "conflict": _of_the_conflict, "stock": _stocks}


def _best(candidates: Iterable[tuple[tuple, Gathering]]) -> Gathering | None:
    """The best fit; null where there is none, or where two events far from the claim fit it equally well."""
    ranked = sorted(candidates, key=lambda candidate: candidate[0])
    if not ranked:
        return None
    best, *others = (fit for fit, _ in ranked)
    if (best[0] == _LOOSE and others) or (best[0] and best in others):
        return None
    return ranked[0][1]


def _unplaced(claim: Claim, other: Claim) -> bool:
    """Whether either is told without a place that the vocabulary knows."""
    return any(place is None or is_unlisted(place) for place in (claim.place, other.place))


def _told_apart(claim: Claim, other: Claim) -> bool:
    """Whether one article tells the two as different things.

    Two sources may count one thing differently; one voice only where its second number refines the first. Where only
    one is attributed, the numbers of one place need only be alike, and some number satisfy both.
    """
    if claim.value == other.value:
        return False
    meeting = meet(claim.interval, other.interval)
    if claim.voice != other.voice and None not in (claim.voice, other.voice):
        return claim.place != other.place and min(claim.value, other.value) < _FEW
    if not meeting or "vague" in (claim.hedge, other.hedge):
        return not meeting
    rivals = claim.voice != other.voice and claim.place == other.place
    return _times(claim.value, other.value) > (_ALIKE_IN_CITY if rivals else _ALIKE[WIDE])


def _times(one: float, other: float) -> float:
    return max(one, other) / max(min(one, other), 1.0)


def _precise_first(claim: Claim, hierarchy: Hierarchy) -> tuple:
    place = claim.place or ""
    depth = -1 if not place else hierarchy.depths.get(place, len(hierarchy.names))
    return (
        -depth,
        place in hierarchy.loosely,
        claim.span is None,
        claim.hedge == "vague",
        _as_of(claim),
        place,
        claim.article,
        claim.start,
        claim.figures,
    )


def _wide_first(claim: Claim, hierarchy: Hierarchy) -> tuple:
    depth = hierarchy.depths.get(claim.place or "", len(hierarchy.names))
    return depth, claim.since or "~", _as_of(claim), claim.place or "", claim.article, claim.start, claim.figures


def _days_to_try(claim: Claim) -> list[tuple[int, int]]:
    """Days on which the event may be filed, each with its distance: its own, then those beside it.

    Where the text names no day, it happened in the days before publication.
    """
    if claim.span is not None:
        own = [(0, day) for day in range(claim.span.first, claim.span.last + 1)]
        return [*own, (1, claim.span.first - 1), (1, claim.span.last + 1)]
    if claim.published is None:
        return []
    return [(late, claim.published - late) for late in range(_LATE_REPORT + 1)]


def _days_apart(claim: Claim, other: Claim) -> int:
    if claim.span is None or other.span is None:
        return 0
    return spans.gap(claim.span, other.span)


def _names_of(place: str | None, hierarchy: Hierarchy) -> list[str]:
    """The place, and for a town the province that its name may stand for."""
    if place is None:
        return []
    meant = hierarchy.loosely.get(place) if hierarchy.is_local(place) else None
    return [place, meant] if meant else [place]


def _loose_names(place: str | None, hierarchy: Hierarchy) -> list[str | None]:
    """The place, and the provinces whose name is loosely used for it."""
    provinces = [name for name, meant in hierarchy.loosely.items() if meant == place and not hierarchy.is_local(name)]
    return [place, *provinces]


def _months_to_try(claim: Claim) -> list[object]:
    """The month from which it counts and the months beside it; where that is not known, the day on which it ends."""
    since = spans.of(claim.since)
    if since is None:
        return [claim.until]
    year, month = (int(part) for part in spans.iso(since.first).split("-")[:2])
    number = year * 12 + month
    return [number, number - 1, number + 1]


def _same_span(claim: Claim, other: Claim) -> bool:
    """Whether two totals count from the same time, as loosely as reporters say it, and both run on or both end then."""
    ours, theirs = spans.of(claim.since), spans.of(other.since)
    if ours is None or theirs is None:
        return claim.since == other.since and claim.until == other.until
    if spans.gap(ours, theirs) > _give(claim, other) or abs(ours.first - theirs.first) > _shorter(claim, other) / 3:
        return False
    if runs_on(claim) and runs_on(other):
        return True
    ends = spans.of(claim.until), spans.of(other.until)
    return None not in ends and spans.gap(*ends) <= _give(claim, other)


def _give(claim: Claim, other: Claim) -> float:
    """How many days apart two beginnings may be: a tenth of the shorter of the spans."""
    return _shorter(claim, other) / 10


def _shorter(claim: Claim, other: Claim) -> int:
    return min((span.length for span in (claim.span, other.span) if span is not None), default=0)


def runs_on(claim: Claim) -> bool:
    """Whether the total was still growing when it was published."""
    until: Span | None = spans.of(claim.until)
    return until is None or claim.published is None or claim.published - until.last <= _STILL_RUNNING


def _as_of(claim: Claim) -> int:
    """The day up to which it counts, else that of publication, else 0."""
    until = spans.of(claim.until)
    return until.last if until is not None else claim.published or 0
