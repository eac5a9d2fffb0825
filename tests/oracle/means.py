# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Articles 31 to 33: wages over every pay period, holiday and year-end money over them, and what else comes in."""

from __future__ import annotations

from fractions import Fraction

from tests.oracle.law import Amounts, HomeMemory, Memory, Scene
from tests.oracle.people import Job, Other, Person, half_up, turns
from werkzaam.core.months import Month

SURELY_COUNTS = ("ALIMENTATIE", "VERHUUR", "KOSTGANGER", "ONDERNEMING", "BELASTINGTERUGGAVE", "OUDEDAGSVOORZIENING")
TO_DECIDE = ("STUDIETOELAGE", "ONBEKEND")
NO_MEANS = (
    "TOESLAG", "KINDERBIJSLAG", "JONGGEHANDICAPTENKORTING", "LOON_VAN_KIND", "MANTELZORGWAARDERING", "ONBELASTE_VERGOEDING",
    "ALLEENVERDIENERS",
)  # fmt: skip
UNDER_27_MEANS = "JONGGEHANDICAPTENKORTING"
"""Art. 31 lid 5: part c does not hold under 27."""
NOTHING = Other("GEEN", 0)
BRACKETS = ("EEN", "TWEE", "DRIE", "VIER", "VIJF")


def wages_of(found: Amounts, name: str, scene: Scene, memory: Memory, suffix: str) -> None:
    """What somebody's jobs bring in a month, per job and together; the estimate looks back at what really was."""
    person, key = scene.home.persons[name], (name,)
    for job_name, job in person.jobs[scene.index].items():
        at = (name, job_name)
        four_weekly = _four_weekly(job, scene)
        of_month = _of_month(job, four_weekly, scene)
        found["loon_uit_vier_weken", at], found["loon_van_de_maand", at] = four_weekly, of_month
        found["uniforme_premie", at], found["uniform_nettoloon", at] = _uniform(job, scene)
        found["loon_vooraf", at] = of_month if job.estimate is None else job.estimate
        wage = found["loon" + suffix, at] = of_month if job.known and not suffix else found["loon_vooraf", at]
        paid = job.net + job.four_weeks + job.four_weeks_more
        found["loon_ontvangen", at] = paid if job.known else job.estimate
        works = found["telt_als_werk", at] = is_work(job, scene)
        found["werkloon" + suffix, at] = wage if works else 0
        found["bruto_werkloon", at] = job.gross if works else 0
        _holiday_money(found, at, job, scene, memory, suffix)
        _year_end_money(found, at, job, scene, memory)
    jobs = list(person.jobs[scene.index].items())
    together = max(0, sum(found["loon" + suffix, (name, at)] for at, _ in jobs))
    earned = max(0, sum(found["werkloon" + suffix, (name, at)] for at, _ in jobs))
    holiday = sum(found["vakantiegeld_over_loon" + suffix, (name, at)] - found["vakantiegeld_terug" + suffix, (name, at)]
                  for at, _ in jobs)  # fmt: skip
    bonus = sum(found["eindejaarsuitkering_over_loon", (name, at)] - found["eindejaarsuitkering_terug", (name, at)]
                for at, _ in jobs)  # fmt: skip
    base = earned + _beside_work(found, name, jobs, scene, suffix)
    found |= {
        ("loon_ontvangen_samen", key): max(0, sum(found["loon_ontvangen", (name, at)] for at, _ in jobs)),
        ("loon_samen" + suffix, key): together, ("loon_uit_werk" + suffix, key): earned,
        ("vakantiegeld_samen" + suffix, key): holiday, ("eindejaarsuitkering_samen", key): bonus,
        ("grondslag" + suffix, key): max(0, base) if person.role == "BIJSTAND" else 0,
        ("vakantiegeld_ontvangen", key): sum(job.paid_out for _, job in jobs),
        ("eindejaarsuitkering_ontvangen", key): sum(job.bonus_paid for _, job in jobs),
        ("brutoloon_samen", key): sum(found["bruto_werkloon", (name, at)] for at, _ in jobs),
    }  # fmt: skip


def _beside_work(found: Amounts, name: str, jobs: list[tuple[str, Job]], scene: Scene, suffix: str) -> int:
    """End-of-year pay and, where the town says so, holiday money of jobs that are work: what exemptions are about (31:2)."""
    with_holiday, together = scene.town["vrijlating.grondslag"] == "nettoloon_en_vakantiegeld", 0
    for job_name, job in jobs:
        at, works = (name, job_name), is_work(job, scene)
        holiday = found["vakantiegeld_over_loon" + suffix, at] - found["vakantiegeld_terug" + suffix, at]
        bonus = found["eindejaarsuitkering_over_loon", at] - found["eindejaarsuitkering_terug", at]
        found["vakantiegeld_uit_werk" + suffix, at] = holiday if works else 0
        found["eindejaarsuitkering_uit_werk", at] = bonus if works else 0
        together += (bonus + (holiday if with_holiday else 0)) if works else 0
    return together


def is_work(job: Job, scene: Scene) -> bool:
    """Pay for work; whether sick pay is, a town chooses (RBMNE:2021:5092)."""
    return job.sort == "WERK" or (job.sort == "ZIEKENGELD" and bool(scene.town["inkomsten.ziekengeld_is_werk"]))


def _four_weekly(job: Job, scene: Scene) -> int:
    """Pay per four weeks: thirteen a year make twelve months, or everything that falls in the month."""
    if scene.town["inkomsten.vierweken"] == "dertien_twaalfde":  # A correction takes back what the pay counted for.
        counts = half_up(abs(job.four_weeks), Fraction(13, 12))
        return counts if job.four_weeks > 0 else -counts
    return job.four_weeks + job.four_weeks_more


def _of_month(job: Job, four_weekly: int, scene: Scene) -> int:
    """The net wage: from 2027 the uniform sum from the wage return where a town takes that, else the payslip."""
    if job.wage_return and scene.law.year >= 2027 and scene.town["inkomsten.nettoloon"] == "loonaangifte":
        return _uniform(job, scene)[1]
    return (job.net if job.known else 0) + four_weekly + job.credit_missed


def _uniform(job: Job, scene: Scene) -> tuple[int, int]:
    """The uniform premium of an employee, and what is left of the taxed wage."""
    told = job.wage_return
    if not told:
        return 0, 0
    uses = scene.law.year >= 2027 and scene.town["inkomsten.nettoloon"] == "loonaangifte"
    premium = half_up(told.taxed, scene.law["uniform_whk_pct"]) if told.employed and uses else 0
    return premium, max(0, told.taxed - told.tax - told.health - told.car - told.exempt - premium)


def _holiday_money(found: Amounts, at: tuple[str, str], job: Job, scene: Scene, memory: Memory, suffix: str) -> None:
    """Art. 31 lid 4; pay-out closes the account of a job, and what was counted beyond it comes back."""
    way = scene.town["inkomsten.vakantiegeld"]
    wage, table = found["loon" + suffix, at], way == "aanspraaktabel"
    for name, article in (("schijf_werk", "11"), ("schijf_uitkering", "12")):
        found[name + suffix, at] = BRACKETS[_bracket(wage, article, scene) - 1 if table else 0]
    claim = _claim(wage, "12" if job.sort == "UITKERING" else "11", scene) if table else 0
    counts = {"aanspraaktabel": claim, "loonstrook": job.built_up, "bij_uitbetaling": job.paid_out}[way]
    account = memory.holiday.get(at[1], 0) + counts
    found["vakantieaanspraak" + suffix, at] = claim
    found["vakantiegeld_over_loon" + suffix, at] = counts
    found["vakantiegeld_meegeteld" + suffix, at] = account
    found["vakantiegeld_afgerekend", at] = job.paid_out > 0
    found["vakantiegeld_terug" + suffix, at] = max(0, account - job.paid_out) if job.paid_out > 0 else 0


def _claim(wage: int, article: str, scene: Scene) -> int:
    """The State's table: of present work (art. 11) or of former work (art. 12), by the bracket the wage lies in."""
    key = f"vt_aanspraak_art{article}_schijf_{_bracket(wage, article, scene)}_"
    return max(0, half_up(max(0, wage), scene.law[key + "pct"]) - scene.law[key + "aftrek"])


def _bracket(wage: int, article: str, scene: Scene) -> int:
    """The highest bracket that begins below the wage."""
    many = 5 if article == "11" else 4
    below = [number for number in range(1, many + 1) if scene.law[f"vt_aanspraak_art{article}_schijf_{number}_ondergrens"] < wage]
    return max(below, default=1)


def _year_end_money(found: Amounts, at: tuple[str, str], job: Job, scene: Scene, memory: Memory) -> None:
    """End-of-year pay: set aside each month, or the part of what was paid that belongs to this month."""
    monthly = scene.town["inkomsten.eindejaarsuitkering"] == "maandelijks"
    counts = job.bonus_built_up if monthly else job.bonus_attributed
    account = memory.bonus.get(at[1], 0) + counts
    found["eindejaarsuitkering_over_loon", at] = counts
    found["eindejaarsuitkering_meegeteld", at] = account
    found["eindejaarsuitkering_afgerekend", at] = job.bonus_paid > 0
    found["eindejaarsuitkering_terug", at] = max(0, account - job.bonus_paid) if monthly and job.bonus_paid > 0 else 0


def remember_wages(found: Amounts, name: str, scene: Scene, memory: Memory) -> None:
    """Close the month for each job: accounts that a pay-out ended are empty; four-weekly pay is counted per calendar year."""
    by_twelfths = scene.town["inkomsten.vierweken"] == "dertien_twaalfde"
    for job_name, job in scene.home.persons[name].jobs[scene.index].items():
        at = (name, job_name)
        memory.holiday[job_name] = 0 if job.paid_out > 0 else found["vakantiegeld_meegeteld", at]
        memory.bonus[job_name] = 0 if job.bonus_paid > 0 else found["eindejaarsuitkering_meegeteld", at]
        if scene.month.number == 1:
            memory.received[job_name] = memory.counted[job_name] = 0
        memory.received[job_name] = memory.received.get(job_name, 0) + job.four_weeks + job.four_weeks_more
        memory.counted[job_name] = memory.counted.get(job_name, 0) + found["loon_uit_vier_weken", at]
        received, counted = memory.received[job_name], memory.counted[job_name]
        found["vierweken_ontvangen_dit_jaar", at], found["vierweken_geteld_dit_jaar", at] = received, counted
        found["vierweken_verschil", at] = received - counted if scene.month.number == 12 and by_twelfths else 0


# -- other income ------------------------------------------------------------------------------------


def others_of(found: Amounts, name: str, scene: Scene, memory: Memory) -> None:
    """Art. 31 lid 2, 32 lid 1 and 33: what else comes in, what of it counts, what is no means, what waits for a decision."""
    person = scene.home.persons[name]
    counted = fees = 0
    for job_name, job in person.jobs[scene.index].items():
        one, at = job.other or NOTHING, (name, job_name)
        decided = one.decided is not None
        no_means = one.kind in NO_MEANS and (one.kind != UNDER_27_MEANS or from_27(person, scene))
        telt = one.amount if one.kind in SURELY_COUNTS or (one.kind in NO_MEANS and not no_means) else one.decided or 0
        found["ander_inkomen_telt", at] = telt
        found["inkomen_te_beslissen", at] = one.amount if one.kind in TO_DECIDE and not decided else 0
        found["niet_meegeteld", at] = one.amount if no_means else 0
        fee = one.amount if one.kind == "VRIJWILLIGERSVERGOEDING" and not decided else 0
        found["vergoeding", at] = fee
        found["gift", at] = one.amount if one.kind == "GIFT" and not decided else 0
        counted += telt
        fees += fee
    if scene.month.number == 1:
        memory.fees_this_year = 0
    before = memory.fees_this_year
    free = _free_fee(person, fees, before, scene)
    memory.fees_this_year += fees
    found |= {
        ("ander_inkomen_samen", (name,)): counted if person.role == "BIJSTAND" else 0,
        ("vergoeding_samen", (name,)): fees, ("vergoeding_eerder_dit_jaar", (name,)): before,
        ("vergoeding_dit_jaar", (name,)): before + fees, ("vergoeding_te_beslissen", (name,)): fees - free,
    }  # fmt: skip
    keys = [(name, job) for job in person.jobs[scene.index]]
    found["giften", (name,)] = sum(found["gift", at] for at in keys)
    found["te_beslissen_samen", (name,)] = sum(found["inkomen_te_beslissen", at] for at in keys) + fees - free
    found["ander_geld", (name,)] = sum(job.other.amount for job in person.jobs[scene.index].values() if job.other)


def _free_fee(person: Person, fee: int, before: int, scene: Scene) -> int:
    """Art. 31 lid 2 k and lid 5: from 27, up to a sum a month and a sum a year; where no sum is known a person decides."""
    known = Month.of(2026, 1) <= scene.law.date <= Month.of(2026, 6)
    if not known or not from_27(person, scene):
        return 0
    room = max(0, scene.law["vrijwilligersvergoeding_max_jaar"] - before)
    return int(min(fee, scene.law["vrijwilligersvergoeding_max_maand"], room))


def from_27(person: Person, scene: Scene) -> bool:
    """The whole month counts in which somebody turns 27; from 2027 the age makes no difference."""
    return scene.law.year >= 2027 or bool(
        turns(person.born, scene.law["vrijlating_leeftijd_ondergrens"] * 12) <= scene.month.last_day
    )


def gifts(found: Amounts, scene: Scene, memory: HomeMemory) -> None:
    """Art. 31 lid 2 m and s: since 2026 a sum is free each calendar year; whether the rest counts a person decides."""
    names = [(name,) for name in scene.home.persons]
    now = sum(found["giften", name] for name in names)
    if scene.month.number == 1:
        memory.gifts_this_year = 0
    before = memory.gifts_this_year
    free = max(0, scene.law["giften_vrij_max"] - before) if scene.law.year >= 2026 else 0
    waiting = max(0, now - free)
    memory.gifts_this_year += now
    found |= {
        ("giften_deze_maand", ()): now, ("giften_eerder_dit_jaar", ()): before, ("giften_dit_jaar", ()): before + now,
        ("giften_te_beslissen", ()): waiting,
        ("te_beslissen", ()): waiting + sum(found["te_beslissen_samen", name] for name in names),
        ("ander_inkomen_ontvangen", ()): sum(found["ander_geld", name] for name in names),
    }  # fmt: skip


def pensions(found: Amounts, scene: Scene) -> None:
    """Art. 33 lid 5: once either spouse is of the AOW age a sum of private pensions is free, first for who gets bijstand."""
    of = {"BIJSTAND": 0, "PARTNER_ZONDER_RECHT": 0, "HUISGENOOT": 0}
    for name, person in scene.home.persons.items():
        together = 0
        for job_name, job in person.jobs[scene.index].items():
            one = job.other or NOTHING
            found["oudedagsvoorziening", (name, job_name)] = one.amount if one.kind == "OUDEDAGSVOORZIENING" else 0
            together += found["oudedagsvoorziening", (name, job_name)]
        of[person.role] += together
        found["oudedagsvoorziening_eigen", (name,)] = together if person.role == "BIJSTAND" else 0
        found["oudedagsvoorziening_partner", (name,)] = together if person.role == "PARTNER_ZONDER_RECHT" else 0
    old = any(scene.pensioner(one) for one in scene.spouses.values())
    most = scene.law["oudedagsvoorziening_vrij_" + ("gehuwden" if scene.couple else "alleenstaande")] if old else 0
    own = min(of["BIJSTAND"], most)
    found |= {("oudedagsvoorziening_hoogst_vrij", ()): most, ("oudedagsvoorziening_vrij", ()): own}
    for name in scene.home.persons:
        his = found["oudedagsvoorziening_partner", (name,)]
        found["oudedagsvoorziening_vrij_van_partner", (name,)] = min(his, most - own)


def wages_of_spouse_without_right(found: Amounts, scene: Scene, suffix: str) -> int:
    """His wages with what comes on top of them, which hold holiday allowance as those of anybody."""
    everything = 0
    for name, one in scene.home.persons.items():
        parts = ("loon_samen" + suffix, "vakantiegeld_samen" + suffix, "eindejaarsuitkering_samen")
        his = max(0, sum(found[part, (name,)] for part in parts)) if one.role == "PARTNER_ZONDER_RECHT" else 0
        found["loon_partner" + suffix, (name,)] = his
        everything += his
    return everything


def income_of_spouse_without_right(found: Amounts, scene: Scene, suffix: str) -> int:
    """Art. 32 lid 3: all his income, without an exemption of wages."""
    everything = 0
    for name, one in scene.home.persons.items():
        his = 0
        if one.role == "PARTNER_ZONDER_RECHT":
            parts = ("loon_samen" + suffix, "vakantiegeld_samen" + suffix, "eindejaarsuitkering_samen")
            wages = sum(found[part, (name,)] for part in parts)
            his = max(0, wages + sum(found["ander_inkomen_telt", (name, job)] for job in one.jobs[scene.index])
                      - found["oudedagsvoorziening_vrij_van_partner", (name,)])  # fmt: skip
        found["inkomen_partner" + suffix, (name,)] = his
        everything += his
    return everything
