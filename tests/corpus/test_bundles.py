"""The news archives' bundles, in the layouts that LexisNexis and Factiva give them."""

import gzip
import io
import time
import zipfile

import pytest

from helpers.corpus import bundles, formats

NEXIS = """Six dockers die in Lowtown
Port Gazette
March 3, 2015 Tuesday 8:12 AM GMT
Copyright 2015 Port Gazette All Rights Reserved
Section: WORLD
Length: 212 words
Byline: Ann Lee
Body
Shells fell on the harbour on Monday and killed six.
Nobody claimed the attack.
Classification
Language: English
Load-Date: March 4, 2015
End of Document
Nine bodies found at Oldford
Upland Herald
March 5, 2015
Length: 90 words
Body
Rescuers pulled nine bodies from the river.
Load-Date: March 5, 2015
End of Document
"""
LEXIS = """
                               1 of 2 DOCUMENTS

                                 Port Gazette

                            March 3, 2015 Tuesday

Six dockers die in Lowtown

BYLINE: Ann Lee
LENGTH: 212 words
DATELINE: LOWTOWN

Shells fell on the harbour on Monday and killed six.
Nobody claimed the attack.

LOAD-DATE: March 4, 2015
LANGUAGE: ENGLISH
                       Copyright 2015 Port Gazette

                               2 of 2 DOCUMENTS
Upland Herald
March 5, 2015
HEADLINE: Nine bodies found at Oldford
LENGTH: 90 words
Rescuers pulled nine bodies from the river.
"""
FACTIVA = """Six dockers die in Lowtown
By Ann Lee
212 words
3 March 2015
08:12 GMT
Port Gazette
PRTGAZ
English
(c) 2015 Port Gazette
Shells fell on the harbour on Monday and killed six.
Nobody claimed the attack.
Document PRTGAZ0020150303eb33000b5
Nine bodies found at Oldford
90 words
5 March 2015
Upland Herald
UPLHER
English
Copyright 2015. Upland Herald
Rescuers pulled nine bodies from the river.
Document UPLHER0020150305eb33000c1
"""
FACTIVA_LABELS = """HD Six dockers die in Lowtown
BY By Ann Lee
WC 212 words
PD 3 March 2015
SN Port Gazette
LA English
LP
Shells fell on the harbour on Monday and killed six.
TD
Nobody claimed the attack.
NS gcat : Political news
AN Document PRTGAZ0020150303eb33000b5
HD Nine bodies found at Oldford
PD 5 March 2015
SN Upland Herald
LP Rescuers pulled nine bodies from the river.
AN Document UPLHER0020150305eb33000c1
"""
LAYOUTS = {"nexis": NEXIS, "lexis": LEXIS, "factiva": FACTIVA, "factiva labels": FACTIVA_LABELS}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_bundle_is_split_into_its_articles(layout):
    six, nine = bundles.split(LAYOUTS[layout])
    assert six == bundles.Piece(
        headline="Six dockers die in Lowtown",
        outlet="Port Gazette",
        published="2015-03-03",
        text="Shells fell on the harbour on Monday and killed six.\nNobody claimed the attack.",
    )
    assert nine == bundles.Piece(
        headline="Nine bodies found at Oldford",
        outlet="Upland Herald",
        published="2015-03-05",
        text="Rescuers pulled nine bodies from the river.",
    )


@pytest.mark.parametrize("suffix", ["txt", "rtf", "html", "docx", "txt.gz", "zip"])
def test_a_bundle_may_come_in_any_kind_of_document(suffix):
    lines = NEXIS.splitlines()
    if suffix == "rtf":
        pytest.importorskip("striprtf")
        text = r"{\rtf1\ansi " + "\\par\n".join(lines) + "}"
    elif suffix == "html":
        pytest.importorskip("lxml")
        text = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"
    elif suffix == "docx":
        document, text = pytest.importorskip("docx").Document(), io.BytesIO()
        for line in lines:
            document.add_paragraph(line)
        document.save(text)
        text = text.getvalue()
    elif suffix == "zip":
        text = io.BytesIO()
        with zipfile.ZipFile(text, "w") as archive:
            archive.writestr("b.txt", NEXIS)
        text = text.getvalue()
    else:
        text = gzip.compress(NEXIS.encode()) if suffix.endswith("gz") else NEXIS
    found = formats.read(f"b.{suffix}", text.encode() if isinstance(text, str) else text, [])
    assert [(one.name, one.row, one.outlet) for one in found] == [
        ("b-1", 1, "Port Gazette"),
        ("b-2", 2, "Upland Herald"),
    ]


def test_an_article_of_unknown_layout_is_kept_whole():
    six, odd = bundles.split(NEXIS.split("End of Document")[0] + "End of Document\nOnly a text.\nEnd of Document\n")
    assert six.outlet == "Port Gazette"
    assert odd == bundles.Piece(None, None, None, "Only a text.")


def test_a_text_that_only_speaks_of_documents_is_one_article():
    text = "It was the end of document searches.\nHe found 1 of 2 documents.\nDocument safe."
    assert not bundles.is_bundle(text)
    [article] = bundles.read_lines("x.txt", text)
    assert (article.name, article.row, article.text) == ("x", None, text)


@pytest.mark.parametrize("piece", ["\n", " ", "End of Document\n", "1 of 2 DOCUMENTS\n", "Document ", "HD a\n"])
def test_long_runs_are_split_in_time(piece):
    began = time.perf_counter()
    bundles.split(piece * (400_000 // len(piece)) + "End of Document")
    assert time.perf_counter() - began < 2
