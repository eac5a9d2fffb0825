# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The licence check of the locked packages reads expressions as they are meant."""

from __future__ import annotations

import pytest

from tests.house.dependencies import SHIPPED, allowed, judged


def test_every_locked_package_may_be_used() -> None:
    assert [row for row in judged() if not row[3]] == []


@pytest.mark.parametrize(
    ("expression", "fine"),
    [
        ("MIT", True),
        ("BSD-2-Clause AND Apache-2.0 WITH LLVM-exception", True),
        ("AGPL-3.0-only OR MIT", True),
        ("AGPL-3.0-only", False),
        ("MIT AND AGPL-3.0-only", False),
        ("", False),
    ],
)
def test_an_expression_is_read_as_meant(expression: str, fine: bool) -> None:
    assert allowed(expression, SHIPPED) is fine
