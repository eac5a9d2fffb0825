# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Chance as whole numbers: one number for each seed, person, month and purpose, the same on every machine and in any order.

Nothing is drawn from a stream, so it does not matter who is simulated first, in how many parts, or under which regime: the same
person has the same luck in the same month. A number is compared with an integer threshold out of a million; no fraction enters.
The numbers are mixed by the finalizer of SplitMix64 (Steele, Lea and Flood, 2014, doi 10.1145/2660193.2660195).
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numba import njit
from numpy.typing import NDArray

from werkzaam.core.errors import InputError

Ints = NDArray[np.int64]
MILLION = 1_000_000
_STEP = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_20, _27, _30, _31, _44 = (np.uint64(bits) for bits in (20, 27, 30, 31, 44))
_MILLION = np.uint64(MILLION)


class Purpose(IntEnum):
    """What a number decides. A number is never used for two things; new purposes come at the end."""

    PLACE = 0
    READY = 1
    VIEW = 2
    LIMITED = 3
    HOURS = 4
    CONTRACT = 5
    WAGE = 6
    PERIOD = 7
    FIND = 8
    LOSE = 9
    SWING = 10
    DRIFT = 11
    LATE = 12
    LEAVE = 13
    RETURN = 14
    WORKS = 15
    CONTACT = 16
    CHANGE = 17
    ENROL = 18
    SELECT = 19
    ANSWER = 20
    WAVE_MONTH = 21
    BORN = 22
    CARES = 23
    PARTNER = 24
    GRADE = 25
    PLACEMENT = 26
    EDUCATION = 27
    OPINION = 28
    SINCE = 29
    COHORT = 30
    CALLS = 40
    LAST_CONTACT = 41
    PLACEMENT_KEPT = 42
    REPLACED = 43
    COURSE_COST = 44
    COURSE_DONE = 45
    EMPLOYER_PAYS = 46
    MADE_FIXED = 47
    OFFICE_LEFT = 48


@njit(cache=True, nogil=True, inline="always")  # type: ignore[untyped-decorator]
def mixed(number: np.uint64) -> np.uint64:  # pragma: no cover - compiled
    """Another number in which every bit depends on every bit of this one."""
    number = (number ^ (number >> _30)) * _FIRST
    number = (number ^ (number >> _27)) * _SECOND
    return number ^ (number >> _31)


@njit(cache=True, nogil=True, inline="always")  # type: ignore[untyped-decorator]
def of_million(seed: np.uint64, person: int, month: int, purpose: int) -> np.int64:  # pragma: no cover - compiled
    """A number from 0 to 999,999 for a person, month and purpose; each equally likely but for one in ten million million."""
    key = mixed(seed + _STEP * np.uint64(person + 1))
    key = mixed(key + _STEP * np.uint64((month + 1) * 256 + purpose))
    return np.int64(((key >> _20) * _MILLION) >> _44)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _column(seed: np.uint64, people: Ints, month: int, purpose: int) -> Ints:  # pragma: no cover - compiled
    found = np.empty(len(people), np.int64)
    for at in range(len(people)):
        found[at] = of_million(seed, people[at], month, purpose)
    return found


def column(seed: int, people: Ints, month: int, purpose: Purpose) -> Ints:
    """The numbers (people,) of many in a month, each from 0 to 999,999; `people` are their numbers in the town."""
    return _column(seeded(seed), np.ascontiguousarray(people, np.int64), month, int(purpose))  # type: ignore[no-any-return]


def seeded(seed: int) -> np.uint64:
    """A seed as the kernels take it; raises InputError for what is no whole number from 0 to 2**63 - 1."""
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < 2**63:
        raise InputError(f"A seed is a whole number from 0 to {2**63 - 1}; found {seed!r}.")
    return np.uint64(seed)
