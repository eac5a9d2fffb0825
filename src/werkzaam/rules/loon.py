# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Wages of the month: what is known or estimated per job, and the holiday money over them."""

from __future__ import annotations

from enum import Enum

from werkzaam.engine.formula import Cents, Choice, Truth, largest, previous, total, when
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Parameters, Say, refusal, rule
from werkzaam.rules.book import choice


class Vakantiegeldwijze(Enum):
    """How holiday money over wages counts (Pw 31:4; a municipal choice)."""

    AANSPRAAKTABEL = ("tabel van het Rijk", "the State's table")
    LOONSTROOK = ("elke maand volgens de loonstrook", "each month by the payslip")
    BIJ_UITBETALING = ("bij uitbetaling", "when paid out")


class Methode(Enum):
    """When wages are set off (a municipal choice; Divosa 2019)."""

    OP_DE_MAAND = ("in de maand zelf", "in the month itself")
    ACHTERAF = ("een maand later", "a month later")
    SCHATTING = ("vooraf geschat", "estimated in advance")
    GEMIDDELDE = ("met een gemiddelde als schatting", "with an average as the estimate")
    VAST_BEDRAG = ("met een vast bedrag als schatting", "with a fixed amount as the estimate")


class Inkomsten(Parameters, group="inkomsten"):
    """How the town counts income from work."""

    vakantiegeld: Choice[Vakantiegeldwijze] = choice("inkomsten.vakantiegeld")
    methode: Choice[Methode] = choice("inkomsten.methode")


@refusal("Pw 32:1", HUISHOUDEN,
         nl=Say("Loon een maand later verrekend", "Loon dat een maand later wordt verrekend rekenen we nog niet uit.",
                "Het loon wordt niet een maand later verrekend."),
         en=Say("Wages set off a month later", "Wages that are set off a month later are not computed yet.",
                "The wages are not set off a month later."))  # fmt: skip
def loon_achteraf_verrekend(inkomsten: Inkomsten) -> Truth:
    """The town sets wages off a month later (inkomsten.methode = achteraf), which we do not compute."""
    return inkomsten.methode == Methode.ACHTERAF


@refusal("Regeling 11", BAAN,
         nl=Say("Vakantiegeld volgens tabel", "De tabellen van het Rijk voor vakantiegeld over loon zijn voor deze maand niet bekend.",
                "Uw gemeente rekent niet met de tabel van het Rijk."),
         en=Say("Holiday money by table", "The State's tables for holiday money over wages are not known for this month.",
                "Your municipality does not use the State's table."))  # fmt: skip
def vakantiegeld_volgens_tabel(inkomsten: Inkomsten) -> Truth:
    """The town counts holiday money by the State's tables, which we do not have for this month."""
    return inkomsten.vakantiegeld == Vakantiegeldwijze.AANSPRAAKTABEL


@rule("Pw 32:1", BAAN,
      nl=Say("Loon", "Het nettoloon waarmee we deze maand rekenen: {uitkomst}.", "In deze maand had u hier geen loon."),
      en=Say("Wage", "The net wage we calculate with this month: {uitkomst}.", "You had no wage here this month."))  # fmt: skip
def loon(nettoloon: Cents, loon_bekend: Truth, geschat_nettoloon: Cents) -> Cents:
    """The net wage of a job: the real one when it is known, the estimate until then."""
    return when(loon_bekend, nettoloon, otherwise=geschat_nettoloon)


@rule("Pw 31:4", BAAN,
      nl=Say("Vakantiegeld over loon", "Bij uw werkgever telt deze maand {uitkomst} vakantiegeld mee ({inkomsten.vakantiegeld}).",
             "Er telt deze maand geen vakantiegeld van deze werkgever mee."),
      en=Say("Holiday money over the wage", "This month {uitkomst} of holiday money with your employer counts ({inkomsten.vakantiegeld}).",
             "No holiday money of this employer counts this month."))  # fmt: skip
def vakantiegeld_over_loon(vakantiegeld_opgebouwd: Cents, vakantiegeld_uitbetaald: Cents, inkomsten: Inkomsten) -> Cents:
    """Holiday money that counts this month: what the payslip says was built up, or what was paid out."""
    return when(inkomsten.vakantiegeld == Vakantiegeldwijze.LOONSTROOK, vakantiegeld_opgebouwd, otherwise=vakantiegeld_uitbetaald)


@rule("Pw 31:4", BAAN, start=0,
      nl=Say("Vakantiegeld al meegeteld", "Sinds de vorige uitbetaling telde al {uitkomst} vakantiegeld van deze werkgever mee.",
             "Er telde nog geen vakantiegeld van deze werkgever mee."),
      en=Say("Holiday money counted so far", "Since the last pay-out {uitkomst} of this employer's holiday money was counted.",
             "None of this employer's holiday money was counted yet."))  # fmt: skip
def vakantiegeld_meegeteld(vakantiegeld_over_loon: Cents, vakantiegeld_meegeteld: Cents, vakantiegeld_afgerekend: Truth) -> Cents:
    """Holiday money counted per job since the employer last paid it out."""
    return when(previous(vakantiegeld_afgerekend), 0, otherwise=previous(vakantiegeld_meegeteld)) + vakantiegeld_over_loon


@rule("Pw 31:4", BAAN, start=False,
      nl=Say("Vakantiegeld uitbetaald", "Uw werkgever heeft deze maand het vakantiegeld uitbetaald: {uitkomst}.",
             "Uw werkgever heeft deze maand geen vakantiegeld uitbetaald."),
      en=Say("Holiday money paid out", "Your employer paid out the holiday money this month: {uitkomst}.",
             "Your employer paid out no holiday money this month."))  # fmt: skip
def vakantiegeld_afgerekend(vakantiegeld_uitbetaald: Cents) -> Truth:
    """The employer paid holiday money out this month, which closes what was counted before."""
    return vakantiegeld_uitbetaald > 0


@rule("Pw 31:4", BAAN,
      nl=Say("Vakantiegeld terug", "Er telde meer vakantiegeld mee dan u kreeg. Het verschil telt nu af van uw inkomen: {uitkomst}.",
             "Er telde niet te veel vakantiegeld mee."),
      en=Say("Holiday money back", "More holiday money was counted than you received. The difference now lowers your income: {uitkomst}.",
             "Not too much holiday money was counted."))  # fmt: skip
def vakantiegeld_terug(vakantiegeld_meegeteld: Cents, vakantiegeld_uitbetaald: Cents, vakantiegeld_afgerekend: Truth) -> Cents:
    """What was counted beyond what was received, given back at pay-out (CRVB:2018:3513)."""
    return when(vakantiegeld_afgerekend, largest(vakantiegeld_meegeteld - vakantiegeld_uitbetaald, 0), otherwise=0)


@rule("Pw 32:1", PERSOON,
      nl=Say("Loon samen", "Uw loon van alle banen samen is {uitkomst}.", "U had deze maand geen loon."),
      en=Say("Wages together", "Your wages from all jobs together are {uitkomst}.", "You had no wages this month."))  # fmt: skip
def loon_samen(loon: Cents) -> Cents:
    """Net wages of a person over all jobs; corrections cannot bring the month below zero."""
    return largest(total(loon), 0)


@rule("Pw 31:4", PERSOON,
      nl=Say("Vakantiegeld samen", "Van al uw banen telt deze maand samen {uitkomst} vakantiegeld mee.",
             "Er telt deze maand geen vakantiegeld mee."),
      en=Say("Holiday money together", "From all your jobs together {uitkomst} of holiday money counts this month.",
             "No holiday money counts this month."))  # fmt: skip
def vakantiegeld_samen(vakantiegeld_over_loon: Cents, vakantiegeld_terug: Cents) -> Cents:
    """Holiday money over a person's wages that counts this month, less what is given back."""
    return total(vakantiegeld_over_loon) - total(vakantiegeld_terug)


@rule("Pw 31:4", PERSOON,
      nl=Say("Vakantiegeld ontvangen", "Uw werkgevers betaalden deze maand samen {uitkomst} vakantiegeld.",
             "Uw werkgevers betaalden deze maand geen vakantiegeld."),
      en=Say("Holiday money received", "Your employers paid {uitkomst} of holiday money together this month.",
             "Your employers paid no holiday money this month."))  # fmt: skip
def vakantiegeld_ontvangen(vakantiegeld_uitbetaald: Cents) -> Cents:
    """Holiday money that reached a person this month, whenever it counted."""
    return total(vakantiegeld_uitbetaald)
