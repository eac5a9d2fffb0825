# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Pay beside the wage: holiday money and end-of-year pay, counted once and never above what was received."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from werkzaam.core.money import HALF_UP
from werkzaam.engine.formula import Cents, Choice, Share, Table, Truth, largest, previous, share, total, when
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Parameters, Say, rule
from werkzaam.rules.book import Fixed, by_option, fact
from werkzaam.rules.loon import Eindejaarswijze, Inkomsten, Vakantiegeldwijze
from werkzaam.rules.situatie import LOON_HOOGST, Loonsoort


class Schijf(Enum):
    """A bracket of the State's tables for holiday money over income, art. 11 or 12 of the Regeling."""

    EEN = ("schijf 1", "bracket 1")
    TWEE = ("schijf 2", "bracket 2")
    DRIE = ("schijf 3", "bracket 3")
    VIER = ("schijf 4", "bracket 4")
    VIJF = ("schijf 5", "bracket 5")


def _table(article: int, what: str) -> dict[Schijf, object]:
    """The column of a table; article 12 has four brackets, so its fifth begins where no wage comes."""
    sources: dict[Schijf, object] = {
        Schijf.VIJF: {"ondergrens": Fixed(LOON_HOOGST), "pct": Fixed(Fraction(0)), "aftrek": Fixed(0)}[what]
    }
    brackets = list(Schijf) if article == ARTIKEL_WERK else list(Schijf)[:-1]
    for number, bracket in enumerate(brackets, start=1):
        sources[bracket] = fact(
            f"vt_aanspraak_art{article}_schijf_{number}_{what}", only_if="inkomsten.vakantiegeld", option="aanspraaktabel"
        )
    return sources


ARTIKEL_WERK, ARTIKEL_UITKERING = 11, 12


class Aanspraak(Parameters, group="aanspraak"):
    """The State's tables for holiday money over income from work (art. 11) and from former work (art. 12)."""

    werk_vanaf: Table[Schijf, Cents] = by_option(_table(ARTIKEL_WERK, "ondergrens"))
    werk_aandeel: Table[Schijf, Share] = by_option(_table(ARTIKEL_WERK, "pct"))
    werk_aftrek: Table[Schijf, Cents] = by_option(_table(ARTIKEL_WERK, "aftrek"))
    uitkering_vanaf: Table[Schijf, Cents] = by_option(_table(ARTIKEL_UITKERING, "ondergrens"))
    uitkering_aandeel: Table[Schijf, Share] = by_option(_table(ARTIKEL_UITKERING, "pct"))
    uitkering_aftrek: Table[Schijf, Cents] = by_option(_table(ARTIKEL_UITKERING, "aftrek"))


# -- holiday money ------------------------------------------------------------------------------------


@rule("Regeling 11", BAAN,
      nl=Say("Schijf van de tabel", "In de tabel van het Rijk valt dit loon in {uitkomst}."),
      en=Say("Bracket of the table", "In the State's table this wage falls in {uitkomst}."))  # fmt: skip
def schijf_werk(loon: Cents, aanspraak: Aanspraak, inkomsten: Inkomsten) -> Choice[Schijf]:
    """The bracket of article 11: the highest that begins below the wage; the first where the town does not use the table."""
    laag = when(loon > aanspraak.werk_vanaf[Schijf.TWEE], Schijf.TWEE, Schijf.EEN)
    midden = when(loon > aanspraak.werk_vanaf[Schijf.DRIE], Schijf.DRIE, laag)
    hoog = when(loon > aanspraak.werk_vanaf[Schijf.VIER], Schijf.VIER, midden)
    hoogst = when(loon > aanspraak.werk_vanaf[Schijf.VIJF], Schijf.VIJF, hoog)
    return when(inkomsten.vakantiegeld == Vakantiegeldwijze.AANSPRAAKTABEL, hoogst, otherwise=Schijf.EEN)


@rule("Regeling 12", BAAN,
      nl=Say("Schijf van de tabel (uitkering)", "In de tabel van het Rijk valt deze uitkering in {uitkomst}."),
      en=Say("Bracket of the table (benefit)", "In the State's table this benefit falls in {uitkomst}."))  # fmt: skip
def schijf_uitkering(loon: Cents, aanspraak: Aanspraak, inkomsten: Inkomsten) -> Choice[Schijf]:
    """The bracket of article 12: the highest that begins below the benefit; the first where the town does not use the table."""
    laag = when(loon > aanspraak.uitkering_vanaf[Schijf.TWEE], Schijf.TWEE, Schijf.EEN)
    midden = when(loon > aanspraak.uitkering_vanaf[Schijf.DRIE], Schijf.DRIE, laag)
    hoog = when(loon > aanspraak.uitkering_vanaf[Schijf.VIER], Schijf.VIER, midden)
    return when(inkomsten.vakantiegeld == Vakantiegeldwijze.AANSPRAAKTABEL, hoog, otherwise=Schijf.EEN)


@rule("Regeling 11", BAAN,
      nl=Say("Aanspraak op vakantiegeld", "Volgens de tabel van het Rijk hoort bij dit inkomen {uitkomst} vakantiegeld.", "Er is geen vakantiegeld volgens de tabel van het Rijk."),
      en=Say("Claim on holiday money", "By the State's table {uitkomst} of holiday money belongs to this income.", "There is no holiday money by the State's table."))  # fmt: skip
def vakantieaanspraak(loon: Cents, loonsoort: Choice[Loonsoort], schijf_werk: Choice[Schijf], schijf_uitkering: Choice[Schijf],
                      aanspraak: Aanspraak) -> Cents:  # fmt: skip
    """The claim over net income by the table: a share of it less a fixed amount (Regeling 11 and 12)."""
    inkomen = largest(loon, 0)
    werk = share(inkomen, aanspraak.werk_aandeel[schijf_werk], HALF_UP) - aanspraak.werk_aftrek[schijf_werk]
    uitkering = (
        share(inkomen, aanspraak.uitkering_aandeel[schijf_uitkering], HALF_UP) - aanspraak.uitkering_aftrek[schijf_uitkering]
    )
    return largest(when(loonsoort == Loonsoort.UITKERING, uitkering, otherwise=werk), 0)


@rule("Pw 31:4", BAAN,
      nl=Say("Vakantiegeld over loon", "Bij uw werkgever telt deze maand {uitkomst} vakantiegeld mee ({inkomsten.vakantiegeld}).",
             "Er telt deze maand geen vakantiegeld van deze werkgever mee."),
      en=Say("Holiday money over the wage", "This month {uitkomst} of holiday money with your employer counts ({inkomsten.vakantiegeld}).",
             "No holiday money of this employer counts this month."))  # fmt: skip
def vakantiegeld_over_loon(
    vakantiegeld_opgebouwd: Cents, vakantiegeld_uitbetaald: Cents, vakantieaanspraak: Cents, inkomsten: Inkomsten
) -> Cents:
    """Holiday money that counts this month: by the table, what the payslip says was built up, or what was paid out."""
    tabel = inkomsten.vakantiegeld == Vakantiegeldwijze.AANSPRAAKTABEL
    anders = when(tabel, vakantieaanspraak, otherwise=vakantiegeld_uitbetaald)
    return when(inkomsten.vakantiegeld == Vakantiegeldwijze.LOONSTROOK, vakantiegeld_opgebouwd, otherwise=anders)


@rule("Pw 31:4", BAAN, start=0,
      nl=Say("Vakantiegeld al meegeteld", "Sinds de vorige uitbetaling telde al {uitkomst} vakantiegeld van deze werkgever mee.",
             "Er telde nog geen vakantiegeld van deze werkgever mee."),
      en=Say("Holiday money counted so far", "Since the last pay-out {uitkomst} of this employer's holiday money was counted.",
             "None of this employer's holiday money was counted yet."))  # fmt: skip
def vakantiegeld_meegeteld(vakantiegeld_over_loon: Cents, vakantiegeld_meegeteld: Cents, vakantiegeld_afgerekend: Truth) -> Cents:
    """Holiday money counted per job since the employer last paid it out."""
    return when(previous(vakantiegeld_afgerekend), 0, otherwise=previous(vakantiegeld_meegeteld)) + vakantiegeld_over_loon


@rule("Pw 31:4", BAAN, start=False,
      nl=Say("Vakantiegeld uitbetaald", "Uw werkgever heeft deze maand het vakantiegeld uitbetaald: {uitkomst}.",
             "Uw werkgever heeft deze maand geen vakantiegeld uitbetaald."),
      en=Say("Holiday money paid out", "Your employer paid out the holiday money this month: {uitkomst}.",
             "Your employer paid out no holiday money this month."))  # fmt: skip
def vakantiegeld_afgerekend(vakantiegeld_uitbetaald: Cents) -> Truth:
    """The employer paid holiday money out this month, which closes what was counted before."""
    return vakantiegeld_uitbetaald > 0


@rule("Pw 31:4", BAAN,
      nl=Say("Vakantiegeld terug", "Er telde meer vakantiegeld mee dan u kreeg. Het verschil telt nu af van uw inkomen: {uitkomst}.",
             "Er telde niet te veel vakantiegeld mee."),
      en=Say("Holiday money back", "More holiday money was counted than you received. The difference now lowers your income: {uitkomst}.",
             "Not too much holiday money was counted."))  # fmt: skip
def vakantiegeld_terug(vakantiegeld_meegeteld: Cents, vakantiegeld_uitbetaald: Cents, vakantiegeld_afgerekend: Truth) -> Cents:
    """What was counted beyond what was received, given back at pay-out (CRVB:2018:3513)."""
    return when(vakantiegeld_afgerekend, largest(vakantiegeld_meegeteld - vakantiegeld_uitbetaald, 0), otherwise=0)


@rule("Pw 31:2", BAAN,
      nl=Say("Vakantiegeld uit werk", "Daarvan is {uitkomst} vakantiegeld over loon uit werk.", "Hier is geen vakantiegeld over loon uit werk."),
      en=Say("Holiday money for work", "Of that {uitkomst} is holiday money over pay for work.", "There is no holiday money over pay for work here."))  # fmt: skip
def vakantiegeld_uit_werk(vakantiegeld_over_loon: Cents, vakantiegeld_terug: Cents, telt_als_werk: Truth) -> Cents:
    """Holiday money of a job that counts, less what is given back, as far as it goes with pay for work."""
    return when(telt_als_werk, vakantiegeld_over_loon - vakantiegeld_terug, otherwise=0)


@rule("Pw 31:4", PERSOON,
      nl=Say("Vakantiegeld samen", "Van al uw banen telt deze maand samen {uitkomst} vakantiegeld mee.",
             "Er telt deze maand geen vakantiegeld mee."),
      en=Say("Holiday money together", "From all your jobs together {uitkomst} of holiday money counts this month.",
             "No holiday money counts this month."))  # fmt: skip
def vakantiegeld_samen(vakantiegeld_over_loon: Cents, vakantiegeld_terug: Cents) -> Cents:
    """Holiday money over a person's wages that counts this month, less what is given back."""
    return total(vakantiegeld_over_loon) - total(vakantiegeld_terug)


@rule("Pw 31:4", PERSOON,
      nl=Say("Vakantiegeld ontvangen", "Uw werkgevers betaalden deze maand samen {uitkomst} vakantiegeld.",
             "Uw werkgevers betaalden deze maand geen vakantiegeld."),
      en=Say("Holiday money received", "Your employers paid {uitkomst} of holiday money together this month.",
             "Your employers paid no holiday money this month."))  # fmt: skip
def vakantiegeld_ontvangen(vakantiegeld_uitbetaald: Cents) -> Cents:
    """Holiday money that reached a person this month, whenever it counted."""
    return total(vakantiegeld_uitbetaald)


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


# -- end-of-year pay ----------------------------------------------------------------------------------


@rule("Pw 32:1", BAAN,
      nl=Say("Eindejaarsuitkering over loon", "Van uw eindejaarsuitkering hoort {uitkomst} bij deze maand ({inkomsten.eindejaarsuitkering}).",
             "Bij deze maand hoort geen eindejaarsuitkering van deze werkgever."),
      en=Say("End-of-year pay over the wage", "Of your end-of-year pay {uitkomst} belongs to this month ({inkomsten.eindejaarsuitkering}).",
             "No end-of-year pay of this employer belongs to this month."))  # fmt: skip
def eindejaarsuitkering_over_loon(
    eindejaarsuitkering_opgebouwd: Cents, eindejaarsuitkering_toegerekend: Cents, inkomsten: Inkomsten
) -> Cents:
    """End-of-year pay that counts this month: what was built up, or what of a payment belongs to this month."""
    maandelijks = inkomsten.eindejaarsuitkering == Eindejaarswijze.MAANDELIJKS
    return when(maandelijks, eindejaarsuitkering_opgebouwd, otherwise=eindejaarsuitkering_toegerekend)


@rule("Pw 32:1", BAAN, start=0,
      nl=Say("Eindejaarsuitkering al meegeteld", "Sinds de vorige uitbetaling telde al {uitkomst} eindejaarsuitkering van deze werkgever mee.",
             "Er telde nog geen eindejaarsuitkering van deze werkgever mee."),
      en=Say("End-of-year pay counted so far", "Since the last pay-out {uitkomst} of this employer's end-of-year pay was counted.",
             "None of this employer's end-of-year pay was counted yet."))  # fmt: skip
def eindejaarsuitkering_meegeteld(eindejaarsuitkering_over_loon: Cents, eindejaarsuitkering_meegeteld: Cents,
                                  eindejaarsuitkering_afgerekend: Truth) -> Cents:  # fmt: skip
    """End-of-year pay counted per job since the employer last paid it out."""
    eerder = when(previous(eindejaarsuitkering_afgerekend), 0, otherwise=previous(eindejaarsuitkering_meegeteld))
    return eerder + eindejaarsuitkering_over_loon


@rule("Pw 32:1", BAAN, start=False,
      nl=Say("Eindejaarsuitkering uitbetaald", "Uw werkgever heeft deze maand de eindejaarsuitkering uitbetaald: {uitkomst}.",
             "Uw werkgever heeft deze maand geen eindejaarsuitkering uitbetaald."),
      en=Say("End-of-year pay paid out", "Your employer paid out the end-of-year pay this month: {uitkomst}.",
             "Your employer paid out no end-of-year pay this month."))  # fmt: skip
def eindejaarsuitkering_afgerekend(eindejaarsuitkering_uitbetaald: Cents) -> Truth:
    """The employer paid end-of-year pay out this month, which closes what was counted before."""
    return eindejaarsuitkering_uitbetaald > 0


@rule("Pw 32:1", BAAN,
      nl=Say("Eindejaarsuitkering terug", "Er telde meer eindejaarsuitkering mee dan u kreeg. Het verschil telt nu af van uw inkomen: {uitkomst}.",
             "Er telde niet te veel eindejaarsuitkering mee."),
      en=Say("End-of-year pay back", "More end-of-year pay was counted than you received. The difference now lowers your income: {uitkomst}.",
             "Not too much end-of-year pay was counted."))  # fmt: skip
def eindejaarsuitkering_terug(eindejaarsuitkering_meegeteld: Cents, eindejaarsuitkering_uitbetaald: Cents,
                              eindejaarsuitkering_afgerekend: Truth, inkomsten: Inkomsten) -> Cents:  # fmt: skip
    """What was counted month by month beyond what was received, given back at pay-out."""
    maandelijks = inkomsten.eindejaarsuitkering == Eindejaarswijze.MAANDELIJKS
    te_veel = largest(eindejaarsuitkering_meegeteld - eindejaarsuitkering_uitbetaald, 0)
    return when(maandelijks & eindejaarsuitkering_afgerekend, te_veel, otherwise=0)


@rule("Pw 31:2", BAAN,
      nl=Say("Eindejaarsuitkering uit werk", "Daarvan is {uitkomst} eindejaarsuitkering uit werk.", "Hier is geen eindejaarsuitkering uit werk."),
      en=Say("End-of-year pay for work", "Of that {uitkomst} is end-of-year pay for work.", "There is no end-of-year pay for work here."))  # fmt: skip
def eindejaarsuitkering_uit_werk(
    eindejaarsuitkering_over_loon: Cents, eindejaarsuitkering_terug: Cents, telt_als_werk: Truth
) -> Cents:
    """End-of-year pay of a job that counts, less what is given back, as far as it goes with pay for work."""
    return when(telt_als_werk, eindejaarsuitkering_over_loon - eindejaarsuitkering_terug, otherwise=0)


@rule("Pw 32:1", PERSOON,
      nl=Say("Eindejaarsuitkering samen", "Van al uw banen telt deze maand samen {uitkomst} eindejaarsuitkering mee.",
             "Er telt deze maand geen eindejaarsuitkering mee."),
      en=Say("End-of-year pay together", "From all your jobs together {uitkomst} of end-of-year pay counts this month.",
             "No end-of-year pay counts this month."))  # fmt: skip
def eindejaarsuitkering_samen(eindejaarsuitkering_over_loon: Cents, eindejaarsuitkering_terug: Cents) -> Cents:
    """End-of-year pay of a person that counts this month, less what is given back."""
    return total(eindejaarsuitkering_over_loon) - total(eindejaarsuitkering_terug)


@rule("Pw 32:1", PERSOON,
      nl=Say("Eindejaarsuitkering ontvangen", "Uw werkgevers betaalden deze maand samen {uitkomst} eindejaarsuitkering.",
             "Uw werkgevers betaalden deze maand geen eindejaarsuitkering."),
      en=Say("End-of-year pay received", "Your employers paid {uitkomst} of end-of-year pay together this month.",
             "Your employers paid no end-of-year pay this month."))  # fmt: skip
def eindejaarsuitkering_ontvangen(eindejaarsuitkering_uitbetaald: Cents) -> Cents:
    """End-of-year pay that reached a person this month, whenever it counted."""
    return total(eindejaarsuitkering_uitbetaald)


@rule("Pw 32:1", HUISHOUDEN,
      nl=Say("Eindejaarsuitkering van werkgevers", "Deze maand komt {uitkomst} eindejaarsuitkering van werkgevers op uw rekening.",
             "Deze maand komt er geen eindejaarsuitkering van werkgevers."),
      en=Say("End-of-year pay from employers", "{uitkomst} of end-of-year pay from employers comes on your account this month.",
             "No end-of-year pay comes from employers this month."))  # fmt: skip
def eindejaarsuitkering_op_rekening(eindejaarsuitkering_ontvangen: Cents) -> Cents:
    """End-of-year pay that employers paid to the household this month."""
    return total(eindejaarsuitkering_ontvangen)


@rule("Pw 32:1", HUISHOUDEN,
      nl=Say("Eindejaarsuitkering erbij", "Eindejaarsuitkering van werkgevers die bij deze maand hoort: {uitkomst}.",
             "Bij deze maand hoort geen eindejaarsuitkering van werkgevers."),
      en=Say("End-of-year pay on top", "End-of-year pay from employers that goes with this month: {uitkomst}.",
             "No end-of-year pay from employers goes with this month."))  # fmt: skip
def eindejaarsuitkering_erbij(eindejaarsuitkering_samen: Cents) -> Cents:
    """End-of-year pay that counts this month: what it brings, now or when the employer pays it."""
    return total(eindejaarsuitkering_samen)
