"""``python -m helpers``: the work without notebooks.

python -m helpers extract ARTICLES.jsonl FIGURES.jsonl   figures of articles, one a line
python -m helpers explain "some sentence"                what is found in it, and why
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    parser = argparse.ArgumentParser(prog="helpers", description="Reads casualty and displacement figures out of news.")
    commands = parser.add_subparsers(dest="command", required=True)
    extract = commands.add_parser("extract", help="figures of articles, JSON lines to JSON lines")
    extract.add_argument("articles", type=Path, help="JSON lines with article_id, outlet, published, text")
    extract.add_argument("figures", type=Path, help="where to write one figure a line")
    extract.add_argument("--engine", default="local", help="local (this machine's cores) or dask (a cluster)")
    extract.add_argument("--workers", type=int, default=None, help="local processes; one a core unless told")
    extract.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help="of the cluster, such as tcp://10.0.0.1:8786"
    )
    extract.add_argument("--vocabulary", type=Path, default=None, help="folder of vocabulary tables")
    extract.add_argument("--remembered", type=Path, help="folder of what was read before, data/processed/.remembered")
    explain = commands.add_parser("explain", help="what is found in a sentence, and why")
    explain.add_argument("sentence")
    explain.add_argument("--published", default=None, metavar="DATE", help="the article's day, YYYY-MM-DD")
    explain.add_argument("--vocabulary", type=Path, default=None, help="folder of vocabulary tables")
    chosen = parser.parse_args(arguments)
    try:
        return {"extract": _extract, "explain": _explain}[chosen.command](chosen)
    except (OSError, ValueError) as error:
        print(f"helpers: {error}", file=sys.stderr)
        return 2


def _extract(chosen: argparse.Namespace) -> int:
    from helpers import files, progress, vocabulary
    from helpers.engine import Engine
    from helpers.figures import many

    engine = Engine(chosen.engine, chosen.scheduler, chosen.workers)
    words = vocabulary.load(chosen.vocabulary or vocabulary.HOME)
    found = many.lines(_read_articles(chosen.articles), words, engine, chosen.remembered)
    found = progress.shown(found, "reading", _count_lines(chosen.articles))
    with files.whole(chosen.figures) as beside, beside.open("wb") as out:
        out.writelines(found)
    return 0


def _count_lines(path: Path) -> int | None:
    """The lines of a file, for the bar; null where nobody sees it, or where a pipe can be read only once."""
    if not (sys.stderr.isatty() and path.is_file()):
        return None
    with path.open("rb") as content:
        return sum(piece.count(b"\n") for piece in iter(lambda: content.read(1 << 20), b""))


def _read_articles(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a JSON lines file; ValueError names the line that is none."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                article = json.loads(line.decode("utf-8"))
                if not isinstance(article["text"], str) or "article_id" not in article:
                    raise KeyError("text")
            except (UnicodeDecodeError, json.JSONDecodeError, KeyError, TypeError):
                expected = "expected a JSON object with article_id and text, in UTF-8"
                raise ValueError(f"{path}, line {number}: {expected}") from None
            yield article


def _explain(chosen: argparse.Namespace) -> int:
    from helpers import vocabulary
    from helpers.figures import extract
    from helpers.figures.explain import explained

    words = vocabulary.load(chosen.vocabulary or vocabulary.HOME)
    article = {"article_id": "sentence", "published": chosen.published, "text": chosen.sentence}
    print(explained(chosen.sentence, extract(article, words), colour=sys.stdout.isatty()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
