# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is said of a design before it starts: what it can never show, what chance brings, what cannot be, and where it is weak."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from werkzaam.app.experiment.design_file import shipped_file
from werkzaam.app.experiment.design_words import Described, answer_text, describe, look_at, sentence
from werkzaam.core.errors import UnknownName
from werkzaam.experiment.check import Message, answer, chance_findings, exceeds, implausible, messages
from werkzaam.experiment.design import Condition
from werkzaam.regime.guidance import Guidance, guidance_of_part

SEEN = look_at(shipped_file("amsterdam_2018"))


def said(seen: Described = SEEN) -> dict[str, Message]:
    """The messages of a design by code and subject."""
    return {str(message): message for message in seen.messages}


@pytest.mark.requirement("R-022")
def test_an_element_that_is_equal_for_all_arms_is_said_to_have_no_effect_to_find() -> None:
    assert SEEN.design.equal[0] == "premium"
    message = said()["effect_not_identifiable(premium)"]
    assert "says nothing about its effect" in sentence(message, SEEN.design, "en")
    assert "zegt dus niets over het effect" in sentence(message, SEEN.design, "nl")


@pytest.mark.requirement("R-193")
def test_the_premium_effect_is_not_identifiable_and_the_answer_says_why() -> None:
    found = answer("premium", SEEN.design, SEEN.regimes, SEEN.guidance)
    assert (found.identifiable, found.reason) == (False, "equal")
    text = answer_text(found, "en")
    assert text.startswith("Not identifiable: premium is equal for all arms")
    assert "There is no arm without it" in text


def test_what_differs_alone_can_be_estimated_and_what_differs_with_more_cannot() -> None:
    assert answer("norm", SEEN.design, SEEN.regimes, SEEN.guidance).reason == "alike"
    assert answer("guidance", SEEN.design, SEEN.regimes, SEEN.guidance).identifiable
    outside = look_at(shipped_file("amsterdam_2018")).regimes | {
        "comparison": replace(SEEN.regimes["comparison"], stated=SEEN.regimes["comparison"].stated[:-2])
    }
    free = replace(SEEN.design, equal=())
    mixed = answer("guidance", free, outside, SEEN.guidance)
    assert (mixed.identifiable, mixed.reason) == (False, "together")
    assert answer(mixed.others[0], free, outside, SEEN.guidance).others == ("guidance",)
    with pytest.raises(UnknownName, match=r"No element of a regime is called 'coffee'\. Known are: settlement"):
        answer("coffee", SEEN.design, SEEN.regimes, SEEN.guidance)


@pytest.mark.requirement("R-190")
def test_forty_tests_bring_two_findings_by_chance() -> None:
    found = chance_findings(40)
    assert (found.expected, found.threshold) == (2, Fraction(1, 800))
    families = tuple(
        replace(family, outcomes=family.outcomes[:4], contrasts=family.contrasts[:2]) for family in SEEN.design.families
    )
    many = replace(SEEN.design, families=families[:1] * 5, subgroups=())
    message = next(each for each in messages(many, SEEN.regimes, SEEN.guidance) if each.code == "chance_findings")
    assert message.about == "40"
    assert "chance alone brings 2 findings at 5 percent" in sentence(message, many, "en")
    assert said()["chance_findings(51)"].values["expected"] == Fraction(51, 20)


@pytest.mark.requirement("R-012")
def test_a_share_that_would_be_more_people_than_there_are_is_warned_of() -> None:
    (warning,) = exceeds("work = yes", enrolled=5250, share=0.61, population=40300, population_share=0.07)
    assert "3,203 exceeds 2,821" in sentence(warning, SEEN.design, "en")
    assert "dit er 3.203 zijn" in sentence(warning, SEEN.design, "nl")
    assert not list(exceeds("work = yes", 5250, 0.27, 40300, 0.07))


def test_the_assumptions_of_a_design_are_held_against_the_population() -> None:
    assert SEEN.assumed is not None
    assert not list(implausible(SEEN.design, SEEN.assumed))
    wrong = replace(SEEN.assumed, shares={**SEEN.assumed.shares, "work": (0.39, 0.61)})
    (warning,) = implausible(SEEN.design, wrong)
    assert (warning.about, warning.values["found"], warning.values["most"]) == ("work = yes", 3203, 2821)
    assert str(warning) in {str(each) for each in messages(SEEN.design, SEEN.regimes, SEEN.guidance, wrong)}
    assert not list(implausible(SEEN.design, replace(wrong, population=None)))


@pytest.mark.requirement("R-020")
def test_the_three_arms_have_a_protocol_as_data() -> None:
    """Self-direction has a minimum of one contact a year and the client takes the first step; extra attention has no maximum."""
    self_direction, extra = SEEN.guidance["self_direction"], SEEN.guidance["extra_attention"]
    assert isinstance(self_direction, Guidance)
    assert isinstance(extra, Guidance)
    assert (self_direction.contacts_least, self_direction.initiator) == (1, "inwoner")
    assert extra.contacts_most is None
    for guidance in SEEN.guidance.values():
        assert guidance is not None
        assert guidance.frequency_by
        assert guidance.duties
        assert guidance.enforced


@pytest.mark.requirement("R-274")
def test_an_arm_that_needs_room_in_the_law_lists_the_articles_and_the_others_none() -> None:
    release = guidance_of_part("idea_full_release")
    assert release is not None
    assert release.needs_legal_room
    freed = replace(SEEN, guidance={**SEEN.guidance, "self_direction": release})
    assert "needs room in the law: art. 9(1)(a) Participatiewet, art. 9(1)(b) Participatiewet" in describe(freed, "en")
    assert "first step: not stated; contacts a year: not stated; how often is decided by: not stated" in describe(freed, "en")
    assert "room in the law" not in describe(SEEN, "en")


def test_arms_that_are_guided_alike_on_paper_are_pointed_out() -> None:
    twins = {**SEEN.guidance, "self_direction": SEEN.guidance["comparison"]}
    found = {str(each) for each in messages(SEEN.design, SEEN.regimes, twins)}
    assert "same_guidance(self_direction, comparison)" in found
    missing = messages(SEEN.design, SEEN.regimes, {**SEEN.guidance, "comparison": None})
    assert "no_protocol(comparison)" in {str(each) for each in missing}
    assert not any(each.code == "same_guidance" for each in missing)


def test_small_groups_and_people_left_out_of_the_draw_are_named() -> None:
    found = said()
    single = found["underpowered(work_t3, single_men)"]
    assert round(float(str(single.values["people"]))) == 34
    assert "found in only 14% of cases" in sentence(single, SEEN.design, "en")
    assert "33.3 pp" in sentence(single, SEEN.design, "en")
    assert "812 of 5,250 drawn" in sentence(found["not_drawn(4438)"], SEEN.design, "en")
    better = said(look_at(shipped_file("amsterdam_iedereen")))
    assert not any(name.startswith(("not_drawn", "underpowered(outflow")) for name in better)


def test_outcomes_that_nobody_judges_and_rules_of_display_are_named() -> None:
    main = SEEN.design.families[:1]
    alone = replace(SEEN.design, families=main, subgroups=(replace(SEEN.design.subgroups[0], outcomes=("care_t3",)),))
    found = {str(each): each for each in messages(alone, SEEN.regimes, SEEN.guidance)}
    assert {"not_judged(care_t3)", "subgroup_without_test(men_with_migration_background)"} <= found.keys()
    assert "confirming_is_no_control(men_with_migration_background)" in found
    everybody = replace(alone, subgroups=(replace(alone.subgroups[0], confirm=(), condition=Condition({})),))
    assert not any(each.code == "confirming_is_no_control" for each in messages(everybody, SEEN.regimes, SEEN.guidance))


@pytest.mark.requirement("R-248")
def test_a_design_of_two_years_is_warned_of_late_effects() -> None:
    two_years = replace(SEEN.design, end=date(2020, 1, 1))
    (warning,) = [one for one in messages(two_years, SEEN.regimes, SEEN.guidance) if one.code == "too_short"]
    assert (warning.about, warning.values) == ("24", {"months": 24, "least": 36})
    assert "late effects would not be seen. Take 36 months or more" in sentence(warning, two_years, "en")
    assert "late effecten zijn dan niet te zien. Neem 36 maanden" in sentence(warning, two_years, "nl")
    for end, warned in ((date(2020, 12, 1), True), (date(2021, 1, 1), False)):
        codes = {one.code for one in messages(replace(SEEN.design, end=end), SEEN.regimes, SEEN.guidance)}
        assert ("too_short" in codes) is warned
    assert "too_short(38)" not in said()
