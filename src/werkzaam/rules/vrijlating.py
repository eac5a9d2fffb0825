# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The part of wages left out of account: who has which exemption, for how long, and how much."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from werkzaam.core.money import HALF_UP
from werkzaam.core.months import Span
from werkzaam.engine.formula import Cents, Choice, Months, Share, Table, Truth, largest, previous, share, smallest, total, when
from werkzaam.engine.rule import PERSOON, Parameters, Say, rule
from werkzaam.rules.book import Fixed, by_option, choice, fact
from werkzaam.rules.situatie import Leefvorm, Rol

TOT_2023, VANAF_2023 = Span.parse("0000-01", "2022-12"), Span.parse("2023-01", "2026-12")
TOT_2027, VANAF_2027 = Span.parse("0000-01", "2026-12"), Span.parse("2027-01")


class Soort(Enum):
    """Which exemption applies; N, R, Y and Z are parts n, r, y and z with aa of article 31(2), the next three article 34a."""

    GEEN = ("geen", "none")
    N = ("begin met werken (25%)", "starting to work (25%)")
    R = ("alleenstaande ouder (12,5%)", "lone parent (12.5%)")
    Y = ("medisch urenbeperkt (15%)", "limited in hours (15%)")
    EIGEN = ("eigen regeling van de gemeente", "the municipality's own scheme")
    Z = ("werk met loonkostensubsidie (15%)", "work with wage cost subsidy (15%)")
    UNIFORM = ("eerste jaar met loon (15%)", "first year with wages (15%)")
    UREN = ("medisch urenbeperkt (15%, zonder einde)", "limited in hours (15%, without end)")
    AOW = ("AOW-leeftijd (25%)", "state pension age (25%)")
    SCHIJVEN = ("naar schijven van het loon", "by bands of the wage")


class Grondslag(Enum):
    """What the percentage is taken of; not settled in law, so a choice of the town."""

    NETTOLOON = ("nettoloon", "net wage")
    NETTOLOON_EN_VAKANTIEGELD = ("nettoloon met vakantiegeld", "net wage with holiday money")


def _per_soort(what: str) -> dict[Soort, object]:
    """Share or maximum of each exemption until 2022; one that did not exist then is nothing."""
    nothing = Fixed(Fraction(0)) if what == "aandeel" else Fixed(0)
    own = choice(f"vrijlating.eigen_{what}")
    law = {
        "aandeel": {Soort.N: "vrijlating_n_pct", Soort.R: "vrijlating_r_pct", Soort.Y: "vrijlating_y_pct"},
        "maximum": {
            Soort.N: "vrijlating_n_25pct_max_per_maand",
            Soort.R: "vrijlating_r_12_5pct_alleenstaande_ouder_max_per_maand",
            Soort.Y: "vrijlating_y_15pct_medisch_urenbeperkt_max_per_maand",
        },
    }[what]
    return {**dict.fromkeys(Soort, nothing), **{soort: fact(key) for soort, key in law.items()}, Soort.EIGEN: own}


class Vrijlating(Parameters, group="vrijlating"):
    """The exemptions of article 31(2) n, r, y, z and aa, article 34a, and one of the town's own under a decree."""

    n: Truth = choice("vrijlating.n")
    r: Truth = choice("vrijlating.r")
    y: Truth = choice("vrijlating.y")
    z: Truth = choice("vrijlating.z")
    uniform: Truth = choice("vrijlating.uniform")
    verlenging: Months = choice("vrijlating.uniform_verlenging")
    opnieuw: Truth = choice("vrijlating.uniform_opnieuw")
    eigen: Truth = choice("vrijlating.eigen")
    grondslag: Choice[Grondslag] = choice("vrijlating.grondslag")
    vanaf_leeftijd: Months = fact("vrijlating_leeftijd_ondergrens")
    vanaf_leeftijd_n_r: Months = fact("vrijlating_n_r_leeftijd_ondergrens")
    duur_n: Months = fact("vrijlating_n_max_maanden")
    duur_r: Months = fact("vrijlating_r_max_maanden")
    duur_z: Months = fact("vrijlating_z_max_maanden")
    duur_uniform: Months = fact("vrijlating_34a_max_maanden")
    aandeel: Table[Soort, Share] = by_option(_per_soort("aandeel"))
    maximum: Table[Soort, Cents] = by_option(_per_soort("maximum"))
    aandeel_2023: Table[Soort, Share] = by_option({**_per_soort("aandeel"), Soort.Z: fact("vrijlating_z_aa_pct")})
    maximum_2023: Table[Soort, Cents] = by_option(
        {**_per_soort("maximum"), Soort.Z: fact("vrijlating_z_aa_15pct_loonkostensubsidie_max_per_maand")}
    )
    eigen_aandeel: Share = choice("vrijlating.eigen_aandeel")
    eigen_maximum: Cents = choice("vrijlating.eigen_maximum")
    aandeel_uniform: Share = fact("vrijlating_34a_pct")
    aandeel_aow: Share = fact("vrijlating_34a_aow_pct")
    maximum_aow: Cents = fact("vrijlating_34a_aow_max")


@rule("Pw 31:2", PERSOON,
      nl=Say("Loon waarover wordt vrijgelaten", "Het percentage gaat over {uitkomst} ({vrijlating.grondslag}).",
             "Er is geen loon om iets van vrij te laten."),
      en=Say("Wages the exemption is taken of", "The percentage is taken of {uitkomst} ({vrijlating.grondslag}).",
             "There are no wages to exempt a part of."))  # fmt: skip
def grondslag(loon_uit_werk: Cents, eindejaarsuitkering_uit_werk: Cents, vakantiegeld_uit_werk: Cents, rol: Choice[Rol],
              vrijlating: Vrijlating) -> Cents:  # fmt: skip
    """Pay for work of somebody who gets bijstand that the percentage is taken of, with or without holiday money."""
    met_vakantiegeld = vrijlating.grondslag == Grondslag.NETTOLOON_EN_VAKANTIEGELD
    vakantiegeld = when(met_vakantiegeld, total(vakantiegeld_uit_werk), otherwise=0)
    loon = loon_uit_werk + total(eindejaarsuitkering_uit_werk) + vakantiegeld
    return when(rol == Rol.BIJSTAND, largest(loon, 0), otherwise=0)


_OUD_NL = Say("Oud genoeg voor vrijlating en premie", "U bent 27 jaar of ouder, of u wordt het deze maand: {uitkomst}.",
              "U bent nog geen 27. Dan geldt een deel van de regels voor bijverdienen niet.")  # fmt: skip
_OUD_EN = Say("Old enough for exemption and premium", "You are 27 or older, or turn 27 this month: {uitkomst}.",
              "You are not 27 yet. Some of the rules for earning on the side do not apply then.")  # fmt: skip


@rule("Pw 31:5", PERSOON, nl=_OUD_NL, en=_OUD_EN, span=TOT_2027)
def vanaf_27(leeftijd_eind: Months, vrijlating: Vrijlating) -> Truth:
    """The person is 27 on the last day of the month; below it parts c, j, k, n and r do not apply."""
    return leeftijd_eind >= vrijlating.vanaf_leeftijd


@rule("Pw 34a:1", PERSOON, span=VANAF_2027, yields="vanaf_27",
      nl=Say("Oud genoeg voor vrijlating en premie", "Voor de vrijlating en de premie maakt uw leeftijd niet meer uit: {uitkomst}."),
      en=Say("Old enough for exemption and premium", "Your age makes no difference any more for exemption and premium: {uitkomst}."))  # fmt: skip
def elke_leeftijd() -> Truth:
    """From 2027 the rules for earning on the side and the premium hold at any age."""
    return Truth("const", 1)


@rule("Pw 31a:1", PERSOON,
      nl=Say("Leeftijd voor de vrijlating van 25% of 12,5%", "Deze vrijlatingen gelden deze maand voor iedereen vanaf {vrijlating.vanaf_leeftijd_n_r}, en dat bent u: {uitkomst}.",
             "Deze vrijlatingen gelden deze maand niet voor wie zo jong is als u."),
      en=Say("Age for the exemption of 25% or 12.5%", "These exemptions hold this month for everybody from {vrijlating.vanaf_leeftijd_n_r}, and you are: {uitkomst}.",
             "These exemptions do not hold this month for somebody as young as you."))  # fmt: skip
def vrijlating_op_leeftijd(vanaf_27: Truth, leeftijd_eind: Months, vrijlating: Vrijlating) -> Truth:
    """Old enough for n and r: from 27, and from November 2020 to September 2021 also before it (article 31a)."""
    return vanaf_27 | (leeftijd_eind >= vrijlating.vanaf_leeftijd_n_r)


# -- n, r, y, z and aa: until 2026 ------------------------------------------------------------------------


@rule("Pw 31:2:n", PERSOON,
      nl=Say("Maanden al vrijgelaten (25%)", "U hield al {uitkomst} een kwart van uw loon.",
             "U hield nog geen maand een kwart van uw loon."),
      en=Say("Months already exempted (25%)", "You kept a quarter of your wages for {uitkomst} so far.",
             "You did not keep a quarter of your wages for any month yet."))  # fmt: skip
def maanden_n(maanden_n_eerder: Months, maanden_n_geteld: Months) -> Months:
    """Months in which exemption n was used before this month."""
    return maanden_n_eerder + previous(maanden_n_geteld)


@rule("Pw 31:2:r", PERSOON,
      nl=Say("Maanden sinds begin (alleenstaande ouder)", "De vrijlating voor alleenstaande ouders loopt al {uitkomst}.",
             "De vrijlating voor alleenstaande ouders is nog niet begonnen."),
      en=Say("Months since it began (lone parent)", "The lone parents' exemption has been running for {uitkomst}.",
             "The lone parents' exemption has not begun yet."))  # fmt: skip
def maanden_r(maanden_r_eerder: Months, maanden_r_geteld: Months) -> Months:
    """Months since exemption r began, work or no work: the period of 30 months is unbroken."""
    return largest(maanden_r_eerder, previous(maanden_r_geteld))


@rule("Pw 31:2:z", PERSOON,
      nl=Say("Maanden sinds begin (loonkostensubsidie)", "De vrijlating bij loonkostensubsidie loopt al {uitkomst}.",
             "De vrijlating bij loonkostensubsidie is nog niet begonnen."),
      en=Say("Months since it began (wage cost subsidy)", "The exemption with wage cost subsidy has been running for {uitkomst}.",
             "The exemption with wage cost subsidy has not begun yet."))  # fmt: skip
def maanden_z(maanden_z_eerder: Months, maanden_z_geteld: Months) -> Months:
    """Months since exemption z began, work or no work."""
    return largest(maanden_z_eerder, previous(maanden_z_geteld))


@rule("Pw 31:2:n", PERSOON,
      nl=Say("Kan 25% vrijgelaten worden", "U kunt deze maand een kwart van uw loon houden: {uitkomst}.",
             "De vrijlating van een kwart van uw loon geldt deze maand niet voor u."),
      en=Say("Can 25% be exempted", "You can keep a quarter of your wages this month: {uitkomst}.",
             "The exemption of a quarter of your wages does not apply to you this month."))  # fmt: skip
def kan_n(
    vrijlating_op_leeftijd: Truth, vrijlating_helpt: Truth, maanden_n: Months, aow_bereikt: Truth, vrijlating: Vrijlating
) -> Truth:
    """Exemption n: from 27, at most six months below the AOW age, if the town grants it and finds that the work helps."""
    op_tijd = (maanden_n < vrijlating.duur_n) | aow_bereikt
    return vrijlating.n & vrijlating_op_leeftijd & vrijlating_helpt & op_tijd


@rule("Pw 31:2:r", PERSOON,
      nl=Say("Kan 12,5% vrijgelaten worden", "U kunt als alleenstaande ouder een achtste van uw loon houden: {uitkomst}.",
             "De vrijlating voor alleenstaande ouders geldt deze maand niet voor u."),
      en=Say("Can 12.5% be exempted", "As a lone parent you can keep an eighth of your wages: {uitkomst}.",
             "The lone parents' exemption does not apply to you this month."))  # fmt: skip
def kan_r(leefvorm: Choice[Leefvorm], zorg_kind_onder_12: Truth, vrijlating_op_leeftijd: Truth, vrijlating_helpt: Truth,
          maanden_n: Months, maanden_r: Months, vrijlating: Vrijlating) -> Truth:  # fmt: skip
    """Exemption r: a lone parent of a child under 12, after the months of n, for 30 unbroken months."""
    ouder = (leefvorm == Leefvorm.ALLEENSTAANDE_OUDER) & zorg_kind_onder_12
    op_tijd = (maanden_n >= vrijlating.duur_n) & (maanden_r < vrijlating.duur_r)
    return vrijlating.r & vrijlating_op_leeftijd & vrijlating_helpt & ouder & op_tijd


_Z_NL = Say("Kan 15% vrijgelaten worden (loonkostensubsidie)", "U kunt bij werk met loonkostensubsidie een deel van uw loon houden: {uitkomst}.",
            "De vrijlating bij loonkostensubsidie geldt deze maand niet voor u.")  # fmt: skip
_Z_EN = Say("Can 15% be exempted (wage cost subsidy)", "At work with a wage cost subsidy you can keep part of your wages: {uitkomst}.",
            "The exemption with wage cost subsidy does not apply to you this month.")  # fmt: skip


@rule("Pw 31:2:z", PERSOON, nl=_Z_NL, en=_Z_EN, span=TOT_2023, yields="kan_z")
def geen_z_tot_2023() -> Truth:
    """Never before 2023: parts z and aa did not exist."""
    return Truth("const", 0)


@rule("Pw 31:2:z", PERSOON, nl=_Z_NL, en=_Z_EN, span=VANAF_2023)
def kan_z(loonkostensubsidie: Truth, maanden_z: Months, meer_uren_onmogelijk: Truth, vrijlating: Vrijlating) -> Truth:
    """Exemption z for 12 months in the group for wage cost subsidy, and aa after it if more hours are impossible."""
    return vrijlating.z & loonkostensubsidie & ((maanden_z < vrijlating.duur_z) | meer_uren_onmogelijk)


@rule("Pw 31:2:z", PERSOON, nl=_Z_NL, en=_Z_EN, span=VANAF_2027, yields="kan_z")
def geen_z_vanaf_2027() -> Truth:
    """Not any more from 2027: article 34a takes its place."""
    return Truth("const", 0)


# -- article 34a: from 2027 -------------------------------------------------------------------------------


@rule("Pw 34a:1", PERSOON,
      nl=Say("Maanden sinds begin (15%)", "De vrijlating van 15% liep al {uitkomst}.", "De vrijlating van 15% is nog niet begonnen."),
      en=Say("Months since it began (15%)", "The 15% exemption ran for {uitkomst} before.", "The 15% exemption has not begun yet."))  # fmt: skip
def maanden_uniform_gelopen(maanden_uniform_eerder: Months, maanden_uniform_geteld: Months) -> Months:
    """Months since the exemption of article 34a began, before this month and before a new start."""
    eerder = previous(maanden_uniform_geteld)
    return when(eerder < 0, maanden_uniform_eerder, otherwise=eerder)


_UNIFORM_NL = Say(
    "Maanden vrijlating van 15%",
    "De vrijlating van 15% loopt al {uitkomst}.",
    "De vrijlating van 15% begint nog, of begint opnieuw.",
)
_UNIFORM_EN = Say(
    "Months of the 15% exemption",
    "The 15% exemption has been running for {uitkomst}.",
    "The 15% exemption is still to begin, or begins anew.",
)


@rule("Pw 34a:3", PERSOON, nl=_UNIFORM_NL, en=_UNIFORM_EN, span=TOT_2027, yields="maanden_uniform")
def geen_maanden_uniform(maanden_uniform_gelopen: Months) -> Months:
    """Before 2027 the exemption of article 34a does not run."""
    return maanden_uniform_gelopen


@rule("Pw 34a:3", PERSOON, nl=_UNIFORM_NL, en=_UNIFORM_EN, span=VANAF_2027)
def maanden_uniform(maanden_uniform_gelopen: Months, nieuwe_baan: Truth, vrijlating: Vrijlating) -> Months:
    """Months since it began; it may begin anew with a new job after it lapsed, if the town gives it again."""
    verlopen = maanden_uniform_gelopen >= vrijlating.duur_uniform + vrijlating.verlenging
    return when(vrijlating.opnieuw & nieuwe_baan & verlopen, 0, otherwise=maanden_uniform_gelopen)


# -- which exemption applies ------------------------------------------------------------------------------

_SOORT_NL = Say(
    "Soort vrijlating",
    "Deze vrijlating geldt voor u: {uitkomst}.",
    "Voor u geldt deze maand geen vrijlating. Uw hele loon telt mee.",
)
_SOORT_EN = Say(
    "Kind of exemption",
    "This exemption applies to you: {uitkomst}.",
    "No exemption applies to you this month. All of your wages count.",
)


@rule("Pw 31:2", PERSOON, nl=_SOORT_NL, en=_SOORT_EN, span=TOT_2023, yields="soort_vrijlating")
def soort_vrijlating_tot_2023(kan_n: Truth, kan_r: Truth, medisch_urenbeperkt: Truth, kan_schijven: Truth,
                              vrijlating: Vrijlating) -> Choice[Soort]:  # fmt: skip
    """Which exemption applies until 2022: the town's own, n, then r, then y (y not while r applied)."""
    met_y = when(vrijlating.y & medisch_urenbeperkt, Soort.Y, otherwise=Soort.GEEN)
    wet = when(kan_n, Soort.N, otherwise=when(kan_r, Soort.R, otherwise=met_y))
    return when(vrijlating.eigen, Soort.EIGEN, when(kan_schijven, Soort.SCHIJVEN, wet))


@rule("Pw 31:2", PERSOON, nl=_SOORT_NL, en=_SOORT_EN, span=VANAF_2023, yields="soort_vrijlating")
def soort_vrijlating_tot_2027(kan_n: Truth, kan_r: Truth, kan_z: Truth, medisch_urenbeperkt: Truth, kan_schijven: Truth,
                              vrijlating: Vrijlating) -> Choice[Soort]:  # fmt: skip
    """Which exemption applies from 2023 to 2026: the town's own, n, then y, then z or aa, then r."""
    met_r = when(kan_r, Soort.R, otherwise=Soort.GEEN)
    met_y = when(vrijlating.y & medisch_urenbeperkt, Soort.Y, otherwise=when(kan_z, Soort.Z, otherwise=met_r))
    return when(vrijlating.eigen, Soort.EIGEN, when(kan_schijven, Soort.SCHIJVEN, when(kan_n, Soort.N, otherwise=met_y)))


@rule("Pw 34a:1", PERSOON, nl=_SOORT_NL, en=_SOORT_EN, span=VANAF_2027, yields="soort_vrijlating")
def soort_vrijlating_vanaf_2027(aow_bereikt: Truth, medisch_urenbeperkt: Truth, vrijlating_helpt: Truth, maanden_uniform: Months,
                                kan_schijven: Truth, vrijlating: Vrijlating) -> Choice[Soort]:  # fmt: skip
    """Which exemption applies from 2027: the town's own, that of the AOW age, of limited hours, or of the first year."""
    op_tijd = maanden_uniform < vrijlating.duur_uniform + vrijlating.verlenging
    eerste_jaar = when(vrijlating_helpt & op_tijd, Soort.UNIFORM, otherwise=Soort.GEEN)
    jonger = when(medisch_urenbeperkt, Soort.UREN, otherwise=eerste_jaar)
    aow = when(vrijlating_helpt, Soort.AOW, otherwise=Soort.GEEN)
    wet = when(vrijlating.uniform, when(aow_bereikt, aow, jonger), otherwise=Soort.GEEN)
    return when(vrijlating.eigen, Soort.EIGEN, when(kan_schijven, Soort.SCHIJVEN, wet))


# -- how long it runs -------------------------------------------------------------------------------------


@rule("Pw 31:2:n", PERSOON, start=0,
      nl=Say("Maanden vrijgelaten, met deze maand", "Tot en met deze maand komt u op {uitkomst}.", "Er telt nog geen maand mee voor de zes maanden."),
      en=Say("Months exempted, with this one", "Up to and including this month it comes to {uitkomst}.", "No month counts towards the six months yet."))  # fmt: skip
def maanden_n_geteld(
    maanden_n_geteld: Months, soort_vrijlating: Choice[Soort], grondslag: Cents, recht_op_bijstand: Truth
) -> Months:
    """Months of exemption n used in these data, this month included; a month without wages or without bijstand does not count."""
    telt = (soort_vrijlating == Soort.N) & (grondslag > 0) & recht_op_bijstand
    return previous(maanden_n_geteld) + when(telt, Months("const", 1), otherwise=0)


@rule("Pw 31:2:r", PERSOON, start=0,
      nl=Say("Maanden sinds begin, met deze maand", "Met deze maand erbij loopt die vrijlating {uitkomst}.", "Die vrijlating loopt niet."),
      en=Say("Months since it began, with this one", "With this month that exemption has run for {uitkomst}.", "That exemption is not running."))  # fmt: skip
def maanden_r_geteld(maanden_r: Months, soort_vrijlating: Choice[Soort], grondslag: Cents, recht_op_bijstand: Truth) -> Months:
    """Months since exemption r began, this month included; it begins in the first month with wages under r and bijstand."""
    begint = (soort_vrijlating == Soort.R) & (grondslag > 0) & recht_op_bijstand
    return when((maanden_r > 0) | begint, maanden_r + 1, otherwise=0)


@rule("Pw 31:2:z", PERSOON, start=0,
      nl=Say("Maanden sinds begin, met deze maand (loonkostensubsidie)", "Met deze maand erbij loopt die vrijlating {uitkomst}.", "Die vrijlating loopt niet."),
      en=Say("Months since it began, with this one (wage cost subsidy)", "With this month that exemption has run for {uitkomst}.", "That exemption is not running."))  # fmt: skip
def maanden_z_geteld(maanden_z: Months, soort_vrijlating: Choice[Soort], grondslag: Cents, recht_op_bijstand: Truth) -> Months:
    """Months since exemption z began, this month included; it begins in the first month with wages under z and bijstand."""
    begint = (soort_vrijlating == Soort.Z) & (grondslag > 0) & recht_op_bijstand
    return when((maanden_z > 0) | begint, maanden_z + 1, otherwise=0)


@rule("Pw 34a:1", PERSOON, start=-1,
      nl=Say("Maanden sinds begin, met deze maand (15%)", "Met deze maand erbij loopt die vrijlating {uitkomst}.", "Die vrijlating loopt niet."),
      en=Say("Months since it began, with this one (15%)", "With this month that exemption has run for {uitkomst}.", "That exemption is not running."))  # fmt: skip
def maanden_uniform_geteld(maanden_uniform: Months, soort_vrijlating: Choice[Soort], grondslag: Cents) -> Months:
    """Months since 34a began, this month included, work or no work; -1 before the first month of the data."""
    begint = (soort_vrijlating == Soort.UNIFORM) & (grondslag > 0)
    return when((maanden_uniform > 0) | begint, maanden_uniform + 1, otherwise=0)


# -- how much ---------------------------------------------------------------------------------------------

_GEEN_NL, _GEEN_EN = (
    "Er is deze maand geen loon dat u mag houden zonder dat het meetelt.",
    "This month there are no wages that you may keep without them counting.",
)
_SCHIJVEN_NL = ("soort_vrijlating", Soort.SCHIJVEN, "Van uw loon mag u {uitkomst} houden: de schijven samen.")
_SCHIJVEN_EN = ("soort_vrijlating", Soort.SCHIJVEN, "Of your wages you may keep {uitkomst}: the bands together.")


@rule("Pw 31:2", PERSOON, span=TOT_2023, yields="vrijgelaten_loon",
      nl=Say("Wat u mag houden", "U mag {vrijlating.aandeel} van {grondslag} houden, hoogstens {vrijlating.maximum}: {uitkomst}.", _GEEN_NL, _SCHIJVEN_NL),
      en=Say("What you may keep", "You may keep {vrijlating.aandeel} of {grondslag}, at most {vrijlating.maximum}: {uitkomst}.", _GEEN_EN, _SCHIJVEN_EN))  # fmt: skip
def vrijgelaten_loon_tot_2023(
    grondslag: Cents, soort_vrijlating: Choice[Soort], vrij_naar_schijven: Cents, vrijlating: Vrijlating
) -> Cents:
    """Part of a person's wages left out of account, once per person and month."""
    deel = smallest(share(grondslag, vrijlating.aandeel[soort_vrijlating], HALF_UP), vrijlating.maximum[soort_vrijlating])
    return when(soort_vrijlating == Soort.SCHIJVEN, vrij_naar_schijven, otherwise=deel)


@rule("Pw 31:2", PERSOON, span=VANAF_2023, yields="vrijgelaten_loon",
      nl=Say("Wat u mag houden", "U mag {vrijlating.aandeel_2023} van {grondslag} houden, hoogstens {vrijlating.maximum_2023}: {uitkomst}.", _GEEN_NL, _SCHIJVEN_NL),
      en=Say("What you may keep", "You may keep {vrijlating.aandeel_2023} of {grondslag}, at most {vrijlating.maximum_2023}: {uitkomst}.", _GEEN_EN, _SCHIJVEN_EN))  # fmt: skip
def vrijgelaten_loon_tot_2027(
    grondslag: Cents, soort_vrijlating: Choice[Soort], vrij_naar_schijven: Cents, vrijlating: Vrijlating
) -> Cents:
    """As before, with the exemption for the group of wage cost subsidy."""
    deel = smallest(
        share(grondslag, vrijlating.aandeel_2023[soort_vrijlating], HALF_UP), vrijlating.maximum_2023[soort_vrijlating]
    )
    return when(soort_vrijlating == Soort.SCHIJVEN, vrij_naar_schijven, otherwise=deel)


@rule("Pw 34a:1", PERSOON, span=VANAF_2027, yields="vrijgelaten_loon",
      nl=Say("Wat u mag houden", "Van {grondslag} mag u een deel houden ({soort_vrijlating}): {uitkomst}.", _GEEN_NL, _SCHIJVEN_NL),
      en=Say("What you may keep", "Of {grondslag} you may keep a part ({soort_vrijlating}): {uitkomst}.", _GEEN_EN, _SCHIJVEN_EN))  # fmt: skip
def vrijgelaten_loon_vanaf_2027(
    grondslag: Cents, soort_vrijlating: Choice[Soort], vrij_naar_schijven: Cents, vrijlating: Vrijlating
) -> Cents:
    """Of article 34a: 15 percent without a maximum, or 25 percent up to one from the AOW age; or the town's own."""
    aow = smallest(share(grondslag, vrijlating.aandeel_aow, HALF_UP), vrijlating.maximum_aow)
    eigen = smallest(share(grondslag, vrijlating.eigen_aandeel, HALF_UP), vrijlating.eigen_maximum)
    vijftien = (soort_vrijlating == Soort.UNIFORM) | (soort_vrijlating == Soort.UREN)
    wet = when(
        vijftien,
        share(grondslag, vrijlating.aandeel_uniform, HALF_UP),
        otherwise=when(soort_vrijlating == Soort.AOW, aow, otherwise=0),
    )
    gemeente = when(soort_vrijlating == Soort.EIGEN, eigen, otherwise=wet)
    return when(soort_vrijlating == Soort.SCHIJVEN, vrij_naar_schijven, otherwise=gemeente)


@rule("Pw 32:1", PERSOON,
      nl=Say("Wat meetelt", "Van uw loon en vakantiegeld telt {uitkomst} mee.", "Er telt deze maand niets mee."),
      en=Say("What counts", "Of your wages and holiday money {uitkomst} counts.", "Nothing counts this month."))  # fmt: skip
def meetellend_loon(loon_samen: Cents, vakantiegeld_samen: Cents, eindejaarsuitkering_samen: Cents, vrijgelaten_loon: Cents,
                    rol: Choice[Rol]) -> Cents:  # fmt: skip
    """Wages of somebody who gets bijstand with holiday money and end-of-year pay, after the exempt part."""
    loon = loon_samen - vrijgelaten_loon + vakantiegeld_samen + eindejaarsuitkering_samen
    return when(rol == Rol.BIJSTAND, loon, otherwise=0)
