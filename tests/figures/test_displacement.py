"""How news agencies and relief workers tell who had to leave, where they are now, and who came back."""

import pytest


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The police told 140 residents to leave.", "displaced"),
        ("On Sunday 140 residents were asked to vacate their flats.", "displaced"),
        ("The army shifted 140 families to safer places.", "displaced"),
        ("Some 140 families had to move when the dyke broke.", "displaced"),
        ("Some 140 families moved in with relatives.", "displaced"),
        ("The gale left 140 people without a roof over their heads.", "displaced"),
        ("Soldiers drove 140 farmers out of their villages.", "displaced"),
        ("Some 140 farmers abandoned their villages.", "displaced"),
        ("After the tremor 140 residents spent the night in the open.", "displaced"),
        ("Some 140 residents are under evacuation orders.", "displaced"),
        ("Some 140 residents were still in camps at Klow.", "displaced"),
        ("Some 140 residents crossed over into Jordan.", "refugees"),
        ("The valley took in 140 families from Homs.", "displaced"),
        ("Jordan hosts 140 families from Homs.", "refugees"),
        ("By Sunday 140 residents were returning home.", "returned"),
        ("Some 140 residents headed home on Sunday.", "returned"),
        ("Evacuation halted after 140 leave besieged town", "displaced"),
        ("Some 140 residents were told to move out.", "displaced"),
        ("Some 140 residents are believed to have moved to the hills.", "displaced"),
        ("The army moved 140 residents out of the valley.", "displaced"),
        ("Some 140 residents arrived in Klow from Zilchbad.", "displaced"),
        ("Some 140 residents found themselves homeless.", "displaced"),
        ("Some 140 families have not dared come back.", "displaced"),
        ("Some 140 families have not returned home.", "displaced"),
        ("Some 140 families experienced displacement at least once.", "displaced"),
        ("Some 140 persons were registered as IDPs.", "displaced"),
        ("Some 140 families claimed to be displaced.", "displaced"),
        ("The tremor caused 140 new displacements.", "displaced"),
        ("Displacement reached 140 in Klow.", "displaced"),
        ("The wall collapse left 140 people on the street.", "displaced"),
        ("Evacuation orders were issued for 140 residents.", "displaced"),
        ("Fire sends 140 fleeing.", "displaced"),
        ("By noon 140 were moved to higher ground.", "displaced"),
        ("Some 140 Meiteis and Kukis live in 17 relief camps.", "displaced"),
        ("Some 140 are staying in the open under trees.", "displaced"),
        ("Some 140 have moved toward the Golan.", "displaced"),
        ("Mandatory evacuation orders covered 140 residents.", "displaced"),
        ("Of the storm 140 are in evacuation posts.", "displaced"),
        ("The river cut the bridge, isolating 140 families.", "besieged"),
        ("Relief goods have been given to 140 families.", "other"),
        ("The creek swept 140 houses away; 150 camp residents were affected.", "other"),
        ("Some 140 people were swept away by the river.", "missing"),
        ("The chiefs put the newly homeless at 140.", "displaced"),
        ("Some 140 residents are living under plastic sheeting.", "displaced"),
        ("The council is housing 140 people in hotels.", "displaced"),
        ("Some 140 people lost their livelihoods to the drought.", "other"),
        ("Some 140 residents cannot leave the quarter.", "besieged"),
        ("Some 140 residents, who had been living in exile, came home.", "returned"),
    ],
)
def test_more_ways_to_leave_and_to_come_back(text, outcome, read_one):
    assert read_one(text)["outcome"] == outcome


@pytest.mark.parametrize("things", ["hamlets", "counties", "townships", "barangays", "businesses", "communities"])
def test_what_a_flood_cuts_off_or_hits_need_not_be_people(things, read):
    assert read(f"The flood cut off 14 {things}; 14 {things} were affected.") == []


@pytest.mark.parametrize(
    ("text", "value", "group"),
    [
        ("Más de 14 familias han sido evacuadas.", 14, "families"),
        ("Diez personas siguen sin hogar.", 10, "people"),
        ("Cerca de 14 pessoas desalojadas.", 14, "people"),
        ("14 familles ont été déplacées.", 14, "families"),
        ("Unas 3 mil familias fueron desplazadas.", 3000, "families"),
        ("Un centenar de personas fueron evacuadas.", 100, "people"),
        ("Cerca de 1,5 milhões de pessoas desabrigadas.", 1_500_000, "people"),
        ("14 hogares tuvieron que abandonar la zona.", 14, "families"),
        ("Quelque 14 000 personnes ont dû quitter la ville.", 14_000, "people"),
        ("Le maire ordonna l'évacuation de 140 habitants.", 140, "people"),
    ],
)
def test_displacement_is_read_in_short_notes_of_other_languages(text, value, group, read_one):
    figure = read_one(text)
    assert (figure["value"], figure["group"], figure["outcome"]) == (value, group, "displaced")


def test_a_note_in_french_may_count_other_harm_too(read):
    figures = read("Les pluies ont fait 12 morts, 3 disparus, 24 blessés et 7 300 sinistrés.")
    assert [f["outcome"] for f in figures] == ["killed", "missing", "injured", "other"]
    assert figures[-1]["value"] == 7300


def test_words_are_known_that_lost_their_accents_to_a_wrong_encoding(read_one):
    figure = read_one("M\ufffds de 14 fam\ufffdlias fueron evacuadas.")
    assert (figure["unit"], figure["outcome"], figure["low"]) == ("families", "displaced", 14)
    assert read_one("Quelque 14 m\ufffdnages d\ufffdplac\ufffds.")["unit"] == "families"


def test_digits_and_a_number_behind_a_blank_comma_are_two(read):
    figures = read("The flood drowned 1, 2 million were displaced.")
    assert [f["value"] for f in figures] == [1, 2_000_000]


@pytest.mark.parametrize(
    "text",
    [
        "The fire forced the evacuation of 14 homes.",
        "On Sunday 14 homes were evacuated by the river.",
        "The brigade evacuated 14 houses.",
    ],
)
def test_homes_that_are_evacuated_stand_for_the_families_in_them(text, read_one):
    figure = read_one(text)
    assert (figure["value"], figure["outcome"], figure["unit"]) == (14, "displaced", "families")


def test_homes_that_burn_or_are_left_are_things(read):
    assert read("The fire destroyed 14 homes and damaged nine houses.") == []
    assert [f["value"] for f in read("The brigade evacuated 60 people from 14 homes.")] == [60]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The gale damaged some 80 houses, destroyed 20 others and injured nine miners.", [9]),
        ("The gale left 23 dead, 3 200 houses in ruins and 25 000 damaged.", [23]),
        ("In Klow 31 houses were destroyed and more than 300 damaged.", []),
        ("Some 900 farmers suffered losses and 417 barns and homes were destroyed.", []),
        ("The raid destroyed three tanks and killed 12 others.", [12]),
        ("The raid killed 21 people in two villages and 15 in Klow.", [21, 15]),
        ("The army says 30 rebels and five trucks were destroyed.", [30]),
    ],
)
def test_numbers_beside_counted_things_go_on_counting_them(text, values, read):
    assert [figure["value"] for figure in read(text)] == values


def test_a_share_of_no_stated_whole_counts_nobody(read):
    assert read("Nearly 60 per cent have since gone home.") == []
    assert read("Nearly 60 percent have since gone home.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The number of displaced people rose from 870 in January to more than 4,800 in October.",
        "The number of people displaced rose from 870 on Sunday to 4,800.",
        "The number of refugees rose from 870 to 4,800.",
    ],
)
def test_both_ends_of_a_rise_are_counts(text, read):
    assert [figure["value"] for figure in read(text)] == [870, 4800]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("By Sunday 140 persons were staying in 34 evacuation centres.", "displaced"),
        ("The eruption sent 140 farmers into nine relief camps.", "displaced"),
        ("Another 140 are in tents.", "displaced"),
        ("Nearly 140 people remain in refugee camps in Klow.", "refugees"),
        ("Some 140 guests spent the night in a sports hall.", "displaced"),
        ("The council put up 140 farmers in a hostel.", "displaced"),
        ("The guards shot dead 140 people in two camps.", "killed"),
    ],
)
def test_who_is_sheltered_somewhere_is_displaced(text, outcome, read_one):
    assert read_one(text)["outcome"] == outcome


@pytest.mark.parametrize(
    "text",
    [
        "Some 300 fighters are stationed in camps by the border.",
        "The agency handed out 3,000 kits in 14 camps.",
        "They trained 300 recruits in two training camps.",
    ],
)
def test_fighters_and_things_in_camps_are_not_displaced(text, read):
    assert read(text) == []


def test_who_are_called_refugees_are_refugees_wherever_they_are_moved(read_one):
    assert read_one("The flood displaced 140 refugees.")["outcome"] == "refugees"
    assert read_one("Some 140 refugees returned home.")["outcome"] == "returned"


def test_displaced_people_that_others_are_a_part_of_are_counted_too(read):
    assert [f["value"] for f in read("Out of 26,000 displaced since 2008, 4,000 have returned.")] == [26000, 4000]


def test_who_are_counted_again_in_households_are_displaced_in_both(read):
    people, households = read("Some 12 000 persons, that is 2 150 households, have left Klow for the hills.")
    assert (people["outcome"], households["outcome"]) == ("displaced", "displaced")
    assert (people["unit"], households["unit"]) == ("people", "families")


def test_a_part_with_a_clause_of_its_own_has_its_own_fate(read):
    whole, part = read("The flood affected 2,450 households, of which 1,870 have been displaced.")
    assert (whole["outcome"], part["outcome"]) == ("other", "displaced")
    assert part["part_of"] == whole["figure_id"]


@pytest.mark.parametrize(
    "text",
    [
        "The shelling sent a new wave of 140 villagers fleeing.",
        "The gale left 140 farmers with nowhere to live.",
        "Some 140 families are still living in unfinished buildings.",
        "On Sunday 140 farmers were brought to emergency accommodation.",
        "The agency has recorded 140 new arrivals at Klow.",
        "Just 140 farmers preemptively evacuated.",
    ],
)
def test_displacement_in_the_manner_of_relief_agencies(text, read_one):
    figure = read_one(text)
    assert (figure["value"], figure["outcome"]) == (140, "displaced")


def test_the_round_of_a_survey_counts_nobody(read):
    assert [f["value"] for f in read("Tracking Round 12 identified 53,210 IDPs.")] == [53210]


def test_what_burns_is_no_person(read):
    figures = read("The blaze, burning over a wide front, has driven 880 people from their homes.")
    assert [figure["outcome"] for figure in figures] == ["displaced"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Some 140 farmers are still unable to return.", "displaced"),
        ("They found 140 farmers by the road, too afraid to go back.", "displaced"),
        ("Of those, 140 were allowed to return on Sunday.", "returned"),
        ("Some 140 families have returned.", "returned"),
        ("The gunmen drove away 140 farmers.", "displaced"),
        ("The brigade brought 140 islanders from Klow to safety.", "displaced"),
        ("The refugee population of Klow stands at 140.", "refugees"),
        ("The displaced population has grown to 140.", "displaced"),
        ("The refugees number 140,000.", "refugees"),
    ],
)
def test_who_may_go_back_and_who_may_not(text, outcome, read_one):
    assert read_one(text)["outcome"] == outcome


def test_a_list_of_states_gives_each_its_own(read):
    figures = read("Sudan has 11 million IDPs, 2 million refugees and 25 million in need of food.")
    assert [f["outcome"] for f in figures] == ["displaced", "refugees", "other"]


def test_who_merely_live_in_a_place_that_is_hit_are_not_counted(read):
    assert read("The valley, home to 56,000 people, was cut off.") == []


@pytest.mark.parametrize(("share", "value"), [("Four in ten", 400), ("Three fifths", 600), ("Eight out of ten", 800)])
def test_shares_in_tens_and_fifths(share, value, read_one):
    assert read_one(f"{share} of the town's 1,000 people have fled.")["value"] == value


def test_who_are_in_shelters_are_counted_now_and_who_are_brought_there_are_an_event(read_one):
    assert read_one("Some 140 farmers are inside three evacuation centres.")["scope"] == "stock"
    assert read_one("The flood sent 140 farmers into three evacuation centres.")["scope"] == "event"


@pytest.mark.parametrize(
    "text",
    [
        "Some 1,140 families lost their dwellings in the storm.",
        "Some 1,140 farmers had to quit their homes.",
        "On Sunday 1,140 families vacated their apartments.",
        "They visited 1,140 families whose houses were washed away.",
        "Some 1,140 farmers had their homes swept away.",
        "Since the blaze 1,140 tenants have no place to stay.",
        "The slide forced the relocation to tents of 1,140 families.",
    ],
)
def test_who_lost_or_left_their_homes_is_displaced(text, read_one):
    figure = read_one(text)
    assert (figure["value"], figure["outcome"]) == (1140, "displaced")


def test_a_change_by_some_is_no_range(read):
    figures = read("The number of IDPs decreased by 400 to 12,800.")
    assert [figure["value"] for figure in figures] == [400, 12_800]


def test_people_of_families_are_counted_in_both(read):
    people, families = read("312 people from 97 families have been accommodated in schools.")
    assert (people["unit"], families["unit"]) == ("people", "families")
    assert families["part_of"] is None


def test_both_whom_a_fire_drove_to_the_beach_are_displaced(read):
    figures = read("The fire has driven some 2,000 holidaymakers and 600 villagers to the beaches.")
    assert [(f["value"], f["outcome"]) for f in figures] == [(2000, "displaced"), (600, "displaced")]


def test_families_with_their_people_in_brackets_may_stand_before_a_dash(read):
    figures = read("Klow - 88 families (352 individuals) - evacuated to a school; Ardent - none.")
    assert [(f["value"], f["outcome"]) for f in figures] == [(88, "displaced"), (352, "displaced")]


def test_not_a_single_one_is_nobody(read):
    assert read("Not a single household had gone back.") == []


def test_who_misses_something_is_not_missing(read):
    assert read("Some 1,300 students are missing lessons.") == []


def test_a_text_may_end_with_its_number(read_one):
    figure = read_one("Total of displaced households 1,964")
    assert (figure["value"], figure["unit"]) == (1964, "families")


def test_kitchens_are_not_among_the_lives_lost(read):
    assert [f["value"] for f in read("Some 22 community kitchens serve meals, and 61 lives have been lost.")] == [61]


def test_days_of_a_date_count_nobody(read):
    assert [figure["value"] for figure in read("Night raids 2–9 Nov. Displaced: 140 families.")] == [140]


def test_what_befell_their_things_did_not_befall_people(read):
    assert read("Some 140 farmers whose tractors were destroyed met on Sunday.") == []


def test_a_bare_number_of_what_was_destroyed_is_none_of_those_evacuated(read):
    assert [f["value"] for f in read("By Sunday 260 homes were evacuated and 90 destroyed.")] == [260]


def test_the_place_may_stand_before_whom_a_transfer_moves(read_one):
    figure = read_one("The transfer to Idlib of 140 rebels began on Monday.")
    assert (figure["outcome"], figure["place"]) == ("displaced", "Idlib")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Dead: 5. Injured: 12. Evacuated: 4,000.", [5, 12, 4000]),
        ("Families affected: 3,200; families displaced: 410.", [3200, 410]),
        ("The displaced now number 1.2 million.", [1_200_000]),
        ("7,400 HH displaced in Klow.", [7400]),
    ],
)
def test_figures_as_situation_reports_list_them(text, values, read):
    assert [figure["value"] for figure in read(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "The evacuation, by bus and train, of 1,140 residents is over.",
        "Some 1,140 tenants are staying in hotels.",
        "After the gale 1,140 tenants were given shelter by the parish.",
        "With the drought killing their goats, 1,140 herders have moved to camps.",
    ],
)
def test_who_moved_is_not_who_died(text, read_one):
    figure = read_one(text)
    assert (figure["value"], figure["outcome"]) == (1140, "displaced")


def test_what_shelters_can_hold_is_no_figure(read):
    assert read("The shelters can hold 9,000 people.") == []


def test_what_may_come_is_projected_in_spanish_too(read_one):
    assert read_one("Unas 140 familias pueden ser evacuadas.")["modality"] == "projected"


@pytest.mark.parametrize(
    "text",
    [
        "The militia stopped 300 families from fleeing Azaz.",
        "Some 300 people are unable to leave the quarter.",
        "About 300 women were prevented from leaving.",
        "The mayor spoke of the 300 women who remain under siege.",
    ],
)
def test_who_cannot_leave_is_besieged(text, read_one):
    assert read_one(text)["outcome"] == "besieged"


def test_who_has_a_verb_of_his_own_shares_no_other(read):
    text = "Police said 140 people were taken to three relief camps and nine suspects had been arrested."
    assert [f["outcome"] for f in read(text)] == ["displaced", "detained"]


def test_who_is_brought_to_a_shelter_may_be_told_in_families_and_people(read):
    families, people = read("Some 14 families comprising 70 farmers were placed at a relief centre in the hall.")
    assert (families["outcome"], families["unit"]) == ("displaced", "families")
    assert people["part_of"] == families["figure_id"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Some 140 farmers sought temporary shelter as the river rose.", "people"),
        ("The mayor ordered 140 homes to be evacuated.", "families"),
        ("Gale: 140 farmers from Palamas, Thessaly, ferried out by soldiers.", "people"),
        ("Some 140 families had gone to emergency centres.", "families"),
    ],
)
def test_who_is_brought_out_or_goes(text, unit, read_one):
    figure = read_one(text)
    assert (figure["value"], figure["outcome"], figure["unit"]) == (140, "displaced", unit)


def test_people_who_flee_are_counted_where_something_is_for_them(read_one):
    figure = read_one("The town is a sanctuary for 4,000 civilians fleeing battles nearby.")
    assert (figure["outcome"], figure["group"], figure["scope"]) == ("displaced", "civilians", "stock")


@pytest.mark.parametrize(
    "text",
    [
        "Some 1,200 people poured into Turkey on Monday.",
        "The raids pushed 1,200 people across the line into Namibia.",
        "Some 1,200 farmers crossed the river into Thailand.",
    ],
)
def test_people_who_move_into_another_country_are_refugees(text, read_one):
    assert read_one(text)["outcome"] == "refugees"


def test_who_flee_to_neighbouring_countries_are_refugees(read_one):
    assert read_one("The siege made 700 people flee to neighbouring countries.")["outcome"] == "refugees"


@pytest.mark.parametrize(
    "text", ["Nearly 900 leave last besieged quarter of Homs", "Some 900 people left the besieged town."]
)
def test_who_leaves_a_besieged_place_is_displaced(text, read_one):
    assert read_one(text)["outcome"] == "displaced"


def test_who_became_a_refugee_is_one(read_one):
    assert read_one("Some 4,000 have become refugees since January.")["outcome"] == "refugees"


def test_who_reached_a_town_abroad_is_a_refugee(read):
    assert read("Shells hit Homs. Some 300 families crossed at Akcakale.")[-1]["outcome"] == "refugees"
    assert read("Shells hit Homs. Some 300 families fled to Idlib.")[-1]["outcome"] == "displaced"


def test_fighters_who_arrive_have_not_fled(read):
    assert read("Up to 600 gunmen with four tanks arrived in the town.") == []
    assert read("Up to 600 farmers arrived in the town.")[0]["outcome"] == "displaced"
