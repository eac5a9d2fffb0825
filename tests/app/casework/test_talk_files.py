# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A file of vacancies is read whole or refused with the place of the mistake; waiting times are told in both languages."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from werkzaam.app.casework.talk_page import waiting_text
from werkzaam.app.casework.vacancies_file import read_vacancies
from werkzaam.app.texts.casework_planning import WORDS
from werkzaam.casework.attention import Waiting
from werkzaam.casework.vacancies import Vacancy
from werkzaam.core.errors import InputError

HEAD = "nummer,titel,trefwoorden,uren,plaats,tot\n"


def read(folder: Path, text: str) -> list[Vacancy]:
    file = folder / "vacancies.csv"
    file.write_text(text, encoding="utf-8")
    return read_vacancies(file)


def test_a_vacancy_is_read_with_what_may_be_empty(tmp_path: Path) -> None:
    assert read(tmp_path, f'{HEAD}12,"Hulp, groep",kinderen; peuters,24,Oost,2019-05-01\n13,Kassa,winkel,,,\n') == [
        Vacancy("12", "Hulp, groep", ("kinderen", "peuters"), 24, "Oost", date(2019, 5, 1)), Vacancy("13", "Kassa", ("winkel",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nummer,titel\n12,Kassa\n", "The columns nummer, titel, trefwoorden, uren, plaats, tot were expected"),
        (f"{HEAD}12,,winkel,,,\n", "row 2: titel: a text was expected"),
        (f"{HEAD}12,Kassa,winkel,veel,,\n", "row 2: uren: a whole number such as 24 was expected, or nothing; found 'veel'"),
        (f"{HEAD}12,Kassa,winkel,,,morgen\n", "row 2: tot: a day such as 2019-05-01 or nothing was expected; found 'morgen'"),
        (f"{HEAD}12,Kassa,winkel,,,,over\n", "row 2: 6 cells were expected; found more"),
        (f"{HEAD}12,Kassa,winkel,,,\n12,Bar,horeca,,,\n", "each vacancy once was expected; found twice: 12"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(InputError, match=r"vacancies\.csv") as raised:
        read(tmp_path, text)
    assert told in str(raised.value)


def test_waiting_times_say_the_weeks_and_who_gets_none() -> None:
    waiting = [
        Waiting("intensief", 100, Fraction(13, 2), Fraction(4), Fraction(200, 13), 6),
        Waiting("geen_afspraak", 3, Fraction(0), None, None, 0),
    ]
    page = waiting_text(waiting, 8, "nl")
    assert "intensief: 100 mensen, 6 in deze week; elk gemiddeld na 15,4 weken (afgesproken: 4)." in page
    assert "zonder afspraak: 3 mensen krijgen geen vast gesprek." in page
    assert "each after 15.4 weeks on average" in waiting_text(waiting, 8, "en").replace("\n", " ")


def test_both_languages_have_every_sentence() -> None:
    assert WORDS["nl"].keys() == WORDS["en"].keys()
