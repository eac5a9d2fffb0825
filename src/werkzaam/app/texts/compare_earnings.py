# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of `werkzaam compare-earnings`: the same earnings under several regimes."""

from __future__ import annotations

NL = {
    "title": "Wat blijft er over van hetzelfde loon?",
    "intro": "Eén huishouden ({household}), een nettoloon van {first} tot {last} per maand, en de bedragen van het Rijk van "
    "{month}. "
    "Alleen de regels over bijverdienen verschillen.",
    "regimes_head": "De regels",
    "regime": "{name}. Regels van {law}.",
    "while": "Zolang de tijdelijke vrijlating loopt: {months} maanden vanaf hier.",
    "while_unknown": "Zolang de tijdelijke vrijlating loopt.",
    "after": "Als de tijdelijke vrijlating om is.",
    "short_while": "tijdelijk", "short_after": "daarna",
    "premie.per_uur": "De premie per gewerkt uur telt niet mee: hier zijn geen uren bekend.",
    "premie.eenmalig": "De eenmalige premie telt niet mee: die komt maar één keer.",
    "premie.uitstroom": "De uitstroompremie telt niet mee: die komt pas na de bijstand.",
    "kept_head": "Wat u houdt van het loon", "kept_note": "Wat de maand meer oplevert dan zonder loon, in euro's.",
    "total_head": "Wat de maand in totaal oplevert", "total_note": "Loon, bijstand en premie samen, in euro's.",
    "col_wage": "loon",
    "crossings_head": "Waar de ene regel meer gaat opleveren dan de andere",
    "crossing_about": "Boven ongeveer {around} houdt u meer met {above} dan met {below}.",
    "crossing": "Boven {around} houdt u meer met {above} dan met {below}.",
    "equal": "Van {first} tot en met {last} is het gelijk.",
    "crossing_none": "Nergens gaat de ene regel voorbij aan de andere.",
    "refused_head": "Zonder uitkomst",
    "not_stated": "niet vermeld: {choices}. Zonder deze keuzes is er geen uitkomst.",
    "needs_net_share": "deze regel gaat over het brutoloon. Geef met --net-share welk deel daarvan netto overblijft.",
    "assumptions": "Aannames",
    "age": "Iedere volwassene is {age} jaar. Eén persoon werkt, in één baan, elke maand voor hetzelfde loon.",
    "months_on_benefit": "Het huishouden heeft al {months} maanden bijstand.",
    "no_child": "Het kind is 12 jaar of ouder, zodat de vrijlating voor alleenstaande ouders niet meedoet.",
    "norm": "De norm is met de hand ingevuld: {norm}.",
    "net_share": "Van het brutoloon blijft {share} netto over. Dit deel is ingevuld bij de vraag, en niet berekend.",
    "law_date": "Elke regel is toegepast zoals die gold in zijn eigen maand. De bedragen van het Rijk zijn voor alle regels "
    "gelijk.",
    "schemes": "Toeslagen, passen en vakantiegeld van werkgevers zijn niet berekend.",
    "assumed": "Geen bron vermeldt dit, en het is ingevuld voor {where}: {paths}.",
    "everywhere": "alle regels", "reasons": "De redenen geeft werkzaam regimes, met de naam van een regel.",
    "picture_title": "Wat u houdt van hetzelfde loon",
    "picture_under": "{household}, bedragen van {month}",
    "picture_under_alike": "{household}, bedragen van {month}; +1 aan een lijn: nog 1 regel met dezelfde lijn",
    "picture_desc": "Lijnen van wat de maand meer oplevert dan zonder loon, bij een nettoloon van {first} tot {last}. Bij "
    "het hoogste "
    "loon: {ends}. Dezelfde getallen staan in de tabel.",
    "picture_x": "nettoloon, euro per maand", "picture_y": "u houdt, euro per maand",
    "and": "en",
}  # fmt: skip

EN = {
    "title": "What is left of the same wage?",
    "intro": "One household ({household}), a net wage from {first} to {last} a month, and the State's amounts of {month}. "
    "Only the rules about earnings differ.",
    "regimes_head": "The rules",
    "regime": "{name}. Rules of {law}.",
    "while": "While the temporary exemption lasts: {months} months from here.",
    "while_unknown": "While the temporary exemption lasts.",
    "after": "When the temporary exemption is over.",
    "short_while": "temporary", "short_after": "after it",
    "premie.per_uur": "The premium per hour worked is not in it: no hours are known here.",
    "premie.eenmalig": "The one-off premium is not in it: it comes only once.",
    "premie.uitstroom": "The exit premium is not in it: it comes only after bijstand.",
    "kept_head": "What you keep of the wage", "kept_note": "What the month brings more than without wages, in euros.",
    "total_head": "What the month brings in all", "total_note": "Wages, bijstand and premium together, in euros.",
    "col_wage": "wage",
    "crossings_head": "Where one rule begins to bring more than another",
    "crossing_about": "Above about {around} you keep more with {above} than with {below}.",
    "crossing": "Above {around} you keep more with {above} than with {below}.",
    "equal": "From {first} up to and including {last} it is the same.",
    "crossing_none": "Nowhere does one rule pass another.",
    "refused_head": "Without a result",
    "not_stated": "not stated: {choices}. Without these choices there is no result.",
    "needs_net_share": "this rule is about gross wages. Give with --net-share which part of them is left net.",
    "assumptions": "Assumptions",
    "age": "Every adult is {age} years old. One person works, in one job, every month for the same wage.",
    "months_on_benefit": "The household has been on bijstand for {months} months.",
    "no_child": "The child is 12 or older, so that the lone parents' exemption takes no part.",
    "norm": "The norm was filled in by hand: {norm}.",
    "net_share": "Of the gross wage {share} is left net. This share was filled in with the question, and not computed.",
    "law_date": "Each rule is applied as it was in its own month. The State's amounts are the same for all of them.",
    "schemes": "Allowances, passes and holiday money of employers are not calculated.",
    "assumed": "No source states this, and it was filled in for {where}: {paths}.",
    "everywhere": "all rules", "reasons": "The reasons are given by werkzaam regimes, with the name of a rule.",
    "picture_title": "What you keep of the same wage",
    "picture_under": "{household}, amounts of {month}",
    "picture_under_alike": "{household}, amounts of {month}; +1 at a line: 1 more rule with the same line",
    "picture_desc": "Lines of what the month brings more than without wages, at a net wage from {first} to {last}. At the "
    "highest "
    "wage: {ends}. The same numbers stand in the table.",
    "picture_x": "net wage, euros a month", "picture_y": "you keep, euros a month",
    "and": "and",
}  # fmt: skip

WORDS = {"nl": NL, "en": EN}
