"""What a tally counts, in plain English and as an id that the same count always gets."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from functools import lru_cache

from helpers.tallies import spans

_WHO = {
    "people": "people",
    "civilians": "civilians",
    "children": "children",
    "women": "women",
    "men": "men",
    "families": "families",
    "medical": "medical workers",
    "aid_workers": "aid workers",
    "journalists": "journalists",
    "combatants": "fighters",
}
_WHOSE = {"kurdish": "Kurdish", "unknown": ""}
"""Sides that are not called by their id."""
_WHAT = {
    "casualties": "killed or injured",
    "besieged": "under siege",
    "other": "affected",
}
_PART_OF_MONTH = r"\b(early|mid|late|the end of|the beginning of|the start of|the middle of)[ -]+{month}\b"


def label(
    outcome: str,
    group: str,
    side: str | None,
    unit: str,
    scope: str,
    place: str | None,
    since: str | None,
    until: str | None,
    sentences: Iterable[str] = (),
    *,
    is_home: bool = False,
) -> str:
    """``Civilians killed in north-west Syria since late April 2019``.

    ``until`` is null for a total that still runs. ``sentences`` are those of the figures: where most that name the
    month call it late or early, so does the label. ``is_home`` says that the place is the country at war, which
    refugees have left.
    """
    happened = _WHAT.get(outcome, outcome)
    who = _who(group, side, unit)
    if outcome == "refugees":
        who, happened = ("refugees", "") if group == "people" else (f"refugee {who}", "")
    where = "from" if outcome == "refugees" and is_home else "in"
    parts = [who, happened, f"{where} {place}" if place else ""]
    text = " ".join(part for part in (*parts, _when(scope, since, until, sentences)) if part)
    return text[:1].upper() + text[1:]


def identity(*parts: str | None) -> str:
    """The parts as one id of lower-case words: ``killed-civilians-north-west-syria-since-2019-04``."""
    words = "-".join(part for part in parts if part)
    return re.sub(r"[^\w]+", "-", words.lower()).strip("-")


def _who(group: str, side: str | None, unit: str) -> str:
    who = _WHO.get(group, group)
    if unit == "families" and group != "families":
        who = f"families of {who}" if group != "people" else "families"
    if side == "mixed":
        return f"{who} of all sides"
    whose = _WHOSE.get(side, side.replace("_", " ")) if side else ""
    return f"{whose} {who}" if whose else who


def _when(scope: str, since: str | None, until: str | None, sentences: Iterable[str]) -> str:
    if scope == "stock":
        return f"as of {day(until[:7])}" if until else ""
    if scope == "conflict":
        return f"since the war began{f' {_date(since)}' if since else ''}"
    if since is None:
        return f"up to {day(until)}" if until else ""
    if scope == "period" and until is None:
        return f"since {_part_of_month(since, sentences)}{day(since)}"
    if until is None or until == since:
        return _date(since)
    if len(since) == len(until) == 10 and since[:7] == until[:7]:
        return f"between {int(since[8:])} and {day(until)}"
    return f"between {day(since)} and {day(until)}"


@lru_cache(maxsize=10_000)
def day(iso: str) -> str:
    """A date as precise as it is: ``4 April 2017``, ``April 2017``, ``2017``."""
    year, month, day_of_month = (*iso.split("-"), None, None)[:3]
    named = (day_of_month and str(int(day_of_month)), month and calendar.month_name[int(month)], year)
    return " ".join(part for part in named if part)


def _date(iso: str) -> str:
    """``on 4 April 2017``, ``in April 2017``, ``in 2017``."""
    return f"{'on' if iso.count('-') == 2 else 'in'} {day(iso)}"


def _part_of_month(since: str, sentences: Iterable[str]) -> str:
    """``late `` where the sentences say so of that month, else nothing."""
    parts = since.split("-")
    if len(parts) != 2 or spans.of(since) is None:
        return ""
    pattern = re.compile(_PART_OF_MONTH.format(month=calendar.month_name[int(parts[1])]), re.IGNORECASE)
    said = [match[1].lower() for sentence in sentences if (match := pattern.search(sentence))]
    if not said:
        return ""
    return {"the end of": "late ", "the beginning of": "early ", "the start of": "early ", "the middle of": "mid-"}.get(
        common := max(sorted(set(said)), key=said.count), "mid-" if common == "mid" else f"{common} "
    )
