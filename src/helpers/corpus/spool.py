"""Data of a run that may be too much for memory: a database of its own on disk, from which it comes back in any order.

The database has no name and ends with the connection, however the run ends. It lies where ``SQLITE_TMPDIR`` or
``TMPDIR`` says, else in ``/var/tmp``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

_CACHE_KIB = 32 * 1024


@contextmanager
def opened() -> Iterator[sqlite3.Connection]:
    """An empty database, of which a fixed share is in memory. Nothing in it outlives the block."""
    with closing(sqlite3.connect("", isolation_level=None)) as disk:
        # Nothing is ever rolled back, and after a crash there is nothing to restore.
        disk.execute("PRAGMA journal_mode = OFF")
        disk.execute("PRAGMA synchronous = OFF")
        disk.execute("PRAGMA temp_store = FILE")
        disk.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        disk.execute("BEGIN")
        yield disk
