import csv
import re

import pytest

from helpers import vocabulary


def write(folder, name, text):
    (folder / f"{name}.csv").write_text(text, encoding="utf-8")


def test_a_table_is_its_rows_with_stripped_cells(tmp_path):
    write(tmp_path, "colours", "name,words\n red , scarlet | crimson\nblue,\n")
    words = vocabulary.load(tmp_path)
    assert words["colours"] == ({"name": "red", "words": "scarlet | crimson"}, {"name": "blue", "words": ""})


def test_a_table_that_is_not_there_has_no_rows(tmp_path):
    write(tmp_path, "colours", "name\nred\n")
    assert vocabulary.load(tmp_path)["shapes"] == ()


def test_a_byte_order_mark_of_a_spreadsheet_is_no_part_of_the_first_column(tmp_path):
    write(tmp_path, "colours", "\ufeffname\nred\n")
    assert vocabulary.load(tmp_path)["colours"] == ({"name": "red"},)


@pytest.mark.parametrize(("cell", "parts"), [("", []), ("a", ["a"]), (" a | b c ||", ["a", "b c"])])
def test_the_spellings_of_a_cell(cell, parts):
    assert vocabulary.spellings(cell) == parts


def test_an_empty_folder_is_an_error_that_names_it(tmp_path):
    with pytest.raises(vocabulary.VocabularyError, match=tmp_path.name):
        vocabulary.load(tmp_path)


@pytest.mark.parametrize("table", vocabulary.COLUMNS)
def test_a_missing_column_is_an_error_that_names_file_and_column(table, tmp_path):
    *kept, lost = vocabulary.COLUMNS[table]
    write(tmp_path, table, ",".join(kept) + "\n")
    with pytest.raises(vocabulary.VocabularyError, match=rf"{table}\.csv has no column {lost}"):
        vocabulary.load(tmp_path)


def test_the_version_changes_with_the_words_and_only_with_them(tmp_path):
    write(tmp_path, "colours", "name\nred\n")
    first = vocabulary.load(tmp_path).version
    assert vocabulary.load(tmp_path).version == first
    write(tmp_path, "colours", "name\ngreen\n")
    assert vocabulary.load(tmp_path).version != first


@pytest.mark.parametrize("path", sorted(vocabulary.HOME.glob("*.csv")), ids=lambda path: path.stem)
def test_the_rows_of_every_table_fill_their_columns(path):
    with path.open(encoding="utf-8", newline="") as handle:
        header, *rows = csv.reader(handle)
    assert rows
    assert {len(row) for row in rows} == {len(header)}


def test_every_place_lies_in_places_that_are_there():
    places = {row["place_id"]: row for row in vocabulary.load()["places"]}
    for row in places.values():
        for outer in vocabulary.spellings(row["inside"]):
            assert outer in places, row
    for row in vocabulary.load()["conflicts"]:
        assert row["place_id"] in places


@pytest.mark.parametrize(
    ("table", "key"), [("places", "place_id"), ("sources", "source_id"), ("conflicts", "conflict_id")]
)
def test_an_id_names_one_row(table, key):
    ids = [row[key] for row in vocabulary.load()[table]]
    assert len(set(ids)) == len(ids)


def test_of_phrases_that_begin_alike_the_longest_is_found():
    pattern = re.compile(rf"\b{vocabulary.any_of(['raid', 'raid on a camp', 'shelling', 'a+b'])}")
    assert pattern.findall("a raid on a camp, shelling, a raid, a+b") == ["raid on a camp", "shelling", "raid", "a+b"]


def test_rows_of_one_kind_are_united():
    rows = [{"kind": "near", "words": "by|near"}, {"kind": "far", "words": "off"}, {"kind": "near", "words": "beside"}]
    words = vocabulary.words_by("kind", rows)
    assert (words["near"], words["none"]) == ({"by", "near", "beside"}, frozenset())
