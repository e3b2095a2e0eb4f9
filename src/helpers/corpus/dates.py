"""Dates as people and machines write them, to ISO text as precise as known."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

EARLIEST, LATEST = 1900, 2100

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_YEAR = r"(?P<year>\d{4})(?!\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"

_YEAR_FIRST = re.compile(rf"(?<!\d){_YEAR}(?P<sep>[-/._]?)(?P<month>\d{{2}})(?:(?P=sep)(?P<day>\d{{2}}))?(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?=\D|\d{6}\b|$)")
_WRITTEN = (
    re.compile(rf"(?<!\d){_DAY}[\s.,-]{{1,3}}{_MONTH}[\s.,-]{{1,3}}{_YEAR}", re.IGNORECASE),
    re.compile(rf"(?<![a-z]){_MONTH}\s{{0,2}}{_DAY},?\s{{1,3}}{_YEAR}", re.IGNORECASE),
    re.compile(rf"(?<![a-z]){_MONTH},?\s{{1,3}}{_YEAR}", re.IGNORECASE),
)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_YEAR_ALONE = re.compile(r"\s*(\d{4})\s*")


def day_comes_first(values: Iterable[str | None]) -> bool | None:
    """Whether a column writes 3/4/2015 for the 3rd of April: told by its days above 12; null where it is open.

    A column that has both orders is open too.
    """
    first = second = False
    for value in values:
        found = _NUMERIC.search(value or "")
        if found:
            first |= int(found[1]) > 12
            second |= int(found[3]) > 12
    return None if first == second else first


def iso(value: str | None, day_first: bool | None = None) -> str | None:
    """The first date in ``value`` as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; null where there is none.

    Years before 1900 and after 2100 are slips of the pen and no dates.
    3/4/2015 is read by ``day_first``; where that is null and the date fits both orders, only its year is known.
    """
    value = (value or "")[:200]
    alone = _YEAR_ALONE.fullmatch(value)
    if alone:
        return _checked(int(alone[1]))
    for pattern in (_COMPACT, _YEAR_FIRST, *_WRITTEN):
        found = pattern.search(value)
        if found:
            return _from_groups(found.groupdict())
    found = _NUMERIC.search(value)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if first == second or second > 12 or (day_first is False and first <= 12):
        return _checked(year, first, second)
    if first > 12 or day_first:
        return _checked(year, second, first)
    return _checked(year)


def _from_groups(groups: dict[str, str | None]) -> str | None:
    month, day = groups.get("month"), groups.get("day")
    if month is not None and not month.isdigit():
        month = str(_MONTHS.index(month.lower()[:3]) + 1)
    return _checked(int(groups["year"] or 0), int(month) if month else None, int(day) if day else None)


def _checked(year: int, month: int | None = None, day: int | None = None) -> str | None:
    if not EARLIEST <= year <= LATEST:
        return None
    if month is None:
        return f"{year:04}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
