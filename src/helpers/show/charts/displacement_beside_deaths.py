"""Displacement beside deaths: what was reported of both, by the day it was printed."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

from helpers.show import printed, style, wording
from helpers.show.chart import Chart, drawn
from helpers.show.charts import marks

_PANELS = (
    ("displaced", ("displaced", "refugees"), style.VOICES[1], "s"),
    ("killed", ("killed",), style.VOICES[0], "o"),
)

_DRAWN = ["figure_id", "when", "outcome", "value", "low", "high", "phrase", "voice", "outlet", "published"]


def displacement_beside_deaths(figures: pd.DataFrame, articles: pd.DataFrame) -> Chart:
    """Every reported figure of people displaced and of people killed in events and periods, over time.

    Totals of the whole war are left out: they would hide the rest. Both panels are logarithmic.
    """
    told = figures["modality"].eq("reported").fillna(False) & figures["scope"].isin(["event", "period", "stock"])
    told &= figures["outcome"].isin([outcome for _, outcomes, *_ in _PANELS for outcome in outcomes])
    rows = printed.join(figures[told & figures["value"].gt(0).fillna(False) & figures["part_of"].isna()], articles)
    rows = rows.loc[rows["when"].notna(), _DRAWN]
    panels = [(rows[rows["outcome"].isin(outcomes)], name, *look) for name, outcomes, *look in _PANELS]
    if any(panel.empty for panel, *_ in panels):
        return Chart(_lacking([name for panel, name, *_ in panels if panel.empty]), "", "")
    counted = wording.joined([f"{wording.count(len(panel), 'figure')} of people {name}" for panel, name, *_ in panels])
    return drawn(
        lambda width: _draw(width, panels),
        title=_title(panels),
        alt=f"Two scatter plots above each other over the same dates, logarithmic: {counted}.",
        source=f"Each mark is one figure as printed; totals of the whole war are left out. {marks.KEY}",
        marks=marks.titles(pd.concat([panel for panel, *_ in panels])),
    )


def _draw(width: int, panels: list[tuple]) -> Figure:
    figure, upper = marks.canvas(width, 480)
    upper.remove()
    both = pd.concat([panel for panel, *_ in panels])
    for axes, (panel, name, colour, mark) in zip(figure.subplots(2, sharex=True), panels, strict=True):
        axes.set_yscale("log")
        axes.set_ylim(0.6 * panel["value"].min(), 8 * panel["value"].max())
        axes.yaxis.set_major_locator(LogLocator(numticks=5))
        axes.yaxis.set_minor_locator(NullLocator())
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: wording.short(value)))
        axes.set_title(f"People {name}", loc="left", fontsize=12, fontweight="bold", color=colour)
        marks.dots(axes, panel, "when", "value", colour, mark, linked=marks.are_linked(both))
    marks.time_axis(axes, both["when"])
    return figure


def _title(panels: list[tuple]) -> str:
    displaced, killed = (set(panel["when"].dt.to_period("M")) for panel, *_ in panels)
    deaths = wording.count(len(killed), "month")
    both = len(killed & displaced)
    if both == len(killed) == 1:
        return "Deaths and displacement are reported in the same month"
    if both == len(killed):
        return f"Deaths are reported in {deaths}, and in each of them displacement too"
    return f"Deaths are reported in {deaths}, displacement in {wording.cardinal(both) if both else 'none'} of them"


def _lacking(names: list[str]) -> str:
    return f"No dated figure of people {' or '.join(names)} in this corpus to set deaths and displacement side by side."
