# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the columns of a table per job mean together: known or estimated, wage or other money, decided or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from werkzaam.app import columns
from werkzaam.app.columns import Bad
from werkzaam.core.money import format_euro
from werkzaam.rules.situatie import LOON_HOOGST

Array = npt.NDArray[Any]
_WAGES = ("nettoloon", "vierwekenloon", "vierwekenloon_extra")
BUILT_UP_BEFORE = "vakantiegeld_eerder_opgebouwd"
"""Of holiday money that is paid out: what was built up before the tables. No rule reads it."""
_RETURNED = ("loon_voor_heffing", "ingehouden_loonheffing", "ingehouden_zvw", "voordeel_auto", "voordeel_vrijgesteld")


def wages(table: pa.Table, found: dict[str, Array], empty: Mapping[str, Array]) -> Iterator[Bad]:
    """Whether the wage is known and whether one was estimated; a wage below zero must be marked as a correction.

    Four-weekly pay of nothing is as an empty cell where there is an estimate: the payslip is not there.
    """
    none = np.ones(table.num_rows, bool)
    unestimated = empty.get("geschat_nettoloon", none)
    unknown = empty["nettoloon"]
    for name in _WAGES[1:]:
        if name in found:
            unknown = unknown & (empty[name] | ((found[name] == 0) & ~unestimated))
    other = found["inkomenssoort"] != 0 if "inkomenssoort" in found else ~none
    for row in np.flatnonzero(unknown & unestimated & ~other):
        yield Bad(int(row), "nettoloon", "is empty and there is no geschat_nettoloon; a wage or an estimate was expected.")
    found["loon_bekend"] = (~unknown | (other & unestimated)).astype(np.int64)
    found["nettoloon"] = np.where(empty["nettoloon"], 0, found["nettoloon"])
    if "geschat_nettoloon" in found:
        found["loon_geschat"] = (~unestimated).astype(np.int64)
    yield from _corrections(table, found)
    yield from _thirteenth(found)
    yield from _built_up_before(table, found)


def _corrections(table: pa.Table, found: Mapping[str, Array]) -> Iterator[Bad]:
    marked = np.zeros(table.num_rows, bool)
    if "correctie" in table.column_names:
        read = columns.truth("correctie", table.column("correctie"))
        yield from read.bad
        marked = read.values == 1
    for name in _WAGES:
        if name in found:
            for row in np.flatnonzero((found[name] < 0) & ~marked):
                yield Bad(int(row), name, f"is {_euros(found[name][row])}, below zero; mark a correction with correctie = ja.")


def _thirteenth(found: Mapping[str, Array]) -> Iterator[Bad]:
    """A second four-weekly wage comes beside a first one; alone it would count for nothing."""
    extra = found.get("vierwekenloon_extra")
    if extra is not None:
        first = found.get("vierwekenloon", np.zeros(len(extra), np.int64))
        for row in np.flatnonzero((extra > 0) & (first == 0)):
            yield Bad(int(row), "vierwekenloon_extra", f"is {_euros(extra[row])}, a second four-weekly wage of the month, and "
                                                       "vierwekenloon has no first; write it there.")  # fmt: skip


def _built_up_before(table: pa.Table, found: dict[str, Array]) -> Iterator[Bad]:
    """Holiday money that was built up before the tables, as an amount within the bounds of a wage."""
    if BUILT_UP_BEFORE not in table.column_names:
        return
    read = columns.amount(BUILT_UP_BEFORE, table.column(BUILT_UP_BEFORE))
    yield from read.bad
    before = np.where(read.empty, 0, read.values)
    before[[bad.row for bad in read.bad]] = 0
    for row in np.flatnonzero((before < 0) | (before > LOON_HOOGST)):
        yield Bad(int(row), BUILT_UP_BEFORE, f"is {_euros(before[row])}; 0.00 to {_euros(LOON_HOOGST)} was expected.")
    found[BUILT_UP_BEFORE] = before.clip(0, LOON_HOOGST)


def other_income(found: Mapping[str, Array]) -> Iterator[Bad]:
    """Other money has a kind, and a decision says no more than all of it."""
    zero = np.zeros(len(found["nettoloon"]), np.int64)
    kind, money, decided, counts = (found.get(n, zero) for n in ("inkomenssoort", "ander_inkomen", "beslist", "besloten_inkomen"))
    for row in np.flatnonzero((money != 0) & (kind == 0)):
        yield Bad(
            int(row),
            "inkomenssoort",
            f"is empty or geen, and ander_inkomen is {_euros(money[row])}; say what it is, or onbekend.",
        )
    for row in np.flatnonzero((counts != 0) & (decided == 0)):
        yield Bad(
            int(row), "besloten_inkomen", f"is {_euros(counts[row])}, and beslist is not ja; only a decision makes it count."
        )
    for row in np.flatnonzero(counts > money):
        why = f"is {_euros(counts[row])}, more than ander_inkomen, {_euros(money[row])}; no more can count than came in."
        yield Bad(int(row), "besloten_inkomen", why)


def returned(found: Mapping[str, Array]) -> Iterator[Bad]:
    """Amounts of a wage tax return stand in a row that says there is one."""
    known = found.get("loonaangifte_bekend", np.zeros(len(found["nettoloon"]), np.int64))
    for name in _RETURNED:
        if name in found:
            for row in np.flatnonzero((found[name] != 0) & (known == 0)):
                yield Bad(int(row), name, f"is {_euros(found[name][row])}, and loonaangifte_bekend is not ja.")


def _euros(cents: int) -> str:
    return format_euro(int(cents), "en")
