"""Which reader reads which kind of file. A new format is a reader and a line in READERS.

A reader takes a file's path, its bytes and the vocabulary's table of column names, and yields what it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

from helpers.corpus import archives, bundles, documents, markdown, pages, records, tabular
from helpers.corpus.arrival import Arrival, Found, Rejection, UnreadableError
from helpers.corpus.encoding import decode
from helpers.vocabulary import Row

MAX_ARTICLE_CHARACTERS = 1_000_000

Reader = Callable[[str, bytes, Sequence[Row]], Iterator[Found]]


def read_text(path: str, data: bytes, columns: Sequence[Row]) -> Iterator[Arrival]:
    """The article of a text file, or the articles of a news archive's bundle."""
    if len(data) > bundles.MAX_BUNDLE_BYTES:
        raise UnreadableError(f"{len(data):,} bytes are too many for one text: split it into its articles")
    yield from bundles.read_lines(path, decode(data))


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": markdown.read_markdown,
    ".csv": tabular.read_csv,
    ".tsv": tabular.read_csv,
    ".json": records.read_json,
    ".jsonl": records.read_json_lines,
    ".ndjson": records.read_json_lines,
    ".html": pages.read_html,
    ".htm": pages.read_html,
    ".xhtml": pages.read_html,
    ".warc": pages.read_warc,
    ".pdf": documents.read_pdf,
    ".docx": documents.read_docx,
    ".rtf": documents.read_rtf,
}


def read(path: str, data: bytes, columns: Sequence[Row]) -> list[Found]:
    """Everything found in a file, and in the files inside it where it is an archive.

    Nothing that stands in a file makes this raise: what cannot be read is a Rejection.
    """
    return _read(path, data, columns, archives.Allowance())


def _read(path: str, data: bytes, columns: Sequence[Row], allowance: archives.Allowance) -> list[Found]:
    suffix = PurePosixPath(path).suffix.lower()
    try:
        if not data.strip():
            raise UnreadableError("the file is empty: download or export it again")
        if suffix in archives.OPENERS:
            members = archives.OPENERS[suffix](path, data, allowance)
            return [found for member in members for found in _read_member(member, columns, allowance)]
        if suffix not in READERS:
            known = ", ".join(sorted([*READERS, *archives.OPENERS]))
            raise UnreadableError(f"no reader for this kind of file: save it as one of {known}")
        found = [_within_length(one) for one in READERS[suffix](path, data, columns)]
        if not found:
            raise UnreadableError("holds no article: look into it and export it again")
        return found
    except UnreadableError as reason:
        return [Rejection(path, None, str(reason))]
    except Exception as error:
        # Whatever a parser stumbles over in a broken file is that file's fault and must not stop the others.
        told = str(error)
        what = (
            f"{type(error).__name__}: {told}"[:200] if told.isascii() and told.isprintable() else type(error).__name__
        )
        return [Rejection(path, None, f"is broken or no {suffix} file ({what}): download or export it again")]


def _read_member(
    member: archives.Member | Rejection, columns: Sequence[Row], allowance: archives.Allowance
) -> list[Found]:
    return [member] if isinstance(member, Rejection) else _read(member.path, member.data, columns, allowance)


def _within_length(found: Found) -> Found:
    if isinstance(found, Arrival) and len(found.text) > MAX_ARTICLE_CHARACTERS:
        reason = f"{len(found.text):,} characters are too many for one article: split it into its articles"
        return Rejection(found.path, found.row, reason)
    return found
