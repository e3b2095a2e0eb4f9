"""What is doubtful about a figure, so that a reader sees the doubtful ones first."""

from __future__ import annotations

from helpers.figures.found import Found
from helpers.figures.reading import JOINED
from helpers.figures.sides import NO_SIDE

_FAR = 3.0
"""Cost of a reading from which the deciding word counts as far from its number."""


def flags_of(figure: Found) -> list[str]:
    """The doubts about one figure, each a word of the codebook."""
    doubts = []
    if figure.reading.cost >= _FAR:
        doubts.append("far_from_its_verb")
    if figure.reading.rule == JOINED:
        doubts.append("outcome_shared")
    if figure.who.noun < 0 and not figure.who.inherited:
        doubts.append("group_by_default")
    if figure.who.side == NO_SIDE:
        doubts.append("side_unknown")
    if figure.source is not None and figure.source.carries:
        doubts.append("source_carried_over")
    if figure.several_sources:
        doubts.append("several_sources")
    if figure.scope.since is None and figure.scope.until is None:
        doubts.append("no_date")
    elif figure.scope.doubtful:
        doubts.append("date_carried_over")
    if figure.place is None:
        doubts.append("no_place")
    elif figure.place_carried:
        doubts.append("place_carried_over")
    return doubts
