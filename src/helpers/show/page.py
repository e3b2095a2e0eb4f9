"""An executed notebook as one HTML page that needs nothing beside it.

Templates are nbconvert's way, in ``templates/``: ``report`` shows words and results, ``notebook`` the code too, folded.
Styles and scripts are inside the page, and its content security policy lets no script run but these, whatever text
from articles the results hold: each is named by its SHA-256 digest.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import itables
import nbformat
from bs4 import BeautifulSoup, SoupStrainer
from nbconvert import HTMLExporter
from pygments.formatters import HtmlFormatter

from helpers.files import whole
from helpers.show import datatable

_HERE = Path(__file__).parent
_TEMPLATES = _HERE / "templates"
_SHOWN = re.compile(r'"(figure-[\w.-]+)"')
_NONE = "'none'"
_LINK = re.compile(r'((?:<|\\u003c)a[^<>]*?) href=(\\?")#(figure-[\w.-]+)\2')


def export(notebook: Path | str, html: Path | str, template: Literal["report", "notebook"]) -> None:
    """Write the page of an executed ``notebook`` to ``html``, whole or not at all."""
    notebook, html = Path(notebook), Path(html)
    content = nbformat.read(notebook, as_version=4)
    title = _title(content) or notebook.stem.replace("_", " ")
    page = _exporter(template).from_notebook_node(content, resources={"page": _parts(content, title)})[0]
    page = _without_dead_links(page)
    with whole(html) as path:
        path.write_text(page, encoding="utf-8", newline="\n")


def _exporter(template: str) -> HTMLExporter:
    return HTMLExporter(
        template_name=template,
        extra_template_basedirs=[str(_TEMPLATES)],
        extra_template_paths=[str(_TEMPLATES)],
        anchor_link_text="",
        filters={"contents": _contents},
    )


def _without_dead_links(html: str) -> str:
    """The page, each link to a figure that stands in none of its tables leading to the folder with all figures.

    Where the page names no such folder it is no longer a link. In the page's data "<" and quotation marks are escaped.
    """
    shown = set(_SHOWN.findall(html))
    elsewhere = datatable.COMPLETE if leads_to_all(html) else None

    def led(link: re.Match[str]) -> str:
        start, quote, target = link.groups()
        if target in shown:
            return link[0]
        return f"{start} href={quote}{elsewhere}#{target}{quote}" if elsewhere else start

    return _LINK.sub(led, html)


def leads_to_all(html: str) -> bool:
    """Whether a page names the folder with all figures."""
    return f'href="{datatable.COMPLETE}"' in html


def style() -> str:
    """The style sheet of every page."""
    return (_HERE / "page.css").read_text(encoding="utf-8")


def policy(scripts: Sequence[str], *, beside: bool = False) -> str:
    """The content security policy under which these scripts run, with ``beside`` those in files too, and no others."""
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    allowed = [f"'sha256-{digest}'" for digest in digests] + ["'self'", "file:"] * beside
    policy = (
        f"default-src 'none'; script-src {' '.join(allowed) or _NONE}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def _parts(content: nbformat.NotebookNode, title: str) -> dict[str, object]:
    scripts = _scripts() if _has_tables(content) else []
    return {"title": title, "style": style() + _code_colours(), "scripts": scripts, "policy": policy(scripts)}


def _title(content: nbformat.NotebookNode) -> str | None:
    """The notebook's first top heading."""
    words = (cell.source for cell in content.cells if cell.cell_type == "markdown")
    heading = re.search(r"^# (.+)$", "\n".join(words), flags=re.MULTILINE)
    return heading[1].strip() if heading else None


def _contents(html: str) -> list[dict[str, str]]:
    """The second-level headings of a page: ``id`` and ``text`` of each."""
    headings = BeautifulSoup(html, "html.parser", parse_only=SoupStrainer("h2"))
    return [{"id": h["id"], "text": h.get_text(" ", strip=True)} for h in headings.find_all("h2", id=True)]


def _has_tables(content: nbformat.NotebookNode) -> bool:
    outputs = (output for cell in content.cells for output in cell.get("outputs", []))
    return any(datatable.MARK in "".join(output.get("data", {}).get("text/html", "")) for output in outputs)


@cache
def _scripts() -> list[str]:
    """DataTables as itables packs it, left in ``window.DataTable``, and the few lines that set it to work."""
    bundle = files(itables).joinpath("html/dt_bundle.js").read_text(encoding="utf-8")
    library, found = re.subn(r"export\s*\{[^}]*?\b(\w+) as default\b[^}]*\};?", r"window.DataTable=\1;", bundle)
    if found != 1:
        raise RuntimeError(f"itables {itables.__version__} packs DataTables in a way that is not known here")
    return [library, (_HERE / "page.js").read_text(encoding="utf-8")]


def _code_colours() -> str:
    light, dark = (HtmlFormatter(style=name).get_style_defs(".highlight") for name in ("friendly", "github-dark"))
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}\n"
