"""Everything that lies in the raw folder, read file by file: what arrived, and what had to be rejected.

Nothing is followed out of the folder, nothing is unpacked to disk, and no file stops the others.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from helpers.corpus import tabular
from helpers.corpus.arrival import Arrival, Found, ManifestRow, Rejection, UnreadableError
from helpers.corpus.encoding import decode
from helpers.vocabulary import Row

MAX_FILE_BYTES = 500_000_000
MAX_ARTICLE_CHARACTERS = 1_000_000

Reader = Callable[[str, bytes, Sequence[Row]], Iterator[Found]]


def read(raw_dir: Path | str, columns: Sequence[Row]) -> tuple[list[Arrival], list[Rejection]]:
    """All arrivals and rejections of a folder, in the order of their paths, whatever order the disk has them in.

    ``columns`` is the vocabulary's table of column names. Raises NotADirectoryError where there is no such folder.
    """
    raw_dir = Path(raw_dir)
    if not raw_dir.is_dir():
        raise NotADirectoryError(f"{raw_dir} is not a folder: name the folder that holds the articles")
    found: list[Found] = []
    for path, place in files(raw_dir):
        try:
            found += _read_file(path, _bytes_of(place), columns)
        except UnreadableError as reason:
            found.append(Rejection(path, None, str(reason)))
    arrivals = [one for one in found if isinstance(one, Arrival)]
    said, unmatched = _matched([one for one in found if isinstance(one, ManifestRow)], arrivals)
    rejections = [one for one in found if isinstance(one, Rejection)] + unmatched
    return [replace(arrival, **said.get(_same_name(arrival.path), {})) for arrival in arrivals], rejections


def _read_file(path: str, data: bytes, columns: Sequence[Row]) -> list[Found]:
    reader = READERS.get(_suffix(path))
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise UnreadableError(f"no reader for this kind of file: save it as one of {known}")
    if not data.strip():
        raise UnreadableError("the file is empty: download or export it again")
    return [_within_length(found) for found in reader(path, data, columns)]


def _within_length(found: Found) -> Found:
    if isinstance(found, Arrival) and len(found.text) > MAX_ARTICLE_CHARACTERS:
        reason = f"{len(found.text):,} characters are too many for one article: split it into its articles"
        return Rejection(found.path, found.row, reason)
    return found


def read_text(path: str, data: bytes, columns: Sequence[Row]) -> Iterator[Arrival]:
    """A text file holds one article."""
    if len(data) > 4 * MAX_ARTICLE_CHARACTERS:
        raise UnreadableError(f"{len(data):,} bytes are too many for one article: split it into its articles")
    yield Arrival(path=path, name=PurePosixPath(path).stem, text=decode(data))


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".csv": tabular.read_csv,
    ".tsv": tabular.read_csv,
}


def files(raw_dir: Path) -> list[tuple[str, Path]]:
    """Every entry below the folder that is no folder itself: its printable path inside the folder, and its place."""
    found: list[Path] = []

    def keep_closed_folder(error: OSError) -> None:
        found.append(Path(error.filename))

    for folder, folders, names in os.walk(raw_dir, onerror=keep_closed_folder, followlinks=False):
        folders.sort()
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        found += [Path(folder) / name for name in (*names, *links)]
    return sorted((_printable(place.relative_to(raw_dir).as_posix()), place) for place in found)


def _bytes_of(place: Path) -> bytes:
    if place.name.startswith(".") or place.name == "Thumbs.db":
        raise UnreadableError("a hidden file of the system, no article: nothing to do")
    if place.stem.lower() == "readme":
        raise UnreadableError("describes the folder, no article: rename it if it is one")
    if place.is_symlink():
        raise UnreadableError("a link, which is not followed: copy what it points to into the folder")
    try:
        status = place.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("no ordinary file: remove it from the folder")
        if status.st_size > MAX_FILE_BYTES:
            raise UnreadableError(f"{status.st_size:,} bytes are too many for one file: split it")
        return place.read_bytes()
    except OSError as error:
        raise UnreadableError(f"cannot be opened ({error.strerror}): check its permissions and copy it again") from None


def _printable(name: str) -> str:
    """The name without what no table could hold: line breaks, controls and bytes that are no text come out escaped."""
    text = os.fsencode(name).decode("utf-8", errors="backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _matched(
    rows: Sequence[ManifestRow], arrivals: Sequence[Arrival]
) -> tuple[dict[str, Mapping[str, str]], list[Rejection]]:
    """Path -> what a manifest says of it; and the rows that say it of nothing."""
    said: dict[str, Mapping[str, str]] = {}
    unmatched = []
    present = {_same_name(arrival.path) for arrival in arrivals}
    for row in rows:
        target = _same_name((PurePosixPath(row.path).parent / row.file).as_posix())
        if target not in present:
            reason = f"no article was read from the file {row.file!r}: add that file or delete this row"
            unmatched.append(Rejection(row.path, row.row, reason))
        elif target in said:
            reason = f"names the file {row.file!r} a second time: delete one of its rows"
            unmatched.append(Rejection(row.path, row.row, reason))
        else:
            said[target] = row.said
    return said, unmatched


def _same_name(path: str) -> str:
    return unicodedata.normalize("NFC", path)
