import pytest


@pytest.mark.parametrize(
    ("text", "source", "source_id"),
    [
        ("Shells killed 14 people, activists said.", "activists", "activists"),
        ("Activists said shells killed 14 people.", "Activists", "activists"),
        ("Shells killed 14 people, SANA reported.", "SANA", "sana"),
        ("According to SANA, shells killed 14 people.", "SANA", "sana"),
        ("Shells killed 14 people, according to Hisham Quell.", "Hisham Quell", None),
        (
            "Shells killed 14 people, according to the Orchard Union, a small coalition of farmers.",
            "Orchard Union",
            None,
        ),
        ("Shells killed 14 people, by the count of the Orchard Union.", "Orchard Union", None),
        ("Shells killed 14 people by the mill, said Hisham Quell.", "Hisham Quell", None),
        ("Shells killed 14 people, according to orchard farmer Hisham Quell.", "orchard farmer Hisham Quell", None),
        (
            "A medic in the village of Klow confirmed to SANA that 14 men died.",
            "medic in the village of Klow",
            "medics",
        ),
        (
            "A KLO works officer, Colonel Hisham Quell, said 14 men died.",
            "KLO works officer, Colonel Hisham Quell",
            None,
        ),
        ("Gunmen of the Moth, which has sworn revenge, killed 14 men, the mayor said.", "mayor", None),
        ("Hisham Quell told a radio station that 14 men died.", "Hisham Quell", None),
        (
            "Quill Aldermoor a local teacher told a radio station that 14 men died.",
            "Quill Aldermoor a local teacher",
            None,
        ),
        (
            "14 men died, Quill Aldermoor, the clinic's Klow director, told SANA.",
            "Quill Aldermoor, the clinic's Klow director",
            None,
        ),
        (
            '"14 men died," Quill Aldermoor, a 25-year-old teacher, said.',
            "Quill Aldermoor, a 25-year-old teacher",
            None,
        ),
        ("14 men died, Quill Aldermoor, 41, a farmer, told SANA.", "Quill Aldermoor, 41, a farmer", None),
        ("14 men died in Deir Ezzor, a teacher said.", "teacher", None),
        ("14 men died, the orchard council said.", "orchard council", None),
        ("The Orchard Union, which is based in Klow, said 14 men died.", "Orchard Union", None),
        ("The Orchard Union, in Klow, believes the flood to have killed 14 men.", "Orchard Union", None),
        ("The Orchard Union, whose members are doctors, said 14 men died.", "Orchard Union", None),
        ("Orchard News, a network run by activists, counted 14 dead.", "Orchard News", None),
        ("A cook who survived said 14 men died.", "cook", None),
        ("The losses were estimated by the orchard union at 14 dead.", "orchard union", None),
        ("The orchard union could only confirm 14 deaths.", "orchard union", None),
        ("Gen. Hisham Quell spoke of a raid. According to the general 14 men died.", "Gen. Hisham Quell", None),
        (
            "14 men died when shells hit Deir Ezzor health officials in Ardent said.",
            "health officials in Ardent",
            "medics",
        ),
        ("Among the 14 dead Hisham Quell a local baker said were farmers.", "Hisham Quell a local baker", None),
        ("A nurse at the citys largest clinic said 14 men died.", "nurse at the citys largest clinic", None),
        (
            "Sources in the Klow Union speaking to our reporter said 14 men died.",
            "Sources in the Klow Union",
            "local-sources",
        ),
        ("Orchard News a network run by farmers said 14 men died.", "Orchard News", None),
        ("According to the orchard group a local union some 14 men died.", "orchard group", None),
        ("14 men died said Hisham Quell many of them bakers.", "Hisham Quell", None),
        ("Those who fled spoke of 14 dead Hisham Quell said.", "Hisham Quell", None),
        ("14 men died by the UNs estimate.", "UN", None),
        ("Fourteen of the dead came from Klow and Saudi Arabia said SANA.", "SANA", "sana"),
        (
            "Hisham Quell a farmer reached by phone in Klow told SANA that a sniper posted on a roof shot 14 men.",
            "Hisham Quell a farmer",
            None,
        ),
        ("Klow Union - which relies on cooks, farmers and bakers - said 14 men died.", "Klow Union", None),
        ("The dead, who included farmers, lay in a school, where a baker counted 14 bodies.", "baker", None),
        ("UN monitors said 14 men died.", "UN monitors", "un"),
        ("The men killed in Klow - 14 by SANA's count - were bakers.", "SANA", "sana"),
        ("Farmers reached through Skype said 14 men died.", "Farmers", None),
        ("Farmers in Klow announced the arrest of 14 men.", "Farmers in Klow", None),
        ("The orchard union whose tally takes in farmers as well listed 14 dead.", "orchard union", None),
        ("Of the dead 14 were drivers said Hisham Quell.", "Hisham Quell", None),
        ("Borduria's jets, SANA said, have bombed Klow since May, killing 14 men.", "SANA", "sana"),
        ("The Orchard Union (OU), which runs the clinic, said 14 men died.", "Orchard Union", None),
        ("Hisham Quell, who grows plums, said his neighbours had buried 14 dead.", "Hisham Quell", None),
        ("Klow counted nobody; SANA, however, put the number of dead at 14.", "SANA", "sana"),
        ("A previous tally had put the number of dead at 14.", None, None),
        (
            "14 men died, SANA said, quoting an Interior Ministry official.",
            "Interior Ministry official",
            "syrian-government",
        ),
        ("14 men died, rescuers in that city said.", "rescuers in that city", "rescuers"),
        ("SANA, which named three towns, quoted farmers who spoke of 14 dead.", "farmers", None),
        ("The orchard union spoke of no raid. Its earlier count stood at 14 dead.", "orchard union", None),
        ("The orchard union spoke of no raid. Opposition fighters freed 14 men, it said.", "orchard union", None),
        ("A page that belongs to the rebels said 14 men died.", "page", None),
        ("Pages close to the orchard council said 14 men died.", "Pages close to the orchard council", None),
        ("SANA, citing people from Klow, said 14 men died.", "people from Klow", None),
        ("14 men died, according to people who fled.", "people", None),
        (
            "14 men died, according to numbers provided by the health council.",
            "numbers provided by the health council",
            None,
        ),
        ("14 men died, a nurse in the city's largest clinic said.", "nurse in the city's largest clinic", None),
        (
            "14 men died, Hisham Bab Touma, an orchard official, told SANA.",
            "Hisham Bab Touma, an orchard official",
            "officials",
        ),
        ("14 men died, Hisham Jalaa, who grows plums, told SANA.", "Hisham Jalaa", None),
        ("The Observatory spoke of no raid. The orchard centre said 14 men died.", "orchard centre", None),
        ("The Orchard Centre spoke of no raid. The centre said 14 men died.", "Orchard Centre", None),
        ("Jets hit Homs, in the west, which led to the death of 14 men, activists said.", "activists", "activists"),
        ("Activists were informed that 14 men died.", "Activists", "activists"),
        ("As the fire spread, rebel factions told SANA that 14 men died.", "rebel factions", "rebels"),
        ("SANA puts the number of men killed since July, when the mill burnt, at 14.", "SANA", "sana"),
        ("A source at Mill Lane Clinic said that 14 men died.", "source at Mill Lane Clinic", "local-sources"),
        ("Meanwhile activists said that 14 men died.", "activists", "activists"),
        ("The coroner on Monday evening said 14 men died.", "coroner", None),
        ("The coroner on May 8 reported 14 deaths.", "coroner", None),
        (
            "The head of a makeshift clinic told a radio station that 14 men died.",
            "head of a makeshift clinic",
            None,
        ),
        ("14 men were found dead near Klow, said Hala Quell, who leads a choir.", "Hala Quell", None),
        (
            "SANA denied it, while the Orchard Union, which has staff there, said 14 men died.",
            "Orchard Union",
            None,
        ),
        ("The Orchard Union draws attention to Homs, where 14 families are trapped.", "Orchard Union", None),
        ("The mayor, Hisham Quell, on Monday told a radio station that 14 men died.", "mayor, Hisham Quell", None),
        ("Hisham Quell in a written statement late Monday put the toll at 14 dead.", "Hisham Quell", None),
        ("The Orchard Union said 14 men died, according to figures from its wards.", "Orchard Union", None),
        ("Later in the day SANA reported 14 casualties.", "SANA", "sana"),
        ("A fire broke out, SANA said, and gave a toll of 14 dead.", "SANA", "sana"),
        ("SANA quoted a number of residents as saying that 14 men died.", "residents", "residents"),
        ("SANA raised the toll of a fire in the far north, saying 14 men died.", "SANA", "sana"),
        ("Citing medics the Syrian Observatory for Human Rights said 14 men died.", "medics", "medics"),
        (
            "Director of Mill Lane Hospital Dr. Quill Oak told SANA that 14 men died.",
            "Director of Mill Lane Hospital Dr. Quill Oak",
            None,
        ),
        ("The fire came a day after medics said 14 men died.", "medics", "medics"),
        ("The army announced the end of the fire that killed 14 men.", None, None),
        ("SANA announced the death of 14 men.", "SANA", "sana"),
        (
            "The Syrian Network for Human Rights, based in Britain, said 14 men died.",
            "Syrian Network for Human Rights",
            "snhr",
        ),
        ("A rebel group claimed the attack that killed 14 men.", None, None),
        ("Shells hit the mill, with medics saying 14 men died.", "medics", "medics"),
        ("SANA said in a statement released on Friday that 14 men died.", "SANA", "sana"),
        ("Hisham Quell was quoted as saying 14 men died.", "Hisham Quell", None),
        ("Police put the death toll at 14.", "Police", "police-command"),
        ("Amid reports that 14 men died, the mill closed.", "reports", None),
        (
            "According to a statement published by Klow House on Monday, 14 men died.",
            "statement published by Klow House",
            None,
        ),
        ("Channel 4 said 14 men died.", "Channel 4", None),
        (
            "Fires killed 14 men trained by Washington, said the Syrian Observatory for Human Rights.",
            "Syrian Observatory for Human Rights",
            "sohr",
        ),
        (
            "14 men died, the Britain-based Syrian Observatory for Human Rights went on to say.",
            "Syrian Observatory for Human Rights",
            "sohr",
        ),
        ("The mayor says aid is late Shells killed 14 men on the road, medics said.", "medics", "medics"),
        ("Medics said shells killed 14 men on the road, SANA reported.", "Medics", "medics"),
        ("Shells killed 14 men but the claim was swiftly denied.", None, None),
        ("The mill's owner has strongly condemned the killing of 14 men.", "mill's owner", None),
        ("A local doctors' committee said 14 men died.", "local doctors' committee", "medics"),
        ("Roads are shut, said the mayor, who also reported the deaths of 14 men.", "mayor", None),
        ("14 men died, a centre for the relief of refugees said.", "centre for the relief of refugees", None),
        ("14 men died, according to the humanitarian flood office.", "humanitarian flood office", None),
        ("The governor acknowledges that 14 men were killed.", "governor", "provincial-officials"),
        ("Shells killed 14 men in the mill as he thinks little of it and says so often.", None, None),
        ("Medics working through the night said 14 men died.", "Medics", "medics"),
        ("Hisham Quell was quoted by SANA as saying 14 men died.", "Hisham Quell", None),
        ("The Klow Relief Fund, an aid collective, said 14 men died.", "Klow Relief Fund, an aid collective", None),
        ("Citing a local medic the Britain-based monitoring group said 14 men died.", "local medic", "medics"),
        ("14 men died, according to civil defence bakers.", "civil defence bakers", "white-helmets"),
        ("SANA said in a statement putting the death toll at 14.", "SANA", "sana"),
        ("Activists raised the death toll to 14.", "Activists", "activists"),
        ("It brought the death toll to 14.", None, None),
        ("The mill reopened, activists said, days after a fire killed 14 men.", None, None),
        ("The fire killed 14 men, reports indicate.", "reports", "reports"),
        ("The blast claimed 14 and closed the road.", None, None),
        ("SANA said 14 men died, citing medics.", "medics", "medics"),
        ("State television, quoting medics, said 14 men died.", "medics", "medics"),
        ("The army claimed to have killed 14 men.", "army", "syrian-army"),
        ("Residents reached by Reuters said 14 men died.", "Residents", "residents"),
        ("14 men died, a hospital official in the city said.", "hospital official in the city", "officials"),
        ("14 men died, Dr Hisham Quell of the hospital said.", "Dr Hisham Quell of the hospital", None),
        ('"14 men died," Hisham Quell, who runs the hospital, said.', "Hisham Quell", None),
        ("UN figures show that 14 men died.", "UN figures", "un"),
        ('The "Klow Times" newspaper said that 14 men died.', "Klow Times newspaper", None),
        ("Shells killed 14 people, by SANA's count.", "SANA", "sana"),
        (
            "On the Syrian Observatory for Human Rights' tally 14 men died.",
            "Syrian Observatory for Human Rights",
            "sohr",
        ),
        ("According to a 2016 study by Klow House, shells killed 14 people.", "study by Klow House", None),
        ("14 men died in the last four days, said Hisham Quell of Klow House.", "Hisham Quell of Klow House", None),
        ("14 men died, Hisham Quell said by telephone.", "Hisham Quell", None),
        ("A baker of the town put it at 14 dead.", "baker of the town", None),
        ("The army put them to flight, and 14 men died.", None, None),
        ('"Shells killed 14 men and we sat in the mill," said Halima, a baker.', "Halima, a baker", None),
        ('"I counted 14 dead on the road. It was cold," Hisham Quell said.', "Hisham Quell", None),
        ("14 men died, according to a township relief volunteer.", "township relief volunteer", None),
        ("According to Quell, another 14 men died.", "Quell", None),
        ("Troops have taken the mill, activists say, executing 14 men.", "activists", "activists"),
        ("The Klow Data Project now estimates that 14 men died.", "Klow Data Project", None),
        ('"We buried 14 men," Hala Quell, a mother of four, told a reporter.', "Hala Quell, a mother of four", None),
        ("A military source quoted by SANA said 14 men died.", "military source", "military-source"),
        ("Citing a military source, SANA said 14 men died.", "military source", "military-source"),
        ("A medic reached by telephone in Homs spoke of 14 dead.", "medic", "medics"),
        (
            "SANA quoted the head of the town's council, Hisham Quell, as saying that 14 men died.",
            "head of the town's council, Hisham Quell",
            None,
        ),
        (
            "Borduria's foreign minister Hisham Quell said 14 men died.",
            "Borduria's foreign minister Hisham Quell",
            None,
        ),
        ("A monitor counted 14 dead; the wounded may not make it, a teacher said.", "monitor", "sohr"),
        ("On Sunday ISIS released 14 prisoners.", None, None),
        ("The WHO said 14 men died.", "WHO", "who"),
        ("A raid in which, the White Helmets say, at least 14 men died was denied.", "White Helmets", "white-helmets"),
        ("A family of 14 died after a bomb that medics said contained chlorine.", None, None),
        ("The UN fears that up to 14 men could die.", "UN", "un"),
        ("At least 14 men died, rescuers and a monitor said.", "rescuers and a monitor", "rescuers"),
        ("Some 14 men died, doctors at a field hospital said.", "doctors at a field hospital", "medics"),
        ("Quell's son is dead. IS released a video in which it beheads 14 men.", "IS", "islamic-state"),
        ("State TV countered that 14 men died.", "State TV", "syrian-state-tv"),
        ("The Klow Data Project for its part said 14 men died.", "Klow Data Project", None),
        ("Airwars, a monitoring group, said 14 men died.", "Airwars, a monitoring group", "airwars"),
        ("Hospital records show 14 deaths.", "Hospital records", None),
        ("According to one account, 14 men died.", None, None),
        ("Yerevan said 14 men died.", "Yerevan", "armenia-government"),
        ("A guard of the Klow Relief Fund (KRF) said 14 men died.", "guard of the Klow Relief Fund", None),
        ("Shells killed 14 people.", None, None),
    ],
)
def test_who_says_so(text, source, source_id, read_one):
    figure = read_one(text)
    assert (figure["source"], figure["source_id"]) == (source, source_id)


@pytest.mark.parametrize("pronoun", ["It added that", "The monitor said", "The group said"])
def test_what_points_back_stands_for_the_source_named_last(pronoun, read):
    _, second = read(
        f"Shells killed 14 men, the Syrian Observatory for Human Rights said. {pronoun} nine were wounded."
    )
    assert second["source_id"] == "sohr"
    assert "source_carried_over" in second["flags"]


def test_a_surname_stands_for_the_full_name(read):
    _, second = read("Quill el-Aldermoor told a radio station that 14 men died. Aldermoor said nine men were wounded.")
    assert second["source"] == "Quill el-Aldermoor"


def test_nothing_else_carries_over(read):
    _, second = read("Shells killed 14 men, SANA said. A fire wounded nine men.")
    assert second["source"] is None


def test_a_short_name_is_written_as_the_fullest_in_the_article(read):
    first, _ = read("The Observatory said 14 men died. The Syrian Observatory for Human Rights said nine women died.")
    assert first["source"] == "Syrian Observatory for Human Rights"


def test_a_headline_names_its_source_behind_a_colon(read):
    first, _ = read("Shells kill 14 in Homs: SANA\nShells killed 14 men in Homs.")
    assert first["source_id"] == "sana"


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Medics: 14 killed in Homs", "Medics"),
        ("Medics 14 killed in Homs", "Medics"),
        ("Roundup: 14 killed in Homs", None),
        ("Around the Valley: 14 killed in Homs", None),
        ("Fires kill 14 in Homs - medics", "medics"),
        ("Fires kill 14 men in Homs SANA", "SANA"),
        ("Fires in Homs kill 14 activists", None),
        ("Fires kill 14 men in Homs - Klow Times", None),
        ("Fires kill 14 men in Homs - Reuters", None),
        ("Fires kill 14 Governor", "Governor"),
        ("Fires killed 14 men in Homs a local medic told AFP", "local medic"),
        ("Fires killed 14 men in Homs SANA said in a statement", "SANA"),
        ("Fires kill 14 men medics - Reuters", "medics"),
        ("Ukraine: 14 men killed in fire", None),
        ("14 men flee Ukraine", None),
    ],
)
def test_where_a_headline_names_its_source(headline, source, read_one):
    assert read_one(f"{headline}\nRain fell.")["source"] == source


def test_what_people_are_does_not_speak_at_the_end_of_a_headline(read):
    figure, _ = read("UN says one million Syrians are refugees\nThe number of refugees has reached a million, it said.")
    assert figure["source"] == "UN"


def test_a_heading_inside_the_text_names_its_source_as_a_headline_does(read_one):
    assert read_one("Rain fell. Fires kill 14 men in the old mill - SANA Later the rain stopped.")["source"] == "SANA"


@pytest.mark.parametrize("pointer", ["The claim", "The alliance", "The group with friends in the area"])
def test_common_nouns_stand_for_the_source_named_before(pointer, read_one):
    assert read_one(f"The Red Cross said shells fell. {pointer} said 14 men died.")["source"] == "Red Cross"


@pytest.mark.parametrize(("pronoun", "source"), [("It", "ministry"), ("He", None)])
def test_a_body_is_no_he(pronoun, source, read_one):
    assert read_one(f"The ministry said shells fell. {pronoun} said 14 men died.")["source"] == source


def test_a_body_is_not_called_by_the_name_of_who_speaks_for_it(read):
    first, second = read("Some 90 people fled, OCHA said. David Swanson of OCHA said that 14 had died.")
    assert (first["source"], second["source"]) == ("OCHA", "David Swanson of OCHA")


def test_a_country_is_no_he(read):
    text = "Hisham Quell told the press that 40 people died. Jordan says it is shut. Nine boys died of thirst, he said."
    assert [figure["source"] for figure in read(text)] == ["Hisham Quell", "Hisham Quell"]


@pytest.mark.parametrize("pronoun", ["It", "He"])
def test_several_are_no_it(pronoun, read_one):
    assert read_one(f"Activists said shells fell. {pronoun} said 14 men died.")["source"] is None


def test_who_tracks_the_war_is_the_monitor_of_the_article(read):
    _, second = read(
        "The Syrian Observatory for Human Rights said nine men were wounded. "
        "An organisation tracking the war said 14 men died."
    )
    assert second["source_id"] == "sohr"


def test_a_sentence_that_goes_on_counting_has_the_source_before(read):
    _, second = read("SANA said 14 men died. Among the dead were nine women.")
    assert second["source"] == "SANA"


@pytest.mark.parametrize("part", ["Nine of them were women", "Nine of the dead were women"])
def test_a_sentence_that_opens_with_a_part_has_the_source_before(part, read):
    assert [figure["source"] for figure in read(f"SANA said 14 men and women died. {part}.")] == ["SANA", "SANA"]


def test_a_statement_goes_on_behind_its_verb(read):
    figures = read("Shells killed 14 men, medics said on Sunday, and nine more were wounded.")
    assert [figure["source_id"] for figure in figures] == ["medics", "medics"]


def test_a_statement_does_not_go_on_into_what_happened_before_it(read):
    figures = read("Shells killed 14 men, medics said days after nine others had died.")
    assert [figure["source_id"] for figure in figures] == ["medics", None]


def test_each_of_two_voices_has_its_own_number(read):
    first, second = read("Activists said 14 men died, while the ministry said nine were killed.")
    assert first["source_id"] == "activists"
    assert "ministry" in second["source"]
    assert "several_sources" in first["flags"]


def test_who_is_cited_for_a_second_number_did_not_say_the_first(read):
    first, second = read("The army said 14 men died, while according to activists nine were wounded.")
    assert (first["source_id"], second["source_id"]) == ("syrian-army", "activists")


def test_a_name_is_not_followed_by_half_an_office(read_one):
    figure = read_one("Shells killed 14 people, according to Hisham Quell, a local baker.")
    assert figure["source"] in ("Hisham Quell", "Hisham Quell, a local baker")


def test_what_is_said_to_be_is_no_speaker(read_one):
    assert read_one("Shells, said to be home-made, killed 14 people.")["source"] is None


def test_the_last_word_of_a_small_place_is_a_word_like_any_other(read_one):
    assert read_one("A hospital source in Hassakeh city said that 14 men died.")["source"].startswith("hospital source")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "A source close to the presidency told the press that 14 soldiers had died.",
            "source close to the presidency",
        ),
        ("A source close to the rebels said 14 soldiers had died.", "source close to the rebels"),
        ("According to a tally kept by the AFP news agency, 14 people died.", "tally kept by the AFP news agency"),
        ("An internal UN report seen by Reuters says 14 people were killed.", "internal UN report"),
    ],
)
def test_a_speaker_with_whom_it_is_close_to_or_kept_by(text, source, read_one):
    assert read_one(text)["source"] == source


def test_the_subject_of_a_relative_clause_is_its_speaker(read):
    assert {figure["source"] for figure in read("The attack, which the UN says killed 22, wounded 40 more.")} == {"UN"}


def test_a_clause_that_only_dates_what_is_said_has_no_source(read):
    fled, killed = read("The mayor said 40 men had fled since Sunday, when a bomb killed 14.")
    assert (fled["source"], killed["source"]) == ("mayor", None)


def test_who_shows_something_else_is_no_speaker(read_one):
    told = "The mill guild has counted its dead. Quell rolled up a trouser leg to show a scar. It says 14 men died."
    assert read_one(told)["source"] != "trouser leg to"


def test_a_statement_goes_on_in_what_it_was_made_after(read):
    toll, later = read("The death toll rose to 56, the coroner said, after two of the injured died of their wounds.")
    assert [toll["source"], later["source"]] == ["coroner", "coroner"]


def test_whose_count_it_is_stands_beside_another_speaker(read):
    first, second = read("Some 4,800 people are besieged, by the UN's count; activists say 9,000 people are besieged.")
    assert (first["source"], second["source"]) == ("UN", "activists")


def test_somebody_of_a_body_is_a_person(read):
    *_, later = read('"We found 14 bodies," said Hala Quell of the Orchard Union. "Nine men are missing," she added.')
    assert later["source"] == "Hala Quell of the Orchard Union"


def test_a_source_goes_by_its_own_name_before_that_of_who_speaks_for_it(read):
    figure, _ = read("The Observatory counted 14 dead. Its head, Rami Abdel Rahman, told AFP that 20 men were hurt.")
    assert figure["source"] == "Observatory"


def test_an_earlier_toll_that_a_statement_raises_is_of_its_speaker(read):
    figures = read("The day before, 24 people died in a raid, SANA said, raising an earlier toll of 13.")
    assert [figure["source"] for figure in figures] == ["SANA", "SANA"]


def test_a_month_is_described_by_no_speaker(read_one):
    assert read_one("In December, the UN said, 18 men had died.")["source"] == "UN"


def test_whose_count_it_was_opens_a_sentence(read):
    *_, counted = read("A medic said 30 people had died and 90 were hurt. The Orchard Union's count was 31.")
    assert (counted["source"], counted["outcome"]) == ("Orchard Union", "killed")


def test_a_watchdog_group_is_the_monitor_of_the_article(read):
    *_, hurt = read("The Syrian Observatory said 14 men died. The London-based watchdog group added that 23 were hurt.")
    assert hurt["source"] == "Syrian Observatory"


@pytest.mark.parametrize("whom", ["dead", "injured"])
def test_who_puts_the_dead_at_a_number(whom, read_one):
    assert read_one(f"State television put the {whom} at nine.")["source"] == "State television"


def test_an_adverb_between_speaker_and_verb_belongs_to_neither(read_one):
    assert read_one("The Orchard Union meanwhile spoke of over 100 martyrs.")["source"] == "Orchard Union"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Orchard Union recalls that 14 men died.", "Orchard Union"),
        ("The Orchard Union in Klow were able to document 14 martyrs.", "Orchard Union in Klow"),
        ("The war had cost 14 lives, in the count of the Orchard Union.", "Orchard Union"),
        ("The LCC toll for Friday was 14 martyrs.", "LCC"),
        ("The United Nations puts at 14 the people who lost their lives.", "United Nations"),
        ("Sources inside the hospital, who asked not to be named, said 14 men died.", "Sources inside the hospital"),
        ("Citing an officer in Hama, Sputnik reported that 14 men died.", "officer in Hama"),
        ("Hezbollah's Al-Manar television aired footage and said 14 men died.", "Hezbollah's Al-Manar television"),
        ("It was the SOHR which first reported that 14 men died.", "SOHR"),
        ("According to the UN, some 14 men died.", "UN"),
        ("Raids killed 14 rebel fighters state media said.", "state media"),
        ("Raids killed 14 rebel fighters SANA said.", "SANA"),
        ("Some 14 men died when a shell hit a school medics said.", "medics"),
        ("Some 14 men died in clashes with the army local officials said.", "local officials"),
        ("Raids killed 14 men on Monday reported official news agency SANA.", "official news agency SANA"),
        ("According to activists, government shelling killed 14 men.", "activists"),
        ("According to activists, the army killed 14 men.", "activists"),
        ("According to activists rebel shelling killed 14 men.", "activists"),
        ("According to Hisham Quell, head of the service, 14 men died.", "Hisham Quell, head of the service"),
        ("The mayor said raids hit a farm. Of the dead, he said, 14 were boys.", "mayor"),
        ("Among the dead, activists said, were 14 boys.", "activists"),
        ("The Observatory in its bulletin has a toll of 14 dead.", "Observatory"),
        ("The mayor said raids hit a mill in Hama. He put the number of wounded at 14.", "mayor"),
        ("The coalition admits to having killed 14 men.", "coalition"),
        ("A tally kept by the Orchard Union is lower: 14 men dead.", "Orchard Union"),
        ("Raids killed 14 men according to the Orchard Union a local network.", "Orchard Union"),
        ("Some 14 men died, it was stated in the announcement made by the mayor.", "mayor"),
        ("Some 14 men were shot dead it is conveyed from a field commander.", "field commander"),
        ("Some 14 men died, two residents reached by telephone said.", "two residents"),
        ("The militia denied a claim by Hezbollah that 14 men died.", "Hezbollah"),
        ("The Orchard Union whose office lies in Britain cites other data, namely 14 dead.", "Orchard Union"),
        ("They are the 14 farmers who medics say were killed.", "medics"),
        ("The mayor said raids hit a farm. According to him 14 men died.", "mayor"),
        ("Some 14 men are cut off in a valley in which, the Orchard Union says, snow fell.", None),
        ("Families who had fled wept but a mayor said 14 men died.", "mayor"),
        ("Some 14 men died according to", None),
        ("The toll was put at 14 by nobody.", None),
        ("The number of evicted families was put at 14.", None),
        ("A Damascus toll of 14 dead was given.", None),
    ],
)
def test_who_says_so_in_other_words(text, source, read_one):
    assert read_one(text)["source"] == source


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Gas on the front: 14 bakers choked near Homs, SOHR says", "SOHR"),
        ("Enab Baladi: SNHR counts 14 dead bakers in Homs", "SNHR"),
        ("SOHR: 14 dead bakers in Homs", "SOHR"),
    ],
)
def test_a_headline_may_open_with_a_topic_or_an_outlet(headline, source, read):
    assert read(f"{headline}\nNobody slept.")[0]["source"] == source


def test_who_spoke_of_a_number_said_it(read, read_one):
    assert read_one("The Orchard Union spoke in a joint statement of 49 dead.")["source"] == "Orchard Union"
    assert read_one("The mayor spoke on Monday at the mill, where 12 men had been killed.")["source"] is None


def test_the_report_in_which_something_is_said_does_not_speak(read_one):
    figure = read_one("The Syrian Network for Human Rights said in its monthly report that 14 people were killed.")
    assert figure["source"] == "Syrian Network for Human Rights"


def test_who_could_not_say_speaks_no_further(read_one):
    assert read_one("The mayor said 14 bakers died, but he could not say when.")["source"] == "mayor"
    assert read_one("The army could not say how many came, and 14 bakers were wounded.")["source"] is None


@pytest.mark.parametrize("adverb", ["additionally", "separately", "strongly"])
def test_an_adverb_is_no_part_of_a_name(adverb, read_one):
    assert read_one(f"The Ardent Group {adverb} said 14 bakers were killed.")["source"] == "Ardent Group"


def test_those_harmed_are_told_of_by_whoever_told_of_them(read):
    _, boys = read("The Observatory said 40 people were murdered. Of those slain 14 were boys.")
    assert boys["source"] == "Observatory"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Mayor Hisham Quell, visiting the scene, said 14 bakers died.", "Mayor Hisham Quell"),
        ("The Observatory, which tracks the war, had a higher toll of 14 dead.", "Observatory"),
        ("SANA claimed the same day that 14 bakers were killed.", "SANA"),
        ("Shells killed 14 bakers on Thursday residents claimed on Friday morning.", "residents"),
        ("State television confessed to the death of 14 soldiers.", "State television"),
        ("Rescuers who gave first aid without masks carried 14 dead.", None),
    ],
)
def test_who_speaks_beside_what_else_is_told_of_them(text, source, read_one):
    assert read_one(text)["source"] == source


def test_a_statement_goes_on_behind_while(read):
    told = read("Eight bakers were slain, the mayor said while 14 nurses were wounded.")
    assert [figure["source"] for figure in told] == ["mayor", "mayor"]


def test_who_opens_the_clause_behind_a_semicolon_does_not_tell_what_stands_before_it(read):
    before, behind = read("Shells killed 14 men; SANA put the number of dead at 9.")
    assert (before["source"], behind["source"]) == (None, "SANA")


def test_another_number_may_follow_who_speaks_of_the_first(read):
    assert read("14 men died said Hisham Quell and nine are missing.")[0]["source"] == "Hisham Quell"


def test_what_a_name_is_belongs_to_who_speaks(read):
    first, _ = read("Klow took in 14 refugees overnight said Hisham Quell a spokesman for the Ardent camp and 12 died.")
    assert first["source"] == "Hisham Quell a spokesman for the Ardent camp"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A hospital official in Damascus said 12 people were killed.", "hospital official in Damascus"),
        ("The Aleppo Media Center an activist group said 12 people died.", "Aleppo Media Center"),
        ("The rebels who held the road lost 15 a police commander said.", "police commander"),
        ("The UN estimates that 15 people have died.", "UN"),
        ("15 men died there said Redur Xelil a spokesman for the YPG.", "Redur Xelil a spokesman for the YPG"),
        ("Raids killed 15 in areas held by the Free Army local activists said.", "local activists"),
        ("The ministry in a letter to the United Nations said 15 people were killed.", "ministry"),
        ("Shells killed five guards and a nurse who was on her way to work a security source said.", "security source"),
        ("The road was lost by the rebels and the UN says 15 people died.", "UN"),
        (
            "The mayor saw the raids on Klow while local teacher Hisham Quell put the toll at 15.",
            "local teacher Hisham Quell",
        ),
        ("AP Syrian state TV said 15 people died.", "Syrian state TV"),
        ("U.S. officials said 15 people died.", "U.S. officials"),
        ("The Ghouta Media Center and the Ardent Fund said 15 died.", "Ghouta Media Center and the Ardent Fund"),
        (
            "Raids killed 15 as guards fought U.S-backed fighters local activists and the group said.",
            "local activists and the group",
        ),
        ("The LCC another activist group says 15 people died.", "LCC"),
        ("Some 15 people died according to the LCC with both armies suspected.", "LCC"),
        ("Some 15 people died according to an LCC tally.", "LCC"),
        (
            "Mona Quell the York-based watchdogs deputy for Asia said 15 died.",
            "Mona Quell the York-based watchdogs deputy for Asia",
        ),
    ],
)
def test_whose_words_they_are_that_stand_beside_the_verb(text, source, read):
    assert {figure["source"] for figure in read(text)} == {source}


def test_no_agency_stands_for_a_doctor(read):
    first, second = read("A doctor put the number of bodies at 27; the state news agency spoke of 19.")
    assert (first["source"], second["source"]) == ("doctor", "state news agency")


def test_a_headline_names_a_ministry_no_better_than_the_text(read):
    figures = read("Mill burns: ministry\nThe interior ministry said 12 people died. The ministry said 9 were hurt.")
    assert {figure["source"] for figure in figures} == {"interior ministry"}
