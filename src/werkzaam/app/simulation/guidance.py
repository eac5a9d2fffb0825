# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The guidance of a relived Amsterdam: its norms, and its contacts and case managers beside the published numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from werkzaam.app import markdown
from werkzaam.core.errors import RegimeError
from werkzaam.core.months import Month, Span
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Timeline
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.guided import Norms
from werkzaam.simulation.norms import guidance_by_month, norms_of
from werkzaam.simulation.options import Review, review_of
from werkzaam.simulation.people import Truths
from werkzaam.simulation.record import Record

PARTS = ("ams_extra_attention", "ams_self_direction", "ams_comparison", "ams_comparison")
"""The part of guidance of each row: the three groups, and people outside the experiment."""
EXTRA, SELF, COMPARISON, OUTSIDE = range(4)
GROUPS = ("amsterdam_2018_extra_aandacht", "amsterdam_2018_zelfregie")
AFTER, REGULAR = "amsterdam_2021_na_experiment", "amsterdam_2018_regulier"
TEAM, ENDED = Month.of(2019, 1), Month.of(2021, 3)
"""When the team of the experiment began and when the experiment ended (A-12, A-17)."""
LAST_WAVE = Span(Month.of(2022, 2), Month.of(2022, 7))
REPRODUCED, NOT_REPRODUCED, NOT_REPRODUCIBLE = "reproduced", "not_reproduced", "not_reproducible"
GIVEN, FITTED, EMERGES = "given", "fitted", "emerges"
NAMES = {"nl": ("extra aandacht", "zelfregie", "vergelijking", "buiten het experiment"),
         "en": ("extra attention", "self-direction", "comparison", "outside the experiment")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A published number beside the relived one: `row` of the seed tables, how the number came about, the verdict and why.

    `published` is as printed or in words; `reproduced` None where the simulation has no such number.
    """

    row: str
    figure_nl: str
    figure_en: str
    published: str
    reproduced: Fraction | None
    how: str
    verdict: str
    reason_nl: str
    reason_en: str


def amsterdam_norms(given: Assumptions, span: Span, *, caseload: int | None = None) -> Norms:
    """The norms of the four rows of Amsterdam; raises MissingParameter.

    The two groups with other guidance fall under that of after the experiment from March 2021; for the comparison group and for
    people outside nothing changes, as their guidance says. Until somebody enters, guidance is that of people outside.
    """
    others = [guidance_by_month(Timeline([read_regime(one), read_regime(AFTER)]), span) for one in GROUPS]
    regular = [read_regime(REGULAR).guidance] * len(list(span))
    return norms_of(given, [*others, regular, regular], span, caseload=caseload, before=OUTSIDE)


def amsterdam_review(span: Span) -> Review:
    """The review of self-direction that its guidance recommends, until the experiment ended; who stops gets extra attention."""
    guidance = read_regime(GROUPS[SELF]).guidance
    if guidance is None:
        raise RegimeError(f"{GROUPS[SELF]} has no guidance; it needs {PARTS[SELF]} in uses.")
    return review_of(guidance, SELF, EXTRA, ENDED.index - 1 - span.first.index)


class Contacts:
    """The contacts and case managers of a record, of who entered the experiment and was on bijstand."""

    def __init__(self, record: Record, span: Span) -> None:
        self.record, self.months = record, list(span)
        entered = np.arange(len(self.months))[:, None] >= record.people.enters[None, :]
        self.there: Truths = entered & (record["on"] > 0)

    def a_year(self, row: int, first: Month, last: Month) -> Fraction | None:
        """Contacts a year and client of a row in some months, both included; None when nobody is there."""
        rows = self._between(first, last)
        there = self.there[rows] & (self.record.people.arm == row)[None, :]
        count = int(there.sum())
        return Fraction(12 * int(self.record["contacts"][rows][there].sum()), count) if count else None

    def highest(self, row: int) -> Fraction | None:
        """Contacts a year of the quarter with most."""
        quarters = [Month(at) for at in range(self.months[0].index, self.months[-1].index - 1, 3)]
        found = [self.a_year(row, one, Month(one.index + 2)) for one in quarters]
        return max((one for one in found if one is not None), default=None)

    def least(self, row: int, year: int) -> int | None:
        """The fewest contacts in a year of anybody who was there all of it."""
        rows = self._between(Month.of(year, 1), Month.of(year, 12))
        there = self.there[rows].all(axis=0) & (self.record.people.arm == row)
        return int(self.record["contacts"][rows].sum(axis=0)[there].min()) if there.any() else None

    def workers(self, row: int) -> tuple[Fraction, Fraction] | None:
        """The mean number of case managers from the start of the team to the end of the experiment, and the share with one.

        Of who was on bijstand in the last month; a case manager who comes back cannot be told from another one.
        """
        rows = self._between(TEAM, Month(ENDED.index - 1))
        there = self.there[rows.stop - 1] & (self.record.people.arm == row)
        if not there.any():
            return None
        managers = self.record["managers"]
        before = managers[rows.start - 1] if rows.start else 1
        had = (managers[rows.stop - 1] - before + 1)[there]
        return Fraction(int(had.sum()), len(had)), Fraction(int((had == 1).sum()), len(had))

    def _between(self, first: Month, last: Month) -> slice:
        start = self.months[0].index
        return slice(max(first.index - start, 0), last.index - start + 1)


def contacts_by_year(record: Record, span: Span) -> list[tuple[int, list[Fraction | None]]]:
    """Contacts a year and client of each row, per calendar year."""
    found = Contacts(record, span)
    years = sorted({month.year for month in span})
    return [(year, [found.a_year(row, Month.of(year, 1), Month.of(year, 12)) for row in range(len(PARTS))]) for year in years]


def text_of(record: Record, span: Span, figures: Sequence[Figure], lang: str) -> Iterator[str]:
    """Contacts per year, and the published numbers beside the relived ones, as Markdown."""
    nl = lang == "nl"
    yield from markdown.table(["jaar" if nl else "year", *NAMES[lang]],
                              ([str(year), *map(shown, values)] for year, values in contacts_by_year(record, span)))  # fmt: skip
    yield ""
    heads = (["cijfer", "gepubliceerd", "hier", "herkomst", "oordeel", "waarom"] if nl
             else ["figure", "published", "here", "how", "verdict", "why"])  # fmt: skip
    yield from markdown.table(heads, ([one.figure_nl if nl else one.figure_en, one.published, shown(one.reproduced),
                                       _word(one.how, lang), _word(one.verdict, lang), one.reason_nl if nl else one.reason_en]
                                      for one in figures))  # fmt: skip


_DUTCH = {GIVEN: "ingevoerd", FITTED: "passend gemaakt", EMERGES: "komt eruit", REPRODUCED: "gelijk",
          NOT_REPRODUCED: "niet gelijk", NOT_REPRODUCIBLE: "niet na te doen"}  # fmt: skip


def _word(code: str, lang: str) -> str:
    return _DUTCH[code] if lang == "nl" else code.replace("_", " ")


def shown(value: Fraction | None) -> str:
    """A number with two decimals, half away from zero; a dash for none."""
    if value is None:
        return "-"
    cents = int(value * 200 + 1) // 2
    return f"{cents // 100}.{cents % 100:02}"
