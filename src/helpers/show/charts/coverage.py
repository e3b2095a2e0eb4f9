"""Coverage: when articles were printed and by whom, so that nobody takes silence for peace."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from helpers.show import printed, style, wording
from helpers.show.chart import Chart, drawn
from helpers.show.charts import marks

_OUTLETS = 16
_DRAWN_SINGLY = 500
_MONTH = pd.Timedelta(days=30)


def coverage(articles: pd.DataFrame, figures: pd.DataFrame) -> Chart:
    """Articles and figures by month, and articles by month and outlet. The outlets with most articles are drawn."""
    dated = articles.assign(month=printed.moments(articles["published"]).dt.to_period("M"))
    dated = dated[dated["month"].notna()]
    if dated.empty:
        return Chart("No article in this corpus has a date.", "", "")
    counted = figures["article_id"].map(dated.set_index("article_id")["month"]).dropna().value_counts()
    months = pd.period_range(dated["month"].min(), dated["month"].max(), freq="M")
    by_month = pd.DataFrame({"articles": dated["month"].value_counts(), "figures": counted})
    by_month = by_month.reindex(months).fillna(0).astype(int)
    outlets = dated["outlet"].fillna("unknown outlet")
    by_outlet = dated.groupby([outlets, "month"]).size().rename("n").reset_index()
    return drawn(
        lambda width: _draw(width, by_month, by_outlet),
        title=_title(by_month),
        alt=f"Columns of articles and figures by month from {_month(months[0])} to {_month(months[-1])}, above a dot "
        f"matrix of {wording.count(outlets.nunique(), 'outlet')} by month. Busiest month: "
        f"{_month(by_month['articles'].idxmax())} with {wording.count(int(by_month['articles'].max()), 'article')}.",
        source=_source(len(dated), len(articles) - len(dated)),
    )


def _draw(width: int, by_month: pd.DataFrame, by_outlet: pd.DataFrame) -> Figure:
    names = by_outlet.groupby("outlet")["n"].sum().sort_values(ascending=False, kind="stable").index[:_OUTLETS]
    figure, whole = marks.canvas(width, 250 + 22 * len(names))
    whole.remove()
    heights = [90, 90, 22 * len(names) + 20]
    articles, figures, outlets = figure.subplots(3, sharex=True, height_ratios=heights)
    starts = by_month.index.to_timestamp()
    for axes, name, colour in ((articles, "articles", style.VOICES[0]), (figures, "figures", style.VOICES[1])):
        axes.bar(starts, by_month[name], width=26, align="edge", color=colour)
        axes.set_title(f"{name.capitalize()} a month", loc="left", fontsize=12, fontweight="bold", color=colour)
        axes.yaxis.set_major_locator(marks.whole_numbers(3))
    shown = by_outlet[by_outlet["outlet"].isin(names)]
    rows = shown["outlet"].map({name: row for row, name in enumerate(names)})
    area = 150 * shown["n"] / shown["n"].max()
    middle = shown["month"].dt.to_timestamp() + _MONTH / 2
    many = len(shown) > _DRAWN_SINGLY
    outlets.scatter(middle, rows, s=area, color=style.VOICES[0], linewidths=0, rasterized=many)
    outlets.set_yticks(range(len(names)), [wording.wrapped(name, 26) for name in names], color=style.INK)
    outlets.set_ylim(len(names) - 0.4, -0.6)
    outlets.set_title("Articles by outlet", loc="left", fontsize=12, fontweight="bold", color=style.INK)
    marks.time_axis(outlets, pd.Series([starts[0], starts[-1] + _MONTH]))
    return figure


def _title(by_month: pd.DataFrame) -> str:
    silent = int((by_month["articles"] == 0).sum())
    if len(by_month) == 1:
        return f"All articles are of one month, {_month(by_month.index[0])}"
    if silent:
        return (
            f"In {wording.cardinal(silent)} of {wording.cardinal(len(by_month))} months no article was printed "
            "that this corpus holds: silence here is not peace"
        )
    busiest = by_month["articles"].idxmax()
    most = wording.count(int(by_month["articles"].max()), "article")
    return f"Every month is covered, {_month(busiest)} most, with {most}"


def _source(dated: int, undated: int) -> str:
    left_out = (
        f" {wording.sentence(wording.count(undated, 'article'))} without a date cannot be shown." if undated else ""
    )
    return f"{wording.sentence(wording.count(dated, 'article'))}; a dot’s area is their number.{left_out}"


def _month(month: pd.Period) -> str:
    return wording.month(month.to_timestamp())
