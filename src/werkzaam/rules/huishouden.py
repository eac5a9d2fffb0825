# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who belongs to the household, how old they are, and who shares the costs of the home."""

from __future__ import annotations

from enum import Enum

from werkzaam.core.months import Span
from werkzaam.engine.formula import Choice, Count, Months, Truth, largest, total, when
from werkzaam.engine.rule import HUISHOUDEN, PERSOON, Parameters, Say, rule
from werkzaam.rules.book import choice, fact, reached_last_year
from werkzaam.rules.situatie import Huisgenoot, Leefvorm, Rol


class Peildag(Enum):
    """The day of the month on which ages decide the norm; a rule for parts of a month is not known to us."""

    EERSTE_DAG = ("eerste dag van de maand", "first day of the month")
    LAATSTE_DAG = ("laatste dag van de maand", "last day of the month")


class Leeftijden(Parameters, group="leeftijden"):
    """The ages at which the law changes what it gives, and the day on which the town looks at them."""

    peildag: Choice[Peildag] = choice("norm.peildag")
    jongeren: Months = fact("norm_leeftijd_jongeren_ondergrens")
    volwassen: Months = fact("norm_leeftijd_ondergrens")
    aow: Months = fact("aow_leeftijd")
    aow_vorig_jaar: Months = reached_last_year("aow_leeftijd")
    kostendeler: Months = fact("kostendeler_leeftijd")


@rule("Pw 21", PERSOON,
      nl=Say("Leeftijd", "Voor de norm kijken we naar uw leeftijd op de {leeftijden.peildag}: {uitkomst}."),
      en=Say("Age", "For the norm we look at your age on the {leeftijden.peildag}: {uitkomst}."))  # fmt: skip
def leeftijd(leeftijd_begin: Months, leeftijd_eind: Months, leeftijden: Leeftijden) -> Months:
    """The age in months on the day that decides the norm."""
    return when(leeftijden.peildag == Peildag.EERSTE_DAG, leeftijd_begin, otherwise=leeftijd_eind)


@rule("Pw 20:1", PERSOON,
      nl=Say("Telt als 18 tot 21", "Jonger dan 21, en u hoort bij het stel of bent alleen: {uitkomst}.", "Niet jonger dan 21, of een huisgenoot."),
      en=Say("Counts as 18 to 21", "Under 21, and one of the couple or single: {uitkomst}.", "Not under 21, or a housemate."))  # fmt: skip
def telt_als_jongere(leeftijd: Months, rol: Choice[Rol], leeftijden: Leeftijden) -> Count:
    """1 for somebody of the household under 21; housemates have a norm of their own."""
    return when((rol != Rol.HUISGENOOT) & (leeftijd < leeftijden.volwassen), Count("const", 1), otherwise=0)


@rule("Pw 22", PERSOON,
      nl=Say("AOW-leeftijd bereikt", "U hebt de AOW-leeftijd van dit jaar, of u had vorig jaar al die van toen: {uitkomst}.",
             "U hebt de AOW-leeftijd nog niet bereikt."),
      en=Say("State pension age reached", "You are of this year's state pension age, or were of last year's in that year: {uitkomst}.",
             "You have not reached the state pension age yet."))  # fmt: skip
def aow_bereikt(leeftijd: Months, leeftijd_eind: Months, leeftijden: Leeftijden) -> Truth:
    """Who reached the AOW age of a year in that year keeps it, also when the age rises after it (AOW 7a)."""
    return (leeftijd >= leeftijden.aow) | (leeftijd_eind >= leeftijden.aow_vorig_jaar)


@rule("Pw 22", PERSOON,
      nl=Say("Telt als AOW-leeftijd", "U hebt de AOW-leeftijd: {uitkomst}.", "Nog geen AOW-leeftijd, of een huisgenoot."),
      en=Say("Counts as state pension age", "You have reached the state pension age: {uitkomst}.", "Not yet the state pension age, or a housemate."))  # fmt: skip
def telt_als_aow(aow_bereikt: Truth, rol: Choice[Rol]) -> Count:
    """1 for somebody of the household of the AOW age or older."""
    return when((rol != Rol.HUISGENOOT) & aow_bereikt, Count("const", 1), otherwise=0)


@rule("Pw 19a:1", PERSOON,
      nl=Say("Deelt de woonkosten", "Deze huisgenoot is {leeftijden.kostendeler} of ouder en deelt de woonkosten: {uitkomst}.",
             "Deelt de woonkosten niet mee: nog geen {leeftijden.kostendeler}, huurder, student of geen huisgenoot."),
      en=Say("Shares the costs of the home", "This housemate is {leeftijden.kostendeler} or older and shares the costs: {uitkomst}.",
             "Does not share the costs: not yet {leeftijden.kostendeler}, a tenant, a student or no housemate."))  # fmt: skip
def telt_als_kostendeler(rol: Choice[Rol], huisgenoot_als: Choice[Huisgenoot], leeftijd: Months, leeftijden: Leeftijden) -> Count:
    """1 for a housemate who shares the costs: of age, not at a commercial price, not in education."""
    deelt = (rol == Rol.HUISGENOOT) & (huisgenoot_als == Huisgenoot.MEEDELEND) & (leeftijd >= leeftijden.kostendeler)
    return when(deelt, Count("const", 1), otherwise=0)


@rule("Pw 24", PERSOON,
      nl=Say("Zonder recht", "Partner zonder recht op bijstand: {uitkomst}.", "Geen partner zonder recht op bijstand."),
      en=Say("Without a right", "Partner without a right to bijstand: {uitkomst}.", "Not a partner without a right to bijstand."))  # fmt: skip
def telt_zonder_recht(rol: Choice[Rol]) -> Count:
    """1 for a spouse who has no right to bijstand."""
    return when(rol == Rol.PARTNER_ZONDER_RECHT, Count("const", 1), otherwise=0)


@rule("Pw 23", PERSOON,
      nl=Say("Verblijft in een inrichting", "U verblijft in een inrichting: {uitkomst}.", "U verblijft niet in een inrichting."),
      en=Say("Stays in an institution", "You stay in an institution: {uitkomst}.", "You do not stay in an institution."))  # fmt: skip
def telt_in_inrichting(in_inrichting: Truth, rol: Choice[Rol]) -> Count:
    """1 for somebody of the household who stays in an institution."""
    return when(in_inrichting & (rol != Rol.HUISGENOOT), Count("const", 1), otherwise=0)


@rule("Pw 22a:4", PERSOON,
      nl=Say("Zorgt elders", "U woont voor een tijd bij iemand om intensieve zorg te geven: {uitkomst}.", "U geeft geen intensieve zorg bij iemand in huis."),
      en=Say("Cares elsewhere", "For a time you live with somebody to give intensive care: {uitkomst}.", "You give no intensive care in somebody's home."))  # fmt: skip
def telt_zorgt_elders(zorgt_elders: Truth, rol: Choice[Rol]) -> Count:
    """1 for somebody of the household who gives intensive care elsewhere."""
    return when(zorgt_elders & (rol != Rol.HUISGENOOT), Count("const", 1), otherwise=0)


@rule("Pw 20:3", PERSOON,
      nl=Say("Kan niet bij de ouders terecht", "U bent nog geen 21 en kunt niet bij uw ouders terecht: {uitkomst}.", "Dit geldt niet voor u."),
      en=Say("Cannot turn to the parents", "You are under 21 and cannot turn to your parents: {uitkomst}.", "This does not apply to you."))  # fmt: skip
def telt_zonder_ouders(ouders_dragen_niet_bij: Truth, telt_als_jongere: Count) -> Count:
    """1 for somebody of 18 to 20 who cannot turn to the parents."""
    return when(ouders_dragen_niet_bij, telt_als_jongere, otherwise=0)


@rule("Pw 11:4", HUISHOUDEN,
      nl=Say("Personen samen", "U bent alleen of met een partner: {uitkomst}."),
      en=Say("Persons together", "You are alone or with a partner: {uitkomst}."))  # fmt: skip
def echtgenoten(leefvorm: Choice[Leefvorm]) -> Count:
    """2 for a couple, who share one right and one sum; otherwise 1."""
    return when(leefvorm == Leefvorm.GEHUWDEN, Count("const", 1) + 1, otherwise=1)


@rule("Pw 20:1", HUISHOUDEN,
      nl=Say("Jonger dan 21", "Jonger dan 21: {uitkomst}.", "Niemand van u is jonger dan 21."),
      en=Say("Under 21", "Under 21: {uitkomst}.", "None of you is under 21."))  # fmt: skip
def jongeren(telt_als_jongere: Count) -> Count:
    """How many of the household are 18, 19 or 20."""
    return total(telt_als_jongere)


@rule("Pw 22", HUISHOUDEN,
      nl=Say("AOW-leeftijd", "Met de AOW-leeftijd: {uitkomst}.", "Niemand van u heeft de AOW-leeftijd."),
      en=Say("State pension age", "Of the state pension age: {uitkomst}.", "None of you has reached the state pension age."))  # fmt: skip
def aow_gerechtigden(telt_als_aow: Count) -> Count:
    """How many of the household reached the AOW age."""
    return total(telt_als_aow)


@rule("Pw 23", HUISHOUDEN,
      nl=Say("In een inrichting", "In een inrichting: {uitkomst}.", "Niemand van u verblijft in een inrichting."),
      en=Say("In an institution", "In an institution: {uitkomst}.", "None of you stays in an institution."))  # fmt: skip
def in_inrichting_samen(telt_in_inrichting: Count) -> Count:
    """How many of the household stay in an institution."""
    return total(telt_in_inrichting)


@rule("Pw 24", HUISHOUDEN,
      nl=Say("Partner zonder recht", "Een partner heeft geen recht op bijstand: {uitkomst}.", "Er is geen partner zonder recht op bijstand."),
      en=Say("Partner without a right", "A partner has no right to bijstand: {uitkomst}.", "There is no partner without a right to bijstand."))  # fmt: skip
def zonder_recht(telt_zonder_recht: Count) -> Count:
    """How many of the couple have no right to bijstand."""
    return total(telt_zonder_recht)


@rule("Pw 19a:1", HUISHOUDEN,
      nl=Say("Huisgenoten die meedelen", "Huisgenoten die de woonkosten met u delen: {uitkomst}.", "Niemand anders deelt uw woonkosten."),
      en=Say("Housemates who share", "Housemates who share the costs of your home: {uitkomst}.", "Nobody else shares the costs of your home."))  # fmt: skip
def kostendelende_huisgenoten(telt_als_kostendeler: Count) -> Count:
    """How many housemates share the costs of the home."""
    return total(telt_als_kostendeler)


_DEELT_NL = Say(
    "Woonkosten delen",
    "U deelt de woonkosten met volwassen huisgenoten: {uitkomst}.",
    "U deelt de woonkosten niet met volwassen huisgenoten.",
)
_DEELT_EN = Say(
    "Sharing the costs of the home",
    "You share the costs of the home with adult housemates: {uitkomst}.",
    "You do not share the costs of the home with adult housemates.",
)


@rule("Pw 22a:1", HUISHOUDEN, nl=_DEELT_NL, en=_DEELT_EN, span=Span.parse("0000-01", "2025-12"), yields="deelt_kosten")
def deelt_kosten_tot_2026(
    kostendelende_huisgenoten: Count, jongeren: Count, echtgenoten: Count, in_inrichting_samen: Count
) -> Truth:
    """The norm for cost sharers applies: somebody of 21 or older, at home, with housemates who share."""
    return (kostendelende_huisgenoten > 0) & (jongeren < echtgenoten) & (in_inrichting_samen < 1)


@rule("Pw 22a:4", HUISHOUDEN, nl=_DEELT_NL, en=_DEELT_EN, span=Span.parse("2026-01"), yields="deelt_kosten")
def deelt_kosten_vanaf_2026(kostendelende_huisgenoten: Count, jongeren: Count, echtgenoten: Count, in_inrichting_samen: Count,
                            zorg_elders_samen: Count) -> Truth:  # fmt: skip
    """As before, and not while one of you lives elsewhere to give intensive care."""
    thuis = (in_inrichting_samen < 1) & (zorg_elders_samen < 1)
    return (kostendelende_huisgenoten > 0) & (jongeren < echtgenoten) & thuis


@rule("Pw 22a:1", HUISHOUDEN,
      nl=Say("Personen die de woonkosten delen", "Samen met u delen zoveel personen de woonkosten: {uitkomst}."),
      en=Say("Persons who share the costs", "With you, so many persons share the costs of the home: {uitkomst}."))  # fmt: skip
def kostendelers(echtgenoten: Count, jongeren: Count, kostendelende_huisgenoten: Count, deelt_kosten: Truth) -> Count:
    """A of article 22a: the person and the spouse of 21 or older, and the housemates who share while that article holds."""
    return largest(echtgenoten - jongeren + when(deelt_kosten, kostendelende_huisgenoten, otherwise=0), 1)


@rule("Pw 22a:4", HUISHOUDEN,
      nl=Say("Zorgt elders", "Voor een tijd bij iemand om intensieve zorg te geven: {uitkomst}.", "Niemand van u geeft intensieve zorg bij iemand in huis."),
      en=Say("Cares elsewhere", "For a time with somebody to give intensive care: {uitkomst}.", "None of you gives intensive care in somebody's home."))  # fmt: skip
def zorg_elders_samen(telt_zorgt_elders: Count) -> Count:
    """How many of the household give intensive care elsewhere."""
    return total(telt_zorgt_elders)
