"""What was found in a text and why, for a terminal: the deciding words marked, and the rules that fired."""

from __future__ import annotations

import re
from typing import Any

Figure = dict[str, Any]

COLOURS = {"value": 1, "outcome": 31, "group": 36, "side": 35, "source": 34, "place": 32, "time": 33}
"""ANSI codes by field."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""Characters that could drive the terminal."""
_SHOWN = (
    "value",
    "hedge",
    "outcome",
    "group",
    "side",
    "unit",
    "source",
    "place",
    "scope",
    "since",
    "until",
    "modality",
)


def explained(text: str, figures: list[Figure], colour: bool = False) -> str:
    """One block a figure: the text with the deciding words marked by field, the fields, the rules that read them."""
    if not figures:
        return "No figure found."
    text = _CONTROL.sub(" ", text)
    return "\n\n".join(_block(text, figure, colour) for figure in figures)


def _block(text: str, figure: Figure, colour: bool) -> str:
    lines = [_marked(text, figure["cues"], colour)]
    for name in _SHOWN:
        value = figure[name]
        cue = next(
            (c for c in figure["cues"] if c["field"] == name or (c["field"] == "time" and name == "since")), None
        )
        why = f'   <- "{text[cue["start"] : cue["end"]]}" ({cue["rule"]})' if cue else ""
        if value is not None or why:
            shown = f"{value:,.0f}" if name == "value" else _CONTROL.sub(" ", str(value))
            lines.append(f"  {_paint(f'{name:9}', name, colour)} {shown}{why}")
    if figure["flags"]:
        lines.append(f"  doubtful  {', '.join(figure['flags'])}")
    return "\n".join(lines)


def _marked(text: str, cues: list[dict[str, Any]], colour: bool) -> str:
    """The text with every deciding span marked; of overlapping spans the shorter is marked."""
    chosen: list[dict[str, Any]] = []
    for cue in sorted(cues, key=lambda c: (c["end"] - c["start"], c["start"])):
        if all(cue["end"] <= other["start"] or cue["start"] >= other["end"] for other in chosen):
            chosen.append(cue)
    out, at = [], 0
    for cue in sorted(chosen, key=lambda c: c["start"]):
        out += [text[at : cue["start"]], _paint(f"[{text[cue['start'] : cue['end']]}]", cue["field"], colour)]
        at = cue["end"]
    return "".join([*out, text[at:]])


def _paint(text: str, name: str, colour: bool) -> str:
    return f"\x1b[{COLOURS[name]}m{text}\x1b[0m" if colour and name in COLOURS else text
