"""Saved web pages: the article without what stands around it, and what the page's markup says of it."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from helpers.corpus import bundles, dates
from helpers.corpus.arrival import Arrival, Found, Rejection, UnreadableError
from helpers.corpus.columns import one_line, storable
from helpers.corpus.encoding import decode
from helpers.corpus.extras import library
from helpers.vocabulary import Row

MAX_PAGE_BYTES = 10_000_000
MAX_TAGS = 30_000
MAX_TAGS_FOR_SECOND_LOOK = 3_000
"""Trafilatura asks slower extractors too unless told not to; their time grows with the square of the tags."""

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s{0,3}=\s{0,3}[\"']?(iso-8859-(?!1\b)\d+|windows-\d+|koi8-[ru]|gb\w+|big5|euc-\w+"
    rb"|shift_jis)\b",
    re.IGNORECASE,
)
"""Encodings that a page must name to be read; all others are told from the bytes."""

_FEWEST_WORDS = 10


def read_html(path: str, data: bytes, columns: Sequence[Row]) -> Iterator[Found]:
    """The article of a saved page, or the articles of a news archive's bundle. Raises UnreadableError without one."""
    html = _decode_page(data)
    if bundles.is_html_bundle(html):
        yield from bundles.read_lines(path, _lines(html))
    else:
        yield _article(html, path, PurePosixPath(path).stem, url=None, row=None)


def read_warc(path: str, data: bytes, columns: Sequence[Row]) -> Iterator[Found]:
    """The articles among the pages of a web archive. Its other contents (images, styles) are counted, not listed."""
    iterator = library("warcio.archiveiterator", "warcio")
    others: Counter[str] = Counter()
    row = 0
    for record in iterator.ArchiveIterator(io.BytesIO(data)):
        kind = (record.http_headers.get_header("Content-Type") or "") if record.http_headers else ""
        kind = one_line(kind.split(";")[0]).lower()
        if record.rec_type not in ("response", "resource") or kind not in ("text/html", "application/xhtml+xml"):
            others[kind or record.rec_type or "unknown"] += 1
            continue
        row += 1
        url = one_line(storable(record.rec_headers.get_header("WARC-Target-URI") or ""))
        content = record.content_stream().read(MAX_PAGE_BYTES + 1)
        try:
            yield _article(_decode_page(content), path, f"{PurePosixPath(path).stem}-{row}", url=url or None, row=row)
        except UnreadableError as reason:
            yield Rejection(path, row, f"{reason} ({url})")
    if others:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(others.items()))
        yield Rejection(path, None, f"holds records that are no pages, left out: {kinds}. Nothing to do")


def _article(html: str, path: str, name: str, url: str | None, row: int | None) -> Arrival:
    if html.count("<") > MAX_TAGS:
        raise UnreadableError(f"holds more than {MAX_TAGS:,} tags, too many for one page: save its text alone")
    trafilatura = library("trafilatura", "trafilatura")
    found = trafilatura.bare_extraction(
        html,
        url=url,
        fast=html.count("<") > MAX_TAGS_FOR_SECOND_LOOK,
        with_metadata=True,
        include_comments=False,
        # Only what the markup says: a date guessed from the text would claim to be the page's own.
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": f"{dates.LATEST}-12-31"},
    )
    if found is None or len((found.text or "").split()) < _FEWEST_WORDS:
        raise UnreadableError("no article was found on this page: save the page of the article itself, or its text")
    return Arrival(
        path=path,
        name=name,
        row=row,
        text=storable(found.text),
        headline=one_line(storable(found.title or "")) or None,
        outlet=one_line(storable(found.sitename or found.hostname or "")) or None,
        published=dates.iso(found.date),
        published_basis="markup",
        url=one_line(storable(found.url or "")) or url,
    )


def _decode_page(data: bytes) -> str:
    if len(data) > MAX_PAGE_BYTES:
        raise UnreadableError(f"{len(data):,} bytes are too many for one page: save its text alone")
    named = _CHARSET.search(data[:4096])
    if named:
        try:
            return data.decode(named[1].decode("ascii"))
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data)


def _lines(html: str) -> str:
    """The page's text with a line for every block."""
    lxml_html = library("lxml.html", "trafilatura")
    root = lxml_html.document_fromstring(html)
    for unseen in root.xpath("//script|//style|//head"):
        unseen.drop_tree()
    for block in root.xpath("//p|//div|//br|//h1|//h2|//h3|//td|//li|//pre"):
        block.tail = "\n" + (block.tail or "")
    return root.text_content()
