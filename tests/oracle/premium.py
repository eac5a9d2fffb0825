# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Article 31 lid 2 j and a town's own premiums: on wages, once, per hour, and on leaving benefit."""

from __future__ import annotations

from fractions import Fraction

from tests.oracle.law import Amounts, HomeMemory, Memory, Scene
from tests.oracle.means import from_27
from tests.oracle.people import half_up


def premium(found: Amounts, name: str, scene: Scene, memory: Memory) -> None:
    """Built up per half-year, paid twice a year, at most j a year; the one-off joins what is ready."""
    town, law, month, person, key = scene.town, scene.law, scene.month, scene.home.persons[name], (name,)
    may = person.role == "BIJSTAND" and _old_enough(name, scene)
    can = (
        bool(town["premie.geldt"])
        and may
        and not scene.home.ended
        and (not town["premie.alleen_met_bijstand"] or found["recht_op_bijstand", ()])
    )
    closes, pays = town.lasting("premie.halfjaar_eindigt") or (), town.lasting("premie.uitbetaling") or ()
    if any(month.number == last % 12 + 1 for last in closes):
        memory.half_year = 0
    if month.number == 1:
        memory.paid_this_year = memory.built_this_year = 0
    found["premie_eerder_dit_halfjaar", key] = memory.half_year
    found["premie_opgebouwd_eerder_dit_jaar", key] = memory.built_this_year
    earned = 0
    basis = found["brutoloon_samen" if town["premie.grondslag"] == "brutoloon" else "loon_uit_werk", key]
    if can:
        earned = min(half_up(basis, town["premie.aandeel"]), _room(scene, memory))
    memory.half_year += earned
    memory.built_this_year += earned
    closed = min(memory.half_year, town.lasting("premie.maximum_uitbetaling")) if month.number in closes else 0
    once = _once(found, name, scene, memory, may=may)
    memory.ready += closed + once + found["uitstroompremie", key]
    earlier = memory.paid_this_year
    room = max(0, law["premie_max_per_kalenderjaar"] - earlier)
    at_once = not pays  # Where there never was a premium over wages there are no months of pay-out to wait for.
    paid = min(memory.ready, room) if at_once or month.number in pays else 0
    found |= {
        ("kan_premie", key): can, ("premie_van_de_maand", key): earned, ("premie_opgebouwd", key): memory.half_year,
        ("premie_afgesloten", key): closed, ("premie_klaar", key): memory.ready, ("premie_eerder_dit_jaar", key): earlier,
        ("premie_uitbetaling", key): paid, ("premie_dit_jaar", key): earlier + paid,
        ("premie_blijft_klaar", key): memory.ready - paid, ("eenmalige_premie", key): once,
        ("premie_op_leeftijd", key): _old_enough(name, scene),
        ("premie_grondslag", key): basis,
        ("premie_opgebouwd_dit_jaar", key): memory.built_this_year, ("uurpremie", key): _per_hour(name, scene),
    }  # fmt: skip
    memory.ready -= paid
    memory.paid_this_year = earlier + paid


def _old_enough(name: str, scene: Scene) -> bool:
    """Lid 5: not under 27, except since 2023 with wage subsidy; from 2027 everybody."""
    person, year = scene.home.persons[name], scene.law.year
    return from_27(person, scene) or year >= 2027 or (year >= 2023 and person.wage_subsidy)


def _room(scene: Scene, memory: Memory) -> int:
    """How much the town's maximum leaves: of the month, of the half-year, or of the calendar year."""
    most = int(scene.town["premie.maximum"])
    per = scene.town["premie.maximum_per"]
    if per == "halfjaar":
        return max(0, most * 6 - memory.half_year)
    return max(0, most - memory.built_this_year) if per == "jaar" else most


def _once(found: Amounts, name: str, scene: Scene, memory: Memory, *, may: bool) -> int:
    """Once, in the month in which so many months with wages beside benefit were worked."""
    on_benefit = scene.home.persons[name].role == "BIJSTAND" and found["recht_op_bijstand", ()]
    works = on_benefit and found["loon_uit_werk", (name,)] > 0
    memory.months_worked += works
    found["werkmaanden", (name,)] = memory.months_worked
    reached = works and memory.months_worked == scene.town["premie.eenmalig_na_maanden"]
    return int(scene.town["premie.eenmalig_bedrag"]) if reached and may else 0


def _per_hour(name: str, scene: Scene) -> int:
    """An amount for each hour worked this month; a rule of another country, so without the limits of j."""
    person = scene.home.persons[name]
    if not scene.town["premie.per_uur"] or person.role != "BIJSTAND":
        return 0
    minutes = sum(job.minutes for job in person.jobs[scene.index].values())
    return half_up(scene.town["premie.uurbedrag"] * minutes, Fraction(1, 60))


def on_leaving(found: Amounts, scene: Scene, memory: HomeMemory) -> None:
    """After leaving benefit, for who works, for some months; in each month after the first a part comes off."""
    town, since, whole, amount = scene.town, memory.months_since, 0, 0
    if town["premie.uitstroom"]:
        long = memory.stay >= town["premie.uitstroom_lang"]
        whole = town["premie.uitstroom_bedrag_lang" if long else "premie.uitstroom_bedrag"]
        if since and since <= town["premie.uitstroom_termijn"]:
            amount = max(0, whole - half_up(whole * (since - 1), town["premie.uitstroom_afbouw"]))
    found["uitstroombedrag", ()] = whole
    for name, person in scene.home.persons.items():
        works = person.role == "BIJSTAND" and found["loon_uit_werk", (name,)] > 0
        found["uitstroompremie", (name,)] = amount if works else 0
