"""Each declared rule by a sentence that it reads: the rule names itself in the figure's cues."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.figures import coordination, parts, reading, scope, sides, sums
from helpers.figures.lexicon import GRAMMAR_TAGS, ROLE_TAGS
from helpers.figures.rules import AMONG, BROUGHT, BY_NAME, RISING, RULES, SHELTERED, SOME, STATES, TOLLS

SENTENCES = {
    "12 deaths": ("Nurses counted 14 deaths by nightfall.", "killed"),
    "12 people whose deaths were documented": ("It named 14 farmers whose deaths it blamed on mines.", "killed"),
    "12 lives": ("The blast cost 14 lives.", "killed"),
    "12 of the wounded": ("Surgeons operated on 14 of the wounded.", "injured"),
    "the 12 dead": ("There were too few beds for the 14 wounded.", "injured"),
    "12 of those killed": ("Fire swept the mill, and 14 of those killed were bakers.", "killed"),
    "12 of the wounded died": ("Of those hurt 14 of the wounded later died.", "killed"),
    "12 people who had fled were killed": (
        "On Sunday 14 villagers who had fled the flood were killed by mines.",
        "killed",
    ),
    "12 fighters, among them two children, were destroyed": (
        "Up to 14 fighters, including three officers, were destroyed by jets.",
        "killed",
    ),
    "12 people of the town killed": ("14 leaders of the mill guild killed in blast", "killed"),
    "the blast claimed 12": ("A bomb by the market claimed 14 and closed the road.", "killed"),
    "drove 12 people from the town": ("The flood drove 14 farmers out of the valley.", "displaced"),
    "raising to 12 the civilians killed": ("It found a body, raising to 14 the shoppers killed that day.", "killed"),
    "hosts 12": ("Egypt alone hosts 14, as the mayor admits.", "refugees"),
    "12 people suffered light wounds": ("On Sunday 14 shoppers suffered various light injuries.", "injured"),
    "including 12 who died": ("Shells wounded 30 people, including 14 who later died.", "killed"),
    "12 people whom they found dead": ("He spoke of 14 shoppers whom they pulled out dead.", "killed"),
    "killed a family of 12": ("The shell killed a family of 14.", "killed"),
    "12 people dead": ("The barrage left 14 villagers dead.", "killed"),
    "12 people killed": ("Market blast: 14 shoppers killed.", "killed"),
    "12 people, most of them fleeing the town, were killed": (
        "14 farmers, most of them fleeing the valley, were killed.",
        "killed",
    ),
    "12 people reached Jordan": ("Some 14 farmers have reached Jordan.", "refugees"),
    "gave food to 12 families": ("The fund distributed rice to 14 farmers.", "other"),
    "12 people were taken to Klow as hostages": ("On Sunday 14 bakers were taken to the mill as hostages.", "detained"),
    "12 people were killed": ("On Sunday 14 shoppers were killed by a rocket.", "killed"),
    "12 people hurt in the blast died": ("On Monday 14 farmers hurt in a raid on the town died.", "killed"),
    "12 people who medics say died": ("These are the 14 farmers who medics say were killed.", "killed"),
    "12 people, among them two children, were killed": (
        "On Sunday 14 shoppers, including three children, were killed by a rocket.",
        "killed",
    ),
    "12 people, among them two children, dead": ("Bombs left 14 men, including three bakers, dead.", "killed"),
    "for 12 people killed by floods": ("The state pays for 14 farmers uprooted by the flood.", "displaced"),
    "12 people including two children killed": ("14 shoppers, including three children, wounded in market", "injured"),
    "12 people died": ("14 shoppers died when the roof fell in.", "killed"),
    "12 of the 40 wounded there died": (
        "At Klow 14 of the 40 shoppers injured in the blast later died.",
        "killed",
    ),
    "the arrival of 12 people": ("The town saw the arrival of 14 families.", "displaced"),
    "12 were among those reportedly killed": ("Some 14 bakers were among those reportedly killed.", "killed"),
    "12 people fleeing the town were killed": ("14 villagers fleeing the town were wounded by a shell.", "injured"),
    "12 people under siege": ("Some 14 people in the eastern quarter under siege need bread.", "besieged"),
    "leaving 12 people from the town stranded": ("Rockets fell, leaving 14 people from the mill wounded.", "injured"),
    "sent 12 people fleeing": ("The shelling sent 14 villagers fleeing.", "displaced"),
    "refugees are estimated at 12": ("The wounded are estimated at 14.", "injured"),
    "the number of people in camps fell to 12": ("The number of people in relief camps fell to 14.", "displaced"),
    "camps hosting 12 people": ("The camps, already sheltering 14 farmers, are full.", "displaced"),
    "12 people are in three camps": ("14 farmers from two towns are in three evacuation centres.", "displaced"),
    "12 people in three camps": ("The village lists 14 farmers inside three evacuation centres.", "displaced"),
    "displaced by floods number 12": ("Those displaced by the eruption number around 14.", "displaced"),
    "people in camps: 12": ("Persons in evacuation centres: 14.", "displaced"),
    "displaced with families: 12": ("Evacuees with relatives: 14.", "displaced"),
    "the dead at 40 and the injured at 12": ("It puts the dead at 40 and the injured at 14.", "injured"),
    "dead 3, injured 12": ("Missing 3, wounded 14.", "injured"),
    "of the 12 who died": ("Three of the 14 who died were girls.", "killed"),
    "the refugees, 12 in all": ("The evacuees, 14 in all, left in lorries.", "displaced"),
    "12 moved to safety": ("By noon 14 had moved to safer ground.", "displaced"),
    "for 12 people fleeing": ("The mill is a sanctuary for 14 farmers fleeing the raids.", "displaced"),
    "12 displaced people": ("14 evacuated villagers live in tents.", "displaced"),
    "the death toll, which was 10, rose to 12": ("The death toll, which stood at nine, rose to 14.", "killed"),
    "of the 12 people displaced by floods": (
        "Nine of the 14 farmers uprooted by the flood have returned.",
        "displaced",
    ),
    "12 captured people were killed": ("At least 14 captured farmers were beheaded in Klow.", "killed"),
    "12 people live as refugees": ("Some 14 farmers live as refugees.", "refugees"),
    "12 people, one of them a child, were among the dead": (
        "14 shoppers, one of them a baker, were among the dead.",
        "killed",
    ),
    "12 people were among the dead": ("14 shoppers were among the dead.", "killed"),
    "12 were led away and shot dead": ("14 villagers were led to the quarry and shot dead.", "killed"),
    "12 people held": ("14 villagers were seized by the roadside.", "detained"),
    "12 people left": ("By noon 14 families had left the town.", "displaced"),
    "12 people including two fighters left": (
        "By noon 14 families, including nine miners, had left Klow.",
        "displaced",
    ),
    "12 leave Aleppo": ("14 leave Aleppo as truce holds", "displaced"),
    "12 people who had fled": ("He spoke for 14 villagers who were wounded by mines.", "injured"),
    "killed 12": ("A mortar round killed 14 shoppers.", "killed"),
    "a man killed, 12 people injured": ("A nurse killed 14 shoppers injured in mortar fire", "injured"),
    "claimed 12 civilians": ("The blaze claimed 14 shoppers.", "killed"),
    "destroyed 12 fighters": ("The jets destroyed 14 terrorists.", "killed"),
    "hosts 12 families": ("The mill hosts 14 families.", "displaced"),
    "lost 12 fighters": ("The group lost 14 fighters by the river.", "killed"),
    "cost the army 12 fighters": ("The assault cost the organisation 14 fighters.", "killed"),
    "the death of 12": ("The collapse led to the death of 14 miners.", "killed"),
    "the death toll in the besieged town passed 12": ("The death toll in the besieged valley passed 14.", "killed"),
    "the death toll rose to 12": ("The death toll rose to 14.", "killed"),
    "death toll from blast 12": ("Death toll from mill blast at least 14", "killed"),
    "puts the dead at 12": ("The mayor puts the dead of the week at 14.", "killed"),
    "brought to 12 the number killed": ("Sunday's shelling brought to 14 the number of shoppers killed.", "killed"),
    "brought to 12 the death toll": ("Sunday's shelling brings to 14 the death toll.", "killed"),
    "deaths rose to 12": ("Deaths rose to 14.", "killed"),
    "the number of people killed rose to 12": ("The number of shoppers killed rose to 14.", "killed"),
    "among the civilians killed in the town were 12": (
        "Among the shoppers killed in Mill Lane were 14 girls.",
        "killed",
    ),
    "killing civilians, including 12": ("A shell hit the market, killing shoppers including 14 girls.", "killed"),
    "those killed in the blast include 12": ("Those killed in the blast included 14 shoppers.", "killed"),
    "among the dead were 12": ("Among the dead were 14 shoppers.", "killed"),
    "the dead included a woman and 12": ("The dead included a nurse and 14 shoppers.", "killed"),
    "aid for 12": ("Lorries carried relief for 14 people.", "other"),
    "displaced: 12": ("Wounded: 14 civilians", "injured"),
    "12 refugees": ("The old school is home to 14 refugees.", "refugees"),
    "killed the commander and 12 others": ("The rocket killed the commander and 14 others.", "killed"),
    "12 people live under siege": ("14 people live in Azaz, a town under siege.", "besieged"),
    "home to 12 under siege": ("Azaz, still home to 14 civilians, is under siege.", "besieged"),
    "killed were 12": ("Killed were 14 soldiers and a nurse.", "killed"),
    "of the deaths, 12 were in Klow": ("Of the deaths, 14 were in Klow.", "killed"),
    "the dead were 12": ("The dead were 14 soldiers.", "killed"),
    "the death of a man and 12 others": ("It caused the death of a driver and 14 others.", "killed"),
    "was killed along with 12": ("The old commander was killed along with 14 bodyguards.", "killed"),
    "killed among others 12": ("The raid wounded, in the same street, 14 shoppers.", "injured"),
}


def test_every_rule_has_a_sentence_and_every_sentence_a_rule():
    assert {rule.name for rule in RULES} == set(SENTENCES)


def test_no_two_rules_share_a_name():
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_the_rule_reads_its_sentence_and_names_itself(rule, read, rule_of):
    sentence, outcome = SENTENCES[rule]
    counted = {rule_of(figure): figure for figure in read(sentence) if figure["value"] == 14}
    assert set(counted) == {rule}
    assert counted[rule]["outcome"] == outcome


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_deciding_unit_is_the_only_group(rule):
    assert rule.pattern.groups == 1


@pytest.mark.parametrize(
    ("marked", "unmarked"),
    [
        ("The jets destroyed 14 terrorists.", "The jets destroyed 14 of them."),
        ("14 villagers were seized by the roadside.", "14 were seized by the roadside."),
        ("Lorries carried relief for 14 people.", "Lorries carried relief for 14."),
    ],
)
def test_a_rule_for_people_asks_for_a_noun_that_means_people(marked, unmarked, read):
    assert [figure["value"] for figure in read(marked)] == [14]
    assert read(unmarked) == []


def test_a_number_behind_a_preposition_is_no_subject(read):
    assert [figure["phrase"] for figure in read("Villagers from 14 families were killed.")] == []


def test_the_nearer_verb_wins_over_the_farther(read):
    wounded, killed = read("Shells that wounded nine men in the street killed 14 shoppers.")
    assert (wounded["outcome"], killed["outcome"]) == ("injured", "killed")


@given(st.text(sorted({*GRAMMAR_TAGS.values(), *ROLE_TAGS.values(), *"qnaUwdkh,;.:"}), max_size=9))
def test_a_rule_matches_only_behind_a_tag_that_opens_it(tags):
    for rule in RULES:
        assert not rule.opens or tags[:1] in rule.opens or not rule.pattern.match(tags), rule.name


def test_rules_are_named_elsewhere_as_they_are_called():
    named = {sides.LOSS, sides.COST, scope._DISPLACED, parts._OF_THE_WOUNDED, *coordination._OF_THEIR_OWN, *sums._TOLLS}
    assert named - {reading.AGAIN} <= set(BY_NAME)


def test_every_mark_is_that_of_some_rules_only():
    for mark in (TOLLS, RISING, BROUGHT, SOME, AMONG, STATES, SHELTERED):
        assert 1 < len(mark) < len(RULES)
