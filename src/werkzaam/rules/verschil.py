# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What differs from the estimate that was paid: the difference, a month that fell below the norm, and the buffer for it."""

from __future__ import annotations

from werkzaam.core.months import Span
from werkzaam.engine.formula import Cents, Choice, Truth, largest, previous, smallest, total, when
from werkzaam.engine.rule import HUISHOUDEN, PERSOON, Parameters, Say, rule
from werkzaam.rules.book import fact
from werkzaam.rules.loon import Kalender
from werkzaam.rules.situatie import Rol


class Buffer(Parameters, group="buffer"):
    """The buffer budget of article 34b."""

    maximum: Cents = fact("bufferbudget_max")


@rule("Pw 58:4", HUISHOUDEN,
      nl=Say("Verschil met de schatting", "Vooraf schatten we uw loon. Het verschil in bijstand is {uitkomst}.",
             "Er is geen verschil met de schatting. Er is niets te verrekenen."),
      en=Say("Difference with the estimate", "Your wage was estimated in advance. The difference in bijstand is {uitkomst}.",
             "There is no difference with the estimate. There is nothing to settle."))  # fmt: skip
def verschil_met_schatting(uit_te_betalen: Cents, uit_te_betalen_geschat: Cents) -> Cents:
    """Bijstand by the real wages less bijstand by the estimate; below zero when the estimate gave too much."""
    return uit_te_betalen - uit_te_betalen_geschat


@rule("Pw 34b:1", PERSOON,
      nl=Say("Loon naast bijstand", "Naast bijstand had u {uitkomst} loon.", "U had geen loon naast bijstand."),
      en=Say("Wages beside bijstand", "Beside bijstand you had {uitkomst} of wages.", "You had no wages beside bijstand."))  # fmt: skip
def loon_naast_bijstand(loon_samen: Cents, rol: Choice[Rol]) -> Cents:
    """Wages of somebody who gets bijstand; those of a partner without a right are not."""
    return when(rol == Rol.BIJSTAND, loon_samen, otherwise=0)


@rule("Pw 34b:1", HUISHOUDEN,
      nl=Say("Ander geld dat meetelt", "Naast het loon telt {uitkomst} ander inkomen mee.", "Naast het loon telt geen ander inkomen mee."),
      en=Say("Other money that counts", "Beside the wages {uitkomst} of other income counts.", "Beside the wages no other income counts."))  # fmt: skip
def middelen_naast_loon(
    ander_inkomen_samen: Cents, oudedagsvoorziening_vrij: Cents, giften_geteld: Cents, partner_telt_mee: Cents
) -> Cents:
    """Means beside the wages of who gets bijstand: other income, gifts, and what counts of a partner without a right."""
    return total(ander_inkomen_samen) - oudedagsvoorziening_vrij + giften_geteld + partner_telt_mee


@rule("Pw 34b:1", HUISHOUDEN,
      nl=Say("Te weinig door de schatting", "Door de schatting had u deze maand {uitkomst} minder dan de norm zonder vakantietoeslag.",
             "U had deze maand niet minder dan de norm zonder vakantietoeslag."),
      en=Say("Too little by the estimate", "By the estimate you had {uitkomst} less this month than the norm without holiday allowance.",
             "You had no less this month than the norm without holiday allowance."))  # fmt: skip
def tekort_onder_norm(norm_zonder_vakantietoeslag: Cents, loon_naast_bijstand: Cents, middelen_naast_loon: Cents,
                      recht_op_bijstand: Truth, uit_te_betalen_geschat: Cents) -> Cents:  # fmt: skip
    """By how much the means and the bijstand paid by the estimate fell below the norm, for who has wages and bijstand."""
    middelen = total(loon_naast_bijstand) + middelen_naast_loon
    tekort = largest(norm_zonder_vakantietoeslag - middelen - uit_te_betalen_geschat, 0)
    return when(recht_op_bijstand & (total(loon_naast_bijstand) > 0), tekort, otherwise=0)


@rule("Pw 34b:1", HUISHOUDEN,
      nl=Say("Buffer eerder dit jaar", "Eerder dit jaar kreeg u {uitkomst} uit het bufferbudget.", "Eerder dit jaar kreeg u niets uit het bufferbudget."),
      en=Say("Buffer earlier this year", "Earlier this year you got {uitkomst} of the buffer budget.", "Earlier this year you got nothing of the buffer budget."))  # fmt: skip
def bufferbudget_eerder_dit_jaar(bufferbudget_dit_jaar: Cents, kalender: Kalender) -> Cents:
    """Buffer budget used in this calendar year before this month."""
    return when(kalender.jaar_begint, 0, otherwise=previous(bufferbudget_dit_jaar))


_BUFFER_NL = Say(
    "Bufferbudget",
    "De gemeente mag het tekort van deze maand aanvullen uit het bufferbudget: {uitkomst}.",
    "Er is deze maand geen bufferbudget nodig, of de wet heeft het nog niet.",
)
_BUFFER_EN = Say(
    "Buffer budget",
    "The municipality may make up this month's shortage from the buffer budget: {uitkomst}.",
    "No buffer budget is needed this month, or the law does not have it yet.",
)


@rule("Pw 34b:1", HUISHOUDEN, nl=_BUFFER_NL, en=_BUFFER_EN, span=Span.parse("0000-01", "2026-12"), yields="bufferbudget")
def geen_bufferbudget() -> Cents:
    """Nothing before 2027."""
    return Cents("const", 0)


@rule("Pw 34b:1", HUISHOUDEN, nl=_BUFFER_NL, en=_BUFFER_EN, span=Span.parse("2027-01"))
def bufferbudget(tekort_onder_norm: Cents, bufferbudget_eerder_dit_jaar: Cents, buffer: Buffer) -> Cents:
    """The shortage of the month, as far as this year's maximum goes; spouses get it together."""
    return smallest(tekort_onder_norm, largest(buffer.maximum - bufferbudget_eerder_dit_jaar, 0))


@rule("Pw 34b:1", HUISHOUDEN, start=0,
      nl=Say("Buffer dit jaar", "Dit jaar ging {uitkomst} uit het bufferbudget naar u.", "Dit jaar ging er niets uit het bufferbudget naar u."),
      en=Say("Buffer this year", "This year {uitkomst} of the buffer budget went to you.", "This year nothing of the buffer budget went to you."))  # fmt: skip
def bufferbudget_dit_jaar(bufferbudget_eerder_dit_jaar: Cents, bufferbudget: Cents) -> Cents:
    """Buffer budget used in this calendar year, this month included."""
    return bufferbudget_eerder_dit_jaar + bufferbudget
