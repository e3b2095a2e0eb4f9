"""Who was counted, in what state, of what whole: outcomes.py, people.py, parts.py, modality.py, indefinite.py."""

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
    ],
)
def test_a_part_names_its_whole(text, read):
    whole, part = read(text)
    assert (part["value"], part["group"], part["outcome"]) == (5, "children", "killed")
    assert part["part_of"] == whole["figure_id"]


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
        ("Some 14,000 men are at risk of being displaced.", "projected"),
        ("The ministry denied that 14 men were killed.", "denied"),
        ("The army denied killing 14 men.", "denied"),
    ],
)
def test_whether_it_is_reported(text, modality, read_one):
    assert read_one(text)["modality"] == modality


@pytest.mark.parametrize("modal", ["may be", "could be", "would be"])
def test_harm_that_is_to_come_is_found(modal, read_one):
    assert read_one(f"Next spring 14 men {modal} killed by mines.")["modality"] == "projected"


def test_a_person_is_one(read):
    nurse, men = read("Mines killed a nurse and 14 men.")
    assert (nurse["phrase"], nurse["value"], nurse["group"], nurse["indefinite"]) == ("a", 1, "medical", True)
    assert men["indefinite"] is False


@pytest.mark.parametrize("text", ["Shells killed an hour later.", "Mines destroyed a tank.", "A bus left the town."])
def test_a_thing_is_nobody(text, read):
    assert read(text) == []
