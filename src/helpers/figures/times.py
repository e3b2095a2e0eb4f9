"""When: the days, months and spans that a sentence names, and the one that dates a figure.

Single expressions are those of ``expressions.py``; here they are found in a sentence and joined: "since late April"
runs to the article's day, "between March and May" to the second month.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from helpers.figures.expressions import (
    AFTER,
    DATE,
    DAY,
    DAY_EARLIER,
    DAYS_EARLIER,
    EXPRESSIONS,
    HOW_LONG,
    MONTH_EARLIER,
    NEXT_DAY,
    PERIOD,
    SAID,
    SINCE_THEN,
    THE_DAYS,
    TODAY_COUNTED,
    TOLD,
    WEEKDAY,
    WEEKEND,
    YEAR,
    Expression,
)

_PATTERNS = [re.compile(expression.pattern) for expression in EXPRESSIONS]
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PARTS = (
    *("day", "night", "hour", "week", "month", "year", "decade", "morning", "evening", "Days", "Weeks", "Months"),
    *("Since", "since", "recent", "period", *_MONTHS),
)
"""Each expression has one of these in it, or a year."""
_PART = re.compile(rf"19\d\d|20\d\d|{'|'.join(_PARTS)}")
"""Of these the first letters alone are quickly looked for."""
_IN_CAPITALS = re.compile(r"\b(?:Past|Hours?|Day|Days|Weeks?|Months?|Years?)\b")
"""Parts of expressions that headlines write with a capital: "in **Past** 24 **Hours**"."""
_WEEKDAYS = frozenset(["Mon", "ues", "nes", "urs", "Fri", "tur", "Sun"])
"""The letters before "day" in a day of the week."""


def _any_with(part: str) -> re.Pattern[str]:
    """Any of the expressions that have a part in them; an empty group at its end names which."""
    unnamed = [re.sub(r"\(\?P<\w+>", "(?:", expression.pattern) for expression in EXPRESSIONS]
    tried = [f"(?:{text})(?P<e{i}>)" for i, text in enumerate(unnamed) if part in text]
    return re.compile(rf"\b(?=\w)(?:{'|'.join(tried)})")


_REACH = {"since": 0, "Since": 0, **dict.fromkeys(_MONTHS, len("21st until 26th of "))}
_LONGEST_REACH = len("during less than fourteen single ")
"""Characters before its first part in which an expression begins."""
_WITH_PART = {part: (_any_with(part), _REACH.get(part, _LONGEST_REACH)) for part in _PARTS}
_WITH_WEEKDAY = _any_with("Wednes"), len("last Wednes")
_WITH_YEAR = _any_with(YEAR), len("the first quarter of ")
"""The expressions of which a part may be the first, and how far before it they begin."""
_SINCE = re.compile(r"\b[Ss]ince\b")
_ORDINAL = "first|second|third|fourth|fifth"
_SUPERLATIVE = r"deadliest|bloodiest|worst|heaviest|biggest|largest|fiercest|highest|most(?! of\b)"
RECORD = re.compile(rf"\b(?:{_ORDINAL}|{_SUPERLATIVE})\b")
"""What is compared with all since a date: "the **first** deaths since the truce began on Monday"."""
_REACH_OF_RECORD = 90
_COMPARED_WITH = re.compile(
    rf"\b(?:(?:{_SUPERLATIVE})|the (?:{_ORDINAL})|(?:{_ORDINAL})(?= (?!(?:in|for) $)\S))\b(?: [\w'’-]+){{0,4}}?"
    r"(?: (?:in|for))? $"
)
"""Before a span that is only that with which something is compared: "one of the **worst** raids **in** 16 months".

Not what "came first in May".
"""
_TELLS_OF_IT = re.compile(r",? when\b|[^,;]{0,60},? (?:in which|(?:that|which) (?:killed|left|claimed))\b")
"""Behind the date of what it is compared with, of which then is told: "since May 2015, **when** 40 people died"."""
_YEAR = re.compile(rf"\b{YEAR}\b")
_BETWEEN = re.compile(r"\b(?:[Bb]etween|[Ff]rom)\b")
_FROM = re.compile(r"\b[Ff]rom $")
_ONWARDS = re.compile(
    r",? (?:(?:until|till|up to) (?:now|today|the present)|to (?:date|the present)|onwards?|on(?= ?[,.]|$))"
)
"""Around a day from which on something goes on until the article's."""
_TO = re.compile(r"\W*(?:and|to|until|through|till)\W*")
_RISEN = (
    r"\b(?:rose|risen|rises|climbed|climbs|raised|raises|jumped|increased|revised|went up|gone up)"
    r"(?: (?:its|the|his|their) (?:[\w-]+ ){0,3}[\w-]+)?(?: from [\w,]+)?"
    r"(?: to (?:(?:at least|more than|over|about|around|nearly|some) )?[\w,-]+(?: (?:people|civilians|dead|deaths))?)?"
)
"""What a toll did on the day of the report, not of the incident: "the death toll **rose to 13** on Thursday"."""
_SPOKEN = re.compile(
    rf"(?:{_RISEN}|"
    r"\bsaid|\b(?:told|informed) \w+(?: \w+)?|reported|announced|added|says|statement|affirmed|stated|issued"
    r"|released|published|described|confirmed|declared|warned|condemned|denied|blamed|accused|vowed|met|mourned|buried|noted|explained"
    r"|revealed|disclosed|claimed|mentioned|indicated|tweeted|wrote|asserted|stressed|acknowledged|admitted|alleged"
    r"|insisted|maintained|commented|remarked|underlined|emphasi[sz]ed|recounted|informed|clarified|conceded"
    r"|pointed out|testified|estimated|saying)"
    r"(?: in (?:[\w-]+ ){0,2}[\w-]+| (?:at|on|via|during) (?:an?|the|its|his|her|their) (?:[\w-]+ ){0,2}?[\w-]+)?"
    r"(?: (?:on|late|early|earlier|this))*\s*$"
)
"""Before the day on which an incident is spoken of or dealt with: "**said in a new toll on** Sunday"."""
_SPOKEN_THEN = re.compile(
    r"(?: (?:morning|afternoon|evening|night))? "
    r"(?:said|says|told|informed|reported|announced|confirmed|accused|warned|raised)\b"
)
"""Behind such a day: "the ministry on **Sunday said**"."""
_JOINS_DAYS = re.compile(r"(?=\s*\S)(?:nights?|morning|evening|and|to|into|until|early|late|through|,|\s)+")
_AND = re.compile(r"\s*(?:and|&)\s*")
_AS_OF = re.compile(r"\b(?:[Aa]s of|[Aa]s at|[Uu]p to|[Uu]ntil|[Uu]p until|[Tt]ill) $")
_BEGAN = re.compile(r"\b(?:which|that) (?:began|started|erupted|broke out|was launched)(?: (?:in|on|at|early|late))* $")
"""Before the month from which what is told of still goes on: "the fighting, **which began in** April"."""
_TOLD_ASIDE = re.compile(
    r"\b(?:which|that|who|whom|where)\b(?: (?!and\b|had\b)[\w'’-]+){0,5} had(?: (?!and\b)[\w'’-]+){1,7} $"
)
"""Before the day of what somebody or something had done earlier: "in Klow, **which rebels had taken in** May"."""
_REACH_ASIDE = 100
_CLAUSE_END = re.compile(r"[,;]|\b(?:said|says|told|according|reported|added)\b")
_OPENING = 20
"""Characters from a sentence's beginning within which its first clause begins."""
_OPENING_CLAUSE_ENDS, _LATER_CLAUSE_ENDS = re.compile(r"[;:]|,(?! (?:and |or )?\w+ing\b)"), re.compile("[;:]")
_REACH_BACK = 40
"""Characters before a time in which stands what makes it that of a statement, a beginning or an end."""
_REACH_OF_SINCE, _REACH_OF_BETWEEN = 75, 40
"""Characters after the word in which its date may stand: "since peace talks broke off in April"."""
_COST_OF_SPOKEN, _COST_OF_OPEN = 400, 30
"""Characters of distance that a day of the statement, or a period without an end, counts for."""


@dataclass(slots=True)
class When:
    """A stated time; ``start`` and ``end`` are offsets in the sentence. Dates are ISO, None where left open."""

    kind: str
    since: str | None
    until: str | None
    start: int
    end: int
    spoken: bool = False
    """The day of the statement ("said on Saturday"), of the event only where nothing else is."""
    within: range | None = None
    """The offsets of the clause that is all it dates: "a day after **shells killed 12**"."""
    loose: bool = False
    """A span of hours or days ("24 hours", "the weekend"), which dates another sentence only where no day does."""
    to_come: bool = False
    """A day of the week behind the article's own: "will leave on Friday"."""

    @property
    def is_known_day(self) -> bool:
        """Whether it is a day with a date that is not only that of a clause."""
        return self.kind == DAY and self.since is not None and self.within is None


def may_date(word: str) -> bool:
    """Whether a word can be what makes an expression of time of those around it: a sentence without one has no time."""
    return _PART.search(word) is not None or _IN_CAPITALS.match(word) is not None


def as_in_text(headline: str) -> str:
    """A headline with the words of time as running text has them: "in **past** 24 **hours**"."""
    return _IN_CAPITALS.sub(lambda word: word[0].lower(), headline)


def mentions(
    sentence: str,
    anchor: str | None,
    latest_since: Callable[[], str | None] = lambda: None,
    days_before: Callable[[], list[str]] = list,
) -> list[When]:
    """The times that a sentence names, in the order of its words.

    ``anchor`` is the article's own day; without it only full dates are settled. ``latest_since`` tells what "since
    then" refers to, ``days_before`` the days that the sentences just before tell, the last first: "**a day earlier**".
    """
    expressions = _expressions(sentence)
    if not expressions:
        return []
    today = datetime.date.fromisoformat(anchor) if anchor and len(anchor) == 10 else None
    found = []
    for expression, match in expressions:
        if expression.name == HOW_LONG and found and _is_over(found[-1], anchor):
            continue
        if expression.name == THE_DAYS and " same " in match[0] and found and found[-1].kind == PERIOD:
            found.append(
                replace(found[-1], start=match.start(), end=match.end())
            )  # "since Friday ... **the same days**"
            continue
        span = expression.settle(match, _counts_from(expression, match, expressions, found, today, days_before))
        if span is None or (expression.name == NEXT_DAY and anchor and span.since > anchor):
            continue
        when = When(*span, *match.span())
        if expression.name == SINCE_THEN:
            when.since = (found[-1].since if found else None) or latest_since()
            if when.since is None:
                continue
        when.loose = expression.name in (THE_DAYS, TODAY_COUNTED, WEEKEND)
        if expression.name == AFTER:
            when.within = range(when.end, _end_of_clause(sentence, when))
        elif (told := _TOLD_ASIDE.search(sentence, max(0, when.start - _REACH_ASIDE), when.start)) is not None:
            when.within = range(told.start(), _end_of_aside(sentence, told.start(), when.end))
        when.to_come = expression.name == WEEKDAY and when.since > anchor
        when.spoken = span.kind == DAY and when.within is None and _is_spoken(sentence, *match.span())
        found.append(when)
    if len(found) > 1:
        _join_days(sentence, found)
        _join_months(sentence, found)
    if found and "ince" in sentence:
        _open_since(sentence, found)
    if found and "rom " in sentence:
        _open_from(sentence, found)
    if any(when.kind == PERIOD for when in found):
        found = [when for when in found if when.kind != PERIOD or not _is_compared_with(sentence, when)]
    if len(found) > 1:
        _close_between(sentence, found)
        _close_as_of(sentence, found)
    for when in found:
        if when.kind == PERIOD and (when.until is None or _stands_before(_BEGAN, sentence, when.start)):
            when.until = anchor
    return found


def _end_of_clause(sentence: str, after: When) -> int:
    """Where the clause ends that "a day after" begins: where it opens the sentence at a comma, else at a semicolon."""
    opens = after.start < _OPENING
    end = (_OPENING_CLAUSE_ENDS if opens else _LATER_CLAUSE_ENDS).search(sentence, after.end)
    return end.start() if end is not None else len(sentence)


def _end_of_aside(sentence: str, begin: int, end: int) -> int:
    """Where a relative clause ends: at the next comma where one stands before it, else with the sentence."""
    comma = sentence.find(",", end) if sentence[:begin].rstrip().endswith(",") else -1
    return comma if comma >= 0 else len(sentence)


def _is_over(when: When, anchor: str | None) -> bool:
    """Whether a period ended before the article: what is told in how long then fell into it."""
    closed = when.kind == PERIOD and when.until is not None and anchor is not None
    return closed and when.until < anchor[: len(when.until)]


def _expressions(sentence: str) -> list[tuple[Expression, re.Match[str]]]:
    """The expressions in a sentence, left to right, of which none overlaps another, each with its own match."""
    found = []
    end = 0
    for part in _PART.finditer(sentence):
        start = part.start()
        if start < end:
            continue
        possible, reach = _possible_around(part)
        match = possible.search(sentence, max(end, start - reach))
        if match is None or match.start() > start:
            continue
        end = match.end()
        which = int(match.lastgroup[1:])
        found.append((EXPRESSIONS[which], _PATTERNS[which].match(sentence, match.start())))
    return found


def _possible_around(part: re.Match[str]) -> tuple[re.Pattern[str], int]:
    """The expressions of which a part may be the first, and how far before it they begin."""
    start, word = part.start(), part[0]
    if word == "day" and part.string[start - 3 : start] in _WEEKDAYS:
        return _WITH_WEEKDAY
    return _WITH_PART.get(word, _WITH_YEAR)


def _is_spoken(sentence: str, start: int, end: int) -> bool:
    """Whether a day between two offsets is that of a statement."""
    return _stands_before(_SPOKEN, sentence, start) or _SPOKEN_THEN.match(sentence, end) is not None


def _stands_before(pattern: re.Pattern[str], sentence: str, at: int) -> bool:
    """Whether a pattern fits what stands just before offset ``at``."""
    return pattern.search(sentence, max(0, at - _REACH_BACK), at) is not None


def _day_said(
    sentence: str, expressions: list[tuple[Expression, re.Match[str]]], today: datetime.date | None
) -> datetime.date | None:
    """The day of the week on which a sentence says that something was said, else the article's own."""
    for expression, match in expressions:
        if expression.name == WEEKDAY and _is_spoken(sentence, *match.span()):
            span = expression.settle(match, today)
            return datetime.date.fromisoformat(span.since) if span else today
    return today


def _counts_from(
    expression: Expression,
    match: re.Match[str],
    expressions: list[tuple[Expression, re.Match[str]]],
    found: list[When],
    today: datetime.date | None,
    days_before: Callable[[], list[str]],
) -> datetime.date | None:
    """The day from which an expression counts, given all of its sentence and the times ``found`` before it."""
    if expression.counts_from == SAID:
        return _day_said(match.string, expressions, today)
    if expression.name == THE_DAYS:
        told = [*days_before(), *(when.until for when in found if when.kind == DAY and when.until)]
        return datetime.date.fromisoformat(max(told)) if told else None
    if expression.counts_from == TOLD and found and found[-1].kind == DAY and found[-1].until:
        return today if _is_spoken(match.string, *match.span()) else datetime.date.fromisoformat(found[-1].until)
    if expression.name == MONTH_EARLIER and found and found[-1].kind == PERIOD and found[-1].since:
        return datetime.date.fromisoformat(f"{found[-1].since}-01-01"[:DATE])
    if expression.name in (DAY_EARLIER, DAYS_EARLIER, NEXT_DAY) and not found and (told := days_before()):
        return datetime.date.fromisoformat(told[0])
    return today


def of_figure(found: list[When], at: int) -> When | None:
    """The time nearest to the figure at offset ``at``; the day of the statement only where there is no other."""
    if not found:
        return None

    dating = [when for when in found if when.within is None or at in when.within]
    if len(dating) < 2:
        return dating[0] if dating else None

    def cost(when: When) -> int:
        open_ended = when.kind == PERIOD and when.until is None
        return abs(when.start - at) + _COST_OF_SPOKEN * when.spoken + _COST_OF_OPEN * open_ended

    return min(dating, key=cost)


def _join_days(sentence: str, found: list[When]) -> None:
    """Make one time of two days, an event if one follows the other: "Friday and Saturday", "Friday into Saturday"."""
    for first, second in pairwise(found):
        days = first.kind == second.kind == DAY and first.since and second.since and second.within is None
        if days and _JOINS_DAYS.fullmatch(sentence, first.end, second.start):
            earliest, latest = sorted([first.since, second.since])
            kind = DAY if _follow_each_other(first, second) else PERIOD
            for when in (first, second):
                when.kind, when.since, when.until = kind, earliest, latest


def _join_months(sentence: str, found: list[When]) -> None:
    """Make one period of two months: "in **January and February**"."""
    for first, second in pairwise(found):
        months = all(when.kind == PERIOD and when.since and when.since == when.until for when in (first, second))
        if months and _AND.fullmatch(sentence, first.end, second.start) and first.since < second.since:
            first.until, second.since = second.until, first.since


def _is_compared_with(sentence: str, when: When) -> bool:
    """Whether a span only says what a record is compared with."""
    return _COMPARED_WITH.search(sentence, max(0, when.start - _REACH_OF_RECORD), when.start) is not None


def _open_since(sentence: str, found: list[When]) -> None:
    """Let a date after "since" begin a period that is still open; in "the deadliest since April" it begins none."""
    for since in _SINCE.finditer(sentence):
        record = RECORD.search(sentence, max(0, since.start() - _REACH_OF_RECORD), since.start())
        for when in list(found):
            near = when.start == since.start() or 0 <= when.start - since.end() <= _REACH_OF_SINCE
            if near and when.since and not _CLAUSE_END.search(sentence, since.end(), when.start):
                if record is None:
                    when.kind, when.until, when.spoken, when.start = PERIOD, None, False, since.start()
                elif _TELLS_OF_IT.match(sentence, when.end):
                    when.kind, when.until, when.within = DAY, when.since, range(when.end, len(sentence))
                elif when.kind == PERIOD:
                    found.remove(when)
                break


def _open_from(sentence: str, found: list[When]) -> None:
    """Let a day from which something goes on begin an open period: "**from** 31 May **until now**"."""
    for when in found:
        if _stands_before(_FROM, sentence, when.start) and _ONWARDS.match(sentence, when.end):
            when.kind, when.until = PERIOD, None


def _close_between(sentence: str, found: list[When]) -> None:
    """Make one period of the two dates after "between" or "from", of two days that follow each other one event."""
    for between in _BETWEEN.finditer(sentence):
        inside = [when for when in found if between.start() <= when.start <= between.end() + _REACH_OF_BETWEEN]
        if len(inside) < 2:
            continue
        first, second = inside[:2]
        to = _TO.match(sentence, first.end, second.end)
        if to is not None and to.end() >= second.start:
            if first.since and second.since and _YEAR.search(sentence, second.start, second.end):
                _share_year(sentence, first, second)
            first.kind = DAY if _follow_each_other(first, second) else PERIOD
            first.until, first.end = second.until, second.end
            found.remove(second)


def _close_as_of(sentence: str, found: list[When]) -> None:
    """Let a day up to which is counted end the open period beside it: "**as of 9 May** 12 people died since March"."""
    for day in list(found):
        if day.kind == DAY and day.until and _stands_before(_AS_OF, sentence, day.start):
            spans = [when for when in found if when.kind == PERIOD and when.until is None]
            for when in spans:
                when.until = day.until
            if spans:
                found.remove(day)


def _follow_each_other(first: When, second: When) -> bool:
    """Whether two times are days of which one follows the other."""
    if not (first.kind == second.kind == DAY and first.since and second.since):
        return False
    days = (datetime.date.fromisoformat(when.since) for when in (first, second))
    return abs(next(days) - next(days)) <= datetime.timedelta(1)


def _share_year(sentence: str, first: When, second: When) -> None:
    """Give the first date the year of the second where it has none: "between **June** and October 2017"."""
    if not _YEAR.search(sentence, first.start, first.end):
        year = int(second.since[:4]) - (first.since[4:] > second.since[4:])
        first.since = f"{year}{first.since[4:]}"
