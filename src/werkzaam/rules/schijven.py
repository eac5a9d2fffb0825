# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An exemption by bands of the wage, as other countries have it; tried here on the Dutch norm."""

from __future__ import annotations

from enum import Enum

from werkzaam.core.money import HALF_UP
from werkzaam.engine.formula import Cents, Choice, Months, Share, Table, Truth, largest, previous, share, smallest, when
from werkzaam.engine.rule import HUISHOUDEN, PERSOON, Parameters, Say, rule
from werkzaam.rules.book import band, by_option, choice
from werkzaam.rules.norm import Gezin
from werkzaam.rules.situatie import LOON_HOOGST, Rol


class Over(Enum):
    """Which wage a rule is about."""

    NETTOLOON = ("nettoloon", "net wage")
    BRUTOLOON = ("brutoloon", "gross wage")


_PATHS = {Gezin.ZONDER_KIND: "vrijlating.schijven_aandelen", Gezin.MET_KIND: "vrijlating.schijven_met_kind"}


def _band(number: int) -> dict[Gezin, object]:
    return {family: band(path, number - 1, LOON_HOOGST) for family, path in _PATHS.items()}


class Schijven(Parameters, group="schijven"):
    """Bands of the wage with the share of each that a person may keep; a fifth only ends the fourth."""

    geldt: Truth = choice("vrijlating.schijven")
    over: Choice[Over] = choice("vrijlating.schijven_over")
    wachttijd: Months = choice("vrijlating.schijven_wachttijd")
    duur: Months = choice("vrijlating.schijven_duur")
    vanaf_1: Table[Gezin, Cents] = by_option(_band(1))
    vanaf_2: Table[Gezin, Cents] = by_option(_band(2))
    vanaf_3: Table[Gezin, Cents] = by_option(_band(3))
    vanaf_4: Table[Gezin, Cents] = by_option(_band(4))
    vanaf_5: Table[Gezin, Cents] = by_option(_band(5))
    aandeel_1: Table[Gezin, Share] = by_option(_band(1))
    aandeel_2: Table[Gezin, Share] = by_option(_band(2))
    aandeel_3: Table[Gezin, Share] = by_option(_band(3))
    aandeel_4: Table[Gezin, Share] = by_option(_band(4))


@rule("Beleid vrijlating naar schijven", HUISHOUDEN,
      nl=Say("Maanden met bijstand", "U hebt al {uitkomst} achter elkaar bijstand.", "U had vorige maand geen bijstand."),
      en=Say("Months on bijstand", "You have been on bijstand for {uitkomst} without a break.", "You were not on bijstand last month."))  # fmt: skip
def maanden_in_bijstand(maanden_bijstand_eerder: Months, maanden_in_bijstand_geteld: Months) -> Months:
    """Unbroken months with bijstand before this month."""
    eerder = previous(maanden_in_bijstand_geteld)
    return when(eerder < 0, maanden_bijstand_eerder, otherwise=eerder)


@rule("Beleid vrijlating naar schijven", HUISHOUDEN, start=-1,
      nl=Say("Maanden met bijstand, met deze maand", "Met deze maand erbij is dat {uitkomst}.", "Deze maand is er geen bijstand."),
      en=Say("Months on bijstand, with this one", "With this month that is {uitkomst}.", "There is no bijstand this month."))  # fmt: skip
def maanden_in_bijstand_geteld(maanden_in_bijstand: Months, recht_op_bijstand: Truth) -> Months:
    """Unbroken months with bijstand, this month included; -1 before the first month of the data."""
    return when(recht_op_bijstand, maanden_in_bijstand + 1, otherwise=0)


@rule("Beleid vrijlating naar schijven", HUISHOUDEN,
      nl=Say("Maanden vrijlating naar schijven", "Deze vrijlating loopt al {uitkomst}.", "Deze vrijlating is nog niet begonnen."),
      en=Say("Months of the exemption by bands", "This exemption has run for {uitkomst}.", "This exemption has not begun yet."))  # fmt: skip
def maanden_schijven(maanden_bijstand_eerder: Months, maanden_schijven_geteld: Months, schijven: Schijven) -> Months:
    """Months since the exemption by bands began, before this month; it runs on through breaks."""
    eerder = previous(maanden_schijven_geteld)
    verlopen = when(eerder < 0, largest(maanden_bijstand_eerder - schijven.wachttijd, 0), otherwise=eerder)
    return when(schijven.geldt, verlopen, otherwise=0)


@rule("Beleid vrijlating naar schijven", HUISHOUDEN,
      nl=Say("Vrijlating naar schijven", "U kunt deze maand per schijf een deel van uw loon houden: {uitkomst}.", "De vrijlating naar schijven geldt deze maand niet."),
      en=Say("Exemption by bands", "You can keep a part of each band of your wage this month: {uitkomst}.", "The exemption by bands does not apply this month."))  # fmt: skip
def kan_schijven(maanden_in_bijstand: Months, maanden_schijven: Months, schijven: Schijven) -> Truth:
    """The exemption by bands applies: after the waiting time, and while it runs; a duration of 0 has no end."""
    begonnen = (maanden_in_bijstand >= schijven.wachttijd) | (maanden_schijven > 0)
    loopt = (maanden_schijven < schijven.duur) | (schijven.duur < 1)
    return schijven.geldt & begonnen & loopt


@rule("Beleid vrijlating naar schijven", HUISHOUDEN, start=-1,
      nl=Say("Maanden vrijlating naar schijven, met deze maand", "Met deze maand erbij loopt die vrijlating {uitkomst}.", "Die vrijlating loopt niet."),
      en=Say("Months of the exemption by bands, with this one", "With this month that exemption has run for {uitkomst}.", "That exemption is not running."))  # fmt: skip
def maanden_schijven_geteld(maanden_schijven: Months, kan_schijven: Truth) -> Months:
    """Months since the exemption by bands began, this month included; -1 before the first month of the data."""
    return when(kan_schijven | (maanden_schijven > 0), maanden_schijven + 1, otherwise=0)


@rule("Beleid vrijlating naar schijven", PERSOON,
      nl=Say("Loon voor de schijven", "De schijven gaan over {uitkomst} ({schijven.over}).", "Er is geen loon voor de schijven."),
      en=Say("Wage for the bands", "The bands are about {uitkomst} ({schijven.over}).", "There is no wage for the bands."))  # fmt: skip
def schijven_grondslag(loon_uit_werk: Cents, brutoloon_samen: Cents, rol: Choice[Rol], schijven: Schijven) -> Cents:
    """The wage that the bands are laid on."""
    loon = when(schijven.over == Over.BRUTOLOON, brutoloon_samen, otherwise=loon_uit_werk)
    return when(rol == Rol.BIJSTAND, loon, otherwise=0)


@rule("Beleid vrijlating naar schijven", PERSOON,
      nl=Say("Eerste schijf", "Van het loon vanaf {schijven.vanaf_1} tot {schijven.vanaf_2} houdt u {schijven.aandeel_1}: {uitkomst}.", "In deze schijf is er niets dat u houdt."),
      en=Say("First band", "Of the wage from {schijven.vanaf_1} to {schijven.vanaf_2} you keep {schijven.aandeel_1}: {uitkomst}.", "There is nothing to keep in this band."))  # fmt: skip
def schijf_1(schijven_grondslag: Cents, gezin: Choice[Gezin], schijven: Schijven) -> Cents:
    """What a person keeps of the first band of the wage."""
    loon = largest(smallest(schijven_grondslag, schijven.vanaf_2[gezin]) - schijven.vanaf_1[gezin], 0)
    return share(loon, schijven.aandeel_1[gezin], HALF_UP)


@rule("Beleid vrijlating naar schijven", PERSOON,
      nl=Say("Tweede schijf", "Van het loon vanaf {schijven.vanaf_2} tot {schijven.vanaf_3} houdt u {schijven.aandeel_2}: {uitkomst}.", "In deze schijf is er niets dat u houdt."),
      en=Say("Second band", "Of the wage from {schijven.vanaf_2} to {schijven.vanaf_3} you keep {schijven.aandeel_2}: {uitkomst}.", "There is nothing to keep in this band."))  # fmt: skip
def schijf_2(schijven_grondslag: Cents, gezin: Choice[Gezin], schijven: Schijven) -> Cents:
    """What a person keeps of the second band of the wage."""
    loon = largest(smallest(schijven_grondslag, schijven.vanaf_3[gezin]) - schijven.vanaf_2[gezin], 0)
    return share(loon, schijven.aandeel_2[gezin], HALF_UP)


@rule("Beleid vrijlating naar schijven", PERSOON,
      nl=Say("Derde schijf", "Van het loon vanaf {schijven.vanaf_3} tot {schijven.vanaf_4} houdt u {schijven.aandeel_3}: {uitkomst}.", "In deze schijf is er niets dat u houdt."),
      en=Say("Third band", "Of the wage from {schijven.vanaf_3} to {schijven.vanaf_4} you keep {schijven.aandeel_3}: {uitkomst}.", "There is nothing to keep in this band."))  # fmt: skip
def schijf_3(schijven_grondslag: Cents, gezin: Choice[Gezin], schijven: Schijven) -> Cents:
    """What a person keeps of the third band of the wage."""
    loon = largest(smallest(schijven_grondslag, schijven.vanaf_4[gezin]) - schijven.vanaf_3[gezin], 0)
    return share(loon, schijven.aandeel_3[gezin], HALF_UP)


@rule("Beleid vrijlating naar schijven", PERSOON,
      nl=Say("Vierde schijf", "Van het loon vanaf {schijven.vanaf_4} tot {schijven.vanaf_5} houdt u {schijven.aandeel_4}: {uitkomst}.", "In deze schijf is er niets dat u houdt."),
      en=Say("Fourth band", "Of the wage from {schijven.vanaf_4} to {schijven.vanaf_5} you keep {schijven.aandeel_4}: {uitkomst}.", "There is nothing to keep in this band."))  # fmt: skip
def schijf_4(schijven_grondslag: Cents, gezin: Choice[Gezin], schijven: Schijven) -> Cents:
    """What a person keeps of the fourth band of the wage."""
    loon = largest(smallest(schijven_grondslag, schijven.vanaf_5[gezin]) - schijven.vanaf_4[gezin], 0)
    return share(loon, schijven.aandeel_4[gezin], HALF_UP)


@rule("Beleid vrijlating naar schijven", PERSOON,
      nl=Say("Vrij naar schijven", "Over alle schijven samen houdt u {uitkomst}.", "Er is niets dat u naar schijven houdt."),
      en=Say("Exempt by bands", "Over all bands together you keep {uitkomst}.", "There is nothing that you keep by bands."))  # fmt: skip
def vrij_naar_schijven(
    kan_schijven: Truth, schijf_1: Cents, schijf_2: Cents, schijf_3: Cents, schijf_4: Cents, grondslag: Cents
) -> Cents:
    """The sum of the bands, and never more than the net wage itself."""
    return when(kan_schijven, smallest(schijf_1 + schijf_2 + schijf_3 + schijf_4, grondslag), otherwise=0)
