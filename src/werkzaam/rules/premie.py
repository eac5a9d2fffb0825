# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The premium on earnings: built up per month, paid out twice a year, within the law's yearly maximum."""

from __future__ import annotations

from enum import Enum

from werkzaam.core.money import HALF_UP
from werkzaam.core.months import Span
from werkzaam.engine.formula import (
    Cents,
    Choice,
    Count,
    Months,
    Share,
    Truth,
    largest,
    previous,
    ratio,
    share,
    smallest,
    total,
    when,
)
from werkzaam.engine.rule import HUISHOUDEN, PERSOON, Parameters, Say, rule
from werkzaam.rules.book import calendar, choice, fact
from werkzaam.rules.loon import Kalender
from werkzaam.rules.schijven import Over
from werkzaam.rules.situatie import Rol

MAANDEN_HALFJAAR = 6
MINUTEN_PER_UUR = 60


class MaximumPer(Enum):
    """Whether the maximum is one for each month, six times that for the half-year together, or one for the calendar year."""

    MAAND = ("per maand", "per month")
    HALFJAAR = ("over het halfjaar samen", "over the half-year together")
    JAAR = ("over het jaar samen", "over the year together")


class Premie(Parameters, group="premie"):
    """The town's premium on earnings, and the most that article 31(2) j leaves out of account in a year."""

    geldt: Truth = choice("premie.geldt")
    aandeel: Share = choice("premie.aandeel")
    grondslag: Choice[Over] = choice("premie.grondslag")
    maximum: Cents = choice("premie.maximum")
    maximum_per: Choice[MaximumPer] = choice("premie.maximum_per")
    maximum_uitbetaling: Cents = choice("premie.maximum_uitbetaling", lasts=True)
    alleen_met_bijstand: Truth = choice("premie.alleen_met_bijstand")
    halfjaar_begint: Truth = calendar(lambda month, ends: (month - 1).number in ends, "premie.halfjaar_eindigt")
    halfjaar_eindigt: Truth = calendar(lambda month, ends: month.number in ends, "premie.halfjaar_eindigt")
    betaalmaand: Truth = calendar(lambda month, pays: month.number in pays, "premie.uitbetaling")
    zonder_betaalmaanden: Truth = calendar(lambda month, pays: not pays, "premie.uitbetaling")
    maximum_per_jaar: Cents = fact("premie_max_per_kalenderjaar")
    eenmalig: Truth = choice("premie.eenmalig")
    eenmalig_bedrag: Cents = choice("premie.eenmalig_bedrag")
    eenmalig_na_maanden: Months = choice("premie.eenmalig_na_maanden")
    per_uur: Truth = choice("premie.per_uur")
    uurbedrag: Cents = choice("premie.uurbedrag")
    uitstroom: Truth = choice("premie.uitstroom")
    uitstroom_bedrag: Cents = choice("premie.uitstroom_bedrag")
    uitstroom_lang: Months = choice("premie.uitstroom_lang")
    uitstroom_bedrag_lang: Cents = choice("premie.uitstroom_bedrag_lang")
    uitstroom_termijn: Count = choice("premie.uitstroom_termijn")
    uitstroom_afbouw: Share = choice("premie.uitstroom_afbouw")


_LEEFTIJD_NL = Say(
    "Premie bij uw leeftijd",
    "Voor uw leeftijd mag er een premie zijn: {uitkomst}.",
    "U bent nog geen 27. Dan mag er volgens de wet geen premie zijn.",
)
_LEEFTIJD_EN = Say(
    "Premium at your age",
    "At your age there may be a premium: {uitkomst}.",
    "You are not 27 yet. By law there may be no premium then.",
)


@rule("Pw 31:5", PERSOON, nl=_LEEFTIJD_NL, en=_LEEFTIJD_EN, span=Span.parse("0000-01", "2022-12"), yields="premie_op_leeftijd")
def premie_op_leeftijd_tot_2023(vanaf_27: Truth) -> Truth:
    """Part j holds from 27."""
    return vanaf_27


@rule("Pw 31:5", PERSOON, nl=_LEEFTIJD_NL, en=_LEEFTIJD_EN, span=Span.parse("2023-01"), yields="premie_op_leeftijd")
def premie_op_leeftijd_vanaf_2023(vanaf_27: Truth, loonkostensubsidie: Truth) -> Truth:
    """Part j holds from 27, and under 27 in the group for wage cost subsidy."""
    return vanaf_27 | loonkostensubsidie


@rule("Pw 31:2:j", PERSOON,
      nl=Say("Premie mogelijk", "U kunt deze maand premie opbouwen: {uitkomst}.", "Deze maand bouwt u geen premie op."),
      en=Say("Premium possible", "You can build up premium this month: {uitkomst}.", "You build up no premium this month."))  # fmt: skip
def kan_premie(
    premie_op_leeftijd: Truth, recht_op_bijstand: Truth, bijstand_beeindigd: Truth, rol: Choice[Rol], premie: Premie
) -> Truth:
    """The town pays a premium, the person gets bijstand, is old enough and, where the town asks it, bijstand is due."""
    met_bijstand = (rol == Rol.BIJSTAND) & ~bijstand_beeindigd & (recht_op_bijstand | ~premie.alleen_met_bijstand)
    return premie.geldt & premie_op_leeftijd & met_bijstand


@rule("Beleid bijverdienpremie", PERSOON,
      nl=Say("Loon voor de premie", "De premie gaat over {uitkomst} ({premie.grondslag}).", "Er is geen loon voor een premie."),
      en=Say("Wage for the premium", "The premium is about {uitkomst} ({premie.grondslag}).", "There is no wage for a premium."))  # fmt: skip
def premie_grondslag(loon_uit_werk: Cents, brutoloon_samen: Cents, premie: Premie) -> Cents:
    """The pay for work that the premium is a share of; net or gross is not stated by the sources, so a choice."""
    return when(premie.grondslag == Over.BRUTOLOON, brutoloon_samen, otherwise=loon_uit_werk)


@rule("Beleid bijverdienpremie", PERSOON,
      nl=Say("Premie eerder dit jaar opgebouwd", "Eerder in dit jaar bouwde u {uitkomst} premie op.", "Eerder in dit jaar bouwde u geen premie op."),
      en=Say("Premium built up earlier this year", "Earlier this year you built up {uitkomst} of premium.", "Earlier this year you built up no premium."))  # fmt: skip
def premie_opgebouwd_eerder_dit_jaar(premie_opgebouwd_dit_jaar: Cents, kalender: Kalender) -> Cents:
    """Premium built up in this calendar year before this month."""
    return when(kalender.jaar_begint, 0, otherwise=previous(premie_opgebouwd_dit_jaar))


@rule("Beleid bijverdienpremie", PERSOON,
      nl=Say("Premie eerder dit halfjaar", "Eerder in dit halfjaar bouwde u {uitkomst} premie op.", "Eerder in dit halfjaar bouwde u geen premie op."),
      en=Say("Premium earlier this half-year", "Earlier in this half-year you built up {uitkomst} of premium.", "Earlier in this half-year you built up no premium."))  # fmt: skip
def premie_eerder_dit_halfjaar(premie_opgebouwd: Cents, premie: Premie) -> Cents:
    """Premium built up in this half-year before this month."""
    return when(premie.halfjaar_begint, 0, otherwise=previous(premie_opgebouwd))


@rule("Beleid bijverdienpremie", PERSOON,
      nl=Say("Premie van deze maand", "Over uw loon bouwt u {premie.aandeel} premie op, hoogstens {premie.maximum} per maand (gerekend {premie.maximum_per}): {uitkomst}.",
             "U bouwt deze maand geen premie op."),
      en=Say("Premium of this month", "Over your wages you build up {premie.aandeel} premium, at most {premie.maximum} a month (counted {premie.maximum_per}): {uitkomst}.",
             "You build up no premium this month."))  # fmt: skip
def premie_van_de_maand(premie_grondslag: Cents, kan_premie: Truth, premie_eerder_dit_halfjaar: Cents,
                        premie_opgebouwd_eerder_dit_jaar: Cents, premie: Premie) -> Cents:  # fmt: skip
    """Premium built up this month over wages, per person; not means (Pw 31:2:j)."""
    rest_halfjaar = largest(premie.maximum * MAANDEN_HALFJAAR - premie_eerder_dit_halfjaar, 0)
    rest_jaar = largest(premie.maximum - premie_opgebouwd_eerder_dit_jaar, 0)
    langer = when(premie.maximum_per == MaximumPer.JAAR, rest_jaar, otherwise=rest_halfjaar)
    ruimte = when(premie.maximum_per == MaximumPer.MAAND, premie.maximum, otherwise=langer)
    return when(kan_premie, smallest(share(premie_grondslag, premie.aandeel, HALF_UP), ruimte), otherwise=0)


@rule("Beleid bijverdienpremie", PERSOON, start=0,
      nl=Say("Premie opgebouwd dit jaar", "In dit jaar bouwde u tot nu toe {uitkomst} premie op.", "In dit jaar bouwde u nog geen premie op."),
      en=Say("Premium built up this year", "This year you built up {uitkomst} of premium so far.", "This year you built up no premium yet."))  # fmt: skip
def premie_opgebouwd_dit_jaar(premie_opgebouwd_eerder_dit_jaar: Cents, premie_van_de_maand: Cents) -> Cents:
    """Premium built up in this calendar year, this month included."""
    return premie_opgebouwd_eerder_dit_jaar + premie_van_de_maand


@rule("Beleid bijverdienpremie", PERSOON, start=0,
      nl=Say("Premie opgebouwd dit halfjaar", "In dit halfjaar bouwde u tot nu toe {uitkomst} premie op.", "In dit halfjaar bouwde u nog geen premie op."),
      en=Say("Premium built up this half-year", "In this half-year you built up {uitkomst} of premium so far.", "In this half-year you built up no premium yet."))  # fmt: skip
def premie_opgebouwd(premie_eerder_dit_halfjaar: Cents, premie_van_de_maand: Cents) -> Cents:
    """Premium built up since the half-year began, this month included."""
    return premie_eerder_dit_halfjaar + premie_van_de_maand


@rule("Beleid bijverdienpremie", PERSOON,
      nl=Say("Halfjaar afgesloten", "Het halfjaar is om. Klaar om uit te betalen, hoogstens {premie.maximum_uitbetaling}: {uitkomst}.",
             "Deze maand sluit geen halfjaar met premie af."),
      en=Say("Half-year closed", "The half-year is over. Ready to be paid, at most {premie.maximum_uitbetaling}: {uitkomst}.",
             "This month closes no half-year with premium."))  # fmt: skip
def premie_afgesloten(premie_opgebouwd: Cents, premie: Premie) -> Cents:
    """Premium that becomes payable at the end of a half-year."""
    return when(premie.halfjaar_eindigt, smallest(premie_opgebouwd, premie.maximum_uitbetaling), otherwise=0)


@rule("Beleid eenmalige premie", PERSOON, start=0,
      nl=Say("Maanden gewerkt naast bijstand", "U werkte {uitkomst} naast uw bijstand.", "U werkte nog geen maand naast uw bijstand."),
      en=Say("Months worked beside bijstand", "You worked {uitkomst} beside your bijstand.", "You did not work any month beside your bijstand yet."))  # fmt: skip
def werkmaanden(werkmaanden: Months, loon_uit_werk: Cents, recht_op_bijstand: Truth, rol: Choice[Rol]) -> Months:
    """Months with pay for work and bijstand in these data, this month included."""
    telt = (loon_uit_werk > 0) & recht_op_bijstand & (rol == Rol.BIJSTAND)
    return previous(werkmaanden) + when(telt, Months("const", 1), otherwise=0)


@rule("Beleid eenmalige premie", PERSOON,
      nl=Say("Eenmalige premie", "U werkte {premie.eenmalig_na_maanden} naast uw bijstand. Daarvoor krijgt u eenmalig {uitkomst}.", "Deze maand komt er geen eenmalige premie bij."),
      en=Say("One-off premium", "You worked {premie.eenmalig_na_maanden} beside your bijstand. For that you get {uitkomst} once.", "No one-off premium comes on top this month."))  # fmt: skip
def eenmalige_premie(
    werkmaanden: Months, loon_uit_werk: Cents, premie_op_leeftijd: Truth, recht_op_bijstand: Truth, premie: Premie
) -> Cents:
    """A premium once, in the month in which somebody worked long enough beside bijstand."""
    bereikt = (werkmaanden == premie.eenmalig_na_maanden) & (loon_uit_werk > 0) & recht_op_bijstand
    return when(premie.eenmalig & premie_op_leeftijd & bereikt, premie.eenmalig_bedrag, otherwise=0)


@rule("Beleid bijverdienpremie", PERSOON,
      nl=Say("Premie die klaarstaat", "Er staat {uitkomst} premie klaar om uit te betalen.", "Er staat geen premie klaar om uit te betalen."),
      en=Say("Premium ready to be paid", "{uitkomst} of premium is ready to be paid.", "No premium is ready to be paid."))  # fmt: skip
def premie_klaar(premie_blijft_klaar: Cents, premie_afgesloten: Cents, eenmalige_premie: Cents, uitstroompremie: Cents) -> Cents:
    """Premium of closed half-years, a one-off premium and an exit premium, as far as they were not paid before this month."""
    return previous(premie_blijft_klaar) + premie_afgesloten + eenmalige_premie + uitstroompremie


@rule("Pw 31:2:j", PERSOON,
      nl=Say("Premie eerder dit jaar betaald", "Eerder in dit jaar kreeg u {uitkomst} premie.", "Eerder in dit jaar kreeg u nog geen premie."),
      en=Say("Premium paid earlier this year", "Earlier this year you were paid {uitkomst} of premium.", "Earlier this year you were paid no premium yet."))  # fmt: skip
def premie_eerder_dit_jaar(premie_dit_jaar: Cents, kalender: Kalender) -> Cents:
    """Premium paid in this calendar year before this month."""
    return when(kalender.jaar_begint, 0, otherwise=previous(premie_dit_jaar))


@rule("Pw 31:2:j", PERSOON, start=0,
      nl=Say("Premie die klaar blijft staan", "Na deze maand staat er nog {uitkomst} premie klaar voor een volgende keer.",
             "Na deze maand staat er geen premie meer klaar."),
      en=Say("Premium that stays ready", "After this month {uitkomst} of premium is still ready for a next time.",
             "After this month no premium is ready any more."))  # fmt: skip
def premie_blijft_klaar(premie_klaar: Cents, premie_eerder_dit_jaar: Cents, premie: Premie) -> Cents:
    """Premium that waits: all of it outside a payout month, in one what goes beyond the year's maximum of part j.

    A town that never had a premium on earnings has no payout months; what it owes is paid at once. One that ended it keeps those
    that it had.
    """
    ruimte = largest(premie.maximum_per_jaar - premie_eerder_dit_jaar, 0)
    return when(premie.betaalmaand | premie.zonder_betaalmaanden, largest(premie_klaar - ruimte, 0), otherwise=premie_klaar)


@rule("Pw 31:2:j", PERSOON,
      nl=Say("Uitbetaling premie", "Bedankt voor uw werk. Deze maand krijgt u uw premie: {uitkomst}. Dit bedrag telt niet mee voor uw bijstand.",
             "Deze maand wordt geen premie uitbetaald."),
      en=Say("Premium paid out", "Thank you for your work. This month you get your premium: {uitkomst}. It does not count against your bijstand.",
             "No premium is paid out this month."))  # fmt: skip
def premie_uitbetaling(premie_klaar: Cents, premie_blijft_klaar: Cents) -> Cents:
    """Premium paid this month: what was ready less what stays ready."""
    return premie_klaar - premie_blijft_klaar


@rule("Pw 31:2:j", PERSOON, start=0,
      nl=Say("Premie dit jaar betaald", "In dit jaar kreeg u tot nu toe {uitkomst} premie.", "In dit jaar kreeg u nog geen premie."),
      en=Say("Premium paid this year", "This year you were paid {uitkomst} of premium so far.", "This year you were paid no premium yet."))  # fmt: skip
def premie_dit_jaar(premie_eerder_dit_jaar: Cents, premie_uitbetaling: Cents) -> Cents:
    """Premium paid in this calendar year, this month included."""
    return premie_eerder_dit_jaar + premie_uitbetaling


# -- premiums of another form -----------------------------------------------------------------------------


@rule("Beleid premie per uur", PERSOON,
      nl=Say("Premie per uur", "Voor elk uur dat u werkte krijgt u {premie.uurbedrag}: {uitkomst}.", "U krijgt geen premie per uur."),
      en=Say("Premium per hour", "For each hour you worked you get {premie.uurbedrag}: {uitkomst}.", "You get no premium per hour."))  # fmt: skip
def uurpremie(gewerkte_minuten: Count, rol: Choice[Rol], premie: Premie) -> Cents:
    """An amount for each hour worked by somebody who gets bijstand, nothing for hours of illness or absence."""
    bedrag = premie.uurbedrag * total(gewerkte_minuten)
    krijgt = premie.per_uur & (rol == Rol.BIJSTAND)
    return when(krijgt, share(bedrag, ratio(Count("const", 1), Count("const", MINUTEN_PER_UUR)), HALF_UP), otherwise=0)


@rule("Beleid premie per uur", HUISHOUDEN,
      nl=Say("Premie per uur samen", "De premie per uur is samen {uitkomst}.", "Er is geen premie per uur."),
      en=Say("Premium per hour together", "The premium per hour is {uitkomst} together.", "There is no premium per hour."))  # fmt: skip
def uurpremie_samen(uurpremie: Cents) -> Cents:
    """The premium per hour of the household."""
    return total(uurpremie)


@rule("Beleid uitstroompremie", HUISHOUDEN, start=-1,
      nl=Say("Maanden uit de bijstand", "Maanden na de laatste maand met bijstand: {uitkomst}.", "Deze maand is er nog bijstand."),
      en=Say("Months after bijstand", "Months after the last month with bijstand: {uitkomst}.", "There is still bijstand this month."))  # fmt: skip
def maanden_uit_bijstand(maanden_uit_bijstand: Count, recht_op_bijstand: Truth, maanden_bijstand_eerder: Months) -> Count:
    """Months since the last month with bijstand; -1 if there was none in these data or just before them."""
    eerder = previous(maanden_uit_bijstand)
    begin = when(maanden_bijstand_eerder > 0, Count("const", 1), otherwise=eerder)
    return when(recht_op_bijstand, 0, otherwise=when(eerder < 0, begin, otherwise=eerder + 1))


@rule("Beleid uitstroompremie", HUISHOUDEN, start=0,
      nl=Say("Maanden bijstand aan een stuk", "U hebt of had {uitkomst} achter elkaar bijstand.", "U had nog geen bijstand."),
      en=Say("Months on bijstand without a break", "You are or were on bijstand for {uitkomst} without a break.", "You were not on bijstand yet."))  # fmt: skip
def maanden_voor_uitstroom(maanden_voor_uitstroom: Months, maanden_in_bijstand: Months, recht_op_bijstand: Truth) -> Months:
    """How long bijstand has run without a break, and after it how long it did."""
    nu = maanden_in_bijstand + when(recht_op_bijstand, Months("const", 1), otherwise=0)
    return when(nu > 0, nu, otherwise=previous(maanden_voor_uitstroom))


@rule("Beleid uitstroompremie", HUISHOUDEN,
      nl=Say("Bedrag van de uitstroompremie", "Na {maanden_voor_uitstroom} bijstand is de uitstroompremie {uitkomst}.", "Er is hier geen uitstroompremie."),
      en=Say("Amount of the exit premium", "After {maanden_voor_uitstroom} of bijstand the exit premium is {uitkomst}.", "There is no exit premium here."))  # fmt: skip
def uitstroombedrag(maanden_voor_uitstroom: Months, premie: Premie) -> Cents:
    """The exit premium of the first month after bijstand, higher for who was on it long."""
    lang = maanden_voor_uitstroom >= premie.uitstroom_lang
    return when(lang, premie.uitstroom_bedrag_lang, otherwise=premie.uitstroom_bedrag)


@rule("Beleid uitstroompremie", PERSOON,
      nl=Say("Uitstroompremie", "U werkt en hebt geen bijstand meer. Daarvoor krijgt u {uitkomst}.", "Er is deze maand geen uitstroompremie."),
      en=Say("Exit premium", "You work and no longer need bijstand. For that you get {uitkomst}.", "There is no exit premium this month."))  # fmt: skip
def uitstroompremie(
    maanden_uit_bijstand: Count, uitstroombedrag: Cents, loon_uit_werk: Cents, rol: Choice[Rol], premie: Premie
) -> Cents:
    """For who works, for some months after bijstand, less by a share of the amount each month."""
    binnen = (maanden_uit_bijstand > 0) & (maanden_uit_bijstand <= premie.uitstroom_termijn)
    werkt = (loon_uit_werk > 0) & (rol == Rol.BIJSTAND)
    afbouw = share(uitstroombedrag * largest(maanden_uit_bijstand - 1, 0), premie.uitstroom_afbouw, HALF_UP)
    return when(premie.uitstroom & binnen & werkt, largest(uitstroombedrag - afbouw, 0), otherwise=0)
