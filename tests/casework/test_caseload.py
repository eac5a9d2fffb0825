# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A caseload is weighed against what the regime says, and says what fits."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from werkzaam.casework.caseload import Standing, load, monthly, positions_on, talk_time, warning
from werkzaam.casework.dossier import Spell
from werkzaam.casework.office import Worker
from werkzaam.casework.period import Period
from werkzaam.core.errors import InputError
from werkzaam.regime.guidance import Guidance

TEAM = Guidance("team", "source", caseload_least=50, caseload_most=60)
REGULAR = Guidance("regular", "source", caseload_most=300)
SILENT = Guidance("silent", "source")
KNOWN = {"team": TEAM, "regular": REGULAR, "silent": SILENT}
YEAR = Period(date(2019, 1, 1), date(2019, 12, 31))


@pytest.mark.requirement("R-111")
def test_the_sixty_first_client_of_a_full_position_warns_and_the_thirty_first_of_half_a_position() -> None:
    assert warning(load("a", 100, {"team": 60}, KNOWN)) is None
    above = warning(load("a", 100, {"team": 61}, KNOWN))
    assert above is not None
    assert above.values == {"name": "a", "clients": 61, "most": 60, "positions": 1}
    half = load("b", 50, {"team": 30}, KNOWN)
    assert (half.limit, warning(half)) == (30, None)
    assert warning(load("b", 50, {"team": 31}, KNOWN)) is not None


def test_clients_weigh_by_their_own_regime() -> None:
    mixed = load("a", 100, {"team": 30, "regular": 150}, KNOWN)
    assert mixed.least == 1
    assert mixed.standing is Standing.WITHIN
    assert load("a", 100, {"team": 31, "regular": 150}, KNOWN).standing is Standing.ABOVE
    assert load("a", 100, {"team": 49}, KNOWN).standing is Standing.BELOW
    assert load("a", 100, {"team": 50}, KNOWN).standing is Standing.WITHIN
    assert load("a", 100, {"regular": 3}, KNOWN).standing is Standing.WITHIN, "no least stated, so nothing is too little"


def test_without_a_stated_caseload_nothing_is_filled_in() -> None:
    found = load("a", 100, {"silent": 400, None: 3}, KNOWN)
    assert (found.standing, found.unweighted, found.limit, warning(found)) == (Standing.NOT_STATED, 403, None, None)
    assert load("a", 100, {"team": 61, "silent": 1}, KNOWN).standing is Standing.ABOVE
    with pytest.raises(InputError, match="0 or more"):
        load("a", -1, {}, KNOWN)


@pytest.mark.requirement("R-269")
def test_660_clients_of_12_positions_are_55_a_position_each_month() -> None:
    workers = [Worker(f"w{number}", "", "team", share=100) for number in range(12)]
    spells = [Spell(f"w{number % 12}", date(2018, 5, 1)) for number in range(660)]
    found = monthly(spells, workers, YEAR)
    assert [one.a_position for one in found] == [55] * 12
    assert [str(one.day) for one in found[:2]] == ["2019-01-31", "2019-02-28"]


def test_the_published_caseload_follows_who_comes_and_goes() -> None:
    workers = [Worker("a", "", "t", share=80), Worker("b", "", "t", share=50, last=date(2019, 2, 10))]
    spells = [Spell("a", date(2019, 1, 1), date(2019, 2, 28)), Spell("b", date(2019, 1, 31)), Spell("other", date(2019, 1, 1))]
    found = monthly(spells, workers, Period(date(2019, 1, 1), date(2019, 3, 31)))
    assert [(one.clients, one.share) for one in found] == [(2, 130), (2, 80), (1, 80)]
    assert positions_on(workers, date(2019, 2, 10)) == 130


def test_talks_of_a_year_are_those_of_the_positions_that_were_there() -> None:
    full = Worker("a", "", "t", talks=8)
    assert talk_time([full], {Fraction(1): 55}, YEAR, 46).a_client == Fraction(368, 55)
    away = Worker(
        "b", "", "t", share=50, talks=8, away=((date(2019, 1, 1), date(2019, 7, 1)), (date(2019, 6, 1), date(2019, 7, 2)))
    )
    assert talk_time([away], {}, YEAR, 46).talks == Fraction(8 * 50 * 46 * 182, 36500)
    promised = talk_time([full], {Fraction(12): 40, Fraction(1): 10, None: 5}, YEAR, 46)
    assert (promised.promised, promised.short, promised.clients, promised.unstated) == (490, 122, 55, 5)
