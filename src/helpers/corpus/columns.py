"""Which of our columns a column of somebody's table is, by ``data/vocabulary/columns.csv``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from helpers.vocabulary import Row, spellings

_LONGEST_CELL = 500
_NOT_WORD = re.compile(r"[^a-z0-9.]+")


def match(header: Iterable[str | None], table: Iterable[Row]) -> dict[str, list[str]]:
    """Our column -> the header's names for it, in the order in which the table prefers them."""
    present: dict[str, str] = {}
    for name in header:
        if name is not None:
            present.setdefault(_plain(name), name)
    found = {}
    for row in table:
        names = [present[_plain(name)] for name in spellings(row["names"]) if _plain(name) in present]
        if names:
            found[row["column"]] = names
    return found


def pick(record: Mapping[str, object], columns: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The record's non-empty cells under our column names: the text as it is, anything else on one line.

    Of several cells that would do, the first that is not empty.
    """
    picked = {}
    for ours, theirs in columns.items():
        cells = (storable(str(record.get(name) or "")) for name in theirs)
        tidy = (cell.strip() if ours == "text" else one_line(cell) for cell in cells)
        cell = next(filter(None, tidy), None)
        if cell:
            picked[ours] = cell
    return picked


def storable(text: str) -> str:
    """The text without what no file can hold: halves of characters, which JSON can smuggle in, and NUL."""
    return text.encode("utf-8", errors="replace").decode("utf-8").replace("\0", "")


def one_line(text: str) -> str:
    """Printable text on one line, at most 500 characters of it: enough for any headline, outlet or address."""
    return " ".join("".join(c if c.isprintable() else " " for c in text[:_LONGEST_CELL]).split())


def _plain(name: str) -> str:
    return _NOT_WORD.sub("_", name.strip().lower()).strip("_")
