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
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

LOCAL, DASK = "local", "dask"
BATCH = 64
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
    def alone(self) -> bool:
        """Whether this process does the work itself."""
        return self.name == LOCAL and self._processes == 1

    @property
    def _processes(self) -> int:
        return self.workers or os.cpu_count() or 1

    @contextlib.contextmanager
    def pool(self) -> Iterator[tuple[Executor, Callable[[], int]]]:
        """A pool, and how many batches it can work on at once, which in a cluster may change."""
        if self.name == LOCAL:
            from joblib.externals.loky import get_reusable_executor

            yield get_reusable_executor(self._processes, timeout=_IDLE), lambda: self._processes
            return
        with _cluster(self.scheduler) as client, client.get_executor() as executor:
            yield executor, lambda: sum(client.nthreads().values())


ALL_CORES = Engine()
"""The engine that is used unless another is named."""


def run(
    function: Callable[[Item], Result], items: Iterable[Item], engine: Engine = ALL_CORES, batch: int = BATCH
) -> Iterator[Result]:
    """``function`` of every item, in order. Fewer items than a batch stay in this process on the local engine.

    ``function`` must be one that can be pickled. Raises what it raises; ValueError where a cluster cannot be used.
    """
    stream = iter(items)
    head = list(islice(stream, batch + 1))
    everything = chain(head, stream)
    if engine.alone or (engine.name == LOCAL and len(head) <= batch):
        yield from map(function, everything)
        return
    pickled = pickle.dumps(function)
    waiting: deque[Future[list[Result]]] = deque()
    with engine.pool() as (pool, places):
        try:
            while piece := list(islice(everything, batch)):
                waiting.append(pool.submit(_each, pickled, piece))
                if len(waiting) >= _AHEAD * max(1, places()):
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _each(pickled: bytes, items: list[Item]) -> list[Result]:
    return list(map(_unpickled(pickled), items))


@lru_cache(maxsize=2)
def _unpickled(pickled: bytes) -> Callable[[Item], Result]:
    """The function, the same for all batches of a run: what it has built for itself from its vocabulary is kept."""
    return pickle.loads(pickled)


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
