# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The choices a town makes that we execute: each is registered here, once, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from werkzaam.core.errors import UnknownName
from werkzaam.core.law import LawRef

Bands: TypeAlias = tuple[tuple[int, Fraction], ...]
Value: TypeAlias = bool | int | Fraction | str | tuple[int, ...] | Bands


class Kind(Enum):
    """What a value is; the comment says which Python type it gets."""

    TRUTH = "truth"  # bool
    PERCENT = "percent"  # Fraction, as a share: 50 percent is 1/2
    EURO = "euro"  # int, in cents
    COUNT = "count"  # int: a number of months, or the number of a month of the year
    OPTION = "option"  # str, one of the options
    MONTHS = "months"  # tuple of two month numbers, in the order of the file
    BANDS = "bands"  # Bands: (first cent, share) of each, rising from 0; a last one with share 0 closes them


@dataclass(frozen=True, slots=True)
class Choice:
    """One executable choice; `only_if` is the truth that must hold before anybody needs this one."""

    path: str
    kind: Kind
    options: tuple[str, ...]
    meaning_nl: str
    meaning_en: str
    law: LawRef
    only_if: str | None = None


def _choice(path: str, kind: Kind, law: str, nl: str, en: str, *options: str, only_if: str | None = None) -> Choice:
    return Choice(path, kind, options, nl, en, LawRef.parse(law), only_if)


_INCOME = (
    _choice("inkomsten.maandregel", Kind.OPTION, "Pw 32:1",
            "Bij welke maand loon hoort: de maand van het werk of de maand waarin het loon binnenkomt.",
            "The month wages belong to: the month of the work, or the month in which they come in.",
            "maand_van_werk", "maand_van_ontvangst"),
    _choice("inkomsten.vakantiegeld", Kind.OPTION, "Pw 31:4",
            "Hoe vakantiegeld over loon meetelt: elke maand volgens de tabel van het Rijk, elke maand het bedrag "
            "van de loonstrook, of pas als de werkgever het uitbetaalt.",
            "How holiday money over wages counts: each month by the State's table, each month the amount on the "
            "payslip, or only when the employer pays it out.",
            "aanspraaktabel", "loonstrook", "bij_uitbetaling"),
    _choice("inkomsten.methode", Kind.OPTION, "Beleid werkwijze inkomstenverrekening",
            "Wanneer loon wordt verrekend: in de maand zelf, een maand later, vooraf geschat, met een gemiddelde "
            "als schatting, of met een vast bedrag als schatting.",
            "When wages are set off: in the month itself, a month later, estimated in advance, with an average as "
            "the estimate, or with a fixed amount as the estimate.",
            "op_de_maand", "achteraf", "schatting", "gemiddelde", "vast_bedrag"),
    _choice("inkomsten.vierweken", Kind.OPTION, "Pw 32:1",
            "Hoe loon per vier weken bij een maand komt: elke maand het loon keer 13 gedeeld door 12, of verdeeld over "
            "de dagen van de maanden.",
            "How four-weekly pay becomes a month's income: each month the pay times 13 divided by 12, or split over the "
            "days of the months.",
            "dertien_twaalfde", "naar_dagen"),
    _choice("inkomsten.eindejaarsuitkering", Kind.OPTION, "Pw 32:1",
            "Wanneer een eindejaarsuitkering meetelt: als de werkgever die betaalt, of elke maand een deel.",
            "When an end-of-year payment counts: when the employer pays it, or a part of it each month.",
            "bij_uitbetaling", "maandelijks"),
    _choice("inkomsten.nettoloon", Kind.OPTION, "Pw 32:5",
            "Waar het nettoloon vandaan komt: van de loonstrook, of uit de loonaangifte van de werkgever. Het tweede "
            "kan vanaf 2027.",
            "Where the net wage comes from: the payslip, or the employer's wage return. The second is possible from 2027.",
            "loonstrook", "loonaangifte"),
    _choice("inkomsten.onderneming", Kind.OPTION, "Pw 32:1",
            "Hoe inkomen uit een eigen bedrijf meetelt: dat berekenen wij niet, of de winst verdeeld over de maanden.",
            "How income from an own business counts: we do not compute it, or the profit spread over its months.",
            "niet_gedekt", "winst_gespreid"),
    _choice("inkomsten.ziekengeld_is_werk", Kind.TRUTH, "Pw 31:2:y",
            "Ziekengeld geldt als inkomen uit werk, ook voor een vrijlating en een premie. Of dat moet, is omstreden.",
            "Sick pay is income from work, also for an exemption and a premium. Whether it must be is contested."),
)  # fmt: skip

_NORM = (
    _choice("norm.peildag", Kind.OPTION, "Pw 21",
            "De dag van de maand waarop leeftijden bepalen welke norm geldt.",
            "The day of the month on which ages decide which norm holds.",
            "eerste_dag", "laatste_dag"),
    _choice("norm.bij_gelijk_inkomen", Kind.OPTION, "Pw 19:1",
            "Wat er gebeurt als het inkomen precies gelijk is aan de norm: de bijstand loopt door met 0 euro, of stopt.",
            "What happens when the income is exactly the norm: bijstand goes on with 0 euros, or stops.",
            "loopt_door", "stopt"),
    _choice("norm.vakantietoeslag_maand", Kind.COUNT, "Pw 19:3",
            "De maand (1 tot en met 12) waarin de gereserveerde vakantietoeslag wordt uitbetaald.",
            "The month (1 to 12) in which the reserved holiday allowance is paid out."),
)  # fmt: skip

_EXEMPTION = (
    _choice("vrijlating.n", Kind.TRUTH, "Pw 31:2:n",
            "De gemeente geeft de vrijlating van een deel van het loon voor wie begint met werken.",
            "The town grants the exemption of part of the wages to somebody who starts working."),
    _choice("vrijlating.r", Kind.TRUTH, "Pw 31:2:r",
            "De gemeente geeft de vrijlating voor alleenstaande ouders met een kind onder de 12.",
            "The town grants the exemption for lone parents with a child under 12."),
    _choice("vrijlating.y", Kind.TRUTH, "Pw 31:2:y",
            "De gemeente geeft de vrijlating voor wie door ziekte of handicap minder uren kan werken.",
            "The town grants the exemption for people who can work fewer hours for medical reasons."),
    _choice("vrijlating.z", Kind.TRUTH, "Pw 31:2:z",
            "De gemeente geeft de vrijlating voor wie met loonkostensubsidie werkt (onder z, en daarna aa).",
            "The town grants the exemption for people who work with a wage-cost subsidy (z, and after it aa)."),
    _choice("vrijlating.uniform", Kind.TRUTH, "Pw 34a:1",
            "De gemeente geeft de vrijlating van artikel 34a: 15% van het loon, voor iedereen gelijk. Dat kan vanaf 2027.",
            "The town grants the exemption of article 34a: 15% of the wages, the same for everybody. Possible from 2027."),
    _choice("vrijlating.uniform_verlenging", Kind.COUNT, "Pw 34a:2",
            "Hoeveel maanden de gemeente die vrijlating verlengt na de eerste twaalf.",
            "For how many months after the first twelve the town extends that exemption.",
            only_if="vrijlating.uniform"),
    _choice("vrijlating.uniform_opnieuw", Kind.TRUTH, "Pw 34a:3",
            "Wie na afloop van die vrijlating een nieuwe baan krijgt, krijgt haar opnieuw.",
            "Somebody who gets a new job after that exemption lapsed gets it again.",
            only_if="vrijlating.uniform"),
    _choice("vrijlating.grondslag", Kind.OPTION, "Pw 31:2:n",
            "Waarover het percentage van de vrijlating gaat: het nettoloon, of het nettoloon met vakantiegeld.",
            "What the percentage of the exemption is taken of: the net wage, or the net wage with holiday money.",
            "nettoloon", "nettoloon_en_vakantiegeld"),
    _choice("vrijlating.eigen", Kind.TRUTH, "Besluit 2",
            "De gemeente heeft een eigen vrijlating onder een besluit dat experimenten toestaat.",
            "The town has an exemption of its own under a decree that allows experiments."),
    _choice("vrijlating.eigen_grondslag", Kind.OPTION, "Besluit 2",
            "Het besluit dat de eigen vrijlating toestaat.",
            "The decree that allows the town's own exemption.",
            "experiment_pw_2017", only_if="vrijlating.eigen"),
    _choice("vrijlating.eigen_aandeel", Kind.PERCENT, "Besluit 2",
            "Het deel van het loon dat de eigen vrijlating buiten beschouwing laat.",
            "The part of the wages that the town's own exemption leaves out of account.",
            only_if="vrijlating.eigen"),
    _choice("vrijlating.eigen_maximum", Kind.EURO, "Besluit 2",
            "Het hoogste bedrag per maand van de eigen vrijlating.",
            "The most that the town's own exemption leaves out of account in a month.",
            only_if="vrijlating.eigen"),
    _choice("vrijlating.schijven", Kind.TRUTH, "Beleid vrijlating naar schijven",
            "Een deel van het loon telt niet mee, en dat deel verschilt per schijf. Zo doen andere landen dat; de "
            "Nederlandse wet kent dit niet.",
            "Part of the wages is left out of account, and the part differs per band. Other countries do this; the Dutch "
            "law does not know it."),
    _choice("vrijlating.schijven_over", Kind.OPTION, "Beleid vrijlating naar schijven",
            "Over welk loon de schijven gaan.",
            "Which wages the bands are taken of.",
            "nettoloon", "brutoloon", only_if="vrijlating.schijven"),
    _choice("vrijlating.schijven_aandelen", Kind.BANDS, "Beleid vrijlating naar schijven",
            "Per schijf het bedrag waar zij begint en het deel van het loon daarin dat niet meetelt.",
            "Per band the amount at which it begins and the part of the wages in it that is left out of account.",
            only_if="vrijlating.schijven"),
    _choice("vrijlating.schijven_met_kind", Kind.BANDS, "Beleid vrijlating naar schijven",
            "De schijven voor een huishouden met kinderen.",
            "The bands for a household with children.",
            only_if="vrijlating.schijven"),
    _choice("vrijlating.schijven_wachttijd", Kind.COUNT, "Beleid vrijlating naar schijven",
            "Hoeveel maanden achter elkaar iemand bijstand heeft voordat de schijven gaan gelden.",
            "For how many unbroken months somebody is on benefit before the bands begin to hold.",
            only_if="vrijlating.schijven"),
    _choice("vrijlating.schijven_duur", Kind.COUNT, "Beleid vrijlating naar schijven",
            "Hoeveel maanden de schijven dan gelden; 0 betekent dat zij niet eindigen.",
            "For how many months the bands then hold; 0 means that they do not end.",
            only_if="vrijlating.schijven"),
)  # fmt: skip

_PREMIUM = (
    _choice("premie.geldt", Kind.TRUTH, "Pw 31:2:j",
            "De gemeente betaalt een premie over inkomsten uit werk.",
            "The town pays a premium on earnings."),
    _choice("premie.aandeel", Kind.PERCENT, "Beleid bijverdienpremie",
            "Het deel van de inkomsten van een maand dat premie oplevert.",
            "The part of a month's earnings that becomes premium.", only_if="premie.geldt"),
    _choice("premie.grondslag", Kind.OPTION, "Beleid bijverdienpremie",
            "Waarover de premie gaat: het nettoloon of het brutoloon.",
            "What the premium is taken of: the net wage or the gross wage.",
            "nettoloon", "brutoloon", only_if="premie.geldt"),
    _choice("premie.maximum", Kind.EURO, "Pw 31:2:j",
            "De hoogste premie per maand, of per kalenderjaar als premie.maximum_per dat zegt.",
            "The highest premium a month, or a calendar year where premie.maximum_per says so.", only_if="premie.geldt"),
    _choice("premie.maximum_per", Kind.OPTION, "Beleid bijverdienpremie",
            "Of het maximum per maand geldt, of zes keer dat bedrag over het halfjaar samen, of het bedrag zelf over het "
            "kalenderjaar samen.",
            "Whether the maximum holds for each month, or six times that amount for the half-year together, or the amount "
            "itself for the calendar year together.",
            "maand", "halfjaar", "jaar", only_if="premie.geldt"),
    _choice("premie.alleen_met_bijstand", Kind.TRUTH, "Beleid bijverdienpremie",
            "Alleen een maand waarin er recht op bijstand is, levert premie op.",
            "Only a month in which bijstand is due earns premium.", only_if="premie.geldt"),
    _choice("premie.maximum_uitbetaling", Kind.EURO, "Pw 31:2:j",
            "Het hoogste bedrag van een uitbetaling van de premie.",
            "The most that one payout of the premium may be.", only_if="premie.geldt"),
    _choice("premie.halfjaar_eindigt", Kind.MONTHS, "Beleid bijverdienpremie",
            "De twee maanden die een halfjaar van zes verdienmaanden afsluiten.",
            "The two months that close a half-year of six earning months.", only_if="premie.geldt"),
    _choice("premie.uitbetaling", Kind.MONTHS, "Pw 31:2:j",
            "De twee maanden van uitbetaling; een halfjaar wordt betaald in de eerste daarvan op of na zijn laatste "
            "maand.",
            "The two payout months; a half-year is paid in the first of them at or after its closing month.",
            only_if="premie.geldt"),
    _choice("premie.per_uur", Kind.TRUTH, "Beleid premie per uur",
            "Wie werkt, krijgt een bedrag per gewerkt uur bovenop de bijstand.",
            "People who work get an amount per hour worked on top of bijstand."),
    _choice("premie.uurbedrag", Kind.EURO, "Beleid premie per uur",
            "Het bedrag per gewerkt uur.",
            "The amount per hour worked.", only_if="premie.per_uur"),
    _choice("premie.eenmalig", Kind.TRUTH, "Pw 31:2:j",
            "De gemeente betaalt een keer een premie aan wie naast de bijstand gaat werken.",
            "The town pays a premium once to somebody who starts working beside bijstand."),
    _choice("premie.eenmalig_bedrag", Kind.EURO, "Pw 31:2:j",
            "Het bedrag van de eenmalige premie.",
            "The amount of the one-off premium.", only_if="premie.eenmalig"),
    _choice("premie.eenmalig_na_maanden", Kind.COUNT, "Beleid eenmalige premie",
            "Na hoeveel maanden met loon naast bijstand de eenmalige premie komt.",
            "After how many months with wages beside bijstand the one-off premium comes.", only_if="premie.eenmalig"),
    _choice("premie.uitstroom", Kind.TRUTH, "Beleid uitstroompremie",
            "De gemeente betaalt een premie aan wie door werk uit de bijstand gaat.",
            "The town pays a premium to somebody who leaves bijstand for work."),
    _choice("premie.uitstroom_bedrag", Kind.EURO, "Beleid uitstroompremie",
            "De uitstroompremie in de eerste maand na de bijstand.",
            "The exit premium in the first month after bijstand.", only_if="premie.uitstroom"),
    _choice("premie.uitstroom_lang", Kind.COUNT, "Beleid uitstroompremie",
            "Vanaf hoeveel maanden bijstand achter elkaar de uitstroompremie een ander bedrag is.",
            "From how many months on bijstand without a break the exit premium is another amount.", only_if="premie.uitstroom"),
    _choice("premie.uitstroom_bedrag_lang", Kind.EURO, "Beleid uitstroompremie",
            "De uitstroompremie in de eerste maand na zo lang bijstand.",
            "The exit premium in the first month after so long on bijstand.", only_if="premie.uitstroom"),
    _choice("premie.uitstroom_termijn", Kind.COUNT, "Beleid uitstroompremie",
            "Hoeveel maanden de uitstroompremie wordt betaald.",
            "For how many months the exit premium is paid.", only_if="premie.uitstroom"),
    _choice("premie.uitstroom_afbouw", Kind.PERCENT, "Beleid uitstroompremie",
            "Welk deel van de uitstroompremie er elke volgende maand af gaat.",
            "Which part of the exit premium comes off in each following month.", only_if="premie.uitstroom"),
)  # fmt: skip

_AROUND = (
    _choice("aflossing.plafond", Kind.PERCENT, "Pw 60:3",
            "Hoeveel van de norm er per maand hoogstens wordt ingehouden om een schuld aan de gemeente af te lossen.",
            "How much of the norm may be held back each month to pay off a debt to the town."),
    _choice("stadspas.geldt", Kind.TRUTH, "Beleid stadspas",
            "De gemeente heeft een stadspas voor wie bijstand krijgt.",
            "The town has a city pass for people on bijstand."),
    _choice("stadspas.uitloop_maanden", Kind.COUNT, "Beleid stadspas",
            "Hoeveel maanden de stadspas nog geldig blijft na de bijstand.",
            "For how many months the city pass stays valid after bijstand.", only_if="stadspas.geldt"),
)  # fmt: skip

CHOICES: dict[str, Choice] = {
    choice.path: choice for choice in (*_INCOME, *_NORM, *_EXEMPTION, *_PREMIUM, *_AROUND)
}  # fmt: skip


def choice_of(path: str, *, file: str | None = None) -> Choice:
    """The registered choice; raises UnknownName with close matches."""
    if path not in CHOICES:
        raise UnknownName(f"No choice is called {path!r}. {closest(path, CHOICES)}", file=file)
    return CHOICES[path]


def closest(name: str, known: Iterable[str]) -> str:
    """A sentence that says which known names look like this one, or else all of them."""
    names = sorted(known)
    near = get_close_matches(name, names, n=3)
    return f"Did you mean {' or '.join(near)}?" if near else f"Known are: {', '.join(names)}."
