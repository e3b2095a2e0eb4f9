"""Libraries that only some formats need: their absence is a reason to reject a file, with the way to install them."""

from __future__ import annotations

import logging
from importlib import import_module
from types import ModuleType

from helpers.corpus.arrival import UnreadableError


def library(name: str, distribution: str) -> ModuleType:
    """The module ``name``. Raises UnreadableError naming the extra that brings its ``distribution``."""
    # What these libraries would log of a broken file, its rejection says.
    logging.getLogger(name.partition(".")[0]).setLevel(logging.CRITICAL)
    try:
        return import_module(name)
    except ImportError:
        raise UnreadableError(
            f"needs {distribution}, which is not installed: run `pip install 'helpers[formats]'`"
        ) from None
