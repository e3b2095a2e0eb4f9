"""Which span a figure covers: one event, a period, the whole conflict, or a state of people now."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from helpers.figures.expressions import DATE, MONTH, PERIOD
from helpers.figures.reading import AID, Reading
from helpers.figures.rules import SHELTERED, STATES
from helpers.figures.times import RECORD, When
from helpers.figures.units import Tagged
from helpers.vocabulary import Row, Vocabulary, any_of, spellings, words_by

EVENT, SPAN, CONFLICT, STOCK = "event", "period", "conflict", "stock"

LEAST_OF_A_WAR = 1000
"""A smaller number in a sentence that names the war is an incident in it, not its toll."""
_LEAST_OVER_YEARS = 10_000
"""From which number "over the past eight years" means the whole of a war that is about as old."""
_LEAST_BY_ITSELF = {"killed": 100_000, "injured": 100_000}
"""From which number the dead of no stated time are those of the whole war."""
HARM = frozenset(["killed", "injured", "casualties"])
_LASTING = frozenset(["besieged", "missing"])
_DISPLACED = "12 displaced people"
_INTO = ("into", "to")
"""Before a shelter in which people only now arrive: "sent 12 families **into** three camps"."""
_STILL = ("still", "now")
_NOW = ("are", "is", "still", "now", "remain", "remains")
_WERE = ("were", "been")
"""Before what people went on doing they make a state of it as well: "**had been** sheltering"."""
_GOING_ON = "being"
_HOW_MANY = "number of"
"""How a toll is called that is a state: "the **number of** refugees" stands at it, "the influx" has grown to it."""
_LEAST_IN_PERFECT = dict.fromkeys(HARM, 200) | dict.fromkeys(["displaced", "refugees"], 1000)
"""From which number a toll told in the perfect has mounted over time."""
_LEAST_IN_ANY_TENSE = dict.fromkeys(["displaced", "refugees"], 10_000)
"""From which number it has however it is told."""
_MORE_THAN_ONE_DAY = 100
"""From which number a toll of fighting is of more than a day of it."""
_SINCE = "since"
_PERFECT = ("have", "has")
_TOLL_OR_CAUSE = ("u", "f")
"""Tags of what stands before the number: "has **risen to** 12", "has **forced** 12 to flee"."""
_REACH_OF_CAMPAIGN = 9
"""Units before the verb among which the campaign is its subject."""
_REACH_OF_CAUSE = 8
"""Words behind number and verb among which people died of something."""
_REACH_OF_BEGINNING = 8
"""Words before a day among which it is that of a beginning: "the raids that **began** in Klow on Monday"."""
_SINGLED_OUT = re.compile(r"[te][aewyUg]{0,3}$")
"""Before an incident: "**the suicide** blast"."""
_UNIT_OF_AGE = re.compile("week|month|year")
_AGE = re.compile(r"\b[\w-]+[ -](?:week|month|year)(?:[ -](?:long|old))?,? (?!of\b)")
"""How old a war is, said before its name: "the **19-month-old** uprising"."""
_PART_OF_AGE = 4
"""What part of a span it may begin before a war or after it."""
_FIRST_DAYS = 2
"""Days by which the beginning of a war is dated differently."""
_REFUGE = frozenset(["refuge", "shelter", "asylum"])
_THIS_WEEK = "this week"


@dataclass(slots=True)
class Scope:
    """The span of a figure, ISO dates; ``conflict`` is the row of conflicts.csv where it is a war's toll."""

    kind: str
    since: str | None
    until: str | None
    when: When | None = None
    conflict: Row | None = None
    doubtful: bool = False
    """Told in another sentence of an article that has several days, or none but those on which something was said."""


class Phrases(NamedTuple):
    """Phrases in small letters, and the words with which they begin."""

    all: frozenset[str]
    begins: frozenset[str]

    def among(self, tagged: Tagged, units: range) -> bool:
        """Whether one of the units is one of the phrases."""
        if not units:
            return False
        words = tagged.words.keys[tagged.firsts[units.start] : tagged.lasts[units.stop - 1]]
        return not self.begins.isdisjoint(words) and any(tagged.text(unit).lower() in self.all for unit in units)


@dataclass(frozen=True, slots=True)
class Spans:
    """What the vocabulary says of how long something goes on."""

    wars: list[tuple[str, Row]]
    """The names of each war, in small letters: "syria's conflict"."""
    any_war: re.Pattern[str]
    """Any of these names."""
    at_home: dict[str, list[str]]
    """By conflict_id what means that war in an article about it: "the war"."""
    campaigns: Phrases
    """Words for fighting that lasts: "the battle"."""
    so_far: Phrases
    """Phrases by which people are counted up to now: "to date"."""
    lingering: frozenset[str]
    """Words for what people die of over some time: "hunger"."""
    begun: frozenset[str]
    """Words before the day on which something began: "**launched** on Monday"."""
    staying: frozenset[str]
    """What is said of people who are in a state now, whatever was done to them: "in hospital"."""
    hosting: frozenset[str]
    """What a place does that has taken people in: "the town **hosts** 1,200"."""
    done: frozenset[str]
    """Words for what is done to people once, and is no state: "were **released**"."""


@dataclass
class Setting:
    """Against what the figures of a sentence are measured."""

    sentence: str
    plain: Callable[[], str]
    """The sentence without what describes its speakers: "a monitor, **which follows the war**, counted"."""
    home: Row | None
    """The war that the article is about."""
    anchor: str | None
    """The article's own day."""
    spans: Spans

    @cached_property
    def war_named(self) -> Row | None:
        """The war that the sentence speaks of as a whole."""
        return self._named_in(self.sentence)

    @cached_property
    def war_told_of(self) -> Row | None:
        """The war that the sentence speaks of as a whole, by more than a description of who speaks."""
        return self.war_named and self._named_in(self.plain())

    def _named_in(self, text: str) -> Row | None:
        low = text.lower()
        if _UNIT_OF_AGE.search(low):
            low = _AGE.sub("", low)
        wars = self.spans.wars if self.spans.any_war.search(low) else []
        named = next((war for name, war in wars if name in low and begun([war], self.anchor)), None)
        if named is None and self.home is not None and begun([self.home], self.anchor):
            at_home = any(name in low for name in self.spans.at_home[self.home["conflict_id"]])
            return self.home if at_home else None
        return named


def setting(
    sentence: str, plain: Callable[[], str], home: Row | None, anchor: str | None, vocabulary: Vocabulary
) -> Setting:
    """The setting of a sentence."""
    return Setting(sentence, plain, home, anchor, spans_of(vocabulary))


def begun(wars: Iterable[Row], day: str | None) -> list[Row]:
    """The wars that had begun by a day (ISO), all where none is given."""
    return [war for war in wars if day is None or war["began"] <= day]


@lru_cache(maxsize=4)
def spans_of(vocabulary: Vocabulary) -> Spans:
    """The look-up tables of conflicts.csv and spans.csv."""
    named = [(name, row) for row in vocabulary["conflicts"] for name in spellings(row["words"])]
    at_home: dict[str, list[str]] = {row["conflict_id"]: [] for row in vocabulary["conflicts"]}
    for name, row in named:
        if name == name.lower():
            at_home[row["conflict_id"]].append(name)
    listed = words_by("kind", vocabulary["spans"])
    wars = [(name.lower(), row) for name, row in named if name != name.lower()]
    any_war = re.compile(any_of(name for name, _ in wars))
    return Spans(
        wars,
        any_war,
        at_home,
        campaigns=_phrases(listed["campaign"]),
        so_far=_phrases(listed["so_far"]),
        **{kind: listed[kind] for kind in ("lingering", "begun", "staying", "hosting", "done")},
    )


def _phrases(listed: frozenset[str]) -> Phrases:
    return Phrases(listed, frozenset(phrase.split()[0] for phrase in listed))


def of_figure(tagged: Tagged, at: int, reading: Reading, when: When | None, around: Setting) -> Scope:
    """The scope of the number at unit ``at``, from what happened, how many, and the time that its sentence names."""
    value = tagged.quantities[at].value
    if _is_kept(tagged, at, reading, around) or (when is None and _have_refuge(tagged, reading)):
        return Scope(STOCK, None, around.anchor, when)
    if (war := _war_counted(value, reading, when, around)) is not None:
        return Scope(CONFLICT, war["began"], around.anchor, when, war)
    period = when is not None and when.kind == PERIOD
    undated = when is None or when.spoken
    if undated and _since_an_event(tagged, at, reading, around):
        war = around.war_told_of
        return Scope(CONFLICT if war else SPAN, war["began"] if war else None, around.anchor, when, war)
    if _is_state(tagged, reading, around):
        return Scope(STOCK, None, around.anchor, when)
    if reading.outcome == "other" and (period or undated) and not _happened_once(tagged, reading, around):
        return Scope(STOCK, None, around.anchor, when)
    adding_up = when is None and _adds_up(tagged, at, reading, around)
    if adding_up and (war := around.war_told_of) is not None:
        return Scope(CONFLICT, war["began"], around.anchor, when, war)
    if undated and _is_lingering(tagged, at, reading, around):
        return Scope(SPAN, None, around.anchor)
    if adding_up or (
        undated and (_has_mounted(tagged, at, value, reading) or _of_a_campaign(tagged, at, value, reading, around))
    ):
        return Scope(SPAN, None, around.anchor, when)
    if when is not None and not (period or when.spoken) and _has_begun(tagged, at, reading, when, around):
        return Scope(SPAN, when.since, around.anchor, when)
    if period:
        at_once = _is_incident(tagged, value, when) or (_is_week(when, around) and _singles_out(tagged))
        return Scope(EVENT if at_once else SPAN, when.since, when.until, when)
    return Scope(EVENT, when.since, when.until, when) if when is not None else Scope(EVENT, None, None)


def _war_counted(value: float, reading: Reading, when: When | None, around: Setting) -> Row | None:
    """The war whose whole toll a number is: told since it began, by its name, or too large for anything less."""
    period = when is not None and when.kind == PERIOD
    if not (period or value >= LEAST_OF_A_WAR) or reading.outcome in _LASTING or reading.rule in STATES:
        return None
    named = around.war_named
    war = named or around.home
    if war is None:
        return None
    old = period and _about_as_old(when, war, around.anchor)
    open_ended = period and when.until == around.anchor
    since_it_began = open_ended and (begins_with(when.since, war) or (old and value >= _LEAST_OVER_YEARS))
    by_name = named is not None and value >= LEAST_OF_A_WAR and (old if period else when is None or when.spoken)
    of_its_year = not period or when.since == war["began"][:4]  # so many do not die in a day
    by_itself = of_its_year and value >= _LEAST_BY_ITSELF.get(reading.outcome, math.inf)
    return war if since_it_began or by_name or by_itself else None


def _is_state(tagged: Tagged, reading: Reading, around: Setting) -> bool:
    """Whether people are counted in a state that they are in now: "are missing", "refugees", "are living in tents"."""
    called = reading.rule in STATES and reading.outcome not in ("detained", "returned")
    called = called or (reading.rule == _DISPLACED and reading.outcome == "displaced")
    if reading.outcome in _LASTING or (called and not _is_done(tagged, reading, around)):
        return True
    if reading.rule in SHELTERED:
        return tagged.text(tagged.tags.rindex("p", 0, reading.unit)).lower() not in _INTO
    if reading.outcome not in ("displaced", "refugees", "detained"):
        return False
    tag, words = tagged.tags[reading.unit], tagged.text(reading.unit).lower()
    behind_participle = tagged.tags[reading.unit - 1 : reading.unit] in ("D", "d", "S")
    before = {tagged.text(at - 1).lower() for at in (reading.unit, reading.unit - behind_participle) if at > 0}
    going_on = tag == "I" and words.split()[0].endswith("ing")
    if going_on and not before.isdisjoint(_WERE):
        return True
    continuing = going_on or (tag == "I" and not before.isdisjoint(_STILL))
    return not before.isdisjoint(_NOW) and (tag in "DdWJM" or continuing)


def _is_done(tagged: Tagged, reading: Reading, around: Setting) -> bool:
    """Whether something is done to people once: "12 were released", "12 evacuees", not "12 are being treated"."""
    first = tagged.firsts[reading.unit]
    words = tagged.words.keys[max(tagged.first, first - 1) : tagged.lasts[reading.unit]]
    return _GOING_ON not in words and not around.spans.done.isdisjoint(words)


def _happened_once(tagged: Tagged, reading: Reading, around: Setting) -> bool:
    """Whether people were helped, or something was done to them once."""
    return reading.rule == AID or _is_done(tagged, reading, around)


def _is_kept(tagged: Tagged, at: int, reading: Reading, around: Setting) -> bool:
    """Whether people are where they were brought or taken in: "40 are in hospital", "the town hosts 1,200 who fled"."""
    word = tagged.text(reading.unit).lower()
    if word in around.spans.staying or (reading.outcome == "refugees" and word.startswith(_HOW_MANY)):
        return True
    if reading.outcome not in ("displaced", "refugees"):
        return False
    before = tagged.words.keys[max(tagged.first, tagged.firsts[at] - 2) : tagged.firsts[at]]
    return not around.spans.hosting.isdisjoint(before)


def _have_refuge(tagged: Tagged, reading: Reading) -> bool:
    """Whether people have gone where they are now: "four million **have taken refuge** in other countries"."""
    if reading.outcome != "refugees" or _REFUGE.isdisjoint(tagged.text(reading.unit).lower().split()):
        return False
    return _in_perfect(tagged, reading.unit) != ""


def _adds_up(tagged: Tagged, at: int, reading: Reading, around: Setting) -> bool:
    """Whether people are counted over some time up to now: "so far", "to date"; not who "has so far counted" 12."""
    first, last = sorted((at, reading.unit))
    begin = tagged.tags.rfind("S", max(0, first - 4), first) + 1 or max(0, first - 4)
    return around.spans.so_far.among(tagged, range(begin, min(len(tagged.tags), last + 3)))


def _is_lingering(tagged: Tagged, at: int, reading: Reading, around: Setting) -> bool:
    """Whether people died of what kills one by one: "have died of hunger"."""
    if reading.outcome != "killed":
        return False
    first, last = sorted((at, reading.unit))
    near = tagged.words.keys[tagged.firsts[first] : min(tagged.stop, tagged.lasts[last] + _REACH_OF_CAUSE)]
    return not around.spans.lingering.isdisjoint(near)


def _of_a_campaign(tagged: Tagged, at: int, value: float, reading: Reading, around: Setting) -> bool:
    """Whether a campaign has done the harm up to now: "the battle for the town has killed 300"."""
    before = range(max(0, reading.unit - _REACH_OF_CAMPAIGN), reading.unit)
    if not around.spans.campaigns.among(tagged, before):
        return False
    has = told_in_perfect(tagged, at, reading)
    return value >= _MORE_THAN_ONE_DAY if not has else "b" not in has


def _since_an_event(tagged: Tagged, at: int, reading: Reading, around: Setting) -> bool:
    """Whether people have come to harm since something that is no date: "have died since the truce collapsed"."""
    since = _SINCE in tagged.words.keys[tagged.first : tagged.stop]
    return since and told_in_perfect(tagged, at, reading) != "" and not RECORD.search(around.sentence)


def _has_begun(tagged: Tagged, at: int, reading: Reading, when: When, around: Setting) -> bool:
    """Whether a day is that on which what has done the harm began: "the offensive launched on Monday has killed 12"."""
    return is_beginning(when, around.sentence, around.spans) and told_in_perfect(tagged, at, reading) != ""


def is_beginning(when: When, sentence: str, spans: Spans) -> bool:
    """Whether a time of a sentence is that at which something began: "the raids that **began** in Klow on Monday"."""
    return not spans.begun.isdisjoint(sentence[: when.start].lower().split()[-_REACH_OF_BEGINNING:])


def _has_mounted(tagged: Tagged, at: int, value: float, reading: Reading) -> bool:
    """Whether more people than one incident strikes have come to harm: "500 civilians have been killed in raids"."""
    if value >= _LEAST_IN_ANY_TENSE.get(reading.outcome, math.inf):
        return True
    many = value >= _LEAST_IN_PERFECT.get(reading.outcome, math.inf)
    return many and told_in_perfect(tagged, at, reading) != "" and not _singles_out(tagged)


def told_in_perfect(tagged: Tagged, at: int, reading: Reading) -> str:
    """The tags before the verb of harm in the perfect, or of its toll or cause: "has **so far** risen to 12"."""
    governed = tagged.tags[at - 1 : at] in _TOLL_OR_CAUSE
    of_toll = governed or tagged.tags[reading.unit] == "T"
    return _in_perfect(tagged, reading.unit) or (_in_perfect(tagged, at - governed) if of_toll else "")


def _in_perfect(tagged: Tagged, verb: int) -> str:
    """The tags from "have" or "has" to the verb at that unit, of "have recently been killed"; empty without one."""
    near = range(verb - 1, max(-1, verb - 4), -1)
    begin = next((i for i in near if tagged.tags[i] == "v" and tagged.text(i).lower() in _PERFECT), verb)
    has = tagged.tags[begin:verb]
    return "" if "q" in has else has


def _is_incident(tagged: Tagged, value: float, when: When) -> bool:
    """Whether what is told of a span happened at once: on a single day, or as an incident of a month."""
    if when.since is None or when.since != when.until:
        return False
    return len(when.since) == DATE or (len(when.since) == MONTH and _tells_of_incidents(tagged, value))


def _is_week(when: When, around: Setting) -> bool:
    """Whether a span is the week of the report."""
    return around.sentence[when.start : when.end].lower() == _THIS_WEEK


def _tells_of_incidents(tagged: Tagged, value: float) -> bool:
    """Whether the sentence tells of an incident ("a suicide blast"), or of several with no more dead than one has."""
    several = any(tagged.text(i).endswith("s") for i in _incidents(tagged))
    return (several and value < LEAST_OF_A_WAR) or _singles_out(tagged)


def _singles_out(tagged: Tagged) -> bool:
    """Whether the sentence points to one incident: "the suicide blast"."""
    return any(
        _SINGLED_OUT.search(tagged.tags[max(0, i - 4) : i])
        for i in _incidents(tagged)
        if not tagged.text(i).endswith("s")
    )


def _incidents(tagged: Tagged) -> list[int]:
    """The units that name an incident or several: "blast", "raids"."""
    return [i for i, entry in enumerate(tagged.entries) if entry.thing == "incident"]


def begins_with(since: str | None, war: Row) -> bool:
    """Whether a span that begins on an ISO date, as far as its words say, begins when the war did."""
    return since is not None and war["began"].startswith(since)


def _about_as_old(when: When, war: Row, today: str | None) -> bool:
    """Whether a span reaches back about as far as the war: "over the past 13 years"; "since May" for one of April."""
    if when.since is None or abs(int(when.since[:4]) - int(war["began"][:4])) > 1:
        return False
    away = abs(_days(when.since) - _days(war["began"]))
    if len(when.since) == len(war["began"]) == DATE:
        return away <= _FIRST_DAYS
    return len(when.since) < MONTH or today is None or away <= (_days(today) - _days(when.since)) / _PART_OF_AGE


def _days(date: str) -> int:
    """The ordinal of an ISO date, of a bare month or year that of its first day."""
    return datetime.date.fromisoformat(f"{date}-01-01"[:DATE]).toordinal()
