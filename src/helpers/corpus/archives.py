"""Files inside files: zip and gzip. Members are read in memory, never written to disk, and never without limit."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO

from helpers.corpus.arrival import Rejection, UnreadableError
from helpers.corpus.names import not_an_article, printable

MAX_MEMBER_BYTES = 100_000_000
MAX_UNPACKED_BYTES = 1_000_000_000
MAX_DEPTH = 3

_ENCRYPTED = 0x1


@dataclass
class Allowance:
    """How many bytes may still be unpacked from one file of the folder, archives inside it included."""

    bytes_left: int = MAX_UNPACKED_BYTES


@dataclass(frozen=True)
class Member:
    """A file inside an archive; its path is the archive's with its own behind it."""

    path: str
    data: bytes


Opener = Callable[[str, bytes, Allowance], Iterator[Member | Rejection]]


def open_zip(path: str, data: bytes, allowance: Allowance) -> Iterator[Member | Rejection]:
    """The files of a zip archive, by name. Raises UnreadableError where it is none or was cut short."""
    _check_depth(path)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        raise UnreadableError("is no zip archive or was cut short: download it again") from None
    members = [info for info in archive.infolist() if not info.is_dir()]
    if not members:
        raise UnreadableError("the archive holds no files: pack it again")
    for info in sorted(members, key=lambda info: (info.filename, info.header_offset)):
        inside = f"{path}/{_without_escapes(info.filename)}"
        refusal = not_an_article(inside)
        if not refusal and info.flag_bits & _ENCRYPTED:
            refusal = "is locked with a password: unpack it yourself"
        if refusal:
            yield Rejection(inside, None, refusal)
            continue
        try:
            with archive.open(info) as handle:
                yield Member(inside, _take(handle, allowance))
        except UnreadableError as reason:
            yield Rejection(inside, None, str(reason))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
            yield Rejection(inside, None, f"cannot be unpacked ({error}): unpack it yourself or download it again")


def open_gzip(path: str, data: bytes, allowance: Allowance) -> Iterator[Member]:
    """The one file of a gzip archive. Raises UnreadableError where it is none or was cut short."""
    _check_depth(path)
    try:
        with gzip.open(io.BytesIO(data)) as handle:
            unpacked = _take(handle, allowance)
    except (OSError, EOFError, zlib.error):
        raise UnreadableError("is no gzip file or was cut short: download it again") from None
    inside = PurePosixPath(path).stem
    yield Member(f"{path}/{inside}" if PurePosixPath(inside).suffix else f"{path}/{inside}.txt", unpacked)


OPENERS: dict[str, Opener] = {".zip": open_zip, ".gz": open_gzip}


def _take(handle: IO[bytes], allowance: Allowance) -> bytes:
    limit = min(MAX_MEMBER_BYTES, allowance.bytes_left)
    data = handle.read(limit + 1)
    allowance.bytes_left -= min(len(data), limit)
    if len(data) > limit:
        raise UnreadableError(f"unpacks to more than {limit:,} bytes: unpack it yourself if you trust it")
    return data


def _check_depth(path: str) -> None:
    if sum(part.lower().endswith(tuple(OPENERS)) for part in path.split("/")) > MAX_DEPTH:
        raise UnreadableError("an archive too deep inside others: unpack it yourself if you trust it")


def _without_escapes(name: str) -> str:
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    return printable("/".join(parts)) or "unnamed"
