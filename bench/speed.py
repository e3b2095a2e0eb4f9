"""How fast the program is, beside others on the same articles; `make bench` runs it and writes docs/performance.md.

    python bench/speed.py                                the sample articles of data/raw
    python bench/speed.py --raw FOLDER                   a folder of articles
    python bench/speed.py --articles ARTICLES.jsonl      JSON lines, as `python -m helpers extract` reads them

Each tool runs in a process of its own, on one core. Times are those of the processor, so that other programs on the
machine disturb little; absolute numbers hold for that machine only, the ratios are what counts.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROUNDS = 3
LEAST_SECONDS, MOST_SECONDS = 1.0, 20.0

Article = dict[str, str]
Reader = Callable[[Article], int]
"""What reads one article and returns how many numbers it found in it."""


def ours() -> Reader:
    """The figures of this program."""
    from helpers import vocabulary
    from helpers.figures import extract

    words = vocabulary.load()
    return lambda article: len(extract(article, words))


def floor() -> Reader:
    """One pass of one compiled pattern: a number, and what happened within sixty characters of it."""
    pattern = re.compile(
        r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands)"
        r"\b[^.\n]{0,60}?\b(?:killed|dead|died|wounded|injured|fled|displaced|missing|detained)\b",
        re.IGNORECASE,
    )
    return lambda article: len(pattern.findall(article["text"]))


def quantulum3() -> Reader:
    """quantulum3 without its classifier: numbers and their units."""
    import warnings

    warnings.simplefilter("ignore")
    from quantulum3 import parser

    return lambda article: len(parser.parse(article["text"]))


def spacy() -> Reader:
    """The small English pipeline of spaCy: numbers among its named entities."""
    import spacy as library

    names = [name for name in library.util.get_installed_models() if name.startswith("en_core_web_sm")]
    if not names:
        raise ImportError("its small English pipeline: `python -m spacy download en_core_web_sm`")
    pipeline = library.load(names[0])
    return lambda article: sum(entity.label_ == "CARDINAL" for entity in pipeline(article["text"]).ents)


TOOLS: dict[str, tuple[str, Callable[[], Reader]]] = {
    "floor": ("one regular expression", floor),
    "ours": ("this program", ours),
    "quantulum3": ("quantulum3", quantulum3),
    "spacy": ("spaCy, small English pipeline", spacy),
}


def measured(tool: str, articles: list[Article]) -> dict[str, float]:
    """Start-up in seconds (interpreter, imports, the first article), articles a second, peak MB, numbers found."""
    read = TOOLS[tool][1]()
    read(articles[0])
    start_up = time.process_time()
    rates, found = [], 0
    while len(rates) < ROUNDS and time.process_time() < MOST_SECONDS:
        began, done = time.process_time(), 0
        while time.process_time() - began < LEAST_SECONDS:
            found = sum(map(read, articles))
            done += len(articles)
        rates.append(done / (time.process_time() - began))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    return {"start_up": start_up, "rate": statistics.median(rates), "peak": peak, "found": found}


def in_own_process(tool: str, articles: Path) -> dict[str, float] | None:
    """``measured`` in a new interpreter; null, with a word on the terminal, where the tool is not installed."""
    command = [sys.executable, str(Path(__file__)), "--articles", str(articles), "--tool", tool]
    ran = subprocess.run(command, capture_output=True, text=True)
    if ran.returncode == 0:
        return json.loads(ran.stdout)
    reason = ran.stderr.strip().splitlines()[-1]
    if not reason.startswith(("ModuleNotFoundError", "ImportError")):
        raise RuntimeError(ran.stderr)
    print(f'  skipped: {reason} (pip install "helpers[bench]")')
    return None


def processor_seconds(command: list[str], **options: object) -> float:
    """What a command and its children take of the processor; raises CalledProcessError where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


EMPTY = """
import nbformat, papermill, sys
from nbconvert import HTMLExporter
from pathlib import Path
from nbformat.v4 import new_code_cell, new_notebook
folder = Path(sys.argv[1])
source, executed = folder / "empty.ipynb", folder / "executed.ipynb"
cell = new_code_cell("import pandas\\nimport matplotlib.pyplot\\nimport seaborn")
kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
nbformat.write(new_notebook(cells=[cell], metadata={"kernelspec": kernel}), source)
papermill.execute_notebook(source, executed, progress_bar=False, kernel_name="python3")
(folder / "page.html").write_text(HTMLExporter().from_filename(str(executed))[0])
"""


def report_times() -> tuple[float, float]:
    """`make report` on the sample articles, and five empty notebooks with their pages."""
    with tempfile.TemporaryDirectory() as folder:
        given = [f"PYTHON={sys.executable}", f"OUT={folder}/out", f"REPORTS={folder}/reports"]
        report = processor_seconds(["make", "--silent", "report", *given], cwd=ROOT, stderr=subprocess.DEVNULL)
        empty = sum(
            processor_seconds([sys.executable, "-c", EMPTY, folder], stderr=subprocess.DEVNULL) for _ in range(5)
        )
    return report, empty


def command_line() -> float:
    """Seconds to the help of the command line."""
    command = [sys.executable, "-m", "helpers", "--help"]
    return statistics.median(processor_seconds(command) for _ in range(5))


def one_and_two_processes(articles: list[Article], least: int = 6_000) -> list[tuple[float, float]]:
    """Seconds by the clock and of the processor that `extract` takes with one process, and with two.

    The articles are read as often as makes ``least`` of them, each time under new ids.
    """
    taken = []
    with tempfile.TemporaryDirectory() as folder:
        many = Path(folder, "many.jsonl")
        with many.open("w", encoding="utf-8") as out:
            for n in range(-(-least // len(articles))):
                out.writelines(json.dumps(a | {"article_id": f"{n}-{a['article_id']}"}) + "\n" for a in articles)
        for workers in ("1", "2"):
            command = [sys.executable, "-m", "helpers", "extract", str(many), f"{folder}/figures.jsonl"]
            began = time.perf_counter()
            processor = processor_seconds([*command, "--workers", workers, "--remembered", f"{folder}/{workers}"])
            taken.append((time.perf_counter() - began, processor))
    return taken


def page(articles: list[Article], results: dict[str, dict[str, float] | None]) -> str:
    """The measurements as a Markdown page."""
    words = statistics.mean(len(article["text"].split()) for article in articles)
    rows = []
    for tool, result in results.items():
        name = TOOLS[tool][0]
        if result is None:
            rows.append(f"| {name} | not installed | | | |")
            continue
        slower = results["ours"]["rate"] / result["rate"]
        rows.append(
            f"| {name} | {result['rate']:,.0f} | {slower:.2g} | {result['start_up']:.1f} | {result['peak']:,.0f} |"
        )
    report, empty = report_times()
    one, two = one_and_two_processes(articles)
    return "\n".join(
        [
            "# How fast it is",
            "",
            f"Written by `make bench` on {len(articles):,} articles of {words:,.0f} words on average, with Python",
            f"{platform.python_version()}: one core, median of {ROUNDS} rounds, time of the processor after start-up.",
            "Absolute numbers hold for the machine they were measured on; the ratios are what counts.",
            "",
            "| tool | articles/s | this program is so many times as fast | start-up, s | peak memory, MB |",
            "|---|---|---|---|---|",
            *rows,
            "",
            "The regular expression is no rival but the floor: it finds spans, and nothing of who was counted, who",
            "says so, where and when. quantulum3 and spaCy find numbers. Start-up is the interpreter, imports and the",
            "first article.",
            "",
            "| | |",
            "|---|---|",
            f"| `make report` on the sample articles, processor seconds | {report:.1f} |",
            f"| five empty notebooks that import pandas, matplotlib and seaborn, with their pages | {empty:.1f} |",
            f"| ratio | {report / empty:.2f} |",
            f"| command line to its help, s | {command_line():.2f} |",
            f"| `extract` with two processes, times as fast as with one, by the clock | {one[0] / two[0]:.2f} |",
            f"| the same on two cores that do nothing else, from processor seconds | {2 * one[1] / two[1]:.2f} |",
            "",
            f"Cores of that machine: {os.cpu_count()}. Sizes beyond one newsroom's are in [scaling.md](scaling.md).",
            "",
            "## Measure again",
            "",
            "`make bench`, with `RAW=folder` for articles of your own or `ARTICLES=file.jsonl` for JSON lines as",
            "`python -m helpers extract` reads them. The rivals are the extra `bench`, left out where it is not",
            "installed: `.venv/bin/python -m pip install --editable '.[bench]'`, and for spaCy",
            "`.venv/bin/python -m spacy download en_core_web_sm`.",
            "",
        ]
    )


def from_folder(raw: Path) -> list[Article]:
    """The articles of a folder of files in any format."""
    from helpers import corpus, vocabulary

    articles, _ = corpus.read_corpus(raw, vocabulary.load())
    return articles[["article_id", "published", "text"]].astype(object).to_dict("records")


def main() -> None:
    """Measure everything and write the page, or one tool and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--raw", type=Path, default=ROOT / "data" / "raw")
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--page", type=Path, default=ROOT / "docs" / "performance.md")
    parser.add_argument("--tool", choices=TOOLS, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.tool:
        articles = [json.loads(line) for line in chosen.articles.read_text(encoding="utf-8").splitlines()]
        print(json.dumps(measured(chosen.tool, articles)))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.articles
        if path is None:
            path = Path(folder, "articles.jsonl")
            path.write_text("".join(json.dumps(a, default=str) + "\n" for a in from_folder(chosen.raw)), "utf-8")
        articles = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        results = {}
        for tool, (name, _) in TOOLS.items():
            print(name, flush=True)
            results[tool] = in_own_process(tool, path)
            if results[tool]:
                print(
                    "  {rate:,.0f} articles/s, start-up {start_up:.1f} s, peak {peak:,.0f} MB".format(**results[tool])
                )
    text = page(articles, results)
    chosen.page.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
