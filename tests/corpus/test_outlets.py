import pytest

from helpers.corpus import outlets

KNOWN = outlets.outlets(
    [
        {"name": "Agence Lowland", "wire": "AL", "variants": "AL|al|agencelowland.example"},
        {"name": "Harbour Wire", "wire": "Harbour Wire", "variants": "HARBOUR WIRE"},
        {"name": "Port Gazette", "wire": "", "variants": "gazette|portgazette.example"},
    ]
)


@pytest.mark.parametrize(
    ("outlet", "url", "name"),
    [
        ("gazette", None, "Port Gazette"),
        ("PORT  GAZETTE", None, "Port Gazette"),
        ("Unheard Of", None, "Unheard Of"),
        (None, "https://www.portgazette.example/2015/03/fire", "Port Gazette"),
        (None, "portgazette.example/fire", "Port Gazette"),
        (None, "https://[broken", None),
        (None, None, None),
    ],
)
def test_an_outlet_is_named_as_the_table_spells_it(outlet, url, name):
    assert outlets.name(outlet, url, KNOWN) == name


@pytest.mark.parametrize(
    ("body", "wire"),
    [
        ("Six people died. --AL", "AL"),
        ("Six people died. - HARBOUR WIRE", "Harbour Wire"),
        ("Six people died. (With AL and others)", "AL"),
        ("Six people died.\nAgence Lowland", "AL"),
        ("LOWTOWN (AL) - Six people died.", "AL"),
        ("LOWTOWN, May 5. /AL/. Six people died.", "AL"),
        ("AL Friday 5 Jun 2015\nSix people died.", "AL"),
        ("5 June 2015\nAL Six people died in Lowtown.", "AL"),
        ("Six people died. Source: Harbour Wire", "Harbour Wire"),
        ("A man sits beside a well in the burnt out market of Eastwick on Monday (AL) Six people died.", None),
        ("A witness told Harbour Wire that six people died.", None),
        ("Six people died in Al Hara, and al agency said so.", None),
    ],
)
def test_a_credit_is_told_from_a_mention(body, wire):
    assert outlets.wire(None, "Port Gazette", body, body, KNOWN) == wire


def test_a_wire_agency_is_its_own_wire_and_a_given_credit_wins():
    assert outlets.wire(None, "Agence Lowland", "Six died.", "Six died.", KNOWN) == "AL"
    assert outlets.wire("harbour wire", "Agence Lowland", "Six died.", "Six died.", KNOWN) == "Harbour Wire"


@pytest.mark.parametrize(
    "headline", ["Six die | Port Gazette", "Six die - Port Gazette", "Port Gazette - Six die", "Six die"]
)
def test_the_outlets_name_is_no_part_of_its_headline(headline):
    assert outlets.without_name(headline, KNOWN) == "Six die"


def test_a_dash_within_a_headline_stays():
    assert outlets.without_name("Lowtown - six die", KNOWN) == "Lowtown - six die"
