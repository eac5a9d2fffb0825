# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Articles 19a to 24a: which norm a household has, and which households no norm is known for."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from tests.oracle.law import Amounts, Scene
from tests.oracle.people import Household, half_up, turns


def refused(household: Household, index: int, facts: Any) -> frozenset[str]:
    """The names of the refusals that hold in a month; none if the month is covered."""
    scene = Scene(household, index, facts)
    spouses = list(scene.spouses.values())
    young = [scene.young(one) for one in spouses]
    inside = [one.institution for one in spouses]
    since_2026 = scene.law.year >= 2026
    jobs = [(one, job) for one in scene.home.persons.values() for job in one.jobs[index].values()]
    adult = scene.law["norm_leeftijd_jongeren_ondergrens"] * 12
    undertaking = scene.town["inkomsten.onderneming"] == "niet_gedekt"
    holds = {
        "loon_achteraf_verrekend": scene.town["inkomsten.methode"] == "achteraf",
        "jonger_dan_18": any(turns(one.born, adult) > scene.month.first_day for one in spouses),
        "jong_in_inrichting": any(stays and is_young for stays, is_young in zip(inside, young, strict=True)),
        "inrichting_zonder_recht": scene.spouse_without_right and any(inside),
        "kind_zonder_recht": since_2026 and scene.spouse_without_right and scene.home.children,
        "verhoging_niet_bekend": since_2026
        and _without_parents(scene) > 0
        and (shares_costs(scene) or scene.spouse_without_right or apart(scene)),
        "inkomen_van_huisgenoot": any(one.role == "HUISGENOOT" for one, _ in jobs),
        "eigen_bedrijf": undertaking and any(job.other and job.other.kind == "ONDERNEMING" for _, job in jobs),
    }
    return frozenset(name for name, it_does in holds.items() if it_does)


# The name of each amount of articles 20 to 23, and the part of its key.
GROUPS = {
    "ALLEENSTAANDE_18_20": "18_20_alleenstaande", "OUDER_18_20": "18_20_alleenstaande_ouder",
    "GEHUWDEN_18_20": "18_20_gehuwden_beiden_zonder_kind", "GEHUWDEN_18_20_KIND": "18_20_gehuwden_beiden_met_kind",
    "GEHUWDEN_EEN_18_20": "gehuwden_een_18_20_ander_21plus_zonder_kind",
    "GEHUWDEN_EEN_18_20_KIND": "gehuwden_een_18_20_ander_21plus_met_kind",
    "ALLEENSTAANDE": "21_alleenstaande_of_ouder", "GEHUWDEN": "21_gehuwden",
    "ALLEENSTAANDE_AOW": "aow_alleenstaande_of_ouder", "GEHUWDEN_AOW": "aow_gehuwden_beiden",
    "GEHUWDEN_EEN_AOW": "aow_gehuwden_een", "ALLEENSTAANDE_INRICHTING": "inrichting_alleenstaande_of_ouder",
    "GEHUWDEN_INRICHTING": "inrichting_gehuwden",
}  # fmt: skip


def norms(found: Amounts, scene: Scene) -> None:
    """The norm with everything that leads to it."""
    law, home = scene.law, scene.home
    for name, person in home.persons.items():
        found["leeftijd", (name,)] = scene.age(person)
        found["aow_bereikt", (name,)] = int(scene.pensioner(person))
        found["telt_als_kostendeler", (name,)] = int(shares(scene, name))
        _counted(found, name, scene)
    group = norm_group(scene)
    care = _care_premium(scene)
    basic = law[f"norm_{GROUPS[group]}_incl_vt"] + care
    housemates = sum(shares(scene, name) for name in home.persons)
    adults = sum(not scene.young(one) for one in scene.spouses.values())
    split = shares_costs(scene)
    sharers = max(1, adults + housemates) if split else max(1, adults)
    married = law[f"norm_{GROUPS[_married_group(scene)]}_incl_vt"]
    fixed, each = law["kostendelersnorm_vast_deel"], law["kostendelersnorm_deel_per_persoon"]
    a_head = half_up(married, Fraction(fixed + each * sharers, sharers))
    together = a_head * adults
    if adults < len(scene.spouses):
        together += law[f"kostendeler_toevoeging_partner_18_20_{_with_child(scene)}"]
    more = _more_without_parents(scene, basic)
    norm = _of_the_household(found, scene, a_head, together if split else basic + more)
    holiday = half_up(norm, law["vakantietoeslag_pct_in_norm"])
    found |= {
        ("normgroep", ()): group, ("verhoging_zorgpremie", ()): care, ("basisnorm", ()): basic,
        ("kostendelende_huisgenoten", ()): housemates, ("kostendelers", ()): sharers, ("rekennorm", ()): married,
        ("norm_per_persoon", ()): a_head, ("deelt_kosten", ()): split, ("kostendelersnorm", ()): together,
        ("verhoging_18_20", ()): more, ("bijstandsnorm", ()): norm, ("vakantietoeslag_in_norm", ()): holiday,
        ("norm_zonder_vakantietoeslag", ()): norm - holiday,
        ("norm_voor_beiden", ()): together if split else basic, ("echtgenoten", ()): 2 if scene.couple else 1,
        ("gezin", ()): "MET_KIND" if home.children or home.living == "ALLEENSTAANDE_OUDER" else "ZONDER_KIND",
        ("normgroep_jongeren", ()): group_of_young(scene), ("normgroep_volwassenen", ()): group_of_adults(scene),
    }  # fmt: skip


def _of_the_household(found: Amounts, scene: Scene, a_head: int, both: int) -> int:
    """The norm itself: of two who have a right, of each as if single (23 lid 3), or of one beside who has none (24)."""
    entitled = {name: one for name, one in scene.home.persons.items() if one.role == "BIJSTAND"}
    for name, one in scene.home.persons.items():
        found["aow_met_recht", (name,)] = int(name in entitled and scene.pensioner(one))
        found["jong_met_recht", (name,)] = int(name in entitled and scene.young(one))
    each = sum(_as_single(found, scene, name) for name in scene.home.persons)
    found["een_in_inrichting", ()] = apart(scene)
    found["normwijze", ()] = "NAAST" if scene.spouse_without_right else "APART" if apart(scene) else "SAMEN"
    young, old = (any(found[name, (one,)] for one in entitled) for name in ("jong_met_recht", "aow_met_recht"))
    group = f"18_20_gehuwden_beiden_{_with_child(scene)}" if young else "aow_gehuwden_beiden" if old else "21_gehuwden"
    beside = found["norm_naast_partner", ()] = half_up(scene.law[f"norm_{group}_incl_vt"], Fraction(1, 2))
    if scene.spouse_without_right:
        return a_head if shares_costs(scene) and not young else beside
    return each if apart(scene) else both


def apart(scene: Scene) -> bool:
    """Art. 23 lid 3: one of two stays in an institution."""
    return sum(one.institution for one in scene.spouses.values()) == 1 and scene.couple


def _as_single(found: Amounts, scene: Scene, name: str) -> int:
    """What articles 20 to 23 give this person as single; for a housemate nothing."""
    law, one = scene.law, scene.home.persons[name]
    spouse = name in scene.spouses
    young, old, inside = (spouse and holds for holds in (scene.young(one), scene.pensioner(one), one.institution))
    group = (
        "ALLEENSTAANDE_INRICHTING" if inside
        else ("OUDER_18_20" if _with_child(scene) == "met_kind" else "ALLEENSTAANDE_18_20") if young
        else "ALLEENSTAANDE_AOW" if old else "ALLEENSTAANDE"
    )  # fmt: skip
    mates = sum(shares(scene, other) for other in scene.home.persons)
    percent = law["kostendelersnorm_vast_deel"] + law["kostendelersnorm_deel_per_persoon"] * (mates + 1)
    split = half_up(law[f"norm_{'aow_gehuwden_beiden' if old else '21_gehuwden'}_incl_vt"], Fraction(percent, mates + 1))
    away = inside or (law.year >= 2026 and spouse and one.cares_elsewhere)
    shared = mates > 0 and not away and not young
    whole = law[f"norm_{GROUPS[group]}_incl_vt"] + (law["inrichting_verhoging_zorgpremie_alleenstaande"] if inside else 0)
    norm = int(split if shared else whole) if spouse else 0
    for rule, value in (
        ("normgroep_alleen", group),
        ("norm_alleen_kostendeler", split),
        ("deelt_alleen", shared),
        ("norm_alleen", norm),
    ):
        found[rule, (name,)] = value
    return norm


def _counted(found: Amounts, name: str, scene: Scene) -> None:
    """Who counts as what; together they are numbers of the household."""
    one, spouse = scene.home.persons[name], name in scene.spouses
    truths = {
        ("telt_als_jongere", "jongeren"): spouse and scene.young(one),
        ("telt_als_aow", "aow_gerechtigden"): spouse and scene.pensioner(one),
        ("telt_in_inrichting", "in_inrichting_samen"): spouse and one.institution,
        ("telt_zonder_recht", "zonder_recht"): one.role == "PARTNER_ZONDER_RECHT",
        ("telt_zorgt_elders", "zorg_elders_samen"): spouse and one.cares_elsewhere,
        ("telt_zonder_ouders", "zonder_ouders"): spouse and one.without_parents and scene.young(one),
    }  # fmt: skip
    for (each, together), holds in truths.items():
        found[each, (name,)] = int(holds)
        found[together, ()] = found.get((together, ()), 0) + holds


def shares(scene: Scene, name: str) -> bool:
    """Art. 19a: a housemate who pays along, of the age of that year or older; a tenant or student does not share."""
    one = scene.home.persons[name]
    old_enough = bool(scene.age(one) >= scene.law["kostendeler_leeftijd"] * 12)
    return one.role == "HUISGENOOT" and one.housemate_as == "MEEDELEND" and old_enough


def shares_costs(scene: Scene) -> bool:
    """Art. 22a: somebody of 21 or older with a housemate; not in an institution; since 2026 not while caring elsewhere."""
    spouses = scene.spouses.values()
    away = scene.law.year >= 2026 and any(one.cares_elsewhere for one in spouses)
    outside = not any(one.institution for one in spouses)
    adult = any(not scene.young(one) for one in spouses)
    return adult and outside and not away and any(shares(scene, name) for name in scene.home.persons)


def norm_group(scene: Scene) -> str:
    """Articles 20 to 23: which amount is the household's."""
    spouses = list(scene.spouses.values())
    if all(one.institution for one in spouses):
        return "GEHUWDEN_INRICHTING" if scene.couple else "ALLEENSTAANDE_INRICHTING"
    return group_of_young(scene) if any(map(scene.young, spouses)) else group_of_adults(scene)


def group_of_young(scene: Scene) -> str:
    """Article 20, if somebody is under 21."""
    if not scene.couple:
        return "OUDER_18_20" if scene.home.living == "ALLEENSTAANDE_OUDER" else "ALLEENSTAANDE_18_20"
    both = sum(map(scene.young, scene.spouses.values())) == 2
    return ("GEHUWDEN_18_20" if both else "GEHUWDEN_EEN_18_20") + ("_KIND" if scene.home.children else "")


def group_of_adults(scene: Scene) -> str:
    """Articles 21 and 22, if nobody is."""
    old = sum(map(scene.pensioner, scene.spouses.values()))
    if not scene.couple:
        return "ALLEENSTAANDE_AOW" if old else "ALLEENSTAANDE"
    return ("GEHUWDEN", "GEHUWDEN_EEN_AOW", "GEHUWDEN_AOW")[old]


def _with_child(scene: Scene) -> str:
    return "met_kind" if scene.home.children or scene.home.living == "ALLEENSTAANDE_OUDER" else "zonder_kind"


def _married_group(scene: Scene) -> str:
    """Art. 22a lid 1: B is the married norm of the right age group."""
    old = sum(map(scene.pensioner, scene.spouses.values()))
    if old == 0:
        return "GEHUWDEN"
    return "GEHUWDEN_AOW" if old == len(scene.spouses) else "GEHUWDEN_EEN_AOW"


def _care_premium(scene: Scene) -> int:
    """Art. 23 lid 2: in an institution the norm is raised for the health insurance."""
    if not all(one.institution for one in scene.spouses.values()):
        return 0
    form = "gehuwden" if scene.couple else "alleenstaande"
    return int(scene.law[f"inrichting_verhoging_zorgpremie_{form}"])


def _without_parents(scene: Scene) -> int:
    """How many of 18 to 20 cannot turn to their parents."""
    return sum(one.without_parents and scene.young(one) for one in scene.spouses.values())


def _more_without_parents(scene: Scene, basic: int) -> int:
    """Art. 20 lid 3 and 4, since 2026: a fixed sum for each, never above the norm from 21."""
    many = _without_parents(scene)
    if scene.law.year < 2026 or not many:
        return 0
    most = scene.law["norm_21_gehuwden_incl_vt" if scene.couple else "norm_21_alleenstaande_of_ouder_incl_vt"]
    return int(min(scene.law["verhoging_18_20_ouders_kunnen_niet_bijdragen"] * many, most - basic))
