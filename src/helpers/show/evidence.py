"""Figures with the words that prove them: each sentence with what decided its fields marked, for pages and terminals.

All text comes from articles and is escaped; a link is made only of an address that is one.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from helpers import tables
from helpers.show import printed, wording
from helpers.show.printed import anchor

KINDS = {
    "number": "number",
    "value": "number",
    "hedge": "number",
    "outcome": "outcome",
    "group": "group",
    "side": "group",
    "source": "source",
    "place": "place",
    "time": "time",
    "since": "time",
    "until": "time",
    "scope": "time",
}
"""Fields by the kind of mark they get; all others are ``else``."""

_BARE_ADDRESS, _ADDRESS = re.compile(r"[\w-]+(\.[\w-]+)+(/|$)"), re.compile(r"https?://[^\s\"'<>]+$")
"""What may be linked: a web address without its scheme ("example.org/news"), and one with it."""
_LEGEND = {
    "number": "how many",
    "outcome": "what happened",
    "group": "to whom",
    "source": "who says so",
    "place": "where",
    "time": "when",
    "else": "other words that decided",
}


@dataclass(frozen=True)
class Evidence:
    """A list of figures as HTML, in the order given."""

    html: str

    def _repr_html_(self) -> str:
        return self.html


class _Span(NamedTuple):
    start: int
    end: int
    kind: str


def listed(figures: pd.DataFrame, articles: pd.DataFrame, *, limit: int = 20, anchors: bool = False) -> Evidence:
    """The first ``limit`` figures as a list with a legend: sentence, reading, where it stands.

    With ``anchors`` each has the id that charts link to; a page may give it to a figure once only.
    """
    shown = _in_given_order(figures.head(limit), articles)
    if shown.empty:
        return Evidence("<p>No figure to show.</p>")
    items = "".join(_item(row, anchors) for _, row in shown.iterrows())
    more = len(figures) - len(shown)
    rest = f"<p>{wording.sentence(wording.count(more, 'more figure'))} not shown here.</p>" if more else ""
    return Evidence(f'{legend(shown)}<ol class="evidence">{items}</ol>{rest}')


def marked(figures: pd.DataFrame, processed: Path | str) -> pd.DataFrame:
    """The figures with ``cues`` and ``flags``, which ``printed.read`` leaves out, from the table in a folder."""
    own = tables.rows("figures", processed, "figure_id", figures["figure_id"], ["figure_id", "cues", "flags"])
    return figures.merge(own, on="figure_id", how="left")


def doubtful_first(figures: pd.DataFrame) -> pd.DataFrame:
    """The same figures, those with most flags first."""
    doubts = figures["flags"].map(lambda flags: -len(_list(flags)))
    return figures.loc[doubts.sort_values(kind="stable").index]


def sentence(figure: Mapping) -> str:
    """A figure's sentence as HTML with the deciding words marked; words outside it are quoted after it."""
    spans = _spans(figure)
    # Nearly always so, and nesting takes three times as long.
    apart = all(one.end < other.start for one, other in itertools.pairwise(spans))
    return "".join((_in_a_row if apart else _nested)(str(figure["sentence"]), spans))


def legend(figures: pd.DataFrame | None = None) -> str:
    """Which colour stands for which field: all, or those only that ``figures`` use."""
    used = set(_LEGEND)
    if figures is not None:
        used = {"number"} | {_kind(cue["field"]) for cues in figures["cues"] for cue in _list(cues)}
    marks = " ".join(f'<mark class="{kind}">{text}</mark>' for kind, text in _LEGEND.items() if kind in used)
    return f'<p class="legend">Marked by what they decide: {marks}</p>'


def reading(figure: Mapping) -> str:
    """What was read from a sentence, in one line of plain text."""
    unit = _plain(figure["unit"])
    group = _plain(figure["group"])
    who = "families" if unit == "families" else (group or "people").replace("_", " ")
    if who == "combatants" and _plain(figure["side"]) not in ("", "unknown"):
        who = f"{figure['side']} combatants"
    parts = [f"{wording.interval(figure['low'], figure['high'])} {who} {wording.outcome(_plain(figure['outcome']))}"]
    since, until = _plain(figure["since"]), _plain(figure["until"])
    if since and until:
        parts.append(wording.date(since) if since == until else f"{wording.date(since)} to {wording.date(until)}")
    elif since or until:
        parts.append(f"since {wording.date(since)}" if since else f"until {wording.date(until)}")
    parts += [
        text for text in (_plain(figure["place"]), _plain(figure["source"]) and f"said by {figure['source']}") if text
    ]
    if _plain(figure["modality"]) not in ("", "reported"):
        parts.append(_plain(figure["modality"]))
    return " · ".join(parts)


def doubts(figure: Mapping) -> str:
    """The figure's flags in words; empty where nothing is doubtful."""
    return ", ".join(str(flag).replace("_", " ") for flag in _list(figure["flags"]))


def link(url: object, text: str) -> str:
    """``text`` as a link to the article where ``url`` is a web address, else as it is; both escaped."""
    url = _plain(url).strip()
    if _BARE_ADDRESS.match(url):
        url = "https://" + url
    if not _ADDRESS.match(url):
        return escape(text)
    return f'<a href="{escape(url)}" rel="noopener noreferrer">{escape(text)}</a>'


def _item(row: pd.Series, anchors: bool) -> str:
    own = f' id="{anchor(row["figure_id"])}"' if anchors else ""
    doubt = doubts(row)
    title = _plain(row["title"]) or "untitled"
    return (
        f"<li{own}><p>{sentence(row)}</p>"
        f'<p class="reading">{escape(reading(row))}'
        f"{f' <span class=doubt>Doubtful: {escape(doubt)}</span>' if doubt else ''}</p>"
        f'<p class="from">{escape(_plain(row["outlet"]) or "unknown outlet")}, '
        f"{escape(wording.date(row['published']))}: {link(row['url'], title)}</p></li>"
    )


def _in_given_order(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    joined = printed.join(figures, articles).set_index("figure_id", drop=False)
    return joined.loc[figures["figure_id"]]


def _kind(field: str) -> str:
    return KINDS.get(field, "else")


def _spans(figure: Mapping) -> list[_Span]:
    """What is marked, in offsets of the sentence: the number itself and every cue that stands in the sentence."""
    offset, length = figure["sentence_start"], len(str(figure["sentence"]))
    if pd.isna(offset):
        return []
    given = [(cue["start"], cue["end"], _kind(cue["field"])) for cue in _list(figure["cues"])]
    given.append((figure["start"], figure["end"], "number"))
    spans = {_Span(int(start - offset), int(end - offset), kind) for start, end, kind in given}
    inside = [span for span in spans if 0 <= span.start < span.end <= length]
    return sorted(inside, key=lambda span: (span.start, -span.end, span.kind))


def _in_a_row(text: str, spans: Sequence[_Span]) -> Iterator[str]:
    """The text with marks, of spans that neither overlap nor touch."""
    at = 0
    for start, end, kind in spans:
        yield f'{escape(text[at:start])}<mark class="{kind}">{escape(text[start:end])}</mark>'
        at = end
    yield escape(text[at:])


def _nested(text: str, spans: Sequence[_Span]) -> Iterator[str]:
    """The text with marks that nest: where two spans overlap, what closes too early is opened again."""
    opened: list[str] = []
    cuts = sorted({0, len(text), *[span.start for span in spans], *[span.end for span in spans]})
    for start, end in itertools.pairwise(cuts):
        kinds = _covering(start, end, spans)
        if kinds != opened:
            kept = 0
            while kept < min(len(opened), len(kinds)) and opened[kept] == kinds[kept]:
                kept += 1
            yield "</mark>" * (len(opened) - kept)
            yield from [f'<mark class="{kind}">' for kind in kinds[kept:]]
            opened = kinds
        yield escape(text[start:end])
    yield "</mark>" * len(opened)


def _covering(start: int, end: int, spans: Sequence[_Span]) -> list[str]:
    """The kinds of the spans that cover a piece of text, the widest first."""
    covering = [span for span in spans if span.start <= start and end <= span.end]
    if len(covering) > 1:
        covering.sort(key=lambda span: (span.start - span.end, span.kind == "number", span.kind))
    return list(dict.fromkeys([span.kind for span in covering]))


def _plain(value: object) -> str:
    return "" if value is None or value is pd.NA or value != value else str(value)


def _list(value: object) -> list:
    if isinstance(value, str):
        return json.loads(value)
    return list(value) if isinstance(value, (list, tuple)) else []
