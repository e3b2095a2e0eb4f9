"""A chart as a value: a picture that says what it shows, in words and in SVG.

The SVG holds live text, links from each mark to the sentence it stands for, and colours that a page can exchange.
The same chart gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from helpers.show import style
from helpers.show.printed import anchor

WIDE = 760
NARROW = 350

_IMAGE_DPI = 144
"""Of what is drawn as an image inside the SVG; all else has no resolution."""
_FONT = "system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', Arial, sans-serif"


@dataclass(frozen=True)
class Chart:
    """A picture with its words.

    ``svg`` is for a page of a desk's width, ``narrow`` for a telephone's; both are empty where there is nothing to
    draw, and ``title`` then says so. ``title`` states the finding, ``alt`` describes the picture to who cannot see
    it, ``source`` says what it was made from.
    """

    title: str
    alt: str
    source: str
    svg: str = ""
    narrow: str = ""

    def _repr_html_(self) -> str:
        """The chart as an accessible HTML figure; the page's style sheet chooses between the two widths."""
        pictures = ""
        if self.svg:
            pictures = (
                f'<div class="wide">{_described(self.svg, self.alt)}</div>'
                f'<div class="narrow" style="display: none">{_described(self.narrow, self.alt)}</div>'
            )
        return (
            '<figure class="chart" style="background: var(--paper, #fffdf8)">'
            f'<p class="chart-title"><strong>{escape(self.title)}</strong></p>'
            f'{pictures}<figcaption class="chart-source">{escape(self.source)}</figcaption></figure>'
        )


def drawn(
    draw: Callable[[int], Figure], *, title: str, alt: str, source: str, marks: Mapping[str, str] | None = None
) -> Chart:
    """The chart that ``draw`` gives, a function from a width in pixels to a matplotlib figure.

    ``marks`` names the figures that the picture links to (``#figure-<figure_id>``): figure_id to a short text,
    shown where a pointer rests on the mark.
    """
    with style.applied():
        wide, narrow = (_svg(draw(width), marks or {}) for width in (WIDE, NARROW))
    return Chart(title=title, alt=alt, source=source, svg=wide, narrow=narrow)


def _svg(figure: Figure, marks: Mapping[str, str]) -> str:
    figure.dpi = _IMAGE_DPI
    buffer = io.StringIO()
    FigureCanvasSVG(figure).print_svg(buffer, metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    svg = buffer.getvalue()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>\s*|<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("xlink:href=", "href=").replace("'DejaVu Sans'", _FONT)
    svg = re.sub(r'(<svg [^>]*?)\s(?:width|height)="[\d.]+pt" (?:width|height)="[\d.]+pt"', r"\1", svg, count=1)
    svg = re.sub(r"#[0-9a-f]{6}\b", _as_variable, svg)
    return _titled(_own_ids(svg), marks)


def _as_variable(colour: re.Match[str]) -> str:
    variable = style.VARIABLES.get(colour[0])
    return f"var({variable}, {colour[0]})" if variable else colour[0]


def _own_ids(svg: str) -> str:
    """Drop the ids that nothing refers to and make the others this picture's own: a page holds many pictures."""
    own = "c" + hashlib.sha256(svg.encode()).hexdigest()[:8]
    used = set(re.findall(r'(?:url\(#|href="#)([^")]+)', svg))
    svg = re.sub(r' id="([^"]+)"', lambda m: f' id="{own}-{m[1]}"' if m[1] in used else "", svg)
    svg = re.sub(r"url\(#([^)]+)\)", rf"url(#{own}-\1)", svg)
    return re.sub(r'(<use [^>]*?href="#)([^"]+)', rf"\1{own}-\2", svg)


def _titled(svg: str, marks: Mapping[str, str]) -> str:
    texts = {f"#{anchor(figure_id)}": escape(text, quote=False) for figure_id, text in marks.items()}

    def link(match: re.Match[str]) -> str:
        title = texts.get(match[1])
        return f'<a href="{match[1]}" tabindex="-1">' + (f"<title>{title}</title>" if title else "")

    return re.sub(r'<a href="([^"]+)"[^>]*>', link, svg)


def _described(svg: str, alt: str) -> str:
    return svg.replace("<svg ", f'<svg role="group" aria-label="{escape(alt)}" ', 1)
