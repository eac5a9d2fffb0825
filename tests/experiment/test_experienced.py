# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What people experienced is one number, what was established another."""

from __future__ import annotations

import pytest

from werkzaam.app.experiment.experienced_page import errors_section
from werkzaam.core.errors import InputError
from werkzaam.experiment.experienced import Errors


@pytest.mark.requirement("R-091")
def test_of_25_interviews_23_with_trouble_and_none_established_92_percent_is_experienced_and_nothing_measured() -> None:
    found = Errors(interviews=25, trouble=23, established=0)
    assert found.experienced_percent == 92
    assert found.established_percent is None
    for lang, said in (("nl", "niet gemeten"), ("en", "not measured")):
        told, checked = errors_section(found, lang).tables[0].rows
        assert [cell.text for cell in told[1:3]] == ["92%", "23"]
        assert [cell.text for cell in checked[1:3]] == [said, "-"]


def test_what_was_checked_has_a_share_of_its_own() -> None:
    found = Errors(interviews=25, trouble=23, checked=40, established=10)
    assert (found.experienced_percent, found.established_percent) == (92, 25)
    assert Errors(0, 0).experienced_percent is None


@pytest.mark.parametrize("wrong", [(25, 26, 0, 0), (25, 23, 0, 1), (25, -1, 0, 0), (25, 2, 3, 4)])
def test_numbers_that_cannot_be_are_refused(wrong: tuple[int, int, int, int]) -> None:
    with pytest.raises(InputError):
        Errors(*wrong)
