# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The compiled kernel: made from a rule set and the parameters of some months, run over blocks in threads."""

from __future__ import annotations

import hashlib
import importlib.util
import inspect
import os
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from itertools import chain, pairwise
from math import lcm
from pathlib import Path
from typing import Any

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.engine import native
from werkzaam.engine.addresses import WIDTHS, Addresses, Array
from werkzaam.engine.bounds import CHILDREN_MAX, MONTHS_MAX, Interval, bounds
from werkzaam.engine.compile import Source, bits
from werkzaam.engine.explain import Book, Leaf, parameter_values
from werkzaam.engine.fold import Folded, fold
from werkzaam.engine.formula import Choice, Share, Truth
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.memory import carrying, limited
from werkzaam.engine.plan import plan
from werkzaam.engine.rule import HUISHOUDEN, Level, Parameter
from werkzaam.engine.tabulate import table_values

BLOCK_ROWS = 3000
"""Household rows per block: its columns stay in the second cache while its loops run."""


THREADS = len(os.sched_getaffinity(0))
POOL = ThreadPoolExecutor(THREADS, "kernel")
"""One pool for all runs; its threads start when they are first needed."""
NO_ROWS = (0, 0, np.zeros(0, np.int64), 0, 0)
"""What any kernel takes for no rows at all: it looks at no column then."""


@dataclass(frozen=True)
class Frame:
    """Columns of whole households, sorted by household, month, person and job.

    `household` numbers the households in order of appearance; `month` is Month.index; `first`, `up`
    and `back` link the levels (see werkzaam.engine.compile), `returns` are the rows whose `back` is not
    of last month; `blocks` are household rows at which a household begins, ending with the number of rows.
    """

    household: Array
    month: Array
    inputs: Mapping[str, Array]
    first: Mapping[Level, Array] = field(default_factory=dict)
    up: Mapping[Level, Array] = field(default_factory=dict)
    back: Mapping[Level, Array] = field(default_factory=dict)
    returns: Mapping[Level, Array] = field(default_factory=dict)

    @cached_property
    def blocks(self) -> Array:
        starts = np.flatnonzero(np.diff(self.household, prepend=-1))
        wanted = np.arange(0, len(self.household), BLOCK_ROWS)
        at = starts[np.unique(np.searchsorted(starts, wanted, side="right") - 1)] if len(starts) else starts
        return np.append(at, len(self.household)).astype(np.int64)

    def rows(self, level: Level) -> int:
        return len(self.household) if level == HUISHOUDEN else len(self.up[level])


@dataclass(frozen=True)
class Kernel:
    """A compiled rule set with the parameters of the months it may be used for."""

    source: Source
    run_block: Callable[..., int]
    tables: Mapping[str, Array]
    first: Month
    last: Month
    rules: RuleSet
    """The rules as they were given, before what is known was folded away."""
    outputs: tuple[str, ...]
    folded: Folded

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """The inputs that are read, or that are an output as they are."""
        shown = (other for other in self.folded.same.values() if other in self.rules.inputs)
        return tuple(dict.fromkeys([*self.source.inputs, *shown]))

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The levels of all outputs and inputs, also those that nothing needs to be computed on."""
        return tuple(sorted({self.rules.level(name) for name in [*self.outputs, *self.source.inputs]} | set(self.source.levels)))

    def dtype(self, name: str) -> type[np.signedinteger[Any]]:
        """The width of an input or output column, from its proven bounds."""
        if name not in self._widths:
            self._widths[name] = self._width(name)
        return self._widths[name]

    @cached_property
    def _widths(self) -> dict[str, type[np.signedinteger[Any]]]:
        """What dtype found, kept: a month at a time it is asked for every column of every month."""
        return {}

    def _width(self, name: str) -> type[np.signedinteger[Any]]:
        name = self.folded.same.get(name, name)
        if name in self.folded.constants:
            low = high = self.folded.constants[name]
        elif name in self.source.plan.bounds:
            low, high = self.source.plan.bounds[name]
        else:
            low, high = self.rules.inputs[name].low, self.rules.inputs[name].high
        return WIDTHS[bits(self.rules, name, low, high)]

    def empty(self, frame: Frame) -> dict[str, Array]:
        """New columns for the outputs that are computed."""
        level = self.rules.level
        return {n: np.empty(frame.rows(level(n)), self.dtype(n)) for n in self.source.plan.outputs}

    @cached_property
    def bytes_of_a_row(self) -> int:
        """What a household row with one person and one job takes in all computed columns together."""
        return sum(np.dtype(self.dtype(name)).itemsize for name in self.source.plan.outputs)

    def warm(self) -> None:
        """Compile now, by running over no rows at all."""
        self.run_block(*NO_ROWS)

    def run(self, frame: Frame, out: Mapping[str, Array] | None = None, threads: int | None = None) -> Mapping[str, Array]:
        """Fill the output columns and give all of them; what is the same for everybody takes no memory.

        Raises InputError where an input lies outside its bounds.
        """
        out = self.empty(frame) if out is None else out
        arrays, expected = self._shared(frame, out), list(self.source.columns.values())
        rows = {level: frame.rows(level) for level in self.source.levels}
        shared = Addresses.of(expected[: len(arrays)], arrays, rows)
        count = threads or THREADS
        cuts = np.linspace(0, len(frame.blocks) - 1, count + 1).astype(int)
        parts = [(a, b) for a, b in pairwise(cuts) if a < b]
        apart = POOL.map if len(parts) > 1 else map
        for block in apart(lambda part: self._part(frame, shared, *part), parts):
            if block >= 0:
                raise InputError(self._out_of_bounds(frame, block))
        return {name: self._column(name, frame, out) for name in self.outputs}

    def _column(self, name: str, frame: Frame, out: Mapping[str, Array]) -> Array:
        """An output: computed, the same as another column, or one value for all rows."""
        other = self.folded.same.get(name, name)
        if other in self._known:
            value = self._known[other]
            return np.ndarray(frame.rows(self.rules.level(name)), value.dtype, value, strides=(0,))
        return frame.inputs[other] if other in self.rules.inputs else out[other]

    @cached_property
    def _known(self) -> dict[str, Array]:
        """What is the same for everybody, each as one number that nobody writes to."""
        found = {name: np.array(value, self.dtype(name)) for name, value in self.folded.constants.items()}
        for value in found.values():
            value.setflags(write=False)
        return found

    def _shared(self, frame: Frame, out: Mapping[str, Array]) -> list[Array]:
        """The columns that all threads work on, in the order of Source.columns."""
        levels = self.source.levels[1:]
        links = [links[level] for level in levels for links in (frame.first, frame.up, frame.back)]
        return [
            frame.blocks, frame.household, frame.month, *links,
            *(frame.inputs[n] for n in self.source.inputs),
            *(out[n] for n in self.source.plan.outputs),
            *(self.tables[n] for n in self.source.places.tables),
        ]  # fmt: skip

    def _part(self, frame: Frame, shared: Addresses, begin: int, end: int) -> int:
        """Some blocks, in one thread; it keeps the columns itself, for a run that fails elsewhere does not wait for it."""
        rows, rules, places = self._most_rows(frame, begin, end), self.source.plan.rules, self.source.places
        lengths = [rows[rules.level(n)] for n in places.scratch] + [rows[Level(rules.level(n) - 1)] for n in places.sums.columns]
        expected = self.source.own.values()
        own = [np.empty(length, WIDTHS[column.bits]) for length, column in zip(lengths, expected, strict=True)]
        every = shared + Addresses.of(expected, own, {})
        return self.run_block(begin, end, every.begin, self.first.index, self.last.index)

    def _most_rows(self, frame: Frame, begin: int, end: int) -> dict[Level, int]:
        """The most rows that one block has, per level."""
        edges = frame.blocks[begin : end + 1]
        most = {HUISHOUDEN: int(np.diff(edges).max(initial=0))}
        for level in self.source.levels[1:]:
            edges = frame.first[level][edges]
            most[level] = int(np.diff(edges).max(initial=0))
        return most

    def _out_of_bounds(self, frame: Frame, block: int) -> str:
        """Which input lies outside its bounds in a block."""
        edges = frame.blocks[[block, block + 1]]
        for level in self.source.levels:
            if level != HUISHOUDEN:
                children = np.diff(frame.first[level][edges[0] : edges[1] + 1])
                for row in np.flatnonzero(children > CHILDREN_MAX[level])[:1]:
                    return (f"Row {edges[0] + row} of the {Level(level - 1).name.lower()} table has {children[row]} rows in the "
                            f"{level.name.lower()} table; at most {CHILDREN_MAX[level]} were expected.")  # fmt: skip
                edges = frame.first[level][edges]
            for name in self.source.inputs:
                if self.source.plan.rules.level(name) == level:
                    low, high = self.source.plan.bounds[name]
                    column = frame.inputs[name][edges[0] : edges[1]]
                    for row in np.flatnonzero((column < low) | (column > high))[:1]:
                        return (f"{name} is {column[row]} in row {edges[0] + row} of the {level.name.lower()} table; "
                                f"{low} to {high} was expected.")  # fmt: skip
        return f"A month lies outside {self.first} to {self.last}."


def make(
    rules: RuleSet, outputs: Sequence[str], book: Book, months: Sequence[Month], cache: Path | None,
    absent: Collection[str] = (), *, carried: bool = False,
) -> Kernel:  # fmt: skip
    """Compile a rule set for some consecutive months; `cache` is where compiled code is kept, None for nowhere.

    Inputs that are `absent` have their default everywhere, and what follows from that needs no code. With `carried`
    there is an input `vorige.<rule>` for every rule that is looked back at: its value in the month before the first
    row of a household, person or job (its start value where that is left out). It may be whatever MONTHS_MAX months
    can bring it to (see memory.limited). Those rules are then among the outputs, so that the next run can go on from them.
    """
    _refuse_months(rules, months)
    if carried:
        rules, outputs = carrying(rules), tuple(dict.fromkeys([*outputs, *rules.remembered]))
    given = _given(rules, book, months)
    steady = frozenset(n for n in rules.parameters if all(g[n] == given[0][n] for g in given))
    folded = fold(rules, outputs, months, {**_switches(rules, steady, given[0]), **_defaults(rules, absent)})
    whole, rules = rules, folded.rules
    scales = {name: _denominator(name, given) for name in rules.parameters}
    intervals = {name: _interval(parameter, given) for name, parameter in rules.parameters.items()}
    if carried:
        within = bounds(rules, intervals)
        whole, rules = limited(whole, within), limited(rules, within)
    numerators = {n: (a * (scales[n] or 1), b * (scales[n] or 1)) for n, (a, b) in intervals.items()}
    planned = plan(rules, folded.outputs, bounds(rules, intervals))
    source = Source(planned, {n: s for n, s in scales.items() if s}, numerators, steady & frozenset(rules.parameters))
    parts = {n: [_flat(g[n], scales[n]) for g in given[: 1 if n in steady else None]]
             for n in source.places.tables if n in rules.parameters}  # fmt: skip
    parts |= {name: [table_values(rules, name, axes, months, given)] for name, axes in source.plan.tables.items()}
    tables = {name: np.array(list(chain.from_iterable(some)), WIDTHS[source.table_bits(name)]) for name, some in parts.items()}
    return Kernel(source, load(source.text(cache is not None), cache), tables, months[0], months[-1],
                  whole, tuple(outputs), replace(folded, rules=rules))  # fmt: skip


def _refuse_months(rules: RuleSet, months: Sequence[Month]) -> None:
    """More months than the bounds are proven for, and months without a version of a rule: the kernel would take the nearest."""
    if len(months) > MONTHS_MAX:
        raise InputError(f"A kernel is proven for at most {MONTHS_MAX} months; {len(months)} were asked.")
    for name in rules.order:
        for month in months:
            rules.on(name, month)


def _switches(rules: RuleSet, steady: Collection[str], given: Mapping[str, Leaf]) -> dict[str, Leaf]:
    """What the town chose for all months: truths and options, and numbers that are nothing."""
    return {name: given[name] for name, one in rules.parameters.items()
            if name in steady and (issubclass(one.kind, (Choice, Truth)) or not any(_numbers(given[name])))}  # fmt: skip


def _defaults(rules: RuleSet, absent: Collection[str]) -> dict[str, Leaf]:
    found = {name: rules.inputs[name].default for name in absent if name in rules.inputs}
    return {name: default for name, default in found.items() if default is not None}


def _given(rules: RuleSet, book: Book, months: Sequence[Month]) -> list[dict[str, Leaf]]:
    """Every parameter in every month; where no rule in force reads it, a value of another month, or zero, fills its place."""
    found = [parameter_values(rules, book, month) for month in months]
    other = {name: value for values in found for name, value in values.items()}
    return [
        {**{name: _nothing(parameter) for name, parameter in rules.parameters.items()}, **other, **values} for values in found
    ]


def _nothing(parameter: Parameter) -> Leaf:
    """What stands for a parameter that no rule in force reads."""
    zero = Fraction(0) if parameter.kind is Share else 0
    return (zero,) * len(parameter.options or ()) if isinstance(parameter.source, Mapping) else zero


def _numbers(value: Leaf) -> tuple[int | Fraction, ...]:
    return value if isinstance(value, tuple) else (value,)


def _denominator(name: str, given: Sequence[Mapping[str, Leaf]]) -> int:
    """A round common denominator of a share in all months (100, 1000, ...), or 0 for whole numbers."""
    values = [v for g in given for v in _numbers(g[name])]
    if not any(isinstance(v, Fraction) for v in values):
        return 0
    exact = lcm(*(Fraction(v).denominator for v in values))
    return next((d for d in (100, 1000, 10_000, 100_000) if d % exact == 0), exact)


def _interval(parameter: Parameter, given: Sequence[Mapping[str, Leaf]]) -> Interval:
    """Bounds of a parameter, widened to powers of two so that next year's numbers need no new kernel."""
    values = [v for g in given for v in _numbers(g[parameter.name])]
    if issubclass(parameter.kind, (Choice, Truth)):
        return 0, len(parameter.options or ()) - 1 if issubclass(parameter.kind, Choice) else 1
    top = max(values)
    if any(isinstance(v, Fraction) for v in values):
        widened = Fraction(1)
        while widened * Fraction(1, 2) >= top > 0:
            widened *= Fraction(1, 2)
        return 0, max(widened, top)
    low = min(values)
    return 1 << int(low).bit_length() - 1 if low > 0 else int(low), 1 << (int(top) - 1).bit_length() if top > 0 else 0


def _flat(value: Leaf, scale: int) -> list[int]:
    return [int(v * scale) if scale else int(v) for v in _numbers(value)]


def load(text: str, cache: Path | None) -> Callable[..., int]:
    """The kernel function of a source text; kept on disk under the hash of its text."""
    name = f"kernel_{hashlib.sha256((text + inspect.getsource(native)).encode()).hexdigest()[:20]}"
    if cache is None:
        namespace: dict[str, Any] = {"__name__": name}
        exec(compile(text, name, "exec"), namespace)  # noqa: S102 - our own generated text
        return namespace["kernel"]  # type: ignore[no-any-return]
    cache.mkdir(parents=True, exist_ok=True)
    file = cache / f"{name}.py"
    if not file.exists():
        draft = cache / f"{name}.{os.getpid()}"
        draft.write_text(text, encoding="utf-8")
        draft.replace(file)
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.kernel  # type: ignore[no-any-return]
