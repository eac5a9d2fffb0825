# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Explained, computed and clustered are the same cents under a pinned law date, in a file of its own for the second core."""

from __future__ import annotations

from tests.properties.agreement import same_cents


def test_explained_computed_and_clustered_are_the_same_cents_under_the_law_of_2027() -> None:
    same_cents("the_law_of_2027")
