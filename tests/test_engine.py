import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from itertools import count, islice
from pathlib import Path
from types import SimpleNamespace

import pytest

from helpers import engine, vocabulary
from helpers.__main__ import main
from helpers.engine import Engine
from helpers.figures import extract

SOURCE = Path(engine.__file__).parents[1]
ONE, TWO = Engine(workers=1), Engine(workers=2)


def articles_about(numbers):
    return [
        {
            "article_id": str(n),
            "published": "2016-05-02",
            "text": f"Shells killed {n} men in Homs on Sunday, SANA said. At least {n + 2} families fled the town.",
        }
        for n in numbers
    ]


def written(results):
    return "".join(json.dumps(figure) + "\n" for figures in results for figure in figures).encode()


def test_results_come_in_the_order_of_the_items():
    assert list(engine.run(str, range(10), ONE)) == [str(n) for n in range(10)]
    assert list(engine.run(str, range(300), TWO, batch=7)) == [str(n) for n in range(300)]


def test_one_and_two_workers_find_the_same_figures():
    find = partial(extract, vocabulary=vocabulary.load())
    articles = articles_about(range(2, 150))
    alone = list(engine.run(find, articles, ONE))
    assert [found[0]["value"] for found in alone] == list(range(2, 150))
    assert list(engine.run(find, articles, TWO)) == alone


@pytest.mark.parametrize("items", [[], [1]])
def test_few_items_need_no_second_process(items):
    beside = 40
    assert list(engine.run(lambda item: item + beside, items, TWO)) == [item + beside for item in items]


@pytest.mark.parametrize("where", [ONE, TWO])
def test_items_are_taken_as_results_are_asked_for(where):
    taken = []
    items = (taken.append(n) or n for n in count())
    assert list(islice(engine.run(str, items, where, batch=3), 5)) == ["0", "1", "2", "3", "4"]
    assert len(taken) < 50


class Doubled:
    """A memory of the doubles of some numbers."""

    def __init__(self, **known):
        self.known = known

    def recall(self, items):
        return [self.known.get(str(item)) for item in items]

    def keep(self, items, results):
        self.known |= dict(zip(map(str, items), results, strict=True))


@pytest.mark.parametrize("where", [ONE, TWO])
def test_what_is_known_is_not_worked_out_again(where):
    memory = Doubled(**{str(n): f"recalled {n}" for n in range(0, 100, 3)})
    results = list(engine.run(str, range(100), where, memory, batch=7))
    assert results == [str(n) if n % 3 else f"recalled {n}" for n in range(100)]
    assert list(engine.run(float, range(100), where, memory, batch=9)) == results


def test_an_error_in_an_item_comes_out():
    for where in (ONE, TWO):
        with pytest.raises(TypeError, match="bad operand"):
            list(engine.run(abs, [*range(200), None], where))


def test_workers_that_come_and_go_are_counted_once_a_second(monkeypatch):
    times, workers = [10.0, 10.3, 10.9, 11.0, 11.5], iter((2, 3))
    monkeypatch.setattr(engine, "time", SimpleNamespace(monotonic=iter(times).__next__))
    counted = engine._asked_seldom(workers.__next__)
    assert [counted() for _ in times] == [2, 2, 2, 3, 3]


def test_an_unknown_engine_is_named():
    with pytest.raises(ValueError, match='engine "cloud" is not known'):
        Engine("cloud")


def test_a_cluster_needs_an_address():
    with pytest.raises(ValueError, match="address of its scheduler"):
        Engine("dask")


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ValueError, match=r"helpers\[cluster\]"):
        list(engine.run(str, [1], Engine("dask", "tcp://127.0.0.1:1")))


class Cluster:
    """A real scheduler and real workers, each a process of its own, on this machine."""

    def __init__(self, folder):
        self.folder, self.file, self.processes = folder, folder / "scheduler.json", []
        self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
        self._wait(self.file.exists)
        self.address = json.loads(self.file.read_text())["address"]
        self.engine = Engine("dask", self.address)

    def add_worker(self):
        return self._start("worker", "--nthreads", "1", "--no-nanny", "--no-dashboard")

    def stop(self):
        for process in reversed(self.processes):
            process.kill()
            process.wait()

    def _start(self, role, *more):
        command = [sys.executable, "-m", "dask", role, "--scheduler-file", str(self.file), *more]
        environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(command, cwd=self.folder, env=environment, stdout=log, stderr=log)
        self.processes.append(process)
        return process

    def _wait(self, ready):
        until = time.monotonic() + 60
        while not ready():
            assert time.monotonic() < until, (self.folder / "log").read_text()
            time.sleep(0.1)


@pytest.fixture
def cluster(tmp_path):
    pytest.importorskip("distributed", reason="the cluster's package is not installed: make setup")
    cluster = Cluster(tmp_path)
    yield cluster
    cluster.stop()


def test_a_worker_that_dies_in_the_middle_changes_no_byte(cluster):
    first, _ = cluster.add_worker(), cluster.add_worker()
    with cluster.engine.pool() as (_, places):
        cluster._wait(lambda: places() == 2)
    find = partial(extract, vocabulary=vocabulary.load())
    articles = articles_about(range(2, 2_000))
    expected = list(engine.run(find, articles, ONE))

    stream = engine.run(find, articles, cluster.engine)
    results = list(islice(stream, 200))
    assert first.poll() is None
    first.send_signal(signal.SIGKILL)
    first.wait()
    results += stream
    assert written(results) == written(expected)
    with cluster.engine.pool() as (_, places):
        assert places() == 1


def test_the_command_writes_the_same_bytes_from_a_cluster(cluster, tmp_path):
    cluster.add_worker()
    articles = tmp_path / "articles.jsonl"
    articles.write_text("".join(json.dumps(article) + "\n" for article in articles_about(range(2, 200))))
    here, there = tmp_path / "here.jsonl", tmp_path / "there.jsonl"
    assert main(["extract", str(articles), str(here), "--workers", "1", "--remembered", str(tmp_path / "1")]) == 0
    arguments = ["--engine", "dask", "--scheduler", cluster.address, "--remembered", str(tmp_path / "2")]
    assert main(["extract", str(articles), str(there), *arguments]) == 0
    assert there.read_bytes() == here.read_bytes()
    assert len(here.read_bytes().splitlines()) == 396


def test_a_cluster_without_workers_says_so(cluster, monkeypatch):
    monkeypatch.setattr(engine, "_PATIENCE", 1)
    with pytest.raises(ValueError, match="has no workers: start one a core"):
        list(engine.run(str, [1], cluster.engine))


def test_a_scheduler_that_is_not_there_is_named(monkeypatch):
    pytest.importorskip("distributed", reason="the cluster's package is not installed: make setup")
    monkeypatch.setattr(engine, "_PATIENCE", 1)
    with pytest.raises(ValueError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        list(engine.run(str, [1], Engine("dask", "tcp://127.0.0.1:9")))
