"""Claims of more than one event: of a period, of a whole conflict, and of people in a state."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from statistics import median

from helpers.tallies import gathering, spans
from helpers.tallies.claims import Claim
from helpers.tallies.gathering import REFINED, Gathering
from helpers.tallies.hierarchy import NEAR, Hierarchy

_STILL_RUNNING = 10
_MONTH = 31
_LONGEST_SILENCE = 366
_BESIDE = 5
_ENOUGH = 2
# How many times larger one total may be than another before they are taken to count two things.
_ALIKE = 5.0
_ALIKE_IF_WIDER = 2.5
_ALIKE_IF_BOUNDLESS = 2.0


def of_periods(claims: list[Claim], hierarchy: Hierarchy) -> list[Gathering]:
    """Claims of a span, by area and by the day from which they count; those that are over, by their last day too.

    A claim that names no beginning joins the only total of its area that was running on its day.
    """
    found: list[Gathering] = []
    filed: dict[tuple[tuple[str, int], str | None], list[Gathering]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: _wide_first(claim, hierarchy)):
        candidates: dict[int, tuple[tuple, Gathering]] = {}
        for key, area in itertools.product(_keys_to_try(claim), _areas(claim.place, hierarchy)):
            for total in filed.get((key, area), ()):
                meant = area in _meant(claim.place, hierarchy) + _meant(total.leader.place, hierarchy)
                if meant and _fits(claim, total):
                    candidates[id(total)] = ((claim.place != total.leader.place, total.ratio(claim)), total)
        if claim.since is None and len(candidates) > 1:
            candidates = {}
        total = gathering.best(candidates.values())
        if total is None:
            total = Gathering()
            found.append(total)
            for key, area in itertools.product(_keys(claim), _areas(claim.place, hierarchy)):
                filed[key, area].append(total)
        total.add(claim)
    return found


def of_conflicts(claims: list[Claim], _: Hierarchy) -> list[Gathering]:
    """Claims of everything since a conflict began, by area; those that no growing total could reach, apart."""
    found = []
    for total in _by_place(claims, math.inf, math.inf, lambda place: [place]):
        by_line: dict[float | None, Gathering] = defaultdict(Gathering)
        values = [claim.value for claim in total.claims]
        for n, claim in enumerate(total.claims):
            before, after = values[max(0, n - _BESIDE) : n], values[n + 1 : n + 1 + _BESIDE]
            by_line[claim.value if _is_out_of_line(claim.value, before, after) else None].add(claim)
        found.extend(by_line.values())
    return found


def of_stocks(claims: list[Claim], hierarchy: Hierarchy) -> list[Gathering]:
    """Claims of people in a state, by area; a silence of more than a year ends a tally.

    Part of a city and the city are one area to reporters where nearly the same number is told of both.
    """

    def around(place: str | None) -> list[str | None]:
        near = hierarchy.around(place) if place is not None else {}
        return [place, *(area for area, remoteness in near.items() if remoteness == NEAR)]

    return _by_place(claims, _LONGEST_SILENCE, _ALIKE, around)


def area_of(total: Gathering, hierarchy: Hierarchy) -> str | None:
    """The area that all its claims may mean, the most precise of several; that of the first claim if none is common."""
    places = {claim.place for claim in total.claims}
    common = set.intersection(*(set(_areas(place, hierarchy)) for place in places))
    return max(common, key=lambda area: (hierarchy.depths.get(area or "", 0), area or ""), default=total.leader.place)


def runs_on(claim: Claim) -> bool:
    """Whether the total was still growing when it was published."""
    until = spans.of(claim.until)
    return until is None or claim.published is None or claim.published - until.last <= _STILL_RUNNING


def _by_place(
    claims: list[Claim], longest_silence: float, alike: float, around: Callable[[str | None], Iterable[str | None]]
) -> list[Gathering]:
    """Claims by place, a silence ending a total; of a place nearby, a claim of nearly the same number joins."""
    found: list[Gathering] = []
    filed: dict[str | None, list[Gathering]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.as_of, claim.article, claim.start, claim.figures)):
        own, *near = around(claim.place)
        candidates = [*filed[own], *(total for place in near for total in filed[place] if total.leader.place == place)]
        total = next(
            (
                total
                for total in sorted(candidates, key=lambda total: total.leader.place != own)
                if claim.as_of - total.claims[-1].as_of <= longest_silence
                and not total.holds_part_or_whole_of(claim)
                and total.ratio(claim) <= (alike if total.leader.place == own else min(alike, REFINED))
            ),
            None,
        )
        if total is None:
            total = Gathering()
            found.append(total)
            for place in (own, *near):
                filed[place].append(total)
        total.add(claim)
    return found


def _is_out_of_line(value: float, before: list[float], after: list[float]) -> bool:
    """Whether a total is many times less than those told before it, or many times more than those told after."""
    fell = len(before) >= _ENOUGH and value * _ALIKE < median(before)
    return fell or (len(after) >= _ENOUGH and value > _ALIKE * median(after))


def _fits(claim: Claim, total: Gathering) -> bool:
    if not total.is_within(claim.value, _ALIKE) or total.excludes(claim):
        return False
    if claim.since is not None:
        alike = _ALIKE if claim.place == total.leader.place else _ALIKE_IF_WIDER
        return total.ratio(claim) <= alike and _is_same_span(claim, total.leader)
    ends = spans.of(claim.until), spans.of(total.leader.until)
    patience = 0 if total.leader.since is None else _MONTH
    same_time = None not in ends and spans.gap(*ends) <= patience and runs_on(claim) and runs_on(total.leader)
    return same_time and total.ratio(claim) <= _ALIKE_IF_BOUNDLESS


def _is_same_span(claim: Claim, other: Claim) -> bool:
    """Whether two totals count from the same time, as loosely as reporters say it, and both run on or both end then.

    Beginnings may lie a tenth of the shorter span apart, beyond what their dates leave open.
    """
    ours, theirs = spans.of(claim.since), spans.of(other.since)
    if ours is None or theirs is None:
        return claim.since == other.since and claim.until == other.until
    shorter = min((span.length for span in (claim.span, other.span) if span is not None), default=0)
    if spans.gap(ours, theirs) > shorter / 10 or abs(ours.first - theirs.first) > shorter / 3:
        return False
    if runs_on(claim) and runs_on(other):
        return True
    ends = spans.of(claim.until), spans.of(other.until)
    return None not in ends and spans.gap(*ends) <= shorter / 10


def _wide_first(claim: Claim, hierarchy: Hierarchy) -> tuple:
    depth = hierarchy.depths.get(claim.place or "", len(hierarchy.names))
    beginning = (claim.since is None, claim.since or "")
    return *beginning, depth, claim.as_of, claim.place or "", claim.article, claim.start, claim.figures


def _meant(place: str | None, hierarchy: Hierarchy) -> list[str | None]:
    """The place, and for a province the larger area that its name is loosely used for."""
    loosely = hierarchy.loosely.get(place or "")
    return [place] if loosely is None or hierarchy.is_local(place) else [place, loosely]


def _areas(place: str | None, hierarchy: Hierarchy) -> list[str | None]:
    """What the place may mean, and for a province the regions that a campaign there may be of."""
    if place is None or hierarchy.is_local(place):
        return [place]
    wider = [area for area in hierarchy.inside.get(place, ()) if hierarchy.kinds.get(area) == "region"]
    return list(dict.fromkeys([*_meant(place, hierarchy), *wider]))


def _keys(claim: Claim) -> list[tuple[str, int]]:
    """What a total is filed under: the month from which it counts, and the one up to which."""
    dates = ("since", spans.of(claim.since)), ("until", spans.of(claim.until))
    return [(end, _month(span.last if end == "until" else span.first)) for end, span in dates if span is not None]


def _keys_to_try(claim: Claim) -> list[tuple[str, int]]:
    """The month from which it counts and the months beside it; where that is not known, those up to which."""
    return [(end, month + beside) for end, month in _keys(claim)[:1] for beside in (0, -1, 1)]


def _month(day: int) -> int:
    year, month = (int(part) for part in spans.iso(day).split("-")[:2])
    return year * 12 + month
