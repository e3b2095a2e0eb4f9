"""What comes out of a file before it is an article: an arrival, or a rejection that says what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class UnreadableError(ValueError):
    """A file or row that no article can be made of; the message tells the person what to do."""


@dataclass(frozen=True)
class Arrival:
    """One article as it came, every field still in the file's own words.

    ``path`` is relative to the raw folder, ``row`` counts the articles of a file that holds many (1 is the first).
    ``name`` is what ``article_id`` will be, unless it is taken. ``headline`` stands apart from ``text`` in the file;
    ``title`` is what a manifest calls the article. ``published`` is ISO text, ``published_basis`` where it stood.
    """

    path: str
    name: str
    text: str
    row: int | None = None
    headline: str | None = None
    title: str | None = None
    outlet: str | None = None
    wire: str | None = None
    published: str | None = None
    published_basis: str = "manifest"
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Rejection:
    """A file (``row`` null) or a row of one that is left out, with the reason in words."""

    path: str
    row: int | None
    reason: str


@dataclass(frozen=True)
class ManifestRow:
    """What a manifest says of the file ``file`` beside it: values of Arrival's fields."""

    path: str
    row: int
    file: str
    said: Mapping[str, str]


Found = Arrival | Rejection | ManifestRow
