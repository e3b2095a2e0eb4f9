"""The side of fighters, where a figure's sentence does not say it and the article does."""

from __future__ import annotations

from collections import defaultdict

from helpers.figures.found import Found, by_count
from helpers.figures.sides import NO_SIDE

_REACH = 2
"""Sentences back in which fighters are of the side of those told of last."""


def sides_told(found: list[Found]) -> None:
    """Give fighters whose sentence names no side that of as many told of elsewhere in the article, or of those before.

    These are the fighters of its sentence and of the two before, where all are of one side.
    """
    unsided = [figure for figure in found if figure.who.side == NO_SIDE]
    if not unsided:
        return
    alike = by_count(figure for figure in found if figure.who.side)
    told_of: defaultdict[int, set[str]] = defaultdict(set)
    for figure in found:
        told_of[figure.sentence].add(figure.who.side)
    for figure in unsided:
        of_as_many = {other.who.side for other in alike[figure.count]}
        of_those_before = set().union(*(told_of[n] for n in range(figure.sentence - _REACH, figure.sentence + 1)))
        known = (sides - {NO_SIDE, ""} for sides in (of_as_many, of_those_before))
        figure.who.side = next((sides.pop() for sides in known if len(sides) == 1), NO_SIDE)
