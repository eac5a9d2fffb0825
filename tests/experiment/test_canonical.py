# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The same design has the same text and fingerprint however its file is written; another design has another."""

from __future__ import annotations

import json
import random
from dataclasses import fields, replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from werkzaam.app.experiment.design_file import read_design, shipped_design, shipped_file
from werkzaam.core.errors import RuleError
from werkzaam.core.months import Month
from werkzaam.experiment.canonical import canonical, design_hash, plain
from werkzaam.experiment.design import Design

DESIGN = shipped_design("amsterdam_2018")


def test_the_text_is_json_with_sorted_keys_and_nothing_to_spare() -> None:
    text = canonical(DESIGN)
    read = json.loads(text)
    assert json.dumps(read, ensure_ascii=False, sort_keys=True, separators=(",", ":")) == text
    assert read["start"] == "2018-01-01"
    assert read["waves"][0]["first"] == "2018-03"
    assert read["outcomes"][0]["source"] == "register"
    assert read["selection"] == {"only": {"levels": {"district": ["nieuw_west", "east", "north", "southeast"]}}, "seats": 812}
    assert "financiën" in text
    assert design_hash(DESIGN) == sha256(text.encode()).digest()


def test_the_fingerprint_of_the_shipped_designs_stays() -> None:
    """A change of these is a change of what was promised: bump the version of the design and say why."""
    assert design_hash(DESIGN).hex().startswith(FINGERPRINTS["amsterdam_2018"])
    assert design_hash(shipped_design("amsterdam_iedereen")).hex().startswith(FINGERPRINTS["amsterdam_iedereen"])


FINGERPRINTS = {"amsterdam_2018": "c9f2881c09519be5", "amsterdam_iedereen": "4d0b1ab00ff302ad"}


def shuffled(text: str, chance: random.Random) -> str:
    """The same file with the keys of every table in another order, without comments, and with other empty lines."""
    blocks = [[line for line in block.splitlines() if line and not line.startswith("#")] for block in text.split("\n[")]
    for block in blocks:
        head = block[:1] if "]" in block[0] and "=" not in block[0] else []
        keys = block[len(head) :]
        chance.shuffle(keys)
        block[:] = [*head, *keys, *[""] * chance.randrange(3)]
    return "\n[".join("\n".join(block) for block in blocks)


@pytest.mark.parametrize("seed", range(5))
def test_order_of_keys_and_comments_change_nothing(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "design.toml"
    text = shuffled(shipped_file("amsterdam_2018").read_text(encoding="utf-8"), random.Random(seed))
    path.write_text(text + "\n# The end.\n", encoding="utf-8")
    assert design_hash(read_design(path)) == design_hash(DESIGN)


def leaves(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every single value of a canonical text."""
    if isinstance(value, dict):
        return [leaf for key, each in value.items() for leaf in leaves(each, (*path, key))]
    if isinstance(value, list):
        return [leaf for at, each in enumerate(value) for leaf in leaves(each, (*path, at))]
    return [path]


def test_every_field_of_the_design_is_in_the_text() -> None:
    assert set(json.loads(canonical(DESIGN))) == {field.name for field in fields(Design)}
    assert len(leaves(json.loads(canonical(DESIGN)))) > 400


@pytest.mark.parametrize("name", [field.name for field in fields(Design)])
def test_one_changed_value_changes_the_fingerprint(name: str) -> None:
    value = getattr(DESIGN, name)
    if isinstance(value, str):
        other: object = value + "x"
    elif isinstance(value, int):
        other = value + 1
    elif isinstance(value, tuple):
        other = value[:-1]
    elif hasattr(value, "year"):
        other = value + timedelta(days=1)
    else:
        first = fields(value)[0].name
        old = getattr(value, first)
        other = replace(value, **{first: {str: "x", int: 7, tuple: ()}.get(type(old), 7)})
    assert design_hash(replace(DESIGN, **{name: other})) != design_hash(DESIGN)


def test_what_has_no_one_way_to_be_written_is_refused() -> None:
    assert plain({"b": Month.of(2020, 1), "a": (1, None, True)}) == {"b": "2020-01", "a": [1, None, True]}
    with pytest.raises(RuleError, match="A float has no canonical text"):
        plain(0.1)
