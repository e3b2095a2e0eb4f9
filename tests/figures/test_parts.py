"""What number is part of what, as a text says: parts.py."""

import pytest


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Fighting killed 70 people, 45 of whom were civilians, 15 soldiers and 10 rebels.", [45, 15, 10]),
        ("The attackers killed at least 70, among whom were the mayor and his two sons.", [2]),
        ("The raid killed 70 people (45 civilians, 15 soldiers and 10 rebels).", [45, 15, 10]),
        ("Seventy fighters fell, nine on the government side and six among the insurgents.", [9, 6]),
        (
            "They counted 70 martyrs, including 6 women and one nurse: 40 martyrs in Klow, 20 in Ardent, 10 in Tell.",
            [6, 1, 40, 20, 10],
        ),
        ("They counted 70 martyrs, nine of them women: Klow 45, Ardent 25.", [9, 45, 25]),
        ("Of the 70 people who fled Klow in May, 12 have come back.", [12]),
    ],
)
def test_parts_are_listed_behind_their_whole(text, values, read):
    whole, *parts = read(text)
    assert [(part["value"], part["part_of"]) for part in parts] == [(n, whole["figure_id"]) for n in values]


def test_families_in_brackets_are_no_part_of_the_people_in_them(read):
    people, families = read("The raid displaced 70 people (14 families).")
    assert (families["unit"], families["part_of"]) == ("families", None)
    assert people["part_of"] is None


def test_the_fate_of_a_part_is_not_that_of_the_whole(read):
    _, taken, died = read("Rebels killed eight soldiers and took four others prisoner, two of whom later died.")
    assert (taken["outcome"], died["outcome"], died["part_of"]) == ("detained", "killed", taken["figure_id"])


def test_an_age_counts_nobody(read):
    assert [figure["value"] for figure in read("The raid killed ten, half of whom were under 18.")] == [10, 5]
    assert [figure["value"] for figure in read("The raid killed ten, four of them under five.")] == [10, 4]


def test_fighters_among_others_are_on_their_side(read):
    _, *parts = read("Fifteen fell, nine on the government side and six among the insurgents.")
    assert [part["side"] for part in parts] == ["government", "opposition"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Gunmen abducted 42 pupils. Seventeen of them were later found dead.", "killed"),
        ("Some 42 people have been uprooted. Seventeen of them have crossed into neighbouring states.", "refugees"),
    ],
)
def test_some_of_them_may_have_fared_otherwise(text, outcome, read):
    whole, part = read(text)
    assert (part["outcome"], part["part_of"]) == (outcome, whole["figure_id"])


def test_those_of_whom_a_verb_of_their_own_is_told_have_that_outcome(read):
    arrested, released = read("The police arrested 30 bakers, 12 of whom were later released.")
    assert (arrested["outcome"], released["outcome"]) == ("detained", "other")
    assert released["part_of"] == arrested["figure_id"]


def test_a_number_whose_noun_tells_its_harm_shares_it_with_none_before(read):
    whole, *parts, last = read("They saw 90 civilian deaths, among them two boys and 9 women, and 17 deaths in jail.")
    assert [part["part_of"] for part in parts] == [whole["figure_id"]] * 2
    assert (last["group"], last["part_of"]) == ("civilians", None)


def test_those_who_say_something_do_not_open_a_list_of_parts(read):
    *_, first, second = read(
        "Raids have killed 9,000 people, officials said. They said six men and 40 boys died in Klow."
    )
    assert first["part_of"] is None
    assert second["part_of"] is None


def test_what_befell_the_next_subject_did_not_befall_a_part(read):
    _, man, _ = read("Two nurses were killed, one of them a man from Ardent, and a girl was injured.")
    assert man["outcome"] == "killed"


def test_of_a_number_that_opens_a_sentence_only_a_part_is_told(read):
    whole, part = read("Of the 140 who have been allowed out since Friday, 22 men were detained.")
    assert (whole["outcome"], part["outcome"]) == ("displaced", "detained")


def test_the_wounded_who_died_later_are_some_of_the_wounded(read):
    _, wounded, died = read("The raid killed 11 and wounded dozens. A doctor said nine of the wounded later died.")
    assert (died["outcome"], died["part_of"]) == ("killed", wounded["figure_id"])


@pytest.mark.parametrize(
    ("listed", "values"),
    [("40 nurses, 20 rebels and 10 soldiers", [40, 20, 10]), ("40 in Homs, 20 in Idlib and 10 in Hama", [40, 20, 10])],
)
def test_a_list_of_parts_ends_where_a_bare_number_has_a_clause_to_itself(listed, values, read):
    whole, *parts, hurt = read(f"Raids killed 70 people, including {listed}, and 90 were wounded.")
    assert [(part["value"], part["outcome"], part["part_of"]) for part in parts] == [
        (value, "killed", whole["figure_id"]) for value in values
    ]
    assert (hurt["value"], hurt["outcome"], hurt["group"]) == (90, "injured", "people")


@pytest.mark.parametrize(
    "text",
    [
        "Of the 25 killed, 12 were soldiers, nine rebels and four civilians.",
        "The raids left 25 dead (12 soldiers, nine rebels, four civilians) and 40 hurt.",
    ],
)
def test_a_list_of_parts_goes_on_without_its_verb_and_ends_with_its_bracket(text, read):
    whole, *parts = read(text)[:4]
    assert [(part["value"], part["outcome"], part["part_of"]) for part in parts] == [
        (value, "killed", whole["figure_id"]) for value in (12, 9, 4)
    ]


def test_parts_of_a_total_that_is_not_told_are_no_wholes(read):
    *_, medics = read("The dead included 12 soldiers and four civilians. Two medics were also among the dead.")
    assert (medics["group"], medics["part_of"]) == ("medical", None)


def test_those_of_whom_some_died_are_not_dead(read):
    assert [f["value"] for f in read("Of the choir's 3,000 singers, 180 have died since it was founded.")] == [180]


def test_of_the_dead_are_some_of_those_who_died(read):
    dead, _, seven = read("Shells killed 58 bakers and injured 140, seven of the dead in the mill.")
    assert (seven["outcome"], seven["part_of"]) == ("killed", dead["figure_id"])


def test_what_stands_behind_a_bracket_is_none_of_those_in_it(read):
    _, klow, girls, *others = read(
        "Raids killed 12 in Homs, nine in Klow (five of them girls), four in Douma and one here."
    )
    assert (girls["place"], girls["part_of"]) == ("Klow", klow["figure_id"])
    assert girls["figure_id"] not in {figure["part_of"] for figure in others}


@pytest.mark.parametrize("behind", ["including five girls", "among them five girls"])
def test_of_whom_some_are_named_need_not_be_a_part_themselves(behind, read):
    _, hurt, girls = read(f"The shells killed seven bakers and wounded 15 {behind}.")
    assert (hurt["outcome"], hurt["part_of"]) == ("injured", None)
    assert (girls["outcome"], girls["part_of"]) == ("injured", hurt["figure_id"])


def test_one_of_the_strikes_is_nobody(read):
    strikes = read("Two strikes killed 40 people and one hit a mill.")
    assert [figure["value"] for figure in strikes] == [40]


@pytest.mark.parametrize("them", ["them", "those", "these"])
def test_of_them_may_open_a_sentence(them, read):
    left, *some = read(f"Some 147 families left Klow. Of {them}, 109 returned to their homes and 38 moved to a camp.")
    assert [(part["outcome"], part["unit"], part["part_of"]) for part in some] == [
        ("returned", "families", left["figure_id"]),
        ("displaced", "families", left["figure_id"]),
    ]


def test_parts_are_listed_without_commas_and_an_age_is_none_of_them(read):
    _, *parts = read("Raids killed 109. They include three children seven teenagers under 16 ten women and 83 men.")
    assert [part["value"] for part in parts] == [3, 7, 10, 83]


def test_another_count_may_be_given_in_families_and_people(read):
    _, families, people = read("Some 12,400 families fled. A mayor put the number at 15,000 families or 90,000 people.")
    assert [(f["value"], f["unit"]) for f in (families, people)] == [(15000, "families"), (90000, "people")]


def test_those_under_an_age_are_counted_and_the_age_is_not(read):
    girls, nurses = read("Among the dead were 20 children under five and nine nurses.")
    assert (girls["value"], nurses["value"]) == (20, 9)


def test_another_voice_counts_the_whole_and_parts_of_its_own(read):
    whole, girl, again, girls = read(
        "Police counted 14 dead, one of them a girl; the clinic counted 16, two of them girls."
    )
    assert (girl["part_of"], girls["part_of"]) == (whole["figure_id"], again["figure_id"])
    assert (again["part_of"], again["group"]) == (None, "people")


def test_dozens_of_dead_are_none_of_those_told_before(read):
    assert read("The mayor counted 70 dead. The coroner spoke of dozens of dead.")[1]["part_of"] is None


def test_parts_are_marked_behind_whose_they_are(read):
    whole, part = read("The blast killed 70 people, three of the town's bakers among them.")
    assert part["part_of"] == whole["figure_id"]


def test_who_are_among_them_are_parts(read):
    whole, *parts = read("The toll climbed to 86 dead. Thirty bakers and 20 women are among them.")
    assert [(part["value"], part["part_of"]) for part in parts] == [(30, whole["figure_id"]), (20, whole["figure_id"])]


def test_parts_may_stand_between_dashes(read):
    whole, *parts = read("Eight people - five bakers, a caretaker and two students - were killed.")
    assert [part["part_of"] for part in parts] == [whole["figure_id"]] * 2


def test_a_list_of_parts_ends_at_a_verb_of_the_next_though_commas_were_lost(read):
    figures = read("The day before 64 had died in Klow eleven of them children and over 200 were wounded.")
    assert [(figure["outcome"], bool(figure["part_of"])) for figure in figures] == [
        ("killed", False),
        ("killed", True),
        ("injured", False),
    ]


def test_a_part_among_them_needs_no_comma(read):
    whole, part = read("Twelve farmers five children among them drowned off Klow.")
    assert part["part_of"] == whole["figure_id"]


def test_a_part_is_of_those_whom_its_own_words_name(read):
    *_, children = read(
        "Raids killed 50 fighters and eight civilians. Most of the 50 fighters were foreigners and the civilians "
        "included three children."
    )
    assert (children["group"], children["part_of"]) == ("children", None)


def test_some_of_the_victims_are_of_the_group_of_all(read):
    figures = read(
        "At least 19 civilians were killed in raids on Klow. Half a dozen wounded children sat in a clinic. "
        "Fourteen of the victims died in raids on the market."
    )
    assert (figures[2]["group"], figures[2]["part_of"]) == ("civilians", figures[0]["figure_id"])


def test_these_clinics_are_not_those_who_died(read):
    figures = read("This month 37 people have died. These same clinics reported 33 dead last year.")
    assert figures[1]["part_of"] is None
