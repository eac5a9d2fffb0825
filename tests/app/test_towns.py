# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The towns that ship, computed on one wage: who gets which premium, in and outside the experiment."""

from __future__ import annotations

import pytest

from tests.app.conftest import Desk, by_month, values

ARMS = ("amsterdam_2018_extra_aandacht", "amsterdam_2018_zelfregie", "amsterdam_2018_regulier")


@pytest.mark.requirement("R-097")
@pytest.mark.parametrize("arm", ARMS)
def test_every_arm_gets_the_same_premium(desk: Desk, arm: str) -> None:
    done = desk.calculate(*by_month("2019-03", ["400.00"]), months=("2019-03", "2019-03"), regime=f'"{arm}"')
    assert list(values(done, "premie_van_de_maand", ("Anna",))) == [200_00]


@pytest.mark.requirement("R-098")
def test_from_march_2021_people_outside_the_experiment_get_the_premium_too(desk: Desk) -> None:
    outside = '["amsterdam_2018_buiten_experiment", "amsterdam_2021"]'
    done = desk.calculate(*by_month("2021-02", ["500.00"] * 2), months=("2021-02", "2021-03"), regime=outside)
    assert list(values(done, "premie_van_de_maand", ("Anna",))) == [0, 150_00]
