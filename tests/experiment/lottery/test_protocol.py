# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The protocol's bytes: vectors, trees, beacons and moments, as other programs must have them too."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py_ecc.bls.point_compression import compress_G1, decompress_G1
from py_ecc.bls.typing import G1Compressed
from py_ecc.fields import optimized_bls12_381_FQ as FQ
from py_ecc.optimized_bls12_381.optimized_curve import add, curve_order, multiply

from tests.experiment.lottery.vectors import FILE, as_text
from tests.experiment.lottery.world import ROUND, ROUND_1000, moment
from werkzaam.core.errors import InputError
from werkzaam.experiment.lottery.beacon import QUICKNET, chain_of, randomness_of, thrown
from werkzaam.experiment.lottery.encoding import bytes64, canonical, framed, hexed, moment_of, moment_text, text64
from werkzaam.experiment.lottery.merkle import climb, leaf, length, node, tree
from werkzaam.experiment.lottery.signature import holds


def test_the_vectors_are_the_committed_ones() -> None:
    """Run `python -m tests.experiment.lottery.vectors` when the protocol itself changes; then it is no longer v1."""
    assert FILE.read_text("utf-8") == as_text()


def test_the_reference_draw_comes_out() -> None:
    """5,250 people, 812 drawn, as the study of the protocol published it."""
    found = json.loads(FILE.read_text("utf-8"))["reference"]
    assert found["result"] == "de93aeef2816295da86658526a20847eb6375d31dcaeddb245ebf63f0656b5f6"
    assert (found["root"][:16], found["seed"][:16]) == ("7ddf4d15ac861332", "0a586272efa30b11")
    assert sorted(found["totals"].values()) == [270, 271, 271]


def test_the_chain_is_named_by_its_own_key() -> None:
    assert QUICKNET.own_hash == QUICKNET.hash == chain_of("quicknet").hash
    with pytest.raises(InputError, match="No chain 'x'"):
        chain_of("x")


@pytest.mark.parametrize(("number", "signature"), [ROUND, ROUND_1000])
def test_real_rounds_are_signed_by_the_chain(number: int, signature: str) -> None:
    assert holds(QUICKNET, number, bytes.fromhex(signature))


def test_other_rounds_and_other_bytes_are_not() -> None:
    signature = bytes.fromhex(ROUND[1])
    assert not holds(QUICKNET, ROUND[0] + 1, signature)
    assert not holds(QUICKNET, ROUND[0], signature[:-1])
    assert not holds(QUICKNET, ROUND[0], signature[:-1] + b"\0")
    assert not holds(QUICKNET, ROUND[0], b"\xc0" + bytes(47))


def test_a_second_signature_of_a_round_is_refused() -> None:
    """The real point plus one outside the group: the pairing cannot tell them apart, and it would give another randomness."""
    prime, at = FQ.field_modulus, 1
    while pow(at**3 + 4, (prime - 1) // 2, prime) != 1:
        at += 1
    on_curve = (FQ(at), FQ(pow(at**3 + 4, (prime + 1) // 4, prime)), FQ(1))
    signature = int.from_bytes(bytes.fromhex(ROUND[1]), "big")
    other = add(decompress_G1(G1Compressed(signature)), multiply(on_curve, curve_order))
    plain = compress_G1(other).to_bytes(48, "big")
    assert plain != bytes.fromhex(ROUND[1])
    assert not holds(QUICKNET, ROUND[0], plain)


def test_randomness_is_the_published_one() -> None:
    assert randomness_of(bytes.fromhex(ROUND[1])).hex() == "fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587"


def test_rounds_and_moments() -> None:
    assert QUICKNET.round_at(moment("2026-04-20T00:00:00+00:00")) == 27946612
    assert QUICKNET.moment(1) == moment("2023-08-23T15:09:27+00:00")
    assert QUICKNET.first_round_from(moment("2023-08-23T17:09:28+02:00")) == 2
    assert QUICKNET.first_round_from(moment("2023-08-23T15:09:30+00:00")) == 2
    later = QUICKNET.fallback(657413)
    assert later % 20 == 0
    assert 3600 <= (QUICKNET.moment(later) - QUICKNET.moment(657413)).total_seconds() < 3660
    with pytest.raises(InputError, match="before the first round"):
        QUICKNET.round_at(moment("2023-08-23T15:09:26+00:00"))


def test_dice_are_thrown_often_enough() -> None:
    assert thrown("1" * 40) == hashlib.sha256(b"1" * 40).digest()
    for throws in ("1" * 39, "7" * 40):
        with pytest.raises(InputError, match="at least 40 throws"):
            thrown(throws)


@given(st.integers(1, 70).flatmap(lambda size: st.tuples(st.just(size), st.integers(0, size - 1))))
def test_a_path_leads_to_the_root_and_no_other_does(place: tuple[int, int]) -> None:
    size, at = place
    leaves = [leaf(bytes([each])) for each in range(size)]
    whole = tree(leaves)
    path = whole.path(at)
    assert len(path) == length(at, size)
    assert climb(leaves[at], at, size, path) == whole.root == rfc_6962(leaves)
    assert climb(leaf(b"other"), at, size, path) != whole.root
    if path:
        assert climb(leaves[at], at, size, (*path[:-1], bytes(32))) != whole.root


def rfc_6962(leaves: list[bytes]) -> bytes:
    """The root as the RFC defines it, by halves."""
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << ((len(leaves) - 1).bit_length() - 1)
    return node(rfc_6962(leaves[:half]), rfc_6962(leaves[half:]))


@pytest.mark.parametrize(("at", "size", "number"), [(0, 3, 1), (3, 3, 2), (-1, 3, 2), (0, 3, 3), (2, 3, 2)])
def test_a_path_of_another_tree_is_refused(at: int, size: int, number: int) -> None:
    with pytest.raises(InputError, match="No path of"):
        climb(leaf(b""), at, size, [bytes(32)] * number)


def test_a_tree_needs_somebody() -> None:
    with pytest.raises(InputError, match="without anybody"):
        tree([])


def test_frames_keep_parts_apart() -> None:
    assert framed("ab", "c") != framed("a", "bc") != framed("abc")
    assert framed("é") == hashlib.sha256((2).to_bytes(8, "big") + "é".encode()).digest()


def test_only_whole_numbers_are_written() -> None:
    assert canonical({"b": [1], "a": "é"}) == '{"a":"é","b":[1]}'.encode()
    with pytest.raises(InputError, match="whole numbers"):
        canonical({"a": [{"b": 0.5}]})


@given(st.binary())
def test_base64url_has_one_spelling(plain: bytes) -> None:
    assert bytes64(text64(plain), "x") == plain


@pytest.mark.parametrize("text", ["AB==", "A", "AB", "A B", "+/", 3])
def test_other_base64_is_refused(text: object) -> None:
    """`AB` has four spare bits that are not zero."""
    with pytest.raises(InputError, match="x must be base64url"):
        bytes64(text, "x")


def test_moments_and_digests_are_strict() -> None:
    assert moment_text(moment("2026-04-20T02:00:00+02:00")) == "2026-04-20T00:00:00Z"
    assert moment_of("2026-04-20T00:00:00Z", "x") == moment("2026-04-20T00:00:00+00:00")
    with pytest.raises(InputError, match="time zone"):
        moment_text(moment("2026-04-20T00:00:00"))
    with pytest.raises(InputError, match="x must be a moment"):
        moment_of("20 april", "x")
    for wrong in ("0" * 63, "G" * 64, "A" * 64, None):
        with pytest.raises(InputError, match="x must be 64"):
            hexed(wrong, "x")
