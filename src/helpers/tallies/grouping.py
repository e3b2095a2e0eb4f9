"""Claims that count the same thing, brought together: first by what they count, then as their scope demands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from helpers.tallies import events, totals
from helpers.tallies.claims import Claim
from helpers.tallies.gathering import Gathering
from helpers.tallies.hierarchy import Hierarchy

_LONGEST_EVENT = 4
_BY_SCOPE = {
    "event": events.gather,
    "period": totals.of_periods,
    "conflict": totals.of_conflicts,
    "stock": totals.of_stocks,
}


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
    scope = claim.scope
    if scope == "event" and claim.span is not None and claim.span.length > _LONGEST_EVENT:
        scope = "period"
    group = "people" if scope == "event" and claim.group == "civilians" else claim.group
    return scope, claim.outcome, claim.unit, group, claim.side, claim.partitive
