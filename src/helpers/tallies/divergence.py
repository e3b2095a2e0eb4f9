"""How far the figures of a tally lie apart, and what explains it.

For a pair of figures the verdict is the first of these that holds: *agree* (one number, or roundings of one),
*different_counting* (the publishers count different things, by their own account), *compatible* (some number
satisfies both wordings), *explained_by_time* (a later, larger count of a total that grows about so fast elsewhere in
the tally; if it had a month to grow, before *compatible*; or a state told a month apart), *conflict*. A tally has the
gravest verdict of its pairs.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from statistics import median

import pandas as pd

from helpers.tallies import intervals, reference, rows, spans, witnesses

VERDICTS = ("agree", "compatible", "explained_by_time", "different_counting", "conflict")
PAIR_COLUMNS = ("tally_id", "figure_id", "other_figure_id", "verdict", "reason", "ratio")
_GROWING = ("period", "conflict")
# How many times faster than the fastest growth elsewhere in its tally a total may seem to have grown.
_FASTEST = 2.0
_MONTH = 31
_ROUNDING = 1.05
_MOST_VOICES = 30
"""Voices of one tally that are held against each other, so that a number told by thousands takes no time and room in
proportion to their square."""
_READ = (
    "figure_id",
    "article_id",
    "tally_id",
    "value",
    "low",
    "high",
    "hedge",
    "phrase",
    "group",
    "scope",
    "since",
    "until",
    "source",
    "source_id",
    "outcome",
)


@dataclass(frozen=True, slots=True)
class Count:
    """One voice's figure in a tally: how many, within which interval, as of which day.

    ``day`` is a day's number, null if unknown: the last that a total covers; for an event, whose toll rises as the
    dead are found, the day of publication.
    """

    figure_id: str
    article: str
    voice: str
    speaker: str
    value: float
    interval: tuple[float, float]
    is_vague: bool
    phrase: str
    group: str
    day: int | None
    basis: reference.Basis | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """One of ``VERDICTS``, the reason in words, and how many times the lower count the higher is."""

    verdict: str
    reason: str
    ratio: float


ALONE = Verdict("", "a single count, nothing to compare it with", 1.0)


def of_pair(a: Count, b: Count, pace: float | None, *, is_state: bool = False) -> Verdict:
    """The verdict on two counts of one thing.

    ``pace`` is the fastest growth, in people a day, that the tally shows elsewhere; null for what does not grow. A
    state (people under siege) may change either way within a month.
    """
    ratio = max(a.value, b.value) / max(min(a.value, b.value), 1.0)
    lower, higher = sorted((a, b), key=lambda count: count.value)
    both = f"{lower.phrase} and {higher.phrase}"
    meeting = intervals.meet(a.interval, b.interval)
    closed = not intervals.is_open(a.interval) and not intervals.is_open(b.interval)
    if a.value == b.value or (meeting and closed and ratio <= _ROUNDING):
        return Verdict("agree", f"{both} are one number, or roundings of it", ratio)
    if explained := reference.difference(lower.basis, higher.basis):
        return Verdict("different_counting", explained, ratio)
    grown = _explained_by_time(lower, higher, pace)
    if grown and pace is not None and higher.day - lower.day >= _MONTH:
        return Verdict("explained_by_time", grown, ratio)
    if meeting:
        return Verdict("compatible", _room_for_one_number(lower, higher), ratio)
    if lower.group != higher.group and higher.group == "people":
        return Verdict("different_counting", f"{lower.phrase} are {lower.group}, {higher.phrase} all people", ratio)
    if grown:
        return Verdict("explained_by_time", grown, ratio)
    if is_state and None not in (a.day, b.day) and abs(a.day - b.day) >= _MONTH:
        apart = f"{both} are told {abs(a.day - b.day):,} days apart, and a state changes either way"
        return Verdict("explained_by_time", apart, ratio)
    return Verdict("conflict", f"no number satisfies both {both}", ratio)


def _explained_by_time(lower: Count, higher: Count, pace: float | None) -> str | None:
    """Why the later and larger count is no contradiction; null where it is."""
    if pace is None and lower.voice == higher.voice and lower.article == higher.article:
        return f"{lower.speaker} gave both, the one to replace the other"
    if lower.day is None or higher.day is None or lower.day >= higher.day or lower.is_vague or higher.is_vague:
        return None
    days, grown = higher.day - lower.day, higher.value - lower.value
    if pace is None:
        raised = lower.voice == higher.voice and days <= _MONTH
        return f"{lower.speaker} raised its count within {days} day{'s'[: days > 1]}" if raised else None
    if lower.voice == higher.voice:
        return f"the total of {higher.speaker} itself grew by {grown:,.0f} in {days:,} days"
    rate = grown / days
    if rate > pace * _FASTEST:
        return None
    return (
        f"{grown:,.0f} more in {days:,} days, {rate:,.1f} a day, where elsewhere the total grows by up to {pace:,.1f}"
    )


def _room_for_one_number(lower: Count, higher: Count) -> str:
    """What the wording of two counts leaves open."""
    both = f"{lower.phrase} and {higher.phrase}"
    if math.isinf(lower.interval[1]) and math.isinf(higher.interval[1]):
        return f"{both} are both the least that their tellers commit to, so that one number may satisfy both"
    return f"the wording of {both} leaves room for one number"


def of_tally(counts: list[Count], scope: str, began: int | None) -> Verdict:
    """The gravest verdict among a tally's counts, with the reason of its widest pair and the tally's whole ratio.

    A voice is represented by its first, last, lowest and highest count: the others lie between. Of very many voices
    those are compared that count most often, and those that bound the numbers. Null ratio and an empty verdict where
    only one voice speaks of it once.
    """
    if not counts:
        return Verdict("", "no figure", math.nan)
    values = [count.value for count in counts]
    ratio = max(values) / max(min(values), 1.0)
    verdicts = [verdict for _, _, verdict in _pairs(counts, scope, began)]
    if not verdicts:
        return replace(ALONE, ratio=ratio)
    gravest = max(verdicts, key=lambda verdict: (VERDICTS.index(verdict.verdict), verdict.ratio, verdict.reason))
    return Verdict(gravest.verdict, gravest.reason, ratio)


def of_tallies(
    figures: pd.DataFrame, articles: pd.DataFrame, references: pd.DataFrame | None = None
) -> dict[str, Verdict]:
    """The verdict on each tally of several figures, by its id."""
    counted = _counts_by_tally(figures, articles, references)
    return {tally_id: of_tally(*counts) for tally_id, counts in counted.items()}


def pairs(figures: pd.DataFrame, articles: pd.DataFrame, references: pd.DataFrame | None = None) -> pd.DataFrame:
    """Every pair of rival figures with its verdict: columns ``PAIR_COLUMNS``, widest first within a tally.

    Only the counts that represent their voices are paired, see ``of_tally``.
    """
    told = []
    for tally_id, (counts, scope, began) in _counts_by_tally(figures, articles, references).items():
        found = [
            (tally_id, a.figure_id, b.figure_id, verdict.verdict, verdict.reason, verdict.ratio)
            for a, b, verdict in _pairs(counts, scope, began)
        ]
        told.extend(sorted(found, key=lambda row: (-row[5], row[1], row[2])))
    return pd.DataFrame(told, columns=list(PAIR_COLUMNS))


def _counts_by_tally(
    figures: pd.DataFrame, articles: pd.DataFrame, references: pd.DataFrame | None
) -> dict[str, tuple[list[Count], str, int | None]]:
    """The counts of each tally of several figures, with its scope and the day from which it counts (null if unknown).

    One voice stating one number on one day counts once. A number that an article words openly somewhere ("at least
    20") is open wherever it repeats it: headlines drop such words.
    """
    used = figures.loc[figures["tally_id"].notna() & figures["value"].notna(), list(_READ)]
    used = _worded_alike(used[used["tally_id"].duplicated(keep=False)])
    published = rows.lookup(articles, "article_id", "published")
    bases = reference.bases(used, articles, references) if references is not None else {}
    voices = rows.values(witnesses.voices(used, articles))
    tallies: dict[str, tuple[list[Count], str, int | None]] = {}
    seen: set[tuple] = set()
    for voice, row in zip(voices, rows.records(used, _READ), strict=True):
        count = _count(row, voice, published.get(row["article_id"]), bases)
        counts, _, began = tallies.setdefault(row["tally_id"], ([], row["scope"], None))
        key = (row["tally_id"], voice, count.value, count.interval, count.day)
        if key not in seen:
            seen.add(key)
            counts.append(count)
        if began is None and (since := spans.of(row["since"])):
            tallies[row["tally_id"]] = (counts, row["scope"], since.first)
    return tallies


def _worded_alike(figures: pd.DataFrame) -> pd.DataFrame:
    """The figures, those without a hedge worded as the first open one of the same number in their article and tally."""
    same = ["article_id", "tally_id", "value"]
    wording = ["low", "high", "hedge"]
    is_open = figures["hedge"].isin(["at_least", "at_most"])
    openly = figures[is_open].drop_duplicates(same).set_index(same)[wording]
    exact = figures[figures["hedge"].eq("exact")]
    found = exact[same].join(openly, on=same, how="inner")[wording]
    reworded = figures.copy()
    reworded.loc[found.index, wording] = found
    return reworded


def _count(row: Mapping, voice: str, published: str | None, bases: Mapping) -> Count:
    until, printed_on = spans.of(row["until"]), spans.of(published)
    told_after = until is None or (printed_on is not None and printed_on.last >= until.last)
    day = printed_on if row["scope"] == "event" and told_after else until or printed_on
    return Count(
        figure_id=row["figure_id"],
        article=row["article_id"],
        voice=voice,
        speaker=row["source"] or voice,
        value=float(row["value"]),
        interval=intervals.of(row["value"], row["low"], row["high"], row["hedge"]),
        is_vague=row["hedge"] == "vague",
        phrase=" ".join(str(row["phrase"]).split()),
        group=row["group"],
        day=day.last if day else None,
        basis=bases.get(row["figure_id"]),
    )


def _pairs(counts: list[Count], scope: str, began: int | None) -> Iterator[tuple[Count, Count, Verdict]]:
    representative = _representatives(counts)
    pace = _pace(representative, began) if scope in _GROWING else None
    for a, b in itertools.combinations(representative, 2):
        yield a, b, of_pair(a, b, pace, is_state=scope == "stock")


def _representatives(counts: list[Count]) -> list[Count]:
    """The counts that are paired, those of a voice one after the other, the voice that spoke first in front."""
    by_voice: dict[str, list[Count]] = {}
    for count in sorted(counts, key=lambda count: (count.day or 0, count.value, count.figure_id)):
        by_voice.setdefault(count.voice, []).append(count)
    if len(by_voice) > _MOST_VOICES:
        compared = _heard_most(by_voice) | {count.voice for count in _bounds(counts)}
        by_voice = {voice: said for voice, said in by_voice.items() if voice in compared}
    chosen = [count for said in by_voice.values() for count in (said[0], *_ends(said), said[-1])]
    return list({count.figure_id: count for count in chosen}.values())


def _heard_most(by_voice: Mapping[str, list[Count]]) -> set[str]:
    return set(sorted(by_voice, key=lambda voice: len(by_voice[voice]), reverse=True)[:_MOST_VOICES])


def _bounds(counts: Iterable[Count]) -> tuple[Count, ...]:
    """The lowest and the highest count, and those whose wording allows least and demands most.

    If any two exclude each other by their wording, the last two do.
    """
    least = min(counts, key=lambda count: count.interval[1])
    most = max(counts, key=lambda count: count.interval[0])
    return *_ends(counts), least, most


def _ends(counts: Iterable[Count]) -> tuple[Count, Count]:
    return min(counts, key=lambda count: count.value), max(counts, key=lambda count: count.value)


def _pace(counts: list[Count], began: int | None) -> float | None:
    """People a day: the fastest of each voice's own growth and the tally's average since it began."""
    paces = []
    by_voice: dict[str, list[Count]] = {}
    for count in counts:
        if count.day is not None:
            by_voice.setdefault(count.voice, []).append(count)
    for said in by_voice.values():
        first, last = said[0], said[-1]
        if last.day > first.day and last.value > first.value:
            paces.append((last.value - first.value) / (last.day - first.day))
    if began is not None:
        averages = [
            count.value / (count.day - began) for count in counts if count.day is not None and count.day > began
        ]
        if averages:
            paces.append(median(averages))
    return max(paces, default=None)
