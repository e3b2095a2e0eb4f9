"""Published totals, and which of them a reported figure repeats.

Each published total says on what basis its publisher counted (documented case by case, or estimated). Where two
rival figures repeat totals of different bases, that is what sets them apart.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pandas as pd

from helpers.tallies import intervals, labels, rows, spans

_COLUMNS = ("as_of", "published", "publisher", "outcome", "group", "value", "hedge", "basis", "note", "citation")
_KIND = ["outcome", "group"]
_READ = ("figure_id", "article_id", "value", "low", "high", "hedge", *_KIND)
_CLOSE = 0.03


class PublishedTotalsError(ValueError):
    """A table of published totals that cannot be used; the message names the file and what to do."""


class Basis(NamedTuple):
    """The published total that a figure repeats, and how its publisher counted."""

    publisher: str
    value: float
    published: str
    basis: str


def load(folder: Path | str) -> pd.DataFrame:
    """The folder's ``published_totals.csv``, oldest first; an empty frame with its columns where there is none."""
    path = Path(folder) / "published_totals.csv"
    if not path.exists():
        return pd.DataFrame(columns=list(_COLUMNS))
    frame = pd.read_csv(
        path, dtype={column: "string" for column in _COLUMNS if column != "value"}, keep_default_na=False
    )
    missing = [column for column in _COLUMNS if column not in frame.columns]
    if missing:
        raise PublishedTotalsError(f"{path} has no column {', '.join(missing)}: add it to the first line")
    return frame.sort_values(["published", "publisher", "value"], ignore_index=True)


def bases(figures: pd.DataFrame, articles: pd.DataFrame, references: pd.DataFrame) -> dict[str, Basis]:
    """By figure id the published total that it repeats, for figures of a conflict's whole that repeat one.

    It repeats a total of the same outcome and group published before it, if the total lies within its wording and
    within three parts in a hundred of its value; among several, the same value and the latest come first.
    """
    published = rows.lookup(articles, "article_id", "published")
    totals_of = {kind: some.to_dict("records") for kind, some in references.groupby(_KIND)}
    found: dict[str, Basis] = {}
    for figure in rows.records(figures[figures["scope"] == "conflict"], _READ):
        day = spans.of(published.get(figure["article_id"]))
        totals = totals_of.get(tuple(figure[field] for field in _KIND), ())
        candidates = [row for row in totals if _repeats(figure, row, day)]
        if candidates:
            row = max(candidates, key=lambda row: (row["value"] == figure["value"], row["published"]))
            found[figure["figure_id"]] = Basis(row["publisher"], float(row["value"]), row["published"], row["basis"])
    return found


def difference(lower: Basis | None, higher: Basis | None) -> str | None:
    """Why two figures differ, where the totals that they repeat were counted on different bases; else null."""
    if lower is None or higher is None or lower.basis == higher.basis:
        return None
    if lower.publisher == higher.publisher:
        return f"one publisher, two ways of counting: {lower.publisher} gave {_stated(lower)} and {_stated(higher)}"
    return f"two ways of counting: {lower.publisher} gave {_stated(lower)}, {higher.publisher} {_stated(higher)}"


def _stated(basis: Basis) -> str:
    number = f"{basis.value:,.0f}"
    counted = f"an estimated {number}" if basis.basis == "estimate" else f"{number} {basis.basis}"
    return f"{counted} ({labels.day(basis.published)})"


def _repeats(figure: dict, row: dict, day: spans.Span | None) -> bool:
    if abs(row["value"] - figure["value"]) > _CLOSE * figure["value"]:
        return False
    published = spans.of(row["published"])
    if day is None or published is None or published.first > day.last:
        return False
    wording = intervals.of(figure["value"], figure["low"], figure["high"], figure["hedge"])
    return intervals.meet(wording, (row["value"], row["value"]))
