"""All notebooks on a small corpus, run as a person runs them: with make."""

import csv
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import tables

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "corpus" / "seeds"
NOTEBOOKS = ["01_clean_corpus", "02_extract_figures", "03_tabulate_figures", "04_chart_divergence", "05_report"]

# What an article may hold to run in the reader's browser, to style or fill the page, or to leave it.
HOSTILE = (
    "<img src=x onerror=\"document.title='ran'\"> <svg/onload=document.title='ran'> {{ 7 * 191 }} {% raw %} **bold** "
    "[see](javascript:document.title='ran') ![x](https://outside.example/x.png) `code` <iframe srcdoc='x'> "
    "<a href=javascript:document.title='ran'>here</a"
)
CLOSING = (
    "</style></title></textarea></script><script>document.title='ran'</script><style>body{display:none}</style> -->"
)
ARTICLES = {
    "monday evening.txt": """Mortar fire hits a Homs market

At least 14 people were killed and 30 wounded on Monday when mortar shells fell on a market in Homs, the Syrian
Observatory for Human Rights said. Five of those killed were children.

The war has killed more than 200,000 people in Syria, according to the Observatory.
""",
    "tuesday.txt": """Homs toll climbs

The toll of Monday's shelling in Homs has risen to 19 dead, medics told reporters on Tuesday.

More than four years of conflict in Syria have left some 230,000 people dead, the United Nations says, and 4 million
Syrians live abroad as refugees.
""",
    "<b onclick=x>hostile.txt": f"""Shelling of Hama {HOSTILE}

{HOSTILE} At least 45 people {HOSTILE} were killed in Hama on Monday, {HOSTILE} Colonel {HOSTILE} said.

Some 600 families fled {HOSTILE} Hama, the <u onmouseover=x>Office</u onmouseover=x> said.
""",
    "closing.md": f"""# {CLOSING} Shelling of Daraa

{CLOSING} At least 46 people were killed in Daraa {CLOSING} on Monday, medics {CLOSING} said.
""",
    "third & last.txt": """Families leave Idlib

About 3,000 people fled their homes in Idlib province in the past week, an aid worker said on Thursday.

The war has killed 240,000 people, according to the Syrian Observatory for Human Rights.
""",
}
MANIFEST = """file,outlet,published,title
monday evening.txt,The Morning Post,2015-06-01,Mortar fire hits a Homs market
tuesday.txt,Evening Gazette,2015-06-02,Homs toll climbs
third & last.txt,,2015-06-04,
"""
SAID = [HOSTILE, "2015-06-03", f"=HYPERLINK(1) {CLOSING}", "javascript:document.title='ran'"]


class Run:
    """One corpus with its results: where they are, and make in it."""

    def __init__(self, folder):
        self.raw, self.out, self.reports = folder / "raw articles", folder / "out", folder / "reports"
        self.review = folder / "review"
        self.raw.mkdir(parents=True)
        shutil.copytree(ROOT / "data" / "review", self.review)

    def add(self, name, text):
        (self.raw / name).write_text(text, encoding="utf-8")

    def make(self, *more):
        given = [f"PYTHON={sys.executable}", f"RAW={self.raw}", f"OUT={self.out}", f"REPORTS={self.reports}"]
        command = ["make", "report", *given, f"REVIEW={self.review}", *more]
        outer = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
        return subprocess.run(command, cwd=ROOT, env=outer, capture_output=True, text=True, timeout=300)

    def page(self, name="report"):
        return (self.reports / f"{name}.html").read_text(encoding="utf-8")

    def times(self):
        made = [*self.out.glob("*.*"), *self.reports.glob("*.*")]
        return {path.name: path.stat().st_mtime_ns for path in made if not path.name.startswith(".")}


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    run = Run(tmp_path_factory.mktemp("small"))
    for name, text in ARTICLES.items():
        run.add(name, text)
    with (run.raw / "articles.csv").open("w", encoding="utf-8", newline="") as manifest:
        manifest.write(MANIFEST.replace("title\n", "title,url\n", 1))
        csv.writer(manifest).writerows([name, *SAID] for name in ARTICLES if name not in MANIFEST)
    made = run.make()
    assert made.returncode == 0, made.stderr
    return run


def markup(page):
    return re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)


def visible(page):
    return re.sub(r"<[^>]+>", " ", markup(page))


def test_every_article_is_read(small):
    articles = tables.read("articles", small.out)
    assert sorted(articles["path"]) == sorted(ARTICLES)
    assert len(tables.read("rejected", small.out)) == 0


def test_figures_are_found_and_gathered_into_tallies(small):
    figures = tables.read("figures", small.out)
    assert {14, 19, 30, 200000, 230000, 240000, 3000} <= set(figures["value"])
    tallies = tables.read("tallies", small.out)
    assert set(figures["tally_id"].dropna()) == set(tallies["tally_id"])
    dead = tallies[(tallies["scope"] == "conflict") & (tallies["outcome"] == "killed")].iloc[0]
    assert (dead["lowest"], dead["highest"], dead["n_figures"]) == (200000, 240000, 3)


def test_the_report_tells_the_numbers_with_their_outlets(small):
    text = visible(small.page())
    for told in ("200,000", "240,000", "The Morning Post", "Evening Gazette", "Syrian Observatory for Human Rights"):
        assert told in text


def test_the_report_has_headings_contents_and_no_code(small):
    page = markup(small.page())
    assert page.count("<h1") == 1
    assert page.count("<h2") >= 4
    targets = re.findall(r'<a[^>]*href="#([^"]+)"', page)
    assert targets
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert not [target for target in targets if target not in ids]
    assert "tables.read(" not in page
    assert "import " not in visible(page)


@pytest.mark.parametrize("name", ["report", *NOTEBOOKS])
def test_no_page_fetches_anything(name, small):
    page = markup(small.page(name))
    assert not re.findall(r'<(?:img|script|iframe|source|embed)\b[^>]*\ssrc="(?!data:)[^"]+', page)
    assert not re.findall(r'<link\b[^>]*\shref="(?!data:)[^"]+', page)
    assert not re.findall(r'@import|url\(\s*["\']?https?:', small.page(name))


@pytest.mark.browser
@pytest.mark.parametrize("name", ["report", *NOTEBOOKS])
def test_nothing_that_stands_in_an_article_runs_or_leaves_its_place(name, small, browser):
    view = browser.new_context(offline=True).new_page()
    noted = []
    view.on("console", lambda message: noted.append(message.text))
    view.on("pageerror", lambda error: noted.append(str(error)))
    view.on("dialog", lambda dialog: noted.append(dialog.message))
    view.on("request", lambda request: noted.append(request.url))
    address = (small.reports / f"{name}.html").as_uri()
    view.goto(address)
    view.wait_for_timeout(300)
    assert [note for note in noted if note != address and not note.startswith("data:,")] == []
    assert "ran" not in view.title().split()
    assert view.evaluate("getComputedStyle(document.body).display") != "none"
    assert set(view.evaluate("[...document.links].map((link) => link.protocol)")) <= {"file:", "https:", "http:"}
    elements = view.evaluate("[...document.querySelectorAll('main *')].flatMap((e) => e.getAttributeNames())")
    assert [attribute for attribute in elements if attribute.startswith("on")] == []
    assert view.locator("main iframe, main img[src=x], main img[src^=http], main script:not([type])").count() == 0
    assert view.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    assert "1337" not in view.inner_text("main")


@pytest.mark.browser
def test_a_hostile_sentence_is_shown_as_it_stands(small, browser):
    view = browser.new_context(offline=True).new_page()
    view.goto((small.reports / "report.html").as_uri())
    assert "{{ 7 * 191 }} {% raw %} **bold**" in view.inner_text("main")


def test_no_cell_of_any_table_is_a_formula(small):
    for table in small.out.glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as rows:
            cells = [cell for row in csv.reader(rows) for cell in row]
        risky = [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        assert [cell for cell in risky if not cell.lstrip("-").replace(".", "").isdigit()] == []
    assert "'=HYPERLINK(1)" in (small.out / "articles.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_each_notebook_has_its_page_with_code(name, small):
    assert "project" in small.page(name)
    assert (small.reports / f"{name}.ipynb").exists()


def test_a_second_run_does_nothing_and_says_so(small):
    before = small.times()
    again = small.make()
    assert again.stdout.strip() == f"Nothing to do: {small.reports}/report.html is up to date."
    assert small.times() == before


def test_a_decision_in_review_leaves_the_articles_as_they_are(small):
    before = small.times()
    decisions = small.review / "figures.csv"
    kept = decisions.read_text(encoding="utf-8")
    figures = tables.read("figures", small.out)
    moved = figures.loc[figures["value"] == 240000, "figure_id"].iloc[0]
    decisions.write_text(kept + f"{moved},,another war\n", encoding="utf-8")
    assert small.make().returncode == 0
    after = small.times()
    assert after["articles.parquet"] == before["articles.parquet"]
    figures = tables.read("figures", small.out).set_index("figure_id")
    assert figures["tally_id"].isna()[moved]
    decisions.write_text(kept, encoding="utf-8")


def test_a_new_article_and_a_removed_one_change_the_report(small):
    small.add("fourth.txt", "Raid on Raqqa\n\nAn air raid killed 77 civilians in Raqqa on Friday, activists said.\n")
    (small.raw / "tuesday.txt").unlink()
    assert small.make().returncode == 0
    values = set(tables.read("figures", small.out)["value"])
    assert 77 in values
    assert 230000 not in values
    assert "77" in visible(small.page())


def test_what_fails_is_named_and_leaves_earlier_results_whole(small, tmp_path):
    before = small.times()
    broken = tmp_path / "vocabulary"
    broken.mkdir()
    failed = small.make(f"VOCABULARY={broken}")
    assert failed.returncode != 0
    assert "01_clean_corpus.ipynb stopped in code cell 2" in failed.stderr
    assert "VocabularyError" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert small.times() == before


@pytest.mark.parametrize("articles", [{}, {"only.txt": "A quiet day\n\nTwo people were killed in Hama on Sunday.\n"}])
def test_the_smallest_corpora_break_nothing(articles, tmp_path):
    run = Run(tmp_path)
    for name, text in articles.items():
        run.add(name, text)
    made = run.make()
    assert made.returncode == 0, made.stderr
    assert len(tables.read("articles", run.out)) == len(articles)
    assert "<h1" in run.page()


@pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the five articles that the project was asked for are not on this machine"
)
def test_the_five_articles_that_were_asked_for(tmp_path):
    run = Run(tmp_path)
    made = run.make(f"RAW={SEEDS}")
    assert made.returncode == 0, made.stderr
    assert len(tables.read("articles", run.out)) == 5
    text = visible(run.page())
    for told in ("370,000", "560,000", "500,000", "450", "800", "890", "400,000"):
        assert told in text


def test_clean_removes_what_was_made_and_nothing_else(tmp_path):
    run = Run(tmp_path)
    made = [run.out / "figures.csv", run.reports / "report.html", run.reports / "evidence" / "figures" / "0.js"]
    own = [run.out / "notes.txt", run.reports / "letter.txt", run.raw / "monday.txt"]
    for path in (*made, *own):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    given = [f"PYTHON={sys.executable}", f"RAW={run.raw}", f"OUT={run.out}", f"REPORTS={run.reports}"]
    subprocess.run(["make", "clean", *given], cwd=ROOT, check=True, capture_output=True, timeout=60)
    assert not [path for path in made if path.exists()]
    assert not (run.reports / "evidence").exists()
    assert all(path.exists() for path in own)
