"""The speaker who is named from a word on: "according to **the Observatory**".

Word by word to the right, up to where another begins or what is said.
"""

from __future__ import annotations

import re

from helpers.figures.speakers import (
    ARTICLES,
    DAYS,
    KNOWN,
    LINKS,
    LONGEST,
    NAME,
    NOUN,
    OWNER,
    RELAYING,
    UNKNOWN,
    Source,
    Speakers,
    are_several,
    describes_body,
    is_name,
    modifies,
    source,
)
from helpers.figures.words import Words

_YEAR = re.compile("(?:19|20)[0-9]{2}")
_BEFORE = ARTICLES | frozenset(["its", "his", "her", "their", "our", "to"])


def _joins(words: Words, at: int, limit: int, known: Speakers) -> bool:
    """Whether a word only joins the parts of a speaker: "report **by the** centre", "statement **released** by"."""
    keys = words.keys
    if at + 1 >= limit:
        return False
    goes_on = modifies(words.surface[at + 1], keys[at + 1], known)
    if keys[at] in known.issues or keys[at] in DAYS:
        return goes_on or keys[at + 1] in DAYS or keys[at + 1] == "by"
    if _links(words, at):
        return (goes_on and keys[at + 1] != "another") or keys[at + 1] in ARTICLES
    of_it = keys[at - 1] == "of" and keys[at] == "the" and words.surface[at + 1].isalpha()
    return keys[at] in ARTICLES and (goes_on or of_it or words.surface[at + 1].endswith(OWNER))


def _describes(words: Words, at: int, known: Speakers) -> bool:
    """Whether a word only describes the noun behind it: "civil **defence** volunteers", "a **local** baker"."""
    key = words.keys[at]
    return words.surface[at].islower() and key in known.adjectives and (key,) not in known.nouns


def _described_noun(keys: list[str], at: int, limit: int, known: Speakers) -> int:
    """The noun for speakers that an unknown word describes, else the word itself: "the **camp** officials".

    Without an article it must be one that may have a name: "**conflict** monitors", not "one account".
    """
    bare = keys[at - 1] not in ARTICLES
    if bare and (not keys[at].isalpha() or keys[at] in LINKS or keys[at] in known.openers):
        return at
    near = (noun for noun in range(at + 1, min(limit, at + 3)) if (keys[noun],) in known.nouns)
    return next((noun for noun in near if not (bare and keys[noun] in known.nameless)), at)


def _links(words: Words, at: int) -> bool:
    return words.keys[at] in LINKS or words.surface[at] == ","


def beginning_at(words: Words, begin: int, stop: int, known: Speakers, cue: int) -> Source | None:
    """The speaker named from word ``begin`` on: "according to **the Observatory**"."""
    keys, surface = words.keys, words.surface
    while begin < stop and (keys[begin] in _BEFORE or surface[begin] in "\"'“‘" or _YEAR.fullmatch(keys[begin])):
        begin += 1
    if keys[begin : begin + 2] == ["number", "of"]:
        begin += 2
    end, sure, row, named = begin, UNKNOWN, None, False
    limit = min(stop, begin + LONGEST)
    if begin < limit and keys[begin] in known.crowd:
        end, sure = begin + 1, NOUN
    elif begin < limit and not modifies(surface[begin], keys[begin], known):
        end = _described_noun(keys, begin, limit, known)
    while end < limit:
        if end > begin and (describes_body(words, end, known) or _opens_what_is_said(words, end, known)):
            break
        if length := _length_of_known(words, end, limit, known):
            here = known.rows[tuple(keys[end : end + length])]
            if end > begin and surface[end - 1] == "," and here["kind"] in RELAYING:
                break  # "citing an officer in Klow**, SANA** said"
            if here is not row and (row is None or not _is_apposition(words, begin, end)):
                if _is_another(words, begin, end, row is not None, named, known):
                    break
                named = named or surface[end][0].isupper()
                row, sure = here, KNOWN
            end += length
        elif modifies(surface[end], keys[end], known):
            if end > begin and _follows_nameless(words, end, known):
                break
            sure = max(sure, _sureness(words, end, known))
            end += 1
        elif end > begin and _joins(words, end, limit, known) and not _opens_another(words, begin, end):
            end += 1
        elif end > begin and end + 1 < limit and _describes(words, end - 1, known) and (keys[end + 1],) in known.nouns:
            end += 1  # "the humanitarian **coordination** office"
        elif end > begin and surface[end].endswith(OWNER) and keys[end - 1] in ARTICLES:
            end += 1  # "the head of the **town's** council"
        elif end > begin + 2 and _ends_with_kind(words, end, limit):
            end += 1  # "a spokesman for the Klow **camp** and"
        elif end > begin + 2 and keys[end - 2 : end] == ["of", "the"] and surface[end].isalpha():
            end += 1  # "the head of the **service**"
        else:
            break
    while end > begin and (
        _links(words, end - 1)
        or keys[end - 1] in ARTICLES
        or _opens_number(words, end - 1, known)
        or _opens_clause(words, begin, end - 1, known)
    ):
        end -= 1
    if begin < end < limit and _describes(words, end - 1, known) and surface[end].islower():
        end, sure = end + 1, max(sure, NAME)
    return source(words, begin, end, cue, False, known, sure) if end > begin and sure else None


def _ends_with_kind(words: Words, end: int, limit: int) -> bool:
    """Whether the word at ``end`` only says what the name before it is, as a mark or a link follows it."""
    surface, keys = words.surface, words.keys
    named = is_name(surface[end - 1]) and keys[end - 2] == "the"
    closed = end + 1 >= limit or not surface[end + 1][0].isalnum() or keys[end + 1] in LINKS
    return named and closed and surface[end].isalpha() and surface[end].islower() and keys[end] not in LINKS


def _opens_clause(words: Words, begin: int, at: int, known: Speakers) -> bool:
    """Whether an adjective behind a comma or a full name opens what is said: "activists, **rebel** shelling killed"."""
    before = at - 1
    word = words.surface[before]
    named = before >= begin and (word == "," or are_several(words.keys[before]) or (before > begin and is_name(word)))
    return named and _describes(words, at, known)


def _opens_what_is_said(words: Words, comma: int, known: Speakers) -> bool:
    """Whether behind a comma no description of the speaker stands: "activists, **government shelling** killed".

    Nor "activists, **the army** killed"; what describes him goes on: "Hisham Quell, **head of** the service".
    """
    keys, noun = words.keys, comma + 1 + (words.keys[comma + 1 : comma + 2] in (["the"], ["a"], ["an"]))
    behind = keys[noun + 1] if words.surface[comma] == "," and noun + 1 < len(keys) else ""
    if not (behind.isalpha() and words.surface[noun].islower() and words.surface[noun + 1].islower()):
        return False
    return not (behind in LINKS or behind in known.where or behind in ARTICLES or modifies(behind, behind, known))


def _opens_number(words: Words, at: int, known: Speakers) -> bool:
    """Whether an adjective stands before a number, not a speaker: "the UN, **some** 300 people"."""
    numbered = at + 1 < len(words.keys) and words.keys[at + 1][0].isdigit()
    return numbered and _describes(words, at, known)


def _length_of_known(words: Words, at: int, limit: int, known: Speakers) -> int:
    """How many words the known source at word ``at`` has; a single one in small letters must be a noun for speakers."""
    match = known.sources.longest(words.keys, at, limit)
    if match and (match[0] > 1 or words.surface[at][0].isupper() or (words.keys[at],) in known.nouns):
        return match[0]
    return 0


def _is_apposition(words: Words, begin: int, at: int) -> bool:
    """Whether a noun describes the speaker named before it: "Airwars, a **monitoring group**"."""
    return words.surface[at].islower() and not {"a", "an"}.isdisjoint(words.keys[begin + 1 : at])


def _is_another(words: Words, begin: int, at: int, other: bool, named: bool, known: Speakers) -> bool:
    """Whether with a known name another speaker begins: "citing medics the **Observatory** said".

    ``other``: it is not the source named before; ``named``: a source has been named by a name before.
    """
    keys = words.keys
    if other and at > begin + 1 and keys[at - 1] == "the" and not _links(words, at - 2):
        return True
    if other and words.surface[at - 1] == "," and words.surface[at][0].isupper():
        return True
    if at == begin or _links(words, at - 1) or keys[at - 1] in ARTICLES or words.surface[at - 1].endswith(OWNER):
        return False
    one_office = keys[at] in known.persons and words.surface[at].islower()  # "a military **official**"
    return not one_office and ((other and named) or keys[at - 1] in known.nameless)


def _opens_another(words: Words, begin: int, at: int) -> bool:
    """Whether with an article behind mere nouns another speaker begins: "citing medics **the** monitor said"."""
    return words.keys[at] in ARTICLES and not _links(words, at - 1) and words.span(begin, at).islower()


def _follows_nameless(words: Words, at: int, known: Speakers) -> bool:
    """Whether a name stands behind a word after which no name follows: "reports **Monday**"."""
    surface = words.surface
    return surface[at][0].isupper() and surface[at - 1][0].islower() and words.keys[at - 1] in known.nameless


def _sureness(words: Words, at: int, known: Speakers) -> int:
    """How sure a single word makes its phrase a speaker."""
    keys = words.keys
    if (keys[at],) in known.nouns or tuple(keys[at - 1 : at + 1]) in known.nouns:
        return NOUN
    return NAME if words.surface[at][0].isupper() and keys[at] not in known.places else UNKNOWN
