"""How time and memory grow with the corpus: `python bench/scale.py ARTICLES.jsonl 3000 10000 30000`.

Makes a corpus of each size by `bench/vary.py` and lets it pass through cleaning with the search for near-copies, and
through reading, each in a process of its own with a worker a core. Prints a table: milliseconds of the processor an
article, workers included, and the peaks of memory of the process that leads and of the largest worker. Linux only:
its kernel tells what processes took.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import vary


def cleaning(raw: Path, out: Path) -> tuple[int, float]:
    """Clean the articles of ``raw`` into ``out``: their number, and the seconds that near-copies took of it."""
    from helpers import corpus, tables, vocabulary
    from helpers.corpus import copies

    found, seconds = copies.repeats, 0.0

    def timed(*given: object) -> Iterator[tuple[int, int]]:
        nonlocal seconds
        began = time.process_time()
        yield from found(*given)
        seconds = time.process_time() - began

    copies.repeats = timed
    with corpus.read(raw, vocabulary.load()) as read:
        tables.write_batches(read.articles(), "articles", out)
        tables.write_batches(read.rejected(), "rejected", out)
    return tables.count("articles", out), seconds


def reading(_: Path, out: Path) -> tuple[int, float]:
    """Read the articles of ``out`` for figures: their number, and no seconds of anything within."""
    from helpers import tables, vocabulary
    from helpers.figures import extract_batches
    from helpers.figures.table import NEEDED

    articles = tables.batches("articles", out, NEEDED)
    figures = extract_batches(articles, vocabulary.load(), remembered=out / ".remembered")
    tables.write_batches(figures, "figures", out)
    return tables.count("articles", out), 0.0


STAGES = {"cleaning": cleaning, "reading": reading}


def measured(stage: str, raw: Path, out: Path) -> dict[str, float]:
    """One stage in this process: articles, seconds of the processor and by the clock, and peaks of memory in MB."""
    began = time.perf_counter()
    count, within = STAGES[stage](raw, out)
    workers = [_process(pid) for pid in Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()]
    leader = _process("self")
    return {
        "articles": count,
        "processor": leader[0] + sum(seconds for seconds, _ in workers),
        "near_copies": within,
        "clock": time.perf_counter() - began,
        "leader": leader[1],
        "worker": max((peak for _, peak in workers), default=0.0),
    }


def _process(pid: str) -> tuple[float, float]:
    """Seconds of the processor that a process took so far, and its peak of memory in MB."""
    spent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    peak = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmHWM"))
    return sum(map(int, spent)) / os.sysconf("SC_CLK_TCK"), int(peak.split()[1]) / 1024


def in_own_process(stage: str, raw: Path, out: Path) -> dict[str, float]:
    """``measured`` in a fresh process."""
    command = [sys.executable, __file__, "--stage", stage, raw, out]
    return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def row(stage: str, found: dict[str, float]) -> str:
    """A row of the table."""
    each = 1000 / found["articles"]
    return (
        f"| {found['articles']:,.0f} | {stage} | {found['processor'] * each:.2f} | {found['near_copies'] * each:.2f}"
        f" | {found['clock']:,.0f} | {found['leader']:,.0f} | {found['worker']:,.0f} |"
    )


def main() -> None:
    """Measure all sizes, or one stage on a folder."""
    if sys.argv[1:2] == ["--stage"]:
        stage, raw, out = sys.argv[2:]
        print(json.dumps(measured(stage, Path(raw), Path(out))))
        return
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("sizes", type=int, nargs="+")
    chosen = parser.parse_args()
    articles = [json.loads(line) for line in chosen.articles.read_text(encoding="utf-8").splitlines()]
    print("| articles | stage | ms each | of these near-copies | s by the clock | MB, leader | MB, worker |")
    print("|---|---|---|---|---|---|---|")
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory() as folder:
            raw, out = Path(folder, "raw"), Path(folder, "out")
            vary.write(vary.varied(articles, size), raw)
            for stage in STAGES:
                print(row(stage, in_own_process(stage, raw, out)), flush=True)


if __name__ == "__main__":
    main()
