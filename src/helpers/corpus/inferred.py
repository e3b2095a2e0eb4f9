"""When an article must have been written, from what it says of time: for articles that no one has dated.

Three kinds of words tell: how long the war has lasted ("eight years of war"), what is said of an event whose date is
known ("the deal signed last September", "the truce that ended on Monday"), and dates that have passed ("on August 5").
Each leaves some days possible; together they leave a range. Words that contradict those before them are left out.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from string import ascii_lowercase, ascii_uppercase

import numpy as np
import numpy.typing as npt

from helpers.dateline import MONTHS
from helpers.vocabulary import Row, spellings

Days = npt.NDArray[np.bool_]

_FIRST = datetime.date(1990, 1, 1)
_COUNT = (datetime.date(2050, 1, 1) - _FIRST).days
_YEAR_OF = np.array([(_FIRST + datetime.timedelta(n)).year for n in range(_COUNT)])
_WEEKDAY_OF = (np.arange(_COUNT) + _FIRST.weekday()) % 7

# Lower-casing other letters can change a text's length, and with it the places of its words.
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_LONGEST = 20_000
_LONGEST_SENTENCE = 1_000
_LEAD_SENTENCES = 2
_FEW_DAYS = 14
_A_LITTLE = datetime.timedelta(31)

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
_MONTH_NAMES = {number: name for name, number in reversed(MONTHS.items())}
_MONTH = "|".join(_MONTH_NAMES.values())
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s)[^.!?\n]*)*")
_PASSED_YEAR = re.compile(r"\b(?:in|since|from|during|of) (?:\w+ )?(?P<year>(?:19|20)\d\d)\b")
_PASSED_DAY = re.compile(
    rf"\b(?:on|since|from|by) (?P<month>{_MONTH}) (?P<day>\d{{1,2}})\b(?!,? \d{{4}}| last year)"
    rf"|\bsince (?:late |early |mid-?|the (?:end|start|beginning) of )?(?P<since>{_MONTH})\b(?! \d)",
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")


@dataclass(frozen=True)
class Clue:
    """Words that narrow the range down: their span in the text, in characters, and what they were taken for."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Range:
    """The first and the last day possible, ISO, and the words that led to them."""

    earliest: str
    latest: str
    clues: tuple[Clue, ...]

    @property
    def common(self) -> str | None:
        """What all days of the range have in common: its day, month or year; null where not even that."""
        for length in (10, 7, 4):
            if self.earliest[:length] == self.latest[:length]:
                return self.earliest[:length]
        return None


Spelling = tuple[tuple[str, re.Pattern[str]], ...]
"""The ``+``-joined parts of an event's name, each plain, which is quickly looked for, and as whole words."""


@dataclass(frozen=True)
class Calendar:
    """What the vocabulary knows of dated events, of the wars' beginnings, and of counting."""

    events: tuple[tuple[datetime.date, tuple[Spelling, ...]], ...]
    wars: tuple[tuple[datetime.date, tuple[str, ...]], ...]
    duration: re.Pattern[str]
    numbers: dict[str, int]


def calendar(
    events: Iterable[Row], conflicts: Iterable[Row], places: Iterable[Row], numbers: Iterable[Row]
) -> Calendar:
    """Compile events.csv, conflicts.csv with the names of their countries in places.csv, and numbers.csv.

    Raises ValueError on an event whose date is no ISO day.
    """
    names = {row["place_id"]: row["name"] for row in places}
    counts = {word: int(row["value"]) for row in numbers if row["kind"] == "unit" for word in spellings(row["words"])}
    ordinals = {word: number for number, word in enumerate(_ORDINALS, start=1)}
    number = "|".join(sorted([r"\d{1,2}", *counts], key=len, reverse=True))
    nth = "|".join([r"\d{1,2}(?=st|nd|rd|th)", *ordinals])
    duration = re.compile(
        rf"\b(?P<n>{number})[- ]years?(?:[- ]long|[- ]old)?,? (?:of )?(?:\w+ )?(?:war|conflict)\b"
        rf"|\b(?:past|last) (?P<past>{number}) years\b"
        rf"|\b(?:its|the|their) (?P<nth>{nth})(?:st|nd|rd|th)? year\b"
    )
    return Calendar(
        events=tuple((_first_day(row["date"]), tuple(map(_compiled, spellings(row["words"])))) for row in events),
        wars=tuple(
            (_first_day(row["began"]), tuple(spellings(f"{row['words']}|{names[row['place_id']]}".casefold())))
            for row in conflicts
            if row["began"]
        ),
        duration=duration,
        numbers=counts | ordinals,
    )


def _compiled(spelling: str) -> Spelling:
    parts = [part.strip() for part in spelling.casefold().split("+")]
    return tuple((part, re.compile(rf"\b{re.escape(part)}\b")) for part in parts)


def _is_named(spelling: Spelling, words: str) -> bool:
    """Whether all parts of a spelling stand in a sentence, in any order, as whole words."""
    return all(part in words for part, _ in spelling) and all(whole.search(words) for _, whole in spelling)


def _first_day(iso: str) -> datetime.date:
    year, month, day = (*iso.split("-"), "1", "1")[:3]
    return datetime.date(int(year), int(month), int(day))


def when(text: str, known: Calendar) -> Range | None:
    """The range of days on which the text can have been written; null where nothing bounds it on both sides."""
    text = text[:_LONGEST].translate(_LOWER)
    possible = np.ones(_COUNT, dtype=bool)
    taken: list[Clue] = []

    def narrow(clues: Iterator[tuple[Clue, Days]]) -> None:
        nonlocal possible
        for clue, days in clues:
            both = possible & days
            if both.any() and not (both == possible).all():
                possible = both
                taken.append(clue)

    narrow(_durations(text, known))
    narrow(_events(text, known))
    narrow(_passed_years(text))
    if _bounds(possible) and len(set(_YEAR_OF[possible])) == 1:
        narrow(_passed_days(text, int(_YEAR_OF[possible][0])))
    bounds = _bounds(possible)
    if bounds and (bounds[1] - bounds[0]).days < _FEW_DAYS:
        narrow(_lead_weekday(text))
        bounds = _bounds(possible)
    if not bounds:
        return None
    return Range(bounds[0].isoformat(), bounds[1].isoformat(), tuple(sorted(taken, key=lambda clue: clue.start)))


def _durations(text: str, known: Calendar) -> Iterator[tuple[Clue, Days]]:
    """What "eight years of war" tells: the eighth or ninth year of the war that the text speaks of most.

    "Six-year-old war" is said from the fifth anniversary on, and "its fifth year" a little before it begins.
    """
    spoken_of = [(sum(map(text.count, words)), began) for began, words in known.wars]
    most, began = max(spoken_of, key=itemgetter(0), default=(0, _FIRST))
    if not most:
        return
    for found in known.duration.finditer(text):
        spelt = found["n"] or found["past"] or found["nth"]
        year = began.year + (int(spelt) if spelt.isdigit() else known.numbers[spelt])
        last = began.replace(year=year if found["nth"] else year + 1)
        yield Clue(*found.span(), "length of the war"), _between(began.replace(year=year - 1) - _A_LITTLE, last)


def _events(text: str, known: Calendar) -> Iterator[tuple[Clue, Days]]:
    """What a sentence says of a dated event; where several events fit its words, any of them may be meant."""
    narrow: list[tuple[int, Clue, Days]] = []
    for sentence in _SENTENCE.finditer(text):
        words = sentence[0][:_LONGEST_SENTENCE]
        dated = [day for day, told_as in known.events if any(_is_named(spelling, words) for spelling in told_as)]
        if dated:
            days = np.logical_or.reduce([_told(words, day) for day in dated])
            narrow.append((int(days.sum()), Clue(*sentence.span(), "dated event"), days))
    # A year before a week: what is said more loosely is more often right.
    yield from ((clue, days) for _, clue, days in sorted(narrow, key=lambda one: (-one[0], one[1].start)))


def _told(words: str, day: datetime.date) -> Days:
    """The days on which one would speak so of an event of ``day``."""
    names = {"MONTH": _MONTH_NAMES[day.month], "WEEKDAY": _WEEKDAYS[day.weekday()]}
    for pattern, days in _TELLINGS:
        for placeholder, name in names.items():
            pattern = pattern.replace(placeholder, name)
        if re.search(rf"\b(?:{pattern})\b", words):
            return days(day)
    return _between(day, None)


def _within(count: int) -> Callable[[datetime.date], Days]:
    return lambda day: _between(day, day + datetime.timedelta(count))


def _next_twelve_months(day: datetime.date) -> Days:
    first = (day.replace(day=28) + datetime.timedelta(4)).replace(day=1)
    return _between(first, first.replace(year=first.year + 1) - datetime.timedelta(1))


_TELLINGS: tuple[tuple[str, Callable[[datetime.date], Days]], ...] = (
    (r"(?:19|20)\d\d", lambda day: _between(day, None)),
    (r"last MONTH", _next_twelve_months),
    (r"last year|a year ago", lambda day: np.equal(_YEAR_OF, day.year + 1)),
    (r"this year", lambda day: _between(day, datetime.date(day.year, 12, 31))),
    (r"(?:on |early |late )WEEKDAY|this week", _within(7)),
    (r"(?:past|last|recent) (?:few )?days|days (?:ago|earlier|after|later)|last week", _within(14)),
    (r"recent weeks|weeks (?:ago|earlier|after|later)|last month", _within(61)),
    (r"(?:past|last|recent) (?:few )?months|months (?:ago|earlier|after|later)", _within(366)),
    (r"(?:since|in) (?:late |early |the (?:end|start) of )?MONTH", _within(366)),
)
"""How a sentence tells the time of an event, MONTH and WEEKDAY being the event's own; the first that fits decides."""


def _passed_years(text: str) -> Iterator[tuple[Clue, Days]]:
    years = [(found, int(found["year"])) for found in _PASSED_YEAR.finditer(text)]
    for found, year in sorted(years, key=lambda pair: -pair[1]):
        yield Clue(*found.span("year"), "year that has begun"), np.greater_equal(_YEAR_OF, year)


def _passed_days(text: str, year: int) -> Iterator[tuple[Clue, Days]]:
    """Days and months without a year ("on August 5", "since late April") are those of the year of publication."""
    for found in _PASSED_DAY.finditer(text):
        month, day = MONTHS[found["month"] or found["since"]], int(found["day"] or 1)
        try:
            passed = datetime.date(year, month, day)
        except ValueError:
            continue
        yield Clue(*found.span(), "day that has passed"), _between(passed, None)


def _lead_weekday(text: str) -> Iterator[tuple[Clue, Days]]:
    """News tells of the day before at the latest: the weekday of its first sentences is the day or the one before."""
    for sentence in list(_SENTENCE.finditer(text[:2_000]))[:_LEAD_SENTENCES]:
        found = _WEEKDAY.search(text, *sentence.span())
        if found:
            number = _WEEKDAYS.index(found[0])
            days = (number == _WEEKDAY_OF) | ((number + 1) % 7 == _WEEKDAY_OF)
            yield Clue(*found.span(), "weekday of the news"), days
            return


def _between(first: datetime.date, last: datetime.date | None) -> Days:
    days = np.zeros(_COUNT, dtype=bool)
    days[max(0, (first - _FIRST).days) : (last - _FIRST).days + 1 if last else None] = True
    return days


def _bounds(days: Days) -> tuple[datetime.date, datetime.date] | None:
    numbers = np.flatnonzero(days)
    if not numbers.size or numbers[0] == 0 or numbers[-1] == _COUNT - 1:
        return None
    return _FIRST + datetime.timedelta(int(numbers[0])), _FIRST + datetime.timedelta(int(numbers[-1]))
