# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A fingerprint is the same everywhere, and no two lists of fields share one."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.core.digest import digest, is_digest
from werkzaam.core.errors import InputError

# What `printf '%s' 's5:maart' | sha256sum` and the like print: any change here breaks every chain that was ever written.
GOLDEN = [
    ((), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (("",), "fb912574cecad54c6a0bc75b46172350b6374929d602d5fbcb4ca0ec831fd532"),
    ((None,), "1b16b1df538ba12dc3f97edbb85caa7050d46c148134290feba80f8236c83db9"),
    ((0,), "59a435212025b8a562b37453ac907b55b9a99d60a4936f61c793960b95db5b84"),
    (("0",), "18df7fca41372b56535e7e9fe1f2a944c9549f4ba26882859dcfd9019794cc88"),
    ((-1,), "3e7b7a727c1fbe0a6ab401b9967dcb87dcfaaa2d0c07b3b5dcf88c29e26b6cc8"),
    (("maart", "2026"), "5731af49cc6a8d6978ff94f2f31cf6ac34868b76109b9a309b47e7f72437d87d"),
]
FIELDS = st.lists(st.one_of(st.none(), st.integers(), st.text(alphabet="sin0123:-é€", max_size=6)), max_size=5).map(tuple)


@pytest.mark.parametrize(("fields", "expected"), GOLDEN)
def test_a_fingerprint_is_what_it_always_was(fields: tuple[str | int | None, ...], expected: str) -> None:
    assert digest(*fields) == expected


def test_a_length_counts_bytes_and_not_characters() -> None:
    assert digest("€1", 120, None) == hashlib.sha256("s4:€1i3:120n".encode()).hexdigest()


@given(FIELDS, FIELDS)
def test_two_lists_of_fields_have_two_fingerprints(
    one: tuple[str | int | None, ...], other: tuple[str | int | None, ...]
) -> None:
    assert (digest(*one) == digest(*other)) is (one == other)


def test_a_boundary_between_fields_counts() -> None:
    lists = [("ab", "c"), ("a", "bc"), ("abc",), ("", "abc"), ("abc", ""), ("abc", None), ("s3:abc",), ("a", "b", "c")]
    assert len({digest(*fields) for fields in lists}) == len(lists)


@pytest.mark.parametrize("value", [1.0, True, b"a", ("a",)])
def test_other_kinds_of_values_are_refused(value: object) -> None:
    with pytest.raises(InputError, match="texts, whole numbers and None"):
        digest(value)  # type: ignore[arg-type]


def test_half_a_character_is_refused_with_its_place() -> None:
    with pytest.raises(InputError, match="place 2"):
        digest("ab\ud800")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("a" * 64, True), ("0123456789abcdef" * 4, True), ("A" * 64, False), ("a" * 63, False), ("g" * 64, False)],
)
def test_what_can_be_a_fingerprint(text: str, is_one: bool) -> None:
    assert is_digest(text) is is_one
