# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A private old-age pension beside bijstand: the part of it that does not count from the AOW age."""

from __future__ import annotations

from werkzaam.engine.formula import Cents, Choice, Count, smallest, total, when
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Parameters, Say, rule
from werkzaam.rules.book import fact
from werkzaam.rules.situatie import Inkomenssoort, Leefvorm, Rol


class Oudedag(Parameters, group="oudedag"):
    """How much of a private pension does not count (Pw 33:5); it follows the price index each January (Pw 39:1)."""

    vrij_alleenstaande: Cents = fact("oudedagsvoorziening_vrij_alleenstaande")
    vrij_gehuwden: Cents = fact("oudedagsvoorziening_vrij_gehuwden")


@rule("Pw 33:5", BAAN,
      nl=Say("Eigen pensioen", "Van dit geld is {uitkomst} een pensioen dat u zelf opbouwde.", "Dit is geen pensioen dat u zelf opbouwde."),
      en=Say("Private pension", "Of this money {uitkomst} is a pension that you built up yourself.", "This is no pension that you built up yourself."))  # fmt: skip
def oudedagsvoorziening(inkomenssoort: Choice[Inkomenssoort], ander_inkomen: Cents) -> Cents:
    """A private pension that is paid each period; AOW is none."""
    return when(inkomenssoort == Inkomenssoort.OUDEDAGSVOORZIENING, ander_inkomen, otherwise=0)


@rule("Pw 33:5", PERSOON,
      nl=Say("Uw eigen pensioenen", "Uw eigen pensioenen zijn samen {uitkomst}.", "U kreeg geen eigen pensioen, of u krijgt geen bijstand."),
      en=Say("Your private pensions", "Your private pensions are {uitkomst} together.", "You received no private pension, or you get no bijstand."))  # fmt: skip
def oudedagsvoorziening_eigen(oudedagsvoorziening: Cents, rol: Choice[Rol]) -> Cents:
    """Private pensions of somebody who gets bijstand."""
    return when(rol == Rol.BIJSTAND, total(oudedagsvoorziening), otherwise=0)


@rule("Pw 33:5", PERSOON,
      nl=Say("Eigen pensioen van een partner zonder recht", "Uw partner zonder recht op bijstand heeft {uitkomst} eigen pensioen.",
             "Er is geen eigen pensioen van een partner zonder recht op bijstand."),
      en=Say("Private pension of a partner without a right", "Your partner without a right to bijstand has {uitkomst} of private pension.",
             "There is no private pension of a partner without a right to bijstand."))  # fmt: skip
def oudedagsvoorziening_partner(oudedagsvoorziening: Cents, rol: Choice[Rol]) -> Cents:
    """Private pensions of a spouse without a right, whose income is worked out in the same way (Pw 32:3)."""
    return when(rol == Rol.PARTNER_ZONDER_RECHT, total(oudedagsvoorziening), otherwise=0)


@rule("Pw 33:5", HUISHOUDEN,
      nl=Say("Hoogstens vrij van eigen pensioen", "De AOW-leeftijd is bereikt. Daarom telt van een eigen pensioen hoogstens {uitkomst} per maand niet mee.",
             "Niemand van u heeft de AOW-leeftijd. Dan telt een eigen pensioen helemaal mee."),
      en=Say("At most left out of a private pension", "The state pension age is reached. So at most {uitkomst} a month of a private pension does not count.",
             "Neither of you has reached the state pension age. Then a private pension counts in full."))  # fmt: skip
def oudedagsvoorziening_hoogst_vrij(telt_als_aow: Count, leefvorm: Choice[Leefvorm], oudedag: Oudedag) -> Cents:
    """The sum for a single person or for a couple together, as soon as one of them has the AOW age."""
    hoogst = when(leefvorm == Leefvorm.GEHUWDEN, oudedag.vrij_gehuwden, otherwise=oudedag.vrij_alleenstaande)
    return when(total(telt_als_aow) > 0, hoogst, otherwise=0)


@rule("Pw 33:5", HUISHOUDEN,
      nl=Say("Eigen pensioen dat niet meetelt", "Van uw eigen pensioen telt {uitkomst} toch niet mee. Dat houdt u naast uw bijstand.",
             "Er is geen eigen pensioen waarvan een deel niet meetelt."),
      en=Say("Private pension that does not count", "Of your private pension {uitkomst} does not count after all. You keep that beside your bijstand.",
             "There is no private pension of which a part does not count."))  # fmt: skip
def oudedagsvoorziening_vrij(oudedagsvoorziening_eigen: Cents, oudedagsvoorziening_hoogst_vrij: Cents) -> Cents:
    """What does not count of the private pensions of those who get bijstand."""
    return smallest(total(oudedagsvoorziening_eigen), oudedagsvoorziening_hoogst_vrij)


@rule("Pw 33:5", PERSOON,
      nl=Say("Eigen pensioen van uw partner dat niet meetelt", "Van het eigen pensioen van uw partner telt {uitkomst} niet mee.",
             "Er is geen eigen pensioen van een partner zonder recht waarvan een deel niet meetelt."),
      en=Say("Private pension of your partner that does not count", "Of your partner's private pension {uitkomst} does not count.",
             "There is no private pension of a partner without a right of which a part does not count."))  # fmt: skip
def oudedagsvoorziening_vrij_van_partner(oudedagsvoorziening_partner: Cents, oudedagsvoorziening_vrij: Cents,
                                         oudedagsvoorziening_hoogst_vrij: Cents) -> Cents:  # fmt: skip
    """What is left of the couple's sum for a spouse without a right: it counts first for who gets bijstand."""
    return smallest(oudedagsvoorziening_partner, oudedagsvoorziening_hoogst_vrij - oudedagsvoorziening_vrij)
