"""Who was counted, in what state, of what whole, and who was not: outcomes.py, people.py and what they stand on."""

import pytest


@pytest.mark.parametrize(
    ("noun", "group", "side", "unit"),
    [
        ("people", "people", None, "people"),
        ("civilians", "civilians", None, "people"),
        ("children", "children", None, "people"),
        ("women", "women", None, "people"),
        ("families", "families", None, "families"),
        ("nurses", "medical", None, "people"),
        ("aid workers", "aid_workers", None, "people"),
        ("reporters", "journalists", None, "people"),
        ("soldiers", "combatants", "government", "people"),
        ("rebels", "combatants", "opposition", "people"),
        ("militants", "combatants", "jihadist", "people"),
        ("Turkish soldiers", "combatants", "foreign", "people"),
        ("Lebanese soldiers", "combatants", "foreign", "people"),
        ("Iraqi militiamen", "combatants", "foreign", "people"),
        ("Iranian Revolutionary Guards", "combatants", "foreign", "people"),
        ("Republican Guards", "combatants", "government", "people"),
        ("defectors", "combatants", "opposition", "people"),
        ("Syrian soldiers", "combatants", "government", "people"),
        ("PKK terrorists", "combatants", "kurdish", "people"),
        ("Houthi fighters", "combatants", "opposition", "people"),
        ("gang members", "combatants", "unknown", "people"),
        ("Islamic State men", "combatants", "jihadist", "people"),
        ("fighters", "combatants", "unknown", "people"),
        ("members of the army", "combatants", "government", "people"),
        ("members of the same family", "people", None, "people"),
        ("women and children", "people", None, "people"),
    ],
)
def test_the_noun_names_group_side_and_unit(noun, group, side, unit, read_one):
    figure = read_one(f"Shells killed 14 {noun}.")
    assert (figure["group"], figure["side"], figure["unit"]) == (group, side, unit)


def test_soldiers_and_rebels_counted_together_are_mixed(read_one):
    assert read_one("The clashes killed 14 soldiers and rebels.")["side"] == "mixed"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The ISIS left behind 14 dead members.", "jihadist"),
        ("The army inflicted 14 casualties on the militants.", "jihadist"),
        ("The army inflicted heavy losses on the rebels, killing 14 of them.", "opposition"),
        ("Raids on rebel positions killed 14 fighters.", "opposition"),
        ("A shell hit a Hezbollah position, killing 14 fighters.", "foreign"),
        ("Rebel infighting killed 14 fighters.", "opposition"),
        ("Infighting between rebel groups killed 14 fighters.", "opposition"),
        ("Clashes with the rebels killed 14 fighters.", "unknown"),
        ("The battle killed 14 fighters on both sides.", "mixed"),
        ("The YPG lost ground: rebels killed 14 of its fighters.", "kurdish"),
        ("The YPG acknowledged the loss of 14 fighters.", "kurdish"),
        ("The mayor put the number of rebel dead at 14.", "opposition"),
        ("The Nusra Front fled the regime troops that held the hill and said it had lost 14 men.", "jihadist"),
        ("The Turkish army says YPG fighters fled while 14 of its soldiers were wounded.", "foreign"),
        ("Clashes between the army and rebels killed 14 fighters.", "mixed"),
        ("Raids killed 14 army and rebel fighters.", "mixed"),
        ("Raids killed 14 rebels jihadists.", "mixed"),
        ("The mayor admitted to 14 dead in the ranks of the YPG.", "kurdish"),
        ("Houthi militants tried to break out at night, losing 14 men.", "opposition"),
        ("The raid killed 14 militants from the Free Syrian Army.", "opposition"),
        ("The raid killed 14 Houthi militants.", "opposition"),
        ("The raid killed 14 Daesh (banned in Russia) militants.", "jihadist"),
        ("The raid killed 14 soldiers from Turkey.", "foreign"),
        ("The army killed 14 members of the Jaish al-Islam terrorist group.", "opposition"),
        ("The raid killed 14 foreign mercenaries.", "jihadist"),
        ("It brought the number of members of the Russian forces killed here to 14.", "foreign"),
    ],
)
def test_whose_fighters_died(text, side, read_one):
    figure = read_one(text)
    assert (figure["group"], figure["side"]) == ("combatants", side)


def test_a_shell_that_leaves_dead_behind_lost_nobody(read_one):
    assert read_one("The army shell left behind 14 dead.")["group"] == "people"


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Shells killed one woman and wounded nine others.", ["women", "people"]),
        ("Shells killed 14 children and wounded nine others.", ["children", "children"]),
        ("Shells killed 14 children and nine others.", ["children", "people"]),
        ("Shells killed 14 children, nine of them brothers.", ["children", "children"]),
        ("Shells killed 14 civilians, nine rebels and wounded 30.", ["civilians", "combatants", "people"]),
        ("Shells wounded 14 persons from the medical staff.", ["medical"]),
        ("Shells killed 14 civilians, doctors in the town said.", ["civilians"]),
        ("Civilian killed, 14 injured in the fire.", ["civilians"]),
        ("Shells hit the mill, killing civilian Amr Quell and wounding 14 others.", ["civilians"]),
        ("Rebels killed 14 in the mill.", ["people"]),
        ("Shells killed nine civilians, medics said, bringing to 14 the number killed.", ["civilians", "civilians"]),
        ("Shells killed 14 fleeing civilians.", ["civilians"]),
        ("Shells killed 14 soldiers. Nine of the dead were buried.", ["combatants", "combatants"]),
        ("Shells killed 14 doctors. Nine of the victims died in a ward.", ["medical", "medical"]),
        ("Shells killed 14 soldiers. Nine of the residents were wounded.", ["combatants", "people"]),
        ("The army said 14 more of its soldiers had been killed.", ["combatants"]),
        ("The army says 14 PKK, ISIS fighters killed.", ["combatants"]),
    ],
)
def test_whom_others_and_bare_numbers_count(text, groups, read):
    assert [figure["group"] for figure in read(text)] == groups


def test_a_verb_in_quotation_marks_and_who_was_taken_somewhere_as_a_hostage_are_read(read_one):
    assert read_one('The ministry said 14 rebels had been "liquidated".')["outcome"] == "killed"
    assert read_one("Some 14 residents were taken back to Homs as hostages.")["outcome"] == "detained"


def test_displaced_families_are_families(read_one):
    assert read_one("The old school houses 14 displaced families.")["unit"] == "families"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Shells wounded 14 men.", "injured"),
        ("Shells kill and wound dozens.", "casualties"),
        ("14 men are missing.", "missing"),
        ("Police arrested 14 men.", "detained"),
        ("14 men fled their homes.", "displaced"),
        ("14 men fled to neighbouring countries.", "refugees"),
        ("14 men were forced to leave the country.", "refugees"),
        ("14 men are uprooted inside the country.", "displaced"),
        ("14 men returned home.", "returned"),
        ("14 men are besieged.", "besieged"),
        ("14 men surrendered.", "surrendered"),
        ("Some 14 men are believed to be living in the besieged mill.", "besieged"),
        ("14 men are still under the rubble.", "besieged"),
        ("The blockade deprived 14 men of bread.", "other"),
        ("Lorries brought enough supplies to feed 14 men.", "other"),
        ("The mill's owners released 14 prisoners.", "other"),
        ("Some 14 men face famine.", "other"),
        ("Some 14 men needed hospital treatment.", "injured"),
        ("Some 14 men of the village were among the martyrs.", "killed"),
        ("The raid resulted in 14 men killed.", "killed"),
        ("The shells proved fatal to 14 men.", "killed"),
        ("Some 14 men paid with their lives.", "killed"),
        ("Some 14 men were blown apart.", "killed"),
        ("Some 14 men had difficulty breathing.", "injured"),
        ("Some 14 men escaped with light injuries.", "injured"),
        ("The shells inflicted wounds on 14 men.", "injured"),
        ("Some 14 men have not been heard from.", "missing"),
        ("Some 14 men were dragged away.", "detained"),
        ("The clinic took in 14 men displaying neurotoxic symptoms.", "injured"),
        ("Some 14 men fell into captivity.", "detained"),
        ("The border guards forcibly returned 14 migrants.", "returned"),
        ("Some 14 men handed over their arms.", "surrendered"),
    ],
)
def test_what_happened(text, outcome, read_one):
    assert read_one(text)["outcome"] == outcome


def test_coordinated_numbers_share_their_verb(read, rule_of):
    soldiers, rebels = read("Shells killed 10 soldiers and 18 rebels.")
    assert (rebels["outcome"], rebels["side"], rule_of(rebels)) == ("killed", "opposition", "joined")
    assert "outcome_shared" in rebels["flags"]
    assert soldiers["part_of"] is rebels["part_of"] is None


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed 14 people, including five children.",
        "Shells killed 14 people, five of them children.",
        "Shells killed 14 people. They included five children.",
        "Shells killed 14 people. Five were children.",
        "Shells killed 14 people, among them five children.",
        "Shells killed 14 people. Five of those killed were children.",
        "Shells killed 14 people. Rain fell. Then it snowed. Five of the dead were children.",
        "Shells killed 14 people. Those killed in the mill include five children.",
        "Among the 14 dead were five children.",
        "Of the 14 people killed, five were children.",
    ],
)
def test_a_part_names_its_whole(text, read):
    whole, part = read(text)
    assert (part["value"], part["group"], part["outcome"]) == (5, "children", "killed")
    assert part["part_of"] == whole["figure_id"]


def test_a_part_belongs_to_a_number_that_can_hold_it(read):
    whole, _, part = read("Shells killed 14 people. A fire killed two. Five of the dead were children.")
    assert part["part_of"] == whole["figure_id"]


@pytest.mark.parametrize(
    "text", ["Nine of his brothers were killed.", "The army raided the camp, killing nine of them."]
)
def test_who_is_told_anew_is_no_part(text, read):
    _, anew = read(f"Shells killed 14 people. {text}")
    assert anew["part_of"] is None


def test_numbers_that_add_up_to_the_total_before_are_its_parts(read):
    total, homs, hama = read("Nearly 30 people died. Ten were killed in Homs and 18 died in Hama.")
    assert homs["part_of"] == hama["part_of"] == total["figure_id"]


@pytest.mark.parametrize("text", ["Nine more were wounded.", "Nine others were wounded."])
def test_an_ellipsis_takes_the_noun_of_the_sentence_before(text, read):
    _, more = read(f"Shells killed 14 soldiers. {text}")
    assert (more["phrase"], more["group"], more["side"]) == ("Nine", "combatants", "government")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Shells killed 14 men.", "reported"),
        ("Mines could kill 14 men.", "projected"),
        ("At least 14 men are feared dead.", "projected"),
        ("It is feared that 14 men have died.", "projected"),
        ("Some 14,000 men are at risk of being displaced.", "projected"),
        ("The ministry denied that 14 men were killed.", "denied"),
        ("The army denied killing 14 men.", "denied"),
        ("It is a lie that 14 men were killed.", "denied"),
        ("The claims that 14 men were killed have nothing to do with reality, he said.", "denied"),
        ("Rations for 14 men could be halved.", "projected"),
    ],
)
def test_whether_it_is_reported(text, modality, read_one):
    assert read_one(text)["modality"] == modality


def test_what_could_be_confirmed_has_happened(read_one):
    assert read_one("The mayor could confirm 14 deaths.")["modality"] == "reported"
    assert read_one("The mayor said the blaze could kill 14 people.")["modality"] == "projected"


@pytest.mark.parametrize("modal", ["may be", "could be", "would be"])
def test_harm_that_is_to_come_is_found(modal, read_one):
    assert read_one(f"Next spring 14 men {modal} killed by mines.")["modality"] == "projected"


def test_a_person_is_one(read):
    nurse, men = read("Mines killed a nurse and 14 men.")
    assert (nurse["phrase"], nurse["value"], nurse["group"], nurse["indefinite"]) == ("a", 1, "medical", True)
    assert men["indefinite"] is False


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Shells killed a woman, a man and two children.", ["women", "men", "children"]),
        ("A man, a woman and a child were killed.", ["men", "women", "children"]),
        ("The body of a woman was found in the mill.", ["women"]),
    ],
)
def test_single_people_are_counted_where_they_are_listed_or_found_dead(text, groups, read):
    assert [figure["group"] for figure in read(text)] == groups


@pytest.mark.parametrize(
    "text",
    [
        "A policeman and 14 others were hurt.",
        "A plumber who went out to mend a pipe was hurt by a sniper.",
        "A girl of six was hurt.",
        "A policeman was shot and wounded by a gunman.",
    ],
)
def test_one_person_is_found_among_others_and_behind_what_is_told_of_them(text, read):
    one = read(text)[0]
    assert (one["phrase"], one["outcome"], one["indefinite"]) == ("A", "injured", True)
    assert not any(figure["indefinite"] for figure in read(text)[1:])


def test_a_family_can_be_a_part(read):
    whole, part = read("Some 14 people including a family of five were killed.")
    assert part["part_of"] == whole["figure_id"]


def test_a_part_is_of_the_group_of_its_whole(read):
    _, part = read("Shells killed 14 civilians, one of them a baker.")
    assert part["group"] == "civilians"


@pytest.mark.parametrize("text", ["Shells killed an hour later.", "Mines destroyed a tank.", "A bus left the town."])
def test_a_thing_is_nobody(text, read):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Some 1,400 people fled Ukraine.", "refugees"),
        ("Some 1,400 people crossed the hills into Turkey.", "refugees"),
        ("In Syria some 1,400 people sought refuge in Lebanon.", "refugees"),
        ("In Syria some 1,400 people fled to Idlib.", "displaced"),
    ],
)
def test_who_leaves_the_country_is_a_refugee(text, outcome, read):
    assert [figure["outcome"] for figure in read(text)] == [outcome]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("A fire killed a 12-year-old boy.", "children"),
        ("Fires killed 14 fleeing villagers and no one else.", "people"),
        ("Fires killed 14 women and a child.", "women"),
        ("Fires killed 14, mostly children.", "people"),
        ("Fires killed 14 men from the Syrian army.", "combatants"),
        ("14 of those slain in Sunday's raid were women.", "women"),
        ("14 Syrian, Iraqi and Lebanese fighters were killed.", "combatants"),
        ("14 U.S.-backed fighters were killed.", "combatants"),
        ("140 people have no food, 14 of them severely malnourished children.", "people"),
    ],
)
def test_whose_noun_counts(text, group, read):
    assert read(text)[0]["group"] == group


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("A fire killed the wives of five drivers.", []),
        ("A family of six died in the fire.", ["six"]),
        ("Two nurses held by gunmen were executed.", ["Two"]),
        ("Fires killed 14 men. No one was hurt at the mill.", ["14"]),
        ("Fires left 35+ dead.", ["35+"]),
        ("Shells killed two aircraft engineers.", ["two"]),
        ("Raids killed 14 cattle.", []),
        ("A fire at a 12-storey mill killed nine men.", ["nine"]),
        ("Half a dozen wounded children sat there.", ["Half a dozen"]),
        ("The children, aged from four to ten, and 14 women were killed.", ["14"]),
    ],
)
def test_which_numbers_count_people(text, phrases, read):
    assert [figure["phrase"] for figure in read(text)] == phrases


def test_the_side_on_which_somebody_died_is_theirs(read):
    army, rebels = read("Among the dead were ten loyalists and 18 on the opposition side.")
    assert (army["side"], rebels["group"], rebels["side"]) == ("government", "combatants", "opposition")


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("The fire left 14 dead and wounded 30 others.", ["killed", "injured"]),
        ("The fire left 14 dead and wounded.", ["casualties"]),
    ],
)
def test_a_state_takes_no_object(text, outcomes, read):
    assert [figure["outcome"] for figure in read(text)] == outcomes


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed 40 shoppers, the mayor said, while medics put it at 52.",
        "Shells killed 40 shoppers. The mayor gave a figure of 52.",
        "Shells killed 40 shoppers. The number could rise to 52.",
        "Shells killed 40 shoppers, down from 52 in May.",
        "Shells killed 40 shoppers, the mayor said, revising a figure of 52 given earlier.",
    ],
)
def test_a_bare_number_counts_the_same_people_again(text, read):
    first, again = read(text)
    assert (again["value"], again["outcome"], again["part_of"]) == (52, first["outcome"], None)


def test_a_bare_number_of_something_else_counts_nobody(read):
    assert [figure["value"] for figure in read("Shells killed 40 shoppers. The mill stands at 52 metres.")] == [40]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("14 villagers sheltering in a mill were killed by a shell.", "killed"),
        ("14 villagers sheltering in a mill, all of them women, were killed by a shell.", "killed"),
        ("14 villagers, the mayor said on Sunday, were killed by a shell.", "killed"),
        ("The death toll is 14.", "killed"),
        ("The death toll, according to Quill Aldermoor, is now 14.", "killed"),
        ("14 villagers, incl. some women, were killed by a shell.", "killed"),
        ("14 villagers, according to Quill Aldermoor, were wounded by a shell.", "injured"),
        ("14 villagers from St. Klow, among them Dr. Quell, were killed on Sept. 30 by a shell.", "killed"),
        ("14 villagers fleeing the town were wounded.", "injured"),
        ("14 villagers are sheltering in a mill.", "displaced"),
    ],
)
def test_a_finite_verb_decides_before_a_participle(text, outcome, read_one):
    assert read_one(text)["outcome"] == outcome


def test_what_befell_a_part_says_nothing_of_the_whole(read):
    (part,) = read("The mill was held by 40 soldiers, nine of whom are missing.")
    assert (part["value"], part["outcome"]) == (9, "missing")


def test_a_family_that_others_belong_to_is_not_counted(read):
    assert [figure["value"] for figure in read("14 people from one family died.")] == [14]


def test_the_noun_of_the_dead_is_that_of_whom_they_include(read_one):
    figure = read_one("Among the dead terrorists were 14 locals known as Saudis.")
    assert figure["group"] == "people"
    assert read_one("Among the dead terrorists were 14 Saudis.")["side"] == "jihadist"


def test_who_remain_displaced_are_counted_now(read_one):
    figure = read_one("14 families remain displaced.")
    assert (figure["scope"], figure["until"]) == ("stock", "2017-03-15")


def test_a_part_of_soldiers_is_soldiers_though_nothing_befell_the_whole(read_one):
    figure = read_one("The mill was held by 40 soldiers, nine of whom are missing.")
    assert (figure["group"], figure["side"]) == ("combatants", "government")


def test_the_side_may_be_told_first(read_one):
    assert read_one("On the Kurdish side, 14 fighters were killed.")["side"] == "kurdish"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Shells sent 14 families fleeing.", "displaced"),
        ("Shells sent 14 families fleeing across the border.", "refugees"),
        ("14 people have drowned.", "killed"),
        ("14 gunmen handed in their weapons.", "surrendered"),
        ("14 families are sleeping in the open.", "displaced"),
        ("The number of those who had fled reached 14.", "displaced"),
    ],
)
def test_more_ways_to_say_what_happened(text, outcome, read_one):
    assert read_one(text)["outcome"] == outcome


def test_numbers_behind_a_colon_are_parts_of_the_number_before_it(read):
    whole, *parts = read("The battle killed 40 fighters: 25 rebels and 15 soldiers.")
    assert [part["part_of"] for part in parts] == [whole["figure_id"]] * 2
    assert [part["side"] for part in parts] == ["opposition", "government"]


def test_a_list_of_parts_goes_on_behind_the_first(read):
    whole, *parts = read("The battle killed 75, 40 of them soldiers, 25 rebels and 10 civilians.")
    assert [(part["value"], part["part_of"]) for part in parts] == [(n, whole["figure_id"]) for n in (40, 25, 10)]


def test_what_is_joined_behind_a_part_by_of_is_no_part(read):
    first, part, second = read("The raid took the lives of 40 villagers, nine of them girls, and of 25 rebels.")
    assert (part["part_of"], second["part_of"], second["outcome"]) == (first["figure_id"], None, "killed")


def test_another_harm_behind_a_part_is_no_part(read):
    dead, nurse, hurt = read("A shell hit the mill, leaving three dead including a nurse and seven injured.")
    assert nurse["part_of"] == dead["figure_id"]
    assert (hurt["outcome"], hurt["part_of"]) == ("injured", None)


def test_a_part_is_not_what_another_clause_tells(read):
    whole, part = read("14 men were killed 4 of them boys and that the toll would rise as the wounded lay in a clinic.")
    assert (part["outcome"], part["modality"], part["part_of"]) == ("killed", "reported", whole["figure_id"])


def test_one_with_a_verb_in_the_singular_is_no_part_of_those_before(read):
    (guard,) = read("The council registered 40 families on the road to Klow, and a guard was killed by a rocket.")
    assert (guard["value"], guard["outcome"]) == (1, "killed")


def test_a_number_of_things_has_no_people_among_them(read):
    assert [
        figure["value"] for figure in read("40 people were uprooted; some went to 14 sites, three of them new.")
    ] == [40]


def test_whom_a_toll_includes_are_killed_whatever_was_told_last(read):
    *_, part = read("Raids killed 40 people and wounded 90. The death toll included six guards.")
    assert (part["value"], part["outcome"]) == (6, "killed")


def test_who_has_a_verb_of_its_own_shares_none(read):
    figures = read("Raids killed 90 civilians. Nine are children, and one family came from Iraq.")
    assert [figure["value"] for figure in figures] == [90, 9]


def test_many_of_a_number_are_not_all_of_them(read):
    assert read("Many of the 2 million inhabitants were displaced from elsewhere.") == []
    (fled,) = read("Most of the 12,000 people who fled are children.")
    assert fled["value"] == 12_000
    (dead,) = read("Most of the 40 people killed were civilians.")
    assert dead["value"] == 40


def test_a_list_behind_a_colon_goes_on_behind_a_part_of_its_first(read):
    whole, *parts = read(
        "It put the number of dead at 462: 71 civilians, 49 of them executed, 241 troops and 150 rebels."
    )
    assert [part["value"] for part in parts] == [71, 49, 241, 150]
    assert {part["part_of"] for part in parts} == {whole["figure_id"]}


def test_a_great_many_are_not_more_of_those_before(read):
    _, total = read("The army lost seven men. Some 80,000 have died in the war.")
    assert total["group"] == "people"


def test_what_a_place_has_in_it_is_no_toll(read):
    (figure,) = read("It brought to 40 the number killed since the army attacked the enclave of nearly 9,000.")
    assert figure["value"] == 40


def test_others_of_whom_the_same_is_true(read):
    soldiers, jihadists = read("About 600 soldiers lost their lives, as did 740 jihadists.")
    assert (jihadists["outcome"], jihadists["side"], soldiers["part_of"], jihadists["part_of"]) == (
        "killed", "jihadist", None, None,
    )  # fmt: skip


def test_parts_may_share_their_verb(read):
    whole, *parts = read("Raids killed 90 civilians. Of the civilians, 20 were children and 14 women.")
    assert [(part["value"], part["part_of"]) for part in parts] == [(n, whole["figure_id"]) for n in (20, 14)]


def test_dozens_of_wounded_are_no_part_of_the_dead(read):
    _, wounded = read("The jihadists lost 28 fighters and dozens of wounded were on both sides.")
    assert (wounded["outcome"], wounded["part_of"]) == ("injured", None)


def test_a_number_of_the_wounded_is_no_part_of_the_dead(read):
    _, wounded = read("The clinic counted 18 deaths; nine of the wounded are in a critical state.")
    assert (wounded["outcome"], wounded["part_of"]) == ("injured", None)


def test_the_last_part_may_be_told_by_another_harm(read):
    whole, fighters, hurt = read("By noon 800 people, including 300 fighters and 30 wounded, had left.")
    assert (whole["outcome"], hurt["outcome"]) == ("displaced", "injured")
    assert fighters["part_of"] == whole["figure_id"]


def test_who_was_held_and_is_free_is_told_by_the_last_verb(read_one):
    text = "Nine pilgrims who had been held for 17 months by rebels were released on Friday."
    assert read_one(text)["outcome"] == "other"


def test_who_drowned_died(read):
    assert [f["outcome"] for f in read("At least 12 refugees, five of them children, drowned.")] == ["killed", "killed"]


def test_who_survived_is_not_missing(read):
    (missing,) = read("Of the 23 people on board, nine survived and two are missing.")
    assert missing["value"] == 2


def test_who_made_it_did_not_die(read):
    (dead,) = read("The agency says 2,500 people have died this year, and more than 350,000 made it.")
    assert dead["value"] == 2500


def test_a_list_of_parts_ends_before_others_who_died_otherwise(read):
    whole, *parts, others = read(
        "The army killed 516 people, including 42 girls and 31 women, and 43 who died in jail."
    )
    assert [part["part_of"] for part in parts] == [whole["figure_id"]] * 2
    assert (others["value"], others["group"]) == (43, "people")


def test_one_who_speaks_for_them_is_not_among_the_dead(read):
    assert [f["value"] for f in read('"There were 45 corpses here by noon", one of them said.')] == [45]


def test_who_are_left_stayed(read):
    assert read("In the town 30 doctors are left.") == []


def test_what_killed_decides_before_the_state_they_were_in(read_one):
    assert read_one("Two of the patients in intensive care died.")["outcome"] == "killed"


def test_the_stronghold_of_a_side_is_nobody(read):
    figures = read("Raids on Klow, a rebel bastion outside Homs, killed at least 14 people.")
    assert [figure["value"] for figure in figures] == [14]


def test_the_age_of_one_who_is_named_by_his_work_counts_nobody(read):
    assert [figure["value"] for figure in read("A herder of 41 was shot dead.")] == [1]


def test_the_homes_of_families_are_destroyed_not_the_families(read_one):
    assert read_one("The houses of 14 families were completely destroyed.")["outcome"] == "other"


def test_a_share_of_people_behind_their_families_is_one_of_the_people(read):
    people, families, some = read("Some 60 people (12 families) are displaced, 40 of them in schools.")
    assert (some["unit"], some["part_of"]) == ("people", people["figure_id"])
    assert families["unit"] == "families"


def test_families_are_not_who_is_killed_or_wounded(read):
    assert [figure["unit"] for figure in read("Fire displaces 120 families, kills 4.")] == ["families", "people"]


def test_a_total_of_things_counts_nobody(read):
    figures = read("The clinic counted 40 wounded men in a total of seven mass influxes.")
    assert [figure["value"] for figure in figures] == [40]


def test_half_of_a_place_is_no_half_of_the_dead(read_one):
    assert read_one("A rocket on the other half of the city killed 14 women.")["value"] == 14


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The farmer lost his wife and 14 sheep drivers.", 14),
        ("The war's toll passes 14,000.", 14_000),
        ("The army killed 40 rebels in Homs and in Idlib 14.", 14),
        ("Forty of the victims were villagers, including 14 children.", 14),
    ],
)
def test_numbers_that_share_a_verb_are_read(text, value, read):
    figures = read(f"Shells killed 60 people. {text}")
    assert (figures[-1]["value"], figures[-1]["outcome"]) == (value, "killed")


def test_who_is_near_when_nobody_is_hurt_is_not_counted(read):
    assert read("Shells fell beside 14 pupils, but no one was hurt.") == []
    assert read("None of the 14 pupils was hurt.") == []
    assert read("Some 14 pupils escaped unharmed.") == []
    assert [figure["value"] for figure in read("None of the 14 dead was a child.")] == [14]


def test_all_that_a_sentence_lists_are_parts_of_the_total_before(read):
    whole, *parts = read("Shells killed 60 people. The dead include 31 rebels, 14 soldiers and nine women.")
    assert [part["part_of"] for part in parts] == [whole["figure_id"]] * 3


def test_its_members_are_on_the_side_told_before(read_one):
    figure = read_one("Troops ambushed an ISIS cell by the river, killing 14 of its members.")
    assert (figure["group"], figure["side"]) == ("combatants", "jihadist")


def test_what_else_some_of_the_fighters_are_makes_them_no_others(read):
    _, half = read("Raids killed 14 rebels, half of them foreign nationals.")
    assert (half["group"], half["side"]) == ("combatants", "opposition")


@pytest.mark.parametrize(
    "text", ["Hezbollah buried 14 of its men by the river.", "Raids by the river cost Hezbollah 14 men."]
)
def test_whose_men_died_fought_on_that_side(text, read_one):
    figure = read_one(text)
    assert (figure["group"], figure["side"]) == ("combatants", "foreign")


def test_those_from_an_army_are_its_fighters(read_one):
    figure = read_one("The guards said they killed 14 from ISIS.")
    assert (figure["group"], figure["side"]) == ("combatants", "jihadist")


def test_those_hurt_badly_are_a_part_whatever_else_ran_out(read):
    whole, part = read("Over 550 people were injured, dozens seriously, and the clinics ran out of serum.")
    assert (part["outcome"], part["part_of"]) == ("injured", whole["figure_id"])


@pytest.mark.parametrize("end", ["14 soldiers", "14 fighters from Hezbollah"])
def test_those_who_cannot_be_among_the_people_before_are_no_part_of_them(end, read):
    whole, part, others = read(f"Raids killed 20 civilians, including five children, and {end}.")
    assert (part["part_of"], others["part_of"]) == (whole["figure_id"], None)


@pytest.mark.parametrize("list_", ["in Azaz, four in Homs and three in Palmyra", "on Monday, four on Tuesday"])
def test_what_is_told_of_other_places_or_days_side_by_side_is_no_part(list_, read):
    assert [figure["part_of"] for figure in read(f"Six people died {list_}.")] == [None] * (list_.count(" and ") + 2)


def test_those_in_a_town_are_part_of_those_in_its_province(read):
    whole, azaz, marea = read("Raids killed 14 people in Aleppo province, nine in Azaz and five in Marea.")
    assert azaz["part_of"] == marea["part_of"] == whole["figure_id"]


def test_an_earlier_count_of_the_same_people_is_no_part_of_them(read):
    _, earlier = read("Two million refugees live in camps. A year ago the figure stood at 230,000.")
    assert (earlier["outcome"], earlier["part_of"]) == ("refugees", None)


def test_fighters_of_no_named_side_have_that_of_as_many_told_of_elsewhere(read):
    assert [f["side"] for f in read("Fourteen fighters died. The 14 rebels were shot.")] == ["opposition"] * 2
    three = read("Fourteen fighters died. The raid killed 14 rebels. Mines killed 14 soldiers.")
    assert [figure["side"] for figure in three] == ["unknown", "opposition", "government"]


@pytest.mark.parametrize(
    "text", ["One of those killed was Karim Haddad, a teacher.", "Raids killed Karim Haddad, one of the best doctors."]
)
def test_somebody_named_is_not_counted(text, read):
    assert read(text) == []


def test_others_who_are_added_are_no_part(read):
    whole, part, added = read(
        "Raids killed 66 people, two of them girls, according to medics, as well as three rescuers."
    )
    assert (part["part_of"], added["part_of"], added["group"]) == (whole["figure_id"], None, "aid_workers")


def test_a_list_that_leaves_out_its_verb_goes_on(read):
    figures = read("The battle killed 30 rebels, the army 12 and the Kurds nine.")
    assert [(figure["value"], figure["outcome"]) for figure in figures] == [(n, "killed") for n in (30, 12, 9)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ten people died, including an Iraqi family of four.", 4),
        ("The blast killed a nurse, a clerk and two soldiers, said the mayor.", 2),
        ("The number of rebel and IS fighters killed in the battle for Markada in the south has risen to 39.", 39),
    ],
)
def test_the_last_number_is_of_people_who_died(text, value, read):
    figure = read(text)[-1]
    assert (figure["value"], figure["outcome"]) == (value, "killed")


@pytest.mark.parametrize(
    ("text", "outcome", "value"),
    [
        ("Rebels admitted the capture of only 14.", "detained", 14),
        ("The militia is holding 14 villagers for ransom.", "detained", 14),
        ("Gunmen cut down 14 farmers by the road.", "killed", 14),
        ("The militia is besieging 14 farmers on a hill.", "besieged", 14),
        ("Security forces hauled off 14 students.", "detained", 14),
        ("Neighbours buried a mother and her three children after the bodies of a cook and 14 guests.", "killed", 14),
        ("She said 14 of her relatives, among them her two sons, were killed.", "killed", 14),
    ],
)
def test_still_more_ways_to_say_what_happened(text, outcome, value, read):
    assert (outcome, value) in [(figure["outcome"], figure["value"]) for figure in read(text)]


def test_who_was_freed_is_not_killed_with_those_named_behind(read):
    freed, killed = read("Jihadists freed 38 of the hostages but beheaded two.")
    assert (freed["outcome"], killed["outcome"], killed["value"]) == ("other", "killed", 2)


def test_a_verb_of_its_own_parts_a_number_from_the_dead(read):
    assert [figure["value"] for figure in read("The raid left five dead in Azaz and put another 31 in shock.")] == [5]


def test_one_and_another_are_two(read):
    figures = read("Snipers injured a woman and a young man.")
    assert [(figure["outcome"], figure["indefinite"]) for figure in figures] == [("injured", True)] * 2


@pytest.mark.parametrize("text", ["Some 300,000 people live in Azaz.", "Azaz, home to 300,000 people, was shelled."])
def test_who_only_live_somewhere_are_not_counted(text, read):
    assert read(text) == []


def test_they_are_those_of_the_sentence_before_though_they_be_a_part(read):
    whole, civilians, children = read(
        "Shells killed 140 people. Of the dead, 60 were civilians. They included 14 boys."
    )
    assert (civilians["part_of"], children["part_of"]) == (whole["figure_id"], civilians["figure_id"])
    whole, _, nurses = read("Shells killed 14 people, including five women. They included two nurses.")
    assert nurses["part_of"] == whole["figure_id"]


@pytest.mark.parametrize(
    "text",
    [
        "A man in his 80s was hurt.",
        "Hisham Quell, 34, was hurt.",
        "The mill lay, out of a population of about 14,000, in need of food.",
    ],
)
def test_ages_and_populations_count_nobody_who_was_harmed(text, read):
    assert [figure for figure in read(text) if not figure["indefinite"]] == []


def test_days_of_a_month_are_no_range(read_one):
    assert read_one("Between 8 and 27 March, 14,000 people left the wider area.")["value"] == 14000


def test_a_share_is_of_those_counted_in_the_sentence_before(read):
    _, share = read("Some 5,000 people have fled. Over 80 per cent of them are women.")
    assert (share["value"], share["outcome"]) == (4000, "displaced")


@pytest.mark.parametrize(
    ("text", "value", "outcome"),
    [
        ("Some 14,000 leave the capital.", 14000, "displaced"),
        ("The overall number of dead was approaching 1,400.", 1400, "killed"),
        ("Shells killed 14 men. Two were my cousins.", 2, "killed"),
        ("Shells killed 14 men, a number revised down on Friday from 15.", 15, "killed"),
        ("Shells killed 14 men. The mayor gave a range of 10 to 12.", 11, "killed"),
    ],
)
def test_who_is_counted_by_a_bare_number(text, value, outcome, read):
    figure = read(text)[-1]
    assert (figure["value"], figure["outcome"]) == (value, outcome)


@pytest.mark.parametrize("who", ["army defectors", "mutinous soldiers", "defected officers"])
def test_who_left_the_army_fights_against_it(who, read_one):
    figure = read_one(f"Three {who} were killed in Azaz.")
    assert (figure["outcome"], figure["side"]) == ("killed", "opposition")


@pytest.mark.parametrize(
    ("text", "group", "side"),
    [
        ("The army clashed with terrorists who came to the mill by night killing 14.", "combatants", "jihadist"),
        ("Some 14 Klovians were among the slain rebels.", "combatants", "opposition"),
        ("The mission has verified 140 civilian deaths and 14 injuries.", "civilians", None),
    ],
)
def test_the_noun_may_stand_farther_off(text, group, side, read):
    figure = read(text)[-1]
    assert (figure["value"], figure["group"], figure["side"]) == (14, group, side)


def test_who_was_only_asked_is_not_counted(read):
    assert read("Klow House spoke to 41 people, 29 of them survivors who had crossed into Chad.") == []


@pytest.mark.parametrize("start", ["As well as those killed", "Besides those killed,"])
def test_those_killed_are_no_verb_of_the_number_behind_them(start, read_one):
    figure = read_one(f"{start} some 60 shoppers were hurt.")
    assert (figure["value"], figure["outcome"]) == (60, "injured")


def test_a_number_alone_counts_the_dead_of_the_sentence_before(read):
    *_, one, other = read("Two women were shot for theft. One was killed on Friday and one on Saturday.")
    assert (one["group"], other["group"]) == ("women", "women")


def test_a_number_alone_counts_any_who_were_hurt(read):
    assert read("Shells killed 14 rebels. Another 20 were hurt.")[1]["group"] == "people"


@pytest.mark.parametrize(
    "start", ["One woman and one of her children were killed", "Two women and three children were killed"]
)
def test_others_than_several_groups_are_people(start, read):
    assert read(f"{start} while 12 others were hurt.")[-1]["group"] == "people"


def test_fighters_are_on_the_side_of_those_told_of_just_before(read):
    raid = "The raid killed three members of a pro-government militia. The mill burned down."
    assert read(f"{raid} Two fighters were also hurt, an officer said.")[1]["side"] == "government"


def test_fighters_are_on_no_side_where_both_were_told_of(read):
    assert read("Raids killed three soldiers and two rebels. Six fighters were hurt.")[-1]["side"] == "unknown"


def test_a_site_behind_a_bar_is_not_counted(read_one):
    assert read_one("Attack on camp kills three | Quell Times")["value"] == 3


def test_a_speaker_and_another_number_may_be_put_in(read):
    figures = read("Scores of shoppers, up to 190 according to a French report, were killed in raids.")
    assert [figure["outcome"] for figure in figures] == ["killed", "killed"]


def test_others_behind_those_included_are_no_part_where_they_have_a_verb(read):
    _, others = read("Twenty people were killed including women and children and 107 others were wounded.")
    assert (others["outcome"], others["part_of"]) == ("injured", None)


def test_those_included_are_a_part_where_the_verb_is_the_wholes(read):
    whole, part = read("Twenty people, including women and 12 children, were killed.")
    assert (part["outcome"], part["part_of"]) == ("killed", whole["figure_id"])


@pytest.mark.parametrize(
    ("group", "side"),
    [
        ("Jeish al-Fateh", "opposition"),
        ("Free Idlib Army", "opposition"),
        ("Khalid bin al-Walid Army", "jihadist"),
        ("Women's Protection Units", "kurdish"),
        ("Liwa al-Quds", "government"),
        ("Zainebiyoun", "foreign"),
    ],
)
def test_a_group_whose_name_has_another_sides_words_is_on_its_own(group, side, read_one):
    assert read_one(f"Clashes killed 12 {group} fighters.")["side"] == side


def test_those_fought_behind_a_participle_are_not_who_is_counted(read):
    killed, hurt = read(
        "Some 70 civilians were killed and 90 injured since the army began shelling rebels by the mill."
    )
    assert (killed["group"], hurt["group"]) == ("civilians", "civilians")


def test_who_believes_it_may_stand_before_what_is_believed(read_one):
    figure = read_one("Some 70 people are believed by medics to have been killed.")
    assert (figure["value"], figure["outcome"]) == (70, "killed")


def test_bodies_and_deaths_have_parts_as_people_do(read):
    _, girls = read("Divers found seven bodies, among them those of three girls.")
    assert (girls["value"], girls["group"], girls["part_of"] is not None) == (3, "children", True)
    whole, klow, mill = read("Raids killed 9 people. Of the deaths, two were in Klow and seven near the mill.")
    assert [(part["value"], part["part_of"]) for part in (klow, mill)] == [(n, whole["figure_id"]) for n in (2, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "He served as an officer until he was expelled.",
        "Her brother was one of the dead.",
        "The raid killed seven cows.",
        "In the park 58 animals have died.",
    ],
)
def test_nobody_is_counted_who_is_told_of_by_himself_or_is_an_animal(text, read):
    assert read(text) == []


def test_a_number_that_is_expected_counts_the_same_people_again(read):
    _, later = read("Some 70,000 people have fled, and the figure is expected to hit 200,000 by the end of the year.")
    assert (later["value"], later["outcome"], later["modality"]) == (200_000, "displaced", "projected")


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The SDF said it had killed 23 militants and had lost 14 of its own.", "kurdish"),
        ("The YPG said it killed 30 ISIS militants, while it lost 14 fighters.", "kurdish"),
        ("The army lost 14 martyrs in the battle.", "government"),
        ("The army estimates the rebels' losses at more than 14.", "opposition"),
        ("Losses among the rebels were put at 14.", "opposition"),
        ("On Friday 14 were killed on the rebel side.", "opposition"),
        ("The Free Army shot 15 soldiers while 14 heroes from the Free Army were martyred.", "opposition"),
        ("Shells fell, and 14 sappers were killed when a mine exploded.", "government"),
    ],
)
def test_whose_losses_are_counted(text, side, read):
    *_, lost = read(text)
    assert (lost["value"], lost["group"], lost["side"]) == (14, "combatants", side)


def test_refugees_counted_behind_refugee_children_are_people(read):
    children, people = read(
        "The number of child refugees passed 70,000, and the number of all refugees rose to 140,000."
    )
    assert (children["group"], people["group"]) == ("children", "people")


@pytest.mark.parametrize("text", ["Raid on Klow mill 'kills 14'", "Raid in Klow 'killed 14', medics say"])
def test_a_number_at_the_end_of_a_quotation_counts(text, read_one):
    assert read_one(text)["value"] == 14


@pytest.mark.parametrize("whose", ["of family", "of a family", "of the same family"])
def test_members_of_one_family_are_people(whose, read_one):
    figure = read_one(f"Nine {whose} killed in Idlib raid")
    assert (figure["group"], figure["unit"], figure["source"]) == ("people", "people", None)


def test_a_total_may_name_again_whom_it_counts(read):
    _, total, people = read("Some 70 families fled on Friday, bringing the total to 140 families (about 900 people).")
    assert [(f["value"], f["unit"], f["outcome"]) for f in (total, people)] == [
        (140, "families", "displaced"),
        (900, "people", "displaced"),
    ]


def test_more_than_the_next_number_is_no_hedge_of_the_one_before(read):
    first, second = read("Two groups put the death toll at 72 and more than 100.")
    assert [(f["value"], f["hedge"]) for f in (first, second)] == [(72, "exact"), (100, "at_least")]


def test_a_toll_may_be_given_as_a_number(read_one):
    assert read_one("The clinic gave the number of dead as 12.")["outcome"] == "killed"


def test_families_told_of_next_are_not_who_was_hurt(read):
    _, hurt, families = read("Raids killed 12 people, wounding 30, and displaced 400 families.")
    assert (hurt["unit"], families["unit"]) == ("people", "families")


def test_a_rise_from_one_number_to_another_is_no_range(read):
    *_, before, after = read("Three more bodies were found, raising the death toll from 22 to 25.")
    assert (before["value"], after["value"]) == (22, 25)


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Raids wounded 20 people, of whom five died.", ["injured", "killed"]),
        ("The mayor has held more than 600 people, of whom 18 died in custody.", ["detained", "killed"]),
        ("Some 600 people fled, of whom 200 returned.", ["displaced", "returned"]),
    ],
)
def test_of_whom_some_have_a_fate_of_their_own(text, outcomes, read):
    assert [figure["outcome"] for figure in read(text)] == outcomes


def test_a_headline_reports_who_was_killed(read_one):
    assert read_one("Scores of Civilians Reported Killed in Raid on Klow")["group"] == "civilians"


def test_two_others_are_told_of_as_the_first_two_were(read):
    whole, *parts = read("Four people died. Two of them were nurses and the two others were guards.")
    assert [(part["value"], part["part_of"]) for part in parts] == [(2, whole["figure_id"])] * 2


def test_the_number_known_to_have_been_killed_is_a_toll(read):
    *_, toll = read("A report told of two deaths, bringing to 30 the number of men known to have been killed.")
    assert (toll["value"], toll["outcome"]) == (30, "killed")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The gunmen freed 14 hostages.", "other"),
        ("The gunmen set free 14 women.", "other"),
        ("A shell wiped out a family of 14.", "killed"),
        ("A family of 14 was wiped out.", "killed"),
        ("Some 14 farmers have fled to neighbouring states.", "refugees"),
        ("Among those who perished were 14 nurses.", "killed"),
        ("On Sunday 14 soldiers who had defected were among those shot.", "killed"),
    ],
)
def test_what_befell_them_is_told_in_other_words(text, outcome, read_one):
    assert read_one(text)["outcome"] == outcome


def test_six_of_the_victims_came_to_harm_whatever_else_is_told_of_them(read):
    dead, six = read("A raid killed 30 people. Six of the victims belonged to the mill.")
    assert (six["value"], six["outcome"], six["part_of"]) == (6, "killed", dead["figure_id"])
    assert len(read("A raid killed 30 people. One of the companions of the king built the mill.")) == 1


@pytest.mark.parametrize("start", ["A raid on the mill killed 14", "The death toll of the raid has risen to 14"])
def test_who_says_so_is_not_who_was_counted_where_the_comma_is_lost(start, read_one):
    figure = read_one(f"{start} medics said.")
    assert (figure["group"], figure["source"]) == ("people", "medics")


def test_those_who_stay_are_not_those_who_left(read_one):
    assert read_one("More than 50,000 people have fled the valley and 12,000 remain there.")["value"] == 50_000


def test_ages_and_places_are_not_counted(read):
    figures = read("Nine nurses starved, five of them aged over 60. Of 400,000 people under siege in 15 places")
    assert [figure["value"] for figure in figures] == [9, 5, 400_000]


def test_others_are_who_the_total_was_not_its_parts(read):
    *_, others = read("60 people died. 13 of the dead were women and 14 were children. Shells left 45 others dead.")
    assert others["group"] == "people"


def test_members_of_what_is_no_side_are_people(read):
    *_, members = read("Eleven soldiers were slain. Gunmen executed 70 members of the Quell tribe.")
    assert (members["group"], members["side"]) == ("people", None)


def test_terrorists_fought_are_those_killed_wherever_they_were(read_one):
    figure = read_one("The army inflicted losses upon terrorists in Sheikh Meskin, killing 23 of them.")
    assert (figure["group"], figure["side"]) == ("combatants", "jihadist")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nine of the 40 patients died.", [(9, "killed")]),
        ("Four of six crew members were killed.", [(4, "killed")]),
        ("Two of the four hostages were shot dead.", [(2, "killed"), (4, "detained")]),
        ("Six of the nine dead were women.", [(6, "killed"), (9, "killed")]),
    ],
)
def test_what_befell_some_did_not_befall_all(text, told, read):
    assert [(figure["value"], figure["outcome"]) for figure in read(text)] == told


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Twelve people, all civilians, were killed.", "civilians"),
        ("The raid left 14 wounded, all of them civilians.", "civilians"),
        ("Raids killed 12 people, all of whom were children.", "children"),
        ("Raids killed 12 people, nearly all children.", "people"),
        ("Fifteen Free Syrian Army men died.", "combatants"),
        ("Fifteen Turkish men died.", "men"),
        ("The fighting cost more than 400 lives on both sides.", "combatants"),
        ("The mayor documented 28 dead of the army.", "combatants"),
    ],
)
def test_who_was_counted_is_told_beside_the_noun(text, group, read_one):
    assert read_one(text)["group"] == group


@pytest.mark.parametrize(
    ("text", "value", "outcome"),
    [
        ("About 200 people left on Sunday, taking the number evacuated to almost 1,400.", 1400, "displaced"),
        ("With this the number of martyrs documented by the union since May rises to 643.", 643, "killed"),
        ("Toll of truck bombs up to 39", 39, "killed"),
        ("Thirteen farmers suffocate in Homs", 13, "injured"),
        ("Some 120,000 people were forced from the valley.", 120_000, "displaced"),
        ("A clinic told of 31 dead and warned that it could reach 40.", 40, "killed"),
    ],
)
def test_a_toll_is_told_in_other_words(text, value, outcome, read):
    *_, figure = read(text)
    assert (figure["value"], figure["outcome"]) == (value, outcome)


def test_who_they_are_are_parts_of_a_toll(read):
    toll, *parts = read("The toll has risen to 9 they are 4 children and five women.")
    assert [(part["value"], part["part_of"]) for part in parts] == [(4, toll["figure_id"]), (5, toll["figure_id"])]


def test_some_are_among_the_wounded_of_a_raid(read):
    rescuers, wounded = read("Two of its rescuers were among fifteen wounded by a shell.")
    assert (rescuers["outcome"], rescuers["part_of"]) == ("injured", wounded["figure_id"])


def test_numbers_joined_share_the_noun_of_the_last(read):
    several = read("Seven Hezbollah and four rebel fighters died. Two Syrian and five Iraqi children were hurt.")
    assert [(figure["group"], figure["side"]) for figure in several] == [
        ("combatants", "foreign"),
        ("combatants", "opposition"),
        ("children", None),
        ("children", None),
    ]


def test_who_lost_as_many_may_be_told_without_the_verb(read):
    jihadists, army = read("The jihadists lost 30 and the army 12.")
    assert (jihadists["side"], army["group"], army["side"]) == ("jihadist", "combatants", "government")


def test_who_killed_the_number_told_next_is_none_of_the_counted(read):
    civilians, others = read("The army killed 95 civilians and rebel groups 12.")
    assert (civilians["group"], others["value"], others["outcome"]) == ("civilians", 12, "killed")


def test_a_nation_is_no_side_of_its_citizens(read):
    suspects, dead = read("Police held nine suspects, all Turkish citizens, and named 35 of the dead.")
    assert [figure["group"] for figure in (suspects, dead)] == ["people", "people"]


def test_a_cell_of_so_many_is_not_one_of_them(read):
    assert read("An army unit eliminated a 9-member ISIS group in Klow.") == []


def test_a_time_of_day_counts_nobody(read):
    assert [figure["value"] for figure in read("As of 0800 on Monday 14 families were evacuated.")] == [14]


def test_what_befell_one_joined_on_did_not_befall_the_others(read):
    moved, froze = read("At least 14 families had to be moved, and an infant froze to death.")
    assert (moved["outcome"], froze["value"], froze["outcome"]) == ("displaced", 1, "killed")


@pytest.mark.parametrize("harms", ["slain and injured", "killed or hurt", "murdered and maimed"])
def test_two_harms_of_the_same_people_are_casualties(harms, read_one):
    assert read_one(f"At least 14 bakers were {harms} in the raid.")["outcome"] == "casualties"


@pytest.mark.parametrize(
    "text",
    [
        "Some 14 bakers were all killed.",
        "Some 14 bakers were fatally hit.",
        "Some 14 bakers, including two women, are said to have died.",
        "Shells brought to 14 the number reportedly killed.",
        "The number of bakers reportedly killed in the raid rose to 14.",
        "Among those reportedly killed were 14 bakers.",
    ],
)
def test_words_between_leave_the_dead_dead(text, read):
    assert (read(text)[0]["value"], read(text)[0]["outcome"]) == (14, "killed")


@pytest.mark.parametrize(
    ("text", "outcome", "group"),
    [
        ("Five shells killed 14 children and their mother.", "killed", "children"),
        ("Blast toll climbs to 14 rescuers still searching", "killed", "people"),
        ("Some 14 families left the alleys of Klow for fear of more.", "displaced", "families"),
        ("The war has driven 14 out of the country.", "refugees", "people"),
        ("Some 14 rescuers are among those poisoned.", "injured", "aid_workers"),
        ("At least 14 people, most of them displaced from Klow, are feared to have died.", "killed", "people"),
        ("Some 14 bakers two nurses included met their end in Klow.", "killed", "people"),
    ],
)
def test_what_stands_around_them_changes_neither_who_nor_what(text, outcome, group, read):
    figure = next(figure for figure in read(text) if figure["value"] == 14)
    assert (figure["outcome"], figure["group"]) == (outcome, group)


def test_who_died_was_not_hurt_as_others_were(read_one):
    assert read_one("Later one baker died others were injured and houses burned.")["outcome"] == "killed"


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Raids killed 40 men, nine of whom were farmers who had fled the town.", ["killed", "killed"]),
        ("Thousands marched on Sunday and 14 people were killed.", ["killed"]),
        ("The war has killed 9,000 and sent 40,000 abroad.", ["killed", "refugees"]),
    ],
)
def test_what_befell_them_is_not_what_they_did_before_or_others_suffered(text, outcomes, read):
    assert [figure["outcome"] for figure in read(text)] == outcomes


def test_the_dead_of_the_two_parties_are_of_both_sides(read_one):
    assert read_one("More than 60 fighters of the two parties were killed.")["side"] == "mixed"


def test_what_a_campaign_cost_a_side_is_that_side_s(read_one):
    assert read_one("The raids have cost the Islamic State organisation 464 fighters.")["side"] == "jihadist"


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Raids killed 14 civilians medics said.", "civilians"),
        ("Raids killed 14 civilians rebel sources said.", "civilians"),
        ("A car bomb left 14 dead rescue workers told AFP.", "people"),
        ("Raids killed 14 men and wounded 30 medics reported on Monday.", "people"),
        ("Raids killed 14 medics said the Observatory.", "medical"),
    ],
)
def test_who_tells_of_the_harm_where_a_comma_was_lost_is_not_who_came_to_it(text, group, read):
    assert read(text)[-1]["group"] == group


def test_a_speaker_is_no_figure(read):
    assert [f["value"] for f in read("According to Hisham Quell, a teacher in the town, 14 men died.")] == [14]
    assert [f["value"] for f in read("Raids killed 14 men and wounded 30 a rebel spokesman said.")] == [14, 30]


def test_one_of_the_buildings_is_nobody(read):
    assert read("Several buildings, one of them a clinic, are in the hands of gunmen.") == []


@pytest.mark.parametrize("again", ["the same number of dead", "the same death toll", "more dead"])
def test_a_part_came_to_the_harm_that_stands_before_it(again, read):
    dead, _, part = read(f"The coroner counted 30 dead and 50 wounded. The mayor gave {again}, among them 14 bakers.")
    assert (part["outcome"], part["part_of"]) == ("killed", dead["figure_id"])


@pytest.mark.parametrize("number", ["number 86", "now number 86", "may number as many as 86"])
def test_the_dead_may_number_so_many(number, read_one):
    figure = read_one(f"The dead {number}.")
    assert (figure["value"], figure["outcome"]) == (86, "killed")


def test_a_range_may_be_anything(read_one):
    figure = read_one("The mayor put the dead at anything from 500 to well over 1,000.")
    assert (figure["low"], figure["phrase"]) == (500, "anything from 500 to well over 1,000")


def test_one_of_the_raids_is_nobody(read):
    assert [figure["value"] for figure in read("It hit Klow in 27 raids; 40 bakers died in one of them.")] == [40]


def test_who_died_of_those_treated_were_not_treated(read):
    assert [figure["outcome"] for figure in read("Of those it treated on Sunday, 41 died.")] == ["killed"]


def test_whose_husband_died_is_not_dead(read):
    assert read('"Only four came out alive," said Huda, 34, whose husband was among the dead.') == []


def test_of_the_wounded_brought_somewhere_some_died_there(read):
    died, hurt = read("Six of the 11 wounded brought to the clinic on Wednesday died there, a nurse said.")
    assert (died["outcome"], died["group"], hurt["outcome"]) == ("killed", "people", "injured")


def test_two_sides_share_a_noun(read_one):
    assert read_one("Forty regime and Iran-backed fighters killed near Klow.")["group"] == "combatants"


def test_what_a_school_did_is_not_what_befell_the_dead(read_one):
    assert read_one("Fifty killed in a raid on a school sheltering farmers.")["outcome"] == "killed"


def test_of_the_dead_others_were_of_another_kind_though_commas_were_lost(read):
    figures = read("Twenty of those killed were evacuees ten were bakers and four were drivers.")
    assert [(figure["value"], figure["outcome"]) for figure in figures] == [
        (20, "killed"),
        (10, "killed"),
        (4, "killed"),
    ]


def test_a_list_may_have_lost_its_commas(read):
    figures = read("The raid killed 12 soldiers nine rebels and three bakers.")
    assert [(figure["value"], figure["side"]) for figure in figures] == [
        (12, "government"),
        (9, "opposition"),
        (3, None),
    ]


def test_a_volunteer_of_the_civil_defence_is_an_aid_worker(read_one):
    assert read_one("One volunteer of the Civil Defence was killed.")["group"] == "aid_workers"


def test_people_forced_from_their_homes_may_be_followed_by_some_of_them(read):
    forced, some = read("The war has forced 11 million from their homes five million of them across a border.")
    assert (forced["outcome"], some["part_of"]) == ("displaced", forced["figure_id"])


def test_the_number_in_a_speaker_s_name_counts_nobody(read):
    assert [figure["value"] for figure in read("Raids killed 34 bakers the monitor Deir Ezzor 24 reported.")] == [34]


def test_a_speaker_may_be_put_in_without_commas(read):
    figures = read("Among the dead were 10 bakers the clinic said and 18 farmers.")
    assert [figure["value"] for figure in figures] == [10, 18]


def test_a_noun_that_opens_a_headline_has_no_side_from_its_end(read):
    figures = read("Men killed, two hurt in raid by Hezbollah")
    assert [figure["group"] for figure in figures] != ["combatants"]


def test_in_a_month_any_people_may_be_counted(read_one):
    figure = read_one("In March 12 farmers died in the mill.", "2017-04-10")
    assert (figure["value"], figure["since"], figure["until"]) == (12, "2017-03", "2017-03")


def test_a_number_of_things_told_before_is_no_toll(read):
    assert len(read("Shells killed two. Two more towns joined the truce, bringing their number to 151.")) == 1


def test_whom_somebody_counts_are_those_of_the_toll_before(read):
    _, again, boys = read("Raids left dozens dead. The clinic counted 21 civilians including three small boys.")
    assert (again["value"], again["outcome"], boys["part_of"]) == (21, "killed", again["figure_id"])


def test_others_were_hurt_though_the_comma_before_who_says_so_was_lost(read):
    _, hurt = read("Five farmers were killed there and 16 others hurt the Klow police command said.")
    assert hurt["outcome"] == "injured"


def test_of_whom_some_died_did_not_all_die(read):
    assert [figure["value"] for figure in read("The bus was taking 36 pilgrims, of whom 14 died at the scene.")] == [14]


def test_among_whom_some_died_all_died(read):
    assert [figure["value"] for figure in read("Some 26 people among whom nine women were killed.")] == [26, 9]


def test_a_verb_has_the_wounded_and_others_for_its_objects(read):
    _, others = read("The Red Crescent evacuated 18 wounded and 338 civilians from Homs.")
    assert (others["outcome"], others["group"]) == ("displaced", "civilians")


@pytest.mark.parametrize(
    "text",
    ["Raids killed 66 people and artillery another 12.", "Fourteen died at the scene and six on the way to hospital."],
)
def test_a_verb_left_out_is_that_of_the_number_before(text, read):
    assert [figure["outcome"] for figure in read(text)] == ["killed", "killed"]


def test_all_who_are_listed_died_together(read):
    assert len(read("A pregnant woman, a nurse and a guard died when the mill burned.")) == 3


@pytest.mark.parametrize(
    "text",
    [
        "The guards surrounded a gunman behind the mill.",
        "The baker carried a child to an ambulance.",
        "A militant uprising in Klow was crushed.",
        "The campaign has cost a heavy civilian death toll.",
        "A farmer whose brother was killed weeps at the mill.",
    ],
)
def test_an_article_counts_nobody_to_whom_nothing_is_said_to_have_happened(text, read):
    assert read(text) == []


def test_who_were_reported_as_wounded_were(read_one):
    assert read_one("This month 46 patients have been reported as wounded.")["outcome"] == "injured"


def test_a_fate_is_unknown_only_of_those_who_are_missing(read):
    assert read("The UN is worried about the fate of the 200 people still living in the town.") == []
    (missing,) = read("The fate of 200 guards remains unknown.")
    assert missing["outcome"] == "missing"
