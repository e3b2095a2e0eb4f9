"""When: the days, months and spans that a sentence names, settled against the article's own date.

Dates are ISO text, as precise as the words: "on Wednesday" gives a day, "since late April" a month. The year of a date without
one is the latest that does not lie after the article.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from helpers.dateline import MONTHS

DAY, PERIOD, CONFLICT = "day", "period", "conflict"

_WEEKDAYS = {name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_SMALL = {
    name: number
    for number, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
}
_MONTH_NAMES = "|".join(name.capitalize() for name in sorted(MONTHS, key=len, reverse=True))
_NUMBER = r"(?:\d{1,3}|" + "|".join(list(_SMALL)[1:]) + ")"
_MENTION = re.compile(
    rf"""
      \b(?P<dm_day>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?(?P<dm_month>{_MONTH_NAMES})\b\.?(?:,?\ (?P<dm_year>(?:19|20)\d\d))?
    | \b(?P<md_month>{_MONTH_NAMES})\.?\ (?P<md_day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\ (?:people|civilians|persons))(?:,?\ (?P<md_year>(?:19|20)\d\d))?
    | \b(?:(?:[Ee]arly|[Mm]id|[Ll]ate|the\ (?:end|start|beginning|middle)\ of)[\ -])?(?P<month>{_MONTH_NAMES})\b(?:,?\ (?:of\ )?(?P<month_year>(?:19|20)\d\d))?
    | \b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b
    | \b(?P<today>[Tt]oday|[Tt]his\ morning|[Tt]onight|[Ee]arlier\ in\ the\ day|[Ll]ater\ in\ the\ day|[Tt]his\ evening)\b
    | \b(?P<yesterday>[Yy]esterday)
    | \b(?P<overnight>[Oo]vernight|[Ll]ast\ night|(?:the\ )?(?:past|last)\ 24\ hours|24\ hours|one\ day\ and\ night)\b
    | \b(?P<earlier>[Ee]arlier\ (?:this|last)\ (?:week|month)|[Ll]ast\ week)\b
    | \b(?:(?:[Tt]he|these)\ )?(?:past|[Ll]ast|previous)\ (?P<past_n>{_NUMBER}|few|several|couple\ of)?\ ?(?P<past_unit>hours|days|weeks|months|years|week|month|year|decade)\b
    | \b(?:[Ii]n|[Dd]uring|[Oo]ver|[Ff]or|[Aa]fter)\ (?:less\ than\ |about\ |around\ |just\ )?(?P<in_n>{_NUMBER}|a)\ (?P<in_unit>days|weeks|months|week|month|years|year)\b
    | \b(?P<of_n>{_NUMBER}|a)[\ -](?P<of_unit>days|weeks|months|week|month|years)\ of\b
    | \b(?P<long_n>{_NUMBER})-(?P<long_unit>day|week|month)(?:-long)?\ (?:\w+\ )?(?:stretch|period|assault|offensive|battle|campaign|fighting|siege|bombardment|operation)\b
    | \b(?P<ago_n>{_NUMBER})\ (?P<ago_unit>days|weeks|months)\ (?:ago|before|earlier)\b
    | \b(?P<weekend>(?:over|at|during|this)\ the\ weekend)\b
    | \b(?P<this>[Tt]his)\ (?P<this_unit>week|month|year)\b
    | \b(?P<recent>recent)\ (?P<recent_unit>days|weeks|months|years)\b
    | \b(?P<since_then>[Ss]ince\ then)\b
    | \b(?:[Ii]n|[Ss]ince|[Dd]uring|of|[Ff]rom|[Bb]y|to|until|and|[Tt]hroughout|for|over)\ (?:(?:early|mid|late)[\ -])?(?P<year>(?:19|20)\d\d)\b
    """,
    re.VERBOSE,
)  # fmt: skip
_MAY_NAME_TIME = re.compile(
    r"(?:19|20)\d\d|day|night|hour|week|month|year|decade|morning|evening|[Ss]ince|recent|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
_SINCE = re.compile(r"\b[Ss]ince\b")
_BETWEEN = re.compile(r"\b(?:[Bb]etween|[Ff]rom)\b")
_SPOKEN = re.compile(r"(?:\bsaid|\btold \w+(?: \w+)?|reported|announced|added|says|statement|affirmed|stated)(?: (?:on|late|early|in a statement))*\s*$")
_JOINS_DAYS = re.compile(r"\s*(?:nights?|morning|evening|and|to|into|until|early|late|through|,|\s)+\s*")
_CLAUSE_END = re.compile(r"[,;]|\b(?:said|says|told|according|reported|added)\b")
_REACH_OF_SINCE = 75
"""Characters after "since" in which its date may stand: "since peace talks broke off in April"."""


@dataclass(slots=True)
class When:
    """A stated time. ``start`` and ``end`` are offsets in the sentence; dates ISO, None where the words leave them open."""

    kind: str
    since: str | None
    until: str | None
    start: int
    end: int
    spoken: bool = False
    """The day of the statement ("said on Saturday"), of the event only where nothing else is."""
    loose: bool = False
    """A span counted back from the article ("24 hours"), which dates no other sentence."""


def mentions(sentence: str, anchor: str | None, latest_since: Callable[[], str | None] = lambda: None) -> list[When]:
    """The times that a sentence names, in the order of its words.

    ``anchor`` is the article's own day; without it only full dates are settled. ``latest_since`` is what "since then"
    refers to.
    """
    if not _MAY_NAME_TIME.search(sentence):
        return []
    today = datetime.date.fromisoformat(anchor) if anchor and len(anchor) == 10 else None
    found = []
    for match in _MENTION.finditer(sentence):
        when = _settle(match, today, latest_since)
        if when is not None:
            when.loose = when.kind == DAY and match["overnight"] is not None and "24" in match["overnight"]
            when.spoken = when.kind == DAY and _SPOKEN.search(sentence[max(0, match.start() - 40) : match.start()]) is not None
            found.append(when)
    return _spans(sentence, found, anchor)


def of_figure(found: list[When], at: int) -> When | None:
    """The time nearest to the figure at offset ``at``; the day of the statement only where there is no other."""
    best, best_cost = None, 1e9
    for when in found:
        cost = float(abs(when.start - at)) + (400 if when.spoken else 0)
        if when.kind == PERIOD and when.until is None:
            cost += 30
        if cost < best_cost:
            best, best_cost = when, cost
    return best


def _settle(match: re.Match[str], today: datetime.date | None, latest_since: Callable[[], str | None]) -> When | None:
    start, end = match.span()
    group = match.groupdict()
    if group["dm_day"] or group["md_day"]:
        prefix = "dm" if group["dm_day"] else "md"
        return _day(start, end, _date(group[f"{prefix}_day"], group[f"{prefix}_month"], group[f"{prefix}_year"], today))
    if group["month"]:
        text = _month(group["month"], group["month_year"], today)
        return When(PERIOD, text, text, start, end) if text else None
    if group["year"]:
        return When(PERIOD, group["year"], group["year"], start, end)
    if group["since_then"]:
        since = latest_since()
        return When(PERIOD, since, None, start, end) if since else None
    if group["recent"]:
        return When(PERIOD, None, None, start, end)
    if group["earlier"]:
        return When(DAY, None, None, start, end)
    if today is None:
        return None
    if group["weekday"]:
        back = (today.weekday() - _WEEKDAYS[group["weekday"].lower()]) % 7
        return _day(start, end, (today - datetime.timedelta(back)).isoformat())
    if group["today"]:
        return _day(start, end, today.isoformat())
    if group["yesterday"]:
        return _day(start, end, (today - datetime.timedelta(1)).isoformat())
    if group["overnight"]:
        return When(DAY, (today - datetime.timedelta(1)).isoformat(), today.isoformat(), start, end)
    if group["past_unit"]:
        return _past(group["past_n"], group["past_unit"], today, start, end, match.group())
    if group["weekend"]:
        saturday = today - datetime.timedelta((today.weekday() - 5) % 7)
        return When(DAY, saturday.isoformat(), (saturday + datetime.timedelta(1)).isoformat(), start, end)
    if group["ago_unit"]:
        count = _SMALL.get(group["ago_n"]) or int(group["ago_n"])
        then = today - datetime.timedelta(count * {"days": 1, "weeks": 7, "months": 30}[group["ago_unit"]])
        return _day(start, end, then.isoformat()) if group["ago_unit"] == "days" else When(
            PERIOD, then.strftime("%Y-%m"), then.strftime("%Y-%m"), start, end
        )
    for n, unit in (("in_n", "in_unit"), ("of_n", "of_unit"), ("long_n", "long_unit")):
        if group[unit]:
            inclusive = n != "in_n" and group[unit] in ("day", "days")
            count = _SMALL.get(group[n]) or (1 if group[n] == "a" else int(group[n]))
            return _past(str(max(1, count - inclusive)), group[unit].rstrip("s") + "s", today, start, end, "")
    return _this(group["this_unit"], today, start, end)


def _day(start: int, end: int, text: str | None) -> When | None:
    return When(DAY, text, text, start, end) if text else None


def _date(day: str, month: str, year: str | None, today: datetime.date | None) -> str | None:
    if year is None and today is None:
        return None
    try:
        date = datetime.date(int(year) if year else today.year, MONTHS[month.lower()], int(day))
    except ValueError:
        return None
    if not year and date > today:
        date = date.replace(year=date.year - 1)
    return date.isoformat()


def _month(name: str, year: str | None, today: datetime.date | None) -> str | None:
    number = MONTHS[name.lower()]
    if year is None:
        if today is None:
            return None
        year = str(today.year if number <= today.month else today.year - 1)
    return f"{year}-{number:02d}"


def _past(count: str | None, unit: str, today: datetime.date, start: int, end: int, text: str) -> When | None:
    single = unit in ("week", "month", "year", "decade")
    if single and count is None and "last" in text and "the last" not in text:
        if unit == "year":
            return When(PERIOD, str(today.year - 1), str(today.year - 1), start, end)
        if unit == "month":
            before = (today.replace(day=1) - datetime.timedelta(1)).strftime("%Y-%m")
            return When(PERIOD, before, before, start, end)
        return When(PERIOD, None, None, start, end)
    if count in ("few", "several", "couple of") or (count is None and not single):
        return When(PERIOD, today.strftime("%Y-%m") if unit in ("days", "hours") else None, None, start, end)
    n = 1 if count is None else _SMALL.get(count) or int(count)
    if unit == "hours":
        return When(DAY if n <= 24 else PERIOD, (today - datetime.timedelta(max(1, n // 24))).isoformat(), today.isoformat(), start, end)
    if unit.startswith("year") or unit == "decade":
        years = n * (10 if unit == "decade" else 1)
        return When(PERIOD, f"{today.year - years}-{today.month:02d}", None, start, end)
    if unit.startswith("month"):
        months = today.year * 12 + today.month - 1 - n
        return When(PERIOD, f"{months // 12}-{months % 12 + 1:02d}", None, start, end)
    days = n * (7 if unit.startswith("week") else 1)
    return When(PERIOD, (today - datetime.timedelta(days)).isoformat(), None, start, end)


def _this(unit: str, today: datetime.date, start: int, end: int) -> When:
    if unit == "week":
        return When(PERIOD, (today - datetime.timedelta(today.weekday())).isoformat(), None, start, end)
    return When(PERIOD, today.strftime("%Y-%m" if unit == "month" else "%Y"), None, start, end)


def _join_days(sentence: str, found: list[When]) -> None:
    """ "On Thursday and Friday" is a period of two days, "Friday night and into Saturday" one night."""
    for first, second in zip(found, found[1:], strict=False):
        between = sentence[first.end : second.start]
        if first.kind == second.kind == DAY and first.since and second.since and _JOINS_DAYS.fullmatch(between):
            one_night = any(word in between for word in ("night", "into", "early", "late"))
            earliest, latest = sorted([first.since, second.since])
            first.kind = second.kind = DAY if one_night else PERIOD
            first.since = second.since = earliest
            first.until = second.until = latest


def _spans(sentence: str, found: list[When], anchor: str | None) -> list[When]:
    """Join dates into spans: "since late April" runs to the article's day, "between March and May" to the second."""
    for since in _SINCE.finditer(sentence):
        for when in found:
            between = sentence[since.end() : when.start]
            if 0 <= when.start - since.end() <= _REACH_OF_SINCE and when.since and not _CLAUSE_END.search(between):
                when.kind, when.until, when.spoken = PERIOD, None, False
                when.start = since.start()
                break
    _join_days(sentence, found)
    for between in _BETWEEN.finditer(sentence):
        inside = [w for w in found if 0 <= w.start - between.end() <= 40]
        if len(inside) >= 2 and re.search(r"^\W*(?:and|to|until|through|till)\W*$", sentence[inside[0].end : inside[1].start]):
            inside[0].kind, inside[0].until, inside[0].end = PERIOD, inside[1].until, inside[1].end
            found.remove(inside[1])
    for when in found:
        if when.kind == PERIOD and when.until is None:
            when.until = anchor
    return found
