# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What must be known of a household in a month: the inputs of the rules, with their bounds and words."""

from __future__ import annotations

from enum import Enum

from werkzaam.engine.formula import Cents, Count, Months, Truth
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Input, option_input

EURO = 100
LOON_HOOGST = 100_000 * EURO
"""More than a hundred thousand euros in one month is taken for a mistake of cents for euros."""
LEEFTIJD_HOOGST = 130 * 12


class Leefvorm(Enum):
    """How a household lives, as far as the norm asks (Pw 4, 21); the values are labels in Dutch and English."""

    ALLEENSTAANDE = ("alleenstaande", "single person")
    ALLEENSTAANDE_OUDER = ("alleenstaande ouder", "lone parent")
    GEHUWDEN = ("gehuwden of samenwonenden", "couple")


INPUTS = (
    option_input("leefvorm", Leefvorm, HUISHOUDEN, "Hoe het huishouden leeft.", "How the household lives."),
    Input("kostendelers", Count, HUISHOUDEN, 1, 20,
          "Hoeveel volwassenen de woonkosten delen; 1 als niemand anders meedeelt.",
          "How many adults share the costs of the home; 1 when nobody else shares.", default=1),
    Input("leeftijd_begin", Months, PERSOON, 0, LEEFTIJD_HOOGST,
          "Leeftijd in maanden op de eerste dag van de maand.", "Age in months on the first day of the month."),
    Input("leeftijd_eind", Months, PERSOON, 0, LEEFTIJD_HOOGST,
          "Leeftijd in maanden op de laatste dag van de maand.", "Age in months on the last day of the month."),
    Input("medisch_urenbeperkt", Truth, PERSOON, 0, 1,
          "De persoon kan om medische redenen minder uren werken.",
          "The person can work fewer hours for medical reasons.", default=0),
    Input("zorg_kind_onder_12", Truth, PERSOON, 0, 1,
          "De persoon zorgt alleen voor een eigen kind onder de 12.",
          "The person alone cares for an own child under 12.", default=0),
    Input("vrijlating_helpt", Truth, PERSOON, 0, 1,
          "De gemeente vindt dat het werk helpt om uit de uitkering te komen.",
          "The municipality finds that the work helps towards leaving benefit.", default=1),
    Input("maanden_n_eerder", Months, PERSOON, 0, 1_200,
          "Maanden die al vrijgelaten zijn (25%) voor de eerste maand van deze gegevens.",
          "Months already exempted (25%) before the first month of these data.", default=0),
    Input("maanden_r_eerder", Months, PERSOON, 0, 1_200,
          "Maanden sinds de vrijlating voor alleenstaande ouders begon, voor de eerste maand van deze gegevens.",
          "Months since the lone parents' exemption began, before the first month of these data.", default=0),
    Input("nettoloon", Cents, BAAN, -LOON_HOOGST, LOON_HOOGST,
          "Nettoloon van deze baan over de maand; onder nul alleen als correctie.",
          "Net wage of this job for the month; below zero only as a correction."),
    Input("loon_bekend", Truth, BAAN, 0, 1,
          "Het loon van deze maand is bekend.", "The wage of this month is known."),
    Input("geschat_nettoloon", Cents, BAAN, -LOON_HOOGST, LOON_HOOGST,
          "Het loon dat vooraf is geschat; gelijk aan het nettoloon als er niet is geschat.",
          "The wage estimated in advance; equal to the net wage when nothing was estimated."),
    Input("vakantiegeld_opgebouwd", Cents, BAAN, 0, LOON_HOOGST,
          "Netto vakantiegeld dat deze maand bij de werkgever is opgebouwd, volgens de loonstrook.",
          "Net holiday money built up with the employer this month, by the payslip.", default=0),
    Input("vakantiegeld_uitbetaald", Cents, BAAN, 0, LOON_HOOGST,
          "Netto vakantiegeld dat de werkgever deze maand heeft uitbetaald.",
          "Net holiday money that the employer paid out this month.", default=0),
)  # fmt: skip
