# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The schemes for employers, open to everybody: for whom, what, how and whom to ask, and no field is empty."""

from __future__ import annotations

import re

import pytest

from tests.web.doors import Doors
from werkzaam.app.casework.catalogues import employer_schemes
from werkzaam.casework.employers import ASPECTS

PATH = "/regelingen-voor-werkgevers"


@pytest.mark.requirement("R-157")
@pytest.mark.parametrize("login", [None, "bakkerij"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_an_employer_of_twelve_reads_who_what_and_how_of_each_scheme(doors: Doors, login: str | None, lang: str) -> None:
    page = doors.as_(login, lang=lang).get(PATH, {"medewerkers": "12"}).content.decode()
    cards = re.findall(r'<section class="card".*?</section>', page, re.DOTALL)
    assert len(cards) == len([one for one in employer_schemes() if one.from_staff <= 12]) > 1
    for card in cards:
        fields = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", card, re.DOTALL)
        assert len(fields) == len(ASPECTS)
        assert all(name.strip() and len(text.strip()) > 20 for name, text in fields)
    assert page.count("14 000") >= len(cards)


@pytest.mark.parametrize("asked", ["0", "-3", "twaalf", "1e3", "\u0662", "9999999", "<b>"])
def test_a_number_that_is_none_is_told_beside_its_field(doors: Doors, asked: str) -> None:
    answer = doors.as_().get(PATH, {"medewerkers": asked})
    assert answer.status_code == 400
    assert "Vul een getal in, zoals 12." in answer.content.decode()
    assert "<b>" not in answer.content.decode()


def test_without_a_number_all_schemes_are_there(doors: Doors) -> None:
    assert doors.as_().get(PATH).content.decode().count('class="card"') == len(employer_schemes())
