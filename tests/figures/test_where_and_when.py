"""Place, scope and what carries over: places.py, whereabouts.py, told_places.py, told_days.py, scope.py, telling.py."""

import re
from pathlib import Path

import pytest

from helpers.figures import flags
from helpers.figures.telling import Telling


@pytest.mark.parametrize("spelling", ["Khan Sheikhun", "Khan Sheikhoun", "Khan Shaykhun"])
def test_spellings_of_one_place(spelling, read_one):
    figure = read_one(f"Shells killed 14 men in {spelling}.")
    assert (figure["place"], figure["place_id"]) == (spelling, "khan-sheikhun")


def test_the_most_specific_place_is_taken(read_one):
    assert read_one("Shells killed 14 men in Douma near Damascus, Syria.")["place_id"] == "douma"


def test_an_unknown_name_is_a_place_behind_a_word_that_locates(read_one):
    figure = read_one("Shells killed 14 men in the town of Quellby.")
    assert (figure["place"], figure["place_id"]) == ("Quellby", None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Shells killed 14 men in al-Quellbiya village.", "al-Quellbiya village"),
        ("Shells fired on the Quellbo area killed 14 men.", "Quellbo area"),
        ("Shells killed 14 men in the town of Quellish.", "Quellish"),
        ("Shells killed 14 men in the rebel-held area of Quellby.", "Quellby"),
        ("Shells fired on Quellby Camp killed 14 men.", "Quellby Camp"),
    ],
)
def test_a_kind_beside_a_name_or_an_article_in_small_letters_makes_a_place(text, place, read_one):
    assert read_one(text)["place"] == place


@pytest.mark.parametrize("spelling", ["Al Mayadeen", "al- Mayadeen", "al-Mayadeen"])
def test_an_arabic_article_may_stand_apart(spelling, read_one):
    assert read_one(f"Shells killed 14 men in {spelling}.")["place_id"] == "mayadeen"


def test_a_name_may_be_written_as_one_word(read_one):
    assert read_one("Shells killed 14 men in KafrTakharim.")["place_id"] == "kafr-takharim"


@pytest.mark.parametrize("quarter", ["the northwest", "the rebel-held northwest"])
def test_a_quarter_of_the_country_is_a_region(quarter, read_one):
    assert read_one(f"Shells killed 14 men in {quarter}.")["place"] == "north-west Syria"


@pytest.mark.parametrize("where", ["the besieged northern city of Aleppo", "Syria's Aleppo", "a mill in Aleppo"])
def test_what_describes_a_place_is_passed_over(where, read_one):
    figure = read_one(f"Shells killed 14 men in {where}.")
    assert (figure["place"], figure["place_id"]) == ("Aleppo", "aleppo")


def test_an_unknown_place_is_known_again(read):
    _, second = read("Shells killed 14 men in Quellby. Quellby lost nine women to a fire.")
    assert second["place"] == "Quellby"


def test_a_name_beside_its_description_is_taken(read_one):
    assert read_one("Shells killed 14 men in Syrias capital Damascus.")["place"] == "Damascus"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels positioned in Douma fired shells on Jaramana, killing 14 men.",
        "Rebels based in the town of Douma in Eastern Ghouta fired shells on Jaramana, killing 14 men.",
    ],
)
def test_where_those_are_who_fire_is_not_the_place(text, read_one):
    assert read_one(text)["place_id"] == "jaramana"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Shells on Aleppo killed 14 men from Foua and Kefraya.", "Aleppo"),
        (
            "Shells killed 14 men near the Masaken Hanano neighbourhood in eastern Aleppo.",
            "Masaken Hanano neighbourhood",
        ),
        ("Shells killed 14 men on the central Quellby in Idlib province.", "Quellby"),
        ("Shells killed 14 men in Homs and nine in the village of Hass.", "Homs"),
        ("Shells killed 14 men in Fridays fighting for Hass.", "Hass"),
        ("Hass burned. Shells killed 14 men in the Kurdish-run area.", "Hass"),
        ("Some 69 men were killed across Syria on Sunday: 38 in Homs and 31 in Hass.", "Syria"),
        ("Shells fell on Hass. Some 69 men were killed: 38 in Homs and 31 in Douma.", "Hass"),
        ("Shells killed 14 men on Quellby, east of Homs.", "Quellby"),
        ("Shells killed 14 men in the village of Hass in Syria's Idlib province.", "Hass"),
        ("Hass burned. Shells killed 14 men, Quill Aldermoor told AFP in Nicosia.", "Hass"),
        ("Shells killed 14 men in the war-torn Quellby district.", "Quellby district"),
        ("Homs (AFP) - Shells killed 14 men on Sunday in Hass.", "Hass"),
        ("Homs (AFP) - Shells killed 14 men on Sunday.", "Homs"),
        ("In the province of Homs, 14 men were killed and nine hurt in the town of Hass.", "Hass"),
        ("Homs was quiet. Some 14 soldiers of Iran's guards were killed in Syria.", "Syria"),
        ("Hass burned. Shells killed 14 men, while hundreds ran away towards Homs.", "Hass"),
        ("Hass burned. Shells killed 14 men at the entrance to Homs.", "Homs"),
    ],
    ids=[
        "both are left",
        "not what it lies in",
        "unknown, in a known one",
        "not the next number's",
        "a day",
        "who runs it",
        "not where some of them were",
        "nor where they were who are listed",
        "an unknown name that lies beside a known one",
        "nor what it lies in beside a country",
        "nor where a reporter was told",
        "what it has been through",
        "not where the report is from",
        "unless it names no other",
        "a province of its capital's name",
        "not whose they are",
        "not where others run to",
        "what leads into a place",
    ],
)
def test_the_place_of_a_number_among_those_of_its_sentence(text, place, read):
    assert read(text)[0]["place"] == place


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("Shells fell on Homs. They killed 14 men, as fighting spread in Syria.", "homs"),
        ("Shells fell on Homs. Elsewhere raids killed 14 men in Syria, as fighting spread.", "syria"),
    ],
)
def test_a_country_named_in_another_clause_is_not_the_place_of_an_incident(text, place_id, read_one):
    assert read_one(text)["place_id"] == place_id


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("Shells killed 14 men as they crossed the Euphrates River to leave Hama province.", "hama-province"),
        ("Shells killed 14 men as they crossed the Euphrates River.", "euphrates"),
    ],
)
def test_a_river_is_the_place_only_where_no_other_is_named(text, place_id, read_one):
    assert read_one(text)["place_id"] == place_id


def test_harm_across_the_country_is_that_of_no_town(read_one):
    text = "Shells fell on Homs in Syria. Raids across the country killed 14 men on Monday. Hass burned."
    assert read_one(text)["place_id"] == "syria"


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("The army entered Manbij from Aleppo province. Shells killed 14 men in the city.", "manbij"),
        ("The army took Palmyra. It fled Homs province. Shells hit the citys market and killed 14 men.", "palmyra"),
        ("Jets struck Tokhar and Hoshariyeh near Manbij. The raids on the two villages killed 14 men.", "hoshariyeh"),
        (
            "Fighting went on in Hama province. The army, in Syria since 1946, lost 14 men in the province.",
            "hama-province",
        ),
    ],
)
def test_the_city_is_the_one_named_before(text, place_id, read_one):
    figure = read_one(text)
    assert figure["place_id"] == place_id
    assert "place_carried_over" in figure["flags"]


def test_a_place_that_opens_a_clause_is_that_of_its_number(read):
    _, wounded = read("In Homs, 14 men were killed; in Hass, nine were wounded.")
    assert wounded["place"] == "Hass"


def test_a_source_is_no_place(read_one):
    assert read_one("Shells killed 14 men, the Damascus Gazette said.")["place"] is None


def test_a_silent_sentence_takes_the_place_told_before(read):
    _, second = read("Shells killed 14 men in Hama. Nine women were wounded.")
    assert second["place_id"] == "hama"
    assert "place_carried_over" in second["flags"]


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed 14 men in Idlib province. The planes hit the village of Hass. It snowed. Nine women were hurt.",
        "Shells fell near Hass. Nine women were wounded.",
        "Nine women were wounded in a raid on a village. The planes hit Hass.",
        "Air strike on Syrian village kills nine women\nIt rained in Homs. The planes hit the village of Hass.",
        "Air strike kills nine women\nIt rained in Homs. Shells hit Hass and killed nine women.",
    ],
    ids=["told closer since", "near it", "called a village first", "in a headline", "told again more fully"],
)
def test_where_a_silent_sentence_takes_its_place_from(text, read):
    figure = next(figure for figure in read(text) if figure["value"] == 9)
    assert figure["place_id"] == "hass"


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed 14 men in Homs. Some 1,200 Syrian civilians were killed last month.",
        "Shells fell on Homs in Syria. Rain fell. Some 6 million people are displaced inside the country.",
    ],
)
def test_a_nation_is_counted_in_its_country(text, read):
    assert read(text)[-1]["place_id"] == "syria"


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Homs. Russia has so far lost nine men in the Syrian war.",
        "Shells fell on Homs in Syria. Air strikes have killed 4,000 people since September 2015.",
    ],
    ids=["its war", "thousands in months"],
)
def test_a_toll_too_long_for_one_town_is_the_countrys(text, read):
    assert read(text)[-1]["place_id"] == "syria"


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("Jets struck Idlib province on Monday. Villagers of Hass said that nine women had been killed.", "hass"),
        (
            "Jets struck Idlib province on Monday. Villagers of Douma said that nine women had been killed.",
            "idlib-province",
        ),
        ("The army surged towards Hass at dawn. Nine women were killed.", "hass"),
        ("Jets struck near the town of Hass in Idlib province. Nine women were killed.", "hass"),
        ("Shells killed 14 men in Homs, three of them in Waer district. Nine women were wounded.", "al-waer"),
        ("Shells killed 14 men in Homs. An air raid hit Hass. It rained. Nine women were killed.", "hass"),
        ("Shells killed 14 men in Hass. An air raid hit Idlib province. It rained. Nine women were killed.", "hass"),
        ("Shells killed 14 men in Hass. An air raid hit Hass and Homs. It rained. Nine women were killed.", "hass"),
        ("Shells hit Hass. Shells hit Saraqib. Nine guests were killed.", "saraqib"),
        ("Shells hit a wedding in Hass. Shells hit Saraqib. Nine wedding guests were killed.", "hass"),
        ("Shells hit Hass. Delegates met in Homs. Nine women were killed.", "hass"),
        ("Shells hit Hass. A bus left for Homs. Its driver knew the city. Nine women were killed.", "hass"),
        ("Shells hit Hass in Idlib province. Nine women were killed.", "hass"),
        ("Shells hit Idlib province. Shells hit Hass. Fighting since 2016 has killed 900 women.", "idlib-province"),
        ("Jets pounded Homs. Shells hit Waer district. Raids on several districts killed nine women.", "homs"),
        ("Jets pounded Homs. Shells hit Waer district. Shells on the rebel-held east killed nine women.", "homs"),
        ("Shells hit Hass. Delegates met in Homs. Medics in the city said that nine women had died.", "hass"),
        ("Shells hit Eastern Ghouta. Jets struck Douma. The siege of the enclave killed nine women.", "eastern-ghouta"),
        ("Jets killed women in Syria. The attack killed nine women. It rained. Shells hit Homs.", "syria"),
        (
            "Jets pounded Homs. It rained. Residents of Idlib fled. Raids on the city killed nine women.",
            "idlib-province",
        ),
    ],
    ids=[
        "the speaker's town in it",
        "the speaker's elsewhere",
        "where the army went",
        "near a town in a province",
        "where a part died",
        "an attack since",
        "around it",
        "it again",
        "told just before",
        "told in the same words",
        "a sentence without harm",
        "a city only called so",
        "an incident in a town",
        "a longer time in a region",
        "several districts of a city",
        "a side of a city",
        "the speaker's city",
        "the enclave",
        "the country",
        "a city named as its province",
    ],
)
def test_what_is_left_open_by_the_place_told_before(text, place_id, read):
    assert read(text)[-1]["place_id"] == place_id


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("Shells hit Hass. Nine women died. It rained. Nine women died in Homs.", "hass"),
        ("Nine women died. It rained. Nine women died in Homs.", "homs"),
        ("Shells hit Hass. Nine women died in a rebel-held town. It rained. Nine women died in Saraqib.", "saraqib"),
        ("Shells hit Hass. Nine women died in rebel-held districts. It rained. Nine women died in Waer.", "hass"),
    ],
    ids=["told before", "nothing told before", "a town", "several districts"],
)
def test_a_later_mention_names_what_nothing_told_before_does(text, place_id, read):
    assert read(text)[0]["place_id"] == place_id


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("The war has killed 9,000 people in Homs since 2011.", "homs"),
        ("The war, which began in Daraa in 2011, has killed 9,000 people.", "syria"),
        ("Talks in Geneva on Syria failed. The war has killed 9,000 people in Geneva since 2011.", "syria"),
        ("The war has killed 9,000 people since 2011, and 400,000 are refugees in Turkey.", "syria"),
    ],
    ids=["in a city", "in another clause", "abroad", "the next number's"],
)
def test_where_the_toll_of_a_war_is_told_of(text, place_id, read):
    assert read(f"{text} Syria mourns.")[0]["place_id"] == place_id


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Homs was quiet. Some 900 families have left Qorqu for Zirzu.", "Qorqu"),
        ("Homs was quiet. Some 900 people went home from the town of Kilis.", "Kilis"),
        ("Homs was quiet. Iraq has 2 million displaced people.", "Iraq"),
        ("Syria was quiet. It rained in Homs. Iraq said that 900 people had been killed.", "Homs"),
        ("Homs was quiet. Some 900 people have crossed into Turkey from the town of Hass.", "Turkey"),
    ],
    ids=["which they left", "from which they returned", "a country that has them", "a country that speaks", "refuge"],
)
def test_places_of_those_who_move(text, place, read):
    assert read(text)[-1]["place"] == place


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("Shells fall in the north\nAFRIN (Reuters) - Shells killed nine women in their homes.", "afrin"),
        ("AFRIN – Shells killed nine women. They fell on a market in Azaz.", "azaz"),
        ("AFRIN SHELLED: nine women killed. Syria mourns.", None),
    ],
    ids=["nothing else", "a place in the body", "a headline in capitals"],
)
def test_a_dateline_is_where_nothing_else_says(text, place_id, read):
    assert read(text)[0]["place_id"] == place_id


def test_near_a_town_abroad(read_one):
    assert read_one("Homs was quiet. Police shot dead nine men west of Kirkuk.")["place_id"] == "kirkuk"


def test_a_part_of_a_long_toll_has_the_place_of_its_whole(read):
    text = "Raids killed 5,000 people across Syria last year. Homs was quiet. It said 900 of them were children."
    assert read(text)[-1]["place_id"] == "syria"


def test_a_silent_sentence_takes_the_day_told_before(read):
    _, second = read("Shells killed 14 men on Monday. Nine women were wounded.")
    assert second["since"] == "2017-03-13"


def test_a_town_named_again_brings_its_day(read):
    text = "Fires killed 14 men in Douma on Monday. Fires killed 15 in Idlib on Tuesday. Nine women died in Douma."
    assert read(text)[-1]["since"] == "2017-03-13"


def test_a_day_taken_over_is_doubtful_where_the_article_tells_of_several(read):
    (_, of_one) = read("Shells killed 14 men on Monday. Nine women were wounded.")
    (_, _, of_two) = read("Shells killed 14 men on Monday. Fires killed 15 on Tuesday. Nine women were wounded.")
    assert "date_carried_over" not in of_one["flags"]
    assert "date_carried_over" in of_two["flags"]


@pytest.mark.parametrize(
    ("text", "scope", "since", "until"),
    [
        ("Shells killed 14 men on Sunday.", "event", "2017-03-12", "2017-03-12"),
        ("Shells have killed 140 men since late January.", "period", "2017-01", "2017-03-15"),
        ("Shells killed 140 men in 2014.", "period", "2014", "2014"),
        ("More than 300,000 people have been killed since the war began.", "conflict", "2011-03", "2017-03-15"),
        ("Some 14 men were in hospital.", "stock", None, "2017-03-15"),
        ("Some 14 men had been sheltering in the mill.", "stock", None, "2017-03-15"),
        ("The mill already hosts 140 men displaced earlier.", "stock", None, "2017-03-15"),
        ("Some 14 men are still held.", "stock", None, "2017-03-15"),
        ("The army released 14 prisoners.", "event", None, None),
        ("More than 300,000 people have died in the six-year-old war.", "conflict", "2011-03", "2017-03-15"),
        ("Shells killed 14 men in March last year.", "event", "2016-03", "2016-03"),
        ("Over 300,000 Syrians have lost their lives since 2011.", "conflict", "2011-03", "2017-03-15"),
        ("The battle for the mill has killed 140 men.", "period", None, "2017-03-15"),
        ("A battle at the mill killed 140 men on Sunday.", "event", "2017-03-12", "2017-03-12"),
        ("Since the truce collapsed 14 men have been killed.", "period", None, "2017-03-15"),
        ("Some 14 men have been killed in the first raid since the truce.", "event", None, None),
        ("Some 14 men have died since the start of the war in Syria.", "conflict", "2011-03", "2017-03-15"),
        ("The raids that began on Monday have killed 14 men.", "period", "2017-03-13", "2017-03-15"),
        ("The raids that began on Monday killed 14 men.", "event", "2017-03-13", "2017-03-13"),
        ("Weeks of heavy shelling have killed 14 men.", "period", None, "2017-03-15"),
        ("In two days of fighting 14 men were killed.", "period", "2017-03-14", "2017-03-15"),
        ("Heavy fighting claimed the lives of 140 men.", "period", None, "2017-03-15"),
        ("Heavy fighting claimed the lives of 14 men.", "event", None, None),
        ("Some 500 men have been killed in raids.", "period", None, "2017-03-15"),
        ("Some 500 men have been wounded, medics said on Sunday.", "period", None, "2017-03-15"),
        ("Last month two men were injured as rebels fired rocket shells.", "event", "2017-02", "2017-02"),
        ("Some 500 men have been killed in the raid.", "event", None, None),
        ("Some 14 men have been killed in raids.", "event", None, None),
        ("So far 140 men have been killed.", "period", None, "2017-03-15"),
        ("The army has so far lost 14 men in the war in Syria.", "conflict", "2011-03", "2017-03-15"),
        ("A monitor, which follows the Syrian war, has so far counted 24 dead.", "event", None, None),
        ("To date 140 men have been killed.", "period", None, "2017-03-15"),
        ("Until now 140 men have been killed.", "period", None, "2017-03-15"),
        ("Shells fell in late January. Since then 140 men have died.", "period", "2017-01", "2017-03-15"),
        ("Shells have fallen since January. So far 140 men have been killed.", "period", "2017-01", "2017-03-15"),
        ("A blast killed 14 men in March.", "event", "2017-03", "2017-03"),
        ("Blasts killed 14 men in March.", "event", "2017-03", "2017-03"),
        ("A blast killed 14 men this week.", "event", "2017-03-13", "2017-03-15"),
        ("Blasts killed 14 men this week.", "period", "2017-03-13", "2017-03-15"),
        ("Some 1,400 people have taken refuge in Jordan.", "stock", None, "2017-03-15"),
        ("Fires killed 1,400 men in March.", "period", "2017-03", "2017-03"),
        ("Some 40,000 people have been killed in Syria in the past six years.", "conflict", "2011-03", "2017-03-15"),
        ("Some 400,000 Syrians have been killed.", "conflict", "2011-03", "2017-03-15"),
        ("Some 1,400 people are in need of food.", "stock", None, "2017-03-15"),
        ("Some 140 men are missing.", "stock", None, "2017-03-15"),
        ("Jordan hosts 140,000 refugees.", "stock", None, "2017-03-15"),
        ("Some 140,000 people are recorded as refugees.", "stock", None, "2017-03-15"),
        ("Some 140 families now sleep in the open.", "stock", None, "2017-03-15"),
        ("The number of refugees has passed 140,000.", "stock", None, "2017-03-15"),
        ("Shells fell by day. Some 14 men died of hunger.", "period", None, "2017-03-15"),
        ("The death toll has passed 500.", "period", None, "2017-03-15"),
        ("The violence has claimed the lives of 14 men.", "period", None, "2017-03-15"),
        ("The raids that began in Douma on Monday have killed 14 men.", "period", "2017-03-13", "2017-03-15"),
        ("Some 140 people, most of them men, have fled since Monday.", "period", "2017-03-13", "2017-03-15"),
        ("Raids in Syria began in March 2011. Some 500 men have been killed.", "conflict", "2011-03", "2017-03-15"),
        ("Raids in Syria began in March 2012. Some 500 men have been killed.", "period", "2012-03", "2017-03-15"),
        ("Shells fell on Homs on Monday. Some 7,500 men have been killed.", "conflict", "2011-03", "2017-03-15"),
        ("Shells fell on Homs on Monday. Some 750 men have been killed.", "period", "2017-03-13", "2017-03-15"),
        ("Jordan has taken in 140,000 refugees.", "stock", None, "2017-03-15"),
        ("Some 140,000 people are refugees.", "stock", None, "2017-03-15"),
    ],
)
def test_which_span_a_figure_covers(text, scope, since, until, read_one):
    figure = read_one(text)
    assert (figure["scope"], figure["since"], figure["until"]) == (scope, since, until)


@pytest.mark.parametrize(("counted", "scope"), [("have died", "conflict"), ("died in a raid", "event")])
def test_a_toll_goes_on_over_the_war_of_the_one_told_before(counted, scope, read):
    whole, other = read(f"Some 40,000 people have been killed in Syria since March 2011. Medics say 14 men {counted}.")
    assert (whole["scope"], other["scope"]) == ("conflict", scope)


def test_the_dateline_comes_before_the_day_of_publication(read_one):
    figure = read_one("HOMS, 3 June 2015 - Shells killed 14 men on Monday.", "2017-03-15")
    assert figure["since"] == "2015-06-01"


def test_a_figure_whose_sentence_says_all_has_no_flag(read_one):
    assert read_one("Shells killed 14 civilians in Homs on Sunday, SANA said.")["flags"] == []


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Shells killed 14 men in Homs.", "no_date"),
        ("Shells killed 14 men on Sunday.", "no_place"),
        ("Shells killed 14 in Homs on Sunday.", "group_by_default"),
        ("Shells killed 14 fighters in Homs on Sunday.", "side_unknown"),
    ],
)
def test_what_is_doubtful_is_flagged(text, flag, read_one):
    assert read_one(text)["flags"] == [flag]


def test_an_article_without_text_is_told_in_no_sentences(vocab):
    assert len(Telling({"article_id": "a", "text": ""}, vocab)) == 0


def test_a_telling_knows_the_conflict_of_its_places(vocab):
    told = Telling({"article_id": "a", "text": "Shells fell on Homs in Syria. The bakery stood."}, vocab)
    told.places(0)
    assert told.home["conflict_id"] == "syria"
    assert told.country == "syria"
    assert told.sentence(1) == "The bakery stood."


def test_a_telling_without_a_day_has_no_anchor(vocab):
    assert Telling({"article_id": "a", "text": "Shells fell."}, vocab).anchor is None


def test_a_date_stamp_before_the_text_dates_no_incident(read):
    stamped = (
        "Shells kill 14 men\nHERALD Sunday 26 Jul 2015 Shells killed 14 men, a teacher said. They fell on Saturday."
    )
    assert {figure["since"] for figure in read(stamped, published="2015-07-26")} == {"2015-07-25"}


def test_an_incident_reported_the_day_after_has_the_day_told_next(read):
    (figure,) = read("Shells killed 14 men, a teacher said on Sunday. They fell on Saturday.", published="2015-07-26")
    assert figure["since"] == "2015-07-25"


@pytest.mark.parametrize(
    ("next_toll", "scope", "since"),
    [
        ("Another 40 were wounded.", "period", "2015-07-03"),
        ("A monitor gave a toll of 40 dead.", "period", "2015-07-03"),
        ("In all, 40 have been wounded.", "period", "2015-07-03"),
        ("The first fell on a market, where 40 died.", "event", None),
        ("Shelling killed 40 people.", "event", None),
        ("In Douma 40 people were killed.", "event", None),
        ("Police arrested 40 men.", "event", None),
    ],
)
def test_a_toll_goes_on_unless_a_place_or_an_attack_of_its_own_is_told(next_toll, scope, since, read):
    figure = read(f"Shells have killed 14 men in Homs since 3 July. {next_toll}", published="2015-07-26")[-1]
    assert (figure["scope"], figure["since"]) == (scope, since)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Buses took away 2,800 families.", "event"),
        ("The fighting has forced 2,800 families to flee Homs.", "period"),
        ("Some 2,800 families have fled Homs.", "period"),
        ("Some 28,000 families fled Homs.", "period"),
        ("Some 2,800 evacuees waited by the road.", "event"),
        ("Some 2,800 refugees waited by the road.", "stock"),
    ],
)
def test_thousands_leave_at_once_or_over_some_time(text, scope, read_one):
    assert read_one(text)["scope"] == scope


@pytest.mark.parametrize(
    ("before", "since"),
    [
        ("It launched the battle for Homs on 3 July. Shells fell on Sunday.", "2015-07-03"),
        ("It has shelled Homs since 3 July. Shells fell on Sunday.", "2015-07-03"),
        ("Tanks stood before Homs on 3 July.", "2015-07-03"),
        ("Tanks stood before Homs.", None),
    ],
)
def test_a_battle_goes_on_since_it_began_or_since_the_time_told_last(before, since, read):
    figure = read(f"The army is moving. {before} The battle has killed 314 people.", published="2015-07-28")[0]
    assert (figure["scope"], figure["since"]) == ("period", since)


def test_a_headline_has_the_span_of_what_it_announces(read):
    text = "Battle of Hama kills 314\nThe battle has killed 314 people, a teacher said on Sunday."
    assert [figure["scope"] for figure in read(text, published="2015-07-28")] == ["period"] * 2


@pytest.mark.parametrize("when", ["the mayor said on Sunday", "since the siege which began in March 2014 was lifted"])
def test_a_state_is_that_of_the_day_of_the_article(when, read_one):
    figure = read_one(f"Nine women are missing, {when}.", published="2015-07-28")
    assert (figure["scope"], figure["since"], figure["until"]) == ("stock", None, "2015-07-28")


def test_a_headline_has_the_day_that_is_told_next_of_what_it_announces(read):
    text = "Shelling of Hama kills 14\nShells killed 14 men, a teacher said on Sunday. They fell on Saturday."
    assert [figure["since"] for figure in read(text, published="2015-07-26")] == ["2015-07-25"] * 2


def test_an_incident_has_the_day_by_which_it_is_called_later(read):
    text = "Raids killed 14 men, a teacher said on Sunday. The mayor wept on Sunday. Few saw Saturday's car bombing."
    assert read(text, published="2015-07-26")[0]["since"] == "2015-07-25"
    assert read(text.replace("car bombing", "vote"), published="2015-07-26")[0]["since"] == "2015-07-26"


def test_a_sentence_may_open_with_the_day_of_its_statement(read):
    text = "On Sunday the health ministry said shells killed 14 men. They fell on Saturday."
    assert read(text, published="2015-07-26")[0]["since"] == "2015-07-25"


def test_what_still_is_to_be_seen_on_a_day_did_not_happen_on_it(read):
    text = "Shells hit Hama on Saturday. Bodies still lay in the street on Sunday. Nine women were killed."
    assert read(text, published="2015-07-26")[0]["since"] == "2015-07-25"


def test_an_incident_of_two_days_is_not_narrowed_to_one_of_them(read):
    text = "Shells hit Hama overnight. The mayor hid when the shelling began late on Saturday. Nine women were killed."
    (figure,) = read(text, published="2015-07-26")
    assert (figure["since"], figure["until"]) == ("2015-07-25", "2015-07-26")


def test_an_incident_of_some_month_dates_no_other(read):
    text = "Shells hit Hama on Saturday, two months after a raid killed 14 men. Nine women were killed."
    assert [figure["since"] for figure in read(text, published="2015-07-26")] == ["2015-05", "2015-07-25"]


def test_a_date_behind_a_city_is_that_of_the_report(read_one):
    text = "HOMS, July 26 (Herald) - Shells that killed 14 men on Saturday also hit a mill."
    assert read_one(text, published="2015-07-26")["since"] == "2015-07-25"


def test_what_happened_on_no_stated_day_has_the_day_told_next(read):
    text = (
        "Shells hit Hama on Sunday. Nine women were killed in Hass last week. They died after troops came on Tuesday."
    )
    assert read(text, published="2015-07-26")[0]["since"] == "2015-07-21"


def test_the_day_on_which_an_offensive_began_is_not_that_of_each_raid_in_it(read):
    text = "The army shelled Hama on Sunday. The offensive began on 3 July. Nine women were killed."
    assert read(text, published="2015-07-26")[0]["since"] == "2015-07-26"


def test_where_only_a_statement_is_dated_its_24_hours_date_the_rest(read):
    text = "Raids hit Homs in the past 24 hours, a ministry said on Saturday. Nine women died in Hass."
    assert (read(text, published="2015-07-26")[0]["since"], read(text)[0]["since"]) == ("2015-07-24", "2017-03-10")


def test_a_headline_counts_from_when_its_fuller_mention_does(read):
    text = "Army offensive kills 500 men\nIt snowed. The fighting has killed 500 men since 3 July."
    assert read(text, published="2015-07-26")[0]["since"] == "2015-07-03"


def test_what_follows_has_the_day_of_the_figure_before_not_of_what_else_its_sentence_tells(read):
    text = "Homs buried its dead on Friday, a day after shells killed 14 men. Nine women were wounded."
    assert read(text, published="2015-07-24")[-1]["since"] == "2015-07-23"


def test_the_dozens_of_a_headline_are_not_those_told_far_behind_it(read):
    text = (
        f"Dozens of men killed in Hama\nShells fell on Sunday.{' It rained.' * 6} Fires killed dozens of men in March."
    )
    assert read(text, published="2015-07-26")[0]["since"] == "2015-07-26"


def test_such_hours_date_what_follows_them_far_from_the_lead(read):
    text = f"It said on Sunday that it rained.{' It rained.' * 9} Raids hit Homs in the past 24 hours. Nine women died."
    assert read(text, published="2015-07-26")[0]["since"] == "2015-07-25"


def test_a_part_told_long_after_its_whole_has_not_its_day(read):
    march = "Talks went on. Buses ran. It rained. A blast killed 24 people in Hama in March."
    text = f"{march} Shells fell on Homs on Sunday. It rained. It snowed. Shells killed 15 men and nine women in Homs."
    assert read(text, published="2015-07-26")[-1]["since"] == "2015-07-26"


def test_every_flag_is_explained_in_the_codebook():
    codebook = (Path(__file__).parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8")
    raised = re.findall(r'append\("(\w+)"\)', Path(flags.__file__).read_text(encoding="utf-8"))
    assert raised == re.findall(r"^- `(\w+)`: ", codebook, re.MULTILINE)


def test_the_war_is_that_of_the_country_that_an_article_is_about(read):
    toll = "The war has killed more than 200,000 people."
    abroad = read(f"Shells killed 14 men in Morocco. {toll}")[1]
    for town, began in {"Douma": "2011-03", "Taiz": "2015-03", "Kharkiv": "2014-04"}.items():
        at_home = read(f"Shells killed 14 men in {town}. {toll}")[1]
        assert (at_home["scope"], at_home["since"]) == ("conflict", began)
    assert (abroad["scope"], abroad["since"]) == ("period", None)


def test_the_war_is_the_one_that_began_last(read):
    toll = "Shells killed 14 men in Kharkiv. More than 9,000 people have been killed since the war began."
    began = [read(toll, published)[1]["since"] for published in ("2016-05-01", "2024-05-01")]
    assert began == ["2014-04", "2022-02-24"]


def test_a_span_that_begins_days_after_a_young_war_is_a_span_of_its_own(read):
    (figure,) = read("In Gaza 14,000 people have been killed since 15 October.", "2023-12-01")
    assert (figure["scope"], figure["since"]) == ("period", "2023-10-15")


def test_a_war_named_by_its_country_is_that_war_everywhere(read):
    figures = read("Shells killed 14 men in Yemen. Syria's war has killed more than 200,000 people.")
    assert (figures[1]["scope"], figures[1]["since"]) == ("conflict", "2011-03")


def test_a_part_is_in_its_own_state_or_in_that_of_its_whole(read):
    laid_down, unknown = read("On Sunday 140 men laid down their arms; the fate of 14 of them is unknown.")
    assert (laid_down["scope"], unknown["scope"]) == ("event", "stock")
    since, behind_bars = read(
        "Some 14,000 people have been detained since the war began, of whom 140 remain behind bars."
    )
    assert (since["scope"], behind_bars["scope"]) == ("conflict", "stock")
    hosted, women = read("The town hosts 1,400 refugees, nearly half of whom are women.")
    assert hosted["scope"] == women["scope"] == "stock"


def test_a_nearby_town_is_not_the_one_attacked(read):
    attack = "Rebels attacked Tel Abyad, which a militia holds, and the nearby town of Suluk."
    assert read(f"{attack} At least 45 rebels were killed.")[0]["place_id"] == "tel-abyad"


def test_a_day_on_which_a_known_source_quotes_others_is_that_of_the_statement(read):
    begin = "Raids on the mill killed 270 people on Thursday."
    said = "On Saturday the Observatory, which follows the war, quoted medics as saying that 270 people were killed."
    assert read(f"{begin} {said}", "2017-03-18")[1]["since"] == "2017-03-16"


@pytest.mark.parametrize(
    ("later", "since"),
    [("The bombing that targeted Raqqa yesterday was no mistake.", "2017-03-14"), ("A bomb hit Homs yesterday.", None)],
)
def test_the_day_of_an_attack_may_be_told_long_after_its_dead(later, since, read):
    dead = "Over 130 civilians were killed when jets carried out nine raids on Raqqa."
    assert read(f"{dead} {'The world did nothing. ' * 8}{later}")[0]["since"] == since


@pytest.mark.parametrize("start", ["Over 2000 people were killed", "A raid cost the lives of 1990 people"])
def test_a_count_before_people_is_no_year(start, read_one):
    assert read_one(f"{start}.")["scope"] == "event"


def test_how_long_people_waited_is_not_when_they_left(read):
    end = "who had waited for over two years left the town on Friday."
    assert read(f"Some 5,000 people {end}")[0]["since"] == "2017-03-10"


@pytest.mark.parametrize(
    ("words", "since"), [("in Past Week", "2017-03-08"), ("in 24 Hours", "2017-03-14"), ("in Two Days", "2017-03-14")]
)
def test_a_headline_writes_spans_with_capitals(words, since, read):
    headline = f"Army Kills 77 Soldiers {words}"
    assert read(f"{headline}\nTroops buried the dead.")[0]["since"] == since


def test_where_somebody_speaks_is_no_place_of_what_is_told(read_one):
    assert read_one("Speaking in Geneva, Hisham Quell said raids had killed 14 men.")["place"] is None


def test_the_place_of_the_next_clause_is_that_of_its_number(read):
    figures = read("The toll in Douma stood at 14, while in Homs nine people were killed.")
    assert [figure["place"] for figure in figures] == ["Douma", "Homs"]


def test_a_list_of_tolls_is_of_one_span(read):
    _, first, second = read(
        "In January 4,700 people were killed, he said. He counted 1,170 dead in the army and 880 among rebels.",
        "2016-02-01",
    )
    assert [(f["scope"], f["since"]) for f in (first, second)] == [("period", "2016-01")] * 2


def test_so_many_do_not_die_in_a_day(read):
    toll, men = read(
        "The Syrian war entered its fifth year on Thursday with more than 215,000 dead. Of them 27,000 were rebels.",
        "2015-03-12",
    )
    assert (toll["scope"], toll["since"], men["scope"]) == ("conflict", "2011-03", "conflict")


def test_the_day_before_is_that_before_the_day_told_last(read):
    sunday, saturday = read(
        "Shells killed 12 men in Homs on Sunday. The day before, 9 men died in Idlib.", "2017-03-15"
    )
    assert [sunday["since"], saturday["since"]] == ["2017-03-12", "2017-03-11"]


@pytest.mark.parametrize(
    "text",
    [
        "The Orchard Union counted 66 martyrs: Homs 30, Aleppo 25, Idlib 11.",
        "The Orchard Union counted 66 martyrs: Homs: 30, Aleppo: 25, Idlib: 11.",
    ],
)
def test_a_list_has_each_place_before_its_number(text, read):
    total, *parts = read(text)
    assert [(part["value"], part["place"]) for part in parts] == [(30, "Homs"), (25, "Aleppo"), (11, "Idlib")]
    assert {part["part_of"] for part in parts} == {total["figure_id"]}


def test_each_country_hosts_the_number_behind_it(read):
    figures = read("Lebanon hosts 716,000, Jordan 515,000 and Turkey 460,000 refugees.")
    assert [figure["place"] for figure in figures] == ["Lebanon", "Jordan", "Turkey"]


def test_the_place_of_some_of_them_is_not_that_of_all(read):
    text = "Shells fell on Homs. On Friday 46 people died, 12 of them in Hama."
    assert [figure["place"] for figure in read(text)] == ["Homs", "Hama"]


def test_a_tribe_is_no_place(read_one):
    assert read_one("Gunmen executed 70 men from the Quell tribe.")["place"] is None


@pytest.mark.parametrize(
    ("text", "since", "modality"),
    [
        ("Some 400 fighters will leave Homs on Friday.", "2017-03-17", "projected"),
        ("The evacuation of 400 fighters from Homs is due to begin on Friday.", "2017-03-17", "projected"),
        ("Some 400 fighters left Homs on Friday.", "2017-03-10", "reported"),
    ],
)
def test_what_is_to_come_has_the_next_such_day(text, since, modality, read_one):
    figure = read_one(text)
    assert (figure["since"], figure["modality"]) == (since, modality)


def test_a_day_to_come_dates_nothing_that_has_happened(read):
    figures = read("A mine killed 14 men in Homs, and the mayor will speak on Friday. Shells killed nine more.")
    assert [figure["since"] for figure in figures] == [None, None]


def test_what_came_first_in_a_month_is_no_record(read_one):
    figure = read_one("Gunmen stormed Homs first in May 2015 and executed 217 people.")
    assert figure["since"] == "2015-05"


def test_the_hours_told_of_before_go_before_a_day_told_later(read):
    text = "Some 8,000 people left Homs over the past 24 hours. 14 rebels surrendered. A shell hit a clinic on Monday."
    assert read(text)[1]["since"] == "2017-03-14"


def test_clashes_are_not_where_others_fled(read):
    text = "Some 45,000 Syrians have crossed into Turkey. At least 18 rebels died in clashes overnight."
    assert [figure["place"] for figure in read(text)] == ["Turkey", None]


def test_the_same_period_is_the_one_told_last(read):
    first, second = read(
        "Raids have killed 40 people since 12 March. Shells killed 16 in the same period.", "2017-03-15"
    )
    assert (second["scope"], second["since"], second["until"]) == ("period", first["since"], first["until"])


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Raids killed 400 people in 2016, down from 900 a year before.", "2015"),
        ("Raids killed 400 people in January, down from 900 the month before.", "2016-12"),
        ("Raids killed 400 people in January 2016, compared to 900 in the previous month.", "2015-12"),
    ],
)
def test_the_month_or_year_before_counts_from_the_one_told(text, since, read):
    _, before = read(text, "2017-03-15")
    assert (before["since"], before["until"]) == (since, since)


def test_when_somebody_had_come_somewhere_dates_nobody_killed_there(read_one):
    figure = read_one("Twelve people were killed in Palmyra, which rebels had captured in May 2015.", "2016-03-18")
    assert (figure["place"], figure["since"]) == ("Palmyra", None)


def test_a_toll_since_an_event_is_one_of_a_period(read_one):
    figure = read_one("The number of martyrs since the announcement of the truce has reached 135.", "2016-03-18")
    assert (figure["scope"], figure["until"]) == ("period", "2016-03-18")


def test_a_siege_is_as_long_as_it_is_called(read_one):
    assert read_one("The deal ended a four year siege that killed hundreds.", "2016-03-18")["since"] == "2012-03"


def test_a_whole_is_where_all_of_its_parts_are(read):
    whole, part, _ = read("Of the 48 people killed on Monday, 30 died in Homs, 12 in Idlib and the rest in Douma.")
    assert (whole["place"], part["place"]) == ("Syria", "Homs")


def test_the_number_of_refugees_of_a_war_is_those_who_are_refugees_now(read_one):
    assert read_one("The number of refugees from Syria's conflict has reached one million.")["scope"] == "stock"


def test_the_days_end_with_the_last_one_told(read):
    text = "Raids on Homs killed 14 men on Monday. Shells killed nine on Sunday. The toll of the two days is 23."
    toll = read(text, "2017-03-15")[-1]
    assert (toll["scope"], toll["since"], toll["until"]) == ("period", "2017-03-12", "2017-03-13")


def test_days_earlier_are_counted_from_the_day_told(read):
    text = "Raids on Homs killed 14 men on Monday. Nine days earlier shells had killed 12 farmers there."
    assert read(text, "2017-03-15")[-1]["since"] == "2017-03-04"


def test_what_went_on_in_days_of_a_month_long_past_is_dated_by_that(read_one):
    figure = read_one("In February 1982 troops took Hama and in 27 days 14,000 people were killed.", "2017-03-15")
    assert (figure["since"], figure["until"]) == ("1982-02", "1982-02")


def test_a_day_from_which_it_goes_on_until_now_begins_a_period(read_one):
    figure = read_one("Raids on Homs have killed 14 men from 5 March until now.", "2017-03-15")
    assert (figure["scope"], figure["since"], figure["until"]) == ("period", "2017-03-05", "2017-03-15")


def test_a_war_s_toll_in_one_province_stays_there_with_its_parts(read):
    text = "Syria mourns. More than 6,000 men, 900 of them farmers, have been killed in Idlib province since 2011."
    whole, part = read(text, "2017-03-15")
    assert (whole["scope"], whole["place"], part["place"]) == ("conflict", "Idlib province", "Idlib province")


def test_a_place_has_no_word_of_the_speaker_behind_it(read_one):
    assert (
        read_one("At least 14 men were killed in Aleppo province state television said.")["place"] == "Aleppo province"
    )


def test_where_some_of_them_died_is_not_where_all_did(read):
    whole, part = read("In Syria 440 people died, of whom 310 were killed in Damascus.")
    assert (whole["place"], part["place"]) == ("Syria", "Damascus")


def test_what_was_to_be_on_a_day_is_still_to_come(read):
    (figure,) = read("Under a deal 2,000 civilians were to leave Damascus on Saturday.", "2015-12-25")
    assert (figure["since"], figure["modality"]) == ("2015-12-26", "projected")


@pytest.mark.parametrize("where", ["the Damascus suburb of Douma", "the Douma suburb of Damascus"])
def test_a_suburb_is_the_one_that_lies_deeper(where, read_one):
    assert read_one(f"In all 37 people were killed in {where}.")["place"] == "Douma"


def test_a_hospital_may_be_named_after_a_city_elsewhere(read_one):
    assert read_one("In all 37 people were killed at Al-Quds hospital in Aleppo.")["place"] == "Al-Quds hospital"


def test_what_is_told_behind_a_statement_has_its_own_place(read):
    homs, damascus = read("Bombs killed 40 in Homs, a monitor said, and shells hit a mill in Damascus, killing 14.")
    assert (homs["place"], damascus["place"]) == ("Homs", "Damascus")


def test_when_some_of_them_died_is_not_when_all_did(read):
    whole, part = read("Some 80,000 have died in the civil war, 5,000 of them in April alone.", "2013-05-05")
    assert (whole["scope"], part["scope"], part["since"]) == ("conflict", "period", "2013-04")


def test_a_number_told_place_by_place_is_of_all_the_country(read):
    whole, homs, hama = read("The council recorded 30 martyrs: 12 in Homs and 18 in Hama.")
    assert (whole["place"], homs["place"], hama["place"]) == ("Syria", "Homs", "Hama")


def test_where_some_of_a_toll_died_is_not_where_all_did(read):
    _, toll, some = read(
        "Raids hit Homs, killing 30. The mayor put the toll at 17 with 8 killed in the Khaldiyeh quarter alone."
    )
    assert (toll["place"], some["place"]) == ("Homs", "Khaldiyeh quarter")


def test_where_people_fled_is_not_where_the_others_died(read):
    _, fled, died = read(
        "Raids on Hatla killed 30. Hundreds fled across the river to Deir Ezzor. The mayor saw 14 bodies."
    )
    assert (fled["place"], died["place"]) == ("Deir Ezzor", "Hatla")


def test_in_a_report_without_days_every_toll_is_of_its_span(read):
    all_, *others = read("The council counted 90 dead in March 2016. The army killed 60 bakers. Rebels killed 30.")
    assert [(figure["scope"], figure["since"], figure["until"]) for figure in others] == [
        ("period", all_["since"], all_["until"])
    ] * 2


def test_where_the_wounded_died_is_not_where_a_toll_rose(read):
    _, toll, died = read(
        "Raids on Klow killed 37. The toll climbed to 52 on Saturday after 15 of the injured died in Homs."
    )
    assert (toll["place"], died["place"]) == ("Klow", "Homs")


def test_where_the_dead_lived_is_not_where_they_died(read):
    where = [figure["place"] for figure in read("Raids on Hatla killed 30. Nine of the dead were residents of Homs.")]
    assert where == ["Hatla", "Hatla"]


def test_what_the_war_has_left_behind_is_told_of_its_country(read):
    _, dead, uprooted = read("Raids on Hatla killed 30. The war has cost 300,000 lives. Ten million are displaced.")
    assert (dead["place_id"], uprooted["place_id"]) == ("syria", "syria")


def test_what_happened_days_after_another_event_did_not_happen_on_its_day(read_one):
    assert read_one("Two days after a truce began, shells killed 14 farmers.")["since"] is None
    assert read_one("Klow bombed a day after the envoy's visit; 14 killed")["since"] is None


def test_who_has_so_far_counted_an_incident_s_dead_tells_of_no_longer_time(read_one):
    assert read_one("The coroner has so far counted 14 dead.")["scope"] == "event"


def test_within_days_is_a_span(read_one):
    assert read_one("Within two weeks 14 farmers were killed.")["scope"] == "period"


def test_harm_across_a_country_is_told_of_it(read_one):
    assert (
        read_one("Fourteen martyrs across Syria on Friday as rebels close in on Homs airport.")["place_id"] == "syria"
    )


def test_the_day_on_which_a_toll_rose_is_not_that_of_the_incident(read_one):
    figure = read_one("The toll of an attack in Homs on Wednesday rose to 13 on Thursday.", "2017-03-17")
    assert figure["since"] == "2017-03-15"


def test_from_where_rockets_were_fired_is_not_where_they_fell(read_one):
    figure = read_one(
        "Ten farmers died when rockets fired from army positions in north Hama hit the village of Atshan."
    )
    assert figure["place"] == "Atshan"


def test_days_before_count_from_the_day_told(read):
    figures = read("A shell killed 9 in Homs on Wednesday. Nine days before gunmen had killed 17.", "2017-03-17")
    assert figures[1]["since"] == "2017-03-06"


def test_the_same_days_are_those_of_its_sentence(read):
    since, same = read("Klow lost 13 farmers since Friday, and 33 bakers died in the same three days.", "2017-03-20")
    assert (same["scope"], same["since"]) == ("period", since["since"])


def test_the_hospital_of_the_wounded_is_not_where_others_died(read):
    _, hurt, dead = read(
        "Shells hit Hatla and killed two. Nine were wounded and are in al-Razi Hospital. The mayor counted eight dead."
    )
    assert (hurt["place"], dead["place"]) == ("al-Razi Hospital", "Hatla")


def test_an_old_picture_does_not_date_what_is_reported(read):
    text = (
        "Shells killed 12 people in Dael.\nThe mayor said that the fields around the town are full of mines now.\n"
        "A mill burns in the town of Dael, Syria {}.\nTwo bakers were killed in the town."
    )
    (_, old), (_, new) = (read(text.format(taken)) for taken in ("February 2, 2017", "March 14, 2017"))
    assert (old["since"], new["since"]) == (None, "2017-03-14")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shells fell on Aleppo a day after 12 bakers were killed in a raid on Homs.", ["Homs"]),
        ("Some 19 people died near Damascus, including six boys, hours after a raid left 12 dead in Idlib.",
         ["Damascus", "Damascus", "Idlib"]),
        ("Raids kill 4 in Syrias Idlib destroy mosque in Hama", ["Idlib"]),
        ("At least 25 people died as troops closed in on the group's de facto Syrian capital Raqqa.", ["Raqqa"]),
        ("Raids killed 12 in Aleppo on Monday, bringing the toll to 45. Of the 45 people killed most were in Qaterji.",
         ["Aleppo", "Aleppo", "Aleppo"]),
        ("A bomb went off in Qardaha on Monday. The blast, the first since the outbreak of Syria's war, killed 12.",
         ["Qardaha"]),
    ],
)  # fmt: skip
def test_where_each_of_several_was(text, places, read):
    assert [figure["place"] for figure in read(text)] == places


def test_when_deaths_were_admitted_is_not_when_they_happened(read_one):
    figure = read_one("Last month it admitted the deaths of over 70 civilians in its strikes since 2014.")
    assert (figure["scope"], figure["since"]) == ("period", "2014")


def test_what_happened_last_week_was_not_yesterday(read):
    figures = read("A bomb went off on Tuesday. Raids on Klow last week killed 12 people.")
    assert figures[0]["since"] is None
