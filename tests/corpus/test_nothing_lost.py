"""Every file and every row that came in is in `articles` or in `rejected`, whatever it is."""

import contextlib
import gzip
import io
import json
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from helpers import corpus, tables, vocabulary

STORY = "Mortar rounds landed on the market of Eastwick at noon and killed eleven shoppers, a nurse said."


@pytest.fixture(scope="module")
def vocab():
    return vocabulary.load()


def arrived(articles: pd.DataFrame, rejected: pd.DataFrame) -> set[str]:
    """Paths of the files on disk: what lies in an archive counts as the archive."""
    return {re.sub(r"(?<=\.zip)/.*", "", path) for path in (*articles.path, *rejected.path)}


def reason(rejected: pd.DataFrame, path: str) -> str:
    [text] = rejected.loc[rejected.path == path, "reason"]
    return text


def zipped(members: dict[str, str]) -> bytes:
    handle = io.BytesIO()
    with zipfile.ZipFile(handle, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return handle.getvalue()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Path:
    """A folder of what a careless export and a malicious stranger might leave in it."""
    raw = tmp_path_factory.mktemp("raw")
    (raw / "sound.txt").write_text(STORY)
    (raw / "empty.txt").write_bytes(b"")
    (raw / "blank.txt").write_text(" \n\t\n")
    (raw / "binary.txt").write_bytes(random.Random(7).randbytes(5000))
    (raw / "nul.txt").write_bytes(STORY.encode().replace(b" at ", b" \0at "))
    (raw / "broken-utf8.txt").write_bytes(
        "Café owners in Eastwick fled: thirty families left.".encode()[:-1] + b"\xff."
    )
    (raw / "one-line.txt").write_text("word " * 1_000_000)
    with (raw / "huge.txt").open("wb") as handle:
        handle.truncate(200_000_000)
    (raw / "line\nbreak.txt").write_text(STORY)
    (raw / "tab\tbell\a.txt").write_text(STORY)
    Path(os.fsdecode(os.fsencode(raw) + b"/latin-\xe9.txt")).write_text(STORY)
    (raw / ("long" * 60 + ".txt")).write_text(STORY)
    (raw / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (raw / "no-ending").write_text(STORY)
    (raw / ".hidden").write_text(STORY)
    (raw / "README.md").write_text("About this folder")
    (raw / "loop").symlink_to(raw)
    (raw / "outside.txt").symlink_to("/etc/hostname")
    (raw / "nowhere.txt").symlink_to(raw / "missing")
    os.mkfifo(raw / "pipe.txt")
    (raw / "deep").mkdir()
    (raw / "deep" / "sound.txt").write_text(STORY.replace("Eastwick", "Westwick"))
    (raw / "header-only.csv").write_text("title,text\n")
    (raw / "no-text.csv").write_text("title,url\nA,b\nC,d\n")
    (raw / "no-names.csv").write_text(f'"{STORY}",b\n"{STORY}",d\n')
    (raw / "broken.warc").write_bytes(random.Random(1).randbytes(900))
    (raw / "listed.json").write_text(json.dumps({"articles": [{"url": "https://a.example", "title": "Six die"}]}))
    (raw / "lines.json").write_text(json.dumps({"text": STORY}) + "\n" + json.dumps({"text": STORY[::-1]}) + "\n{")
    (raw / "nan.json").write_text('[{"text": NaN}]')
    locked = bytearray(zipped({"a.txt": STORY}))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    (raw / "locked.zip").write_bytes(locked)
    with socket.socket(socket.AF_UNIX) as bound, contextlib.chdir(raw):
        bound.bind("socket.txt")
    (raw / "deep" / "up").symlink_to("..")
    (raw / "wide.csv").write_text(",".join(f"c{n}" for n in range(1000)) + ",text\n" + "x," * 1000 + f'"{STORY}"\n')
    (raw / "rows.csv").write_text(
        "id,title,text,date\n"
        f'1,One,"{STORY}",2015-03-02\n'
        f'1,Same id again,"{STORY}",3/4/20199\n'
        "3,No text,,2015-03-02\n"
        "4,Too many,cells,2015-03-02,here,and here\n"
        '5,<script>alert(1)</script>,"<script>alert(2)</script> Nine people died in Eastwick.",=1+1\n'
        '6,"\n\n","Fifteen people fled Eastwick\0 on foot.",yesterday\n'
    )
    (raw / "story.json").write_text(json.dumps([{"id": 1, "text": STORY}, "no object", {"id": 2, "text": ""}]))
    (raw / "deep.json").write_text("[" * 100_000)
    (raw / "lines.jsonl").write_text(json.dumps({"text": STORY}) + "\n{broken\n")
    with zipfile.ZipFile(raw / "bundle.zip", "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("../../escape.txt", STORY)
        bundle.writestr("folder/picture.png", b"\x89PNG")
        bundle.writestr("bomb.txt", b"\0" * 150_000_000)
        bundle.writestr("__MACOSX/._a.txt", b"x")
    (raw / "truncated.zip").write_bytes((raw / "bundle.zip").read_bytes()[:-100])
    (raw / "truncated.gz").write_bytes(gzip.compress(STORY.encode())[:-10])
    (raw / "articles.csv").write_text(
        "file,outlet,published\nsound.txt,Gazette,2015-03-02\nsound.txt,Mirror,2015-03-03\n"
        "gone.txt,Gazette,2015-03-02\n../../etc/passwd,Gazette,2015-03-02\ndeep/sound.txt,Herald,20199-01-01\n"
    )
    return raw


@pytest.fixture(scope="module")
def read(hostile, vocab):
    return corpus.read_corpus(hostile, vocab)


def test_every_file_is_in_one_of_the_two_tables(hostile, read):
    files = [entry for entry in hostile.rglob("*") if entry.is_symlink() or not entry.is_dir()]
    assert len(arrived(*read)) == len(files)
    assert {path.rpartition("/")[2] for path in arrived(*read)} >= {
        file.name for file in files if file.name.isprintable()
    }


def test_every_row_is_in_one_of_the_two_tables(read):
    articles, rejected = read
    assert (articles.path == "rows.csv").sum() == 4
    assert sorted(rejected.loc[rejected.path == "rows.csv", "row"]) == [3, 4]
    assert (articles.path == "wide.csv").sum() == 1
    assert (articles.path == "story.json").sum() == 1
    assert sorted(rejected.loc[rejected.path == "story.json", "row"]) == [2, 3]
    assert (articles.path == "lines.json").sum() == 2
    assert rejected.loc[rejected.path == "lines.json", "row"].tolist() == [3]
    assert rejected.loc[rejected.path == "nan.json", "row"].tolist() == [1]
    assert (articles.path == "lines.jsonl").sum() == 1
    assert rejected.loc[rejected.path == "lines.jsonl", "row"].tolist() == [2]
    assert articles.path.str.startswith("bundle.zip/").sum() == 1
    assert rejected.path.str.startswith("bundle.zip/").sum() == 3


def test_manifest_rows_that_say_nothing_of_any_file_are_rejected(read):
    articles, rejected = read
    assert sorted(rejected.loc[rejected.path == "articles.csv", "row"]) == [2, 3, 4]
    assert articles.set_index("path").outlet[["sound.txt", "deep/sound.txt"]].tolist() == ["Gazette", "Herald"]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("empty.txt", "empty"),
        ("blank.txt", "empty"),
        ("binary.txt", "no text"),
        ("huge.txt", "split it"),
        ("one-line.txt", "split it"),
        ("picture.png", "save it as"),
        ("no-ending", "save it as"),
        ("loop", "link"),
        ("outside.txt", "link"),
        ("nowhere.txt", "link"),
        ("pipe.txt", "no ordinary file"),
        ("header-only.csv", "no rows"),
        ("no-text.csv", "save the pages themselves"),
        ("no-names.csv", "columns.csv"),
        ("broken.warc", "export it again"),
        ("listed.json", "save the pages themselves"),
        ("locked.zip/a.txt", "password"),
        ("socket.txt", "no ordinary file"),
        ("README.md", "rename"),
        ("deep.json", "export it again"),
        ("truncated.zip", "download it again"),
        ("truncated.gz", "download it again"),
        ("bundle.zip/bomb.txt", "trust"),
        ("bundle.zip/folder/picture.png", "save it as"),
    ],
)
def test_a_rejection_says_what_to_do(read, path, says):
    assert says in reason(read[1], path)


def test_reasons_are_words(read):
    assert read[1].reason.map(str.isprintable).all()
    assert read[1].reason.str.fullmatch(r"[\x20-\x7e]{20,400}").all(), read[1].reason.tolist()


def test_what_is_only_odd_is_an_article(read):
    articles = read[0].set_index("path")
    assert articles.text["nul.txt"] == STORY
    assert "Café owners" in articles.text["broken-utf8.txt"]
    assert articles.text["line\\nbreak.txt"] == STORY
    assert articles.text["latin-\\xe9.txt"] == STORY


def test_ids_are_unique_and_fit_for_file_names(read):
    ids = read[0].article_id
    assert ids.is_unique
    assert ids.str.fullmatch(r"[\w.-]{1,90}").all()
    assert ids.tolist() == sorted(ids)


def test_impossible_dates_are_no_dates(read):
    articles = read[0].set_index("article_id")
    assert articles.published.dropna().str.fullmatch(r"(19|20)\d\d(-\d\d){0,2}").all()
    assert pd.isna(articles.published["rows-1-2"])
    assert articles.published_basis["rows-1-2"] == "unknown"


def test_a_file_that_may_not_be_read_is_rejected(tmp_path, vocab, monkeypatch):
    (tmp_path / "locked.txt").write_text(STORY)

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    articles, rejected = corpus.read_corpus(tmp_path, vocab)
    assert articles.empty
    assert "permissions" in reason(rejected, "locked.txt")


def test_the_tables_can_be_written_and_come_back_the_same(read, tmp_path):
    articles, rejected = read
    tables.write(articles, "articles", tmp_path)
    tables.write(rejected, "rejected", tmp_path)
    pd.testing.assert_frame_equal(tables.read("articles", tmp_path), articles)
    pd.testing.assert_frame_equal(tables.read("rejected", tmp_path), rejected)


def test_the_order_of_files_on_disk_does_not_matter(hostile, read, vocab, monkeypatch):
    walk = os.walk

    def backwards(top, **options):
        for folder_, folders, names in walk(top, **options):
            yield folder_, folders, names[::-1]

    monkeypatch.setattr(os, "walk", backwards)
    again = corpus.read_corpus(hostile, vocab)
    pd.testing.assert_frame_equal(again[0], read[0])
    pd.testing.assert_frame_equal(again[1], read[1])


@pytest.mark.parametrize(
    "machine",
    [
        {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Niue", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
    ],
)
def test_locale_time_zone_and_hash_seed_do_not_matter(hostile, read, machine):
    program = (
        "import sys; from helpers import corpus, vocabulary\n"
        "for table in corpus.read_corpus(sys.argv[1], vocabulary.load()): print(table.to_json(force_ascii=True))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, hostile], env=os.environ | machine, capture_output=True, check=True
    )
    assert run.stdout.decode().splitlines() == [table.to_json(force_ascii=True) for table in read]


def test_removing_a_file_removes_nothing_else(tmp_path, vocab):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(STORY.replace("Eastwick", f"{name.upper()}ton"))
    before, _ = corpus.read_corpus(tmp_path, vocab)
    shutil.move(tmp_path / "b.txt", tmp_path.parent / "b.txt")
    after, _ = corpus.read_corpus(tmp_path, vocab)
    assert after.article_id.tolist() == ["a", "c"]
    assert after.sha256.tolist() == before.sha256[[0, 2]].tolist()
