# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The rest of the words of casework_refusals: why a form of a dossier was refused, by what the rule itself says."""

from __future__ import annotations

MORE: tuple[tuple[str, dict[str, str]], ...] = (
    (r"cannot be put right: no ", {
        "nl": "Dit nummer kunt u hier niet rechtzetten. Kijk in het dossier welk nummer u bedoelt.",
        "en": "This number cannot be put right here. See in the dossier which number you mean."}),
    (r"is not what you said yourself about hours", {
        "nl": "Dit heeft iemand anders opgeschreven. Schrijf er een nieuwe regel naast.",
        "en": "Somebody else wrote this. Write a new line beside it."}),
    (r"a day within a year of (?P<day>[-\d]+) was expected", {
        "nl": "Kies een laatste dag binnen een jaar na {day}.",
        "en": "Choose a last day within a year of {day}."}),
    (r"dag: a day from (?P<first>[-\d]+) to (?P<last>[-\d]+) was expected", {
        "nl": "Kies een dag van {first} tot en met {last}.",
        "en": "Choose a day from {first} to {last}."}),
    (r"a day up to (?P<day>[-\d]+) was expected", {
        "nl": "Kies een dag tot en met {day}.",
        "en": "Choose a day up to {day}."}),
    (r"the client can do (?P<hours>\d+) hours a week", {
        "nl": "Deze inwoner kan {hours} uur per week aan. Vul niet meer in.",
        "en": "This client is able to do {hours} hours a week. Fill in no more."}),
    (r"asks at most (?P<hours>\d+) hours a week", {
        "nl": "Deze begeleiding vraagt hoogstens {hours} uur per week.",
        "en": "This guidance asks {hours} hours a week at most."}),
    (r"say from whom the person wants aftercare", {
        "nl": "Kies van wie de inwoner nazorg wil.",
        "en": "Choose from whom the client wants aftercare."}),
    (r"an independent body gets how to reach the person", {
        "nl": "Nazorg door een ander? Vul in hoe de inwoner te bereiken is en wat die wil. Vraag het eerst.",
        "en": "Aftercare by others? Fill in how to reach the client and what they want. Ask first."}),
    (r"^(?P<who>.+) is away from (?P<first>[-\d]+) to (?P<last>[-\d]+)", {
        "nl": "{who} is er niet van {first} tot en met {last}. Kies een andere dag of iemand anders.",
        "en": "{who} is away from {first} to {last}. Choose another day, or somebody else."}),
    (r"^(?P<who>.+) is not in service on that day", {
        "nl": "{who} werkt hier dan niet. Kies een andere dag of iemand anders.",
        "en": "{who} does not work here then. Choose another day, or somebody else."}),
    (r"^(?P<who>.+): nobody of that name works here", {
        "nl": "{who} werkt hier niet. Kies iemand die hier werkt.",
        "en": "{who} does not work here. Choose somebody who does."}),
    (r"colleagues are only told what the client agreed to", {
        "nl": "Collega's horen alleen wat de inwoner goed vindt. Vraag het eerst.",
        "en": "Colleagues hear only what the client agreed to. Ask first."}),
    (r"plan the coaching first", {
        "nl": "Schrijf eerst op hoeveel keer u meereist of met collega's praat. Dan is te zien hoe het gaat.",
        "en": "First write how often you travel along or talk with colleagues. Then it can be seen how it goes."}),
    (r"say how many trips or talks with colleagues", {
        "nl": "Vul in hoe vaak u meereist of met collega's praat.",
        "en": "Fill in how many trips or talks with colleagues were agreed."}),
    (r"soort: one of (?P<known>.+) was expected", {
        "nl": "Kies een van deze soorten: {known}.",
        "en": "Choose one of these kinds: {known}."}),
    (r"a year up to (?P<year>\d+) was expected", {
        "nl": "Kies een jaar tot en met {year}.",
        "en": "Choose a year up to {year}."}),
    (r"language is asked for with its hours", {
        "nl": "Vul bij taal in hoeveel uur per week het is, en waar.",
        "en": "For language, fill in the hours a week, and where it is given."}),
    (r"an employer pays a part; say which", {
        "nl": "De werkgever betaalt mee. Vul in welke werkgever.",
        "en": "An employer pays a part. Fill in which one."}),
    (r"say why in words that the client can check", {
        "nl": "Schrijf op waarom, zodat de inwoner het kan nagaan.",
        "en": "Write why, in words that the client can check."}),
    (r"a request is not granted on one of", {
        "nl": "Kies waarom het niet kan. Dat er geen baan is beloofd, telt niet als reden.",
        "en": "Choose why it cannot be granted. That no job is promised is no reason."}),
    (r"more than this was granted on (?P<day>[-\d]+)", {
        "nl": "Op {day} is meer toegezegd. Laat het zo, of trek het in en zeg het op tijd.",
        "en": "On {day} more was granted. Leave it, or take it back and say so in time."}),
    (r"only what was granted can be taken back", {
        "nl": "Dit was niet toegezegd, dus u kunt het niet intrekken.",
        "en": "This was not granted, so it cannot be taken back."}),
    (r"a client who was promised this is told at least (?P<days>\d+) days", {
        "nl": "De inwoner hoort dit {days} dagen voor het stopt. Vul beide dagen in.",
        "en": "The client hears this {days} days before it stops. Fill in both days."}),
    (r"say what the town pays", {
        "nl": "Vul in wat de gemeente betaalt.",
        "en": "Fill in what the town pays."}),
    (r"€ (?P<amount>[\d.,]+) of the year's budget can go to this", {
        "nl": "Voor dit jaar is hiervoor nog € {amount}. Schrijf op waarom het meer is.",
        "en": "This year € {amount} is left for this. Write why it is more."}),
    (r"€ (?P<amount>[\d.,]+) more than it costs", {
        "nl": "Dit is € {amount} meer dan het kost. Vul minder in.",
        "en": "This is € {amount} more than it costs. Fill in less."}),
    (r"€ (?P<amount>[\d.,]+) of the cost is paid by nobody yet", {
        "nl": "Over € {amount} is nog niet gezegd wie het betaalt. Zoek een werkgever of een fonds, schrijf op "
              "waarom u meer betaalt, of zeg een deel toe.",
        "en": "Nobody pays € {amount} of it yet. Find an employer or a fund, write why you pay more, or grant a "
              "part."}),
    (r"cents are promised for something of", {
        "nl": "Er is meer toegezegd dan het kost. Vul minder in.",
        "en": "More is promised than it costs. Fill in less."}),
    (r": (?P<least>\d+) or more was expected", {
        "nl": "Vul {least} of meer in.",
        "en": "Fill in {least} or more."}),
    (r": (?P<most>\d+) or less was expected", {
        "nl": "Vul {most} of minder in.",
        "en": "Fill in {most} or less."}),
    (r"a mark is never shown to the one it is for", {
        "nl": "Een cijfer is nooit te zien voor wie het krijgt. Laat de inwoner of een ander het opschrijven.",
        "en": "A mark is never shown to the one it is for. Let the client, or somebody else, write it down."}),
    (r"stappen: whole hours a week up to (?P<most>\d+)", {
        "nl": "Schrijf hele uren per week op, hoogstens {most}, zoals 4,8,12,16.",
        "en": "Write whole hours a week, {most} at most, such as 4,8,12,16."}),
    (r"hours above zero were expected", {
        "nl": "Vul een aantal uren boven nul in.",
        "en": "Fill in hours above zero."}),
    (r"each step has more hours than the one before", {
        "nl": "Elke stap heeft meer uren dan de stap ervoor.",
        "en": "Each step has more hours than the one before."}),
    (r"can or wants to work (?P<hours>\d+) hours a week at most", {
        "nl": "De inwoner kan of wil hoogstens {hours} uur per week werken. Laat de stappen daar eindigen.",
        "en": "The client can or wants to work {hours} hours a week at most. End the steps there."}),
    (r"say the hours step by step", {
        "nl": "Schrijf de uren per stap op, zoals 4,8,12,16, of vul alleen de wens in.",
        "en": "Write the hours step by step, such as 4,8,12,16, or only the wish."}),
    (r"not a goal that is known here", {
        "nl": "Dit doel kennen wij niet. Kies er een uit de lijst.",
        "en": "This goal is not known. Choose one of the list."}),
    (r"A home visit has a purpose and a ground", {
        "nl": "Schrijf eerst op waar het huisbezoek voor is, en dat de inwoner dat weet.",
        "en": "First write what the home visit is for, and that the client was told."}),
    (r"is no step of .+ The steps are, in this order: (?P<known>.+)\.$", {
        "nl": "Deze stap is er niet. De stappen zijn, op volgorde: {known}.",
        "en": "There is no such step. The steps are, in this order: {known}."}),
    (r"A measure is no invitation", {
        "nl": "Een maatregel is geen uitnodiging. U kunt die alleen voorstellen.",
        "en": "A measure is no invitation. It can only be proposed."}),
    (r"asks nothing of anybody", {
        "nl": "Deze stap vraagt niets. De inwoner wordt dan met rust gelaten.",
        "en": "This step asks nothing. The client is left in peace then."}),
    (r"waar: one of (?P<known>.+) was expected", {
        "nl": "Kies een van deze plekken: {known}.",
        "en": "Choose one of these places: {known}."}),
    (r"A proposal waits for a decision already", {
        "nl": "Er wacht al een voorstel op een besluit. Wacht daarop, of trek het in.",
        "en": "A proposal waits for a decision already. Wait for it, or withdraw it."}),
    (r"Proposal \d+ was decided or withdrawn before", {
        "nl": "Over dit voorstel is al besloten, of het is ingetrokken.",
        "en": "This proposal was decided or withdrawn before."}),
    (r"^(?P<who>.+) decides about proposal", {
        "nl": "{who} beslist over dit voorstel.",
        "en": "{who} decides about this proposal."}),
    (r"you are here as ", {
        "nl": "In uw rol kunt u dit niet opschrijven. Vraag een collega die dat mag.",
        "en": "You cannot write this in your role. Ask a colleague who may."}),
    (r"placements led to no contract", {
        "nl": "Eerdere plaatsingen gaven geen contract. Vraag deze werkgever eerst op papier om een contract, of "
              "vraag de teamleider.",
        "en": "Earlier placements led to no contract. Ask this employer for a contract on paper first, or ask the "
              "team leader."}),
    (r"a contract of at least (?P<months>\d+) months follows", {
        "nl": "Na een plaatsing volgt een contract van minstens {months} maanden. Anders schrijft u op waarom niet.",
        "en": "A contract of at least {months} months follows a placement. Otherwise write why not."}),
    (r"the number of a goal that holds was expected", {
        "nl": "Dit is geen nummer van een doel dat nog geldt. De nummers staan in het dossier.",
        "en": "This is no number of a goal that holds. The numbers stand in the dossier."}),
    (r"somebody else decides on a complaint", {
        "nl": "Dit gaat over hoe u iemand behandelde. Een ander beslist hierover.",
        "en": "This is about how you treated somebody. Somebody else decides on it."}),
    (r"is before the person left", {
        "nl": "Deze dag ligt voor de dag waarop de inwoner uit de bijstand ging.",
        "en": "This day is before the client left bijstand."}),
    (r"guidance goes on or stops", {
        "nl": "Kies of de begeleiding doorgaat of stopt.",
        "en": "Choose whether the guidance goes on or stops."}),
    (r"self-direction goes on by", {
        "nl": "Kies waarom de inwoner zelf de regie houdt.",
        "en": "Choose why self-direction goes on."}),
    (r"hears the ground at the visit at the latest \((?P<day>[-\d]+)\)", {
        "nl": "De inwoner hoort waarom u komt, op zijn laatst bij het bezoek op {day}.",
        "en": "The client hears why you come, at the visit on {day} at the latest."}),
    (r"a visit to control is approved by somebody else", {
        "nl": "Een ander keurt dit bezoek goed. Vul in wie dat deed.",
        "en": "Somebody else approves this visit. Fill in who did."}),
    (r"made or planned on (?P<day>[-\d]+) on the same ground", {
        "nl": "Om deze reden was er al een bezoek op {day}. Een nieuw bezoek vraagt een nieuwe reden.",
        "en": "There was a visit for this reason on {day} already. A new visit asks for a new reason."}),
    (r"its outcome is written in the same capacity", {
        "nl": "Wie het bezoek plande, schrijft op wat eruit kwam.",
        "en": "Who planned the visit writes what came of it."}),
    (r"The outcome of visit \d+ was written before", {
        "nl": "Wat uit dit bezoek kwam, staat er al. Zet die regel recht als die niet klopt.",
        "en": "What came of this visit stands there already. Put that line right if it is wrong."}),
    (r"its outcome is written when it has been", {
        "nl": "Het bezoek moet nog komen. Schrijf daarna op wat eruit kwam.",
        "en": "The visit is still to come. Write what came of it afterwards."}),
    (r"pushes paid work aside", {
        "nl": "Deze plek komt in de plaats van betaald werk. Vraag om een contract.",
        "en": "This place pushes paid work aside. Ask for a contract."}),
    (r"unpaid places in (?P<months>\d+) months", {
        "nl": "Er waren al veel plekken zonder loon in {months} maanden. Schrijf op naar welk betaald werk eerst is"
              " gezocht.",
        "en": "There were many unpaid places in {months} months already. Write which paid work was looked for "
              "first."}),
    (r"no part of a regime is called (?P<part>\S+)\. ", {
        "nl": "Deze begeleiding kennen wij niet: {part}. De namen staan op de pagina met alle regimes.",
        "en": "We do not know this guidance: {part}. The names stand on the page with all regimes."}),
    (r"not a field of ", {
        "nl": "Dit veld hoort niet bij dit formulier. Open het formulier opnieuw.",
        "en": "This field is not of this form. Open the form again."}),
    (r": .+ was expected; found ", {
        "nl": "Vul hier iets anders in. Zo kunnen wij het niet lezen.",
        "en": "Fill in something else here. We cannot read this."}),
)  # fmt: skip
"""Looked at after those of casework_refusals; the last ones fit many messages, so that a rule's own comes first."""
