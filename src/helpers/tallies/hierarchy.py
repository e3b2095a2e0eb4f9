"""Which place lies in which, and which larger area a name is loosely used for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from helpers.vocabulary import Vocabulary, spellings

SAME, NEAR, WIDE = 0, 1, 2
_AREAS = ("country", "region", "province")


@dataclass(frozen=True)
class Hierarchy:
    """The places of a vocabulary; a place that it does not know lies in nothing."""

    names: Mapping[str, str]
    kinds: Mapping[str, str]
    inside: Mapping[str, tuple[str, ...]]
    loosely: Mapping[str, str]
    _around: dict[str, dict[str, int]] = field(default_factory=dict, repr=False)

    def around(self, place_id: str) -> dict[str, int]:
        """Every area that a happening in this place may be reported from, with its remoteness.

        SAME for the place itself; NEAR for its town, its district, and what its name is loosely used for; WIDE for
        provinces, regions and countries.
        """
        if place_id not in self._around:
            self._around[place_id] = self._find_around(place_id)
        return self._around[place_id]

    def is_local(self, place_id: str) -> bool:
        """Whether the place is a settlement, a part of one, or an area within one province."""
        return place_id not in self._wide

    def ancestors(self, place_id: str) -> list[str]:
        """What the place lies in, nearest first."""
        found: list[str] = []
        waiting = list(self.inside.get(place_id, ()))
        while waiting:
            area = waiting.pop(0)
            if area not in found and area != place_id:
                found.append(area)
                waiting.extend(self.inside.get(area, ()))
        return found

    @cached_property
    def depths(self) -> dict[str, int]:
        """How many areas each place lies in: the more, the more specific."""
        return {place_id: len(self.ancestors(place_id)) for place_id in self.names}

    @cached_property
    def _wide(self) -> set[str]:
        areas = [place_id for place_id, kind in self.kinds.items() if kind in _AREAS]
        provinces = {place_id for place_id in areas if self.kinds[place_id] == "province"}
        return {place_id for place_id in areas if provinces.isdisjoint(self.ancestors(place_id))}

    def _find_around(self, place_id: str) -> dict[str, int]:
        remoteness = {place_id: SAME}
        for area in self.ancestors(place_id):
            remoteness[area] = NEAR if self.is_local(area) else WIDE
        for name in list(remoteness):
            meant = self.loosely.get(name)
            if meant and remoteness[name] < WIDE and (name == place_id or self.is_local(meant)):
                remoteness[meant] = min(remoteness.get(meant, WIDE), NEAR)
        return remoteness


def load(vocab: Vocabulary) -> Hierarchy:
    """The hierarchy of the vocabulary's table ``places``."""
    rows = vocab["places"]
    return Hierarchy(
        names={row["place_id"]: row["name"] for row in rows},
        kinds={row["place_id"]: row["kind"] for row in rows},
        inside={row["place_id"]: tuple(spellings(row["inside"])) for row in rows},
        loosely={row["place_id"]: row["loosely"] for row in rows if row.get("loosely")},
    )
