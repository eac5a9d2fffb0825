# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The main job on real input, from beginning to end: published examples, one household's year, a whole town."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from werkzaam.app.cache import kernels
from werkzaam.app.cases import read_case
from werkzaam.app.month_page import MonthPage, month_pages
from werkzaam.app.pictures import bands, stacked, table
from werkzaam.app.published import WorkedExample, worked_examples
from werkzaam.app.settle import Settled, absent_from, kernel_for, settle_files
from werkzaam.core.money import format_euro
from werkzaam.core.months import Span
from werkzaam.engine.rule import HUISHOUDEN
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.rules.book import book_of
from werkzaam.simulation.population import Town, populate

YEAR = Span.parse("2018-01", "2018-12")
CASE = Path(__file__).with_name("examples").joinpath("samira_2018.toml")
SEED, TOWN = 7, Town()
WAGES_SHOWN = 1_300_00
"""The picture ends a little above the norm of a single person, in cents."""


@dataclass(frozen=True)
class TownRun:
    """What settling the synthetic town gave: the numbers, how long each part took, and the picture with its table."""

    done: Settled
    households: int
    compile_seconds: float
    settle_seconds: float
    pictures: list[Path]
    table: str


def examples() -> Iterator[str]:
    """Each published worked example beside its source: what it says, and what the rules give."""
    for example in worked_examples():
        yield from _example(example)


def _example(example: WorkedExample) -> Iterator[str]:
    for stated, outcome in example.outcomes():
        verdict = "agrees" if outcome.agrees else "DIFFERS"
        whose = "published" if stated else "expected"
        yield f"  {example.id}  {verdict:<9}  {outcome.what}: {whose} {outcome.expected}, computed {outcome.found}"
    for cents, why in example.not_followed.items():
        yield f"  {example.id}  not ours   published {format_euro(cents)}: {why}"
    if example.remains:
        yield f"  {example.id}  besides    {example.remains}"
    yield f"       source: {example.source}"


def year() -> tuple[str, tuple[MonthPage, ...]]:
    """One household's year: the title of its case, and a page for each month."""
    case = read_case(CASE)
    return case.title, month_pages(case, "nl")


def town(out: Path, started: Callable[[int], object], progress: Callable[[int], object], plan: Town) -> TownRun:
    """Settle a synthetic town for a year and draw what people keep of their work."""
    facts, regime = read_facts(), read_regime("amsterdam_2018")
    tables = populate(plan, YEAR, np.random.default_rng(SEED))
    files = []
    for level, rows in tables.items():
        files.append(out.joinpath(f"town.{level.name.lower()}.parquet"))
        pq.write_table(rows, files[-1])
    began = time.perf_counter()
    kernel = kernel_for(regime, facts, kernels(), absent_from(files))
    kernel.warm()
    compiled = time.perf_counter()
    started(sum(1 for _ in YEAR) * plan.households)
    done = settle_files(files, out.joinpath("settled.parquet"), kernel, book_of(facts, regime), progress=progress)
    ended = time.perf_counter()
    pictures, text = _picture(out, tables[HUISHOUDEN].column("leefvorm"))
    return TownRun(done, plan.households, compiled - began, ended - compiled, pictures, text)


def _picture(out: Path, leefvorm: pa.ChunkedArray) -> tuple[list[Path], str]:
    """Single people who work, by wages: what wages, bijstand and premium are together."""
    names = ["lonen", "bijstand", "premie_erbij"]
    settled = pq.read_table(out.joinpath("settled.parquet"), columns=names)
    alone = pc.equal(leefvorm, "alleenstaande")  # The town is sorted, so that its rows kept their place.
    settled = settled.filter(alone).drop_null()
    lonen, bijstand, premie = (settled.column(name).to_numpy() for name in names)
    shown = (lonen > 0) & (lonen < WAGES_SHOWN)
    band = bands(lonen[shown], {"loon": lonen[shown], "bijstand": bijstand[shown], "premie": premie[shown]})
    files = stacked(
        band, "Tot aan de norm levert meer werk alleen de premie op",
        "Verzonnen alleenstaanden onder amsterdam_2018, gemiddeld per maand en per 100 euro loon; bijstand met vakantietoeslag.",
        "nettoloon, euro per maand", "euro per maand", out.joinpath("keep"),
    )  # fmt: skip
    return files, table(band, ("wages from", "months", "wages", "bijstand", "premium", "together"))
