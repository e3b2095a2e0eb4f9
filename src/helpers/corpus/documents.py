"""Word processors' and printers' files: DOCX, RTF and PDF, each with one article or a news archive's bundle."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from helpers.corpus import bundles
from helpers.corpus.arrival import Arrival, UnreadableError
from helpers.corpus.columns import storable
from helpers.corpus.encoding import decode
from helpers.corpus.extras import library
from helpers.vocabulary import Row

MAX_PAGES = 2_000
MAX_DOCUMENT_BYTES = 200_000_000

_HYPHENATED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_FULL_LINE = 0.75


def read_docx(path: str, data: bytes, columns: Sequence[Row]) -> Iterator[Arrival]:
    """The paragraphs of a Word document, those in its tables included."""
    docx = library("docx", "python-docx")
    _check_unpacked_size(data)
    document = docx.Document(io.BytesIO(data))
    return bundles.read_lines(path, storable("\n".join(_block_texts(document))))


def _block_texts(holder: Any) -> Iterator[str]:
    """The text of each paragraph of a document or of a table's cell, in the order in which they are read."""
    for block in holder.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                # A cell that spans columns is given once for each of them.
                for cell in {id(cell._tc): cell for cell in row.cells}.values():
                    yield from _block_texts(cell)
        else:
            yield block.text


def read_rtf(path: str, data: bytes, columns: Sequence[Row]) -> Iterator[Arrival]:
    """The text of a rich text file."""
    striprtf = library("striprtf.striprtf", "striprtf")
    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableError("is no RTF file: save it again as RTF")
    return bundles.read_lines(path, storable(striprtf.rtf_to_text(decode(data), errors="replace")))


def read_pdf(path: str, data: bytes, columns: Sequence[Row]) -> Iterator[Arrival]:
    """The text of a PDF file, its lines joined to paragraphs. Raises UnreadableError for scans, which hold none."""
    pypdf = library("pypdf", "pypdf")
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("is locked with a password: save it without one")
    if len(reader.pages) > MAX_PAGES:
        raise UnreadableError(f"has {len(reader.pages):,} pages, too many for articles: split it")
    text = storable("\n".join(page.extract_text() for page in reader.pages))
    if not text.strip():
        raise UnreadableError("holds pictures of pages and no text: run text recognition (OCR) over it first")
    if bundles.is_bundle(text):
        return bundles.read_lines(path, text)
    return bundles.read_lines(path, _unwrap(_HYPHENATED.sub("", text)))


def _unwrap(text: str) -> str:
    """Lines joined to paragraphs: a line that reaches the right margin goes on in the next one."""
    lines = [line.strip() for line in text.split("\n")]
    margin = _FULL_LINE * sorted(map(len, lines))[int(0.9 * len(lines))]
    return "".join(line + (" " if len(line) >= margin else "\n") for line in lines)


def _check_unpacked_size(data: bytes) -> None:
    """A DOCX file is a zip archive; one that grows beyond reason is not opened."""
    try:
        size = sum(info.file_size for info in zipfile.ZipFile(io.BytesIO(data)).infolist())
    except zipfile.BadZipFile:
        raise UnreadableError("is no DOCX file or was cut short: save it again") from None
    if size > MAX_DOCUMENT_BYTES:
        raise UnreadableError(f"unpacks to {size:,} bytes, too many for a document: split it")
