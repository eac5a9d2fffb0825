# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Similar decisions are those on the same topic in the same circumstances, and nothing of the person counts or is shown."""

from __future__ import annotations

from datetime import date

from werkzaam.casework.deviation import FORM, similar, told
from werkzaam.casework.entry import Entry, Kind, Role


def decision(seq: int, topic: str, *circumstances: str, day: int = 1) -> Entry:
    body = {"topic": topic, "circumstances": list(circumstances), "rule": "Pw 9:1:b", "answer": "toegestaan",
            "instead": f"besluit {seq}", "because": f"het verhaal van {seq}"}  # fmt: skip
    return Entry(seq, Kind.DEVIATION, date(2019, 1, day), Role.SUPPORT, "j.visser", body, seq=seq)


def test_topic_comes_first_then_shared_circumstances_then_the_newest() -> None:
    asked = decision(99, "studietijd", "zorg", "bijna_klaar")
    earlier = [
        decision(1, "studietijd", "taal"),
        decision(2, "uren", "zorg", "bijna_klaar"),
        decision(3, "studietijd", "zorg"),
        decision(4, "studietijd", "zorg", "bijna_klaar", day=2),
        decision(5, "studietijd", "zorg", "bijna_klaar", day=3),
        decision(6, "studietijd", "zorg", "bijna_klaar", "taal"),
    ]
    assert [one.seq for one in similar(asked, earlier)] == [5, 4, 6]
    assert [one.seq for one in similar(asked, earlier, most=6)] == [5, 4, 6, 3, 1, 2]


def test_a_colleague_sees_codes_and_what_holds_instead_and_neither_person_nor_story() -> None:
    shown = told(decision(4, "studietijd", "zorg", day=2))
    assert set(shown.values) == {"day", "topic", "circumstances", "answer", "instead"}


def test_no_field_of_a_deviation_is_about_the_person() -> None:
    words = {field.name for field in FORM.fields} | {option for field in FORM.fields for option in field.options}
    assert not words & {
        "age",
        "born",
        "sex",
        "origin",
        "nationality",
        "country",
        "district",
        "leeftijd",
        "geslacht",
        "herkomst",
        "wijk",
    }
