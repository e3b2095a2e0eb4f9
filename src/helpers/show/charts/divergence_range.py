"""The range chart: what is counted with the most different numbers, a row a tally, a mark a figure."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from helpers.show import printed, style, wording
from helpers.show.chart import Chart, drawn
from helpers.show.charts import marks

_ROWS = 10
_SCALE = (1, 1.5, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 100_000)
_VERDICTS = {
    "conflict": "conflict",
    "explained_by_time": "explained by time",
    "different_counting": "counted differently",
    "compatible": "wording leaves room",
    "agree": "agree",
}


def divergence_range(figures: pd.DataFrame, articles: pd.DataFrame, tallies: pd.DataFrame) -> Chart:
    """The tallies whose rival figures lie furthest apart, in multiples of each tally's lowest figure.

    Rows are sorted by that ratio, at most ten, those last that differ only by a word like "dozens" or a few
    people. The axis is logarithmic: equal lengths are equal ratios.
    """
    several = tallies[tallies["n_voices"] > 1]
    told = printed.among(figures["tally_id"], several["tally_id"]) & figures["value"].gt(0).fillna(False)
    rivals = _widest(several, printed.join(figures[told & figures["modality"].ne("denied").fillna(True)], articles))
    if not rivals:
        return Chart("No two voices in this corpus give different numbers for the same thing.", "", "")
    top = next((row for row in rivals if row.verdict == "conflict" and not row.is_slight), rivals[0])
    return drawn(
        lambda width: _draw(width, rivals),
        title=f"{top.label}: {wording.stated(top.low)} or {wording.stated(top.high)}, {wording.times(top.ratio)} apart",
        alt=f"Range chart of {wording.count(len(rivals), 'row')}, widest first. " + " ".join(map(_spoken, rivals)),
        source=f"Scale: times the lowest figure of each row. Orange rows are in conflict. {marks.KEY}",
        marks=marks.titles(_all(rivals)),
    )


@dataclass(frozen=True)
class _Row:
    """One tally as it is drawn: its figures with ``times``, how many times the lowest each is."""

    label: str
    verdict: str
    figures: pd.DataFrame

    @cached_property
    def low(self) -> pd.Series:
        return self._named.loc[self._named["times"].idxmin()]

    @cached_property
    def high(self) -> pd.Series:
        return self._named.loc[self._named["times"].idxmax()]

    @property
    def ratio(self) -> float:
        return float(self.high["times"] / self.low["times"])

    @cached_property
    def is_slight(self) -> bool:
        """Whether nothing but a word like "dozens" makes the figures differ, or no more than a few people."""
        return printed.precise(self.figures)["value"].nunique() < 2 or self.high["value"] < wording.FEW

    @property
    def farthest(self) -> float:
        return float(self.figures["times"].max())

    @cached_property
    def _named(self) -> pd.DataFrame:
        """The figures that name a number, where those differ: "dozens" and 90 are not far apart."""
        named = printed.precise(self.figures)
        return named if named["value"].nunique() > 1 else self.figures


def _widest(tallies: pd.DataFrame, joined: pd.DataFrame) -> list[_Row]:
    """The rows to draw, widest first.

    A row's ratio is no more than its tally's, so tallies narrower than the last row to draw need no look.
    """
    figures_of = joined.groupby("tally_id").indices
    bounds = tallies["ratio"].astype(float).fillna(np.inf).to_numpy()
    found: dict[int, _Row] = {}
    for place in np.argsort(-bounds, kind="stable"):
        firm = sorted((row.ratio for row in found.values() if not row.is_slight), reverse=True)
        if len(firm) >= _ROWS and bounds[place] < firm[_ROWS - 1]:
            break
        tally = tallies.iloc[place]
        row = _row(tally, joined.iloc[figures_of.get(tally["tally_id"], [])])
        if row is not None:
            found[int(place)] = row
    ordered = sorted(found, key=lambda place: (found[place].is_slight, -found[place].ratio, place))
    return [found[place] for place in ordered[:_ROWS]]


def _all(rows: list[_Row]) -> pd.DataFrame:
    return pd.concat([row.figures for row in rows])


def _row(tally: pd.Series, own: pd.DataFrame) -> _Row | None:
    """The tally as a row; None where its figures do not differ.

    A total of the whole war grows from month to month: only the month in which it is told most differently is shown,
    without the tally's verdict, which is on all its months.
    """
    label, verdict = str(tally["label"]), tally["verdict"] if pd.notna(tally["verdict"]) else ""
    dated = printed.current(own[own["when"].notna()])
    if tally["scope"] == "conflict" and len(dated):
        month, own = printed.widest_month(dated)
        label, verdict = f"{label}, as told in {wording.month(month)}", ""
    if own["value"].nunique() < 2:
        return None
    # Of equal ends the one that commits itself is named: "11" and 22 are in conflict, "at least 11" and 22 are not.
    own = own.sort_values("hedge", key=lambda hedge: hedge.ne("exact"), kind="stable")
    return _Row(label, verdict, own.assign(times=own["value"] / own["value"].min()))


def _draw(width: int, rows: list[_Row]) -> Figure:
    narrow = width < 500
    step = 104 if narrow else 84
    figure, axes = marks.canvas(width, 40 + step * len(rows))
    farthest = max(row.farthest for row in rows)
    before, after = (0.08, 0.1) if narrow else (0.22, 0.3)
    span = np.log10(max(farthest, 1.3)) / (1 - before - after)
    axes.set_xscale("log")
    axes.set_xlim(10 ** (-span * before), 10 ** (span * (1 - before)))
    axes.xaxis.set_major_locator(FixedLocator(_ticks(farthest, span * 42 / width)))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,g}×"))
    axes.xaxis.tick_top()
    axes.set_ylim(len(rows) - 0.35, -0.65)
    axes.yaxis.set_visible(False)
    axes.grid(visible=True, axis="x")
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="x", length=0)
    linked = marks.are_linked(_all(rows))
    for level, row in enumerate(rows):
        colour = style.ALARM if row.verdict == "conflict" else style.VOICES[0]
        axes.plot([1, row.farthest], [level, level], color=colour, linewidth=2, alpha=0.35, zorder=1)
        scale = row.figures["value"].min()
        scaled = row.figures.assign(low=row.figures["low"] / scale, high=row.figures["high"] / scale, level=level)
        marks.dots(axes, scaled, "times", "level", colour, along="x", linked=linked)
        heading = "\n".join(textwrap.wrap(row.label, 46 if narrow else 95, max_lines=2, placeholder=" …"))
        _write(
            axes, heading, (0, level), ("axes fraction", "data"), (0, 17 if narrow else 24), va="bottom", weight="bold"
        )
        (_ends_below if narrow else _ends_beside)(axes, row, level)
    return figure


def _ticks(farthest: float, nearest: float) -> list[float]:
    """Round multiples up to the farthest, at least ``nearest`` (in powers of ten) apart."""
    ticks = [1.0]
    for tick in _SCALE:
        if tick <= farthest * 1.05 and np.log10(tick / ticks[-1]) > nearest:
            ticks.append(tick)
    return ticks


def _ends_beside(axes: Axes, row: _Row, level: int) -> None:
    opens_below = row.figures.loc[row.figures["times"] == 1, "low"].isna().any()
    away = -28 if opens_below else -11
    _write(axes, _told(row.low, "\n", 24), (1, level), "data", (away, 0), ha="right", multialignment="right")
    verdict = _VERDICTS.get(row.verdict)
    high = _told(row.high, "\n", 40) + (f"\n{verdict}" if verdict else "")
    _write(axes, high, (row.farthest, level), "data", (28, 0), ha="left")


def _ends_below(axes: Axes, row: _Row, level: int) -> None:
    ends = ("axes fraction", "data")
    _write(axes, _told(row.low, "\n", 24), (0, level), ends, (0, -11), va="top", ha="left")
    _write(axes, _told(row.high, "\n", 24), (1, level), ends, (0, -11), va="top", ha="right", multialignment="right")


def _told(figure: pd.Series, between: str, width: int) -> str:
    """The number and who gives it: the source where it is a known one, else the outlet."""
    who = "\n".join(textwrap.wrap(printed.teller(figure), width, max_lines=2, placeholder=" …"))
    return f"{wording.stated(figure)}{between}{who}" if who else wording.stated(figure)


def _write(axes: Axes, text: str, at: tuple, coordinates: object, offset: tuple[int, int], **look: object) -> None:
    axes.annotate(
        text,
        at,
        xycoords=coordinates,
        xytext=offset,
        textcoords="offset pixels",
        annotation_clip=False,
        **{"va": "center", "fontsize": 11 if "weight" not in look else 12, "linespacing": 1.2, **look},
    )


def _spoken(row: _Row) -> str:
    verdict = _VERDICTS.get(row.verdict)
    return f"{row.label}: {wording.stated(row.low)} to {wording.stated(row.high)}{f', {verdict}' if verdict else ''}."
