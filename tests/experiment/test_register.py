# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The register: as little as needed, by pseudonym, and beside what people say."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from werkzaam.app.experiment.monitor import conflict_text, lock_in_text
from werkzaam.core.errors import InputError
from werkzaam.experiment.eligibility import Spell
from werkzaam.experiment.register import (
    MINIMUM,
    Conflict,
    Figure,
    PartTimer,
    Receipt,
    agreement,
    checked_spells,
    hours_class,
    linked,
    lock_in,
    minimised,
    on_benefit,
    pseudonym,
)

KEY = bytes(range(32))


@pytest.mark.requirement("R-175")
def test_spells_say_when_somebody_was_out_and_back_and_never_overlap() -> None:
    spells = checked_spells([Spell(date(2020, 4, 1)), Spell(date(2018, 1, 1), date(2019, 6, 30))])
    days = (date(2018, 1, 1), date(2019, 6, 30), date(2019, 7, 1), date(2020, 3, 31), date(2020, 4, 1), date(2030, 1, 1))
    assert [on_benefit(spells, day) for day in days] == [True, True, False, False, True, True]
    for other in (Spell(date(2019, 6, 30), date(2019, 7, 1)), Spell(date(2021, 1, 1))):
        with pytest.raises(InputError, match="p7 has spells on benefit that overlap"):
            checked_spells([*spells, other], "p7")


@pytest.mark.requirement("R-179")
def test_a_column_without_a_ground_is_dropped_and_reported() -> None:
    row = {"pseudonym": "ab", "benefit_from": "2018-01-01", "shoe_size": "42", "birth_country": "NL"}
    found = minimised([row, {**row, "remark": "x"}])
    assert found.rows == ({"pseudonym": "ab", "benefit_from": "2018-01-01"},) * 2
    assert found.dropped == ("shoe_size", "birth_country", "remark")
    kept = minimised([row], {"shoe_size": "uitkomst van deelonderzoek 3", "birth_country": " "})
    assert kept.rows[0]["shoe_size"] == "42"
    assert kept.dropped == ("birth_country",)
    assert {"benefit_type", "contact_on", "worked_at_start", "premium_cents", "exit_reason", "case_manager"} < set(MINIMUM)


@pytest.mark.requirement("R-180")
def test_files_are_linked_by_a_pseudonym_and_no_number_comes_out() -> None:
    numbers = {"123456782": "Samira Voorbeeld", "111222333": "Piet Voorbeeld"}
    names = {number: pseudonym(KEY, number) for number in numbers}
    survey = {names[number]: {"work": "yes"} for number in numbers}
    register = {names["123456782"]: {"benefit_from": "2018-01-01"}, pseudonym(KEY, "999"): {"benefit_from": "2017-01-01"}}
    pids = {name: f"{at:032x}" for at, name in enumerate(names.values())}
    found = linked(survey, register, pids)
    assert found == {f"{0:032x}": ({"work": "yes"}, {"benefit_from": "2018-01-01"})}
    for secret in (*numbers, *numbers.values(), *names.values()):
        assert secret not in repr(found)


def test_a_pseudonym_needs_the_key() -> None:
    assert pseudonym(KEY, " 123456782 ") == pseudonym(KEY, "123456782")
    assert pseudonym(KEY, "123456782") != pseudonym(bytes(32), "123456782")
    with pytest.raises(InputError, match="at least 32 bytes was expected; found 3"):
        pseudonym(b"abc", "123456782")
    with pytest.raises(InputError, match="it is empty"):
        pseudonym(KEY, " ")


@pytest.mark.requirement("R-181")
def test_two_sources_stand_side_by_side_with_their_definitions() -> None:
    one = Figure("register", "werkte naast bijstand bij de start", Fraction(61), 812, date(2019, 11, 30))
    other = Figure("survey", "zegt betaald werk te hebben", Fraction(64), 513, date(2019, 11, 30))
    found = Conflict(one, other)
    assert found.difference == -3
    text = conflict_text(found, "nl")
    for told in ("61", "812", "64", "513", "30 november 2019", one.definition, other.definition, "register", "vragenlijst"):
        assert told in text
    assert text.splitlines()[0].startswith("register")


@pytest.mark.requirement("R-107")
def test_reported_and_registered_receipt_are_compared() -> None:
    people = [Receipt(f"p{at}", reported=at >= 4, registered=at >= 2) for at in range(10)]
    found = agreement(people)
    assert (found.n, found.percent) == (10, 80)
    assert [one.person for one in found.differ] == ["p2", "p3"]
    assert all(one.registered and not one.reported for one in found.differ)


def test_amounts_are_compared_where_both_say_yes_and_silence_is_no_answer() -> None:
    same, less = Receipt("a", True, True, 5_000, 5_000), Receipt("b", True, True, 4_000, 5_000)
    found = agreement([same, less, Receipt("c", None, True), Receipt("d", True, True, None, 5_000)])
    assert (found.n, found.agree, found.differ_in_amount) == (3, 3, (less,))
    assert agreement([]).percent is None


@pytest.mark.requirement("R-105")
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_bunching_under_the_norm_stands_beside_exits_without_a_cause(lang: str) -> None:
    people = [PartTimer(f"p{at}", 100_000 - (5_000 if at < 30 else 5_001), 100_000, (0, 8, 16, 30)[at % 4], at % 5 == 0)
              for at in range(100)]  # fmt: skip
    found = lock_in(people)
    assert (found.just_under, found.percent) == (30, 30)
    assert found.exits == {"none": (25, 5), "1-15": (25, 5), "16-24": (25, 5), "over 24": (25, 5)}
    text = lock_in_text(found, lang)
    assert "30%" in text
    assert "1-15" in text
    assert "20%" in text
    for cause in ("doordat", "omdat", "daardoor", "leidt", "oorzaak van", "zorgt", "because", "leads", "therefore", "effect"):
        assert cause not in text


def test_hours_and_earnings_have_clear_edges() -> None:
    assert [hours_class(hours) for hours in (0, 1, 15, 16, 24, 25)] == ["none", "1-15", "1-15", "16-24", "16-24", "over 24"]
    at_norm = [PartTimer("p", earnings, 100_000, 8, False) for earnings in (100_000, 99_999, 95_000, 94_999)]
    assert lock_in(at_norm).just_under == 2
    assert lock_in([]).percent is None
