# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The page about the store is about this schema."""

from __future__ import annotations

import re

from tests.house.tree import ROOT
from werkzaam.store.experiments import ORDER as EXPERIMENT_ORDER
from werkzaam.store.invariants import INVARIANTS
from werkzaam.store.schema import MOVES_FORWARD, ddl_digest, schema, text
from werkzaam.store.writer import ORDER

PAGE = (ROOT / "docs/reference/store.md").read_text(encoding="utf-8")
TABLES = {table.name for table in schema().tables}


def section(title: str) -> str:
    """The text below a heading."""
    return PAGE.split(f"## {title}\n")[1].split("\n## ")[0]


def test_every_table_stands_in_the_page() -> None:
    first = [row.split("|")[1] for row in section("Tables").splitlines() if row.startswith("| `")]
    assert {name for cell in first for name in re.findall(r"`(\w+)`", cell)} == TABLES


def test_every_constraint_that_the_page_names_is_there() -> None:
    known = {one.name for one in schema().constraints()} | {guard.name for guard in schema().guards}
    named = set(re.findall(r"`(\w+)`", section("What holds which invariant"))) - {"verify", "refunds_due"}
    assert named <= known
    assert len(named) > 50


def test_every_invariant_stands_in_the_page() -> None:
    rows = re.findall(r"^\| ([IG]\d+) \|", PAGE, re.MULTILINE)
    assert rows == [*(f"I{number}" for number in range(1, 15)), *(f"G{number}" for number in range(1, 6))]
    assert {one.name for one in INVARIANTS} <= set(rows)


def test_every_table_has_a_place_in_the_order_of_writing() -> None:
    assert {*ORDER, *EXPERIMENT_ORDER} == TABLES - {"schema_version", "municipality", "household", "experiment"}
    assert not set(ORDER) & set(EXPERIMENT_ORDER)
    assert MOVES_FORWARD < TABLES


def test_the_whole_text_of_the_schema_is_read() -> None:
    """Nothing in schema.sql is in a shape that the reader overlooks."""
    made = schema()
    assert text().count("CREATE TABLE") == len(made.tables)
    assert text().count("CREATE TRIGGER") == len(made.guards)
    assert text().count("CREATE INDEX") == len(made.indexes)
    assert text().count("    CONSTRAINT ") == len(list(made.constraints()))
    assert len(ddl_digest()) == 64


def test_every_key_begins_with_the_municipality() -> None:
    without = {
        one.name
        for one in made_keys()
        if one.columns[0] != "municipality" and one.table not in ("schema_version", "municipality")
    }
    assert without == set()


def made_keys() -> list:
    """Every primary and unique key."""
    return [one for one in schema().constraints() if one.kind in ("PRIMARY KEY", "UNIQUE")]


def test_every_constraint_is_named_after_its_table_once() -> None:
    names = [one.name for one in schema().constraints()] + [guard.name for guard in schema().guards]
    assert len(names) == len(set(names))
    assert all(one.name.startswith(f"{one.table}_") for one in schema().constraints())
