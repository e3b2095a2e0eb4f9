"""An article as a sequence of sentences, and what each of them says.

Most sentences hold no figure. What a sentence says (its tags, sources, places, times) is worked out when it is first
asked for, and kept.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property, partial, wraps
from itertools import chain, compress, count
from operator import attrgetter
from typing import Any, TypeVar

from helpers import dateline
from helpers.figures import (
    attribution,
    coreference,
    gazetteer,
    lexicon,
    places,
    quantities,
    scope,
    sentences,
    times,
    units,
    words,
)
from helpers.figures.expressions import DATE, DAY, PERIOD
from helpers.figures.marks import ARTICLE, HARM, NAME, NUMBER, PERSON, QUOTE, SOURCE, TIME, marks
from helpers.figures.places import Place
from helpers.figures.quantities import Quantity
from helpers.figures.speakers import Source, speakers
from helpers.figures.times import When
from helpers.figures.units import Tagged
from helpers.vocabulary import Row, Vocabulary

Kept = TypeVar("Kept")

_SHORTEST_TITLE = 8
_STOP = re.compile(r'[.!?"”]')
_LONGEST_HEADING = 120
_LONGEST_SENTENCE = 300
"""Words; what a text without full stops has more is read in pieces, so that reading stays linear in its length."""
_DATE_STAMP = re.compile(
    r"\(?[Uu]pdated\b[^()]{0,40}\)|(?:[A-Z][A-Za-z]*\W+|\d{1,2}\W+)*(?:(?:19|20)\d\d|\d{1,2}[. ]*(?=[(/–—-]))"
)
"""The article's own date before the first word of its text: "AFP Friday 3 Jun 2016", "BEIRUT, June 3 (AFP)"."""
_OF_ARCHIVE = datetime.timedelta(days=3)
"""A picture taken so long before the report shows something else."""
_REACH_OF_OPENING = len("But late on ")
"""Characters of a sentence in which the day stands with which it opens."""
_TELLING_TAGS, _SHORTEST_TELLING = frozenset("wgnU"), 5
"""Tags and length of words that carry what a sentence tells: names, common nouns, and what no list knows."""
_PEOPLE = "n"
"""Tag of nouns for people."""
_REACH_OF_SINCE_THEN, _REACH_OF_DAY_BEFORE = 30, 5
_REACH_OF_THE_CITY = 8
_BEFORE_PLACES = ("in", "near", "of")
"""Words of which one stands somewhere before a place that an article tells of."""
_BEFORE_SPEAKER = (",", "the")
"""Between the day with which a sentence opens and who speaks on it."""


def _kept(find: Callable[[Telling, int], Kept]) -> Callable[[Telling, int], Kept]:
    """A method that is asked once of each sentence: what it finds is kept."""
    name = find.__name__

    @wraps(find)
    def recalled(self: Telling, n: int) -> Kept:
        kept = self._kept[name]
        found = kept[n]
        if found is None:
            found = kept[n] = find(self, n)
        return found

    return recalled


def backwards(n: int, reach: int) -> range:
    """The sentences before sentence ``n``, the nearest first, at most ``reach`` of them."""
    return range(n - 1, max(-1, n - 1 - reach), -1)


class Telling:
    """One article, read sentence by sentence; sentences are named by their index.

    ``anchor`` is the article's own day (ISO): its dateline, else its date of publication, else None.
    """

    def __init__(self, article: Mapping[str, Any], vocabulary: Vocabulary) -> None:
        self.text: str = article["text"]
        self.vocabulary = vocabulary
        self.dateline = dateline.find(self.text)
        self.anchor: str | None = (
            self.dateline.date if self.dateline else dateline.as_published(article.get("published"))
        )
        self.words = words.split(self.text)
        self._marks = marks(self.words, vocabulary)
        self.gazetteer = gazetteer.build(vocabulary)
        self._speakers = speakers(vocabulary)
        self._lexicon = lexicon.build(vocabulary)
        self._numbers = quantities.number_words(vocabulary)
        head = sentences.headline(self.text)
        self._title = self.text[: head[1]].rstrip(" .") if head else ""
        boundaries = (self.dateline.end,) if self.dateline else ()
        starts = self.words.starts
        self.spans: list[sentences.Span] = []
        self._inside: list[slice] = []
        for start, end in sentences.spans(self.text, vocabulary, boundaries):
            first, stop = bisect_left(starts, start), bisect_left(starts, end)
            for begin in range(first, stop, _LONGEST_SENTENCE):
                last = min(begin + _LONGEST_SENTENCE, stop)
                self.spans.append((starts[begin] if begin > first else start, self.words.ends[last - 1]))
                self._inside.append(slice(begin, last))
        unread = [None] * len(self.spans)
        self._kept: defaultdict[str, list[Any]] = defaultdict(unread.copy)
        self._unknown_places: dict[tuple[str, ...], Place] = {}

    def __len__(self) -> int:
        return len(self.spans)

    def behind(self, n: int, reach: int) -> range:
        """The sentences behind sentence ``n``, at most ``reach`` of them."""
        return range(n + 1, min(len(self), n + 1 + reach))

    def sentence(self, n: int) -> str:
        """The text of a sentence."""
        start, end = self.spans[n]
        return self.text[start:end]

    def has_harm(self, n: int) -> bool:
        """Whether a sentence has a word without which nothing can have happened to anybody."""
        return 1 in self._marks[HARM][self._inside[n]]

    def may_count_one(self, n: int) -> bool:
        """Whether a sentence has the words without which it cannot tell of "a nurse"."""
        inside = self._inside[n]
        return 1 in self._marks[ARTICLE][inside] and 1 in self._marks[PERSON][inside]

    def tells_of_incident(self, n: int) -> bool:
        """Whether a sentence tells of harm or an attack, not of a meeting or a statement."""
        return self.has_harm(n) or any(entry.thing == "incident" for entry in self.tagged(n).entries)

    @_kept
    def first_harm(self, n: int) -> int:
        """The first word of a sentence that tells of harm or an attack, else the word behind its last."""
        tagged = self.tagged(n)
        keys, harms = self.words.keys, self._lexicon.harms
        units = zip(tagged.firsts, tagged.entries, strict=True)
        telling = (word for word, entry in units if entry.thing == "incident" or keys[word] in harms)
        return next(telling, tagged.stop)

    @_kept
    def content(self, n: int) -> frozenset[str]:
        """The words of a sentence that carry what it tells, without their plural."""
        tagged = self.tagged(n)
        telling = compress(tagged.firsts, map(_TELLING_TAGS.__contains__, tagged.tags))
        keys = map(self.words.keys.__getitem__, telling)
        return frozenset([key.rstrip("s") for key in keys if len(key) >= _SHORTEST_TELLING])

    @_kept
    def quantities(self, n: int) -> list[Quantity]:
        """The counts that a sentence states."""
        inside = self._inside[n]
        may_begin = self._marks[NUMBER][inside]
        if 1 not in may_begin:
            return []
        beginnings = compress(range(inside.start, inside.stop), may_begin)
        return quantities.find(
            self.words, inside.start, inside.stop, beginnings, self._numbers, lambda: self._only_count(n - 1)
        )

    def _only_count(self, n: int) -> float | None:
        """The number that a sentence states, where it states no other."""
        counts = self.quantities(n) if n >= 0 else []
        return counts[0].value if len(counts) == 1 else None

    @_kept
    def tagged(self, n: int) -> Tagged:
        """A sentence cut into units."""
        inside = self._inside[n]
        return units.tag(self.words, inside.start, inside.stop, self.quantities(n), self._lexicon)

    @_kept
    def said(self, n: int) -> list[Source]:
        """The attributions of a sentence, those that point back resolved."""
        said = attribution.in_sentence(self.tagged(n), self._speakers, self._is_title(n))
        for i, source in enumerate(said):
            before = ((self.sentence(m), self.said(m)) for m in backwards(n, coreference.CARRY_REACH))
            said[i] = coreference.resolve(source, said[:i], before, self._speakers)
        return said

    @_kept
    def places(self, n: int) -> list[Place]:
        """The places that a sentence names, its sources left out."""
        inside, sources = self._inside[n], partial(self.words_of_sources, n)
        may_name, may_point = self._marks[NAME][inside], self.gazetteer.bare.keys()
        if 1 not in may_name and may_point.isdisjoint(self.words.keys[inside]):
            return []
        beginnings = compress(range(inside.start, inside.stop), may_name)
        named = places.in_sentence(
            self.tagged(n), beginnings, self.gazetteer, sources, self._unknown_places, self._is_place_below
        )
        for pointer in places.pointing_back(self.tagged(n), self.gazetteer):
            if pointer.first in sources():
                continue
            before = (named if m == n else self.places(m) for m in (n, *backwards(n, _REACH_OF_THE_CITY)))
            if (place := places.meant(pointer, before)) is not None:
                insort(named, place, key=attrgetter("first"))
        return named

    def _is_place_below(self, name: str) -> bool:
        """Whether the text below the headline names a place so: "in Klow"."""
        body = next((start for n, (start, _) in enumerate(self.spans) if not self._is_title(n)), len(self.text))
        return any(self.text.find(f" {word} {name}", body) >= 0 for word in _BEFORE_PLACES)

    @_kept
    def words_of_sources(self, n: int) -> set[int]:
        """The words of a sentence that name its sources, describe them or say where they spoke."""
        named = [source for source in self.said(n) if source.text]
        spans = (range(source.first, self._end_of_speaker(source)) for source in named)
        told = (attribution.where_told(self.tagged(n), source) for source in named)
        return set(chain(*spans, *told))

    def places_of_speakers(self, n: int) -> list[Place]:
        """The places of the gazetteer that the phrases for a sentence's sources name."""
        speakers = (range(source.first, source.last) for source in self.said(n) if source.text)
        return [place for words in speakers for place in places.listed(self.words, words, self.gazetteer)]

    def _end_of_speaker(self, source: Source) -> int:
        """The word behind a speaker and what describes it: "the Observatory **which has sources in Syria** gave"."""
        described = source.last < source.cue and self.words.keys[source.last] in ("which", "who", "that", ",")
        return source.cue if described else source.last

    def without_descriptions(self, n: int) -> str:
        """The text of a sentence without what describes its speakers."""
        start, end = self.spans[n]
        text, at = [], start
        for source in self.said(n):
            behind = self._end_of_speaker(source)
            if behind > source.last and (described := self.words.starts[source.last]) >= at:
                text.append(self.text[at:described])
                at = self.words.starts[behind]
        return "".join([*text, self.text[at:end]])

    @_kept
    def times(self, n: int) -> list[When]:
        """The times that a sentence names, without those still to come."""
        return [when for when in self.times_and_plans(n) if not when.to_come]

    @_kept
    def times_and_plans(self, n: int) -> list[When]:
        """The times that a sentence names, the article's own dateline left out."""
        if 1 not in self._marks[TIME][self._inside[n]]:
            return []
        begin, line, sentence = self.spans[n][0], self.dateline, self.sentence(n)
        as_told = times.as_in_text(sentence) if self._is_title(n) else sentence
        found = times.mentions(as_told, self.anchor, lambda: self.latest_since(n), lambda: self._days_before(n))
        stamp = _DATE_STAMP.match(sentence) if found else None
        dated_twice = len(found) > 1 or (found and found[0].kind == DAY)
        if dated_twice and not found[0].spoken and self._opens_with_statement(n, found[0]):
            found[0].spoken = True
        return [
            when
            for when in found
            if not (line and line.start <= begin + when.start < line.end)
            and not self._is_counted(n, when)
            and not (stamp and when.start < stamp.end() and when.since == when.until == self.anchor)
        ]

    def _days_before(self, n: int) -> list[str]:
        """The days on which something happened that the sentences just before sentence ``n`` tell, the last first."""
        days = (day for m in backwards(n, _REACH_OF_DAY_BEFORE) for day in reversed(self.days(m)))
        return [day.until for day in days if not day.spoken and len(day.since) == DATE]

    def _is_counted(self, n: int, when: When) -> bool:
        """Whether what could be a year is a count: "over **2000** people"."""
        if when.since is None or len(when.since) != len("2000"):
            return False
        behind = bisect_left(self.words.starts, self.spans[n][0] + when.end)
        return behind < self._inside[n].stop and self._lexicon.branch(self.words.surface[behind]).entry.tag == _PEOPLE

    @_kept
    def days(self, n: int) -> list[When]:
        """The days of a sentence, unless it tells of what was left of an incident: "**still** strewn on Sunday"."""
        days = [when for when in self.known_days(n) if not when.loose]
        return [] if days and " still " in self.sentence(n) else days

    def known_days(self, n: int) -> list[When]:
        """The days with a date that a sentence names, but for that of a picture older than what is reported."""
        return [when for when in self.times(n) if when.is_known_day and not self._is_of_archive(n, when)]

    def _is_of_archive(self, n: int, day: When) -> bool:
        """Whether a day closes the caption of a picture that is older than what is reported."""
        if self.anchor is None or day.since is None or len(day.since) != DATE:
            return False
        if not dateline.is_of_picture(self.sentence(n), day.start, day.end):
            return False
        return datetime.date.fromisoformat(self.anchor) - datetime.date.fromisoformat(day.since) > _OF_ARCHIVE

    def _opens_with_statement(self, n: int, day: When) -> bool:
        """Whether a sentence opens with the day on which something was said: "On Monday the mayor said that ..."."""
        if day.within is not None or day.start > _REACH_OF_OPENING:
            return False
        keys, stop = self.words.keys, self._inside[n].stop
        begin = bisect_left(self.words.starts, self.spans[n][0] + day.end)
        while begin < stop and keys[begin] in _BEFORE_SPEAKER:
            begin += 1
        said = self.said(n)
        if any(source.leading and begin - 1 <= source.first <= begin for source in said):
            return True
        return said != [] and begin < stop and self._speakers.sources.longest(keys, begin, stop) is not None

    def quoted_sources(self, n: int, offset: int) -> list[Source]:
        """Who speaks the quotation in which ``offset`` in sentence ``n`` lies, named where it ends or began, if any."""
        if bisect_left(self._quotes, offset) % 2 == 0:
            return []
        for later in self.behind(n, 2):
            if said := self.said(later):
                return [] if said[0].leading else said[:1]
        for earlier in backwards(n, 2):
            if said := self.said(earlier):
                return said[-1:]
        return []

    def named(self, source: Source | None) -> tuple[str | None, Row | None]:
        """A source in its fullest wording in the article, and its row of sources.csv."""
        if source is None or not source.text:
            return None, None
        return coreference.fullest(source, lambda: self.mentions, self._speakers)

    @cached_property
    def mentions(self) -> dict[str, tuple[str, Row]]:
        """The fullest wording, and the row, of every known source that the article names, by source_id."""
        return coreference.known_mentions(self.words, compress(count(), self._marks[SOURCE]), self._speakers)

    @cached_property
    def home(self) -> Row | None:
        """The conflict that the article is about: the one in whose country most of its places lie.

        The places are those of the sentences read up to the first figure: who asks must have read its sentence. Where
        the article names no country at war, those of all sentences up to it count.
        """
        by_id = self.gazetteer.by_id
        begun = scope.begun(self.vocabulary["conflicts"], self.anchor)
        rows = [row for row in begun if row["place_id"] in by_id]
        countries = {row["place_id"] for row in rows}
        counted = {place_id: self.text.count(by_id[place_id]["name"]) for place_id in countries}
        read = [n for n, named in enumerate(self._kept["places"]) if named is not None]
        if not any(counted.values()):
            read = range(max(read, default=-1) + 1)
        for place in chain.from_iterable(map(self.places, read)):
            if place.row is not None:
                for country in self.gazetteer.around[place.row["place_id"]] & countries:
                    counted[country] += 1
        best = max(rows, key=lambda row: counted[row["place_id"]], default=None)
        return best if best is not None and counted[best["place_id"]] else None

    @property
    def war(self) -> Row | None:
        """The conflict that "the war" is: that of the article, or the vocabulary's first where no place is named."""
        if self.home is None and not any(self._kept["places"]):
            return next(iter(self.vocabulary["conflicts"]), None)
        return self.home

    @property
    def country(self) -> str | None:
        """The place_id of the country of that conflict."""
        return self.home["place_id"] if self.home else None

    @cached_property
    def _quotes(self) -> list[int]:
        return [*compress(self.words.starts, self._marks[QUOTE])]

    @property
    def has_title(self) -> bool:
        """Whether the text begins with a headline."""
        return self._title != ""

    @_kept
    def _is_title(self, n: int) -> bool:
        inner = self.sentence(n).rstrip(" .")
        return len(inner) > _SHORTEST_TITLE and (self._title.startswith(inner) or self._is_heading(n))

    def _is_heading(self, n: int) -> bool:
        """Whether a sentence reads as a heading inside the text: short, and closed by no full stop."""
        start, end = self.spans[n]
        return end - start <= _LONGEST_HEADING and not _STOP.search(self.text, start, end)

    def latest_since(self, n: int) -> str | None:
        """Since when goes on what does at sentence ``n``: the period or beginning told last, or any day before it."""
        return self.latest_period(n) or self.latest_day(n)

    def latest_period(self, n: int) -> str | None:
        """When the period or beginning that is told last before sentence ``n`` begins."""
        spans = scope.spans_of(self.vocabulary)
        for earlier in backwards(n, _REACH_OF_SINCE_THEN):
            for when in reversed(self.times(earlier)):
                begins = when.kind == PERIOD or scope.is_beginning(when, self.sentence(earlier), spans)
                if when.since and not when.loose and begins:
                    return when.since
        return None

    def latest_day(self, n: int) -> str | None:
        """The day on which anything happened that is told last before sentence ``n``."""
        before = backwards(n, _REACH_OF_SINCE_THEN)
        days = (when.since for m in before for when in reversed(self.times(m)) if not when.spoken)
        return next(filter(None, days), None)
