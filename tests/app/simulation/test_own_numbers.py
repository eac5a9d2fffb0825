# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers of somebody's own are refused with words before anybody lives, when they could not be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from werkzaam.app.simulation.numbers import shipped, with_file
from werkzaam.core.errors import InputError
from werkzaam.core.months import Span
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.norms import norms_of
from werkzaam.simulation.world import behaviour_of, market_of

MONTHS = Span.parse("2018-01", "2018-03")


def own(folder: Path, name: str, values: str, unit: str = "") -> Assumptions:
    """The numbers that ship with one of somebody's own, which may be anything by its own bounds."""
    path = folder / "own.toml"
    said = f'unit = "{unit}"\n' if unit else ""
    path.write_text(f'[[number]]\nname = "{name}"\nvalues = {values}\n{said}low = -9000000\nhigh = 9000000\n'
                    'why_nl = "x"\nwhy_en = "x"\n', encoding="utf-8")  # fmt: skip
    return with_file(shipped(), path)


@pytest.mark.parametrize(
    ("name", "values", "unit", "told"),
    [
        ("labour.finding", "[3000, 15000]", "per_million", r"has 3 values, .* now \[3000, 15000, 45000\]; found 2"),
        ("labour.losing", "[9000, 17000]", "", "has 4 values, .* found 2"),
        ("shock.losing", "[9000]", "", "has 4 values, .* found 1"),
        ("people.limited", "[1, 2]", "", "has 5 values, .* found 2"),
        ("people.population.sex", "[100]", "percent", "has 2 values, .* found 1"),
        ("labour.late", "[900000, 100000]", "", "has 4 values"),
        ("labour.late", "[900000, 100000, 0, 5]", "", "shares of at least 0 that add up to 1000000 were expected"),
        ("labour.hourly", "[11]", "euro", "labour.hourly is in cents; found euro"),
        ("labour.hourly", "[0, 1100]", "cents", "labour.hourly: 1 or more was expected .cents.; found 0"),
        ("labour.made_fixed", "[2000000]", "", "labour.made_fixed: 0 to 1000000 was expected .per_million.; found 2000000"),
        ("labour.made_fixed", "[-5]", "", "labour.made_fixed: 0 to 1000000 .* found -5"),
        ("labour.minutes", "[90000]", "minutes", "labour.minutes: 1 to 2400 was expected .minutes.; found 90000"),
        ("behaviour.ams_comparison.drift", "[-2000000]", "per_million", "-1000000 to 1000000 was expected"),
        ("people.partner_years", "[-4]", "", "0 or more was expected .years.; found -4"),
        ("contacts.caseload.somewhere", "[0]", "count", "contacts.caseload.somewhere: 1 or more"),
        ("shock.first", "[201813]", "", "months written like 201803 were expected; found 201813"),
        ("behaviour.periods", "[201801, 201801]", "", "periods after one another were expected"),
    ],
)
def test_what_cannot_be_is_refused_with_the_name_and_the_file(
    name: str, values: str, unit: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=told) as error:
        own(tmp_path, name, values, unit)
    assert str(tmp_path / "own.toml") in str(error.value) or name == "labour.late"


def test_lists_of_equally_likely_values_may_be_of_any_length_and_some_numbers_below_zero(tmp_path: Path) -> None:
    assert own(tmp_path, "labour.hourly", "[1100]", "cents").numbers("labour.hourly") == (1100,)
    swing = own(tmp_path, "labour.swing.flexible", "[500, 1500]").given["labour.swing.flexible"]
    assert (swing.values, swing.unit) == ((500, 1500), "per_mille")
    assert own(tmp_path, "effect.per_contact", "[-20]").number("effect.per_contact") == -20
    assert own(tmp_path, "behaviour.mine.drift", "[-20]", "per_million").number("behaviour.mine.drift") == -20


def test_what_is_compared_with_another_list_is_refused_where_it_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"behaviour.ams_comparison.finding: a value for each of the 7 periods .* found 1"):
        behaviour_of(own(tmp_path, "behaviour.ams_comparison.finding", "[1000]"), ["ams_comparison"], MONTHS)
    with pytest.raises(InputError, match=r"behaviour.unknown_part_like: 0 to 3 was expected; found 7"):
        behaviour_of(own(tmp_path, "behaviour.unknown_part_like", "[7]"), ["elsewhere"], MONTHS)
    with pytest.raises(InputError, match=r"contacts.unknown_part_like: 0 to 3 was expected; found 7"):
        norms_of(own(tmp_path, "contacts.unknown_part_like", "[7]"), [[None] * 3], MONTHS)
    with pytest.raises(InputError, match=r"contacts.share_of_peak: a share for each of the 3 periods .* found 1"):
        norms_of(own(tmp_path, "contacts.share_of_peak", "[1000]"), [[None] * 3], MONTHS)
    with pytest.raises(InputError, match="lists whose lengths divide 6, the longest, were expected; found 5, 6"):
        market_of(own(tmp_path, "labour.swing.flexible", "[1, 2, 3, 4, 5]"))
