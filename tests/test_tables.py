import csv
import json
import random

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from helpers import tables


def article(**fields):
    return {"article_id": "a", "title": "Nothing stirs", "n_words": 3, "text": "Nothing stirs\nAll day.", **fields}


def test_what_is_written_is_read_back(tmp_path):
    figures = pd.DataFrame(
        {
            "figure_id": ["f1", "f2"],
            "value": [12, 370000.0],
            "low": [12, None],
            "indefinite": [True, False],
            "cues": [[{"field": "value", "start": 3, "end": 5, "rule": "digits"}], []],
            "flags": [["no_date"], None],
        }
    )
    tables.write(figures, "figures", tmp_path)
    back = tables.read("figures", tmp_path)
    assert list(back["figure_id"]) == ["f1", "f2"]
    assert list(back["value"]) == [12.0, 370000.0]
    assert pd.isna(back["low"][1])
    assert list(back["indefinite"]) == [True, False]
    assert back["cues"].map(json.loads).tolist() == [[{"field": "value", "start": 3, "end": 5, "rule": "digits"}], []]
    assert back["flags"].tolist() == [["no_date"], None]
    assert isinstance(back["flags"][0], list)


@pytest.mark.parametrize("name", tables.SCHEMAS)
def test_an_empty_table_keeps_its_columns_and_types(name, tmp_path):
    tables.write(pd.DataFrame(), name, tmp_path)
    back = tables.read(name, tmp_path)
    assert len(back) == 0
    assert list(back.columns) == list(tables.SCHEMAS[name])
    assert back.dtypes.equals(tables.conform(pd.DataFrame(), name).dtypes)
    [piece] = tables.batches(name, tmp_path)
    assert piece.equals(back)


def test_both_files_hold_the_same_rows(tmp_path):
    tables.write(pd.DataFrame([article(), article(article_id="b", outlet='The "Post", daily')]), "articles", tmp_path)
    csv = pd.read_csv(tmp_path / "articles.csv", dtype=str)
    assert list(csv["article_id"]) == ["a", "b"]
    assert csv["outlet"][1] == 'The "Post", daily'
    assert csv["text"][0] == "Nothing stirs\nAll day."


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_of_the_csv_is_a_formula(start, tmp_path):
    tables.write(pd.DataFrame([article(title=f"{start}HYPERLINK(1)")]), "articles", tmp_path)
    with (tmp_path / "articles.csv").open(encoding="utf-8", newline="") as rows:
        assert next(csv.DictReader(rows))["title"] == f"'{start}HYPERLINK(1)"
    assert tables.read("articles", tmp_path)["title"][0] == f"{start}HYPERLINK(1)"


def test_no_line_within_a_cell_begins_a_row_of_the_csv(tmp_path):
    tables.write(pd.DataFrame([article(title="Six\r=HYPERLINK(1)", outlet="\r=1")]), "articles", tmp_path)
    with (tmp_path / "articles.csv").open(encoding="utf-8", newline="") as rows:
        [row] = csv.DictReader(rows)
    assert (row["title"], row["outlet"]) == ("Six\n=HYPERLINK(1)", "'\n=1")


def test_a_misspelt_column_is_refused():
    with pytest.raises(ValueError, match="no column 'outlets'"):
        tables.conform(pd.DataFrame({"outlets": ["x"]}), "articles")


def test_a_table_that_is_not_there_says_how_to_get_it(tmp_path):
    with pytest.raises(FileNotFoundError, match="make report"):
        tables.read("tallies", tmp_path)


def test_the_same_table_is_written_as_the_same_bytes(tmp_path):
    frame = pd.DataFrame([article(outlet="Ö"), article(article_id="b")])
    for folder in ("one", "two"):
        tables.write(frame, "articles", tmp_path / folder)
    for suffix in ("parquet", "csv"):
        one, two = (tmp_path / folder / f"articles.{suffix}" for folder in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_only_the_columns_named_are_read_in_their_order(tmp_path):
    tables.write(pd.DataFrame([article(), article(article_id="b")]), "articles", tmp_path)
    some = tables.read("articles", tmp_path, ["n_words", "article_id"])
    assert some.to_dict("list") == {"n_words": [3, 3], "article_id": ["a", "b"]}
    assert some["n_words"].dtype == "Int64"
    with pytest.raises(ValueError, match="no column 'outlets'"):
        tables.read("articles", tmp_path, ["outlets"])


def test_a_table_is_read_in_pieces(tmp_path):
    figures = pd.DataFrame(
        {"figure_id": [f"f{number}" for number in range(25)], "flags": [["no_date"], None] * 12 + [[]]}
    )
    tables.write(figures, "figures", tmp_path)
    pieces = list(tables.batches("figures", tmp_path, ["flags", "figure_id"], size=10))
    assert [len(piece) for piece in pieces] == [10, 10, 5]
    assert pd.concat(pieces, ignore_index=True).equals(tables.read("figures", tmp_path, ["flags", "figure_id"]))
    assert tables.count("figures", tmp_path) == 25


def test_what_was_read_leaves_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "PIECE", 10)
    chance = random.Random(0)
    texts = (chance.randbytes(25_000).hex() for _ in range(200))
    tables.write(pd.DataFrame([article(text=text) for text in texts]), "articles", tmp_path)
    before = pa.total_allocated_bytes()
    held = [pa.total_allocated_bytes() - before for _ in tables.batches("articles", tmp_path, ["text"], size=10)]
    assert len(held) == 20
    assert max(held) < 3_000_000, "the file has more than 5 MB"


@pytest.mark.parametrize("sizes", [[24, 1], [1] * 25, [0, 10, 0, 15]])
def test_how_the_rows_come_does_not_show_in_the_bytes(sizes, tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "PIECE", 10)
    frame = pd.DataFrame(
        [
            article(article_id=f"a{number}", outlet=None if number < 12 else "Ö", text=f"{number} fled. " * 20_000)
            for number in range(25)
        ]
    )
    tables.write(frame, "articles", tmp_path / "whole")
    ends = [sum(sizes[: number + 1]) for number in range(len(sizes))]
    pieces = (frame.iloc[end - size : end] for size, end in zip(sizes, ends, strict=True))
    tables.write_batches(pieces, "articles", tmp_path / "pieces")
    for suffix in ("parquet", "csv"):
        one, other = (tmp_path / folder / f"articles.{suffix}" for folder in ("whole", "pieces"))
        assert one.read_bytes() == other.read_bytes()
    assert [len(piece) for piece in tables.batches("articles", tmp_path / "pieces", size=10)] == [10, 10, 5]


def test_few_row_groups_are_made_of_figures(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "PIECE", 10)
    figures = pd.DataFrame({"figure_id": [f"f{number}" for number in range(95)]})
    tables.stage([figures], "figures", tmp_path)
    metadata = pq.ParquetFile(tmp_path / "figures.parquet").metadata
    assert [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)] == [80, 15]
    assert tables.read("figures", tmp_path)["figure_id"].tolist() == figures["figure_id"].tolist()


def test_a_table_that_fails_midway_leaves_both_files_as_they_were(tmp_path):
    tables.write(pd.DataFrame([article()]), "articles", tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def failing():
        yield pd.DataFrame([article(article_id="b")])
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        tables.write_batches(failing(), "articles", tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_rows_are_read_by_what_a_column_holds(tmp_path):
    given = [{"figure_id": f"f{n}", "flags": ["no_source"] * (n % 2)} for n in range(9)]
    tables.write(pd.DataFrame(given), "figures", tmp_path)
    some = tables.rows("figures", tmp_path, "figure_id", ["f7", "f2", "none"], ["figure_id", "flags"])
    assert some.to_dict("records") == [given[2], given[7]]
    assert tables.rows("figures", tmp_path, "figure_id", []).empty


def test_rows_come_from_json_lines_as_from_files(tmp_path):
    rows = [
        {
            "figure_id": "f1",
            "value": 12,
            "sentence": 'Twelve\u2028"died".',
            "cues": '[{"rule": "noun"}]',
            "flags": '["a"]',
        },
        {"figure_id": "f2", "low": 1e6, "high": None, "indefinite": True, "flags": "[]"},
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    found = tables.from_lines(lines, "figures")
    assert found["flags"].tolist() == [["a"], []]
    tables.write(found, "figures", tmp_path)
    assert found.equals(tables.read("figures", tmp_path))
    assert found.equals(tables.conform(pd.DataFrame(rows).assign(flags=[["a"], []]), "figures"))
    assert tables.from_lines(b"", "figures").equals(tables.conform(pd.DataFrame(), "figures"))
    with pytest.raises(ValueError, match="unexpected field"):
        tables.from_lines(b'{"sauce": "SANA"}\n', "figures")


def test_a_staged_table_is_read_as_a_written_one(tmp_path):
    frames = [pd.DataFrame({"figure_id": [f"f{n}"], "flags": [["no_date"]]}) for n in range(3)]
    tables.stage(iter(frames), "figures", tmp_path)
    assert tables.read("figures", tmp_path, ["figure_id"])["figure_id"].tolist() == ["f0", "f1", "f2"]
    assert [path.name for path in tmp_path.iterdir()] == ["figures.parquet"]
    staged = (tmp_path / "figures.parquet").read_bytes()
    tables.write(pd.concat(frames), "figures", tmp_path)
    assert (tmp_path / "figures.parquet").read_bytes() == staged


def test_no_text_of_a_row_group_is_kept_beside_it(tmp_path):
    """What the file's end says of each group is in memory until all are written."""
    tables.write(pd.DataFrame([article(text="A very long text. " * 500)]), "articles", tmp_path)
    groups = pq.ParquetFile(tmp_path / "articles.parquet").metadata
    assert not any(groups.row_group(0).column(n).is_stats_set for n in range(groups.num_columns))
    assert groups.serialized_size < 6_000


def test_lines_for_people_are_those_of_pandas(tmp_path):
    odd = {"title": 'Say "six", or\nseven', "n_words": 3, "text": "=1+1,\r", "outlet": None}
    tables.write(pd.DataFrame([article(**odd), article(article_id="b")]), "articles", tmp_path)
    expected = tables.defuse(tables.read("articles", tmp_path)).to_csv(index=False, lineterminator="\n")
    assert (tmp_path / "articles.csv").read_bytes() == expected.encode()
    flagged = {"figure_id": ["f"], "value": [1e6], "low": [0.1], "indefinite": [True], "flags": [["no_date"]]}
    tables.write(pd.DataFrame(flagged), "figures", tmp_path)
    lines = (tmp_path / "figures.csv").read_text(encoding="utf-8").splitlines()
    told = dict(zip(*csv.reader(lines), strict=True))
    assert {name: told[name] for name in flagged} | {"high": told["high"]} == {
        "figure_id": "f",
        "value": "1000000.0",
        "low": "0.1",
        "indefinite": "True",
        "flags": '["no_date"]',
        "high": "",
    }
