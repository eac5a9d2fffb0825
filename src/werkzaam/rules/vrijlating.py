# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The part of wages left out of account: who has which exemption, for how long, and how much."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from werkzaam.core.money import HALF_UP
from werkzaam.core.months import Span
from werkzaam.engine.formula import Cents, Choice, Months, Share, Table, Truth, largest, previous, share, smallest, when
from werkzaam.engine.rule import PERSOON, Parameters, Say, rule
from werkzaam.rules.book import Fixed, by_option, choice, fact
from werkzaam.rules.situatie import Leefvorm


class Soort(Enum):
    """Which exemption applies; N, R and Y are parts n, r and y of article 31(2)."""

    GEEN = ("geen", "none")
    N = ("begin met werken (25%)", "starting to work (25%)")
    R = ("alleenstaande ouder (12,5%)", "lone parent (12.5%)")
    Y = ("medisch urenbeperkt (15%)", "limited in hours (15%)")
    EIGEN = ("eigen regeling van de gemeente", "the municipality's own scheme")


class Grondslag(Enum):
    """What the percentage is taken of; not settled in law, so a choice of the town."""

    NETTOLOON = ("nettoloon", "net wage")
    NETTOLOON_EN_VAKANTIEGELD = ("nettoloon met vakantiegeld", "net wage with holiday money")


class Vrijlating(Parameters, group="vrijlating"):
    """The exemptions of article 31(2) n, r and y, and one of the town's own under an experiment decree."""

    n: Truth = choice("vrijlating.n")
    r: Truth = choice("vrijlating.r")
    y: Truth = choice("vrijlating.y")
    eigen: Truth = choice("vrijlating.eigen")
    grondslag: Choice[Grondslag] = choice("vrijlating.grondslag")
    vanaf_leeftijd: Months = fact("vrijlating_leeftijd_ondergrens")
    duur_n: Months = fact("vrijlating_n_max_maanden")
    duur_r: Months = fact("vrijlating_r_max_maanden")
    aandeel: Table[Soort, Share] = by_option({
        Soort.GEEN: Fixed(Fraction(0)), Soort.N: fact("vrijlating_n_pct"), Soort.R: fact("vrijlating_r_pct"),
        Soort.Y: fact("vrijlating_y_pct"), Soort.EIGEN: choice("vrijlating.eigen_aandeel"),
    })  # fmt: skip
    maximum: Table[Soort, Cents] = by_option({
        Soort.GEEN: Fixed(0), Soort.N: fact("vrijlating_n_25pct_max_per_maand"),
        Soort.R: fact("vrijlating_r_12_5pct_alleenstaande_ouder_max_per_maand"),
        Soort.Y: fact("vrijlating_y_15pct_medisch_urenbeperkt_max_per_maand"),
        Soort.EIGEN: choice("vrijlating.eigen_maximum"),
    })  # fmt: skip


@rule("Pw 31:2", PERSOON,
      nl=Say("Loon waarover wordt vrijgelaten", "Het percentage gaat over {uitkomst} ({vrijlating.grondslag}).",
             "Er is geen loon om iets van vrij te laten."),
      en=Say("Wages the exemption is taken of", "The percentage is taken of {uitkomst} ({vrijlating.grondslag}).",
             "There are no wages to exempt a part of."))  # fmt: skip
def grondslag(loon_samen: Cents, vakantiegeld_samen: Cents, vrijlating: Vrijlating) -> Cents:
    """Wages of a person that the percentage is taken of, with or without holiday money."""
    met_vakantiegeld = vrijlating.grondslag == Grondslag.NETTOLOON_EN_VAKANTIEGELD
    return when(met_vakantiegeld, largest(loon_samen + vakantiegeld_samen, 0), otherwise=loon_samen)


@rule("Pw 31:5", PERSOON,
      nl=Say("Oud genoeg voor vrijlating en premie", "U bent 27 jaar of ouder, of u wordt het deze maand: {uitkomst}.",
             "U bent nog geen 27. Dan geldt een deel van de regels voor bijverdienen niet."),
      en=Say("Old enough for exemption and premium", "You are 27 or older, or turn 27 this month: {uitkomst}.",
             "You are not 27 yet. Some of the rules for earning on the side do not apply then."))  # fmt: skip
def vanaf_27(leeftijd_eind: Months, vrijlating: Vrijlating) -> Truth:
    """The person is 27 on the last day of the month; below it parts c, j, k, n and r do not apply."""
    return leeftijd_eind >= vrijlating.vanaf_leeftijd


@rule("Pw 31:2:n", PERSOON,
      nl=Say("Maanden al vrijgelaten (25%)", "U hield al {uitkomst} een kwart van uw loon.",
             "U hield nog geen maand een kwart van uw loon."),
      en=Say("Months already exempted (25%)", "You kept a quarter of your wages for {uitkomst} so far.",
             "You did not keep a quarter of your wages for any month yet."))  # fmt: skip
def maanden_n(maanden_n_eerder: Months, maanden_n_geteld: Months) -> Months:
    """Months in which exemption n was used before this month."""
    return maanden_n_eerder + previous(maanden_n_geteld)


@rule("Pw 31:2:r", PERSOON,
      nl=Say("Maanden sinds begin (alleenstaande ouder)", "De vrijlating voor alleenstaande ouders loopt al {uitkomst}.",
             "De vrijlating voor alleenstaande ouders is nog niet begonnen."),
      en=Say("Months since it began (lone parent)", "The lone parents' exemption has been running for {uitkomst}.",
             "The lone parents' exemption has not begun yet."))  # fmt: skip
def maanden_r(maanden_r_eerder: Months, maanden_r_geteld: Months) -> Months:
    """Months since exemption r began, work or no work: the period of 30 months is unbroken."""
    return largest(maanden_r_eerder, previous(maanden_r_geteld))


@rule("Pw 31:2:n", PERSOON,
      nl=Say("Kan 25% vrijgelaten worden", "U kunt deze maand een kwart van uw loon houden: {uitkomst}.",
             "De vrijlating van een kwart van uw loon geldt deze maand niet voor u."),
      en=Say("Can 25% be exempted", "You can keep a quarter of your wages this month: {uitkomst}.",
             "The exemption of a quarter of your wages does not apply to you this month."))  # fmt: skip
def kan_n(vanaf_27: Truth, vrijlating_helpt: Truth, maanden_n: Months, vrijlating: Vrijlating) -> Truth:
    """Exemption n: at most six months, from 27, if the town grants it and finds that the work helps."""
    return vrijlating.n & vanaf_27 & vrijlating_helpt & (maanden_n < vrijlating.duur_n)


@rule("Pw 31:2:r", PERSOON,
      nl=Say("Kan 12,5% vrijgelaten worden", "U kunt als alleenstaande ouder een achtste van uw loon houden: {uitkomst}.",
             "De vrijlating voor alleenstaande ouders geldt deze maand niet voor u."),
      en=Say("Can 12.5% be exempted", "As a lone parent you can keep an eighth of your wages: {uitkomst}.",
             "The lone parents' exemption does not apply to you this month."))  # fmt: skip
def kan_r(leefvorm: Choice[Leefvorm], zorg_kind_onder_12: Truth, vanaf_27: Truth, vrijlating_helpt: Truth,
          maanden_n: Months, maanden_r: Months, vrijlating: Vrijlating) -> Truth:  # fmt: skip
    """Exemption r: a lone parent of a child under 12, after the months of n, for 30 unbroken months."""
    ouder = (leefvorm == Leefvorm.ALLEENSTAANDE_OUDER) & zorg_kind_onder_12
    op_tijd = (maanden_n >= vrijlating.duur_n) & (maanden_r < vrijlating.duur_r)
    return vrijlating.r & vanaf_27 & vrijlating_helpt & ouder & op_tijd


@rule("Pw 31:2", PERSOON, span=Span.parse("2018-01", "2022-12"), yields="soort_vrijlating",
      nl=Say("Soort vrijlating", "Deze vrijlating geldt voor u: {uitkomst}.", "Voor u geldt deze maand geen vrijlating. Uw hele loon telt mee."),
      en=Say("Kind of exemption", "This exemption applies to you: {uitkomst}.", "No exemption applies to you this month. All of your wages count."))  # fmt: skip
def soort_vrijlating_tot_2023(kan_n: Truth, kan_r: Truth, medisch_urenbeperkt: Truth, vrijlating: Vrijlating) -> Choice[Soort]:
    """Which exemption applies until 2022: n, then r, then y (y not while r applied)."""
    met_y = when(vrijlating.y & medisch_urenbeperkt, Soort.Y, otherwise=Soort.GEEN)
    return when(vrijlating.eigen, Soort.EIGEN, when(kan_n, Soort.N, otherwise=when(kan_r, Soort.R, otherwise=met_y)))


@rule("Pw 31:2", PERSOON, span=Span.parse("2023-01"), yields="soort_vrijlating",
      nl=Say("Soort vrijlating", "Deze vrijlating geldt voor u: {uitkomst}.", "Voor u geldt deze maand geen vrijlating. Uw hele loon telt mee."),
      en=Say("Kind of exemption", "This exemption applies to you: {uitkomst}.", "No exemption applies to you this month. All of your wages count."))  # fmt: skip
def soort_vrijlating_vanaf_2023(kan_n: Truth, kan_r: Truth, medisch_urenbeperkt: Truth, vrijlating: Vrijlating) -> Choice[Soort]:
    """Which exemption applies since 2023: n, then y, then r (r not while y applies)."""
    met_r = when(kan_r, Soort.R, otherwise=Soort.GEEN)
    met_y = when(vrijlating.y & medisch_urenbeperkt, Soort.Y, otherwise=met_r)
    return when(vrijlating.eigen, Soort.EIGEN, when(kan_n, Soort.N, otherwise=met_y))


@rule("Pw 31:2:n", PERSOON, start=0,
      nl=Say("Maanden vrijgelaten, met deze maand", "Tot en met deze maand komt u op {uitkomst}.", "Er telt nog geen maand mee voor de zes maanden."),
      en=Say("Months exempted, with this one", "Up to and including this month it comes to {uitkomst}.", "No month counts towards the six months yet."))  # fmt: skip
def maanden_n_geteld(maanden_n_geteld: Months, soort_vrijlating: Choice[Soort], grondslag: Cents) -> Months:
    """Months of exemption n used in these data, this month included; a month without wages does not count."""
    telt = (soort_vrijlating == Soort.N) & (grondslag > 0)
    return previous(maanden_n_geteld) + when(telt, Months("const", 1), otherwise=0)


@rule("Pw 31:2:r", PERSOON, start=0,
      nl=Say("Maanden sinds begin, met deze maand", "Met deze maand erbij loopt die vrijlating {uitkomst}.", "Die vrijlating loopt niet."),
      en=Say("Months since it began, with this one", "With this month that exemption has run for {uitkomst}.", "That exemption is not running."))  # fmt: skip
def maanden_r_geteld(maanden_r: Months, soort_vrijlating: Choice[Soort], grondslag: Cents) -> Months:
    """Months since exemption r began, this month included; it begins in the first month with wages under r."""
    begint = (soort_vrijlating == Soort.R) & (grondslag > 0)
    return when((maanden_r > 0) | begint, maanden_r + 1, otherwise=0)


@rule("Pw 31:2", PERSOON,
      nl=Say("Wat u mag houden", "U mag {vrijlating.aandeel} van {grondslag} houden, hoogstens {vrijlating.maximum}: {uitkomst}.",
             "Er is deze maand geen loon dat u mag houden zonder dat het meetelt."),
      en=Say("What you may keep", "You may keep {vrijlating.aandeel} of {grondslag}, at most {vrijlating.maximum}: {uitkomst}.",
             "This month there are no wages that you may keep without them counting."))  # fmt: skip
def vrijgelaten_loon(grondslag: Cents, soort_vrijlating: Choice[Soort], vrijlating: Vrijlating) -> Cents:
    """Part of a person's wages left out of account, once per person and month."""
    return smallest(share(grondslag, vrijlating.aandeel[soort_vrijlating], HALF_UP), vrijlating.maximum[soort_vrijlating])


@rule("Pw 32:1", PERSOON,
      nl=Say("Wat meetelt", "Van uw loon en vakantiegeld telt {uitkomst} mee.", "Er telt deze maand niets mee."),
      en=Say("What counts", "Of your wages and holiday money {uitkomst} counts.", "Nothing counts this month."))  # fmt: skip
def meetellend_loon(loon_samen: Cents, vakantiegeld_samen: Cents, vrijgelaten_loon: Cents) -> Cents:
    """A person's wages with holiday money, after the exempt part."""
    return loon_samen - vrijgelaten_loon + vakantiegeld_samen
