"""Bundles of many articles in one file, as the news archives LexisNexis and Factiva deliver them.

Three layouts are known by the lines that set their articles apart:

- ``End of Document`` after each article (Nexis Uni): headline, outlet, date, labels such as ``Length: 345 words``,
  a line ``Body``, the text, and again labels such as ``Load-Date:`` or ``Classification``;
- ``3 of 120 DOCUMENTS`` before each article (LexisNexis Academic): outlet, date, headline, labels such as
  ``LENGTH: 345 words``, the text, and again labels;
- ``Document AFPR000020190807ef87000b5`` after each article (Factiva): headline, ``345 words``, date, outlet, code,
  language, copyright, then the text; or the same under two-letter labels (``HD``, ``PD``, ``SN``, ``LP``, ``TD``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from helpers.corpus import dates
from helpers.corpus.arrival import Arrival
from helpers.corpus.columns import one_line

MAX_BUNDLE_BYTES = 100_000_000

_END, _START, _NUMBERED = "End of Document", r"\d{1,6} of \d{1,6} DOCUMENTS", "Document [A-Za-z0-9]{12,40}"
_NEXIS_END = re.compile(rf"^[ \t]*{_END}[ \t\r]*$", re.MULTILINE)
_LEXIS_START = re.compile(rf"^[ \t]*{_START}[ \t\r]*$", re.MULTILINE)
_FACTIVA_END = re.compile(rf"^[ \t]*(?:AN[ \t]+)?{_NUMBERED}[ \t\r]*$", re.MULTILINE)
_IN_HTML = re.compile(rf">\s*(?:{_END}|{_START}|{_NUMBERED})\s*<")
_TIME_OF_DAY = re.compile(r"\d\d:\d\d(?: GMT)?")

_LENGTH = re.compile(r"^(?:length:\s*)?\d[\d,]{0,8} words\b", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:section|length|byline|dateline|headline|source|copyright|load-date|language|publication-type|subject|graphic"
    r"|classification|notes|highlight|geographic|organization|person|company|industry|type|journal code|highlight"
    r"|correction|series|url)\s*:",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"^(?:load-date|publication-type|language|subject|classification|geographic|organization|industry|person|company"
    r"|journal code|graphic|notes|correction)\s*(?::|$)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"^(?:copyright\b|\(c\)|©)", re.IGNORECASE)
_FACTIVA_LABEL = re.compile(
    r"^(HD|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CO|IN|NS|RE|PUB|AN|CT|RF|IPD|IPC|ART)(?:\s+(.*))?$"
)


@dataclass(frozen=True)
class Piece:
    """One article of a bundle."""

    headline: str | None
    outlet: str | None
    published: str | None
    text: str


def is_bundle(text: str) -> bool:
    """Whether the lines that set articles apart stand in the text."""
    return any(mark.search(text) for mark in (_NEXIS_END, _LEXIS_START, _FACTIVA_END))


def is_html_bundle(html: str) -> bool:
    """Whether a page holds a bundle: the same lines stand in it as a block's whole content."""
    return _IN_HTML.search(html) is not None


def read_lines(path: str, text: str) -> Iterator[Arrival]:
    """The articles of a bundle, a row each; of any other text the one article that it is."""
    stem = PurePosixPath(path).stem
    pieces = split(text)
    if pieces:
        for row, piece in enumerate(pieces, start=1):
            yield Arrival(
                path=path,
                name=f"{stem}-{row}",
                row=row,
                text=piece.text,
                headline=piece.headline,
                outlet=piece.outlet,
                published=piece.published,
            )
    else:
        yield Arrival(path=path, name=stem, text=text)


def split(text: str) -> list[Piece]:
    """The articles of a bundle; none where the text is no bundle. An article whose layout is unknown is kept whole."""
    for mark, chunks, layout in _LAYOUTS:
        if mark.search(text):
            lines = (
                [line.strip() for line in chunk.splitlines() if line.strip()] for chunk in chunks(mark.split(text))
            )
            return [layout(chunk) or Piece(None, None, None, "\n".join(chunk)) for chunk in lines if chunk]
    return []


def _nexis(lines: Sequence[str]) -> Piece | None:
    body = next((number for number, line in enumerate(lines) if line.lower() == "body"), None)
    if body is None:
        return None
    dated = _first_date(lines[:body])
    outlet = lines[dated - 1] if dated and dated >= 2 else None
    return _piece(lines[0], outlet, lines[dated] if dated else None, _up_to_foot(lines[body + 1 :]))


def _lexis(lines: Sequence[str]) -> Piece | None:
    lines = [line for line in lines if not _COPYRIGHT.match(line)]
    dated = _first_date(lines[:8])
    length = next((number for number, line in enumerate(lines[:20]) if _LENGTH.match(line)), None)
    if dated is None or length is None:
        return None
    labelled = [line.partition(":")[2] for line in lines[:length] if line.lower().startswith("headline:")]
    unlabelled = [line for line in lines[dated + 1 : length] if not _LABEL.match(line)]
    body = length + 1
    while body < len(lines) and _LABEL.match(lines[body]):
        body += 1
    headline = next(iter([*labelled, *unlabelled]), None)
    return _piece(headline, lines[0] if dated else None, lines[dated], _up_to_foot(lines[body:]))


def _factiva(lines: Sequence[str]) -> Piece | None:
    fields = _factiva_fields(lines)
    if fields:
        body = [*fields.get("LP", ()), *fields.get("TD", ())]
        headline, outlet, published = (" ".join(fields.get(label, ())) for label in ("HD", "SN", "PD"))
        return _piece(headline, outlet, published, body)
    length = next((number for number, line in enumerate(lines[:20]) if _LENGTH.match(line)), None)
    notice = next((number for number, line in enumerate(lines[:30]) if _COPYRIGHT.match(line)), None)
    if length is None or notice is None or not length:
        return None
    dated = _first_date(lines[length:notice])
    if dated is None:
        return None
    dated += length
    outlet = next((line for line in lines[dated + 1 : notice] if not _TIME_OF_DAY.fullmatch(line)), None)
    return _piece(lines[0], outlet, lines[dated], lines[notice + 1 :])


def _factiva_fields(lines: Sequence[str]) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    label = ""
    for line in lines:
        found = _FACTIVA_LABEL.match(line)
        if found:
            label = found[1]
            fields.setdefault(label, [])
            if found[2]:
                fields[label].append(found[2])
        elif label:
            fields[label].append(line)
    return fields if "HD" in fields and ("LP" in fields or "TD" in fields) else {}


def _piece(headline: str | None, outlet: str | None, published: str | None, body: Sequence[str]) -> Piece | None:
    if not body:
        return None
    return Piece(
        one_line(headline or "") or None, one_line(outlet or "") or None, dates.iso(published), "\n".join(body)
    )


def _first_date(lines: Sequence[str]) -> int | None:
    dated = (number for number, line in enumerate(lines) if len(dates.iso(line) or "") == 10)
    return next(dated, None)


def _up_to_foot(lines: Sequence[str]) -> Sequence[str]:
    foot = next((number for number, line in enumerate(lines) if _FOOT.match(line)), len(lines))
    return lines[:foot]


_LAYOUTS: tuple[
    tuple[re.Pattern[str], Callable[[list[str]], list[str]], Callable[[Sequence[str]], Piece | None]], ...
] = (
    # What follows the last closing line, or stands before the first opening one, is no article.
    (_NEXIS_END, lambda chunks: chunks[:-1], _nexis),
    (_LEXIS_START, lambda chunks: chunks[1:], _lexis),
    (_FACTIVA_END, lambda chunks: chunks[:-1], _factiva),
)
