# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The guidance of the invented town: talks, goals, agreements, a client nobody spoke with, and another case manager.

Everything of a month is written in its first eleven days, before its wages come in and it is decided: a dossier never goes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from werkzaam.app.casework.handing_over import hand_over
from werkzaam.app.casework.record import write
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.access import readable_by
from werkzaam.casework.entry import Kind, Role
from werkzaam.core.months import Month
from werkzaam.store.casework import entries_of

KARIN, PETER = "k.demir", "p.visser"
HANDED = (1008, KARIN, date(2019, 5, 6))
"""Who gets another case manager in May, whom, and from when."""


@dataclass(frozen=True, slots=True)
class Wrote:
    """One entry: on which day, of whom, by whom (None is the client), and its fields; a kind as `about` is the newest of it."""

    day: str
    person: int
    by: str | None
    kind: Kind
    body: Mapping[str, object] = field(default_factory=dict)
    until: str | None = None


def _talk(
    day: str, person: int, by: str, what: str, note: str, *, channel: str = "telefoon", first: str = "klantmanager",
    presence: str = "gekomen",
) -> Wrote:  # fmt: skip
    body = {"kanaal": channel, "initiatief": first, "soort": what, "opkomst": presence, "notitie": note}
    return Wrote(day, person, by, Kind.CONTACT, body)


HISTORY = (
    # Samira directs herself: she set her goal, and calls when she wants.
    Wrote("2019-01-08", 1001, None, Kind.GOAL, {
        "gebied": "meer_uren", "stap": "Vragen of ik ook op zaterdag in de winkel kan werken", "tempo": "na de zomer",
        "eigenaar": "klant", "uren": 20}),
    _talk("2019-02-06", 1001, KARIN, "scholing", "Samira vroeg of zij de cursus mag afmaken.", first="inwoner"),
    Wrote("2019-02-07", 1001, KARIN, Kind.AGREEMENT, {
        "soort": "toestemming", "wat": "de cursus tot gastvrouw naast het werk in de winkel", "van_wie": "gemeente",
        "omdat": "Samira is in december klaar"}, "2019-12-31"),
    # Jan and Amina: the usual guidance.
    _talk("2019-03-05", 1002, KARIN, "gesprek", "Jan zorgt drie dagen in de week voor zijn moeder.", channel="bezoek"),
    Wrote("2019-03-06", 1002, None, Kind.CARE, {"uren": 20, "notitie": "Ik zorg voor mijn moeder."}),
    _talk("2019-03-05", 1003, KARIN, "werk", "Amina maakt schoon op een school, 9 uur per week.", channel="bezoek"),
    # Evelyn works, and nobody spoke with her since February.
    Wrote("2019-01-09", 1004, KARIN, Kind.FREQUENCY, {"maanden": 2, "samen": "ja", "behoefte": "gewoon"}),
    Wrote("2019-01-09", 1004, KARIN, Kind.CONTRACT, {
        "werkgever": "Thuiszorg De Linde", "stand": "gesloten", "soort": "flexibel", "uren": 14, "functie": "hulp in huis"}),
    _talk("2019-02-05", 1004, KARIN, "werk", "Het werk bevalt. De uren verschillen elke week.", channel="bezoek"),
    # Rabia and Peter talk every month; a goal waits for her answer.
    Wrote("2019-01-10", 1005, PETER, Kind.FREQUENCY, {"maanden": 1, "samen": "ja", "behoefte": "gewoon"}),
    *(_talk(f"2019-0{month}-0{month + 2}", 1005, PETER, "gesprek", "Samen gekeken naar de maand.", channel="bezoek")
      for month in (2, 3, 4, 5)),
    Wrote("2019-05-07", 1005, PETER, Kind.GOAL, {
        "gebied": "gezondheid", "stap": "Een afspraak maken met de praktijkondersteuner", "tempo": "in juni",
        "eigenaar": "samen", "notitie": "Eerst rust, dan pas meer uren."}),
    # Fred directs himself and works as much as he can.
    Wrote("2019-02-04", 1006, None, Kind.PREFERENCE, {"kanalen": "telefoon,bericht", "grenzen": "nu niet meer uren werken"}),
    # Max was drawn for extra attention, and nobody has spoken with him yet.
    # Noor gets another case manager.
    _talk("2019-02-11", 1008, PETER, "gezondheid", "Noor herstelt van een operatie.", channel="bezoek"),
    Wrote("2019-02-11", 1008, PETER, Kind.AGREEMENT, {
        "soort": "toestemming", "wat": "de opleiding tot doktersassistent, die in september begint", "van_wie": "gemeente",
        "omdat": "het past bij wat Noor wil en kan"}, "2021-07-31"),
    Wrote("2019-04-03", 1008, PETER, Kind.SUMMARY, {
        "tekst": "Noor werkte zes jaar in een apotheek. Na de operatie bouwt zij rustig op. In september begint zij met de "
                 "opleiding tot doktersassistent; dat is afgesproken."}),
    Wrote("2019-04-04", 1008, None, Kind.CONFIRMED, {"about": Kind.SUMMARY, "notitie": "Dit klopt."}),
    # Hassan: the usual guidance, by letter only.
    _talk("2019-03-07", 1009, PETER, "gesprek", "Brief gestuurd met een uitnodiging.", channel="post"),
    # Marja: a promise of ours is late, a question waits, and she lets us know something.
    Wrote("2019-01-10", 1010, KARIN, Kind.FREQUENCY, {"maanden": 1, "samen": "ja", "behoefte": "intensief"}),
    _talk("2019-02-07", 1010, KARIN, "gesprek", "Marja wil meedoen in het buurthuis.", channel="bezoek"),
    Wrote("2019-02-07", 1010, KARIN, Kind.GOAL, {
        "gebied": "vrijwilligerswerk", "stap": "Een keer meedraaien in het buurthuis", "tempo": "een dagdeel per week",
        "eigenaar": "samen", "uren": 4}),
    Wrote("2019-02-08", 1010, None, Kind.CONFIRMED, {"about": Kind.GOAL}),
    Wrote("2019-02-08", 1010, None, Kind.CORRECTION, {
        "about": Kind.GOAL, "tekst": "Het gaat mij om de mensen, niet om een stap naar werk."}),
    _talk("2019-04-04", 1010, KARIN, "praktisch", "Afspraak verzet: Marja was ziek.", presence="afgemeld"),
    Wrote("2019-05-02", 1010, KARIN, Kind.AGREEMENT, {
        "soort": "belofte", "wat": "Karin belt het fonds over de fiets", "van_wie": "gemeente"}, "2019-05-15"),
    Wrote("2019-05-03", 1010, None, Kind.QUESTION, {"tekst": "Mag ik in augustus drie weken naar mijn zus?",
                                                    "onderwerp": "iets_anders"}),
    Wrote("2019-05-10", 1010, None, Kind.SIGNAL, {"onderwerp": "kan_niet_betalen", "tekst": "De energierekening is hoog."}),
)  # fmt: skip


def guide_month(desk: Desk, month: Month) -> None:
    """Write what happened in the first days of a month, and in May the change of case manager that was told in April."""
    for one in sorted((row for row in HISTORY if Month.of_day(date.fromisoformat(row.day)) == month), key=lambda row: row.day):
        _write(desk, one)
    person, worker, first = HANDED
    if month == Month.of(first.year, first.month - 1):
        _hand_over(desk, person, worker, first)


def _at(desk: Desk, day: str, actor: str) -> Desk:
    other = Desk(desk.database, desk.town, actor, f"{day}T13:00:00Z")
    vars(other).update({name: value for name, value in vars(desk).items() if name in ("facts", "regime")})
    return other


def _write(desk: Desk, one: Wrote) -> None:
    at = _at(desk, one.day, one.by or f"inwoner {one.person}")
    role, body = Role.SUPPORT if one.by else Role.CLIENT, dict(one.body)
    about = body.get("about")
    if isinstance(about, Kind):
        known = entries_of(desk.database, desk.town.id, readable_by(Role.CLIENT), [one.person], kinds=[about])
        body["about"] = known[one.person][-1].seq
    write(at, one.person, one.kind, body, role=role, until=date.fromisoformat(one.until) if one.until else None)


def _hand_over(desk: Desk, person: int, worker: str, first: date) -> None:
    because = "Peter gaat een dag minder werken. Karin heeft daarom plaats voor u gemaakt."
    hand_over(_at(desk, "2019-04-09", PETER), person, worker, first, because)
