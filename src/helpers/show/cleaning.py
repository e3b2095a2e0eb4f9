"""What cleaning did to the articles, shown so that a wrong cut can be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

import pandas as pd
from IPython.display import HTML

from helpers.corpus.cleaning import Step


def by_rule(changed: Counter[str]) -> pd.DataFrame:
    """How many articles each rule changed: columns ``step`` and ``articles``, the most frequent first."""
    return pd.DataFrame(changed.most_common(), columns=["step", "articles"])


def before_and_after(taken: Sequence[Step]) -> HTML:
    """An article as it came with what each step cut struck out, beside what is read."""
    if not taken:
        return HTML("<p>Nothing was changed.</p>")
    before = escape(taken[0].before)
    for cut in (cut for step in taken for cut in step.cuts):
        before = before.replace(escape(cut), f"<del>{escape(cut)}</del>", 1)
    columns = f"{_column('As it came', before)}{_column('As it is read', escape(taken[-1].after))}"
    return HTML(
        f'<div style="display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr))">{columns}</div>'
    )


def _column(heading: str, text: str) -> str:
    words = f'<p style="white-space: pre-line">{text}</p>'
    return f'<div style="padding-right: 1.5rem"><strong>{heading}</strong>{words}</div>'
