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
        ("By Sunday 140 residents were returning home.", "returned"),
        ("Some 140 residents headed home on Sunday.", "returned"),
    ],
)
def test_more_ways_to_leave_and_to_come_back(text, outcome, read_one):
    assert read_one(text)["outcome"] == outcome


@pytest.mark.parametrize("things", ["hamlets", "counties", "townships", "barangays", "businesses"])
def test_what_a_flood_cuts_off_or_hits_need_not_be_people(things, read):
    assert read(f"The flood cut off 14 {things}; 14 {things} were affected.") == []
