# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Each question about guidance gets an answer with what is assumed below it, in both languages; a wrong one gets a clear no."""

from __future__ import annotations

import argparse
from functools import cache
from pathlib import Path

import pytest

from tests.kernels import CACHE
from werkzaam.app.simulation.guidance_run import LATE_EFFECT, PEOPLE_LEAST, STUDIES, Setting, setting_of, study_text
from werkzaam.app.simulation.numbers import shipped, with_file
from werkzaam.cli import simulate_guidance
from werkzaam.core.errors import InputError, UnknownName

PRINTED = {
    "contacts": "`contacts.per_talk` = 3000", "caseload": "`effect.per_contact` = 0", "views": "`views.ams_self_direction` = 900",
    "review": f"`late.per_mille` = {LATE_EFFECT}", "placements": "`placements.contract` = 400000",
    "education": "`education.finding` = 0",
}  # fmt: skip
"""What each prints of its assumptions."""


@cache
def setting() -> Setting:
    return setting_of(60, 7, shipped(), CACHE)


@pytest.mark.parametrize(("name", "lang"), list(zip(STUDIES, ("nl", "en") * 3, strict=True)))
def test_every_question_has_an_answer_with_its_assumptions(name: str, lang: str) -> None:
    text = "\n".join(study_text(name, setting(), lang))
    assert PRINTED[name] in text
    assert ("zelfregie" if lang == "nl" else "self-direction") in text
    assert ("aangenomen, tussen" if lang == "nl" else "assumed, between") in text


def test_the_command_prints_the_answer_on_own_assumptions_and_knows_every_question(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert tuple(STUDIES) == simulate_guidance.STUDIES
    monkeypatch.setenv("WERKZAAM_CACHE", str(CACHE))
    own = tmp_path / "own.toml"
    own.write_text('[[number]]\nname = "effect.per_contact"\nvalues = [40]\nunit = "per_mille"\nlow = 0\nhigh = 50\n'
                   'why_nl = "Wat als."\nwhy_en = "What if."\n', encoding="utf-8")  # fmt: skip
    parser = argparse.ArgumentParser()
    simulate_guidance.add(parser.add_subparsers())
    asked = parser.parse_args(["guidance", "caseload", "--people", "45", "--assumptions", str(own), "--lang", "en"])
    asked.run(asked)
    printed = capsys.readouterr().out
    assert "`effect.per_contact` = 40 (per_mille): assumed, between 0 and 50. What if." in printed
    again = setting_of(45, 7, with_file(shipped(), own), CACHE)
    assert printed == "".join(f"{line}\n" for line in study_text("caseload", again, "en")), "the same people, the same luck"


def test_too_few_people_and_an_unknown_question_are_refused() -> None:
    with pytest.raises(InputError, match=f"{PEOPLE_LEAST} or more"):
        setting_of(PEOPLE_LEAST - 1, 7, shipped(), CACHE)
    with pytest.raises(UnknownName, match="contacts, caseload"):
        next(study_text("weather", setting(), "en"))
