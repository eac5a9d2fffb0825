# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Settle tables of any size: read in chunks, computed by the kernel, written as Parquet, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from werkzaam.app.chunks import Part, chunks
from werkzaam.app.columns import Bad
from werkzaam.app.delivery import deliveries
from werkzaam.app.jobs_over_months import refuse_jobs_over_months
from werkzaam.app.law_words import file_words
from werkzaam.app.results import Results, Skipped
from werkzaam.app.same_person import refuse_other_persons
from werkzaam.app.tables import DERIVED, as_inputs, level_of
from werkzaam.core.errors import FactNotInForce, InputError, WerkzaamError
from werkzaam.core.months import Month
from werkzaam.engine.addresses import Array
from werkzaam.engine.batch import STATUS, RowErrors, compute, key_words, link, refuse
from werkzaam.engine.explain import parameter_values
from werkzaam.engine.kernel import Frame, Kernel, make
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Level
from werkzaam.facts.book import Facts
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules import RULES, rules_of
from werkzaam.rules.book import NORM, RuleBook, book_of, known_amounts
from werkzaam.rules.situatie import Leefvorm, Rol

CHUNK_BYTES = 150_000_000
"""How much the computed columns of one chunk may take; the chunk before it is being written meanwhile."""
MONTHS_TRIED = 240
HOUSEMATE, ENTITLED = list(Rol).index(Rol.HUISGENOOT), list(Rol).index(Rol.BIJSTAND)
SHOWN = 20
"""How many bad rows a message names; the report of skipped rows has them all."""
SUMS = ("lonen", "bijstand", "uit_te_betalen", "premie_erbij", "premie_op_rekening")
"""Amounts of which a run tells the sum."""


@dataclass
class Settled:
    """What a run did: household-months written, per status, and what was skipped."""

    rows: int = 0
    statuses: dict[str, int] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    sums: dict[str, int] = field(default_factory=dict)
    months: set[int] = field(default_factory=set)
    """Which months there were, as Month.index."""

    def count(self, table: pa.Table) -> None:
        """Add the household-months of a result."""
        status = table.column(STATUS).combine_chunks()
        counts = np.bincount(status.indices.to_numpy(), minlength=len(status.dictionary)).tolist()
        statuses = {name: count for name, count in zip(status.dictionary.to_pylist(), counts, strict=True) if count}
        sums = {name: pc.sum(table.column(name)).as_py() or 0 for name in SUMS}
        self.add(Settled(table.num_rows, statuses, sums=sums, months=set(table.column("maand").unique().to_pylist())))

    def add(self, other: Settled) -> None:
        """Add what another part of the run counted."""
        self.rows += other.rows
        self.months |= other.months
        for mine, more in ((self.statuses, other.statuses), (self.sums, other.sums)):
            for name, count in more.items():
                mine[name] = mine.get(name, 0) + count


class BadRows(InputError):
    """Rows that stopped a run; nothing was written."""

    def __init__(self, rows: Sequence[Skipped]) -> None:
        super().__init__(_message(rows))
        self.rows = rows


def kernel_for(
    regime: Regime | Timeline, facts: Facts, cache: Path | None, absent: Collection[str] = (), *,
    rechtsdatum: Month | None = None, bedragen_van: Month | None = None,
) -> Kernel:  # fmt: skip
    """The compiled rules for every month that the regime and the facts know, one after another.

    Inputs that are `absent` from the tables have their default for everybody; see `absent_from`. A pinned law date
    tries that law on every month of which the norms are known; see RuleBook.
    """
    book = book_of(facts, regime, rechtsdatum, known_amounts(facts, bedragen_van))
    rules = rules_of(rechtsdatum)
    try:
        months = known_months(book)
    except FactNotInForce as error:
        raise FactNotInForce(f"{error}{_other_date(book)}") from error
    return make(rules, rules.order, book, months, cache, absent)


def _other_date(book: RuleBook) -> str:
    """How to try a law of which the amounts are not known yet."""
    first, known = _first_month(book), book.facts.series(NORM)[-1].span.last
    if book.bedragen_van is not None or known is None or first <= known:
        return ""
    dates = f"--rechtsdatum {first} --bedragen-van {known}"
    return f" Or try its law with amounts that are known: {dates} (docs/explanation/law-date.md)."


def absent_from(files: Sequence[Path]) -> tuple[str, ...]:
    """The inputs that no delivered table has a column for, nor one that they are computed from, and that have a default."""
    columns = {name for some in deliveries(files).values() for opened in some for name in opened.schema.names}
    return tuple(name for name, one in RULES.inputs.items() if one.default is not None and DERIVED.get(name, name) not in columns)


def known_months(book: RuleBook) -> list[Month]:
    """The months in which every parameter is known, without a gap; from the regime's first, or the first with a norm.

    Amounts of another month are known for ever, so then it is MONTHS_TRIED of them.
    """
    found: list[Month] = []
    month = _first_month(book)
    while len(found) < MONTHS_TRIED:
        try:
            parameter_values(rules_of(book.rechtsdatum), book, month)
        except WerkzaamError:
            if found:
                return found
            raise
        found.append(month)
        month += 1
    return found


def _first_month(book: RuleBook) -> Month:
    """The regime's, or under a pinned law date the first with norms of its own, for that law is tried on months before it too."""
    regimes = book.regime.regimes if isinstance(book.regime, Timeline) else (book.regime,)
    if book.rechtsdatum is None:
        return regimes[0].span.first
    norms = book.facts.months(NORM)[0].first
    return norms if book.bedragen_van is None else min(norms, regimes[0].span.first)


def household_rows(files: Sequence[Path]) -> int | None:
    """How many household-months will come, as far as the files say so without being read."""
    found = 0
    for file in files:
        try:
            schema = pq.read_metadata(file)
        except (OSError, pa.ArrowInvalid):
            return None
        names = schema.schema.to_arrow_schema().names
        found += schema.num_rows if level_of(names) == HUISHOUDEN else 0
    return found or None


def settle_files(
    inputs: Sequence[Path], out: Path, kernel: Kernel, book: RuleBook, *,
    skip_bad: bool = False, progress: Callable[[int], object] = lambda rows: None, chunk_rows: int | None = None,
) -> Settled:  # fmt: skip
    """Write every named amount of every household, person and job beside each other.

    `out` gets the household-months; the persons and jobs get files beside it (`x.persoon.parquet`,
    `x.baan.parquet`). Memory stays bounded: there are as many rows in a chunk as its columns may take. Nothing is left
    behind when the run fails.
    """
    done = Settled()
    with Results(out, inputs, file_words(book)) as results, ThreadPoolExecutor(len(Level)) as pool:
        pending: list[Future[None]] = []
        for chunk in chunks(deliveries(inputs), chunk_rows or CHUNK_BYTES // kernel.bytes_of_a_row):
            tables, skipped = compute_chunk(kernel, book, _same_keys(chunk), skip_bad)
            done.skipped += skipped
            _finish(pending)
            pending = [pool.submit(results.write, level, table) for level, table in tables.items()]
            done.count(tables[HUISHOUDEN])
            progress(chunk[HUISHOUDEN].table.num_rows)
        _finish(pending)
        done.files = results.finish(done.skipped)
    return done


def _finish(pending: Sequence[Future[None]]) -> None:
    """Wait until the tables of a chunk are written; a failure of one is raised here."""
    for one in pending:
        one.result()


Tables = dict[Level, pa.Table]


def compute_chunk(
    kernel: Kernel, book: RuleBook, chunk: Mapping[Level, Part], skip_bad: bool, threads: int | None = None
) -> tuple[Tables, list[Skipped]]:
    """One chunk through the kernel; bad rows stop it (BadRows), or leave out their households when that was asked."""
    skipped: list[Skipped] = []
    while True:
        checked = {level: _checked(level, part) for level, part in chunk.items()}
        bad = [_skipped(chunk[level], one) for level, (_, some) in checked.items() for one in some]
        if not bad:
            try:
                return _linked(kernel, book, {level: table for level, (table, _) in checked.items()}, threads), skipped
            except RowErrors as error:
                bad = [_skipped(chunk[error.level], Bad(row, "", why)) for row, why in error.rows.items()]
        if not skip_bad:
            raise BadRows(bad)
        skipped += bad
        chunk = _without(chunk, bad)


def _checked(level: Level, part: Part) -> tuple[pa.Table, tuple[Bad, ...]]:
    try:
        checked = as_inputs(level, part.table)
    except InputError as error:  # A whole column cannot be read.
        raise InputError(str(error), file=part.segments[0].file) from error
    return checked.table, checked.bad


def _linked(kernel: Kernel, book: RuleBook, tables: Tables, threads: int | None) -> Tables:
    """Every output, after what only rows beside each other can show; raises RowErrors."""
    _refuse_unknown_months(kernel, book, tables[HUISHOUDEN])
    ordered, frame = link(kernel, tables)
    _refuse_wrong_persons(ordered[HUISHOUDEN], frame)
    _refuse_late_reserve(ordered[HUISHOUDEN], frame)
    refuse_other_persons(ordered[PERSOON], frame)
    refuse_jobs_over_months(ordered[BAAN], frame)
    return compute(kernel, ordered, frame, threads)


def _refuse_unknown_months(kernel: Kernel, book: RuleBook, table: pa.Table) -> None:
    """Months that the regime or the facts do not know, with their own words for it."""
    months = table.column("maand").to_numpy()
    rows = np.flatnonzero((months < kernel.first.index) | (months > kernel.last.index))
    if len(rows):
        why = {index: _why_unknown(kernel, book, Month(int(index))) for index in np.unique(months[rows])}
        raise RowErrors(HUISHOUDEN, {int(row): f"maand: {why[months[row]]}" for row in rows})


def _why_unknown(kernel: Kernel, book: RuleBook, month: Month) -> str:
    try:
        book.regime.at(book.rechtsdatum or month)
        parameter_values(rules_of(book.rechtsdatum), book, month)
    except WerkzaamError as error:
        return str(error)
    return f"{month} lies outside {kernel.first} to {kernel.last}."


def _refuse_wrong_persons(households: pa.Table, frame: Frame) -> None:
    """A couple is two persons beside housemates in each month, any other household one; a norm would be wrong otherwise."""
    found, entitled = _members(frame)
    couple = frame.inputs["leefvorm"] == list(Leefvorm).index(Leefvorm.GEHUWDEN)
    wanted = np.where(couple, 2, 1)
    words = [option.name.lower() for option in Leefvorm]
    numbered = households.append_column("gevonden", pa.array(found)).append_column("verwacht", pa.array(wanted))
    refuse(HUISHOUDEN, numbered, np.flatnonzero(found != wanted),
           lambda row: f"{key_words(row)} is {words[row['leefvorm']]}: {row['verwacht']} in the table per person was expected, "
                       f"housemates left out; found {row['gevonden']}.")  # fmt: skip
    refuse(
        HUISHOUDEN,
        households,
        np.flatnonzero(entitled == 0),
        lambda row: f"{key_words(row)} has nobody with a right to bijstand; at most one of a couple is partner_zonder_recht.",
    )


def _members(frame: Frame) -> tuple[Array, Array]:
    """How many persons each household row has beside housemates, and how many of those have a right to bijstand."""
    role, of = frame.inputs.get("rol"), frame.up[PERSOON]
    if role is None or not role.any():
        every = np.diff(frame.first[PERSOON])
        return every, every
    rows = frame.rows(HUISHOUDEN)
    members = np.bincount(of[role != HOUSEMATE], minlength=rows)
    return members, np.bincount(of[role == ENTITLED], minlength=rows)


def _refuse_late_reserve(households: pa.Table, frame: Frame) -> None:
    """A reserve is taken over once, in a household's first month; on a later row it would be paid again."""
    if "reserve_overgenomen" not in frame.inputs:
        return
    begins = np.diff(frame.household, prepend=-1) != 0
    refuse(HUISHOUDEN, households, np.flatnonzero((frame.inputs["reserve_overgenomen"] != 0) & ~begins),
           lambda row: f"{key_words(row)} has a reserve_overgenomen, and is not the first month of the household; "
                       "it belongs in the first month only.")  # fmt: skip


def _same_keys(chunk: Mapping[Level, Part]) -> Mapping[Level, Part]:
    """Household keys of one type on every level; numbers beside text become text."""
    if len({part.table.schema.field("huishouden").type for part in chunk.values() if part.table.num_rows}) == 1:
        kind = chunk[HUISHOUDEN].table.schema.field("huishouden").type
    else:
        kind = pa.string()
    found = {}
    for level, part in chunk.items():
        at = part.table.schema.get_field_index("huishouden")
        found[level] = Part(part.table.set_column(at, "huishouden", part.table.column(at).cast(kind)), part.segments)
    return found


def _skipped(part: Part, bad: Bad) -> Skipped:
    file, row = part.place(bad.row)
    household = part.table.column("huishouden")[bad.row].as_py()
    why = f"{bad.column}: {bad.why}" if bad.column else bad.why
    return Skipped(file, row, None if household is None else str(household), why)


def _without(chunk: Mapping[Level, Part], skipped: Sequence[Skipped]) -> dict[Level, Part]:
    """The chunk without these households and rows of no household; half a household would be a wrong sum."""
    gone = pa.array([*{one.household for one in skipped}, None], pa.string())
    return {level: part.keep(~pc.is_in(part.table.column("huishouden").cast(pa.string()), value_set=gone).to_numpy())
            for level, part in chunk.items()}  # fmt: skip


def _message(skipped: Sequence[Skipped]) -> str:
    lines = [f"{one.file}, row {one.row}: {one.why}" for one in skipped[:SHOWN]]
    more = [f"... and {len(skipped) - SHOWN} more."] if len(skipped) > SHOWN else []
    advice = "Mend what is wrong, or write the other households only with --skip-bad. Nothing was written."
    found = "1 bad row was found." if len(skipped) == 1 else f"{len(skipped)} bad rows were found."
    return "\n".join([found, *lines, *more, advice])
