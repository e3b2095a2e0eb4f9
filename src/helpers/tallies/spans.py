"""ISO dates of any precision as spans of days, counted from 1 January of year 1 as ``date.toordinal`` counts them."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache
from typing import NamedTuple


class Span(NamedTuple):
    """The first and the last day that a date may mean."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many days it spans."""
        return self.last - self.first + 1


@lru_cache(maxsize=100_000)
def of(iso: str | None) -> Span | None:
    """``2019-04`` is 1 to 30 April 2019; null for null and for what is no date."""
    if not isinstance(iso, str):
        return None
    try:
        parts = [int(part) for part in iso.split("-")]
        year, month, day = (*parts, None, None)[:3]
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None
    return Span(first.toordinal(), last.toordinal())


@lru_cache(maxsize=100_000)
def between(since: str | None, until: str | None) -> Span | None:
    """From the first day of ``since`` to the last of ``until``; null where either is, or where that is backwards."""
    start, end = of(since), of(until)
    if start is None or end is None or end.last < start.first:
        return None
    return Span(start.first, end.last)


def gap(a: Span, b: Span) -> int:
    """Days between two spans; 0 where they overlap or touch."""
    return max(0, a.first - b.last, b.first - a.last)


def iso(day: int) -> str:
    """The ISO date of a day's number."""
    return date.fromordinal(day).isoformat()
