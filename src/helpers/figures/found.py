"""A figure on its way from its sentence to the table: its number and everything decided about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from helpers.figures.people import Who
from helpers.figures.places import Place
from helpers.figures.quantities import Quantity
from helpers.figures.reading import Reading
from helpers.figures.scope import Scope
from helpers.figures.speakers import Source
from helpers.figures.units import Tagged

OPENING = 6
"""Sentences of headline and lead, whose figures the article tells again more fully."""
DISTINCTIVE = 20
"""From which number on two mentions of it are of one figure."""
MENTIONS = 8
"""Mentions of one number that are looked at."""


@dataclass(slots=True)
class Found:
    """One figure. ``sentence`` is the index of its sentence, ``at`` the unit of its number there."""

    sentence: int
    at: int
    tagged: Tagged
    quantity: Quantity
    reading: Reading
    who: Who
    source: Source | None
    scope: Scope
    modality: str
    place: Place | None = None
    place_carried: bool = False
    several_sources: bool = False

    @property
    def count(self) -> tuple[str, float]:
        """What happened to how many: the same in every mention of the same figure."""
        return self.reading.outcome, self.quantity.value


def by_count(figures: Iterable[Found]) -> dict[tuple[str, float], list[Found]]:
    """The mentions of each count, in the order of the text."""
    mentions: dict[tuple[str, float], list[Found]] = {}
    for figure in figures:
        mentions.setdefault(figure.count, []).append(figure)
    return mentions
