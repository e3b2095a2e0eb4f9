"""The look of every chart: its colours, and the style sheet beside this file.

Colours follow Okabe and Ito's palette for readers with any colour vision (jfly.uni-koeln.de/color), darkened until
text in them has a contrast of at least 4.5 to 1 on the page. No chart relies on colour alone: a voice keeps its
own mark too. In the SVG each colour becomes a CSS variable, so that a page recolours its charts in the dark.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import matplotlib

INK = "#1c1c1a"
SOFT = "#5b5a55"
LINE = "#8a8983"
GRID = "#e3e1d9"
PAPER = "#fffdf8"
ALARM = "#b8400e"
VOICES = ("#00639c", "#8a6100", "#00755a", "#9c4078", "#3f6fae", "#6b5b95")
MARKS = ("o", "s", "^", "D", "v", "P")
OTHERS = "#77756e"

VARIABLES = {
    INK: "--ink",
    SOFT: "--soft",
    LINE: "--line",
    GRID: "--grid",
    PAPER: "--paper",
    ALARM: "--alarm",
    OTHERS: "--others",
    **{colour: f"--voice-{rank}" for rank, colour in enumerate(VOICES, start=1)},
}

_SHEET = Path(__file__).with_name("style.mplstyle")


@contextlib.contextmanager
def applied():
    """Draw inside this context to get the style sheet, whatever the reader's own matplotlib settings are."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.style.use(_SHEET)
        yield
