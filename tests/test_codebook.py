import re
from pathlib import Path

import pytest

from helpers import tables

CODEBOOK = (Path(__file__).parents[1] / "docs" / "codebook.md").read_text(encoding="utf-8")


def section(table):
    return CODEBOOK.split(f"\n## {table}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize("table", tables.SCHEMAS)
def test_describes_every_column_in_order_with_its_kind(table):
    described = dict(re.findall(r"^\| `(\w+)` \| (\w+) \| ", section(table), re.MULTILINE))
    assert described == tables.SCHEMAS[table]
    assert list(described) == list(tables.SCHEMAS[table])


def test_describes_no_table_that_is_not_there():
    assert re.findall(r"^## (\w+)$", CODEBOOK, re.MULTILINE) == list(tables.SCHEMAS)


@pytest.mark.parametrize("table", tables.SCHEMAS)
def test_every_column_has_a_meaning(table):
    rows = [line for line in section(table).splitlines() if line.startswith("| `")]
    assert all(len(row.split("|")[3].strip()) > 5 for row in rows)
