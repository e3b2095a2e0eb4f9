"""The rules that tell what happened to the counted people: patterns over a sentence's tags (see ``lexicon.py``).

A rule reads outwards from the quantity: ``right`` rules to the right, ``left`` rules leftwards, so that each begins
beside the number. The group ``(...)`` is the unit that decides; its phrase in the vocabulary names the outcome. Where several
rules fit, the cheapest reading wins: the rule's cost plus a little for every unit between number and deciding word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

NP = "(?:ot?)?[aewyUnMt]{0,6}?"
"""What may stand between a number and the end of its noun phrase: "of the", modifiers, the noun."""
GAP = "[^qKGSID.;lLJ]{0,14}?"
"""Prepositional phrases and relative clauses between a noun and its verb; never another number or verb of harm."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which a sentence says what happened to a number of people."""

    name: str
    side: Literal["left", "right"]
    pattern: re.Pattern[str]
    cost: float
    needs_people: bool = False
    """Only where the number's noun is known to be people."""


def _rule(name: str, side: Literal["left", "right"], pattern: str, cost: float, needs_people: bool = False) -> Rule:
    return Rule(name, side, re.compile(pattern), cost, needs_people)


RULES: tuple[Rule, ...] = (
    _rule("12 deaths", "right", rf"{NP}(N)", 0.5),
    _rule("12 lives", "right", "[aewU]{0,2}?(Y)", 0.5),
    _rule("12 of the wounded", "right", "ot?[aU]?(W)", 0.6),
    _rule("12 people dead", "right", rf"{NP},?y*(J)", 1.0),
    _rule("12 people killed", "right", rf"{NP},?y*([DW])(?!y*t?[aUw]{{0,2}}n)(?!y*q(?!{NP}(?:b?y*[DWJNi]|y*[DWJNi]))\w)", 1.0),
    _rule("12 people were killed", "right", rf"{NP}{GAP}b+[yxewb]{{0,3}}?([DWJ])", 2.0),
    _rule("12 people, among them two children, were killed", "right", rf"{NP}{GAP}(?:[,i]+q{NP}{GAP}){{1,3}}b+y*([DWJ])", 2.5),
    _rule("12 people died", "right", rf"{NP}{GAP}[vmybp]{{0,4}}(I)", 2.0),
    _rule("12 people left", "right", rf"{NP}n?y*(?:p[tUwagP]{{1,3}})?[vmyb]{{0,3}}([XL])(?![qta])", 4.0, True),
    _rule("12 people who had fled", "right", rf"{NP}[,r]{{1,2}}[vbmy]*([DWI])", 2.0),
    _rule("killed 12", "left", r"[teyawU,]{0,3}?(?:y?p)??([KGDW])(?!y?b)", 1.0),
    _rule("destroyed 12 fighters", "left", r"[teyaw]{0,3}?([khd])(?!b)", 1.2, True),
    _rule("killed and wounded 12", "left", r"[te]{0,2}c([KGDW])(?!b)", 1.0),
    _rule("the death of 12", "left", r"[te]{0,2}o([EGN])", 1.0),
    _rule("the death toll rose to 12", "left", r"[eytw]{0,2}[upbo,][^qS.;]{0,12}?(T)", 1.2),
    _rule("the number of people killed rose to 12", "left", r"[ey]{0,2}[upb][^qS.;]{0,14}?([DW])[aUnw]{1,3}t?oC", 1.2),
    _rule("aid for 12", "left", r"[te]?(A)", 2.0, True),
    _rule("12 refugees", "right", rf"{NP}(M)", 3.5),
    _rule("killed the commander and 12 others", "left", r"[te]{0,2}c[^qS.;bIcxz]{1,8}?([KGDW])(?!b)", 3.5),
    _rule("killed among others 12", "left", r"[^qS.;bIcxzri]{1,7}?([KGDW])(?!b)", 4.5, True),
)
