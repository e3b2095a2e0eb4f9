"""The researcher's decisions on tallies, kept in ``data/review/`` and laid over what the rules decide."""

from __future__ import annotations

import csv
import logging
from pathlib import Path

import pandas as pd

from helpers.tallies import labels

_COLUMNS = {
    "splits": ("tally_id", "figure_id", "name"),
    "joins": ("tally_id", "into"),
    "figures": ("figure_id", "tally_id"),
}
log = logging.getLogger(__name__)


class ReviewError(ValueError):
    """A table of decisions that cannot be read; the message names the file and what to do."""


def overrule(tally_of: pd.Series, review_dir: Path | str | None) -> tuple[pd.Series, pd.Series]:
    """Apply splits, then joins, then moves of single figures.

    ``tally_of`` holds tally ids (null for none) by figure id. Gives the same with the decisions applied, and by figure
    id the note of the decision that moved it. A decision on a figure or tally that does not exist is logged and left.
    """
    tally_of = tally_of.copy()
    notes = pd.Series(pd.NA, index=tally_of.index, dtype="string")
    if review_dir is None:
        return tally_of, notes

    def move(figures: pd.Index, tally: str | None, row: dict[str, str]) -> None:
        tally_of[figures] = tally if tally else pd.NA
        notes[figures] = row.get("note") or "decided by hand"

    for row in _rows(review_dir, "splits"):
        figure = row["figure_id"]
        if figure in tally_of.index and tally_of[figure] == row["tally_id"]:
            move(pd.Index([figure]), labels.identity(row["tally_id"], row["name"] or "split"), row)
        else:
            _ignored("splits", row)
    for row in _rows(review_dir, "joins"):
        joined = tally_of.index[tally_of == row["tally_id"]]
        if len(joined) and (tally_of == row["into"]).any():
            move(joined, row["into"], row)
        else:
            _ignored("joins", row)
    for row in _rows(review_dir, "figures"):
        if row["figure_id"] in tally_of.index:
            move(pd.Index([row["figure_id"]]), row["tally_id"], row)
        else:
            _ignored("figures", row)
    return tally_of, notes


def _rows(folder: Path | str, name: str) -> list[dict[str, str]]:
    path = Path(folder) / f"{name}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle)
        missing = [column for column in _COLUMNS[name] if column not in (reader.fieldnames or ())]
        if missing:
            raise ReviewError(f"{path} has no column {', '.join(missing)}: add it to the first line")
        return [{key: (value or "").strip() for key, value in row.items() if key} for row in reader]


def _ignored(table: str, row: dict[str, str]) -> None:
    log.warning("%s.csv: no such figure or tally, decision left out: %s", table, row)
