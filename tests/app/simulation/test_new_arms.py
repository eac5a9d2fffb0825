# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Arms that nobody tried yet: a design with full release of duties and a job guarantee, by files alone."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest

from werkzaam.app.experiment.assumptions_file import ENDING
from werkzaam.app.experiment.design_file import shipped_file
from werkzaam.app.experiment.design_words import Described, describe, look_at
from werkzaam.app.simulation.next_experiment_factorial import judged
from werkzaam.experiment.canonical import design_hash
from werkzaam.experiment.lottery.draw import draw
from werkzaam.experiment.lottery.plan import plan_of
from werkzaam.experiment.lottery.strata import strata_of

REGIME = """soort = "gemeente"
id = "{id}"
gemeente = "Amsterdam"
naam = "{id}"
name = "{id}"
omschrijving = "Een groep van een volgende proef."
description = "An arm of a next trial."
vanaf = "2018-01"
tot = "2021-02"
uses = [
  "earn_full_settlement", "earn_premium_experiment", "nl_no_other_premiums", "ams_income_settlement", "nl_settlement_details",
  "nl_norm_details", "ams_city_pass", "{part}",
]
"""
ARMS = {"full_release": "idea_full_release", "job_guarantee": "idea_job_guarantee"}


@pytest.fixture
def seen(tmp_path: Path) -> Described:
    """The design of Amsterdam in which two arms are the new ones, written as files."""
    text = shipped_file("amsterdam_2018").read_text(encoding="utf-8")
    for old, (new, part) in zip(("extra_attention", "self_direction"), ARMS.items(), strict=True):
        text = re.sub(rf'"{old}"', f'"{new}"', text)
        (tmp_path / f"proef_{new}.toml").write_text(REGIME.format(id=f"proef_{new}", part=part), encoding="utf-8")
    text = text.replace("amsterdam_2018_extra_aandacht", "proef_full_release").replace(
        "amsterdam_2018_zelfregie", "proef_job_guarantee"
    )
    (tmp_path / "proef.toml").write_text(text.replace('id = "amsterdam_2018"', 'id = "proef"', 1), encoding="utf-8")
    return look_at(tmp_path / "proef.toml")


@pytest.mark.requirement("R-247")
def test_full_release_and_a_job_guarantee_are_arms_by_files_alone(seen: Described) -> None:
    assert not (seen.file.parent / f"proef{ENDING}").exists()
    assert {arm.id: seen.regimes[arm.id].uses[-1] for arm in seen.design.arms[:2]} == ARMS
    people = {f"P{at:04d}": {v.id: v.levels[(at // 7 + 3 * n) % len(v.levels)] for n, v in enumerate(seen.design.variables)}
              for at in range(2400)}  # fmt: skip
    grouping = strata_of(seen.design, people)
    plan = plan_of(seen.design, grouping, {text: text for text in grouping.strata}, design_hash(seen.design))
    lots = draw(hashlib.sha256(b"beacon").digest(), dict(grouping.by_person), plan)
    dealt = Counter(arm for arm in lots.arms.values() if arm is not None)
    assert set(dealt) == {"full_release", "job_guarantee", "comparison"}
    assert max(dealt.values()) - min(dealt.values()) <= len(grouping.strata)
    assert sum(dealt.values()) == 812


def test_what_full_release_needs_of_the_law_is_flagged(seen: Described) -> None:
    unequal, ranks = judged(seen)
    (flag,) = unequal
    assert (flag.who, flag.arms) == ("guidance", {"full_release": "idea_full_release"})
    assert [str(law) for law in flag.articles] == ["Pw 9:1:a", "Pw 9:1:b", "Pw 9:1:c", "Pw 18:2"]
    assert [(one.about, one.identifiable) for one in ranks] == [("guidance", True)]
    assert "needs room in the law: art. 9(1)(a) Participatiewet" in describe(seen, "en")
