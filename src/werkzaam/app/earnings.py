# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the rows of wages and estimates of a case, each value strictly; placement.py gives them their months."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from werkzaam.app.payslip import EstimatedWage, Payslip, Record
from werkzaam.app.rows import Row, near
from werkzaam.core.errors import UnknownName
from werkzaam.core.months import Month, Span
from werkzaam.rules.loontijdvak import FOUR_WEEKS, WEEK, Tijdvak, days_in, tijdvak_of
from werkzaam.rules.schatting import Estimate, Methode, estimate
from werkzaam.rules.situatie import LOON_HOOGST, Loonsoort

_METHODS = {method.name.lower(): method for method in Methode}
_PERIODS = {period.name.lower(): period for period in Tijdvak}
KINDS = {kind.name.lower(): number for number, kind in enumerate(Loonsoort)}
_AMOUNTS = ("vakantiegeld_opgebouwd", "vakantiegeld_uitbetaald", "eindejaarsuitkering_opgebouwd",
            "eindejaarsuitkering_uitbetaald", "gemiste_heffingskorting")  # fmt: skip
_RETURNED = ("loon_voor_heffing", "ingehouden_loonheffing", "ingehouden_zvw", "voordeel_auto", "voordeel_vrijgesteld")
_KEYS = ("persoon", "baan", "gewerkt_van", "gewerkt_tot", "betaald_op", "bekend_op", "tijdvak", "loonsoort", "netto", "bruto",
         "heffingskorting_toegepast", *_AMOUNTS, "vakantiegeld_eerder_opgebouwd", "opgebouwd_van", "opgebouwd_tot",
         "reiskosten_onbelast", "uren", "loonaangifte", "bron", "correctie")  # fmt: skip
_HOURS = re.compile(r"([0-9]{1,3})(?::([0-5][0-9]))?")
LONGEST = 366
"""More days than this in one pay period are taken for a mistake in a year."""
AHEAD = 31
"""Days that wages may be paid before the work begins."""


@dataclass(frozen=True)
class People:
    """Whose money a case is about, and who only lives in the home."""

    members: Sequence[str]
    housemates: Sequence[str] = ()

    def whose(self, row: Row) -> str:
        """The person a row names, or the only one there is."""
        found = row.text("persoon", self.members[0] if len(self.members) == 1 else None)
        if found in self.housemates:
            row.refuse("persoon", f"{found} is a housemate, whose income does not count (art. 19a Participatiewet). "
                                  "Leave this row out.")  # fmt: skip
        if found not in self.members:
            row.refuse("persoon", f"nobody in this file is called {found!r}. {near(found, self.members)}", UnknownName)
        return found


def read_payslip(row: Row, people: People) -> Payslip:
    """One payslip, or a correction of one, as it was reported."""
    row.only(*_KEYS)
    first, last, correction = row.day("gewerkt_van"), row.day("gewerkt_tot"), row.truth("correctie")
    _check_days(row, first, last)
    if "bruto" in row.values and "netto" not in row.values:
        row.refuse("bruto", "only the gross wage stands here, and the net wage counts. Add netto as the payslip has it.")
    return Payslip(
        person=people.whose(row), job=row.text("baan"), first=first, last=last, paid_on=row.day("betaald_op"),
        tijdvak=_period(row, first, last), kind=KINDS[row.option("loonsoort", KINDS, "werk")],
        amounts=_amounts(row, correction=correction), source=row.text("bron"), correction=correction,
        returned=_returned(row, correction), travel=_amount(row, "reiskosten_onbelast", "0", correction),
        holiday_before=_amount(row, "vakantiegeld_eerder_opgebouwd", "0", correction=False),
        built_up=_built_up(row), known_on=_known_on(row, first),
    )  # fmt: skip


def _check_days(row: Row, first: date, last: date) -> None:
    if last < first:
        row.refuse("gewerkt_tot", f"a last day of work on or after {first} was expected; found {last}.")
    if days_in(first, last) > LONGEST:
        row.refuse("gewerkt_tot", f"a wage of at most a year was expected; found {first} to {last}. Check the years.")
    paid = row.day("betaald_op")
    if (first - paid).days > AHEAD:
        row.refuse("betaald_op", f"a day around the work from {first} or after it was expected; found {paid}. Check the year.")


def _known_on(row: Row, first: date) -> date | None:
    if "bekend_op" not in row.values:
        return None
    found = row.day("bekend_op")
    if found < first:
        row.refuse("bekend_op", f"the day on which this became known was expected, {first} or later; found {found}.")
    return found


def _period(row: Row, first: date, last: date) -> Tijdvak:
    """The pay period that is written, as far as the days allow it, or else the one that the days tell."""
    days = days_in(first, last)
    if "tijdvak" not in row.values:
        found = tijdvak_of(first, last)
        if found is None:
            row.refuse("gewerkt_tot", f"{first} to {last} are {FOUR_WEEKS} days. Write tijdvak = \"vier_weken\" when this is "
                                      "four-weekly pay, or else tijdvak = \"anders\".")  # fmt: skip
        return found
    told = _PERIODS[row.option("tijdvak", _PERIODS)]
    fits = {
        Tijdvak.MAAND: Month.of_day(first) == Month.of_day(last),
        Tijdvak.VIER_WEKEN: days == FOUR_WEEKS,
        Tijdvak.WEEK: days <= WEEK,
    }
    if not fits.get(told, True):
        wanted = {Tijdvak.MAAND: "days in one calendar month", Tijdvak.VIER_WEKEN: f"{FOUR_WEEKS} days",
                  Tijdvak.WEEK: f"at most {WEEK} days"}[told]  # fmt: skip
        row.refuse(
            "tijdvak", f'{wanted} were expected; {first} to {last} are {days}. Check the dates, or write tijdvak = "anders".'
        )
    return told


def _amounts(row: Row, *, correction: bool) -> Record:
    """What the payslip says, by the input it becomes."""
    found = {"nettoloon": _amount(row, "netto", None, correction), "brutoloon": _amount(row, "bruto", "0", correction)}
    found |= {key: _amount(row, key, "0", correction) for key in _AMOUNTS}
    applied = row.truth("heffingskorting_toegepast", "gemiste_heffingskorting" not in row.values)
    if not applied and "gemiste_heffingskorting" not in row.values:
        row.refuse(
            "heffingskorting_toegepast", "the tax credit was not applied, and counts as if it was (art. 31(1) Participatiewet). "
                                         'Add gemiste_heffingskorting = "..." with the amount.'
        )  # fmt: skip
    if applied and found["gemiste_heffingskorting"]:
        row.refuse(
            "gemiste_heffingskorting", "an amount stands here and heffingskorting_toegepast = true; one of the two is wrong."
        )
    return {**found, "gewerkte_minuten": _minutes(row)}


def _minutes(row: Row) -> int:
    if "uren" not in row.values:
        return 0
    found = _HOURS.fullmatch(row.text("uren"))
    if found is None:
        row.refuse("uren", f'hours and minutes between quotes were expected, such as "24:30"; found {row.values["uren"]!r}.')
    return int(found[1]) * 60 + int(found[2] or 0)


def _returned(row: Row, correction: bool) -> Record:
    """What the employer's wage tax return says, by input; empty when it is not given."""
    if "loonaangifte" not in row.values:
        return {}
    given = row.values["loonaangifte"]
    if not isinstance(given, dict):
        row.refuse("loonaangifte", 'a table was expected, such as loonaangifte = { loon_voor_heffing = "900.00" }.')
    inner = row.inside("loonaangifte", given)
    inner.only(*_RETURNED, "dienstbetrekking")
    money = {key: _amount(inner, key, None if key == "loon_voor_heffing" else "0", correction) for key in _RETURNED}
    return {**money, "dienstbetrekking": int(inner.truth("dienstbetrekking", True)), "loonaangifte_bekend": 1}


def _built_up(row: Row) -> tuple[date, date] | None:
    """The days over which end-of-year pay was built up; both stand there, or none."""
    if "opgebouwd_van" not in row.values and "opgebouwd_tot" not in row.values:
        return None
    if "eindejaarsuitkering_uitbetaald" not in row.values:
        row.refuse("opgebouwd_van", "these are the days over which end-of-year pay was built up; add "
                                    "eindejaarsuitkering_uitbetaald, or leave them out.")  # fmt: skip
    first, last = row.day("opgebouwd_van"), row.day("opgebouwd_tot")
    if not 0 < days_in(first, last) <= LONGEST:
        row.refuse("opgebouwd_tot", f"a day in the year from {first} was expected; found {last}.")
    return first, last


def _amount(row: Row, key: str, default: str | None, correction: bool) -> int:
    cents = row.cents(key, default)
    if cents < 0 and not correction:
        row.refuse(key, "the amount is below zero. Only a correction of an earlier wage can be; if it is one, "
                        "write correctie = true in this row.")  # fmt: skip
    within_bounds(row, key, cents)
    return cents


def within_bounds(row: Row, key: str, cents: int) -> None:
    """Refuse more than anybody earns in a month."""
    if not -LOON_HOOGST <= cents <= LOON_HOOGST:
        row.refuse(key, f"more than {LOON_HOOGST // 100} euros in one month was found; are these cents? Write euros.")


def inside(row: Row, key: str, month: Month, span: Span) -> None:
    """Refuse what counts in none of the months of the case."""
    if month not in span:
        row.refuse(
            key, f"it counts in {month}; the case runs from {span}. Leave the row out, or move eerste_maand or laatste_maand."
        )


# -- estimates --------------------------------------------------------------------------------------


def read_estimates(rows: Iterable[Row], people: People, span: Span) -> tuple[EstimatedWage, ...]:
    """All estimates, at most one for each job and month."""
    found: dict[tuple[str, str, Month], EstimatedWage] = {}
    for row in rows:
        one = _estimate(row, people, span)
        place = (one.person, one.job, one.month)
        if place in found:
            row.refuse("maand", f"{one.job} has two estimates for {one.month}; keep one.")
        found[place] = one
    return tuple(found[place] for place in sorted(found))


def _estimate(row: Row, people: People, span: Span) -> EstimatedWage:
    row.only("persoon", "baan", "maand", "netto", "methode", "loonstroken")
    month = row.month("maand")
    inside(row, "maand", month, span)
    return EstimatedWage(people.whose(row), row.text("baan"), month, _made(row))


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
    given = "loonstroken" if slips else "methode" if fixed is None or "methode" in row.values else "netto"
    made = row.read(given, lambda: estimate(method, cents, fixed=fixed))
    within_bounds(row, "netto", made.cents)
    return made
