"""Files that are written whole or not at all."""

from __future__ import annotations

import glob
import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def write_whole(path: Path, write_to: Callable[[Path], object]) -> None:
    """Call ``write_to`` on a file beside ``path`` and move it into place once it is complete.

    What a run that was killed left beside it is cleared away.
    """
    prefix, suffix = f".{path.name}.", ".part"
    for left in path.parent.glob(f"{glob.escape(prefix)}*{suffix}"):
        left.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=suffix)
    os.close(handle)
    beside = Path(name)
    try:
        write_to(beside)
        beside.chmod(0o644)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
