# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is due: means against the norm, the reserve for holiday allowance, and what is paid."""

from __future__ import annotations

from werkzaam.core.money import HALF_UP
from werkzaam.engine.formula import Cents, Truth, largest, share, smallest, total, when
from werkzaam.engine.rule import HUISHOUDEN, Say, rule
from werkzaam.rules.loon import Inkomsten, Vakantiegeldwijze
from werkzaam.rules.norm import Norm


@rule("Pw 32:1", HUISHOUDEN,
      nl=Say("Inkomen dat meetelt", "Van het loon in uw huishouden telt {uitkomst} mee.", "Er telt geen inkomen mee."),
      en=Say("Income that counts", "Of the wages in your household {uitkomst} counts.", "No income counts."))  # fmt: skip
def middelen(meetellend_loon: Cents) -> Cents:
    """Income of the household that counts this month."""
    return largest(total(meetellend_loon), 0)


@rule("Pw 19:2", HUISHOUDEN,
      nl=Say("Bijstand", "De norm min het inkomen dat meetelt: {uitkomst}.",
             "Uw inkomen dat meetelt is even hoog als de norm of hoger. Deze maand is er geen bijstand."),
      en=Say("Bijstand", "The norm less the income that counts: {uitkomst}.",
             "Your income that counts is as high as the norm or higher. There is no bijstand this month."))  # fmt: skip
def bijstand(bijstandsnorm: Cents, middelen: Cents) -> Cents:
    """Bijstand of the month including holiday allowance; the exempt part was left out first (CRvB 24-8-2021)."""
    return largest(bijstandsnorm - middelen, 0)


@rule("Pw 19:1", HUISHOUDEN,
      nl=Say("Inkomen boven de norm", "Uw inkomen dat meetelt is {uitkomst} hoger dan de norm.", "Uw inkomen is niet hoger dan de norm."),
      en=Say("Income above the norm", "Your income that counts is {uitkomst} above the norm.", "Your income is not above the norm."))  # fmt: skip
def inkomen_boven_norm(bijstandsnorm: Cents, middelen: Cents) -> Cents:
    """By how much the counted income exceeds the norm."""
    return largest(middelen - bijstandsnorm, 0)


@rule("Pw 19:3", HUISHOUDEN,
      nl=Say("Inkomen met vakantietoeslag", "Van het inkomen dat meetelt bevat {uitkomst} al vakantietoeslag.",
             "Er telt geen inkomen mee waar vakantietoeslag in zit."),
      en=Say("Income that carries holiday allowance", "Of the income that counts {uitkomst} already carries holiday allowance.",
             "No income counts that carries holiday allowance."))  # fmt: skip
def middelen_met_vakantietoeslag(middelen: Cents, inkomsten: Inkomsten) -> Cents:
    """Counted income that carries holiday allowance; none when holiday money only counts at pay-out."""
    return when(inkomsten.vakantiegeld == Vakantiegeldwijze.BIJ_UITBETALING, 0, otherwise=middelen)


@rule("Pw 19:3", HUISHOUDEN,
      nl=Say("Reservering vakantietoeslag", "Voor uw vakantietoeslag houden we {norm.vakantietoeslag} apart: {uitkomst}. U krijgt dat later.",
             "Er is deze maand niets om apart te houden als vakantietoeslag."),
      en=Say("Reserve for holiday allowance", "For your holiday allowance we keep {norm.vakantietoeslag} aside: {uitkomst}. You get it later.",
             "There is nothing to keep aside as holiday allowance this month."))  # fmt: skip
def reservering(bijstand: Cents, bijstandsnorm: Cents, middelen_met_vakantietoeslag: Cents, norm: Norm) -> Cents:
    """Holiday allowance kept aside: 5 percent of the norm less the income that carries it."""
    over = largest(bijstandsnorm - middelen_met_vakantietoeslag, 0)
    return smallest(share(over, norm.vakantietoeslag, HALF_UP), bijstand)


@rule("Pw 31:4", HUISHOUDEN,
      nl=Say("Nabetaling vakantiegeld", "In eerdere maanden telde te veel vakantiegeld mee. Dat krijgt u nu terug: {uitkomst}.",
             "Er is geen vakantiegeld na te betalen."),
      en=Say("Back payment for holiday money", "In earlier months too much holiday money counted. You get that back now: {uitkomst}.",
             "There is no holiday money to pay back."))  # fmt: skip
def nabetaling_vakantiegeld(meetellend_loon: Cents) -> Cents:
    """What is left of holiday money given back when this month has no income to set it against (CRVB:2018:3513)."""
    return largest(0 - total(meetellend_loon), 0)


@rule("Pw 19:2", HUISHOUDEN,
      nl=Say("Uit te betalen bijstand", "U krijgt deze maand {uitkomst} bijstand op uw rekening.", "U krijgt deze maand geen bijstand op uw rekening."),
      en=Say("Bijstand to be paid", "You get {uitkomst} of bijstand on your account this month.", "You get no bijstand on your account this month."))  # fmt: skip
def uit_te_betalen(bijstand: Cents, reservering: Cents, nabetaling_vakantiegeld: Cents) -> Cents:
    """Bijstand of the month less the reserve, with what earlier months are owed."""
    return bijstand - reservering + nabetaling_vakantiegeld


@rule("Pw 19:1", HUISHOUDEN,
      nl=Say("Recht op bijstand", "Er is deze maand recht op bijstand: {uitkomst}.", "Er is deze maand geen bijstand."),
      en=Say("Right to bijstand", "Bijstand is due this month: {uitkomst}.", "No bijstand is due this month."))  # fmt: skip
def recht_op_bijstand(bijstand: Cents) -> Truth:
    """Bijstand is due this month."""
    return bijstand > 0
