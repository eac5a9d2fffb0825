# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a client prefers: channels, places, days and wishes; and what is proposed because of it (R-033, R-034, R-042).

The main office is proposed to nobody who did not choose it: people told that they dread it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from werkzaam.casework.calendar import WEEKDAYS, months_after
from werkzaam.casework.channels import CHANNELS, PERSONAL
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Kind, in_order
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion
from werkzaam.casework.office import ASSUMED, Office

MAIN_OFFICE = "hoofdkantoor"
_NONE: frozenset[str] = frozenset()
_TALKS = ("telefoon", "bezoek", "videogesprek")
"""Personal channels in the order in which they are proposed to who has no preference."""

FORM = Form(
    Kind.PREFERENCE, "preference set", "note the channels, places, days and wishes a client prefers",
    (
        Field("channels", "kanalen", FieldKind.OPTIONS, "how the client prefers to be in touch, best first", False, CHANNELS),
        Field("places", "plaatsen", FieldKind.TEXTS, "where the client prefers to meet, best first"),
        Field("avoid", "liever_niet", FieldKind.TEXTS, "places where the client does not want to meet"),
        Field("days", "dagen", FieldKind.OPTIONS, "the days on which the client can", False, WEEKDAYS),
        Field("wishes", "wensen", FieldKind.TEXTS, "what the client wants, such as kinderopvang"),
        Field("limits", "grenzen", FieldKind.TEXTS, "what the client does not want or cannot do"),
        Field("district", "stadsdeel", FieldKind.TEXT, "where the client lives, to travel once for several"),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Preference:
    """What was noted last of each; an empty tuple where nothing was."""

    channels: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    district: str = ""

    def can_on(self, day: date) -> bool:
        """Whether the client can on a day; who named no days can on every one from Monday to Friday."""
        at = day.weekday()
        return at < len(WEEKDAYS) and (not self.days or WEEKDAYS[at] in self.days)


_UNSAID = Preference()


def preference_of(dossier: Dossier) -> Preference:
    """What a client prefers, each field as it was noted last."""
    return dossier.once(_preference) if Kind.PREFERENCE in dossier.kinds else _UNSAID


def _preference(dossier: Dossier) -> Preference:
    fields = {name: value for entry in in_order(dossier.of(Kind.PREFERENCE)) for name, value in entry.body.items()}
    return Preference(**fields)  # type: ignore[arg-type]


def shut_on(office: Office, day: date) -> frozenset[str]:
    """The channels that cannot be used on a day."""
    if not office.shut:
        return _NONE
    return frozenset(channel for first, last, channels in office.shut if first <= day <= last for channel in channels)


def channel_for(dossier: Dossier, office: Office, day: date) -> str | None:
    """The channel to propose for a talk on a day: preferred, else usual, never one that is shut. None when no talk is possible.

    Somebody who prefers letters or messages only gets those: that is a choice, not a gap.
    """
    closed, wanted = shut_on(office, day), preference_of(dossier).channels
    usual = dossier.guidance.channels if dossier.guidance else ()
    order: list[str] = [*wanted]
    if not wanted or PERSONAL & {*wanted}:
        order = [*(one for one in wanted if one in PERSONAL), *(one for one in usual if one in PERSONAL), *_TALKS]
    return next((one for one in [*order, *_TALKS] if one not in closed), None)


def place_for(dossier: Dossier, office: Office) -> str | None:
    """The place to propose for a visit; None when it has to be agreed first. The main office only for who chose it."""
    preference = preference_of(dossier)
    near = [*office.places.get(preference.district, ()), *office.places.get("", ())]
    unwanted = {*preference.avoid, MAIN_OFFICE} - {*preference.places}
    return next((place for place in [*preference.places, *near] if place not in unwanted), None)


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """A talk for whom only letters and messages went to for months, unless that is the client's own choice (R-034)."""
    written = talked = date.min
    for one in dossier.contacts:
        if one.presence == "gekomen":
            if one.channel in PERSONAL:
                talked = max(talked, one.day)
            else:
                written = max(written, one.day)
    if written <= talked:
        return
    talked = talked if talked > date.min else _begun(dossier) or written
    wanted = preference_of(dossier).channels
    if wanted and not PERSONAL & {*wanted}:
        return
    months = office.terms.impersonal_months
    yield Due(dossier.person, Reason.SILENCE, "impersonal_only", months_after(talked, months), ASSUMED, True,
              office.terms.talk_minutes, values={"months": months, "since": talked})  # fmt: skip


def _begun(dossier: Dossier) -> date | None:
    """The first day of guidance; without, that of the first case manager."""
    days = [entry.day for entry in dossier.of(Kind.GUIDANCE)] or [spell.first for spell in dossier.spells]
    return min(days, default=None)


NOTION = Notion((FORM,), {}, dues)
