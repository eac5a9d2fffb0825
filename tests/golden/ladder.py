# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a client reads about being invited: the page of the ladder, and the letters of Amsterdam and Rotterdam.

`python -m tests.golden.ladder` writes the texts anew; read them aloud before you commit them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.app.casework.counter import Counter
from werkzaam.app.casework.invitation_letter import invitation_letter
from werkzaam.app.casework.ladder_page import ladder_page
from werkzaam.casework.entry import Kind
from werkzaam.store.check import create_schema
from werkzaam.store.database import Database, open_database

HERE = Path(__file__).parent / "ladder"
ABSENT = {"kanaal": "bezoek", "initiatief": "klantmanager", "soort": "kennismaking", "opkomst": "niet_gekomen"}
AMSTERDAM = (("2018-03-01", "vriendelijke_brief", "2018-03-12"), ("2018-03-14", "herhaling", "2018-03-26"))
ROTTERDAM = (("2018-03-01", "uitnodiging", "2018-03-12"), ("2018-03-14", "aangetekend", "2018-03-26"))


def invited(database: Database, part: str, steps: tuple[tuple[str, str, str], ...]) -> Counter:
    """A town in which client 7 stayed away from some steps without a word."""
    counter = Counter(database)
    counter.open("2018-02-01", 7)
    counter.write("2018-02-01", 7, Kind.GUIDANCE, deel=part, omdat="regels van de stad")
    for sent, step, meet in steps:
        counter.write(sent, 7, Kind.LADDER_STEP, trede=step, afspraak_op=meet, tijd="10:00", plaats="Huis van de Wijk")
        counter.write(meet, 7, Kind.CONTACT, **ABSENT)
    return counter


def pages(amsterdam: Database, rotterdam: Database) -> Iterator[tuple[Path, str]]:
    """Each file with its text, made in two empty databases."""
    friendly, strict = invited(amsterdam, "ams_vitamine_a", AMSTERDAM), invited(rotterdam, "rot_taskforce", ROTTERDAM)
    strict.write("2018-03-26", 7, Kind.ACTIVITY, wat="vrijwilligerswerk", uren="4", uren_omdat="om rustig te beginnen")
    for lang in ("nl", "en"):
        yield HERE / f"friendly.{lang}.txt", ladder_page(friendly.on("2018-03-27"), 7, lang)
        yield HERE / f"strict.{lang}.txt", ladder_page(strict.on("2018-03-27"), 7, lang)
        yield HERE / f"third-letter.{lang}.txt", invitation_letter(strict.on("2018-03-27"), 7, lang)
    friendly.write("2018-04-02", 7, Kind.VISIT, bezoek_op="2018-04-10", doel="steun", grond="horen hoe het gaat",
                   verteld_op="2018-04-02", organisatie="de gemeente", gegevens="naam en adres")  # fmt: skip
    friendly.write("2018-04-02", 7, Kind.LADDER_STEP, trede="huisbezoek", afspraak_op="2018-04-10", tijd="14:00")
    for lang in ("nl", "en"):
        yield HERE / f"home-visit.{lang}.txt", invitation_letter(friendly.on("2018-04-02"), 7, lang)


def empty() -> Database:
    """An empty database in memory."""
    database = open_database("sqlite:///:memory:")
    create_schema(database)
    return database


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for file, text in pages(empty(), empty()):
        file.write_text(text, encoding="utf-8")
        print(file)
