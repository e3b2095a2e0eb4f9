"""The figures of many articles; those of an article that was read before come from memory.

Figures are remembered by all that is read of their article, in a store of its own for each version of rules and
vocabulary: after a change of either every article is read anew.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any

from helpers import project
from helpers.engine import ALL_CORES, Engine, run
from helpers.figures.extract import extract
from helpers.memory import Store
from helpers.vocabulary import Vocabulary

Article = Mapping[str, Any]

REMEMBERED = project.path("data/processed/.remembered")
"""Where figures are remembered; the folder may be deleted at any time."""

_as_json = json.JSONEncoder(ensure_ascii=False).encode

READ = ("article_id", "published", "text")
"""All that is read of an article."""
DEPENDS_ON = ("figures/*.py", "dateline.py", "vocabulary.py")
"""All code of this package on which the figures of an article depend."""


def _rules() -> str:
    digest = hashlib.sha256(repr((sys.version_info[:2], installed("nltk"))).encode())
    package = Path(__file__).parents[1]
    for path in sorted(path for pattern in DEPENDS_ON for path in package.glob(pattern)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


RULES = _rules()
"""A digest of the rules of this process, taken as they are imported: somebody may edit the files while it runs."""


def lines(
    articles: Iterable[Article],
    vocabulary: Vocabulary,
    engine: Engine = ALL_CORES,
    remembered: Path | None = None,
) -> Iterator[str]:
    """The figures of each article, in order, as JSON lines: one text an article, empty where it has none.

    ``remembered`` is the folder of what was read before, ``REMEMBERED`` unless told.
    """
    store = Store(remembered or REMEMBERED, f"figures-{RULES}-{vocabulary.version}")
    wanted = ({field: article.get(field) for field in READ} for article in articles)
    try:
        for found in run(partial(_read, vocabulary=vocabulary, rules=RULES), wanted, engine, _Memory(store)):
            yield zlib.decompress(found).decode()
    finally:
        store.close()


def _read(article: Article, vocabulary: Vocabulary, rules: str) -> bytes:
    if rules != RULES:
        raise ValueError("a worker has other rules: install the same version of this package there and start it anew")
    figures = (_as_json(figure) + "\n" for figure in extract(article, vocabulary))
    # Half of a character pair, as broken JSON can hold one, is no text that could be written anywhere.
    return zlib.compress("".join(figures).encode(errors="replace"), level=1)


class _Memory:
    """The store by articles instead of keys."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recall(self, articles: Sequence[Article]) -> list[bytes | None]:
        keys = [_key(article) for article in articles]
        known = self._store.get(keys)
        return [known.get(key) for key in keys]

    def keep(self, articles: Sequence[Article], found: Sequence[bytes]) -> None:
        self._store.put(dict(zip(map(_key, articles), found, strict=True)))


def _key(article: Article) -> bytes:
    return hashlib.sha256(repr([article[field] for field in READ]).encode()).digest()
