"""Who says something: the speaker beside a verb of speech, or behind "according to".

A speaker is found from the cue outwards, by ``speakers_before.py`` and ``speakers_behind.py``; here is told whether one
stands there at all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from helpers.figures import speakers, speakers_before, speakers_behind
from helpers.figures.expressions import MONTHS, WEEKDAYS
from helpers.figures.reading import ADDRESSING
from helpers.figures.speakers import (
    ARTICLES,
    CLOSING_QUOTES,
    KNOWN,
    LINKS,
    NAME,
    NOUN,
    PRONOUN,
    UNKNOWN,
    Source,
    Speakers,
)
from helpers.figures.units import Tagged
from helpers.figures.words import Words

_AUXILIARY = frozenset(
    "also first meanwhile has have had later earlier then now further just already so far however though who which and "
    "is was were itself himself herself themselves".split()
)
_WHEN = re.compile(
    rf"(?: (?:on )?(?:early |late )?(?:{'|'.join(WEEKDAYS)})(?: (?:morning|afternoon|evening|night))?"
    rf"| on (?:(?:{'|'.join(MONTHS)}) \d+|\d+ (?:{'|'.join(MONTHS)}))| yesterday| today"
    r"| (?:earlier |later )?(?:this|last) (?:week|month|year))+$"
)
"""A time between a speaker and the verb: "the ministry **on Sunday** said"."""
_LAST_OF_WHEN = frozenset(
    [*WEEKDAYS, *MONTHS, *"morning afternoon evening night yesterday today week month year".split()]
)
_REACH_OF_WHEN, _REACH_OF_DOCUMENT = 8, 5
_DETERMINERS = ("a", "an", "its", "his", "her", "their")
"""Before a document in which something is said: "in **a** written statement"."""
_PRONOUNS = frozenset(["he", "she", "it", "they"])
_OBLIQUE_PRONOUNS = {"him": "he", "her": "she", "it": "it", "them": "they"}
"""What a pronoun is as a subject that stands behind "according to"."""
_ACTS = "KkILlXfFGDdhB"
"""Tags of verbs of whom only is told, though the sentence opens with him: "**rebels freed** 12 people, it said"."""
_THEIRS = ("his", "her", "their", "my", "our")
_SPEAKING = ("i", "we", "you")
"""Pronouns of those who speak and listen, which no name stands for."""
RELATIVES = frozenset(["which", "who"])
_WHOSE, _THAT = frozenset(["whose"]), frozenset(["that"])
_JOINING = ("and", "but")
_CONTRASTING = frozenset("but while whereas although though where".split())
"""Before a speaker they begin a clause of his own."""
_DATES_AN_EVENT = frozenset("since after before until once when".split())
"""Before a speaker these make of the statement a date: "since the army declared the truce over"."""
_SUBORDINATING = frozenset(
    "as while after when because since before although which that what and but whom with".split()
)
"""Before a speaker these make speaker and verb a clause beside the figure's."""
_OBLIQUE = frozenset("by in from of at near with against on to".split())
"""Prepositions before a name that make it no subject: "trained by Washington, said the Observatory"."""
_TO_WHOM = "to"
"""Behind a verb it leads to who was told: "confirmed **to** Reuters that"."""
_IT, _FROM_WHOM = "it", ("by", "from")
"""The subject of what somebody says, and what leads to who does: "**it** is conveyed **from** a commander"."""
_AGENT = "by"
_MEANS = frozenset([_AGENT, "through", "via", "over"])
"""Before a name they tell by whom or how the subject was found: "residents reached **by** Reuters said"."""
_OF_REPORTS = ("amid", "investigating", "following")
"""Words before "reports that ...", which then is the only source named."""
_OF_ONE_SPEAKER = re.compile(r"(?:has|is|was)\b.*|\w+[^s]s")
"""A verb of which one is the subject."""
_INFLECTED = ("d", "s", "ing")
"""Endings of verbs that are not spelled like a noun: "another report", "two claim"."""
_SAY = re.compile("[yv]*S")
"""Behind a noun the verb whose subject it is: "reports **later said**"."""
_LONGEST_ASIDE = 10
"""Words between the commas around what a speaker is doing meanwhile."""
_SOMEWHERE = ("in", "from", "at", "near")
"""What opens an aside on where a speaker is: "the Orchard Centre, **in** Klow, says"."""
_ADVERBIAL = "ly"
_NO_ADVERBS = frozenset("family assembly ally daily weekly monthly supply reply rally monopoly tally".split())
_OF_ONE = frozenset("a an its his her their this".split())
"""Determiners of one thing: "**its** monthly report", not "the opposition reports"."""
_SHOWING = ("show", "mention", "record", "count", "list", "read")
"""Verbs that as infinitives only tell what for: "he lifted his sleeve to **show** a scar"."""
_READS = ("read", "reads")
"""Verbs whose subject is a document."""
_CLAIM = "claim"
"""The verb that also takes lives, attacks, responsibility: "has claimed 300 lives" attributes nothing."""
_GIVES, _A_COUNT = ("gave", "gives", "giving"), re.compile("[taewyU]{0,5}[TCqNSD]")
"""Verbs that say something only where a count follows: "**gave** a toll of 12", not "gave first aid"."""
_CLAIMS_AN_ACT = re.compile(r"t?q[aewyUn]{0,3}Y|q(?:[pc.,]|$)|q[aewyU]{0,3}n[^bvmDI]*$|t?[aewyU]{0,3}g|wp")
_OF_A_NUMBER = re.compile("[ptUywga]{0,8}o[tye]{0,2}q")
_IS_HELD = re.compile("p[bv]")
_OF_HARM = re.compile(r"t[aewyUn]{0,4}(?:[ENTCqY]|[KG]o)")
"""What may be announced that counts people: "announced the death of 12", not "declared the truce over"."""
_ADDRESSEE = "tUaongw"
"""Tags of whom somebody "told"."""
_TIME_ONLY = re.compile(r"p[tUy]{1,3}[.,]?$|t?[ay]?g[pz]")
"""Behind the verb a day and nothing more, or how long after another event: "said on Sunday", "said days after"."""
_ENDS_SPEAKER = frozenset('.,;:ry"zpSi')
"""Tags that may follow a speaker named behind the verb; before anything else the words are what was said."""
_NO_SPEAKER = frozenset("pzyJW")
"""Tags of last words of what only says when: "**the day before**, 12 died"."""
_MUTE = frozenset("gDNTE")
"""Tags of what cannot speak, things and harm, and so is no unknown speaker."""
_CLOSING = frozenset(",-–—")
"""Marks with which the description of a speaker ends."""
_PAUSES = ',"”'
"""Marks behind which a clause begins."""
_LATEST_SUBJECT = 3
"""Words of a sentence before which its subject begins."""
NO_VERB = re.compile("[^KkDdIJGhSXLlBVbvmufrzq]+")
"""A stretch without any verb that the vocabulary knows, relative clause or number."""
_HAS_OBJECT = re.compile("[qngUyN]$|pw$")
"""Before what is no object of a verb: "held the **road**", "lost **15**", "was on his way **to work**"."""
_NO_FINITE_VERB = re.compile("[^KkDdIJGhSXLlBVbvmufrz]+")
"""A subject and what describes it, number or not."""
_ONE_CLAUSE = re.compile("[^KkDdIJGhbvmzrq,;]{,9}")
"""A subject with a participle and its agent."""
REACH_OF_CITATION = 4
"""Words between a relay and whom it cites: "the agency reported, citing ..."."""
_REACH_OF_SAYING = 20
"""Words between "quoted" and its "as saying"."""


def at_verb(tagged: Tagged, cue: int, known: Speakers, found: list[Source]) -> Source | None:
    """The speaker beside a speech verb or "according to"."""
    keys, phrase = tagged.words.keys, tagged.text(cue).lower()
    here, behind = tagged.firsts[cue], tagged.lasts[cue]
    passive = tagged.tags[:cue].endswith("b")
    if passive and "as saying" in " ".join(keys[behind : behind + REACH_OF_CITATION]):
        return before_cue(tagged, cue - 1, known)
    if phrase in known.cites and phrase.removesuffix(" by") in known.relays:
        quoted, relay = before_cue(tagged, cue, known), _behind(tagged, cue, known)
        if _sureness(quoted) >= NOUN and relay and tagged.tag_at(relay.last) == "S":
            return replace(quoted, leading=True, cites=True)
    if phrase in known.cites:
        return _cited(tagged, cue, known, later=bool(found))
    if claimant := _claimant(tagged, cue + 2 if tagged.tags[cue : cue + 3] == "StS" else cue, known):
        return claimant
    if (aux := _of_it(tagged, cue)) is not None:
        return _said_of_it(tagged, cue, aux, known)
    if _is_no_active_verb(tagged, cue, phrase, known) or _says_nothing(tagged, cue, phrase, known):
        return None
    if phrase in known.relays and "saying" in keys[behind : min(tagged.stop, behind + _REACH_OF_SAYING)]:
        quoted = _behind(tagged, cue, known)
        return replace(quoted, leading=True) if quoted else None
    participle = phrase in known.also
    joined = keys[tagged.firsts[_behind_adverbs(tagged, cue)] - 1] in _JOINING
    if found and (participle or joined):
        return replace(found[-1], cue=here, leading=True)
    before = before_cue(tagged, cue, known)
    if participle:
        return before if _is_with(tagged, before) else opening_subject(tagged, cue, known)
    if joined and _sureness(before) < KNOWN and (subject := opening_subject(tagged, cue, known)):
        return subject
    return _beside(tagged, cue, phrase, before, known)


def _claimant(tagged: Tagged, noun: int, known: Speakers) -> Source | None:
    """Whose words a noun for speech tells: "denied a **claim by the rebels** that 12 men died"."""
    keys, behind = tagged.words.keys, tagged.lasts[noun]
    if tagged.text(noun).lower() not in known.also_nouns or keys[behind : behind + 1] != [_AGENT]:
        return None
    claimant = speakers_behind.beginning_at(tagged.words, behind + 1, tagged.stop, known, tagged.firsts[noun])
    claims = claimant is not None and keys[claimant.last : claimant.last + 1] == ["that"]
    return replace(claimant, leading=True, cites=True) if claims else None


def _of_it(tagged: Tagged, cue: int) -> int | None:
    """The unit of "was" in "it **was** also stated", where such stands before a verb of speech."""
    aux = _behind_adverbs(tagged, cue) - 1
    return aux if aux > 0 and tagged.tags[aux] == "b" and tagged.text(aux - 1).lower() == _IT else None


def _said_of_it(tagged: Tagged, cue: int, aux: int, known: Speakers) -> Source | None:
    """Who says what is told without a subject: "it is conveyed from **a commander**", "it was added".

    Or "it was stated in the announcement made by **the mayor**".
    """
    keys, end = tagged.words.keys, tagged.lasts[cue]
    agents = [at for at in range(end, min(tagged.stop - 1, end + _LONGEST_ASIDE)) if keys[at] in _FROM_WHOM]
    if agents and (agents[0] == end or not known.documents.isdisjoint(keys[end : agents[0]])):
        source = speakers_behind.beginning_at(tagged.words, agents[0] + 1, tagged.stop, known, tagged.firsts[cue])
        opens = tagged.firsts[aux] <= tagged.first + 1
        return replace(source, cites=True, leading=opens) if source else None
    return _by_pronoun(tagged, cue, tagged.firsts[aux], known) if end == tagged.stop or keys[end] in ".," else None


def _sureness(source: Source | None) -> int:
    return source.sure if source else UNKNOWN


def _cited(tagged: Tagged, cue: int, known: Speakers, later: bool) -> Source | None:
    """The speaker behind "according to", who leads what follows where no number stands before it.

    ``later``: another one is named before it, so that a number behind it is its own as well.
    """
    source, behind = _behind(tagged, cue, known), tagged.lasts[cue]
    pronoun = _OBLIQUE_PRONOUNS.get(tagged.words.keys[behind]) if behind < tagged.stop else None
    if source is None and pronoun is not None:
        source = Source("", behind, behind + 1, tagged.firsts[cue], False, carries=PRONOUN, pronoun=pronoun)
    if later and source is not None and source.text in known.documents:
        return None  # "the mayor said 12 people died, according to **figures** registered there"
    opens = tagged.firsts[cue] <= tagged.first + 1
    leads = "q" in tagged.tags[cue:] and (later or "q" not in tagged.tags[:cue])
    if source is not None:
        source.cites, source.leading = True, opens or leads
    return source


def _is_no_active_verb(tagged: Tagged, cue: int, phrase: str, known: Speakers) -> bool:
    """Whether what looks like a speech verb is passive ("was reported"), a noun ("its new report") or denied."""
    if not cue:
        return False
    before = tagged.tags[cue - 1]
    if before == "x":
        return True  # "it could **not say** when"
    if phrase in known.also_nouns and cue > 1 and before in "aw" and tagged.text(cue - 2).lower() in _OF_ONE:
        return True
    if before == "t" or (phrase in _SHOWING and tagged.text(cue - 1).lower() == "to"):
        return True
    if not phrase.endswith(_INFLECTED) and (before in "eq" or tagged.text(cue - 1).isdigit()):
        return True
    return phrase not in known.also and tagged.tags[_behind_adverbs(tagged, cue) - 1] == "b"


def _behind_adverbs(tagged: Tagged, cue: int) -> int:
    """The unit at which the adverbs before a verb begin: "was **swiftly** denied"."""
    while cue > 1 and (tagged.tags[cue - 1] == "y" or tagged.text(cue - 1).endswith(_ADVERBIAL)):
        cue -= 1
    return cue


def _says_nothing(tagged: Tagged, cue: int, phrase: str, known: Speakers) -> bool:
    """Whether something else is meant: "a **report** said", "claimed the attack", "declared the truce", "released 12".

    What is "said to be" something is no speaker either.
    """
    if phrase in known.also_nouns and _SAY.match(tagged.tags, cue + 1):
        return True
    if phrase in _READS and tagged.text(cue - 1).split()[-1].lower() not in known.documents:
        return True
    if phrase in known.speaks_of and not _OF_A_NUMBER.match(tagged.tags, cue + 1):
        return True
    held = _IS_HELD.match(tagged.tags, cue + 1) and tagged.text(cue + 1).lower() == "to"
    if held and tagged.text(cue + 2).lower() != "having" and not phrase.startswith(_CLAIM):
        return True
    if phrase in _GIVES and not _A_COUNT.match(tagged.tags, cue + 1):
        return True
    if phrase.startswith(_CLAIM) and _CLAIMS_AN_ACT.match(tagged.tags, cue + 1):
        return True
    if phrase in known.issues and tagged.tags[cue + 1 : cue + 2] == "q":
        return True
    governs = tagged.tags[cue + 1 : cue + 2] == "t" and not _OF_HARM.match(tagged.tags, cue + 1)
    return governs and phrase in known.decides


def _behind(tagged: Tagged, cue: int, known: Speakers) -> Source | None:
    """The speaker named right behind a cue."""
    return speakers_behind.beginning_at(tagged.words, tagged.lasts[cue], tagged.stop, known, tagged.firsts[cue])


def opening_subject(tagged: Tagged, cue: int, known: Speakers) -> Source | None:
    """The speaker that opens the sentence, to whom a verb joined on by "and" or as a participle belongs."""
    here = tagged.firsts[cue]
    source = speakers_behind.beginning_at(tagged.words, tagged.first, here, known, here)
    return replace(source, leading=True) if source and source.sure >= NOUN else None


def _subject_with_phrase(tagged: Tagged, cue: int, phrase: str, known: Speakers) -> Source | None:
    """The speaker that opens the sentence, where no verb parts it from its own: "rescuers working there **said**"."""
    if phrase in known.also_nouns or phrase.startswith(_CLAIM) or not NO_VERB.fullmatch(tagged.tags[:cue]):
        return None
    return opening_subject(tagged, cue, known)


def _is_with(tagged: Tagged, source: Source | None) -> bool:
    """Whether a speaker stands in a clause of its own behind "with": "with medics **saying** 12 people died"."""
    if source is None or source.sure < NOUN:
        return False
    return "with" in tagged.words.keys[source.first - 2 : source.first]


def _beside(tagged: Tagged, cue: int, phrase: str, before: Source | None, known: Speakers) -> Source | None:
    """Of the speaker before an active verb and the one behind it the one who speaks."""
    words, here, sure = tagged.words, tagged.firsts[cue], _sureness(before)
    previous = words.keys[here - 1]
    if before is not None and phrase in known.issues and previous not in _PRONOUNS and is_inside(tagged, before):
        return None
    may_describe = phrase in known.also_nouns or phrase in known.issues
    if sure == NAME and may_describe and words.surface[before.last - 1][0].islower():
        before = None  # "a sniper **posted** on a roof"
    if before is None and phrase == "reports" and (_opens(tagged, here) or previous in _OF_REPORTS):
        return Source("reports", here, here + 1, here, leading=True)
    if before is not None and sure == KNOWN and not (_is_counted(tagged, before) or _is_oblique(tagged, before)):
        return before
    following = words.keys[tagged.lasts[cue]] if tagged.lasts[cue] < tagged.stop else ""
    if before is not None and following in _THEIRS:
        return before  # "the farmer said **his neighbours** had fled"
    addressed = phrase in ADDRESSING or following == _TO_WHOM
    behind = _behind(tagged, cue, known) if not addressed else None
    if behind is not None and sure < NOUN and words.surface[here - 1] in CLOSING_QUOTES:
        return behind
    unnamed = before is None or (sure == NAME and words.surface[before.last - 1][0].islower())
    if behind is not None and unnamed and words.surface[here - 1] == ",":
        return behind  # "12 died outside the mill, said **Hisham Quell**"
    if behind is None or not _closes(tagged, behind.last, known):
        return before or _subject_with_phrase(tagged, cue, phrase, known)
    return behind if behind.sure > sure or _is_no_subject(tagged, before, behind) else before


def _is_no_subject(tagged: Tagged, before: Source | None, behind: Source) -> bool:
    """Whether what stands before the verb is counted ("12 **rebels**, said the monitor") or governed by a preposition.

    The latter needs somebody behind it who is more than one name: "trained by **Washington**, said the monitor".
    """
    if before is None:
        return False
    full_name = behind.last - behind.first > 1
    told_of = _is_counted(tagged, before) or tagged.tag_at(before.first - 1) == "b"  # "four were **drivers**, said"
    return told_of or ((behind.sure >= NOUN or full_name) and _is_oblique(tagged, before))


def _is_counted(tagged: Tagged, source: Source) -> bool:
    """Whether a number stands before those named: "12 **rebels**"."""
    return source.first > tagged.first and tagged.words.keys[source.first - 1][0].isdigit()


def _is_oblique(tagged: Tagged, source: Source) -> bool:
    """Whether a preposition stands before those named: "by **Ankara**", "from Klow and **Ankara**"."""
    words, before = tagged.words, source.first - 1
    while words.keys[before] in _JOINING and before > tagged.first + 1:
        before -= 2
    return words.keys[before] in _OBLIQUE


def is_inside(tagged: Tagged, document: Source) -> bool:
    """Whether a document is only where somebody spoke: "in its daily bulletin"."""
    return "in" in tagged.words.keys[max(tagged.first, document.first - 3) : document.first]


def _opens(tagged: Tagged, word: int) -> bool:
    """Whether a word stands where the subject of a sentence begins."""
    return word <= tagged.first + _LATEST_SUBJECT


def _closes(tagged: Tagged, word: int, known: Speakers) -> bool:
    """Whether a speaker named behind the verb ends at ``word``, so that nothing said can follow it."""
    tags = tagged.tags
    if word < tagged.stop and speakers.describes_body(tagged.words, word, known):
        return True
    at = bisect_left(tagged.firsts, word)
    if at < len(tags) and tagged.text(at) == "(":
        at = next((i + 1 for i in range(at, len(tags)) if tagged.text(i) == ")"), at)
        if tags[at : at + 1] == "t":
            return True  # it is described: "the Observatory (SOHR), a group that ..."
    return at == len(tags) or tags[at] in _ENDS_SPEAKER or tags.startswith("cq", at) or tagged.text(at) in "\"”'"


def _leads(tagged: Tagged, cue: int) -> bool:
    """Whether something said follows the verb: more than a day, an addressee or a subordinate clause."""
    tags = tagged.tags
    at = cue + 1
    if tagged.text(cue).lower() in ADDRESSING:
        while at < len(tags) and tags[at] in _ADDRESSEE and tagged.text(at).lower() != "that":
            at += 1
    while at < len(tags) and tags[at] == "y":
        at += 1
    rest = tags[at:].rstrip(".")
    if rest.startswith("q"):
        return True
    return len(rest) >= 3 and rest[0] not in ",cz;." and not _TIME_ONLY.match(rest)


def before_cue(tagged: Tagged, cue: int, known: Speakers) -> Source | None:
    """The speaker that ends before unit ``cue``."""
    words, first, here = tagged.words, tagged.first, tagged.firsts[cue]
    end = _before_marks(words, first, here)
    if end <= first:
        return None
    end = _before_marks(words, first, _end_of_subject(tagged, end, known))
    end = _before_aside(tagged, end, known)
    if words.keys[end - 1] in _PRONOUNS:
        return _by_pronoun(tagged, cue, end, known)
    is_verb = tagged.tag_at(end - 1) == "S" and words.keys[end - 1] not in known.also_nouns
    if is_verb or words.keys[end - 1] in _SPEAKING:
        return None
    begin, sure = speakers_before.ending_at(words, first, end, known)
    if sure == NAME and words.surface[end - 1][0].islower():
        beside = (tagged.tags[cue - 1], tagged.tag_at(end - 1))
        if words.keys[end - 1] in LINKS or not _MUTE.isdisjoint(beside):
            begin, sure = None, UNKNOWN
    if (head := _described(tagged, here, begin, end, sure, known)) is not None:
        return head
    if (subject := _opening_speaker(tagged, cue, begin, end, sure, known)) is not None:
        return subject
    if begin is None and (subject := _subject_of_clause(tagged, cue, known)):
        return subject
    if begin is None or not sure or (_dates(tagged, begin) and tagged.text(cue).lower() not in known.tells):
        return None
    begin = _subject_of_one(words, begin, end, tagged.text(cue).lower(), known)
    leading = _opens(tagged, begin) or _leads(tagged, cue)
    subordinate = _opens(tagged, begin) or words.keys[begin - 1] in _SUBORDINATING
    source = speakers.source(words, begin, end, here, leading, known, sure)
    source.subordinate = subordinate
    return source


def _subject_of_one(words: Words, begin: int, end: int, verb: str, known: Speakers) -> int:
    """Where the speaker begins with whom a singular verb agrees: "clashed with the rebels and **the UN** says"."""
    if not _OF_ONE_SPEAKER.fullmatch(verb):
        return begin
    behind = next((at + 1 for at in range(end - 1, begin, -1) if words.keys[at] == "and"), begin)
    apart = words.keys[behind] in ARTICLES or tuple(words.keys[behind:end]) in known.rows
    return behind if apart else begin


def _opening_speaker(
    tagged: Tagged, cue: int, begin: int | None, end: int, sure: int, known: Speakers
) -> Source | None:
    """The speaker that opens a sentence and is described up to the verb, though commas were lost.

    As in "residents reached **by Reuters** said", "the mayor **visiting us** said", "Orchard News **a network** run by
    farmers said". Word ``begin`` to ``end`` are what stands beside the verb.
    """
    words, first = tagged.words, tagged.first
    oblique = not sure or words.keys[begin - 1] in _OBLIQUE or words.keys[begin - 1] in _MEANS
    if oblique and not _MEANS.isdisjoint(words.keys[first:end]) and _ONE_CLAUSE.fullmatch(tagged.tags[:cue]):
        return opening_subject(tagged, cue, known)
    if not (sure < KNOWN or oblique) or not _NO_FINITE_VERB.fullmatch(tagged.tags, 0, cue):
        return None
    subject = opening_subject(tagged, cue, known)
    if subject is None or tagged.firsts[cue] - subject.last > _LONGEST_ASIDE:
        return None
    doing = words.surface[subject.last]
    described = doing.endswith("ing") and doing.islower() and doing not in known.cites
    described = described or (oblique and sure >= NOUN and doing == "in")  # "the ministry **in** a letter to the UN"
    return subject if described or speakers.describes_body(words, subject.last, known) else None


def _subject_of_clause(tagged: Tagged, cue: int, known: Speakers) -> Source | None:
    """The speaker behind the last comma, described before its verb: "12 died, two **residents** reached there said"."""
    words, here = tagged.words, tagged.firsts[cue]
    before = range(here - 2, max(tagged.first, here - _LONGEST_ASIDE), -1)
    begin = next((at + 1 for at in before if words.surface[at] == ","), None)
    if begin is None or words.surface[begin] in RELATIVES:
        return None
    opening = tagged.unit_of(begin)
    if not _NO_FINITE_VERB.fullmatch(tagged.tags, opening, cue):
        return None
    noun = tagged.lasts[opening] if opening in tagged.quantities else begin
    named = speakers_behind.beginning_at(words, noun, here, known, here)
    if named is None or named.sure < NOUN:
        return None
    return speakers.source(words, begin, named.last, here, False, known, named.sure)


def _before_aside(tagged: Tagged, end: int, known: Speakers) -> int:
    """Where a speaker ends who is somewhere or doing something between commas: "the mayor**, visiting Klow,** said"."""
    keys, first = tagged.words.keys, tagged.first
    if keys[end : end + 1] != [","]:
        return end
    comma = next((at for at in range(end - 1, max(first, end - _LONGEST_ASIDE), -1) if keys[at] == ","), first)
    doing = keys[comma + 1]
    aside = doing in _SOMEWHERE or (doing.endswith("ing") and doing not in known.cites)
    return comma if comma > first and aside and tagged.words.surface[comma + 1].islower() else end


def _before_marks(words: Words, first: int, end: int) -> int:
    """Where a speaker ends who is followed by marks, a short name in brackets or an auxiliary verb up to ``end``."""
    while end > first and (words.surface[end - 1] in ",)-–—(\"”'" or _helps_verb(words, end - 1)):
        short = words.surface[end - 1] == ")" and words.surface[end - 3] == "("
        end -= 3 if short and end - 3 > first else 1
    return end


def _end_of_subject(tagged: Tagged, end: int, known: Speakers) -> int:
    """The word behind a speaker who ends before word ``end``, without when and where what is told was said.

    As in "the ministry **in a statement on Sunday** said", not in "the ministry said **on Sunday**, adding".
    """
    keys, first, begin = tagged.words.keys, tagged.first, end
    if keys[end - 1] == "part" and keys[end - 3] == "for":
        begin = end = end - 3  # "the mayor **for his part** said"
    if keys[end - 1] in _LAST_OF_WHEN or keys[end - 1].isdigit():
        when = _WHEN.search(" ".join(keys[max(first, end - _REACH_OF_WHEN) : end]))
        begin -= when[0].count(" ") if when is not None else 0
    if begin - 1 > first and keys[begin - 1] in known.documents:
        opening = range(begin - 2, max(first + 1, begin - _REACH_OF_DOCUMENT), -1)
        begin = next((at - 1 for at in opening if keys[at] in _DETERMINERS and keys[at - 1] == "in"), begin)
    return end if begin == end or begin <= first or tagged.tag_at(begin - 1) == "S" else begin


def _helps_verb(words: Words, at: int) -> bool:
    """Whether a word belongs to the verb behind it: "**has**", "**separately**"; not the WHO, nor a family."""
    word = words.surface[at]
    if words.keys[at] in _AUXILIARY:
        return not word.isupper()
    return word.endswith(_ADVERBIAL) and word.islower() and word not in _NO_ADVERBS


def _by_pronoun(tagged: Tagged, cue: int, end: int, known: Speakers) -> Source:
    """The pronoun that ends before word ``end``, or the source that its sentence opens with."""
    words, first, here, pronoun = tagged.words, tagged.first, tagged.firsts[cue], end - 1
    named = known.sources.longest(words.keys, first, end) if end > first + 4 else None
    if named and tagged.tag_at(first + named[0]) not in _ACTS:
        return speakers.source(words, first, first + named[0], here, True, known)
    leading = _opens(tagged, pronoun) or _leads(tagged, cue)
    subordinate = pronoun > first and words.keys[pronoun - 1] in _SUBORDINATING
    return Source(
        "", pronoun, end, here, leading, carries=PRONOUN, pronoun=words.keys[pronoun], subordinate=subordinate
    )


def _described(tagged: Tagged, here: int, begin: int | None, end: int, sure: int, known: Speakers) -> Source | None:
    """The speaker that opens a sentence and is described before its verb: "the group, **based** in Klow, said".

    ``begin``, ``end`` and ``sure`` are of the words beside the verb, which are part of the description.
    """
    words, first = tagged.words, tagged.first
    if begin is not None and words.keys[begin - 1] in _CONTRASTING:
        return None  # "farmers who had fled complained, but a **mayor** said"
    if sure >= NOUN and begin > first and tagged.tag_at(begin - 1) == "S":
        return None  # "the agency, which named three towns, quoted **activists** who said"
    oblique = begin is not None and words.keys[begin - 1] in _OBLIQUE
    closed = words.surface[end] in _CLOSING and (sure < KNOWN or oblique)
    spoken = sure >= NOUN or (sure == NAME and speakers.is_name(words.surface[end - 1]))
    if not closed and spoken and words.surface[begin - 1] == ",":
        return None  # a clause put behind: "the group, which swore revenge, killed 12, **the mayor** said"
    if not closed and sure >= NOUN and words.keys[begin] in ARTICLES and _is_complete(tagged, begin):
        return None  # "the rebels who held the road lost 15 **a commander** said"
    relatives = RELATIVES | _WHOSE if oblique or begin is None else RELATIVES
    that = next((at for at in range(first + 1, end) if words.keys[at] == "that"), end)
    if (sure < KNOWN or oblique) and that < end and NO_VERB.fullmatch(tagged.tags, 0, tagged.unit_of(that)):
        relatives |= _THAT
    if not closed and relatives.isdisjoint(words.surface[first + 1 : end]):
        return None
    for at in range(first + 1, end):
        relative, comma = words.surface[at] in relatives, closed and words.surface[at] == ","
        if relative and sure >= NAME and begin in (at + 1, at + 1 + (words.keys[at + 1] in ARTICLES)):
            break  # the relative clause has that speaker as its subject: "a raid, **which the UN says** killed 12"
        if (relative or comma) and (begin is None or at <= begin) and not _tells_harm(tagged, at, begin, sure):
            stop = _before_marks(words, first, at)
            if tagged.tag_at(stop - 1) in _NO_SPEAKER:
                continue
            head, head_sure = speakers_before.ending_at(words, first, stop, known)
            apart = head is not None and (_opens(tagged, head) or (relative and _begins_clause(words, head)))
            if apart and head_sure:
                if comma and begin == at + 1 and speakers.is_name(words.surface[begin]):
                    stop = end  # "the head of the service, **Hisham Quell**, said"
                return speakers.source(words, head, stop, here, True, known, head_sure)
        if relative:
            break
    return None


def _is_complete(tagged: Tagged, word: int) -> bool:
    """Whether the clause before a word needs no object: "lost 15", not "who treated"."""
    return _HAS_OBJECT.search(tagged.tags, 0, tagged.unit_of(word)) is not None


def _begins_clause(words: Words, at: int) -> bool:
    """Whether a mark or a subordinator stands before word ``at``: "**while** the mayor, who was there, said"."""
    return words.surface[at - 1] in _PAUSES or words.keys[at - 1] in _SUBORDINATING


def _tells_harm(tagged: Tagged, relative: int, begin: int | None, sure: int) -> bool:
    """Whether the clause from a "who" on tells the harm itself, so that the source beside the verb is the speaker."""
    return sure == KNOWN and any(
        tag in "DIKJ" and relative < word < begin for word, tag in zip(tagged.firsts, tagged.tags, strict=True)
    )


def _dates(tagged: Tagged, begin: int) -> bool:
    """Whether a speaker's statement only dates what is told: "since the army declared the truce over"."""
    return tagged.words.keys[max(begin - 1, tagged.first)] in _DATES_AN_EVENT
