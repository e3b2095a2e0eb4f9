"""Whom words that only point back stand for: "it", "the group", "Hammoud", "a monitor"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain

from helpers.figures.speakers import ANAPHOR, CONTINUING, Source, Speakers, without_article
from helpers.figures.words import Words
from helpers.vocabulary import Row

CARRY_REACH = 6
"""Sentences back in which "it" or "the group" finds whom it stands for."""


def resolve(source: Source, here: list[Source], before: Iterable[tuple[str, list[Source]]], known: Speakers) -> Source:
    """The source itself, or, where its words only point back or are a bare name, the fuller one they stand for.

    ``here`` holds the attributions of its sentence before it, ``before`` texts and attributions of the sentences
    before, nearest first; they are read only as far as needed. Where nothing is found, a pronoun's text stays empty.
    """
    if source.carries:
        return source if source.proper else _antecedent(source, here, before, known)
    if source.row is None and source.text and " " not in source.text:
        for sentence, said in before:
            if source.text in sentence:
                for fuller in said:
                    if source.text in _names(fuller.text) and fuller.text != source.text:
                        return replace(source, text=fuller.text, row=fuller.row, proper=fuller.proper)
    return source


def _names(text: str) -> list[str]:
    """The words of a name, each also without its Arabic article: "el-Bustani", "Bustani"."""
    return [part for word in text.split() for part in (word, word.partition("-")[2])]


def _may_be(pronoun: str, text: str, known: Speakers) -> bool:
    """Whether a pronoun can stand for a source: "he" for no body, neither "he" nor "it" for several people."""
    last = text.rsplit(" ", 1)[-1]
    several = last.endswith("s") and (last.islower() or (text.lower(),) in known.nouns)
    if pronoun == "it":
        return not several
    if pronoun in ("he", "she"):
        words = text.lower().split()
        head = words[: words.index("of")] if "of" in words else words
        body = known.persons.isdisjoint(words) and not known.bodies.isdisjoint(head)
        body = body or (len(words) == 1 and last.lower() in known.places)
        return not (several or body or text.isupper())
    return True


def _is_somebody(text: str, known: Speakers) -> bool:
    """Whether common nouns speak of a person, not of a body: "a doctor", "residents of the town"."""
    words = text.split()
    return text.islower() and not known.persons.isdisjoint(words) and known.bodies.isdisjoint(words)


def _antecedent(
    source: Source, here: list[Source], before: Iterable[tuple[str, list[Source]]], known: Speakers
) -> Source:
    """Whom "it" or "the group" stands for: the source named last, one of the same noun before others."""
    noun = source.text.rsplit(" ", 1)[-1].rstrip("s").lower()
    nearest: Source | None = None
    first = [] if source.carries == CONTINUING else [("", here)]
    for _, said in chain(first, before):
        for candidate in reversed(said):
            if not candidate.text:
                continue
            if not _may_be(source.pronoun, candidate.text, known):
                continue
            if set(candidate.text.split()) < set(source.text.split()):
                continue  # "HQ bombed: **ministry**", "the interior ministry said"
            if source.carries == ANAPHOR and noun in known.bodies and _is_somebody(candidate.text, known):
                continue  # "a doctor spoke of 27 dead, **the news agency** of 19"
            nearest = nearest or candidate
            if not noun or noun in candidate.text.lower():
                return replace(source, text=candidate.text, row=candidate.row, proper=candidate.proper)
        if source.carries == CONTINUING:
            break
    if nearest is not None and source.carries == ANAPHOR:
        return replace(source, text=nearest.text, row=nearest.row, proper=nearest.proper)
    return source


def _has_name(text: str) -> bool:
    """Whether a name stands behind the first word: "Idlib News network", not "Monitor", "NGO", "monitoring group"."""
    return any(word[0].isupper() for word in text.split()[1:])


def fullest(
    source: Source, mentions: Callable[[], dict[str, tuple[str, Row]]], known: Speakers
) -> tuple[str, Row | None]:
    """The source in its fullest wording in the article, without article and "Britain-based", and its row.

    "A monitor" is the monitor that the article names, if it names one. ``mentions`` gives what ``known_mentions``
    finds, and is asked only for sources of the vocabulary and for monitors.
    """
    if source.row is not None and source.proper:
        fuller = mentions().get(source.row["source_id"], ("", source.row))[0]
        stated = source.text
        common = fuller and stated.islower() and source.row["kind"] == "monitor"  # "the watchdog group"
        if stated == fuller or stated.isupper() or common or set(stated.lower().split()) <= set(fuller.lower().split()):
            return without_article(fuller, known) or source.text, source.row
    another = source.row is not None and source.row["kind"] != "monitor"  # "UN monitors"
    if _is_a_monitor(source.text, known) and not (another or _has_name(source.text)):
        named = [(text, row) for text, row in mentions().values() if row["kind"] == "monitor"]
        if len(named) == 1 or (named and source.row is None):
            return without_article(named[0][0], known), named[0][1]
    return source.text, source.row


def _is_a_monitor(text: str, known: Speakers) -> bool:
    """Whether common nouns speak of one: "a monitor", "an organisation tracking the war"."""
    words = text.lower().split()
    if not words:
        return False
    return "and" not in words and (words[-1] in known.monitors or not known.watching.isdisjoint(words))


def known_mentions(words: Words, beginnings: Iterable[int], known: Speakers) -> dict[str, tuple[str, Row]]:
    """For every source of the vocabulary that an article names: its fullest wording there, its own name before all.

    ``beginnings`` are the words with which such a name may begin.
    """
    found: dict[str, tuple[str, Row]] = {}
    lesser: set[str] = set()
    keys, longest, stop = words.keys, known.sources.longest, len(words.keys)
    end = 0
    for at in beginnings:
        match = longest(keys, at, stop) if at >= end else None
        if match is None:
            continue
        end = at + match[0]
        wording = words.span(at, end)
        if wording in lesser:
            continue
        row = known.rows[tuple(keys[at:end])]
        best = found.get(row["source_id"], ("", row))[0]
        if wording == best:
            continue
        if _is_fuller(wording, best, row["name"].lower()):
            found[row["source_id"]] = wording, row
        else:
            lesser.add(wording)
    return found


def _is_fuller(wording: str, best: str, name: str) -> bool:
    """Whether a wording goes before the best one so far: it is the source's own name, or of its words, or longer.

    Not of its words is who speaks for it: "the Observatory", or "OCHA", goes before its director's name.
    """
    if wording.lower() == name or best.lower() == name:
        return wording.lower() == name
    of_name, best_of_name = (
        text.isupper() or not set(name.split()).isdisjoint(text.lower().split()) for text in (wording, best)
    )
    return of_name > best_of_name or (of_name == best_of_name and len(wording) > len(best))
