"""Casualties and displacement in tidy tables, each row leading to its figures.

A number that one article repeats is one figure for counting (``n_figures`` counts it once), but every ``figure_id``
is listed. All tables leave out figures that are projected or quoted in order to be denied.
"""

from __future__ import annotations

import pandas as pd

_WHAT = ["outcome", "unit", "scope"]
_NUMBERS = ["n_figures", "n_articles", "lowest", "highest", "figure_ids"]


def by_source_and_date(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """One row a source, publication date, outcome, unit and scope.

    Columns ``source_id``, ``source`` (as first written; both null where outlets speak themselves), ``published``,
    ``outcome``, ``unit``, ``scope``, ``n_figures``, ``n_articles``, ``lowest``, ``highest``, ``figure_ids``.
    """
    return _tabulate(_with_articles(figures, articles), ["source_id", "source", "published", *_WHAT])


def by_outlet_and_date(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The same by ``outlet`` and ``published``."""
    return _tabulate(_with_articles(figures, articles), ["outlet", "published", *_WHAT])


def by_group(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The same by ``group`` and ``side``, over all dates."""
    return _tabulate(_with_articles(figures, articles), ["group", "side", *_WHAT])


def _with_articles(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Reported figures with the outlet and date of their article, and one wording a source."""
    stated = figures[figures["modality"].fillna("reported").eq("reported") & figures["value"].notna()]
    by_article = articles.set_index("article_id")
    wording = stated.groupby("source_id")["source"].transform("first")
    return stated.assign(
        outlet=stated["article_id"].map(by_article["outlet"]),
        published=stated["article_id"].map(by_article["published"]),
        source=wording.fillna(stated["source"]),
    )


def _tabulate(figures: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    if figures.empty:
        return pd.DataFrame(columns=[*by, *_NUMBERS])
    repeated = figures.duplicated([*by, "article_id", "value", "low", "high", "place_id", "since", "until"])
    table = (
        figures.assign(once=(~repeated).astype(int))
        .groupby(by, dropna=False, sort=True)
        .agg(
            n_figures=("once", "sum"),
            n_articles=("article_id", "nunique"),
            lowest=("value", "min"),
            highest=("value", "max"),
            figure_ids=("figure_id", list),
        )
    )
    return table.reset_index()[[*by, *_NUMBERS]]
