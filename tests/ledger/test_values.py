# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every value of the ledger is frozen: a correction is a new value."""

from __future__ import annotations

import pkgutil
from dataclasses import fields, is_dataclass
from importlib import import_module
from inspect import getmembers

import werkzaam.ledger


def values() -> list[type]:
    """The dataclasses that the ledger defines."""
    names = [f"werkzaam.ledger.{found.name}" for found in pkgutil.iter_modules(werkzaam.ledger.__path__)]
    members = [one for name in names for _, one in getmembers(import_module(name)) if getattr(one, "__module__", "") == name]
    return [one for one in members if isinstance(one, type) and is_dataclass(one)]


def test_no_value_can_be_changed_or_grow_a_field() -> None:
    found = values()
    assert len(found) > 25
    assert [one.__name__ for one in found if not one.__dataclass_params__.frozen or "__slots__" not in vars(one)] == []  # type: ignore[attr-defined]


def test_no_field_holds_what_can_be_changed() -> None:
    kinds = {(one.__name__, field.name): str(field.type) for one in values() for field in fields(one)}
    assert {where: kind for where, kind in kinds.items() if kind.startswith(("list", "dict", "set"))} == {}
