"""Who published an article, and which wire agency it credits, by ``data/vocabulary/outlets.csv``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from helpers.vocabulary import Row, names_of

_TOP = 300
_BOTTOM = 200
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


@dataclass(frozen=True)
class Outlets:
    """The table, ready for look-up: any spelling or address -> name, name -> wire, and where credits stand.

    ``agencies`` are the spellings that count as credits.
    """

    names: dict[str, str]
    wires: dict[str, str]
    agencies: tuple[str, ...]
    opening: re.Pattern[str]
    closing: re.Pattern[str]


def outlets(rows: Iterable[Row]) -> Outlets:
    """Compile outlets.csv."""
    names: dict[str, str] = {}
    wires: dict[str, str] = {}
    credited: dict[str, None] = {}
    for row in rows:
        for spelling in names_of(row):
            names[_plain(spelling)] = row["name"]
            if row["wire"]:
                wires[_plain(spelling)] = row["wire"]
                # Addresses and lower-case short names are no credits: "ap" or "tass" within prose says nothing.
                if "." not in spelling and (not spelling.islower() or spelling == row["wire"]):
                    credited[spelling] = None
    agency = "|".join(map(re.escape, sorted(credited, key=len, reverse=True))) or r"(?!)"
    opening = re.compile(
        # Behind a dateline, near the line's beginning; further on it is a picture's credit.
        rf"^[^(\n]{{0,60}}[(/]\s?(?P<a>{agency})\s?[)/]|[(/]\s?(?P<d>{agency})\s?[)/]\s?[-–—]"
        rf"|\b(?P<b>{agency}) {_WEEKDAY} \d|^\W*(?P<c>{agency})(?:\W*$| +(?=[A-Z]))",
        re.MULTILINE,
    )
    closing = re.compile(
        rf"(?:-|[—–(/]|\bSources?:? |\n|\b[Ww]ith |\band |^)\s?(?P<a>{agency})[)/\s.,]*\Z"
        rf"|[.!?]\"? (?P<d>{agency})\.?\s*\Z"
        rf"|\([Ww]ith (?P<b>{agency})\b"
    )
    return Outlets(names, wires, tuple(credited), opening, closing)


def name(outlet: str | None, url: str | None, known: Outlets) -> str | None:
    """The outlet's name as the table spells it, else as it came; by its address where it is not given."""
    if outlet:
        return known.names.get(_plain(outlet), outlet)
    return known.names.get(_host(url)) if url else None


def without_name(headline: str, known: Outlets) -> str:
    """The headline without the outlet's name that web pages put before or behind it ("... | Jordan Times")."""
    for separator in (" | ", " - ", " – ", " — "):
        before, found, last = headline.rpartition(separator)
        if found and _plain(last) in known.names:
            return before
        first, found, after = headline.partition(separator)
        if found and _plain(first) in known.names:
            return after
    return headline


def wire(credit: str | None, outlet: str | None, raw: str, clean: str, known: Outlets) -> str | None:
    """The agency that an article credits: as it came, or at its end or its top, or the outlet where it is one.

    ``raw`` is the body as it came, whose last words may be the credit; ``clean`` is what cleaning left of it.
    """
    if credit:
        return known.wires.get(_plain(credit), credit)
    found = (
        _credit(known.closing, raw, len(raw) - _BOTTOM, known)
        or _credit(known.closing, clean, len(clean) - _BOTTOM, known)
        or _credit(known.opening, clean[:_TOP], 0, known)
    )
    if found:
        return known.wires[_plain(found[found.lastgroup or 0])]
    return known.wires.get(_plain(outlet)) if outlet else None


def _credit(pattern: re.Pattern[str], text: str, start: int, known: Outlets) -> re.Match[str] | None:
    """Where the pattern finds an agency behind ``start``; looked for only where the name of one stands there."""
    start = max(0, start)
    named = any(text.find(agency, start) >= 0 for agency in known.agencies)
    return pattern.search(text, start) if named else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).removeprefix("www.")


def _host(url: str) -> str:
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        host = None
    return _plain(host or "")
