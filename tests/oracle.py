# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The law a second time, in plain Python: dates, fractions and loops, written from the law text and not from our formulas.

`decide` computes every named amount of a household's months. It takes births and wage rows, not the inputs of the rules;
it reads the numbers of the State and of the town by their own keys; it knows neither the engine nor `werkzaam.rules`.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

from werkzaam.core.months import Month

Amounts = dict[tuple[str, tuple[str, ...]], Any]


@dataclass(frozen=True)
class Job:
    """One job in one month: its wage rows (a correction is below zero), and what was estimated before."""

    rows: tuple[int, ...] = ()
    known: bool = True
    estimate: int | None = None
    built_up: int = 0
    paid_out: int = 0

    @property
    def net(self) -> int:
        return sum(self.rows)

    @property
    def guess(self) -> int:
        """The estimate; a wage that nobody estimated counts as foreseen."""
        return self.net if self.estimate is None else self.estimate


@dataclass(frozen=True)
class Person:
    """One adult: birth, circumstances, exemption months used elsewhere, and the jobs of each month by name."""

    born: date
    jobs: tuple[dict[str, Job], ...]
    limited_hours: bool = False
    young_child: bool = False
    helps: bool = True
    n_before: int = 0
    r_before: int = 0


@dataclass(frozen=True)
class Household:
    """Consecutive months of one household; `living` is a name of the forms of living."""

    first: Month
    living: str
    persons: dict[str, Person]
    regime: Any


def half_up(amount: int, share: Fraction) -> int:
    """To whole cents; half a cent goes up."""
    return floor(amount * share + Fraction(1, 2))


def turns(born: date, months: int) -> date:
    """The day somebody completes so many months; born on a day that the month lacks, it is the month's last day."""
    year, month0 = divmod(born.year * 12 + born.month - 1 + months, 12)
    return date(year, month0 + 1, min(born.day, monthrange(year, month0 + 1)[1]))


@dataclass
class Memory:
    """What a person carries from month to month."""

    n_used: int = 0
    r_clock: int = 0
    half_year: int = 0
    ready: int = 0
    paid_this_year: int = 0
    counted: dict[str, int] = field(default_factory=dict)
    """Holiday money counted since the last pay-out, per job."""


def refused(household: Household, index: int, facts: Any) -> bool:
    """Somebody is under 21 when the month begins (art. 20), or reaches the state pension age in it (art. 22)."""
    month = household.first + index
    adult = facts.on("norm_leeftijd_ondergrens", month).value * 12
    pension = facts.on("aow_leeftijd", month).value
    return any(
        turns(p.born, adult) > month.first_day or turns(p.born, pension) <= month.last_day for p in household.persons.values()
    )


def decide(household: Household, facts: Any) -> list[Amounts]:
    """Every amount of every month, in order; the months must be covered (see `refused`)."""
    memories = {name: Memory() for name in household.persons}
    length = len(next(iter(household.persons.values())).jobs)
    return [_month(household, index, memories, facts) for index in range(length)]


def _month(household: Household, index: int, memories: dict[str, Memory], facts: Any) -> Amounts:
    month = household.first + index
    town = _Town(household.regime, month)
    found: Amounts = {}
    key = "norm_21_gehuwden_incl_vt" if household.living == "GEHUWDEN" else "norm_21_alleenstaande_of_ouder_incl_vt"
    norm = facts.on(key, month).value
    holiday_share = facts.on("vakantietoeslag_pct_in_norm", month).value
    found["bijstandsnorm", ()] = norm
    found["vakantietoeslag_in_norm", ()] = half_up(norm, holiday_share)
    found["norm_zonder_vakantietoeslag", ()] = norm - half_up(norm, holiday_share)
    wages: dict[str, int] = {}
    for name, person in household.persons.items():
        wages[name] = _earnings(found, name, person, index, memories[name], town)
        _exemption(found, household, name, month, wages[name], memories[name], town, facts)
    _benefit(found, household, norm, holiday_share, town, "")
    _benefit(found, household, norm, holiday_share, town, "_geschat")
    found["verschil_met_schatting", ()] = found["uit_te_betalen", ()] - found["uit_te_betalen_geschat", ()]
    for name, person in household.persons.items():
        _premium(found, name, person, month, wages[name], memories[name], town, facts)
    names = [(name,) for name in household.persons]
    found["lonen", ()] = sum(wages.values())
    found["premie_erbij", ()] = sum(found["premie_van_de_maand", name] for name in names)
    found["premie_op_rekening", ()] = sum(found["premie_uitbetaling", name] for name in names)
    received = {name: sum(job.paid_out for job in person.jobs[index].values()) for name, person in household.persons.items()}
    found |= {("vakantiegeld_ontvangen", (name,)): amount for name, amount in received.items()}
    found["vakantiegeld_op_rekening", ()] = sum(received.values())
    found["vakantiegeld_erbij", ()] = sum(found["vakantiegeld_samen", name] for name in names)
    now = ("lonen", "vakantiegeld_op_rekening", "uit_te_betalen", "premie_op_rekening")
    found["op_rekening", ()] = sum(found[name, ()] for name in now)
    brings = ("lonen", "vakantiegeld_erbij", "bijstand", "nabetaling_vakantiegeld", "premie_erbij")
    found["samen", ()] = sum(found[name, ()] for name in brings)
    return found


class _Town:
    """The town's choices in one month, by path; a choice that nobody needs is None."""

    def __init__(self, regime: Any, month: Month) -> None:
        self._regime, self._month = regime, month

    def __getitem__(self, path: str) -> Any:
        return self._regime.value(path, self._month).value if self._regime.states(path, self._month) else None


def _earnings(found: Amounts, name: str, person: Person, index: int, memory: Memory, town: _Town) -> int:
    """Art. 32 lid 1 and 31 lid 4: wages of all jobs, and the holiday money over them; pay-out closes the account of a job."""
    at_payout = town["inkomsten.vakantiegeld"] == "bij_uitbetaling"
    wage = guess = holiday = 0
    for job_name, job in person.jobs[index].items():
        key = (name, job_name)
        counts = job.paid_out if at_payout else job.built_up
        account = memory.counted.get(job_name, 0) + counts
        back = max(0, account - job.paid_out) if job.paid_out > 0 else 0
        found["loon", key] = job.net if job.known else job.guess
        found["vakantiegeld_over_loon", key] = counts
        found["vakantiegeld_meegeteld", key] = account
        found["vakantiegeld_afgerekend", key] = job.paid_out > 0
        found["vakantiegeld_terug", key] = back
        memory.counted[job_name] = 0 if job.paid_out > 0 else account
        wage += found["loon", key]
        guess += job.guess
        holiday += counts - back
    on_both = town["vrijlating.grondslag"] == "nettoloon_en_vakantiegeld"
    for suffix, amount in (("", max(wage, 0)), ("_geschat", max(guess, 0))):
        found["loon_samen" + suffix, (name,)] = amount
        found["grondslag" + suffix, (name,)] = max(amount + holiday, 0) if on_both else amount
    found["vakantiegeld_samen", (name,)] = holiday
    return max(wage, 0)


_EXEMPT = {
    "N": ("vrijlating_n_pct", "vrijlating_n_25pct_max_per_maand"),
    "R": ("vrijlating_r_pct", "vrijlating_r_12_5pct_alleenstaande_ouder_max_per_maand"),
    "Y": ("vrijlating_y_pct", "vrijlating_y_15pct_medisch_urenbeperkt_max_per_maand"),
}


def _exemption(found: Amounts, household: Household, name: str, month: Month, wage: int, memory: Memory, town: _Town,
               facts: Any) -> None:  # fmt: skip
    """Art. 31 lid 2 n, r, y and lid 5: which part of the wages is left out, and how long it may."""
    person, key = household.persons[name], (name,)
    of_age = turns(person.born, 27 * 12) <= month.last_day
    n_before = person.n_before + memory.n_used
    if not memory.r_clock and person.r_before:
        memory.r_clock = person.r_before
    r_before = memory.r_clock
    n = bool(town["vrijlating.n"] and of_age and person.helps and n_before < 6)
    lone = household.living == "ALLEENSTAANDE_OUDER" and person.young_child
    r = bool(town["vrijlating.r"] and lone and of_age and person.helps and n_before >= 6 and r_before < 30)
    y = bool(town["vrijlating.y"] and person.limited_hours)
    order = [("N", n), ("R", r), ("Y", y)] if month.year < 2023 else [("N", n), ("Y", y), ("R", r)]
    if town["vrijlating.eigen"]:
        order.insert(0, ("EIGEN", True))
    kind = next((which for which, holds in order if holds), "GEEN")
    base = found["grondslag", key]
    if kind == "N" and base > 0:
        memory.n_used += 1
    if r_before:
        memory.r_clock += 1
    elif kind == "R" and base > 0:
        memory.r_clock = 1
    found |= {
        ("vanaf_27", key): of_age, ("maanden_n", key): n_before, ("maanden_r", key): r_before, ("kan_n", key): n,
        ("kan_r", key): r, ("soort_vrijlating", key): kind, ("maanden_n_geteld", key): memory.n_used,
        ("maanden_r_geteld", key): memory.r_clock,
    }  # fmt: skip
    for suffix in ("", "_geschat"):
        exempt = 0
        if kind == "EIGEN":
            share, most = town["vrijlating.eigen_aandeel"], town["vrijlating.eigen_maximum"]
            exempt = min(half_up(found["grondslag" + suffix, key], share), most)
        elif kind != "GEEN":
            share, most = (facts.on(fact, month).value for fact in _EXEMPT[kind])
            exempt = min(half_up(found["grondslag" + suffix, key], share), most)
        found["vrijgelaten_loon" + suffix, key] = exempt
        left = found["loon_samen" + suffix, key] + found["vakantiegeld_samen", key] - exempt
        found["meetellend_loon" + suffix, key] = left


def _benefit(found: Amounts, household: Household, norm: int, holiday_share: Fraction, town: _Town, suffix: str) -> None:
    """Art. 19: norm less income, and the reserve of 5% over what does not carry holiday allowance elsewhere."""
    counted = sum(found["meetellend_loon" + suffix, (name,)] for name in household.persons)
    means, owed = (counted, 0) if counted > 0 else (0, -counted)
    carrying = 0 if town["inkomsten.vakantiegeld"] == "bij_uitbetaling" else means
    benefit = max(0, norm - means)
    reserve = min(benefit, half_up(max(0, norm - carrying), holiday_share))
    found["middelen" + suffix, ()] = means
    found["middelen_met_vakantietoeslag" + suffix, ()] = carrying
    found["bijstand" + suffix, ()] = benefit
    found["reservering" + suffix, ()] = reserve
    found["nabetaling_vakantiegeld" + suffix, ()] = owed
    found["uit_te_betalen" + suffix, ()] = benefit - reserve + owed
    if not suffix:
        found["inkomen_boven_norm", ()] = max(0, means - norm)
        found["recht_op_bijstand", ()] = means < norm


def _premium(found: Amounts, name: str, person: Person, month: Month, wage: int, memory: Memory, town: _Town,
             facts: Any) -> None:  # fmt: skip
    """Art. 31 lid 2 j and lid 5, and the town's premium: built up per half-year, paid twice a year, at most j a year."""
    key = (name,)
    paying = bool(town["premie.geldt"])
    of_age = turns(person.born, 27 * 12) <= month.last_day
    can = paying and of_age and (not town["premie.alleen_met_bijstand"] or found["recht_op_bijstand", ()])
    closes, pays = (town["premie.halfjaar_eindigt"], town["premie.uitbetaling"]) if paying else ((), ())
    if any(month.number == last % 12 + 1 for last in closes):
        memory.half_year = 0
    found["premie_eerder_dit_halfjaar", key] = memory.half_year
    earned = 0
    if can:
        earned = half_up(wage, town["premie.aandeel"])
        whole = town["premie.maximum_per"] == "halfjaar"
        room = max(0, town["premie.maximum"] * 6 - memory.half_year) if whole else town["premie.maximum"]
        earned = min(earned, room)
    memory.half_year += earned
    closed = min(memory.half_year, town["premie.maximum_uitbetaling"]) if month.number in closes else 0
    memory.ready += closed
    if month.number == 1:
        memory.paid_this_year = 0
    earlier = memory.paid_this_year
    room = max(0, facts.on("premie_max_per_kalenderjaar", month).value - earlier)
    paid = min(memory.ready, room) if month.number in pays else 0
    found |= {
        ("kan_premie", key): can, ("premie_van_de_maand", key): earned, ("premie_opgebouwd", key): memory.half_year,
        ("premie_afgesloten", key): closed, ("premie_klaar", key): memory.ready, ("premie_eerder_dit_jaar", key): earlier,
        ("premie_uitbetaling", key): paid, ("premie_dit_jaar", key): earlier + paid,
        ("premie_blijft_klaar", key): memory.ready - paid,
    }  # fmt: skip
    memory.ready -= paid
    memory.paid_this_year = earlier + paid
