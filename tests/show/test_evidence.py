import re
from html.parser import HTMLParser

import pandas as pd
import pytest

from helpers import tables
from helpers.show import evidence, printed


def figure(sentence, *cues, **fields):
    """A figure of ``sentence`` whose first cue is its number; cues are (field, words)."""
    spans = [(field, sentence.index(words), sentence.index(words) + len(words)) for field, words in cues]
    return {
        "sentence": sentence,
        "sentence_start": 100,
        "start": 100 + spans[0][1],
        "end": 100 + spans[0][2],
        "cues": [{"field": f, "start": 100 + start, "end": 100 + end, "rule": "r"} for f, start, end in spans],
        "flags": [],
        **fields,
    }


class Marks(HTMLParser):
    """Fails on marks that close in another order than they opened."""

    def __init__(self, html):
        super().__init__()
        self.opened, self.text = [], ""
        self.feed(html)
        self.close()
        assert self.opened == []

    def handle_starttag(self, tag, attributes):
        assert tag == "mark"
        self.opened.append(tag)

    def handle_endtag(self, tag):
        assert self.opened.pop() == tag

    def handle_data(self, data):
        self.text += data


def test_the_deciding_words_are_marked_by_field():
    html = evidence.sentence(figure("At least 18 miners died.", ("number", "At least 18"), ("outcome", "died")))
    assert html == '<mark class="number">At least 18</mark> miners <mark class="outcome">died</mark>.'


@pytest.mark.parametrize(
    "cues",
    [
        [("number", "18 miners"), ("group", "miners of the pit")],
        [("number", "18"), ("group", "18 miners of the pit died"), ("place", "the pit")],
        [("number", "18 miners"), ("group", "18 miners"), ("outcome", "died")],
        [("number", "At least 18 miners of"), ("group", "miners of the pit"), ("place", "of the pit died")],
    ],
)
def test_overlapping_marks_nest_and_lose_no_letter(cues):
    sentence = "At least 18 miners of the pit died."
    assert Marks(evidence.sentence(figure(sentence, *cues))).text == sentence


def test_the_text_of_a_sentence_is_escaped():
    html = evidence.sentence(figure('<script>x</script> & "5" <img onerror=y>', ("number", "5")))
    assert "<script" not in html
    assert "<img" not in html
    assert Marks(html).text == '<script>x</script> & "5" <img onerror=y>'


def test_a_cue_outside_the_sentence_is_left_out():
    row = figure("It rose to 9.", ("number", "9"))
    row["cues"] = [*row["cues"], {"field": "place", "start": 3, "end": 9, "rule": "r"}]
    assert evidence.sentence(row).count("<mark") == 1


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://post.example/a?b=c", True),
        ("post.example/a", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ('https://post.example/"onclick="x', False),
        (pd.NA, False),
    ],
)
def test_only_web_addresses_become_links(url, linked):
    html = evidence.link(url, "<b>read</b>")
    assert ("<a href=" in html) is linked
    assert "<b>" not in html


def test_the_list_says_who_prints_what_and_what_is_doubtful(figures, articles):
    html = evidence.listed(evidence.doubtful_first(figures), articles)._repr_html_()
    assert html.index("Hundreds of thousands") < html.index("A blast")
    assert "Doubtful: no source" in html
    assert "12 civilians killed" in html
    assert "Harbour Radio, 21 March 2015" in html
    assert "javascript:" not in html


def test_the_list_has_anchors_where_asked_and_tells_what_it_leaves_out(figures, articles):
    html = evidence.listed(figures, articles, limit=2, anchors=True)._repr_html_()
    assert re.findall(r'id="([^"]+)"', html) == ["figure-f1", "figure-f2"]
    assert "Four more figures not shown here." in html


def test_an_empty_list_says_so(figures, articles):
    assert "No figure to show" in evidence.listed(figures[:0], articles)._repr_html_()


def test_marks_in_a_row_are_those_that_would_nest():
    text, spans = "<b> 18 of & 20 'died'", [evidence._Span(4, 6, "number"), evidence._Span(15, 21, "outcome")]
    marked = "".join(evidence._in_a_row(text, spans))
    assert marked == "".join(evidence._nested(text, spans))
    assert marked.count("<mark") == 2
    assert "".join(evidence._in_a_row(text, [])) == "".join(evidence._nested(text, []))


def test_what_was_left_out_when_figures_were_read_is_found_again(corpus, tmp_path):
    for name in ("articles", "figures"):
        tables.write(corpus[name], name, tmp_path)
    articles, figures = printed.read(tmp_path)
    assert not {"cues", "flags", "text"} & {*figures.columns, *articles.columns}
    some = figures.iloc[[3, 0]]
    again = evidence.marked(some, tmp_path)
    assert list(again["figure_id"]) == ["f4", "f1"]
    whole = corpus["figures"].iloc[[3, 0]].reset_index(drop=True)
    pd.testing.assert_frame_equal(again[list(whole.columns)], whole)
    assert evidence.marked(figures[:0], tmp_path).empty
    assert evidence.listed(again, articles).html == evidence.listed(whole, corpus["articles"]).html
