# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Trust is where it begins: without a choice of the town the least controlling option holds that the law permits."""

from __future__ import annotations

import pytest

from tests.regime.conftest import Folder
from werkzaam.cli.main import main
from werkzaam.core.errors import InputError, OverLimit, UnknownName
from werkzaam.core.months import Month
from werkzaam.regime.control import CONTROLS, settled
from werkzaam.regime.read import read_regime, regime_ids

IN_2018, IN_2026 = Month.parse("2018-07"), Month.parse("2026-03")
HEAD = 'aard = "plichtregel"\n[vertrouwen]\n'


@pytest.mark.requirement("R-262")
def test_on_a_fresh_install_proof_is_asked_on_demand_and_not_periodically(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings", "--on", "2026-03", "--lang", "en"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "When do we ask for proof? (bewijs) op_verzoek: On demand only:" in printed
    assert "also possible, with more control: steekproef, periodiek" in printed
    assert printed.count("nobody chose otherwise: this is the least controlling that the law permits") == len(CONTROLS)


def test_the_law_of_the_month_says_what_is_least() -> None:
    least = {month: {one.control.code: one.option.code for one in settled(None, month)} for month in (IN_2018, IN_2026)}
    assert least[IN_2018]["giften"] == "alle"
    assert least[IN_2026]["giften"] == "boven_de_grens"
    assert {code: option for code, option in least[IN_2026].items() if code != "giften"} == {
        "bewijs": "op_verzoek", "sollicitaties": "in_gesprek", "tegenprestatie": "vrijwillig"}  # fmt: skip


def test_no_shipped_town_controls_more_than_its_sources_say() -> None:
    for ident in regime_ids():
        regime = read_regime(ident)
        found = settled(regime.guidance, regime.span.first)
        assert [one.option for one in found] == [control.least(regime.span.first) for control in CONTROLS.values()]


def test_a_town_that_chooses_more_control_says_so(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.part("streng", f'{HEAD}bewijs = "periodiek"\n')
    town = folder.town("dorp", "streng")
    found = {one.control.code: (one.option.code, one.part) for one in settled(read_regime(town).guidance, Month.parse("2021-03"))}
    assert found["bewijs"] == ("periodiek", "streng")
    assert found["tegenprestatie"] == ("vrijwillig", None)
    assert main(["settings", str(town), "--on", "2021-03"]) == 0
    assert "gekozen in streng" in capsys.readouterr().out
    assert main(["regimes", str(town), "--lang", "en"]) == 0
    assert "control that was chosen: When do we ask for proof? Periodically, of everybody." in capsys.readouterr().out


def test_what_the_law_of_the_month_does_not_permit_is_refused(folder: Folder) -> None:
    guidance = folder.read(f'{HEAD}giften = "boven_de_grens"\n').guidance
    with pytest.raises(OverLimit, match=r"giften is 'boven_de_grens', which the law permits from 2026-01 .* Choose 'alle'"):
        settled(guidance, IN_2018)
    assert [one.option.code for one in settled(guidance, IN_2026) if one.part] == ["boven_de_grens"]


@pytest.mark.parametrize(
    ("line", "error", "says"),
    [
        ('bewijzen = "periodiek"', UnknownName, "No field is called 'bewijzen' here. Did you mean bewijs"),
        ('bewijs = "altijd"', InputError, "bewijs: one of op_verzoek, steekproef, periodiek was expected; found 'altijd'"),
    ],
)
def test_what_cannot_be_meant_is_refused(folder: Folder, line: str, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        folder.read(HEAD + line + "\n")
