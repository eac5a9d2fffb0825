# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of a household as a case: the rows that were recorded, as far as they were known at some event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from werkzaam.app.case import Case
from werkzaam.app.cases import case_of
from werkzaam.app.changing import Course, later, read_course
from werkzaam.app.household import read_persons
from werkzaam.app.ledger.body import Row
from werkzaam.app.rows import Document
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month, Span
from werkzaam.facts.book import Facts
from werkzaam.regime.regime import Regime, Timeline

TABLES = {"wage": "loon", "correction": "loon", "income": "inkomen", "estimate": "schatting", "gift": "giften"}
"""The table of a case file that a kind of fact is a row of."""
CHANGE, WHOLE_MONTH = "gezin", "hele_maand"
"""The `soort` of an arrangement that says who comes, leaves or dies, and of one that says how a part month counts."""
HOLIDAY_FOR_CLAIM = "vakantietoeslag_voor_vordering"
"""The `soort` of an arrangement by which somebody pays a claim from the holiday allowance of bijstand."""
OWN_REPORT = "opgave inwoner"
"""The source of a wage that the person reported themselves, or who acts for them."""
OWN_ERROR = "gemeente_hersteld"
"""The source of a row by which the municipality puts right what it recorded wrongly itself."""
WAGE_KEY = ("persoon", "baan", "gewerkt_van", "gewerkt_tot")
"""The keys of a row that make two reports be about the same wage."""
DATES = ("gewerkt_van", "gewerkt_tot", "betaald_op", "opgebouwd_van", "opgebouwd_tot", "ontvangen_op", "van", "tot", "op")
"""The keys of a row whose dates say which months it is about."""


@dataclass(frozen=True, slots=True)
class Known:
    """One recorded row: `hseq` is the event that made it known, `superseded` the one that took its place."""

    hseq: int
    kind: str
    row: Row
    recorded_at: str
    source: str
    superseded: int | None = None

    @property
    def wage_key(self) -> tuple[object, ...]:
        """What makes two reports be about the same wage: person, job and days."""
        return tuple(self.row.get(key) for key in WAGE_KEY)

    @property
    def by_employer(self) -> bool:
        """Whether it takes back a wage that was not earned, and no error of ours."""
        return self.kind == "withdrawal" and self.source != OWN_ERROR and "gewerkt_van" in self.row

    @property
    def months(self) -> tuple[Month, ...]:
        """The months its dates name, in order; none for what holds always."""
        days = [Month.of_day(self.row[key]) for key in DATES if isinstance(self.row.get(key), date)]
        named = [Month.parse(self.row["maand"])] if "maand" in self.row else []
        return tuple(sorted({*days, *named}))


@dataclass(frozen=True)
class HouseholdFile:
    """Everything that was recorded of a household, oldest first."""

    municipality: str
    household: int
    known: tuple[Known, ...]

    @cached_property
    def standing(self) -> tuple[Known, ...]:
        """The rows that nothing superseded."""
        return tuple(one for one in self.known if one.superseded is None and one.kind != "withdrawal" and one.row)

    @property
    def destroyed(self) -> bool:
        """Whether what was personal is gone, because its term is over."""
        return bool(self.known) and not any(one.row for one in self.known)

    def of(self, *kinds: str) -> Iterator[Known]:
        """The standing rows of some kinds, in the order in which they became known."""
        return (one for one in self.standing if one.kind in kinds)

    def not_earned(self) -> Iterator[Known]:
        """The wages that were taken back because they were not earned, as far as nothing was reported in their place."""
        standing = {one.wage_key for one in self.of("wage")}
        return (one for one in self.known if one.by_employer and one.wage_key not in standing)

    @cached_property
    def first_month(self) -> Month:
        """The month from which this household is settled."""
        return Month.parse(self._home["eerste_maand"])

    @cached_property
    def periods(self) -> tuple[tuple[Month, Month | None], ...]:
        """The periods with bijstand: as they were recorded, and no further than there is somebody whom it is about."""
        return tuple(self._until(self.recorded_periods)) if self.course.last else self.recorded_periods

    @cached_property
    def recorded_periods(self) -> tuple[tuple[Month, Month | None], ...]:
        """From the first month, ended and begun again as was recorded; no end means still."""
        found: list[tuple[Month, Month | None]] = [(self.first_month, None)]
        for one in self.of("arrangement"):
            first, last = found[-1]
            if one.row["soort"] == "einde_bijstand" and last is None:
                found[-1] = (first, Month.of_day(one.row["tot"]))
            elif one.row["soort"] == "herstart" and last is not None:
                found.append((Month.of_day(one.row["van"]), None))
        return tuple(found)

    @cached_property
    def ends(self) -> tuple[Month, ...]:
        """The last month of each period with bijstand that was recorded to end."""
        if not any(one.row["soort"] == "einde_bijstand" for one in self.of("arrangement")):
            return ()
        return tuple(end for _, end in self.recorded_periods if end is not None)

    @property
    def left(self) -> Month | None:
        """The last month with bijstand of who left and did not come back."""
        return self.recorded_periods[-1][1] if self.ends else None

    def _until(self, periods: Iterable[tuple[Month, Month | None]]) -> Iterator[tuple[Month, Month | None]]:
        """Periods as far as there is somebody whom the bijstand is about."""
        end = self.course.last
        assert end is not None
        for first, last in periods:
            if first <= end:
                yield first, end if last is None else min(last, end)

    @cached_property
    def course(self) -> Course:
        """How the household changes, as far as that was recorded."""
        if not any(one.row["soort"] in (CHANGE, WHOLE_MONTH) for one in self.of("arrangement")):
            return Course(frozenset())
        document = self._document(self.first_month, ())
        persons = read_persons(document, Span(self.first_month, self.first_month), later(document))
        return read_course(document, persons, str(self._home["huishouden"]["leefvorm"]))

    def settles(self, month: Month) -> bool:
        """Whether a month lies in a period with bijstand; one between two periods is never decided (decision 0090)."""
        return any(first <= month and (last is None or month <= last) for first, last in self.periods)

    @cached_property
    def part_months(self) -> dict[Month, str]:
        """The months with bijstand that wait for an officer because the household changes inside of them, each with why."""
        return {month: why for month, why in self.course.part.items() if self.settles(month)}

    @cached_property
    def contact(self) -> str:
        """Who answers questions."""
        return str(self._home["contactpersoon"])

    @cached_property
    def persons(self) -> dict[str, int]:
        """The number of each person by name."""
        return {str(row["naam"]): int(row["nummer"]) for row in self.person_rows}

    @cached_property
    def person_rows(self) -> tuple[Row, ...]:
        """The row of each person: those of the beginning, and who came with a change."""
        came = (row for one in self.of("arrangement") for row in one.row.get("personen", ()))
        return (*(one.row for one in self.of("person")), *came)

    @property
    def _home(self) -> Row:
        found = [one.row for one in self.of("household")]
        if self.destroyed:
            raise InputError(f"What was personal of household {self.household} was destroyed when its term was over. Whoever "
                             "asks for bijstand again is a new household, with a number of its own.")  # fmt: skip
        if len(found) != 1:
            raise InputError(f"Household {self.household} has {len(found)} standing rows of its home; one was expected. "
                             "Record it first, with `werkzaam record household`.")  # fmt: skip
        return found[0]

    def case(self, until: Month, facts: Facts, regime: Regime | Timeline, estimates: Sequence[Row] = ()) -> Case:
        """The case up to a month, or to the last month that money is reported for; `estimates` stand beside the recorded ones."""
        case = case_of(self._document(until, estimates), facts, regime, refuse_absent=False)
        outside = frozenset(month for month in case.span if not self.settles(month) or month in case.part)
        return replace(case, outside=outside) if outside else case

    def _document(self, until: Month, estimates: Sequence[Row]) -> Document:
        home = self._home
        last = max([until, *(month for one in self.of(*TABLES) for month in one.months)])
        tables: dict[str, Any] = {
            "titel": f"Huishouden {self.household}", "contactpersoon": self.contact,
            "eerste_maand": str(self.first_month), "laatste_maand": str(last), "huishouden": home["huishouden"],
        }  # fmt: skip
        if ends := [str(end) for _, end in self.recorded_periods if end is not None]:
            tables["huishouden"] = {**home["huishouden"], "laatste_maand_bijstand": ends}
        if "aannames" in home:
            tables["aannames"] = home["aannames"]
        tables["persoon"] = [{key: value for key, value in row.items() if key != "nummer"} for row in self.person_rows]
        for kind, table in ((CHANGE, "wijziging"), (WHOLE_MONTH, "hele_maand")):
            tables[table] = [{key: value for key, value in one.row.items() if key not in ("soort", "personen")}
                             for one in self.of("arrangement") if one.row["soort"] == kind]  # fmt: skip
        for kind, table in TABLES.items():
            tables.setdefault(table, []).extend(one.row for one in self.of(kind))
        tables["schatting"] = [*tables["schatting"], *estimates]
        return Document(f"household {self.household}", "", {name: rows for name, rows in tables.items() if rows != []})
