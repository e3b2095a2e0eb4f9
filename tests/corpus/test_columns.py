from helpers import vocabulary
from helpers.corpus import columns

TABLE = vocabulary.load()["columns"]


def test_headers_seen_in_the_wild_find_their_column():
    fa_kes = columns.match(
        ["unit_id", "article_title", "article_content", "source", "date", "location", "labels"], TABLE
    )
    assert fa_kes["title"] == ["article_title"]
    assert fa_kes["text"] == ["article_content"]
    assert fa_kes["outlet"] == ["source"]
    news_please = columns.match(["maintext", "title", "date_publish", "source_domain", "url", "language"], TABLE)
    assert news_please["text"] == ["maintext"]
    assert news_please["published"] == ["date_publish"]


def test_case_spaces_and_marks_in_a_header_do_not_matter():
    assert columns.match([" Publish-Date ", "FULL TEXT", None], TABLE) == {
        "published": [" Publish-Date "],
        "text": ["FULL TEXT"],
    }


def test_of_several_columns_the_table_says_which():
    assert columns.match(["date", "published"], TABLE)["published"] == ["published", "date"]


def test_where_the_preferred_cell_is_empty_the_next_one_counts():
    found = columns.match(["text", "maintext"], TABLE)
    assert columns.pick({"text": None, "maintext": "Fire."}, found) == {"text": "Fire."}
    assert columns.pick({"text": " ", "maintext": ""}, found) == {}


def test_cells_other_than_the_text_are_one_printable_line():
    record = {"Title": " Six\ndie \x07 ", "Body": " Fire.\n\ud800 ", "Outlet": None}
    found = columns.pick(record, {"title": ["Title"], "text": ["Body"], "outlet": ["Outlet"]})
    assert found == {"title": "Six die", "text": "Fire.\n?"}
