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
MINUTEN_HOOGST = 31 * 24 * 60


class Leefvorm(Enum):
    """How a household lives, as far as the norm asks (Pw 4, 21); the values are labels in Dutch and English."""

    ALLEENSTAANDE = ("alleenstaande", "single person")
    ALLEENSTAANDE_OUDER = ("alleenstaande ouder", "lone parent")
    GEHUWDEN = ("gehuwden of samenwonenden", "couple")


class Rol(Enum):
    """What somebody in the home is to the bijstand of the household (Pw 11:4, 19a, 24)."""

    BIJSTAND = ("krijgt bijstand", "gets bijstand")
    PARTNER_ZONDER_RECHT = ("partner zonder recht op bijstand", "partner without a right to bijstand")
    HUISGENOOT = ("huisgenoot", "housemate")


class Huisgenoot(Enum):
    """As what a housemate lives in the home; only some share the costs (Pw 19a:1)."""

    MEEDELEND = ("woont mee", "lives along")
    HUURDER = ("huurt of verhuurt voor een gewone prijs", "rents at a commercial price")
    STUDENT = ("volgt een opleiding", "is in education")


class Loonsoort(Enum):
    """What a net wage is pay for (Pw 31:2, Regeling 11 and 12)."""

    WERK = ("loon uit werk", "pay for work")
    ZIEKENGELD = ("ziekengeld", "sick pay")
    UITKERING = ("uitkering uit vroeger werk", "benefit from former work")


class Inkomenssoort(Enum):
    """Other money than wages; the law says of each whether it is income (Pw 31:2, 32:1, 33:4, 33:5)."""

    GEEN = ("geen", "none")
    ALIMENTATIE = ("alimentatie", "maintenance")
    VERHUUR = ("huur van een kamer", "rent of a room")
    KOSTGANGER = ("kostgeld", "board")
    ONDERNEMING = ("winst uit een eigen bedrijf", "profit of a business of your own")
    BELASTINGTERUGGAVE = ("belastingteruggave", "tax refund")
    GIFT = ("gift", "gift")
    VRIJWILLIGERSVERGOEDING = ("vrijwilligersvergoeding", "volunteer fee")
    STUDIETOELAGE = ("studietoelage", "study allowance")
    TOESLAG = ("toeslag van de Belastingdienst", "allowance of the tax service")
    KINDERBIJSLAG = ("kinderbijslag", "child benefit")
    JONGGEHANDICAPTENKORTING = ("jonggehandicaptenkorting", "tax credit for young disabled people")
    LOON_VAN_KIND = ("loon van een kind", "wages of a child")
    MANTELZORGWAARDERING = ("waardering voor mantelzorg", "appreciation for informal care")
    ONBELASTE_VERGOEDING = ("onbelaste vergoeding", "untaxed reimbursement")
    ALLEENVERDIENERS = ("tegemoetkoming voor alleenverdieners", "compensation for single earners")
    ONBEKEND = ("nog niet bekend", "not known yet")
    OUDEDAGSVOORZIENING = ("eigen pensioen", "private pension")


INPUTS = (
    option_input("leefvorm", Leefvorm, HUISHOUDEN, "Hoe het huishouden leeft.", "How the household lives."),
    Input("kinderen", Truth, HUISHOUDEN, 0, 1,
          "Er zijn kinderen ten laste.",
          "There are dependent children.", default=0),
    Input("maanden_bijstand_eerder", Months, HUISHOUDEN, 0, 1_200,
          "Maanden achter elkaar met bijstand voor de eerste maand van deze gegevens.",
          "Unbroken months on bijstand before the first month of these data.", default=0),
    Input("reserve_overgenomen", Cents, HUISHOUDEN, 0, LOON_HOOGST,
          "Vakantietoeslag die al apart stond toen deze gegevens begonnen; alleen in de eerste maand.",
          "Holiday allowance already kept aside when these data began; in the first month only.", default=0),
    Input("laatste_maand_bijstand", Truth, HUISHOUDEN, 0, 1,
          "Met deze maand eindigt de bijstand, zoals is vastgelegd.",
          "Bijstand ends with this month, as was recorded.", default=0),
    Input("bijstand_beeindigd", Truth, HUISHOUDEN, 0, 1,
          "De bijstand eindigde voor deze maand, zoals is vastgelegd.",
          "Bijstand ended before this month, as was recorded.", default=0),
    Input("aflossing_afgesproken", Cents, HUISHOUDEN, 0, LOON_HOOGST,
          "Wat deze maand van een schuld aan de gemeente wordt afgelost.",
          "The instalment of a debt to the municipality agreed for this month.", default=0),
    Input("giften_geteld", Cents, HUISHOUDEN, 0, LOON_HOOGST,
          "Wat volgens een besluit van de gemeente van giften meetelt in deze maand.",
          "What counts of gifts this month by a decision of the municipality.", default=0),
    option_input("rol", Rol, PERSOON, "Wat de persoon is voor de bijstand van dit huishouden.", "What the person is to the bijstand of this household.", default=0),
    option_input("huisgenoot_als", Huisgenoot, PERSOON, "Hoe een huisgenoot in huis woont.", "As what a housemate lives in the home.", default=0),
    Input("leeftijd_begin", Months, PERSOON, 0, LEEFTIJD_HOOGST,
          "Leeftijd in maanden op de eerste dag van de maand.",
          "Age in months on the first day of the month."),
    Input("leeftijd_eind", Months, PERSOON, 0, LEEFTIJD_HOOGST,
          "Leeftijd in maanden op de laatste dag van de maand.",
          "Age in months on the last day of the month."),
    Input("in_inrichting", Truth, PERSOON, 0, 1,
          "De persoon verblijft in een inrichting.",
          "The person stays in an institution.", default=0),
    Input("zorgt_elders", Truth, PERSOON, 0, 1,
          "De persoon woont tijdelijk bij iemand om intensieve zorg te geven.",
          "The person lives elsewhere for a time to give intensive care.", default=0),
    Input("ouders_dragen_niet_bij", Truth, PERSOON, 0, 1,
          "De persoon is 18, 19 of 20 en kan niet bij de ouders terecht.",
          "The person is 18, 19 or 20 and cannot turn to the parents.", default=0),
    Input("medisch_urenbeperkt", Truth, PERSOON, 0, 1,
          "De persoon kan om medische redenen minder uren werken.",
          "The person can work fewer hours for medical reasons.", default=0),
    Input("loonkostensubsidie", Truth, PERSOON, 0, 1,
          "De persoon hoort bij de doelgroep loonkostensubsidie.",
          "The person belongs to the group for wage cost subsidy.", default=0),
    Input("meer_uren_onmogelijk", Truth, PERSOON, 0, 1,
          "De gemeente vindt dat meer uren werken niet kan.",
          "The municipality finds that working more hours is not possible.", default=0),
    Input("zorg_kind_onder_12", Truth, PERSOON, 0, 1,
          "De persoon zorgt alleen voor een eigen kind onder de 12.",
          "The person alone cares for an own child under 12.", default=0),
    Input("vrijlating_helpt", Truth, PERSOON, 0, 1,
          "De gemeente vindt dat het werk helpt om uit de uitkering te komen.",
          "The municipality finds that the work helps towards leaving benefit.", default=1),
    Input("nieuwe_baan", Truth, PERSOON, 0, 1,
          "De persoon begint deze maand in een nieuwe baan.",
          "The person begins a new job this month.", default=0),
    Input("maanden_n_eerder", Months, PERSOON, 0, 1_200,
          "Maanden die al vrijgelaten zijn (25%) voor de eerste maand van deze gegevens.",
          "Months already exempted (25%) before the first month of these data.", default=0),
    Input("maanden_r_eerder", Months, PERSOON, 0, 1_200,
          "Maanden sinds de vrijlating voor alleenstaande ouders begon, voor de eerste maand van deze gegevens.",
          "Months since the lone parents' exemption began, before the first month of these data.", default=0),
    Input("maanden_z_eerder", Months, PERSOON, 0, 1_200,
          "Maanden sinds de vrijlating bij loonkostensubsidie begon, voor de eerste maand van deze gegevens.",
          "Months since the exemption with wage cost subsidy began, before the first month of these data.", default=0),
    Input("maanden_uniform_eerder", Months, PERSOON, 0, 1_200,
          "Maanden sinds de vrijlating van 15% (artikel 34a) begon, voor de eerste maand van deze gegevens.",
          "Months since the 15% exemption (article 34a) began, before the first month of these data.", default=0),
    option_input("loonsoort", Loonsoort, BAAN, "Waarvoor het loon wordt betaald.", "What the wage is pay for.", default=0),
    Input("nettoloon", Cents, BAAN, -LOON_HOOGST, LOON_HOOGST,
          "Nettoloon van deze baan over de maand; onder nul alleen als correctie.",
          "Net wage of this job for the month; below zero only as a correction."),
    Input("loon_bekend", Truth, BAAN, 0, 1,
          "Het loon van deze maand is bekend.",
          "The wage of this month is known."),
    Input("loon_geschat", Truth, BAAN, 0, 1,
          "Het loon van deze maand is vooraf geschat.",
          "The wage of this month was estimated in advance.", default=0),
    Input("geschat_nettoloon", Cents, BAAN, 0, LOON_HOOGST,
          "Het loon dat vooraf is geschat, als dat is gedaan.",
          "The wage that was estimated in advance, if one was.", default=0),
    Input("vierwekenloon", Cents, BAAN, -LOON_HOOGST, LOON_HOOGST,
          "Nettoloon over vier weken dat in deze maand meetelt.",
          "Net wage of four weeks that counts in this month.", default=0),
    Input("vierwekenloon_extra", Cents, BAAN, -LOON_HOOGST, LOON_HOOGST,
          "Een tweede nettoloon over vier weken dat in dezelfde maand eindigt: het dertiende van het jaar.",
          "A second net wage of four weeks that ends in the same month: the thirteenth of the year.", default=0),
    Input("brutoloon", Cents, BAAN, 0, LOON_HOOGST,
          "Brutoloon van deze baan over de maand.",
          "Gross wage of this job for the month.", default=0),
    Input("gemiste_heffingskorting", Cents, BAAN, 0, LOON_HOOGST,
          "Heffingskorting die de werkgever niet heeft toegepast.",
          "Tax credit that the employer did not apply.", default=0),
    Input("loon_voor_heffing", Cents, BAAN, 0, LOON_HOOGST,
          "Loon waarover loonheffing wordt berekend, volgens de loonaangifte.",
          "Wage that wage tax is computed on, by the wage tax return.", default=0),
    Input("ingehouden_loonheffing", Cents, BAAN, 0, LOON_HOOGST,
          "Loonheffing die is ingehouden.",
          "Wage tax and premiums withheld.", default=0),
    Input("ingehouden_zvw", Cents, BAAN, 0, LOON_HOOGST,
          "Bijdrage voor de zorgverzekering die is ingehouden.",
          "Health insurance contribution withheld.", default=0),
    Input("voordeel_auto", Cents, BAAN, 0, LOON_HOOGST,
          "Netto voordeel van een auto van de zaak.",
          "Net benefit of a company car.", default=0),
    Input("voordeel_vrijgesteld", Cents, BAAN, 0, LOON_HOOGST,
          "Netto voordeel van vrijstellingen die niet meetellen (artikel 31 lid 2 onder c en p).",
          "Net benefit of exemptions that do not count (article 31(2)(c) and (p)).", default=0),
    Input("loonaangifte_bekend", Truth, BAAN, 0, 1,
          "De loonaangifte van de werkgever is bekend.",
          "The employer's wage tax return is known.", default=0),
    Input("dienstbetrekking", Truth, BAAN, 0, 1,
          "De persoon is in dienst bij de werkgever.",
          "The person is employed by the employer.", default=1),
    Input("vakantiegeld_opgebouwd", Cents, BAAN, 0, LOON_HOOGST,
          "Netto vakantiegeld dat deze maand bij de werkgever is opgebouwd, volgens de loonstrook.",
          "Net holiday money built up with the employer this month, by the payslip.", default=0),
    Input("vakantiegeld_uitbetaald", Cents, BAAN, 0, LOON_HOOGST,
          "Netto vakantiegeld dat de werkgever deze maand heeft uitbetaald.",
          "Net holiday money that the employer paid out this month.", default=0),
    Input("eindejaarsuitkering_opgebouwd", Cents, BAAN, 0, LOON_HOOGST,
          "Netto eindejaarsuitkering die deze maand bij de werkgever is opgebouwd.",
          "Net end-of-year pay built up with the employer this month.", default=0),
    Input("eindejaarsuitkering_uitbetaald", Cents, BAAN, 0, LOON_HOOGST,
          "Netto eindejaarsuitkering die de werkgever deze maand heeft uitbetaald.",
          "Net end-of-year pay that the employer paid out this month.", default=0),
    Input("eindejaarsuitkering_toegerekend", Cents, BAAN, 0, LOON_HOOGST,
          "Deel van een uitbetaalde eindejaarsuitkering dat bij deze maand hoort.",
          "Part of an end-of-year payment that belongs to this month.", default=0),
    Input("gewerkte_minuten", Count, BAAN, 0, MINUTEN_HOOGST,
          "Minuten die deze maand zijn gewerkt, als er een premie per uur is.",
          "Minutes worked this month, where there is a premium per hour.", default=0),
    option_input("inkomenssoort", Inkomenssoort, BAAN, "Wat voor ander geld dit is.", "What other money this is.", default=0),
    Input("ander_inkomen", Cents, BAAN, 0, LOON_HOOGST,
          "Ander geld dan loon dat bij deze maand hoort.",
          "Other money than wages that belongs to this month.", default=0),
    Input("beslist", Truth, BAAN, 0, 1,
          "De gemeente heeft over dit geld besloten.",
          "The municipality decided about this money.", default=0),
    Input("besloten_inkomen", Cents, BAAN, 0, LOON_HOOGST,
          "Wat volgens dat besluit meetelt.",
          "What counts by that decision.", default=0),
)  # fmt: skip
