# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Wages of the month: what is known or estimated per job, whatever the pay period."""

from __future__ import annotations

from enum import Enum

from werkzaam.core.money import HALF_UP
from werkzaam.core.months import Span
from werkzaam.engine.formula import Cents, Choice, Count, Share, Truth, largest, previous, ratio, share, total, when
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Parameters, Say, rule
from werkzaam.rules.book import calendar, choice, fact
from werkzaam.rules.situatie import Loonsoort

PERIODES_PER_JAAR, MAANDEN_PER_JAAR = 13, 12
"""Paid per four weeks: a year has thirteen payslips and twelve months."""


class Kalender(Parameters, group="kalender"):
    """What the calendar says of the month."""

    jaar_begint: Truth = calendar(lambda month, _: month.number == 1)
    jaar_eindigt: Truth = calendar(lambda month, _: month.number == MAANDEN_PER_JAAR)


class Vierweken(Enum):
    """How four-weekly pay becomes pay of a month (a municipal choice; Divosa 2019, 2.5)."""

    DERTIEN_TWAALFDE = ("keer 13 gedeeld door 12", "times 13 divided by 12")
    NAAR_DAGEN = ("verdeeld naar dagen", "divided by days")


class Vakantiegeldwijze(Enum):
    """How holiday money over wages counts (Pw 31:4; a municipal choice)."""

    AANSPRAAKTABEL = ("tabel van het Rijk", "the State's table")
    LOONSTROOK = ("elke maand volgens de loonstrook", "each month by the payslip")
    BIJ_UITBETALING = ("bij uitbetaling", "when paid out")


class Eindejaarswijze(Enum):
    """How end-of-year pay counts (Pw 32:1; a municipal choice)."""

    BIJ_UITBETALING = ("bij uitbetaling, terug naar de maanden van opbouw", "when paid, back to the months it was built up in")
    MAANDELIJKS = ("elke maand een deel", "a part each month")


class Nettowijze(Enum):
    """What net wage the town counts with (Pw 31:3, 32:5)."""

    LOONSTROOK = ("volgens de loonstrook", "by the payslip")
    LOONAANGIFTE = ("volgens de loonaangifte", "by the wage tax return")


class Methode(Enum):
    """When wages are set off (a municipal choice; Divosa 2019)."""

    OP_DE_MAAND = ("in de maand zelf", "in the month itself")
    ACHTERAF = ("een maand later", "a month later")
    SCHATTING = ("vooraf geschat", "estimated in advance")
    GEMIDDELDE = ("met een gemiddelde als schatting", "with an average as the estimate")
    VAST_BEDRAG = ("met een vast bedrag als schatting", "with a fixed amount as the estimate")


class Inkomsten(Parameters, group="inkomsten"):
    """How the town counts income from work."""

    vakantiegeld: Choice[Vakantiegeldwijze] = choice("inkomsten.vakantiegeld")
    eindejaarsuitkering: Choice[Eindejaarswijze] = choice("inkomsten.eindejaarsuitkering")
    vierweken: Choice[Vierweken] = choice("inkomsten.vierweken")
    nettoloon: Choice[Nettowijze] = choice("inkomsten.nettoloon")
    ziekengeld_is_werk: Truth = choice("inkomsten.ziekengeld_is_werk")
    methode: Choice[Methode] = choice("inkomsten.methode")
    uniform_whk: Share = fact("uniform_whk_pct", only_if="inkomsten.nettoloon", option="loonaangifte")


# -- pay periods ------------------------------------------------------------------------------------


@rule("Beleid werkwijze inkomstenverrekening", BAAN,
      nl=Say("Loon per vier weken", "Uw loon per vier weken rekenen we om naar een maand ({inkomsten.vierweken}): {uitkomst}.",
             "Er is geen loon per vier weken."),
      en=Say("Four-weekly wage", "Your four-weekly wage becomes a month's wage ({inkomsten.vierweken}): {uitkomst}.",
             "There is no four-weekly wage."))  # fmt: skip
def loon_uit_vier_weken(vierwekenloon: Cents, vierwekenloon_extra: Cents, inkomsten: Inkomsten) -> Cents:
    """Four-weekly pay as pay of a month: times 13/12, so that the thirteenth pay is free, or as it came."""
    dertien_twaalfde = ratio(Count("const", PERIODES_PER_JAAR), Count("const", MAANDEN_PER_JAAR))
    per_maand = share(largest(vierwekenloon, 0), dertien_twaalfde, HALF_UP)
    terug = share(largest(0 - vierwekenloon, 0), dertien_twaalfde, HALF_UP)  # What a correction takes back counted like this.
    omgerekend = when(vierwekenloon > 0, per_maand, otherwise=0 - terug)
    return when(inkomsten.vierweken == Vierweken.DERTIEN_TWAALFDE, omgerekend, otherwise=vierwekenloon + vierwekenloon_extra)


@rule("Beleid werkwijze inkomstenverrekening", BAAN, start=0,
      nl=Say("Vierwekenloon dit jaar", "In dit jaar kreeg u bij deze werkgever {uitkomst} loon per vier weken.", "In dit jaar is er geen loon per vier weken."),
      en=Say("Four-weekly pay this year", "This year this employer paid you {uitkomst} of four-weekly wages.", "There are no four-weekly wages this year."))  # fmt: skip
def vierweken_ontvangen_dit_jaar(vierweken_ontvangen_dit_jaar: Cents, vierwekenloon: Cents, vierwekenloon_extra: Cents,
                                 kalender: Kalender) -> Cents:  # fmt: skip
    """Four-weekly pay received in this calendar year, this month included."""
    eerder = when(kalender.jaar_begint, 0, otherwise=previous(vierweken_ontvangen_dit_jaar))
    return eerder + vierwekenloon + vierwekenloon_extra


@rule("Beleid werkwijze inkomstenverrekening", BAAN, start=0,
      nl=Say("Vierwekenloon dat dit jaar meetelde", "Daarvan telde in dit jaar {uitkomst} mee.", "In dit jaar telde geen loon per vier weken mee."),
      en=Say("Four-weekly pay that counted this year", "Of that {uitkomst} counted this year.", "No four-weekly wage counted this year."))  # fmt: skip
def vierweken_geteld_dit_jaar(vierweken_geteld_dit_jaar: Cents, loon_uit_vier_weken: Cents, kalender: Kalender) -> Cents:
    """Four-weekly pay that counted in this calendar year, this month included."""
    return when(kalender.jaar_begint, 0, otherwise=previous(vierweken_geteld_dit_jaar)) + loon_uit_vier_weken


@rule("Beleid werkwijze inkomstenverrekening", BAAN,
      nl=Say("Controle van het jaar", "Over het hele jaar kreeg u {uitkomst} meer loon per vier weken dan er meetelde. Staat er een min, dan telde er te veel mee. De gemeente rekent dit met u af.",
             "Het loon per vier weken en wat er meetelde zijn over dit jaar gelijk, of het jaar is nog niet om."),
      en=Say("Check of the year", "Over the whole year you received {uitkomst} more four-weekly wages than counted. With a minus sign too much counted. The municipality settles this with you.",
             "Over this year the four-weekly wages and what counted are equal, or the year is not over yet."))  # fmt: skip
def vierweken_verschil(vierweken_ontvangen_dit_jaar: Cents, vierweken_geteld_dit_jaar: Cents, kalender: Kalender) -> Cents:
    """At the end of the year: four-weekly pay received less what counted (Divosa 2019, 2.5)."""
    return when(kalender.jaar_eindigt, vierweken_ontvangen_dit_jaar - vierweken_geteld_dit_jaar, otherwise=0)


# -- the wage of a job --------------------------------------------------------------------------------

_LOON_NL = Say(
    "Loon van deze maand", "Het nettoloon dat bij deze maand hoort: {uitkomst}.", "Bij deze maand hoort hier geen loon."
)
_LOON_EN = Say(
    "Wage of this month", "The net wage that belongs to this month: {uitkomst}.", "No wage belongs to this month here."
)


@rule("Pw 31:1", BAAN, nl=_LOON_NL, en=_LOON_EN, span=Span.parse("0000-01", "2026-12"), yields="loon_van_de_maand")
def loon_van_de_maand_tot_2027(nettoloon: Cents, loon_uit_vier_weken: Cents, gemiste_heffingskorting: Cents) -> Cents:
    """Net wage of a job, with the tax credit that the employer should have applied (Pw 31:1, last sentence)."""
    return nettoloon + loon_uit_vier_weken + gemiste_heffingskorting


@rule("Pw 32:5", BAAN, nl=_LOON_NL, en=_LOON_EN, span=Span.parse("2027-01"), yields="loon_van_de_maand")
def loon_van_de_maand_vanaf_2027(nettoloon: Cents, loon_uit_vier_weken: Cents, gemiste_heffingskorting: Cents, uniform_nettoloon: Cents,
                                 loonaangifte_bekend: Truth, inkomsten: Inkomsten) -> Cents:  # fmt: skip
    """As before, or the uniform net wage where the town counts by the wage tax return and has one."""
    volgens_loonstrook = nettoloon + loon_uit_vier_weken + gemiste_heffingskorting
    volgens_aangifte = (inkomsten.nettoloon == Nettowijze.LOONAANGIFTE) & loonaangifte_bekend
    return when(volgens_aangifte, uniform_nettoloon, otherwise=volgens_loonstrook)


@rule("Regeling 7a", BAAN,
      nl=Say("Nettoloon volgens de loonaangifte", "Het loon uit de loonaangifte min wat daarvan af gaat: {uitkomst}.", "Er is geen loon uit een loonaangifte."),
      en=Say("Net wage by the wage tax return", "The wage in the tax return less what is taken off: {uitkomst}.", "There is no wage from a tax return."))  # fmt: skip
def uniform_nettoloon(loon_voor_heffing: Cents, ingehouden_loonheffing: Cents, ingehouden_zvw: Cents, voordeel_auto: Cents,
                      voordeel_vrijgesteld: Cents, uniforme_premie: Cents) -> Cents:  # fmt: skip
    """Taxable wage less tax and premiums, the uniform premium, the Zvw contribution and the net benefits (stcrt-2025-33979)."""
    inhoudingen = ingehouden_loonheffing + ingehouden_zvw + voordeel_auto + voordeel_vrijgesteld + uniforme_premie
    return largest(loon_voor_heffing - inhoudingen, 0)


@rule("Regeling 7a", BAAN, span=Span.parse("0000-01", "2026-12"), yields="uniforme_premie",
      nl=Say("Vaste premie", "Er gaat geen vaste premie van het loon af: die komt in 2027."),
      en=Say("Uniform premium", "No uniform premium is taken off the wage: it starts in 2027."))  # fmt: skip
def geen_uniforme_premie() -> Cents:
    """Nothing before 2027, so that nobody needs its percentage."""
    return Cents("const", 0)


@rule("Regeling 7a", BAAN, span=Span.parse("2027-01"),
      nl=Say("Vaste premie", "Wie in dienst is, betaalt {inkomsten.uniform_whk} premie: {uitkomst}.", "Er gaat geen vaste premie van het loon af."),
      en=Say("Uniform premium", "Employees pay a premium of {inkomsten.uniform_whk}: {uitkomst}.", "No uniform premium is taken off the wage."))  # fmt: skip
def uniforme_premie(loon_voor_heffing: Cents, dienstbetrekking: Truth, inkomsten: Inkomsten) -> Cents:
    """The uniform WGA/Whk premium of an employee over the taxable wage."""
    return when(dienstbetrekking, share(loon_voor_heffing, inkomsten.uniform_whk, HALF_UP), otherwise=0)


@rule("Pw 32:1", BAAN,
      nl=Say("Loon", "Het nettoloon waarmee we deze maand rekenen: {uitkomst}.", "In deze maand had u hier geen loon."),
      en=Say("Wage", "The net wage we calculate with this month: {uitkomst}.", "You had no wage here this month."))  # fmt: skip
def loon(loon_van_de_maand: Cents, loon_bekend: Truth, geschat_nettoloon: Cents) -> Cents:
    """The net wage of a job: the real one when it is known, the estimate until then."""
    return when(loon_bekend, loon_van_de_maand, otherwise=geschat_nettoloon)


@rule("Beleid werkwijze inkomstenverrekening", BAAN,
      nl=Say("Loon vooraf", "Het loon waarmee we vooraf rekenen: {uitkomst}.", "Vooraf rekenen we hier zonder loon."),
      en=Say("Wage in advance", "The wage we calculate with in advance: {uitkomst}.", "In advance we calculate without a wage here."))  # fmt: skip
def loon_vooraf(loon_geschat: Truth, geschat_nettoloon: Cents, loon_van_de_maand: Cents) -> Cents:
    """The wage by the estimate: the estimate where one was made; a wage that nobody estimated is as it came."""
    return when(loon_geschat, geschat_nettoloon, otherwise=loon_van_de_maand)


@rule("Pw 32:1", BAAN,
      nl=Say("Loon ontvangen", "Voor deze maand krijgt u hier {uitkomst} loon betaald.", "Voor deze maand krijgt u hier geen loon betaald."),
      en=Say("Wage received", "For this month you are paid a wage of {uitkomst} here.", "For this month you are paid no wage here."))  # fmt: skip
def loon_ontvangen(nettoloon: Cents, vierwekenloon: Cents, vierwekenloon_extra: Cents, loon_bekend: Truth,
                   geschat_nettoloon: Cents) -> Cents:  # fmt: skip
    """What the payslips of a job paid, whatever of it counts; until they are there the estimate."""
    return when(loon_bekend, nettoloon + vierwekenloon + vierwekenloon_extra, otherwise=geschat_nettoloon)


@rule("Pw 31:2", BAAN,
      nl=Say("Telt als werk", "Dit geld is loon uit werk: {uitkomst}."),
      en=Say("Counts as work", "This money is pay for work: {uitkomst}."))  # fmt: skip
def telt_als_werk(loonsoort: Choice[Loonsoort], inkomsten: Inkomsten) -> Truth:
    """The money is pay for work; whether sick pay is, is contested (RBMNE:2021:5092)."""
    ziek = (loonsoort == Loonsoort.ZIEKENGELD) & inkomsten.ziekengeld_is_werk
    return (loonsoort == Loonsoort.WERK) | ziek


@rule("Pw 31:2", BAAN,
      nl=Say("Loon uit werk", "Daarvan is {uitkomst} loon uit werk.", "Hier is geen loon uit werk."),
      en=Say("Pay for work", "Of that {uitkomst} is pay for work.", "There is no pay for work here."))  # fmt: skip
def werkloon(loon: Cents, telt_als_werk: Truth) -> Cents:
    """The wage of a job as far as it is pay for work."""
    return when(telt_als_werk, loon, otherwise=0)


@rule("Pw 31:2", BAAN,
      nl=Say("Brutoloon uit werk", "Van het brutoloon is {uitkomst} loon uit werk.", "Hier is geen brutoloon uit werk."),
      en=Say("Gross pay for work", "Of the gross wage {uitkomst} is pay for work.", "There is no gross pay for work here."))  # fmt: skip
def bruto_werkloon(brutoloon: Cents, telt_als_werk: Truth) -> Cents:
    """The gross wage of a job as far as it is pay for work."""
    return when(telt_als_werk, brutoloon, otherwise=0)


# -- all jobs of a person -----------------------------------------------------------------------------


@rule("Pw 32:1", PERSOON,
      nl=Say("Loon samen", "Uw loon van alle banen samen is {uitkomst}.", "U had deze maand geen loon."),
      en=Say("Wages together", "Your wages from all jobs together are {uitkomst}.", "You had no wages this month."))  # fmt: skip
def loon_samen(loon: Cents) -> Cents:
    """Net wages of a person over all jobs; corrections cannot bring the month below zero."""
    return largest(total(loon), 0)


@rule("Pw 31:2", PERSOON,
      nl=Say("Loon uit werk samen", "Uw loon uit werk is samen {uitkomst}.", "U had deze maand geen loon uit werk."),
      en=Say("Pay for work together", "Your pay for work is {uitkomst} together.", "You had no pay for work this month."))  # fmt: skip
def loon_uit_werk(werkloon: Cents) -> Cents:
    """Net pay for work of a person over all jobs, which exemption and premium are about."""
    return largest(total(werkloon), 0)


@rule("Pw 31:2", PERSOON,
      nl=Say("Brutoloon samen", "Uw brutoloon uit werk is samen {uitkomst}.", "Er is geen brutoloon uit werk opgegeven."),
      en=Say("Gross wages together", "Your gross pay for work is {uitkomst} together.", "No gross pay for work was given."))  # fmt: skip
def brutoloon_samen(bruto_werkloon: Cents) -> Cents:
    """Gross pay for work of a person over all jobs, where a town's rule is about it."""
    return total(bruto_werkloon)


@rule("Pw 32:1", HUISHOUDEN,
      nl=Say("Loon van het huishouden", "Het loon in uw huishouden is samen {uitkomst}.", "Er is deze maand geen loon in uw huishouden."),
      en=Say("Wages of the household", "The wages in your household are {uitkomst} together.", "There are no wages in your household this month."))  # fmt: skip
def lonen(loon_samen: Cents) -> Cents:
    """Net wages of the household."""
    return total(loon_samen)


@rule("Pw 32:1", PERSOON,
      nl=Say("Loon ontvangen van alle banen", "Voor deze maand krijgt u van al uw banen samen {uitkomst} betaald.", "Voor deze maand krijgt u geen loon betaald."),
      en=Say("Wages received from all jobs", "For this month all your jobs together pay you {uitkomst}.", "For this month you are paid no wages."))  # fmt: skip
def loon_ontvangen_samen(loon_ontvangen: Cents) -> Cents:
    """Net wages that a person is paid for this month; corrections cannot bring the month below zero."""
    return largest(total(loon_ontvangen), 0)


@rule("Pw 32:1", HUISHOUDEN,
      nl=Say("Loon op uw rekening", "Voor deze maand komt er {uitkomst} loon op uw rekening.", "Voor deze maand komt er geen loon op uw rekening."),
      en=Say("Wages on your account", "For this month {uitkomst} of wages comes on your account.", "For this month no wages come on your account."))  # fmt: skip
def loon_op_rekening(loon_ontvangen_samen: Cents) -> Cents:
    """Net wages that the household is paid for this month, as the payslips have them."""
    return total(loon_ontvangen_samen)
