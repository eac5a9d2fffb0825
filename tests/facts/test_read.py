# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A number without name, unit, law, months, source or day seen does not load, and the error says what to do."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month, Span
from werkzaam.facts.read import read_facts

SOURCES = """
wet_2018 = { gezien = 2026-11-21, vindplaats = "https://wetten.overheid.nl/BWBR0015703" }
"""
TABLE = """
[norm]
wet = "Participatiewet art. 21 b"
eenheid = "euro per maand"
betekenis = "De norm."
meaning = "The norm."
waarden = [
  { vanaf = "2018-01", tot = "2018-06", waarde = "1417.32", zekerheid = "gezien", bron = "wet_2018" },
]
"""


def folder(where: Path, table: str = TABLE, sources: str = SOURCES) -> Path:
    (where / "normen.toml").write_text(table, encoding="utf-8")
    (where / "bronnen.toml").write_text(sources, encoding="utf-8")
    return where


def row(text: str) -> str:
    """The table with other values."""
    return TABLE[: TABLE.index("  {")] + f"  {text},\n]\n"


def test_a_complete_value_loads_in_cents(tmp_path: Path) -> None:
    fact = read_facts(folder(tmp_path)).on("norm", Month.parse("2018-06"))
    assert (fact.value, fact.source) == (1417_32, "https://wetten.overheid.nl/BWBR0015703")


def test_a_percentage_loads_as_an_exact_share(tmp_path: Path) -> None:
    table = TABLE.replace("euro per maand", "procent").replace("1417.32", "12.5")
    assert read_facts(folder(tmp_path, table)).on("norm", Month.parse("2018-01")).value == Fraction(1, 8)


def test_a_value_without_an_end_is_still_running(tmp_path: Path) -> None:
    facts = read_facts(folder(tmp_path, TABLE.replace(' tot = "2018-06",', "")))
    assert facts.months("norm") == (Span.parse("2018-01"),)


def test_a_hole_keeps_the_day_we_looked(tmp_path: Path) -> None:
    facts = read_facts(
        folder(tmp_path, row('{ vanaf = "2018-01", gat = true, gezien = 2026-11-21, opmerking = "niet gevonden" }'))
    )
    (hole,) = facts.about("norm").holes
    assert (facts.series("norm"), str(hole.seen), hole.note) == ((), "2026-11-21", "niet gevonden")


@pytest.mark.parametrize(("word", "certain"), [("gezien", True), ("afgeleid", False), ("onzeker", False)])
def test_only_a_number_that_was_read_is_certain(tmp_path: Path, word: str, certain: bool) -> None:
    facts = read_facts(folder(tmp_path, TABLE.replace('"gezien"', f'"{word}"')))
    assert facts.series("norm")[0].certain is certain


GOOD = '{ vanaf = "2018-01", tot = "2018-06", waarde = "1417.32", zekerheid = "gezien", bron = "wet_2018" }'
RUNNING = GOOD.replace(' tot = "2018-06",', "")
LATER = GOOD.replace("2018-0", "2019-0")
REFUSED = {
    "no source": (TABLE.replace(', bron = "wet_2018"', ""), "value from 2018-01: has no bron"),
    "unknown source": (TABLE.replace("wet_2018", "wet_2017"), "bron 'wet_2017' does not stand in bronnen.toml.*mean wet_2018"),
    "no law": (TABLE.replace('wet = "Participatiewet art. 21 b"\n', ""), "norm: has no wet; add wet ="),
    "no unit": (TABLE.replace('eenheid = "euro per maand"\n', ""), "norm: has no eenheid"),
    "unknown unit": (TABLE.replace("euro per maand", "gulden"), "eenheid 'gulden' is not known; write one of: euro,"),
    "no meaning": (TABLE.replace('meaning = "The norm."\n', ""), "norm: has no meaning"),
    "no first month": (TABLE.replace('vanaf = "2018-01", ', ""), "norm: has no vanaf"),
    "a day for a month": (TABLE.replace('"2018-01"', '"2018-01-01"'), "Write vanaf and tot as months in quotes"),
    "a month without quotes": (TABLE.replace('tot = "2018-06"', "tot = 2018"), "Write vanaf and tot as months in quotes"),
    "ends before it begins": (TABLE.replace('tot = "2018-06"', 'tot = "2017-06"'), "ends before it begins"),
    "no certainty": (TABLE.replace(' zekerheid = "gezien",', ""), "has no zekerheid"),
    "unknown certainty": (TABLE.replace('"gezien"', '"zeker"'), "zekerheid is 'zeker'; write one of gezien, afgeleid, onzeker"),
    "no number": (TABLE.replace(' waarde = "1417.32",', ""), "has no waarde"),
    "a number without quotes": (TABLE.replace('"1417.32"', "1417.32"), "has no waarde; add waarde .* as text in quotes"),
    "an amount without cents": (TABLE.replace("1417.32", "1417"), "two decimals, like \"992.12\"; found '1417'"),
    "a comma": (TABLE.replace("1417.32", "1.417,32"), "two decimals"),
    "a share in a unit of money": (TABLE.replace("1417.32", "5.0 procent"), "an amount in euros"),
    "money in a unit of shares": (TABLE.replace("euro per maand", "procent").replace("1417.32", "€ 5"), "a percentage, like"),
    "half a year of age": (TABLE.replace("euro per maand", "jaren").replace("1417.32", "21.5"), "a whole number"),
    "unknown field": (TABLE.replace("bron =", "bronn ="), "has an unknown field bronn; known here: bron, opmerking"),
    "unknown field of the key": (TABLE.replace("wet =", "artikel ="), "norm: has an unknown field artikel"),
    "overlap": (row(f"{GOOD}, {GOOD.replace('2018-01', '2018-06')}"), "two values overlap: 2018-01 to 2018-06 and 2018-06"),
    "overlap with a running value": (row(f"{RUNNING}, {LATER}"), "two values overlap: from 2018-01 and 2019-01"),
    "overlap with a hole": (row(f'{GOOD}, {{ vanaf = "2018-03", gat = true, gezien = 2026-11-21 }}'), "two values overlap"),
    "a hole with a number": (row('{ vanaf = "2018-01", gat = true, gezien = 2026-11-21, waarde = "1.00" }'), "unknown field"),
    "a hole without a day": (row('{ vanaf = "2018-01", gat = true }'), "has no day on which the source was read"),
    "a hole that is none": (row('{ vanaf = "2018-01", gat = false, gezien = 2026-11-21 }'), "gat can only be true"),
    "no values": (TABLE[: TABLE.index("waarden")], "norm: has no values"),
    "no table": ('norm = "1417.32"', "norm: stands outside a table"),
    "broken TOML": (TABLE.replace("]\n", "", 2), "is not valid TOML"),
}  # fmt: skip


@pytest.mark.parametrize(("table", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_an_incomplete_value_is_refused_with_file_and_remedy(tmp_path: Path, table: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as refused:
        read_facts(folder(tmp_path, table))
    assert str(refused.value).startswith("normen.toml: ")


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ('wet_2018 = "https://wetten.overheid.nl"', "wet_2018: must be written"),
        ("wet_2018 = { gezien = 2026-11-21 }", "wet_2018: has no vindplaats"),
        ('wet_2018 = { vindplaats = "https://wetten.overheid.nl" }', "wet_2018: has no day on which the source was read"),
        ('wet_2018 = { gezien = "21 november", vindplaats = "https://wetten.overheid.nl" }', "has no day"),
        ('wet_2018 = { gezien = 2026-11-21, vindplaats = "een krant" }', "wet_2018: vindplaats must start with https://"),
        ('wet_2018 = { url = "https://wetten.overheid.nl" }', "unknown field url"),
    ],
)
def test_an_incomplete_source_is_refused(tmp_path: Path, sources: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as refused:
        read_facts(folder(tmp_path, sources=sources))
    assert str(refused.value).startswith("bronnen.toml: ")


def test_a_key_in_two_files_is_refused_naming_both(tmp_path: Path) -> None:
    (folder(tmp_path) / "tweede.toml").write_text(TABLE, encoding="utf-8")
    with pytest.raises(InputError, match=r"tweede.toml: norm: stands in normen.toml too"):
        read_facts(tmp_path)


def test_a_folder_without_sources_or_facts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"has no bronnen.toml"):
        read_facts(tmp_path)
    (tmp_path / "bronnen.toml").write_text(SOURCES, encoding="utf-8")
    with pytest.raises(InputError, match="No facts were found"):
        read_facts(tmp_path)


def test_the_shipped_facts_are_read_once() -> None:
    assert read_facts() is read_facts()


def test_nothing_of_the_raw_material_was_lost() -> None:
    facts = read_facts()
    values = sum(len(facts.series(key)) for key in facts.by_key)
    holes = sum(len(facts.about(key).holes) for key in facts.by_key)
    # 545 rows, 18 of which became a lower bound, a share and a deduction; the formula of cost sharers added 2.
    assert values + holes >= 545 + 2 * 18 + 2


def test_every_shipped_key_names_its_law_and_its_meaning_in_two_languages() -> None:
    facts = read_facts()
    for key in facts.by_key:
        about = facts.about(key)
        assert about.law[:1].isupper(), key
        assert about.betekenis.endswith("."), key
        assert about.meaning.endswith("."), key
        assert about.betekenis != about.meaning, key


def test_no_number_of_a_town_or_another_country_is_a_fact_of_the_state() -> None:
    towns = ("amsterdam", "iasz", "zweden", "duitsland")
    assert [key for key in read_facts().by_key if key.startswith(towns)] == []
