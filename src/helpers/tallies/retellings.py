"""Numbers that an article tells as another count of what it has just told, or on top of it.

"A monitor put the toll at nine" rivals the count before it, wherever and whenever it seems to be; "six more were
killed" adds to it and rivals nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from helpers.vocabulary import Vocabulary, any_of, words_by

if TYPE_CHECKING:
    from helpers.tallies.claims import Claim

_NEAR = 60
_ALIKE = 4.0


class Wording(NamedTuple):
    """Where in the text a number is worded as a toll given anew (null if nowhere), and whether it comes on top."""

    toll_at: int | None = None
    is_further: bool = False


PLAIN = Wording()


def reader(vocab: Vocabulary) -> Callable[[dict], Wording]:
    """A function that gives the wording of a figure, by the vocabulary's table ``retellings``.

    The figure is a row with ``sentence``, ``sentence_start``, ``start`` and ``end``.
    """
    words = words_by("role", vocab["retellings"])
    toll, before, after = (_any_of(words[role]) for role in ("toll", "further_before", "further_after"))
    toll_told = re.compile(toll, re.IGNORECASE)
    further_before = re.compile(rf"(?:{before})\s*$", re.IGNORECASE)
    further_after = re.compile(rf"\s*(?:{after})", re.IGNORECASE)

    def read(figure: dict) -> Wording:
        sentence, offset = figure["sentence"], figure["sentence_start"]
        if None in (sentence, offset, figure["start"], figure["end"]):
            return PLAIN
        start, end = figure["start"] - offset, figure["end"] - offset
        lead = sentence[max(0, start - _NEAR) : start]
        toll_at = figure["start"] if toll_told.search(lead) else None
        is_further = bool(further_before.search(lead) or further_after.match(sentence[end:]))
        return Wording(toll_at, is_further) if is_further or toll_at is not None else PLAIN

    return read


def relate(claims: Iterable[Claim]) -> None:
    """Set ``rival`` and ``further`` of an article's claims that are worded so, by what it tells before them.

    "Six killed and thirty others injured" adds to another outcome, and a number told twice is not added to itself:
    neither is further.
    """
    told = sorted(claims, key=lambda claim: (claim.start, claim.figures))
    parts = {claim.said for claim in told if claim.wholes}
    for n, claim in enumerate(told):
        if claim.wording == PLAIN:
            continue
        before = [other for other in told[:n] if _is_alike(claim, other)]
        claim.further = claim.wording.is_further and _adds(claim, told[:n], before)
        toll_at = claim.wording.toll_at
        if toll_at is not None and claim.scope == "event" and not claim.wholes:
            earlier = (other for other in reversed(told) if other.start < toll_at and other is not claim)
            rivals = (other for other in earlier if not other.further and other.said not in parts)
            claim.rival = next((other for other in rivals if _may_rival(claim, other)), None)


def _adds(claim: Claim, told: list[Claim], alike: list[Claim]) -> bool:
    """Whether it comes on top of a number before it, and not of one of another outcome in its sentence."""
    if not alike or any(other.value == claim.value for other in alike):
        return False
    beside = [other for other in told if other.sentence_start == claim.sentence_start]
    return not beside or _is_alike(claim, beside[-1])


def _may_rival(claim: Claim, other: Claim) -> bool:
    """Whether the claim may be another count of the other's event: numbers not far apart, no other place named."""
    if not _is_alike(claim, other):
        return False
    larger, smaller = max(claim.value, other.value), min(claim.value, other.value)
    named_elsewhere = claim.names_its_place and claim.place != other.place
    return smaller < larger <= smaller * _ALIKE and not named_elsewhere


def _is_alike(claim: Claim, other: Claim) -> bool:
    def kind(claim: Claim) -> tuple:
        group = "people" if claim.group == "civilians" else claim.group
        return claim.outcome, group, claim.side, claim.unit, claim.scope, claim.partitive

    return kind(claim) == kind(other)


def _any_of(words: frozenset[str]) -> str:
    return rf"\b{any_of(words)}\b" if words else r"(?!)"
