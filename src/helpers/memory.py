"""A store of what was worked out before, in one SQLite file: bytes by key.

It only saves time. Whoever deletes it loses nothing but that, runs may share it, and where it cannot be read or
written (a full disk, a folder of somebody else) work goes on without it.
"""

from __future__ import annotations

import contextlib
import sqlite3
import warnings
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

_PATIENCE = 60
"""Seconds for which a run waits while another writes."""
_KEPT = 3
"""Files of a folder that are kept, the one in use included."""


class Store:
    """The store ``folder/name.sqlite``, made where it is missing; of its elders in the folder a few are kept."""

    def __init__(self, folder: Path, name: str) -> None:
        self._path = folder / f"{name}.sqlite"
        self._connection: sqlite3.Connection | None = None
        with self._or_without():
            folder.mkdir(parents=True, exist_ok=True)
            _forget(sorted(set(folder.glob("*.sqlite")) - {self._path}, key=_age)[_KEPT - 1 :])
            try:
                self._connection = _opened(self._path)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                _forget([self._path])
                self._connection = _opened(self._path)

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that have one."""
        with self._or_without():
            if self._connection:
                marks = ",".join("?" * len(keys))
                return dict(self._connection.execute(f"SELECT key, value FROM store WHERE key IN ({marks})", keys))
        return {}

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep values by their keys, all or none of them."""
        with self._or_without():
            if self._connection:
                with self._connection:
                    self._connection.executemany("INSERT OR REPLACE INTO store VALUES (?, ?)", values.items())

    def close(self) -> None:
        """Let go of the file."""
        if self._connection:
            self._connection.close()
            self._connection = None

    @contextlib.contextmanager
    def _or_without(self):
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            self.close()
            warnings.warn(f"{self._path} cannot be used ({error}): nothing is remembered", stacklevel=3)


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        # With a write-ahead log one run may write while others read; what a crash of the machine loses is made again.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("CREATE TABLE IF NOT EXISTS store (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _forget(paths: Iterable[Path]) -> None:
    for path in paths:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def _age(path: Path) -> float:
    """Seconds, the more the older; a file that another run has just removed is the oldest."""
    try:
        return -path.stat().st_mtime
    except FileNotFoundError:
        return float("inf")
