"""One article in every format that researchers have it in."""

import gzip
import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import corpus, vocabulary
from helpers.corpus import archives, extras, formats
from helpers.corpus.arrival import Arrival, Rejection

LEAD = "Shells fell on the harbour of Lowtown on Monday and killed six dockers, the port office said in a statement."
MORE = "Nine more bodies were pulled from the river on Tuesday after the bridge at Oldford gave way under heavy fire."
COLUMNS = vocabulary.load()["columns"]


def read(path: str, data: bytes | str) -> list:
    return formats.read(path, data if isinstance(data, bytes) else data.encode(), COLUMNS)


def only(path: str, data: bytes | str) -> Arrival:
    [found] = read(path, data)
    assert isinstance(found, Arrival), found
    return found


def refusal(path: str, data: bytes | str) -> str:
    [found] = read(path, data)
    assert isinstance(found, Rejection), found
    assert found.path.startswith(path)
    return found.reason


def zipped(**members: bytes | str) -> bytes:
    handle = io.BytesIO()
    with zipfile.ZipFile(handle, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return handle.getvalue()


PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Six dockers die | Port Gazette</title>
<meta property="og:title" content="Six dockers die in Lowtown"><meta property="og:site_name" content="Port Gazette">
<meta property="article:published_time" content="2015-03-03T08:00:00Z">
<link rel="canonical" href="https://portgazette.example/2015/six-dockers"></head>
<body><nav><a href="/">Home</a> <a href="/war">War</a></nav>
<article><h1>Six dockers die in Lowtown</h1><script>alert("{LEAD}")</script><p>{LEAD}</p><p>{MORE}</p></article>
<section class="comments"><p>Please fill the fields below</p></section><footer>Copyright</footer></body></html>"""


def test_a_saved_page_gives_its_text_and_what_its_markup_says():
    pytest.importorskip("trafilatura")
    page = only("six.html", PAGE)
    assert page.text.count(LEAD) == 1
    assert MORE in page.text
    assert "alert" not in page.text
    assert "fill the fields" not in page.text
    assert (page.headline, page.outlet) == ("Six dockers die in Lowtown", "Port Gazette")
    assert (page.published, page.published_basis) == ("2015-03-03", "markup")
    assert page.url == "https://portgazette.example/2015/six-dockers"


def test_a_page_keeps_the_encoding_that_it_names():
    pytest.importorskip("trafilatura")
    page = PAGE.replace("utf-8", "windows-1251").replace("Oldford", "Старый Брод")
    assert "Старый Брод" in only("six.html", page.encode("windows-1251")).text


def test_a_page_without_an_article_is_refused():
    pytest.importorskip("trafilatura")
    assert "no article was found" in refusal("index.html", "<html><body><nav><a href='/'>Home</a></nav></body></html>")


@pytest.mark.parametrize(
    "shape",
    [
        {"title": "Six die", "story_text": LEAD, "publish_date": "2015-03-03 08:00:00", "media_name": "Port Gazette"},
        {"title": "Six die", "text": None, "maintext": LEAD, "date_publish": "2015-03-03 08:00:00", "language": "en"},
        {"title": "Six die", "content": LEAD, "seendate": "20150303T080000Z", "domain": "gazette.example"},
        {"title": "Six die", "text": LEAD, "publish_date": "2015-03-03", "media_name": "Port Gazette"},
        [
            {
                "headline": "Six die",
                "maintext": LEAD,
                "date_publish": "2015-03-03 08:00:00",
                "source_domain": "Port Gazette",
            }
        ],
        {
            "status": "ok",
            "articles": [{"title": "Six die", "content": LEAD, "date": "2015-03-03", "source": {"name": "x"}}],
        },
        {
            "facets": [{"a": 1}, {"a": 2}, {"a": 3}],
            "data": [
                {
                    "id": "7",
                    "fields": {
                        "title": "Six die",
                        "body": LEAD,
                        "date": {"created": "2015-03-03T00:00:00+00:00"},
                        "source": [{"name": "Port Gazette"}],
                    },
                }
            ],
        },
    ],
)
def test_json_of_the_usual_shapes(shape):
    article = only("export.json", json.dumps(shape))
    assert (article.headline, article.text, article.published) == ("Six die", LEAD, "2015-03-03")


def test_json_lines_lose_only_the_broken_line():
    lines = [json.dumps({"id": 1, "text": LEAD}), "{broken", "[1, 2]", json.dumps({"id": 4, "text": MORE})]
    found = read("export.jsonl", "\n".join(lines))
    assert [(type(one), one.row) for one in found] == [(Arrival, 1), (Rejection, 2), (Rejection, 3), (Arrival, 4)]
    assert [one.name for one in found if isinstance(one, Arrival)] == ["export-1", "export-4"]


def test_hostile_json_is_refused_or_harmless():
    assert "no JSON" in refusal("deep.json", "[" * 100_000)
    assert "no JSON" in refusal("number.json", '{"text": ' + "9" * 10_000 + "}")
    assert "columns.csv" in refusal("other.json", '{"a": {"b": 1}}')
    assert "objects" in refusal("list.json", "[1, 2, 3]")
    assert only("half.json", '{"text": "Six died \\ud800 there"}').text == "Six died ? there"


def test_tabs_and_semicolons_separate_columns_too():
    assert only("a.tsv", f"title\ttext\nSix die\t{LEAD}\n").text == LEAD
    assert only("a.csv", f"title;text\nSix die;{LEAD}\n").headline == "Six die"


def test_markdown_gives_its_text_without_marks_and_its_front_matter():
    front = '---\ntitle: "Six die"\nsource: Port Gazette\ndate: 2015-03-03\nurl: https://portgazette.example/six\n---\n'
    body = (
        "Six **dockers** died, [the port](https://port.example) _said_.\n\n> Nobody else.\n\n![p](x.png)\n- One fled."
    )
    article = only("six.md", front + body)
    assert article.text.split() == [
        "Six",
        "dockers",
        "died,",
        "the",
        "port",
        "said.",
        "Nobody",
        "else.",
        "One",
        "fled.",
    ]
    assert (article.headline, article.outlet, article.published) == ("Six die", "Port Gazette", "2015-03-03")
    assert only("six.md", f"# Six die\n\n{LEAD}").headline == "Six die"
    assert only("six.md", "5 * 4 * 3 and snake_case_names stay").text == "5 * 4 * 3 and snake_case_names stay"


def test_a_word_document_gives_its_paragraphs():
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in ("Six dockers die in Lowtown", LEAD, MORE):
        document.add_paragraph(line)
    cells = document.add_table(rows=1, cols=3).rows[0].cells
    cells[0].merge(cells[1]).text = "Dead"
    cells[2].text = "Nine"
    handle = io.BytesIO()
    document.save(handle)
    assert only("six.docx", handle.getvalue()).text == f"Six dockers die in Lowtown\n{LEAD}\n{MORE}\nDead\nNine"
    assert "cut short" in refusal("six.docx", handle.getvalue()[:2000])


def test_a_rich_text_file_gives_its_text():
    pytest.importorskip("striprtf")
    text = only("six.rtf", r"{\rtf1\ansi Caf\'e9 owners of \b Lowtown\b0  fled.\par Nine died.}").text
    assert text.split("\n")[:2] == ["Café owners of Lowtown fled.", "Nine died."]
    assert "RTF" in refusal("not.rtf", LEAD)


def pdf(*lines: str) -> bytes:
    shown = "\n".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td\n{shown}\nET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    xref = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    return (body + xref).encode()


def test_a_pdf_gives_its_paragraphs_unwrapped():
    pytest.importorskip("pypdf")
    text = only(
        "six.pdf", pdf("Six dockers die", "Shells fell on the har-", "bour of Lowtown on Mon", "day.", "Nine fled.")
    ).text
    assert text.startswith("Six dockers die\nShells fell on the harbour of Lowtown")
    assert "pictures" in refusal("scan.pdf", pdf())
    assert "broken" in refusal("broken.pdf", b"%PDF-1.4\nnothing more")


def test_a_web_archive_gives_its_pages_and_counts_the_rest():
    pytest.importorskip("trafilatura")
    writer = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders")
    handle = io.BytesIO()
    warc = writer.WARCWriter(handle, gzip=True)
    for url, kind, content in (
        ("https://portgazette.example/2015/six", "text/html; charset=utf-8", PAGE),
        ("https://portgazette.example/logo.png", "image/png", "PNG"),
        ("https://portgazette.example/", "text/html", "<html><body></body></html>"),
    ):
        http = headers.StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        warc.write_record(
            warc.create_warc_record(url, "response", payload=io.BytesIO(content.encode()), http_headers=http)
        )
    found = read("crawl.warc.gz", handle.getvalue())
    assert [(type(one), one.row) for one in found] == [(Arrival, 1), (Rejection, 2), (Rejection, None)]
    assert found[0].url.startswith("https://portgazette.example/2015/six")
    assert "1 image/png" in found[2].reason


def test_archives_are_read_through():
    inner = zipped(**{"deep.txt": MORE})
    found = read("bundle.zip", zipped(**{"a.txt": LEAD, "in/b.zip": inner, "c.csv": f'text\n"{MORE}"\n'}))
    assert [(one.path, one.name) for one in found] == [
        ("bundle.zip/a.txt", "a"),
        ("bundle.zip/c.csv", "c-1"),
        ("bundle.zip/in/b.zip/deep.txt", "deep"),
    ]
    for name, inside in (("story.txt.gz", "story.txt"), ("a.b/story.gz", "story.txt")):
        article = only(name, gzip.compress(LEAD.encode()))
        assert (article.path, article.name, article.text) == (f"{name}/{inside}", "story", LEAD)


def test_names_inside_archives_lead_nowhere():
    found = read("x.zip", zipped(**{"../../etc/passwd.txt": LEAD, "/abs.txt": LEAD, "..\\up\nline.txt": LEAD}))
    assert sorted(one.path for one in found) == ["x.zip/abs.txt", "x.zip/etc/passwd.txt", "x.zip/up\\nline.txt"]


def test_broken_archives_are_refused():
    whole = zipped(**{"a.txt": LEAD * 50})
    assert "cut short" in refusal("half.zip", whole[: len(whole) // 2])
    assert "cut short" in refusal("half.txt.gz", gzip.compress(LEAD.encode())[:-12])
    assert "holds no files" in refusal("none.zip", zipped())


def test_a_bomb_does_not_go_off(monkeypatch):
    monkeypatch.setattr(archives, "MAX_MEMBER_BYTES", 1_000)
    monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 2_500)
    found = read("bomb.zip", zipped(**{f"{n}.txt": "x" * 1_000_000 for n in range(4)}, small=LEAD))
    assert len(found) == 5
    assert all("trust" in one.reason for one in found[:4])
    nested = zipped(**{"a.txt": LEAD})
    for _ in range(5):
        nested = zipped(**{"n.zip": nested})
    assert "too deep" in refusal("nest.zip", nested)


@settings(max_examples=150)
@given(st.sampled_from([*formats.READERS, *archives.OPENERS, ".exe", ""]), st.binary(max_size=400))
def test_whatever_a_file_holds_something_is_said_of_it(suffix, data):
    found = read(f"file{suffix}", data)
    assert found
    assert all(one.path.startswith("file") for one in found)


@settings(max_examples=60)
@given(st.integers(0, 6000), st.integers(0, 255), st.sampled_from(["zip", "docx", "pdf", "rtf", "html", "json", "csv"]))
def test_a_damaged_file_is_read_or_refused(place, byte, kind):
    whole = {
        "zip": zipped(**{"a.txt": LEAD, "b.csv": f'text\n"{MORE}"\n'}),
        "docx": zipped(**{"word/document.xml": f"<w:document><w:p>{LEAD}</w:p></w:document>"}),
        "pdf": pdf(LEAD, MORE),
        "rtf": rb"{\rtf1\ansi " + LEAD.encode() + b"}",
        "html": PAGE.encode(),
        "json": json.dumps([{"text": LEAD}]).encode(),
        "csv": f'title,text\nSix,"{LEAD}"\n'.encode(),
    }[kind]
    damaged = bytearray(whole)
    damaged[place % len(damaged)] = byte
    assert read(f"file.{kind}", bytes(damaged))


def test_a_missing_library_is_named_with_the_way_to_install_it(monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", missing)
    assert "helpers[formats]" in refusal("six.pdf", pdf("Six die"))
    assert "trafilatura" in refusal("six.html", PAGE)


def test_a_script_in_every_field_stays_text(tmp_path):
    script = "<script>alert(1)</script>"
    row = {"id": script, "title": script, "text": f"{script}{LEAD}", "outlet": script, "url": "javascript:alert(1)"}
    (tmp_path / "x.jsonl").write_text(json.dumps(row))
    articles, rejected = corpus.read_corpus(tmp_path, vocabulary.load())
    assert rejected.empty
    assert articles.text[0].endswith(LEAD)
    assert "alert" not in articles.text[0]
