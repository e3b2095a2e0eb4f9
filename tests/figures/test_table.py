import pandas as pd
import pytest

from helpers import tables
from helpers.engine import Engine
from helpers.figures import extract_all, extract_batches, table


@pytest.fixture
def articles():
    rows = [
        {"article_id": "b", "published": "2017-03-15", "language": "en", "text": "Shells killed 14 men on Sunday."},
        {"article_id": "a", "published": None, "language": None, "text": "Mines wounded nine men and two women."},
        {"article_id": "c", "published": "2017-03-15", "language": "fr", "text": "Shells killed 14 men."},
        {"article_id": "d", "published": "2017-03-15", "language": "en", "text": "The bakery stood."},
    ]
    return tables.conform(pd.DataFrame(rows), "articles")


def test_figures_come_in_the_order_of_articles_and_texts(articles, vocab):
    figures = extract_all(articles, vocab, Engine(workers=1))
    assert list(figures["article_id"]) == ["b", "a", "a"]
    assert list(figures["value"]) == [14, 9, 2]
    assert figures["since"].iloc[0] == "2017-03-12"
    assert figures["tally_id"].isna().all()


def test_the_table_conforms(articles, vocab, tmp_path):
    figures = extract_all(articles, vocab, Engine(workers=1))
    tables.write(figures, "figures", tmp_path)
    assert list(figures.columns) == list(tables.SCHEMAS["figures"])
    assert list(tables.read("figures", tmp_path)["phrase"]) == ["14", "nine", "two"]


@pytest.mark.parametrize("rows", [slice(0, 0), slice(3, 4)])
def test_no_article_and_no_figure_give_an_empty_table(rows, articles, vocab):
    figures = extract_all(articles.iloc[rows], vocab, Engine(workers=1))
    assert len(figures) == 0
    assert list(figures.columns) == list(tables.SCHEMAS["figures"])


def test_pieces_of_the_articles_give_the_same_figures(articles, vocab, tmp_path):
    tables.write(articles, "articles", tmp_path)
    pieces = tables.batches("articles", tmp_path, table.NEEDED, size=1)
    figures = pd.concat(extract_batches(pieces, vocab, Engine(workers=1)), ignore_index=True)
    assert figures.equals(extract_all(articles, vocab, Engine(workers=1)))
