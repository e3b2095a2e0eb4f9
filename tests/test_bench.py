"""The benchmark measures what it says, and gets along without the rivals."""

import importlib.util
import json
from pathlib import Path

import pytest

from helpers import tables

ROOT = Path(__file__).parents[1]
ARTICLES = [
    {"article_id": str(n), "published": "2016-05-02", "text": f"A mine left {n} men killed."} for n in range(12, 32)
]


def loaded(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "bench" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def speed(monkeypatch):
    module = loaded("speed")
    monkeypatch.setattr(module, "LEAST_SECONDS", 0.01)
    return module


@pytest.mark.parametrize("tool", ["floor", "ours"])
def test_a_tool_is_measured(speed, tool, monkeypatch):
    monkeypatch.setattr(speed, "MOST_SECONDS", float("inf"))
    result = speed.measured(tool, ARTICLES)
    assert result["found"] == 20
    assert result["rate"] > 10
    assert result["start_up"] > 0
    assert result["peak"] > 5


def test_a_tool_that_is_not_installed_is_skipped_with_a_word(speed, tmp_path, capsys, monkeypatch):
    articles = tmp_path / "articles.jsonl"
    articles.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES))
    (tmp_path / "quantulum3.py").write_text("raise ModuleNotFoundError(\"No module named 'quantulum3'\")")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert speed.in_own_process("quantulum3", articles) is None
    assert "No module named 'quantulum3'" in capsys.readouterr().out


def test_the_page_tells_what_was_measured_and_what_was_not(speed, monkeypatch):
    monkeypatch.setattr(speed, "report_times", lambda: (30.0, 20.0))
    monkeypatch.setattr(speed, "one_and_two_processes", lambda articles: [(20.0, 20.0), (11.0, 22.0)])
    result = {"start_up": 0.5, "rate": 200.0, "peak": 40.0, "found": 20}
    page = speed.page(ARTICLES, {"floor": result | {"rate": 4000.0}, "ours": result, "spacy": None})
    assert "| one regular expression | 4,000 | 0.05 | 0.5 | 40 |" in page
    assert "| spaCy, small English pipeline | not installed |" in page
    assert "| ratio | 1.50 |" in page
    assert "by the clock | 1.82 |" in page
    assert "from processor seconds | 1.82 |" in page


def test_the_command_line_starts_at_once(speed):
    assert speed.command_line() < 0.5


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="the kernel does not tell what processes took")
def test_both_stages_are_measured_on_a_corpus_made_for_it(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "bench")
    scale, vary = loaded("scale"), loaded("vary")
    monkeypatch.setattr(vary, "PART", 15)
    vary.write(vary.varied(ARTICLES, 20), tmp_path / "raw")
    assert [path.name for path in sorted((tmp_path / "raw").iterdir())] == ["part0000.jsonl", "part0001.jsonl"]
    for stage in scale.STAGES:
        found = scale.in_own_process(stage, tmp_path / "raw", tmp_path / "out")
        assert found["articles"] == 20
        assert found["processor"] > found["near_copies"]
        assert found["leader"] > 20
        assert scale.row(stage, found).startswith(f"| 20 | {stage} | ")
    assert tables.count("figures", tmp_path / "out") == 20
