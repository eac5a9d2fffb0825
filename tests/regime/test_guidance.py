# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Protocols of guidance are read as they were meant, and refused with file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from werkzaam.core.errors import InputError, RegimeError, UnknownName
from werkzaam.regime.guidance import guidance_of, read_guidance
from werkzaam.regime.read import part_ids, read_regime

DATA = Path(__file__).parents[2] / "src/werkzaam/regime/data/begeleiding"
TEXT = (DATA / "ams_self_direction.toml").read_text(encoding="utf-8")


def test_shipped_protocols_belong_to_shipped_parts_and_name_their_source() -> None:
    names = {file.stem for file in DATA.glob("*.toml")}
    assert names == {"ams_comparison", "ams_extra_attention", "ams_self_direction"}
    assert names <= set(part_ids())
    found = [read_guidance(file) for file in sorted(DATA.glob("*.toml"))]
    assert all("seed 002" in guidance.source for guidance in found)
    assert [(each.caseload_least, each.caseload_most, each.one_worker) for each in found] == [
        (None, 300, False), (50, 60, True), (50, 60, True)]  # fmt: skip
    assert len({each.content for each in found}) == 3


def test_a_regime_without_a_protocol_has_none_and_a_towns_own_goes_first(tmp_path: Path) -> None:
    regime = read_regime("amsterdam_2018_zelfregie")
    assert guidance_of(read_regime("amsterdam_2018")) is None
    shipped = guidance_of(regime)
    assert shipped is not None
    own = tmp_path / "begeleiding"
    own.mkdir()
    (own / "ams_self_direction.toml").write_text(TEXT.replace("contacten_minstens = 1", "contacten_minstens = 2"))
    mine = guidance_of(regime, tmp_path)
    assert mine is not None
    assert (shipped.contacts_least, mine.contacts_least) == (1, 2)
    assert shipped.content != mine.content
    (own / "ams_city_pass.toml").write_text(TEXT.replace("ams_self_direction", "ams_city_pass"))
    with pytest.raises(RegimeError, match="two protocols of guidance: ams_city_pass, ams_self_direction"):
        guidance_of(regime, tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            'initiatief = "inwoner"',
            'initiatief = "niemand"',
            "initiatief: one of inwoner, klantmanager was expected; found 'niemand'",
        ),
        ('initiatief = "inwoner"\n', "", "initiatief: a text was expected"),
        ("contacten_minstens = 1", 'contacten_minstens = "1"', "contacten_minstens: a whole number was expected, 0 or more"),
        ("contacten_minstens = 1", "contacten_minstens = -1", "found -1"),
        ("contacten_minstens = 1", "contacten = 1", "contacten: this key is not known here"),
        ("vaste_klantmanager = true", "vaste_klantmanager = 1", "vaste_klantmanager: true or false"),
        ('plichten = ["werk zoeken"', 'plichten = [1, "werk zoeken"', "plichten: texts were expected"),
        ('deel = "ams_self_direction"', 'deel = "zelfregie"', "deel: 'ams_self_direction' was expected"),
        ('frequentie_door = "inwoner"', 'frequentie_door = "inwoner', "This is not a TOML file"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in TEXT
    path = tmp_path / "ams_self_direction.toml"
    path.write_text(TEXT.replace(old, new, 1))
    with pytest.raises((InputError, UnknownName), match=says) as refusal:
        read_guidance(path)
    assert refusal.value.file == str(path)


def test_a_missing_file_is_said() -> None:
    with pytest.raises(InputError, match="There is no such file"):
        read_guidance(Path("nowhere.toml"))
