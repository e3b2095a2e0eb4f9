"""The part of a corpus that a researcher asks about: some dates, one conflict."""

from __future__ import annotations

import pandas as pd

from helpers import tables
from helpers.tallies import hierarchy
from helpers.vocabulary import Vocabulary


def by_date(articles: pd.DataFrame, date_from: str, date_to: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The articles published between two ISO dates, and rows of ``rejected`` for the others.

    The dates may be as short as a year, count as included, and leave their side open where empty. An article stays
    if it may have been published in between: so do those without a date.
    """
    published = articles["published"].fillna("")
    out = pd.Series([_before(date, date_from) or _before(date_to, date) for date in published], dtype="bool")
    outside = articles[out]
    asked = f"the dates asked for, {date_from or 'the beginning'} to {date_to or 'the end'}"
    rejected = pd.DataFrame(
        {"path": outside["path"], "reason": "published " + outside["published"] + ", outside " + asked}
    )
    return articles[~out].reset_index(drop=True), tables.conform(rejected, "rejected")


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


def _before(one: str, other: str) -> bool:
    """Whether one ISO date lies before another as far as both are precise; an empty one lies nowhere."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]
