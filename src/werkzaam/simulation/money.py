# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of a regime for many households, a month at a time: the same compiled rules that settle a town, going on from last month.

What carries over from month to month (months exempted, premium built up, holiday allowance kept aside) is the kernel's own state.
Households that are not on bijstand keep none, so that who comes back begins anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month, Span
from werkzaam.engine.kernel import Array, Frame, Kernel, make
from werkzaam.engine.memory import carrying
from werkzaam.engine.rule import BAAN, BEFORE, HUISHOUDEN, PERSOON, Level
from werkzaam.rules import RULES, rules_of
from werkzaam.rules.book import RuleBook
from werkzaam.simulation.labour import Period, Work
from werkzaam.simulation.people import Ints, People, Truths

OUTPUTS = (
    "bijstandsnorm", "norm_zonder_vakantietoeslag", "recht_op_bijstand", "uit_te_betalen", "uit_te_betalen_geschat",
    "vakantietoeslag_uitbetaling", "vakantietoeslag_gereserveerd", "premie_van_de_maand", "premie_uitbetaling", "premie_opgebouwd",
    "bufferbudget",
)  # fmt: skip
"""What a month of life reads of the rules."""
READ = frozenset({
    "leefvorm", "kinderen", "maanden_bijstand_eerder", "leeftijd_begin", "leeftijd_eind", "medisch_urenbeperkt",
    "zorg_kind_onder_12", "nieuwe_baan", "nettoloon", "loon_bekend", "loon_geschat", "geschat_nettoloon", "vierwekenloon",
    "vierwekenloon_extra", "vakantiegeld_opgebouwd", "brutoloon", "gewerkte_minuten",
})  # fmt: skip
"""The inputs that synthetic people have; all others have their default."""
HOLIDAY_MONEY = 8
"""Percent of a net wage that an employer keeps aside as holiday money (by law at least 8 percent of gross wages; assumed of net)."""
GROSS = 1_250
"""Gross wage per mille of the net wage; an assumption that only regimes with a premium or bands over gross wages read."""
@dataclass(frozen=True)
class Money:
    """The compiled rules of a regime for some months, and the months themselves."""

    kernel: Kernel
    book: RuleBook
    span: Span

    @cached_property
    def carried(self) -> dict[str, tuple[Level, int]]:
        """The rules whose values go on to the next month, each with its level and where it starts."""
        rules = self.kernel.rules
        return {name: (rules.level(name), start) for name, start in rules.remembered.items()
                if BEFORE + name in self.kernel.source.inputs}  # fmt: skip


def money_of(book: RuleBook, span: Span, cache: Path | None) -> Money:
    """Compile the rules under a book for the months of a span; kept on disk in `cache`.

    State that can never leave its start (exemptions that a town does not grant, gifts nobody gets) is folded away first.
    Raises what the facts or the regime raise for a month that they do not know.
    """
    rules = rules_of(book.rechtsdatum)
    months = list(span)
    whole = carrying(rules)
    absent = {name for name, one in whole.inputs.items() if one.default is not None and name not in READ}
    while True:
        kernel = make(rules, (*OUTPUTS,), book, months, cache, absent, carried=True)
        moves = {BEFORE + name for name, start in rules.remembered.items()
                 if BEFORE + name in absent and kernel.folded.constants.get(name) != start}  # fmt: skip
        if not moves:
            return Money(kernel, book, span)
        absent -= moves


class Settling:
    """Households under the rules from month to month: what was carried over stays here, in columns that are used again.

    `threads` is how many threads the rules run in; None for one per core.
    """

    def __init__(self, money: Money, people: People, threads: int | None = None) -> None:
        self._money, self._people, self._threads = money, people, threads
        kernel, households, persons = money.kernel, len(people.number), len(people.person)
        rows = {HUISHOUDEN: households, PERSOON: persons, BAAN: persons}
        none = np.full(persons, -1, np.int32)
        each = np.arange(persons + 1, dtype=np.int32)
        self._state = {name: np.full(rows[level], start, kernel.dtype(BEFORE + name))
                       for name, (level, start) in money.carried.items()}  # fmt: skip
        state = {BEFORE + name: column for name, column in self._state.items()}
        self._inputs = {**self._steady(rows), **state}
        self._frame = Frame(
            np.arange(households, dtype=np.int32), np.zeros(households, np.int16), self._inputs,
            {PERSOON: people.first.astype(np.int32), BAAN: each}, {PERSOON: people.household.astype(np.int32), BAAN: each[:-1]},
            {PERSOON: none, BAAN: none},
        )  # fmt: skip
        self._out = kernel.empty(self._frame)

    def _steady(self, rows: Mapping[Level, int]) -> dict[str, Array]:
        """A column for every input; those that stay as they are have their values."""
        kernel, people, found = self._money.kernel, self._people, {}
        given = {"leefvorm": people.form, "kinderen": people.children, "maanden_bijstand_eerder": people.months_before,
                 "medisch_urenbeperkt": people.limited, "zorg_kind_onder_12": people.cares}  # fmt: skip
        for name in kernel.inputs:
            one = kernel.rules.inputs.get(name)
            if name in given:
                found[name] = given[name].astype(kernel.dtype(name))
            elif one is not None and not name.startswith(BEFORE):
                if one.default is None and name not in READ:
                    raise InputError(f"The rules read {name}, which synthetic people do not have; give it a default.")
                found[name] = np.full(rows[one.level], one.default or 0, kernel.dtype(name))
        return found

    @property
    def kept(self) -> Ints:
        """Holiday allowance kept aside so far of each household, in cents."""
        return self._state["vakantietoeslag_gereserveerd"].astype(np.int64)

    def month(self, month: Month, at: int, work: Work, reckoned: Ints, fourth: int, on: Truths) -> Mapping[str, Array]:
        """What the rules give of each household in a month, also of those that are not `on` bijstand (households,).

        `at` counts months from the first; `reckoned` (persons,) is the net wage a month in cents that was paid by beforehand,
        below zero where nothing was estimated; `fourth` is how many four-weekly pays end in the month. Who is not on bijstand
        carries nothing over. The columns are used again in the next month.
        """
        for name, column in self._of_month(at, work, reckoned, fourth).items():
            if name in self._inputs:
                np.copyto(self._inputs[name], column, casting="unsafe")
        if at and "maanden_bijstand_eerder" in self._inputs:
            self._inputs["maanden_bijstand_eerder"][:] = 0
        self._frame.month[:] = month.index
        found = self._money.kernel.run(self._frame, self._out, self._threads)
        self._carry(found, on)
        return found

    def _of_month(self, at: int, work: Work, reckoned: Ints, fourth: int) -> dict[str, Array | int]:
        """The inputs of one month, by name."""
        people = self._people
        four = work.period == Period.FOUR_WEEKS
        monthly = np.where(four, 0, work.wage)
        each = np.where(four, work.wage // fourth, 0)
        return {
            "leeftijd_begin": people.age + at, "leeftijd_eind": people.age + at + 1, "nieuwe_baan": work.new,
            "nettoloon": monthly, "vierwekenloon": each, "vierwekenloon_extra": np.where(four, work.wage - each, 0),
            "loon_bekend": 1, "loon_geschat": reckoned >= 0,
            "geschat_nettoloon": np.maximum(reckoned, 0), "vakantiegeld_opgebouwd": work.wage * HOLIDAY_MONEY // 100,
            "brutoloon": work.wage * GROSS // 1000, "gewerkte_minuten": work.worked * 52 // 12,
        }  # fmt: skip

    def _carry(self, found: Mapping[str, Array], on: Truths) -> None:
        """What goes on to the next month; who is not on bijstand begins anew."""
        away = {HUISHOUDEN: np.flatnonzero(~on), PERSOON: np.flatnonzero(~on[self._people.household])}
        away[BAAN] = away[PERSOON]
        for name, (level, start) in self._money.carried.items():
            self._state[name][:] = found[name]
            self._state[name][away[level]] = start
