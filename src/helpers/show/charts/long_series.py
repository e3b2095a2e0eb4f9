"""The long series: every reported total of the war's dead, by the day it was printed."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from helpers.show import printed, style, wording
from helpers.show.chart import Chart, drawn
from helpers.show.charts import marks

_OTHER = "other sources"
_TOLD_TOGETHER = pd.Timedelta(days=92)
_FEW = 8
"""Totals up to which each is labelled, not only the extremes and the latest."""


def long_series(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    references: pd.DataFrame | None = None,
    conflicts: pd.DataFrame | None = None,
) -> Chart:
    """Every total of the dead in tables ``figures`` and ``articles``, one colour a voice.

    ``references`` are published totals (columns ``as_of``, ``publisher``, ``outcome``, ``group``, ``value``,
    ``basis``), drawn behind; ``conflicts`` are pairs that disagree (``figure_id``, ``other_figure_id``), each
    joined by a line where both were printed within a quarter of a year.
    """
    totals = printed.war_dead(figures, articles)
    if totals.empty:
        return Chart("No article in this corpus gives a total of the war's dead.", "", "")
    totals, beyond = _on_one_scale(totals)
    totals = totals.assign(shown_voice=_main_voices(totals))
    behind = _drawable(references)
    return drawn(
        lambda width: _draw(width, totals, behind, conflicts),
        title=_title(totals),
        alt=_alt(totals, behind),
        source=_source(totals, behind, beyond, bool(_in_conflict(totals, conflicts))),
        marks=marks.titles(totals),
    )


def _on_one_scale(totals: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The totals without vague ones far from the others ("millions", "dozens"), and how many those are."""
    least, most = printed.precise(totals)["value"].agg(["min", "max"])
    shown = totals[totals["hedge"].ne("vague").fillna(True) | totals["value"].between(least / 2, most * 1.5)]
    return shown, len(totals) - len(shown)


def _main_voices(totals: pd.DataFrame) -> pd.Series:
    """The known sources heard most; ``other sources`` for the rest, ``UNNAMED`` where the outlet speaks itself."""
    voices = totals["voice"].where(totals["source_id"].notna() | totals["source"].isna(), _OTHER)
    named = voices[~voices.isin([printed.UNNAMED, _OTHER])].value_counts(sort=True)
    return voices.where(voices.isin([*named.index[: len(style.VOICES)], printed.UNNAMED]), _OTHER)


def _looks(voices: pd.Series) -> dict[str, tuple[str, str]]:
    """Colour and mark of each voice, the most heard first; grey for who is not named."""
    heard = voices.value_counts().index
    named = [voice for voice in heard if voice not in (printed.UNNAMED, _OTHER)]
    looks = dict(zip(named, zip(style.VOICES, style.MARKS, strict=True), strict=False))
    unnamed = {_OTHER: (style.OTHERS, "X"), printed.UNNAMED: (style.OTHERS, "o")}
    return looks | {voice: look for voice, look in unnamed.items() if voice in heard}


def _draw(width: int, totals: pd.DataFrame, behind: pd.DataFrame, conflicts: pd.DataFrame | None) -> Figure:
    figure, axes = marks.canvas(width, 470 if width > 500 else 420)
    marks.time_axis(axes, totals["when"])
    axes.yaxis.set_major_locator(marks.whole_numbers(6))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: wording.short(value)))
    axes.set_ylim(0, 1.15 * max(totals["value"].max(), *_in_sight(axes, behind)["value"], 1))
    _draw_references(axes, behind)
    linked = marks.are_linked(totals)
    _draw_conflicts(axes, _in_conflict(totals, conflicts), as_image=not linked)
    looks = _looks(totals["shown_voice"])
    for voice, rows in totals.groupby("shown_voice"):
        marks.dots(axes, rows, "when", "value", *looks[voice], linked=linked)
    marks.key(figure, looks)
    occupied = [*zip(totals["when"], totals["value"], strict=True), *_along(_in_sight(axes, behind))]
    marks.place(axes, _labels(axes, totals, behind), occupied)
    return figure


def _labels(axes: Axes, totals: pd.DataFrame, behind: pd.DataFrame) -> list[marks.Label]:
    _, widest = printed.widest_month(totals)
    ends = widest.loc[[widest["value"].idxmin(), widest["value"].idxmax()]].drop_duplicates("value")
    told = [marks.Label(end["when"], end["value"], wording.stated(end), bold=True) for _, end in ends.iterrows()]
    shown = totals if len(totals) <= _FEW else totals.loc[[totals["when"].idxmax()]]
    others = shown.drop(ends.index, errors="ignore").drop_duplicates(["when", "value"]).iterrows()
    told += [marks.Label(total["when"], total["value"], wording.stated(total), needed=False) for _, total in others]
    lines = [
        marks.Label(
            line["when"].iloc[-1],
            line["value"].iloc[-1],
            wording.wrapped(f"{publisher}: {basis}"),
            style.SOFT,
            needed=False,
        )
        for (publisher, basis), line in _in_sight(axes, behind).groupby(["publisher", "basis"])
    ]
    return told + lines


def _draw_references(axes: Axes, behind: pd.DataFrame) -> None:
    for (_, basis), line in behind.groupby(["publisher", "basis"]):
        dashes = "--" if basis == "estimate" else "-"
        axes.plot(
            line["when"], line["value"], dashes, color=style.LINE, linewidth=1.2, marker=".", markersize=5, zorder=1
        )


def _along(behind: pd.DataFrame) -> list[tuple[pd.Timestamp, float]]:
    """Points along the reference lines, for labels to keep clear of."""
    points = []
    for _, line in behind.groupby(["publisher", "basis"]):
        for one, other in itertools.pairwise(zip(line["when"], line["value"], strict=True)):
            points += [one, *marks.between(one, other)]
    return points


def _in_conflict(totals: pd.DataFrame, conflicts: pd.DataFrame | None) -> list[pd.DataFrame]:
    """The two rows of each pair in conflict that was told within a quarter of a year, each two numbers once."""
    if conflicts is None:
        return []
    at = totals.set_index("figure_id")
    pairs = conflicts[conflicts["figure_id"].isin(at.index) & conflicts["other_figure_id"].isin(at.index)]
    one, other = (at.loc[pairs[end], ["when", "value"]].reset_index() for end in ("figure_id", "other_figure_id"))
    together = (one["when"] - other["when"]).abs() <= _TOLD_TOGETHER
    one, other = one[together], other[together]
    low, high = np.minimum(one["value"], other["value"]), np.maximum(one["value"], other["value"])
    first = ~pd.concat([low, high], axis=1).duplicated()
    return [pd.concat([one.loc[[n]], other.loc[[n]]]) for n in first.index[first]]


def _draw_conflicts(axes: Axes, pairs: list[pd.DataFrame], *, as_image: bool) -> None:
    for ends in pairs:
        axes.plot(
            ends["when"], ends["value"], color=style.ALARM, linewidth=1, alpha=0.55, zorder=1.5, rasterized=as_image
        )


def _drawable(references: pd.DataFrame | None) -> pd.DataFrame:
    columns = ["when", "publisher", "basis", "value"]
    if references is None or references.empty:
        return pd.DataFrame(columns=columns)
    dead = references[references["outcome"].eq("killed") & references["group"].eq("people")]
    dead = dead.assign(when=printed.moments(dead["as_of"]), value=pd.to_numeric(dead["value"]))
    return dead.sort_values("when")[columns]


def _in_sight(axes: Axes, behind: pd.DataFrame) -> pd.DataFrame:
    left, right = axes.get_xlim()
    days = behind["when"].map(axes.convert_xunits)
    return behind[(days >= left) & (days <= right)]


def _title(totals: pd.DataFrame) -> str:
    if len(totals) == 1:
        only = totals.iloc[0]
        return f"One total of the dead: {only['phrase']}, printed in {wording.month(only['when'])}"
    month, rows = printed.widest_month(totals)
    low, high = rows["value"].min(), rows["value"].max()
    if high > low:
        return (
            f"In {wording.month(month)} the war’s dead were put at anything "
            f"from {wording.number(low)} to {wording.number(high)}"
        )
    totals = printed.precise(totals)
    first, last = totals.iloc[0], totals.iloc[-1]
    if first["value"] == last["value"]:
        return f"Reported totals of the dead stay at {wording.number(first['value'])}"
    return (
        f"Reported totals of the dead go from {wording.number(first['value'])} in {wording.month(first['when'])} "
        f"to {wording.number(last['value'])} in {wording.month(last['when'])}"
    )


def _alt(totals: pd.DataFrame, behind: pd.DataFrame) -> str:
    drawn_behind = " Published totals are drawn behind as lines." if len(behind) else ""
    return (
        f"Scatter plot of {wording.count(len(totals), 'reported total')} of the dead by date of print, from "
        f"{wording.date(totals['published'].iloc[0])} to {wording.date(totals['published'].iloc[-1])}, lowest "
        f"{wording.number(totals['value'].min())}, highest {wording.number(totals['value'].max())}; "
        f"voices: {wording.joined(sorted(totals['voice'].unique()))}.{drawn_behind}"
    )


def _source(totals: pd.DataFrame, behind: pd.DataFrame, beyond: int, conflicts: bool) -> str:
    lines = "Grey lines: totals as published, dashed where they are estimates. " if len(behind) else ""
    lines += "Orange lines join totals that contradict each other. " if conflicts else ""
    lines += f"Beyond the scale and not drawn: {wording.count(beyond, 'vague total')}. " if beyond else ""
    articles, outlets = totals["article_id"].nunique(), totals["outlet"].nunique()
    return f"{marks.KEY} {lines}Source: {wording.count(articles, 'article')} from {wording.count(outlets, 'outlet')}."
