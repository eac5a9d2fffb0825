# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Guidance is read as it was meant, composed without guessing, and refused with file and key."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.regime.conftest import Folder
from werkzaam.casework.contacts import CHANNELS
from werkzaam.core.errors import InputError, RegimeError, UnknownName
from werkzaam.regime.guidance import FIELDS, Duty, Guidance, guidance_of_part
from werkzaam.regime.guidance_fields import SECTIONS
from werkzaam.regime.read import part_ids, read_regime, regime_ids
from werkzaam.regime.words import WORDS, word

ACTIONS = ("brief", "brief_aangetekend", "brief_aankondiging", "huisbezoek", "contactdag", "rust", "maatregel")
"""What `guidance.Step` says an action may be."""
WHOLE = """aard = "activering"
plicht = []
[begeleiding]
initiatief = "inwoner"
contacten_minstens = 1
contacten_hoogstens = 4
kanalen = ["telefoon", "huisbezoek"]
vaste_klantmanager = true
gesprek = { nl = "Hoe gaat het?", en = "How are you?" }
[plan]
verplicht = true
werkdagen = 5
[doelen]
doelstellingen = []
[uitnodiging]
verplicht = true
[[trede]]
code = "eerste"
doet = "brief"
zegt = { nl = "U bent welkom. Wegblijven kan gevolgen hebben.", en = "You are welcome. Staying away may have consequences." }
maatregel_genoemd = true
[[trede]]
code = "tweede"
doet = "maatregel"
zegt = { nl = "Een korting.", en = "A cut." }
[[resultaat]]
maat = { nl = "aan het werk", en = "at work" }
waarde = "12"
bewijs = "enquete"
[ruimte_in_de_wet]
artikelen = ["Pw 9:1:a"]
"""


def shipped(part: str) -> Guidance:
    found = guidance_of_part(part)
    assert found is not None
    return found


def read(folder: Folder, text: str) -> Guidance:
    found = folder.read(text).guidance
    assert found is not None
    return found


# -- reading -----------------------------------------------------------------------------------------


def test_every_section_is_read_as_it_stands(folder: Folder) -> None:
    found = read(folder, WHOLE)
    assert (found.part, found.source, found.nature) == ("proef", "raadsbesluit", "activering")
    assert (found.initiator, found.contacts_least, found.contacts_most, found.one_worker) == ("inwoner", 1, 4, True)
    assert found.channels == ("telefoon", "huisbezoek")
    assert found.conversation is not None
    assert (found.conversation.text("nl"), found.conversation.text("en")) == ("Hoe gaat het?", "How are you?")
    assert (found.plan_required, found.plan_signed, found.plan_working_days) == (True, None, 5)
    assert found.ladder is not None
    assert [(step.code, step.action, step.measure_said) for step in found.ladder.steps] == [
        ("eerste", "brief", True), ("tweede", "maatregel", None)]  # fmt: skip
    assert (found.ladder.mandatory, found.ladder.respects_no, found.ladder.tone) == (True, None, None)
    assert [(one.value, one.evidence, one.source) for one in found.results] == [("12", "enquete", "raadsbesluit")]
    assert found.needs_legal_room == ("Pw 9:1:a",)


def test_none_is_told_from_silence(folder: Folder) -> None:
    found = read(folder, WHOLE)
    assert (found.duties, found.targets, found.goals) == ((), (), ())
    assert [found.states(name) for name in ("duties", "targets", "goals", "one_worker", "enforced")] == [
        True, True, False, True, False]  # fmt: skip
    with pytest.raises(UnknownName, match="duty: guidance has no such field"):
        found.states("duty")


def test_every_field_of_guidance_can_be_written(folder: Folder) -> None:
    written = {name for section in SECTIONS.values() for name, _ in section.values()}
    assert written | {"nature", "period", "note", "doubts", "duties", "ladder", "results", "control"} == set(FIELDS)
    assert folder.read("").guidance is None


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('initiatief = "inwoner"', 'initiatief = "niemand"', "one of inwoner, klantmanager, gemeente, wijkteam was"),
        ("contacten_minstens = 1", 'contacten_minstens = "1"', "contacten_minstens: a whole number, 0 or more, was expected"),
        ("contacten_minstens = 1", "contacten_minstens = -1", "found -1"),
        ("contacten_minstens = 1", "contacten_minstens = true", "found True"),
        ("contacten_minstens = 1", "contacten_minsten = 1", "called 'contacten_minsten' here. Did you mean contacten_minstens"),
        ("contacten_minstens = 1", "contacten_minstens = 5", r"contacten_minstens \(5\) is more than contacten_hoogstens \(4\)"),
        ("vaste_klantmanager = true", "vaste_klantmanager = 1", "vaste_klantmanager: true or false was expected; found 1"),
        ('["telefoon"', '["telefoon", "telefoon"', "Something is named twice"),
        ('["telefoon"', '["telefon"', r"No kanaal is called 'telefon'. Did you mean telefoon"),
        ('kanalen = ["telefoon", "huisbezoek"]', 'kanalen = "telefoon"', "a list between square brackets"),
        (', en = "How are you?"', "", "a text in two languages"),
        ("werkdagen = 5", "werkdagen = 0", "a whole number, 1 or more, was expected; found 0"),
        ("verplicht = true\nwerkdagen", "verplicht = false\nwerkdagen", "plan.werkdagen is a term for a plan that is required"),
        ("doelstellingen = []", 'doelstellingen = [{ nl = "100", en = "100" }]', "doelstellingen need doelen.neveneffecten"),
        ("maatregel_genoemd = true\n", "", "The step tweede is a measure that no earlier step speaks of"),
        ("contacten_minstens = 1", "contacten_minstens = 366", "more than one each day of a year"),
        ('doet = "brief"', 'doet = "rust"', "The step tweede comes after rest"),
        ('code = "tweede"', 'code = "eerste"', "have the same code"),
        ('doet = "brief"', 'doet = "brieven"', r"No stap is called 'brieven'"),
        ('doet = "brief"\n', "", r"\[\[trede\]\] 1: doet is missing"),
        ('bewijs = "enquete"', 'bewijs = "gevoel"', r"No bewijs is called 'gevoel'"),
        ('waarde = "12"\n', "", "has neither waarde nor toelichting"),
        ('"Pw 9:1:a"', '"artikel 9"', "A law reference was expected"),
        ("plicht = []", 'plicht = ["werk_zoeken"]', r"plicht is a list of tables: write \[\[plicht\]\]"),
        ('aard = "activering"\n', "", "aard is missing"),
        ('aard = "activering"', 'aard = "activeren"', r"No aard is called 'activeren'. Did you mean activering"),
        ("[begeleiding]\n", "begeleiding = 3\n[gegevens]\n", r"begeleiding must be a table: write \[begeleiding\]"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_with_its_place(folder: Folder, old: str, new: str, says: str) -> None:
    assert old in WHOLE
    with pytest.raises(InputError, match=says) as refusal:
        folder.read(WHOLE.replace(old, new, 1))
    assert refusal.value.file is not None
    assert "proef.toml" in refusal.value.file


def test_a_measure_in_the_steps_of_a_regime_without_measures_is_refused(folder: Folder) -> None:
    with pytest.raises(InputError, match=r"A step \[\[trede\]\] is a measure, and maatregel.mogelijk is false"):
        folder.read(WHOLE + "[maatregel]\nmogelijk = false\n")


# -- composing ---------------------------------------------------------------------------------------


def test_parts_that_say_different_things_are_taken_together(folder: Folder) -> None:
    folder.part("een", 'aard = "begeleiding"\n[begeleiding]\ninitiatief = "inwoner"\n')
    folder.part("twee", 'aard = "begeleiding"\n[nazorg]\nduur_maanden = 6\n')
    folder.part("drie", "[premie]\ngeldt = false\n")
    found = read_regime(folder.town("dorp", "een", "twee", "drie")).guidance
    assert found is not None
    assert (found.part, found.initiator, found.months, found.contacts_least) == ("een, twee", "inwoner", 6, None)
    assert found.stated == {"initiator", "months"}


def test_goals_and_results_of_two_parts_that_guide_are_put_together(folder: Folder) -> None:
    goal = 'aard = "begeleiding"\n[doelen]\ndoelen = [{{ nl = "{0}", en = "{0}" }}]\n[nazorg]\n{1} = 6\n'
    folder.part("een", goal.format("werk", "maanden"))
    folder.part("twee", goal.format("rust", "duur_maanden"))
    found = read_regime(folder.town("dorp", "een", "twee")).guidance
    assert found is not None
    assert [one.nl for one in found.goals] == ["werk", "rust"]


def test_two_parts_that_state_the_same_are_refused_and_both_named(folder: Folder) -> None:
    folder.part("een", 'aard = "begeleiding"\n[begeleiding]\ninitiatief = "inwoner"\n')
    folder.part("twee", 'aard = "begeleiding"\n[begeleiding]\ninitiatief = "klantmanager"\n')
    with pytest.raises(RegimeError, match="Guidance is stated twice: initiator in een and in twee"):
        read_regime(folder.town("dorp", "een", "twee"))


def test_a_part_that_only_tells_or_settles_wages_guides_nobody(folder: Folder) -> None:
    folder.part("een", 'aard = "loonregel"\n[doelgroep]\nvrijwillig = true\n')
    folder.part("twee", 'aard = "verrekening"\n[[plicht]]\ncode = "inkomen_melden"\n')
    assert read_regime(folder.town("dorp", "een", "twee")).guidance is None


def test_a_part_that_does_not_hold_in_the_towns_months_does_not_guide_there(folder: Folder) -> None:
    folder.part("een", 'aard = "begeleiding"\n[begeleiding]\ninitiatief = "inwoner"\n', dates='tot = "2020-12"')
    assert read_regime(folder.town("dorp", "een")).guidance is None


def test_guidance_changes_the_digest_and_not_that_of_the_choices(folder: Folder) -> None:
    money = "[premie]\ngeldt = false\n"
    plain, guided = folder.regime(money), folder.regime('aard = "begeleiding"\n[begeleiding]\ncontacten_minstens = 1\n' + money)
    other = folder.regime('aard = "begeleiding"\n[begeleiding]\ncontacten_minstens = 2\n' + money)
    assert len({plain.digest, guided.digest, other.digest}) == 3
    assert plain.digest == plain.choices_digest == guided.choices_digest == other.choices_digest


def test_the_content_is_what_is_asked_and_offered() -> None:
    arms = [shipped(f"ams_{arm}") for arm in ("comparison", "extra_attention", "self_direction")]
    assert len({each.content for each in arms}) == 3
    assert replace(arms[0], part="elders", source="krant", results=()).content == arms[0].content
    assert [(each.caseload_least, each.caseload_most, each.one_worker) for each in arms] == [
        (None, 300, False), (50, 60, True), (50, 60, True)]  # fmt: skip


# -- what ships --------------------------------------------------------------------------------------


def test_the_town_regimes_have_the_guidance_of_their_part() -> None:
    found = {ident: read_regime(ident).guidance for ident in regime_ids()}
    parts = {ident: one.part for ident, one in found.items() if one is not None}
    assert parts["amsterdam_2018_zelfregie"] == "ams_self_direction"
    assert parts["rotterdam_tegenprestatie"] == "rot_taskforce"
    assert parts["stockholm_jobbtorg"] == "sto_jobbtorg"
    assert found["amsterdam_2018"] is None
    places = {read_regime(ident).municipality for ident in parts}
    assert places >= {
        "Amsterdam", "Rotterdam", "Leeuwarden", "Utrecht", "Tilburg", "Deventer", "Nijmegen", "Groningen", "Wageningen",
        "Stockholm", "Bremen",
    }  # fmt: skip


@pytest.mark.requirement("R-038")
def test_in_self_direction_seeking_work_is_a_duty_that_is_not_enforced() -> None:
    found = shipped("ams_self_direction")
    assert Duty("werk_zoeken", enforced=False) in found.duties
    assert found.enforced is not None
    assert "Not actively checked or enforced" in found.enforced.en
    assert word("plicht", "werk_zoeken", "en") == "seek work"


@pytest.mark.requirement("R-234")
def test_what_wageningen_earned_back_is_its_own_statement() -> None:
    cost = next(one for one in shipped("wag_stimulation_programme").results if one.metric.en == "cost of the guidance")
    assert word("bewijs", cost.evidence, "en") == "own statement"
    assert cost.note is not None
    assert "earned back" in cost.note.en


@pytest.mark.requirement("R-231")
def test_whoever_has_targets_names_what_they_do_beside_them() -> None:
    every = [shipped(part) for part in part_ids() if guidance_of_part(part) is not None]
    targeted = [one for one in every if one.targets]
    assert {one.part for one in targeted} == {"ams_comparison", "lee_neighbourhood_teams", "rot_taskforce", "sto_jobbs"}
    assert all(one.target_effects for one in targeted)
    assert "creaming" in targeted[0].target_effects[0].en
    assert "ticking off" in shipped("rot_taskforce").target_effects[0].en


@pytest.mark.requirement("R-274")
def test_full_release_needs_room_in_the_law_and_self_direction_does_not() -> None:
    assert shipped("idea_full_release").needs_legal_room[0] == "Pw 9:1:a"
    assert not shipped("ams_self_direction").needs_legal_room
    assert shipped("idea_full_release").duties == ()
    assert shipped("idea_full_release").states("duties")


def test_the_jobbtorg_wants_a_plan_in_five_days_and_self_direction_none() -> None:
    assert (shipped("sto_jobbtorg").plan_required, shipped("sto_jobbtorg").plan_working_days) == (True, 5)
    assert (shipped("ams_self_direction").plan_required, shipped("ams_self_direction").states("plan_required")) == (None, False)


def test_working_on_debts_counts_in_rotterdam_and_not_in_leeuwarden() -> None:
    assert {"schulden", "eigen_problemen", "vrijwilligerswerk", "mantelzorg"} <= set(shipped("rot_taskforce").activities)
    assert "schulden" not in shipped("lee_neighbourhood_teams").activities


def test_the_ladders_of_rotterdam_and_amsterdam_end_otherwise() -> None:
    rotterdam, amsterdam = shipped("rot_taskforce").ladder, shipped("ams_vitamine_a").ladder
    assert rotterdam is not None
    assert amsterdam is not None
    assert [step.action for step in rotterdam.steps] == ["brief", "brief_aangetekend", "brief_aankondiging", "maatregel"]
    assert [step.action for step in amsterdam.steps] == ["brief", "brief", "huisbezoek", "rust"]
    assert (rotterdam.mandatory, amsterdam.mandatory, amsterdam.respects_no) == (True, False, True)


def test_every_code_has_words_in_two_languages_and_is_used() -> None:
    assert all(said.nl and said.en for words in WORDS.values() for said in words.values())
    every = [shipped(part) for part in part_ids() if guidance_of_part(part) is not None]
    used = {
        "kanaal": {code for one in every for code in one.channels}, "plaats": {code for one in every for code in one.places},
        "plicht": {duty.code for one in every for duty in one.duties},
        "activiteit": {code for one in every for code in one.activities},
        "instrument": {code for one in every for code in one.instruments},
        "stap": {step.action for one in every if one.ladder for step in one.ladder.steps},
        "bewijs": {result.evidence for one in every for result in one.results}, "aard": {one.nature for one in every},
    }  # fmt: skip
    assert [f"{kind} {code}" for kind, words in WORDS.items() for code in words if code not in used[kind]] == []
    with pytest.raises(UnknownName, match="No plicht is called 'slapen'"):
        word("plicht", "slapen", "nl")


def test_a_channel_of_a_contact_is_a_channel_of_guidance_and_steps_are_words() -> None:
    assert set(CHANNELS) < set(WORDS["kanaal"])
    assert set(ACTIONS) == set(WORDS["stap"])


def test_no_part_that_ships_means_no_guidance() -> None:
    assert guidance_of_part("nl_norm_details") is None
    assert guidance_of_part("amsterdam_2018") is None
    assert guidance_of_part("nergens") is None
