# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An amount as people type it."""

from __future__ import annotations

import pytest
from django.forms import ValidationError

from tests.web.doors import Doors


@pytest.mark.parametrize(("typed", "cents"), [("412,50", 412_50), ("€ 1.234,56", 1_234_56), ("12", 12_00)])
def test_an_amount_is_read_in_whole_cents(doors: Doors, typed: str, cents: int) -> None:
    from werkzaam.web.forms import EuroField

    assert EuroField().clean(typed) == cents


@pytest.mark.parametrize("typed", ["veel", "1,2,3", "9" * 16, "=1+1"])
def test_what_is_no_amount_says_how_one_looks(doors: Doors, typed: str) -> None:
    from werkzaam.web.forms import EuroField

    with pytest.raises(ValidationError, match="412,50"):
        EuroField().clean(typed)


def test_what_is_wrong_is_said_in_the_language_of_the_page(doors: Doors) -> None:
    address = doors.path("inkomen-wage", 1001)
    for lang, said in (("nl", "Vul een bedrag in, zoals 412,50."), ("en", "Fill in an amount, such as 412.50.")):
        assert said in doors.as_("anna", lang=lang).post(address, {"net": "veel"}).content.decode()
