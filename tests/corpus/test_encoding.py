import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus.arrival import UnreadableError
from helpers.corpus.encoding import decode

TEXT = "The mayor’s café in Eastwick — “burnt out”, a neighbour said."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_text_comes_back_whatever_it_was_saved_as(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_latin_1_with_bytes_that_windows_does_not_know():
    assert decode("Café \x81 near the mill".encode("latin-1")) == "Café \x81 near the mill"


def test_a_few_broken_bytes_do_not_turn_utf_8_into_latin_1():
    assert decode("Cafés and crêpes à la carte, née Müller".encode() + b" \xff.").startswith("Cafés and crêpes")


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(UnreadableError, match="export it"):
        decode(bytes(range(256)) * 20)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data):
    with contextlib.suppress(UnreadableError):
        assert isinstance(decode(data), str)
