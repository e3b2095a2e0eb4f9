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
from helpers.show.printed import anchor

_MOST_DIVERGENT = 3
_MOST_LEFT_OPEN = 2
_MOST_NAMED = 4
_MOST_LINKS = 8


@dataclass(frozen=True)
class Finding:
    """One sentence or two, and the figures they rest on."""

    text: str
    figure_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Findings:
    """Findings in the order of their weight, each with links to its figures."""

    all: tuple[Finding, ...]

    @property
    def figure_ids(self) -> list[str]:
        """The figures that any of them links to."""
        return [figure_id for finding in self.all for figure_id in finding.figure_ids[:_MOST_LINKS]]

    def _repr_html_(self) -> str:
        return f'<ol class="findings">{"".join(map(_item, self.all))}</ol>'


def opening(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    tallies: pd.DataFrame,
    pairs: pd.DataFrame,
) -> Findings:
    """The findings that open the report, from the tables of those names.

    ``pairs`` holds the verdict on each pair of rival figures (``tally_id``, ``figure_id``, ``other_figure_id``,
    ``verdict``, ``reason``, ``ratio``).
    """
    compared = printed.among(figures["figure_id"], [*pairs["figure_id"], *pairs["other_figure_id"]])
    compared |= printed.among(figures["tally_id"], tallies.loc[tallies["verdict"].notna(), "tally_id"])
    joined = printed.join(figures[compared], articles)
    found = [
        *_war_dead(printed.war_dead(figures, articles), pairs),
        *_furthest_apart(joined, tallies, pairs),
        *_left_open(joined, tallies),
        *_verdicts(tallies),
        *_coverage(figures, articles),
    ]
    return Findings(tuple(found))


def read(figures: pd.DataFrame, articles: pd.DataFrame) -> str:
    """What was read, in a sentence: how many articles of how many outlets and which dates, and how many figures."""
    if articles.empty:
        return "No article was read."
    text = wording.sentence(wording.count(len(articles), "article"))
    if outlets := articles["outlet"].nunique():
        text += f" from {wording.count(outlets, 'outlet')}"
    dates = articles["published"].dropna().sort_values()
    if dates.nunique() > 1:
        text += f", published from {wording.date(dates.iloc[0])} to {wording.date(dates.iloc[-1])},"
    elif len(dates):
        text += f", published on {wording.date(dates.iloc[0])}," if dates.iloc[0].count("-") == 2 else ""
    counted = wording.count(len(figures), "figure") if len(figures) else "no figure"
    return (
        f"{text} give{'s' * (len(articles) == 1)} {counted} of people killed, injured, missing, detained or uprooted."
    )


def _war_dead(totals: pd.DataFrame, pairs: pd.DataFrame) -> Iterable[Finding]:
    """The month in which the totals of the dead lie furthest apart, and why if two ways of counting explain it."""
    if totals.empty:
        return
    month, rows = printed.widest_month(totals)
    low, high = rows.loc[rows["value"].idxmin()], rows.loc[rows["value"].idxmax()]
    who, alone = _who(rows)
    text = f"In {wording.month(month)} {who} "
    if low["value"] == high["value"]:
        text += f"put{'s' * alone} the war’s dead at {wording.interval(low['low'], low['high'])}."
    else:
        apart = wording.times(high["value"] / low["value"])
        ends = f"from {wording.stated(low)} to {wording.stated(high)}"
        text += f"give{'s' * alone} totals of the war’s dead {ends}, {apart} apart."
    reason = _two_ways_of_counting(rows, pairs)
    yield Finding(f"{text} {reason}".strip(), tuple(rows["figure_id"]))
    ends = printed.precise(totals)
    if ends["when"].nunique() > 1:
        first, last = ends.iloc[0], ends.iloc[-1]
        yield Finding(
            f"Over the whole corpus {wording.count(len(totals), 'total')} of the dead are given, from "
            f"{wording.stated(first)} in {wording.month(first['when'])} to {wording.stated(last)} "
            f"in {wording.month(last['when'])}.",
            (first["figure_id"], last["figure_id"]),
        )


def _two_ways_of_counting(rows: pd.DataFrame, pairs: pd.DataFrame) -> str:
    both = pairs["figure_id"].isin(rows["figure_id"]) & pairs["other_figure_id"].isin(rows["figure_id"])
    different = pairs[both & pairs["verdict"].eq("different_counting")]
    if different.empty:
        return ""
    return wording.sentence(str(different.sort_values("ratio").iloc[-1]["reason"])) + "."


def _furthest_apart(joined: pd.DataFrame, tallies: pd.DataFrame, pairs: pd.DataFrame) -> Iterable[Finding]:
    """The pairs in conflict that lie furthest apart, one a tally, the war's dead left to the finding before.

    Those of a few people come last: one or three dead are three times apart and no great matter.
    """
    rows = joined.set_index("figure_id")
    of_parts = tallies[tallies["scope"].ne("conflict").fillna(True)].set_index("tally_id")["label"]
    open_pairs = pairs[pairs["verdict"].eq("conflict") & printed.among(pairs["tally_id"], of_parts.index)]
    named = set(rows.index[rows["hedge"].ne("vague").fillna(True)])
    for end in ("figure_id", "other_figure_id"):
        open_pairs = open_pairs[printed.among(open_pairs[end], named)]
    most = open_pairs[["figure_id", "other_figure_id"]].apply(lambda ends: ends.map(rows["value"])).max(axis=1)
    open_pairs = open_pairs.assign(is_small=most.lt(wording.FEW))
    worst = open_pairs.sort_values(["is_small", "ratio"], ascending=[True, False], kind="stable")
    worst = worst.drop_duplicates("tally_id")
    for pair in worst.head(_MOST_DIVERGENT).itertuples():
        ends = rows.loc[[pair.figure_id, pair.other_figure_id]].sort_values("value", kind="stable")
        low, high = ends.iloc[0], ends.iloc[1]
        yield Finding(
            f"{of_parts[pair.tally_id]}: {wording.stated(low)} ({_teller(low)}) or {wording.stated(high)} "
            f"({_teller(high)}), {wording.times(pair.ratio)} apart, and neither wording nor time explains it.",
            tuple(ends.index),
        )


def _left_open(joined: pd.DataFrame, tallies: pd.DataFrame) -> Iterable[Finding]:
    """The totals of a period, told by most articles, whose numbers differ and whose wording leaves room for all."""
    several = tallies["scope"].eq("period") & tallies["verdict"].eq("compatible") & tallies["n_articles"].gt(1)
    open_tallies = tallies[several.fillna(False).astype(bool) & tallies["ratio"].gt(1).fillna(False).astype(bool)]
    widest = open_tallies.sort_values(["n_articles", "ratio"], ascending=False, kind="stable")
    for tally in widest.head(_MOST_LEFT_OPEN).itertuples():
        rows = joined[joined["tally_id"].eq(tally.tally_id).fillna(False).astype(bool)]
        rows = rows.sort_values("value", kind="stable").drop_duplicates("value")
        told = [f"{wording.stated(row)} ({_teller(row)})" for _, row in rows.iterrows()]
        listed = wording.joined(told) if len(told) <= _MOST_NAMED else f"from {told[0]} to {told[-1]}"
        yield Finding(
            f"{tally.label}: {listed}, {wording.times(tally.ratio)} apart; "
            f"the wording leaves room for {'both' if len(told) == 2 else 'all of them'}.",
            tuple(rows["figure_id"]),
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
        on = "on it" if len(rivals) == 1 else f"on {_all_or(conflict, len(rivals))} of them"
        text += (
            f"{on} the reports conflict: no number satisfies them all, and neither time nor a different way of "
            "counting explains it."
        )
    else:
        text += "wherever numbers differ, wording, time or a different way of counting explains it."
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
    text += f" {wording.count(len(figures), 'figure')}, {unnamed} of them without naming a source"
    if copies:
        text += f"; {wording.count(copies, 'article')} nearly {'repeats' if copies == 1 else 'repeat'} an earlier one"
    yield Finding(f"{text}.")


def _who(rows: pd.DataFrame) -> tuple[str, bool]:
    """Who prints these rows, so many outlets where all are known, else so many articles; and whether that is one."""
    column, noun = ("outlet", "outlet") if rows["outlet"].notna().all() else ("article_id", "article")
    number = rows[column].nunique()
    return wording.count(number, noun), number == 1


def _teller(row: pd.Series) -> str:
    if pd.isna(row["outlet"]):
        return "an unknown outlet" if pd.isna(row["source_id"]) else str(row["voice"])
    return str(row["outlet"]) if pd.isna(row["source_id"]) else f"{row['voice']} in {row['outlet']}"


def _all_or(n: int, whole: int) -> str:
    return "all" if n == whole else wording.cardinal(n)


def _be(n: int) -> str:
    return "is" if n == 1 else "are"


def _item(finding: Finding) -> str:
    links = " ".join(
        f'<a href="#{anchor(figure_id)}" aria-label="Sentence {number} behind this finding">{number}</a>'
        for number, figure_id in enumerate(finding.figure_ids[:_MOST_LINKS], start=1)
    )
    shown = f' <span class="shown">Read: {links}</span>' if links else ""
    return f"<li>{escape(finding.text)}{shown}</li>"
