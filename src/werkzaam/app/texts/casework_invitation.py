# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a client's ladder of invitations, and the letter of each kind of step."""

from __future__ import annotations

PAGE = {
    "nl": {
        "title": "Hoe wij u uitnodigen",
        "title_of": "Persoon {person}. Regels: {part}.",
        "now": "Nu",
        "not_stated": "Nergens staat hoe wij u uitnodigen. Als u niet komt, volgt daar niets uit.",
        "resting_said": "U hebt gezegd dat u geen contact wilt, of u kwam niet. Wij laten u met rust tot {until}.",
        "resting_ours": (
            "U hebt gezegd dat u geen contact wilt. Wij laten u met rust tot {until}. De regels zeggen dit niet; maar"
            " er is ook niets dat er anders op volgt."
        ),
        "waiting": "Wij nodigden u uit op {day} ({step}). Er gebeurt niets tot wij weten of u er was.",
        "waiting_meet": (
            "Wij nodigden u uit op {day} ({step}). De afspraak is op {meet}. Er gebeurt niets tot wij weten of u er was."
        ),
        "came": "U was er op {day}. Deze uitnodigingen zijn klaar.",
        "over": "U was er niet op {day}. Er is geen stap meer. Wij wachten tot u ons belt.",
        "first": "Wij hebben u nog niet uitgenodigd. De eerste stap is: {step}.",
        "open": "U was er niet op {day} en wij hoorden niets. De stap die nu mag komen is: {step}. Dat doen wij uiterlijk {by}.",
        "open_measure": (
            "U was er niet op {day} en wij hoorden niets. Eerst kijkt een geschoolde collega met u wat er in de weg "
            "staat. Zonder dat kan er geen maatregel komen."
        ),
        "danger": "Een deskundige ziet gevaar. Daarom mogen wij contact zoeken, ook als u nee zei.",
        "steps": "De stappen, in deze volgorde",
        "done": "gedaan op {day}",
        "command": "Voor de klantmanager: deze stap heet {step}. Is de uitnodiging weg, schrijf dat dan op: "
        "werkzaam invite {person} --step {step} --meet DAG",
        "open_mark": "mag nu",
        "later": "kan nog niet",
        "never": "komt nooit vanzelf",
        "ends": "zo eindigt het",
        "not_possible": "Wat niet kan",
        "notice": "Bellen dat u niet komt, mag altijd, ook een uur van tevoren. Dan gaat u geen stap verder.",
        "no_skip": "Wij slaan geen stap over.",
        "no_measure": "Een maatregel bestaat in deze regels niet.",
        "measure_proposal": (
            "Een maatregel is nooit meer dan een voorstel. Iemand anders besluit erover, pas na alle stappen, en nadat een "
            "geschoolde collega keek wat er in de weg staat. Wie niet kan, krijgt geen maatregel."
        ),
        "respects": "Wilt u geen contact meer? Zeg het. Dan laten wij u {months} maanden met rust.",
        "asked": "Wat wij van u vragen",
        "nothing_asked": "De regels noemen niets.",
        "asked_of": "{duty}",
        "asked_hours": "{duty}: hoogstens {hours} uur per week",
        "asked_met": "{duty}: dit doet u al ({met})",
        "enforced": "Hier letten wij op.",
        "not_enforced": "Hier controleren wij niet op.",
        "able": "U kunt {hours} uur per week werken. Niemand vraagt meer. Wij kijken hier opnieuw naar op {review}.",
        "exempt": "U bent vrijgesteld tot wij er opnieuw naar kijken, op {review}. Reden: {because}",
        "does": "Wat u doet",
        "activity": "{what}",
        "activity_hours": "{what}, {hours} uur per week",
        "activity_ground": "Waarom deze uren: {ground}",
        "counts": "Dit telt mee.",
        "lapsed": "Wij vroegen te lang niet hoe het gaat. Daarom telt het nu niet mee. Dat is aan ons: wij bellen u.",
        "not_counted": "Dit telt in deze regels niet mee. U mag het natuurlijk blijven doen.",
        "source": "Bron: {source}",
        "tone": "Toon van de brief: {tone}. Bron: {source}",
        "tone_not_stated": "De bron zegt niets over de toon van de brief; de woorden zijn van ons. Bron: {source}",
    },
    "en": {
        "title": "How we invite you",
        "title_of": "Person {person}. Rules: {part}.",
        "now": "Now",
        "not_stated": "Nowhere is written how we invite you. If you do not come, nothing follows from it.",
        "resting_said": "You said that you do not want contact, or you did not come. We leave you in peace until {until}.",
        "resting_ours": (
            "You said that you do not want contact. We leave you in peace until {until}. The rules do not say this; "
            "but nothing else would follow either."
        ),
        "waiting": "We invited you on {day} ({step}). Nothing happens until we know whether you were there.",
        "waiting_meet": (
            "We invited you on {day} ({step}). The appointment is on {meet}. Nothing happens until we know whether "
            "you were there."
        ),
        "came": "You were there on {day}. These invitations are done.",
        "over": "You were not there on {day}. There is no step left. We wait until you call us.",
        "first": "We have not invited you yet. The first step is: {step}.",
        "open": ("You were not there on {day} and we heard nothing. The step that may come now is: {step}. We do that by {by}."),
        "open_measure": (
            "You were not there on {day} and we heard nothing. First a trained colleague looks with you at what "
            "stands in the way. Without that there can be no measure."
        ),
        "danger": "A professional sees danger. So we may seek contact, also if you said no.",
        "steps": "The steps, in this order",
        "done": "done on {day}",
        "command": "For the case manager: this step is called {step}. When the invitation went out, write that down: "
        "werkzaam invite {person} --step {step} --meet DAY",
        "open_mark": "may come now",
        "later": "not possible yet",
        "never": "never comes by itself",
        "ends": "this is how it ends",
        "not_possible": "What cannot happen",
        "notice": "You may always call to say that you cannot come, also an hour before. Then you do not go a step further.",
        "no_skip": "We skip no step.",
        "no_measure": "There is no measure in these rules.",
        "measure_proposal": (
            "A measure is never more than a proposal. Somebody else decides about it, only after all steps, and after a trained "
            "colleague looked at what stands in the way. Who cannot gets no measure."
        ),
        "respects": "Do you want no more contact? Say so. Then we leave you in peace for {months} months.",
        "asked": "What we ask of you",
        "nothing_asked": "The rules name nothing.",
        "asked_of": "{duty}",
        "asked_hours": "{duty}: at most {hours} hours a week",
        "asked_met": "{duty}: you do this already ({met})",
        "enforced": "We look at this.",
        "not_enforced": "We do not check this.",
        "able": "You are able to work {hours} hours a week. Nobody asks for more. We look at this again on {review}.",
        "exempt": "You are exempted until we look at it again, on {review}. Reason: {because}",
        "does": "What you do",
        "activity": "{what}",
        "activity_hours": "{what}, {hours} hours a week",
        "activity_ground": "Why these hours: {ground}",
        "counts": "This counts.",
        "lapsed": "We did not ask for too long how it goes. So it does not count now. That is up to us: we will call you.",
        "not_counted": "These rules do not count this. You may of course go on with it.",
        "source": "Source: {source}",
        "tone": "Tone of the letter: {tone}. Source: {source}",
        "tone_not_stated": "The source says nothing about the tone of the letter; the words are ours. Source: {source}",
    },
}

LETTER = {
    "nl": {
        "dear": "Beste {name},",
        "brief": "Ik maak graag kennis. We praten over hoe het gaat en over wat u belangrijk vindt. U mag iemand meenemen.",
        "again": "Misschien kwam het niet uit, of hebt u de vorige brief niet gezien. Dat kan gebeuren.",
        "brief_aangetekend": "Deze brief gaat aangetekend, zodat wij weten dat hij bij u aankomt.",
        "brief_aankondiging": (
            "Wat kan er gebeuren? Komt u weer niet, en horen wij niets, dan kan een collega een maatregel "
            "voorstellen. Dat gebeurt nooit vanzelf. Eerst kijkt een geschoolde collega met u wat er in de weg staat:"
            " gezondheid, schulden, zorg voor anderen, taal of somberheid. Staat er iets in de weg? Dan helpen wij "
            "daarmee, en komt er geen maatregel."
        ),
        "huisbezoek": (
            "Ik kom bij u langs omdat ik graag hoor hoe het gaat. {visit} U hoeft niet open te doen. Wilt u geen "
            "bezoek? Bel mij even, of zeg het aan de deur."
        ),
        "visit": "Ik kom voor {organisation}. Waarom: {ground}. Ik weet van u: {known}.",
        "contactdag": "Op de contactdag is er koffie. U ontmoet er mensen uit de buurt en u kunt vragen stellen.",
        "meet": "Wanneer: {day}{time}. Waar: {place}.",
        "time": " om {time}",
        "meet_open": "Ik bel u om samen een dag en een plek te kiezen.",
        "place_open": "dat spreken wij samen af",
        "at_home": "bij u thuis",
        "mandatory": "In onze gemeente hoort dit gesprek bij de bijstand.",
        "voluntary": "Komen mag, het moet niet.",
        "notice": "Kunt u niet? Bel mij gerust, ook kort van tevoren. Dan kiezen wij een andere dag.",
        "help": (
            "Is er iets waardoor komen lastig is? Denk aan ziekte, geldzorgen, zorg voor iemand, of de taal. Vertel "
            "het mij. Dan zoeken wij samen wat wel kan."
        ),
        "reach": "U kunt mij bellen: {phone}.",
        "regards": "Met vriendelijke groet,",
    },
    "en": {
        "dear": "Dear {name},",
        "brief": "I would like to meet you. We talk about how you are and about what matters to you. You may bring somebody.",
        "again": "Maybe it did not suit you, or you did not see the last letter. That can happen.",
        "brief_aangetekend": "This letter is registered, so that we know that it reaches you.",
        "brief_aankondiging": (
            "What can happen? If you do not come again, and we hear nothing, a colleague can propose a measure. That "
            "never happens by itself. First a trained colleague looks with you at what stands in the way: health, "
            "debts, care for others, language or depression. Does something stand in the way? Then we help with that,"
            " and there will be no measure."
        ),
        "huisbezoek": (
            "I come to see you because I would like to hear how you are. {visit} You need not open the door. Do you "
            "not want a visit? Just call me, or say so at the door."
        ),
        "visit": "I come for {organisation}. Why: {ground}. I know of you: {known}.",
        "contactdag": "At the contact day there is coffee. You meet people from the neighbourhood and you can ask questions.",
        "meet": "When: {day}{time}. Where: {place}.",
        "time": " at {time}",
        "meet_open": "I will call you to choose a day and a place together.",
        "place_open": "we will agree that together",
        "at_home": "at your home",
        "mandatory": "In our municipality this talk belongs to social assistance.",
        "voluntary": "You may come, you need not.",
        "notice": "Can you not come? Feel free to call me, also shortly before. Then we choose another day.",
        "help": (
            "Is there anything that makes it hard to come? Such as illness, worries about money, care for somebody, "
            "or the language. Tell me. Then we look together for what is possible."
        ),
        "reach": "You can call me: {phone}.",
        "regards": "Kind regards,",
    },
}
