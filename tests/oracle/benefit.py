# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Articles 19, 32, 34b and 60: means against the norm, what is paid, held back, reserved and paid out of the reserve."""

from __future__ import annotations

from tests.oracle.law import Amounts, HomeMemory, Scene
from tests.oracle.means import income_of_spouse_without_right, wages_of_spouse_without_right
from tests.oracle.people import half_up


def benefit(found: Amounts, scene: Scene, suffix: str) -> None:
    """The norm less the means, and the reserve of 5% over what carries no holiday allowance elsewhere."""
    town, norm, names = scene.town, found["bijstandsnorm", ()], [(name,) for name in scene.home.persons]
    from_wages = sum(found["meetellend_loon" + suffix, name] for name in names)
    other = sum(found["ander_inkomen_samen", name] for name in names) - found["oudedagsvoorziening_vrij", ()]
    own = from_wages + other + scene.home.gifts_decided
    without, spouse_counts = _spouse_without_right(found, scene, own, suffix)
    together = own + spouse_counts
    means, owed = max(0, together), max(0, -together)
    with_holiday = from_wages + min(wages_of_spouse_without_right(found, scene, suffix), spouse_counts)
    carrying = 0 if town["inkomsten.vakantiegeld"] == "bij_uitbetaling" else min(max(0, with_holiday), means)
    due = max(0, norm - means)
    reserve = min(due, half_up(max(0, norm - carrying), scene.law["vakantietoeslag_pct_in_norm"]))
    stops = means >= norm if town["norm.bij_gelijk_inkomen"] == "stopt" else means > norm
    amounts = {
        "eigen_middelen": own, "bijstand_zonder_partner": without,
        "partner_telt_mee": spouse_counts, "middelen": means, "middelen_met_vakantietoeslag": carrying, "bijstand": due,
        "inkomen_boven_norm": max(0, means - norm), "reservering": reserve,
        "recht_op_bijstand": means < norm and not scene.home.ended,
        "nabetaling_vakantiegeld": owed, "uit_te_betalen": due - reserve + owed, "status": "GESTOPT" if stops else "LOPEND",
    }  # fmt: skip
    found |= {(name + suffix, ()): amount for name, amount in amounts.items()}


def _spouse_without_right(found: Amounts, scene: Scene, own: int, suffix: str) -> tuple[int, int]:
    """Art. 32 lid 3: the bijstand there would be without it, and the part that counts."""
    his = income_of_spouse_without_right(found, scene, suffix)
    without = max(0, found["bijstandsnorm", ()] - max(0, own))
    beyond = max(0, own) + his + without - found["norm_voor_beiden", ()]
    return without, min(his, max(0, beyond))


def remember_right(found: Amounts, scene: Scene, memory: HomeMemory) -> None:
    """The months on benefit without a break, and how long a town's waiting time has been over."""
    memory.months_on_benefit = found["maanden_in_bijstand", ()] + 1 if found["recht_op_bijstand", ()] else 0
    if memory.since_waiting is not None:
        memory.since_waiting += 1
    found["maanden_in_bijstand_geteld", ()] = memory.months_on_benefit
    found["maanden_schijven_geteld", ()] = memory.since_waiting or 0
    if found["recht_op_bijstand", ()]:
        memory.months_since, memory.stay = 0, memory.months_on_benefit
    elif memory.months_since is not None:
        memory.months_since += 1
    found["maanden_voor_uitstroom", ()] = memory.stay
    found["maanden_uit_bijstand", ()] = -1 if memory.months_since is None else memory.months_since


def begin_of_month(found: Amounts, scene: Scene, memory: HomeMemory) -> None:
    """What is known of the past before anything of the month is decided."""
    if scene.index == 0:
        memory.months_on_benefit = memory.stay = scene.home.months_before
        memory.months_since = 0 if memory.stay else None  # Who was on benefit until now may leave in the first month.
    found["maanden_in_bijstand", ()] = memory.months_on_benefit
    waits = scene.town["vrijlating.schijven_wachttijd"]
    if waits is None:
        memory.since_waiting = None
    elif memory.since_waiting is None and memory.months_on_benefit >= waits:
        memory.since_waiting = 0 if scene.index else memory.months_on_benefit - waits
    found["maanden_schijven", ()] = memory.since_waiting or 0


def paid(found: Amounts, scene: Scene, memory: HomeMemory) -> None:
    """What leaves the account of the municipality: instalments of a debt first taken off, the reserve once a year."""
    town, law, home = scene.town, scene.law, scene.home
    due, norm = found["uit_te_betalen", ()], found["bijstandsnorm", ()]
    found["verschil_met_schatting", ()] = due - found["uit_te_betalen_geschat", ()]
    instalment = min(home.instalment, half_up(norm, town["aflossing.plafond"]), due)
    if scene.index == 0:
        memory.reserve += home.reserve_before
    before = memory.reserve
    out = before if scene.month.number == town["norm.vakantietoeslag_maand"] else 0
    if home.ends:
        out = before + found["reservering", ()]
    memory.reserve += found["reservering", ()] - out
    wages = sum(found["loon_samen", (name,)] for name in home.persons)
    short = _short_of_the_norm(found, scene)
    if scene.month.number == 1:
        memory.buffer_this_year = 0
    used = memory.buffer_this_year
    buffer = max(0, min(short, law["bufferbudget_max"] - used)) if law.year >= 2027 else 0
    memory.buffer_this_year += buffer
    found |= {
        ("aflossing", ()): instalment, ("overgemaakt", ()): due - instalment, ("lonen", ()): wages,
        ("vakantietoeslag_eerder", ()): before,
        ("vakantietoeslag_uitbetaling", ()): out, ("vakantietoeslag_gereserveerd", ()): memory.reserve,
        ("tekort_onder_norm", ()): short, ("bufferbudget", ()): buffer, ("bufferbudget_eerder_dit_jaar", ()): used,
        ("bufferbudget_dit_jaar", ()): used + buffer,
    }  # fmt: skip


def _short_of_the_norm(found: Amounts, scene: Scene) -> int:
    """Art. 34b lid 1: wages and benefit together, and the other means, against the norm, when the estimate is paid."""
    earned, other = 0, found["partner_telt_mee", ()] + scene.home.gifts_decided - found["oudedagsvoorziening_vrij", ()]
    for name, person in scene.home.persons.items():
        own = found["loon_naast_bijstand", (name,)] = found["loon_samen", (name,)] if person.role == "BIJSTAND" else 0
        earned += own
        other += found["ander_inkomen_samen", (name,)]
    found["middelen_naast_loon", ()] = other
    if not earned or not found["recht_op_bijstand", ()]:
        return 0
    return int(max(0, found["norm_zonder_vakantietoeslag", ()] - earned - other - found["uit_te_betalen_geschat", ()]))


def on_the_account(found: Amounts, scene: Scene) -> None:
    """What really comes in this month, and what the month brings when everything that belongs to it is paid."""
    names = [(name,) for name in scene.home.persons]

    def over_persons(name: str) -> int:
        return int(sum(found[name, key] for key in names))

    found |= {
        ("loon_op_rekening", ()): over_persons("loon_ontvangen_samen"),
        ("premie_erbij", ()): sum(map(over_persons, ("premie_van_de_maand", "eenmalige_premie", "uitstroompremie"))),
        ("premie_op_rekening", ()): over_persons("premie_uitbetaling"),
        ("uurpremie_samen", ()): over_persons("uurpremie"),
        ("vakantiegeld_op_rekening", ()): over_persons("vakantiegeld_ontvangen"),
        ("vakantiegeld_erbij", ()): over_persons("vakantiegeld_samen"),
        ("eindejaarsuitkering_op_rekening", ()): over_persons("eindejaarsuitkering_ontvangen"),
        ("eindejaarsuitkering_erbij", ()): over_persons("eindejaarsuitkering_samen"),
    }  # fmt: skip
    now = (
        "vakantiegeld_op_rekening",
        "eindejaarsuitkering_op_rekening",
        "ander_inkomen_ontvangen",
        "vakantietoeslag_uitbetaling",
    )
    found["ander_geld_op_rekening", ()] = sum(found[name, ()] for name in now)
    brings = ("vakantiegeld_erbij", "eindejaarsuitkering_erbij", "ander_inkomen_ontvangen")
    found["ander_geld_erbij", ()] = sum(found[name, ()] for name in brings)
    paid = ("loon_op_rekening", "ander_geld_op_rekening", "overgemaakt", "premie_op_rekening", "uurpremie_samen")
    found["op_rekening", ()] = sum(found[name, ()] for name in paid)
    due = ("lonen", "ander_geld_erbij", "bijstand", "nabetaling_vakantiegeld", "premie_erbij", "uurpremie_samen")
    found["samen", ()] = sum(found[name, ()] for name in due)
