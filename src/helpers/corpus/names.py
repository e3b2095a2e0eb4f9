"""File names: as they can be printed, and which are no articles."""

from __future__ import annotations

import os
from pathlib import PurePosixPath


def printable(name: str) -> str:
    """The name without what no table could hold: line breaks, controls and bytes that are no text come out escaped."""
    text = os.fsencode(name).decode("utf-8", errors="backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def not_an_article(path: str) -> str | None:
    """Why a file of this name is left out unread; null where it is to be read."""
    name = PurePosixPath(path)
    if name.name.startswith(".") or name.name == "Thumbs.db" or "__MACOSX" in name.parts:
        return "a hidden file of the system, no article: nothing to do"
    if name.stem.lower() == "readme":
        return "describes the folder, no article: rename it if it is one"
    return None
