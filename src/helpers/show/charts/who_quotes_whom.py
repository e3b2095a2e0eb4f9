"""Who quotes whom: to which sources each outlet attributes its figures."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from helpers.show import printed, style, wording
from helpers.show.chart import Chart, drawn
from helpers.show.charts import marks

_OUTLETS = 15


def who_quotes_whom(quotes: pd.DataFrame, figures: pd.DataFrame) -> Chart:
    """Outlets by sources, a dot the number of articles.

    ``quotes`` has columns ``outlet``, ``source_id`` (null where no known source is named) and ``n_articles``;
    ``figures`` tells the sources' names. The outlets and sources with most articles are drawn.
    """
    quotes = quotes[quotes["outlet"].notna()]
    named = quotes[quotes["source_id"].notna()]
    if named.empty:
        return Chart("No outlet in this corpus names a source that is known.", "", "")
    names = printed.names(figures)
    named = named.assign(
        row=named["outlet"],
        column=named["source_id"].map(lambda source: names.get(source, source)),
        n=named["n_articles"].astype(int),
    )
    by_source = named.groupby("column")["n"].sum().sort_values(ascending=False, kind="stable")
    outlets = named.groupby("column")["row"].nunique()
    return drawn(
        lambda width: _draw(width, named, by_source),
        title=_title(by_source, outlets),
        alt="Dot matrix of outlets by the sources they quote. "
        + " ".join(f"{source}: {wording.count(int(n), 'article')}." for source, n in by_source.head(10).items()),
        source="Numbers are articles that attribute at least one figure to the source; the most quoted are shown.",
    )


def _title(by_source: pd.Series, outlets: pd.Series) -> str:
    """Who is quoted most, by how many outlets; where several are quoted as often, that nobody is."""
    top, most = by_source.index[0], int(by_source.iloc[0])
    if (by_source == most).sum() > 1:
        return f"No source is quoted more than the others: {wording.count(most, 'article')} at most"
    return f"{top} is quoted most: in {wording.count(most, 'article')} by {wording.count(int(outlets[top]), 'outlet')}"


def _draw(width: int, named: pd.DataFrame, by_source: pd.Series) -> Figure:
    narrow = width < 500
    sources = list(by_source.index[: 4 if narrow else 9])
    shown = named[named["column"].isin(sources)]
    outlets = list(shown.groupby("row")["n"].sum().sort_values(ascending=False, kind="stable").index[:_OUTLETS])
    shown = shown[shown["row"].isin(outlets)].assign(column=lambda frame: frame["column"].map(_short))
    figure, axes = marks.canvas(width, 150 + 32 * len(outlets))
    marks.matrix(axes, outlets, [_short(source) for source in sources], shown, style.VOICES[0])
    axes.grid(visible=True, axis="both")
    return figure


def _short(name: str) -> str:
    return wording.wrapped(name, 20)
