# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Explained, computed and clustered are the same cents in a town that changes its mind, so that nothing is folded away."""

from __future__ import annotations

from tests.properties.agreement import same_cents


def test_explained_computed_and_clustered_are_the_same_cents() -> None:
    same_cents("a_town_that_changes_its_mind")
