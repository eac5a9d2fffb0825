# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of `werkzaam simulate`: the same synthetic people under several regimes."""

from __future__ import annotations

NL = {
    "title": "Dezelfde mensen, andere regels",
    "synthetic": "Synthetisch / synthetic: niemand hierin bestaat.",
    "intro": "{population} verzonnen huishoudens leven {months} maanden, van {first} tot en met {last}, onder elke "
    "regel opnieuw. Zij "
    "hebben steeds dezelfde kansen en dezelfde pech. Wat verschilt, komt dus door de regels. Toevalsgetal (seed): {seeds}.",
    "rules_head": "De regels",
    "rule": "{name}. Loon wordt zo verrekend: {method}.",
    "own_years": "De regels van deze maanden zelf.",
    "pinned": "Deze regels golden niet in al deze maanden. Wij rekenen met de keuzes van {law} en de bedragen van de "
    "maand zelf.",
    "variant": "De premie is anders dan in het regime: {asked}.",
    "beyond": "Zo'n premie mag een gemeente niet altijd geven; wat boven het jaarmaximum van de wet komt, wordt niet "
    "uitbetaald. ({why})",
    "guided": "Begeleiding: {part}.",
    "unguided": "Dit regime zegt niets over begeleiding.",
    "behaves_like": "Hoe mensen daarop reageren is niet bekend; wij nemen wat past bij {like}.",
    "filled_in": "Zelf ingevuld: {paths}.",
    "numbers_head": "Uitkomsten", "numbers_note": "Gemiddeld over {seeds}. Achter ± staat de standaardfout.",
    "numbers_note_one": "Van één keer toeval ({seed}). Hoeveel het toeval uitmaakt, ziet u pas met werkzaam simulate --seeds 10.",
    "seed": "1 keer toeval", "many_seeds": "{count} keer toeval",
    "differences_head": "Verschil met {first}",
    "differences_note": "Dezelfde mensen met hetzelfde toeval. Tussen haakjes staat waar het verschil in 95 van de "
    "100 keer ligt als alleen "
    "het toeval anders was. Over de aannames zegt dat niets.",
    "differences_note_one": "Dezelfde mensen met hetzelfde toeval, één keer. Zonder interval.",
    "measure": "per huishouden",
    "premiums_head": "Wat een premie kost en oplevert",
    "premium_line": "De stad betaalt {year} euro premie per jaar aan {population} huishoudens, {month} euro per "
    "huishouden per maand. Wie "
    "naast bijstand werkt, bouwt per maand gemiddeld {gain} euro op. {ever} van de huishoudens kreeg ooit premie.",
    "cost_head": "Kosten van de uitvoering",
    "cost_missing": "missing_parameter: {missing}. Geen bron noemt een prijs. Geef prijzen met --prices, dan rekenen "
    "wij de kosten uit.",
    "cost_note": "Met uw prijzen ({prices}): {what}. In euro per huishouden per maand.",
    "cost_contacts": "contacten", "cost_corrected": "correcties",
    "rests_head": "Waar dit op rust",
    "short_published": "{count} gepubliceerde getallen: {names}.",
    "short_fitted": "{count} getallen die passend zijn gemaakt bij gepubliceerde: {names}.",
    "short_assumed": "{count} aannames: {names}.",
    "rests_all": "Alle getallen met hun bron of reden staan in numbers.md, met --out FOLDER, en in --json.",
    "without": "Uitgezet met --without: {names}.",
    "unread": "Deze getallen uit uw bestand las geen enkel regime: {names}.",
    "limits": "Dit is rekenen met aannames, geen meting. Dat mensen anders gaan werken door een premie of een "
    "vrijlating zit er niet in.",
    "numbers_title": "Waar een simulatie op rust",
    "numbers_intro": "Alles wat deze uitkomst gebruikte, naar herkomst. Een gepubliceerd of passend gemaakt getal "
    "noemt zijn rij in de "
    "brontabellen, een aanname haar grenzen en haar reden.",
    "published": "Gepubliceerd", "fitted": "Passend gemaakt", "assumed": "Aangenomen",
    "of_regime": "Keuzes van {name}",
    "col_name": "naam", "col_value": "waarde", "col_rows": "rijen", "col_range": "grenzen", "col_why": "reden",
    "col_origin": "herkomst", "col_source": "bron of reden",
    "and": "en",
    "picture_under": "{population} verzonnen huishoudens (synthetisch), {months} maanden, {seeds}",
    "picture_desc": "{title}. In de laatste maand: {ends}. Dezelfde getallen staan in {file}.",
    "picture_month": "maand",
    "on_title": "Huishoudens met bijstand", "on_y": "procent",
    "works_title": "Mensen met werk", "works_y": "procent",
    "income_title": "Inkomen van wie bijstand heeft", "income_y": "euro per maand",
    "below_title": "Met bijstand en een inkomen onder de norm", "below_y": "procent",
    "differences_title": "Verschil met {first}", "differences_x": "euro per huishouden per maand",
    "differences_desc": "{title}: {ends}. Dezelfde getallen staan in {file}.",
}  # fmt: skip

EN = {
    "title": "The same people, other rules",
    "synthetic": "Synthetisch / synthetic: nobody in it exists.",
    "intro": "{population} invented households live {months} months, from {first} to {last}, under each rule anew. "
    "They have the same "
    "chances and the same bad luck every time, so what differs is the doing of the rules. Seed: {seeds}.",
    "rules_head": "The rules",
    "rule": "{name}. Wages are set off like this: {method}.",
    "own_years": "The rules of these months themselves.",
    "pinned": "These rules did not hold in all of these months. We take the choices of {law} and the amounts of each "
    "month itself.",
    "variant": "The premium is another than in the regime: {asked}.",
    "beyond": "A town may not always give such a premium; what goes beyond the law's maximum of a year is not paid "
    "out. ({why})",
    "guided": "Guidance: {part}.",
    "unguided": "This regime says nothing about guidance.",
    "behaves_like": "How people respond to that is not known; we take what goes with {like}.",
    "filled_in": "Filled in: {paths}.",
    "numbers_head": "Results", "numbers_note": "Means over {seeds}. The standard error stands behind ±.",
    "numbers_note_one": "Of one seed ({seed}). How much chance matters shows with werkzaam simulate --seeds 10 only.",
    "seed": "1 seed", "many_seeds": "{count} seeds",
    "differences_head": "Difference with {first}",
    "differences_note": "The same people with the same luck. Between brackets stands where the difference lies 95 "
    "times in 100 if chance "
    "alone were another. It says nothing about the assumptions.",
    "differences_note_one": "The same people with the same luck, once. Without an interval.",
    "measure": "per household",
    "premiums_head": "What a premium costs and brings",
    "premium_line": "The city pays {year} euros of premium a year to {population} households, {month} euros a "
    "household and month. Who "
    "works beside bijstand builds up {gain} euros a month on average. {ever} of the households ever got premium.",
    "cost_head": "Cost of carrying out",
    "cost_missing": "missing_parameter: {missing}. No source gives a price. Give prices with --prices, and we work "
    "the cost out.",
    "cost_note": "At your prices ({prices}): {what}. In euros a household and month.",
    "cost_contacts": "contacts", "cost_corrected": "corrections",
    "rests_head": "What this rests on",
    "short_published": "{count} published numbers: {names}.",
    "short_fitted": "{count} numbers fitted to published ones: {names}.",
    "short_assumed": "{count} assumptions: {names}.",
    "rests_all": "All numbers with their source or reason stand in numbers.md, with --out FOLDER, and in --json.",
    "without": "Switched off with --without: {names}.",
    "unread": "No regime read these numbers of your file: {names}.",
    "limits": "This is reckoning with assumptions and not a measurement. That people work differently because of a "
    "premium or an "
    "exemption is not in it.",
    "numbers_title": "What a simulation rests on",
    "numbers_intro": "All that this result used, by origin. A published or fitted number names its row in the seed tables, an "
    "assumption its bounds and its reason.",
    "published": "Published", "fitted": "Fitted", "assumed": "Assumed",
    "of_regime": "Choices of {name}",
    "col_name": "name", "col_value": "value", "col_rows": "rows", "col_range": "bounds", "col_why": "reason",
    "col_origin": "origin", "col_source": "source or reason",
    "and": "and",
    "picture_under": "{population} invented households (synthetic), {months} months, {seeds}",
    "picture_desc": "{title}. In the last month: {ends}. The same numbers stand in {file}.",
    "picture_month": "month",
    "on_title": "Households on bijstand", "on_y": "percent",
    "works_title": "People with work", "works_y": "percent",
    "income_title": "Income of who is on bijstand", "income_y": "euros a month",
    "below_title": "On bijstand with an income below the norm", "below_y": "percent",
    "differences_title": "Difference with {first}", "differences_x": "euros a household and month",
    "differences_desc": "{title}: {ends}. The same numbers stand in {file}.",
}  # fmt: skip

WORDS = {"nl": NL, "en": EN}

MEASURES_NL = {
    "income": "inkomen met bijstand, per maand",
    "income_earning": "inkomen met bijstand en loon, per maand",
    "below_share": "maanden met bijstand onder de norm",
    "below_months": "- maanden onder de norm in al die tijd",
    "below_cents": "- zoveel eronder, als het eronder is",
    "claims_a_year": "terugvorderingen per 100, per jaar",
    "claim_cents": "- bedrag van een terugvordering",
    "claim_ever": "- huishoudens die er ooit een kregen",
    "claimed": "teruggevorderd per maand met loon",
    "made_up": "nabetaald per maand met loon",
    "volatility": "zoveel scheelt inkomen met vorige maand",
    "premium": "premie betaald, per maand met bijstand",
    "premium_built": "premie opgebouwd, per maand met loon",
    "premium_ever": "- huishoudens die ooit premie kregen",
    "works": "mensen met werk",
    "works_end": "- aan het eind",
    "hours": "uren per week van wie werkt",
    "on_end": "met bijstand aan het eind",
    "left_work": "uit de bijstand door werk, per 100 per jaar",
    "left_other": "- om een andere reden",
    "returned": "terug in de bijstand, per 100 per jaar",
    "contacts": "contacten per jaar",
    "changes": "andere klantmanager, per 100 per jaar",
    "paid": "betaald aan bijstand, per maand van allen",
    "premium_paid": "betaald aan premie, per maand van allen",
    "spent": "betaald in totaal, per maand van allen",
}
MEASURES_EN = {
    "income": "income on bijstand, a month",
    "income_earning": "income on bijstand with wages, a month",
    "below_share": "months on bijstand below the norm",
    "below_months": "- months below the norm in all that time",
    "below_cents": "- so much below, when below",
    "claims_a_year": "clawbacks per 100, a year",
    "claim_cents": "- amount of a clawback",
    "claim_ever": "- households that ever got one",
    "claimed": "clawed back per month with wages",
    "made_up": "made up per month with wages",
    "volatility": "income differs from last month's by",
    "premium": "premium paid, per month on bijstand",
    "premium_built": "premium built up, per month with wages",
    "premium_ever": "- households that ever got premium",
    "works": "people with work",
    "works_end": "- at the end",
    "hours": "hours a week of who works",
    "on_end": "on bijstand at the end",
    "left_work": "left bijstand for work, per 100 a year",
    "left_other": "- for another reason",
    "returned": "came back, per 100 a year",
    "contacts": "contacts a year",
    "changes": "other case manager, per 100 a year",
    "paid": "bijstand paid, a month of all",
    "premium_paid": "premium paid, a month of all",
    "spent": "paid in total, a month of all",
}
MEASURES = {"nl": MEASURES_NL, "en": MEASURES_EN}
