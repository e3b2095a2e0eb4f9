"""One tally in close-up: its figures by the day they were printed, and what a toll that only grows makes of them."""

from __future__ import annotations

import itertools

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from helpers.show import printed, style, wording
from helpers.show.chart import Chart, drawn
from helpers.show.charts import marks

_MOST_LABELS = 100
"""Of the highest numbers: no more would find room, and each is tried at every spot around its mark."""


def close_up(figures: pd.DataFrame, articles: pd.DataFrame, tallies: pd.DataFrame) -> Chart:
    """The figures over time of the tally of an event or period that most voices tell.

    The stepped line is the highest lower bound of any report so far: at least so many had come to harm.
    """
    tally = _chosen(tallies)
    if tally is None:
        return Chart("No two voices in this corpus count the same event or period.", "", "")
    own = figures["tally_id"].eq(tally["tally_id"]).fillna(False) & figures["value"].notna()
    rows = printed.join(figures[own], articles)
    rows = rows[rows["when"].notna()]
    if rows.empty:
        return Chart(f"{tally['label']}: no figure with a date of print.", "", "")
    told = [
        f"{wording.date(row['published'])}: {wording.stated(row)} ({printed.teller(row) or 'unknown outlet'})"
        for _, row in rows.iterrows()
    ]
    return drawn(
        lambda width: _draw(width, rows),
        title=_title(tally, rows),
        alt=f"{tally['label']} by date of print. {'; '.join(told[:30])}.",
        source=f"The line is the highest lower bound of any report so far: at least so many. {marks.KEY}",
        marks=marks.titles(rows),
    )


def _chosen(tallies: pd.DataFrame) -> pd.Series | None:
    told = tallies[(tallies["n_voices"] > 1) & tallies["scope"].isin(["event", "period"])]
    told = told.sort_values(["n_voices", "n_figures", "tally_id"], ascending=[False, False, True])
    return None if told.empty else told.iloc[0]


def _draw(width: int, rows: pd.DataFrame) -> Figure:
    figure, axes = marks.canvas(width, 400)
    rows = _side_by_side(rows)
    marks.time_axis(axes, rows["at"], pad=0.12, least_days=4)
    axes.yaxis.set_major_locator(marks.whole_numbers(5))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: wording.short(value)))
    axes.set_ylim(0, max(1.18 * rows["value"].max(), 1))
    running = rows["low"].fillna(0).astype(float).cummax()
    axes.step(rows["at"], running, where="post", color=style.LINE, linewidth=1.2, zorder=1)
    marks.dots(axes, rows, "at", "value", style.VOICES[0], linked=marks.are_linked(rows))
    once = rows.assign(teller=rows.apply(printed.teller, axis=1)).drop_duplicates(["teller", "value"])
    labels = [
        marks.Label(row["at"], row["value"], f"{wording.stated(row)} {wording.wrapped(row['teller'])}", needed=False)
        for _, row in once.sort_values("value", ascending=False).head(_MOST_LABELS).iterrows()
    ]
    steps = list(zip(rows["at"], running, strict=True))
    rises = [
        point
        for (_, before), (at, after) in itertools.pairwise(steps)
        if after > before
        for point in marks.between((at, before), (at, after))
    ]
    marks.place(axes, labels, [*zip(rows["at"], rows["value"], strict=True), *steps, *rises])
    return figure


def _side_by_side(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with ``at``: the day of print, equal numbers of one day beside one another."""
    span = max(rows["when"].max() - rows["when"].min(), pd.Timedelta(days=4))
    order = rows.groupby(["when", "value"]).cumcount()
    return rows.assign(at=rows["when"] + order * span * 0.018)


def _title(tally: pd.Series, rows: pd.DataFrame) -> str:
    low, high = rows.loc[rows["value"].idxmin()], rows.loc[rows["value"].idxmax()]
    if low["value"] == high["value"]:
        return f"{tally['label']}: every report says {wording.stated(low)}"
    voices = wording.count(int(tally["n_voices"]), "voice")
    return f"{tally['label']}: {voices}, from {wording.stated(low)} to {wording.stated(high)}"
