# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of `werkzaam compare`: towns beside each other."""

from __future__ import annotations

NL = {
    "title": "Steden naast elkaar",
    "intro": "Dezelfde mensen en hetzelfde gedrag onder verschillende regels. Wat geen bron vermeldt, staat hier als niet "
    "vermeld. Wij "
    "vullen dat niet in.",
    "names_head": "Wat er wordt vergeleken",
    "instead_of": "{asked} is hier {id}, het oudste regime met een beschrijving van de begeleiding. Er is ook: {others}.",
    "part": "Dit is een deel van een regime.", "source": "Bron van de begeleiding: {source}.",
    "no_guidance": "Van de begeleiding is niets vastgelegd.",
    "country": "Regels uit een ander land, toegepast op de Nederlandse norm.",
    "not_stated": "niet vermeld", "none": "geen", "yes": "ja", "no": "nee", "not_there": "niet van toepassing",
    "assumed": "niet vermeld (wij vulden in: {value})",
    "at_least": "minstens {low}", "at_most": "hoogstens {high}", "between": "{low} tot {high}",
    "duty_enforced": "{duty} (wordt gehandhaafd)", "duty_formal": "{duty} (op papier, wordt niet gehandhaafd)",
    "duty_unknown": "{duty} (handhaving niet vermeld)",
    "measures_yes": "mogelijk", "measures_no": "er zijn geen maatregelen",
    "plan_required": "een plan is verplicht", "plan_free": "een plan is niet verplicht", "plan_signed": "de inwoner tekent",
    "plan_unsigned": "de inwoner tekent niet", "plan_days": "klaar binnen {days} werkdagen",
    "inwoner": "de inwoner", "klantmanager": "de klantmanager", "samen": "inwoner en klantmanager samen",
    "gemeente": "de gemeente", "wijkteam": "het wijkteam",
    # aspects
    "initiator": "Wie zet de eerste stap", "contacts": "Contacten per jaar beloofd", "contact_note": "Over het contact",
    "frequency_by": "Wie bepaalt hoe vaak", "goals_by": "Wie kiest de doelen", "channels": "Hoe",
    "caseload": "Mensen per volledige baan", "one_worker": "Een vaste klantmanager", "instruments": "Wat er kan",
    "duties": "Plichten", "enforced": "Handhaving", "ladder": "Uitnodigingen, in deze volgorde",
    "respects_no": "Een blijvend nee wordt geaccepteerd", "measures": "Maatregelen", "activities": "Activiteiten die meetellen",
    "activity_hours_most": "Hoogstens uren activiteit per week", "plan": "Plan", "aftercare": "Nazorg",
    "review_months": "Opnieuw bekijken na maanden", "goals": "Waar het om gaat", "targets": "Streefcijfers",
    "target_effects": "Wat streefcijfers ook doen", "results": "Uitkomsten, met hoe sterk het bewijs is",
    "premium": "Premie over inkomsten", "premium_share": "Deel van de inkomsten", "premium_cap": "Hoogste premie",
    "premium_hour": "Premie per uur", "own_exemption_share": "Eigen vrijlating: deel",
    "own_exemption_cap": "Eigen vrijlating: hoogstens",
    "guidance_head": "Hoe mensen worden geholpen", "money_head": "Wat de stad koos over bijverdienen ({month})",
    # the ladder
    "ladder_head": "Dezelfde uitnodigingen",
    "ladder_intro": "{invited} mensen worden uitgenodigd. Van wie een uitnodiging krijgt, komt {absent} niet en zegt "
    "niets{called_off}. "
    "Geteld, niet geloot.",
    "called_off": "; {share} zegt van tevoren af en krijgt een nieuwe afspraak",
    "round": "{step}: {people}", "round_absent": "{step}: {people}; komt niet: {absent}",
    "ladder_end": "Maatregelen mogelijk: hoogstens {measures}. Huisbezoeken: {visits}. Daarna met rust gelaten: {left}.",
    # what it asks
    "demand_head": "Wat het vraagt voor {clients} mensen",
    "demand_note": "Banen en gesprekken zijn twee manieren om naar hetzelfde werk te kijken. Tel hun kosten niet op.",
    "positions": "Volledige banen", "talks": "Beloofde gesprekken per jaar", "cost_positions": "Kosten van de banen per jaar",
    "cost_talks": "Kosten van de gesprekken per jaar", "cost_invitations": "Kosten van de uitnodigingen ({invited} mensen)",
    "no_price": "geen prijs gegeven ({price})",
    # households
    "households_head": "Dezelfde huishoudens",
    "household": "{name}: {form}, {net} nettoloon per maand{more}", "hours": ", {hours} uur per week",
    "people": " ({people} huishoudens)",
    "col_total": "hele maand", "col_kept": "houdt", "col_hour": "per uur",
    "money_note": "Hele maand: loon, bijstand en premie. Houdt: wat de maand meer oplevert dan zonder werk. Bedragen van "
    "{month}. Zonder "
    "opgave rekenen wij met {months} maanden bijstand. Per regime het eigen recht.",
    "no_result": "geen uitkomst",
    "part_unstated": "geen uitkomst: een deel zegt niet alles wat een maand nodig heeft. Vraag het regime van een stad.",
    "unstated": "geen uitkomst, niet vermeld: {paths}",
    "needs_net_share": "geen uitkomst: deze regel gaat over het brutoloon. Geef met --net-share welk deel netto overblijft.",
    "next_step": "volgende stap na {missed} gemiste uitnodigingen: {step}",
    "ladder_over": "de uitnodigingen zijn op: er volgt niets",
    "measure_step": "{step}; een medewerker beslist", "contact_owed": "de gemeente is een contact schuldig",
    "contact_in_time": "het beloofde contact is op tijd", "counted": "telt mee: {which}", "uncounted": "telt niet mee: {which}",
    "offered": "genoemd: {which}", "unnamed": "niet genoemd: {which}",
    "follows_step": "Uitnodiging", "follows_contact": "Contact", "follows_activities": "Activiteiten", "follows_wishes": "Wensen",
    "picture_title": "Wat een huishouden houdt van werk", "picture_under": "Per regime, in euro's per maand",
    "picture_desc": "Staven van wat een huishouden meer heeft dan zonder werk. {ends} Dezelfde getallen staan in de tabel.",
    "and": "en",
}  # fmt: skip

EN = {
    "title": "Towns beside each other",
    "intro": "The same people and the same behaviour under different rules. What no source says stands here as not stated. We "
    "do not "
    "fill it in.",
    "names_head": "What is compared",
    "instead_of": "{asked} is {id} here, the oldest regime with a description of its guidance. There is also: {others}.",
    "part": "This is a part of a regime.", "source": "Source of the guidance: {source}.",
    "no_guidance": "Nothing was written down of the guidance.",
    "country": "Rules of another country, applied to the Dutch norm.",
    "not_stated": "not stated", "none": "none", "yes": "yes", "no": "no", "not_there": "not applicable",
    "assumed": "not stated (we filled in: {value})",
    "at_least": "at least {low}", "at_most": "at most {high}", "between": "{low} to {high}",
    "duty_enforced": "{duty} (enforced)", "duty_formal": "{duty} (formal, not enforced)",
    "duty_unknown": "{duty} (enforcement not stated)",
    "measures_yes": "possible", "measures_no": "there are no measures",
    "plan_required": "a plan is required", "plan_free": "a plan is not required", "plan_signed": "the client signs",
    "plan_unsigned": "the client does not sign", "plan_days": "ready within {days} working days",
    "inwoner": "the client", "klantmanager": "the case manager", "samen": "client and case manager together",
    "gemeente": "the municipality", "wijkteam": "the neighbourhood team",
    "initiator": "Who takes the first step", "contacts": "Contacts a year promised", "contact_note": "About contact",
    "frequency_by": "Who decides how often", "goals_by": "Who chooses the goals", "channels": "How",
    "caseload": "People per full-time position", "one_worker": "One lasting case manager", "instruments": "What is possible",
    "duties": "Duties", "enforced": "Enforcement", "ladder": "Invitations, in this order",
    "respects_no": "A lasting no is accepted", "measures": "Measures", "activities": "Activities that count",
    "activity_hours_most": "Hours of activity a week at most", "plan": "Plan", "aftercare": "Aftercare",
    "review_months": "Looked at again after months", "goals": "What it is about", "targets": "Targets",
    "target_effects": "What targets do as well", "results": "Results, with the strength of the evidence",
    "premium": "Premium on earnings", "premium_share": "Share of the earnings", "premium_cap": "Highest premium",
    "premium_hour": "Premium per hour", "own_exemption_share": "Own exemption: share",
    "own_exemption_cap": "Own exemption: at most",
    "guidance_head": "How people are helped", "money_head": "What the town chose about earnings ({month})",
    "ladder_head": "The same invitations",
    "ladder_intro": "{invited} people are invited. Of those who get an invitation {absent} do not come and say "
    "nothing{called_off}. "
    "Counted, not drawn.",
    "called_off": "; {share} call off beforehand and get a new appointment",
    "round": "{step}: {people}", "round_absent": "{step}: {people}; do not come: {absent}",
    "ladder_end": "Measures possible: at most {measures}. Home visits: {visits}. Left in peace after that: {left}.",
    "demand_head": "What it takes for {clients} people",
    "demand_note": "Positions and talks are two ways to see the same work. Do not add up their costs.",
    "positions": "Full-time positions", "talks": "Talks a year promised", "cost_positions": "Cost of the positions a year",
    "cost_talks": "Cost of the talks a year", "cost_invitations": "Cost of the invitations ({invited} people)",
    "no_price": "no price given ({price})",
    "households_head": "The same households",
    "household": "{name}: {form}, {net} net wage a month{more}", "hours": ", {hours} hours a week",
    "people": " ({people} households)",
    "col_total": "whole month", "col_kept": "keeps", "col_hour": "per hour",
    "money_note": "Whole month: wage, bijstand and premium. Keeps: what the month brings more than without work. Amounts of "
    "{month}. "
    "Where nothing is said we take {months} months on benefit. Each regime by its own law.",
    "no_result": "no result", "part_unstated": "no result: a part does not say all that a month needs. Ask the regime of a town.",
    "unstated": "no result, not stated: {paths}",
    "needs_net_share": "no result: this rule is about gross wages. Say with --net-share which share is left net.",
    "next_step": "next step after {missed} missed invitations: {step}",
    "ladder_over": "the invitations are over: nothing follows",
    "measure_step": "{step}; a person decides", "contact_owed": "the municipality owes a contact",
    "contact_in_time": "the promised contact is in time", "counted": "counts: {which}", "uncounted": "does not count: {which}",
    "offered": "named: {which}", "unnamed": "not named: {which}",
    "follows_step": "Invitation", "follows_contact": "Contact", "follows_activities": "Activities", "follows_wishes": "Wishes",
    "picture_title": "What a household keeps of work", "picture_under": "Per regime, in euros a month",
    "picture_desc": "Bars of what a household has more than without work. {ends} The same numbers are in the table.",
    "and": "and",
}  # fmt: skip

WORDS = {"nl": NL, "en": EN}
