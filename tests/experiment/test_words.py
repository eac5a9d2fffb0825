# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Words follow numbers: nothing is called significant without its test, n, p and adjustment, and nothing shown is said softly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Words
from werkzaam.experiment.two_groups import compare_shares
from werkzaam.experiment.words import (
    ALONE,
    Finding,
    Judged,
    finding,
    many_tests,
    number_text,
    overstatements,
    p_text,
    sentence,
    trend,
    whole_text,
)

WHAT, EXTRA, SELF = (
    Words("Uitstroom op T3", "Outflow at T3"),
    Words("extra aandacht", "extra attention"),
    Words("zelfregie", "self"),
)
UNIT, TEST = Words("procentpunt", "percentage points"), Words("z-toets", "z-test")


def judged(a: float, b: float, n: int) -> Judged:
    found = compare_shares(a, b, (n, n), 0.05)
    return Judged(found.difference, found.low, found.high, UNIT, (n, n), TEST, found.p, found.p, ALONE, 2.8 * found.error)


@pytest.mark.requirement("R-188")
def test_40_against_35_percent_of_171_has_its_p_and_not_the_word() -> None:
    found = judged(40, 35, 171)
    assert found.p == pytest.approx(0.34, abs=0.005)
    said = sentence(WHAT, EXTRA, SELF, found)
    for text in (said.nl, said.en):
        assert "significan" not in text
        assert "171" in text
    assert "p 0,34" in said.nl
    assert "p 0.34" in said.en


@pytest.mark.requirement("R-203")
def test_p_of_0_34_says_no_difference_shown() -> None:
    said = sentence(WHAT, EXTRA, SELF, judged(40, 35, 171))
    assert "geen verschil aangetoond" in said.nl
    assert "no difference shown" in said.en


def test_what_is_shown_has_the_word_with_all_that_belongs_to_it() -> None:
    said = sentence(WHAT, EXTRA, SELF, judged(64, 49, 171))
    assert "significant bij z-toets, 171 en 171 mensen, p 0,005" in said.nl
    assert "between 4.6 and 25.4" in said.en
    assert [*overstatements(said.nl), *overstatements(said.en)] == []


def test_the_adjusted_p_decides() -> None:
    found = judged(64, 49, 171)
    assert finding(found) is Finding.SHOWN
    assert finding(replace(found, adjusted=0.051)) is Finding.NOT_SHOWN
    assert finding(replace(found, adjusted=0.05)) is Finding.SHOWN
    assert finding(None) is Finding.TREND


def test_null_and_finding_take_as_many_lines() -> None:
    shown, null = sentence(WHAT, EXTRA, SELF, judged(64, 49, 171)), sentence(WHAT, EXTRA, SELF, judged(50, 49, 171))
    assert 0.8 < len(null.nl) / len(shown.nl) < 1.25
    assert null.nl.count("Kleinste verschil") == shown.nl.count("Kleinste verschil") == 1


def test_a_direction_is_said_to_be_untested() -> None:
    said = trend(WHAT, EXTRA, SELF, 1)
    assert "niet getoetst" in said.nl
    assert "higher" in said.en
    assert "lager" in trend(WHAT, EXTRA, SELF, -1).nl
    with pytest.raises(InputError, match="1 for higher"):
        trend(WHAT, EXTRA, SELF, 0)


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Het verschil is significant.", ["test, n, p, adjustment"]),
        ("Significantly more outflow (p = 0.03).", ["test, n, adjustment"]),
        ("Niet significant. Bij 171 en 171 mensen was p 0,34 (z-toets, Holm).", ["test, n, p, adjustment"]),
        ("Significant by z-test, 171 and 171 people, p 0.004, Holm 0.03.", []),
        ("Geen verschil aangetoond.", []),
    ],
)
def test_sentences_that_say_too_much_are_found(text: str, lacks: list[str]) -> None:
    assert [one.split("lacks: ")[1].rstrip(")") for one in overstatements(text)] == lacks


@pytest.mark.parametrize(
    "wrong",
    [{"p": 1.2}, {"adjusted": 0.001}, {"n": (0, 171)}, {"low": float("nan")}, {"difference": float("inf")}],
)
def test_a_comparison_that_cannot_be_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(InputError):
        replace(judged(40, 35, 171), **wrong)


@pytest.mark.requirement("R-190")
def test_40_tests_print_their_two_chance_findings_and_the_corrected_limit() -> None:
    said = many_tests(40)
    assert "gemiddeld 2 keer" in said.nl
    assert "2 findings by chance" in said.en
    assert "0.00125" in said.en
    with pytest.raises(InputError):
        many_tests(0)


def test_numbers_are_written_as_in_the_language() -> None:
    assert (number_text(-1.25, "nl", 2), number_text(-1.25, "en", 2), number_text(-0.04, "en")) == ("−1,25", "−1.25", "0")
    assert (p_text(0.3389, "nl"), p_text(0.0371, "en"), p_text(0.0001, "nl"), p_text(0.1, "en")) == (
        "0,34",
        "0.037",
        "< 0,001",
        "0.10",
    )
    assert (whole_text(1468, "nl"), whole_text(1468, "en")) == ("1.468", "1,468")
