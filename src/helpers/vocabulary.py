"""The words that the rules know, loaded from the tables of ``data/vocabulary/``.

One CSV file a table, each described in ``data/vocabulary/README.md``; a researcher edits them in a spreadsheet.
Where a cell holds several spellings they are separated by ``|``. Nothing here knows which war is read about.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

Row = dict[str, str]

HOME = Path(__file__).resolve().parents[2] / "data" / "vocabulary"

COLUMNS: dict[str, tuple[str, ...]] = {
    "conflicts": ("conflict_id", "name", "began", "place_id", "words", "nation"),
    "places": ("place_id", "name", "variants", "kind", "inside"),
    "sources": ("source_id", "name", "kind", "variants"),
}


class VocabularyError(ValueError):
    """A vocabulary table that cannot be used; the message names the file, the row and what to do."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """All tables of one vocabulary folder: a tuple of rows each, every cell stripped text."""

    folder: Path
    tables: dict[str, tuple[Row, ...]]

    def __getitem__(self, table: str) -> tuple[Row, ...]:
        """The rows of a table; empty where the folder has no such file."""
        return self.tables.get(table, ())

    @cached_property
    def version(self) -> str:
        """A digest of every cell: the same words give the same version."""
        digest = hashlib.sha256()
        for name in sorted(self.tables):
            digest.update(repr((name, self.tables[name])).encode())
        return digest.hexdigest()[:16]


def spellings(cell: str) -> list[str]:
    """The ``|``-separated parts of a cell, stripped, empty ones left out."""
    return [part.strip() for part in cell.split("|") if part.strip()]


def words_by(column: str, rows: Iterable[Row]) -> defaultdict[str, frozenset[str]]:
    """The words of a table by the value of a column, rows of one value united; none for a value that it lacks."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for row in rows:
        found[row[column]] |= frozenset(spellings(row["words"]))
    return found


def names_of(row: Row) -> list[str]:
    """The name of a row, and its variants."""
    return [row["name"], *spellings(row["variants"])]


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression of any of the phrases, the longest first.

    Those that begin alike stand together, so that at most places of a text only first letters are compared.
    """
    by_letter: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        by_letter[phrase[0]].append(re.escape(phrase[1:]))
    alike = (f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return f"(?:{'|'.join(alike)})"


def load(folder: Path | str = HOME) -> Vocabulary:
    """Read every ``*.csv`` of ``folder``.

    Raises VocabularyError where the folder holds no table, or where a table lacks one of its columns.
    """
    folder = Path(folder)
    tables = {path.stem: _read_table(path) for path in sorted(folder.glob("*.csv"))}
    if not tables:
        raise VocabularyError(f"{folder} holds no vocabulary: expected CSV tables such as sources.csv")
    return Vocabulary(folder, tables)


def _read_table(path: Path) -> tuple[Row, ...]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle)
        missing = [c for c in COLUMNS.get(path.stem, ()) if c not in (reader.fieldnames or ())]
        if missing:
            raise VocabularyError(f"{path} has no column {', '.join(missing)}: add it to the first line")
        return tuple({key: (value or "").strip() for key, value in row.items() if key} for row in reader)
