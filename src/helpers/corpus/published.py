"""When an article was published, and where that is known from."""

from __future__ import annotations

from helpers.corpus import dateline, dates
from helpers.corpus.arrival import Arrival


def of(arrival: Arrival, text: str) -> tuple[str | None, str]:
    """The date as ISO text and its basis.

    The first of: what the manifest or the row says (``manifest``), the page's markup (``markup``), the text's own
    dateline (``text``), a date in the name of the file or in its address (``filename``). Else null and ``unknown``.
    """
    if arrival.published:
        return arrival.published, arrival.published_basis
    stated = dateline.find(text)
    if stated:
        return stated.date, "text"
    named = dates.iso(arrival.path) or dates.iso(arrival.url)
    if named:
        return named, "filename"
    return None, "unknown"
