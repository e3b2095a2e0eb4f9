"""Files to articles: readers by format, cleaning, dates, outlets, near-copies.

``read`` is the whole way. Everything that came in ends in one of its two tables: nothing vanishes. Articles pass
through as a stream: what has to wait for others waits on disk.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple
from functools import partial
from itertools import tee
from pathlib import Path

import numpy as np
import pandas as pd

from helpers import progress, tables
from helpers.corpus import article, copies, folder, spool
from helpers.corpus.arrival import Arrival, ManifestRow, Rejection
from helpers.corpus.cleaning import Step
from helpers.corpus.ids import Ids
from helpers.corpus.manifests import Manifests
from helpers.engine import ALL_CORES, Engine, run
from helpers.vocabulary import Vocabulary

_AT_A_TIME = 500
"""Rows that come from disk together: as plain objects they take several times what they take in a frame."""
_MADE = [column for column in tables.SCHEMAS["articles"] if column != "copy_of"]


class Corpus:
    """What came in: tables ``articles`` and ``rejected``, piece by piece, and what cleaning did.

    ``changed`` counts the articles that each rule of cleaning changed; ``most_cut`` are the steps taken on the article
    that lost most.
    """

    def __init__(self, disk: sqlite3.Connection, changed: Counter[str], most_cut: list[Step]) -> None:
        self._disk = disk
        self.changed = changed
        self.most_cut = most_cut

    def articles(self, columns: Sequence[str] = tuple(tables.SCHEMAS["articles"])) -> Iterator[pd.DataFrame]:
        """Table ``articles``, sorted by ``article_id``; columns that are not asked for are null."""
        return self._frames("articles", f"SELECT {', '.join(columns)} FROM articles ORDER BY article_id")

    def rejected(self) -> Iterator[pd.DataFrame]:
        """Table ``rejected``, sorted by path and row."""
        return self._frames("rejected", 'SELECT * FROM rejected ORDER BY path, coalesce("row", 0), reason')

    def _frames(self, name: str, query: str) -> Iterator[pd.DataFrame]:
        """What a query finds, some rows at a time; an empty table is one empty frame."""
        rows = self._disk.execute(query)
        columns = [description[0] for description in rows.description]
        some = rows.fetchmany(_AT_A_TIME)
        yield tables.conform(pd.DataFrame(some, columns=columns), name)
        while some := rows.fetchmany(_AT_A_TIME):
            yield tables.conform(pd.DataFrame(some, columns=columns), name)


def read_corpus(
    raw_dir: Path | str, vocab: Vocabulary, engine: Engine = ALL_CORES
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The two tables of ``read``, each in one piece."""
    with read(raw_dir, vocab, engine) as found:
        return pd.concat(found.articles(), ignore_index=True), pd.concat(found.rejected(), ignore_index=True)


@contextmanager
def read(raw_dir: Path | str, vocab: Vocabulary, engine: Engine = ALL_CORES) -> Iterator[Corpus]:
    """Everything in a folder of articles; it is there within the block.

    The same files give the same tables, whatever their order on disk. Raises NotADirectoryError where ``raw_dir`` is
    no folder; a file that can't be read is a row of ``rejected``.
    """
    with spool.opened() as disk:
        disk.execute("CREATE TABLE arrivals (arrival BLOB)")
        disk.execute(f"CREATE TABLE articles (n INTEGER PRIMARY KEY, {', '.join(_MADE)}, shingles BLOB, copy_of)")
        disk.execute('CREATE TABLE rejected (path, "row", reason)')
        manifests = Manifests(disk)
        for found in progress.shown(folder.read(raw_dir, vocab["columns"], disk), "opening files"):
            if isinstance(found, Arrival):
                disk.execute("INSERT INTO arrivals VALUES (?)", (pickle.dumps(found),))
            elif isinstance(found, ManifestRow):
                manifests.add(found)
            else:
                _reject(found, disk)
        changed, most_cut = _clean(manifests, vocab, engine, disk)
        for rejection in manifests.unmatched():
            _reject(rejection, disk)
        _mark_copies(disk)
        disk.execute("CREATE INDEX by_id ON articles (article_id)")
        yield Corpus(disk, changed, article.steps(most_cut, vocab) if most_cut else [])


def _clean(
    manifests: Manifests, vocab: Vocabulary, engine: Engine, disk: sqlite3.Connection
) -> tuple[Counter[str], Arrival | None]:
    """Make articles of the arrivals. How many each rule changed, and the arrival from which most was cut."""
    [count] = disk.execute("SELECT count(*) FROM arrivals").fetchone()
    ids = Ids(disk)
    told = manifests.told(pickle.loads(row[0]) for row in disk.execute("SELECT arrival FROM arrivals ORDER BY rowid"))
    named, sent = tee((ids.give(arrival.name), arrival) for arrival in told)
    made = progress.shown(run(partial(article.make, vocab=vocab), sent, engine), "cleaning", count)
    insert = f"INSERT INTO articles ({', '.join(_MADE)}, shingles) VALUES ({', '.join('?' * len(_MADE))}, ?)"
    changed: Counter[str] = Counter()
    most_cut, most = None, 0
    for one, (_, arrival) in zip(made, named, strict=True):
        changed.update(one.steps)
        if one.steps and (most_cut is None or one.cut > most):
            most_cut, most = arrival, one.cut
        if one.row is None:
            reason = "no text is left of it after cleaning: nothing to read"
            _reject(Rejection(arrival.path, arrival.row, reason), disk)
        else:
            disk.execute(insert, (*map(one.row.get, _MADE), one.shingles.tobytes()))
    disk.execute("DROP TABLE arrivals")
    return changed, most_cut


def _mark_copies(disk: sqlite3.Connection) -> None:
    """Find the near-copies and note the article that each repeats."""
    [count] = disk.execute("SELECT count(*) FROM articles").fetchone()
    disk.execute("CREATE TABLE ranked (rank INTEGER PRIMARY KEY, n INT)")
    disk.execute(
        "INSERT INTO ranked"
        " SELECT row_number() OVER (ORDER BY coalesce(published, '9'), article_id) - 1, n FROM articles"
    )
    all_shingles = "SELECT shingles FROM ranked JOIN articles USING (n)"

    def again(rank: int) -> copies.Shingles:
        return _shingles(disk.execute(f"{all_shingles} WHERE rank = ?", (rank,)).fetchone())

    in_order = map(_shingles, disk.execute(f"{all_shingles} ORDER BY rank"))
    for copy, original in copies.repeats(in_order, again, count, disk):
        disk.execute(
            "UPDATE articles SET copy_of = (SELECT article_id FROM articles JOIN ranked USING (n) WHERE rank = ?)"
            " WHERE n = (SELECT n FROM ranked WHERE rank = ?)",
            (original, copy),
        )


def _shingles(row: tuple[bytes]) -> copies.Shingles:
    return np.frombuffer(row[0], dtype=np.uint64)


def _reject(rejection: Rejection, disk: sqlite3.Connection) -> None:
    disk.execute("INSERT INTO rejected VALUES (?, ?, ?)", astuple(rejection))
