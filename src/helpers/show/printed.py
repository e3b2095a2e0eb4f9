"""Figures joined with where and when they were printed: what every chart and table of this room starts from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from helpers import tables

UNNAMED = "no source named"
_HISTORY = pd.Timedelta(days=92)

FROM_ARTICLE = ["outlet", "title", "published", "url", "copy_of"]


_LARGE = {"articles": {"text"}, "figures": {"cues", "flags"}}


def read(processed: Path | str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tables ``articles`` and ``figures`` of a folder without what is large and needed of few rows, if of any.

    Those are the texts, and what the marks in a sentence and the doubts about it are made from (``evidence.marked``).
    """
    articles, figures = (
        tables.read(name, processed, [column for column in tables.SCHEMAS[name] if column not in large])
        for name, large in _LARGE.items()
    )
    return articles, figures


def join(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Tables ``figures`` and ``articles`` as one frame, a row a figure, in order of date.

    Adds the article's ``outlet``, ``title``, ``published``, ``url`` and ``copy_of``; ``when``, the start of the day,
    month or year that ``published`` names (NaT where it names none); and ``voice``, who says it: the name that
    its ``source_id`` goes by, or ``UNNAMED`` where the outlet speaks itself.
    """
    told = articles[["article_id", *FROM_ARTICLE]].reset_index(drop=True)
    told["when"] = moments(told["published"])
    place = pd.Index(told["article_id"]).get_indexer(figures["article_id"])
    rank = np.full(len(told) + 1, len(told))  # the last is the rank of an article that is not there, whose place is -1
    rank[told.sort_values(["when", "article_id"], kind="stable").index] = np.arange(len(told))
    order = np.lexsort((figures["start"].to_numpy(float, na_value=np.inf), rank[place]))
    told = told.drop(columns="article_id").reindex(place[order]).set_index(pd.RangeIndex(len(order)))
    frame = pd.concat([figures.iloc[order].reset_index(drop=True), told], axis=1)
    frame["voice"] = _voices(frame)
    return frame


def among(values: pd.Series, chosen: Iterable[str]) -> pd.Series:
    """Which values are among the chosen, as ``isin`` tells; that converts what is chosen one by one for Arrow text."""
    return values.astype(object).isin(set(chosen))


def anchor(figure_id: str) -> str:
    """The id of the element that shows a figure's sentence."""
    return "figure-" + re.sub(r"[^\w.-]", "_", figure_id)


def moments(dates: pd.Series) -> pd.Series:
    """ISO dates of any precision as timestamps, each the start of what it names; NaT for null or no date."""
    return pd.to_datetime(dates.astype("object"), format="ISO8601", errors="coerce").astype("datetime64[s]")


def war_dead(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``join`` that give a total of all the dead of the conflict, wherever they were printed.

    Where they stand in several tallies, those of the fullest: the others were set apart as counts of something else.
    """
    totals = figures[
        figures["outcome"].eq("killed").fillna(False)
        & figures["scope"].eq("conflict").fillna(False)
        & figures["group"].eq("people").fillna(False)
        & figures["modality"].eq("reported").fillna(False)
        & figures["part_of"].isna()
        & figures["value"].notna()
    ]
    rows = current(join(totals, articles))
    rows = rows[rows["when"].notna()]
    told = rows["tally_id"].value_counts()
    return rows if told.empty else rows[rows["tally_id"].isin(told.index[told == told.max()]).fillna(False)]


def current(joined: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``join`` but those that count up to a day or month a quarter of a year before they were printed."""
    as_of = moments(joined["until"].where(joined["until"].str.len() >= len("2014-08")))
    return joined[~(joined["when"] - as_of > _HISTORY)]


def precise(totals: pd.DataFrame) -> pd.DataFrame:
    """The rows that name a number to hold others against, unlike "hundreds of thousands"; all where none does."""
    named = totals[totals["hedge"].ne("vague").fillna(True)]
    return totals if named.empty else named


def widest_month(totals: pd.DataFrame) -> tuple[pd.Timestamp, pd.DataFrame]:
    """The month in which the values of ``war_dead`` lie furthest apart, and its rows; the fullest such, if several.

    Vague totals are left out, see ``precise``.
    """
    totals = precise(totals)
    months = totals["when"].dt.to_period("M")
    spans = totals.groupby(months)["value"].agg(["min", "max", "size"])
    spans["ratio"] = spans["max"] / spans["min"].clip(lower=1)
    widest = spans.sort_values(["ratio", "size"], kind="stable").index[-1]
    return widest.start_time, totals[months == widest]


def wording(row: pd.Series) -> str:
    """One figure in one line: number, what happened, who says so, where and when it was printed."""
    parts = [str(row["phrase"])]
    if row["voice"] != UNNAMED:
        parts.append(f"according to {row['voice']}")
    outlet = "unknown outlet" if pd.isna(row["outlet"]) else row["outlet"]
    return ", ".join([*parts, f"{outlet}, {row['published']}"])


def teller(row: pd.Series) -> str:
    """Whose number it is: the source where it is a known one, else the outlet; empty where neither is known."""
    who = row["voice"] if pd.notna(row["source_id"]) else row["outlet"]
    return "" if pd.isna(who) else str(who)


def names(figures: pd.DataFrame) -> dict[str, str]:
    """For each ``source_id`` the name that it goes by most in these figures, of several the shortest."""
    uses = figures[["source_id", "source"]].value_counts().reset_index(name="uses")
    uses["length"] = uses["source"].str.len()
    best = uses.sort_values(["uses", "length", "source"], ascending=[False, True, True]).drop_duplicates("source_id")
    return dict(zip(best["source_id"], best["source"], strict=True))


def _voices(frame: pd.DataFrame) -> pd.Series:
    return frame["source_id"].map(names(frame)).astype("string").fillna(frame["source"]).fillna(UNNAMED)
