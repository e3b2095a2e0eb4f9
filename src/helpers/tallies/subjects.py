"""What a tally counts, as its claims tell it, and the id that follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from helpers.tallies import labels, spans, totals
from helpers.tallies.claims import Claim, is_unlisted
from helpers.tallies.gathering import Gathering
from helpers.tallies.hierarchy import Hierarchy


class Subject(NamedTuple):
    """What a tally counts, with its figures.

    ``told_at`` is the day and the figure that first tell of it; ``ends`` is null where the total still ran on when
    it was told, else the same as ``until``. It is ``by_hand`` if a researcher set it apart.
    """

    tally_id: str
    told_at: tuple[int, str]
    figures: list[str]
    outcome: str
    group: str
    side: str | None
    unit: str
    scope: str
    place_id: str | None
    place: str | None
    since: str | None
    until: str | None
    ends: str | None
    partitive: bool
    by_hand: bool = False


def of(gatherings: Iterable[Gathering], places: Hierarchy) -> list[Subject]:
    """What each gathering counts; of several described alike, the later told get a figure's id added to theirs."""
    found: list[Subject] = []
    taken: set[str] = set()
    for subject in sorted((_describe(gathering, places) for gathering in gatherings), key=_in_order):
        if subject.tally_id in taken:
            subject = subject._replace(tally_id=labels.identity(subject.tally_id, min(subject.figures)))
        taken.add(subject.tally_id)
        found.append(subject)
    return found


def _describe(gathering: Gathering, places: Hierarchy) -> Subject:
    leader, claims = gathering.leader, gathering.claims
    scope = leader.scope
    place = leader.place if scope == "event" else totals.area_of(gathering, places)
    groups = {claim.group for claim in claims}
    group = leader.group if len(groups) == 1 else "people"
    first = min(claims, key=_told_at)
    since, until, running = _dates(gathering)
    if scope == "event":
        when = [leader.since or (spans.iso(first.published) if first.published else None), f"{first.value:.0f}"]
    elif scope == "conflict":
        when = ["since", since]
    elif scope == "stock":
        when = ["as-of", (first.until or "")[:4]]
    else:
        when = ["since", since[:7]] if running and since else [since, "to", until]
    some, unit = "some" if leader.partitive else None, leader.unit if leader.unit != "people" else None
    written = (claim.place_as_written for claim in claims if claim.place == place)
    return Subject(
        tally_id=labels.identity(some, leader.outcome, group, leader.side, unit, place, *when),
        told_at=_told_at(first),
        figures=[figure for claim in claims for figure in claim.figures],
        outcome=leader.outcome,
        group=group,
        side=leader.side,
        unit=leader.unit,
        scope=scope,
        place_id=None if is_unlisted(place or "") else place,
        place=places.names.get(place) or next(written, None),
        since=since,
        until=until,
        ends=None if running else until,
        partitive=leader.partitive,
    )


def _dates(gathering: Gathering) -> tuple[str | None, str | None, bool]:
    """From when and until when the tally counts, and whether its total still ran on when it was published."""
    leader, claims = gathering.leader, gathering.claims
    if leader.scope == "event":
        return leader.since, leader.until, False
    since = Counter(claim.since for claim in claims if claim.since)
    begins = min(since, key=lambda day: (-since[day], day)) if since else None
    running = leader.scope == "period" and all(totals.runs_on(claim) for claim in claims)
    ends = max((claim.until for claim in claims if claim.until), default=None)
    return begins, ends, running and begins is not None


def _in_order(subject: Subject) -> tuple[str, tuple[int, str]]:
    """By their names, and of several of one name the one told of first before the others."""
    return subject.tally_id, subject.told_at


def _told_at(claim: Claim) -> tuple[int, str]:
    return claim.published or 0, claim.figures[0]
