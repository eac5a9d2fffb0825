# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Explained, computed and clustered are the same cents: in Amsterdam, and in a town that changes its mind."""

from __future__ import annotations

import pytest

from tests.properties.agreement import same_cents


@pytest.mark.parametrize("name", ["amsterdam", "a_town_that_changes_its_mind"])
def test_explained_computed_and_clustered_are_the_same_cents(name: str) -> None:
    same_cents(name)
