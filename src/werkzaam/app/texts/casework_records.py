# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The sentences of goals, plans, agreements, questions, referrals, reviews and handovers. One key per code."""

from __future__ import annotations

WORDS = {
    "nl": {
        # Goals and plans
        "goal_waits": "Dit doel is een voorstel. Vraag de cliënt binnen {days} dagen of het klopt; tot die tijd telt het niet "
                      "mee.",
        "goal_is_an_offer": "Deze cliënt bepaalt zelf de doelen. Leg dit doel voor als aanbod.",
        "goal_to_confirm": "Doel ({area}): vraag of de cliënt het ermee eens is.",
        "plan_due": "Plan: maak samen een plan. Dat hoort binnen {days} werkdagen klaar te zijn.",
        "plan_to_sign": "Plan, versie {version}: vraag of de cliënt het plan wil ondertekenen.",
        "plan_talk": "Plan, versie {version}: u zou er samen weer naar kijken.",
        "first_chance": "Eerst zelf rechtzetten: {what}. De inwoner heeft de tijd tot en met {last}. Bied hulp aan; tot die dag "
                        "volgt er niets anders.",
        "first_chance_over": "De tijd om dit zelf recht te zetten is voorbij: {what}. Praat er eerst over.",
        "put_right_to_answer": "De inwoner reageerde op {on} op inkomen dat was opgemerkt. Bedank, en zeg wat er nu gebeurt.",
        "first_chance_begins": "De inwoner leest dit en heeft de tijd tot en met {last}. Tot die dag volgt er niets anders.",
        # Agreements
        "promise": "Belofte: {what}. Wij zouden dit doen vóór of op {last}.",
        "permission_ends": "Toestemming: {what}. Die loopt tot en met {last}; bespreek op tijd hoe het verder gaat.",
        "withdrawal_to_tell": "Afspraak ingetrokken: {what}. Vertel de cliënt waarom, tot wanneer de afspraak nog geldt "
                              "({last}) en wat de cliënt ertegen kan doen.",
        "agreement_withdrawn": "Afspraak {seq} geldt nog tot en met {last}. Vertel dit de cliënt met de reden. De cliënt kan "
                               "hier bezwaar tegen maken en zijn eigen kijk erbij laten zetten (werkzaam entry correct).",
        # Case managers
        "changes_before": "Deze cliënt kreeg eerder {count} keer een andere klantmanager, waarvan {recent} keer in het laatste "
                          "jaar.",
        "no_case_manager": "Deze cliënt heeft geen klantmanager. Wijs er een aan.",
        "summary_missing": "Overdracht op {first}: schrijf eerst de samenvatting, samen met de cliënt.",
        "summary_to_confirm": "Samenvatting: vraag of de cliënt zich erin herkent.",
        "handover_unread": "Overdracht: lees het dossier vóór het eerste gesprek, zodat de cliënt zijn verhaal niet opnieuw "
                           "hoeft te doen.",
        # Reviews
        "review_stopped": "Leg nu met werkzaam guidance vast welke begeleiding er komt.",
        "self_direction_review": "Zelfregie sinds {since}: kijk na {months} maanden samen terug. Sluit af met uitkomst en grond "
                                 "(nummer {about}).",
        "guidance_to_change": "Zelfregie is op {since} gestopt: leg vast welke begeleiding er nu is.",
        "stepping_stone_review": "Een opstap sinds {since}: kijk samen wat de volgende stap is (nummer "
                                 "{about}).",
        # Questions, pressure, referrals
        "question": "Vraag van {asked}: geef antwoord. We beloven dat binnen {days} werkdagen.",
        "question_to": "{owner} geeft antwoord vóór of op {by}.",
        "question_to_lead": "Deze cliënt heeft geen klantmanager. De teamleider zorgt voor een antwoord vóór of op {by}.",
        "pressure_seen": "Dank u wel. Vóór {by} kijken we hoe het beter kan. U hoeft niet eerder te komen.",
        "pressure_review": "De cliënt vindt het contact {mark}: kijk hoe het anders kan. Dit is geen reden voor een extra "
                           "gesprek.",
        "druk_te_veel": "te veel", "druk_goed": "goed", "druk_te_weinig": "te weinig",
        "referral_made": "Vraag vóór of op {by} hoe het ging.",
        "referral_feedback": "Doorverwezen naar {name} van {organisation}: vraag hoe het ging.",
        # Areas of goals, and how the client finds the contact: keys of their own, as other rooms have such codes too
        "doel_deeltijdwerk": "werk in deeltijd", "doel_eigen_bedrijf": "een eigen bedrijf", "doel_gezondheid": "gezondheid",
        "doel_mantelzorg": "mantelzorg",
        "doel_meer_uren": "meer uren werken", "doel_opleiding": "een opleiding", "doel_schulden": "schulden oplossen",
        "doel_sociale_contacten": "mensen ontmoeten", "doel_taal": "de taal leren", "doel_uitstroom": "uit de bijstand",
        "doel_voltijdwerk": "voltijd werken", "doel_vrijwilligerswerk": "vrijwilligerswerk",
    },
    "en": {
        "first_chance": "First put it right: {what}. The client has until {last}. Offer help; nothing else follows "
        "before that day.",
        "first_chance_over": "The time to put this right is over: {what}. Talk about it first.",
        "put_right_to_answer": "The client answered on {on} about income that was noticed. Give thanks, and say what "
        "happens now.",
        "first_chance_begins": "The client reads this and has until {last}. Nothing else follows before that day.",
        "goal_waits": "This goal is a proposal. Ask the client within {days} days whether it is right; until then it does not "
                      "count.",
        "goal_is_an_offer": "This client sets the goals. Present this one as an offer.",
        "goal_to_confirm": "Goal ({area}): ask whether the client agrees.",
        "plan_due": "Plan: make a plan together. It should be there within {days} working days.",
        "plan_to_sign": "Plan, version {version}: ask whether the client wants to sign it.",
        "plan_talk": "Plan, version {version}: you would look at it together again.",
        "promise": "Promise: {what}. We would do this on or before {last}.",
        "permission_ends": "Permission: {what}. It holds until {last}; talk in time about what comes next.",
        "withdrawal_to_tell": "Agreement withdrawn: {what}. Tell the client why, until when it still holds ({last}) and what "
                              "the client can do against it.",
        "agreement_withdrawn": "Agreement {seq} still holds until {last}. Tell the client, with the reason. The client can "
                               "object, and can have their own view put beside it (werkzaam entry correct).",
        "changes_before": "This client got another case manager {count} times before, {recent} of them in the last year.",
        "no_case_manager": "This client has no case manager. Appoint one.",
        "summary_missing": "Handover on {first}: write the summary first, together with the client.",
        "summary_to_confirm": "Summary: ask whether the client recognises it.",
        "handover_unread": "Handover: read the dossier before the first talk, so that the client need not tell the story again.",
        "review_stopped": "Now write down with werkzaam guidance which guidance comes.",
        "self_direction_review": "Self-direction since {since}: look back together after {months} months. Close it with outcome "
                                 "and ground (number {about}).",
        "guidance_to_change": "Self-direction stopped on {since}: write down which guidance there is now.",
        "stepping_stone_review": "A stepping stone since {since}: see together what the next step is (number "
                                 "{about}).",
        "question": "Question of {asked}: answer it. We promise that within {days} working days.",
        "question_to": "{owner} answers, by {by} at the latest.",
        "question_to_lead": "This client has no case manager. The team leader sees to an answer, by {by} at the latest.",
        "pressure_seen": "Thank you. Before {by} we look at how it can be better. You need not come any earlier.",
        "pressure_review": "The client finds contact {mark}: see how it can be different. This is no reason for an extra talk.",
        "druk_te_veel": "too much", "druk_goed": "right", "druk_te_weinig": "too little",
        "referral_made": "Ask by {by} how it went.",
        "referral_feedback": "Referred to {name} of {organisation}: ask how it went.",
        "doel_deeltijdwerk": "part-time work", "doel_eigen_bedrijf": "an own business", "doel_gezondheid": "health",
        "doel_mantelzorg": "informal care",
        "doel_meer_uren": "more hours of work", "doel_opleiding": "education", "doel_schulden": "solving debts",
        "doel_sociale_contacten": "meeting people", "doel_taal": "learning the language", "doel_uitstroom": "leaving bijstand",
        "doel_voltijdwerk": "full-time work", "doel_vrijwilligerswerk": "volunteering",
    },
}  # fmt: skip
