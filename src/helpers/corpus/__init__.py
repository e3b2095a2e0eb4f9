"""Files to articles: readers by format, cleaning, dates, outlets, near-copies.

``read`` is the whole way. Everything that came in ends in one of its two tables: nothing vanishes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from helpers import progress, tables
from helpers.corpus import article, copies, folder
from helpers.corpus.arrival import Arrival, Rejection
from helpers.corpus.cleaning import Step
from helpers.engine import ALL_CORES, Engine, run
from helpers.vocabulary import Vocabulary

_NOT_IN_IDS = re.compile(r"[^\w.-]+")
_LONGEST_ID = 80
_PIECE = 10_000
"""Articles that are rows of Python before they are put into a frame, which takes a fraction of the memory."""


class Corpus(NamedTuple):
    """What came in: tables ``articles`` and ``rejected``, and what cleaning did.

    ``changed`` counts the articles that each rule of cleaning changed; ``most_cut`` are the steps taken on the article
    that lost most.
    """

    articles: pd.DataFrame
    rejected: pd.DataFrame
    changed: Counter[str]
    most_cut: list[Step]


def read_corpus(
    raw_dir: Path | str, vocab: Vocabulary, engine: Engine = ALL_CORES
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The two tables of ``read``."""
    return read(raw_dir, vocab, engine)[:2]


def read(raw_dir: Path | str, vocab: Vocabulary, engine: Engine = ALL_CORES) -> Corpus:
    """Everything in a folder of articles, sorted by ``article_id``, and by path and row where it was rejected.

    The same files give the same tables, whatever their order on disk. Raises NotADirectoryError where ``raw_dir`` is
    no folder; a file that can't be read is a row of ``rejected``.
    """
    arrivals, rejected = folder.read(raw_dir, vocab["columns"])
    named = list(_with_ids(arrivals).items())
    made = run(partial(article.make, vocab=vocab), named, engine)
    changed: Counter[str] = Counter()
    most_cut, most = None, 0
    sketches: list[copies.Shingles] = []
    pieces: list[pd.DataFrame] = [_table([], "articles")]
    rows: list[dict[str, Any]] = []
    for (_, arrival), one in zip(named, progress.shown(made, "cleaning", len(named)), strict=True):
        changed.update(one.steps)
        if one.steps and (most_cut is None or one.cut > most):
            most_cut, most = arrival, one.cut
        if one.row is None:
            rejected.append(
                Rejection(arrival.path, arrival.row, "no text is left of it after cleaning: nothing to read")
            )
            continue
        sketches.append(one.sketch)
        rows.append(one.row)
        if len(rows) == _PIECE:
            pieces.append(_table(rows, "articles"))
            rows = []
    articles = pd.concat([*pieces, _table(rows, "articles")], ignore_index=True)
    published = [None if pd.isna(date) else date for date in articles["published"]]
    earliest = copies.originals(articles["article_id"].tolist(), published, articles["text"].array, sketches)
    articles["copy_of"] = articles["article_id"].map(earliest).astype("string")
    rejected.sort(key=lambda r: (r.path, r.row or 0, r.reason))
    return Corpus(
        articles.sort_values("article_id", ignore_index=True),
        _table([asdict(rejection) for rejection in rejected], "rejected"),
        changed,
        article.steps(most_cut, vocab) if most_cut else [],
    )


def _table(rows: list[dict[str, object]], name: str) -> pd.DataFrame:
    return tables.conform(pd.DataFrame(rows, columns=list(tables.SCHEMAS[name])), name)


def _with_ids(arrivals: Sequence[Arrival]) -> dict[str, Arrival]:
    """Every arrival under an id of its own; where a name is taken, the later one in the folder's order is numbered."""
    named: dict[str, Arrival] = {}
    taken: Counter[str] = Counter()
    for arrival in arrivals:
        name = _NOT_IN_IDS.sub("-", arrival.name).strip("-.")[:_LONGEST_ID] or "article"
        article_id = name
        while article_id in named:
            taken[name] += 1
            article_id = f"{name}-{taken[name] + 1}"
        named[article_id] = arrival
    return named
