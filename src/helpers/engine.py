"""The same function over many articles: on this machine's cores.

Work is cut into batches, and results come back in the order of the articles whatever the number of workers.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

LOCAL = "local"
"""The one engine there is: this machine's cores."""
BATCH = 64


def checked(name: str) -> str:
    """The name of an engine; ValueError where there is none of that name."""
    if name != LOCAL:
        raise ValueError(f'engine "{name}" is not known; use "{LOCAL}"')
    return name


def run(
    function: Callable[[Item], Result], items: Iterable[Item], workers: int | None = None, batch: int = BATCH
) -> Iterator[Result]:
    """``function`` of every item, in order. One worker, or fewer items than a batch, stays in this process."""
    workers = workers or os.cpu_count() or 1
    stream = iter(items)
    head = list(islice(stream, batch + 1))
    if workers == 1 or len(head) <= batch:
        for item in head:
            yield function(item)
        for item in stream:
            yield function(item)
        return
    from joblib import Parallel, delayed

    def batches() -> Iterator[list[Item]]:
        yield head
        while piece := list(islice(stream, batch)):
            yield piece

    for results in Parallel(n_jobs=workers, return_as="generator")(delayed(_each)(function, b) for b in batches()):
        yield from results


def _each(function: Callable[[Item], Result], items: list[Item]) -> list[Result]:
    return [function(item) for item in items]
