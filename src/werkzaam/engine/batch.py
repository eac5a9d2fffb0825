# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Arrow tables in, Arrow tables out: rows linked across levels and months, and run through a kernel.

A table holds its keys (huishouden, maand as Month.index, persoon, baan) and the inputs of its level as
whole numbers without nulls; an input with a default may be left out. Results carry a status per
household-month: what a rule refused to compute is null and says so, instead of stopping everybody else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numba import njit

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.engine.addresses import Array
from werkzaam.engine.batch_columns import numbers, plain, truths, words
from werkzaam.engine.batch_returns import carried_late, counted_before, of_households, rows_before
from werkzaam.engine.bounds import CHILDREN_MAX
from werkzaam.engine.formula import Truth
from werkzaam.engine.kernel import Frame, Kernel
from werkzaam.engine.memory import LAST_SEEN
from werkzaam.engine.rule import BEFORE, HUISHOUDEN, Level, Rule

KEYS: Mapping[Level, tuple[str, ...]] = {
    Level.HUISHOUDEN: ("huishouden", "maand"),
    Level.PERSOON: ("huishouden", "maand", "persoon"),
    Level.BAAN: ("huishouden", "maand", "persoon", "baan"),
}
STATUS = "berekening"
"""The column that says of a household-month whether it was computed, or which refusal holds."""
ROW = "rij"
"""Where a row stood in its delivered table, from 0."""
COMPUTED = "berekend"


class RowErrors(Exception):
    """Rows that cannot be placed or computed: which table, and for each row, as delivered and from 0, why."""

    def __init__(self, level: Level, rows: Mapping[int, str]) -> None:
        self.level, self.rows = level, rows
        super().__init__("; ".join(f"{level.name.lower()} table, row {row + 1}: {why}" for row, why in rows.items()))


def settle(kernel: Kernel, tables: Mapping[Level, pa.Table], threads: int | None = None) -> dict[Level, pa.Table]:
    """Every output of the kernel per level, with keys and status; raises RowErrors."""
    return compute(kernel, *link(kernel, tables), threads=threads)


def compute(kernel: Kernel, tables: Mapping[Level, pa.Table], frame: Frame, threads: int | None = None) -> dict[Level, pa.Table]:
    """Every output of the kernel for tables that were linked; raises RowErrors for who returns with something counted."""
    out = kernel.run(frame, threads=threads)
    for level in frame.returns:
        rows, what = counted_before(kernel, frame, out, level)
        seen = plain(tables[level].column("maand"))[frame.back[level][rows]]
        _refuse_returns(level, tables[level], rows, what, seen)
    refused = _refused(kernel, frame, out)
    return {level: _table(kernel, frame, tables[level], level, out, refused) for level in kernel.levels}


# -- linking rows ---------------------------------------------------------------------------------------


def link(kernel: Kernel, tables: Mapping[Level, pa.Table]) -> tuple[dict[Level, pa.Table], Frame]:
    """Tables in the order of the kernel, and the frame that links their rows; column ROW says where a row stood."""
    levels = kernel.levels
    _refuse_unread(kernel, tables)
    ordered: dict[Level, pa.Table] = {HUISHOUDEN: _sorted_households(_with_rows(tables[HUISHOUDEN]))}
    households, place = _households(ordered[HUISHOUDEN])
    first: dict[Level, Array] = {}
    up: dict[Level, Array] = {}
    back: dict[Level, Array] = {}
    returns: dict[Level, Array] = {}
    known = _months(ordered[HUISHOUDEN])
    before = of_households(households)
    spot = _Spots.of(households, known)
    for level in levels[1:]:
        table, rows = _sorted_rows(level, _with_rows(tables[level]), place, spot, ordered, first)
        ordered[level], up[level] = table, rows.astype(np.int32)
        above = ordered[Level(level - 1)].num_rows
        first[level] = np.append(0, np.cumsum(np.bincount(rows, minlength=above))).astype(np.int32)
        _refuse_twice(level, table, rows)
        _refuse_many(level, table, first[level])
        before = rows_before(first[level], up[level], *before, _codes(table.column(KEYS[level][-1])))
        back[level], returns[level] = before[0], np.flatnonzero(before[1])
    frame = Frame(households, known, _inputs(kernel, ordered), first, up, back, returns)
    for level in levels[1:]:
        _refuse_returns(level, ordered[level], *carried_late(kernel, frame, level))
    return ordered, frame


def _sorted_rows(level: Level, table: pa.Table, place: pa.Array, spot: _Spots, ordered: Mapping[Level, pa.Table],
                 first: Mapping[Level, Array]) -> tuple[pa.Table, Array]:  # fmt: skip
    """Rows grouped by the row of their parent, and that row of each."""
    rows = _parents(level, table, place, spot, ordered, first)
    if np.any(rows[1:] < rows[:-1]):
        order = np.argsort(rows, kind="stable")
        table, rows = table.take(numbers(order)), rows[order]
    return table, rows


def _with_rows(table: pa.Table) -> pa.Table:
    """The table with the number of each row, so that a message names the row that was delivered."""
    return table.append_column(ROW, numbers(np.arange(table.num_rows, dtype=np.int32)))


def refuse(level: Level, table: pa.Table, at: Array, why: Callable[[Mapping[str, Any]], str]) -> None:
    """Raise RowErrors for these rows of a table with a column ROW, if any; `why` gets the cells of a row."""
    if len(at):
        found = table.take(pa.array(at)).to_pylist()
        raise RowErrors(level, {row[ROW]: why(row) for row in found})


def key_words(row: Mapping[str, Any]) -> str:
    """The keys of a row in words: `huishouden 7, 2018-03, persoon p0`."""
    keys = (key for key in KEYS[Level.BAAN] if key in row)
    return ", ".join(str(Month(row[key])) if key == "maand" else f"{key} {row[key]}" for key in keys)


def _sorted_households(table: pa.Table) -> pa.Table:
    """Household rows grouped per household, months in order; sorted when they are not."""
    codes, months = _runs(table.column("huishouden")), _months(table)
    grouped = len(codes) == 0 or codes[-1] + 1 == pc.count_distinct(table.column("huishouden")).as_py()
    steps = np.diff(codes) == 0
    if grouped and not np.any(np.diff(months)[steps] <= 0):
        return table
    table = table.sort_by([("huishouden", "ascending"), ("maand", "ascending"), (ROW, "ascending")])
    codes, months = _runs(table.column("huishouden")), _months(table)
    twice = np.flatnonzero((np.diff(codes) == 0) & (np.diff(months) == 0)) + 1
    refuse(HUISHOUDEN, table, twice, lambda row: f"{key_words(row)} stands twice; one row per household and month was expected.")
    return table


def _runs(column: pa.ChunkedArray) -> Array:
    """Number of the run of equal values that each row is in."""
    values = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if len(values) == 0:
        return np.zeros(0, np.int32)
    change = truths(pc.not_equal(values.slice(1), values.slice(0, len(values) - 1)))
    return np.concatenate([[0], np.cumsum(change)]).astype(np.int32)


def _households(table: pa.Table) -> tuple[Array, pa.Array]:
    """The number of each row's household, and the household keys in that order."""
    column = table.column("huishouden").combine_chunks()
    codes = _runs(column)
    starts = np.flatnonzero(np.diff(codes, prepend=-1))
    months = _months(table)
    gap = np.flatnonzero((np.diff(codes) == 0) & (np.diff(months) != 1)) + 1
    refuse(HUISHOUDEN, table, gap, lambda row: f"{key_words(row)} follows after a missing month; add {Month(row['maand'] - 1)}, "
                                               "or give what comes after the gap as another household.")  # fmt: skip
    return codes, column.take(numbers(starts))


def _months(table: pa.Table) -> Array:
    months: Array = plain(table.column("maand")).astype(np.int16)
    return months


def _codes(column: pa.ChunkedArray) -> Array:
    """A small number per distinct value."""
    if pa.types.is_dictionary(column.type):
        chunks = column.unify_dictionaries().chunks
        return np.concatenate([plain(c.indices) for c in chunks] or [np.zeros(0)]).astype(np.int32)
    codes: Array = plain(column.combine_chunks().dictionary_encode().indices).astype(np.int32)
    return codes


@dataclass(frozen=True)
class _Spots:
    """Where the row of a household and month is: the first row of each household and its first month."""

    row: Array
    month: Array
    length: Array

    @classmethod
    def of(cls, households: Array, months: Array) -> _Spots:
        starts = np.flatnonzero(np.diff(households, prepend=-1))
        return cls(starts, months[starts].astype(np.int64), np.diff(np.append(starts, len(households))))


def _parents(level: Level, table: pa.Table, place: pa.Array, spot: _Spots, ordered: Mapping[Level, pa.Table],
             first: Mapping[Level, Array]) -> Array:  # fmt: skip
    """The row of the parent of each row; raises RowErrors for rows without one."""
    number = pc.index_in(table.column("huishouden").combine_chunks(), value_set=place)
    _refuse_orphans(level, table, truths(number.is_null()), "row in the table per household")
    household = plain(number).astype(np.int64)
    step = plain(table.column("maand")).astype(np.int64) - spot.month[household]
    _refuse_orphans(level, table, (step < 0) | (step >= spot.length[household]), "row in the table per household for this month")
    rows: Array = spot.row[household] + step
    if level == Level.PERSOON:
        return rows
    have, wanted = _same_codes(ordered[Level.PERSOON].column("persoon"), table.column("persoon"))
    found: Array = _find(first[Level.PERSOON], rows, have, wanted)
    _refuse_orphans(level, table, found < 0, "row in the table per person")
    return found


def _same_codes(one: pa.ChunkedArray, other: pa.ChunkedArray) -> tuple[Array, Array]:
    """Numbers per distinct value that mean the same in both columns."""
    kinds = {column.type.value_type if pa.types.is_dictionary(column.type) else column.type for column in (one, other)}
    kind = kinds.pop() if len(kinds) == 1 else pa.string()
    both = pa.chunked_array([*one.cast(kind).chunks, *other.cast(kind).chunks], kind)
    codes = _codes(both).astype(np.int64)
    return codes[: len(one)], codes[len(one) :]


def _refuse_orphans(level: Level, table: pa.Table, missing: Array, what: str) -> None:
    refuse(level, table, np.flatnonzero(missing),
           lambda row: f"{key_words(row)} has no {what}; add that, or remove this row.")  # fmt: skip


def _refuse_twice(level: Level, table: pa.Table, parents: Array) -> None:
    key = KEYS[level][-1]
    codes = _codes(table.column(key)).astype(np.int64)
    whole = parents.astype(np.int64) * (int(codes.max(initial=0)) + 1) + codes
    order = np.argsort(whole, kind="stable") if np.any(np.diff(whole) <= 0) else np.arange(0)
    twice = order[np.flatnonzero(np.diff(whole[order]) == 0) + 1] if len(order) else order
    refuse(level, table, twice, lambda row: f"{key_words(row)} stands twice; one row per {key} and month was expected.")


def _refuse_many(level: Level, table: pa.Table, first: Array) -> None:
    """More rows below one row than the bounds of the rules were proven for."""
    key, most = KEYS[level][-1], CHILDREN_MAX[level]
    beyond = first[:-1][np.diff(first) > most] + most
    refuse(level, table, beyond, lambda row: f"{key_words(row)} is number {most + 1}; at most {most} times {key} was expected.")


def _refuse_unread(kernel: Kernel, tables: Mapping[Level, pa.Table]) -> None:
    """State that the kernel would not read, and state of who was away when it was left."""
    for level, name in ((level, name) for level, table in tables.items() for name in table.column_names):
        if name == BEFORE + LAST_SEEN:
            at = np.flatnonzero(plain(tables[level].column(name)))
            _refuse_returns(level, _with_rows(tables[level]), at, np.full(len(at), "something", object))
        elif name.startswith(BEFORE) and (name not in kernel.rules.inputs or kernel.rules.level(name) != level):
            raise InputError(f"The table per {level.name.lower()} has a column {name}, which is not read there; make the kernel "
                             "with carried=True, and give each level the state of its own rules.")  # fmt: skip


def _refuse_returns(level: Level, table: pa.Table, rows: Array, what: Array, seen: Array | None = None) -> None:
    """Rows that return after missing months, with what was counted before; `seen` is the month of the last row of each."""
    if not len(rows):
        return
    key = KEYS[level][-1]
    found = table.take(pa.array(rows)).append_column("onthouden", pa.array(what, pa.string()))
    found = found.append_column("gezien", pa.array(np.full(len(rows), -1) if seen is None else seen))
    refuse(level, found, np.arange(len(rows)),
           lambda row: f"{key_words(row)} returns after missing months{_missing(row)}, and {row['onthouden']} was counted "
                       "before; deliver a row with zeros for each missing month (the same keys, every amount 0), or give it "
                       f"another {key} from here on.")  # fmt: skip


def _missing(row: Mapping[str, Any]) -> str:
    """The months without a row, where the last row is known."""
    if row["gezien"] < 0:
        return ""
    first, last = Month(row["gezien"]) + 1, Month(row["maand"]) - 1
    return f" ({first})" if first == last else f" ({first} to {last})"


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _find(first: Array, rows: Array, have: Array, wanted: Array) -> Array:  # pragma: no cover - compiled
    """For each row the child of its household row that has the wanted person, or -1."""
    found = np.full(len(rows), -1, np.int64)
    for i in range(len(rows)):
        for child in range(first[rows[i]], first[rows[i] + 1]):
            if have[child] == wanted[i]:
                found[i] = child
                break
    return found


def _inputs(kernel: Kernel, tables: Mapping[Level, pa.Table]) -> dict[str, Array]:
    """Every input as a column; those that were not delivered share one column of their default."""
    found: dict[str, Array] = {}
    shared: dict[tuple[Level, Any, int], Array] = {}
    for name in kernel.inputs:
        one = kernel.rules.inputs[name]
        if name in tables[one.level].column_names or one.default is None:
            found[name] = _column(kernel, tables, name)
            continue
        key = (one.level, kernel.dtype(name), one.default)
        if key not in shared:
            shared[key] = np.full(tables[one.level].num_rows, one.default, kernel.dtype(name))
        found[name] = shared[key]
    return found


def _column(kernel: Kernel, tables: Mapping[Level, pa.Table], name: str) -> Array:
    one = kernel.rules.inputs[name]
    values = plain(tables[one.level].column(name))
    if len(values) and not one.low <= values.min() <= values.max() <= one.high:
        refuse(one.level, tables[one.level], np.flatnonzero((values < one.low) | (values > one.high)),
               lambda row: f"{name} is {row[name]}; {one.low} to {one.high} was expected.")  # fmt: skip
    found: Array = values.astype(kernel.dtype(name), copy=False)
    return found


# -- results ----------------------------------------------------------------------------------------------


def _refused(kernel: Kernel, frame: Frame, out: Mapping[str, Array]) -> Array:
    """Per household row the number of the refusal that holds, or 0."""
    status = np.zeros(frame.rows(HUISHOUDEN), np.int8)
    rules = kernel.rules
    for number, name in enumerate(rules.refusals, start=1):
        rows = np.flatnonzero(out[name]) if kernel.folded.constants.get(name) is None else np.arange(0)
        for level in range(rules.level(name), 0, -1):
            rows = frame.up[Level(level)][rows]
        status[rows] = np.where(status[rows] == 0, number, status[rows])
    return status


def _table(kernel: Kernel, frame: Frame, table: pa.Table, level: Level, out: Mapping[str, Array], refused: Array) -> pa.Table:
    rules = kernel.rules
    status = refused
    for k in range(1, level + 1):
        status = status[frame.up[Level(k)]]
    valid = pa.py_buffer(np.packbits(status == 0, bitorder="little")) if status.any() else None
    columns: dict[str, Any] = {key: table.column(key) for key in KEYS[level]}
    names = [COMPUTED, *(f"{name} ({rules.rules[name][0].law})" for name in rules.refusals)]
    columns[STATUS] = pa.DictionaryArray.from_arrays(numbers(status), words(names))
    for name in kernel.outputs:
        if rules.level(name) == level and name not in rules.refusals:
            columns[name] = _shown(rules.rules[name][0], _nullable(out[name], valid))
    return pa.table(columns)


def _nullable(values: Array, valid: pa.Buffer | None) -> pa.Array:
    """A column, of which only one value for all rows is copied; where a bit of `valid` is off, nothing was computed."""
    whole = numbers(values)
    return whole if valid is None else pa.Array.from_buffers(whole.type, len(values), [valid, whole.buffers()[1]])


def _shown(rule: Rule, values: pa.Array) -> pa.Array:
    """Options by name and truths as booleans; numbers as they are."""
    if rule.kind is Truth:
        return values.cast(pa.bool_())
    if rule.options is not None:
        return pa.DictionaryArray.from_arrays(values, words([option.name.lower() for option in rule.options]))
    return values
