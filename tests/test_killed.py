"""A run that is killed, whenever that is, leaves whole tables or none, and the next run ends as if nothing had been."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpers import tables

ROOT = Path(__file__).parents[1]
TIMES = 20
ARTICLES = {
    "market.txt": "Mortar fire hits a market\n\nAt least 14 people were killed in Homs on Monday, medics said.\n",
    "toll.txt": "Homs toll climbs\n\nThe toll of Monday's shelling in Homs has risen to 19 dead, the army said.\n",
    "flight.txt": "Families leave\n\nAbout 3,000 people fled their homes in Idlib province in the past week.\n",
}
MANIFEST = "file,outlet,published\nmarket.txt,Post,2015-06-01\ntoll.txt,Gazette,2015-06-02\nflight.txt,,2015-06-04\n"

# Works into the first of the folders named on its standard input, then into each of them in a process of its own that
# is killed after the share of the first one's time named with it; null leaves it alone. Prints how each ended.
# An alarm that nobody handles ends a process as a power cut does: no line of it runs any more. It goes by the time of
# the processor, so that a busy machine does not shift it.
WORK = """
import json, os, signal, sys, time
from pathlib import Path
from helpers import corpus, figures, tables, vocabulary
from helpers.__main__ import main
from helpers.figures import many
from helpers.tallies import tallying

vocab = vocabulary.load()
vocabulary.load = lambda folder: vocab  # so that its tables are compiled once for all

def work(out):
    many.REMEMBERED = out.with_suffix(".remembered")
    articles, rejected = corpus.read_corpus(out.parent / "raw", vocab)
    tables.write(articles, "articles", out)
    tables.write(rejected, "rejected", out)
    found, tallies = tallying.assign(figures.extract_all(articles, vocab), articles, vocab)
    tables.write(found, "figures", out)
    tables.write(tallies, "tallies", out)
    lines = out.parent / "articles.jsonl"
    assert main(["extract", str(lines), str(out / "figures.jsonl"), "--workers", "1"]) == 0

given = json.load(sys.stdin)
for _ in "warming up", "timing":
    began = time.process_time()
    work(Path(given[0][0]))
    longest = time.process_time() - began
for out, share in given:
    child = os.fork()
    if not child:
        if share:
            signal.setitimer(signal.ITIMER_PROF, share * longest)
        work(Path(out))
        os._exit(0)
    print(os.waitpid(child, 0)[1], flush=True)
"""


def contents(folder):
    """Name -> bytes of the files below a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def raw_articles(folder):
    folder.mkdir(parents=True)
    for name, text in {**ARTICLES, "articles.csv": MANIFEST}.items():
        (folder / name).write_text(text, encoding="utf-8")


def work(*chosen):
    """Work into the folders given, each with the share of its time after which it is killed; the status of each."""
    given = json.dumps([(str(folder), share) for folder, share in chosen])
    done = subprocess.run([sys.executable, "-c", WORK], input=given, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return [int(line) for line in done.stdout.split()]


def test_killed_at_random_moments_tables_are_whole_or_absent(tmp_path):
    raw_articles(tmp_path / "raw")
    lines = [json.dumps({"article_id": name, "text": text}) for name, text in ARTICLES.items()]
    (tmp_path / "articles.jsonl").write_text("\n".join(lines))
    whole = tmp_path / "whole"
    folders = [tmp_path / str(number) for number in range(TIMES)]
    for folder in (whole, *folders):
        folder.mkdir()
    names = {f"{table}.{kind}" for table in tables.SCHEMAS for kind in ("parquet", "csv")} | {"figures.jsonl"}
    for folder in folders[::2]:
        for name in names:
            (folder / name).write_bytes(b"of yesterday")

    chance = random.Random(20)
    status, *ended = work((whole, None), *[(folder, chance.uniform(0.01, 1)) for folder in folders])
    assert status == 0
    assert ended.count(signal.SIGPROF) >= TIMES // 2
    expected = contents(whole)
    assert set(expected) == names
    for folder in folders:
        for name, found in contents(folder).items():
            assert name.startswith(".") or found in (expected[name], b"of yesterday"), (folder, name)

    assert set(work(*[(folder, None) for folder in folders])) == {0}
    for folder in folders:
        assert contents(folder) == expected


@pytest.mark.skipif(os.name == "nt", reason="kills a group of processes")
def test_killed_at_random_moments_make_ends_with_the_same_bytes(tmp_path):
    raw_articles(tmp_path / "raw")
    out, reports = tmp_path / "out", tmp_path / "reports"
    given = [f"PYTHON={sys.executable}", f"RAW={tmp_path / 'raw'}", f"OUT={out}", f"REPORTS={reports}"]
    outer = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}

    def make(seconds=None):
        run = subprocess.Popen(
            ["make", "report", *given], cwd=ROOT, env=outer, stdout=subprocess.DEVNULL, start_new_session=True
        )
        try:
            return run.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            return run.wait()

    began = time.process_time()
    assert make() == 0
    longest = time.process_time() - began
    made, pages = contents(out), contents(reports)
    assert {"articles.parquet", "tallies.csv"} <= set(made)
    assert {"report.html", "03_tabulate_figures.ipynb"} <= set(pages)

    shutil.rmtree(out)
    shutil.rmtree(reports)
    # What the machine is set to must not matter either.
    outer |= {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7"}
    chance = random.Random(2)
    assert -signal.SIGKILL in [make(chance.uniform(0.2, 0.5) * longest) for _ in range(2)]
    for name, found in contents(out).items():
        assert name.startswith(".") or found == made[name], name
    assert make() == 0
    assert without_inputs(contents(out)) == without_inputs(made)
    assert contents(reports) == pages


def without_inputs(found):
    return {name: data for name, data in found.items() if not name.startswith(".inputs")}
