# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the months of many households are due: columns through the compiled rules, and what `dues.dues` gives out of them.

The rules of a regime compile once and are kept on disk. A household that the columns cannot hold (somebody who comes or goes,
state of somebody who is away, a month that is not covered) gets None: `dues.dues` computes it, or says what is wrong.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from json.encoder import encode_basestring
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from werkzaam.app.ledger.asked import Asked
from werkzaam.app.ledger.dues import LINES, MonthDue, PremiumDue, inputs_text, parameters_digest
from werkzaam.app.ledger.shapes import BEGIN, END, Quiet
from werkzaam.app.settle import known_months
from werkzaam.core.digest import digest
from werkzaam.core.months import Month
from werkzaam.engine.addresses import Array
from werkzaam.engine.batch import KEYS, ROW, STATUS, RowErrors, compute, link
from werkzaam.engine.batch_columns import numbers, plain
from werkzaam.engine.explain import Key, MonthInput
from werkzaam.engine.kernel import Kernel, make
from werkzaam.engine.rule import BAAN, BEFORE, HUISHOUDEN, PERSOON, Level
from werkzaam.facts.book import Facts
from werkzaam.ledger.decision import Line
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules import rules_of
from werkzaam.rules.book import RuleBook, book_of
from werkzaam.rules.calculate import rules_digest

_decoded = json.JSONDecoder().raw_decode
NORM, PREMIUM = "bijstandsnorm", "premie_uitbetaling"
_NO_JOBS: frozenset[Key] = frozenset()
Record = Mapping[str, int]
Found = tuple[MonthDue, ...]
_LEVELS = tuple(Level)


@dataclass(frozen=True)
class LedgerKernel:
    """The compiled rules of a regime as far as the ledger reads them, going on from the state that was kept."""

    kernel: Kernel
    book: RuleBook

    @cached_property
    def starts(self) -> Mapping[Level, Mapping[str, int]]:
        """The rules that are looked back at, per level, each with its start value; in order of their names."""
        rules = self.kernel.rules
        found: dict[Level, dict[str, int]] = {level: {} for level in Level}
        for name in sorted(rules.remembered):
            found[rules.level(name)][name] = rules.remembered[name]
        return found

    @cached_property
    def inputs(self) -> Mapping[Level, tuple[str, ...]]:
        """What the kernel reads per level, without state and ages."""
        rules = self.kernel.rules
        return {level: tuple(name for name in self.kernel.inputs
                             if rules.inputs[name].level is level and not name.startswith(BEFORE) and name not in (BEGIN, END))
                for level in Level}  # fmt: skip


def ledger_kernel(regime: Regime | Timeline, facts: Facts, cache: Path | None) -> LedgerKernel:
    """The compiled rules for every month that the regime and the facts know; kept in `cache`, where they are compiled once."""
    book, rules = book_of(facts, regime, None, None), rules_of(None)
    outputs = (*LINES, NORM, PREMIUM, *rules.refusals)
    return LedgerKernel(make(rules, outputs, book, known_months(book), cache, carried=True), book)


def dues_of_many(asked: Sequence[Asked], compiled: LedgerKernel) -> list[Found | None]:
    """What `dues` gives of each household, or None where only `dues` can tell."""
    rows = _Rows(compiled)
    placed = [rows.add(at, one) for at, one in enumerate(asked)]
    refused: set[int] = set()
    while True:
        keep = [at for at, fits in enumerate(placed) if fits and at not in refused]
        if not keep:
            return [None] * len(asked)
        try:
            tables = rows.tables()
            ordered, frame = link(compiled.kernel, tables)
            results = compute(compiled.kernel, ordered, frame)
        except RowErrors as error:
            keys = tables[error.level].column("huishouden")
            refused |= {int(keys[row].as_py()) for row in error.rows}
            rows = _Rows(compiled)
            for at in keep:
                if at not in refused:
                    rows.add(at, asked[at])
            continue
        return _Results(compiled, ordered, results).of(asked, rows)


@dataclass
class _Level:
    """The rows of one level: keys, which record each has, ages, and the state before it, by rule."""

    keys: list[tuple[int, ...]] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    number: dict[int, int] = field(default_factory=dict)
    record: list[int] = field(default_factory=list)
    ages: list[tuple[int, int]] = field(default_factory=list)
    state: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, key: tuple[int, ...], record: Record) -> int:
        """One row more; records that are one object stand once."""
        found = self.number.get(id(record))
        if found is None:
            found = self.number[id(record)] = len(self.records)
            self.records.append(record)
        self.keys.append(key)
        self.record.append(found)
        return len(self.keys) - 1


class _Place(NamedTuple):
    """Where a household's month stands: its row, and the rows of its persons and jobs by name."""

    row: int
    persons: Mapping[str, int]
    jobs: Mapping[tuple[str, ...], int]
    known: bool
    text: str


class _Rows:
    """Households as rows of three tables."""

    def __init__(self, compiled: LedgerKernel) -> None:
        self._compiled = compiled
        self._levels = {level: _Level() for level in Level}
        self.places: dict[int, list[_Place]] = {}

    def add(self, at: int, one: Asked) -> bool:
        """The months of a household; False when its columns could not say all, and then it has no rows."""
        kernel, given = self._compiled.kernel, one.given
        if not (kernel.first <= one.months[0] and one.months[-1] <= kernel.last):
            return False
        if isinstance(given, Quiet):
            persons = [_here(given, month) for month in one.months]
            state = self._state(one.before, persons[0], _NO_JOBS)
            if state is None or any(keys != persons[0] for keys in persons):
                return False
            self.places[at] = [self._quiet(at, month, given) for month in one.months]
        elif given.part:
            return False
        else:
            months = [given.month(month) for month in one.months]
            here = [({key[0] for key in month.records[PERSOON]}, set(month.records[BAAN])) for month in months]
            state = self._state(one.before, *here[0])
            if state is None or any(keys != here[0] for keys in here):
                return False
            self.places[at] = [self._case(at, month.month, month) for month in months]
        self._before(state, self.places[at][0])
        return True

    def _state(self, before: str, persons: Set[str], jobs: Set[Key]) -> list[tuple[str, Key, int]] | None:
        """The state that was kept; None when it is of others than these persons and jobs, or of other rules."""
        found = []
        for name, *key, value in _decoded(before)[0] if before else ():
            known = name in self._compiled.starts[_LEVELS[len(key)]]
            if not known or (key and (key[0] not in persons if len(key) == 1 else tuple(key) not in jobs)):
                return None
            found.append((name, tuple(key), int(value)))
        return found

    def _before(self, state: Sequence[tuple[str, Key, int]], place: _Place) -> None:
        for name, key, value in state:
            row = place.row if not key else place.persons[key[0]] if len(key) == 1 else place.jobs[key]
            self._levels[_LEVELS[len(key)]].state[name].append((row, value))

    def _quiet(self, at: int, month: Month, quiet: Quiet) -> _Place:
        template, persons = quiet.shape.template(month), {}
        level, ages = self._levels[PERSOON], quiet.ages(month)
        row = self._levels[HUISHOUDEN].add((at, month.index), template.home)
        for place, record in template.persons:
            persons[quiet.persons[place][0]] = level.add((at, month.index, place), record)
            level.ages.append(ages[place])
        return _Place(row, persons, {}, True, quiet.text(month, ages))

    def _case(self, at: int, month: Month, given: MonthInput) -> _Place:
        persons, jobs = {}, {}
        row = self._levels[HUISHOUDEN].add((at, month.index), given.records[HUISHOUDEN][()])
        level = self._levels[PERSOON]
        order = {key[0]: place for place, key in enumerate(given.records[PERSOON])}
        for key, record in given.records[PERSOON].items():
            persons[key[0]] = level.add((at, month.index, order[key[0]]), record)
            level.ages.append((record[BEGIN], record[END]))
        names = {key: number for number, key in enumerate(sorted(given.records[BAAN]))}
        for key, record in given.records[BAAN].items():
            jobs[key] = self._levels[BAAN].add((at, month.index, order[key[0]], names[key]), record)
        known = all(record["loon_bekend"] for record in given.records[BAAN].values())
        return _Place(row, persons, jobs, known, inputs_text(given))

    def tables(self) -> dict[Level, pa.Table]:
        """The rows as tables."""
        return {level: self._table(level, rows) for level, rows in self._levels.items()}

    def _table(self, level: Level, rows: _Level) -> pa.Table:
        keys = np.array(rows.keys, np.int64).reshape(len(rows.keys), level + 2)
        columns: dict[str, Array] = {name: keys[:, at] for at, name in enumerate(KEYS[level])}
        which = np.array(rows.record, np.int64)
        for name in self._compiled.inputs[level]:
            columns[name] = np.array([record[name] for record in rows.records], np.int64)[which]
        if level is PERSOON:
            ages = np.array(rows.ages, np.int64).reshape(len(rows.ages), 2)
            columns |= {BEGIN: ages[:, 0], END: ages[:, 1]}
        for name, start in self._compiled.starts[level].items():
            if BEFORE + name in self._compiled.kernel.rules.inputs:
                columns[BEFORE + name] = column = np.full(len(keys), start, np.int64)
                for row, value in rows.state.get(name, ()):
                    column[row] = value
        return pa.table({name: numbers(values) for name, values in columns.items()})


def _here(quiet: Quiet, month: Month) -> set[str]:
    """Who has a record in a month."""
    return {quiet.persons[place][0] for place, _ in quiet.shape.template(month).persons}


class _Results:
    """The columns that came out, as the dues of households."""

    def __init__(self, compiled: LedgerKernel, ordered: Mapping[Level, pa.Table], results: Mapping[Level, pa.Table]) -> None:
        self._compiled, self._rules = compiled, compiled.kernel.rules
        self._digest = rules_digest(rules_of(None))
        self._back = {level: plain(ordered[level].column(ROW)) for level in results}
        self._tables = results
        status = plain(results[HUISHOUDEN].column(STATUS).combine_chunks().indices)
        self._computed = self._in_place(HUISHOUDEN, status == 0).tolist()
        self._amounts = {name: self._column(HUISHOUDEN, name).tolist() for name in (*LINES, NORM)}
        self._premium = self._column(PERSOON, PREMIUM).tolist()
        self._states = {level: self._left(level) for level in results}
        self._months: dict[Month, tuple[str, dict[str, str]]] = {}

    def of(self, asked: Sequence[Asked], rows: _Rows) -> list[Found | None]:
        """The dues of each household that was computed."""
        return [self._household(one, rows.places[at]) if at in rows.places else None for at, one in enumerate(asked)]

    def _household(self, one: Asked, places: Sequence[_Place]) -> Found | None:
        if not all(self._computed[place.row] for place in places):
            return None
        found, left = [], one.before
        for month, place in zip(one.months, places, strict=True):
            found.append(self._due(month, place, left))
            left = found[-1].state
        return tuple(found)

    def _due(self, month: Month, place: _Place, before: str) -> MonthDue:
        numbers, laws = self._month(month)
        row = place.row
        amounts = [(name, sign * self._amounts[name][row]) for name, sign in LINES.items()]
        lines = tuple([Line(name, laws[name], cents) for name, cents in amounts if cents or name == "bijstand"])
        content = digest("month", self._digest, numbers, place.text, before)
        premiums = tuple([PremiumDue(name, self._premium[at]) for name, at in place.persons.items() if self._premium[at]])
        return MonthDue(month, sum([line.cents for line in lines]), not place.known, lines, content, self._text(place),
                        self._amounts[NORM][row], premiums)  # fmt: skip

    def _text(self, place: _Place) -> str:
        """The state that the month left, as it is kept: what `dues.state_text` gives."""
        rows = [(name, "", "", f'["{name}",{value}]') for name, value in self._states[HUISHOUDEN][place.row]]
        for name, at in place.persons.items():
            if here := self._states[PERSOON][at]:
                whose = encode_basestring(name)
                rows += [(rule, name, "", f'["{rule}",{whose},{value}]') for rule, value in here]
        for key, at in place.jobs.items():
            if here := self._states[BAAN][at]:
                whose = ",".join(map(encode_basestring, key))
                rows += [(rule, *key, f'["{rule}",{whose},{value}]') for rule, value in here]  # type: ignore[misc]
        return f"[{','.join([text for *_, text in sorted(rows)])}]" if rows else ""

    def _month(self, month: Month) -> tuple[str, dict[str, str]]:
        """What all households of a month share: the digest of its numbers, and the law of each line."""
        if month not in self._months:
            rules, book = rules_of(None), self._compiled.book
            laws = {name: str(rules.on(name, month).law) for name in LINES}
            self._months[month] = (parameters_digest(rules, book, month), laws)
        return self._months[month]

    def _left(self, level: Level) -> list[list[tuple[str, int]]]:
        """Per row the rules that are not at their start any more."""
        found: list[list[tuple[str, int]]] = [[] for _ in range(self._tables[level].num_rows)]
        for name, start in self._compiled.starts[level].items():
            values = self._column(level, name)
            at = np.flatnonzero(values != start)
            for row, value in zip(at.tolist(), values[at].tolist(), strict=True):
                found[row].append((name, value))
        return found

    def _column(self, level: Level, name: str) -> Array:
        """A result as whole numbers, in the order in which the rows were given; 0 where nothing was computed."""
        values = self._tables[level].column(name).combine_chunks()
        values = values.indices if pa.types.is_dictionary(values.type) else values
        values = values.cast(pa.int8()) if pa.types.is_boolean(values.type) else values
        return self._in_place(level, plain(values.fill_null(0) if values.null_count else values))

    def _in_place(self, level: Level, values: Array) -> Array:
        found = np.empty_like(values)
        found[self._back[level]] = values
        return found
