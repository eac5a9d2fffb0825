# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The month as a whole: wages, bijstand and premium together, and what differs from the estimate."""

from __future__ import annotations

from werkzaam.engine.formula import Cents, total
from werkzaam.engine.rule import HUISHOUDEN, Say, rule


@rule("Pw 32:1", HUISHOUDEN,
      nl=Say("Loon van het huishouden", "Het loon in uw huishouden is samen {uitkomst}.", "Er is deze maand geen loon in uw huishouden."),
      en=Say("Wages of the household", "The wages in your household are {uitkomst} together.", "There are no wages in your household this month."))  # fmt: skip
def lonen(loon_samen: Cents) -> Cents:
    """Net wages of the household."""
    return total(loon_samen)


@rule("Beleid bijverdienpremie", HUISHOUDEN,
      nl=Say("Premie erbij", "Uw werk levert deze maand {uitkomst} premie op. Die krijgt u later.", "Er komt deze maand geen premie bij."),
      en=Say("Premium on top", "Your work earns {uitkomst} of premium this month. You get it later.", "No premium comes on top this month."))  # fmt: skip
def premie_erbij(premie_van_de_maand: Cents) -> Cents:
    """What the premium adds for the work of this month."""
    return total(premie_van_de_maand)


@rule("Pw 31:2:j", HUISHOUDEN,
      nl=Say("Premie op uw rekening", "Deze maand komt {uitkomst} premie op uw rekening.", "Deze maand komt er geen premie op uw rekening."),
      en=Say("Premium on your account", "{uitkomst} of premium comes on your account this month.", "No premium comes on your account this month."))  # fmt: skip
def premie_op_rekening(premie_uitbetaling: Cents) -> Cents:
    """Premium paid to the household this month."""
    return total(premie_uitbetaling)


@rule("Pw 31:4", HUISHOUDEN,
      nl=Say("Vakantiegeld van werkgevers", "Deze maand komt {uitkomst} vakantiegeld van werkgevers op uw rekening.",
             "Deze maand komt er geen vakantiegeld van werkgevers."),
      en=Say("Holiday money from employers", "{uitkomst} of holiday money from employers comes on your account this month.",
             "No holiday money comes from employers this month."))  # fmt: skip
def vakantiegeld_op_rekening(vakantiegeld_ontvangen: Cents) -> Cents:
    """Holiday money that employers paid to the household this month."""
    return total(vakantiegeld_ontvangen)


@rule("Pw 31:4", HUISHOUDEN,
      nl=Say("Vakantiegeld erbij", "Vakantiegeld van werkgevers dat bij deze maand hoort: {uitkomst}.",
             "Bij deze maand hoort geen vakantiegeld van werkgevers."),
      en=Say("Holiday money on top", "Holiday money from employers that goes with this month: {uitkomst}.",
             "No holiday money from employers goes with this month."))  # fmt: skip
def vakantiegeld_erbij(vakantiegeld_samen: Cents) -> Cents:
    """Holiday money over wages that counts this month: what it brings, now or when the employer pays it."""
    return total(vakantiegeld_samen)


@rule("Pw 19:2", HUISHOUDEN,
      nl=Say("Op uw rekening", "Loon en bijstand van deze maand, en de premie en het vakantiegeld die nu worden betaald: {uitkomst}.",
             "Deze maand komt er niets op uw rekening."),
      en=Say("On your account", "Wages and bijstand of this month, and the premium and holiday money that are paid now: {uitkomst}.",
             "Nothing comes on your account this month."))  # fmt: skip
def op_rekening(lonen: Cents, vakantiegeld_op_rekening: Cents, uit_te_betalen: Cents, premie_op_rekening: Cents) -> Cents:
    """Money that reaches the household for this month."""
    return lonen + vakantiegeld_op_rekening + uit_te_betalen + premie_op_rekening


@rule("Pw 19:2", HUISHOUDEN,
      nl=Say("Samen", "Alles wat deze maand voor u is, ook wat u later krijgt (vakantiegeld, vakantietoeslag en premie): {uitkomst}.",
             "Deze maand levert niets op."),
      en=Say("Together", "Everything this month brings you, also what you get later (holiday money, holiday allowance, premium): {uitkomst}.",
             "This month brings nothing."))  # fmt: skip
def samen(lonen: Cents, vakantiegeld_erbij: Cents, bijstand: Cents, nabetaling_vakantiegeld: Cents, premie_erbij: Cents) -> Cents:
    """Wages with their holiday money, bijstand with its reserve, and the premium that this month's work earns."""
    return lonen + vakantiegeld_erbij + bijstand + nabetaling_vakantiegeld + premie_erbij


VERSCHIL_NL = Say("Verschil met de schatting", "Vooraf schatten we uw loon. Het verschil in bijstand is {uitkomst}.",
                  "Er is geen verschil met de schatting. Er is niets te verrekenen.")  # fmt: skip
VERSCHIL_EN = Say("Difference with the estimate", "Your wage was estimated in advance. The difference in bijstand is {uitkomst}.",
                  "There is no difference with the estimate. There is nothing to settle.")  # fmt: skip


@rule("Pw 58:4", HUISHOUDEN, nl=VERSCHIL_NL, en=VERSCHIL_EN)
def verschil_met_schatting(uit_te_betalen: Cents, uit_te_betalen_geschat: Cents) -> Cents:
    """Bijstand by the real wages less bijstand by the estimate; below zero when the estimate gave too much."""
    return uit_te_betalen - uit_te_betalen_geschat
