# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The norm: the amount a household should at least have, and who we can compute it for."""

from __future__ import annotations

from werkzaam.core.money import HALF_UP
from werkzaam.engine.formula import Cents, Choice, Count, Months, Share, Table, Truth, share
from werkzaam.engine.rule import HUISHOUDEN, PERSOON, Parameters, Say, refusal, rule
from werkzaam.rules.book import by_option, fact
from werkzaam.rules.situatie import Leefvorm


class Norm(Parameters, group="norm"):
    """The norms of article 21 for people from 21 up to the AOW age, including holiday allowance."""

    bedrag: Table[Leefvorm, Cents] = by_option({
        Leefvorm.ALLEENSTAANDE: fact("norm_21_alleenstaande_of_ouder_incl_vt"),
        Leefvorm.ALLEENSTAANDE_OUDER: fact("norm_21_alleenstaande_of_ouder_incl_vt"),
        Leefvorm.GEHUWDEN: fact("norm_21_gehuwden_incl_vt"),
    })  # fmt: skip
    vanaf_leeftijd: Months = fact("norm_leeftijd_ondergrens")
    aow_leeftijd: Months = fact("aow_leeftijd")
    vakantietoeslag: Share = fact("vakantietoeslag_pct_in_norm")


@refusal("Pw 20:1", PERSOON,
         nl=Say("Jonger dan 21", "De normen voor jonger dan 21 jaar rekenen we nog niet uit.", "U bent 21 jaar of ouder."),
         en=Say("Under 21", "The norms for people under 21 are not computed yet.", "You are 21 or older."))  # fmt: skip
def jonger_dan_21(leeftijd_begin: Months, norm: Norm) -> Truth:
    """Somebody is under 21 on the first day of the month."""
    return leeftijd_begin < norm.vanaf_leeftijd


@refusal("Pw 22", PERSOON,
         nl=Say("AOW-leeftijd", "De normen vanaf de AOW-leeftijd rekenen we nog niet uit.", "U hebt de AOW-leeftijd nog niet."),
         en=Say("State pension age", "The norms from the state pension age are not computed yet.", "You have not reached the state pension age yet."))  # fmt: skip
def aow_leeftijd_bereikt(leeftijd_eind: Months, norm: Norm) -> Truth:
    """Somebody reaches the AOW age in this month or before."""
    return leeftijd_eind >= norm.aow_leeftijd


@refusal("Pw 22a:1", HUISHOUDEN,
         nl=Say("Kostendelers", "De norm voor wie woonkosten deelt rekenen we nog niet uit.", "Niemand anders deelt uw woonkosten."),
         en=Say("Cost sharers", "The norm for people who share the costs of a home is not computed yet.", "Nobody else shares the costs of your home."))  # fmt: skip
def deelt_kosten(kostendelers: Count) -> Truth:
    """More than one adult shares the costs of the home."""
    return kostendelers > 1


@rule("Pw 21", HUISHOUDEN,
      nl=Say("Norm", "De norm is het bedrag dat u per maand minstens moet hebben. Voor u ({leefvorm}) is dat {uitkomst}."),
      en=Say("Norm", "The norm is the amount you should at least have each month. For you ({leefvorm}) it is {uitkomst}."))  # fmt: skip
def bijstandsnorm(leefvorm: Choice[Leefvorm], norm: Norm) -> Cents:
    """The norm of the household, including holiday allowance."""
    return norm.bedrag[leefvorm]


@rule("Pw 19:3", HUISHOUDEN,
      nl=Say("Vakantietoeslag in de norm", "In de norm zit {norm.vakantietoeslag} vakantietoeslag: {uitkomst}."),
      en=Say("Holiday allowance in the norm", "The norm holds {norm.vakantietoeslag} holiday allowance: {uitkomst}."))  # fmt: skip
def vakantietoeslag_in_norm(bijstandsnorm: Cents, norm: Norm) -> Cents:
    """The part of the norm that is holiday allowance; 5 percent, rounded half up."""
    return share(bijstandsnorm, norm.vakantietoeslag, HALF_UP)


@rule("Pw 19:3", HUISHOUDEN,
      nl=Say("Norm zonder vakantietoeslag", "Zonder vakantietoeslag is de norm {uitkomst}."),
      en=Say("Norm without holiday allowance", "Without holiday allowance the norm is {uitkomst}."))  # fmt: skip
def norm_zonder_vakantietoeslag(bijstandsnorm: Cents, vakantietoeslag_in_norm: Cents) -> Cents:
    """The norm less its holiday allowance, as municipal tables print it."""
    return bijstandsnorm - vakantietoeslag_in_norm
