import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from helpers.figures import sentences


def cut(text, vocab):
    return [text[start:end].strip() for start, end in sentences.spans(text, vocab)]


def test_a_full_stop_ends_a_sentence_and_an_abbreviation_does_not(vocab):
    text = "Dr. Haddad counted the beds. Gen. Saleh did not."
    assert cut(text, vocab) == ["Dr. Haddad counted the beds.", "Gen. Saleh did not."]


def test_a_line_break_ends_a_sentence_unless_it_only_wraps_the_line(vocab):
    assert cut("Two streets burn\nThe bakery stood.", vocab) == ["Two streets burn", "The bakery stood."]
    assert len(cut("The bakery\nstood empty.", vocab)) == 1


def test_a_headline_repeated_at_the_start_of_the_body_is_a_sentence_of_its_own(vocab):
    text = "Two streets burn in old quarter\nTwo streets burn in old quarter The bakery stood."
    assert cut(text, vocab) == [
        "Two streets burn in old quarter",
        "Two streets burn in old quarter",
        "The bakery stood.",
    ]


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Two hurt by shells in Istow", "Meanwhile a baker was treated in Klow."),
        ("The old bridge in Istow (Klow Times)", "More than 40 shells fell."),
        ("Rain over the river camp in Istow", "The tents stood under water."),
        ("he counted the beds in Istow", "Nearly 30 were empty."),
    ],
)
def test_a_heading_without_full_stop_ends_where_a_sentence_opens(heading, body, vocab):
    assert cut(f"Shells fell. {heading} {body}", vocab)[-2:] == [heading, body]


@pytest.mark.parametrize(
    "heading",
    [
        "Shells Kill More than 40 Goats",
        "He came home on Friday evening",
        "Fierce fire in The old bakery",
        "A day in May",
    ],
)
def test_a_capital_inside_a_heading_or_a_name_opens_no_sentence(heading, vocab):
    assert cut(f"Shells fell. {heading}.", vocab) == ["Shells fell.", f"{heading}."]


def test_the_headline_is_a_first_line_without_full_stop():
    assert sentences.headline("Two streets burn\nThe bakery stood.") == (0, 16)
    assert sentences.headline("The bakery stood.\nNobody came.") is None
    assert sentences.headline("No second line") is None
    assert sentences.headline("") is None


def test_a_boundary_given_from_outside_ends_a_sentence(vocab):
    text = "BEIRUT, 3 June 2015 Shells fell."
    dateline, lead = sentences.spans(text, vocab, (19,))
    assert text[slice(*dateline)] == "BEIRUT, 3 June 2015"
    assert text[slice(*lead)].strip() == "Shells fell."


def test_no_sentence_begins_with_a_blank(vocab):
    text = "BEIRUT, 3 June 2015 Shells fell."
    assert all(text[start] != " " for start, _ in sentences.spans(text, vocab, (19,)))


PIECES = """Mr. al. U.S. etc. end. J. 3. Klow so " .. né. (so "Klow so). !""".split()


@given(words=st.lists(st.sampled_from(PIECES)))
def test_sentences_end_where_punkt_ends_them(words, vocab):
    text = " ".join(words)
    parameters = PunktParameters()
    parameters.abbrev_types = {w for row in vocab["abbreviations"] for w in row["words"].split("|")}
    assert sentences.spans(text, vocab) == list(PunktSentenceTokenizer(parameters).span_tokenize(text))


@given(text=st.text(alphabet=st.sampled_from("aB. \n\"'!?-|0é")))
def test_sentences_follow_one_another_and_lose_nothing_but_blanks(text, vocab):
    at = 0
    for start, end in sentences.spans(text, vocab):
        assert at <= start < end
        assert text[at:start].strip() == ""
        at = end
    assert text[at:].strip() == ""


def test_a_busy_machine_reads_what_an_idle_one_does(vocab, monkeypatch):
    redos = pytest.importorskip("nltk.redos", reason="NLTK before 3.10 knows no limit of time")
    monkeypatch.setattr(redos, "DEFAULT_TIMEOUT", 1e-9)
    sentences._tokenizer.cache_clear()
    assert len(sentences.spans("Shells fell again! Nine died? " * 20_000, vocab)) == 40_000


def test_reading_does_not_wait_for_packages_that_nltk_would_load_if_they_are_there():
    code = (
        "import sys\n"
        "from helpers import vocabulary\n"
        "from helpers.figures import sentences\n"
        "sentences.spans('Dr. Haddad came. Nobody else did.', vocabulary.load())\n"
        "print('nltk' in sys.modules, 'scipy' in sys.modules)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout.split() == ["True", "False"]
