# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of a regime for many households, a month at a time: the same compiled rules that settle a town, going on each month.

What carries over from month to month (months exempted, premium built up, holiday allowance kept aside) is the kernel's own state.
Who is not on bijstand keeps it as it was and goes on from it on coming back (decision 0090), but for two things. Holiday
allowance is paid when bijstand ends. Of premium that was built up no source says what becomes of it on leaving (A-32); here it is
paid in the payout months, as it would be to somebody who stays and does not work.

Holiday money is taken to be paid with each wage, as much flexible work pays it, and counts by the payslip of that month.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from werkzaam.core.months import Month, Span
from werkzaam.engine.addresses import Array
from werkzaam.engine.kernel import Frame, Kernel, make
from werkzaam.engine.memory import carrying
from werkzaam.engine.rule import BAAN, BEFORE, HUISHOUDEN, PERSOON, Level
from werkzaam.rules import rules_of
from werkzaam.rules.book import RuleBook
from werkzaam.simulation.labour import Period, Work
from werkzaam.simulation.people import Ints, People, Truths

OUTPUTS = (
    "bijstandsnorm", "norm_zonder_vakantietoeslag", "recht_op_bijstand", "uit_te_betalen", "uit_te_betalen_geschat",
    "vakantietoeslag_uitbetaling", "vakantietoeslag_gereserveerd", "premie_van_de_maand", "premie_uitbetaling",
    "premie_opgebouwd", "bufferbudget", "loon_van_de_maand",
)  # fmt: skip
"""What a month of life reads of the rules."""
READ = frozenset({
    "leefvorm", "kinderen", "maanden_bijstand_eerder", "leeftijd_begin", "leeftijd_eind", "medisch_urenbeperkt",
    "zorg_kind_onder_12", "nieuwe_baan", "nettoloon", "loon_bekend", "loon_geschat", "geschat_nettoloon", "vierwekenloon",
    "vierwekenloon_extra", "vakantiegeld_opgebouwd", "brutoloon", "gewerkte_minuten",
})  # fmt: skip
"""The inputs that synthetic people have; all others have their default."""
EARNED = ("nettoloon", "vierwekenloon", "vierwekenloon_extra", "vakantiegeld_opgebouwd", "brutoloon", "gewerkte_minuten",
          "loon_geschat", "nieuwe_baan")  # fmt: skip
"""The inputs that are nothing for who does not work."""
PREMIUM, RESERVE = "premie_", "vakantietoeslag_gereserveerd"


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
        households, persons = len(people.number), len(people.person)
        rows = {HUISHOUDEN: households, PERSOON: persons, BAAN: persons}
        up = people.household.astype(np.int32)
        each = np.arange(persons, dtype=np.int32)
        self._first = {PERSOON: people.first.astype(np.int32), BAAN: np.arange(persons + 1, dtype=np.int32)}
        self._up = {PERSOON: up, BAAN: each}
        self._back = {PERSOON: np.full(persons, -1, np.int32), BAAN: np.full(persons, -1, np.int32)}
        self._household = np.arange(households, dtype=np.int32)
        self._state = {name: np.full(rows[level], start, money.kernel.dtype(BEFORE + name))
                       for name, (level, start) in money.carried.items()}  # fmt: skip
        self._inputs = self._steady(rows)
        self._out: dict[str, Array] | None = None

    def _steady(self, rows: Mapping[Level, int]) -> dict[str, Array]:
        """The inputs that stay as they are."""
        kernel, people, found = self._money.kernel, self._people, {}
        given = {"leefvorm": people.form, "kinderen": people.children, "maanden_bijstand_eerder": people.months_before,
                 "medisch_urenbeperkt": people.limited, "zorg_kind_onder_12": people.cares}  # fmt: skip
        for name in kernel.inputs:
            one = kernel.rules.inputs.get(name)
            if name in given:
                found[name] = given[name].astype(kernel.dtype(name))
            elif one is not None and one.default is not None and not name.startswith(BEFORE):
                found[name] = np.full(rows[one.level], one.default, kernel.dtype(name))
        return found

    @property
    def kept(self) -> Ints:
        """Holiday allowance kept aside so far of each household, in cents."""
        return self._state["vakantietoeslag_gereserveerd"].astype(np.int64)

    def month(self, month: Month, at: int, work: Work, reckoned: Ints, fourth: int, on: Truths) -> Mapping[str, Array]:
        """What the rules give of each household in a month, also of those that are not `on` bijstand (households,).

        `at` counts months from the first; `reckoned` (persons,) is the net wage a month in cents that was paid by beforehand,
        below zero where nothing was estimated; `fourth` is how many four-weekly pays end in the month. Who is not on bijstand
        builds up no premium, and is paid what was built up before; nor does who has not yet entered an experiment.
        """
        kernel = self._money.kernel
        self._state[RESERVE][~on] = 0
        for name, (level, start) in self._money.carried.items():
            if level == BAAN:
                self._state[name][work.new > 0] = start
        inputs = {**self._inputs, **{BEFORE + name: column for name, column in self._state.items()}}
        for name, column in self._of_month(at, work, reckoned, fourth).items():
            if name in kernel.inputs:
                inputs[name] = column.astype(kernel.dtype(name))
        if at and "maanden_bijstand_eerder" in inputs:
            inputs["maanden_bijstand_eerder"] = np.zeros(len(self._household), kernel.dtype("maanden_bijstand_eerder"))
        frame = Frame(self._household, _every(month, self._household), inputs, self._first, self._up, self._back)
        if self._out is None:
            self._out = kernel.empty(frame)
        builds = on & (self._people.enters <= at)
        found = self._without_absent(month, inputs, kernel.run(frame, self._out, self._threads), builds)
        self._carry(found, on)
        return found

    def _of_month(self, at: int, work: Work, reckoned: Ints, fourth: int) -> dict[str, Array]:
        """The inputs of one month, by name."""
        people = self._people
        four = work.period == Period.FOUR_WEEKS
        monthly = np.where(four, 0, work.wage)
        each = np.where(four, work.wage // fourth, 0)
        return {
            "leeftijd_begin": people.age + at, "leeftijd_eind": people.age + at + 1, "nieuwe_baan": work.new,
            "nettoloon": monthly, "vierwekenloon": each, "vierwekenloon_extra": np.where(four, work.wage - each, 0),
            "loon_bekend": np.ones(len(people.person), np.int64), "loon_geschat": reckoned >= 0,
            "geschat_nettoloon": np.maximum(reckoned, 0), "vakantiegeld_opgebouwd": work.holiday,
            "brutoloon": work.gross, "gewerkte_minuten": work.worked * 52 // 12,
        }  # fmt: skip

    def _without_absent(
        self, month: Month, inputs: Mapping[str, Array], found: Mapping[str, Array], builds: Truths
    ) -> Mapping[str, Array]:
        """What the rules give, with the premium of who builds up none as that of somebody without work; else nothing."""
        names = [name for name in found if name.startswith(PREMIUM)]
        away = ~builds[self._people.household]
        if not names or not away.any():
            return found
        changed = {name: np.where(away, 0, found[name]).astype(found[name].dtype) for name in names}
        pending = away & np.any([self._state[name] != 0 for name in names if name in self._state], axis=0)
        if pending.any():
            rows = np.unique(self._people.household[pending])
            persons = np.flatnonzero(np.isin(self._people.household, rows))
            closing = self._closing(month, inputs, rows, persons)
            for name in names:
                changed[name][persons] = closing[name]
        return {**found, **changed}

    def _closing(self, month: Month, inputs: Mapping[str, Array], rows: Ints, persons: Ints) -> Mapping[str, Array]:
        """What the rules give of some households when nobody in them works."""
        kernel = self._money.kernel
        at = {HUISHOUDEN: rows, PERSOON: persons, BAAN: persons}
        some = {name: column[at[kernel.rules.level(name)]] for name, column in inputs.items()}
        some.update({name: np.zeros(len(persons), kernel.dtype(name)) for name in EARNED if name in some})
        each = np.arange(len(persons), dtype=np.int32)
        owner = np.searchsorted(rows, self._people.household[persons]).astype(np.int32)
        first = np.searchsorted(owner, np.arange(len(rows) + 1)).astype(np.int32)
        none = np.full(len(persons), -1, np.int32)
        household = np.arange(len(rows), dtype=np.int32)
        links = {PERSOON: first, BAAN: np.arange(len(persons) + 1, dtype=np.int32)}
        frame = Frame(household, _every(month, household), some, links, {PERSOON: owner, BAAN: each}, {PERSOON: none, BAAN: none})
        return kernel.run(frame, threads=1)

    def _carry(self, found: Mapping[str, Array], on: Truths) -> None:
        """The state after the month: of who is away as it was, but for premium."""
        for name, (level, _) in self._money.carried.items():
            there = on if level == HUISHOUDEN else on[self._people.household]
            if name.startswith(PREMIUM):
                self._state[name][:] = found[name]
            else:
                np.copyto(self._state[name], found[name], where=there, casting="same_kind")


def _every(month: Month, households: Array) -> Array:
    return np.full(len(households), month.index, np.int16)
