"""Which of our columns a column of somebody's table is, by ``data/vocabulary/columns.csv``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from helpers.vocabulary import Row, spellings

_NOT_WORD = re.compile(r"[^a-z0-9.]+")


def match(header: Iterable[str | None], table: Iterable[Row]) -> dict[str, str]:
    """Our column -> the header's name for it. Where several would do, the one named first in the table."""
    present: dict[str, str] = {}
    for name in header:
        if name is not None:
            present.setdefault(_plain(name), name)
    found = {}
    for row in table:
        for name in spellings(row["names"]):
            if _plain(name) in present:
                found[row["column"]] = present[_plain(name)]
                break
    return found


def pick(record: Mapping[str, object], columns: Mapping[str, str]) -> dict[str, str]:
    """The record's non-empty cells under our column names."""
    cells = {ours: record.get(theirs) for ours, theirs in columns.items()}
    return {ours: str(cell).strip() for ours, cell in cells.items() if cell is not None and str(cell).strip()}


def _plain(name: str) -> str:
    return _NOT_WORD.sub("_", name.strip().lower()).strip("_")
