"""Markdown, as note-taking programs clip pages: the text without its marks, and the front matter's fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from helpers.corpus import columns, dates
from helpers.corpus.arrival import Arrival
from helpers.corpus.encoding import decode
from helpers.vocabulary import Row

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n((?:(?!---)[^\n]*\n)*+)---[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^([\w .-]{1,40}):[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+([^\n]*?)[ \t#]*$", re.MULTILINE)
_LINE_MARK = re.compile(r"^[ \t]*(?:>[ \t]?|[-*+][ \t]+(?=\S)|(?:[-*_][ \t]*){3,}$)", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)")
_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__|\*|_)(?=\S)([^*_\n]{1,1000})(?<=\S)\1(?!\w)")


def read_markdown(path: str, data: bytes, table: Sequence[Row]) -> Iterator[Arrival]:
    """The article of a Markdown file; a first heading of the first level is its headline."""
    text = decode(data).replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    fields = {name: value.strip("\"'") for name, value in _FIELD.findall(front[1])} if front else {}
    cells = columns.pick(fields, columns.match(fields, table))
    body = text[front.end() :] if front else text
    first = _HEADING.match(body.lstrip())
    if first and "title" not in cells:
        cells["title"] = columns.one_line(first[1])
        body = body.lstrip()[first.end() :]
    yield Arrival(
        path=path,
        name=PurePosixPath(path).stem,
        text=_without_marks(body),
        headline=cells.get("title"),
        outlet=cells.get("outlet"),
        published=dates.iso(cells.get("published")),
        published_basis="markup",
        url=cells.get("url"),
        language=cells.get("language"),
    )


def _without_marks(text: str) -> str:
    for pattern, kept in ((_IMAGE, ""), (_LINK, r"\1"), (_HEADING, r"\1"), (_LINE_MARK, ""), (_EMPHASIS, r"\2")):
        text = pattern.sub(kept, text)
    return text
