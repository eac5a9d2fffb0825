# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The act of Toyland as rules: every operator, every level, and a circle through last month."""

from __future__ import annotations

from tests.toyland.town import INPUTS, Loonregel, Spaarpot, Speelnorm, Stand, Werk, Woonvorm
from werkzaam.core.money import DOWN, HALF_UP, UP
from werkzaam.core.months import Span
from werkzaam.engine.formula import Cents, Choice, Count, Months, Truth, largest, previous, ratio, share, smallest, total, when
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Say, refusal, rule, rules_in


def say(nl: str, en: str) -> dict[str, Say]:
    """A title in two languages, with a sentence that only names the outcome."""
    return {"nl": Say(nl, f"{nl}: {{uitkomst}}."), "en": Say(en, f"{en}: {{uitkomst}}.")}


# -- per job -----------------------------------------------------------------------------------------


@rule(law="Beleid speelwet 1", level=BAAN, **say("Loon zonder reiskosten", "Wage without travel costs"))
def nettoloon(loon: Cents, reiskosten: Cents) -> Cents:
    """What a job leaves, never below zero."""
    return largest(loon - reiskosten, 0)


@rule(law="Beleid speelwet 2", level=BAAN, **say("Opzij gelegd deze maand", "Put aside this month"))
def spaardeel(nettoloon: Cents, werk: Choice[Werk], loonregel: Loonregel) -> Cents:
    """The part of a wage that goes into the money box; the share depends on the work."""
    return share(nettoloon, loonregel.aandeel_werk[werk], DOWN)


@rule(law="Beleid speelwet 2", level=BAAN, start=0, **say("In de spaarpot", "In the money box"))
def gespaard(gespaard: Cents, spaardeel: Cents, uitgekeerd: Cents) -> Cents:
    """What is in the money box of a job after this month; what was paid out last month has left it."""
    return largest(previous(gespaard) - previous(uitgekeerd), 0) + spaardeel


@rule(law="Beleid speelwet 3", level=BAAN, start=0, **say("Uitgekeerd uit de spaarpot", "Paid out of the money box"))
def uitgekeerd(gespaard: Cents, spaarpot: Spaarpot) -> Cents:
    """The money box is emptied when it holds enough."""
    return when(gespaard >= spaarpot.uitkeren_vanaf, gespaard, otherwise=0)


@rule(law="Beleid speelwet 4", level=BAAN, start=0, **say("Maanden in dienst", "Months in this job"))
def maanden_in_dienst(maanden_in_dienst: Months) -> Months:
    """How long a job lasts."""
    return previous(maanden_in_dienst) + 1


# -- per person --------------------------------------------------------------------------------------


@rule(law="Beleid speelwet 5", level=PERSOON, **say("Loon van alle banen", "Wages of all jobs"))
def loon_samen(nettoloon: Cents) -> Cents:
    """All wages of a person."""
    return total(nettoloon)


@rule(law="Beleid speelwet 6", level=PERSOON, **say("Telt mee als volwassene", "Counts as an adult"))
def volwassen(leeftijd: Count, speelnorm: Speelnorm) -> Count:
    """One for an adult."""
    return when(leeftijd >= speelnorm.meerderjarig, 1, otherwise=0)


@rule(law="Beleid speelwet 7", level=PERSOON, **say("Werkt", "Works"))
def werkt(loon_samen: Cents, volwassen: Count) -> Truth:
    """Whether an adult has wages."""
    return (loon_samen > 0) & (volwassen == 1)


@rule(law="Beleid speelwet 7", level=PERSOON, start=Stand.RUST, **say("Stand", "Standing"))
def stand(stand: Choice[Stand], werkt: Truth, spaarpot: Spaarpot, loonregel: Loonregel) -> Choice[Stand]:
    """Where a person stands; the town chooses where a beginner starts, unless the rules are generous."""
    begin = when(loonregel.verruimd, Stand.VAST, otherwise=spaarpot.stand_bij_begin)
    return when(werkt, when(previous(stand) == Stand.RUST, begin, otherwise=Stand.VAST), otherwise=Stand.RUST)


@rule(law="Beleid speelwet 8", level=PERSOON, start=0, **say("Maanden vrijgelaten", "Months exempted"))
def maanden_vrijgelaten(maanden_vrijgelaten: Months, vrijlating: Cents) -> Months:
    """In how many months something was exempted so far, this month included."""
    tot_nu = previous(maanden_vrijgelaten)
    return when(vrijlating == 0, tot_nu, otherwise=tot_nu + 1)


@rule(law="Beleid speelwet 8", level=PERSOON, span=Span.parse("2021-01", "2021-06"),
      **say("Vrijgelaten loon", "Exempted wage"))  # fmt: skip
def vrijlating(loon_samen: Cents, maanden_vrijgelaten: Months, loonregel: Loonregel) -> Cents:
    """The part of the wages that is kept."""
    return when(previous(maanden_vrijgelaten) < loonregel.duur,
                smallest(share(loon_samen, loonregel.aandeel, HALF_UP), loonregel.maximum), otherwise=0)  # fmt: skip


@rule(law="Beleid speelwet 8", level=PERSOON, span=Span.parse("2021-07"), yields="vrijlating",
      **say("Vrijgelaten loon", "Exempted wage"))  # fmt: skip
def vrijlating_2021(loon_samen: Cents, maanden_vrijgelaten: Months, loonregel: Loonregel, zorg: Truth) -> Cents:
    """From July 2021: rounded up, and as long as somebody cares for another."""
    return when((previous(maanden_vrijgelaten) < loonregel.duur) | zorg,
                smallest(share(loon_samen, loonregel.aandeel, UP), loonregel.maximum), otherwise=0)  # fmt: skip


@rule(law="Beleid speelwet 9", level=PERSOON, **say("Telt mee als inkomen", "Counts as income"))
def telt_mee(loon_samen: Cents, vrijlating: Cents) -> Cents:
    """The wages that are set off."""
    return loon_samen - vrijlating


@rule(law="Beleid speelwet 14", level=PERSOON, start=0, **say("Terugbetaald", "Paid back"))
def terugbetaald(schuld: Cents, werkt: Truth, spaarpot: Spaarpot) -> Cents:
    """Each worker pays an instalment as long as the household owed it last month."""
    return when(werkt & ~(previous(schuld) < spaarpot.termijn), spaarpot.termijn, otherwise=0)


@rule(law="Beleid speelwet 14", level=PERSOON, **say("Vorige maand terugbetaald", "Paid back last month"))
def terugbetaald_vorige_maand(terugbetaald: Cents) -> Cents:
    """What a person paid back last month; zero for whoever was not there."""
    return previous(terugbetaald)


# -- per household -----------------------------------------------------------------------------------


@rule(law="Beleid speelwet 10", level=HUISHOUDEN, **say("Volwassenen", "Adults"))
def volwassenen(volwassen: Count) -> Count:
    """At least one, so that it can be divided by."""
    return largest(total(volwassen), 1)


@rule(law="Beleid speelwet 11", level=HUISHOUDEN, **say("Bedrag voor kinderen", "Amount for children"))
def kinderbedrag(kinderen: Count, speelnorm: Speelnorm) -> Cents:
    """An amount per child up to a maximum, less for the second half of a long row."""
    helft = kinderen // (1 + kinderen)
    return when((kinderen == 0) | (helft == 1), 0,
                otherwise=smallest(speelnorm.per_kind * kinderen, speelnorm.kinderen_hoogstens))  # fmt: skip


@rule(law="Beleid speelwet 12", level=HUISHOUDEN, **say("Basisbedrag", "Basic amount"))
def basisbedrag(woonvorm: Choice[Woonvorm], volwassenen: Count, speelnorm: Speelnorm) -> Cents:
    """The need of a household; who lives together shares costs."""
    aandeel = ratio(speelnorm.basis + speelnorm.per_hoofd * volwassenen, speelnorm.geheel * volwassenen)
    return share(speelnorm.bedrag[woonvorm], aandeel, HALF_UP)


@rule(law="Beleid speelwet 12", level=HUISHOUDEN, **say("Norm", "Norm"))
def norm(basisbedrag: Cents, kinderbedrag: Cents) -> Cents:
    """The need of a household with its children."""
    return basisbedrag + kinderbedrag


@rule(law="Beleid speelwet 12", level=HUISHOUDEN, **say("Toeslag voor de trein", "Supplement for the train"))
def treintoeslag(woonvorm: Choice[Woonvorm], huur: Cents, volwassenen: Count) -> Cents:
    """Whoever lives in a train gets the rent per adult."""
    return when(woonvorm != Woonvorm.TREIN, 0, otherwise=huur // volwassenen)


@rule(law="Beleid speelwet 13", level=HUISHOUDEN, **say("Inkomen", "Income"))
def inkomen(telt_mee: Cents) -> Cents:
    """All income that counts."""
    return total(telt_mee)


@rule(law="Beleid speelwet 13", level=HUISHOUDEN, start=0, **say("Speelgeld", "Toy money"))
def speelgeld(norm: Cents, treintoeslag: Cents, inkomen: Cents) -> Cents:
    """What a household is due."""
    return largest(norm + treintoeslag - inkomen, 0)


@rule(law="Beleid speelwet 14", level=HUISHOUDEN, start=12_345, **say("Schuld", "Debt"))
def schuld(schuld: Cents, terugbetaald_vorige_maand: Cents, speelgeld: Cents, norm: Cents, spaarpot: Spaarpot) -> Cents:
    """What a household owes: less what its members paid back, more while it is due less than half a norm."""
    erbij = when(speelgeld + speelgeld < norm, spaarpot.termijn, otherwise=0)
    return smallest(largest(previous(schuld) + erbij - total(terugbetaald_vorige_maand), 0), spaarpot.schuld_hoogstens)


@rule(law="Beleid speelwet 15", level=HUISHOUDEN, **say("Verandering", "Change"))
def verandering(speelgeld: Cents) -> Cents:
    """How much more, or less, a household is due than last month."""
    return speelgeld - previous(speelgeld)


@rule(law="Beleid speelwet 15", level=HUISHOUDEN, start=0, **say("Maanden met speelgeld", "Months with toy money"))
def maanden_met_speelgeld(maanden_met_speelgeld: Months, speelgeld: Cents) -> Months:
    """How many months in a row something was due."""
    return when(speelgeld > 0, previous(maanden_met_speelgeld) + 1, otherwise=0)


@rule(law="Beleid speelwet 15", level=HUISHOUDEN, **say("Vaste speler", "Regular player"))
def vaste_speler(maanden_met_speelgeld: Months, loonregel: Loonregel) -> Truth:
    """Whether something was due for long enough."""
    return maanden_met_speelgeld >= loonregel.duur


@rule(law="Beleid speelwet 16", level=BAAN, **say("Deel van het speelgeld vorige maand", "Share of last month's toy money"))
def meevaller(speelgeld: Cents, loon: Cents, schatting: Cents, stand: Choice[Stand]) -> Cents:
    """A windfall per job: looks back at the household, and at the standing of its person."""
    return when(stand == Stand.VAST, smallest(previous(speelgeld), largest(loon - schatting, 0)), otherwise=0)


@refusal(law="Beleid speelwet 17", level=HUISHOUDEN,
         nl=Say("Te vol", "Meer dan tien kinderen in een trein regelt de wet niet."),
         en=Say("Too full", "The act does not cover more than ten children in a train."))  # fmt: skip
def te_vol(kinderen: Count, woonvorm: Choice[Woonvorm]) -> Truth:
    """More than ten children in a train."""
    return (kinderen > 10) & (woonvorm == Woonvorm.TREIN)


TARGETS = ("speelgeld", "schuld", "verandering", "vaste_speler", "uitgekeerd", "maanden_in_dienst", "meevaller", "terugbetaald")
OWN = RuleSet.of(rules_in(__name__), INPUTS, TARGETS)
"""The act as it stands."""
TOYLAND = OWN.under("geschat", {"loon": "schatting"}, ["speelgeld"])
"""The act, with what would be due if the estimated wages were the wages."""
