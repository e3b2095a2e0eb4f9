"""A table that can be sorted and filtered where the page has the means, and reads well where it has not.

The HTML holds the first rows as an ordinary table; where there are more, all of them follow as data that the page's
script shows page by page (DataTables), so that thousands of rows stay light.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from helpers.show import wording

MARK = 'class="datatable"'
COMPLETE = "evidence/index.html"
"""The page that finds every figure, beside those that do not hold them all (``complete.py``)."""
_WHOLE = 60
_FIRST = 25


@dataclass(frozen=True)
class Column:
    """A heading and the CSS class of its cells: ``number``, ``day``, ``sentence``, ``aside`` (not on narrow pages)."""

    heading: str
    kind: str = ""


@dataclass(frozen=True)
class Cell:
    """What a cell shows, as HTML that is safe to show, and what it is sorted by where that is something else."""

    html: str
    order: float | str | None = None


@dataclass(frozen=True)
class DataTable:
    """Rows of cells under columns.

    ``ids`` name the elements that links lead to, one a row, or are empty; ``left_out`` counts the rows there would be
    beyond these, and ``elsewhere`` says in HTML where they are.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    ids: tuple[str, ...] = ()
    left_out: int = 0
    elsewhere: str = "what all rows are made from is in the files of data/processed"

    def _repr_html_(self) -> str:
        if not self.rows:
            return f'<p class="nothing">{escape(self.caption)}: nothing to list.</p>'
        whole = len(self.rows) <= _WHOLE
        shown = self.rows if whole else self.rows[:_FIRST]
        head = headings(self.columns)
        body = "".join(self._row(number, row) for number, row in enumerate(shown))
        return (
            f'<div {MARK} tabindex="0" role="region" aria-label="{escape(self.caption)}">'
            f'<table class="sortable"><caption>{escape(self.caption)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
            f"{'' if whole else self._data()}</div>{self._note()}"
        )

    def _note(self) -> str:
        if not self.left_out:
            return ""
        note = f"{wording.number(self.left_out)} more rows are left out of this page"
        return f'<p class="note">{note}; {self.elsewhere}.</p>'

    def _row(self, number: int, row: Sequence[Cell]) -> str:
        own = f' id="{escape(self.ids[number])}"' if self.ids else ""
        return f"<tr{own}>{''.join(map(_cell, row, self.columns))}</tr>"

    def _data(self) -> str:
        note = f"The first {_FIRST} of {wording.number(len(self.rows))} rows; the page’s script shows the others."
        return (
            f'<noscript><p class="note">{note}</p></noscript>'
            f'<script type="application/json">{data(self.ids, self.rows).replace("<", chr(92) + "u003c")}</script>'
        )


def headings(columns: Sequence[Column]) -> str:
    """The cells of a table's head, as HTML."""
    return "".join(f'<th scope="col" class="{column.kind}">{escape(column.heading)}</th>' for column in columns)


def data(ids: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Rows as the JSON that the pages' scripts draw them from; ``ids`` name them, or are empty."""
    cells = [[cell.html if cell.order is None else [cell.html, cell.order] for cell in row] for row in rows]
    return json.dumps({"ids": ids, "cells": cells}, ensure_ascii=False, separators=(",", ":"))


def _cell(cell: Cell, column: Column) -> str:
    order = "" if cell.order is None else f' data-order="{escape(str(cell.order))}"'
    return f'<td class="{column.kind}"{order}>{cell.html}</td>'
