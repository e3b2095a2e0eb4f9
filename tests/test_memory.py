import multiprocessing
import shutil
import sqlite3

import pytest

from helpers.memory import Store


def test_what_is_kept_is_there_for_the_next_run(tmp_path):
    first = Store(tmp_path / "new folder", "a")
    first.put({b"1": b"one", b"2": b""})
    first.close()
    assert Store(tmp_path / "new folder", "a").get([b"1", b"2", b"3"]) == {b"1": b"one", b"2": b""}
    assert Store(tmp_path / "new folder", "b").get([b"1"]) == {}


def test_a_file_that_is_no_store_is_made_anew(tmp_path):
    (tmp_path / "a.sqlite").write_bytes(b"no database at all" * 100)
    store = Store(tmp_path, "a")
    store.put({b"1": b"one"})
    assert store.get([b"1"]) == {b"1": b"one"}


def test_a_store_broken_in_the_middle_costs_a_warning(tmp_path):
    store = Store(tmp_path, "a")
    store.put({bytes([n, m]): b"x" * 999 for n in range(100) for m in range(10)})
    store.close()
    content = (tmp_path / "a.sqlite").read_bytes()
    (tmp_path / "a.sqlite").write_bytes(content[:4096] + b"?" * (len(content) - 4096))
    broken = Store(tmp_path, "a")
    with pytest.warns(UserWarning, match="nothing is remembered"):
        assert broken.get([b"\x01\x01"]) == {}
    broken.put({b"1": b"one"})


def test_a_folder_that_cannot_be_made_costs_a_warning(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.warns(UserWarning, match="nothing is remembered"):
        store = Store(tmp_path / "file" / "folder", "a")
    store.put({b"1": b"one"})
    assert store.get([b"1"]) == {}


def test_deleting_the_folder_does_no_harm_to_a_run(tmp_path):
    store = Store(tmp_path / "folder", "a")
    store.put({b"1": b"one"})
    shutil.rmtree(tmp_path / "folder")
    store.put({b"2": b"two"})
    assert store.get([b"1", b"2"]) == {b"1": b"one", b"2": b"two"}
    assert Store(tmp_path / "folder", "a").get([b"1", b"2"]) == {}


def test_the_latest_few_stores_are_kept(tmp_path):
    for name in "abcde":
        store = Store(tmp_path, name)
        store.put({b"1": b"one"})
        store.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.sqlite", "d.sqlite", "e.sqlite"]


def _write(folder, start):
    store = Store(folder, "a")
    for n in range(start, start + 200):
        store.put({str(n).encode(): str(n).encode() * 50})
    store.close()


def test_runs_may_share_it(tmp_path):
    context = multiprocessing.get_context("spawn")
    runs = [context.Process(target=_write, args=(tmp_path, start)) for start in (0, 100, 300)]
    for run in runs:
        run.start()
    for run in runs:
        run.join(60)
    assert [run.exitcode for run in runs] == [0, 0, 0]
    keys = [str(n).encode() for n in range(500)]
    assert Store(tmp_path, "a").get(keys) == {key: key * 50 for key in keys}
    assert sqlite3.connect(tmp_path / "a.sqlite").execute("PRAGMA integrity_check").fetchone() == ("ok",)
