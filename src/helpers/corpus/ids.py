"""Ids of articles: the name of the file, or that of the row, made unique."""

from __future__ import annotations

import re
import sqlite3

_NOT_IN_IDS = re.compile(r"[^\w.-]+")
_LONGEST = 80


class Ids:
    """The ids given so far, on ``disk``."""

    def __init__(self, disk: sqlite3.Connection) -> None:
        self._disk = disk
        disk.execute("CREATE TABLE ids (article_id TEXT PRIMARY KEY) WITHOUT ROWID")
        disk.execute("CREATE TABLE repeated (name TEXT PRIMARY KEY, times INT) WITHOUT ROWID")

    def give(self, name: str) -> str:
        """An id that nothing has yet: the name itself, or with a number behind it where that is taken."""
        name = _NOT_IN_IDS.sub("-", name).strip("-.")[:_LONGEST] or "article"
        article_id = name
        while not self._is_new(article_id):
            article_id = f"{name}-{self._times(name) + 1}"
        return article_id

    def _is_new(self, article_id: str) -> bool:
        return self._disk.execute("INSERT OR IGNORE INTO ids VALUES (?)", (article_id,)).rowcount == 1

    def _times(self, name: str) -> int:
        counted = "INSERT INTO repeated VALUES (?, 1) ON CONFLICT DO UPDATE SET times = times + 1 RETURNING times"
        return self._disk.execute(counted, (name,)).fetchone()[0]
