# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the wages and estimates of a case, each with the month it counts in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from werkzaam.app.case import EstimatedWage, Wage
from werkzaam.app.rows import Row, near
from werkzaam.core.errors import NotCovered, UnknownName
from werkzaam.core.months import Month, Span
from werkzaam.engine.rule import Input
from werkzaam.rules import RULES
from werkzaam.rules.schatting import Estimate, Methode, estimate

_METHODS = {method.name.lower(): method for method in Methode}


class EarningsReader:
    """Reads the rows of wages and estimates of these persons, in these months."""

    def __init__(self, names: Sequence[str], span: Span, *, by_work: bool) -> None:
        self.names, self.span, self.by_work = names, span, by_work

    def wages(self, rows: Iterable[Row]) -> tuple[Wage, ...]:
        """All wages, in an order that does not depend on that of the file."""
        return tuple(sorted(map(self._wage, rows), key=_in_order))

    def _wage(self, row: Row) -> Wage:
        """One wage, with the month it counts in."""
        row.only("persoon", "baan", "gewerkt_van", "gewerkt_tot", "betaald_op", "netto",
                 "vakantiegeld_opgebouwd", "vakantiegeld_uitbetaald", "bron", "correctie")  # fmt: skip
        worked = row.day("gewerkt_van"), row.day("gewerkt_tot")
        if worked[1] < worked[0]:
            row.refuse("gewerkt_tot", f"a last day of work on or after {worked[0]} was expected; found {worked[1]}.")
        paid_on, correction = row.day("betaald_op"), row.truth("correctie")
        month = self._month(row, worked, paid_on)
        return Wage(
            person=self._person(row), job=row.text("baan"), month=month,
            worked_from=worked[0], worked_to=worked[1], paid_on=paid_on,
            net=_amount(row, "netto", None, correction),
            holiday_built_up=_amount(row, "vakantiegeld_opgebouwd", "0", correction),
            holiday_paid_out=_amount(row, "vakantiegeld_uitbetaald", "0", correction),
            source=row.text("bron"), correction=correction,
        )  # fmt: skip

    def _person(self, row: Row) -> str:
        only = self.names[0] if len(self.names) == 1 else None
        found = row.text("persoon", only)
        if found not in self.names:
            row.refuse("persoon", f"nobody in this file is called {found!r}. {near(found, self.names)}", UnknownName)
        return found

    def _month(self, row: Row, worked: tuple[date, date], paid_on: date) -> Month:
        month, key = (Month.of_day(worked[0]), "gewerkt_van") if self.by_work else (Month.of_day(paid_on), "betaald_op")
        if self.by_work and Month.of_day(worked[1]) != month:
            raise NotCovered(
                f"{row.document.file}: loon {row.number}: worked from {worked[0]} to {worked[1]}, over two months or more. "
                "Wages count in the month of the work (art. 32(1) Participatiewet), and sharing four-weekly and weekly pay out "
                "over months comes with the next issue. Until then give each month its own [[loon]]."
            )
        self._inside(row, key, month)
        return month

    def _inside(self, row: Row, key: str, month: Month) -> None:
        if month not in self.span:
            row.refuse(key, f"it counts in {month}; the case runs from {self.span}. Leave the row out, or move eerste_maand "
                            "or laatste_maand.")  # fmt: skip

    def estimates(self, rows: Iterable[Row]) -> tuple[EstimatedWage, ...]:
        """All estimates, at most one for each job and month."""
        found: dict[tuple[str, str, Month], EstimatedWage] = {}
        for row in rows:
            one = self._estimate(row)
            place = (one.person, one.job, one.month)
            if place in found:
                row.refuse("maand", f"{one.job} has two estimates for {one.month}; keep one.")
            found[place] = one
        return tuple(found[place] for place in sorted(found))

    def _estimate(self, row: Row) -> EstimatedWage:
        row.only("persoon", "baan", "maand", "netto", "methode", "loonstroken")
        month = row.month("maand")
        self._inside(row, "maand", month)
        return EstimatedWage(self._person(row), row.text("baan"), month, _made(row))


def _amount(row: Row, key: str, default: str | None, correction: bool) -> int:
    cents = row.cents(key, default)
    if cents < 0 and not correction:
        row.refuse(key, "the amount is below zero. Only a correction of an earlier wage can be; if it is one, "
                        "write correctie = true in this row.")  # fmt: skip
    _within(row, key, cents, RULES.inputs["nettoloon"])
    return cents


def _made(row: Row) -> Estimate:
    """The estimate of a row: an agreed amount, or one made from payslips."""
    if "netto" not in row.values and "methode" not in row.values:
        row.refuse("", 'write netto = "..." for an agreed amount, or methode = "gemiddelde" with loonstroken = ["...", "..."].')
    method = _METHODS[row.option("methode", _METHODS, "vast_bedrag")]
    fixed = row.cents("netto") if "netto" in row.values else None
    slips = row.values.get("loonstroken", [])
    if not isinstance(slips, list):
        row.refuse("loonstroken", 'a list of amounts was expected, such as ["800.00", "956.00"].')
    cents = [row.euros("loonstroken", each) for each in slips]
    made = row.read("loonstroken" if slips else "methode", lambda: estimate(method, cents, fixed=fixed))
    _within(row, "netto", made.cents, RULES.inputs["geschat_nettoloon"])
    return made


def _within(row: Row, key: str, cents: int, bounds: Input) -> None:
    if not bounds.low <= cents <= bounds.high:
        row.refuse(key, f"more than {bounds.high // 100} euros in one month was found; are these cents? Write euros.")


def _in_order(wage: Wage) -> tuple[object, ...]:
    """A fixed order, so that the order in the file makes no difference."""
    return (wage.person, wage.job, wage.worked_from, wage.worked_to, wage.paid_on, wage.correction, wage.net,
            wage.holiday_built_up, wage.holiday_paid_out, wage.source)  # fmt: skip
