# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Income that nobody reported was noticed: the client first hears so, and gets the time to put it right (R-215).

In Leeuwarden the neighbourhood team must pass on undeclared work, and gives a first chance to put it right (Dossier, seed 004,
Leeuwarden). Here nothing else follows while that term runs: no measure, no decision about one, no visit to control. What was
noticed is not a fact about the client; the client may say that it is otherwise, and that closes it as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from werkzaam.casework.contacts import CAME
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import ASSUMED, Office
from werkzaam.casework.reading import withdrawn
from werkzaam.casework.standing import day_of, spoken_of
from werkzaam.casework.visits import CONTROL
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.facts.working_days import working_days_after

REPORTED, OTHERWISE = "gemeld", "klopt_niet"

NOTICED = Form(
    Kind.UNREPORTED, "unreported note",
    "income was noticed that was not reported; the client first gets the time to put it right",
    (
        Field("what", "wat", FieldKind.TEXT, "what was noticed, in words that the client reads", True),
        Field("last_day", "tot_en_met", FieldKind.DAY, "the last day to put it right (default: the term of the office)"),
    ),
    frozenset({Role.SUPPORT, Role.INCOME, Role.ENFORCEMENT, Role.LEAD}),
)  # fmt: skip
PUT_RIGHT = Form(
    Kind.PUT_RIGHT, "unreported answer", "the client put it right, or says that it is otherwise",
    (
        Field("about", "over", FieldKind.COUNT, "the number of what was noticed", True, least=1),
        Field("answer", "antwoord", FieldKind.OPTION, "whether it was reported now, or is otherwise", True,
              (REPORTED, OTHERWISE)),
        Field("text", "tekst", FieldKind.TEXT, "in the client's own words"),
    ),
    frozenset({Role.CLIENT, Role.SUPPORT, Role.INCOME}),
)  # fmt: skip
ABOUT = (Kind.UNREPORTED, Kind.PUT_RIGHT, Kind.WITHDRAWN)
"""The kinds of entries that tell whether a term runs."""


def last_day_of(noticed: Entry, days: int) -> date:
    """The last day to put right what was noticed: the one that was given, or so many days after it was noticed."""
    said = noticed.body.get("last_day")
    return day_of(said) if said is not None else noticed.day + timedelta(days)


def open_chances(dossier: Dossier) -> list[Entry]:
    """What was noticed and waits for the client's answer, first to last, also after its term."""
    told = (one for one in dossier.of(Kind.UNREPORTED) if not withdrawn(dossier, one))
    return [one for one in told if not any(about.kind is Kind.PUT_RIGHT for about in dossier.about(one.seq))]


def running(dossier: Dossier, today: date, days: int) -> Entry | None:
    """What was noticed and can still be put right on a day; None when no term runs."""
    return next((one for one in open_chances(dossier) if today <= last_day_of(one, days)), None)


def is_step(entry: Entry) -> bool:
    """Whether an entry is a step that has to wait for a term: a measure, a decision about one, a visit to control."""
    return entry.kind in (Kind.MEASURE, Kind.MEASURE_DECIDED) or (
        entry.kind is Kind.VISIT and entry.body.get("purpose") == CONTROL
    )


def must_wait(entry: Entry, dossier: Dossier, office: Office) -> None:
    """Raises NotAllowed for a step while a term runs. `dossier` has the entries of `ABOUT` in every capacity."""
    found = running(dossier, max(entry.day, office.today), office.terms.first_chance_days) if is_step(entry) else None
    if found is not None:
        last = last_day_of(found, office.terms.first_chance_days)
        raise NotAllowed(
            f"first chance: client {dossier.person} has until {last} to put right what was noticed (entry {found.seq}). Nothing "
            "else is done before that day."
        )


def judge_noticed(entry: Entry, _dossier: Dossier, office: Office) -> Iterable[Remark]:
    """The term is never shorter than the office's own; and the client is told."""
    last = last_day_of(entry, office.terms.first_chance_days)
    least = entry.day + timedelta(office.terms.first_chance_days)
    if last < least:
        raise InputError(f"tot_en_met: a day from {least} on was expected, so that there is time to put it right; found {last}.")
    yield Remark("first_chance_begins", {"last": last})


def judge_answer(entry: Entry, dossier: Dossier, _office: Office) -> Iterable[Remark]:
    """It is about something that was noticed; somebody who helps may not read what enforcement wrote, the client may."""
    spoken_of(entry, dossier, Kind.UNREPORTED)
    return ()


def dues(dossier: Dossier, office: Office) -> Iterator[Due]:
    """Help the client to put it right while the term runs, and talk about it when it is over."""
    for one in open_chances(dossier):
        last = last_day_of(one, office.terms.first_chance_days)
        values = {"what": one.body["what"], "last": last}
        if office.today <= last:
            yield Due(dossier.person, Reason.SIGNAL, "first_chance", last, f"nr. {one.seq}", values=values)
        else:
            yield Due(dossier.person, Reason.QUESTION, "first_chance_over", last + timedelta(office.terms.signal_days), ASSUMED,
                      True, office.terms.talk_minutes, values=values)  # fmt: skip
    for one in dossier.of(Kind.PUT_RIGHT):
        if one.role is Role.CLIENT and not _heard(one, dossier):
            by = working_days_after(one.day, office.terms.answer_working_days)
            yield Due(dossier.person, Reason.QUESTION, "put_right_to_answer", by, f"nr. {one.seq}", values={"on": one.day})


def _heard(said: Entry, dossier: Dossier) -> bool:
    """Whether the town came back to what the client said: by an answer, or in a talk."""
    answered = any(one.kind is Kind.ANSWERED for one in dossier.about(said.seq))
    return answered or any(one.presence == CAME and one.day >= said.day for one in dossier.contacts)


NOTION = Notion(
    (NOTICED, PUT_RIGHT),
    {Kind.UNREPORTED: judge_noticed, Kind.PUT_RIGHT: judge_answer},
    dues,
    about=frozenset({Kind.UNREPORTED, Kind.PUT_RIGHT}),
)
