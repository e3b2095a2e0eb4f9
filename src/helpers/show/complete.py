"""The complete evidence: every figure with its sentence, in a folder that a browser searches without a server.

Pages show some thousands of figures (``tables.MOST_FIGURES``). Where a corpus has more, all of them stand in this
folder in order of date, cut into blocks, beside an index of their words and one page that finds what is asked for. A
page opened from a disk may fetch nothing, so that blocks and shards of the index are scripts that call ``arrived``.
"""

from __future__ import annotations

import json
from functools import partial
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from urllib.parse import quote

import pandas as pd

from helpers import engine, progress, tables, vocabulary
from helpers.show import evidence, page, printed, wording
from helpers.show.datatable import Cell, data, headings
from helpers.show.index import Index, terms
from helpers.show.printed import anchor
from helpers.show.tables import EVIDENCE, evidence_row
from helpers.tallies import witnesses

_BLOCK = 1_000
_AT_ONCE = 8
_COLUMNS = (
    "figure_id", "article_id", "start", "end", "sentence", "sentence_start", "phrase", "value", "outcome", "group",
    "source", "source_id", "tally_id", "cues", "flags",
)  # fmt: skip
_TOLD = [
    "start", "end", "sentence", "sentence_start", "phrase", "value", "outcome", "group", "cues", "flags", "outlet",
    "published", "url", "voice", "counted",
]  # fmt: skip
_ARTICLE = ("article_id", *printed.FROM_ARTICLE)


def write(folder: Path, processed: Path | str, words: vocabulary.Vocabulary) -> None:
    """Write to ``folder``, which must not be there yet, all figures of the tables in ``processed``."""
    figures, articles = (
        tables.read(name, processed, columns) for name, columns in (("figures", _COLUMNS), ("articles", _ARTICLE))
    )
    rows = printed.join(witnesses.named(figures, words), articles)
    rows["counted"] = _counted(rows["tally_id"], tables.read("tallies", processed, ["tally_id", "label", "n_figures"]))
    blocks = [rows.iloc[first : first + _BLOCK] for first in range(0, len(rows), _BLOCK)]
    for part in ("figures", "words"):
        (folder / part).mkdir(parents=True)
    found = engine.run(partial(_write_block, folder), enumerate(blocks), batch=_AT_ONCE)
    index = Index()
    for number, own in enumerate(progress.shown(found, "writing all figures", len(blocks), "files")):
        index.add(number, own)
    firsts = []
    for number, (first, shard) in enumerate(index.shards()):
        firsts.append(first)
        _put(folder, f"words/{number}", shard)
    (folder / "index.html").write_text(_page(len(rows), len(blocks), firsts), encoding="utf-8", newline="\n")


def _write_block(folder: Path, numbered: tuple[int, pd.DataFrame]) -> set[str]:
    """Write one block, and say by which terms it is found."""
    number, block = numbered
    ids = [anchor(figure_id) for figure_id in block["figure_id"]]
    cells = [_row(figure) for figure in block[_TOLD].astype(object).to_dict("records")]
    _put(folder, f"figures/{number}", data(ids, cells))
    return terms("\n".join(_text(row) for row in cells), ids)


def _counted(tally_ids: pd.Series, tallies: pd.DataFrame) -> pd.Series:
    """What each figure is counted as, as HTML: its tally's label, a link where that has other figures."""
    told = {
        tally_id: f'<a href="#tally-{quote(tally_id, safe="")}">{escape(label)}</a>' if n_figures > 1 else escape(label)
        for tally_id, label, n_figures in zip(*(tallies[column] for column in tallies.columns), strict=True)
    }
    return tally_ids.map(told, na_action="ignore").astype("string").fillna("")


def _row(figure: dict) -> list[Cell]:
    *cells, sentence = evidence_row(figure)
    counted = f' <p class="counted">{figure["counted"]}</p>' if figure["counted"] else ""
    return [*cells, Cell(sentence.html + counted)]


def _text(cells: list[Cell]) -> str:
    """What a row is found by: all that it shows, and its number in digits."""
    return " ".join(cell.html if cell.order is None else f"{cell.html} {cell.order:.15g}" for cell in cells)


def _put(folder: Path, name: str, json_text: str) -> None:
    (folder / f"{name}.js").write_text(f'arrived("{name}",{json_text})', encoding="utf-8", newline="\n")


def _page(count: int, blocks: int, firsts: list[str]) -> str:
    here = files("helpers.show")
    script = here.joinpath("complete.js").read_text(encoding="utf-8")
    return Template(here.joinpath("complete.html").read_text(encoding="utf-8")).substitute(
        policy=page.policy([script], beside=True),
        style=page.style(),
        figures=wording.count(count, "figure"),
        legend=evidence.legend(),
        head=headings(EVIDENCE),
        blocks=blocks,
        contents=json.dumps({"blocks": blocks, "shards": firsts}, ensure_ascii=False).replace("<", "\\u003c"),
        script=script,
    )
