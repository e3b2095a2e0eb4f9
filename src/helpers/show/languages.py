"""Articles that are kept but not read for figures, because the rules know one language."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers.figures.table import READ_LANGUAGE
from helpers.show import wording
from helpers.vocabulary import Row


def left_out(articles: pd.DataFrame, languages: Iterable[Row]) -> str:
    """How many articles are in other languages, and in which, the most frequent first; as a sentence.

    ``languages`` is the vocabulary's table, which names them. An article whose language could not be told was read.
    """
    names = {row["language"]: row["name"] for row in languages}
    read = names.get(READ_LANGUAGE, READ_LANGUAGE)
    others = articles["language"].dropna()
    counts = others[others != READ_LANGUAGE].value_counts()
    if counts.empty:
        return f"No article is in another language than {read}."
    # Languages as frequent as each other in the order of their names, not in that of the articles.
    named = sorted((-n, names.get(code, code), n) for code, n in counts.items())
    listed = wording.joined(f"{wording.cardinal(n)} in {name}" for _, name, n in named)
    verb = "is" if counts.sum() == 1 else "are"
    number = wording.sentence(wording.count(int(counts.sum()), "article"))
    return f"{number} in other languages than {read} {verb} kept and not searched for figures: {listed}."
