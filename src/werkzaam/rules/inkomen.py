# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Other money than wages: what is income, what is not, and what a person must decide about first."""

from __future__ import annotations

from enum import Enum

from werkzaam.core.months import Span
from werkzaam.engine.formula import Cents, Choice, Table, Truth, largest, previous, smallest, total, when
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Parameters, Say, rule
from werkzaam.rules.book import Fixed, by_option, choice, fact
from werkzaam.rules.loon import Kalender
from werkzaam.rules.norm import TOT_2026, VANAF_2026
from werkzaam.rules.situatie import Inkomenssoort, Rol


class Onderneming(Enum):
    """How profit of an own business counts beside bijstand (no rule of the State is known to us)."""

    NIET_GEDEKT = ("geen regel bekend", "no rule known")
    WINST_GESPREID = ("winst verdeeld over de maanden", "profit spread over the months")


_TELT = (Inkomenssoort.ALIMENTATIE, Inkomenssoort.VERHUUR, Inkomenssoort.KOSTGANGER, Inkomenssoort.ONDERNEMING,
         Inkomenssoort.BELASTINGTERUGGAVE, Inkomenssoort.OUDEDAGSVOORZIENING)  # fmt: skip
_TELT_NIET = (Inkomenssoort.TOESLAG, Inkomenssoort.KINDERBIJSLAG, Inkomenssoort.JONGGEHANDICAPTENKORTING, Inkomenssoort.LOON_VAN_KIND,
              Inkomenssoort.MANTELZORGWAARDERING, Inkomenssoort.ONBELASTE_VERGOEDING, Inkomenssoort.ALLEENVERDIENERS)  # fmt: skip
_BESLUIT = (Inkomenssoort.STUDIETOELAGE, Inkomenssoort.ONBEKEND)


def _one_of(some: tuple[Inkomenssoort, ...]) -> dict[Inkomenssoort, Fixed]:
    return {kind: Fixed(int(kind in some)) for kind in Inkomenssoort}


class Inkomen(Parameters, group="inkomen"):
    """Which kinds of money are income (Pw 32:1, 33:4), which are not (Pw 31:2), and which need a decision first."""

    onderneming: Choice[Onderneming] = choice("inkomsten.onderneming")
    telt: Table[Inkomenssoort, Truth] = by_option(_one_of(_TELT))
    telt_niet: Table[Inkomenssoort, Truth] = by_option(_one_of(_TELT_NIET))
    besluit_nodig: Table[Inkomenssoort, Truth] = by_option(_one_of(_BESLUIT))
    giften_vrij: Cents = fact("giften_vrij_max")
    vergoeding_per_maand: Cents = fact("vrijwilligersvergoeding_max_maand")
    vergoeding_per_jaar: Cents = fact("vrijwilligersvergoeding_max_jaar")


@rule("Pw 32:1", BAAN,
      nl=Say("Ander inkomen", "Van dit geld ({inkomenssoort}) telt {uitkomst} mee.", "Van dit geld telt niets mee."),
      en=Say("Other income", "Of this money ({inkomenssoort}) {uitkomst} counts.", "None of this money counts."))  # fmt: skip
def ander_inkomen_telt(inkomenssoort: Choice[Inkomenssoort], ander_inkomen: Cents, beslist: Truth, besloten_inkomen: Cents,
                       vanaf_27: Truth, inkomen: Inkomen) -> Cents:  # fmt: skip
    """Other money that counts as income: by its kind, or by a decision; without a decision nothing is deducted.

    Under 27 part c does not hold (Pw 31:5), so the tax credit for young disabled people counts.
    """
    korting = (inkomenssoort == Inkomenssoort.JONGGEHANDICAPTENKORTING) & ~vanaf_27
    return when(inkomen.telt[inkomenssoort] | korting, ander_inkomen, otherwise=when(beslist, besloten_inkomen, otherwise=0))


@rule("Pw 31:2", BAAN,
      nl=Say("Telt niet mee", "Dit geld ({inkomenssoort}) telt volgens de wet niet mee: {uitkomst}.", "Er is geen geld dat volgens de wet niet meetelt."),
      en=Say("Does not count", "By law this money ({inkomenssoort}) does not count: {uitkomst}.", "There is no money that by law does not count."))  # fmt: skip
def niet_meegeteld(inkomenssoort: Choice[Inkomenssoort], ander_inkomen: Cents, vanaf_27: Truth, inkomen: Inkomen) -> Cents:
    """Other money that article 31(2) leaves out, such as allowances and child benefit; part c only from 27 (Pw 31:5)."""
    korting = (inkomenssoort == Inkomenssoort.JONGGEHANDICAPTENKORTING) & ~vanaf_27
    return when(inkomen.telt_niet[inkomenssoort] & ~korting, ander_inkomen, otherwise=0)


@rule("Pw 32:1", BAAN,
      nl=Say("Besluit nodig", "Over {uitkomst} moet een medewerker eerst besluiten. Tot die tijd gaat er niets van af.", "Hier hoeft niemand over te besluiten."),
      en=Say("Decision needed", "A person must decide about {uitkomst} first. Until then nothing is deducted.", "Nobody needs to decide about this."))  # fmt: skip
def inkomen_te_beslissen(inkomenssoort: Choice[Inkomenssoort], ander_inkomen: Cents, beslist: Truth, inkomen: Inkomen) -> Cents:
    """Other money of a kind that somebody must decide about, before the decision."""
    return when(inkomen.besluit_nodig[inkomenssoort] & ~beslist, ander_inkomen, otherwise=0)


@rule("Pw 31:2:m", BAAN,
      nl=Say("Gift", "U kreeg een gift van {uitkomst}.", "U kreeg geen gift, of er is al over besloten."),
      en=Say("Gift", "You received a gift of {uitkomst}.", "You received no gift, or it was decided about."))  # fmt: skip
def gift(inkomenssoort: Choice[Inkomenssoort], ander_inkomen: Cents, beslist: Truth) -> Cents:
    """A gift about which nothing was decided."""
    return when((inkomenssoort == Inkomenssoort.GIFT) & ~beslist, ander_inkomen, otherwise=0)


@rule("Pw 31:2:k", BAAN,
      nl=Say("Vrijwilligersvergoeding", "U kreeg een vrijwilligersvergoeding van {uitkomst}.", "U kreeg geen vrijwilligersvergoeding."),
      en=Say("Volunteer fee", "You received a volunteer fee of {uitkomst}.", "You received no volunteer fee."))  # fmt: skip
def vergoeding(inkomenssoort: Choice[Inkomenssoort], ander_inkomen: Cents, beslist: Truth) -> Cents:
    """A volunteer fee about which nothing was decided."""
    return when((inkomenssoort == Inkomenssoort.VRIJWILLIGERSVERGOEDING) & ~beslist, ander_inkomen, otherwise=0)


@rule("Pw 32:1", PERSOON,
      nl=Say("Ander inkomen samen", "Van uw andere inkomen telt samen {uitkomst} mee.", "Er telt geen ander inkomen mee."),
      en=Say("Other income together", "Of your other income {uitkomst} counts together.", "No other income counts."))  # fmt: skip
def ander_inkomen_samen(ander_inkomen_telt: Cents, rol: Choice[Rol]) -> Cents:
    """Other income of somebody who gets bijstand that counts."""
    return when(rol == Rol.BIJSTAND, total(ander_inkomen_telt), otherwise=0)


@rule("Pw 32:1", PERSOON,
      nl=Say("Ander geld ontvangen", "U kreeg deze maand {uitkomst} ander geld dan loon.", "U kreeg deze maand geen ander geld dan loon."),
      en=Say("Other money received", "This month you received {uitkomst} of other money than wages.", "This month you received no other money than wages."))  # fmt: skip
def ander_geld(ander_inkomen: Cents) -> Cents:
    """Other money than wages of a person, whether it counts or not."""
    return total(ander_inkomen)


@rule("Pw 32:1", HUISHOUDEN,
      nl=Say("Ander geld", "In uw huishouden kwam deze maand {uitkomst} ander geld dan loon.", "Er kwam deze maand geen ander geld dan loon."),
      en=Say("Other money", "Your household received {uitkomst} of other money than wages this month.", "No other money than wages came this month."))  # fmt: skip
def ander_inkomen_ontvangen(ander_geld: Cents) -> Cents:
    """Other money than wages of the household, whether it counts or not."""
    return total(ander_geld)


# -- volunteer fees -----------------------------------------------------------------------------------


@rule("Pw 31:2:k", PERSOON,
      nl=Say("Vrijwilligersvergoeding samen", "Uw vrijwilligersvergoeding is samen {uitkomst}.", "U kreeg geen vrijwilligersvergoeding."),
      en=Say("Volunteer fees together", "Your volunteer fees are {uitkomst} together.", "You received no volunteer fee."))  # fmt: skip
def vergoeding_samen(vergoeding: Cents) -> Cents:
    """Volunteer fees of a person this month."""
    return total(vergoeding)


@rule("Pw 31:2:k", PERSOON,
      nl=Say("Vrijwilligersvergoeding eerder dit jaar", "Eerder dit jaar kreeg u {uitkomst}.", "Eerder dit jaar kreeg u geen vrijwilligersvergoeding."),
      en=Say("Volunteer fees earlier this year", "Earlier this year you received {uitkomst}.", "Earlier this year you received no volunteer fee."))  # fmt: skip
def vergoeding_eerder_dit_jaar(vergoeding_dit_jaar: Cents, kalender: Kalender) -> Cents:
    """Volunteer fees of this calendar year before this month."""
    return when(kalender.jaar_begint, 0, otherwise=previous(vergoeding_dit_jaar))


@rule("Pw 31:2:k", PERSOON, start=0,
      nl=Say("Vrijwilligersvergoeding dit jaar", "Dit jaar kreeg u tot nu toe {uitkomst}.", "Dit jaar kreeg u geen vrijwilligersvergoeding."),
      en=Say("Volunteer fees this year", "This year you received {uitkomst} so far.", "This year you received no volunteer fee."))  # fmt: skip
def vergoeding_dit_jaar(vergoeding_eerder_dit_jaar: Cents, vergoeding_samen: Cents) -> Cents:
    """Volunteer fees of this calendar year, this month included."""
    return vergoeding_eerder_dit_jaar + vergoeding_samen


_VERGOEDING_NL = Say("Besluit over vrijwilligersvergoeding", "Over {uitkomst} vrijwilligersvergoeding moet een medewerker eerst besluiten. Tot die tijd gaat er niets van af.",
                     "Over vrijwilligersvergoeding hoeft niemand te besluiten.")  # fmt: skip
_VERGOEDING_EN = Say("Decision about volunteer fees", "A person must decide about {uitkomst} of volunteer fees first. Until then nothing is deducted.",
                     "Nobody needs to decide about volunteer fees.")  # fmt: skip


@rule("Pw 31:2:k", PERSOON, nl=_VERGOEDING_NL, en=_VERGOEDING_EN, span=TOT_2026, yields="vergoeding_te_beslissen")
def vergoeding_te_beslissen_tot_2026(vergoeding_samen: Cents) -> Cents:
    """All of it: the maxima before 2026 were not found."""
    return vergoeding_samen


@rule("Pw 31:2:k", PERSOON, nl=_VERGOEDING_NL, en=_VERGOEDING_EN, span=Span.parse("2026-01", "2026-06"))
def vergoeding_te_beslissen(
    vergoeding_samen: Cents, vergoeding_eerder_dit_jaar: Cents, vanaf_27: Truth, inkomen: Inkomen
) -> Cents:
    """What goes beyond the maximum of the month or the year; part k does not hold under 27."""
    ruimte = largest(inkomen.vergoeding_per_jaar - vergoeding_eerder_dit_jaar, 0)
    vrij = smallest(vergoeding_samen, smallest(inkomen.vergoeding_per_maand, ruimte))
    return when(vanaf_27, vergoeding_samen - vrij, otherwise=vergoeding_samen)


@rule("Pw 31:2:k", PERSOON, nl=_VERGOEDING_NL, en=_VERGOEDING_EN, span=Span.parse("2026-07"), yields="vergoeding_te_beslissen")
def vergoeding_te_beslissen_vanaf_juli_2026(vergoeding_samen: Cents) -> Cents:
    """All of it: the maximum a month from July 2026 was not found."""
    return vergoeding_samen


# -- gifts, and what must be decided --------------------------------------------------------------------


@rule("Pw 31:2:m", PERSOON,
      nl=Say("Giften", "U kreeg deze maand {uitkomst} aan giften.", "U kreeg deze maand geen giften."),
      en=Say("Gifts", "This month you received {uitkomst} in gifts.", "This month you received no gifts."))  # fmt: skip
def giften(gift: Cents) -> Cents:
    """Gifts to a person this month."""
    return total(gift)


@rule("Pw 31:2:m", HUISHOUDEN,
      nl=Say("Giften deze maand", "Samen kreeg u deze maand {uitkomst} aan giften.", "U kreeg deze maand geen giften."),
      en=Say("Gifts this month", "Together you received {uitkomst} in gifts this month.", "You received no gifts this month."))  # fmt: skip
def giften_deze_maand(giften: Cents) -> Cents:
    """Gifts to the household this month."""
    return total(giften)


@rule("Pw 31:2:m", HUISHOUDEN,
      nl=Say("Giften eerder dit jaar", "Eerder dit jaar kreeg u {uitkomst} aan giften.", "Eerder dit jaar kreeg u geen giften."),
      en=Say("Gifts earlier this year", "Earlier this year you received {uitkomst} in gifts.", "Earlier this year you received no gifts."))  # fmt: skip
def giften_eerder_dit_jaar(giften_dit_jaar: Cents, kalender: Kalender) -> Cents:
    """Gifts of this calendar year before this month."""
    return when(kalender.jaar_begint, 0, otherwise=previous(giften_dit_jaar))


@rule("Pw 31:2:m", HUISHOUDEN, start=0,
      nl=Say("Giften dit jaar", "Dit jaar kreeg u tot nu toe {uitkomst} aan giften.", "Dit jaar kreeg u geen giften."),
      en=Say("Gifts this year", "This year you received {uitkomst} in gifts so far.", "This year you received no gifts."))  # fmt: skip
def giften_dit_jaar(giften_eerder_dit_jaar: Cents, giften_deze_maand: Cents) -> Cents:
    """Gifts of this calendar year, this month included."""
    return giften_eerder_dit_jaar + giften_deze_maand


_GIFTEN_EN = Say(
    "Decision about gifts",
    "A person must decide about {uitkomst} of gifts first. Until then nothing is deducted.",
    "Nobody needs to decide about gifts.",
)
_GIFTEN_NL = Say("Besluit over giften", "Over {uitkomst} aan giften moet een medewerker eerst besluiten. Tot die tijd gaat er niets van af.",
                 "Over giften hoeft niemand te besluiten.")  # fmt: skip


@rule("Pw 31:2:s", HUISHOUDEN, nl=_GIFTEN_NL, en=_GIFTEN_EN, span=TOT_2026, yields="giften_te_beslissen")
def giften_te_beslissen_tot_2026(giften_deze_maand: Cents) -> Cents:
    """All of them: before 2026 the town judges each gift."""
    return giften_deze_maand


@rule("Pw 31:2:m", HUISHOUDEN, nl=_GIFTEN_NL, en=_GIFTEN_EN, span=VANAF_2026)
def giften_te_beslissen(giften_eerder_dit_jaar: Cents, giften_dit_jaar: Cents, inkomen: Inkomen) -> Cents:
    """What goes beyond the free sum of the calendar year; the town may still find it acceptable (Pw 31:2:s)."""
    return largest(giften_dit_jaar - inkomen.giften_vrij, 0) - largest(giften_eerder_dit_jaar - inkomen.giften_vrij, 0)


@rule("Pw 32:1", PERSOON,
      nl=Say("Besluit nodig over inkomen", "Over {uitkomst} van uw inkomen moet een medewerker eerst besluiten.", "Over uw inkomen hoeft niemand te besluiten."),
      en=Say("Decision needed about income", "A person must decide about {uitkomst} of your income first.", "Nobody needs to decide about your income."))  # fmt: skip
def te_beslissen_samen(inkomen_te_beslissen: Cents, vergoeding_te_beslissen: Cents) -> Cents:
    """Money of a person that somebody must decide about."""
    return total(inkomen_te_beslissen) + vergoeding_te_beslissen


@rule("Pw 32:1", HUISHOUDEN,
      nl=Say("Nog te besluiten", "Over {uitkomst} moet een medewerker nog besluiten. Tot die tijd gaat er niets van uw bijstand af.", "Er hoeft niets besloten te worden."),
      en=Say("Still to be decided", "A person must still decide about {uitkomst}. Until then nothing is deducted from your bijstand.", "Nothing needs to be decided."))  # fmt: skip
def te_beslissen(te_beslissen_samen: Cents, giften_te_beslissen: Cents) -> Cents:
    """Money of the household that somebody must decide about; nothing of it is deducted before."""
    return total(te_beslissen_samen) + giften_te_beslissen
