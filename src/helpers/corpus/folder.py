"""Everything that lies in the raw folder, read file by file: what arrived, and what had to be rejected.

Nothing is followed out of the folder, nothing is unpacked to disk, and no file stops the others.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from helpers.corpus import archives, formats
from helpers.corpus.arrival import Arrival, Found, ManifestRow, Rejection, UnreadableError
from helpers.corpus.names import not_an_article, printable
from helpers.vocabulary import Row

MAX_FILE_BYTES = 500_000_000


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
            found += formats.read(path, _bytes_of(place), columns)
        except UnreadableError as reason:
            found.append(Rejection(path, None, str(reason)))
    arrivals = [one for one in found if isinstance(one, Arrival)]
    said, unmatched = _matched([one for one in found if isinstance(one, ManifestRow)], arrivals)
    rejections = [one for one in found if isinstance(one, Rejection)] + unmatched
    return [_told(arrival, said) for arrival in arrivals], rejections


def files(raw_dir: Path) -> list[tuple[str, Path]]:
    """Every entry below the folder that is no folder itself: its printable path inside the folder, and its place."""
    found: list[Path] = []

    def keep_closed_folder(error: OSError) -> None:
        found.append(Path(error.filename))

    for folder, folders, names in os.walk(raw_dir, onerror=keep_closed_folder, followlinks=False):
        folders.sort()
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        found += [Path(folder) / name for name in (*names, *links)]
    return sorted((printable(place.relative_to(raw_dir).as_posix()), place) for place in found)


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


def _matched(
    rows: Sequence[ManifestRow], arrivals: Sequence[Arrival]
) -> tuple[dict[str, Mapping[str, str]], list[Rejection]]:
    """Path -> what a manifest says of it; and the rows that say it of nothing."""
    said: dict[str, Mapping[str, str]] = {}
    unmatched = []
    present = {name for arrival in arrivals for name in _names(arrival)}
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


def _told(arrival: Arrival, said: Mapping[str, Mapping[str, str]]) -> Arrival:
    """The arrival with what its manifest says; an article among many in a file knows better what it says itself."""
    of_it = next((said[name] for name in _names(arrival) if name in said), {})
    if arrival.row is not None:
        of_it = {field: value for field, value in of_it.items() if getattr(arrival, field) is None}
    return replace(arrival, **of_it)


def _names(arrival: Arrival) -> list[str]:
    """The names by which a manifest may call an article's file: its own, or that of an archive that holds it."""
    path = PurePosixPath(arrival.path)
    holders = [parent for parent in path.parents if parent.suffix.lower() in archives.OPENERS]
    return [_same_name(str(name)) for name in (path, *holders)]


def _same_name(path: str) -> str:
    return unicodedata.normalize("NFC", path)
