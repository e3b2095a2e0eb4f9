"""What the program reads in the articles of this folder, right or wrong: ``python tests/gold/kept.py`` writes it anew.

A change that only makes the program faster or clearer must leave ``kept.csv`` as it is; one of the rules shows in the
difference of the file what it does.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from score import Figure, extracted, load

KEPT = Path(__file__).with_name("kept.csv")
LEFT_OUT = ("sentence", "sentence_start", "phrase", "cues")
"""What start and end say as well, and what only explains the rest."""


def table(read: dict[str, list[Figure]]) -> pd.DataFrame:
    """The figures of all articles, a row each, every cell text."""
    figures = (figure | {"flags": "|".join(figure["flags"])} for figures in read.values() for figure in figures)
    return pd.DataFrame(map(_cells, figures))


def kept() -> pd.DataFrame:
    """What was read when the file was written."""
    return pd.read_csv(KEPT, dtype=str, keep_default_na=False)


def _cells(figure: Figure) -> dict[str, str]:
    return {f: "" if value is None else str(value) for f, value in figure.items() if f not in LEFT_OUT}


if __name__ == "__main__":
    articles, _ = load()
    table(extracted(articles)).to_csv(KEPT, index=False)
