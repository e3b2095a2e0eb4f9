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
from helpers.figures.extract import Figure, extract
from helpers.memory import Store
from helpers.packed import pack
from helpers.vocabulary import Vocabulary

Article = Mapping[str, Any]

REMEMBERED = project.path("data/processed/.remembered")
"""Where figures are remembered; the folder may be deleted at any time."""

_as_json = json.JSONEncoder(ensure_ascii=False).encode

READ = ("article_id", "published", "text")
"""All that is read of an article."""
DEPENDS_ON = ("figures/*.py", "dateline.py", "packed.py", "vocabulary.py")
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
    packed: bool = False,
) -> Iterator[bytes]:
    """The figures of each article, in order, as JSON lines: one text in UTF-8 an article, empty where it has none.

    In ``packed`` lines, what of a figure is no number or text is JSON text itself, as tables hold it. ``remembered`` is
    the folder of what was read before, ``REMEMBERED`` unless told.
    """
    store = Store(remembered or REMEMBERED, f"figures-{RULES}-{vocabulary.version}")
    wanted = ({field: article.get(field) for field in READ} for article in articles)
    read = partial(_read, vocabulary=vocabulary, rules=RULES, packed=packed)
    try:
        yield from map(zlib.decompress, run(read, wanted, engine, _Memory(store, packed)))
    finally:
        store.close()


def _read(article: Article, vocabulary: Vocabulary, rules: str, packed: bool) -> bytes:
    if rules != RULES:
        raise ValueError("a worker has other rules: install the same version of this package there and start it anew")
    figures = extract(article, vocabulary)
    if packed:
        figures = map(_packed, figures)
    found = "".join(_as_json(figure) + "\n" for figure in figures)
    # Half of a character pair, as broken JSON can hold one, is no text that could be written anywhere.
    return zlib.compress(found.encode(errors="replace"), level=1)


def _packed(figure: Figure) -> Figure:
    return {field: pack(value) if isinstance(value, list) else value for field, value in figure.items()}


class _Memory:
    """The store by articles instead of keys."""

    def __init__(self, store: Store, packed: bool) -> None:
        self._store, self._packed = store, packed

    def recall(self, articles: Sequence[Article]) -> list[bytes | None]:
        keys = self._keys(articles)
        known = self._store.get(keys)
        return [known.get(key) for key in keys]

    def keep(self, articles: Sequence[Article], found: Sequence[bytes]) -> None:
        self._store.put(dict(zip(self._keys(articles), found, strict=True)))

    def _keys(self, articles: Sequence[Article]) -> list[bytes]:
        told = (repr([self._packed, *(article[field] for field in READ)]) for article in articles)
        return [hashlib.sha256(text.encode()).digest() for text in told]
