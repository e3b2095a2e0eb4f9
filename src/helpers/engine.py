"""The same function over many articles: on this machine's cores, or on a Dask cluster.

Work is cut into batches that go to a pool of processes; results come back in the order of the articles whatever the
pool. Only so many batches are under way at once, so that a corpus of any size passes through little memory. Either
pool is a ``concurrent.futures.Executor``: joblib's on this machine, Dask's own on a cluster, which gives the batches
of a worker that died to another.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import time
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain, islice
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

LOCAL, DASK = "local", "dask"
BATCH = 128
_AHEAD = 3
"""Batches under way for each process: enough that none waits while a slow one is waited for."""
_IDLE = 300
"""Seconds for which processes of this machine wait for more work."""
_PATIENCE = 30
"""Seconds in which a scheduler must answer, and the first of its workers be there."""


@dataclass(frozen=True)
class Engine:
    """Where work is done.

    ``local`` with a number of processes (null for one a core), or ``dask`` with the address of its scheduler.
    Raises ValueError where there is no engine of that name, or an address is missing.
    """

    name: str = LOCAL
    scheduler: str = ""
    workers: int | None = None

    def __post_init__(self) -> None:
        if self.name not in (LOCAL, DASK):
            raise ValueError(f'engine "{self.name}" is not known; use "{LOCAL}" or "{DASK}"')
        if self.name == DASK and not self.scheduler:
            raise ValueError('engine "dask" needs the address of its scheduler, such as tcp://10.0.0.1:8786')

    @property
    def processes(self) -> int:
        """How many processes the local engine uses."""
        return self.workers or os.cpu_count() or 1

    @contextlib.contextmanager
    def pool(self) -> Iterator[tuple[Executor, Callable[[], int]]]:
        """A pool, and how many batches it can work on at once, which in a cluster may change."""
        if self.name == LOCAL:
            from joblib.externals.loky import get_reusable_executor

            yield get_reusable_executor(self.processes, timeout=_IDLE), lambda: self.processes
            return
        # Batches that are all new need no digest of what they hold.
        with _cluster(self.scheduler) as client, client.get_executor(pure=False) as executor:
            yield executor, _asked_seldom(lambda: sum(client.nthreads().values()))


ALL_CORES = Engine()
"""The engine that is used unless another is named."""


class Memory(Protocol):
    """What is known of items from earlier runs."""

    def recall(self, items: list[Item]) -> list[Result | None]:
        """The result of each item; null where it has to be worked out."""

    def keep(self, items: list[Item], results: list[Result]) -> None:
        """Remember the results of items."""


def run(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    engine: Engine = ALL_CORES,
    memory: Memory | None = None,
    batch: int = BATCH,
) -> Iterator[Result]:
    """``function`` of every item, in order; what ``memory`` recalls is not worked out again.

    Fewer items than a batch stay in this process on the local engine; otherwise ``function`` must be one that can be
    pickled. Raises what it raises; ValueError where a cluster cannot be used.
    """
    stream = iter(items)
    head = list(islice(stream, batch + 1))
    here = engine.name == LOCAL and (engine.processes == 1 or len(head) <= batch)
    work = partial(_each, function) if here else partial(_each_unpickled, zlib.compress(pickle.dumps(function)))
    batches = _batches(chain(head, stream), batch)
    waiting: deque[tuple[list[Result | None], list[Item], Future[list[Result]]]] = deque()

    def finished() -> Iterator[Result]:
        known, new, future = waiting.popleft()
        results = future.result()
        if memory and new:
            memory.keep(new, results)
        worked_out = iter(results)
        yield from (next(worked_out) if result is None else result for result in known)

    with contextlib.nullcontext((_Here(), int)) if here else engine.pool() as (pool, places):
        try:
            for piece in batches:
                known = memory.recall(piece) if memory else [None] * len(piece)
                new = [item for item, result in zip(piece, known, strict=True) if result is None]
                waiting.append((known, new, (pool if new else _Here()).submit(work, new)))
                while len(waiting) > _AHEAD * places():
                    yield from finished()
            while waiting:
                yield from finished()
        finally:
            for _, _, future in waiting:
                future.cancel()


def _asked_seldom(count: Callable[[], int]) -> Callable[[], int]:
    """A count that is taken anew once a second at most, as each time costs the scheduler an answer."""

    @lru_cache(maxsize=1)
    def counted(second: int) -> int:
        return count()

    return lambda: counted(int(time.monotonic()))


class _Here(Executor):
    """A pool that is this process: what is submitted is done at once."""

    def submit(self, function: Callable[[list[Item]], list[Result]], items: list[Item]) -> Future[list[Result]]:
        future: Future[list[Result]] = Future()
        future.set_result(function(items) if items else [])
        return future


def _batches(items: Iterator[Item], size: int) -> Iterator[list[Item]]:
    while batch := list(islice(items, size)):
        yield batch


def _each(function: Callable[[Item], Result], items: list[Item]) -> list[Result]:
    return list(map(function, items))


def _each_unpickled(pickled: bytes, items: list[Item]) -> list[Result]:
    return _each(_unpickled(pickled), items)


@lru_cache(maxsize=2)
def _unpickled(pickled: bytes) -> Callable[[Item], Result]:
    """The function, the same for all batches of a run: what it has built for itself from its vocabulary is kept."""
    return pickle.loads(zlib.decompress(pickled))


@contextlib.contextmanager
def _cluster(scheduler: str) -> Iterator:
    try:
        from distributed import Client
    except ImportError:
        raise ValueError('engine "dask" needs the package distributed: pip install "helpers[cluster]"') from None
    try:
        client = Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ValueError(
            f"no Dask scheduler answers at {scheduler} ({error}): start one with `dask scheduler`"
        ) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError:
            raise ValueError(
                f"the scheduler at {scheduler} has no workers: start one a core with `dask worker {scheduler} "
                "--nthreads 1`"
            ) from None
        yield client
