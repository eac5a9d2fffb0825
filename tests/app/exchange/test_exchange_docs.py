# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/exchange.md says what the readers and the writer do: every column, element, code, field and limit."""

from __future__ import annotations

import re
from dataclasses import fields

from tests.app.exchange.orders import order
from tests.house.tree import ROOT
from werkzaam.app.exchange import camt, pain, payment_status, wage_return, wages_csv, wages_xml, xml_reading
from werkzaam.app.exchange.cells import LONGEST_TEXT, YEARS
from werkzaam.app.exchange.delivered import LONGEST_LINE
from werkzaam.app.exchange.reported import PAID_ON_UNKNOWN, Standing
from werkzaam.app.exchange.wages_csv import read_wages_csv

PAGE = (ROOT / "docs/reference/exchange.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([^`\n]+)`", PAGE))
WORDS = {word for name in NAMED for word in re.split(r"[/ ]", name)}


def test_every_column_and_way_to_report_stands_there() -> None:
    assert set(wages_csv.COLUMNS) <= NAMED
    assert {standing.value for standing in Standing} <= NAMED
    assert PAID_ON_UNKNOWN in NAMED


def test_every_element_that_is_used_stands_there() -> None:
    used = {*wage_return._AMOUNTS, *wage_return.APART, *wage_return.NOT_USED, wage_return.INITIAL, wage_return.WITHDRAWAL,
            wage_return.CORRECTION, wage_return.FULL, wage_return.ADDED, "NmIP", "LhNr", "SofiNr", "NumIV", "DatAanv", "DatEind",
            "DatAanvTv", "DatEindTv", "SrtIV", "IndLhKort"}  # fmt: skip
    assert used <= WORDS


def test_every_income_code_stands_there_with_its_kind() -> None:
    (line,) = (line for line in PAGE.splitlines() if line.startswith("| `loonsoort` |"))
    said = {code: kind for kind, codes in re.findall(r"`(\w+)` for ([\d, ]+)", line) for code in re.findall(r"\d+", codes)}
    assert said == wage_return.KINDS


def test_every_field_of_an_item_and_every_movement_stands_there() -> None:
    assert {field.name for field in fields(camt.BankItem)} - {"line"} <= NAMED
    assert {movement.name for movement in camt.Movement} <= NAMED
    assert {*camt.OPENING, *camt.CLOSING} <= NAMED
    assert {name.rpartition(":")[2] for name in (*camt.NAMESPACES, pain.NAMESPACE)} <= NAMED
    assert {payment_status.NAMESPACES[at].rpartition(":")[2] for at in (0, -1)} <= NAMED
    assert {payment_status.REJECTED, *payment_status.STOPPED, "OrgnlMsgId", "OrgnlEndToEndId", "StsRsnInf"} <= NAMED


def test_every_value_of_an_order_stands_there() -> None:
    of_order = {field.name for field in fields(order())} - {"transfers", "execution_day", "booked_together", "debtor_iban"}
    assert of_order | {field.name for field in fields(order().transfers[0])} <= NAMED


def test_the_limits_are_those_of_the_code() -> None:
    told = re.sub(r"\s+", " ", PAGE)
    for limit in (
        f"| {wages_csv.MOST_BYTES >> 20} MiB |", f"| {wages_xml.MOST_BYTES >> 20} MiB |", f"| {camt.MOST_BYTES >> 20} MiB |",
        f"| {payment_status.MOST_BYTES >> 20} MiB |",
        f"a line of more than {LONGEST_LINE} bytes", f"a text of more than {LONGEST_TEXT} characters",
        f"from {YEARS[0]} to {YEARS[-1]}", f"more than {xml_reading.DEEPEST} elements deep",
        f"of more than {xml_reading.LONGEST_TOKEN >> 10} KiB", f"a text of more than {xml_reading.LONGEST_TEXT} characters",
        f"more than {xml_reading.MOST_ATTRIBUTES} attributes", f"more than {xml_reading.MOST_HELD} elements in one piece",
        f"to {pain.MOST_CENTS // 100}.{pain.MOST_CENTS % 100:02d} euros",
        f"1 to {pain.LONGEST_NAME}, {pain.LONGEST_NAME} and {pain.LONGEST_TEXT} characters",
    ):  # fmt: skip
        assert limit in told


def test_the_example_is_read() -> None:
    example = re.search(r"```csv\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    first, second = read_wages_csv(example[1].encode()).wages()
    assert (first.row["netto"], first.row["vakantiegeld_opgebouwd"]) == ("1012.50", "81.00")
    assert (second.row["netto"], second.row["correctie"]) == ("-30.00", True)
