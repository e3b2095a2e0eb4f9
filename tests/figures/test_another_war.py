"""Another war is another folder of words: places, sources and the conflict are taken from it alone."""

import shutil

import pytest

from helpers import vocabulary
from helpers.figures import extract

GENERAL = [
    "grammar",
    "numbers",
    "hedges",
    "outcomes",
    "people",
    "things",
    "speech",
    "speakers",
    "carry",
    "modality",
    "spans",
]
OWN = {
    "conflicts": """conflict_id,name,began,place_id,words,nation
bordurian,War in Borduria,1998-06,borduria,the Bordurian war|the war,Bordurians
""",
    "places": """place_id,name,variants,kind,inside
borduria,Borduria,,country,
klow,Klow,Klov,city,borduria
""",
    "sources": """source_id,name,kind,variants
klow-watch,Klow Watch,monitor,the Watch
marshal,Marshal's Office,government,the Marshal
""",
    "sides": """side,words
government,marshalist
opposition,syldavian
""",
}


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    folder = tmp_path_factory.mktemp("borduria")
    for table in [*GENERAL, "abbreviations", "place_words"]:
        shutil.copy(vocabulary.HOME / f"{table}.csv", folder)
    for table, text in OWN.items():
        (folder / f"{table}.csv").write_text(text, encoding="utf-8")
    return vocabulary.load(folder)


def figures(text, vocab):
    return extract({"article_id": "a", "published": "1999-10-06", "text": text}, vocab)


def test_its_places_and_sources_are_known(other):
    (figure,) = figures("Mortars killed 14 people in Klov on Monday, Klow Watch said.", other)
    assert (figure["place_id"], figure["source_id"], figure["source_kind"]) == ("klow", "klow-watch", "monitor")
    assert (figure["since"], figure["scope"]) == ("1999-10-04", "event")


def test_its_war_has_its_own_beginning_and_country(other):
    (figure,) = figures("More than 40,000 people have been killed since the Bordurian war began.", other)
    assert (figure["scope"], figure["since"], figure["place_id"]) == ("conflict", "1998-06", "borduria")


def test_its_people_stand_for_its_country(other):
    text = "Mortars fell on Klow. The mayor spoke. Some 4,000 Bordurians are homeless."
    assert [figure["place_id"] for figure in figures(text, other)] == ["borduria"]


def test_its_sides_are_its_own(other):
    (figure,) = figures("A mine near Klow killed 14 Syldavian fighters.", other)
    assert (figure["group"], figure["side"]) == ("combatants", "opposition")


def test_the_first_war_is_unknown_to_it(other):
    (figure,) = figures("Shells killed 14 people in Homs, SANA said.", other)
    assert (figure["place_id"], figure["source_id"]) == (None, None)
    assert (figure["place"], figure["source"]) == ("Homs", "SANA")


def test_a_folder_of_one_table_is_no_crash(tmp_path):
    (tmp_path / "numbers.csv").write_text("kind,value,words\nunit,3,three\n", encoding="utf-8")
    assert figures("Shells killed three people.", vocabulary.load(tmp_path)) == []
