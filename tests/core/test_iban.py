# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An account number with a wrong character, two swapped ones or a wrong length is no account number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.exchange.orders import dutch_iban
from werkzaam.core.errors import InputError
from werkzaam.core.iban import LENGTHS, bic, compact, iban

OURS = "NL91ABNA0417164300"
# The examples that banks publish, one for each of these countries.
EXAMPLES = [
    "NL91ABNA0417164300", "DE89370400440532013000", "BE68539007547034", "FR1420041010050500013M02606", "GB29NWBK60161331926819",
    "MT84MALT011000012345MTLCAST001S", "NO9386011117947", "PL61109010140000071219812874", "ES9121000418450200051332",
    "IT60X0542811101000000123456", "PT50000201231234567890154", "SE4550000000058398257466", "RO49AAAA1B31007593840000",
]  # fmt: skip


@pytest.mark.parametrize("text", EXAMPLES)
def test_published_examples_are_account_numbers(text: str) -> None:
    assert iban(text) == text
    assert iban(" ".join(text).lower()) == text
    assert len(text) == LENGTHS[text[:2]]


@given(st.integers(0, 10**10 - 1), st.integers(0, 17), st.characters(codec="ascii"))
def test_any_other_character_anywhere_is_refused_and_the_number_not_repeated(account: int, at: int, other: str) -> None:
    right = dutch_iban(account)
    wrong = right[:at] + other + right[at + 1 :]
    if compact(wrong) == right:
        assert iban(wrong) == right
        return
    with pytest.raises(InputError) as refused:
        iban(wrong)
    assert str(account).zfill(10) not in str(refused.value)


@given(st.integers(0, 10**10 - 1), st.integers(4, 16))
def test_two_swapped_characters_are_refused(account: int, at: int) -> None:
    right = dutch_iban(account)
    wrong = right[:at] + right[at + 1] + right[at] + right[at + 2 :]
    if wrong != right:
        with pytest.raises(InputError):
            iban(wrong)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "an IBAN was expected"), ("NL91ABNA041716430", "has 18 characters, the last ten of them digits; found 17"),
        ("NL91ABNA04171643000", "found 19"), ("US64SVBUUS6S3300958879", "of a SEPA country was expected; found one of US"),
        ("NL92ABNA0417164300", "check digits"), ("NL91ABNA04171643٠٠", "an IBAN was expected"),
        ("NL911234567890123456", "found 20"),
        ("NL58123400000000AB", "the last ten of them digits"), ("0417164300", "an IBAN was expected"),
    ],
)  # fmt: skip
def test_what_is_no_account_number_is_refused(text: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        iban(text)


@pytest.mark.parametrize("check", range(100))
def test_one_pair_of_check_digits_fits(check: int) -> None:
    """00, 01 and 99 leave the same remainder as some of the others and are never given out."""
    accounts = [0, 417164300, 8, 96]
    for account in accounts:
        text = f"NL{check:02d}{dutch_iban(account)[4:]}"
        if text == dutch_iban(account):
            assert iban(text) == text
        else:
            with pytest.raises(InputError, match="check digits"):
                iban(text)


def test_a_bank_has_a_code_of_eight_or_eleven() -> None:
    assert bic("ingbnl2a") == "INGBNL2A"
    assert bic("BUNQNL2AXXX") == "BUNQNL2AXXX"
    for wrong in ("", "INGB", "INGBNL2AX", "INGB12AX", "INGBNL2É"):
        with pytest.raises(InputError, match="a BIC of eight or eleven"):
            bic(wrong)
