# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier as its page, and the message about another case manager, letter by letter.

`python -m tests.golden.dossier.make` writes the texts anew; read them aloud before you commit them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.app.casework.counter import TOWN, Counter
from tests.app.casework.people_at_work import put_to_work
from werkzaam.app.casework.dossier_page import dossier_page
from werkzaam.app.casework.handing_over import hand_over, handover_text, message
from werkzaam.casework.entry import Kind, Role
from werkzaam.store.check import create_schema
from werkzaam.store.database import open_database

HERE = Path(__file__).parent
CLIENT = 7


def texts() -> Iterator[tuple[Path, str]]:
    """Each file with its text."""
    with pytest.MonkeyPatch.context() as patch:
        put_to_work(patch)
        counter = Counter(open_database("sqlite:///:memory:"))
        create_schema(counter.database)
        _live(counter)
        change = hand_over(counter.on("2020-05-20"), CLIENT, "d.dekker", date(2020, 6, 1), "Nadia krijgt ander werk.")
        for lang in ("nl", "en"):
            told = handover_text(change, CLIENT, lang) + message(change, TOWN.name, TOWN.phone, lang)
            yield HERE / f"handover.{lang}.txt", told
            for role in (Role.SUPPORT, Role.ENFORCEMENT):
                page = dossier_page(counter.on("2020-05-20"), CLIENT, lang, role=role)
                yield HERE / f"dossier_{role.value}.{lang}.txt", page
        counter.database.close()


def _live(counter: Counter) -> None:
    """A year and a half of an invented client of self-direction."""
    write = counter.write
    counter.open("2019-01-07", CLIENT)
    counter.assign("2019-01-07", CLIENT, "j.visser")
    write("2019-01-07", CLIENT, Kind.GUIDANCE, deel="ams_self_direction", omdat="loting")
    goal = write("2019-02-04", CLIENT, Kind.GOAL, gebied="mantelzorg", stap="Rust op dinsdag.", tempo="zo lang als nodig",
                 eigenaar="samen")  # fmt: skip
    write("2019-02-04", CLIENT, Kind.CONFIRMED, role=Role.CLIENT, over=goal.seq)
    write("2019-02-04", CLIENT, Kind.GOAL, gebied="deeltijdwerk", stap="Kijken bij een school.", tempo="zes maanden",
          uren="16", eigenaar="samen")  # fmt: skip
    write("2019-02-04", CLIENT, Kind.AGREEMENT, until="2021-08-31", soort="toestemming", wat="de opleiding tot coach, drie jaar",
          van_wie="samen")  # fmt: skip
    write("2019-02-04", CLIENT, Kind.PLAN, eigenaar="klant", tekst="Drie mensen om hulp vragen.", ondertekend="2019-02-04")
    write("2019-02-04", CLIENT, Kind.CONTACT, kanaal="bezoek", initiatief="inwoner", soort="kennismaking", opkomst="gekomen")
    hand_over(counter.on("2019-09-02"), CLIENT, "n.noor", date(2019, 10, 1), "Joke gaat met pensioen.")
    summary = write("2020-05-04", CLIENT, Kind.SUMMARY, actor="n.noor", tekst="Zorgt voor haar moeder. Wil naar de kinderopvang.")
    write(
        "2020-05-04",
        CLIENT,
        Kind.CORRECTION,
        role=Role.CLIENT,
        actor="n.noor",
        over=summary.seq,
        tekst="Ik zorg voor mijn tante.",
    )
    write("2020-05-04", CLIENT, Kind.QUESTION, role=Role.CLIENT, actor="n.noor", tekst="Wat staat er in deze brief?")
    write("2020-05-04", CLIENT, Kind.PRESSURE, role=Role.CLIENT, actor="n.noor", oordeel="te_veel")


if __name__ == "__main__":
    for file, text in texts():
        file.write_text(text, encoding="utf-8")
        print(file)
