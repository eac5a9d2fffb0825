# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A comparison of regimes as JSON and as tables: keys that stay the same, amounts in cents, fractions with six decimals."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from werkzaam.app.simulation.assumptions_page import Number, choices_told, numbers_told
from werkzaam.app.simulation.comparison import Compared
from werkzaam.app.simulation.comparison_text import exact, ordered, unit_of
from werkzaam.app.simulation.lives import Living, needed_paths
from werkzaam.core.money import format_euro
from werkzaam.rules import rules_of
from werkzaam.simulation.measures import MONTHLY
from werkzaam.simulation.spread import LEVEL, Spread

FORMAT = "werkzaam.simulate-regimes/1"
SYNTHETIC = "synthetisch / synthetic"


def comparison_json(done: Compared) -> str:
    """All of the comparison as one document."""
    asked, span = done.asked, done.asked.span
    document = {
        "format": FORMAT, "people": SYNTHETIC, "unit": "cent", "population": asked.population, "months": len(list(span)),
        "first": str(span.first), "last": str(span.last), "seeds": list(asked.seeds), "level": LEVEL,
        "without": list(asked.without), "not_read": list(done.unread),
        "regimes": [_regime(done, at) for at in range(len(done.lived))],
        "numbers": [_number(one) for one in numbers_told(done.read, "en")],
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _regime(done: Compared, at: int) -> dict[str, Any]:
    living = done.lived[at].living
    one = living.ruled
    return {
        "name": living.name, "law": None if one.law is None else str(one.law), "variant": one.variant or None,
        "beyond_the_law": one.beyond or None, "part": living.part,
        "behaves_like": living.like, "way": living.world.way.name.lower(),
        "filled_in": [{"path": own.path, "why_nl": own.why_nl, "why_en": own.why_en, "file": own.file} for own in one.own],
        "choices": [_number(each) for each in choices_of(done, living, "en")],
        "numbers": {name: {"unit": unit_of(name), **_spread(done.spread(at, name)),
                           "difference": None if not at else _spread(done.difference(at, name))} for name in ordered()},
        "cost": _cost(done, at),
    }  # fmt: skip


def choices_of(done: Compared, living: Living, lang: str) -> list[Number]:
    """What the regime chose, as far as the run read it."""
    return choices_told(living.ruled, needed_paths(rules_of(living.ruled.law)), done.asked.span, lang)


def _cost(done: Compared, at: int) -> dict[str, Any]:
    prices = done.asked.prices
    if prices.missing:
        return {"status": "missing_parameter", "missing": list(prices.missing)}
    cost, more = done.cost(at)
    return {"prices": dict(prices.cents), **_spread(cost), "difference": _spread(more) if at else None}


def _spread(found: Spread) -> dict[str, Any]:
    return {name: None if value is None else round(value, 6)
            for name, value in (("mean", found.mean), ("error", found.error), ("low", found.low), ("high", found.high))} | {
                "seeds": found.seeds}  # fmt: skip


def _number(one: Number) -> dict[str, Any]:
    return {"name": one.name, "value": one.value, "origin": one.origin.value, "rests_on": one.rests_on or None,
            "low": one.low or None, "high": one.high or None, "why": one.why or None}  # fmt: skip


def written(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV; every row says in its first column that it is synthetic."""
    made = io.StringIO()
    table = csv.writer(made, lineterminator="\n")
    table.writerow(["herkomst", *head])
    table.writerows([SYNTHETIC, *row] for row in rows)
    return made.getvalue()


def numbers_csv(done: Compared) -> str:
    """Every number of every regime and seed; empty where nobody was counted."""
    rows = [(lived.living.name, seed, name, unit_of(name), exact(value)) for lived in done.lived for name in ordered()
            for seed, value in zip(done.asked.seeds, lived.values[name], strict=True)]  # fmt: skip
    return written(("regime", "seed", "number", "unit", "value"), rows)


def months_csv(done: Compared) -> str:
    """The sums of every month, regime and seed (measures.MONTHLY says what each is)."""
    rows = [(lived.living.name, seed, month, *(int(sums.monthly[name][at]) for name in MONTHLY))
            for lived in done.lived for seed, sums in zip(done.asked.seeds, lived.sums, strict=True)
            for at, month in enumerate(done.asked.span)]  # fmt: skip
    return written(("regime", "seed", "month", *MONTHLY), rows)


def times_csv(done: Compared) -> str:
    """How many households had something in so many months."""
    rows = [(lived.living.name, seed, name, months, int(households)) for lived in done.lived
            for seed, sums in zip(done.asked.seeds, lived.sums, strict=True) for name, column in sums.times.items()
            for months, households in enumerate(column) if households]  # fmt: skip
    return written(("regime", "seed", "what", "months", "households"), rows)


def differences_csv(done: Compared) -> str:
    """The differences with the first regime, with their intervals."""
    rows = []
    for at in range(1, len(done.lived)):
        for name in ordered():
            found = done.difference(at, name)
            cells = ("" if one is None else f"{one:.6f}" for one in (found.mean, found.error, found.low, found.high))
            rows.append((done.lived[at].living.name, name, unit_of(name), *cells, found.seeds))
    return written(("regime", "number", "unit", "difference", "error", "low", "high", "seeds"), rows)


def euros_of(cents: int) -> str:
    """An amount in a file: 12.34."""
    return format_euro(cents, "en").replace(",", "")
