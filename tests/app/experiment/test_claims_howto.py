# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The how-to about claims is true: its commands run, what they print is what is printed, and its file is one."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.test_walkthroughs import blocks
from tests.house.tree import ROOT
from werkzaam.app.experiment.claims import COLUMNS, read_claims
from werkzaam.cli.main import main
from werkzaam.experiment.claims import Standing, retest

PAGE = (ROOT / "docs/how-to/check-a-claim.md").read_text(encoding="utf-8")


def test_the_how_to_prints_what_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own,) = blocks(PAGE, "csv")
    (tmp_path / "my-report.csv").write_text(own, encoding="utf-8")
    lines = [shlex.split(line)[1:] for line in PAGE.splitlines() if line.startswith("werkzaam ")]
    printed = []
    for asked in lines:
        assert main([str(tmp_path / word) if word.endswith(".csv") else word for word in asked]) == 0
        printed.append(capsys.readouterr().out)
    assert len(lines) == 2
    texts = blocks(PAGE, "text")
    assert len(texts) == 3
    assert [text for text in texts if text not in printed[0]] == []


def test_with_twelve_comparisons_work_at_t2_would_have_0_056() -> None:
    main_text, rest = "hoofdtekst T2 en T3", "overige paren T2 en T3"
    claims = [replace(claim, family="all") for claim in read_claims("amsterdam_2018_2022") if claim.family in (main_text, rest)]
    assert len(claims) == 12
    work = next(one for one in retest(claims) if one.claim.id == "werk T2 extra-zelfregie")
    assert round(work.comparisons[0].adjusted, 3) == 0.056
    assert work.standing is Standing.ALONE


def test_the_reference_names_every_column() -> None:
    page = (ROOT / "docs/reference/claims-file.md").read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"`{name}`" not in page] == []
