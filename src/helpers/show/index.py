"""An inverted index from words to blocks of rows, in files that a page loads by itself when it needs them.

A word leads to the blocks that hold it, and the rows of a block are looked through when it is read: such block
addressing (Manber and Wu 1994, GLIMPSE) keeps the index small however many rows there are. ``complete.js`` cuts text
into words in the same way and looks them up.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

_TAG = re.compile(r"<[^>]*>")
_ENTITY = re.compile(r"&#?\w+;")
_ACCENT = re.compile("[\u0300-\u036f]")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")
_WORD = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[^\W_]+")
_LINK = re.compile(r'href="(#[^"]+)"')
_SHARD = 400_000
"""Characters of a shard, more or less: what a browser reads at once."""


def words(html: str) -> set[str]:
    """The words that ``html`` shows: in small letters, without accents, ISO dates whole, ``12,500`` as ``12500``."""
    text = _ENTITY.sub(" ", _TAG.sub("", html)).lower()
    if not text.isascii():
        text = _ACCENT.sub("", unicodedata.normalize("NFKD", text))
    return set(_WORD.findall(_THOUSANDS.sub("", text)))


def terms(html: str, ids: Iterable[str] = ()) -> set[str]:
    """What a block is found by: its words, the targets of its links, and the elements that ``ids`` name."""
    return {*words(html), *_LINK.findall(html), *(f"#{own}" for own in ids)}


class Index:
    """From each term to the blocks that were added with it."""

    def __init__(self) -> None:
        self._blocks: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, block: int, terms: Iterable[str]) -> None:
        """Let these terms, each named once, lead to ``block``."""
        for term in terms:
            self._blocks[term].append(block)

    def shards(self) -> Iterator[tuple[str, str]]:
        """The index in pieces, as JSON objects from a term to its blocks: the first term of each, and the piece.

        Terms are in order, so that all that begin alike stand together.
        """
        entries: list[str] = []
        first, size = "", 0
        for term in sorted(self._blocks):
            if size > _SHARD:
                yield first, f"{{{','.join(entries)}}}"
                entries, size = [], 0
            first = first if entries else term
            entries.append(
                f"{json.dumps(term, ensure_ascii=False)}:{json.dumps(self._blocks[term], separators=(',', ':'))}"
            )
            size += len(entries[-1])
        if entries:
            yield first, f"{{{','.join(entries)}}}"
