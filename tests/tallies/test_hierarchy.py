from helpers.tallies import hierarchy
from helpers.tallies.hierarchy import NEAR, SAME, WIDE


def test_a_district_is_near_its_town_and_wide_of_its_country(vocab):
    around = hierarchy.load(vocab).around("east-gate")
    assert around["east-gate"] == SAME
    assert around["old-town"] == around["strelsau"] == NEAR
    assert around["ruritania"] == WIDE


def test_a_name_used_loosely_brings_the_larger_area_near(vocab):
    places = hierarchy.load(vocab)
    assert places.around("strelsau")["strelsau-province"] == NEAR
    assert places.around("zenda")["north-march"] == WIDE


def test_a_place_that_is_not_listed_stands_alone(vocab):
    places = hierarchy.load(vocab)
    assert places.around("?nowhere") == {"?nowhere": SAME}
    assert places.is_local("?nowhere")


def test_provinces_are_areas_and_towns_are_not(vocab):
    places = hierarchy.load(vocab)
    assert not places.is_local("north-march")
    assert places.is_local("zenda")


def test_places_that_lie_in_each_other_by_mistake_end(vocab):
    rows = [
        {"place_id": "a", "name": "A", "kind": "town", "inside": "b"},
        {"place_id": "b", "name": "B", "kind": "town", "inside": "a"},
    ]
    vocab.tables["places"] = tuple(rows)
    assert hierarchy.load(vocab).ancestors("a") == ["b"]
