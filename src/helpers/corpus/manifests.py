"""What manifests say of the files beside them, wherever in the folder's order they stand."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from helpers.corpus import archives
from helpers.corpus.arrival import Arrival, ManifestRow, Rejection


class Manifests:
    """The rows of all manifests, on ``disk``."""

    def __init__(self, disk: sqlite3.Connection) -> None:
        self._disk = disk
        disk.execute(
            "CREATE TABLE manifest (number INTEGER PRIMARY KEY, target TEXT, path TEXT, row INT, file TEXT, said TEXT,"
            " met INT DEFAULT 0)"
        )
        disk.execute("CREATE INDEX targets ON manifest (target, number)")

    def add(self, row: ManifestRow) -> None:
        """Take down a row. Where two are of one file, the first counts."""
        target = _same_name((PurePosixPath(row.path).parent / row.file).as_posix())
        self._disk.execute(
            "INSERT INTO manifest (target, path, row, file, said) VALUES (?, ?, ?, ?, ?)",
            (target, row.path, row.row, row.file, json.dumps(dict(row.said))),
        )

    def told(self, arrivals: Iterator[Arrival]) -> Iterator[Arrival]:
        """The arrivals with what their manifest says; one among many in a file knows better what it says itself."""
        path, said = None, {}
        for arrival in arrivals:
            if arrival.path != path:
                path, said = arrival.path, self._said(arrival.path)
            gaps = {field: value for field, value in said.items() if getattr(arrival, field) is None}
            yield replace(arrival, **(said if arrival.row is None else gaps)) if said else arrival

    def unmatched(self) -> Iterator[Rejection]:
        """The rows that say nothing of any arrival that was told."""
        rows = self._disk.execute(
            "SELECT path, row, file, met FROM manifest AS one WHERE NOT met"
            " OR number > (SELECT min(number) FROM manifest WHERE target = one.target) ORDER BY number"
        )
        for path, row, file, met in rows:
            if met:
                yield Rejection(path, row, f"names the file {file!r} a second time: delete one of its rows")
            else:
                reason = f"no article was read from the file {file!r}: add that file or delete this row"
                yield Rejection(path, row, reason)

    def _said(self, path: str) -> dict[str, str]:
        """What is said of a file, or of the innermost archive that holds it and of which something is said."""
        of_it: dict[str, str] | None = None
        for name in _names(path):
            first = self._disk.execute("SELECT said FROM manifest WHERE target = ? ORDER BY number", (name,)).fetchone()
            if first:
                self._disk.execute("UPDATE manifest SET met = 1 WHERE target = ?", (name,))
                of_it = of_it if of_it is not None else json.loads(first[0])
        return of_it or {}


def _names(arrived: str) -> list[str]:
    """The names by which a manifest may call an article's file: its own, or that of an archive that holds it."""
    path = PurePosixPath(arrived)
    holders = [parent for parent in path.parents if parent.suffix.lower() in archives.OPENERS]
    return [_same_name(str(name)) for name in (path, *holders)]


def _same_name(path: str) -> str:
    return unicodedata.normalize("NFC", path)
