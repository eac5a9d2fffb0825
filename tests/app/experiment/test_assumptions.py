# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is expected of a design is read strictly, and what was published of its waves agrees with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from werkzaam.app.experiment.assumptions_file import assumptions_beside, read_assumptions
from werkzaam.app.experiment.design_file import shipped_design, shipped_file, shipped_names
from werkzaam.app.experiment.published_waves import published_waves
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month

DESIGN = shipped_design("amsterdam_2018")
TEXT = assumptions_beside(shipped_file("amsterdam_2018")).read_text(encoding="utf-8")


@pytest.mark.requirement("R-163")
def test_the_waves_have_their_published_periods_people_and_target() -> None:
    published = published_waves()
    assert [(name, wave.people, wave.group) for name, wave in published.items()] == [
        ("T0", 812, "all_participants"), ("T1", 625, "all_participants"), ("T2", 547, "all_participants"),
        ("T3", 513, "all_participants")]  # fmt: skip
    assert {wave.id: (wave.first, wave.last, wave.voucher) for wave in DESIGN.waves} == {
        name: (wave.first, wave.last, wave.voucher) for name, wave in published.items()
    }
    assert (published["T3"].first, published["T3"].last) == (Month.of(2022, 2), Month.of(2022, 7))
    assert published["T2"].rows == ("waves-003", "waves-020")


@pytest.mark.parametrize("name", shipped_names())
def test_the_shipped_assumptions_have_the_published_answers(name: str) -> None:
    design = shipped_design(name)
    assumed = read_assumptions(assumptions_beside(shipped_file(name)), design)
    for wave, found in published_waves().items():
        assert {round(812 * share) for share in assumed.answered[wave].values()} == {found.people}
    assert (assumed.enrolled, assumed.population) == (5250, 40300)
    assert all(abs(sum(parts) - 1) < 1e-12 for parts in assumed.shares.values())
    assert assumed.surveyed(design) == 812


REFUSED = [
    ("enrolled = 5250", "enrolled = 0", "enrolled: a whole number of 1 or more"),
    ("enrolled = 5250", "participants = 5250", "participants: this key is not known here"),
    ("selective = 0.0", "selective = 1.5", "selective: a number from -1 to 1 was expected; found 1.5"),
    ("selective = 0.0", 'selective = "0.0"', "selective: a number was expected, without quotes"),
    ("sex = { woman = 0.61, man = 0.39 }", "sex = { woman = 0.61, man = 0.29 }", "shares, sex: .*1 together; found 0.9"),
    ("sex = { woman = 0.61, man = 0.39 }", "sex = { women = 0.61, man = 0.39 }", "women: this key is not known here"),
    ("sex = { woman = 0.61, man = 0.39 }\n", "", "shares, sex: the share of each level.*it is missing"),
    ("size = 40300", "size = 0", "population, size"),
    ("people = 625", "people = 900", "answered 2, people: a whole number from 1 to 812 was expected; found 900"),
    ('wave = "T1"', 'wave = "T2"', "T2 is answered twice for extra_attention"),
    ('wave = "T1"', 'wave = "T1"\narms = ["comparison"]', "how many of extra_attention, self_direction answer at T1"),
    ('arms = ["comparison"]', 'arms = ["self_direction"]', "self_direction has a team already, dedicated"),
    ('arms = ["extra_attention", "self_direction"]', 'arms = ["extra_attention"]', "No ..team.. serves self_direction"),
    ("caseload = 55", "caseload = 0", "team 1, caseload"),
    ('id = "care_t3"', 'id = "care"', "the design amsterdam_2018 has no outcome 'care'"),
    ('id = "care_t3"', 'id = "repaid"', "stands in an earlier"),
    ("mean = 0.25", "mean = 25", "outcome 1, mean: a number from 0.001 to 0.999 was expected; found 25"),
    ("mean = 0.25", "mean = 0.25\ndeviation = 0.4", "that of a share follows from its mean"),
    ("mean = 0.25", "mean = 0.97", "a difference above 0 that leaves a share below 1"),
    ("deviation = 11\n", "", "outcome 3, deviation: a number was expected.*it is missing"),
    ("within_worker = 0.02", "within_worker = 0.02\nexplained = 0.94", "0.95 at most together; found 0.96"),
]


@pytest.mark.parametrize(("old", "new", "says"), REFUSED, ids=[new[:40] for _, new, _ in REFUSED])
def test_what_cannot_be_meant_is_refused(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in TEXT
    path = tmp_path / "assumptions.toml"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError, match=says) as refusal:
        read_assumptions(path, DESIGN)
    assert refusal.value.file == str(path)


def test_an_outcome_of_which_nothing_is_expected_is_named(tmp_path: Path) -> None:
    path = tmp_path / "assumptions.toml"
    path.write_text(TEXT[: TEXT.index('[[outcome]]\nid = "care_t3"')], encoding="utf-8")
    with pytest.raises(
        InputError, match="Nothing is expected of care_t3, guidance_grade_t3, finance_grade_t3, stress_t1, stress_t2"
    ):
        read_assumptions(path, DESIGN)
