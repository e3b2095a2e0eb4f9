"""Claims of more than one event: of a period, of a whole conflict, and of people in a state."""

from __future__ import annotations

import math
from collections import defaultdict
from statistics import median

from helpers.tallies import gathering, spans
from helpers.tallies.claims import Claim
from helpers.tallies.gathering import Gathering
from helpers.tallies.hierarchy import Hierarchy

_STILL_RUNNING = 10
_LONGEST_SILENCE = 366
_BESIDE = 5
_ENOUGH = 2
# How many times larger one total may be than another before they are taken to count two things.
_ALIKE = 5.0
_ALIKE_IF_BOUNDLESS = 1.5


def of_periods(claims: list[Claim], hierarchy: Hierarchy) -> list[Gathering]:
    """Claims of a span, by area and by the day from which they count; those that are over, by their last day too."""
    found: list[Gathering] = []
    filed: dict[tuple[object, str | None], list[tuple[bool, Gathering]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: _wide_first(claim, hierarchy)):
        candidates = []
        for month in _months_to_try(claim):
            for loosely, total in filed.get((month, claim.place), ()):
                if not total.excludes(claim) and _is_alike(claim, total) and _is_same_span(claim, total.leader):
                    candidates.append(((loosely, total.ratio(claim)), total))
        total = gathering.best(candidates)
        if total is None:
            total = Gathering()
            found.append(total)
            for place in _names_of(claim.place, hierarchy):
                filed[_months_to_try(claim)[0], place].append((place != claim.place, total))
        total.add(claim)
    return found


def of_conflicts(claims: list[Claim], _: Hierarchy) -> list[Gathering]:
    """Claims of everything since a conflict began, by area; those that no growing total could reach, apart."""
    found = []
    for total in _by_place(claims, math.inf, math.inf):
        by_line: dict[float | None, Gathering] = defaultdict(Gathering)
        values = [claim.value for claim in total.claims]
        for n, claim in enumerate(total.claims):
            before, after = values[max(0, n - _BESIDE) : n], values[n + 1 : n + 1 + _BESIDE]
            by_line[claim.value if _is_out_of_line(claim.value, before, after) else None].add(claim)
        found.extend(by_line.values())
    return found


def of_stocks(claims: list[Claim], _: Hierarchy) -> list[Gathering]:
    """Claims of people in a state, by area; a silence of more than a year ends a tally."""
    return _by_place(claims, _LONGEST_SILENCE, _ALIKE)


def runs_on(claim: Claim) -> bool:
    """Whether the total was still growing when it was published."""
    until = spans.of(claim.until)
    return until is None or claim.published is None or claim.published - until.last <= _STILL_RUNNING


def _by_place(claims: list[Claim], longest_silence: float, alike: float) -> list[Gathering]:
    found: list[Gathering] = []
    heard: dict[str | None, tuple[int, list[Gathering]]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.as_of, claim.article, claim.start, claim.figures)):
        last, totals = heard.get(claim.place, (claim.as_of, []))
        if claim.as_of - last > longest_silence:
            totals = []
        fitting = (one for one in totals if not one.holds_part_or_whole_of(claim) and one.ratio(claim) <= alike)
        total = next(fitting, None)
        if total is None:
            total = Gathering()
            totals.append(total)
            found.append(total)
        total.add(claim)
        heard[claim.place] = (claim.as_of, totals)
    return found


def _is_out_of_line(value: float, before: list[float], after: list[float]) -> bool:
    """Whether a total is many times less than those told before it, or many times more than those told after."""
    fell = len(before) >= _ENOUGH and value * _ALIKE < median(before)
    return fell or (len(after) >= _ENOUGH and value > _ALIKE * median(after))


def _is_alike(claim: Claim, total: Gathering) -> bool:
    return total.ratio(claim) <= (_ALIKE_IF_BOUNDLESS if claim.since is None else _ALIKE)


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
    return depth, claim.since or "~", claim.as_of, claim.place or "", claim.article, claim.start, claim.figures


def _names_of(place: str | None, hierarchy: Hierarchy) -> list[str | None]:
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
