# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The exemptions: each names a check that exists, and the rule that they only shrink works."""

from __future__ import annotations

import tomllib

from tests.house.tree import EXEMPTIONS, Finding, verdict

CHECKS = {"clock", "docstrings", "function-length", "literal", "module-length", "names", "no-float"}


def test_every_exemption_names_a_check_that_exists() -> None:
    named = {entry["check"] for entry in tomllib.loads(EXEMPTIONS.read_text()).get("exempt", ())}
    assert named <= CHECKS


def test_exemptions_only_shrink() -> None:
    exempt = {"a": {"size": 30}, "gone": {"size": 40}}
    assert verdict("c", [Finding("a", "is 30 long", 30)], {"a": {"size": 30}}) == []
    assert verdict("c", [Finding("a", "is 31 long", 31)], exempt)[0] == "a: is 31 long; it grew past its exemption of 30"
    assert verdict("c", [Finding("a", "is 29 long", 29)], exempt)[0] == "a: shrunk to 29; lower its exemption of 30"
    assert verdict("c", [], {"gone": {}}) == ["gone: no longer breaks c; remove it from exemptions.toml"]
    assert verdict("c", [Finding("b", "is wrong")], {}) == ["b: is wrong"]
