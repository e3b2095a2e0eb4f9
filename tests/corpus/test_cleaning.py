import itertools
import re
from collections import Counter

import ftfy
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpers import vocabulary
from helpers.corpus import cleaning

RULES = cleaning.debris(vocabulary.load()["debris"])
PHRASES = [
    re.sub(r"\{\w+\}", "12", row["words"]) for row in vocabulary.load()["debris"] if "{after_stop}" not in row["words"]
]
PIECES = [
    *PHRASES,
    "Six people died. ",
    "5 May 2015 ",
    "Twelve families of Eastwick fled on foot at night. ",
    "\n",
    " ",
    "\t \t",
]


def letters(text: str) -> Counter:
    return Counter("".join(text.split()))


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("Date of publication 30 June 2016 Six people died.", "30 June 2016\nSix people died."),
        ("Published August 6 2016 SEND httpsexam.ple/x An air strike hit.", "August 6 2016\nAn air strike hit."),
        ("21.08.2013Get short URL 0 13 Shells fell on Eastwick.", "21.08.2013\nShells fell on Eastwick."),
        ("Six people died. Read Also", "Six people died."),
        ("Six people died.\nRead more\nNine fled.", "Six people died.\nNine fled."),
        ("Six people died.\nPlease fill the fields below.", "Six people died."),
        ("Six people died. ... 43 Related Shells kill 90 in Westwick Tags war", "Six people died."),
        ("Six died. Reporting by Ann Lee; Editing by Bo Day", "Six died."),
        ("Six died, the agency reported. 218-11", "Six died, the agency reported."),
        ("Fire in Lowtown\nBy Ann Lee and Bo Day\nSix died.", "Fire in Lowtown\nSix died."),
        ("Six died.\nFILE - A port in 2014.", "Six died."),
        ("A man (2nd-R) sits at a well in Eastwick.\nSix died.", "Six died."),
    ],
)
def test_debris_is_cut_and_the_rest_stays(body, left):
    assert cleaning.clean(body, None, RULES) == left


@pytest.mark.parametrize(
    "body",
    [
        "Published figures show that 500 people fled.",
        "He said on Twitter that 30 people were killed.",
        "By Tuesday six had died.\nBy the river lay nine more.",
        "The army shares its photo with the ministry.",
        "At least 12 were killed, the agency said on Friday.",
        "The bridge links Eastwick and Westwick; related fighting killed 5.",
        "Rights groups urged readers to follow us on the road where 40 died.",
    ],
)
def test_prose_that_looks_like_debris_stays(body):
    assert cleaning.clean(body, None, RULES) == body


def test_characters_are_repaired_and_quotation_marks_kept():
    broken = "The mayorâ€™s ofﬁce\u00a0said “ten\u00adants” ﬂed\u200b.\x00\x07"
    assert cleaning.characters(broken) == "The mayor’s office said “tenants” fled."


@pytest.mark.parametrize(
    ("headline", "body", "left"),
    [
        ("Six dockers killed in Lowtown", "Six dockers killed in Lowtown. Shells fell.", "Shells fell."),
        ("Six dockers killed in Lowtown", "Six dockers killed in Lowtown Shells fell.", "Shells fell."),
        (
            "Six dockers killed in Lowtown",
            "Mon 2 Mar 2015 Six dockers killed in Lowtown. Fire.",
            "Mon 2 Mar 2015\nFire.",
        ),
        ("SIX DOCKERS KILLED IN LOWTOWN", "“Six dockers killed” in Lowtown\n\nShells fell.", "Shells fell."),
    ],
)
def test_a_headline_repeated_by_the_body_is_cut(headline, body, left):
    assert cleaning.clean(body, headline, RULES).strip("“”\n ") == left


def test_a_headline_that_a_text_file_has_twice_stands_once():
    body = "Six dockers killed in Lowtown\n2 May 2015\nSix dockers killed in Lowtown\nShells fell."
    assert cleaning.clean(body, None, RULES) == "Six dockers killed in Lowtown\n2 May 2015\nShells fell."


@pytest.mark.parametrize(
    "body",
    [
        "Six dockers killed in Lowtown were buried on Tuesday.",
        "Six dockers killed in Lowtown Monday were brothers.",
        "Nobody denies it now: there were, in the end, after all that was said, six dockers killed in Lowtown. Fire.",
    ],
)
def test_a_first_sentence_that_begins_like_its_headline_stays(body):
    assert cleaning.clean(body, "Six dockers killed in Lowtown", RULES) == body


def test_what_is_told_twice_is_told_once():
    lead = "Eleven shoppers were killed by mortar rounds on the market of Eastwick on Monday."
    assert cleaning.clean(f"{lead} {lead} A nurse counted them.", None, RULES) == f"{lead} A nurse counted them."
    assert cleaning.clean(f"{lead} He wept.\nMore.\n{lead} He wept.", None, RULES) == f"{lead} He wept.\nMore."


def test_short_repeats_stay():
    assert cleaning.clean("No one was hurt.\nFire.\nNo one was hurt.", None, RULES).count("No one was hurt.") == 2


def test_each_step_begins_where_the_one_before_ended():
    body = "Published May 5 2015 Six died\u00a0here.\nRead more\n" + "Shells hit the old mill of Eastwick at dawn. " * 2
    taken = cleaning.steps(body, None, RULES)
    assert taken[0].before == body
    assert [step.after for step in taken[:-1]] == [step.before for step in taken[1:]]
    assert [step.rule for step in taken] == [
        "characters",
        "date label",
        "related links",
        "dateline",
        "repeated text",
        "space",
    ]


@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.sampled_from([None, "Six people died on Monday"])
)
@example("... 12 Related Six people died. ", None)
def test_nothing_vanishes_untold(body, headline):
    for step in cleaning.steps(body, headline, RULES):
        if step.rule != "characters":
            assert letters(step.before) == letters(step.after) + letters(" ".join(step.cuts)), step.rule


@given(st.text(max_size=300))
def test_any_text_can_be_cleaned_and_only_loses(body):
    repaired = cleaning.characters(body)
    cleaned = cleaning.clean(body, None, RULES)
    assert letters(cleaned) <= letters(repaired)
    assert cleaned == cleaned.strip()


def test_a_place_to_cut_from_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="nowhere"):
        cleaning.debris([{"rule": "x", "where": "nowhere", "words": "y"}])


@pytest.mark.parametrize(
    ("body", "headline"),
    [
        ("Six die in Lowtown\nShells fell on the harbour.", "Six die in Lowtown"),
        ("Shells fell on the harbour.\nSix died.", None),
        ("Six die in Lowtown", None),
    ],
)
def test_a_first_line_that_is_no_sentence_is_the_headline(body, headline):
    assert cleaning.first_line_as_headline(body) == headline


def test_marks_of_print_are_nothing_to_repair():
    for line in map("".join, itertools.product("‘’“”–—… aâ", repeat=3)):
        assert cleaning._repaired(line) == ftfy.fix_text(line, uncurl_quotes=False)
