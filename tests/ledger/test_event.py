# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The chain of events: golden links, a root that no other list has, and tampering that is found with household and number."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.chains import TAMPERINGS, TOWN, chain, forgeries, leaf, moment, rehashed, relinked
from werkzaam.core.errors import InputError, LedgerError
from werkzaam.ledger.event import HASH_VERSION, Broken, Damage, Event, EventKind, Head, Leaf, broken, follow, merkle_root

FIRST = {
    "municipality": "amsterdam", "household": 4711, "kind": EventKind.FACT, "payload": '{"netto":"612.40"}',
    "recorded_at": "2026-03-20T09:15:00Z", "actor": "m.bakker", "idem_key": "oib-2026-03/1",
}  # fmt: skip


def framed(*fields: str | int | None) -> bytes:
    """The bytes that a fingerprint is made of, written here once more."""
    texts = ["n" if one is None else f"{'s' if isinstance(one, str) else 'i'}{len(str(one).encode())}:{one}" for one in fields]
    return "".join(texts).encode()


def sha(*fields: str | int | None) -> str:
    return hashlib.sha256(framed(*fields)).hexdigest()


# -- links ------------------------------------------------------------------------------------------


# Golden: made with `printf` and `sha256sum` from the framed bytes. A change here breaks every chain that was ever written.
def test_a_first_link_and_the_next_are_what_they_always_were() -> None:
    one = follow(None, **FIRST)  # type: ignore[arg-type]
    two = follow(one.head, **{**FIRST, "kind": EventKind.DECISION, "idem_key": "run/1", "payload": "€ 80"})  # type: ignore[arg-type]
    assert one.hash == "3427f0d672cdd6bfb67c63448a95d227e37ca5a2d74bd69c0ec6089d26a42a48"
    assert two.hash == "c47542b5c066ea4acfac1d3a912e87d1a14002274992995145d3538cea8a1340"
    assert (one.hseq, one.prev_hash, one.kind, one.hash_version) == (1, None, "fact", HASH_VERSION)
    assert (two.hseq, two.prev_hash, two.kind) == (2, one.hash, "decision")


def test_a_hash_covers_every_field_in_this_order() -> None:
    one = follow(None, **FIRST)  # type: ignore[arg-type]
    expected = sha("werkzaam event", 1, "amsterdam", 4711, 1, None, "fact", FIRST["payload"], "2026-03-20T09:15:00Z", "m.bakker",
                   "oib-2026-03/1")  # type: ignore[arg-type]  # fmt: skip
    assert one.hash == expected


def test_the_kinds_that_are_stored() -> None:
    assert [kind.value for kind in EventKind] == [
        "fact", "decision", "proposal", "verdict", "payment", "premium", "recovery", "dispute", "reopened", "account", "letter",
        "guidance", "destroyed",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [{"municipality": " "}, {"actor": ""}, {"idem_key": ""}, {"recorded_at": "2026-03-20 09:15:00"},
     {"recorded_at": "2026-03-20T09:15:00.000001Z"}, {"recorded_at": "2026-03-20T24:00:00Z"},
     {"recorded_at": "2026-13-01T00:00:00Z"}],
)  # fmt: skip
def test_an_event_without_a_name_or_a_moment_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(InputError):
        follow(None, **{**FIRST, **wrong})  # type: ignore[arg-type]


def test_time_does_not_go_back() -> None:
    one = follow(None, **FIRST)  # type: ignore[arg-type]
    with pytest.raises(LedgerError, match="Set the clock"):
        follow(one.head, **{**FIRST, "recorded_at": "2026-03-20T09:14:59Z"})  # type: ignore[arg-type]
    assert follow(one.head, **FIRST).hseq == 2  # type: ignore[arg-type]
    assert follow(Head(one.hseq, one.hash), **{**FIRST, "recorded_at": "2020-01-01T00:00:00Z"}).prev_hash == one.hash  # type: ignore[arg-type]


# -- tampering ------------------------------------------------------------------------------------------


def test_chains_that_were_not_touched_hold() -> None:
    chains = [chain(household, length) for household, length in ((1, 1), (2, 8), (3, 5))]
    events = [event for one in chains for event in one]
    assert broken(events, [leaf(one[-1]) for one in chains], [leaf(chains[1][3])]) == []
    assert broken([], []) == []


@pytest.mark.parametrize("seed", range(10))
def test_tampering_is_found_in_its_household_at_its_number(seed: int) -> None:
    """A hundred cases each: changed, changed and hashed again, deleted, inserted, renumbered, swapped, cut off."""
    met: Counter[str] = Counter()
    for how, events, heads, whose, expected in forgeries(seed, 100):
        found = broken(events, heads)
        assert {one.household for one in found} == {whose}, how
        assert expected <= {(one.hseq, one.why) for one in found}, how
        assert min(one.hseq for one in found) == min(hseq for hseq, _ in expected), how
        met[how] += 1
    assert len(met) == len(TAMPERINGS)
    assert min(met.values()) >= 14


def test_without_the_kept_heads_a_chain_that_was_cut_off_looks_whole() -> None:
    events = chain(7, 6)
    assert broken(events[:4]) == []
    assert broken(events[:4], [leaf(events[-1])]) == [Broken(TOWN, 7, 5, Damage.TRUNCATED)]


def test_a_chain_that_was_written_again_is_found_by_its_anchor_only() -> None:
    events = chain(7, 6)
    forged = relinked([*events[:2], replace(events[2], payload="iets anders"), *events[3:]], 2)
    heads = [leaf(forged[-1])]
    assert broken(forged, heads) == []
    assert broken(forged, heads, [leaf(events[1])]) == []
    assert broken(forged, heads, [leaf(events[3])]) == [Broken(TOWN, 7, 4, Damage.ANCHOR)]


def test_a_chain_cut_off_together_with_its_head_is_found_by_its_anchor() -> None:
    events = chain(7, 6)
    assert broken(events[:4], [leaf(events[3])], [leaf(events[5])]) == [Broken(TOWN, 7, 5, Damage.TRUNCATED)]
    assert broken([], [], [leaf(events[5])]) == [Broken(TOWN, 7, 1, Damage.TRUNCATED)]


def test_a_household_that_disappeared_or_was_added_is_found() -> None:
    one, other = chain(1, 3), chain(2, 2)
    assert broken(one, [leaf(one[-1]), leaf(other[-1])]) == [Broken(TOWN, 2, 1, Damage.TRUNCATED)]
    assert broken([*one, *other], [leaf(one[-1])]) == [Broken(TOWN, 2, 1, Damage.UNKNOWN)]


def test_an_event_that_was_recorded_before_the_one_it_follows_is_found() -> None:
    events = chain(1, 3)
    late = relinked([events[0], replace(events[1], recorded_at=moment(30)), events[2]], 1)
    assert broken(late) == [Broken(TOWN, 1, 3, Damage.TIME)]


def test_a_first_event_that_follows_something_is_found() -> None:
    event = rehashed(replace(chain(1, 1)[0], prev_hash="1" * 64))
    assert broken([event]) == [Broken(TOWN, 1, 1, Damage.PREDECESSOR)]


def test_a_version_of_hashing_that_is_not_known_is_reported_also_when_its_hash_would_fit() -> None:
    one = chain(1, 1)[0]
    body = ("teststad", 1, 1, None, one.kind, one.payload, one.recorded_at, one.actor, one.idem_key)
    assert broken([replace(one, hash_version=2, hash=sha("werkzaam event", 2, *body))]) == [Broken(TOWN, 1, 1, Damage.CHANGED)]


def test_the_same_household_of_two_municipalities_has_two_chains() -> None:
    here, there = chain(1, 3), chain(1, 2, "elders")
    assert broken([*here, *there], [leaf(here[-1]), leaf(there[-1])]) == []
    assert broken([*here, replace(there[0], payload="x"), there[1]]) == [Broken("elders", 1, 1, Damage.CHANGED)]


# -- the day's root ---------------------------------------------------------------------------------


def leaves(count: int) -> list[Leaf]:
    return [Leaf(TOWN, household, household + 1, f"{household:064x}") for household in range(1, count + 1)]


def tree(ends: list[Leaf]) -> str:
    """The root as RFC 6962 defines it, top down: the largest power of two to the left."""
    if len(ends) == 1:
        return sha("werkzaam leaf", *ends[0])
    left = 1 << ((len(ends) - 1).bit_length() - 1)
    return sha("werkzaam node", tree(ends[:left]), tree(ends[left:]))


def test_the_root_of_a_day_is_what_it_always_was() -> None:
    assert merkle_root([]) == "46e50854c3fef9bd8370747fd2aa859ee07bb330ff9e66059d408f7ab05f30a4"
    assert merkle_root(leaves(1)) == "7e246b3dae3faf1e5475219e52602638dc8d7498f40cbf3760a62553d408ce73"
    assert merkle_root(leaves(5)) == "064258fafa5fed5e9590b374922d0fd0ca8faa58be5f81f4472b512680a43b46"


@pytest.mark.parametrize("count", [*range(1, 20), 63, 64, 65])
def test_the_root_is_that_of_the_tree_top_down(count: int) -> None:
    assert merkle_root(leaves(count)) == tree(leaves(count))


@given(st.permutations(leaves(7)))
def test_the_order_of_the_households_makes_no_difference(ends: list[Leaf]) -> None:
    assert merkle_root(ends) == merkle_root(leaves(7))


@given(st.integers(1, 12), st.data())
def test_any_other_end_gives_another_root(count: int, data: st.DataObject) -> None:
    ends, at = leaves(count), data.draw(st.integers(0, count - 1))
    others = [
        ends[:at] + ends[at + 1 :],
        [*ends, Leaf(TOWN, 900, 1, "f" * 64)],
        [*ends[:at], ends[at]._replace(hseq=900), *ends[at + 1 :]],
        [*ends[:at], ends[at]._replace(hash="f" * 64), *ends[at + 1 :]],
        [*ends[:at], ends[at]._replace(municipality="elders"), *ends[at + 1 :]],
    ]
    assert len({merkle_root(ends), *map(merkle_root, others)}) == 6


def test_a_household_has_one_end_a_day() -> None:
    with pytest.raises(LedgerError, match="Household 2 of teststad has two heads, 3 and 9;"):
        merkle_root([*leaves(3), Leaf(TOWN, 2, 9, "e" * 64)])


def test_a_leaf_is_no_node() -> None:
    """Two roots as the ends of households do not make the root of all (a second preimage)."""
    four = leaves(4)
    halves = [Leaf("", 0, 0, merkle_root(four[:2])), Leaf("", 1, 0, merkle_root(four[2:]))]
    assert merkle_root(four) != merkle_root(halves)


def test_an_event_knows_its_head() -> None:
    event: Event = chain(1, 2)[-1]
    assert event.head == Head(2, event.hash, moment(0))
