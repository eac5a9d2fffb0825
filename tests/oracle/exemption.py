# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Article 31 lid 2 n, r, y, z and aa, article 34a, and a town's own: which part of the wages is left out, and how long."""

from __future__ import annotations

from tests.oracle.law import Amounts, HomeMemory, Memory, Scene
from tests.oracle.means import from_27
from tests.oracle.people import half_up, turns

_SHARE_AND_MOST = {
    "N": ("vrijlating_n_pct", "vrijlating_n_25pct_max_per_maand"),
    "R": ("vrijlating_r_pct", "vrijlating_r_12_5pct_alleenstaande_ouder_max_per_maand"),
    "Y": ("vrijlating_y_pct", "vrijlating_y_15pct_medisch_urenbeperkt_max_per_maand"),
    "Z": ("vrijlating_z_aa_pct", "vrijlating_z_aa_15pct_loonkostensubsidie_max_per_maand"),
    "AOW": ("vrijlating_34a_aow_pct", "vrijlating_34a_aow_max"),
}


def kind_of_exemption(found: Amounts, name: str, scene: Scene, memory: Memory, home: HomeMemory) -> None:
    """Which exemption somebody has this month; the months it may take run on."""
    person, town, law, key = scene.home.persons[name], scene.town, scene.law, (name,)
    of_age, pensioner = from_27(person, scene), scene.pensioner(person)
    young_too = turns(person.born, law["vrijlating_n_r_leeftijd_ondergrens"] * 12) <= scene.month.last_day  # Article 31a.
    old_enough = of_age or young_too
    n_before = person.n_before + memory.n_used
    r_before = memory.r_clock or person.r_before
    z_before = memory.z_clock or person.z_before
    uniform_before = person.uniform_before if memory.uniform_clock is None else memory.uniform_clock
    longest = uniform_months(scene)
    found["maanden_uniform_gelopen", key] = uniform_before
    if uniform_before >= longest and person.new_job and town["vrijlating.uniform_opnieuw"]:
        uniform_before = 0
    n_room = pensioner or n_before < law["vrijlating_n_max_maanden"]
    n = bool(town["vrijlating.n"] and old_enough and person.helps and n_room)
    lone = scene.home.living == "ALLEENSTAANDE_OUDER" and person.young_child
    after_n = n_before >= law["vrijlating_n_max_maanden"]
    r = bool(town["vrijlating.r"] and lone and old_enough and person.helps and after_n
             and r_before < law["vrijlating_r_max_maanden"])  # fmt: skip
    y = bool(town["vrijlating.y"] and person.limited_hours)
    z = bool(2023 <= law.year < 2027 and town["vrijlating.z"] and person.wage_subsidy
             and (z_before < law["vrijlating_z_max_maanden"] or person.no_more_hours))  # fmt: skip
    if law.year < 2023:
        order = [("N", n), ("R", r), ("Y", y)]
    elif law.year < 2027:
        order = [("N", n), ("Y", y), ("Z", z), ("R", r)]
    else:
        order = []
        if town["vrijlating.uniform"]:
            order = [("AOW", pensioner and person.helps), ("UREN", not pensioner and person.limited_hours),
                     ("UNIFORM", not pensioner and person.helps and uniform_before < longest)]  # fmt: skip
    found["kan_schijven", ()] = bands_run(scene, home)
    own = [("EIGEN", bool(town["vrijlating.eigen"])), ("SCHIJVEN", found["kan_schijven", ()])]
    kind = next((which for which, holds in own + order if holds), "GEEN")
    earns = found["grondslag", key] > 0
    memory.uniform_clock = _tick(uniform_before, kind == "UNIFORM" and earns)
    found |= {
        ("vanaf_27", key): of_age, ("vrijlating_op_leeftijd", key): old_enough,
        ("maanden_n", key): n_before, ("maanden_r", key): r_before, ("maanden_z", key): z_before,
        ("maanden_uniform", key): uniform_before, ("kan_n", key): n, ("kan_r", key): r, ("kan_z", key): z,
        ("soort_vrijlating", key): kind, ("maanden_uniform_geteld", key): memory.uniform_clock,
    }  # fmt: skip


def remember_exemption(found: Amounts, name: str, memory: Memory) -> None:
    """Months used of n, and whether r or z began: "voor zover hij algemene bijstand ontvangt", so not in a month without it."""
    key, kind = (name,), found["soort_vrijlating", (name,)]
    used = found["grondslag", key] > 0 and found["recht_op_bijstand", ()]
    memory.n_used += kind == "N" and used
    memory.r_clock = _tick(found["maanden_r", key], kind == "R" and used)
    memory.z_clock = _tick(found["maanden_z", key], kind == "Z" and used)
    found |= {
        ("maanden_n_geteld", key): memory.n_used, ("maanden_r_geteld", key): memory.r_clock,
        ("maanden_z_geteld", key): memory.z_clock,
    }  # fmt: skip


def _tick(before: int, begins: bool) -> int:
    """An unbroken period: it begins with the first month of wages and then runs on, with wages or without."""
    return before + 1 if before else int(begins)


def uniform_months(scene: Scene) -> int:
    """Art. 34a lid 1 a and lid 2: twelve months, and what the town adds."""
    if scene.law.year < 2027:
        return 0
    return int(scene.law["vrijlating_34a_max_maanden"] + (scene.town["vrijlating.uniform_verlenging"] or 0))


def bands_run(scene: Scene, home: HomeMemory) -> bool:
    """A town's rule of bands holds from the month its waiting time is over, for as long as it lasts."""
    if not scene.town["vrijlating.schijven"] or home.since_waiting is None:
        return False
    lasts = scene.town["vrijlating.schijven_duur"]
    return bool(lasts == 0 or home.since_waiting < lasts)


def left_out(found: Amounts, name: str, scene: Scene, suffix: str) -> None:
    """What is left out of the wages, and what counts of them."""
    person, key, town, law = scene.home.persons[name], (name,), scene.town, scene.law
    kind, base = found["soort_vrijlating", key], found["grondslag" + suffix, key]
    bands = _bands(found, name, scene, suffix)
    for number, amount in enumerate(bands[:4], 1):
        found[f"schijf_{number}{suffix}", key] = amount
    by_bands = found["vrij_naar_schijven" + suffix, key] = 0
    if found["kan_schijven", ()]:
        by_bands = found["vrij_naar_schijven" + suffix, key] = min(sum(bands), base)
    if kind == "GEEN":
        exempt = 0
    elif kind == "EIGEN":
        exempt = min(half_up(base, town["vrijlating.eigen_aandeel"]), town["vrijlating.eigen_maximum"])
    elif kind == "SCHIJVEN":
        exempt = by_bands
    elif kind in ("UNIFORM", "UREN"):
        exempt = half_up(base, law["vrijlating_34a_pct"])
    else:
        share, most = _SHARE_AND_MOST[kind]
        exempt = min(half_up(base, law[share]), law[most])
    found["vrijgelaten_loon" + suffix, key] = exempt
    brings = found["loon_samen" + suffix, key] + found["vakantiegeld_samen" + suffix, key]
    brings += found["eindejaarsuitkering_samen", key]
    found["meetellend_loon" + suffix, key] = brings - exempt if person.role == "BIJSTAND" else 0


def _bands(found: Amounts, name: str, scene: Scene, suffix: str) -> list[int]:
    """How much of each band of the wages is left out; a fifth leaves out nothing and only closes the fourth."""
    town, amounts, on_benefit = scene.town, [0, 0, 0, 0, 0], scene.home.persons[name].role == "BIJSTAND"
    gross = town["vrijlating.schijven_over"] == "brutoloon"
    base = found["brutoloon_samen" if gross else "loon_uit_werk" + suffix, (name,)] if on_benefit else 0
    found["schijven_grondslag" + suffix, (name,)] = base
    family = scene.home.children or scene.home.living == "ALLEENSTAANDE_OUDER"
    bands = list(town["vrijlating.schijven_met_kind" if family else "vrijlating.schijven_aandelen"] or ())
    for number, (begins, part) in enumerate(bands):
        ends = bands[number + 1][0] if number + 1 < len(bands) else base
        within = min(base, ends) - begins
        if within > 0:
            amounts[number] = half_up(within, part)
    return amounts
