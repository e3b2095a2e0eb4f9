"""The expressions of time that news uses, each declared with its pattern and what it settles to.

An expression is settled against the article's own day, to a day or a period with ISO dates as precise as the words.
The year of a date without one is the latest that does not lie after the article.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from helpers.dateline import MONTHS

DAY, PERIOD = "day", "period"
TODAY, SAID, TOLD = "today", "said", "told"

Match = re.Match[str]
Date = datetime.date

MONTH, DATE = len("2017-03"), len("2017-03-15")
"""Characters of an ISO month and of a full date."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen"),
        start=1,
    )
}  # fmt: skip
ORDINALS = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), start=1
    )
}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_IN = {"month": 1, "year": 12, "decade": 120}
_MONTH = "|".join(name.capitalize() for name in sorted(MONTHS, key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}|(?i:(?=[{''.join(sorted({word[0] for word in NUMBERS}))}])(?:{'|'.join(NUMBERS)})))"
"""One in digits or words; at most words of a text only the first letter is compared."""
YEAR = r"(?:19|20)\d\d"
_UNIT = "days?|weeks?|fortnight|months?|years?"
_TH = "(?:st|nd|rd|th)?"
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_THEN_YEAR = rf"(?:,? (?P<year>{YEAR}))?"
_TO_COME = re.compile(
    r"\b(?:will|would|(?:were|was|are|is|due|set) to|expected to|scheduled (?:to|for)|planned for)\b(?: \w+){0,4} $"
)
"""Before a day that is still to come: "**will leave on** Friday"."""
_REACH_OF_FUTURE = 50
_LASTING = (
    "(?:stretch|period|assault|offensive|battle|campaign|fighting|siege|bombardment|operation|bombing|shelling|clashes"
    "|(?:air ?)?strikes|(?:air )?raids|attacks|violence|infighting)"
)
"""What a length of time is given for: "a four-day **battle**"."""


class Span(NamedTuple):
    """What an expression settles to: a day or a period. Dates are None where the words leave them open."""

    kind: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Expression:
    """One way to name a time. ``settle`` gives its span, or None where the words settle nothing."""

    name: str
    pattern: str
    settle: Callable[[Match, Date | None], Span | None]
    counts_from: str = TODAY
    """The article's own day, or in its place one that the sentence names: that on which it was ``SAID`` ("in the past
    24 hours, they said on Friday"), or that ``TOLD`` before ("on Friday, a day after")."""


def _day(text: str | None) -> Span | None:
    return Span(DAY, text, text) if text else None


def _open_since(text: str | None) -> Span:
    return Span(PERIOD, text, None)


def _calendar_date(match: Match, today: Date | None) -> Span | None:
    """As in "21 August", "August 21, 2013"."""
    year = match["year"]
    if year is None and today is None:
        return None
    month, day = MONTHS[match["month"].lower()], int(match["day"])
    try:
        date = Date(int(year) if year else today.year - ((month, day) > (today.month, today.day)), month, day)
    except ValueError:
        return None
    return _day(date.isoformat())


def _days_of_month(match: Match, today: Date | None) -> Span | None:
    """As in "between 21 and 26 September", "September 21-26": a period, or two days that follow each other."""
    last = _calendar_date(match, today)
    if last is None or not 0 < int(match["first"]) < int(match["day"]):
        return None
    return Span(PERIOD, f"{last.until[:-2]}{int(match['first']):02d}", last.until)


def _calendar_month(match: Match, today: Date | None) -> Span | None:
    """As in "in April", "late April 2019"."""
    number, year = MONTHS[match["month"].lower()], match["year"]
    if year is None:
        if today is None:
            return None
        year = str(today.year - (number > today.month))
    if year == "last year":
        if today is None:
            return None
        year = str(today.year - 1)
    month = f"{year}-{number:02d}"
    return Span(PERIOD, month, month)


def _year(match: Match, today: Date | None) -> Span:
    return Span(PERIOD, match["year"], match["year"])


def _weekday(match: Match, today: Date | None) -> Span | None:
    """The last such day up to the article's own; "last Friday" is before it, "Friday last week" in the week before.

    The next where something "will" happen then.
    """
    if today is None:
        return None
    index = WEEKDAYS.index(match["weekday"].lower())
    back = (today.weekday() - index) % 7
    if _TO_COME.search(match.string, max(0, match.start() - _REACH_OF_FUTURE), match.start()):
        back = -((index - today.weekday()) % 7)
    elif match["week"]:
        back = today.weekday() + 7 - index
    elif match["last"] and not back:
        back = 7
    return _day((today - datetime.timedelta(back)).isoformat())


def _written_date(match: Match, today: Date | None) -> Span | None:
    """A date in digits alone, where there is such a day."""
    return _in_digits(int(match["year"]), int(match["month"]), int(match["day"]))


def _slashed_date(match: Match, today: Date | None) -> Span | None:
    """As in "16/05/2015", "05/16/2015": only one of the two may be the month."""
    year, first, second = int(match["year"]), int(match["first"]), int(match["second"])
    if first == second or second > 12:
        return _in_digits(year, first, second)
    return _in_digits(year, second, first) if first > 12 else None


def _in_digits(year: int, month: int, day: int) -> Span | None:
    try:
        return _day(Date(year, month, day).isoformat())
    except ValueError:
        return None


def _days_back(first: int, last: int) -> Callable[[Match, Date | None], Span | None]:
    """A day or night counted back from the article's own: from ``first`` to ``last`` days before it."""

    def settle(match: Match, today: Date | None) -> Span | None:
        if today is None:
            return None
        dates = [(today - datetime.timedelta(n)).isoformat() for n in (first, last)]
        return Span(DAY, *dates)

    return settle


def _undated_event(match: Match, today: Date | None) -> Span:
    """As in "Last week", "earlier this week": an event, on a day that is not said."""
    return Span(DAY, None, None)


def _earlier_this_month(match: Match, today: Date | None) -> Span:
    month = today.strftime("%Y-%m") if today else None
    return Span(PERIOD, month, month)


def _undated_period(match: Match, today: Date | None) -> Span:
    """As in "In recent weeks"."""
    return _open_since(None)


def _last(match: Match, today: Date | None) -> Span | None:
    """As in "Last year", "last month": the calendar's."""
    if today is None:
        return None
    if match["unit"] == "year":
        return Span(PERIOD, str(today.year - 1), str(today.year - 1))
    month = (today.replace(day=1) - datetime.timedelta(1)).strftime("%Y-%m")
    return Span(PERIOD, month, month)


def _this(match: Match, today: Date | None) -> Span | None:
    """As in "This week", "this year": from its first day on."""
    if today is None:
        return None
    if match["unit"] == "week":
        return _open_since((today - datetime.timedelta(today.weekday())).isoformat())
    return _open_since(today.strftime("%Y-%m" if match["unit"] == "month" else "%Y"))


def _few_days(match: Match, today: Date | None) -> Span | None:
    """As in "In the last few hours", "in the last few days": of days no more is settled than the month."""
    if match["unit"] == "hours":
        return _day(today.isoformat() if today else None)
    return _open_since(today.strftime("%Y-%m") if today and match["unit"] == "days" else None)


def _past(match: Match, today: Date | None) -> Span | None:
    """As in "In the past four days", "six days of fighting", "over eight years"; two days are yesterday and today."""
    if today is None:
        return None
    count, unit = _counted(match)
    if unit == "hour":
        since = (today - datetime.timedelta(max(1, count // 24))).isoformat()
        return Span(DAY if count <= 24 else PERIOD, since, today.isoformat())
    if unit in _MONTHS_IN:
        month = _month_before(today, count * _MONTHS_IN[unit])
        return _open_since(month) if month else None
    days = 1 if unit == "day" and count == 2 else count * _DAYS_IN[unit]
    return _open_since((today - datetime.timedelta(days)).isoformat())


def _ago(match: Match, today: Date | None) -> Span | None:
    """As in "Three days ago", "a week before": but for days no more is settled than the month, or the year before."""
    if today is None:
        return None
    count, unit = _counted(match)
    if unit == "year" and count < today.year and not match[0].endswith("ago"):
        year = f"{today.year - count:04d}"
        return Span(PERIOD, year, year)
    if unit == "day":
        return _day((today - datetime.timedelta(count)).isoformat())
    if unit in _MONTHS_IN:
        month = _month_before(today, count * _MONTHS_IN[unit])
    else:
        month = (today - datetime.timedelta(count * _DAYS_IN[unit])).strftime("%Y-%m")
    return Span(PERIOD, month, month) if month else None


def _days_to(match: Match, today: Date | None) -> Span | None:
    """As in "the two days", up to the last of those told."""
    if today is None:
        return None
    since = today - datetime.timedelta(NUMBERS[match["count"]] - 1)
    return Span(PERIOD, since.isoformat(), today.isoformat())


def _after(match: Match, today: Date | None) -> Span | None:
    """As in "A day after", "two weeks after": an event."""
    then = _ago(match, today)
    return Span(DAY, then.since, then.until) if then else None


def _counted(match: Match) -> tuple[int, str]:
    """How many of which unit an expression counts; "a week" and "the past week" count one."""
    word = (match["count"] or "").lower()
    return NUMBERS.get(word) or (int(word) if word.isdigit() else 1), match["unit"].rstrip("s")


def _month_before(today: Date, months: int) -> str | None:
    """The month so many before that of a day, if there is one."""
    month = today.year * 12 + today.month - 1 - months
    return f"{month // 12:04d}-{month % 12 + 1:02d}" if month >= 12 else None


def _beginning(match: Match, today: Date | None) -> Span | None:
    """As in "since the start of the year", "since the beginning of last week"."""
    if today is None:
        return None
    if match["unit"] == "week":
        monday = today - datetime.timedelta(today.weekday() + 7 * ("last" in match[0]))
        return _open_since(monday.isoformat())
    if "last" in match[0]:
        return _last(match, today)
    first = today.strftime("%Y-01" if match["unit"] == "year" else "%Y-%m")
    return Span(PERIOD, first, first)


def _first_months(match: Match, today: Date | None) -> Span | None:
    """As in "the first six months of 2016", "the second quarter of this year"."""
    year = match["year"] or (str(today.year) if today else None)
    if year is None:
        return None
    part = "three" if match["quarter"] else "six"
    count = NUMBERS.get((match["count"] or part).lower()) or int(match["count"])
    last = 12 if match["nth"] == "last" else count * ORDINALS[match["nth"]]
    return Span(PERIOD, f"{year}-{last - count + 1:02d}", f"{year}-{last:02d}") if 0 < count <= last <= 12 else None


def _nth_day(match: Match, today: Date | None) -> Span | None:
    """As in "the fifth day of the offensive", "for a third straight day": from its first day on."""
    if today is None:
        return None
    word = match["nth"]
    nth = ORDINALS.get(word) or int(word.rstrip("stndrh"))
    return _open_since((today - datetime.timedelta(max(1, nth) - 1)).isoformat())


def _weekend(match: Match, today: Date | None) -> Span | None:
    if today is None:
        return None
    saturday = today - datetime.timedelta((today.weekday() - 5) % 7)
    return Span(DAY, saturday.isoformat(), (saturday + datetime.timedelta(1)).isoformat())


SINCE_THEN, AFTER, WEEKDAY = "since then", "two days after", "Wednesday"
DAY_EARLIER, DAYS_EARLIER, NEXT_DAY, THE_DAYS = "a day earlier", "three days earlier", "the next day", "the two days"
MONTH_EARLIER = "the month before"
HOW_LONG, TODAY_COUNTED, WEEKEND = "over eight years", "24 hours", "over the weekend"
"""Names of those expressions that depend on more than themselves."""

EXPRESSIONS: tuple[Expression, ...] = (
    Expression(
        "between 21 and 26 September",
        rf"(?P<first>\d{{1,2}}){_TH} ?(?:-|–|to|and|until|till) ?(?P<day>\d{{1,2}}){_TH} (?:of )?"
        rf"(?P<month>{_MONTH})\b\.?{_THEN_YEAR}",
        _days_of_month,
    ),
    Expression(
        "September 21-26",
        rf"(?P<month>{_MONTH})\.? (?P<first>\d{{1,2}}){_TH} ?(?:-|–|to|and|until) ?(?P<day>\d{{1,2}}){_TH}\b"
        rf"{_THEN_YEAR}",
        _days_of_month,
    ),
    Expression("2017-03-15", rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)\b", _written_date),
    Expression("16/05/2015", rf"(?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}})[/.](?P<year>{YEAR})\b", _slashed_date),
    Expression(AFTER, rf"(?P<count>{_NUMBER}|[Aa]) (?P<unit>{_UNIT}) after\b", _after, counts_from=TOLD),
    Expression("21 August", rf"(?P<day>\d{{1,2}}){_TH} (?:of )?(?P<month>{_MONTH})\b\.?{_THEN_YEAR}", _calendar_date),
    Expression(
        "August 21",
        rf"(?<![Ii]n )(?<!uring )(?<!arly )(?:[Ee]arly |[Ll]ate )?(?P<month>{_MONTH})\.? (?P<day>[012]?\d|3[01]){_TH}\b"
        rf"(?!,\d{{3}}| (?:people|civilians|persons)){_THEN_YEAR}",
        _calendar_date,
    ),
    Expression(
        "late April",
        r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate"
        r"|the (?:end|start|beginning|middle"
        rf"|(?:first|second|third|last) (?:{_NUMBER} |few )?(?:weeks?|days|half)) of)[ -])?"
        rf"(?P<month>{_MONTH})\b(?:,? (?:of )?(?P<year>{YEAR}|last year))?",
        _calendar_month,
    ),
    Expression(WEEKDAY, rf"(?P<last>[Ll]ast )?(?P<weekday>{_WEEKDAY})s?\b(?P<week> (?:of )?last week\b)?", _weekday),
    Expression(
        "today",
        r"(?:[Tt]oday|[Tt]his (?:morning|evening)|[Tt]onight|(?:[Ee]arlier|[Ll]ater) in the day)\b",
        _days_back(0, 0),
    ),
    Expression("yesterday", r"(?:[Yy]esterday|(?:[Aa]|[Oo]ne) day ago\b)", _days_back(1, 1)),
    Expression(
        "overnight",
        r"(?:[Oo]vernight|[Ll]ast night|[Dd]uring the night|[Tt]hrough the night)\b",
        _days_back(1, 0),
        counts_from=SAID,
    ),
    Expression(
        TODAY_COUNTED,
        r"(?:the )?(?:(?:past|last|previous|preceding) )?(?:24|[Tt]wenty-four) hours\b"
        r"|(?:the|over) (?:past|last) day\b",
        _days_back(1, 0),
        counts_from=SAID,
    ),
    Expression("earlier this month", r"[Ee]arlier this month\b", _earlier_this_month),
    Expression("since last week", r"[Ss]ince last week\b", _undated_period),
    Expression(
        "earlier this week",
        r"(?:[Ee]arlier (?:this|last) (?:week|month)|[Ll]ast week|[Tt]he (?:previous|preceding) week)\b",
        _undated_event,
    ),
    Expression("last year", r"(?<!the )[Ll]ast (?P<unit>month|year)\b", _last),
    Expression(
        "the first six months of 2016",
        rf"the (?P<nth>first|second|third|fourth|last) (?:half|(?P<quarter>quarter)|(?P<count>{_NUMBER}) months) of "
        rf"(?:(?P<year>{YEAR})|(?:the|this) year)\b",
        _first_months,
    ),
    Expression(
        MONTH_EARLIER,
        r"(?:[Tt]he|[Aa]|[Oo]ne) (?=(?:previous|preceding) |\w+ (?:before|earlier)\b(?! (?:the|an?|its|his|that)\b))"
        r"(?:previous |preceding )?(?P<count>)(?P<unit>month|year)(?: before| earlier)?\b",
        _ago,
        counts_from=TOLD,
    ),
    Expression(
        "the last few days",
        r"(?:(?:[Tt]he|these) )?(?:past|[Ll]ast|previous|preceding) (?:few |several |couple of )?"
        r"(?P<unit>hours|days|weeks|months|years)\b",
        _few_days,
    ),
    Expression(
        "the past four days",
        r"(?:(?:[Tt]he|these) )?(?:past|[Ll]ast|previous|preceding) "
        rf"(?:(?P<count>{_NUMBER}) )?(?P<unit>hours|{_UNIT}|decade)\b",
        _past,
        counts_from=SAID,
    ),
    Expression(
        HOW_LONG,
        r"(?:[Ii]n|[Ww]ithin|[Dd]uring|(?<!for )(?<!well )[Oo]ver|[Ff]or|[Aa]fter|period of|space of) "
        r"(?:less than |about |around |just )?"
        rf"(?P<count>{_NUMBER}|a) (?:single )?(?P<unit>days|weeks?|fortnight|months?|years?)\b(?! of\b)",
        _past,
    ),
    Expression(
        "two days of fighting",
        rf"(?P<count>{_NUMBER}|[Aa])[ -](?P<unit>days|weeks?|months?|years) of\b(?! age\b)",
        _past,
    ),
    Expression(
        "weeks of fighting",
        rf"(?:days|weeks|months|Days|Weeks|Months) of (?:\w+ )?{_LASTING}\b",
        _undated_period,
    ),
    Expression(
        "a four-day battle",
        rf"(?P<count>{_NUMBER})[- ](?P<unit>day|week|month|year)(?:[- ](?:long|old))? (?:\w+ )?{_LASTING}\b",
        _past,
    ),
    Expression(
        "a month-long battle",
        rf"(?P<count>)(?P<unit>week|month|year)-?long (?:\w+ )?{_LASTING}\b",
        _past,
    ),
    Expression(
        "the fifth day of",
        rf"(?P<nth>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))(?:-| (?:straight|consecutive|successive) | )day"
        r"(?=(?: (?:of|in a row|running|on)\b| as\b|$|[.,;]| after\b))",
        _nth_day,
        counts_from=SAID,
    ),
    Expression(
        DAY_EARLIER,
        r"(?:[Aa]|[Oo]ne|[Tt]he) day (?:earlier|before)\b|[Tt]he (?:previous|preceding) day\b",
        _days_back(1, 1),
        counts_from=TOLD,
    ),
    Expression(NEXT_DAY, r"[Tt]he (?:next|following) day\b", _days_back(-1, -1), counts_from=TOLD),
    Expression(
        "the start of the year",
        r"the (?:start|beginning|turn) of (?:the|this|last) (?P<unit>week|month|year)\b",
        _beginning,
    ),
    Expression(
        DAYS_EARLIER,
        rf"(?P<count>{_NUMBER}) (?P<unit>days|weeks?|fortnight) (?:earlier|before(?! (?:the|an?|its|his|that)\b))\b",
        _ago,
        counts_from=TOLD,
    ),
    Expression(
        "three days ago",
        rf"(?P<count>{_NUMBER}|[Aa]) (?P<unit>days|weeks?|fortnight|months?|years?) (?:ago|before|earlier)\b",
        _ago,
    ),
    Expression(
        THE_DAYS,
        r"the (?:same )?(?P<count>two|three|four|five) days\b(?! (?:of|after|before|ago|later|earlier)\b)",
        _days_to,
        counts_from=TOLD,
    ),
    Expression(WEEKEND, r"(?:[Oo]ver|[Aa]t|[Dd]uring) the (?:whole |entire )?weekend\b|this weekend\b", _weekend),
    Expression("this year", r"[Tt]his (?P<unit>week|month|year)\b", _this),
    Expression("recent weeks", r"recent (?:days|weeks|months|years)\b", _undated_period),
    Expression(
        SINCE_THEN,
        r"(?:since|Since) then\b|(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or) (?:the|that) same period\b",
        _undated_period,
    ),
    Expression(
        "summer 2016",
        rf"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[ -])?(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?: of)? (?P<year>{YEAR})\b",
        _year,
    ),
    Expression(
        "in 2016",
        r"(?:[Ii]n|since|Since|[Dd]uring|of|[Ff]rom|[Bb]y|to|until|and|[Bb]etween|[Tt]hroughout|for|over) "
        rf"(?:(?:early|mid|late)[ -])?(?P<year>{YEAR})\b",
        _year,
    ),
)
"""Tried in this order at every place of a sentence; the first that fits is taken."""
