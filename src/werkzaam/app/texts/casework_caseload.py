# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the caseload page, of the form for the yearly talk, and of the remarks that come with a caseload."""

from __future__ import annotations

WORDS = {
    "nl": {
        "title": "Beloofd en gedaan: {town}",
        "title_team": "Beloofd en gedaan: {town}, team {team}",
        "intro": "Van {first} tot en met {last}. Deze bladzijde laat zien of de begeleiding die is beloofd ook is "
        "gegeven, en of dat "
        "kan met de mensen die er zijn. Zij vergelijkt klantmanagers niet met elkaar. Aantallen van minder dan {least} "
        "mensen zijn "
        "weggelaten.",
        "hidden": "minder dan {least}",
        "none": "onbekend",
        "not_stated": "niet vermeld",
        # load
        "load_head": "Klanten per voltijdbaan",
        "load_note": "Op {day}. Een klant telt mee naar de caseload die het eigen regime noemt. Bij gevraagd staat hoeveel "
        "voltijdbanen "
        "bij deze klanten hoort: van krap tot ruim.",
        "team": "team",
        "worker": "klantmanager",
        "clients": "klanten",
        "positions": "voltijdbanen",
        "a_position": "per voltijdbaan",
        "asked": "gevraagd",
        "standing": "stand",
        "unknown_team": "zonder team",
        "boven": "te vol",
        "binnen": "past",
        "onder": "ruimte",
        "niet_vermeld": "niet vermeld",
        "unweighted": "{name}: van {number} klanten noemt het regime geen caseload. Zij tellen niet mee in wat gevraagd is.",
        "caseload_above": "{name} heeft {clients} klanten. Bij {positions} voltijdbaan passen er hoogstens {most}. Er is te "
        "weinig tijd voor wat is beloofd; dat lost de gemeente op, niet de klantmanager alleen.",
        "caseload_above_mixed": "{name} heeft {clients} klanten bij {positions} voltijdbaan: meer dan hun regimes beloven. "
        "Dat lost de "
        "gemeente op, niet de klantmanager alleen.",
        "month_head": "Klanten per voltijdbaan, per maand",
        "month": "maand",
        "month_note": "Klanten met een klantmanager, en banen in dienst, op de laatste dag van de maand. Wie ziek is of verlof "
        "heeft, telt mee als in dienst.",
        # talks
        "talks_head": "Tijd voor gesprekken",
        "talks_note": "Per jaar, bij {weeks} weken met gesprekken (een aanname) en zonder de dagen dat mensen er niet waren.",
        "talks": "gesprekken kan",
        "a_client": "per klant",
        "promised": "beloofd",
        "short": "past niet",
        "no_number": "zonder getal",
        # dose
        "dose_head": "Contacten per persoon per jaar",
        "definition": "Wat telt: contacten die doorgingen, van {first} tot en met {last}, langs {channels}, begonnen door "
        "{initiators}, "
        'van klanten onder "{group}".',
        "all_channels": "alle kanalen",
        "group": "groep",
        "people": "klanten",
        "all": "alles",
        "only_talks": "alleen gesprekken",
        "a_month": "per maand",
        "inwoner": "de inwoner",
        "klantmanager": "de klantmanager",
        "bezoek": "bezoek",
        "telefoon": "telefoon",
        "post": "post en mail",
        "bericht": "bericht",
        "videogesprek": "videogesprek",
        "and": "en",
        "quarter": "kwartaal",
        "contrast": "Verschil: {more} had {number} contacten per persoon per jaar meer dan {less}.",
        "no_groups": "Van geen groep van {least} klanten of meer is begeleiding vastgelegd.",
        "few": "Weggelaten: {few} deel of delen van regimes met minder dan {least} klanten.",
        "without_part": "{number} contacten waren met klanten van wie geen begeleiding is vastgelegd.",
        # fidelity
        "fidelity_head": "Volgens het protocol",
        "fidelity_note": "Wat klant en klantmanager afspraken gaat voor wat het regime noemt. Minder vaak is dus volgens "
        "afspraak als het "
        "zo is afgesproken. Waar niets is beloofd, is niets te breken.",
        "judged": "met belofte",
        "outside": "erbuiten",
        "share": "deel",
        "agreed": "eigen afspraak",
        "minder": "te weinig",
        "meer": "te veel",
        "ongevraagd": "zonder reden",
        "quarterly_head": "Beloofd en gegeven, per kwartaal",
        "given": "gegeven",
        # continuity
        "continuity_head": "Klantmanagers per klant",
        "continuity_note": "Van {first} tot en met {last}. Een klantmanager telt als dat langer dan zeven dagen achter "
        "elkaar was.",
        "mean": "gemiddeld",
        "with_one": "met één en dezelfde",
        "without": "zonder",
        # parked
        "parked_head": "Lang niets gehoord",
        "parked": "{number} van {clients} klanten ({share}) hadden in de laatste {months} maanden geen contact.",
        "parked_few": "In de laatste {months} maanden hadden minder dan {least} klanten geen contact.",
        # view
        "view_head": "Hoe het met de klanten gaat",
        "view_note": "Zes dingen die even zwaar tellen, in de volgorde van het alfabet, uit wat in de dossiers staat. Wie "
        "in deeltijd "
        "zoveel werkt als nu kan, is net zo goed een succes als wie de bijstand verlaat.",
        "blijvend_werk": "blijvend werk",
        "deeltijdwerk": "werk in deeltijd",
        "onbetaald_werk": "onbetaald werk",
        "scholing": "een cursus of opleiding afgerond",
        "uitstroom": "uit de bijstand",
        "welzijn": "eigen cijfer voor hoe het gaat",
        "of": "{people} van {of} ({share})",
        "mark_of": "{mean} (van {of} klanten)",
        "not_measured": "niet gemeten",
        "successes": "Uit de bijstand of in deeltijd op het eigen maximum: {number} klanten.",
        "grades": "Cijfer voor de inzet van klantmanagers, van {count} klanten samen: {mean}.",
        "grades_hidden": "Het cijfer voor de inzet van klantmanagers is weggelaten: minder dan tien klanten gaven er een.",
        # pictures
        "picture_load": "Voltijdbanen: die er zijn (blauw) en die nodig zijn (oranje)",
        "picture_talks": "Gesprekken die kunnen (blauw) en contacten die zijn beloofd (oranje), per jaar",
        "picture_continuity": "Klantmanagers per klant (blauw)",
        "picture_dose": "Contacten per persoon per jaar, naar kanaal",
        "picture_dose_under": "Contacten die doorgingen, wie er ook begon",
        "picture_quarterly": "Contacten beloofd (oranje) en gegeven (blauw), per klant met een belofte",
        # the form for the yearly talk
        "log_title": "Contacten met {person}, van {first} tot en met {last}",
        "log_total": "{contacts} contacten. {missed} keer ging het niet door.",
        "channel": "kanaal",
        "form_title": "Jaargesprek met een klantmanager",
        "form_intro": "Wij praten over wat u deed voor uw klanten, en over wat u daarvoor nodig heeft. Hoeveel mensen uit "
        "de bijstand "
        "gingen, staat hier niet: dat hangt vooral af van werk, gezondheid en geluk.",
        "workload": "Past het aantal klanten bij uw baan? Wat doet u als dat niet zo is?",
        "contacts_as_agreed": "Sprak u klanten zo vaak als was afgesproken? Wat kwam ertussen?",
        "questions_answered": "Kregen klanten op tijd antwoord op hun vragen?",
        "handovers": "Hoe gingen overdrachten? Hoefden klanten hun verhaal niet opnieuw te vertellen?",
        "plans_with_client": "Zijn doelen en plannen samen met de klant gemaakt, en door de klant bevestigd?",
        "room_for_choice": "Waar kreeg een klant ruimte om zelf te kiezen? Waar lukte dat niet?",
        "learning_together": "Wat besprak u met collega's, en wat leerde u ervan?",
        "training": "Welke scholing deed u, en wat wilt u nog leren?",
        "what_would_help": "Wat moet de gemeente veranderen zodat u uw werk goed kunt doen?",
        "answer": "Antwoord:",
    },
    "en": {
        "title": "Promised and done: {town}",
        "title_team": "Promised and done: {town}, team {team}",
        "intro": "From {first} to {last}. This page shows whether the guidance that was promised was given, and whether "
        "that can be "
        "done with the people there are. It does not compare case managers. Numbers of fewer than {least} people are left out.",
        "hidden": "fewer than {least}",
        "none": "unknown",
        "not_stated": "not stated",
        "load_head": "Clients for a full-time position",
        "load_note": "On {day}. A client counts by the caseload that their own regime states. Asked are the full-time "
        "positions that "
        "belong to these clients: from tight to ample.",
        "team": "team",
        "worker": "case manager",
        "clients": "clients",
        "positions": "positions",
        "a_position": "per position",
        "asked": "asked",
        "standing": "standing",
        "unknown_team": "without a team",
        "boven": "too full",
        "binnen": "fits",
        "onder": "room",
        "niet_vermeld": "not stated",
        "unweighted": "{name}: of {number} clients the regime states no caseload. They are not in what is asked.",
        "caseload_above": "{name} has {clients} clients. At most {most} fit {positions} full-time position(s). There is too "
        "little time for what was promised; the town puts that right, not the case manager alone.",
        "caseload_above_mixed": "{name} has {clients} clients at {positions} full-time position(s): more than their "
        "regimes promise. "
        "The town puts "
        "that right, not the case manager alone.",
        "month_head": "Clients for a full-time position, by month",
        "month": "month",
        "month_note": "Clients with a case manager, and positions in service, on the last day of the month. Who is ill or "
        "on leave "
        "counts as in service.",
        "talks_head": "Time for talks",
        "talks_note": "A year, with {weeks} weeks of talks (an assumption) and without the days that people were away.",
        "talks": "talks fit",
        "a_client": "per client",
        "promised": "promised",
        "short": "do not fit",
        "no_number": "no number",
        "dose_head": "Contacts a person-year",
        "definition": "What counts: contacts that took place, from {first} to {last}, by {channels}, begun by "
        "{initiators}, of clients "
        'under "{group}".',
        "all_channels": "all channels",
        "group": "group",
        "people": "clients",
        "all": "all",
        "only_talks": "talks only",
        "a_month": "a month",
        "inwoner": "the client",
        "klantmanager": "the case manager",
        "bezoek": "visit",
        "telefoon": "telephone",
        "post": "post and mail",
        "bericht": "message",
        "videogesprek": "video call",
        "and": "and",
        "quarter": "quarter",
        "contrast": "Contrast: {more} had {number} contacts a person-year more than {less}.",
        "no_groups": "Of no group of {least} clients or more was guidance written down.",
        "few": "Left out: {few} part or parts of regimes with fewer than {least} clients.",
        "without_part": "{number} contacts were with clients of whom no guidance was written down.",
        "fidelity_head": "By the protocol",
        "fidelity_note": "What client and case manager agreed goes before what the regime states. So less often is as "
        "agreed when it was "
        "agreed. Where nothing was promised, nothing can be broken.",
        "judged": "with a promise",
        "outside": "outside it",
        "share": "share",
        "agreed": "own agreement",
        "minder": "too few",
        "meer": "too many",
        "ongevraagd": "no reason",
        "quarterly_head": "Promised and given, by quarter",
        "given": "given",
        "continuity_head": "Case managers a client",
        "continuity_note": "From {first} to {last}. A case manager counts when that was for more than seven days on end.",
        "mean": "mean",
        "with_one": "with one and the same",
        "without": "without",
        "parked_head": "Not heard of for long",
        "parked": "{number} of {clients} clients ({share}) had no contact in the last {months} months.",
        "parked_few": "Fewer than {least} clients had no contact in the last {months} months.",
        "view_head": "How the clients are doing",
        "view_note": "Six things of equal weight, in the order of the Dutch alphabet, from what stands in the dossiers. "
        "Who works part-time "
        "as much as is possible now is as much a success as who leaves bijstand.",
        "blijvend_werk": "lasting work",
        "deeltijdwerk": "part-time work",
        "onbetaald_werk": "unpaid work",
        "scholing": "a course or education done",
        "uitstroom": "left bijstand",
        "welzijn": "own mark for how life goes",
        "of": "{people} of {of} ({share})",
        "mark_of": "{mean} (of {of} clients)",
        "not_measured": "not measured",
        "successes": "Left bijstand or part-time at their own maximum: {number} clients.",
        "grades": "Mark for the effort of case managers, of {count} clients together: {mean}.",
        "grades_hidden": "The mark for the effort of case managers is left out: fewer than ten clients gave one.",
        "picture_load": "Full-time positions: those there are (blue) and those needed (orange)",
        "picture_talks": "Talks that fit (blue) and contacts that were promised (orange), a year",
        "picture_continuity": "Case managers a client (blue)",
        "picture_dose": "Contacts a person-year, by channel",
        "picture_dose_under": "Contacts that took place, whoever began them",
        "picture_quarterly": "Contacts promised (orange) and given (blue), a client with a promise",
        "log_title": "Contacts with {person}, from {first} to {last}",
        "log_total": "{contacts} contacts. {missed} did not take place.",
        "channel": "channel",
        "form_title": "Yearly talk with a case manager",
        "form_intro": "We talk about what you did for your clients, and what you need for it. How many people left "
        "bijstand is not "
        "here: that hangs on work, health and luck most of all.",
        "workload": "Does the number of clients fit your position? What do you do when it does not?",
        "contacts_as_agreed": "Did you talk to clients as often as was agreed? What came between?",
        "questions_answered": "Did clients get an answer to their questions in time?",
        "handovers": "How did handovers go? Did clients not have to tell their story again?",
        "plans_with_client": "Were goals and plans made together with the client, and confirmed by the client?",
        "room_for_choice": "Where did a client get room to choose? Where did that not work?",
        "learning_together": "What did you discuss with colleagues, and what did you learn from it?",
        "training": "Which training did you do, and what do you still want to learn?",
        "what_would_help": "What should the town change so that you can do your work well?",
        "answer": "Answer:",
    },
}
