# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The protocol is whole before there is data, and every analysis names it and lists what differs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.app.experiment.a_draw import DESIGN, DRAWN, ROUND, desk_at, enrolled, promised, revealed, signed
from werkzaam.app.experiment.analysing import lock_plan, look, look_masked, open_arms
from werkzaam.app.experiment.design_file import shipped_file
from werkzaam.app.experiment.design_regimes import regimes_of
from werkzaam.app.experiment.design_words import Described, look_at
from werkzaam.app.experiment.drawing import draw
from werkzaam.app.experiment.happened import record_file
from werkzaam.app.experiment.protocol import protocol
from werkzaam.app.experiment.register_file import import_register
from werkzaam.app.experiment.report.content import report
from werkzaam.cli.main import main
from werkzaam.experiment.canonical import canonical, protocol_id
from werkzaam.experiment.verdict.lock import Tag
from werkzaam.store.database import Database
from werkzaam.store.draws import drawn_people

SEEN = look_at(shipped_file("amsterdam_2018"))
SMALL = replace(DESIGN, survey=DESIGN.selection)
LATER = "2023-10-01T09:00:00Z"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_protocol_has_every_arm_outcome_test_and_wave(lang: str) -> None:
    text = protocol(SEEN, lang)
    assert text.startswith(f"# Protocol {protocol_id(SEEN.design)}\n")
    assert text.count("\n| ") == 1 + 51, "a row for every declared test"
    assert all(SEEN.regimes[arm.id].digest in text for arm in SEEN.design.arms)
    whole = json.loads(text.split("```json\n")[1].removesuffix("\n```\n"))
    assert whole == json.loads(canonical(SEEN.design))
    assert "| work_t3 | extra_attention | comparison |  | 171 / 171 | " in text
    bare = protocol(replace(SEEN, assumed=None), lang)
    assert "171 / 171" not in bare
    assert bare.count("\n| ") == 1 + 51


def test_a_protocol_is_written_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "protocol.md"
    assert main(["experiment", "protocol", "amsterdam_2018", "--out", str(out)]) == 0
    assert protocol_id(SEEN.design) in capsys.readouterr().out
    before = out.read_bytes()
    assert main(["experiment", "protocol", "amsterdam_2018", "--out", str(out)]) == 2
    assert "is not written over" in capsys.readouterr().err
    assert out.read_bytes() == before


@pytest.mark.requirement("R-255")
def test_every_analysis_names_the_exported_protocol_and_lists_what_deviates(database: Database) -> None:
    regimes = regimes_of(SMALL)
    guidance = {arm: regime.guidance for arm, regime in regimes.items()}
    exported = protocol(Described(Path("amsterdam_kort.toml"), SMALL, regimes, guidance, None), "en")
    name = exported.splitlines()[0].removeprefix("# Protocol ")
    enrolled(database, SMALL)
    promised(database, SMALL)
    revealed(database, SMALL)
    draw(desk_at(database, DRAWN), SMALL, ROUND, signed)
    people = drawn_people(database, "teststad", SMALL.id)
    lock_plan(desk_at(database, DRAWN), SMALL, 199)
    later = desk_at(database, LATER)
    one = next(pid for pid, drawn in people.items() if drawn.arm)
    events = f"pid;happening;day;actual;reason\n{one};deviated;2023-09-20;vergelijking;op verzoek\n"
    assert record_file(later, SMALL, events.encode()) == 1
    rows = "".join(f"{pid};out;2022-03;{at % 2}\n" for at, pid in enumerate(people))
    import_register(later, SMALL, f"pid;variable;month;value\n{rows}".encode(), date(2023, 9, 30))

    masked = report(look_masked(later, SMALL, 199), "en")
    assert f"Protocol: {name}." in masked.stamp
    open_arms(later, SMALL, "A. de Vries", "B. Bakker")
    planned, other = look(later, SMALL, 199), look(later, SMALL, 299)
    assert (planned.tag, [one.day for one in planned.deviations]) == ((Tag.PLANNED, ()), [date(2023, 9, 20)])
    for found in (planned, other):
        made = report(found, "en")
        assert f"Protocol: {name}." in made.stamp
        assert any(section.id == "deviations" and "Guidance other than drawn" in section.said[0] for section in made.sections)
    assert any("What differs: the plan." in line for line in report(other, "en").stamp)
    assert not any("What differs" in line for line in report(planned, "en").stamp)
