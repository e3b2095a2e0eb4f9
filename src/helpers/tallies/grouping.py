"""Claims that count the same thing, brought together: first by what they count, then as their scope demands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from helpers.tallies import events, totals
from helpers.tallies.claims import Claim
from helpers.tallies.gathering import Gathering
from helpers.tallies.hierarchy import Hierarchy

_LONGEST_EVENT = 4
_MOST_TOLD = 300
"""Of the counts of one kind that an article tells, so many are held against others: more than news ever tells. Those
behind them stay by themselves, so that an article without end takes time in proportion to its length."""
_BY_SCOPE = {
    "event": events.gather,
    "period": totals.of_periods,
    "conflict": totals.of_conflicts,
    "stock": totals.of_stocks,
}


def gather(claims: Iterable[Claim], hierarchy: Hierarchy) -> Iterator[Gathering]:
    """All claims in gatherings, each in exactly one; the same claims in another order give the same gatherings.

    They are made kind by kind, so that few need to be in memory at a time.
    """
    kinds: dict[tuple, list[Claim]] = defaultdict(list)
    for claim in claims:
        kinds[_kind(claim)].append(claim)
    del claims  # which would keep those of the kinds that are done
    for kind in sorted(kinds, key=repr):
        compared, alone = _parted(kinds.pop(kind))
        yield from _BY_SCOPE[kind[0]](compared, hierarchy)
        yield from map(_by_itself, alone)


def _parted(claims: list[Claim]) -> tuple[list[Claim], list[Claim]]:
    """The claims that are compared, in the order given, and those behind the first ``_MOST_TOLD`` of their article."""
    told = Counter(claim.article for claim in claims)
    if not told or max(told.values()) <= _MOST_TOLD:
        return claims, []
    beyond: set[int] = set()
    seen: Counter[str] = Counter()
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.figures)):
        seen[claim.article] += 1
        if seen[claim.article] > _MOST_TOLD:
            beyond.add(id(claim))
    return [c for c in claims if id(c) not in beyond], [c for c in claims if id(c) in beyond]


def _by_itself(claim: Claim) -> Gathering:
    alone = Gathering()
    alone.add(claim)
    return alone


def _kind(claim: Claim) -> tuple:
    """What must be equal; civilians and people are one only where a single event is told in different words."""
    scope = claim.scope
    if scope == "event" and claim.span is not None and claim.span.length > _LONGEST_EVENT:
        scope = "period"
    group = "people" if scope == "event" and claim.group == "civilians" else claim.group
    return scope, claim.outcome, claim.unit, group, claim.side, claim.partitive
