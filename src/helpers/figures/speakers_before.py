"""The speaker who is named up to a word: "**the Observatory** said".

From its last word leftwards: a source that the vocabulary knows, a noun for one or a name is its core, and what belongs
to it stands before.
"""

from __future__ import annotations

from itertools import pairwise

from helpers.figures.speakers import (
    ARTICLES,
    BELONGING,
    CLOSING_QUOTES,
    DESCRIBING,
    KNOWN,
    LINKS,
    LONGEST,
    LOST_OWNER,
    NAME,
    NOUN,
    OWNER,
    QUOTES,
    REACH_OF_HEAD,
    UNKNOWN,
    Speakers,
    are_several,
    is_name,
    modifies,
    names_a_source,
)
from helpers.figures.words import Words

_APOSTROPHES = ("'", "’")
_LONGEST_CORE = 9
"""Words of the longest name, or noun with its place, that makes a speaker."""
_LONGEST_NAME = 6
"""Words before the last one of the longest name of a source: "Syrian Observatory for Human Rights"."""
_CLOSE, _TO = "close", "to"
_PARTING = ("while", "whereas", "but")
"""Behind a noun they begin a clause with a speaker of its own."""
_AT_A_BODY = ("at", "in", "from", "with", "inside")
"""Between one person and the body to which he belongs: "a nurse **in** the town's hospital"."""


def ending_at(words: Words, first: int, end: int, known: Speakers) -> tuple[int | None, int]:
    """Where the speaker that ends at word ``end`` begins, and how sure it is one; None where those words are none."""
    floor = max(first, end - LONGEST)
    core, sure = _core(words, floor, end, known)
    if core is None:
        begin, sure = _any_noun(words, floor, end)
        if begin is None:
            return None, sure
        if (head := _head_noun(words, floor, begin, known)) is not None and words.keys[begin - 1] == _TO:
            begin, sure = _widened(words, floor, head, end, NOUN, known), NOUN
    else:
        begin = _widened(words, floor, core, end, sure, known)
        belongs = sure == NOUN or words.keys[begin - 1] == _TO or words.keys[begin - 1] in _AT_A_BODY
        if belongs and (head := _head_noun(words, floor, begin, known)) is not None:
            begin = _widened(words, floor, head, end, sure, known)
    outer = _described(words, first, begin, end, known)
    if outer is None and words.keys[begin] not in ARTICLES:
        outer = _noun_before_place(words, floor, begin, known)
    return (begin if outer is None else outer), sure


def _core(words: Words, floor: int, end: int, known: Speakers) -> tuple[int | None, int]:
    """Where the known source, the noun or the name that ends at word ``end`` begins, and how sure it is a speaker."""
    keys, surface, last = words.keys, words.surface, end - 1
    for begin in range(max(floor, end - _LONGEST_CORE), end):
        if keys[begin] in known.sources.begins and names_a_source(words, begin, end, known):
            placed = begin > floor and keys[begin - 1] in known.where and keys[begin - 1] != "who"
            located = _noun_with_place(words, floor, end, known) if placed else None
            return (begin if located is None else located), KNOWN
    if (keys[last],) in known.nouns or tuple(keys[end - 2 : end]) in known.nouns:
        return last, NOUN
    if (located := _noun_with_place(words, floor, end, known)) is not None:
        return located, NOUN
    if end - 2 >= floor and keys[last].isdigit() and surface[end - 2][0].isupper():
        return end - 2, NAME  # "Channel 4"
    if is_name(surface[last]) and keys[last] not in known.openers:
        placed = keys[last] in known.places and not _is_full_name(words, floor, last, known)
        return last, UNKNOWN if placed else NAME
    return None, UNKNOWN


def _is_full_name(words: Words, floor: int, last: int, known: Speakers) -> bool:
    """Whether a name of a place, at word ``last``, is a person's behind another name: "Najib **Ansari**"."""
    first = last - 1
    plain = first >= floor and words.surface[first].isalpha() and words.surface[first].istitle()
    return plain and words.keys[first] not in known.openers and words.keys[first] not in known.placing


def _widened(words: Words, floor: int, core: int, end: int, sure: int, known: Speakers) -> int:
    """Where the speaker with this core, up to word ``end``, begins: names, offices, titles and article are taken in."""
    keys, surface, begin = words.keys, words.surface, core
    head = core if sure == NOUN else end - 1
    while begin > floor:
        before, key = begin - 1, keys[begin - 1]
        link = before - (key in ARTICLES)
        named = keys[link] == "of" and is_name(surface[link - 1]) and keys[link - 1] not in known.openers
        if link > floor and keys[link] in LINKS and (named or _speaker_up_to(words, link - 1, known) is not None):
            begin = head = link - 1
            sure = NOUN
        elif key in ARTICLES:
            return before
        elif _ends_before(words, before, begin, end, head, sure, known):
            return begin
        elif modifies(surface[before], key, known) and not (
            is_name(surface[before])
            and before > floor
            and (key in known.places or tuple(keys[before - 1 : begin]) in known.towns)
            and (sure == KNOWN or surface[begin][0].islower() or surface[begin].isupper())
            and not surface[before].endswith(OWNER)
        ):
            begin = before
        elif surface[before] == "." and before > floor and keys[before - 1] in known.titles:
            begin = before - 1
        elif surface[before] in _APOSTROPHES and before > floor and words.ends[before - 1] == words.starts[before]:
            begin = before - 1  # "a local **doctors'** committee"
        elif surface[before] in QUOTES and (opening := _opening_quote(words, floor, before)) is not None:
            begin = opening + 1  # "the **'Klow Times'** newspaper"
        else:
            bare = are_several(keys[head]) or (sure == KNOWN and is_name(surface[core]))
            if bare:
                return begin
            owner = surface[before].islower() and surface[before].endswith(LOST_OWNER)
            if owner and (article := _article_before(words, floor, before, known)) is not None:
                return article  # "**the region's** largest hospital", "the regions"
            article = _article_of_one(words, floor, core, known)
            return begin if article is None else min(begin, article)
    return begin


def _article_before(words: Words, floor: int, owner: int, known: Speakers) -> int | None:
    """The article of whom a speaker belongs to: "**the** New York-based watchdog's deputy director"."""
    at = owner - 1
    while at > floor and words.keys[at] not in ARTICLES and modifies(words.surface[at], words.keys[at], known):
        at -= 1
    return at if at >= floor and words.keys[at] in ARTICLES else None


def _ends_before(words: Words, noun: int, begin: int, end: int, head: int, sure: int, known: Speakers) -> bool:
    """Whether the noun at word ``noun`` belongs to what is told before those who speak, where a comma was lost.

    They are several, as the word ``head`` says, or known by name, and have no article from ``begin`` to ``end``. So a
    plural does ("killed 12 **fighters** state media said"), and before several also what has an article ("hit a
    **hospital** medics said") or stands before an adjective ("clashed with the **army** local officials said").
    """
    keys, key = words.keys, words.keys[noun]
    local = keys[begin] in known.adjectives and words.surface[begin].islower() and are_several(keys[head])
    if not (words.surface[noun].islower() or local) or (key,) not in known.nouns or key in known.adjectives:
        return False
    if not are_several(keys[head]):
        named = sure == KNOWN or not known.persons.isdisjoint(keys[begin:end])
        return key.endswith("s") and named and is_name(words.surface[end - 1])
    alone = begin == head
    owns = keys[noun - 1] in ("a", "an") or (alone and sure == KNOWN and keys[noun - 1] in ARTICLES)
    return key.endswith("s") or owns or (not alone and keys[begin] in known.adjectives)


def _article_of_one(words: Words, floor: int, core: int, known: Speakers) -> int | None:
    """The article to which an office at word ``core`` belongs with all between: "**a** relief works officer".

    Other speakers have one word between at most, as all behind "the": "**a** makeshift clinic".
    """
    reach = REACH_OF_HEAD if words.keys[core] in known.persons else 2
    for at in range(core - 2, max(floor, core - reach) - 1, -1):
        if words.keys[at] in ("a", "an") or (
            words.keys[at] == "the" and at == core - 2 and words.surface[core].islower()
        ):
            return at
        if not words.surface[at].isalpha() or words.keys[at] in LINKS:
            return None
    return None


def _opening_quote(words: Words, floor: int, closing: int) -> int | None:
    """The mark at which the name begins that a quotation mark closes."""
    for at in range(closing - 1, max(floor - 1, closing - _LONGEST_NAME), -1):
        if words.surface[at] in QUOTES:
            return at if at < closing - 1 and is_name(words.surface[at + 1]) else None
    return None


def _described(words: Words, first: int, speaker: int, last: int, known: Speakers) -> int | None:
    """Where the name begins that a speaker from word ``speaker`` to ``last`` describes, if one does.

    As in "Klow Ardent a local activist", which opens the sentence or what follows a quotation, and anywhere between
    commas: "Klow Ardent, the agency's **director** in the town, told".
    """
    surface, keys = words.surface, words.keys
    aside = _opening_comma(words, first, speaker) if surface[last] == "," else None
    if aside is None and keys[speaker] not in ARTICLES:
        return None
    end = speaker - (surface[speaker - 1] == ",") if aside is None else aside
    if keys[end - 1].isdigit() and surface[end - 2] == ",":
        end -= 2  # "Klow Ardent, **41**, a farmer"
    begin = end
    while begin > first and (
        keys[begin - 1] in LINKS or (is_name(surface[begin - 1]) and keys[begin - 1] not in known.openers)
    ):
        begin -= 1
    while begin < end and keys[begin] in LINKS:
        begin += 1  # "**in** December, the mayor said"
    several = end - begin >= 2
    named = several or (
        tuple(keys[begin:end]) in known.rows and (aside is not None or keys[end - 1] not in known.places)
    )
    begin -= begin > first and keys[begin - 1] in ARTICLES
    opens = begin == first or surface[begin - 1] in CLOSING_QUOTES or (aside is not None and surface[begin - 1] == ",")
    opens = opens or (several and _may_name_one(words, begin, end, known))
    return begin if named and opens else None


def _may_name_one(words: Words, begin: int, end: int, known: Speakers) -> bool:
    """Whether names behind a word that governs none are a person's: "12 died **Hisham Quell** a local teacher said"."""
    before, keys = words.surface[begin - 1], words.keys[begin:end]
    governed = keys[0] in known.places or not known.towns.isdisjoint(pairwise(keys)) or before.lower() in known.locating
    governed = governed or tuple(keys) in known.rows
    return before.isalnum() and before.islower() and not governed and words.keys[begin - 1] not in LINKS | ARTICLES


def _opening_comma(words: Words, first: int, speaker: int) -> int | None:
    """The comma that opens the description in which a speaker stands, unless that is a clause, if there is one."""
    for at in range(speaker - 1, max(first, speaker - _LONGEST_CORE), -1):
        if words.surface[at] == ",":
            clause = words.keys[at + 1] in DESCRIBING or words.keys[at + 1] in BELONGING
            return None if clause else at
        if not words.surface[at][0].isalnum() and words.surface[at] not in _APOSTROPHES:
            return None
    return None


def _head_noun(words: Words, floor: int, begin: int, known: Speakers) -> int | None:
    """The noun to which the one at ``begin`` belongs: "the **centre** for the reception of refugees".

    So with "a **source** close to the presidency", and with one person in a body: "**a nurse** in the town's hospital".
    """
    close_to = words.keys[max(floor, begin - 2) : begin] == [_CLOSE, _TO]
    one_of = (
        words.keys[begin] in ARTICLES and words.keys[begin - 1] in _AT_A_BODY and words.keys[begin - 2] in known.persons
    )
    if begin <= floor or (words.keys[begin - 1] not in ("of", "for") and not close_to and not one_of):
        return None
    for at in range(begin - 2, max(floor, begin - REACH_OF_HEAD) - 1, -1):
        if not words.surface[at].isalpha() or not (words.surface[at].islower() or at == floor):
            return None
        if (words.keys[at],) in known.nouns:
            return at
    return None


def _noun_before_place(words: Words, floor: int, begin: int, known: Speakers) -> int | None:
    """The noun in "a source at Deir Ezzor", where ``begin`` is the first word of what the place belongs to."""
    at = begin
    while at > floor and words.surface[at - 1][0].isupper():
        at -= 1
    inside = floor + 2 <= at < begin and words.keys[at - 1] in LINKS and (words.keys[at - 2],) in known.nouns
    return at - 2 if inside else None


def _any_noun(words: Words, floor: int, end: int) -> tuple[int | None, int]:
    """A speaker that the vocabulary does not know, taken from its article: "the chief coroner"."""
    for at in range(end - 2, max(floor, end - 5) - 1, -1):
        key = words.keys[at]
        if key in LINKS or not key.replace("-", "").replace("'", "").isalpha():
            return None, UNKNOWN
        if key in ARTICLES or (at > 0 and words.surface[at - 1] == "," and key.isalpha()):
            return at, NAME
    return None, UNKNOWN


def _noun_with_place(words: Words, floor: int, end: int, known: Speakers) -> int | None:
    """The noun in "rescuers there said", "residents of the town said", "a source at the command said"."""
    for at in range(end - 2, max(floor, end - _LONGEST_CORE) - 1, -1):
        if words.surface[at] in ",.;:" or words.keys[at][0].isdigit() or words.keys[at] in _PARTING:
            return None
        if words.keys[at + 1] in known.where and (begin := _speaker_up_to(words, at, known)) is not None:
            return begin
    return None


def _speaker_up_to(words: Words, at: int, known: Speakers) -> int | None:
    """Where the noun for speakers or the known source begins that ends with the word ``at``, if one does."""
    keys = words.keys
    if at < 0 or (keys[at],) in known.nouns or (keys[at] in known.crowd and words.surface[at][0].isupper()):
        return at if at >= 0 else None
    begins = (b for b in range(max(0, at - _LONGEST_NAME), at + 1) if keys[b] in known.sources.begins)
    return next((b for b in begins if names_a_source(words, b, at + 1, known)), None)
