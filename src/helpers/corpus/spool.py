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
    """An empty database, of which 32 MB are in memory. Nothing in it outlives the block.

    Raises OSError where the disk is full.
    """
    with closing(sqlite3.connect("", isolation_level=None)) as disk:
        # Nothing is ever rolled back, and after a crash there is nothing to restore.
        disk.execute("PRAGMA journal_mode = OFF")
        disk.execute("PRAGMA synchronous = OFF")
        # An article and its shingles, 5 kB, should lie on one page.
        disk.execute("PRAGMA page_size = 16384")
        disk.execute("PRAGMA temp_store = FILE")
        disk.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        disk.execute("BEGIN")
        try:
            yield disk
        except sqlite3.OperationalError as error:
            what = "the disk cannot hold what waits of the corpus, about 10 kB an article"
            raise OSError(f"{what} ({error}): name a folder with more room in TMPDIR") from error
