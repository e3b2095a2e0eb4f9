"""What the charts share: how a figure's mark looks, how its interval looks, and labels that do not collide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import seaborn
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import Bbox

from helpers.show import printed, style
from helpers.show.printed import anchor

MOST_LINKED = 2_000
"""Marks of a chart that each lead to their sentence; where there are more, they are drawn as one image."""
DOT = 42
_CROWD = 200
_SHARES = (0.2, 0.4, 0.6, 0.8)
KEY = "Hollow marks are open-ended, their arrow shows which way: “more than” up, “nearly” down."
_UP = Path([(0, 0), (0, 1), (-0.22, 0.7), (0, 1), (0.22, 0.7)], [1, 2, 1, 2, 2])
_DOWN = Path([(x, -y) for x, y in _UP.vertices], _UP.codes)
_REACH = 900
_DATES = ["%Y", "%b", "%d %b", "%H:%M", "%H:%M", "%S"]
_YEARS = ["", "%b\n%Y", "%d %b", "%d %b", "%H:%M", "%H:%M"]


@dataclass(frozen=True)
class Label:
    """Words to be put beside a point of the axes' data space."""

    x: float
    y: float
    text: str
    colour: str = style.INK
    bold: bool = False
    needed: bool = True


def canvas(width: int, height: int) -> tuple[Figure, Axes]:
    """A figure of ``width`` by ``height`` pixels with one panel."""
    figure = Figure(figsize=(width / 72, height / 72), layout="constrained")
    figure.get_layout_engine().set(w_pad=0, h_pad=4 / 72)
    return figure, figure.add_subplot()


def are_linked(rows: pd.DataFrame) -> bool:
    """Whether a chart of these figures has a link on each mark."""
    return len(rows) <= MOST_LINKED


def titles(rows: pd.DataFrame) -> dict[str, str]:
    """By figure id what is shown where a pointer rests on its mark; empty where marks are not linked."""
    return {row["figure_id"]: printed.wording(row) for _, row in rows.iterrows()} if are_linked(rows) else {}


def dots(
    axes: Axes,
    frame: pd.DataFrame,
    x: str,
    y: str,
    colour: str,
    mark: str = "o",
    *,
    along: str = "y",
    linked: bool = True,
) -> None:
    """A mark a row at columns ``x`` and ``y``, each a link to its sentence, its interval drawn with it.

    The numbers run ``along`` one axis. A figure whose wording leaves its upper end open ("more than") is hollow and
    carries an arrow that way, one open below ("nearly") an arrow back; a range is a bar from end to end. Where there
    are hundreds, marks are small.
    """
    drawn = []
    for opened, arrow in (("high", _UP), ("low", _DOWN)):
        loose = frame[frame[opened].isna()]
        turned = arrow if along == "y" else Path(arrow.vertices[:, ::-1], arrow.codes)
        reach = {"s": _REACH, "linewidths": 1.2} if len(frame) < _CROWD else {"s": _REACH / 2, "linewidths": 0.8}
        drawn.append(axes.scatter(loose[x], loose[y], marker=turned, facecolors="none", edgecolors=colour, **reach))
    ranges = frame[(frame["low"] < frame["high"]).fillna(False).astype(bool)]
    bars, at = (axes.vlines, x) if along == "y" else (axes.hlines, y)
    ends = (ranges[end].astype(float).to_numpy() for end in ("low", "high"))
    drawn.append(bars(ranges[at].to_numpy(), *ends, color=colour, linewidth=3, alpha=0.5))
    loose = frame["low"].isna() | frame["high"].isna()
    size = {"s": DOT, "linewidths": 1.4} if len(frame) < _CROWD else {"s": DOT / 3, "linewidths": 0.9}
    for rows, face in ((frame[~loose], colour), (frame[loose], style.PAPER)):
        points = axes.scatter(rows[x], rows[y], marker=mark, facecolors=face, edgecolors=colour, **size)
        if linked:
            points.set_urls([f"#{anchor(figure_id)}" for figure_id in rows["figure_id"]])
        drawn.append(points)
    for marks in drawn:
        marks.set_rasterized(not linked)


def key(figure: Figure, looks: Mapping[str, tuple[str, str]]) -> None:
    """Above the panels which colour and mark is whose, in as many columns as the figure is wide."""
    handles = [
        Line2D([], [], linestyle="none", color=colour, marker=mark, markersize=7, label=name)
        for name, (colour, mark) in looks.items()
    ]
    columns = max(1, int(figure.get_size_inches()[0] * 72 // 250))
    figure.legend(
        handles=handles, loc="outside upper left", ncols=columns, frameon=False, fontsize=11, labelcolor="linecolor",
        borderpad=0, borderaxespad=0, handletextpad=0.2, columnspacing=1.2, handlelength=1.4,
    )  # fmt: skip


def time_axis(axes: Axes, when: pd.Series, *, pad: float = 0.04, least_days: int = 180) -> None:
    """Dates along x, from the first to the last of ``when`` and at least ``least_days``, with room at both ends."""
    first, last = when.min(), when.max()
    span = max(last - first, pd.Timedelta(days=least_days))
    middle = first + (last - first) / 2
    axes.set_xlim(middle - span * (0.5 + pad), middle + span * (0.5 + pad))
    narrow = axes.figure.get_size_inches()[0] * 72 < 500
    locator = AutoDateLocator(minticks=2, maxticks=5 if narrow else 9)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(
        ConciseDateFormatter(locator, formats=_DATES, zero_formats=_YEARS, show_offset=False)
    )


def whole_numbers(most: int) -> MaxNLocator:
    """Ticks at whole numbers, about ``most`` of them."""
    return MaxNLocator(most, integer=True, min_n_ticks=1)


def matrix(axes: Axes, rows: list[str], columns: list[str], counts: pd.DataFrame, colour: str) -> None:
    """A dot a pair of row and column (columns ``row``, ``column``, ``n``), its area and its number the count."""
    x = counts["column"].map({name: place for place, name in enumerate(columns)})
    y = counts["row"].map({name: place for place, name in enumerate(rows)})
    seaborn.scatterplot(
        x=x, y=y, size=counts["n"], sizes=(300 * counts["n"].min() / counts["n"].max(), 300),
        color=colour, alpha=0.75, linewidth=0, legend=False, ax=axes,
    )  # fmt: skip
    axes.set(xlabel="", ylabel="")
    for at_x, at_y, n in zip(x, y, counts["n"], strict=True):
        axes.annotate(
            f"{n}", (at_x, at_y), xytext=(11, 0), textcoords="offset pixels", va="center", fontsize=10, color=style.SOFT
        )
    axes.set_xlim(-0.5, len(columns) - 0.2)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_yticks(range(len(rows)), rows, color=style.INK)
    axes.set_xticks(range(len(columns)), columns, rotation=35, ha="left", rotation_mode="anchor", color=style.INK)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.spines["bottom"].set_visible(False)


def between(one: tuple[float, float], other: tuple[float, float]) -> list[tuple[float, float]]:
    """Points on the way from one to the other, for labels to keep clear of the line; a first value may be a day."""
    return [(one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share) for share in _SHARES]


def place(axes: Axes, labels: Iterable[Label], points: Sequence[tuple[float, float]]) -> None:
    """Put each label beside its point where it covers neither ``points`` nor a label before it, inside the axes.

    Every spot around the point is tried, near ones first; the one that covers least wins. A label that had to go
    far off gets a thin line back to its point; one that is not ``needed`` is left out where there is no room near.
    """
    figure = axes.figure
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
    renderer = figure._get_renderer()
    frame = axes.get_window_extent(renderer)
    taken = [(x - 6, y - 6, x + 6, y + 16) for x, y in _pixels(axes, points)]
    for label in labels:
        at = axes.transData.transform((axes.convert_xunits(label.x), axes.convert_yunits(label.y)))
        text = axes.annotate(
            label.text,
            at,
            xycoords="figure pixels",
            color=label.colour,
            weight="bold" if label.bold else "normal",
            linespacing=1.15,
        )
        size = text.get_window_extent(renderer)
        spots = [Bbox.from_bounds(x, y, size.width, size.height) for x, y in _spots(at, size.width, size.height)]
        boxes = np.array(taken).reshape(-1, 4)
        costs = [_covered(spot, boxes, frame) + 0.02 * rank for rank, spot in enumerate(spots)]
        best = spots[int(np.argmin(costs))]
        if not label.needed and min(costs) > 0.5:
            text.remove()
            continue
        text.set_position((best.x0, best.y0 - size.y0 + at[1]))
        taken.append(best.expanded(1.0, 1.1).extents)
        near = np.clip(at, [best.x0, best.y0], [best.x1, best.y1])
        if np.hypot(*(near - at)) > 22:
            axes.annotate(
                "",
                near,
                at,
                xycoords="figure pixels",
                textcoords="figure pixels",
                arrowprops={"arrowstyle": "-", "color": label.colour, "lw": 0.7, "shrinkA": 4, "shrinkB": 2},
            )


def _pixels(axes: Axes, points: Sequence[tuple[float, float]]) -> np.ndarray:
    if not len(points):
        return np.empty((0, 2))
    xs, ys = zip(*points, strict=True)
    return axes.transData.transform(np.column_stack([axes.convert_xunits(list(xs)), axes.convert_yunits(list(ys))]))


def _spots(at: np.ndarray, width: float, height: float) -> list[tuple[float, float]]:
    x, y = at
    beside = [(x + 9, y - height / 2), (x - width - 9, y - height / 2)]
    above = [(x - width / 2, y + 9), (x - width / 2, y - height - 9)]
    corners = [
        (x + sx * 8 - (width if sx < 0 else 0), y + sy * 8 - (height if sy < 0 else 0))
        for sx in (1, -1)
        for sy in (1, -1)
    ]
    far = [
        (x + dx - (width if dx < 0 else width / 2 if dx == 0 else 0), y + dy - height / 2)
        for reach in (26, 44, 66, 92, 120, 150)
        for dx, dy in (
            (0, reach),
            (0, -reach),
            (reach, reach / 2),
            (-reach, reach / 2),
            (reach, -reach / 2),
            (-reach, -reach / 2),
        )
    ]
    return beside + above + corners + far


def _covered(spot: Bbox, taken: np.ndarray, frame: Bbox) -> float:
    outside = spot.width * spot.height - _overlaps(spot, frame.extents.reshape(-1, 4))
    return _overlaps(spot, taken) / 100 + outside / 10


def _overlaps(spot: Bbox, boxes: np.ndarray) -> float:
    """The area that the spot shares with boxes, rows of ``x0``, ``y0``, ``x1``, ``y1``, summed."""
    low, high = np.maximum(boxes[:, :2], spot.min), np.minimum(boxes[:, 2:], spot.max)
    return float(np.clip(high - low, 0, None).prod(axis=1).sum())
