"""The whole way from a folder of files to the two tables."""

import gzip
import json
from pathlib import Path

import pandas as pd
import pytest

from helpers import corpus, tables, vocabulary
from helpers.engine import Engine

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus"

HARBOUR = "Shells fell on the harbour of Lowtown on Monday and killed six dockers, the port office said."
BRIDGE = "Rescuers pulled nine bodies from the river after the bridge at Oldford gave way under shelling."


@pytest.fixture(scope="module")
def vocab():
    return vocabulary.load()


def write(folder: Path, name: str, content: str | bytes) -> None:
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_a_text_file_takes_outlet_and_date_from_the_manifest(tmp_path, vocab):
    write(tmp_path, "harbour.txt", HARBOUR)
    write(
        tmp_path,
        "articles.csv",
        "file,outlet,wire,published,title,url\nharbour.txt,Port Gazette,AP,2015-03-02,Six die,\n",
    )
    articles, rejected = corpus.read_corpus(tmp_path, vocab)
    assert rejected.empty
    [row] = articles.to_dict("records")
    assert row["article_id"] == "harbour"
    assert (row["outlet"], row["wire"], row["title"]) == ("Port Gazette", "AP", "Six die")
    assert (row["published"], row["published_basis"]) == ("2015-03-02", "manifest")
    assert row["text"] == HARBOUR
    assert row["n_words"] == len(HARBOUR.split())
    assert row["language"] == "en"


def test_the_manifest_comes_before_the_markup(tmp_path, vocab):
    write(tmp_path, "six.md", f"---\ntitle: Six die\ndate: 2015-03-01\noutlet: Mirror\n---\n{HARBOUR}")
    write(tmp_path, "nine.md", f"---\ntitle: Nine die\ndate: 2015-03-01\n---\n{BRIDGE}")
    write(tmp_path, "articles.csv", "file,outlet,published\nsix.md,Port Gazette,2015-03-02\n")
    articles = corpus.read_corpus(tmp_path, vocab)[0].set_index("article_id")
    assert articles.loc["six", ["outlet", "published", "published_basis"]].tolist() == [
        "Port Gazette",
        "2015-03-02",
        "manifest",
    ]
    assert articles.loc["nine", ["published", "published_basis"]].tolist() == ["2015-03-01", "markup"]


def test_a_manifest_row_for_a_file_of_many_articles_fills_their_gaps(tmp_path, vocab):
    write(tmp_path, "many.csv", f'text,outlet\n"{HARBOUR}",\n"{BRIDGE}",Mirror\n')
    write(tmp_path, "articles.csv", "file,outlet,published\nmany.csv,Port Gazette,2015-03-02\n")
    articles, _ = corpus.read_corpus(tmp_path, vocab)
    assert articles.outlet.tolist() == ["Port Gazette", "Mirror"]
    assert articles.published.tolist() == ["2015-03-02", "2015-03-02"]


def test_a_manifest_may_name_an_archive(tmp_path, vocab):
    write(tmp_path, "in/harbour.txt.gz", gzip.compress(HARBOUR.encode()))
    write(tmp_path, "in/articles.csv", "file,outlet\nharbour.txt.gz,Port Gazette\n")
    articles, rejected = corpus.read_corpus(tmp_path, vocab)
    assert rejected.empty
    assert articles[["article_id", "path", "outlet"]].values.tolist() == [
        ["harbour", "in/harbour.txt.gz/harbour.txt", "Port Gazette"]
    ]


def test_a_manifest_row_without_a_file_says_nothing_of_any(tmp_path, vocab):
    write(tmp_path, "harbour.txt", HARBOUR)
    write(tmp_path, "articles.csv", "file,outlet\n,Port Gazette\n.,Mirror\n")
    articles, rejected = corpus.read_corpus(tmp_path, vocab)
    assert articles.outlet.isna().all()
    assert rejected.row.tolist() == [1, 2]


def test_an_empty_vocabulary_still_reads_texts(tmp_path):
    write(tmp_path, "harbour.txt", HARBOUR)
    articles, rejected = corpus.read_corpus(tmp_path, vocabulary.Vocabulary(tmp_path, {}))
    assert articles.text.tolist() == [HARBOUR]
    assert rejected.empty


def test_a_table_row_is_headline_then_body_under_its_own_id(tmp_path, vocab):
    header = "row,unit_id,article_title,article_content,source,date"
    table = f'{header}\n007,9,Six dockers die in Lowtown,"{HARBOUR}",ahram,3/25/2015\n'
    write(tmp_path, "ports_dev.csv", table.encode("latin-1"))
    articles, _ = corpus.read_corpus(tmp_path, vocab)
    [row] = articles.to_dict("records")
    assert row["article_id"] == "ports-007"
    assert row["text"] == f"Six dockers die in Lowtown\n{HARBOUR}"
    assert row["outlet"] == "Ahram Online"
    assert row["published"] == "2015-03-25"


def test_a_table_without_ids_numbers_its_rows(tmp_path, vocab):
    write(tmp_path, "river.csv", f"text\n{HARBOUR.replace(',', ';')}\n{BRIDGE}\n")
    articles, _ = corpus.read_corpus(tmp_path, vocab)
    assert articles.article_id.tolist() == ["river-1", "river-2"]


def test_an_empty_folder_gives_empty_tables(tmp_path, vocab):
    articles, rejected = corpus.read_corpus(tmp_path, vocab)
    assert articles.empty
    assert list(articles.columns) == list(tables.SCHEMAS["articles"])
    assert rejected.empty


def test_no_folder_is_said_plainly(tmp_path, vocab):
    with pytest.raises(NotADirectoryError, match="name the folder"):
        corpus.read_corpus(tmp_path / "nowhere", vocab)


def test_files_of_one_name_keep_ids_of_their_own(tmp_path, vocab):
    write(tmp_path, "a/story.txt", HARBOUR)
    write(tmp_path, "b/story.txt", BRIDGE)
    articles, _ = corpus.read_corpus(tmp_path, vocab)
    assert dict(zip(articles.article_id, articles.path, strict=True)) == {
        "story": "a/story.txt",
        "story-2": "b/story.txt",
    }


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared example articles are not on this machine")
def test_the_five_seeds_arrive_with_their_manifest(vocab):
    articles, rejected = corpus.read_corpus(SHARED / "seeds", vocab)
    assert rejected.empty
    assert articles.published.tolist() == ["2019-12-22", "2024-12-03", "2019-08-07", "2019-08-21", "2019-08-08"]
    assert not articles.text.str.contains("fill the fields").any()
    assert articles.text.str.contains("560,000").sum() == 1


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared example articles are not on this machine")
def test_fa_kes_arrives_whole_and_clean(vocab):
    articles, rejected = corpus.read_corpus(SHARED / "fakes", vocab)
    assert rejected.empty
    assert len(articles) == 407
    assert articles.published.str.fullmatch(r"\d{4}-\d\d-\d\d").all()
    for debris in ("Date of publication", "Get short URL", "SEND http", "Cookie Policy", "Comment via Facebook"):
        assert not articles.text.str.contains(debris, regex=False).any(), debris


def test_rules_of_cleaning_are_counted_by_article_and_the_most_cut_is_kept(tmp_path, vocab):
    text = "Shells fell on the town on Sunday, residents said."
    (tmp_path / "a.txt").write_text(f"{text}\n\n{text}")
    (tmp_path / "b.txt").write_text(f"{text}\n\n{text}\n\n{text}\n\n{text}")
    (tmp_path / "c.txt").write_text(text)
    with corpus.read(tmp_path, vocab) as found:
        assert found.changed["repeated text"] == 2
        assert found.most_cut[0].before.count(text) == 4
        assert found.most_cut[-1].after == text


def test_many_articles_are_cleaned_alike_by_two_processes(tmp_path, vocab):
    rows = [{"id": n, "text": f"Shells killed {n} men in the town of Homs on Sunday."} for n in range(150)]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    one, two = (corpus.read_corpus(tmp_path, vocab, Engine(workers=n))[0] for n in (1, 2))
    assert len(one) == 150
    pd.testing.assert_frame_equal(one, two)
