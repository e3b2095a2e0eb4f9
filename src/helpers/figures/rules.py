"""The rules that tell what happened to the counted people: patterns over a sentence's tags (see ``lexicon.py``).

A rule reads outwards from the quantity: ``right`` rules to the right, ``left`` rules leftwards, so that each begins
beside the number. Its one group ``(...)`` is the unit that decides; that unit's phrase in the vocabulary names the
outcome. Where several rules fit, the cheapest reading wins: the rule's cost plus a little for every unit in between.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

NP = "(?:e?ot?)?(?:a,)?[aewyUnMt]{0,6}?"
"""What may stand between a number and the end of its noun phrase: "of the", modifiers, the noun."""
SAID = ",(?:q[aewUn]{0,3})?w?[tUawnp]{0,8}S[tUawnpoyS]{0,8},"
"""A speaker put in: ", officials said,", ", according to the mayor,", ", up to 18 according to the mayor,"."""
SAID_BEFORE = ",[tUawnpoy]{0,8}S[tUawnp]{0,8}w?,"
"""The same, read leftwards."""
COUNTED_BY = "pt?So[tUaw]{1,4}"
"""By whose count: "by the estimate of the UN"."""
GAP = f"(?:[^qKGSBIDT.;lLJO]|pt?q|{SAID}|{COUNTED_BY}|(?<=n)wS(?=[vb])){{0,22}}?"
"""Phrases and relative clauses between a noun and its verb; never another number, verb of harm or clause."""
UNSAID = "(?:[^qKGSBIDT.;lLJO]|pt?q){0,22}?"
"""The same, with no speaker put in."""
PART = f"(?:[,ic]+b?t?(?:[aUw]{{0,2}}no)?q(?!(?<=cq)[bv]|r)|,?qi|q[aewU]{{0,2}}ni){NP}{GAP}"
"""A part named in passing: ", including two children,", "including a family of five"; "two of them children".

A bare number behind "and" has a clause to itself: "**and 90 were** wounded"; so has one with "who".
"""
UNTOLD = "(?![^rcq,;]{0,6}b[^qcKGSBIDTlLJO.;,]{2,22},?cq)"
"""Before a number no verb of its own tells what befell them: "12 people **were taken there** and 8 were killed"."""
SOME = "(?:ct?n|,?i[aewyUnMtcp]{0,6}?,?)?"
"""A part without a number, or who comes on top: ", including women and children,"; "and their families"."""
ASIDE = "(?:,[^,q.;]{1,12},)"
"""What is said between commas: "the deaths of, according to medics, 12 people"."""
LEFT = "(?:(?<=X)|(?![qa]|t(?![awD]{0,2}(?:[gU]|oU))))"
"""Behind "left" stands no one who is left in some state: "left the wider area", not "left a man dead"."""
BY = "(?:[lS]p?[tUawn]{1,4}(?=p[vbI]))?"
"""Who believes it: "12 people are **said by medics** to have died"."""
MAIN = "(?!p[^qS.,;zcr]{1,14},?(?:(?:b+|v)y*(?:[lS]p[vb]{1,3})?[DI]|I))"
"""No finite verb of harm follows a participle: "held by gunmen were executed" tells an execution."""
_DECIDES = re.compile(r"\(\[?(\w+)\]?\)")
_OPENS = re.compile(r"(?:(?:\(\?:ot\?\)|\w|\[\w+\])(?:[?*]|\{0,\d+\})\??)*\(?(?:\w|\[\w+\])(?![?*]|\{0|\)\?)")
"""What a pattern begins with, if by sets of tags: any of those that may be left out, or the first that may not."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which a sentence says what happened to a number of people.

    ``people``: only where the number's noun is known to be people. ``subject``: the people are the grammatical
    subject, which a number right after a preposition ("from one family were killed") cannot be.
    """

    name: str
    side: Literal["left", "right"]
    pattern: re.Pattern[str]
    cost: float
    people: bool = False
    subject: bool = False
    far: bool = False
    """The verb may stand far from the number; not asked inside "including ...", nor of 12 in "two of 12 died"."""
    besieged: bool = False
    """Only where the sentence tells of a siege."""
    unarmed: bool = False
    """Not asked of fighters, who have camps of their own."""
    alone: bool = False
    """Only of a number that nothing follows: "Jordan hosts 12, Egypt 30"."""
    beyond: re.Pattern[str] | None = None
    """What must stand on the other side of the number, read away from it."""
    finite: bool = False
    """The deciding word is a verb with a subject, which "those killed" has not."""
    noun: bool = False
    """The deciding word is read as a noun: "12 of the wounded"."""
    toll: bool = False
    """The number is a toll, whose noun stands elsewhere: "the number of **children** killed rose to 12"."""
    rising: bool = False
    """The toll may have risen to the number, whoever is told of behind it."""
    brought: bool = False
    """The number is what a toll has been brought to, whoever said so before."""
    some: bool = False
    """The number is of some of those harmed: "12 of the wounded"."""
    among: bool = False
    """Who they are may stand behind the deciding word: "were among the **civilians** killed"."""
    state: bool = False
    """The people are in a state: "12 refugees"."""
    sheltered: bool = False
    """The people are where they found shelter."""
    decides: frozenset[str] = field(init=False)
    """The tags that the deciding unit can have, as the pattern's group says."""

    opens: frozenset[str] = field(init=False)
    """The tags of which one must stand beside the number; empty where the pattern does not tell at once."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "decides", frozenset(_DECIDES.search(self.pattern.pattern)[1]))
        opens = _OPENS.match(self.pattern.pattern)
        object.__setattr__(self, "opens", frozenset(filter(str.isalpha, opens[0])) if opens else frozenset())


def _rule(
    name: str, side: Literal["left", "right"], pattern: str, cost: float, beyond: str = "", **marks: bool
) -> Rule:
    return Rule(name, side, re.compile(pattern), cost, beyond=re.compile(beyond) if beyond else None, **marks)


RULES: tuple[Rule, ...] = (
    _rule("12 deaths", "right", rf"{NP}(N)", 0.5, noun=True),
    _rule("12 people whose deaths were documented", "right", rf"{NP},?r(N)", 1.2, people=True),
    _rule("12 lives", "right", "[aewUn]{0,2}?(Y)", 0.5),
    _rule("12 of the wounded", "right", "ot?[aU]?([WDJ])(?=[bvpyc.,]|$)", 0.6, noun=True, some=True),
    _rule("the 12 dead", "right", "([WJ])(?=[bpyc.,]|$)", 1.1, beyond="[tp]", noun=True),
    _rule("12 of those killed", "right", "iy*([DWJ])(?=[bpyc.,]|$)", 0.6, some=True),
    _rule("12 of the wounded died", "right", "ot?[aU]?[WDJ](?:y*b)?y*([ID])", 0.3, some=True),
    _rule(
        "12 of the 40 wounded there died", "right",
        "(?:ot?(?:q[aewU]{0,2}n?|[aU]?)|i)[WDJ](?:(?:[wu]?p[tUawg]{1,4}y?){1,2})?(?:[vby]*[bv]y*|y*(?=I))([ID])", 0.4,
    ),
    _rule("12 people dead", "right", rf"{NP}{SOME},?y*[lSz]?(J)(?!v?y*I)", 1.0),
    _rule(
        "12 people killed", "right",
        rf"{NP}{SOME},?y*[lS]?([DW])(?!y*t?[aUw]{{0,2}}n(?!g?y*[DWJS]))(?!y*q(?!{NP}(?:b?y*[DWJNi]))[\w.]){MAIN}", 1.0,
        subject=True,
    ),
    _rule("for 12 people killed by floods", "right", rf"{NP}[lS]?([DW])(?=p){MAIN}", 1.6),
    _rule(
        "12 people hurt in the blast died", "right",
        rf"{NP}[DWJ]p[^qS.,;zcrbDI]{{1,12}},?(?:b+y*(?=D)|[vmy]*(?=I))([DI])", 1.2, subject=True, far=True,
    ),
    _rule(
        "12 people were killed", "right",
        rf"{NP}{GAP}(?:Sp)?b+{BY}[yxewblLfSpvmudXs]{{0,5}}?(?:Sz)?([DWJMB])(?!(?<=J)w[.,;])", 2.0,
        subject=True, far=True,
    ),
    _rule(
        "12 people were taken to Klow as hostages", "right",
        rf"{NP}{GAP}b+[yewubS]{{1,3}}p[tUawg]{{1,4}}(J)", 2.4, subject=True, far=True,
    ),
    _rule(
        "12 people, among them two children, were killed", "right",
        rf"{NP}{UNTOLD}{GAP}(?:{PART}){{1,3}}?(?:b+y*(?=[DWJI])|b[lS]p[vby]{{1,3}}|[vm]{{0,3}}(?=[IB]))([DWJIB])", 2.5,
        subject=True, far=True,
    ),
    _rule(
        "12 people, most of them fleeing the town, were killed", "right",
        rf"{NP},(?:i|[ew](?=p))[^qS.;,]{{1,10}},[vm]*b+y*(?:[lS]p[vby]{{1,3}})?([DWJI])", 1.6, subject=True, far=True,
    ),
    _rule(
        "12 people, among them two children, dead", "right",
        rf"{NP}{GAP}(?:,?i{{1,2}}e?q{NP}{GAP}){{1,3}}?,?[lS]?(J)", 2.5, subject=True, far=True,
    ),
    _rule(
        "12 people who had fled were killed", "right",
        rf"{NP}(?:,?i[aewUn]{{1,3}})?,?r[vmyxbpws]{{0,5}}[IXLlBDWJd][^qS.;]{{0,12}}?"
        "(?:b+y*(?=[DWJO])|[vy]*(?=[IB]))([DWJOIB])", 1.5,
        subject=True, far=True,
    ),
    _rule(
        "12 fighters, among them two children, were destroyed", "right",
        rf"{NP}{GAP}(?:{PART}){{1,3}}?b+y*(d)", 2.5, people=True, subject=True, far=True,
    ),
    _rule(
        "12 people of the town killed", "right",
        rf"{NP}(?:[op][tUawgn]{{1,5}}(?:,U+,)?)+?([DWd])(?=y*[pzic.,]|y*$)", 2.2, people=True, subject=True, far=True,
    ),
    _rule(
        "12 people including two children killed", "right",
        rf"{NP}(?:[,ic]{{1,2}}q{NP}){{1,3}}?,{{0,2}}y*(?<!q)([DW])(?=y*[pzc.,]|y*$)", 2.6, subject=True, far=True,
    ),
    _rule(
        "12 people fleeing the town were killed", "right",
        rf"{NP}[IG](?!n[vb])[^qS.;zrcID,]{{1,8}}(?:,[^,.;S]{{1,8}},|qi{NP})?(?:b+y*(?=[DW])|[vmy]*(?=[IX]))([DWIX])",
        1.2, subject=True,
    ),
    _rule(
        "12 people died", "right", rf"{NP}{GAP}(?:J(?=v?y*I))?(?:b[xy]*l|b{BY})?[vmybpfS]{{0,5}}([IB])", 2.0,
        far=True,
    ),
    _rule("including 12 who died", "right", rf"{NP},?ry*(?:b+y*)?([DI])", 1.0, beyond="i"),
    _rule("12 people who medics say died", "right", rf"{NP},?r,?[tUawn]{{1,5}}S,?[vbmy]*([DWI])", 1.5),
    _rule("12 people whom they found dead", "right", rf"{NP},?r[tUawn]{{1,3}}v?[wlLX](J)", 1.5),
    _rule(
        "12 people suffered light wounds", "right",
        rf"{NP}{GAP}(?:{PART})?[vmy]{{0,2}}j(?:[aewytn]{{1,3}}(?!E))?([NEWK])", 2.0, far=True,
    ),
    _rule(
        "12 people are in three camps", "right", rf"{NP}[nU]{GAP}(?:{PART})?b+[wdyXu]?p[tUaweyJ]{{0,3}}?(g)", 3.4,
        far=True, unarmed=True, sheltered=True,
    ),
    _rule("12 people under siege", "right", rf"{NP}(?:p[tUwagn]{{1,4}}){{1,2}}?(J)", 2.0, far=True, state=True),
    _rule(
        "12 people in three camps", "right",
        rf"(?:{NP}[nU]{GAP}|e?i?(?:[vbmy]+[wdX]?|[vbmy]*s)?)p[tUaweyJ]{{0,3}}?(g)", 3.5,
        far=True, unarmed=True, sheltered=True,
    ),
    _rule("leaving 12 people from the town stranded", "right", rf"{NP}{GAP}([DWJ])", 1.9, beyond="[te]?[lL]", far=True),
    _rule(
        "sent 12 people fleeing", "right", rf"{NP}(G)(?!t?[aewUn]{{0,3}}q)", 1.2,
        beyond="(?:o[gw]w?t?)?[teyaw]{0,2}f",
    ),
    _rule(
        "for 12 people fleeing", "right", rf"{NP}(G)(?!t?[aewUn]{{0,3}}q)", 3.2, beyond="[tey]{0,2}[pFj]",
        people=True, state=True,
    ),
    _rule("12 captured people were killed", "right", rf"[DWJ]n{GAP}b+{BY}y*(D)", 2.0, subject=True, far=True),
    _rule("12 displaced people", "right", "(?:ot?)?y*([DWJ])n", 2.8),
    _rule(
        "12 people were among the dead", "right", rf"{NP}{UNSAID}b?y*(?:[lS]p?b)?(O)", 2.0,
        subject=True, far=True, among=True, some=True,
    ),
    _rule(
        "12 people, one of them a child, were among the dead", "right",
        rf"{NP}{GAP}(?:{PART}){{1,3}}?b+y*(O)", 2.2, subject=True, far=True, among=True, some=True,
    ),
    _rule(
        "12 were among those reportedly killed", "right", rf"{NP}{GAP}b?y*(?:(?<=b)i|iy+|Ht?[yS]+)([DWJ])", 2.0,
        subject=True, far=True,
    ),
    _rule(
        "12 were led away and shot dead", "right",
        rf"{NP}b+y*[wf][^qKGSBID.;,]{{0,6}}?cy*([D])", 3.0, subject=True, far=True,
    ),
    _rule(
        "12 people held", "right", rf"{NP}{SOME},?y*(?:{GAP}b+[wy]{{0,2}})?(d){MAIN}", 2.0, people=True, subject=True,
    ),
    _rule("12 people live as refugees", "right", rf"{NP}[vmb]{{0,2}}s(J)", 2.2, people=True, subject=True),
    _rule(
        "12 people live under siege", "right", rf"{NP}{GAP}(?:by*lp)?(s)", 4.0,
        people=True, subject=True, far=True, besieged=True,
    ),
    _rule("home to 12 under siege", "left", "[teyv]{0,2}(s)", 3.0, people=True, besieged=True),
    _rule("12 moved to safety", "right", rf"i?{NP}[vb]*[dX](J)", 2.2, subject=True),
    _rule(
        "12 people left", "right", rf"{NP}{GAP}(?:(?:bl|S|v)p)?[vmyb]{{0,3}}([XL]){LEFT}", 4.0, people=True, far=True,
    ),
    _rule(
        "12 people including two fighters left", "right",
        rf"{NP}{GAP}(?:{PART}){{1,3}}?[vmyb]{{0,3}}([XL]){LEFT}", 4.0, people=True, far=True,
    ),
    _rule(
        "12 people reached Jordan", "right", rf"{NP}{GAP}(?:{PART}){{0,3}}?[vmyb]{{0,3}}(P)", 3.0,
        people=True, far=True, unarmed=True,
    ),
    _rule(
        "12 leave Aleppo", "right", r"[yvm]*([XLP])(?:(?<=P)|(?:pt?)?[aewDW]{0,2}(?:[Ug]|woU)|tw?g)", 4.2,
        subject=True,
    ),
    _rule("12 people who had fled", "right", rf"{NP}(?:(?<=n)p[tUawg]{{1,3}})?(?:,?r[vbmy]*|,)([DWI])", 2.0, far=True),
    _rule(
        "killed 12", "left", r"(?!,[awU]{1,2}t)[teyawU,]{0,3}?(?:y?p)??(?:[dkh]c)?([KGDWB])(?:(?<=G)|(?!y?b|(?<=W)t))",
        1.0, finite=True, beyond="(?![bvI])",
    ),
    _rule("a man killed, 12 people injured", "right", r"[aewyU]{0,2}n?y*([DW])(?=[pcz.,]|$)", 0.9, beyond="[DWJ]n"),
    _rule("claimed 12 civilians", "left", r"[te]?(S)", 3.0, people=True),
    _rule("the blast claimed 12", "left", "[te]?(S)y*(?:p[tUawg]{1,3})?g", 3.0),
    _rule("killed a family of 12", "left", "ont?[aU]?([GKDWhkd])", 1.1),
    _rule("destroyed 12 fighters", "left", r"[teyaw]{0,3}?([khd])(?!b)", 1.2, people=True),
    _rule(
        "drove 12 people from the town", "left", "[teyaw]{0,3}?([fX])", 1.3,
        beyond="[aewyUnM]{0,6}(?:o[tUawg]{1,4}|cq[aewyUnM]{0,6}|,q[aewyUn]{0,3},|,i[^S.;,]{1,10},)?[pR]", unarmed=True,
    ),
    _rule("the arrival of 12 people", "left", "[te]?o(P)", 1.4, people=True, unarmed=True),
    _rule("hosts 12 families", "left", r"[teyaw]{0,3}?(F)", 1.2, people=True),
    _rule("hosts 12", "left", r"[teyaw]{0,3}?(F)", 1.4, alone=True),
    _rule("lost 12 fighters", "left", r"[teyaw]{0,3}?(V)(?!b)", 1.2),
    _rule("cost the army 12 fighters", "left", r"[te]?[aUwng]{1,4}t?(V)", 1.6, people=True),
    _rule("the death of 12", "left", rf"[tey]{{0,2}}{ASIDE}?o(?:[aUgwn]{{1,3}}t?p|{ASIDE})?([EGNK])", 1.0),
    _rule(
        "the death toll rose to 12", "left",
        rf"(?!o[te]*g)[eytw]{{0,2}}(?:b{SAID_BEFORE}|[upbovz,][^qS.;]{{0,22}}?S?)?(T)", 1.2, toll=True, rising=True,
    ),
    _rule(
        "the death toll, which was 10, rose to 12", "left",
        "[eypt]{0,3}?u[vy]{0,3},?[^q.;]{0,8}q[^q.;]{0,8}r,?(T)", 1.3, toll=True,
    ),
    _rule("the death toll in the besieged town passed 12", "left", "[gUwn]{0,2}[DJ][gUwn]{0,2}t?p(T)", 0.7),
    _rule("death toll from blast 12", "left", r"[gU][aUwgpo]{0,8}?(T)$", 3.2),
    _rule("puts the dead at 12", "left", r"p[^qS.;]{0,8}?([JNW])(?:w?n)?[ayw]?t?u", 1.4, toll=True),
    _rule("the dead at 40 and the injured at 12", "left", "p([JNW])t?cq", 1.4),
    _rule(
        "brought to 12 the number killed", "right",
        "t?C(?:ot?[aUwnc]{0,5})?r?(?:(?:w?S?w)?p?[vb]{1,2}w?|b)?y*([DWJN])", 1.0, beyond="p[uwfS]",
        toll=True, brought=True,
    ),
    _rule("raising to 12 the civilians killed", "right", "tn([DW])", 1.1, beyond="p[uwfS]"),
    _rule("brought to 12 the death toll", "right", "t?[aw]?(T)", 1.0, beyond="p[uwfS]", brought=True),
    _rule("deaths rose to 12", "left", r"p?u[^qS.;]{0,12}?([NE])", 1.4),
    _rule("refugees are estimated at 12", "left", "pu[bvy]{0,3}([MWJ])", 1.4),
    _rule(
        "the number of people killed rose to 12", "left",
        r"(?!o[te]*g)[ey]{0,2}[upbv]?[^qS.;]{0,24}?([DWNMIJO])y*(?:[vby]{0,3}r)?(?:[aUnwc]{0,5}(?:t?o|i)?){0,2}C", 1.2,
        toll=True, rising=True,
    ),
    _rule(
        "among the civilians killed in the town were 12", "left",
        r"(?=[tey]*b)[bty]{1,3}[gwUatp]{0,8}?[na]{0,2}([DWJ])(?:[naw]{0,3}t?H|[yS]+t?H|y+i)", 1.2, toll=True, some=True,
    ),
    _rule("killing civilians, including 12", "left", r"i,?[aUw]{0,2}n[teaUwy]{0,3}([KGD])", 1.3),
    _rule("those killed in the blast include 12", "left", r"i(?:wS)?[gUwaptq]{0,10}?([DWJ])y*t", 1.2, some=True),
    _rule("of the deaths, 12 were in Klow", "left", rf"(?:{SAID_BEFORE}|,)?([DWJN])[aewU]{{0,2}}to$", 0.9, some=True),
    _rule("killed were 12", "left", r"[te]?b([DW])(?:y?$|[;.,])", 1.2),
    _rule("the dead were 12", "left", "[tey]{0,2}b[nU]{0,2}([DWJN])t$", 1.2),
    _rule(
        "among the dead were 12", "left", rf"[bty]{{0,3}}?(?:{SAID_BEFORE})?n?(?:[gwUat]{{1,4}}p)?(O)", 0.8,
        toll=True, some=True,
    ),
    _rule(
        "the dead included a woman and 12", "left", r"[te]{0,2}c(?:[aewyUnt]{1,4}|[aewyUngtpo]{1,12}b)(O)", 1.2,
        some=True,
    ),
    _rule("aid for 12", "left", r"[te]?(A)", 2.0, people=True),
    _rule("displaced: 12", "left", r":?n?C?y*:?n?([MNTDWEJ])(?![aewU]{0,2}q)", 3.0, beyond="(?!b)", toll=True),
    _rule("dead 3, injured 12", "left", "([MTDWEJN])(?=[,;.:]|$)", 0.6, beyond="n?(?:[,;.]|$)"),
    _rule("displaced by floods number 12", "left", "(?:p?C)[vmy]{0,2}[tUawgp]{0,7}([DWJ])(?:[nt]|$)", 2.4),
    _rule("people in camps: 12", "left", "[:,](g)[aewU]*p[MDn]?(?=$|[;.])", 3.0),
    _rule("displaced with families: 12", "left", ":[aewngU]{1,3}p([MDJ])", 3.0),
    _rule("of the 12 who died", "right", rf"{NP}r[vbmy]*([DWI])", 1.2, beyond="[tw]?o(?:y?q|[ewynU])"),
    _rule("the refugees, 12 in all", "left", ",(M)", 3.4, beyond="n?y?(?:p[^qS.;]{0,8}?)?,"),
    _rule("of the 12 people displaced by floods", "right", rf"{NP}([DW])(?=p)", 1.6, beyond="t?o[tw]?q"),
    _rule("12 refugees", "right", rf"{NP}(M)", 3.5, noun=True, state=True),
    _rule("gave food to 12 families", "left", "[te]?p[^qS.;]{1,12}?(Z)", 2.5, people=True, unarmed=True),
    _rule("camps hosting 12 people", "left", r"[te]?[wlgIFsj]b?y*[,r]{0,2}(g)", 3.0, people=True, unarmed=True),
    _rule("the number of people in camps fell to 12", "left", "[ey]{0,2}p[^qS.;]{0,12}?(g)[aewU]{0,3}pw?noC", 3.5),
    _rule(
        "killed the commander and 12 others", "left",
        r"[te]{0,2}c(?!,?g(?!t?[aUw]*[op]))[^qS.;bIcxz]{1,8}?([KGDWV])(?!b|(?<=[DW])e?q)", 3.5,
    ),
    _rule("the death of a man and 12 others", "left", "[te]{0,2}c[aewyUnt]{1,5}o([EN])", 1.8),
    _rule("was killed along with 12", "left", r"[te]{0,2}c([DI])(?=[^q]{0,3}b)", 3.6, people=True),
    _rule("killed among others 12", "left", r"[^qS.;bIcxzri]{1,7}?([KGDW])(?!b|(?<=[DW])t)", 4.5, people=True),
)  # fmt: skip

_BY_COST = sorted(RULES, key=lambda rule: rule.cost)
BY_NAME = {rule.name: rule for rule in RULES}


def _marked(mark: str) -> frozenset[str]:
    """The names of the rules with a mark."""
    return frozenset(rule.name for rule in RULES if getattr(rule, mark))


TOLLS, RISING, BROUGHT, SOME = _marked("toll"), _marked("rising"), _marked("brought"), _marked("some")
AMONG, STATES, SHELTERED = _marked("among"), _marked("state"), _marked("sheltered")
"""Names of rules, by what they say of the number."""
_DECIDING = frozenset[str]().union(*(rule.decides for rule in RULES))


def that_may_fit(right: str, left: str) -> tuple[Rule, ...]:
    """The rules that can be decided by a word that is there and begin with what stands beside the number.

    The cheapest come first; ``right`` and ``left`` are the tags beside a number, each read away from it.
    """
    return _that_may_fit(_DECIDING.intersection(right), right[:1], _DECIDING.intersection(left), left[:1])


@lru_cache(maxsize=1 << 14)
def _that_may_fit(right: frozenset[str], behind: str, left: frozenset[str], before: str) -> tuple[Rule, ...]:
    sides = {"right": (right, behind), "left": (left, before)}
    return tuple(
        rule
        for rule in _BY_COST
        for deciding, beside in (sides[rule.side],)
        if not rule.decides.isdisjoint(deciding) and (not rule.opens or beside in rule.opens)
    )
