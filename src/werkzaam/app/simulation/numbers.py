# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The files of numbers that a simulation rests on: published, assumed and fitted apart, each read strictly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from werkzaam.app.rows import read_toml
from werkzaam.app.simulation.own_numbers import checked, refuse_impossible
from werkzaam.core.errors import InputError
from werkzaam.simulation.assumption import Assumptions, Given, Origin

DATA = Path(__file__).with_name("data")
SHIPPED = {Origin.PUBLISHED: "published.toml", Origin.ASSUMED: "assumptions.toml", Origin.FITTED: "fitted.toml"}
_KEYS = {"name", "values", "unit", "rows", "low", "high", "why_nl", "why_en", "off"}


@cache
def shipped() -> Assumptions:
    """The numbers that come with Werkzaam: those of Amsterdam, 2018 to 2022."""
    found: dict[str, Given] = {}
    for origin, name in SHIPPED.items():
        for one in read_numbers(DATA / name, origin):
            if one.name in found:
                raise InputError(f"{one.name} stands in two files of numbers.", file=name)
            found[one.name] = one
    return Assumptions(found)


def with_file(given: Assumptions, path: Path) -> Assumptions:
    """These numbers with those of somebody's own file of assumptions, which replace and add; raises InputError."""
    found = given.and_also([checked(given, one, str(path)) for one in read_numbers(path, Origin.ASSUMED)])
    refuse_impossible(found)
    return found


def read_numbers(path: Path, origin: Origin) -> Iterator[Given]:
    """The numbers of one file; raises InputError with file and name for what cannot be meant."""
    for row in read_toml(path).tables.get("number", []):
        yield _given(row, origin, path)


def _given(row: Mapping[str, Any], origin: Origin, path: Path) -> Given:
    unknown = sorted(set(row) - _KEYS)
    if unknown or "name" not in row or "values" not in row:
        wrong = f"does not know {unknown[0]!r}" if unknown else "needs a name and values"
        raise InputError(f"A number {wrong}; it has {', '.join(sorted(_KEYS))}. Found: {dict(row)}.", file=str(path))
    try:
        return Given(
            row["name"], _whole(row["values"]), row.get("unit", ""), origin, tuple(row.get("rows", ())), row.get("low"),
            row.get("high"), row.get("why_nl", ""), row.get("why_en", ""), _whole(row["off"]) if "off" in row else None,
        )  # fmt: skip
    except InputError as error:
        raise InputError(str(error), file=str(path)) from None


def _whole(value: Any) -> tuple[int, ...]:
    values = tuple(value) if isinstance(value, list) else (value,)
    if not values or any(isinstance(one, bool) or not isinstance(one, int) for one in values):
        raise InputError(f"Whole numbers were expected; found {value!r}.")
    return values
