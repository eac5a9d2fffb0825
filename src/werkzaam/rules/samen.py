# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The month as a whole: wages, bijstand and premium together."""

from __future__ import annotations

from werkzaam.engine.formula import Cents, total
from werkzaam.engine.rule import HUISHOUDEN, Say, rule


@rule("Beleid bijverdienpremie", HUISHOUDEN,
      nl=Say("Premie erbij", "Uw werk levert deze maand {uitkomst} premie op. Die krijgt u als de gemeente premie betaalt.", "Er komt deze maand geen premie bij."),
      en=Say("Premium on top", "Your work earns {uitkomst} of premium this month. You get it when the municipality pays premiums.", "No premium comes on top this month."))  # fmt: skip
def premie_erbij(premie_van_de_maand: Cents, eenmalige_premie: Cents, uitstroompremie: Cents) -> Cents:
    """What the premium adds for the work of this month, with a premium that is given once or on leaving."""
    return total(premie_van_de_maand) + total(eenmalige_premie) + total(uitstroompremie)


@rule("Pw 31:2:j", HUISHOUDEN,
      nl=Say("Premie op uw rekening", "Deze maand komt {uitkomst} premie op uw rekening.", "Deze maand komt er geen premie op uw rekening."),
      en=Say("Premium on your account", "{uitkomst} of premium comes on your account this month.", "No premium comes on your account this month."))  # fmt: skip
def premie_op_rekening(premie_uitbetaling: Cents) -> Cents:
    """Premium paid to the household this month."""
    return total(premie_uitbetaling)


@rule("Pw 19:2", HUISHOUDEN,
      nl=Say("Ander geld op uw rekening", "Vakantiegeld en eindejaarsuitkering van werkgevers, ander geld en uw vakantietoeslag: {uitkomst}.",
             "Er komt deze maand geen ander geld op uw rekening."),
      en=Say("Other money on your account", "Holiday money and end-of-year pay from employers, other money and your holiday allowance: {uitkomst}.",
             "No other money comes on your account this month."))  # fmt: skip
def ander_geld_op_rekening(vakantiegeld_op_rekening: Cents, eindejaarsuitkering_op_rekening: Cents, ander_inkomen_ontvangen: Cents,
                           vakantietoeslag_uitbetaling: Cents) -> Cents:  # fmt: skip
    """Money that reaches the household beside wages, bijstand and premiums."""
    return vakantiegeld_op_rekening + eindejaarsuitkering_op_rekening + ander_inkomen_ontvangen + vakantietoeslag_uitbetaling


@rule("Pw 19:2", HUISHOUDEN,
      nl=Say("Ander geld erbij", "Vakantiegeld en eindejaarsuitkering die bij deze maand horen, en ander geld: {uitkomst}.",
             "Bij deze maand hoort geen ander geld."),
      en=Say("Other money on top", "Holiday money and end-of-year pay that go with this month, and other money: {uitkomst}.",
             "No other money goes with this month."))  # fmt: skip
def ander_geld_erbij(vakantiegeld_erbij: Cents, eindejaarsuitkering_erbij: Cents, ander_inkomen_ontvangen: Cents) -> Cents:
    """What this month brings beside wages, bijstand and premiums."""
    return vakantiegeld_erbij + eindejaarsuitkering_erbij + ander_inkomen_ontvangen


@rule("Pw 19:2", HUISHOUDEN,
      nl=Say("Op uw rekening", "Loon en bijstand van deze maand, en de premie en het vakantiegeld die nu worden betaald: {uitkomst}.",
             "Deze maand komt er niets op uw rekening."),
      en=Say("On your account", "Wages and bijstand of this month, and the premium and holiday money that are paid now: {uitkomst}.",
             "Nothing comes on your account this month."))  # fmt: skip
def op_rekening(
    loon_op_rekening: Cents, ander_geld_op_rekening: Cents, overgemaakt: Cents, premie_op_rekening: Cents, uurpremie_samen: Cents
) -> Cents:
    """Money that reaches the household for this month: the wage as it is paid, also where another sum counts."""
    return loon_op_rekening + ander_geld_op_rekening + overgemaakt + premie_op_rekening + uurpremie_samen


@rule("Pw 19:2", HUISHOUDEN,
      nl=Say("Samen", "Alles wat deze maand voor u is, ook wat u later krijgt (vakantiegeld, vakantietoeslag en premie): {uitkomst}.",
             "Deze maand levert niets op."),
      en=Say("Together", "Everything this month brings you, also what you get later (holiday money, holiday allowance, premium): {uitkomst}.",
             "This month brings nothing."))  # fmt: skip
def samen(lonen: Cents, ander_geld_erbij: Cents, bijstand: Cents, nabetaling_vakantiegeld: Cents, premie_erbij: Cents,
          uurpremie_samen: Cents) -> Cents:  # fmt: skip
    """Wages with what comes beside them, bijstand with its reserve, and the premium that this month's work earns."""
    return lonen + ander_geld_erbij + bijstand + nabetaling_vakantiegeld + premie_erbij + uurpremie_samen
