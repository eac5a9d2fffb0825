# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever changes anything after the promise is found out, by the participant, in public or by the auditor."""

from __future__ import annotations

import copy
import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from tests.experiment.lottery.world import NAMED, ROUND, SECRET, SOFTWARE, Whole, design, people, salt, whole
from werkzaam.core.errors import InputError
from werkzaam.experiment.lottery.audit import audit
from werkzaam.experiment.lottery.beacon import QUICKNET, Chain, thrown
from werkzaam.experiment.lottery.check import Checks, check_list, check_receipt, check_seed
from werkzaam.experiment.lottery.commitment import check_secret, commit, read_commitment
from werkzaam.experiment.lottery.encoding import bytes64, text64
from werkzaam.experiment.lottery.receipt import read_receipt, receipt_of
from werkzaam.experiment.lottery.result import drawn_result, read_result
from werkzaam.experiment.lottery.roster import Entry, roster_of


@cache
def done() -> Whole:
    """A draw of 60 from 300 in seven districts, with interviews for 30."""
    return whole(design(seats=60, districts=NAMED, surveyed=30, variables=("sekse", "stadsdeel")), people(300))


def wrong(checks: Checks) -> list[str]:
    """The names of the checks that do not hold."""
    return [check.name for check in checks if not check.fine]


def signed(chain: Chain, number: int, signature: bytes) -> bool:
    """The one round that these tests use; `test_protocol` verifies its signature."""
    return (chain, number, signature.hex()) == (QUICKNET, *ROUND)


def test_everybody_can_check_the_own_receipt() -> None:
    pids = list(done().levels)
    for receipt in done().receipts(pids).values():
        assert read_receipt(receipt.text) == receipt
        assert wrong(check_receipt(receipt, done().commitment, done().result)) == []
    for early in done().receipts(pids, early=True).values():
        assert wrong(check_receipt(read_receipt(early.text), done().commitment)) == []
        assert len(check_receipt(early, done().commitment, done().result)) == 8


def test_promise_and_result_survive_publication() -> None:
    assert read_commitment(done().commitment.record) == done().commitment
    assert read_result(done().result.record) == done().result
    private = whole(design(seats=60, districts=NAMED), people(300), public=False)
    assert "list" not in private.result.record
    assert read_result(private.result.record) == private.result


def test_another_stratum_another_salt_or_another_list_is_seen() -> None:
    pid = sorted(done().levels)[5]
    receipt = done().receipt(pid)
    other = people(300, seed=2)
    elsewhere = whole(done().design, other)
    assert wrong(check_receipt(replace(receipt, stratum="sekse=m"), done().commitment)) == ["roster.path"]
    assert wrong(check_receipt(replace(receipt, salt=bytes(16)), done().commitment)) == ["roster.path"]
    assert wrong(check_receipt(receipt, elsewhere.commitment)) == ["roster.path"]
    assert "result.commitment" in wrong(check_receipt(receipt, done().commitment, elsewhere.result))


def test_another_arm_than_the_published_one_is_seen() -> None:
    """The hash of a changed lot leads elsewhere; and an arm that its turn did not give is named."""
    receipt = done().receipt(next(pid for pid, arm in done().drawn.arms.items() if arm == "zelfregie"))
    assert receipt.lot is not None
    changed = replace(receipt, lot=receipt.lot._replace(arm="aandacht"))
    assert wrong(check_receipt(changed, done().commitment, done().result)) == ["result.path", "arm.slot"]
    turned = replace(receipt, lot=receipt.lot._replace(turn=None, arm=None))
    assert wrong(check_receipt(turned, done().commitment, done().result)) == ["result.path"]


@pytest.mark.parametrize(
    ("field", "value", "names"),
    [
        ("secret", bytes(32), ["secret.hash", "seed"]),
        ("round", ROUND[0] + 1, ["beacon.round", "seed"]),
        ("signature", bytes(48), ["beacon.randomness"]),
        ("randomness", bytes(32), ["beacon.randomness", "seed"]),
        ("seed", bytes(32), ["seed"]),
        ("revealed", QUICKNET.moment(ROUND[0]) - timedelta(minutes=9), ["secret.time"]),
        ("commitment", bytes(32), ["result.commitment"]),
    ],
)
def test_a_seed_that_was_not_promised_is_seen(field: str, value: Any, names: list[str]) -> None:
    assert wrong(check_seed(done().commitment, replace(done().result, **{field: value}))) == names


def test_anybody_can_draw_a_public_list_again() -> None:
    result = read_result(done().result.record)
    assert result.listed is not None
    assert wrong(check_list(done().commitment, result, result.listed)) == []


def test_a_list_with_two_arms_exchanged_is_seen() -> None:
    record = copy.deepcopy(done().result.record)
    rows = record["list"]["people"]
    one, two = (next(row for row in rows if row[4] == arm) for arm in (0, 1))
    one[4], two[4] = two[4], one[4]
    result = read_result(record)
    assert result.listed is not None
    assert wrong(check_list(done().commitment, result, result.listed)) == ["draw.lots"]


def test_a_list_with_somebody_left_out_is_seen() -> None:
    record = copy.deepcopy(done().result.record)
    outside = next(at for at, row in enumerate(record["list"]["people"]) if record["list"]["strata"][row[2]] not in {
        code for code, seats in done().plan.select.items() if seats})  # fmt: skip
    del record["list"]["people"][outside]
    result = read_result(record)
    assert result.listed is not None
    names = wrong(check_list(done().commitment, result, result.listed))
    assert names[:2] == ["list.size", "list.root"]


def test_the_auditor_finds_everything_in_order() -> None:
    checks = audit(done().papers, done().commitment, done().result, signed)
    assert wrong(checks) == []
    assert len({check.name for check in checks}) == len(checks) == 28


def test_the_auditor_sees_what_was_changed_in_private() -> None:
    papers = done().papers
    pid = sorted(done().levels)[0]
    moved = {**done().levels, pid: {**done().levels[pid], "sekse": "m" if done().levels[pid]["sekse"] == "v" else "v"}}
    assert "strata" in wrong(audit(replace(papers, levels=moved), done().commitment, done().result, signed))
    less = replace(papers, design=replace(papers.design, selection=replace(papers.design.selection, seats=59)))
    assert wrong(audit(less, done().commitment, done().result, signed)) == ["plan"]
    assert wrong(audit(replace(papers, design_hash=bytes(32)), done().commitment, done().result, signed)) == [
        "design.digest",
        "plan",
    ]
    assert wrong(audit(replace(papers, software=bytes(32)), done().commitment, done().result, signed)) == ["software"]
    assert wrong(audit(papers, done().commitment, done().result, lambda *_: False)) == ["beacon.signature"]
    late = replace(done().commitment, committed=done().commitment.committed + timedelta(hours=7))
    assert wrong(audit(papers, late, done().result, signed)) == ["commitment.time", "result.commitment"]


def test_the_fallback_counts_when_the_auditor_says_that_the_round_never_came() -> None:
    later = QUICKNET.fallback(ROUND[0])
    _, result = drawn_result(
        done().commitment, done().roster, done().plan, secret=SECRET, revealed=done().result.revealed, round_number=later,
        signature=bytes(48),
    )  # fmt: skip
    assert wrong(check_seed(done().commitment, result)) == ["beacon.round"]
    papers = replace(done().papers, listed=replace(done().papers.listed, lots=result.listed.lots if result.listed else {}))
    assert wrong(audit(papers, done().commitment, result, lambda *_: True, missing=True)) == []


def test_dice_instead_of_the_beacon_are_the_auditors_to_judge() -> None:
    """The throws stand in the place of the signature; all else is checked as ever."""
    _, result = drawn_result(
        done().commitment, done().roster, done().plan, secret=SECRET, revealed=done().result.revealed, round_number=0,
        signature=b"123456" * 7,
    )  # fmt: skip
    assert result.randomness == thrown("123456" * 7)
    papers = replace(done().papers, listed=replace(done().papers.listed, lots=result.listed.lots if result.listed else {}))
    assert wrong(audit(papers, done().commitment, result, signed)) == ["beacon.round"]
    assert wrong(audit(papers, done().commitment, result, signed, missing=True)) == []
    few = replace(result, signature=b"123456" * 6)
    assert "beacon.signature" in wrong(audit(papers, done().commitment, few, signed, missing=True))


def test_a_secret_that_was_not_promised_or_comes_late_is_refused() -> None:
    promise = done().commitment
    check_secret(promise, SECRET, promise.reveal_by)
    with pytest.raises(InputError, match="not the secret that was promised"):
        check_secret(promise, bytes(32), promise.reveal_by)
    with pytest.raises(InputError, match="had to come by 2023-09-15T10:50:03Z"):
        check_secret(promise, SECRET, promise.reveal_by + timedelta(seconds=1))
    with pytest.raises(InputError, match="32 bytes of chance; found 4"):
        check_secret(promise, b"1234", promise.reveal_by)


@pytest.mark.parametrize(("column", "value"), [(2, -1), (2, 99), (4, 3), (5, 2)])
def test_a_published_list_names_what_it_has(column: int, value: int) -> None:
    record = copy.deepcopy(done().result.record)
    record["list"]["people"][0][column] = value
    with pytest.raises(InputError, match="in the published list"):
        read_result(record)


def test_a_changed_list_or_plan_is_not_drawn() -> None:
    before = done()
    moved = roster_of(before.roster.entries[:-1])
    args: dict[str, Any] = {"secret": SECRET, "revealed": before.result.revealed, "round_number": ROUND[0],
                            "signature": bytes.fromhex(ROUND[1])}  # fmt: skip
    with pytest.raises(InputError, match="not the promised ones"):
        drawn_result(before.commitment, moved, before.plan, **args)
    with pytest.raises(InputError, match="not the promised ones"):
        drawn_result(before.commitment, before.roster, replace(before.plan, survey=None), **args)


def test_a_promise_too_near_the_draw_is_refused() -> None:
    at = QUICKNET.moment(ROUND[0])
    args: dict[str, Any] = {"number": 1, "drawn_at": at, "secret": hashlib.sha256(SECRET).digest(), "software": SOFTWARE,
                            "public": False}  # fmt: skip
    commit(done().design, done().roster, done().plan, committed=at - timedelta(hours=24), **args)
    with pytest.raises(InputError, match="wants 24 hours"):
        commit(done().design, done().roster, done().plan, committed=at - timedelta(hours=23, minutes=59), **args)
    with pytest.raises(InputError, match="not one of this list"):
        commit(done().design, roster_of(done().roster.entries[:9]), done().plan, committed=at - timedelta(hours=24), **args)
    with pytest.raises(InputError, match="SHA-256 of 32 bytes; found 5"):
        commit(done().design, done().roster, done().plan, committed=at - timedelta(hours=24), **{**args, "secret": b"hello"})


def test_small_strata_are_not_counted_in_public() -> None:
    assert done().commitment.counts
    assert all(size >= 10 for size in done().commitment.counts.values())
    assert sum(done().commitment.counts.values()) < 300


def test_nobody_is_on_the_list_twice() -> None:
    with pytest.raises(InputError, match="a is on the list twice"):
        roster_of([Entry("a", bytes(16), "s"), Entry("a", bytes(15) + b"1", "s")])
    with pytest.raises(InputError, match="salt of 16 bytes"):
        roster_of([Entry("a", b"short", "s")])


def test_a_receipt_is_only_for_who_is_on_the_list() -> None:
    with pytest.raises(InputError, match="nobody is not on this list"):
        receipt_of(done().roster, "nobody", "x", bytes(16))
    pid = sorted(done().levels)[0]
    with pytest.raises(InputError, match="another stratum than 'x'"):
        receipt_of(done().roster, pid, "x", salt("x"))


@pytest.mark.parametrize("change", [
    lambda text: "", lambda text: text[:-8], lambda text: text.replace("lottery1", "lottery2"), lambda text: text + ".x",
    lambda text: "lottery1.e30." + text.split(".")[2], lambda text: "lottery1.W10." + text.split(".")[2],
    lambda text: text[:-3] + "!!!",
])  # fmt: skip
def test_a_text_that_is_no_receipt_is_refused(change: Any) -> None:
    with pytest.raises(InputError, match=r"receipt|[Rr]eceipt"):
        read_receipt(change(done().receipt(sorted(done().levels)[0]).text))


def loose(text: str) -> str:
    """The receipt with spaces in its JSON: the same words in another spelling."""
    mark, words, plain = text.split(".")
    return f"{mark}.{text64(json.dumps(json.loads(bytes64(words, 'words'))).encode())}.{plain}"


def test_a_receipt_has_one_spelling() -> None:
    with pytest.raises(InputError, match="second part of a receipt"):
        read_receipt(loose(done().receipt(sorted(done().levels)[0]).text))


@pytest.mark.parametrize(
    ("field", "value"), [("protocol", "other"), ("root", "xyz"), ("committed", "now"), ("extra", 1), ("size", None)]
)
def test_a_promise_in_another_form_is_refused(field: str, value: object) -> None:
    record = {**done().commitment.record, field: value}
    if value is None:
        del record[field]
    with pytest.raises(InputError):
        read_commitment(record)


@pytest.mark.parametrize("field", ["seed", "signature", "revealed", "totals", "list"])
def test_a_result_in_another_form_is_refused(field: str) -> None:
    with pytest.raises(InputError):
        read_result({**done().result.record, field: {"plan": {}} if field == "list" else 3})


def test_what_checks_signatures_leaves_the_recursion_limit_of_the_process_alone() -> None:
    told = "import sys; from werkzaam.experiment.lottery import signature; print(sys.getrecursionlimit())"
    plain = "import sys; print(sys.getrecursionlimit())"
    first, second = (subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True).stdout
                     for text in (told, plain))  # fmt: skip
    assert first == second
