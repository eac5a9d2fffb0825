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


@rule("Pw 19:2", HUISHOUDEN,
      nl=Say("Op uw rekening", "Loon en bijstand van deze maand, en de premie die nu wordt betaald: {uitkomst}."),
      en=Say("On your account", "Wages and bijstand of this month, and the premium that is paid now: {uitkomst}."))  # fmt: skip
def op_rekening(lonen: Cents, uit_te_betalen: Cents, premie_op_rekening: Cents) -> Cents:
    """Money that reaches the household for this month."""
    return lonen + uit_te_betalen + premie_op_rekening


@rule("Pw 19:2", HUISHOUDEN,
      nl=Say("Samen", "Alles wat deze maand voor u is, ook wat u later krijgt (vakantietoeslag en premie): {uitkomst}."),
      en=Say("Together", "Everything this month brings you, also what you get later (holiday allowance and premium): {uitkomst}."))  # fmt: skip
def samen(lonen: Cents, bijstand: Cents, premie_erbij: Cents) -> Cents:
    """Wages, bijstand with its reserve, and the premium that this month's work earns."""
    return lonen + bijstand + premie_erbij


VERSCHIL_NL = Say("Verschil met de schatting", "Vooraf schatten we uw loon. Het verschil in bijstand is {uitkomst}.",
                  "Er is geen verschil met de schatting. Er is niets te verrekenen.")  # fmt: skip
VERSCHIL_EN = Say("Difference with the estimate", "Your wage was estimated in advance. The difference in bijstand is {uitkomst}.",
                  "There is no difference with the estimate. There is nothing to settle.")  # fmt: skip


@rule("Pw 58:4", HUISHOUDEN, nl=VERSCHIL_NL, en=VERSCHIL_EN)
def verschil_met_schatting(uit_te_betalen: Cents, uit_te_betalen_geschat: Cents) -> Cents:
    """Bijstand by the real wages less bijstand by the estimate; below zero when the estimate gave too much."""
    return uit_te_betalen - uit_te_betalen_geschat
