# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is due: means against the norm, the reserve for holiday allowance, and what is paid."""

from __future__ import annotations

from enum import Enum

from werkzaam.core.money import HALF_UP
from werkzaam.engine.formula import Cents, Choice, Share, Truth, largest, previous, share, smallest, total, when
from werkzaam.engine.rule import HUISHOUDEN, PERSOON, Parameters, Say, rule
from werkzaam.rules.book import calendar, choice
from werkzaam.rules.loon import Inkomsten, Vakantiegeldwijze
from werkzaam.rules.norm import Norm
from werkzaam.rules.situatie import Rol


class Gelijk(Enum):
    """What happens to the right when income and norm are equal (a municipal choice)."""

    LOOPT_DOOR = ("het recht loopt door", "the right goes on")
    STOPT = ("het recht stopt", "the right stops")


class Status(Enum):
    """Whether bijstand goes on this month."""

    LOPEND = ("loopt", "goes on")
    GESTOPT = ("stopt", "stops")


class Recht(Parameters, group="recht"):
    """What the town chose about the edge of the right, the reserve and instalments of debts."""

    bij_gelijk_inkomen: Choice[Gelijk] = choice("norm.bij_gelijk_inkomen")
    vakantietoeslag_maand: Truth = calendar(lambda month, chosen: month.number in chosen, "norm.vakantietoeslag_maand")
    aflossing_plafond: Share = choice("aflossing.plafond")


# -- means --------------------------------------------------------------------------------------------


@rule("Pw 32:1", HUISHOUDEN,
      nl=Say("Uw inkomen", "Van uw loon en ander inkomen telt {uitkomst} mee.", "Van uw inkomen telt niets mee."),
      en=Say("Your income", "Of your wages and other income {uitkomst} counts.", "None of your income counts."))  # fmt: skip
def eigen_middelen(
    meetellend_loon: Cents, ander_inkomen_samen: Cents, oudedagsvoorziening_vrij: Cents, giften_geteld: Cents
) -> Cents:
    """Income that counts of those who get bijstand; below zero when holiday money is given back."""
    return total(meetellend_loon) + total(ander_inkomen_samen) - oudedagsvoorziening_vrij + giften_geteld


@rule("Pw 32:3", PERSOON,
      nl=Say("Loon van een partner zonder recht", "Uw partner zonder recht op bijstand heeft {uitkomst} loon en vakantiegeld.", "Er is geen loon van een partner zonder recht op bijstand."),
      en=Say("Wages of a partner without a right", "Your partner without a right to bijstand has {uitkomst} of wages and holiday money.", "There are no wages of a partner without a right to bijstand."))  # fmt: skip
def loon_partner(loon_samen: Cents, vakantiegeld_samen: Cents, eindejaarsuitkering_samen: Cents, rol: Choice[Rol]) -> Cents:
    """Wages of a spouse without a right with holiday money and end-of-year pay; nothing of it is exempt."""
    loon = largest(loon_samen + vakantiegeld_samen + eindejaarsuitkering_samen, 0)
    return when(rol == Rol.PARTNER_ZONDER_RECHT, loon, otherwise=0)


@rule("Pw 32:3", PERSOON,
      nl=Say("Inkomen van een partner zonder recht", "Uw partner zonder recht op bijstand heeft {uitkomst} inkomen.", "Er is geen inkomen van een partner zonder recht op bijstand."),
      en=Say("Income of a partner without a right", "Your partner without a right to bijstand has {uitkomst} of income.", "There is no income of a partner without a right to bijstand."))  # fmt: skip
def inkomen_partner(loon_samen: Cents, vakantiegeld_samen: Cents, eindejaarsuitkering_samen: Cents, ander_inkomen_telt: Cents,
                    oudedagsvoorziening_vrij_van_partner: Cents, rol: Choice[Rol]) -> Cents:  # fmt: skip
    """All income of a spouse without a right; nothing of wages is exempt, a part of a private pension is."""
    ander = total(ander_inkomen_telt) - oudedagsvoorziening_vrij_van_partner
    inkomen = largest(loon_samen + vakantiegeld_samen + eindejaarsuitkering_samen + ander, 0)
    return when(rol == Rol.PARTNER_ZONDER_RECHT, inkomen, otherwise=0)


@rule("Pw 32:3", HUISHOUDEN,
      nl=Say("Norm voor u samen", "Voor u en uw partner samen is de norm {uitkomst}."),
      en=Say("Norm for both of you", "For you and your partner together the norm is {uitkomst}."))  # fmt: skip
def norm_voor_beiden(basisnorm: Cents, kostendelersnorm: Cents, deelt_kosten: Truth) -> Cents:
    """The norm for the couple if both had a right, to which the income of a partner without a right is compared."""
    return when(deelt_kosten, kostendelersnorm, otherwise=basisnorm)


@rule("Pw 32:3", HUISHOUDEN,
      nl=Say("Bijstand zonder het inkomen van uw partner", "Zonder het inkomen van uw partner zou uw bijstand {uitkomst} zijn.", "Ook zonder het inkomen van uw partner is er geen bijstand."),
      en=Say("Bijstand without your partner's income", "Without your partner's income your bijstand would be {uitkomst}.", "There is no bijstand even without your partner's income."))  # fmt: skip
def bijstand_zonder_partner(bijstandsnorm: Cents, eigen_middelen: Cents) -> Cents:
    """What would be due if only the income of the one with a right counted."""
    return largest(bijstandsnorm - largest(eigen_middelen, 0), 0)


@rule("Pw 32:3", HUISHOUDEN,
      nl=Say("Van uw partner telt mee", "Samen met uw bijstand komt u boven de norm voor twee. Daarom telt {uitkomst} van het inkomen van uw partner mee.",
             "Van het inkomen van uw partner telt niets mee."),
      en=Say("Of your partner's income counts", "With your bijstand you come above the norm for two. So {uitkomst} of your partner's income counts.",
             "None of your partner's income counts."))  # fmt: skip
def partner_telt_mee(
    eigen_middelen: Cents, inkomen_partner: Cents, bijstand_zonder_partner: Cents, norm_voor_beiden: Cents
) -> Cents:
    """Income of a spouse without a right, only so far as the couple would have more than the norm for two."""
    samen = largest(eigen_middelen, 0) + total(inkomen_partner) + bijstand_zonder_partner
    return smallest(largest(samen - norm_voor_beiden, 0), total(inkomen_partner))


@rule("Pw 32:1", HUISHOUDEN,
      nl=Say("Inkomen dat meetelt", "Van het inkomen in uw huishouden telt {uitkomst} mee.", "Er telt geen inkomen mee."),
      en=Say("Income that counts", "Of the income in your household {uitkomst} counts.", "No income counts."))  # fmt: skip
def middelen(eigen_middelen: Cents, partner_telt_mee: Cents) -> Cents:
    """Income of the household that counts this month."""
    return largest(eigen_middelen + partner_telt_mee, 0)


# -- what is due --------------------------------------------------------------------------------------


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


@rule("Pw 19:1", HUISHOUDEN,
      nl=Say("Loopt de bijstand door", "Uw bijstand {uitkomst} deze maand, want zo verhouden uw inkomen en de norm zich."),
      en=Say("Does bijstand go on", "Your bijstand {uitkomst} this month, by how your income compares to the norm."))  # fmt: skip
def status(inkomen_boven_norm: Cents, middelen: Cents, bijstandsnorm: Cents, recht: Recht) -> Choice[Status]:
    """Income above the norm stops bijstand; income equal to it leaves nothing to pay, and the right goes on unless the town says otherwise."""
    gelijk = (middelen >= bijstandsnorm) & (recht.bij_gelijk_inkomen == Gelijk.STOPT)
    return when((inkomen_boven_norm > 0) | gelijk, Status.GESTOPT, Status.LOPEND)


@rule("Pw 19:3", HUISHOUDEN,
      nl=Say("Inkomen met vakantietoeslag", "Van het inkomen dat meetelt bevat {uitkomst} al vakantietoeslag.",
             "Er telt geen inkomen mee waar vakantietoeslag in zit."),
      en=Say("Income that carries holiday allowance", "Of the income that counts {uitkomst} already carries holiday allowance.",
             "No income counts that carries holiday allowance."))  # fmt: skip
def middelen_met_vakantietoeslag(
    middelen: Cents, meetellend_loon: Cents, loon_partner: Cents, partner_telt_mee: Cents, inkomsten: Inkomsten
) -> Cents:
    """Counted pay that carries holiday allowance; none when holiday money only counts at pay-out, and never other income (V06).

    Of what counts of a spouse without a right the wages come first.
    """
    van_partner = smallest(total(loon_partner), partner_telt_mee)
    loon = smallest(largest(total(meetellend_loon) + van_partner, 0), middelen)
    return when(inkomsten.vakantiegeld == Vakantiegeldwijze.BIJ_UITBETALING, 0, otherwise=loon)


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
def nabetaling_vakantiegeld(eigen_middelen: Cents, partner_telt_mee: Cents) -> Cents:
    """What is left of holiday money given back when this month has no income to set it against (CRVB:2018:3513)."""
    return largest(0 - (eigen_middelen + partner_telt_mee), 0)


@rule("Pw 19:2", HUISHOUDEN,
      nl=Say("Uit te betalen bijstand", "U krijgt deze maand {uitkomst} bijstand op uw rekening.", "U krijgt deze maand geen bijstand op uw rekening."),
      en=Say("Bijstand to be paid", "You get {uitkomst} of bijstand on your account this month.", "You get no bijstand on your account this month."))  # fmt: skip
def uit_te_betalen(bijstand: Cents, reservering: Cents, nabetaling_vakantiegeld: Cents) -> Cents:
    """Bijstand of the month less the reserve, with what earlier months are owed."""
    return bijstand - reservering + nabetaling_vakantiegeld


@rule("Pw 19:1", HUISHOUDEN,
      nl=Say("Recht op bijstand", "Er is deze maand recht op bijstand: {uitkomst}.", "Er is deze maand geen bijstand."),
      en=Say("Right to bijstand", "Bijstand is due this month: {uitkomst}.", "No bijstand is due this month."))  # fmt: skip
def recht_op_bijstand(bijstand: Cents, bijstand_beeindigd: Truth) -> Truth:
    """Bijstand is due this month, and its end was not recorded before it."""
    return (bijstand > 0) & ~bijstand_beeindigd


# -- what is transferred ----------------------------------------------------------------------------------


@rule("Pw 60:3", HUISHOUDEN,
      nl=Say("Aflossing", "Van uw bijstand gaat {uitkomst} naar uw schuld bij de gemeente, hoogstens {recht.aflossing_plafond} van de norm.",
             "Er gaat deze maand niets naar een schuld bij de gemeente."),
      en=Say("Instalment", "Of your bijstand {uitkomst} goes to your debt to the municipality, at most {recht.aflossing_plafond} of the norm.",
             "Nothing goes to a debt to the municipality this month."))  # fmt: skip
def aflossing(aflossing_afgesproken: Cents, bijstandsnorm: Cents, uit_te_betalen: Cents, recht: Recht) -> Cents:
    """The instalment of a debt that was agreed, within the ceiling and what is paid."""
    hoogstens = share(bijstandsnorm, recht.aflossing_plafond, HALF_UP)
    return smallest(smallest(aflossing_afgesproken, hoogstens), largest(uit_te_betalen, 0))


@rule("Pw 19:2", HUISHOUDEN,
      nl=Say("Bijstand op uw rekening", "Na de aflossing komt er {uitkomst} bijstand op uw rekening.", "Er komt deze maand geen bijstand op uw rekening."),
      en=Say("Bijstand on your account", "After the instalment {uitkomst} of bijstand comes on your account.", "No bijstand comes on your account this month."))  # fmt: skip
def overgemaakt(uit_te_betalen: Cents, aflossing: Cents) -> Cents:
    """Bijstand that is transferred: what is paid less the instalment of a debt."""
    return uit_te_betalen - aflossing


@rule("Pw 19:3", HUISHOUDEN,
      nl=Say("Vakantietoeslag die apart stond", "Voor deze maand stond {uitkomst} vakantietoeslag voor u apart.", "Voor deze maand stond er geen vakantietoeslag voor u apart."),
      en=Say("Holiday allowance kept aside before", "Before this month {uitkomst} of holiday allowance was kept aside for you.", "Before this month no holiday allowance was kept aside for you."))  # fmt: skip
def vakantietoeslag_eerder(vakantietoeslag_gereserveerd: Cents, reserve_overgenomen: Cents) -> Cents:
    """Holiday allowance kept aside before this month."""
    return previous(vakantietoeslag_gereserveerd) + reserve_overgenomen


@rule("Pw 19:3", HUISHOUDEN,
      nl=Say("Uitbetaling vakantietoeslag", "Deze maand krijgt u de vakantietoeslag die voor u apart stond: {uitkomst}.", "Deze maand wordt geen vakantietoeslag uitbetaald."),
      en=Say("Holiday allowance paid out", "This month you get the holiday allowance that was kept aside for you: {uitkomst}.", "No holiday allowance is paid out this month."))  # fmt: skip
def vakantietoeslag_uitbetaling(
    vakantietoeslag_eerder: Cents, reservering: Cents, laatste_maand_bijstand: Truth, recht: Recht
) -> Cents:
    """The reserve of earlier months, paid once a year (V09), and all of it when bijstand ends."""
    jaarlijks = when(recht.vakantietoeslag_maand, vakantietoeslag_eerder, otherwise=0)
    return when(laatste_maand_bijstand, vakantietoeslag_eerder + reservering, otherwise=jaarlijks)


@rule("Pw 19:3", HUISHOUDEN, start=0,
      nl=Say("Vakantietoeslag apart", "Na deze maand staat {uitkomst} vakantietoeslag voor u apart.", "Na deze maand staat er geen vakantietoeslag voor u apart."),
      en=Say("Holiday allowance kept aside", "After this month {uitkomst} of holiday allowance is kept aside for you.", "After this month no holiday allowance is kept aside for you."))  # fmt: skip
def vakantietoeslag_gereserveerd(
    vakantietoeslag_eerder: Cents, reservering: Cents, laatste_maand_bijstand: Truth, recht: Recht
) -> Cents:
    """Holiday allowance kept aside after this month; what was paid out is gone."""
    blijft = when(recht.vakantietoeslag_maand, 0, otherwise=vakantietoeslag_eerder) + reservering
    return when(laatste_maand_bijstand, 0, otherwise=blijft)
