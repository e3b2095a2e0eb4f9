"""When an article was published, and where that is known from."""

from __future__ import annotations

import pandas as pd

from helpers import dateline
from helpers.corpus import dates, inferred
from helpers.corpus.arrival import Arrival
from helpers.vocabulary import Vocabulary


def calendar(vocab: Vocabulary) -> inferred.Calendar:
    """What the vocabulary knows of time."""
    return inferred.calendar(vocab["events"], vocab["conflicts"], vocab["places"], vocab["numbers"])


def of(arrival: Arrival, text: str, known: inferred.Calendar) -> tuple[str | None, str]:
    """The date as ISO text, as precise as known, and its basis.

    The first of: what the manifest or the row says (``manifest``), the page's markup (``markup``), the text's own
    dateline (``text``), a date in the name of the file or in its address (``filename``), what the text says of the
    war's length and of dated events (``inferred``). Else null and ``unknown``. Where the first gives no day, a dateline
    that agrees with it does.
    """
    stated = dateline.find(text)
    if arrival.published:
        more_precise = stated is not None and len(stated.date) > len(arrival.published)
        if stated and more_precise and stated.date.startswith(arrival.published):
            return stated.date, "text"
        return arrival.published, arrival.published_basis
    if stated:
        return stated.date, "text"
    named = dates.iso(arrival.path) or dates.iso(arrival.url)
    if named:
        return named, "filename"
    span = inferred.when(text, known)
    if span and span.common:
        return span.common, "inferred"
    return None, "unknown"


def ranges(articles: pd.DataFrame, vocab: Vocabulary) -> pd.DataFrame:
    """For articles without a date of their own: the first and last day possible, and the words that say so.

    One row an article whose ``published_basis`` is ``inferred`` or ``unknown`` and whose text bounds the date:
    ``article_id``, ``earliest``, ``latest``, ``words`` (a list).
    """
    known = calendar(vocab)
    undated = articles[articles.published_basis.isin(["inferred", "unknown"])]
    spans = [(row.article_id, row.text, inferred.when(row.text, known)) for row in undated.itertuples()]
    rows = [
        {
            "article_id": article_id,
            "earliest": span.earliest,
            "latest": span.latest,
            "words": [text[clue.start : clue.end].strip() for clue in span.clues],
        }
        for article_id, text, span in spans
        if span
    ]
    return pd.DataFrame(rows, columns=["article_id", "earliest", "latest", "words"])


def contradicted(articles: pd.DataFrame) -> pd.DataFrame:
    """Articles whose own dateline differs from ``published``: ``article_id``, ``published``, ``stated``."""
    stated = [dateline.find(text) for text in articles.text]
    found = articles[["article_id", "published"]].assign(stated=[line.date if line else None for line in stated])
    found = found.dropna()
    agree = [stated.startswith(given) for given, stated in zip(found.published, found.stated, strict=True)]
    return found[~pd.Series(agree, index=found.index, dtype=bool)].reset_index(drop=True)
