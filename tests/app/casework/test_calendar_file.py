# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar file is what RFC 5545 asks: its lines, folds, escapes and names, read back by a reader of our own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.app.casework.calendar_file import calendar_of
from werkzaam.casework.appointments import Appointment
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.office import Terms
from werkzaam.core.errors import InputError

MOMENT = "2019-03-29T10:00:00Z"
places = st.text(st.characters(min_codepoint=32, exclude_categories=("Cs",)), max_size=120).map(str.strip).filter(bool)


def made(place: str | None = None, slot: int = 2, seq: int = 4) -> Appointment:
    body = {"channel": "bezoek", "place": place, "on": "2019-04-01"}
    entry = Entry(7, Kind.APPOINTMENT, date(2019, 3, 29), Role.SUPPORT, "j.visser", body, seq=seq)
    return Appointment(entry, date(2019, 4, 1), "j.visser", slot)


def written(*appointments: Appointment, lang: str = "nl") -> str:
    return calendar_of([(7, one) for one in appointments], Terms(), town="teststad", moment=MOMENT, lang=lang)


def read(text: str) -> list[tuple[str, str]]:
    """The properties of a file, strictly: lines end in CR LF, none is over 75 octets, folds are undone, texts unescaped."""
    assert text.endswith("\r\n")
    lines = text.split("\r\n")[:-1]
    assert "\r" not in "".join(lines)
    assert "\n" not in "".join(lines)
    assert max(len(line.encode()) for line in lines) <= 75
    unfolded: list[str] = []
    for line in lines:
        if line.startswith(" "):
            unfolded[-1] += line[1:]
        else:
            unfolded.append(line)
    pairs = [line.partition(":") for line in unfolded]
    assert all(between == ":" for _, between, _ in pairs)
    return [(name, _unescaped(value)) for name, _, value in pairs]


def _unescaped(text: str) -> str:
    found, signs = "", iter(text)
    for sign in signs:
        found += {"n": "\n"}.get(after := next(signs), after) if sign == "\\" else sign
    return found


def test_one_appointment_is_one_event_with_local_times_and_no_name() -> None:
    assert read(written(made("bibliotheek, Oost; zaal 2"))) == [
        ("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//Werkzaam//agenda//NL"), ("CALSCALE", "GREGORIAN"),
        ("BEGIN", "VEVENT"), ("UID", "7-4@teststad.werkzaam"), ("DTSTAMP", "20190329T100000Z"),
        ("DTSTART", "20190401T103000"), ("DTEND", "20190401T113000"), ("SUMMARY", "Gesprek, klant 7 (bezoek)"),
        ("LOCATION", "bibliotheek, Oost; zaal 2"), ("CLASS", "CONFIDENTIAL"), ("END", "VEVENT"), ("END", "VCALENDAR"),
    ]  # fmt: skip


def test_the_raw_text_escapes_and_the_other_language_says_it() -> None:
    text = written(made("a\\b;c,d"), lang="en")
    assert "LOCATION:a\\\\b\\;c\\,d\r\n" in text
    assert "SUMMARY:Talk\\, client 7 (visit)\r\n" in text


@given(places)
def test_any_place_comes_back_whole(place: str) -> None:
    if any(ord(sign) < 32 for sign in place):
        return
    found = dict(read(written(made(place))))
    assert found["LOCATION"] == place


def test_two_appointments_have_two_names_and_without_a_time_it_is_the_day() -> None:
    found = read(written(made(), made(slot=0, seq=5)))
    assert [value for name, value in found if name == "UID"] == ["7-4@teststad.werkzaam", "7-5@teststad.werkzaam"]
    assert ("DTSTART;VALUE=DATE", "20190401") in found


def test_a_control_character_is_refused() -> None:
    with pytest.raises(InputError, match="control character"):
        written(made("a\x07b"))
