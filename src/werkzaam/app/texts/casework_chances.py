# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the sheet that helps to judge chances."""

from __future__ import annotations

NL = {
    "title": "Kansen inschatten, niet beslissen",
    "intro": "Dit blad laat zien wat er is gevonden bij mensen die op iemand lijken. Het zegt niet wat iemand nodig heeft. Het "
    "plaatst "
    "niemand ergens: dat doen een loting, een regel van de stad of de inwoner zelf, met een reden in het dossier.",
    "about": "Over wie",
    "age": "leeftijd", "sex": "geslacht", "home": "huishouden", "months": "maanden bijstand",
    "unknown": "niet bekend", "years": "{age} jaar",
    "man": "man", "vrouw": "vrouw", "alleen": "alleen", "alleenstaande_ouder": "alleenstaande ouder",
    "paar_zonder_kinderen": "met partner, zonder kinderen", "paar_met_kinderen": "met partner en kinderen",
    "found_age": "Het onderzoek keek of leeftijd verschil maakt. Het noemt geen verschil dat steeds terugkwam.",
    "found_sex": "Er is gekeken naar geslacht samen met huishouden: zie hieronder.",
    "found_home": "Er is gekeken naar huishouden samen met geslacht: zie hieronder.",
    "found_months": "Of meer aandacht beter werkt bij lang of kort bijstand: geen verschil dat steeds terugkwam.",
    "found_head": "Wat er is gevonden: betaald werk bij de laatste meting (T3, 2022)",
    "everybody": "Alle deelnemers aan het experiment van Amsterdam", "single_men": "Alleenstaande mannen",
    "women_in_a_family": "Vrouwen in een gezin (het rapport zegt niet precies wie daarbij hoort)",
    "extra_attention": "extra aandacht", "comparison": "vergelijking", "self_direction": "zelfregie",
    "col_arm": "begeleiding", "col_share": "werkt", "col_narrow": "bij {most} mensen", "col_small": "bij {small} mensen",
    "col_row": "bron",
    "between": "{low} tot {high}",
    "intervals": "Tussen welke percentages het ligt met 95% zekerheid. {most} mensen is het meeste dat een groep kan zijn: "
    "zoveel "
    "telde een hele groep ongeveer ({panel} mensen, drie groepen; {panel_row}). Een groep van {small} is een voorbeeld. "
    "Hoeveel mensen er echt in "
    "een kleine groep zaten, is niet vermeld. De echte onzekerheid is dus groter dan bij {most}.",
    "tested": "Dit verschil tussen de groepen is niet aangetoond in het rapport (T3).",
    "small": "Let op: kleine groepen en veel toetsen. Het verschil was er op twee metingen (T2 en T3), maar kan toeval zijn.",
    "left_out": "Het rapport noemt ook cijfers naar migratieachtergrond. Die staan hier niet. Werkzaam vraagt niet naar "
    "afkomst, land van "
    "geboorte of taal en gebruikt die nergens.",
    "no_choice": "Er is hier niets te kiezen. Wat iemand krijgt, verandert niet door dit blad.",
    "source": "Bron: eindrapport van het experiment (seed 002), {source}.",
}  # fmt: skip

EN = {
    "title": "To judge chances, not to decide",
    "intro": "This sheet shows what was found for people who resemble somebody. It does not say what somebody needs. It puts "
    "nobody "
    "anywhere: a draw, a rule of the town or the client does that, with a reason in the dossier.",
    "about": "About whom",
    "age": "age", "sex": "sex", "home": "household", "months": "months on benefit",
    "unknown": "not known", "years": "{age} years",
    "man": "man", "vrouw": "woman", "alleen": "single", "alleenstaande_ouder": "lone parent",
    "paar_zonder_kinderen": "with a partner, without children", "paar_met_kinderen": "with a partner and children",
    "found_age": "The study looked whether age makes a difference. It names none that came back each time.",
    "found_sex": "Sex was looked at together with household: see below.",
    "found_home": "Household was looked at together with sex: see below.",
    "found_months": "Whether more attention works better after long or short benefit: no difference that came back each time.",
    "found_head": "What was found: paid work at the last measurement (T3, 2022)",
    "everybody": "All participants of the experiment of Amsterdam", "single_men": "Single men",
    "women_in_a_family": "Women in a family (the report does not say exactly who belongs to it)",
    "extra_attention": "extra attention", "comparison": "comparison", "self_direction": "self-direction",
    "col_arm": "guidance", "col_share": "works", "col_narrow": "with {most} people", "col_small": "with {small} people",
    "col_row": "source",
    "between": "{low} to {high}",
    "intervals": "Between which percentages it lies with 95% confidence. {most} people is the most that a group can be: about "
    "so many "
    "were in a whole arm ({panel} people, three arms; {panel_row}). A group of {small} is an example. How many people were "
    "really in a small "
    "group is not stated. So the real uncertainty is larger than with {most}.",
    "tested": "The report does not show a difference between these groups (T3).",
    "small": "Mind: small groups and many tests. The difference was there at two measurements (T2 and T3), but may be chance.",
    "left_out": "The report also has figures by migration background. They are not here. Werkzaam does not ask about descent, "
    "country "
    "of birth or language and uses them nowhere.",
    "no_choice": "There is nothing to choose here. What somebody gets does not change by this sheet.",
    "source": "Source: final report of the experiment (seed 002), {source}.",
}  # fmt: skip

WORDS = {"nl": NL, "en": EN}
