# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The premium on earnings: built up per month, paid out twice a year, within the law's yearly maximum."""

from __future__ import annotations

from enum import Enum

from werkzaam.core.money import HALF_UP
from werkzaam.engine.formula import Cents, Choice, Share, Truth, largest, previous, share, smallest, when
from werkzaam.engine.rule import PERSOON, Parameters, Say, rule
from werkzaam.rules.book import calendar, choice, fact

MAANDEN_HALFJAAR = 6


class MaximumPer(Enum):
    """Whether the maximum holds for each month, or six times that amount for the half-year together."""

    MAAND = ("per maand", "per month")
    HALFJAAR = ("over het halfjaar samen", "over the half-year together")


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
def premie_van_de_maand(loon_samen: Cents, kan_premie: Truth, premie_eerder_dit_halfjaar: Cents, premie: Premie) -> Cents:
    """Premium built up this month over net wages, per person; not means (Pw 31:2:j)."""
    rest_halfjaar = largest(premie.maximum * MAANDEN_HALFJAAR - premie_eerder_dit_halfjaar, 0)
    ruimte = when(premie.maximum_per == MaximumPer.MAAND, premie.maximum, otherwise=rest_halfjaar)
    return when(kan_premie, smallest(share(loon_samen, premie.aandeel, HALF_UP), ruimte), otherwise=0)


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


@rule("Beleid bijverdienpremie", PERSOON,
      nl=Say("Premie die klaarstaat", "Er staat {uitkomst} premie klaar om uit te betalen.", "Er staat geen premie klaar om uit te betalen."),
      en=Say("Premium ready to be paid", "{uitkomst} of premium is ready to be paid.", "No premium is ready to be paid."))  # fmt: skip
def premie_klaar(premie_blijft_klaar: Cents, premie_afgesloten: Cents) -> Cents:
    """Premium of closed half-years that was not paid before this month."""
    return previous(premie_blijft_klaar) + premie_afgesloten


@rule("Pw 31:2:j", PERSOON,
      nl=Say("Premie eerder dit jaar betaald", "Eerder in dit jaar kreeg u {uitkomst} premie.", "Eerder in dit jaar kreeg u nog geen premie."),
      en=Say("Premium paid earlier this year", "Earlier this year you were paid {uitkomst} of premium.", "Earlier this year you were paid no premium yet."))  # fmt: skip
def premie_eerder_dit_jaar(premie_dit_jaar: Cents, premie: Premie) -> Cents:
    """Premium paid in this calendar year before this month."""
    return when(premie.jaar_begint, 0, otherwise=previous(premie_dit_jaar))


@rule("Pw 31:2:j", PERSOON, start=0,
      nl=Say("Premie die klaar blijft staan", "Na deze maand staat er nog {uitkomst} premie klaar voor een volgende keer.",
             "Na deze maand staat er geen premie meer klaar."),
      en=Say("Premium that stays ready", "After this month {uitkomst} of premium is still ready for a next time.",
             "After this month no premium is ready any more."))  # fmt: skip
def premie_blijft_klaar(premie_klaar: Cents, premie_eerder_dit_jaar: Cents, premie: Premie) -> Cents:
    """Premium that waits: all of it outside a payout month, in one what goes beyond the year's maximum of part j."""
    ruimte = largest(premie.maximum_per_jaar - premie_eerder_dit_jaar, 0)
    return when(premie.betaalmaand, largest(premie_klaar - ruimte, 0), otherwise=premie_klaar)


@rule("Pw 31:2:j", PERSOON,
      nl=Say("Uitbetaling premie", "Deze maand krijgt u uw premie: {uitkomst}. Dit bedrag telt niet mee voor uw bijstand.",
             "Deze maand wordt geen premie uitbetaald."),
      en=Say("Premium paid out", "This month you get your premium: {uitkomst}. It does not count against your bijstand.",
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
