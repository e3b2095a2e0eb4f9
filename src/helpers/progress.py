"""How far long work has come: a bar with its rate and the time left, in a terminal and under a notebook's cell.

It appears when work takes longer than a few seconds and is gone when it is done; where nobody looks (a log file, a
pipe) there is none.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

_DELAY = 2.0
_EVERY = 1.0
_DRAWN = re.compile(r"\r[^\r\n]*")


def shown(items: Iterable[Item], what: str, total: int | None = None, unit: str = "articles") -> Iterator[Item]:
    """The same items; ``what`` is being done to them, ``total`` is how many there are, where it is known."""
    from tqdm import tqdm

    # A notebook's output is no terminal, and yet somebody may look.
    hidden = False if "ipykernel" in sys.modules else None
    return iter(
        tqdm(
            items,
            what,
            total,
            unit=f" {unit}",
            delay=_DELAY,
            mininterval=_EVERY,
            leave=False,
            disable=hidden,
            dynamic_ncols=True,
        )
    )


def without_bars(text: str) -> str:
    """What was printed, without the bars that were drawn over each other in between."""
    return _DRAWN.sub("", text)
