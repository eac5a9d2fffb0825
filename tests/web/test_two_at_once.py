# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Two people answer the same thing at once: one answer stands, and the other hears whose. Nobody is told what did not happen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.between import colleague_acts
from tests.web.doors import Doors
from werkzaam.app.ledger.officer import answer_accounts, approve_claim, reject_claim
from werkzaam.app.ledger.pay import let_go, pay
from werkzaam.app.ledger.premium_back import approve_premium_back, reject_premium_back
from werkzaam.app.ledger.tasks import finish, take
from werkzaam.core.months import Month
from werkzaam.ledger.payment import Part, PartKind
from werkzaam.ledger.premium import Award, PremiumReclaim, award
from werkzaam.store.accounts import account_requests, request_account
from werkzaam.store.bank import pay_files
from werkzaam.store.premiums import premiums, reclaims, record_premium, record_reclaim
from werkzaam.store.queue import items_called, open_item
from werkzaam.store.writer import Writer

TOWN, JANUARY, MAY = "voorbeeldstad", Month.of(2019, 1), Month.of(2019, 5)
YES = {"answer": "approve", "reason": "Klopt", "protected": "Nagekeken"}
Meanwhile: TypeAlias = Callable[[Callable[[], object], int], None]


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Let a colleague act once, between what a request reads and what it writes; its first writes are `looks` at somebody."""

    def told(act: Callable[[], object], looks: int = 0) -> None:
        colleague_acts(monkeypatch, act, looks)

    return told


def said(answer: Any) -> tuple[int, bool]:
    """The status, and whether the page names the colleague who was first."""
    return answer.status_code, "o.bak" in answer.content.decode()


def test_an_account_has_one_answer(doors: Doors, meanwhile: Meanwhile) -> None:
    with doors.desk().writes() as writer:
        request_account(writer, 101, payee="persoon", holder="Samira", iban="NL20INGB0001234567", from_day=date(2019, 6, 1),
                        evidence="pas")  # fmt: skip
    meanwhile(lambda: answer_accounts(doors.desk("o.bak"), 101, approved=False, reason="Nee"), 1)
    assert said(doors.as_("sevda").post(doors.path("inkomen-account", 1001), YES)) == (409, True)
    assert account_requests(doors.desk().database, TOWN, 101)[-1].outcome == "rejected"


@pytest.mark.parametrize("answer", ["approve", "reject"])
def test_a_claim_has_one_answer(doors: Doors, meanwhile: Meanwhile, answer: str) -> None:
    other = {
        "approve": lambda: reject_claim(doors.desk("o.bak"), 101, JANUARY, reason="Nee"),
        "reject": lambda: approve_claim(doors.desk("o.bak"), 101, JANUARY, reason="Ja", protected_earnings="Nagekeken"),
    }
    meanwhile(other[answer], 1)
    page = doors.as_("sevda").post(doors.path("inkomen-claim", 1001, month="2019-01"), YES | {"answer": answer})
    assert said(page) == (409, True)


@pytest.mark.parametrize("answer", ["approve", "reject"])
def test_premium_to_be_asked_back_has_one_answer(doors: Doors, meanwhile: Meanwhile, answer: str) -> None:
    desk, evidence = doors.desk(), "a" * 64
    paid = award(None, 1, 20_000, person=1001, year=2019, earlier=0, cap=100_000, evidence=evidence)
    assert isinstance(paid, Award)
    with desk.writes() as writer:
        record_premium(writer, 101, paid, None, pay_month=MAY, parts=(Part(PartKind.ACCOUNT, "persoon", "Samira", paid.cents),))
    (before,) = premiums(desk.database, TOWN, 1001)
    with desk.writes() as writer:
        record_reclaim(writer, 101, PremiumReclaim(1001, before.award.seq, 5_000, evidence), before)
    other = {
        "approve": lambda: reject_premium_back(doors.desk("o.bak"), 101, reason="Nee"),
        "reject": lambda: approve_premium_back(doors.desk("o.bak"), 101, reason="Ja", protected_earnings="Ja"),
    }
    meanwhile(other[answer], 1)
    assert said(doors.as_("sevda").post(doors.path("inkomen-premium", 1001), YES | {"answer": answer})) == (409, True)
    assert reclaims(desk.database, TOWN, 101)[-1].outcome == {"approve": "rejected", "reject": "approved"}[answer]


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize(("act", "other"), [("take", take), ("take", finish), ("close", finish)])
def test_a_task_is_taken_or_closed_by_one(
    doors: Doors, meanwhile: Meanwhile, monkeypatch: pytest.MonkeyPatch, act: str, other: Callable[..., Any], late: bool
) -> None:
    """Also where both are past every look, and only the ledger can tell; and where the page was open for longer."""
    from werkzaam.web.pages.inkomen.bench import sealed

    with doors.desk().writes() as writer:
        open_item(writer, "check-1", kind="check", text="Kijk naar de huur", household=101)
    address = doors.path("inkomen-item", item=sealed("check-1"))
    if late and other is finish:
        other(doors.desk("o.bak"), "check-1", reason="Eerst")
    elif late:
        _as_if_unseen(monkeypatch)
    else:
        meanwhile(lambda: other(doors.desk("o.bak"), "check-1", reason="Eerst"), 0)
    answer = doors.as_("sevda").post(address, {"act": act, "reason": "Ik"})
    seen = not late and other is take  # Who comes a moment later takes it over, which is theirs to do.
    assert said(answer) == ((302, False) if seen else (409, True))
    (item,) = items_called(doors.desk().database, TOWN, "check-1")
    assert item.owner == ("s.yilmaz" if seen else "o.bak")


def _as_if_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A colleague's step is kept after ours was worked out, as happens in PostgreSQL: both read before either wrote."""
    whole = Writer.beside

    def beside(writer: Writer, table: str, row: Any) -> None:
        if table == "open_item_step" and writer.actor == "s.yilmaz":
            monkeypatch.setattr(Writer, "beside", whole)
            whole(writer, table, {**row, "actor": "o.bak", "owner": "o.bak"})
            writer.flush()
            writer.database.execute("COMMIT")
            writer.database.execute("BEGIN IMMEDIATE")
        whole(writer, table, row)

    monkeypatch.setattr(Writer, "beside", beside)


def test_a_file_of_payments_is_made_and_released_once(doors: Doors, meanwhile: Meanwhile, tmp_path: Path) -> None:
    from werkzaam.web.jobs.line import put
    from werkzaam.web.jobs.models import Kind
    from werkzaam.web.jobs.worker import Worker

    put(Kind.RUN, TOWN, "a.maas", once="run", month=str(MAY))
    assert Worker().one()
    count = len(pay_files(doors.desk().database, TOWN))
    meanwhile(lambda: pay(doors.desk("o.bak"), MAY, tmp_path / "payments.xml"), 0)
    made = doors.as_("anna").post("/inkomen/betalingen", {"month": str(MAY)})
    assert (made.status_code, made["location"]) == (302, "/inkomen/betalingen?gedaan=same_file")
    *before, file = pay_files(doors.desk().database, TOWN)
    assert (len(before), file.maker) == (count, "o.bak")
    meanwhile(lambda: let_go(doors.desk("a.maas"), file.file_id), 0)
    answer = doors.as_("sevda").post(doors.path("inkomen-release", file=file.file_id), {})
    assert (answer.status_code, "a.maas released" in answer.content.decode()) == (403, True)
    assert pay_files(doors.desk().database, TOWN)[-1].released_by == "a.maas"


def test_two_administrators_agree_and_one_password_is_shown(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    from werkzaam.web.accounts.models import Account
    from werkzaam.web.handles import handle_of
    from werkzaam.web.pages.beheer import accounts

    bo = Account.objects.get(login="bo")
    new = Account.objects.create(login="nieuw", role="klantmanager", municipality=TOWN, name="Nieuw", acts_as="n.nieuw",
                                 is_active=False, made_by=Account.objects.get(login="tess").pk)  # fmt: skip
    other = Account.objects.create(login="bea", role=bo.role, municipality=TOWN, name="Bea", acts_as="bea")
    whole, address, pages = accounts._account, "/beheer/accounts/" + handle_of(new.pk, "account"), []

    def slowly(visit: Any, handle: str) -> Account:
        found = whole(visit, handle)
        monkeypatch.setattr(accounts, "_account", whole)
        pages.append(doors.as_(other.login).post(address, {"act": "agree"}))
        return found

    monkeypatch.setattr(accounts, "_account", slowly)
    pages.append(doors.as_("bo").post(address, {"act": "agree"}))
    assert [(one.status_code, "wachtwoord voor de eerste keer" in one.content.decode()) for one in pages] == [
        (200, True), (400, False),
    ]  # fmt: skip
    assert Account.objects.get(login="nieuw").agreed_by == other.pk


def test_a_job_that_ends_while_the_same_is_asked_makes_room(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    from werkzaam.web.jobs.line import put
    from werkzaam.web.jobs.models import Job, Kind

    first, whole = put(Kind.TRIAL, TOWN, "a.maas", once="a", month=str(MAY)), Job.objects.filter

    def meanwhile_done(**asked: Any) -> Any:
        monkeypatch.setattr(Job.objects, "filter", whole)
        whole(pk=first.pk).update(state="done")
        return whole(**asked)

    monkeypatch.setattr(Job.objects, "filter", meanwhile_done)
    assert put(Kind.TRIAL, TOWN, "s.yilmaz", once="b", month=str(MAY)).pk != first.pk
