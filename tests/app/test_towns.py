# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The towns that ship: who gets which premium, in and outside the experiment, and all of them on a cluster."""

from __future__ import annotations

from contextlib import suppress

import pytest

from tests.app.conftest import Desk, by_month, values
from werkzaam.core.errors import WerkzaamError
from werkzaam.engine.explain import parameter_values
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime, regime_ids
from werkzaam.rules import RULES
from werkzaam.rules.book import RuleBook

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


def test_a_worker_reads_the_numbers_and_choices_of_every_town_as_they_are_read_here() -> None:
    """A book goes to the workers with what was read of it; the rules themselves go as the compiled kernel."""
    from pyspark import cloudpickle

    facts, same = read_facts(), set()
    for ident in regime_ids():
        book = RuleBook(facts, read_regime(ident))
        first = read_regime(ident).span.first
        with suppress(WerkzaamError):  # Some towns are not stated so far that their months can be computed.
            here = parameter_values(RULES, book, first)
            sent = cloudpickle.loads(cloudpickle.dumps(book))
            assert parameter_values(RULES, sent, first) == here
            same.add(ident)
    assert len(same) >= 20
