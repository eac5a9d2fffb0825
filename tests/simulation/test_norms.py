# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Guidance as numbers: what is stated counts, what is not comes from the files, and what then lacks is named."""

from __future__ import annotations

import pytest

from tests.simulation.guided_world import SPAN
from werkzaam.app.simulation.guidance import EXTRA, OUTSIDE, SELF, amsterdam_norms
from werkzaam.app.simulation.numbers import shipped
from werkzaam.core.errors import InputError, RegimeError
from werkzaam.regime.guidance import Guidance, guidance_of_part
from werkzaam.simulation.assumption import Assumptions, MissingParameter
from werkzaam.simulation.guided import AGREED, NORM, SILENCE, Norms
from werkzaam.simulation.norms import norms_of, views_of
from werkzaam.simulation.world import KNOWN_PARTS


def of(guidance: Guidance | None, given: Assumptions | None = None) -> Norms:
    return norms_of(given or shipped(), [[guidance] * 60], SPAN)


def test_amsterdam_has_what_its_guidance_states_and_what_was_published() -> None:
    norms = amsterdam_norms(shipped(), SPAN)
    at = 12  # January 2019
    assert norms.clients is not None
    assert norms.wanted is not None
    assert norms.rule is not None
    assert norms.clients[:, at].tolist() == [55, 55, 300, 300]
    assert norms.room[:, at].tolist() == [8 * 46 * 3_000 // 55] * 2 + [8 * 46 * 3_000 // 300] * 2
    assert norms.wanted[:, at].tolist() == [19_300, 1_000, 1_000, 1_000]
    assert norms.rule[:, at].tolist() == [AGREED, NORM, SILENCE, SILENCE]
    assert norms.wanted[EXTRA, [0, 12, 24]].tolist() == [9_650, 19_300, 14_475]
    assert norms.wanted[[EXTRA, SELF], 38].tolist() == [9_600, 9_600], "after the experiment"
    assert norms.before == OUTSIDE


def test_six_contacts_a_year_are_one_every_two_months_as_casework_has_them() -> None:
    norms = of(guidance_of_part("sto_district"))
    assert norms.wanted is not None
    assert norms.wanted[0, 0] == 6_000
    assert norms.clients is not None
    assert norms.clients[0, 0] == 105


def test_a_regime_that_says_nothing_is_guided_like_an_assumption_says() -> None:
    assert of(None).room[0, 0] == of(guidance_of_part("ams_comparison")).room[0, 0]
    assert of(None).a_year[0, 0] == 1


def test_without_that_assumption_the_run_stops_with_every_name_that_lacks() -> None:
    guidance = guidance_of_part("sto_jobbtorg")
    assert guidance is not None
    assert guidance.caseload_most
    with pytest.raises(MissingParameter) as stopped:
        of(guidance, shipped().without("contacts.unknown_part_like"))
    assert stopped.value.names == ("contacts.changes.sto_jobbtorg", "contacts.sto_jobbtorg")
    with pytest.raises(MissingParameter) as stopped:
        of(None, shipped().without("contacts.unknown_part_like"))
    assert stopped.value.names == ("contacts.caseload.no_guidance", "contacts.changes.no_guidance", "contacts.no_guidance")


def test_a_month_without_guidance_in_the_list_is_refused() -> None:
    with pytest.raises(RegimeError, match="60 months"):
        norms_of(shipped(), [[None] * 59], SPAN)


def test_views_are_centred_and_off_changes_nothing() -> None:
    given = shipped()
    assert views_of(given, KNOWN_PARTS).mean(axis=1).tolist() == [1_000] * 3
    for part in KNOWN_PARTS:
        given = given.without(f"views.{part}")
    assert (views_of(given, KNOWN_PARTS) == 1_000).all()
    with pytest.raises(InputError, match="mean of 1000"):
        views_of(shipped().with_values({"views.ams_comparison": (1_500, 900, 700, 1_000)}), KNOWN_PARTS)
