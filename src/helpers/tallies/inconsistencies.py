"""Numbers that contradict themselves: totals that fall, parts that outgrow their whole, parts that do not add up."""

from __future__ import annotations

import re
from collections import defaultdict

import pandas as pd

from helpers.tallies import intervals, rows, spans, witnesses

COLUMNS = ("kind", "figure_ids", "tally_id", "message", "settled_by_wording")
_READ = (
    "figure_id",
    "article_id",
    "tally_id",
    "part_of",
    "value",
    "low",
    "high",
    "hedge",
    "phrase",
    "outcome",
    "group",
    "side",
    "unit",
    "place",
    "place_id",
    "since",
    "until",
    "sentence",
    "sentence_start",
    "end",
    "scope",
    "source",
    "source_id",
)
_DAY = ["article_id", "outcome", "unit", "since", "until"]
_GROWING = ("period", "conflict")
_NEARLY = 0.1
_FEWEST_PARTS = 3
_MOST_NUMBERS = 16
# "Nine died and 12 others were hurt": what follows the number is no part of what stands before it.
_OTHERS = re.compile(r"\s+(?:others?|more)\b", re.IGNORECASE)


def find(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """All inconsistencies, in the columns ``COLUMNS``.

    ``kind`` is ``total_falls``, ``part_exceeds_whole``, ``parts_exceed_whole`` or ``parts_fall_short``; ``figure_ids``
    lists the figures, the whole or the earlier first.
    ``settled_by_wording`` is true where a hedge leaves room for the difference ("nearly 30" are 10 and 18).
    """
    counted = figures.loc[figures["value"].notna(), list(_READ)]
    found = [*_falls(counted, articles), *_parts(counted), *_breakdowns(counted)]
    return pd.DataFrame(found, columns=list(COLUMNS))


def _falls(figures: pd.DataFrame, articles: pd.DataFrame) -> list[tuple]:
    """Totals of one voice that are lower later, beyond what the wording leaves open."""
    totals = figures[figures["scope"].isin(_GROWING) & figures["tally_id"].notna() & figures["until"].notna()]
    by_voice: dict[tuple[str, str], list[dict]] = defaultdict(list)
    for voice, row in zip(rows.values(witnesses.voices(totals, articles)), rows.records(totals, _READ), strict=True):
        by_voice[row["tally_id"], voice].append(row)
    found = []
    for (tally_id, voice), said in sorted(by_voice.items()):
        highest: dict | None = None
        ordered = sorted(said, key=lambda row: (spans.of(row["until"]) or (0, 0), row["figure_id"]))
        for row in ordered:
            if highest is not None and _interval(row)[1] < _interval(highest)[0] and row["until"] > highest["until"]:
                message = f"{voice}: {row['phrase']} by {row['until']}, after {highest['phrase']} by {highest['until']}"
                found.append(("total_falls", [highest["figure_id"], row["figure_id"]], tally_id, message, False))
            if highest is None or _interval(row)[0] > _interval(highest)[0]:
                highest = row
    return found


def _parts(figures: pd.DataFrame) -> list[tuple]:
    """Stated parts against their whole: each alone, and together where they divide it."""
    related = figures["part_of"].notna() | figures["figure_id"].isin(figures["part_of"].dropna())
    by_id = {row["figure_id"]: row for row in rows.records(figures[related], _READ)}
    parts: dict[str, list[dict]] = defaultdict(list)
    for row in by_id.values():
        if whole := by_id.get(row["part_of"]):
            of_one_kind = (row["outcome"], row["unit"]) == (whole["outcome"], whole["unit"])
            if of_one_kind and whole["value"] > 1 and not _comes_on_top(row):
                parts[row["part_of"]].append(row)
    found = []
    for whole_id in sorted(parts):
        whole, members = by_id[whole_id], parts[whole_id]
        too_large = [part for part in members if _interval(part)[0] > _interval(whole)[1]]
        for part in too_large:
            message = f"{part['phrase']} are said to be part of {whole['phrase']}"
            found.append(("part_exceeds_whole", [whole_id, part["figure_id"]], whole["tally_id"], message, False))
        if not too_large and (together := _sum(whole, members)):
            found.append(together)
    return found


def _breakdowns(figures: pd.DataFrame) -> list[tuple]:
    """Totals of a day that an article breaks down by place, without saying so, into numbers that nearly add up."""
    wholes = set(rows.values(figures["part_of"]))
    told = figures[figures["scope"].eq("event") & figures["place"].notna() & figures["part_of"].isna()]
    told = told[told["since"].notna()]
    told = told[told.groupby(_DAY, dropna=False)["value"].transform("size") > _FEWEST_PARTS]
    told = told.sort_values(["value", "figure_id"], ascending=[False, True])
    days: dict[tuple, dict[float, dict]] = defaultdict(dict)
    for row in rows.records(told, _READ):
        days[tuple(row[field] for field in _DAY)].setdefault(row["value"], row)
    broken_down = []
    for by_value in days.values():
        whole, *parts = by_value.values()
        parts = [part for part in parts if part["hedge"] == "exact"]
        if whole["figure_id"] not in wholes and _break_down(whole, parts):
            broken_down.append((whole, parts))
    numbers = _numbers(figures, {whole["article_id"] for whole, _ in broken_down})
    return [_added(whole, parts) for whole, parts in broken_down if not _add_up(numbers[_kind(whole)], whole["value"])]


def _numbers(figures: pd.DataFrame, articles: set[str]) -> dict[tuple, list[float]]:
    """The numbers of people of each outcome that these articles tell, one a value and place."""
    numbers: dict[tuple, list[float]] = defaultdict(list)
    told = figures[figures["article_id"].isin(articles) & figures["value"].notna()]
    once = told.drop_duplicates(["article_id", "outcome", "unit", "value", "place"])
    for row in rows.records(once, ["article_id", "outcome", "unit", "value"]):
        numbers[_kind(row)].append(row["value"])
    return numbers


def _kind(row: dict) -> tuple:
    return row["article_id"], row["outcome"], row["unit"]


def _break_down(whole: dict, parts: list[dict]) -> bool:
    """Whether plain numbers of different places, none a rival of the whole, nearly add up to it.

    A whole that is one more than its parts is none: a single victim is often told without a number.
    """
    places = {part["place"] for part in parts}
    rivals = any(part["tally_id"] == whole["tally_id"] for part in parts if part["tally_id"])
    if (
        len(parts) < _FEWEST_PARTS
        or len(places) < len(parts)
        or rivals
        or any(row["hedge"] != "exact" for row in (whole, *parts))
    ):
        return False
    excess = sum(part["value"] for part in parts) - whole["value"]
    return (excess > 0 or excess < -1) and abs(excess) <= _NEARLY * whole["value"]


def _add_up(numbers: list[float], whole: float) -> bool:
    """Whether some of the numbers, the whole left out, make up the whole; taken to, where they are too many to try."""
    parts = [number for number in numbers if number < whole]
    if len(parts) > _MOST_NUMBERS:
        return True
    sums = {0.0}
    for part in parts:
        sums |= {total + part for total in sums}
    return whole in sums


def _comes_on_top(row: dict) -> bool:
    if None in (row["sentence"], row["end"], row["sentence_start"]):
        return False
    return _OTHERS.match(row["sentence"], row["end"] - row["sentence_start"]) is not None


def _sum(whole: dict, parts: list[dict]) -> tuple | None:
    """The inconsistency of parts that together are more than their whole, or that divide it and are fewer."""
    parts = _disjoint(whole, parts)
    total = sum(part["value"] for part in parts)
    if len(parts) < 2 or total == whole["value"] or (total < whole["value"] and not _divide(whole, parts)):
        return None
    return _added(whole, parts)


def _added(whole: dict, parts: list[dict]) -> tuple:
    total = sum(part["value"] for part in parts)
    kind = "parts_exceed_whole" if total > whole["value"] else "parts_fall_short"
    figure_ids = [whole["figure_id"], *(part["figure_id"] for part in parts)]
    added = " + ".join(f"{part['value']:,.0f}" for part in parts)
    message = f"{whole['phrase']} are told as {added} = {total:,.0f}"
    bounds = tuple(sum(ends) for ends in zip(*(_interval(part) for part in parts), strict=True))
    return kind, figure_ids, whole["tally_id"], message, intervals.meet(bounds, _interval(whole))


def _disjoint(whole: dict, parts: list[dict]) -> list[dict]:
    """The parts that cannot overlap: sides of a mixed whole, or one group in different places on the same days.

    A number told twice is taken for one: a district's and its city's.
    """
    by_side = {part["side"]: part for part in parts if part["side"]}
    if len(by_side) > 1 and whole["side"] in ("mixed", None):
        return list(by_side.values())
    by_number = {
        part["value"]: part
        for part in parts
        if part["place_id"]
        and part["place_id"] != whole["place_id"]
        and all(part[end] == whole[end] for end in ("since", "until"))
    }
    by_place = {(part["place_id"], part["group"]): part for part in by_number.values()}
    groups = {group for _, group in by_place}
    return list(by_place.values()) if len(by_place) > 1 and len(groups) == 1 else []


def _divide(whole: dict, parts: list[dict]) -> bool:
    """Whether the parts are meant to be all of the whole: both sides of a fight, or nearly its sum."""
    if whole["side"] == "mixed":
        return True
    return sum(part["value"] for part in parts) >= 0.9 * whole["value"]


def _interval(row: dict) -> tuple[float, float]:
    return intervals.of(row["value"], row["low"], row["high"], row["hedge"])
