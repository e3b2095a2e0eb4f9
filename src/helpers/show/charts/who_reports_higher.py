"""Who reports higher: each source's numbers against the middle of what the others say of the same things."""

from __future__ import annotations

import textwrap

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from helpers.show import printed, style, wording
from helpers.show.chart import Chart, drawn
from helpers.show.charts import marks

_CLEAR = {"facecolor": style.PAPER, "edgecolor": "none", "pad": 1}
_ENOUGH = 10
_TICKS = (0.1, 0.2, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 5, 10)


def who_reports_higher(compared: pd.DataFrame, figures: pd.DataFrame, kind: str = "source") -> Chart:
    """Sources, or outlets as ``kind`` then says, by how much higher or lower they report than the others.

    ``compared`` has a row a ``speaker`` (a ``source_id`` of ``figures``, or an outlet's name) with ``factor``, its
    interval ``low`` to ``high``, and ``n_shared``, on how many occasions it rests.
    """
    if compared.empty:
        return Chart(f"Too few {wording.plural(kind)} count the same things to say who reports higher.", "", "")
    names = printed.names(figures)
    rows = compared.assign(name=compared["speaker"].map(lambda speaker: names.get(speaker, speaker)))
    rows = rows.sort_values("factor", kind="stable").reset_index(drop=True)
    told = "; ".join(f"{row['name']} {_difference(row['factor'])}" for _, row in rows[::-1].iterrows())
    return drawn(
        lambda width: _draw(width, rows),
        title=_title(rows, kind),
        alt=f"Dot and interval chart, 1 is the middle of what the others say. {told}.",
        source="Bars hold 95 of 100 bootstrap draws. In brackets: occasions shared with others. Grey tells nothing "
        f"sure: the bar crosses 1, or there are fewer than {wording.cardinal(_ENOUGH)} occasions.",
    )


def _draw(width: int, rows: pd.DataFrame) -> Figure:
    narrow = width < 500
    figure, axes = marks.canvas(width, 50 + (46 if narrow else 34) * len(rows))
    sure = (_surely(rows, "higher") | _surely(rows, "lower")).tolist()
    for place, row in rows.iterrows():
        colour = style.VOICES[0] if sure[place] else style.OTHERS
        axes.plot([row["low"], row["high"]], [place, place], color=colour, linewidth=3, alpha=0.4)
        axes.scatter(row["factor"], place, s=marks.DOT, color=colour, zorder=3)
        text = f"{textwrap.shorten(row['name'], 44, placeholder='…')} ({row['n_shared']})"
        where = {"xy": (0, place), "xycoords": ("axes fraction", "data")}
        axes.annotate(
            text, **where, xytext=(0, 8), textcoords="offset pixels", fontsize=11, annotation_clip=False, bbox=_CLEAR
        )
    axes.axvline(1, color=style.INK, linewidth=1)
    axes.set_xscale("log")
    left, right = min(rows["low"].min(), 0.9) / 1.05, max(rows["high"].max(), 1.12) * 1.05
    axes.set_xlim(left, right)
    axes.xaxis.set_major_locator(FixedLocator([t for t in _TICKS if left <= t <= right]))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}×"))
    axes.set_ylim(-0.6, len(rows) - 0.1)
    axes.yaxis.set_visible(False)
    axes.grid(visible=True, axis="x")
    return figure


def _surely(rows: pd.DataFrame, way: str) -> pd.Series:
    beyond = rows["low"] > 1 if way == "higher" else rows["high"] < 1
    return beyond & (rows["n_shared"] >= _ENOUGH)


def _title(rows: pd.DataFrame, kind: str) -> str:
    higher, lower = rows[_surely(rows, "higher")], rows[_surely(rows, "lower")]
    if len(higher):
        top = higher.iloc[-1]
        return f"{top['name']} reports {_difference(top['factor'])} than others do of the same things"
    if len(lower):
        bottom = lower.iloc[0]
        return f"{bottom['name']} reports {_difference(bottom['factor'])} than others do of the same things"
    return f"No {kind} reports surely higher or lower than the others"


def _difference(factor: float) -> str:
    share = abs(factor - 1)
    if share < 0.005:
        return "no higher"
    way = "higher" if factor > 1 else "lower"
    return f"{wording.times(factor)} higher" if factor >= 2 else f"{100 * share:.0f} percent {way}"
