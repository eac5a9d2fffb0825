# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How guidance is told: the heading of each group of fields, the name of each field, and the words around them."""

from __future__ import annotations

GROUPS: dict[str, dict[str, object]] = {
    "who": {"nl": "Voor wie", "en": "For whom",
            "fields": ("nature", "period", "population", "population_size", "not_for", "assignment", "voluntary")},
    "contact": {"nl": "Contact", "en": "Contact",
                "fields": ("initiator", "contacts_least", "contacts_most", "frequency_by", "contact_note", "channels", "places")},
    "worker": {"nl": "De klantmanager", "en": "The case manager",
               "fields": ("worker_role", "caseload_least", "caseload_most", "caseload_note", "one_worker", "conversation",
                          "goals_by", "instruments")},
    "duties": {"nl": "Plichten", "en": "Duties",
               "fields": ("duties", "enforced", "control", "measures", "measures_used", "measures_count", "measures_size")},
    "ladder": {"nl": "De uitnodiging, stap na stap", "en": "The invitation, step by step", "fields": ("ladder",)},
    "activities": {"nl": "Wat telt als meedoen", "en": "What counts as taking part",
                   "fields": ("activities", "activity_hours_most", "activity_hours_mean", "activity_follow_up_months",
                              "activity_note")},
    "plan": {"nl": "Het plan", "en": "The plan", "fields": ("plan_required", "plan_signed", "plan_working_days", "plan_note")},
    "goals": {"nl": "Doelen", "en": "Goals", "fields": ("goals", "targets", "target_effects", "outlook")},
    "after": {"nl": "Daarna", "en": "Afterwards",
              "fields": ("months", "review_months", "follow_up", "aftercare", "aftercare_months")},
    "around": {"nl": "Gegevens en geld", "en": "Personal facts and money",
               "fields": ("data_sharing", "shared_with_team", "budget")},
    "law": {"nl": "Ruimte in de wet", "en": "Room in the law", "fields": ("needs_legal_room", "legal_room")},
    "results": {"nl": "Wat eruit kwam", "en": "What came of it", "fields": ("results",)},
    "notes": {"nl": "Verder", "en": "Further", "fields": ("note", "doubts")},
}  # fmt: skip
"""The groups in which guidance is told, each with its fields."""

LABELS = {
    "nature": ("wat het is", "what it is"), "period": ("wanneer, volgens de bron", "when, in the words of the source"),
    "population": ("voor wie", "for whom"), "population_size": ("hoeveel mensen", "how many people"),
    "not_for": ("niet voor", "not for"), "assignment": ("wie het krijgt", "who gets it"),
    "voluntary": ("vrijwillig", "voluntary"), "initiator": ("wie begint", "who takes the first step"),
    "contacts_least": ("contacten per jaar, minstens", "contacts a year, at least"),
    "contacts_most": ("contacten per jaar, hoogstens", "contacts a year, at most"),
    "frequency_by": ("wie beslist hoe vaak", "who decides how often"), "contact_note": ("hoe het gaat", "how it goes"),
    "channels": ("hoe", "how"), "places": ("waar", "where"), "worker_role": ("wie", "who"),
    "caseload_least": ("mensen per voltijdbaan, minstens", "people per full-time position, at least"),
    "caseload_most": ("mensen per voltijdbaan, hoogstens", "people per full-time position, at most"),
    "caseload_note": ("over dat aantal", "about that number"), "one_worker": ("een vaste klantmanager", "one fixed case manager"),
    "conversation": ("het gesprek", "the talk"), "goals_by": ("wie kiest de doelen", "who sets the goals"),
    "instruments": ("wat er is aan hulp", "what help there is"), "duties": ("plichten", "duties"),
    "enforced": ("handhaving", "enforcement"),
    "control": ("gekozen toezicht", "control that was chosen"),
    "measures": ("een maatregel kan", "a measure is possible"),
    "measures_used": ("gebruik van maatregelen", "use of measures"),
    "measures_count": ("aantal maatregelen", "number of measures"),
    "measures_size": ("hoe zwaar", "size"), "ladder": ("stappen", "steps"), "activities": ("telt mee", "counts"),
    "activity_hours_most": ("uren per week, hoogstens", "hours a week, at most"),
    "activity_hours_mean": ("uren per week, gemiddeld hoogstens", "hours a week, mean at most"),
    "activity_follow_up_months": ("vervolg binnen, in maanden", "follow-up within, in months"),
    "activity_note": ("daarover", "about that"), "plan_required": ("een plan is nodig", "a plan is required"),
    "plan_signed": ("de inwoner tekent", "the resident signs"),
    "plan_working_days": ("klaar binnen, in werkdagen", "due within, in working days"),
    "plan_note": ("over het plan", "about the plan"), "goals": ("doelen", "goals"),
    "targets": ("doelen in aantallen", "targets in numbers"),
    "target_effects": ("wat die nog meer doen", "what they do besides"), "outlook": ("beeld van mensen", "outlook on people"),
    "months": ("duurt, in maanden", "lasts, in months"),
    "review_months": ("opnieuw bekijken na, in maanden", "looked at again after, in months"),
    "follow_up": ("vervolg", "follow-up"), "aftercare": ("nazorg", "aftercare"),
    "aftercare_months": ("nazorg, in maanden", "aftercare, in months"),
    "data_sharing": ("gegevens delen", "sharing of personal facts"),
    "shared_with_team": ("wat een wijkteam krijgt", "what a neighbourhood team gets"),
    "budget": ("geld", "money"), "needs_legal_room": ("artikelen die ruimte moeten geven", "articles that must give room"),
    "legal_room": ("waarom", "why"), "results": ("resultaten", "results"), "note": ("opmerking", "note"),
    "doubts": ("punten waarop de bronnen ruimte laten", "points on which the sources leave room"),
}  # fmt: skip
"""The name of each field of a guidance, in Dutch and in English."""

ROWS = {
    "tone": "the tone of the invitation", "mandatory": "coming is an obligation", "respects_no": "a lasting no ends it",
    "code": "its code", "action": "what is done", "says": "what it says", "measure_said": "whether it speaks of a measure",
    "enforced": "whether anybody acts when it is not done", "metric": "what was measured", "value": "the number as printed",
    "evidence": "how strong it is", "source": "where it is printed, when elsewhere than the part",
    "note": "what is to be known of it",
}  # fmt: skip
"""What the fields of the tables with rows say: invitation, step, duty and result."""

WORDS = {
    "nl": {
        "unstated": "niet vermeld", "none": "geen", "yes": "ja", "no": "nee", "source": "bron", "guidance": "Begeleiding",
        "enforced": "wordt gehandhaafd", "not_enforced": "staat in de regels, wordt niet actief gehandhaafd",
        "formal": "staat in de regels", "mandatory": "komen moet", "invited": "komen mag",
        "respects_no": "een blijvend nee is goed", "measure_said": "noemt een maatregel",
        "no_measure_said": "noemt geen maatregel",
        "parts": "Delen, per gemeente", "start_unstated": "begin niet vermeld", "changed": "anders dan",
        "to": "t/m", "on": "en verder",
        "part": "deel", "town": "regime van de gemeente", "follow": "Daarna",
        "inwoner": "de inwoner", "klantmanager": "de klantmanager", "gemeente": "de gemeente", "wijkteam": "het wijkteam",
        "naam": "naam", "adres": "adres",
        "samen": "samen",
    },
    "en": {
        "unstated": "not stated", "none": "none", "yes": "yes", "no": "no", "source": "source", "guidance": "Guidance",
        "enforced": "is enforced", "not_enforced": "stands in the rules, is not actively enforced",
        "formal": "stands in the rules", "mandatory": "coming is mandatory",
        "invited": "coming is not mandatory", "respects_no": "a lasting no is respected", "measure_said": "speaks of a measure",
        "no_measure_said": "speaks of no measure", "parts": "Parts, by municipality", "start_unstated": "start not stated",
        "changed": "other than", "to": "to", "on": "onwards", "part": "part", "town": "regime of the town", "follow": "Then",
        "inwoner": "the resident", "klantmanager": "the case manager", "gemeente": "the municipality",
        "wijkteam": "the neighbourhood team", "naam": "name", "adres": "address", "samen": "together",
    },
}  # fmt: skip
"""Words around the fields, by language."""
