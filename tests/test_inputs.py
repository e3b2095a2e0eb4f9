import pytest

from helpers import inputs


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "my articles"
    folder.mkdir()
    (folder / "one day.txt").write_text("Calm.")
    (folder / "two\nlines.txt").write_text("Calm too.")
    return folder


def written(corpus, lists, **values):
    inputs.write_down({"raw_dir": str(corpus), **values}, lists)
    return {path.name: (path.read_text(), path.stat().st_mtime_ns) for path in lists.iterdir()}


def test_nothing_new_leaves_the_lists_untouched(corpus, tmp_path):
    first = written(corpus, tmp_path / "lists", date_from="2013")
    assert written(corpus, tmp_path / "lists", date_from="2013") == first


def add(corpus):
    (corpus / "three.txt").write_text("News.")


def take_away(corpus):
    (corpus / "one day.txt").unlink()


def rename(corpus):
    (corpus / "one day.txt").rename(corpus / "another day.txt")


def change(corpus):
    (corpus / "one day.txt").write_text("Stormy.")


def add_below(corpus):
    (corpus / "old").mkdir()
    (corpus / "old" / "four.txt").write_text("News.")


@pytest.mark.parametrize("happens", [add, take_away, rename, change, add_below])
def test_every_change_of_the_corpus_changes_its_list(happens, corpus, tmp_path):
    before = written(corpus, tmp_path / "lists")["raw_dir"]
    happens(corpus)
    assert written(corpus, tmp_path / "lists")["raw_dir"] != before


def test_hidden_files_are_no_change(corpus, tmp_path):
    before = written(corpus, tmp_path / "lists")
    (corpus / ".DS_Store").write_text("x")
    assert written(corpus, tmp_path / "lists") == before


def test_a_file_has_one_line_whatever_its_name(corpus):
    assert len(inputs.listing(corpus).splitlines()) == 3


def test_another_folder_with_equal_files_is_another_corpus(corpus, tmp_path):
    (tmp_path / "same").symlink_to(corpus)
    assert inputs.listing(tmp_path / "same") == inputs.listing(corpus)
    other = tmp_path / "other"
    other.mkdir()
    empty = tmp_path / "empty"
    empty.mkdir()
    assert inputs.listing(other) != inputs.listing(empty)


def test_other_dates_are_a_change_of_the_parameters_only(corpus, tmp_path):
    before = written(corpus, tmp_path / "lists", date_from="2013")
    after = written(corpus, tmp_path / "lists", date_from="2014")
    assert after["parameters"] != before["parameters"]
    assert after["raw_dir"] == before["raw_dir"]


def test_a_folder_that_is_not_there_lists_no_file(tmp_path):
    assert inputs.listing(tmp_path / "nowhere").splitlines() == [str(tmp_path / "nowhere")]


def test_a_list_that_was_cut_short_is_written_anew(corpus, tmp_path):
    whole = written(corpus, tmp_path / "lists")["raw_dir"][0]
    (tmp_path / "lists" / "raw_dir").write_bytes(whole.encode()[:-9] + b"\xc3")
    assert written(corpus, tmp_path / "lists")["raw_dir"][0] == whole
