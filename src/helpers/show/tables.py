"""The tables of the report: every figure with its sentence, and any tidy frame, sortable and filterable."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from html import escape
from pathlib import Path

import numpy as np
import pandas as pd

from helpers.show import evidence, printed, wording
from helpers.show.datatable import COMPLETE, Cell, Column, DataTable
from helpers.show.printed import anchor

EVIDENCE = (
    Column("Printed", "day"),
    Column("Outlet"),
    Column("Number", "number"),
    Column("Of whom", "aside"),
    Column("Source", "aside"),
    Column("Sentence", "sentence"),
)
_SHOWN_LINKS = 5
_AT_THE_END = "the figures of all rows are in the table at its end, or in the folder which that leads to"
MOST_FIGURES = 5_000
MOST = 2_000
"""Figures, and rows of any other table, in a page: more make it slow to open and no easier to read."""


def every_figure(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    processed: Path | str | None = None,
    *,
    caption: str = "Every figure and its sentence",
    named: Collection[str] = (),
) -> DataTable:
    """One row a figure, by date; each row is what charts and findings link to.

    Of very many figures those are shown whose ids are ``named``, and those whose tallies have most: there is most to
    compare; the page then leads to the folder that holds all. ``processed`` is where they come from, if they were read
    by ``printed.read``.
    """
    fellows = figures["tally_id"].map(figures["tally_id"].value_counts()).fillna(0).astype(float)
    weight = fellows.mask(printed.among(figures["figure_id"], named), np.inf)
    shown = _weightiest(figures, weight, MOST_FIGURES)
    joined = printed.join(shown if processed is None else evidence.marked(shown, processed), articles)
    return DataTable(
        caption=caption,
        columns=EVIDENCE,
        rows=tuple(evidence_row(row) for row in joined.to_dict("records")),
        ids=tuple(anchor(figure_id) for figure_id in joined["figure_id"]),
        left_out=len(figures) - len(joined),
        elsewhere=f'<a href="{COMPLETE}">all figures</a> can be searched in the folder beside it',
    )


def tidy(frame: pd.DataFrame, caption: str, headings: Mapping[str, str] | None = None) -> DataTable:
    """Any tidy frame: a row a row, headings from its column names unless ``headings`` words them otherwise.

    Numbers are sorted as numbers; a column ``figure_ids`` becomes links to the figures. Of very many rows those are
    shown that have most figures, where ``n_figures`` says how many, else the first.
    """
    headings = {"figure_ids": "Sentences", **(headings or {})}
    columns = tuple(
        Column(headings.get(name, name.removeprefix("n_").replace("_", " ").capitalize()), _kind(frame[name]))
        for name in frame.columns
    )
    shown = _weightiest(frame, frame["n_figures"], MOST) if "n_figures" in frame else frame.head(MOST)
    rows = tuple(tuple(map(_cell, frame.columns, row)) for row in shown.itertuples(index=False, name=None))
    elsewhere = _AT_THE_END if "figure_ids" in frame else DataTable.elsewhere
    return DataTable(caption, columns, rows, left_out=len(frame) - len(shown), elsewhere=elsewhere)


def passing(pieces: Iterable[pd.DataFrame], caption: str, by: str | None = None) -> DataTable:
    """``tidy`` of a frame that passes by in pieces: its first rows, or the first in the order of column ``by``."""
    shown, count = None, 0
    for piece in pieces:
        count += len(piece)
        shown = piece if shown is None else pd.concat([shown, piece], ignore_index=True)
        shown = (shown.sort_values(by, kind="stable") if by else shown).head(MOST)
    if shown is None:
        raise ValueError(f"{caption}: nothing passed by, not even an empty frame to name the columns")
    return replace(tidy(shown, caption), left_out=count - len(shown))


def _weightiest(frame: pd.DataFrame, weight: pd.Series, most: int) -> pd.DataFrame:
    """The ``most`` rows that weigh most, in their order; all where they are fewer."""
    chosen = np.argsort(-weight.to_numpy(dtype=float), kind="stable")[:most]
    return frame.iloc[np.sort(chosen)]


def evidence_row(figure: dict) -> tuple[Cell, ...]:
    """One figure of ``printed.join`` as a row under the columns ``EVIDENCE``."""
    doubt = evidence.doubts(figure)
    sentence = evidence.sentence(figure)
    if doubt:
        sentence += f' <small class="doubt">Doubtful: {escape(doubt)}</small>'
    value = None if pd.isna(figure["value"]) else float(figure["value"])
    return (
        Cell(evidence.link(figure["url"], _text(figure["published"]))),
        Cell(escape(_text(figure["outlet"]))),
        Cell(escape(_text(figure["phrase"])), value),
        Cell(escape(f"{_text(figure['group'])} {wording.outcome(_text(figure['outcome']))}".replace("_", " "))),
        Cell(escape("" if figure["voice"] == printed.UNNAMED else figure["voice"])),
        Cell(sentence),
    )


def _kind(column: pd.Series) -> str:
    return "number" if pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column) else ""


def _cell(name: str, value: object) -> Cell:
    if name == "figure_ids":
        return _links(value)
    if isinstance(value, (list, tuple)):
        return Cell(escape(", ".join(map(str, value))))
    if value is None or pd.isna(value):
        return Cell("")
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return Cell(escape(str(value)))
    return Cell(wording.number(value), float(value))


def _links(figure_ids: list[str]) -> Cell:
    shown = enumerate(figure_ids[:_SHOWN_LINKS], start=1)
    links = " ".join(f'<a href="#{anchor(figure_id)}">{number}</a>' for number, figure_id in shown)
    more = len(figure_ids) - _SHOWN_LINKS
    return Cell(links + (f" and {more} more" if more > 0 else ""), float(len(figure_ids)))


def _text(value: object) -> str:
    return "" if value is None or pd.isna(value) else str(value)
