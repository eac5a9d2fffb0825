# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The premium on earnings: built up per month, paid out twice a year, within the law's yearly maximum."""

from __future__ import annotations

from enum import Enum

from werkzaam.core.money import HALF_UP
from werkzaam.engine.formula import Cents, Choice, Share, Truth, largest, previous, share, smallest, when
from werkzaam.engine.rule import PERSOON, Parameters, Say, rule
from werkzaam.rules.book import calendar, choice, fact


class MaximumPer(Enum):
    """Whether the maximum holds per month or on the half-year together."""

    MAAND = ("per maand", "per month")
    HALFJAAR = ("per halfjaar", "per half-year")


class Premie(Parameters, group="premie"):
    """The town's premium on earnings, and the most that article 31(2) j leaves out of account in a year."""

    geldt: Truth = choice("premie.geldt")
    aandeel: Share = choice("premie.aandeel")
    maximum: Cents = choice("premie.maximum")
    maximum_per: Choice[MaximumPer] = choice("premie.maximum_per")
    maximum_uitbetaling: Cents = choice("premie.maximum_uitbetaling")
    alleen_met_bijstand: Truth = choice("premie.alleen_met_bijstand")
    halfjaar_begint: Truth = calendar(lambda month, ends: (month - 1).number in ends, "premie.halfjaar_eindigt")
    halfjaar_eindigt: Truth = calendar(lambda month, ends: month.number in ends, "premie.halfjaar_eindigt")
    betaalmaand: Truth = calendar(lambda month, pays: month.number in pays, "premie.uitbetaling")
    jaar_begint: Truth = calendar(lambda month, _: month.number == 1)
    maximum_per_jaar: Cents = fact("premie_max_per_kalenderjaar")


@rule("Pw 31:2:j", PERSOON,
      nl=Say("Premie mogelijk", "U kunt deze maand premie opbouwen: {uitkomst}.", "Deze maand bouwt u geen premie op."),
      en=Say("Premium possible", "You can build up premium this month: {uitkomst}.", "You build up no premium this month."))  # fmt: skip
def kan_premie(vanaf_27: Truth, recht_op_bijstand: Truth, premie: Premie) -> Truth:
    """The town pays a premium, the person is 27 or older and, where the town asks it, bijstand is due."""
    return premie.geldt & vanaf_27 & (recht_op_bijstand | ~premie.alleen_met_bijstand)


@rule("Beleid bijverdienpremie", PERSOON,
      nl=Say("Premie van deze maand", "Over uw loon bouwt u {premie.aandeel} premie op, hoogstens {premie.maximum} ({premie.maximum_per}): {uitkomst}.",
             "U bouwt deze maand geen premie op."),
      en=Say("Premium of this month", "Over your wages you build up {premie.aandeel} premium, at most {premie.maximum} ({premie.maximum_per}): {uitkomst}.",
             "You build up no premium this month."))  # fmt: skip
def premie_van_de_maand(loon_samen: Cents, kan_premie: Truth, premie: Premie) -> Cents:
    """Premium built up this month over net wages, per person; not means (Pw 31:2:j)."""
    deel = share(loon_samen, premie.aandeel, HALF_UP)
    begrensd = when(premie.maximum_per == MaximumPer.MAAND, smallest(deel, premie.maximum), otherwise=deel)
    return when(kan_premie, begrensd, otherwise=0)


@rule("Beleid bijverdienpremie", PERSOON, start=0,
      nl=Say("Premie opgebouwd dit halfjaar", "In dit halfjaar bouwde u tot nu toe {uitkomst} premie op.", "In dit halfjaar bouwde u nog geen premie op."),
      en=Say("Premium built up this half-year", "In this half-year you built up {uitkomst} of premium so far.", "In this half-year you built up no premium yet."))  # fmt: skip
def premie_opgebouwd(premie_van_de_maand: Cents, premie_opgebouwd: Cents, premie: Premie) -> Cents:
    """Premium built up since the half-year began, this month included."""
    return when(premie.halfjaar_begint, 0, otherwise=previous(premie_opgebouwd)) + premie_van_de_maand


@rule("Beleid bijverdienpremie", PERSOON,
      nl=Say("Halfjaar afgesloten", "Het halfjaar is om. Klaar om uit te betalen, hoogstens {premie.maximum_uitbetaling}: {uitkomst}.",
             "Deze maand sluit geen halfjaar met premie af."),
      en=Say("Half-year closed", "The half-year is over. Ready to be paid, at most {premie.maximum_uitbetaling}: {uitkomst}.",
             "This month closes no half-year with premium."))  # fmt: skip
def premie_afgesloten(premie_opgebouwd: Cents, premie: Premie) -> Cents:
    """Premium that becomes payable at the end of a half-year."""
    return when(premie.halfjaar_eindigt, smallest(premie_opgebouwd, premie.maximum_uitbetaling), otherwise=0)


@rule("Beleid bijverdienpremie", PERSOON, start=0,
      nl=Say("Premie die klaarstaat", "Er staat {uitkomst} premie klaar om uit te betalen.", "Er staat geen premie klaar om uit te betalen."),
      en=Say("Premium ready to be paid", "{uitkomst} of premium is ready to be paid.", "No premium is ready to be paid."))  # fmt: skip
def premie_klaar(premie_klaar: Cents, premie_uitbetaling: Cents, premie_afgesloten: Cents) -> Cents:
    """Premium of closed half-years that was not paid yet."""
    return previous(premie_klaar) - previous(premie_uitbetaling) + premie_afgesloten


@rule("Pw 31:2:j", PERSOON,
      nl=Say("Premie eerder dit jaar betaald", "Eerder in dit jaar kreeg u {uitkomst} premie.", "Eerder in dit jaar kreeg u nog geen premie."),
      en=Say("Premium paid earlier this year", "Earlier this year you were paid {uitkomst} of premium.", "Earlier this year you were paid no premium yet."))  # fmt: skip
def premie_eerder_dit_jaar(premie_dit_jaar: Cents, premie: Premie) -> Cents:
    """Premium paid in this calendar year before this month."""
    return when(premie.jaar_begint, 0, otherwise=previous(premie_dit_jaar))


@rule("Pw 31:2:j", PERSOON, start=0,
      nl=Say("Uitbetaling premie", "Deze maand krijgt u uw premie: {uitkomst}. Dit bedrag telt niet mee voor uw bijstand.",
             "Deze maand wordt geen premie uitbetaald."),
      en=Say("Premium paid out", "This month you get your premium: {uitkomst}. It does not count against your bijstand.",
             "No premium is paid out this month."))  # fmt: skip
def premie_uitbetaling(premie_klaar: Cents, premie_eerder_dit_jaar: Cents, premie: Premie) -> Cents:
    """Premium paid this month; together with earlier payments never above the year's maximum of part j."""
    ruimte = largest(premie.maximum_per_jaar - premie_eerder_dit_jaar, 0)
    return when(premie.betaalmaand, smallest(premie_klaar, ruimte), otherwise=0)


@rule("Pw 31:2:j", PERSOON, start=0,
      nl=Say("Premie dit jaar betaald", "In dit jaar kreeg u tot nu toe {uitkomst} premie.", "In dit jaar kreeg u nog geen premie."),
      en=Say("Premium paid this year", "This year you were paid {uitkomst} of premium so far.", "This year you were paid no premium yet."))  # fmt: skip
def premie_dit_jaar(premie_eerder_dit_jaar: Cents, premie_uitbetaling: Cents) -> Cents:
    """Premium paid in this calendar year, this month included."""
    return premie_eerder_dit_jaar + premie_uitbetaling
