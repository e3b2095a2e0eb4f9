"""Claims of single events, gathered by day and place.

The most precisely placed claims come first: a later claim joins the event that it fits best, or opens one of its own
(the leader algorithm, Hartigan 1975, "Clustering Algorithms"). Events are looked up by day and place, so the work
grows with the number of claims and not with its square.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from helpers.tallies import gathering, spans
from helpers.tallies.claims import Claim, is_unlisted
from helpers.tallies.gathering import FEW, REFINED, Gathering
from helpers.tallies.hierarchy import NEAR, SAME, WIDE, Hierarchy

_LATE_REPORT = 3
_UNKNOWN = WIDE + 1
_LOOSE = WIDE + 2
_MANY = 40
# How many times larger one count of an event may be than another before they are taken for two events: less where
# more happens in a day, and the square root of it for the small numbers that are every day's.
_ALIKE = {SAME: 4.0, NEAR: 2.0, WIDE: REFINED, _UNKNOWN: 1.0}
_ALIKE_IN_CITY = 1.6
_ALIKE_IN_AREA = 1.5
_ALIKE_IF_LOOSE = 2.0
_ALIKE_ON_ONE_SCENE = 4.0
# From how many people on the same number by the same means, told of one day, is the same event wherever it was.
_KNOWN_BY_NUMBER = 100
_VAGUE_UP_TO = 5.0


@dataclass(frozen=True)
class Match:
    """A claim held against an event: how remote its place is from the event's, and its day, in days."""

    claim: Claim
    event: Gathering
    remoteness: int
    gap: int
    hierarchy: Hierarchy

    @property
    def fit(self) -> tuple[float, ...] | None:
        """How well they fit, smaller is better; null where they do not."""
        if self.event.excludes(self.claim) or self._is_unfounded or self._is_by_other_means:
            return None
        known_afar = self.remoteness == WIDE and (self._is_outstanding or self._is_told_beside)
        if self._ratio <= self._limit and (self.remoteness < WIDE or known_afar or self.event.meets(self.claim)):
            return self._rank(max(self.remoteness, NEAR) - NEAR)
        return self._rank(_LOOSE) if self._may_be_rival else None

    def _rank(self, looseness: int) -> tuple[float, ...]:
        told = (not self._is_told_so, looseness, self.gap, not self._together)
        return *told, self._ratio > 1.0, self.remoteness, self._ratio

    @cached_property
    def _together(self) -> bool:
        """Whether the claim's article tells of the event already."""
        return self.claim.article in self.event.by_article

    @cached_property
    def _is_told_so(self) -> bool:
        """Whether the claim only says over a wide area what its article tells of the event with the same number."""
        told = self.event.by_article.get(self.claim.article, ())
        return not self.hierarchy.is_local(self.claim.place or "") and any(
            other.value == self.claim.value for other in told
        )

    @cached_property
    def _ratio(self) -> float:
        """How far the claim's number lies from those of the event; a word like dozens may mean several times itself."""
        most = self.claim.value * _VAGUE_UP_TO
        if self.claim.hedge == "vague" and self.gap == 0 and self.claim.value <= self.event.most <= most:
            return 1.0
        return self.event.ratio(self.claim)

    @cached_property
    def _shares_means(self) -> bool:
        return self.event.shares_means(self.claim)

    @cached_property
    def _is_guessed(self) -> bool:
        """Whether the days are not known to be the same."""
        return self.gap > 0 or self.claim.span is None or self.event.leader.span is None

    @cached_property
    def _is_told_beside(self) -> bool:
        """Whether the claim's article tells of the event already, as one of the same means or scene."""
        return self._together and (self._shares_means or self.event.shares_scene(self.claim))

    @cached_property
    def _is_outstanding(self) -> bool:
        """Whether few days see two such events: of so many by the same means, or of as many by the same voice."""
        if self.claim.span is None or self.event.leader.span is None:
            return False
        if self.claim.value >= _MANY and self._shares_means:
            return True
        return self.claim.value >= FEW and self.claim.voice is not None and self.event.has_said(self.claim)

    @property
    def _is_unfounded(self) -> bool:
        """Whether the claim says too little to be known for this event.

        For another article's event, a claim of a guessed day needs a plain number that is not small, from afar an
        outstanding one; dozens need the same means.
        """
        if self._together:
            return False
        vague = self.claim.hedge == "vague" or self.event.is_vague
        if self._is_guessed and (vague or self.claim.value < FEW):
            return True
        if self._is_guessed and self.remoteness >= WIDE and not self._is_outstanding:
            return True
        return vague and not self._shares_means

    @property
    def _is_by_other_means(self) -> bool:
        """Whether all claims of the event name other means of harm; a large number repeated is known by itself."""
        repeats = self.claim.value in self.event.values and self.claim.value >= FEW
        return not repeats and self.event.differs_in_means(self.claim)

    @property
    def _may_be_rival(self) -> bool:
        """Whether a province's number may be a rival of a town's: of many people, by the same means, not far apart."""
        of_country = self.hierarchy.kinds.get(self.claim.place or "") == "country"
        if self.remoteness != WIDE or self._is_guessed or of_country:
            return False
        many = min(self.claim.value, self.event.most) >= FEW
        return many and self._ratio <= _ALIKE_IF_LOOSE and self._shares_means

    @property
    def _limit(self) -> float:
        """How many times the claim's number may lie above or below those of the event."""
        if self._is_guessed:
            return _ALIKE[WIDE] if self.remoteness <= WIDE and self._is_outstanding else 1.0
        limit = _ALIKE[self.remoteness]
        if self.remoteness <= NEAR and self._shares_means and self.event.shares_scene(self.claim):
            limit = _ALIKE_ON_ONE_SCENE
        elif self.remoteness == SAME and self.hierarchy.kinds.get(self.claim.place) == "city":
            limit = _ALIKE_IN_CITY
        elif self.remoteness == SAME and not self.hierarchy.is_local(self.claim.place):
            limit = _ALIKE_IN_AREA
        if limit < _ALIKE[SAME] and not (self._together or self._shares_means):
            limit = min(limit, REFINED)
        return math.sqrt(limit) if min(self.claim.value, self.event.most) < FEW else limit


def gather(claims: list[Claim], hierarchy: Hierarchy) -> list[Gathering]:
    """The claims, all of one outcome, unit, group and side, in events; each in exactly one."""
    events: list[Gathering] = []
    filed: dict[tuple[int, str], list[tuple[int, Gathering]]] = defaultdict(list)
    numbered: dict[tuple[int, float], dict[Gathering, None]] = defaultdict(dict)
    by_article: dict[str, list[Gathering]] = defaultdict(list)
    echoes = _echoes(claims)
    joined: dict[int, Gathering] = {}
    for claim in sorted(claims, key=lambda claim: _precise_first(claim, hierarchy, echoes)):
        event = _of_rival(claim, joined)
        if event is None:
            event = _best(claim, [*_filed_near(claim, filed, hierarchy), *_told_beside(claim, by_article, hierarchy)])
        if event is None:
            event = Gathering()
            events.append(event)
            for day in _own_days(claim):
                for place, remoteness in hierarchy.around(claim.place).items() if claim.place else ():
                    filed[day, place].append((remoteness, event))
        event.add(claim)
        joined[id(claim)] = event
        for day in _own_days(claim) if claim.value >= _KNOWN_BY_NUMBER else ():
            numbered[day, claim.value][event] = None
        if event not in by_article[claim.article]:
            by_article[claim.article].append(event)
    same_number = [list(numbered[key]) for key in sorted(numbered)]
    return _merged(events, [*_beside(events, hierarchy), *same_number], hierarchy)


def _beside(events: list[Gathering], hierarchy: Hierarchy) -> list[list[Gathering]]:
    """The events of a day in one place and nearby, of those that may turn out to be one."""
    heaps: dict[tuple[int, str], list[Gathering]] = defaultdict(list)
    for event in filter(_is_distinct, events):
        place = event.leader.place
        near = [area for area, remoteness in hierarchy.around(place).items() if remoteness < WIDE] if place else []
        for day_and_place in itertools.product(_own_days(event.leader), near):
            heaps[day_and_place].append(event)
    return [heaps[key] for key in sorted(heaps)]


def _merged(events: list[Gathering], heaps: list[list[Gathering]], hierarchy: Hierarchy) -> list[Gathering]:
    """The events, those of a heap made one that turn out to be told alike once all claims are in."""
    gone: set[Gathering] = set()
    for heap in heaps:
        for event, other in itertools.combinations(heap, 2):
            if event not in gone and other not in gone and _are_one(event, other, hierarchy):
                for claim in other.claims:
                    event.add(claim)
                gone.add(other)
    return [event for event in events if event not in gone]


def _is_distinct(event: Gathering) -> bool:
    """Whether an event is told with a day and with plain numbers that are not small."""
    return event.least >= FEW and not event.is_vague and event.leader.span is not None


def _are_one(event: Gathering, other: Gathering, hierarchy: Hierarchy) -> bool:
    """Whether numbers that are not small overlap, means or scene are the same, and no article tells the two apart."""
    if event.least > other.most or other.least > event.most or not (_is_distinct(event) and _is_distinct(other)):
        return False
    if event.means.isdisjoint(other.means) and event.scenes.isdisjoint(other.scenes):
        return False
    around = hierarchy.around(event.leader.place or "").keys()
    if around.isdisjoint(hierarchy.around(other.leader.place or "")):
        return False
    return not any(event.excludes(claim) for claim in other.claims)


def _filed_near(claim: Claim, filed: dict, hierarchy: Hierarchy) -> Iterator[Match]:
    """Events of the claim's days and place, and of the days beside and the places within, with a number near enough."""
    for gap, day in _days_to_try(claim):
        furthest = _furthest(claim, gap)
        for place in _names_of(claim.place, hierarchy):
            for remoteness, event in filed.get((day, place), ()):
                if event.is_within(claim.value, furthest[remoteness]):
                    remoteness = remoteness if place == claim.place else max(remoteness, NEAR)
                    yield Match(claim, event, remoteness, gap, hierarchy)


def _furthest(claim: Claim, gap: int) -> tuple[float, float, float]:
    """The most that a number may lie above or below the claim's for any rule, by remoteness.

    A day has many events, most of which this spares a closer look.
    """
    if gap == 0 and claim.hedge == "vague":
        return _VAGUE_UP_TO, _VAGUE_UP_TO, _VAGUE_UP_TO
    if gap > 0 or claim.span is None:
        return REFINED, REFINED, REFINED
    return _ALIKE[SAME], _ALIKE_ON_ONE_SCENE, REFINED if claim.value < FEW else _ALIKE_IF_LOOSE


def _of_rival(claim: Claim, joined: dict[int, Gathering]) -> Gathering | None:
    """The event of the claim that its article sets it against; null where there is none or it counts a part of it."""
    event = joined.get(id(claim.rival))
    return None if event is None or event.holds_part_or_whole_of(claim) else event


def _told_beside(claim: Claim, by_article: dict, hierarchy: Hierarchy) -> Iterator[Match]:
    """Events that the claim's article tells of already, of about its day, where one of the two places is not known."""
    for event in by_article.get(claim.article, ()):
        if _is_known(claim.place) and _is_known(event.leader.place):
            continue
        spanned = claim.span is not None and event.leader.span is not None
        gap = spans.gap(claim.span, event.leader.span) if spanned else 0
        if gap <= 1:
            yield Match(claim, event, _UNKNOWN, gap, hierarchy)


def _is_known(place: str | None) -> bool:
    return place is not None and not is_unlisted(place)


def _best(claim: Claim, matches: list[Match]) -> Gathering | None:
    """The event that fits best; null where none does, or where from afar several fit equally well."""
    fits: dict[int, tuple[tuple, Gathering]] = {}
    for match in matches:
        fit = match.fit
        if fit is not None and (id(match.event) not in fits or fit < fits[id(match.event)][0]):
            fits[id(match.event)] = (fit, match.event)
    if not fits:
        return None
    first, *others = sorted(fit for fit, _ in fits.values())
    looseness = first[1]
    if (looseness == _LOOSE and others) or (looseness and first in others):
        return None
    return gathering.best(fits.values())


def _echoes(claims: list[Claim]) -> Counter:
    """How many articles tell each number of each day: one told by many is an event's, one told once may be a part's."""
    return Counter((day, value) for day, value, _ in {(claim.as_of, claim.value, claim.article) for claim in claims})


def _precise_first(claim: Claim, hierarchy: Hierarchy, echoes: Counter) -> tuple:
    place = claim.place or ""
    depth = hierarchy.depths.get(place, len(hierarchy.names)) if place else -1
    uncertain = (place in hierarchy.loosely, claim.span is None, claim.hedge == "vague")
    told = echoes[claim.as_of, claim.value]
    firmness = (claim.rival is not None, -depth, *uncertain, -told)
    return *firmness, claim.as_of, place, claim.article, claim.start, claim.figures


def _own_days(claim: Claim) -> list[int]:
    """The days on which the event was; where the text names none, the day of publication."""
    if claim.span is not None:
        return list(range(claim.span.first, claim.span.last + 1))
    return [] if claim.published is None else [claim.published]


def _days_to_try(claim: Claim) -> list[tuple[int, int]]:
    """Days on which the event may be filed, each with its distance: its own, then those beside it.

    Where the text names no day, it happened in the days before publication.
    """
    own = [(0, day) for day in _own_days(claim)]
    if claim.span is not None:
        return [*own, (1, claim.span.first - 1), (1, claim.span.last + 1)]
    return [(late, day - late) for _, day in own for late in range(_LATE_REPORT + 1)]


def _names_of(place: str | None, hierarchy: Hierarchy) -> list[str]:
    """The place, and for a town the province that its name may stand for."""
    if place is None:
        return []
    meant = hierarchy.loosely.get(place) if hierarchy.is_local(place) else None
    return [place, meant] if meant else [place]
