# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Our files say of the fifty regimes what was printed of them, each number, and nothing where nothing was printed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.regime.conftest import Folder
from tests.regime.printed import listed, printed
from werkzaam.core.errors import UnknownName
from werkzaam.core.money import parse_euro
from werkzaam.core.months import Month
from werkzaam.regime.guidance import Guidance, guidance_of_part
from werkzaam.regime.read import part_ids, read_part
from werkzaam.regime.regime import Regime

NUMBERS = (
    "contacts_least", "contacts_most", "caseload_least", "caseload_most", "one_worker", "activity_hours_most",
    "activity_hours_mean", "plan_required", "plan_signed", "plan_working_days", "months", "measures", "voluntary",
)  # fmt: skip
LISTS = ("duties", "goals", "targets", "activities", "results")
NATURE = {
    "guidance_regime": "begeleiding", "activation_regime": "activering", "activation_offer": "aanbod", "earnings_rule": "loonregel",
    "settlement_process": "verrekening", "obligation_rule": "plichtregel", "reintegration_model": "naar_werk",
    "job_programme": "baan", "proposal": "voorstel",
}  # fmt: skip
PLACES = {"national": "landelijk", "any": "voorstel", "all cities": "alle steden"}
PREMIUM = {
    "earnings_premium.share_of_earnings_percent": "premie.aandeel", "full_offset.share_of_earnings_percent": "premie.aandeel",
    "earnings_premium.cap_eur_per_month": "premie.maximum", "earnings_premium.cap_per_payout_eur": "premie.maximum_uitbetaling",
}  # fmt: skip
PAID_BY = {"ams_extra_attention": "earn_premium_experiment", "ams_self_direction": "earn_premium_experiment",
           "ams_comparison": "earn_premium_experiment"}  # fmt: skip
"""The part that states the premium of a group: all three had the same."""


def guidance(part: str) -> Guidance:
    found = guidance_of_part(part)
    assert found is not None
    return found


@pytest.mark.requirement("R-224")
def test_the_fifty_regimes_load_and_a_misspelled_key_fails(folder: Folder) -> None:
    assert len(listed()) == 50
    assert set(listed()) <= set(part_ids())
    assert all(guidance(part).nature for part in listed())
    with pytest.raises(UnknownName, match=r"No field is called 'caseload_hoogsten' here. Did you mean caseload_hoogstens"):
        folder.read('aard = "begeleiding"\n[begeleiding]\ncaseload_hoogsten = 60\n')
    with pytest.raises(UnknownName, match=r"No field is called 'begeleidng' here. Did you mean begeleiding"):
        folder.read('aard = "begeleiding"\n[begeleidng]\ncaseload_hoogstens = 60\n')


@pytest.mark.parametrize("part", listed())
def test_each_has_its_kind_its_place_its_doubts_and_a_source_of_ours(part: str) -> None:
    row, found, regime = listed()[part], guidance(part), read_part(part)
    assert found.nature == NATURE[row["kind"]]
    place = PLACES.get(row["municipality"], row["municipality"]).replace("national experiment", "landelijk experiment")
    assert regime.municipality == place.removesuffix(" (some municipalities)")
    assert regime.land == row["country"]
    assert " ".join(found.doubts) == row["doubts"]
    assert found.source
    assert regime.description_nl != regime.description_en


@pytest.mark.parametrize("part", listed())
def test_every_number_is_the_printed_one_and_no_other_is_stated(part: str) -> None:
    found = guidance(part)
    ours = {name: getattr(found, name) for name in NUMBERS if found.states(name)}
    words = {"true": True, "false": False}
    said = {name: words[value] if value in words else int(value) for name, value in printed(part) if name in NUMBERS}
    assert ours == said


@pytest.mark.parametrize("part", listed())
def test_none_is_told_from_silence(part: str) -> None:
    found, said = guidance(part), dict(printed(part))
    ours = {name: "some" if getattr(found, name) else "none" for name in LISTS if found.states(name)}
    assert ours == {name: said[name] for name in LISTS if name in said}


@pytest.mark.parametrize("part", listed())
def test_every_result_has_its_number_and_how_strong_it_is(part: str) -> None:
    results = guidance(part).results
    for field, value in printed(part):
        if field.startswith("result_"):
            assert results[int(field.removeprefix("result_")) - 1].value == value
    assert all(result.evidence and result.source and (result.value or result.note) for result in results)


@pytest.mark.parametrize("part", [part for part in listed() if any("." in name for name, _ in printed(part))])
def test_every_amount_of_a_premium_is_the_printed_one(part: str) -> None:
    paid = [read_part(PAID_BY.get(part, part)), *([read_part("earn_premium_2021_press")] if part == "earn_premium_2021" else [])]
    for field, value in printed(part):
        if field in PREMIUM:
            assert _amount(field, value) in {_stated(one, PREMIUM[field]) for one in paid}
    yearly = dict(printed(part)).get("earnings_premium.cap_per_year_eur")
    if yearly is not None:
        assert int(yearly) * 100 == 2 * int(str(_stated(paid[0], "premie.maximum_uitbetaling")))
        assert len(str(_stated(paid[0], "premie.uitbetaling")).split(",")) == 2


def _stated(one: Regime, path: str) -> object:
    """What a part states in its first month; nothing of a premium in a part without one is a share of nothing."""
    month = max(one.span.first, Month.parse("2018-02"))
    return one.value(path, month).value if one.states(path, month) else Fraction(0)


def _amount(field: str, value: str) -> int | Fraction:
    return Fraction(int(value), 100) if field.endswith("percent") else parse_euro(value)


def test_the_hour_of_bremen_is_that_of_bremen_within_that_of_the_country() -> None:
    said = [Fraction(value) for name, value in printed("bre_ein_euro_job") if "." in name]
    hour = Fraction(read_part("bre_ein_euro_job").value("premie.uurbedrag", Month.parse("2018-01")).typed(int), 100)
    assert said == [1, 2, hour, hour]
