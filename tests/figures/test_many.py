import ast
import json
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.engine import Engine
from helpers.figures import extract, many

HERE = Engine(workers=1)
PACKAGE = Path(many.__file__).parents[1]


@pytest.fixture
def read(monkeypatch):
    """The ids of the articles that were read, not remembered."""
    ids = []

    def counted(article, vocabulary):
        ids.append(article["article_id"])
        return extract(article, vocabulary)

    monkeypatch.setattr(many, "extract", counted)
    return ids


def articles(*numbers):
    return [{"article_id": str(n), "published": "2016-05-02", "text": f"Mines killed {n} men."} for n in numbers]


def figures(found):
    return [[json.loads(line) for line in text.splitlines() if line] for text in found]


def test_lines_are_the_figures_of_each_article_in_order(vocab):
    given = [*articles(12, 13), {"article_id": "none", "text": "The bakery stood."}]
    assert figures(many.lines(given, vocab, HERE)) == [extract(article, vocab) for article in given]


def test_packed_lines_hold_the_same_with_lists_as_text(vocab, tmp_path):
    plain, packed = (figures(many.lines(articles(12), vocab, HERE, tmp_path, packed=form)) for form in (False, True))
    ((figure,),) = packed
    assert figure["cues"].startswith('[{"end": ')
    unpacked = figure | {field: json.loads(figure[field]) for field in ("cues", "flags")}
    assert [[unpacked]] == plain


def test_only_what_is_new_is_read(vocab, read, tmp_path):
    before = list(many.lines(articles(*range(2, 200)), vocab, HERE, tmp_path))
    read.clear()
    after = list(many.lines(articles(*range(2, 210)), vocab, HERE, tmp_path))
    assert read == [str(n) for n in range(200, 210)]
    assert after[:198] == before
    assert [found[0]["value"] for found in figures(after)] == list(range(2, 210))


@pytest.mark.parametrize(
    "change", [{"text": "Mines killed 30 men."}, {"published": "2017-05-02"}, {"article_id": "another"}]
)
def test_a_changed_article_is_read_again(change, vocab, read, tmp_path):
    (article,) = articles(12)
    list(many.lines([article], vocab, HERE, tmp_path))
    assert figures(many.lines([article | change], vocab, HERE, tmp_path)) == [extract(article | change, vocab)]
    assert len(read) == 2


def test_what_no_rule_reads_may_change(vocab, read, tmp_path):
    (article,) = articles(12)
    list(many.lines([article], vocab, HERE, tmp_path))
    list(many.lines([article | {"outlet": "The Morning Post"}], vocab, HERE, tmp_path))
    assert len(read) == 1


def test_a_changed_word_reads_everything_again(vocab, read, tmp_path):
    list(many.lines(articles(12), vocab, HERE, tmp_path))
    words = tuple(row | {"words": row["words"].replace("killed", "k1lled")} for row in vocab["outcomes"])
    changed = replace(vocab, tables={**vocab.tables, "outcomes": words})
    assert figures(many.lines(articles(12), changed, HERE, tmp_path)) == [[]]
    assert len(read) == 2


def test_a_changed_rule_reads_everything_again(vocab, read, tmp_path, monkeypatch):
    list(many.lines(articles(12), vocab, HERE, tmp_path))
    monkeypatch.setattr(many, "RULES", "others")
    list(many.lines(articles(12), vocab, HERE, tmp_path))
    assert len(read) == 2


def test_a_worker_with_other_rules_is_told_of(vocab):
    with pytest.raises(ValueError, match="a worker has other rules"):
        many._read(articles(12)[0], vocab, "others", packed=False)


def test_broken_characters_stop_nothing(vocab):
    given = [{"article_id": "a", "text": "Mines killed 12 men in Homs \ud800, SANA said.\u2028More will follow."}]
    ((found,),) = figures(many.lines(given, vocab, HERE))
    assert found["value"] == 12


def test_the_version_covers_all_code_that_figures_depend_on():
    covered = {path for pattern in many.DEPENDS_ON for path in PACKAGE.glob(pattern)}
    around = {"engine.py", "memory.py", "progress.py", "project.py", "tables.py"}
    for path in sorted(covered):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "helpers":
                base = PACKAGE.joinpath(*node.module.split(".")[1:])
                named = [base / f"{alias.name}.py" for alias in node.names if (base / f"{alias.name}.py").exists()]
                for module in named or [base.with_suffix(".py") if base.with_suffix(".py").exists() else None]:
                    known = module is None or module in covered or module.name in around
                    assert known, f"{path.name} imports {module}: add it to DEPENDS_ON"
