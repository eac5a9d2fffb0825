# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Explained, computed and clustered are the same cents: under the Act as it was, and a law date that is pinned."""

from __future__ import annotations

import pytest

from tests.properties.agreement import same_cents


@pytest.mark.parametrize("name", ["the_act", "the_law_of_2027"])
def test_explained_computed_and_clustered_are_the_same_cents(name: str) -> None:
    same_cents(name)
