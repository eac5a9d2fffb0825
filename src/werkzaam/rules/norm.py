# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The norm: the amount a household should at least have, for every household of articles 20 to 24."""

from __future__ import annotations

from enum import Enum
from typing import Any

from werkzaam.core.money import HALF_UP
from werkzaam.core.months import Span
from werkzaam.engine.formula import Cents, Choice, Count, Share, Table, Truth, largest, ratio, share, smallest, total, when
from werkzaam.engine.rule import HUISHOUDEN, PERSOON, Parameters, Say, rule
from werkzaam.rules.book import Fixed, by_option, fact
from werkzaam.rules.situatie import Leefvorm, Rol

TOT_2026, VANAF_2026 = Span.parse("0000-01", "2025-12"), Span.parse("2026-01")
ECHTGENOTEN = 2
"""Article 24 gives 50%: of two spouses one."""
HONDERD = 100
"""Percentages count in hundredths where a share depends on the household."""


class Normgroep(Enum):
    """Which amount of articles 20 to 23 is a household's; the words say for whom."""

    ALLEENSTAANDE_18_20 = ("alleenstaande van 18, 19 of 20", "single person of 18, 19 or 20")
    OUDER_18_20 = ("alleenstaande ouder van 18, 19 of 20", "lone parent of 18, 19 or 20")
    GEHUWDEN_18_20 = ("stel, beiden 18, 19 of 20, zonder kinderen", "couple, both 18, 19 or 20, without children")
    GEHUWDEN_18_20_KIND = ("stel, beiden 18, 19 of 20, met kinderen", "couple, both 18, 19 or 20, with children")
    GEHUWDEN_EEN_18_20 = ("stel, een 18, 19 of 20, zonder kinderen", "couple, one 18, 19 or 20, without children")
    GEHUWDEN_EEN_18_20_KIND = ("stel, een 18, 19 of 20, met kinderen", "couple, one 18, 19 or 20, with children")
    ALLEENSTAANDE = ("alleenstaande (ouder) vanaf 21", "single person or lone parent from 21")
    GEHUWDEN = ("stel, beiden vanaf 21", "couple, both from 21")
    ALLEENSTAANDE_AOW = ("alleenstaande (ouder) met AOW-leeftijd", "single person or lone parent of the state pension age")
    GEHUWDEN_AOW = ("stel, beiden met AOW-leeftijd", "couple, both of the state pension age")
    GEHUWDEN_EEN_AOW = ("stel, een met AOW-leeftijd", "couple, one of the state pension age")
    ALLEENSTAANDE_INRICHTING = ("alleenstaande (ouder) in een inrichting", "single person or lone parent in an institution")
    GEHUWDEN_INRICHTING = ("stel in een inrichting", "couple in an institution")


class Gezin(Enum):
    """Whether there are dependent children."""

    ZONDER_KIND = ("zonder kinderen", "without children")
    MET_KIND = ("met kinderen", "with children")


class Normwijze(Enum):
    """For whom the norm of a household holds."""

    SAMEN = ("voor uw huishouden", "for your household")
    NAAST = ("voor u, naast een partner zonder recht op bijstand", "for you, beside a partner without a right to bijstand")
    APART = (
        "voor ieder van u apart, met een van u in een inrichting",
        "for each of you apart, with one of you in an institution",
    )


def _norm(name: str) -> Any:
    return fact(f"norm_{name}_incl_vt")


class Norm(Parameters, group="norm"):
    """The norms of articles 20 to 23 including holiday allowance, and what article 22a makes of them."""

    bedrag: Table[Normgroep, Cents] = by_option({
        Normgroep.ALLEENSTAANDE_18_20: _norm("18_20_alleenstaande"),
        Normgroep.OUDER_18_20: _norm("18_20_alleenstaande_ouder"),
        Normgroep.GEHUWDEN_18_20: _norm("18_20_gehuwden_beiden_zonder_kind"),
        Normgroep.GEHUWDEN_18_20_KIND: _norm("18_20_gehuwden_beiden_met_kind"),
        Normgroep.GEHUWDEN_EEN_18_20: _norm("gehuwden_een_18_20_ander_21plus_zonder_kind"),
        Normgroep.GEHUWDEN_EEN_18_20_KIND: _norm("gehuwden_een_18_20_ander_21plus_met_kind"),
        Normgroep.ALLEENSTAANDE: _norm("21_alleenstaande_of_ouder"),
        Normgroep.GEHUWDEN: _norm("21_gehuwden"),
        Normgroep.ALLEENSTAANDE_AOW: _norm("aow_alleenstaande_of_ouder"),
        Normgroep.GEHUWDEN_AOW: _norm("aow_gehuwden_beiden"),
        Normgroep.GEHUWDEN_EEN_AOW: _norm("aow_gehuwden_een"),
        Normgroep.ALLEENSTAANDE_INRICHTING: _norm("inrichting_alleenstaande_of_ouder"),
        Normgroep.GEHUWDEN_INRICHTING: _norm("inrichting_gehuwden"),
    })  # fmt: skip
    zorgpremie: Table[Normgroep, Cents] = by_option({
        **dict.fromkeys(Normgroep, Fixed(0)),
        Normgroep.ALLEENSTAANDE_INRICHTING: fact("inrichting_verhoging_zorgpremie_alleenstaande"),
        Normgroep.GEHUWDEN_INRICHTING: fact("inrichting_verhoging_zorgpremie_gehuwden"),
    })  # fmt: skip
    gehuwden: Cents = _norm("21_gehuwden")
    gehuwden_aow: Cents = _norm("aow_gehuwden_beiden")
    gehuwden_een_aow: Cents = _norm("aow_gehuwden_een")
    volwassen: Table[Leefvorm, Cents] = by_option({
        Leefvorm.ALLEENSTAANDE: _norm("21_alleenstaande_of_ouder"),
        Leefvorm.ALLEENSTAANDE_OUDER: _norm("21_alleenstaande_of_ouder"),
        Leefvorm.GEHUWDEN: _norm("21_gehuwden"),
    })  # fmt: skip
    vast_deel: Count = fact("kostendelersnorm_vast_deel")
    deel_per_persoon: Count = fact("kostendelersnorm_deel_per_persoon")
    partner_18_20: Table[Gezin, Cents] = by_option({
        Gezin.ZONDER_KIND: fact("kostendeler_toevoeging_partner_18_20_zonder_kind"),
        Gezin.MET_KIND: fact("kostendeler_toevoeging_partner_18_20_met_kind"),
    })  # fmt: skip
    zonder_ouders: Cents = fact("verhoging_18_20_ouders_kunnen_niet_bijdragen")
    vakantietoeslag: Share = fact("vakantietoeslag_pct_in_norm")


@rule("Pw 20:2", HUISHOUDEN,
      nl=Say("Kinderen", "Voor de norm bent u een gezin {uitkomst}."),
      en=Say("Children", "For the norm you are a family {uitkomst}."))  # fmt: skip
def gezin(kinderen: Truth, leefvorm: Choice[Leefvorm]) -> Choice[Gezin]:
    """Whether dependent children belong to the household."""
    return when(kinderen | (leefvorm == Leefvorm.ALLEENSTAANDE_OUDER), Gezin.MET_KIND, Gezin.ZONDER_KIND)


@rule("Pw 20", HUISHOUDEN,
      nl=Say("Norm voor jongeren", "Wie jonger is dan 21 heeft een eigen norm: {uitkomst}."),
      en=Say("Norm for young people", "People under 21 have a norm of their own: {uitkomst}."))  # fmt: skip
def normgroep_jongeren(leefvorm: Choice[Leefvorm], gezin: Choice[Gezin], jongeren: Count) -> Choice[Normgroep]:
    """Which amount of article 20 is the household's if somebody is under 21."""
    kind = gezin == Gezin.MET_KIND
    een = when(kind, Normgroep.GEHUWDEN_EEN_18_20_KIND, Normgroep.GEHUWDEN_EEN_18_20)
    beiden = when(kind, Normgroep.GEHUWDEN_18_20_KIND, Normgroep.GEHUWDEN_18_20)
    alleen = when(leefvorm == Leefvorm.ALLEENSTAANDE_OUDER, Normgroep.OUDER_18_20, Normgroep.ALLEENSTAANDE_18_20)
    return when(leefvorm == Leefvorm.GEHUWDEN, when(jongeren > 1, beiden, een), alleen)


@rule("Pw 22", HUISHOUDEN,
      nl=Say("Norm voor volwassenen", "Vanaf 21 jaar hangt de norm af van wie de AOW-leeftijd heeft: {uitkomst}."),
      en=Say("Norm for adults", "From 21 the norm depends on who reached the state pension age: {uitkomst}."))  # fmt: skip
def normgroep_volwassenen(leefvorm: Choice[Leefvorm], aow_gerechtigden: Count) -> Choice[Normgroep]:
    """Which amount of article 21 or 22 is the household's if nobody is under 21."""
    met_aow = when(aow_gerechtigden > 1, Normgroep.GEHUWDEN_AOW, Normgroep.GEHUWDEN_EEN_AOW)
    samen = when(aow_gerechtigden > 0, met_aow, Normgroep.GEHUWDEN)
    alleen = when(aow_gerechtigden > 0, Normgroep.ALLEENSTAANDE_AOW, Normgroep.ALLEENSTAANDE)
    return when(leefvorm == Leefvorm.GEHUWDEN, samen, alleen)


@rule("Pw 20", HUISHOUDEN,
      nl=Say("Welke norm", "Voor de norm bent u: {uitkomst}."),
      en=Say("Which norm", "For the norm you are: {uitkomst}."))  # fmt: skip
def normgroep(leefvorm: Choice[Leefvorm], jongeren: Count, in_inrichting_samen: Count, echtgenoten: Count,
              normgroep_jongeren: Choice[Normgroep], normgroep_volwassenen: Choice[Normgroep]) -> Choice[Normgroep]:  # fmt: skip
    """Which amount of articles 20 to 23 is the household's; with one of two in an institution, the one they would have at home."""
    inrichting = when(leefvorm == Leefvorm.GEHUWDEN, Normgroep.GEHUWDEN_INRICHTING, Normgroep.ALLEENSTAANDE_INRICHTING)
    thuis = when(jongeren > 0, normgroep_jongeren, normgroep_volwassenen)
    return when(in_inrichting_samen < echtgenoten, thuis, inrichting)


@rule("Pw 23:2", HUISHOUDEN,
      nl=Say("Verhoging voor de zorgpremie", "In een inrichting komt er iets bij voor de zorgpremie: {uitkomst}.", "Er komt niets bij voor de zorgpremie."),
      en=Say("Addition for the health premium", "In an institution something is added for the health premium: {uitkomst}.", "Nothing is added for the health premium."))  # fmt: skip
def verhoging_zorgpremie(normgroep: Choice[Normgroep], norm: Norm) -> Cents:
    """What article 23(2) adds to the norm in an institution."""
    return norm.zorgpremie[normgroep]


@rule("Pw 21", HUISHOUDEN,
      nl=Say("Basisnorm", "De norm voor {normgroep}, als u geen woonkosten deelt: {uitkomst}."),
      en=Say("Basic norm", "The norm for {normgroep}, if you share no costs of the home: {uitkomst}."))  # fmt: skip
def basisnorm(normgroep: Choice[Normgroep], verhoging_zorgpremie: Cents, norm: Norm) -> Cents:
    """The amount of articles 20 to 23, before sharing costs."""
    return norm.bedrag[normgroep] + verhoging_zorgpremie


_VERHOGING_NL = Say("Verhoging voor wie niet bij de ouders terecht kan", "U kunt niet bij uw ouders terecht. Daarom komt er {uitkomst} bij de norm.",
                    "Er komt geen verhoging bij de norm.")  # fmt: skip
_VERHOGING_EN = Say("Addition for who cannot turn to the parents", "You cannot turn to your parents. So {uitkomst} is added to the norm.",
                    "Nothing is added to the norm.")  # fmt: skip


@rule("Pw 20:3", HUISHOUDEN, nl=_VERHOGING_NL, en=_VERHOGING_EN, span=TOT_2026, yields="verhoging_18_20")
def geen_verhoging_18_20() -> Cents:
    """Nothing before 2026; the law has the addition since then."""
    return Cents("const", 0)


@rule("Pw 20:3", HUISHOUDEN, nl=_VERHOGING_NL, en=_VERHOGING_EN, span=VANAF_2026)
def verhoging_18_20(basisnorm: Cents, leefvorm: Choice[Leefvorm], telt_zonder_ouders: Count, norm: Norm) -> Cents:
    """A fixed sum for each of 18 to 20 who cannot turn to the parents, never above the norm from 21 (Pw 20:4)."""
    met_verhoging = basisnorm + norm.zonder_ouders * total(telt_zonder_ouders)
    return when(total(telt_zonder_ouders) > 0, smallest(met_verhoging, norm.volwassen[leefvorm]) - basisnorm, otherwise=0)


@rule("Pw 22a:2", HUISHOUDEN,
      nl=Say("Rekennorm", "Wie woonkosten deelt, rekent met de norm voor een stel: {uitkomst}."),
      en=Say("Norm to reckon with", "People who share costs reckon with the norm for a couple: {uitkomst}."))  # fmt: skip
def rekennorm(aow_gerechtigden: Count, echtgenoten: Count, norm: Norm) -> Cents:
    """B of article 22a: the norm for a couple of the right age."""
    met_aow = when(aow_gerechtigden < echtgenoten, norm.gehuwden_een_aow, otherwise=norm.gehuwden_aow)
    return when(aow_gerechtigden > 0, met_aow, otherwise=norm.gehuwden)


def deel_van_norm(twee: Cents, personen: Count, norm: Norm) -> Cents:
    """(40% + A x 30%) / A of the norm for two, rounded once, where A persons share the costs."""
    return share(twee, ratio(norm.vast_deel + norm.deel_per_persoon * personen, personen * HONDERD), HALF_UP)


@rule("Pw 22a:1", HUISHOUDEN,
      nl=Say("Norm per persoon", "Met {kostendelers} die de woonkosten delen is de norm per persoon {uitkomst}."),
      en=Say("Norm per person", "With {kostendelers} sharing the costs the norm per person is {uitkomst}."))  # fmt: skip
def norm_per_persoon(rekennorm: Cents, kostendelers: Count, norm: Norm) -> Cents:
    """(40% + A x 30%) / A x B, rounded once; for two persons it is half of the norm for a couple."""
    return deel_van_norm(rekennorm, kostendelers, norm)


@rule("Pw 22a:3", HUISHOUDEN,
      nl=Say("Norm als u woonkosten deelt", "Als u woonkosten deelt, is uw norm {uitkomst}."),
      en=Say("Norm when you share costs", "When you share the costs of the home, your norm is {uitkomst}."))  # fmt: skip
def kostendelersnorm(norm_per_persoon: Cents, echtgenoten: Count, jongeren: Count, gezin: Choice[Gezin], norm: Norm) -> Cents:
    """The norm per person for each of 21 or older, and the fixed addition for a spouse of 18 to 20."""
    return norm_per_persoon * (echtgenoten - jongeren) + when(jongeren > 0, norm.partner_18_20[gezin], otherwise=0)


@rule("Pw 24", PERSOON,
      nl=Say("AOW-leeftijd van wie recht heeft", "Wie recht op bijstand heeft en de AOW-leeftijd: {uitkomst}.", "Niemand met recht op bijstand heeft hier de AOW-leeftijd."),
      en=Say("State pension age of who has a right", "Has a right to bijstand and the state pension age: {uitkomst}.", "Nobody with a right to bijstand has the state pension age here."))  # fmt: skip
def aow_met_recht(telt_als_aow: Count, rol: Choice[Rol]) -> Count:
    """1 for who gets bijstand and reached the AOW age."""
    return when(rol == Rol.BIJSTAND, telt_als_aow, otherwise=0)


@rule("Pw 24", PERSOON,
      nl=Say("Jonger dan 21 met recht", "Wie recht op bijstand heeft en jonger is dan 21: {uitkomst}.", "Niemand met recht op bijstand is hier jonger dan 21."),
      en=Say("Under 21 with a right", "Has a right to bijstand and is under 21: {uitkomst}.", "Nobody with a right to bijstand is under 21 here."))  # fmt: skip
def jong_met_recht(telt_als_jongere: Count, rol: Choice[Rol]) -> Count:
    """1 for who gets bijstand and is 18, 19 or 20."""
    return when(rol == Rol.BIJSTAND, telt_als_jongere, otherwise=0)


@rule("Pw 24", HUISHOUDEN,
      nl=Say("Norm naast een partner zonder recht", "Naast een partner zonder recht op bijstand is de norm de helft van die voor twee mensen van uw leeftijd: {uitkomst}."),
      en=Say("Norm beside a partner without a right", "Beside a partner without a right to bijstand the norm is half of that for two people of your age: {uitkomst}."))  # fmt: skip
def norm_naast_partner(aow_met_recht: Count, jong_met_recht: Count, gezin: Choice[Gezin], norm: Norm) -> Cents:
    """Half of the norm for a couple of the age of the one with a right; without shared costs, or under 21 (Pw 24 a and b)."""
    jong = when(gezin == Gezin.MET_KIND, Normgroep.GEHUWDEN_18_20_KIND, Normgroep.GEHUWDEN_18_20)
    volwassen = when(total(aow_met_recht) > 0, Normgroep.GEHUWDEN_AOW, Normgroep.GEHUWDEN)
    twee = norm.bedrag[when(total(jong_met_recht) > 0, jong, volwassen)]
    return share(twee, ratio(Count("const", 1), Count("const", ECHTGENOTEN)), HALF_UP)


@rule("Pw 19:2", HUISHOUDEN,
      nl=Say("Norm", "De norm is het bedrag dat u per maand minstens moet hebben. Voor u is dat {uitkomst}."),
      en=Say("Norm", "The norm is the amount you should at least have each month. For you it is {uitkomst}."))  # fmt: skip
def bijstandsnorm(normwijze: Choice[Normwijze], deelt_kosten: Truth, kostendelersnorm: Cents, basisnorm: Cents,
                  verhoging_18_20: Cents, norm_alleen: Cents, jong_met_recht: Count, norm_per_persoon: Cents,
                  norm_naast_partner: Cents) -> Cents:  # fmt: skip
    """The norm of the household, including holiday allowance; beside a partner without a right, the norm of one (Pw 24)."""
    samen = when(deelt_kosten, kostendelersnorm, otherwise=basisnorm + verhoging_18_20)
    naast = when(deelt_kosten & (total(jong_met_recht) < 1), norm_per_persoon, otherwise=norm_naast_partner)
    bijzonder = when(normwijze == Normwijze.APART, total(norm_alleen), otherwise=naast)
    return largest(when(normwijze == Normwijze.SAMEN, samen, otherwise=bijzonder), 0)


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
