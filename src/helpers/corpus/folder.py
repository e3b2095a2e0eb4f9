"""Everything that lies in the raw folder, read file by file: what arrived, and what had to be rejected.

Nothing is followed out of the folder, nothing is unpacked to disk, and no file stops the others.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from helpers.corpus import formats
from helpers.corpus.arrival import Found, Rejection, UnreadableError
from helpers.corpus.names import not_an_article, printable
from helpers.vocabulary import Row

MAX_FILE_BYTES = 500_000_000


def read(raw_dir: Path | str, columns: Sequence[Row], disk: sqlite3.Connection) -> Iterator[Found]:
    """All that is found in the files of a folder, in the order of their paths, whatever order the disk has them in.

    ``columns`` is the vocabulary's table of column names; the paths are sorted on ``disk``. Raises NotADirectoryError
    where there is no such folder.
    """
    raw_dir = Path(raw_dir)
    if not raw_dir.is_dir():
        raise NotADirectoryError(f"{raw_dir} is not a folder: name the folder that holds the articles")
    for path, place in _in_order(_files(raw_dir), raw_dir, disk):
        try:
            yield from formats.read(path, _bytes_of(place), columns)
        except UnreadableError as reason:
            yield Rejection(path, None, str(reason))


def _files(raw_dir: Path) -> Iterator[Path]:
    """Every entry below the folder that is no folder itself, or is one that cannot be opened."""
    folders = [raw_dir]
    while folders:
        folder = folders.pop()
        try:
            for entry in os.scandir(folder):
                if entry.is_dir(follow_symlinks=False):
                    folders.append(folder / entry.name)
                else:
                    yield folder / entry.name
        except OSError:
            yield folder


def _in_order(files: Iterator[Path], raw_dir: Path, disk: sqlite3.Connection) -> Iterator[tuple[str, Path]]:
    """The files by their printable path inside the folder."""
    disk.execute("CREATE TABLE files (path TEXT, place BLOB)")
    named = ((printable(place.relative_to(raw_dir).as_posix()), os.fsencode(place)) for place in files)
    disk.executemany("INSERT INTO files VALUES (?, ?)", named)
    for path, place in disk.execute("SELECT path, place FROM files ORDER BY path, place"):
        yield path, Path(os.fsdecode(place))


def _bytes_of(place: Path) -> bytes:
    refusal = not_an_article(place.name)
    if refusal:
        raise UnreadableError(refusal)
    if place.is_symlink():
        raise UnreadableError("a link, which is not followed: copy what it points to into the folder")
    try:
        status = place.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableError("a folder that cannot be opened: check its permissions")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("no ordinary file: remove it from the folder")
        if status.st_size > MAX_FILE_BYTES:
            raise UnreadableError(f"{status.st_size:,} bytes are too many for one file: split it")
        return place.read_bytes()
    except OSError as error:
        raise UnreadableError(f"cannot be opened ({error.strerror}): check its permissions and copy it again") from None
