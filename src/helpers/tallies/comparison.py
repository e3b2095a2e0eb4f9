"""Who reports higher or lower than the others, over all that they count alike.

Two sources can only be compared where they count the same thing at the same time: in one tally, for running totals
in one month of it. There a source's factor is its number over the middle (the median) of the other sources' numbers.
Its overall factor is the geometric mean over all such occasions, with a percentile bootstrap interval (Efron 1979)
that draws the occasions with replacement; of very many occasions, with that of the central limit theorem.
"""

from __future__ import annotations

from collections import defaultdict
from statistics import median

import numpy as np
import pandas as pd

from helpers.tallies import rows, witnesses
from helpers.vocabulary import Vocabulary

COLUMNS = ("speaker", "n_shared", "factor", "low", "high", "tally_ids")
FEWEST = 5
_DRAWS = 2000
_MANY = 2000
"""Occasions from which on nobody could tell the two intervals apart, and drawing would take long."""
_SEED = 2011


def sources(figures: pd.DataFrame, vocab: Vocabulary) -> pd.DataFrame:
    """One row a source that shares at least ``FEWEST`` occasions with another, in the columns ``COLUMNS``.

    ``factor`` 1.2 means a fifth more than the others' middle; ``low`` and ``high`` bound 95 of 100 draws. Figures in
    an outlet's own voice are left out, since nobody knows whose they are, and so are dozens and hundreds. A crowd of
    the vocabulary is one of the others and gets no row. Highest factor first.
    """
    crowds = {row["source_id"] for row in vocab["sources"] if row.get("crowd")}
    attributed = figures[figures["source_id"].notna()]
    compared = _compare(attributed, attributed["source_id"])
    return compared[~compared["speaker"].isin(crowds)].reset_index(drop=True)


def outlets(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The same for outlets: whatever they print, attributed or not, near-copies left out."""
    first_of = witnesses.first_tellings(articles)
    original = figures[figures["article_id"].map(first_of) == figures["article_id"]]
    outlet = original["article_id"].map(articles.set_index("article_id")["outlet"])
    return _compare(original[outlet.notna()], outlet.dropna())


def who_quotes_whom(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """How many articles of each outlet attribute figures to each source.

    Columns ``outlet``, ``source_id``, ``n_articles``, ``figure_ids``. ``source_id`` is null where the outlet names no
    source, or one that the vocabulary does not know.
    """
    outlet = figures["article_id"].map(articles.set_index("article_id")["outlet"])
    quoted = figures.assign(outlet=outlet).groupby(["outlet", "source_id"], dropna=False, sort=True)
    return quoted.agg(n_articles=("article_id", "nunique"), figure_ids=("figure_id", list)).reset_index()


def _compare(figures: pd.DataFrame, speaker: pd.Series) -> pd.DataFrame:
    draw = np.random.default_rng(_SEED)
    compared = []
    for name, own in sorted(_factors(figures, speaker).items()):
        if len(own) < FEWEST:
            continue
        logs = np.log([factor for _, factor in own])
        low, high = np.exp(_interval(logs, draw))
        tallies = sorted({tally_id for tally_id, _ in own})
        compared.append((name, len(own), float(np.exp(logs.mean())), float(low), float(high), tallies))
    compared.sort(key=lambda row: (-row[2], row[0]))
    return pd.DataFrame(compared, columns=list(COLUMNS))


def _interval(logs: np.ndarray, draw: np.random.Generator) -> np.ndarray:
    """Between which two values the mean of the logarithms lies in 95 of 100 draws."""
    if len(logs) > _MANY:
        return logs.mean() + np.array([-1.96, 1.96]) * logs.std(ddof=1) / np.sqrt(len(logs))
    return np.percentile(draw.choice(logs, size=(_DRAWS, len(logs))).mean(axis=1), [2.5, 97.5])


def _factors(figures: pd.DataFrame, speaker: pd.Series) -> dict[str, list[tuple[str, float]]]:
    """For each speaker its factor on every occasion that it shares with others, with the tally."""
    occasions: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    counted = figures[figures["tally_id"].notna() & figures["value"].gt(0) & figures["hedge"].ne("vague")]
    counted = counted[counted["tally_id"].duplicated(keep=False)]
    month = counted["until"].str[:7].where(counted["scope"] != "event", "").fillna("")
    columns = (counted["tally_id"], month, speaker.loc[counted.index], counted["value"])
    for tally_id, when, name, value in zip(*map(rows.values, columns), strict=True):
        occasions[tally_id, when][name].append(value)
    factors: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for (tally_id, _), said in sorted(occasions.items()):
        numbers = {name: median(values) for name, values in said.items()}
        for name, number in numbers.items():
            others = [other for other_name, other in numbers.items() if other_name != name]
            if others:
                factors[name].append((tally_id, number / median(others)))
    return factors
