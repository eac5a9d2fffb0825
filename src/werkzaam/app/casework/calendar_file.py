# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Appointments as an iCalendar file (RFC 5545), for a calendar on a phone. It holds numbers of clients and never a name.

Times are local without a zone (form 1 of section 3.3.5): a talk at nine is at nine where it is held, also after the clocks
change. Lines end in CR LF and are folded at 75 octets, never inside a character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from werkzaam.app.casework.said import sentence
from werkzaam.casework.appointments import Appointment
from werkzaam.casework.office import Terms
from werkzaam.core.errors import InputError

_OCTETS = 75
_MIDNIGHT = time()
_ESCAPES = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n"))


def calendar_of(appointments: Iterable[tuple[int, Appointment]], terms: Terms, *, town: str, moment: str, lang: str) -> str:
    """The file with these appointments of clients by their numbers; `moment` (UTC) is when it was made."""
    stamp = moment.replace("-", "").replace(":", "")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Werkzaam//agenda//NL", "CALSCALE:GREGORIAN"]
    for person, one in appointments:
        lines += _event(person, one, terms, f"{town}", stamp, lang)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line))


def _event(person: int, one: Appointment, terms: Terms, town: str, stamp: str, lang: str) -> Iterator[str]:
    title = sentence("calendar_title", lang, {"person": person, "channel": one.channel})
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(person, one.entry.seq, town)}"
    yield f"DTSTAMP:{stamp}"
    if one.slot:
        begins = _begins(one.on, one.slot, terms)
        yield f"DTSTART:{begins:%Y%m%dT%H%M%S}"
        yield f"DTEND:{begins + timedelta(minutes=terms.talk_minutes):%Y%m%dT%H%M%S}"
    else:  # No part of the day was agreed: the event is the day.
        yield f"DTSTART;VALUE=DATE:{one.on:%Y%m%d}"
    yield f"SUMMARY:{_escaped(title)}"
    if one.place:
        yield f"LOCATION:{_escaped(one.place)}"
    yield "CLASS:CONFIDENTIAL"
    yield "END:VEVENT"


def _begins(day: date, slot: int, terms: Terms) -> datetime:
    minutes = terms.first_talk_minute + (slot - 1) * (terms.talk_minutes + terms.between_talks_minutes)
    return datetime.combine(day, _MIDNIGHT) + timedelta(minutes=minutes)


def _uid(person: int, seq: int, town: str) -> str:
    """The same appointment has the same name each time, so that a calendar does not show it twice."""
    return _escaped(f"{person}-{seq}@{town}.werkzaam")


def _escaped(text: str) -> str:
    """A text as RFC 5545 3.3.11 writes it; raises InputError for what a calendar cannot hold."""
    for sign, written in _ESCAPES:
        text = text.replace(sign, written)
    if any(ord(sign) < ord(" ") and sign != "\t" for sign in text):
        raise InputError(f"A calendar cannot hold the control character in {text!r}. Take it out of the appointment's place.")
    return text


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets, each after the first with a space before it."""
    part, room = "", _OCTETS
    for sign in line:
        octets = len(sign.encode())
        if octets > room:
            yield part
            part, room = " ", _OCTETS - 1
        part, room = part + sign, room - octets
    yield part
