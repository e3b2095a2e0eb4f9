"""Counts as a text states them: digits, number words, ranges, vague plurals and fractions, with their hedges.

A quantity's ``value`` is the number stated, ``low`` and ``high`` what the wording commits to (None where open).
Conventions are those of the annotation guide: a range takes its midpoint, "dozens" twice the unit it names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from helpers.dateline import MONTHS
from helpers.figures.lexicon import phrase_key, spellings_met
from helpers.figures.words import Words
from helpers.vocabulary import Vocabulary, spellings, words_by

_DIGITS = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}|\d+")
_DECIMAL = re.compile(r"\d+(?:,\d{3})*\.\d+")
_DOTTED_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_WITH_SCALE = re.compile(r"(\d+(?:\.\d+)?)(k|m|mn|mln|bn)")
_CURRENCY = frozenset("$€£")
_BETWEEN_HEDGE_AND_NUMBER = frozenset("another further additional total of a the other its".split())
_SOME = ("some",)
"""No hedge before "of": "**some** of the 40"."""
_RANGE_LINKS = frozenset("to and - – — or".split())
_INSIDE_RANGE = frozenset("well over more than about around as many nearly almost up to".split())
"""Words before the upper end of a range: "from 10 to **as many as** 12"."""
_BEFORE_NUMBERING = frozenset("dead missing homeless now may might could would will".split())
"""Words that stand before the verb "number", beside participles and plurals: "the dead **now** number 12"."""
_ANYTHING = frozenset("anything anywhere somewhere".split())
"""Words that open a range: "**anything** from 500 to 600"."""
_RISEN = frozenset(
    "rose risen rise rises rising increased increasing up climbed climbing raised raising revised grew grown"
    " decreased decreasing fell fallen falling dropped declined down reduced shrank".split()
)
"""Verbs whose "from ... to ..." and "by ... to ..." is no range: "**raising** the toll from 22 to 25"."""
_REACH_OF_RISE = 9
"""Words before a number in which such a verb stands."""
_NOT_INSIDE_FRACTION = frozenset(", . ; : over in since for after by to from and on at were have has".split()).union(
    MONTHS
)
"""Words that part a share from a number behind it, which then is not its whole."""
_ANOTHER_CLAUSE = "ing"
"""Ending of verbs that part a share from a number likewise: "half of the town, besieging 300 people"."""
_BEFORE_WHOLE = frozenset("of the its their all those these this that total".split())
_OWNED = ("'s", "’s", "s'", "s’")
_POSSESSIVE = ("s", *_OWNED)
"""What stands before the number of which a share is one: "half **of** the 40", "a third of the **town's** 300"."""
_SPANS_OF_AGE = frozenset([("age", "of"), ("aged", "from"), ("aged", "between")])
"""Pairs of words behind which two numbers are ages: "**aged from** 5 to 9"."""
_AGES = _SPANS_OF_AGE.union(
    (("aged", bound) for bound in ("over", "under", "above", "below", "about", "around")),
    (
        (young, "under")
        for young in (
            *("child", "children", "boys", "girls", "those", "anyone", "kids", "minors", "teenagers", "youths"),
            *("infants", "pupils", "students", "youngsters", "people", "women", "men", "victims"),
        )
    ),
)
"""Pairs of words behind which a number is an age: "children **under** five"."""
_MAY_BE_UNDER = ("was", "were", "are", "is", "them")
"""Words behind which "under" leads to an age."""
_PEOPLE = ("people", "civilians", "fighters", "families", "persons")
"""Nouns before which four digits are no year."""
_BEFORE_WHOLE_MONTH = ("in", "during", "early", "late", "mid")
"""Before a month that is no day's: "**in early** March 12 people died"."""
_DAY_OF_MONTH = re.compile("[0-3]?[0-9](?:st|nd|rd|th)?")
_BEFORE_CLOCK = frozenset("at by after before until till around since from".split())
_BEHIND_CLOCK = re.compile("at night|(?:in|on) the (?:morning|afternoon|evening)")
"""Words around a time of the day: "**after** eight **at night**"."""
_OF_THOSE_COUNTED = frozenset([("of", "them"), ("of", "whom"), ("of", "these"), ("of", "those")])
_GLUED_BEFORE, _GLUED_AFTER, _QUOTES = "-–/#.:+", "-–/'’", "'’"
"""Marks that beside a number make it part of a word, a date or a clock time."""
_OUT_OF, _ROUND_WHOLES = ("in", "out"), (10, 100, 1000)
"""Between the numbers of a share, and wholes that are no count: "7 **in** 9 people", "three out of **10** boats"."""
_DIGITS_OF_AN_AGE = 2
_MOST_HEDGE_WORDS = 6
_BEYOND_ALL_COUNTING = 1e11
"""More than ever lived: a number as large counts no people."""


Number = tuple[float, int, bool]
"""A number read from words: its value, the index of the word after it, and whether it is a vague plural."""


@dataclass(slots=True)
class Quantity:
    """A stated count. ``first`` and ``last`` are word indices of its phrase, hedge included, ``last`` exclusive."""

    first: int
    last: int
    value: float
    low: float | None
    high: float | None
    hedge: str
    number: int
    """Index of the first word of the bare number."""
    indefinite: bool = False
    of_whole: bool = False
    """A fraction of a stated population: "half of the 300 dead"."""


@dataclass(slots=True, frozen=True)
class NumberWords:
    """What the vocabulary says of number words and hedges, ready for look-up."""

    small: dict[str, float]
    scale: dict[str, float]
    vague: dict[str, list[tuple[tuple[str, ...], float]]]
    fraction: dict[str, list[tuple[tuple[str, ...], float]]]
    dozen: dict[str, float]
    before: dict[str, list[tuple[tuple[str, ...], str]]]
    after: dict[str, list[tuple[tuple[str, ...], str]]]
    designator: frozenset[str]
    begins: Callable[[str], bool]
    """Whether a number can begin with a word."""
    partners: dict[str, frozenset[str]]
    """Of words that by themselves are no number ("a", "several") the words behind them with which they can be one."""
    people: frozenset[str]
    """Last words of nouns for people."""
    unit: dict[str, str]
    """Words that make a number one of time, distance, money or percent, with which of them."""


@lru_cache(maxsize=4)
def number_words(vocabulary: Vocabulary) -> NumberWords:
    """The look-up tables of a vocabulary's numbers.csv, hedges.csv and things.csv."""
    small: dict[str, float] = {}
    scale: dict[str, float] = {}
    dozen: dict[str, float] = {}
    article: set[str] = set()
    vague: dict[str, list[tuple[tuple[str, ...], float]]] = {}
    fraction: dict[str, list[tuple[tuple[str, ...], float]]] = {}
    for row in vocabulary["numbers"]:
        value = float(row["value"])
        for spelling in spellings(row["words"]):
            phrase = phrase_key(spelling)
            match row["kind"]:
                case "unit" | "ten":
                    small[spelling] = value
                case "scale":
                    scale[spelling] = value
                case "dozen":
                    dozen[spelling] = value
                case "article":
                    article.add(spelling)
                case "vague":
                    vague.setdefault(phrase[0], []).append((phrase, value))
                case "fraction":
                    fraction.setdefault(phrase[0], []).append((phrase, value))
    before: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    after: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in vocabulary["hedges"]:
        for spelling in spellings_met(row["words"]):
            phrase = phrase_key(spelling)
            if row["position"] == "before":
                before.setdefault(phrase[-1], []).append((phrase, row["hedge"]))
            else:
                after.setdefault(phrase[0], []).append((phrase, row["hedge"]))
    for table in (vague, fraction, before, after):
        for phrases in table.values():
            phrases.sort(key=lambda item: -len(item[0]))
    things = words_by("kind", vocabulary["things"])
    unit = {
        phrase_key(word)[0]: kind
        for kind in ("time", "distance", "money", "percent")
        for word in things[kind]
        if len(phrase_key(word)) == 1
    }
    first = frozenset({*small, *vague, *fraction, *dozen, *article})
    phrases = [phrase for table in (vague, fraction) for listed in table.values() for phrase, _ in listed]
    by_themselves = {*small, *dozen, *(phrase[0] for phrase in phrases if len(phrase) == 1)}
    partners = {
        word: frozenset({phrase[1] for phrase in phrases if phrase[0] == word}.union(scale, dozen))
        for word in first - by_themselves
    }

    def begins(word: str) -> bool:
        return word in first or word[0].isdigit() or ("-" in word and word.split("-", 1)[0] in small)

    people = frozenset(phrase_key(w)[-1] for row in vocabulary["people"] for w in spellings(row["words"]))
    return NumberWords(
        small, scale, vague, fraction, dozen, before, after, things["designator"], begins, partners, people, unit,
    )  # fmt: skip


def find(
    words: Words,
    first: int,
    stop: int,
    beginnings: Iterable[int],
    known: NumberWords,
    told: Callable[[], float | None] = lambda: None,
) -> list[Quantity]:
    """Every count among the words ``first`` to ``stop``, left to right; dates, times, ages, money are passed over.

    ``beginnings`` are those of the words with which a number can begin; ``told`` gives the number told before, of which
    "80 percent of them" is a share.
    """
    found: list[Quantity] = []
    keys, go_on = words.keys, first
    for at in beginnings:
        partners = known.partners.get(keys[at])
        if at < go_on or (partners is not None and (at + 1 == stop or keys[at + 1] not in partners)):
            continue
        before = found[-1].last if found else first
        read = number(words, at, stop, known)
        share, share_end = _share_at(words, at, stop, known, read)
        quantity = None
        if share is not None:
            counted = found[-1].value if found else told()
            quantity = _share_of(words, at, share_end, stop, known, before, share, counted)
        if quantity is None and read is not None and read[1] >= share_end:
            quantity = _count(words, at, stop, known, before, read)
        if quantity is not None:
            found.append(quantity)
            go_on = quantity.last = _behind_population(words, quantity.last, stop, known)
        elif read is not None:
            go_on = max(read[1], at + 1, share_end)
    return found


def number(words: Words, at: int, stop: int, known: NumberWords) -> Number | None:
    """The number that begins at word ``at``, if one does."""
    keys = words.keys
    for phrase, value in known.vague.get(keys[at], ()):
        if tuple(keys[at : at + len(phrase)]) == phrase and at + len(phrase) <= stop:
            return value, at + len(phrase), True
    for phrase, value in known.fraction.get(keys[at], ()):
        after = at + len(phrase)
        if tuple(keys[at:after]) == phrase:
            step = after + 1 if after < stop and keys[after] == "of" else after
            step = step + 1 if step < stop and keys[step] == "a" else step
            many = known.scale.get(keys[step]) or known.dozen.get(keys[step]) if step < stop else None
            if many is not None:
                return value * many, step + 1, False
    if keys[at][0].isdigit():
        return _digits(words, at, stop, known)
    return _spelled(keys, at, stop, known)


def bounds(value: float, hedge: str) -> tuple[float | None, float | None]:
    """What a hedged number commits to: (low, high), None where open."""
    if hedge in ("at_least", "vague"):
        return value, None
    if hedge == "at_most":
        return None, value
    return value, value


def _count(words: Words, at: int, stop: int, known: NumberWords, before: int, read: Number) -> Quantity | None:
    """The count that the number ``read`` at word ``at`` is; its hedge does not reach back beyond word ``before``."""
    value, end, vague = read
    upper = None if vague else _range_end(words, at, end, stop, known, value)
    if upper is not None:
        value = round(value * _shared_scale(words.keys[upper[1] - 1], value, upper[0], known), 6)
    whole = 0 < value < _BEYOND_ALL_COUNTING and value == int(value)
    if not vague and not (whole and _counts(words, at, end, stop, known)):
        return None
    hedge, first = _hedge_before(words, at, known, before)
    if upper is not None:
        high, end, open_ended, low_first = upper
        if end < stop and _is_month(words, end):
            return None
        first = max(before, min(first, low_first))
        return Quantity(first, end, (value + high) / 2, value, None if open_ended else high, "range", at)
    after = _hedge_after(words, end, stop, known)
    if after is not None:
        hedge, end = after[0], after[1]
    if vague:
        hedge = "vague"
    low, high = bounds(value, hedge)
    return Quantity(first, end, value, low, high, hedge, at)


def _digits(words: Words, at: int, stop: int, known: NumberWords) -> Number | None:
    keys = words.keys
    text = keys[at]
    end = at + 1
    if _DIGITS.fullmatch(text):
        value = float(text.replace(",", ""))
        if _has_decimal_comma(words, end, stop, known):
            value, end = float(f"{text}.{keys[end + 1]}"), end + 2
        while (
            end < stop
            and len(keys[end]) == 3
            and keys[end].isdigit()
            and (len(text) <= 3 or end > at + 1)
            and text[0] != "0"
            and words.starts[end] - words.ends[end - 1] == 1
            and not (at > 0 and keys[at - 1] in MONTHS)
        ):
            value = value * 1000 + float(keys[end])
            end += 1
    elif scaled := _WITH_SCALE.fullmatch(text):
        return round(float(scaled[1]) * known.scale[scaled[2]], 6), end, False
    elif _DOTTED_THOUSANDS.fullmatch(text) and not (end < stop and keys[end] in known.scale):
        return float(text.replace(".", "")), end, False
    elif _DECIMAL.fullmatch(text):
        value = float(text.replace(",", ""))
    else:
        return None
    while end < stop and keys[end] in known.scale and (len(keys[end]) > 1 or words.surface[end].isupper()):
        value *= known.scale[keys[end]]
        end += 1
    if end < stop and keys[end] in known.dozen:
        value, end = value * known.dozen[keys[end]], end + 1
    return value if value.is_integer() else round(value, 6), end, False


def _has_decimal_comma(words: Words, end: int, stop: int, known: NumberWords) -> bool:
    """Whether the digits before word ``end`` go on behind a comma, as most languages write: "1,5 million"."""
    if end + 2 >= stop or words.keys[end] != "," or words.keys[end + 2] not in known.scale:
        return False
    return words.starts[end] == words.ends[end - 1] and words.starts[end + 1] == words.ends[end]


def _spelled(keys: list[str], at: int, stop: int, known: NumberWords) -> Number | None:
    """Number words, "two hundred and five thousand"; ``a`` counts only before a scale or a dozen."""
    total, part, end = 0.0, 0.0, at
    seen = False
    while end < stop:
        word = keys[end]
        value = known.small.get(word)
        if value is None and "-" in word:
            value = _hyphenated(word, known)
        if value is not None:
            if seen and not (_continues(part, value) or (total and not part)):
                break
            part += value
        elif word in known.scale and len(word) > 2 and seen:
            scale = known.scale[word]
            if scale == 100:
                part = (part or 1) * 100
            else:
                total, part = total + (part or 1) * scale, 0.0
        elif word in known.dozen:
            part = (part or 1) * known.dozen[word]
        elif (
            word == "a"
            and not seen
            and end + 1 < stop
            and (keys[end + 1] in known.scale or keys[end + 1] in known.dozen)
        ):
            part = 1
        elif word == "and" and seen and end + 1 < stop:
            if keys[end + 1 : end + 3] == ["a", "half"] and end + 3 < stop and keys[end + 3] in known.scale:
                return (part + 0.5) * known.scale[keys[end + 3]], end + 4, False
            if keys[end + 1 : end + 3] == ["a", "half"] and keys[end - 1] in known.scale and total and not part:
                return total + known.scale[keys[end - 1]] / 2, end + 3, False  # "a million **and a half**"
            if keys[end + 1].split("-")[0] not in known.small or part % 100 or part + total < 100:
                break
            if part and known.scale.get("".join(keys[end + 2 : end + 3])) == 100:
                break
            end += 1
            continue
        else:
            break
        seen = True
        end += 1
    return (total + part, end, False) if seen else None


def _hyphenated(word: str, known: NumberWords) -> float | None:
    """The number that words joined by hyphens name, if they name one: "twenty-five", "two-hundred"."""
    *ones, last = word.split("-")
    if not known.small.keys() >= set(ones):
        return None
    value = sum(known.small[piece] for piece in ones)
    if last in known.small:
        return value + known.small[last]
    return value * known.scale[last] if last in known.scale and len(last) > 2 else None


def _continues(part: float, value: float) -> bool:
    """Whether a number word can follow what was read: "twenty" five, "two hundred" six, not "five" seven."""
    return (part % 100 == 0 and part >= 100) or (part % 10 == 0 and part % 100 >= 20 and value < 10)


def _counts(words: Words, at: int, end: int, stop: int, known: NumberWords) -> bool:
    """False for numbers that by their neighbours are dates, times, ages, money, shares, names or parts of words."""
    keys = words.keys
    before = keys[at - 1] if at else ""
    after = keys[end] if end < stop else ""
    if _measures(words, at, end, stop, known) or _begins_word(words, end, stop):
        return False
    if at and before in _GLUED_BEFORE and words.ends[at - 1] == words.starts[at]:
        in_date = end < stop and _is_month(words, end)
        return before in "-–" and at > 1 and keys[at - 2][0].isdigit() and not in_date
    if before == "no" and keys[at] == "one":
        return False
    if after in ("more", "other", "straight", "consecutive") and end + 1 < stop and keys[end + 1] in known.unit:
        return False
    if (at > 1 and (keys[at - 2], before) in _AGES) or (at > 3 and (keys[at - 4], keys[at - 3]) in _SPANS_OF_AGE):
        return False
    alone = not words.surface[min(end, stop - 1)][0].isalnum()
    if alone and before == "under" and at > 1 and keys[at - 2] in _MAY_BE_UNDER:
        return False  # "half of them were under 18", "half of them under 18"
    if at > 2 and keys[at - 3] == "aged" and before in _RANGE_LINKS:
        return False
    if _is_age_aside(words, at, end, stop) or _is_population(words, at):
        return False
    if before in _BEFORE_CLOCK and _BEHIND_CLOCK.match(" ".join(keys[end : end + 3])):
        return False
    return not keys[at][0].isdigit() or _digits_count(words, at, end, stop, known)


def _is_age_aside(words: Words, at: int, end: int, stop: int) -> bool:
    """Whether a number stands alone between two commas, as an age does: "Quell, **34**, was wounded"."""
    keys = words.keys
    if not (at > 1 and end == at + 1 < stop and keys[at - 1] == keys[end] == ","):
        return False
    return len(keys[at]) == _DIGITS_OF_AN_AGE and keys[at].isdigit() and keys[at - 2].isalpha()


def _is_population(words: Words, at: int) -> bool:
    """Whether a number only says of how many others are: "**out of** a population of about 6 million"."""
    keys = words.keys
    if "population" not in keys[max(0, at - _MOST_HEDGE_WORDS) : at]:
        return False
    behind = next((i for i in range(at - 1, max(1, at - _MOST_HEDGE_WORDS), -1) if keys[i] == "of"), 1)
    return keys[behind - 1] == "population" and "out" in keys[max(0, behind - _MOST_HEDGE_WORDS) : behind]


def _measures(words: Words, at: int, end: int, stop: int, known: NumberWords) -> bool:
    """Whether a number is one of money, time, distance or percent: "$12", "12 km", "12-14 days"."""
    keys = words.keys
    after = keys[end] if end < stop else ""
    if (
        after in known.unit
        or (at > 0 and keys[at - 1] in _CURRENCY)
        or _percent_end(keys, end, stop, known) is not None
    ):
        return True
    if after in ("-", "–", "to"):
        return end + 2 < stop and keys[end + 1][0].isdigit() and keys[end + 2] in known.unit
    return (after in ("s", "°") or after in _CURRENCY) and words.starts[end] == words.ends[end - 1]  # "80s", "12€"


def _begins_word(words: Words, end: int, stop: int) -> bool:
    """Whether a mark joins a number to the word behind it: "12-storey"; not "10-12", "12-plus"."""
    if not (end < stop and words.keys[end] in _GLUED_AFTER and words.starts[end] == words.ends[end - 1]):
        return False
    joined = words.keys[end + 1] if end + 1 < stop else " "
    if words.keys[end] in _QUOTES and not (joined[0].isalnum() and words.starts[end + 1] == words.ends[end]):
        return False  # it closes a quotation: "raid 'kills **12'**"
    return not (joined[0].isdigit() or joined == "plus")


def _digits_count(words: Words, at: int, end: int, stop: int, known: NumberWords) -> bool:
    """False for digits of a date, a time ("0800"), a name ("Brigade 12") or the number of a list's item."""
    keys, value = words.keys, words.keys[at]
    before = keys[at - 1] if at else ""
    after = keys[end] if end < stop else ""
    month = at - 2 if before == "." else at - 1
    if _is_month(words, month) or (end < stop and _is_month(words, end)):
        whole_month = month > 0 and keys[month - 1] in _BEFORE_WHOLE_MONTH and after in known.people
        if _is_month(words, month) and month and _DAY_OF_MONTH.fullmatch(keys[month - 1]):
            return len(value) != 4  # "on 5 March **12** men died"
        return "," in value or len(value) not in (1, 2, 4) or (len(value) == 2 and int(value) > 31) or whole_month
    if len(value) == 4 and value[:2] in ("19", "20") and end == at + 1 and before not in ("least", "than", "over"):
        return after in _PEOPLE
    if len(value) == 4 and value[0] == "0":
        return False
    named = "," not in value and end == at + 1 and not _is_what_they_number(words, at)
    if (
        named
        and before in known.designator
        and (words.surface[at - 1][0].isupper() or before in ("aged", "no", "number"))
    ):
        return False
    return not (value.isdigit() and at and after == "." and before in (".", "\n"))


def _is_what_they_number(words: Words, at: int) -> bool:
    """Whether "number" before digits is the verb of people: "the dead **number** 12", not "bus number 12"."""
    if at < 2 or words.surface[at - 1] != "number":
        return False
    return words.keys[at - 2] in _BEFORE_NUMBERING or words.keys[at - 2].endswith(("s", "ed"))


def _is_month(words: Words, at: int) -> bool:
    """Whether a word names a month: not the small "may" of "40 may have died"."""
    return at >= 0 and words.keys[at] in MONTHS and words.surface[at][0].isupper()


def _hedge_before(words: Words, at: int, known: NumberWords, before: int) -> tuple[str, int]:
    """The hedge in front of a number and the word where the phrase begins; the innermost of several decides."""
    keys = words.keys
    first, hedge = at, ""
    reach = at
    floor = max(before, at - _MOST_HEDGE_WORDS)
    while reach > floor:
        for phrase, meaning in known.before.get(keys[reach - 1], ()):
            begin = reach - len(phrase)
            if phrase == _SOME and keys[reach] == "of":
                return hedge or "exact", first
            if begin >= before and tuple(keys[begin:reach]) == phrase:
                first, reach = begin, begin
                hedge = hedge or meaning
                break
        else:
            if hedge or keys[reach - 1] not in _BETWEEN_HEDGE_AND_NUMBER:
                break
            reach -= 1
    return hedge or "exact", first


def _hedge_after(words: Words, end: int, stop: int, known: NumberWords) -> tuple[str, int] | None:
    for phrase, meaning in known.after.get(words.keys[end], ()) if end < stop else ():
        behind = end + len(phrase)
        if tuple(words.keys[end:behind]) == phrase and words.keys[behind : behind + 1] != ["than"]:
            return meaning, behind
    return None


def _range_end(
    words: Words, at: int, end: int, stop: int, known: NumberWords, low: float
) -> tuple[float, int, bool, int] | None:
    """Where ``low`` is the lower end of a range: the upper value, the word after it, open above, first word."""
    keys = words.keys
    if end >= stop or keys[end] not in _RANGE_LINKS:
        return None
    link = keys[end]
    opener = keys[at - 1] if at else ""
    if link == "and" and opener != "between":
        return None
    upper = end + 1
    while upper < min(stop, end + 5) and keys[upper] in _INSIDE_RANGE and opener in ("from", "between"):
        upper += 1
    if upper >= stop:
        return None
    read = number(words, upper, stop, known)
    if read is None or read[2] or read[0] >= _BEYOND_ALL_COUNTING:
        return None
    high, after, _ = read
    if high <= low or (after < stop and keys[after] in known.unit):
        return None
    if link == "to" and opener in ("from", "by") and not _RISEN.isdisjoint(keys[max(0, at - _REACH_OF_RISE) : at - 1]):
        return None
    open_ended = any(keys[i] in ("over", "more") for i in range(end + 1, upper))
    first = at - 1 if opener in ("between", "from") else at
    first -= first < at and first > 0 and keys[first - 1] in _ANYTHING
    return high, after, open_ended, first


def _shared_scale(last: str, low: float, high: float, known: NumberWords) -> float:
    """What the lower end shares with the upper: "two to three dozen" are 24 to 36."""
    scale = known.scale.get(last) or known.dozen.get(last) or 1.0
    return scale if low * scale < high else 1.0


def _share_of(
    words: Words, at: int, end: int, stop: int, known: NumberWords, before: int, share: float, counted: float | None
) -> Quantity | None:
    """A share of a stated number: "half the population of 22 million", "40 percent of the 500".

    The words for the share are ``at`` to ``end``; ``counted`` is the number stated last in the sentence: "18 people,
    half **of them** children".
    """
    keys = words.keys
    if counted is not None and tuple(keys[end : end + 2]) in _OF_THOSE_COUNTED:
        return _share(words, at, end, share * counted, known, before)
    for whole_at in range(end, min(end + 8, stop)):
        if keys[whole_at] in _NOT_INSIDE_FRACTION or keys[whole_at].endswith(_ANOTHER_CLAUSE):
            break
        if whole_at == end + 1 and keys[whole_at] in known.scale:
            break
        if whole_at > end and (keys[whole_at][0].isdigit() or keys[whole_at] in known.small):
            read = number(words, whole_at, stop, known)
            behind = _hedge_before(words, whole_at, known, end)[1] - 1
            said_of = keys[behind] in _BEFORE_WHOLE or words.surface[behind].endswith(_POSSESSIVE)
            counts = read is not None and not read[2] and 1 < read[0] < _BEYOND_ALL_COUNTING
            if counts and said_of and _counts(words, whole_at, read[1], stop, known):
                return _share(words, at, read[1], share * read[0], known, before)
            break
    return None


def _share_at(words: Words, at: int, stop: int, known: NumberWords, read: Number | None) -> tuple[float | None, int]:
    """The fraction or percentage that begins at a word, None where none does, and the word behind: "one in three".

    ``read`` is the number that begins there, if one does.
    """
    keys = words.keys
    for phrase, value in known.fraction.get(keys[at], ()):
        if tuple(keys[at : at + len(phrase)]) == phrase:
            return value, at + len(phrase)
    if read is not None and (keys[at][0].isdigit() or keys[at] in known.small):
        behind = _percent_end(keys, read[1], stop, known)
        if behind is not None:
            return read[0] / 100, behind
        if read[1] + 1 < stop and keys[read[1]] in _OUT_OF:
            return _one_in(words, read, stop, known)
    return None, at


def _one_in(words: Words, read: Number, stop: int, known: NumberWords) -> tuple[float | None, int]:
    """The share that the number ``read`` begins, and the word behind it: "**three** in five of", "**9** out of 10"."""
    keys, end = words.keys, read[1]
    whole_at = end + 1 + (keys[end] == "out")
    whole = number(words, whole_at, stop, known) if whole_at < stop else None
    if whole is None or whole[2] or not read[0] < whole[0]:
        return None, end
    after = keys[whole[1]] if whole[1] < stop else ""
    is_share = after == "of" or after in _PEOPLE or (keys[end] == "out" and whole[0] in _ROUND_WHOLES)
    return (read[0] / whole[0], whole[1]) if is_share else (None, end)


def _percent_end(keys: list[str], at: int, stop: int, known: NumberWords) -> int | None:
    """The word behind "percent" or "per cent", if that stands at word ``at``."""
    if at < stop and known.unit.get(keys[at]) == "percent":
        return at + 1
    return at + 2 if at + 1 < stop and keys[at] == "per" and keys[at + 1] == "cent" else None


def _behind_population(words: Words, end: int, stop: int, known: NumberWords) -> int:
    """The word behind what only says out of how many: "40,000 **of the town's 90,000** people"."""
    if end < stop and words.keys[end] == "of":
        for at in range(end + 2, min(end + 5, stop)):
            if words.surface[at - 1].endswith(_OWNED) and (read := number(words, at, stop, known)):
                return read[1]
    return end


def _share(words: Words, at: int, end: int, value: float, known: NumberWords, before: int) -> Quantity:
    """The quantity of a share whose words are ``at`` to ``end``."""
    hedge, first = _hedge_before(words, at, known, before)
    value = round(value, 6)
    low, high = bounds(value, hedge)
    return Quantity(first, end, value, low, high, hedge, at, of_whole=True)
