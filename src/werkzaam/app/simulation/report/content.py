# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The whole report of a relived experiment: what is right and what is not, the figures, the draw, the years, and the analysis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from werkzaam.app.experiment.report import content as technical
from werkzaam.app.experiment.report.model import Cell, Report, Section, Table
from werkzaam.app.simulation.relive import Relived, research
from werkzaam.app.simulation.relive_lives import SPAN, Lives
from werkzaam.app.simulation.relive_tests import GROUPS_OF_TEST, Outflow, outflow_tests
from werkzaam.app.simulation.relive_verdicts import means
from werkzaam.app.simulation.report import tables
from werkzaam.app.simulation.report.constraints import constraints
from werkzaam.app.simulation.report.figures import pictures
from werkzaam.app.simulation.report.words import WORDS
from werkzaam.experiment.words import number_text, p_text, whole_text
from werkzaam.simulation.assumption import Given, Origin
from werkzaam.simulation.people import Ints

MONTH = "yyyymm"
"""The unit of a number that is a month."""


def content(done: Relived, lang: str) -> Report:
    """The report in one language."""
    words, labels = WORDS[lang], arms_of(done, lang)
    said = {name: whole_text(number, lang) for name, number in done.people.items()} | {"trials": str(len(done.repeats))}
    inside = technical.report(done.found, lang)
    analysis = (one for one in inside.sections if one.id not in ("figures", "limits"))
    sections = (
        Section("about", words["about"], tuple(words[f"about_{at}"].format(**said) for at in range(1, 5)), box=True),
        tables.counts(done.rows, lang),
        Section("figures", words["figures"], pictures=pictures(means(done.repeats), len(done.repeats), labels, lang)),
        _tests(done, labels, lang), constraints(done, lang), *tables.spoken(done.rows, len(done.repeats), lang),
        tables.silent(done.rows, lang), tables.own_sums(lang), _draw(done, labels, lang), _years(done, lang),
        *(replace(one, title=words["analysis"].format(title=one.title)) for one in analysis),
        next(one for one in inside.sections if one.id == "limits"), *_numbers(done, lang),
        Section("can", words["limits"], tuple(words[f"limit_{at}"] for at in range(1, 5)), box=True),
    )  # fmt: skip
    under = words["under"].format(seed=done.asked.seed, town=said["town"])
    stamp = (words["synthetic"], words["stamp_seed"].format(seed=done.asked.seed, **said), *inside.stamp)
    return Report(lang, words["title"], under, sections, stamp, inside.run)


def arms_of(done: Relived, lang: str) -> Mapping[str, str]:
    """What each arm is called."""
    return {arm.id: getattr(arm.label, lang) for arm in done.held.design.arms}


def _tests(done: Relived, labels: Mapping[str, str], lang: str) -> Section:
    """The printed outflow under the same test with every number of people that may have been meant (A-81)."""
    words = WORDS[lang]
    body = tuple(_test(one, labels, lang) for one in outflow_tests(done))
    head = tuple(words[f"tests_{name}"] for name in ("who", "pair", "printed", "here", "found"))
    said = words["tests_said"].format(panel=number_text(research([done.trial]), lang, 0))
    return Section("tests", words["tests"], (said,), (Table("tests", words["tests_table"], head, body, words["tests_note"]),))


def _test(one: Outflow, labels: Mapping[str, str], lang: str) -> tuple[Cell, ...]:
    words, handle = WORDS[lang], f"tests/{one.who}/{one.pair[0]}-{one.pair[1]}"
    assert one.who in GROUPS_OF_TEST
    found = "" if one.found is None else f"{one.found} / {one.repeats}"
    here = f"{number_text(one.here.difference, lang)}, p {p_text(one.here.p, lang)}"
    numbers = (("printed", p_text(one.printed.p, lang)), ("here", here), ("found", found))
    cells = (Cell(text, f"{handle}/{name}" if text else "") for name, text in numbers)
    return Cell(f"{words[one.who]}, {whole_text(one.people, lang)}"), Cell(" − ".join(labels[arm] for arm in one.pair)), *cells


def _draw(done: Relived, labels: Mapping[str, str], lang: str) -> Section:
    words, held = WORDS[lang], done.held
    totals = " · ".join(f"{name} {whole_text(held.result.totals[arm], lang)}" for arm, name in labels.items())
    facts = ((words["arms"], totals), (words["surveyed"], whole_text(held.result.surveyed, lang)),
             (words["strata"], whole_text(len(held.grouping.strata), lang)), (words["promise"], held.promise.digest.hex()),
             (words["seed_of"], held.result.seed.hex()))  # fmt: skip
    body = tuple((Cell(name), Cell(value, f"draw/{at}")) for at, (name, value) in enumerate(facts))
    numbers = {"enrolled": done.people["enrolled"], "receipts": len(held.pids), "checks": sum(held.checked.values())}
    said = tuple(words[f"draw_{at}"].format(**{name: whole_text(one, lang) for name, one in numbers.items()}) for at in (1, 2, 3))
    return Section("draw", words["draw"], said, (Table("draw", words["draw_table"], (words["fact"], words["value"]), body),))


def _years(done: Relived, lang: str) -> Section:
    words = WORDS[lang]
    both = {"takes_part": done.takes_part, "outside": done.outside}
    return Section(
        "years", words["years"], (words["years_said"],), tuple(_of_years(name, one, lang) for name, one in both.items())
    )


def _of_years(name: str, lived: Lives, lang: str) -> Table:
    words, years = WORDS[lang], sorted({month.year for month in SPAN})
    columns = ("on", "works", "corrected", "claims", "below", "premium", "contacts")

    def cell(year: int, column: str) -> Cell:
        months: Ints = lived.sums[column][[at for at, month in enumerate(SPAN) if month.year == year]]
        number = (
            int(np.rint(months.mean())) if column in ("on", "works") else int(months.sum()) // (100 if column == "premium" else 1)
        )
        return Cell(whole_text(number, lang), f"years/{name}/{year}/{column}")

    body = tuple((Cell(str(year)), *(cell(year, column) for column in columns)) for year in years)
    title = words["years_table"].format(name=words[name])
    return Table(f"years-{name}", title, (words["year"], *(words[column] for column in columns)), body)


def _numbers(done: Relived, lang: str) -> Iterator[Section]:
    """What the simulation read: published, assumed and fitted apart."""
    words = WORDS[lang]
    head = (words["name"], words["values"], words["reason"])
    found = tuple(
        Table(f"numbers-{origin.value}", words[f"origin_{origin.value}"], head,
              tuple(_number(one, lang) for one in done.given.by_origin(origin)))
        for origin in Origin
    )  # fmt: skip
    yield Section("numbers", words["numbers"], (words["numbers_said"],), found)


def _number(one: Given, lang: str) -> tuple[Cell, ...]:
    values = ", ".join(str(value) if one.unit == MONTH else whole_text(value, lang) for value in one.values)
    why = one.why_nl if lang == "nl" else one.why_en
    return Cell(one.name), Cell(f"{values} {one.unit}".strip(), f"numbers/{one.name}"), Cell(why or ", ".join(one.rows))
