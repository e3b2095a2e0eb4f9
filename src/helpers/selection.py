"""The part of a corpus that a researcher asks about: some dates, one conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from helpers import tables
from helpers.tallies import hierarchy
from helpers.vocabulary import Vocabulary


def within(articles: Iterable[pd.DataFrame], date_from: str, date_to: str) -> Iterator[pd.DataFrame]:
    """Of pieces of table ``articles`` those published between two ISO dates.

    The dates may be as short as a year, count as included, and leave their side open where empty. An article stays
    if it may have been published in between: so do those without a date.
    """
    return (piece[~_outside(piece, date_from, date_to)].reset_index(drop=True) for piece in articles)


def outside(articles: Iterable[pd.DataFrame], date_from: str, date_to: str) -> Iterator[pd.DataFrame]:
    """Pieces of table ``rejected`` for the articles that ``within`` leaves out."""
    asked = f"the dates asked for, {date_from or 'the beginning'} to {date_to or 'the end'}"
    for piece in articles:
        left = piece[_outside(piece, date_from, date_to)]
        reason = "published " + left["published"] + ", outside " + asked
        yield tables.conform(pd.DataFrame({"path": left["path"], "reason": reason}), "rejected")


def by_conflict(figures: pd.DataFrame, conflict: str, vocab: Vocabulary) -> pd.DataFrame:
    """The figures that may belong to a conflict of the vocabulary; all where ``conflict`` is empty.

    Those tied to a place outside the conflict's place are left out, those tied to no known place stay.
    Raises ValueError where the vocabulary has no such conflict.
    """
    if not conflict:
        return figures
    places = {row["conflict_id"]: row["place_id"] for row in vocab["conflicts"]}
    if conflict not in places:
        raise ValueError(f"conflicts.csv has no conflict {conflict!r}: it has {', '.join(places)}")
    around = hierarchy.load(vocab)
    inside = figures["place_id"].map(lambda place: places[conflict] in around.around(place), na_action="ignore")
    return figures[inside.fillna(True).astype(bool)].reset_index(drop=True)


def _outside(articles: pd.DataFrame, date_from: str, date_to: str) -> pd.Series:
    published = articles["published"].fillna("")
    out = [_before(date, date_from) or _before(date_to, date) for date in published]
    return pd.Series(out, index=articles.index, dtype="bool")


def _before(one: str, other: str) -> bool:
    """Whether one ISO date lies before another as far as both are precise; an empty one lies nowhere."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]
