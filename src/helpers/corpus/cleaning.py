"""What stands in an article's file and is no part of the article: cut, and every cut told.

Characters are repaired first (ftfy), then fixed phrases of web pages are cut by ``data/vocabulary/debris.csv``, then
the headline that the body repeats word for word, then what stands twice. Datelines stay, on a line of their own: the
figures' dates are read from them. Every rule runs in time linear in the text's length.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import ftfy

from helpers import dateline
from helpers.vocabulary import Row

Cutter = Callable[[str], tuple[str, tuple[str, ...]]]

TAIL = 300
"""A ``tail`` phrase counts within so many characters of the article's end."""

_PLACEHOLDERS = {
    "{number}": r"\d+(?:[,.]\d+)*+",
    "{name}": r"[A-Z]\w*+",
    "{names}": r"[A-Z][\w.'’-]*+(?: [A-Z][\w.'’-]*+){1,3}",
    "{word}": r"\S++",
    "{words}": r"\S+(?: \S+){0,11}?",
    "{capitals}": r"[A-Z]{2,4}",
    "{after_stop}": r"(?<=[.!?\"] )",
    "{url}": r"https?\S*+",
    "{date}": r"\d{1,2}[./]\d{1,2}[./]\d{4}",
}
_PLACEHOLDER = re.compile(r"\{\w+\}")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e]+")
_PULL_QUOTE = re.compile(r"\t \t")
_SOUND = re.compile(r"[ -%'-~\t‘’“”–—…]*\n?")
# Single spaces, of which every text is full, are passed over.
_SPACE = re.compile(r"[^\S\n ][^\S\n]*+| [^\S\n]++")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_LINES = re.compile(r" ?\n\s*+")
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"(?<=[^A-Z\s][.!?])[\"'”’)]*+ (?=[A-Z\d\"“])")
_HEADLINE_END = re.compile(
    r"(?:[\"'”’)\s]*+[.!?]+\s*+|\s*+\n\s*+|\s*+\Z"
    r"|\s++(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)(?=[A-Z\d\"“]))"
)
_SENTENCE_FOLLOWS = re.compile(r"\s++(?=[A-Z\"“]|\d+ [a-z])")
_MARKUP = re.compile(r"</[a-zA-Z]|<br\s?/?>|<script\b", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:(?P<block>p|br|div|h\d|li|tr|blockquote|section|article)\b|[a-zA-Z!])[^<>]{0,2000}>", re.IGNORECASE
)
_UNSEEN = tuple(
    (re.compile(rf"{opening}(?:(?!{closing})[\s\S])*+{closing}", re.IGNORECASE), re.compile(closing, re.IGNORECASE))
    for opening, closing in (
        ("<script\\b", "</script[^<>]{0,100}>"),
        ("<style\\b", "</style[^<>]{0,100}>"),
        ("<!--", "-->"),
    )
)
_DATE_FOLLOWS = r"(?=\d|[A-Z][a-z]{2,8},? \d)"

_ABOVE_THE_TEXT = 200
_BEFORE_DATELINE = 40
_LONGEST_NOTICE = 400
_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 4, 25
_WORDS_BEFORE_HEADLINE = 12
_SHORTEST_REPEAT = 8


@dataclass(frozen=True)
class Step:
    """One step of cleaning an article: its rule, the text before and after it, and the pieces it cut."""

    rule: str
    before: str
    after: str
    cuts: tuple[str, ...]


@dataclass(frozen=True)
class Debris:
    """The compiled rows of debris.csv, in the order in which they are applied."""

    cutters: tuple[tuple[str, Cutter], ...]


def debris(rows: Iterable[Row]) -> Debris:
    """Compile debris.csv. Raises ValueError on a ``where`` that is not one of its kinds."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        grouped.setdefault((row["rule"], row["where"]), []).append(row["words"])
    return Debris(
        tuple((rule, _if_present(phrases, _cutter(where, phrases))) for (rule, where), phrases in grouped.items())
    )


def steps(body: str, headline: str | None, rules: Debris) -> list[Step]:
    """The steps that changed the article, in order; a step that finds nothing is left out."""
    cutters: Sequence[tuple[str, Cutter]] = (
        ("characters", lambda text: (characters(text), ())),
        ("markup", _cut_markup),
        *rules.cutters,
        ("repeated headline", lambda text: _cut_repeated_headline(text, headline)),
        ("dateline", _set_dateline_apart),
        ("repeated text", _cut_repeats),
        ("space", lambda text: (_tidy(text), ())),
    )
    taken = []
    text = body
    for rule, cutter in cutters:
        after, cuts = cutter(text)
        if after != text:
            taken.append(Step(rule, text, after, cuts))
        text = after
    return taken


def clean(body: str, headline: str | None, rules: Debris) -> str:
    """The body with nothing in it but the article."""
    taken = steps(body, headline, rules)
    return taken[-1].after if taken else body


def clean_headline(headline: str, rules: Debris) -> str:
    """A headline on one line, its characters repaired and labels cut."""
    text, _ = _cut_markup(characters(headline))
    for _, cutter in rules.cutters:
        text, _ = cutter(text)
    return " ".join(text.split())


def characters(text: str) -> str:
    """Mojibake, ligatures, soft hyphens, invisible and control characters repaired; quotation marks stay."""
    fixed = _INVISIBLE.sub("", _repaired(text))
    return _SPACE.sub(" ", _PULL_QUOTE.sub("\n", fixed.replace("\f", "\n")))


def _repaired(text: str) -> str:
    """Each line as ftfy repairs it; lines that hold nothing it could repair are spared its work, which is much."""
    entities = "<" not in text
    repaired: dict[str, str] = {}
    lines = _LINE.findall(text)
    for line in lines:
        if line not in repaired and not _SOUND.fullmatch(line):
            repaired[line] = ftfy.fix_text(line, uncurl_quotes=False, unescape_html=entities)
    return "".join(repaired.get(line, line) for line in lines)


def _cut_markup(text: str) -> tuple[str, tuple[str, ...]]:
    """Cut HTML out of texts that exports left it in; a lone ``<`` in prose is none."""
    if not _MARKUP.search(text):
        return text, ()
    cuts: list[str] = []

    def cut(found: re.Match[str]) -> str:
        cuts.append(found[0])
        return "\n" if found.lastgroup == "block" else ""

    for opening_to_closing in _UNSEEN:
        # Behind the last closing tag nothing is closed, and looking for its end once an opening tag would take ages.
        last = max((found.end() for found in opening_to_closing[1].finditer(text)), default=0)
        text = opening_to_closing[0].sub(cut, text[:last]) + text[last:]
    return html.unescape(_TAG.sub(cut, text)), tuple(cuts)


def _cutter(where: str, phrases: list[str]) -> Cutter:
    any_phrase = "|".join(map(_as_pattern, phrases))
    if where == "line":
        whole, like = {phrase.casefold() for phrase in phrases}, re.compile(any_phrase)
        return lambda text: _cut_lines(text, lambda line: line.casefold() in whole or like.fullmatch(line) is not None)
    if where == "line_from":
        start = re.compile(any_phrase)
        return lambda text: _cut_lines(text, lambda line: start.match(line) is not None)
    if where == "line_with":
        inside = re.compile(any_phrase)
        return lambda text: _cut_lines(text, lambda line: inside.search(line) is not None)
    if where in ("label", "date_label"):
        label = re.compile(rf"\s*+(?:{any_phrase})\s*+" + (_DATE_FOLLOWS if where == "date_label" else ""))
        return lambda text: _cut_span(text, label.match(text))
    if where == "anywhere":
        phrase = re.compile(any_phrase)
        return lambda text: _cut_all(text, phrase)
    if where == "rest":
        rest = re.compile(rf"(?:{any_phrase})[\s\S]*+")
        return lambda text: _cut_span(text, rest.search(text))
    if where == "tail":
        tail = re.compile(rf"(?:{any_phrase})[\s\S]*+")
        return lambda text: _cut_span(text, tail.search(text, max(0, len(text) - TAIL)))
    if where == "end":
        end = re.compile(rf"\b(?:{any_phrase})\s*+\Z")
        return lambda text: _cut_span(text, end.search(text, max(0, len(text) - TAIL)))
    raise ValueError(f"debris.csv: {where!r} is no place to cut from; see data/vocabulary/README.md")


def _if_present(phrases: list[str], cutter: Cutter) -> Cutter:
    """The cutter, run only on texts that hold one of the phrases' longest fixed parts: hardly any text holds any."""
    fixed = [max(_PLACEHOLDER.split(phrase), key=len).casefold() for phrase in phrases]
    if not all(fixed):
        return cutter

    def cut(text: str) -> tuple[str, tuple[str, ...]]:
        folded = _folded(text)
        return cutter(text) if any(part in folded for part in fixed) else (text, ())

    return cut


@lru_cache(maxsize=1)
def _folded(text: str) -> str:
    """Asked for by one cutter after the other, while hardly any changes the text."""
    return text.casefold()


def _as_pattern(phrase: str) -> str:
    parts = re.split(rf"({_PLACEHOLDER.pattern})", phrase)
    pattern = "".join(_PLACEHOLDERS.get(part) or re.escape(part) for part in parts)
    return rf"(?<![^\W\d]){pattern}" if phrase[0].isalpha() else pattern


def _cut_span(text: str, found: re.Match[str] | None) -> tuple[str, tuple[str, ...]]:
    if not found:
        return text, ()
    return text[: found.start()] + text[found.end() :], (found[0].strip(),)


def _cut_all(text: str, phrase: re.Pattern[str]) -> tuple[str, tuple[str, ...]]:
    """Cut every match. Above the text a line ends where something was cut, so that a dateline stands by itself."""
    cuts = tuple(found[0] for found in phrase.finditer(text))
    return phrase.sub(lambda found: "\n" if found.start() < _ABOVE_THE_TEXT else " ", text), cuts


def _cut_lines(text: str, is_debris: Callable[[str], bool]) -> tuple[str, tuple[str, ...]]:
    kept: list[str] = []
    cuts: list[str] = []
    for line in text.split("\n"):
        bare = line.strip()
        (cuts if bare and len(bare) <= _LONGEST_NOTICE and is_debris(bare) else kept).append(line)
    return ("\n".join(kept), tuple(cuts)) if cuts else (text, ())


def _cut_repeated_headline(text: str, headline: str | None) -> tuple[str, tuple[str, ...]]:
    """Cut the second of two headlines: of a body's own first line where no other is given."""
    if headline:
        return _cut_headline(text, headline)
    own = first_line_as_headline(text)
    if not own:
        return text, ()
    rest, cuts = _cut_headline(text[len(own) + 1 :], own)
    return f"{own}\n{rest}", cuts


def _cut_headline(text: str, headline: str) -> tuple[str, tuple[str, ...]]:
    """Cut a headline that the body opens with, or has right behind its dateline.

    It must stand there word for word and be followed by the start of a sentence: a first sentence that begins like its
    headline and goes on is the article's own.
    """
    wanted = [word.casefold() for word in _WORD.findall(headline)]
    if len(wanted) < _SHORTEST_HEADLINE:
        return text, ()
    words = []
    for found in _WORD.finditer(text):
        words.append(found)
        if len(words) == len(wanted) + _WORDS_BEFORE_HEADLINE:
            break
    spelt = [found[0].casefold() for found in words]
    for first in range(len(spelt) - len(wanted) + 1):
        if spelt[first : first + len(wanted)] == wanted:
            start, end = words[first].start(), words[first + len(wanted) - 1].end()
            ending = _HEADLINE_END.match(text, end)
            if ending:
                return text[:start] + "\n" + text[ending.end() :], (text[start : ending.end()].strip(),)
    return text, ()


def _set_dateline_apart(text: str) -> tuple[str, tuple[str, ...]]:
    """End the line behind a dateline that runs into the first sentence, so that the sentence stands by itself."""
    found = dateline.find(text[:_ABOVE_THE_TEXT])
    sentence = _SENTENCE_FOLLOWS.match(text, found.end) if found else None
    if not found or not sentence or len(text[: found.start].rpartition("\n")[2]) > _BEFORE_DATELINE:
        return text, ()
    return f"{text[: found.end]}\n{text[sentence.end() :]}", ()


def _cut_repeats(text: str) -> tuple[str, tuple[str, ...]]:
    """Cut what stands a second time word for word: long sentences, and paragraphs made of nothing else."""
    seen: set[str] = set()
    kept: list[str] = []
    cuts: list[str] = []
    for line in text.split("\n"):
        starts = [0, *(found.end() for found in _SENTENCE_END.finditer(line))]
        sentences = [line[start:end] for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]
        spelt = [" ".join(_WORD.findall(sentence)).casefold() for sentence in sentences]
        if seen.issuperset(spelt) and sum(map(_n_words, spelt)) >= _SHORTEST_REPEAT:
            cuts.append(line.strip())
            continue
        remaining = []
        for sentence, words in zip(sentences, spelt, strict=True):
            repeated = words in seen and _n_words(words) >= _SHORTEST_REPEAT
            (cuts if repeated else remaining).append(sentence)
            seen.add(words)
        kept.append("".join(remaining))
    return ("\n".join(kept), tuple(cut.strip() for cut in cuts)) if cuts else (text, ())


def _n_words(spelt: str) -> int:
    return len(spelt.split())


def _tidy(text: str) -> str:
    return _LINES.sub("\n", _SPACE.sub(" ", text)).strip()


def first_line_as_headline(body: str) -> str | None:
    """The first line, where it reads like a headline: short, alone, and not a sentence."""
    first, _, rest = body.partition("\n")
    is_headline = bool(rest) and len(first.split()) <= _LONGEST_HEADLINE and first[-1:] not in ".!?:;,”\"'"
    return first if is_headline else None
