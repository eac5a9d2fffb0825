# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The page that somebody reads before enrolling."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.experiment.designs import ARMS, design
from werkzaam.app.experiment.design_regimes import regimes_of
from werkzaam.app.experiment.taking_part import enrolment_page, premiums
from werkzaam.app.sentence import euros


@pytest.mark.requirement("R-014")
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_says_what_taking_part_gives(lang: str) -> None:
    page = enrolment_page(design(), regimes_of(design()), lang)
    month = {"nl": "per maand", "en": "per month"}[lang]
    assert "50%" in page
    assert f"{euros(20_000, lang)} {month}" in page
    for wave, amount in (("T1", 1500), ("T2", 2000), ("T3", 2500)):
        assert f"\n- {wave}: {euros(amount, lang)}" in page
    assert "- T0" not in page
    for condition in ("mits", "op voorwaarde", "verplicht", "moet u", "provided", "must", "condition"):
        assert condition not in page


def test_arms_with_another_premium_are_told_apart() -> None:
    other = replace(ARMS[2], regime="participatiewet_2018")
    changed = design(arms=(*ARMS[:2], other))
    found = premiums(changed, regimes_of(changed))
    assert found["vergelijking"] is None
    page = enrolment_page(changed, regimes_of(changed), "nl")
    assert "Wie in de groep vergelijking komt en werkt, krijgt geen premie." in page
    assert page.count("50%") == 2
