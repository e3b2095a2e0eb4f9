import json

import pytest

from helpers.__main__ import main

ARTICLE = {"article_id": "a1", "outlet": "Wire", "published": "2016-05-02", "text": "Shells killed 12 men in Homs."}


@pytest.fixture
def files(tmp_path):
    """Write lines as an article file; returns it and where the figures go."""

    def write(*lines):
        articles = tmp_path / "articles.jsonl"
        articles.write_text("\n".join(lines), encoding="utf-8")
        return str(articles), str(tmp_path / "figures.jsonl")

    return write


def lines_of(path):
    with open(path, encoding="utf-8") as lines:  # noqa: PTH123
        return [json.loads(line) for line in lines]


def test_extract_writes_one_figure_a_line(files):
    articles, figures = files(json.dumps(ARTICLE), "", json.dumps({**ARTICLE, "article_id": "a2"}))
    assert main(["extract", articles, figures]) == 0
    first, second = lines_of(figures)
    assert (first["article_id"], first["phrase"], first["outcome"], first["place_id"]) == ("a1", "12", "killed", "homs")
    assert ARTICLE["text"][first["start"] : first["end"]] == "12"
    assert second["article_id"] == "a2"


def test_an_article_needs_no_more_than_id_and_text(files):
    articles, figures = files(json.dumps({"article_id": 7, "text": "Shells killed 12 men."}))
    assert main(["extract", articles, figures]) == 0
    assert lines_of(figures)[0]["value"] == 12


def test_an_empty_file_has_no_figures(files):
    articles, figures = files("")
    assert main(["extract", articles, figures]) == 0
    assert lines_of(figures) == []


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "12",
        "null",
        "[]",
        '"text"',
        '{"article_id": "a"}',
        '{"text": "Shells killed 12 men."}',
        '{"article_id": "a", "text": null}',
        '{"article_id": "a", "text": 12}',
    ],
)
def test_a_bad_line_is_named_with_its_file_and_nothing_is_written(line, files, capsys):
    articles, figures = files(json.dumps(ARTICLE), line)
    assert main(["extract", articles, figures]) == 2
    message = capsys.readouterr().err
    assert f"{articles}, line 2: expected a JSON object with article_id and text, in UTF-8" in message
    with pytest.raises(FileNotFoundError):
        lines_of(figures)


def test_a_bad_line_leaves_the_figures_of_an_earlier_run(files):
    articles, figures = files(json.dumps(ARTICLE))
    main(["extract", articles, figures])
    before = lines_of(figures)
    files("{")
    assert main(["extract", articles, figures]) == 2
    assert lines_of(figures) == before


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    assert main(["extract", str(tmp_path / "none.jsonl"), str(tmp_path / "out.jsonl")]) == 2
    assert "none.jsonl" in capsys.readouterr().err


def test_bytes_that_are_no_text_are_no_crash(tmp_path, capsys):
    (tmp_path / "articles.jsonl").write_bytes(b"\xff\xfe\x00")
    assert main(["extract", str(tmp_path / "articles.jsonl"), str(tmp_path / "out.jsonl")]) == 2
    assert capsys.readouterr().err.startswith("helpers: ")


def test_bytes_that_are_no_text_are_named_with_their_file(tmp_path, capsys):
    (tmp_path / "articles.jsonl").write_bytes(b"\xff\xfe\x00")
    main(["extract", str(tmp_path / "articles.jsonl"), str(tmp_path / "out.jsonl")])
    assert "articles.jsonl" in capsys.readouterr().err


def test_a_vocabulary_folder_without_tables_is_named(files, tmp_path, capsys):
    (tmp_path / "words").mkdir()
    articles, figures = files(json.dumps(ARTICLE))
    assert main(["extract", articles, figures, "--vocabulary", str(tmp_path / "words")]) == 2
    assert "holds no vocabulary" in capsys.readouterr().err


def test_one_and_two_workers_write_the_same(files):
    articles, figures = files(*(json.dumps({**ARTICLE, "article_id": str(n)}) for n in range(130)))
    assert main(["extract", articles, figures, "--workers", "1"]) == 0
    alone = lines_of(figures)
    assert [figure["article_id"] for figure in alone] == [str(n) for n in range(130)]
    assert main(["extract", articles, figures, "--workers", "2"]) == 0
    assert lines_of(figures) == alone


def test_explain_prints_what_was_found_and_why(capsys):
    assert main(["explain", "At least 12 men were killed in Homs on Sunday.", "--published", "2016-05-02"]) == 0
    printed = capsys.readouterr().out
    assert "[At least 12] [men] were [killed]" in printed
    assert '"killed" (12 people were killed)' in printed
    assert "2016-05-01" in printed
    assert "\x1b[" not in printed


def test_explain_says_so_where_nothing_is_found(capsys):
    assert main(["explain", "The bakery stood empty."]) == 0
    assert capsys.readouterr().out == "No figure found.\n"


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["extract", "only-one"]])
def test_what_cannot_be_understood_ends_with_status_two(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err
