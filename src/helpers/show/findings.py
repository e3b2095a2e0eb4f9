"""What a corpus shows, in sentences whose every number is filled in from the tables.

Each finding is true of any corpus; where there is nothing to say about something it says nothing, and where there is
nothing to say at all one sentence says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import pandas as pd

from helpers.show import printed, wording
from helpers.show.chart import anchor

_MOST_DIVERGENT = 3


@dataclass(frozen=True)
class Finding:
    """One sentence or two, and the figures they rest on."""

    text: str
    figure_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Findings:
    """Findings in the order of their weight, each with links to its figures."""

    all: tuple[Finding, ...]

    def _repr_html_(self) -> str:
        return f'<ol class="findings">{"".join(map(_item, self.all))}</ol>'


def opening(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    tallies: pd.DataFrame,
    pairs: pd.DataFrame | None = None,
) -> Findings:
    """The findings that open the report, from the tables of those names and the verdicts on ``pairs`` of figures."""
    joined = printed.join(figures, articles)
    found = [
        *_war_dead(printed.war_dead(joined), pairs),
        *_furthest_apart(joined, tallies),
        *_verdicts(tallies),
        *_coverage(figures, articles),
    ]
    return Findings(tuple(found))


def _war_dead(totals: pd.DataFrame, pairs: pd.DataFrame | None) -> Iterable[Finding]:
    """The month in which the totals of the dead lie furthest apart, and why if two ways of counting explain it."""
    if totals.empty:
        return
    month, rows = printed.widest_month(totals)
    low, high = rows.loc[rows["value"].idxmin()], rows.loc[rows["value"].idxmax()]
    puts = "puts" if rows["article_id"].nunique() == 1 else "put"
    text = f"In {wording.month(month)} {_who(rows)} {puts} the war’s dead "
    if low["value"] == high["value"]:
        text += f"at {wording.stated(low)}."
    else:
        apart = wording.times(high["value"] / low["value"])
        text += f"between {wording.number(low['value'])} and {wording.number(high['value'])}; {apart} apart."
    reason = _two_ways_of_counting(rows, pairs)
    yield Finding(f"{text} {reason}".strip(), tuple(rows["figure_id"]))
    if len(totals) > 1 and totals["when"].nunique() > 1:
        first, last = totals.iloc[0], totals.iloc[-1]
        yield Finding(
            f"Over the whole corpus {wording.count(len(totals), 'total')} of the dead are given, from "
            f"{wording.stated(first)} in {wording.month(first['when'])} to {wording.stated(last)} "
            f"in {wording.month(last['when'])}.",
            (first["figure_id"], last["figure_id"]),
        )


def _two_ways_of_counting(rows: pd.DataFrame, pairs: pd.DataFrame | None) -> str:
    if pairs is None or pairs.empty:
        return ""
    both = pairs["figure_id"].isin(rows["figure_id"]) & pairs["other_figure_id"].isin(rows["figure_id"])
    different = pairs[both & pairs["verdict"].eq("different_counting")]
    if different.empty:
        return ""
    return wording.sentence(str(different.sort_values("ratio").iloc[-1]["reason"])) + "."


def _furthest_apart(joined: pd.DataFrame, tallies: pd.DataFrame) -> Iterable[Finding]:
    """The tallies other than the war's dead whose rival figures lie furthest apart."""
    rivals = tallies[(tallies["n_voices"] > 1) & (tallies["ratio"] > 1) & tallies["scope"].ne("conflict").fillna(True)]
    worst = rivals[rivals["verdict"].eq("conflict").fillna(False)].sort_values("ratio", ascending=False, kind="stable")
    for _, tally in worst.head(_MOST_DIVERGENT).iterrows():
        own = joined[joined["tally_id"].eq(tally["tally_id"]).fillna(False) & joined["value"].notna()]
        if own.empty:
            continue
        low, high = own.loc[own["value"].idxmin()], own.loc[own["value"].idxmax()]
        yield Finding(
            f"{tally['label']}: {wording.stated(low)} ({_teller(low)}) or {wording.stated(high)} ({_teller(high)}), "
            f"{wording.times(tally['ratio'])} apart, and neither wording nor time explains it.",
            (low["figure_id"], high["figure_id"]),
        )


def _verdicts(tallies: pd.DataFrame) -> Iterable[Finding]:
    if tallies.empty:
        return
    rivals = tallies[tallies["n_voices"] > 1]
    if rivals.empty:
        yield Finding("Nothing here is counted by two voices, so no two numbers can be held against each other.")
        return
    conflict = int(rivals["verdict"].eq("conflict").fillna(False).sum())
    many = wording.count(len(rivals), "thing")
    text = f"{wording.sentence(many)} {_be(len(rivals))} counted by more than one voice; "
    if conflict:
        text += (
            f"on {wording.cardinal(conflict)} of them the reports conflict: no number satisfies them all, and neither "
            "time nor a different way of counting explains it."
        )
    else:
        text += "wherever their numbers differ, wording, time or a different way of counting explains it."
    yield Finding(text)


def _coverage(figures: pd.DataFrame, articles: pd.DataFrame) -> Iterable[Finding]:
    if articles.empty:
        yield Finding("This corpus holds no article, so there is nothing to report.")
        return
    outlets, copies = articles["outlet"].nunique(), int(articles["copy_of"].notna().sum())
    text = wording.sentence(wording.count(len(articles), "article"))
    text += f" from {wording.count(outlets, 'outlet')}" if outlets else ""
    text += " reports" if len(articles) == 1 else " report"
    if figures.empty:
        yield Finding(f"{text} no figure.")
        return
    unnamed = wording.share(int(figures["source"].isna().sum()), len(figures))
    text += f" {wording.count(len(figures), 'figure')}, of which {unnamed} without naming a source"
    if copies:
        text += f"; {wording.count(copies, 'article')} nearly {'repeats' if copies == 1 else 'repeat'} an earlier one"
    yield Finding(f"{text}.")


def _who(rows: pd.DataFrame) -> str:
    """Who prints these rows: so many outlets where all are known, else so many articles."""
    if rows["outlet"].notna().all():
        return wording.count(rows["outlet"].nunique(), "outlet")
    return wording.count(rows["article_id"].nunique(), "article")


def _teller(row: pd.Series) -> str:
    outlet = "an unknown outlet" if pd.isna(row["outlet"]) else str(row["outlet"])
    return outlet if row["voice"] == printed.UNNAMED else f"{row['voice']} in {outlet}"


def _be(n: int) -> str:
    return "is" if n == 1 else "are"


def _item(finding: Finding) -> str:
    links = " ".join(
        f'<a href="#{anchor(figure_id)}" aria-label="Sentence {number} behind this finding">{number}</a>'
        for number, figure_id in enumerate(finding.figure_ids[:8], start=1)
    )
    shown = f' <span class="shown">Read: {links}</span>' if links else ""
    return f"<li>{escape(finding.text)}{shown}</li>"
