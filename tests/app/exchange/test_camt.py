# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Bank statements: what we ordered comes back payment by payment, and what we did not order stays with what it carries."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.exchange.orders import dutch_iban, order, transfer
from tests.pretend_bank import Bank, Fate, Other
from werkzaam.app.exchange.camt import BankItem, Movement, StatementFile, read_statements
from werkzaam.app.exchange.pain import write
from werkzaam.app.exchange.reported import RowsRefused
from werkzaam.core.errors import InputError

VERSIONS = ("02", "08")
HEAD = "<Id>S-1</Id><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></Acct>"
DAY = "<BookgDt><Dt>2026-04-08</Dt></BookgDt>"


def statement(*entries: str, head: str = HEAD, version: str = "08", message: str = "") -> bytes:
    """A statement of these entries, without balances unless the head has them."""
    return (
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"><BkToCstmrStmt><GrpHdr>{message}</GrpHdr><Stmt>'
        f"{head}\n{''.join(entries)}</Stmt></BkToCstmrStmt></Document>"
    ).encode()


def entry(
    amount: str = "10.00", direction: str = "DBIT", details: str = "", more: str = DAY, status: str = "<Cd>BOOK</Cd>"
) -> str:
    """One entry, on a line of its own."""
    sts = f"<Sts>{status}</Sts>" if status else ""
    return f'<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd>{sts}{more}{details}</Ntry>\n'


def part(amount: str = "", ident: str = "E-1", more: str = "") -> str:
    """One part of an entry."""
    told = f'<Amt Ccy="EUR">{amount}</Amt>' if amount else ""
    return f"<TxDtls><Refs><EndToEndId>{ident}</EndToEndId></Refs>{told}{more}</TxDtls>"


def details(*parts: str) -> str:
    return f"<NtryDtls>{''.join(parts)}</NtryDtls>"


def balance(code: str, amount: str, direction: str = "CRDT") -> str:
    kind = f"<Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>"
    return f'<Bal>{kind}<Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd></Bal>'


def items(*entries: str) -> list[BankItem]:
    return list(read_statements(statement(*entries)).items)


def refused(content: bytes) -> tuple[tuple[int, str, str], ...]:
    with pytest.raises(RowsRefused) as error:
        read_statements(content)
    return tuple((bad.line, bad.place, bad.why) for bad in error.value.rows)


def told(found: StatementFile, *movements: Movement) -> list[tuple[str | None, int]]:
    """The payments of these movements, by id."""
    return [(one.end_to_end_id, one.cents) for one in found.items if one.movement in movements]


# -- there and back ---------------------------------------------------------------------------------


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("together", [True, False])
def test_what_was_ordered_comes_back(version: str, together: bool) -> None:
    made = order(transfer(1), transfer(2, 30_00, "Zoë & Zn"), transfer(3, 1))
    bank = Bank(version, together)
    found = read_statements(bank.statement(write(made), {"W-2026-03-2": Fate.RETURNED, "W-2026-03-3": Fate.REFUSED}))
    assert told(found, Movement.BOOKED) == [("W-2026-03-1", 812_50), ("W-2026-03-2", 30_00)]
    (back,) = (one for one in found.items if one.movement is Movement.RETURNED)
    assert (back.end_to_end_id, back.cents, back.reason, back.day) == ("W-2026-03-2", 30_00, "AC04", date(2026, 4, 8))
    assert (back.name, back.iban, back.text) == ("Zoe + Zn", dutch_iban(2), "Bijstand maart 2026")
    (one,) = found.statements
    assert (one.ident, one.account) == ("AFSCHRIFT-1", "NL91ABNA0417164300")
    assert (one.opening, one.closing) == (5_000_000_00, 5_000_000_00 - 812_50)


@given(
    st.lists(st.tuples(st.integers(1, 10**9), st.sampled_from(Fate)), min_size=1, max_size=8),
    st.lists(st.integers(-(10**6), 10**6).filter(bool), max_size=4),
    st.sampled_from(VERSIONS),
    st.booleans(),
)
def test_every_payment_and_every_cent_comes_back(
    payments: list[tuple[int, Fate]], others: list[int], version: str, together: bool
) -> None:
    made = order(*(transfer(number, cents) for number, (cents, _) in enumerate(payments, 1)))
    fates = {one.end_to_end_id: fate for one, (_, fate) in zip(made.transfers, payments, strict=True)}
    content = Bank(version, together).statement(write(made), fates, others=[Other(cents) for cents in others])
    found = read_statements(content)

    def ids(*kinds: Fate) -> list[tuple[str | None, int]]:
        return [(one.end_to_end_id, one.cents) for one in made.transfers if fates[one.end_to_end_id] in kinds]

    ours = [one for one in told(found, Movement.BOOKED) if one[0]]
    assert ours == ids(Fate.BOOKED, Fate.RETURNED)
    assert told(found, Movement.RETURNED) == ids(Fate.RETURNED)
    assert told(found, Movement.RECEIVED) == [(None, cents) for cents in others if cents > 0]
    assert len({one.reference for one in found.items}) == len(list(found.items))
    assert [one.reference for one in read_statements(content).items] == [one.reference for one in found.items]


def test_the_same_file_is_told_by_its_digest(tmp_path: Path) -> None:
    file = tmp_path / "afschrift.xml"
    file.write_bytes(Bank().statement(write(order())))
    found = read_statements(file)
    assert (found.name, found.sha256) == ("afschrift.xml", hashlib.sha256(file.read_bytes()).hexdigest())


# -- what an entry carries --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("direction", "more", "movement"),
    [
        ("DBIT", "", Movement.BOOKED),
        ("CRDT", "", Movement.RECEIVED),
        ("CRDT", "<RtrInf/>", Movement.RETURNED),
        ("DBIT", "<RtrInf/>", Movement.TAKEN_BACK),
    ],
)
def test_what_happened_to_the_money(direction: str, more: str, movement: Movement) -> None:
    (one,) = items(entry("10.00", direction, details(part(more=more))))
    assert (one.movement, one.cents, one.reason) == (movement, 10_00, None)


def test_an_entry_that_is_turned_back_as_a_whole_is_a_return() -> None:
    (one,) = items(entry("10.00", "CRDT", details(part()), f"<RvslInd>true</RvslInd>{DAY}"))
    assert (one.movement, one.end_to_end_id) == (Movement.RETURNED, "E-1")


@pytest.mark.parametrize("status", ["<Cd>PDNG</Cd>", "<Cd>INFO</Cd>", "PDNG", "<Cd>FUTR</Cd>"])
def test_what_is_only_announced_is_not_booked(status: str) -> None:
    (one,) = items(entry(status=status, more="<ValDt><DtTm>2026-04-09T00:00:00+02:00</DtTm></ValDt>"))
    assert (one.movement, one.day) == (Movement.PENDING, date(2026, 4, 9))


def test_what_nobody_ordered_stays_with_what_it_carries() -> None:
    party = "<Dbtr><Pty><Nm>De\n Hoek </Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct>"
    more = f"<RltdPties>{party}</RltdPties><RmtInf><Ustrd>terug</Ustrd><Ustrd>van huur</Ustrd></RmtInf>"
    (one,) = items(entry("10.00", "CRDT", details(part(ident="NOTPROVIDED", more=more)), f"{DAY}<AcctSvcrRef>B-7</AcctSvcrRef>"))
    assert one == BankItem(
        reference="NL91ABNA0417164300/S-1/1", movement=Movement.RECEIVED, cents=10_00, day=date(2026, 4, 8), end_to_end_id=None,
        bank_reference="B-7", reason=None, name="De Hoek", iban="DE89370400440532013000", text="terug van huur",
        batch=None, inside=(), line=2,
    )  # fmt: skip


@pytest.mark.parametrize("who", ["Cdtr", "Dbtr"])
def test_a_return_names_the_other_side_wherever_the_bank_puts_it(who: str) -> None:
    party = f"<{who}><Nm>Jansen</Nm></{who}><{who}Acct><Id><IBAN>{dutch_iban(5)}</IBAN></Id></{who}Acct>"
    (back,) = items(entry("10.00", "CRDT", details(part(more=f"<RltdPties>{party}</RltdPties><RtrInf/>"))))
    assert (back.name, back.iban) == ("Jansen", dutch_iban(5))


@pytest.mark.parametrize(
    ("direction", "more", "name"), [("DBIT", "", "Anna"), ("CRDT", "", "Bram"), ("CRDT", "<RtrInf/>", "Anna")]
)
def test_the_other_side_is_not_ourselves(direction: str, more: str, name: str) -> None:
    parties = "<RltdPties><Dbtr><Nm>Bram</Nm></Dbtr><Cdtr><Nm>Anna</Nm></Cdtr></RltdPties>"
    (one,) = items(entry("10.00", direction, details(part(more=parties + more))))
    assert one.name == name


def test_a_structured_reference_is_carried_too() -> None:
    more = "<RmtInf><Ustrd>huur</Ustrd><Strd><CdtrRefInf><Ref>RF18 5390</Ref></CdtrRefInf></Strd><Strd/></RmtInf>"
    (one,) = items(entry("10.00", "CRDT", details(part(more=more))))
    assert one.text == "huur RF18 5390"


def test_an_entry_without_parts_carries_its_own_text_and_reference() -> None:
    (one,) = items(
        entry("0.55", "DBIT", f"{details()}<AddtlNtryInf>Kosten</AddtlNtryInf>", f"{DAY}<AcctSvcrRef>B-8</AcctSvcrRef>")
    )
    assert (one.cents, one.text, one.bank_reference, one.end_to_end_id) == (55, "Kosten", "B-8", None)
    assert one.movement is Movement.BOOKED


def test_the_parts_of_a_batch_may_differ_in_direction_and_have_their_own_reference() -> None:
    more = "<RtrInf><Rsn><Prtry>X1</Prtry></Rsn></RtrInf>"
    parts = [
        part("30.00", "E-1").replace("</Refs>", "</Refs><Skipped/>").replace("<Refs>", "<Refs><AcctSvcrRef>P-1</AcctSvcrRef>"),
        part("20.00", "E-2", f"<CdtDbtInd>CRDT</CdtDbtInd>{more}"),
    ]
    batch = "<Btch><PmtInfId>P-9</PmtInfId></Btch>"
    first, second = items(entry("10.00", "DBIT", details(batch, *parts), f"{DAY}<AcctSvcrRef>B-9</AcctSvcrRef>"))
    assert (first.movement, first.cents, first.bank_reference, first.batch) == (Movement.BOOKED, 30_00, "P-1", "P-9")
    assert (second.movement, second.cents, second.bank_reference, second.reason) == (Movement.RETURNED, 20_00, "B-9", "X1")
    assert (first.reference, second.reference) == ("NL91ABNA0417164300/S-1/1/1", "NL91ABNA0417164300/S-1/1/2")


def test_a_batch_whose_parts_tell_no_amounts_stays_one_and_names_them() -> None:
    (one,) = items(entry("30.00", "DBIT", details(part("", "E-1"), part("10.00", "E-2"))))
    assert (one.cents, one.end_to_end_id, one.inside) == (30_00, None, ("E-1", "E-2"))


def test_a_part_in_other_money_takes_the_euros_of_its_entry() -> None:
    (one,) = items(entry("9.50", "DBIT", details('<TxDtls><Amt Ccy="USD">10.00</Amt></TxDtls>')))
    assert one.cents == 9_50


# -- statements that cannot be right ----------------------------------------------------------------


def test_parts_add_up_to_their_entry() -> None:
    ((line, place, why),) = refused(statement(entry("30.00", "DBIT", details(part("10.00"), part("10.00", "E-2")))))
    assert (line, place) == (2, "Amt")
    assert why == "the entry is -30.00, and its parts add up to -20.00. Ask the bank for the file again."


@pytest.mark.parametrize("opening", ["OPBD", "PRCD"])
def test_entries_add_up_to_the_balances(opening: str) -> None:
    right = HEAD + balance(opening, "100.00") + balance("CLBD", "0.50", "DBIT")
    pending = entry("5.00", "DBIT", status="<Cd>PDNG</Cd>")
    assert read_statements(statement(entry("100.50"), pending, head=right)).statements[0].closing == -50
    ((_, place, why),) = refused(statement(entry("100.00"), head=right))
    assert place == "Bal"
    assert why == "the balance goes from 100.00 to -0.50, and the entries add up to -100.00. Ask the bank for the file again."


def test_each_statement_of_a_file_adds_up_by_itself() -> None:
    def one(ident: str, amount: str, closing: str) -> str:
        head = HEAD.replace("S-1", ident) + balance("OPBD", "100.00") + balance("CLBD", closing)
        return f"<Stmt>{head}{entry(amount)}</Stmt>"

    start, end = statement().decode().split("<Stmt>")[0], "</BkToCstmrStmt></Document>"
    right = start + one("S-1", "30.00", "70.00") + one("S-2", "10.00", "90.00") + end
    assert [each.closing for each in read_statements(right.encode()).statements] == [70_00, 90_00]
    wrong = start + one("S-1", "30.00", "70.00") + one("S-2", "10.00", "90.01") + end
    assert [place for _, place, _ in refused(wrong.encode())] == ["Bal"]


@pytest.mark.parametrize(("page", "one"), [(("1", "true"), True), (("1", "false"), False), (("2", "true"), False)])
def test_one_page_of_several_need_not_add_up(page: tuple[str, str], one: bool) -> None:
    number, last = page
    pages = f"<PgNb>{number}</PgNb><LastPgInd>{last}</LastPgInd>"
    wrong = balance("OPBD", "100.00") + balance("CLBD", "0.00")
    contents = [
        statement(entry(), head=f"{HEAD}<StmtPgntn>{pages}</StmtPgntn>{wrong}"),
        statement(entry(), head=HEAD + wrong, message=f"<MsgPgntn>{pages}</MsgPgntn>", version="02"),
    ]
    for content in contents:
        if one:
            assert refused(content)[0][1] == "Bal"
        else:
            assert len(list(read_statements(content).items)) == 1


@pytest.mark.parametrize(
    ("entries", "place", "why"),
    [
        ([entry("x")], "Amt", "an amount with a point"), ([entry("-1.00")], "Amt", "an amount of zero or more"),
        ([entry("1.005")], "Amt", "at most two decimals"),
        ([entry().replace("EUR", "USD")], "Amt", "in euros was expected; found 'USD'"),
        ([entry().replace("DBIT", "BOTH")], "CdtDbtInd", "CRDT or DBIT was expected; found 'BOTH'"),
        ([entry(status="<Cd>GONE</Cd>")], "Sts", "BOOK or one of PDNG, INFO, FUTR"), ([entry(status="")], "Sts", "found ''"),
        ([entry(more="")], "BookgDt", "it is missing"),
        ([entry(more="<BookgDt><Dt>8 april</Dt></BookgDt>")], "Dt", "a day from 2000"),
        ([entry(more=f"{DAY}<RvslInd>J</RvslInd>")], "RvslInd", "true or false"),
        ([entry().replace("Amt", "Bedrag")], "Amt", "it is missing"),
        (["<NtryDtls><TxDtls/></NtryDtls>"], "TxDtls", "it stands where a bank never puts it"),
    ],
)  # fmt: skip
def test_an_entry_that_cannot_be_right_is_refused(entries: Iterable[str], place: str, why: str) -> None:
    found = refused(statement(*entries))
    assert found[0][:2] == (2, place)
    assert why in found[0][2]


def test_every_bad_entry_is_told_and_nothing_is_taken() -> None:
    found = refused(statement(entry("x"), entry(), entry(status="")))
    assert [(line, place) for line, place, _ in found] == [(2, "Amt"), (4, "Sts")]


@pytest.mark.parametrize("head", ["<Id>S-1</Id>", HEAD.replace("Id>S-1</Id", "Nr>S-1</Nr")])
def test_a_statement_says_which_and_whose_it_is(head: str) -> None:
    assert refused(statement(head=head))[0][2].startswith("it is missing")


def test_an_account_without_an_iban_is_told_too() -> None:
    head = HEAD.replace("<IBAN>NL91ABNA0417164300</IBAN>", "<Othr><Id>123</Id></Othr>")
    assert read_statements(statement(head=head)).statements[0].account == "123"


def test_a_statement_twice_in_one_file_is_refused() -> None:
    twice = statement(entry()).replace(b"</BkToCstmrStmt>", f"<Stmt>{HEAD}</Stmt></BkToCstmrStmt>".encode())
    assert refused(twice)[0][1:] == ("Id", "this statement stands in the file twice. Ask the bank for the file again.")
    other = statement(entry()).replace(
        b"</BkToCstmrStmt>", f"<Stmt>{HEAD.replace('S-1', 'S-2')}{entry()}</Stmt></BkToCstmrStmt>".encode()
    )
    assert [one.reference[-5:] for one in read_statements(other).items] == ["S-1/1", "S-2/1"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"/>', "a bank statement was expected"),
        (b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"/>', "holds no statement"),
        (b"<Document/>", "a bank statement was expected"),
        (b"<!DOCTYPE a><Document/>", "holds a DOCTYPE"),
        (statement(entry())[:-20], "is not well-formed XML"),
    ],
)
def test_another_document_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read_statements(content)
