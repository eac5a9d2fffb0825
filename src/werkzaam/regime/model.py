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

Value: TypeAlias = bool | int | Fraction | str | tuple[int, ...]


class Kind(Enum):
    """What a value is; the comment says which Python type it gets."""

    TRUTH = "truth"  # bool
    PERCENT = "percent"  # Fraction, as a share: 50 percent is 1/2
    EURO = "euro"  # int, in cents
    OPTION = "option"  # str, one of the options
    MONTHS = "months"  # tuple of two month numbers, in the order of the file


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
)  # fmt: skip

_PREMIUM = (
    _choice("premie.geldt", Kind.TRUTH, "Pw 31:2:j",
            "De gemeente betaalt een premie over inkomsten uit werk.",
            "The town pays a premium on earnings."),
    _choice("premie.aandeel", Kind.PERCENT, "Beleid bijverdienpremie",
            "Het deel van de inkomsten van een maand dat premie oplevert.",
            "The part of a month's earnings that becomes premium.", only_if="premie.geldt"),
    _choice("premie.maximum", Kind.EURO, "Pw 31:2:j",
            "De hoogste premie per maand.",
            "The highest premium a month.", only_if="premie.geldt"),
    _choice("premie.maximum_per", Kind.OPTION, "Beleid bijverdienpremie",
            "Of het maximum per maand geldt, of zes keer dat bedrag over het halfjaar samen.",
            "Whether the maximum holds for each month, or six times that amount for the half-year together.",
            "maand", "halfjaar", only_if="premie.geldt"),
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
)  # fmt: skip

CHOICES: dict[str, Choice] = {choice.path: choice for choice in (*_INCOME, *_EXEMPTION, *_PREMIUM)}


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
