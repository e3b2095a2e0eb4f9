"""The same articles give the same tables byte for byte, whatever the machine, its settings and its disk's order."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import tables

# Writes all tables of a folder of articles: from, to, number of processes, whether the disk lists its files backwards.
WORK = """
import sys
from pathlib import Path
from helpers import corpus, figures, tables, vocabulary
from helpers.corpus import folder
from helpers.engine import Engine
from helpers.tallies import tallying

raw, out, workers, backwards = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "backwards"
listed = folder._files
if backwards:
    folder._files = lambda top: reversed(list(listed(top)))
vocab = vocabulary.load()
engine = Engine(workers=workers)
articles, rejected = corpus.read_corpus(raw, vocab, engine)
found = figures.extract_all(articles, vocab, engine, remembered=out / "remembered")
found, tallies = tallying.assign(found, articles, vocab)
for name, table in (("articles", articles), ("rejected", rejected), ("figures", found), ("tallies", tallies)):
    tables.write(table, name, out)
"""
MACHINES = [
    ({"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "PYTHONUTF8": "0"}, 2, "backwards"),
    ({"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Niue", "PYTHONHASHSEED": "2"}, 1, "backwards"),
]
TOWNS = ("Homs", "İdlib", "Aleppo", "Ḥamā")


def written(raw: Path, out: Path, machine: dict[str, str], workers: int, order: str) -> dict[str, bytes]:
    subprocess.run(
        [sys.executable, "-c", WORK, raw, out, str(workers), order],
        env=os.environ | machine,
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {
        f"{name}.{kind}": (out / f"{name}.{kind}").read_bytes()
        for name in tables.SCHEMAS
        for kind in ("csv", "parquet")
    }


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    """Enough articles that two processes share them: copies, equal numbers, other languages, broken files."""
    folder = tmp_path_factory.mktemp("raw")
    for number in range(80):
        town, dead = TOWNS[number % len(TOWNS)], 3 + number % 11
        text = (
            f"Shells kill {dead} in {town}\n\n{dead} May 2015\n\nAt least {dead} civilians were killed and {dead + 20} "
            f"wounded when shells fell on {town} on Monday, medics said. The war has killed {200 + dead},000 people. "
            f"Street number {number} lay in ruins, and {number} families had fled from there.\n"
        )
        (folder / f"{'IiİıÄz'[number % 6]}{number}.txt").write_text(text, encoding="utf-8")
    (folder / "fr.txt").write_text("Onze personnes ont été tuées dans le bombardement du marché.", encoding="utf-8")
    (folder / "rows.csv").write_text("text,date\nSix people died in Homs.,3/4/2015\n,x\n", encoding="utf-8")
    (folder / "broken.zip").write_bytes(b"PK\x03\x04 and nothing more")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def test_locale_time_zone_hashes_processes_and_order_of_files_do_not_matter(raw, tmp_path):
    first = written(raw, tmp_path / "first", {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0"}, 1, "forwards")
    assert first["figures.csv"].count(b"\n") > 150
    assert first["tallies.csv"].count(b"\n") > 10
    for number, (machine, workers, order) in enumerate(MACHINES):
        again = written(raw, tmp_path / str(number), machine, workers, order)
        assert [name for name in first if again[name] != first[name]] == [], machine
