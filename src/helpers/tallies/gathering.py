"""Claims found to count one thing, and what tells a claim apart from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from helpers.tallies import intervals
from helpers.tallies.claims import Claim, Said
from helpers.tallies.means import Means

# How many times larger a number may be than another that it only refines, or that speaks for the same source unnamed.
REFINED = 1.25
_UNNAMED = 1.6
FEW = 10


@dataclass(eq=False, slots=True)
class Gathering:
    """Claims found to count one thing; the first of them places and dates it.

    ``means`` and ``scenes`` are those that any of them names; it ``names_means`` if all name some. It is vague while
    nobody has said more than dozens or hundreds.
    """

    claims: list[Claim] = field(default_factory=list)
    by_article: dict[str, list[Claim]] = field(default_factory=dict)
    intervals: set[tuple[float, float]] = field(default_factory=set)
    values: set[float] = field(default_factory=set)
    wholes: frozenset[Said] = frozenset()
    means: Means = frozenset()
    scenes: Means = frozenset()
    names_means: bool = True
    is_vague: bool = True
    least: float = float("inf")
    most: float = 0.0

    @property
    def leader(self) -> Claim:
        """The claim that opened it."""
        return self.claims[0]

    def add(self, claim: Claim) -> None:
        """Take the claim in."""
        self.claims.append(claim)
        self.by_article.setdefault(claim.article, []).append(claim)
        self.intervals.add(claim.interval)
        self.values.add(claim.value)
        self.wholes = _united(self.wholes, claim.wholes)
        self.means = _united(self.means, claim.means)
        self.scenes = _united(self.scenes, claim.scenes)
        self.names_means = self.names_means and bool(claim.means)
        self.is_vague = self.is_vague and claim.hedge == "vague"
        self.least, self.most = min(self.least, claim.value), max(self.most, claim.value)

    def excludes(self, claim: Claim) -> bool:
        """Whether the claim is known to count something else: a part or the whole of this, or another incident."""
        if self.holds_part_or_whole_of(claim) or self._adds_up_with(claim):
            return True
        return any(_told_apart(claim, other) for other in self.by_article.get(claim.article, ()))

    def holds_part_or_whole_of(self, claim: Claim) -> bool:
        """Whether the claim is stated to be a part, the whole or a fellow part of what is counted here."""
        if self.wholes and (claim.said in self.wholes or claim.wholes & self.wholes):
            return True
        return any(other.said == whole for whole in claim.wholes for other in self.by_article.get(whole[0], ()))

    def _adds_up_with(self, claim: Claim) -> bool:
        """Whether the claim or what is gathered here comes on top of another number: only the same number is known."""
        return (claim.further or self.leader.further) and claim.value not in self.values

    def ratio(self, claim: Claim) -> float:
        """How many times the claim's number lies above or below those gathered; 1 among them."""
        if claim.value < self.least:
            return times(claim.value, self.least)
        return times(claim.value, self.most) if claim.value > self.most else 1.0

    def is_within(self, value: float, most: float) -> bool:
        """Whether its numbers lie at most so many times above or below the value."""
        return self.least <= max(value, 1.0) * most and value <= max(self.most, 1.0) * most

    def meets(self, claim: Claim) -> bool:
        """Whether some number satisfies the claim's wording and that of a claim gathered here."""
        return any(intervals.meet(claim.interval, other) for other in self.intervals)

    def has_said(self, claim: Claim) -> bool:
        """Whether the claim's voice has said the claim's number here already."""
        if claim.value not in self.values:
            return False
        return any(claim.voice == other.voice and claim.value == other.value for other in self.claims)

    def shares_scene(self, claim: Claim) -> bool:
        """Whether the claim names a scene that a claim gathered here names too."""
        return not claim.scenes.isdisjoint(self.scenes)

    def shares_means(self, claim: Claim) -> bool:
        """Whether the claim names a means of harm that a claim gathered here names too."""
        return not claim.means.isdisjoint(self.means)

    def differs_in_means(self, claim: Claim) -> bool:
        """Whether the claim and all claims gathered here name means of harm, and it none of theirs."""
        return self.names_means and bool(claim.means) and claim.means.isdisjoint(self.means)


def best(candidates: Iterable[tuple[tuple, Gathering]]) -> Gathering | None:
    """The gathering with the smallest fit; null where there is none."""
    return min(candidates, key=lambda candidate: candidate[0], default=(None, None))[1]


def times(one: float, other: float) -> float:
    """How many times the smaller number the larger is."""
    return max(one, other) / max(min(one, other), 1.0)


def _united(one: frozenset, other: frozenset) -> frozenset:
    """All that is in either: one of the two itself where the other is empty, as most are."""
    return one | other if one and other else one or other


def _told_apart(claim: Claim, other: Claim) -> bool:
    """Whether one article tells the two as different things.

    Two sources may count one thing differently; one voice only where its second number refines the first. Where only
    one is attributed, the numbers of one place need only be alike, and some number satisfy both.
    """
    if claim.value == other.value:
        return False
    if claim.voice != other.voice and None not in (claim.voice, other.voice):
        return claim.place != other.place and min(claim.value, other.value) < FEW
    meeting = intervals.meet(claim.interval, other.interval)
    if not meeting or "vague" in (claim.hedge, other.hedge):
        return not meeting
    unnamed = claim.voice != other.voice and claim.place == other.place
    return times(claim.value, other.value) > (_UNNAMED if unnamed else REFINED)
