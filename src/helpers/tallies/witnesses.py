"""Who counts as a witness: near-copies of one story are one, and one source is one voice whoever repeats it."""

from __future__ import annotations

import pandas as pd

from helpers.tallies import rows
from helpers.vocabulary import Vocabulary


def first_tellings(articles: pd.DataFrame) -> dict[str, str]:
    """For each article the id of the one that its story was first seen in: itself, unless it nearly repeats another.

    A copy of a copy leads to the first of them.
    """
    copy_of = rows.lookup(articles, "article_id", "copy_of")
    return {article: _first(article, copy_of) for article in copy_of}


def voices(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """Who speaks in each figure, indexed as ``figures``.

    The source it is attributed to; where the outlet speaks itself, the source of the same number in the same article
    and tally, since a headline seldom attributes; else the wire it printed, else the outlet, else the article.
    """
    source = figures["source_id"].fillna(figures["source"].map(spoken, na_action="ignore"))
    same_number = [figures["article_id"], figures["tally_id"].fillna(""), figures["value"]]
    source = source.fillna(source.groupby(same_number).transform("first"))
    by_article = articles.set_index("article_id")
    first_of = first_tellings(articles)
    first = figures["article_id"].map(first_of)
    for column in ("wire", "outlet"):
        source = source.fillna(first.map(by_article[column]))
    return source.fillna(first).fillna(figures["article_id"]).astype("string")


def named(figures: pd.DataFrame, vocab: Vocabulary) -> pd.DataFrame:
    """The figures, each source that the vocabulary knows under the name that it has there."""
    name = {row["source_id"]: row["name"] for row in vocab["sources"]}
    return figures.assign(source=figures["source_id"].map(name).astype("string").fillna(figures["source"]))


def spoken(source: str | None) -> str | None:
    """A source that the vocabulary does not know, told apart by its wording."""
    return " ".join(source.lower().split()) if source else None


def _first(article: str, copy_of: dict[str, str | None]) -> str:
    seen = {article}
    while (original := copy_of.get(article)) and original not in seen:
        seen.add(original)
        article = original
    return article
