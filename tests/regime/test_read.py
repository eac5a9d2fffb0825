# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading: every value form, and every file that cannot be read as meant."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from tests.regime.conftest import TEXTS, Folder
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.months import Month
from werkzaam.regime.model import Value
from werkzaam.regime.read import read_part, read_regime

JANUARY = Month.parse("2021-01")
ASSUMED = 'aanname = true\nwaarom = "De bron zwijgt."\nwhy = "The source is silent."'


@pytest.mark.parametrize(
    ("path", "written", "value"),
    [
        ("premie.geldt", "true", True),
        ("premie.aandeel", "50", Fraction(1, 2)),
        ("premie.aandeel", "12.5", Fraction(1, 8)),
        ("premie.aandeel", '"12.5"', Fraction(1, 8)),
        ("premie.maximum", "200", 200_00),
        ("premie.maximum", "199.50", 199_50),
        ("premie.maximum", '"199,50"', 199_50),
        ("premie.uitbetaling", "[7, 1]", (7, 1)),
        ("inkomsten.methode", '"achteraf"', "achteraf"),
        ("vrijlating.schijven_duur", "24", 24),
        ("norm.vakantietoeslag_maand", "5", 5),
        (
            "vrijlating.schijven_aandelen",
            '[{ vanaf = "0.00", aandeel = 100 }, { vanaf = 100, aandeel = "12.5" }]',
            ((0, Fraction(1)), (100_00, Fraction(1, 8))),
        ),
    ],
)
def test_a_value_gets_the_type_of_its_kind(folder: Folder, path: str, written: str, value: Value) -> None:
    section, field = path.split(".")
    found = folder.read(f"[{section}]\n{field} = {written}\n").value(path, JANUARY).value
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("path", "written", "message"),
    [
        ("premie.geldt", "1", "true or false was expected; found 1"),
        ("premie.aandeel", "true", "a percentage such as 50"),
        ("premie.aandeel", '"half"', "A percentage was expected"),
        ("premie.maximum", '"1.200"', "thousands separator"),
        ("premie.maximum", "0.5", "An amount in euros was expected"),
        ("premie.maximum", "[200]", "an amount such as 200"),
        ("premie.uitbetaling", "6", "two month numbers such as"),
        ("premie.uitbetaling", "[true, 6]", "two month numbers such as"),
        ("inkomsten.methode", "1", "one of op_de_maand, achteraf"),
        ("vrijlating.schijven_duur", '"24"', "a whole number such as 6, without quotes was expected"),
        ("vrijlating.schijven_duur", "true", "a whole number such as 6"),
        ("vrijlating.schijven_duur", "6.5", "a whole number such as 6"),
        ("vrijlating.schijven_aandelen", "25", r"a list of bands such as \[\{ vanaf"),
        ("vrijlating.schijven_aandelen", "[25]", "a list of bands such as"),
        ("vrijlating.schijven_aandelen", '[{ vanaf = "0.00" }]', "A band has vanaf and aandeel"),
        ("vrijlating.schijven_aandelen", "[{ vanaf = true, aandeel = 20 }]", "A band has vanaf and aandeel"),
        ("vrijlating.schijven_aandelen", '[{ vanaf = "1.000", aandeel = 20 }]', "thousands separator"),
        ("vrijlating.schijven_aandelen", '[{ vanaf = "0.00", aandeel = "20%" }]', "A percentage was expected"),
        ("vrijlating.schijven_aandelen", '[{ vanaf = "0.00", tot = "1.00", aandeel = 20 }]', "No field is called 'tot' here"),
        ("premie.aandeel", '{ bron = "krant" }', "found nothing .waarde is missing"),
    ],
)
def test_a_value_of_another_kind_is_refused(folder: Folder, path: str, written: str, message: str) -> None:
    section, field = path.split(".")
    with pytest.raises(InputError, match=message) as refused:
        folder.read(f"[{section}]\n{field} = {written}\n")
    assert f"proef.toml, {path}: " in str(refused.value)


def test_values_may_be_dated(folder: Folder) -> None:
    part = folder.read(
        '[premie]\nmaximum = [{ vanaf = "2018-01", tot = "2021-02", waarde = "200.00" },\n'
        '{ vanaf = "2021-03", waarde = "217.00", bron = "krant" }]\n'
    )
    assert part.value("premie.maximum", Month.parse("2021-02")).value == 200_00
    assert part.value("premie.maximum", Month.parse("2021-03")).value == 217_00
    assert part.value("premie.maximum", Month.parse("2021-03")).source == "krant"
    assert not part.states("premie.maximum", Month.parse("2017-12"))


def test_bands_may_stand_in_tables_of_their_own_and_be_dated(folder: Folder) -> None:
    tables = "".join(
        f'[[vrijlating.schijven_aandelen]]\nvanaf = "{first}.00"\naandeel = {part}\n' for first, part in ((0, 50), (200, 0))
    )
    bands = ((0, Fraction(1, 2)), (200_00, Fraction(0)))
    assert folder.read(tables).value("vrijlating.schijven_aandelen", JANUARY).value == bands
    dated = folder.read(
        '[vrijlating]\nschijven_aandelen = [{ tot = "2020-12", waarde = [{ vanaf = "0.00", aandeel = 25 }] },\n'
        '{ vanaf = "2021-01", bron = "wet", waarde = [{ vanaf = "0.00", aandeel = 50 }, { vanaf = "200.00", aandeel = 0 }] }]\n'
    )
    chosen = dated.value("vrijlating.schijven_aandelen", JANUARY)
    assert (chosen.value, chosen.source) == (bands, "wet")
    assert dated.value("vrijlating.schijven_aandelen", JANUARY - 1).value == ((0, Fraction(1, 4)),)


def test_a_part_and_a_town_are_dutch_unless_they_name_another_country(folder: Folder) -> None:
    assert folder.read("[premie]\ngeldt = true\n").land == "NL"
    assert folder.read("[premie]\ngeldt = true\n", 'land = "SE"').land == "SE"
    folder.part("zweden", "[premie]\ngeldt = true\n", 'land = "SE"')
    towns = [read_regime(folder.town("dorp", "zweden", dates=f'{land}vanaf = "2021-01"')) for land in ("", 'land = "SE"\n')]
    assert [town.land for town in towns] == ["NL", "SE"]
    assert towns[0].digest != towns[1].digest


@pytest.mark.parametrize("land", ['"nl"', '"DEU"', '"Duitsland"', '""', "49"])
def test_a_country_that_is_not_one_is_refused(folder: Folder, land: str) -> None:
    with pytest.raises(InputError, match=r'proef\.toml: land must be a country in two capitals, such as "NL" or "DE"; found'):
        folder.read("[premie]\ngeldt = true\n", f"land = {land}")


def test_an_assumption_carries_its_reason_and_no_source(folder: Folder) -> None:
    chosen = folder.read(f"[premie.geldt]\nwaarde = true\n{ASSUMED}\n").value("premie.geldt", JANUARY)
    assert (chosen.assumed, chosen.waarom, chosen.why) == (True, "De bron zwijgt.", "The source is silent.")
    assert chosen.source == ""


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("aanname = true", "waarom is missing"),
        ('aanname = true\nwaarom = "Nee."', "why is missing"),
        ('aanname = "ja"', "aanname must be true or false"),
        ('waarom = "Nee."', "A reason belongs to an assumption"),
        ('reden = "Nee."', "No field is called 'reden' here"),
        ('vanaf = "2021-13"', "A month was expected"),
        ("vanaf = 2021-01-01", "vanaf must be a text"),
        ('bron = ""', "bron must be a text"),
    ],
)
def test_a_statement_that_is_not_clear_is_refused(folder: Folder, lines: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        folder.read(f"[premie.geldt]\nwaarde = true\n{lines}\n")


def test_a_value_cannot_hold_longer_than_its_file(folder: Folder) -> None:
    with pytest.raises(InputError, match="reach outside those of the file, 2021-01 to 2021-06"):
        folder.read('[premie]\ngeldt = { waarde = true, tot = "2021-07" }\n', 'vanaf = "2021-01"\ntot = "2021-06"')


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("[premie]\nmaximun = 200\n", r"No choice is called 'premie.maximun'. Did you mean premie.maximum"),
        ("[premi]\nmaximum = 200\n", "No field is called 'premi' here. Did you mean premie"),
        ("premie = true\n", "premie must be a table"),
    ],
)
def test_an_unknown_field_is_refused_with_close_matches(folder: Folder, fields: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        folder.read(fields)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("soort = ", "This is not a TOML file"),
        ('soort = "stad"', 'soort must be "deel" or "gemeente"'),
        ('soort = "deel"\nid = "anders"', "The id is 'anders'; it must be the file name, 'proef'"),
        ('soort = "deel"\nid = "proef"\nbron = "krant"', "id is missing|gemeente is missing"),
        (f'soort = "deel"\nid = "proef"\n{TEXTS}', "bron is missing"),
        ('soort = "gemeente"\nid = "proef"', 'soort = "deel" was expected; this one has soort = "gemeente"'),
    ],
)
def test_a_part_without_its_outline_is_refused(folder: Folder, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_part(folder.write("proef", text))


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ('vanaf = "2021-01"', "The parts are missing"),
        ('vanaf = "2021-01"\nuses = []', "The parts are missing"),
        ('uses = ["earn_full_settlement"]', "The first month is missing"),
        ('vanaf = "2021-01"\ntot = "2020-12"\nuses = ["earn_full_settlement"]', "ends before it begins"),
        ('vanaf = "2021-01"\nuses = ["earn_full_settlement", "earn_full_settlement"]', "named twice in uses"),
        ('vanaf = "2021-01"\nuses = ["earn_ful_settlement"]', "Did you mean earn_full_settlement"),
        ('vanaf = "2021-01"\nuses = ["amsterdam_2018"]', "A town regime is not a part"),
        ('vanaf = "2021-01"\nuses = ["earn_full_settlement"]\n[premie]\ngeldt = true', r"move \[premie\] to a part"),
    ],
)
def test_a_town_without_its_outline_is_refused(folder: Folder, lines: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_regime(folder.write("dorp", f'soort = "gemeente"\nid = "dorp"\n{TEXTS}{lines}\n'))


def test_an_unknown_regime_is_refused_with_close_matches() -> None:
    with pytest.raises(UnknownName, match=r"No regime is called 'amsterdam_2019'. Did you mean amsterdam_20"):
        read_regime("amsterdam_2019")
    with pytest.raises(UnknownName, match=r"No part of a regime is called 'earn_premium'. Did you mean"):
        read_part("earn_premium")


def test_a_part_is_not_read_as_a_town() -> None:
    with pytest.raises(InputError, match="A part is named in the uses of a town regime"):
        read_regime("earn_full_settlement")


def test_a_path_without_a_file_is_refused() -> None:
    with pytest.raises(InputError, match="There is no such file"):
        read_regime(Path("nergens/dorp.toml"))


def test_an_own_part_cannot_take_the_name_of_a_shipped_one(folder: Folder) -> None:
    folder.part("earn_full_settlement", "[vrijlating]\nn = true\n")
    with pytest.raises(InputError, match="earn_full_settlement is both shipped and in"):
        read_regime(folder.town("dorp", "earn_full_settlement"))
