import pytest

from helpers import files


def test_a_file_is_written_and_nothing_left_beside_it(tmp_path):
    path = tmp_path / "out.txt"
    path.write_text("old")
    with files.whole(path) as beside:
        beside.write_text("new")
    assert path.read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["out.txt"]


def test_others_may_read_what_was_written(tmp_path):
    with files.whole(tmp_path / "out.txt") as beside:
        beside.write_text("new")
    assert (tmp_path / "out.txt").stat().st_mode & 0o777 == 0o644


def test_a_failure_leaves_the_old_file_whole_and_nothing_beside_it(tmp_path):
    path = tmp_path / "out.txt"
    path.write_text("old")

    def cut_short():
        with files.whole(path) as beside:
            beside.write_text("half")
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        cut_short()
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.txt"]


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError), files.whole(tmp_path / "nowhere" / "out.txt") as beside:
        beside.write_text("new")


def test_what_a_killed_run_left_is_cleared_away_and_nothing_else(tmp_path):
    (tmp_path / ".out.txt.k3fz.part").write_text("half")
    (tmp_path / ".out.txt.swp").write_text("an editor's")
    (tmp_path / ".other.txt.k3fz.part").write_text("of another file")
    with files.whole(tmp_path / "out.txt") as beside:
        beside.write_text("new")
    assert sorted(p.name for p in tmp_path.iterdir()) == [".other.txt.k3fz.part", ".out.txt.swp", "out.txt"]
