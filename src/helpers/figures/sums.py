"""Sums: counts told one after another that make up a total told before them ("nearly 30" = 10 + 18).

News opens with a total, goes on with what it is made of, place by place, and tells each of those again in headings
and statements. So of each count the first mention is an addend, the others go with it.
"""

from __future__ import annotations

from helpers.figures.expressions import MONTH
from helpers.figures.found import Found
from helpers.figures.gazetteer import SPECIFICITY
from helpers.figures.people import may_be_among
from helpers.figures.places import Place
from helpers.figures.reading import AGAIN, PART, is_marked
from helpers.figures.scope import CONFLICT
from helpers.figures.telling import Telling

_REACH = 10
"""Sentences between a total and its first part, and from one part to the next."""
_MOST_AT_ONCE = 60
"""Figures behind a total among which its parts are looked for."""
_PLACE_REACH = 4
"""Sentences back in which the place of a total that names none was told."""
_ADDENDS = {"casualties": ("killed", "injured", "casualties"), "displaced": ("displaced", "refugees")}
"""Outcomes that a total of another outcome is made up of."""
_VAGUE = "vague"
_TOLLS = (AGAIN, "the death toll rose to 12")
"""Rules of numbers that are totals themselves."""
_SLACK = {"exact": (0.0, 0.0), "at_least": (0.0, 0.07), "at_most": (0.07, 0.0)}
_ABOUT = (0.07, 0.07)
"""How far below and above a hedged total a sum may lie, as a share of it."""
_VAST = ("country", "region", "river")
"""Kinds of places whose bounds reporters draw loosely."""
_A_TOWN = SPECIFICITY["town"]
"""Specificity below which a place holds places that the gazetteer does not know."""


def of_totals(found: list[Found], told: Telling, parts: dict[int, int]) -> dict[int, int]:
    """For each count that is part of a sum its total, as indices in ``found``; ``parts`` holds what is known before.

    Where several totals could be made up of the same counts, it is the one whose parts stand closest together.
    """
    known = dict(parts)
    sums: dict[int, list[int]] = {}
    values = [figure.quantity.value for figure in found]
    concerned = [t for t, total in enumerate(found) if total.quantity.hedge != _VAGUE and not _is_inclusion(total)]
    while True:
        sums.update({t: _addends(found, t, values, told, known) for t in concerned})
        possible = [t for t in sums if sums[t]]
        if not possible:
            return {i: t for i, t in known.items() if i not in parts}
        spans = {t: found[sums[t][-1]].sentence - found[t].sentence for t in possible}
        t = min(possible, key=lambda t: (spans[t], t in parts, -found[t].quantity.value, -t))
        taken = sums.pop(t)
        known.update(dict.fromkeys(taken, t))
        concerned = [other for other in sums if taken[0] - _MOST_AT_ONCE <= other <= taken[-1]]


def _is_inclusion(figure: Found) -> bool:
    """Whether a figure is only named in passing, so that none of its parts follow: "nine, **five of them** boys"."""
    return figure.reading.rule == PART and is_marked(figure.tagged, figure.at)


def _addends(found: list[Found], t: int, values: list[float], told: Telling, parts: dict[int, int]) -> list[int]:
    """The counts that make up the total at ``t``, in the sentences behind its own or else in that.

    With those that tell one of them again; none where they do not. ``values`` are those of all figures.
    """
    near = range(t + 1, min(len(found), t + 1 + _MOST_AT_ONCE))
    value = values[t]
    smaller = [i for i in near if values[i] < value]
    if len(smaller) < 2 or sum([values[i] for i in smaller]) < _bounds(found[t])[0]:
        return []
    free = [i for i in smaller if parts.get(i, t) == t and _may_be_part(found[i], found[t])]
    if len(free) < 2:
        return []
    here = found[t].sentence
    behind, beside = ([i for i in free if (found[i].sentence > here) == later] for later in (True, False))
    return _adding_up(found, t, behind, told) or _adding_up(found, t, beside, told)


def _adding_up(found: list[Found], t: int, candidates: list[int], told: Telling) -> list[int]:
    """Those of the candidates, from the first on, that add up to the total at ``t``; none where they do not."""
    total, (least, most) = found[t], _bounds(found[t])
    if sum([found[i].quantity.value for i in candidates]) < least:
        return []
    there = _where(found, t, told)
    run: list[int] = []
    summed, addends, last = 0.0, 0, total.sentence
    for i in candidates:
        part = found[i]
        if part.sentence - last > _REACH:
            break
        if _is_earlier(part, total, told) or not _may_lie_in(told.places(part.sentence), there, told):
            continue
        if not any(_tells_again(part, found[other], told) for other in run):
            if summed + part.quantity.value > most:
                break
            summed += part.quantity.value
            addends += 1
        run.append(i)
        last = part.sentence
    return run if addends > 1 and summed >= least else []


def _bounds(total: Found) -> tuple[float, float]:
    """What the parts of a total must come to at least, and may at most."""
    value = total.quantity.value
    below, above = _SLACK.get(total.quantity.hedge, _ABOUT)
    return value - below * value, value + above * value


def _may_be_part(part: Found, total: Found) -> bool:
    """Whether a smaller count is of the same harm as a total, of people who may be among those.

    An earlier toll of the same is none: "12 died, the mayor said; he **had put the toll at** nine".
    """
    return (
        part.reading.outcome in _ADDENDS.get(total.reading.outcome, (total.reading.outcome,))
        and part.quantity.hedge != _VAGUE
        and part.scope.kind != CONFLICT
        and not (part.reading.rule in _TOLLS and part.place is None)
        and may_be_among(part.who, total.who)
    )


def _is_earlier(part: Found, total: Found, told: Telling) -> bool:
    """Whether a count is told of a month before its supposed total's, or before that in which the article is."""
    until, since = part.scope.until, total.scope.since or told.anchor
    return bool(until and since) and until[:MONTH] < since[: len(until[:MONTH])]


def _tells_again(part: Found, other: Found, told: Telling) -> bool:
    """Whether a count is an earlier one of another sentence told again: as many, no others, and of no other place."""
    if part.count != other.count or part.sentence == other.sentence or _is_further(part):
        return False
    here, there = told.places(part.sentence), told.places(other.sentence)
    if _small(here) and _small(there):
        here, there = _small(here), _small(there)
    same_place = not here or not there or lie_in(here, there, told) or lie_in(there, here, told)
    return same_place and (may_be_among(part.who, other.who) or may_be_among(other.who, part.who))


def _is_further(figure: Found) -> bool:
    """Whether people are other than those counted before: "**another** two died", not "one died, two **others**"."""
    tags, at = figure.tagged.tags, figure.at
    return "q" not in tags[:at] and "e" in (tags[at - 1 : at], tags[at + 1 : at + 2])


def _where(found: list[Found], t: int, told: Telling) -> list[Place]:
    """The places of which a total is told: those that its sentence names, or else that of the figure before it."""
    near = found[max(0, t - _MOST_AT_ONCE) : t + _MOST_AT_ONCE]
    reach = range(found[t].sentence - _PLACE_REACH, found[t].sentence + 1)
    nearest = next((f for f in reversed(near) if f.sentence in reach and f.place is not None), None)
    return told.places(nearest.sentence) if nearest else []


def _small(named: list[Place]) -> list[Place]:
    """The towns and quarters among places, and those that the gazetteer does not know."""
    return [place for place in named if place.specificity >= _A_TOWN or place.row is None]


def _may_lie_in(here: list[Place], there: list[Place], told: Telling) -> bool:
    """Whether what happened in one of some places may be part of what happened in others."""
    if not here or not there or lie_in(here, there, told) or all(place.kind in _VAST for place in there):
        return True
    return all(place.row is None for place in here) and any(place.specificity < _A_TOWN for place in there)


def lie_in(here: list[Place], there: list[Place], told: Telling) -> bool:
    """Whether one of some places is one of others or lies in one of them."""
    return any(_lies_in(place, whole, told) for place in here for whole in there)


def _lies_in(place: Place, whole: Place, told: Telling) -> bool:
    """Whether a place is another or lies in what is meant by that one, as far as the gazetteer knows."""
    if place.row is None or whole.row is None:
        return place.text.lower() == whole.text.lower()
    meant = {whole.row["place_id"], whole.row["loosely"]}
    return any(told.gazetteer.inside(place.row, place_id) for place_id in meant)
