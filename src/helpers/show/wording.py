"""Numbers, dates and lists as a newspaper writes them."""

from __future__ import annotations

import calendar
import math
import textwrap
from collections.abc import Iterable, Mapping

import pandas as pd

from helpers.tallies import labels

FEW = 10
"""Numbers below it differ by several times without that being much."""
_OUTCOMES = {"casualties": "killed or injured", "other": "affected"}
"""Those whose name does not read like English."""
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number(value: float) -> str:
    """``370000`` as ``370,000``; fractions keep one digit, below 1 two."""
    if float(value).is_integer() or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:,.2f}" if abs(value) < 1 else f"{value:,.1f}"


def short(value: float) -> str:
    """A number for an axis: ``370,000``, ``1.5m``."""
    return f"{value / 1e6:g}m" if abs(value) >= 1e6 else f"{value:,.15g}"


def count(n: int, noun: str) -> str:
    """``count(11, "outlet")`` is ``eleven outlets``: words up to twelve, digits from there on."""
    return f"{cardinal(n)} {noun if n == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """Of regular nouns: ``figures``, ``tallies``, ``days``."""
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


def cardinal(n: int) -> str:
    """A number of things, in words up to twelve."""
    return _WORDS[n] if n < len(_WORDS) else number(n)


def share(part: int, whole: int) -> str:
    """How much of the whole a part is: ``none``, ``all``, ``31 percent``."""
    if part in (0, whole):
        return "all" if part else "none"
    return f"{100 * part / whole:.0f} percent"


def stated(figure: Mapping) -> str:
    """A figure's number as its wording means it: ``370,000``, ``at least 370,000``, ``up to 30``."""
    lead = {"at_least": "at least ", "at_most": "up to ", "about": "about ", "vague": "", "exact": "", "range": ""}
    if figure["hedge"] == "vague":
        return f"“{figure['phrase']}”"
    if figure["hedge"] == "range" and figure["low"] == figure["low"]:
        return interval(figure["low"], figure["high"])
    return lead.get(figure["hedge"], "") + number(figure["value"])


def times(ratio: float) -> str:
    """How many times the lowest the highest is: ``1.5 times``."""
    return f"{ratio:.1f} times" if ratio < 9.95 else f"{ratio:,.0f} times"


def joined(parts: Iterable[str]) -> str:
    """``a, b and c``."""
    *others, last = list(parts) or [""]
    return f"{', '.join(others)} and {last}" if others else last


def date(iso: str | None) -> str:
    """An ISO date as precise as it is: ``7 August 2019``, ``August 2019``, ``2019``; ``an unknown date`` for null."""
    if iso is None or pd.isna(iso):
        return "an unknown date"
    return labels.day(str(iso))


def month(when: pd.Timestamp) -> str:
    """``August 2019``."""
    return f"{calendar.month_name[when.month]} {when.year}"


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def outcome(name: str) -> str:
    """What happened, as it reads after a number: ``killed or injured``."""
    return _OUTCOMES.get(name, name)


def interval(low: float | None, high: float | None) -> str:
    """What a figure's wording commits to: ``18``, ``18 or more``, ``up to 30``, ``20 to 30``."""
    low, high = (None if bound is None or pd.isna(bound) or math.isinf(bound) else bound for bound in (low, high))
    if low is None and high is None:
        return "an unknown number"
    if low is None:
        return f"up to {number(high)}"
    if high is None:
        return f"{number(low)} or more"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def wrapped(text: str, width: int = 24) -> str:
    """The text in lines of at most ``width`` characters, three at most: a label is not a paragraph."""
    return "\n".join(textwrap.wrap(text, width, max_lines=3, placeholder=" …"))
