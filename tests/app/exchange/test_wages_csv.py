# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Wages from a CSV file: a row becomes a row of a case file, and a file is taken whole or not at all."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.app.exchange.returns import HEADER, ROW, SAMIRA, STRANGER, table, whose, with_columns
from werkzaam.app.earnings import KINDS, People, read_payslip
from werkzaam.app.exchange.delivered import LONGEST_LINE
from werkzaam.app.exchange.reported import MOST_BAD, BadRow, ReportedWage, RowsRefused, Standing
from werkzaam.app.exchange.wages_csv import COLUMNS, read_wages_csv
from werkzaam.app.rows import Document, Row
from werkzaam.core.errors import InputError, UnknownName

ROW_READ = {
    "baan": "Koffiehuis De Hoek", "gewerkt_van": date(2026, 3, 1), "gewerkt_tot": date(2026, 3, 31),
    "betaald_op": date(2026, 4, 5), "netto": "812.50", "bron": "OIB",
}  # fmt: skip


def only(content: bytes) -> ReportedWage:
    """The one wage of a file."""
    (wage,) = read_wages_csv(content, whose).wages()
    return wage


def refused(content: bytes) -> tuple[BadRow, ...]:
    """The bad rows of a file."""
    with pytest.raises(RowsRefused) as error:
        read_wages_csv(content, whose)
    return error.value.rows


def test_a_row_becomes_a_row_of_a_case_file(tmp_path: Path) -> None:
    file = tmp_path / "maart.csv"
    file.write_bytes(table(ROW))
    found = read_wages_csv(file)
    assert list(found.wages()) == [ReportedWage(7, 1, ROW_READ, 2, "maart.csv#2", Standing.NEW)]
    assert (found.wages_found, found.questions_found, found.remarks) == (1, 0, ())
    assert found.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_every_column_can_be_read_by_a_case(tmp_path: Path) -> None:
    one = only(with_columns(
        tijdvak="maand", loonsoort="werk", bruto="900,00", heffingskorting_toegepast="ja", gemiste_heffingskorting="0",
        vakantiegeld_opgebouwd="48,99", vakantiegeld_uitbetaald="10,00", vakantiegeld_eerder_opgebouwd="5,00",
        eindejaarsuitkering_opgebouwd="1,00", eindejaarsuitkering_uitbetaald="12,00", opgebouwd_van="2025-04-01",
        opgebouwd_tot="31-03-2026", reiskosten_onbelast="20,00", uren="24:30", loon_voor_heffing="900,00",
        ingehouden_loonheffing="80,00", ingehouden_zvw="1,00", voordeel_auto="2,00", voordeel_vrijgesteld="3,00",
        dienstbetrekking="nee", correctie="nee", melding="gewijzigd",
    ))  # fmt: skip
    slip = read_payslip(Row(Document("x", "", {}), "loon", 1, one.row), People(["x"]))
    assert one.standing is Standing.REPLACES
    assert slip.net == 81250
    assert slip.amounts["vakantiegeld_opgebouwd"] == 4899
    assert slip.amounts["gewerkte_minuten"] == 24 * 60 + 30
    assert slip.returned == {"loon_voor_heffing": 90000, "ingehouden_loonheffing": 8000, "ingehouden_zvw": 100,
                             "voordeel_auto": 200, "voordeel_vrijgesteld": 300, "dienstbetrekking": 0,
                             "loonaangifte_bekend": 1}  # fmt: skip
    assert slip.built_up == (date(2025, 4, 1), date(2026, 3, 31))
    assert slip.travel == 2000
    assert not set(COLUMNS) - set(HEADER.split(";")) - set(one.row) - set(slip.returned) - {"bsn", "melding"}


def test_an_empty_cell_says_nothing() -> None:
    assert only(with_columns(bruto="", tijdvak="", correctie="", melding="")).row == ROW_READ


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_wage_is_taken(kind: str) -> None:
    assert only(with_columns(loonsoort=kind)).row["loonsoort"] == kind


def test_commas_between_the_cells_are_read_too() -> None:
    header, row = HEADER.replace(";", ","), ROW.replace("812,50", '"812,50"').replace(";", ",")
    assert only(table(row, header=header)).row == ROW_READ


def test_an_unquoted_decimal_comma_in_a_file_with_commas_is_refused() -> None:
    (bad,) = refused(table(ROW.replace(";", ","), header=HEADER.replace(";", ",")))
    assert str(bad) == ("row 2: 8 cells were expected; found 9. In a file with commas an amount with a decimal comma stands in "
                        "quotes.")  # fmt: skip


def test_a_byte_order_mark_changes_nothing() -> None:
    assert only(b"\xef\xbb\xbf" + table(ROW)).row == ROW_READ


def test_line_ends_of_windows_and_quotes_and_empty_rows_change_nothing() -> None:
    content = table(";;;;;;;", ROW.replace("Koffiehuis De Hoek", '"Koffiehuis De Hoek"'), "").replace(b"\n", b"\r\n")
    assert only(content) == ReportedWage(7, 1, ROW_READ, 3, "delivered#3")


def test_a_correction_may_be_below_zero() -> None:
    header = f"{HEADER};correctie"
    wages = list(read_wages_csv(table(f"{ROW};nee", ROW.replace("812,50", "-30,00") + ";ja", header=header)).wages())
    assert [wage.row["netto"] for wage in wages] == ["812.50", "-30.00"]
    assert wages[1].row["correctie"] is True


def test_anything_else_below_zero_is_refused() -> None:
    (bad,) = refused(table(ROW.replace("812,50", "-30,00")))
    assert (bad.line, bad.place) == (2, "netto")
    assert "Only a correction of an earlier wage can be" in bad.why


def test_without_a_day_of_payment_the_last_day_stands_for_it_and_the_row_says_so() -> None:
    row = only(table("7;1;Hoek;2026-03-01;2026-03-31;812,50", header="huishouden;persoon;baan;gewerkt_van;gewerkt_tot;netto")).row
    assert row["betaald_op"] == date(2026, 3, 31)
    assert row["bron"] == "loonbestand, betaaldag niet gemeld"


def test_a_day_of_payment_is_not_left_out_of_one_row() -> None:
    assert refused(table(ROW, ROW.replace("2026-04-05", "").replace("7;1", "8;2"))) == (BadRow(3, "betaald_op", "it is empty."),)


def test_citizen_service_numbers_lead_to_a_person() -> None:
    header, row = HEADER.replace("huishouden;persoon", "bsn"), ROW.replace("7;1", SAMIRA)
    assert (only(table(row, header=header)).household, only(table(row, header=header)).person) == (7, 1)
    bad = refused(
        table(row.replace(SAMIRA, STRANGER), row.replace(SAMIRA, "123456789"), row.replace(SAMIRA, "12345678"), header=header)
    )
    assert [(one.line, one.place) for one in bad] == [(2, "bsn"), (3, "bsn"), (4, "bsn")]
    assert bad[0].why.startswith("nobody with this number is known here")
    assert not any(number in str(one) for one in bad for number in (STRANGER, "123456789", "12345678"))


def test_citizen_service_numbers_need_somebody_who_knows_whose_they_are() -> None:
    with pytest.raises(InputError, match="nothing here says whose they are"):
        read_wages_csv(table(ROW.replace("7;1", SAMIRA), header=HEADER.replace("huishouden;persoon", "bsn")))


@pytest.mark.parametrize("number", [SAMIRA, "NL91ABNA0417164300", "0417164300"])
def test_a_number_of_somebody_is_not_repeated_in_whatever_column_it_stood(number: str) -> None:
    for cell in ("812,50", "2026-03-31", "7;1"):
        rows = refused(table(ROW.replace(cell, f"x{number};1"[: None if ";" in cell else -2])))
        assert number not in "".join(map(str, rows))
        assert "#" * len(number) in "".join(map(str, rows))


def test_every_bad_row_is_told_and_nothing_is_taken() -> None:
    bad = refused(table(
        ROW,
        ROW.replace("812,50", "1.234").replace("2026-04-05", "5 april"),
        ROW.replace("Koffiehuis De Hoek", "=cmd()"),
        ROW.replace("2026-03-31", "2026-02-01"),
        "7;1;x",
        ROW.replace("7;1", "8;2"),
    ))  # fmt: skip
    assert [(one.line, one.place) for one in bad] == [(3, "betaald_op"), (3, "netto"), (4, "baan"), (5, "gewerkt_tot"), (6, "")]


def test_the_message_names_the_file_and_the_first_twenty_rows() -> None:
    with pytest.raises(RowsRefused) as error:
        read_wages_csv(table(*[ROW.replace("812,50", "x")] * 25))
    lines = str(error.value).splitlines()
    assert lines[0] == "delivered: 25 things cannot be read, so nothing of this file is taken:"
    assert lines[1] == "  row 2, netto: an amount in euros was expected, such as 1234,56; found 'x'."
    assert lines[-1] == "  and 5 more"
    assert len(lines) == 22


def test_reading_stops_after_a_thousand_bad_rows() -> None:
    with pytest.raises(RowsRefused, match=f"{MOST_BAD} things cannot be read; reading stopped there") as error:
        read_wages_csv(table(*[ROW.replace("812,50", "x")] * (MOST_BAD + 50)))
    assert len(error.value.rows) == MOST_BAD


def test_the_same_wage_twice_is_refused() -> None:
    (bad,) = refused(table(ROW, ROW.replace("812,50", "900,00")))
    assert str(bad) == "row 3: the same wage stands in an earlier row. Take one of the two out."


def test_two_corrections_of_one_wage_are_two_and_one_twice_is_refused() -> None:
    header, first, second = (
        f"{HEADER};correctie",
        ROW.replace("812,50", "-30,00") + ";ja",
        ROW.replace("812,50", "-31,00") + ";ja",
    )
    assert read_wages_csv(table(f"{ROW};nee", first, second, header=header)).wages_found == 3
    assert [bad.line for bad in refused(table(f"{ROW};nee", first, second, first, header=header))] == [5]


def test_what_was_withdrawn_and_what_replaces_is_told() -> None:
    header = f"{HEADER};melding"
    rows = [f"{ROW};gewijzigd", ROW.replace("812,50", "0").replace("7;1", "8;2") + ";ingetrokken"]
    assert [wage.standing for wage in read_wages_csv(table(*rows, header=header)).wages()] == [
        Standing.REPLACES,
        Standing.WITHDRAWN,
    ]
    (bad,) = refused(table(f"{ROW};ingetrokken", header=header))
    assert (bad.place, bad.why) == ("netto", "0 was expected of a wage that is withdrawn; found 812.50.")
    (bad,) = refused(table(f"{ROW};verkeerd", header=header))
    assert bad.why == "one of nieuw, gewijzigd, ingetrokken was expected; found 'verkeerd'."
    (bad,) = refused(table(f"{ROW};ja;gewijzigd", header=f"{HEADER};correctie;melding"))
    assert bad.place == "correctie"


@pytest.mark.parametrize(
    ("columns", "place"),
    [
        ({"tijdvak": "kwartaal"}, "tijdvak"), ({"tijdvak": "vier_weken"}, "tijdvak"), ({"loonsoort": "fooi"}, "loonsoort"),
        ({"uren": "24,5"}, "uren"), ({"heffingskorting_toegepast": "nee"}, "heffingskorting_toegepast"),
        ({"ingehouden_zvw": "1,00"}, "loonaangifte, loon_voor_heffing"),
        ({"dienstbetrekking": "ja"}, "loonaangifte, loon_voor_heffing"),
        ({"opgebouwd_van": "2026-01-01"}, "opgebouwd_van"), ({"bruto": "100001,00"}, "bruto"),
    ],
)  # fmt: skip
def test_what_a_case_file_refuses_is_refused_here(columns: dict[str, str], place: str) -> None:
    (bad,) = refused(with_columns(**columns))
    assert (bad.line, bad.place) == (2, place)
    assert len(bad.why) > 20


# -- files that are no table of wages ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b"\n", "semicolons or with commas between them; found neither"),
        (b"huishouden\tpersoon\n", "found tabs"),
        (b"huishouden;persoon,baan\n", "found ';' and ','"),
        (table(ROW).decode().encode("utf-16"), "is text in UTF-16"),
        (table(ROW.replace("Koffiehuis", "Café")).decode().encode("cp1252"), "row 2: is not text in UTF-8: see byte 8 of"),
        (table(ROW + "\0"), "row 2: holds a NUL byte"),
        (b"PK\x03\x04" + table(ROW), "is a packed file or a workbook"),
        (b"\x1f\x8b" + table(ROW), "is a packed file"),
        (table(header=HEADER), "has the names of columns and no row"),
        (table(ROW, header=HEADER.replace("bron", "bronn")), "row 1: the name of column 8, 'bronn', is not known here. Did"),
        (table(ROW, header=HEADER.replace("bron", "netto")), "row 1: the column netto stands there twice"),
        (table(ROW, header=HEADER.replace("netto", "bruto")), "row 1: the columns netto are needed"),
        (table(ROW, header=f"{HEADER};bsn"), "row 1: whose a wage is stands there twice: leave out bsn"),
        (table(ROW.replace("OIB", '"OIB')), "cannot be read as a table"),
        (table(ROW).replace(b"\n", b"\r"), "row 1"),
        (table(ROW.replace("OIB", "x" * LONGEST_LINE)), f"has a line of more than {LONGEST_LINE} bytes"),
    ],
)  # fmt: skip
def test_another_kind_of_file_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(InputError) as error:
        read_wages_csv(content, whose)
    assert why in str(error.value)


def test_a_first_line_without_names_is_not_repeated() -> None:
    with pytest.raises(UnknownName, match="the name of column 1 is not known here") as error:
        read_wages_csv(f"{SAMIRA};Jansen-2;x\n".encode())
    assert SAMIRA not in str(error.value)
    assert "Jansen" not in str(error.value)


def test_a_last_line_without_an_end_is_remarked() -> None:
    (remark,) = read_wages_csv(table(ROW).rstrip(b"\n")).remarks
    assert (remark.line, remark.what) == (2, "the last line has no end; if the file was cut off, its last cell may be too short")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv", Path("/dev/zero")):
        with pytest.raises(InputError, match="is not a file"):
            read_wages_csv(path)


def test_a_file_that_changes_between_checking_and_taking_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "maart.csv"
    file.write_bytes(table(ROW))
    found = read_wages_csv(file)
    file.write_bytes(table(ROW.replace("812,50", "912,50")))
    with pytest.raises(InputError, match=r"maart\.csv: was changed while it was being read"):
        list(found.wages())
    file.write_bytes(table("x"))
    with pytest.raises(InputError, match="was changed while it was being read"):
        list(found.wages())


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "groot.csv"
    with file.open("wb") as out:
        out.truncate((4 << 30) + 1)
    with pytest.raises(InputError, match="is larger than 4096 MiB"):
        read_wages_csv(file)


def test_a_file_that_grows_past_the_limit_is_refused_too() -> None:
    found = replace(read_wages_csv(table(ROW)), most_bytes=10)
    with pytest.raises(InputError, match="is larger than 0 MiB"):
        list(found.wages())
