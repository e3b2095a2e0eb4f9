"""Where the project's own folders are."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def path(folder: Path | str) -> Path:
    """The folder as it is where it is absolute, else inside the project, whatever directory one works in."""
    return ROOT / Path(folder).expanduser()
