"""Places that no gazetteer has are known by the words beside them."""

import pytest

PLACES = [
    "12 people were killed in an attack on Moutek on Friday.",
    "Air strikes on Moutek killed 12 people.",
    "Shells rained down on Moutek, killing 12 people.",
    "Rockets fired on Moutek killed 12 people.",
    "An explosion ripped through Moutek, killing 12 people.",
    "Rebels raided Moutek, killing 12 people.",
    "The army shelled Moutek and Zaran, killing 12 people.",
    "IS seized Moutek, killing 12 soldiers.",
    "12 people died when Moutek was shelled on Friday.",
    "The bombardment of Moutek killed 12 people.",
    "The siege of Moutek has killed 12 people.",
    "12 rebels were killed in the battle for Moutek.",
    "12 people were killed on the outskirts of Moutek.",
    "12 people were killed north of Moutek.",
    "12 people were killed on the road to Moutek.",
    "12 people were killed throughout Moutek.",
    "12 residents of Moutek were killed.",
    "12 Moutek residents were killed.",
    "Moutek, where 12 people were killed, lies near Aleppo.",
    "12 people were killed when a shell landed in Moutek's main market.",
    "12 people were killed in the Moutek refugee camp.",
    "12 people were killed in several towns, including Moutek and Zaran.",
    "Shells hit towns such as Moutek and killed 12 people.",
    "The fire that reached Tell Moutek killed 12 people.",
    "12 people were killed when a shell hit Moutek gas field.",
    "12 people were killed near the wall of Moutek Central Prison.",
    "12 people were killed on al Moutek Farms northwest of the city.",
    "12 people were killed on Zaran-Moutek neighborhood.",
    "12 people were killed in Deir ez Moutek village.",
    "12 people were killed at the entrance to Moutek.",
    "12 people died before the convoy could enter Moutek.",
    "Air strikes kill 12 people in Moutek monitor",
    "12 people were killed in rebel areas east of Moutek Saturday.",
]
NO_PLACES = [
    "The strike killed 12 people on Lake Moutek.",
    "12 people were killed when the 15th Moutek Division, where they served, was hit.",
    "12 people were killed in raids, Moutek said.",
    "After talks between Moutek and Zaran 12 people were released.",
    "12 people were killed in the bombing of the Moutek Theatre.",
    "An attack on MTK killed 12 people.",
    "The raid killed Moutek and 12 other people.",
    "A nurse of the Moutek was hit, and 12 people were killed.",
    "The Moutek Centre of Zaran said 12 people were killed.",
    "12 people were killed near the Moutek-Zaranian force.",
    "Warehouses were hit and 12 people were killed.",
]


@pytest.mark.parametrize("text", PLACES)
def test_a_name_is_a_place_by_the_words_beside_it(text, read_one):
    assert "Moutek" in (read_one(text)["place"] or "")


@pytest.mark.parametrize("text", NO_PLACES)
def test_another_name_is_none(text, read_one):
    assert read_one(text)["place"] is None


@pytest.mark.parametrize("name", ["Al Moutek", "Tell es Moutek"])
def test_an_article_belongs_to_the_name(name, read_one):
    assert read_one(f"12 people were killed in {name} district.")["place"] == f"{name} district"


def test_a_road_is_none_of_the_towns_that_it_joins(read_one):
    assert read_one("12 people were killed in Moutek village on the Homs-Hama road.")["place"] == "Moutek village"


def test_a_headline_names_a_place_that_the_text_below_names(read):
    headline, body = "Twelve Soldiers Killed in Moutek Blast Kills Hopes", "Troops in Moutek buried the dead."
    assert read(f"{headline}\n{body}")[0]["place"] == "Moutek"
    assert read(f"{headline}\nTroops buried the dead.")[0]["place"] is None
