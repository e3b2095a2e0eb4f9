"""What a run reads, written down, so that make sees articles that were added, changed or taken away.

Make compares dates of files. It cannot see a file that is gone, nor one whose name has a space in it. So each input
folder's files are listed in one small file, which is touched only when the list changes.

    python -m helpers.inputs LISTS raw_dir=data/raw vocabulary_dir=data/vocabulary date_from=2013
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from helpers.files import whole


def listing(folder: Path) -> str:
    """A line a file below ``folder``, hidden ones left out: its path, bytes and time of last change."""
    return "\n".join([str(folder.resolve()), *sorted(_lines(folder))]) + "\n"


def write_down(parameters: Mapping[str, str], lists: Path) -> None:
    """Write the listing of each parameter that ends in ``_dir`` and, in ``parameters``, the values of the others."""
    lists.mkdir(parents=True, exist_ok=True)
    contents = {name: listing(Path(value)) for name, value in parameters.items() if name.endswith("_dir")}
    values = {name: value for name, value in parameters.items() if name not in contents}
    contents["parameters"] = "".join(f"{name}={value}\n" for name, value in values.items())
    for name, content in contents.items():
        _write_if_changed(lists / name, content)


def _lines(folder: Path) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith("."):
                path = Path(here, name)
                state = path.lstat()
                yield f"{str(path.relative_to(folder))!a} {state.st_size} {state.st_mtime_ns}"


def _write_if_changed(path: Path, content: str) -> None:
    data = content.encode("utf-8", errors="surrogateescape")
    if not path.exists() or path.read_bytes() != data:
        with whole(path) as beside:
            beside.write_bytes(data)


if __name__ == "__main__":
    write_down(dict(argument.split("=", 1) for argument in sys.argv[2:]), Path(sys.argv[1]))
