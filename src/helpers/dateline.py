"""The date that an article states of itself, in its first lines.

"BEIRUT, 12 August 2016", "Posted on April 19 2017", "05-04-2016": a full date that stands by itself, not one that the
running text speaks of ("on August 21 2013 rockets hit ...").
"""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

_PUBLISHED = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:[T ].*)?)?)?", re.DOTALL)

_CAPTION = 300
"""Characters that a caption has at most."""
REACH = 450
"""Characters of an article in which its dateline is looked for."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sep sept", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DATES = [
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH},?[ -](?P<year>(?:19|20)\d\d)(?!\d)", re.I),
    re.compile(rf"\b(?=[adfjmnos]){_MONTH} ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? ?(?P<year>(?:19|20)\d\d)(?!\d)", re.I),
    re.compile(r"\b(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d{2})-(?P<day>\d{2})\b"),
]
_YEAR = re.compile(r"(?:19|20)\d\d")
"""Stands in every date; only beside it the patterns need to be tried."""
_BEFORE_YEAR, _BEHIND_YEAR = len("31st of September, "), len("-12-31") + 1
"""Characters beside its year that a date needs at most, and one more to see where it ends."""
_BEFORE_DATE = r"\W*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\W*)?$"
_IN_RUNNING_TEXT = re.compile(
    rf"\b(?:on|in|since|until|till|of|by|from|before|after|and|between|late|early|mid){_BEFORE_DATE}", re.I
)
_OF_THE_ARTICLE = re.compile(
    r"\b(?:posted|published|updated|publication|issued|released|modified|dated?)(?: on| at| in| of)?" + _BEFORE_DATE,
    re.I,
)
_OF_PICTURE = re.compile(r"(?:\b[a-z]+\b[^.!?\n]*){4}\b(?!\w+day\b)[A-Z][a-z]+,? $")
_CREDIT = re.compile(r"\s*(?:\.|\(|\n|$)")
"""What stands before and behind the date of a picture: "Smoke rises over the town of **Dael** May 5, 2016 **(AP)**"."""


class Dateline(NamedTuple):
    """A stated date: ISO ``YYYY-MM-DD`` and its span in the text, in characters."""

    date: str
    start: int
    end: int


def find(text: str) -> Dateline | None:
    """The article's own date, or None where the first lines state none.

    Numeric dates are read day first unless only month first is possible.
    """
    head = text[:REACH]
    years = [match.span() for match in _YEAR.finditer(head)]
    if not years:
        return None
    near = max(0, years[0][0] - _BEFORE_YEAR), years[-1][1] + _BEHIND_YEAR
    found = [line for pattern in _DATES for line in _candidates(pattern, head, *near)]
    return min(found, key=lambda line: line.start, default=None)


def is_of_picture(text: str, start: int, end: int) -> bool:
    """Whether the date at ``text[start:end]`` closes the caption of a picture: behind its place, with no "on"."""
    if _CREDIT.match(text, end) is None:
        return False
    return _OF_PICTURE.search(text, max(0, start - _CAPTION), start) is not None


def as_published(value: str | None) -> str | None:
    """An article's ISO date or time of publication as a date; None for what is no day, month or year."""
    match = _PUBLISHED.fullmatch(value or "")
    if match is None or _iso(match["year"], match["month"] or "01", match["day"] or "01") is None:
        return None
    return "-".join(part for part in match.groups() if part)


def _candidates(pattern: re.Pattern[str], head: str, begin: int, end: int) -> list[Dateline]:
    lines = []
    for match in pattern.finditer(head, begin, end):
        before = head[max(0, match.start() - 40) : match.start()]
        if _IN_RUNNING_TEXT.search(before) and not _OF_THE_ARTICLE.search(before):
            continue
        date = _iso(match["year"], match["month"], match["day"])
        if date and not is_of_picture(head, *match.span()):
            lines.append(Dateline(date, *match.span()))
    return lines


def _iso(year: str, month: str, day: str) -> str | None:
    m = MONTHS.get(month.lower()) or int(month)
    d = int(day)
    if m > 12 and d <= 12:
        m, d = d, m
    try:
        return datetime.date(int(year), m, d).isoformat()
    except ValueError:
        return None
