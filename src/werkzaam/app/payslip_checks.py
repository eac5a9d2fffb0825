# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What only payslips beside each other can show: overlaps, corrections of nothing, more holiday money than there was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from werkzaam.app.payslip import Payslip, Wage
from werkzaam.app.placement import Slips, months_of
from werkzaam.app.rows import Row
from werkzaam.core.money import format_euro, plain_euro
from werkzaam.core.months import Month, Span
from werkzaam.engine.explain import Key
from werkzaam.rules.loontijdvak import PAYS_A_YEAR, Tijdvak


def check(slips: Slips, span: Span, *, by_work: bool) -> None:
    """Refuse payslips of a job that cannot all be right, at the row of the later one."""
    for key in sorted({slip.key for _, slip in slips}):
        mine = sorted(((row, slip) for row, slip in slips if slip.key == key), key=_in_time)
        _overlaps(mine)
        _corrections(mine, span, by_work)
        _four_weekly(mine, by_work)
        _holiday_money(mine)


def check_months(slips: Slips, wages: Iterable[Wage]) -> None:
    """Refuse payslips that say different things of one job in one month."""
    rows = {id(slip): row for row, slip in slips}
    for (key, month), each in months_of(wages).items():
        for one, other in pairwise([wage.slip for wage in each if wage.slip]):
            row = rows[id(other)]
            if one.kind != other.kind:
                row.refuse("loonsoort", f"{key[1]} has another loonsoort in {month} in another row. Give one of the two another "
                                        "name as baan.")  # fmt: skip
            if bool(one.returned) != bool(other.returned):
                row.refuse("loonaangifte", f"one row of {key[1]} in {month} has a wage tax return and another has not. Add it to "
                                           "every row of this month, or leave it out of all.")  # fmt: skip


def check_names(jobs: Iterable[Key], incomes: Sequence[tuple[Row, Key]]) -> None:
    """Refuse other income with the name of a job of the same person."""
    taken = set(jobs)
    for row, key in incomes:
        if key in taken:
            told = "naam" if "naam" in row.values else "soort"
            row.refuse(told, f'{key[1]} is a job of {key[0]} too. Write naam = "..." with another name.')


def _in_time(one: tuple[Row, Payslip]) -> tuple[object, ...]:
    slip = one[1]
    return slip.correction, slip.first, slip.last, slip.paid_on, one[0].number


def _overlaps(mine: Slips) -> None:
    """One job pays for a day once; a row that only pays out what was built up is for no days."""
    wages = [(row, slip) for row, slip in mine if not slip.correction and slip.net]
    reached = None
    for row, slip in wages:
        if reached is not None and slip.first <= reached.last:
            row.refuse("gewerkt_van", f"{slip.first} to {slip.last} overlaps another wage of {slip.job}, {reached.first} to "
                                      f"{reached.last}. Write correctie = true when this row corrects that wage, or check the "
                                      "dates; a second job needs another name.")  # fmt: skip
        reached = slip if reached is None or slip.last > reached.last else reached


def _corrections(mine: Slips, span: Span, by_work: bool) -> None:
    """A correction has a wage of the same job that it corrects, paid before it; for four weeks the same four weeks."""
    originals = [slip for _, slip in mine if not slip.correction]
    for row, slip in mine:
        before = not by_work and Month.of_day(slip.last) < span.first
        if not slip.correction or before or any(slip.corrects(one) for one in originals):
            continue
        weeks = " with the same four weeks" if slip.tijdvak is Tijdvak.VIER_WEKEN else ""
        row.refuse("correctie", f"this corrects {slip.job} over {slip.first} to {slip.last}, and no earlier wage of that job and "
                                f"time{weeks} stands here. Add the wage that it corrects, or leave correctie out.")  # fmt: skip


def _four_weekly(mine: Slips, by_work: bool) -> None:
    """A year has thirteen four-weekly pays."""
    pays: dict[int, set[object]] = {}
    for row, slip in mine:
        if slip.tijdvak is Tijdvak.VIER_WEKEN:
            year = (slip.last if by_work else slip.paid_on).year
            found = pays.setdefault(year, set())
            found.add(slip.first)
            if len(found) > PAYS_A_YEAR:
                row.refuse("tijdvak", f"this is number {len(found)} of the four-weekly pays of {slip.job} in {year}; "
                                      f"a year has {PAYS_A_YEAR}. Check whether one stands here twice. Does the first end "
                                      "on 1 or 2 January? "
                                      'Then write tijdvak = "anders" there, so that it goes by days.')  # fmt: skip


def _holiday_money(mine: Slips) -> None:
    """No more holiday money is paid out than was built up, as far as any payslip says what was built up."""
    if not any("vakantiegeld_opgebouwd" in row.values for row, _ in mine):
        return
    in_months = sorted(mine, key=lambda one: (Month.of_day(one[1].last), one[1].last, one[1].paid_on))
    months = sorted({Month.of_day(slip.last) for _, slip in in_months})
    known = 0
    for month in months:
        now = [(row, slip) for row, slip in in_months if Month.of_day(slip.last) == month]
        known += sum(slip.amounts["vakantiegeld_opgebouwd"] + slip.holiday_before for _, slip in now)
        paid = [(row, slip.amounts["vakantiegeld_uitbetaald"]) for row, slip in now if slip.amounts["vakantiegeld_uitbetaald"]]
        total = sum(cents for _, cents in paid)
        if paid and total > known:
            _too_much(paid[-1][0], total, known)
        known = 0 if paid else known


def _too_much(row: Row, paid: int, known: int) -> None:
    euros, built_up, key = format_euro(paid, "en"), format_euro(known, "en"), "vakantiegeld_uitbetaald"
    row.refuse(key, f"{euros} euros of holiday money was paid out, and the rows of this job have {built_up} euros built up since "
                    "the last time. Check the amounts. Was the rest built up before these rows? "
                    f'Then add vakantiegeld_eerder_opgebouwd = "{plain_euro(paid - known)}".')  # fmt: skip
