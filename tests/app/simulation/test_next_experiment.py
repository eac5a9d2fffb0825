# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A next experiment foreseen by its files: what lacks is named, effects show, costs need prices, and subgroups are marked."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from tests.kernels import CACHE
from werkzaam.app.experiment.design_words import look_at
from werkzaam.app.simulation.next_experiment import Asked, Foreseen, foresee, subgroups_asked, subgroups_found
from werkzaam.app.simulation.next_experiment_cost import cost, price_names, refuse_missing
from werkzaam.app.simulation.next_experiment_factorial import judged
from werkzaam.app.simulation.next_experiment_later import measured_later
from werkzaam.app.simulation.next_experiment_shipped import find, shipped_names
from werkzaam.app.simulation.next_experiment_words import as_json, as_text, cost_text, subgroup_text
from werkzaam.app.simulation.next_experiment_worlds import effects_of, trial_of
from werkzaam.app.simulation.numbers import shipped
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.simulation.assumption import Assumptions, Given, MissingParameter, Origin

FACTORIAL = look_at(find("amsterdam_factorial"))
AMSTERDAM = look_at(find("amsterdam_2018"))


def number(name: str, value: int) -> Given:
    return Given(name, (value,), "per_mille", Origin.ASSUMED, low=0, high=100_000, why_nl="proef", why_en="try")


EFFECTS = [
    number("effect.nl_no_premium.finding", 0),
    number("effect.nl_no_premium.leaving", 1000),
    number("effect.nl_no_premium.stays", 0),
]
PRICES = Assumptions({name: number(name, 5000) for name in price_names(FACTORIAL.design)})


@cache
def foreseen() -> Foreseen:
    """Nobody finds work without a premium: an effect that cannot be missed, in a few people and a few lives."""
    asked = Asked((400,), 12, 3, "amsterdam_2021", PRICES, CACHE, lives=400)
    return foresee(FACTORIAL, shipped().and_also(EFFECTS), asked)


def test_the_shipped_design_is_whole_and_tells_premium_from_guidance() -> None:
    assert shipped_names() == ("amsterdam_factorial",)
    unequal, ranks = judged(FACTORIAL)
    assert len(FACTORIAL.design.arms) == 6
    assert [(one.about, one.identifiable) for one in ranks] == [("premium", True), ("guidance", True)]
    assert unequal[0].who == "premium"


def test_an_arm_that_nobody_tried_stops_the_run_with_every_name_that_lacks() -> None:
    with pytest.raises(MissingParameter) as stopped:
        effects_of(FACTORIAL, shipped())
    assert stopped.value.names == ("effect.nl_no_premium.finding", "effect.nl_no_premium.leaving", "effect.nl_no_premium.stays")
    assert effects_of(AMSTERDAM, shipped()) == (), "the arms of Amsterdam were fitted"
    with pytest.raises(InputError, match="What holds for everybody after that"):
        trial_of(FACTORIAL, None)
    with pytest.raises(InputError, match="amsterdam_2018 holds 2018-01 to 2021-02 and not in 2021-03"):
        trial_of(FACTORIAL, "amsterdam_2018")


def test_without_prices_there_is_no_sum_and_a_price_that_lacks_is_named() -> None:
    assert "missing_parameter: price.interview, price.guidance_month.extra_attention_as_is" in cost_text(
        None, FACTORIAL.design, "en"
    )
    with pytest.raises(MissingParameter, match=r"price\.guidance_month\.comparison_as_is"):
        refuse_missing(Assumptions({"price.interview": number("price.interview", 100)}), FACTORIAL.design)


def test_an_effect_of_the_premium_is_found_over_all_arms_and_its_cost_adds_up() -> None:
    (size,) = foreseen().sizes
    work = next(at for at, one in enumerate(foreseen().lives.outcomes) if one.id == "work_t2")
    pooled = next(one for one in size.powers if one.test.of == "premium" and one.test.outcome == work)
    assert pooled.truth > 0.05, "with premium more people work when nobody finds work without"
    one_arm = next(one for one in size.powers if one.test.outcome == work and not one.test.of)
    assert pooled.people[0] > 2.5 * one_arm.people[0], "a factorial design uses everybody for both questions"
    assert pooled.smallest < one_arm.smallest
    assert size.cost is not None
    interviews = 400 * (812 + 625 + 547 + 513) / 812
    assert size.cost.interviews == pytest.approx(5000 * interviews, rel=1e-5)
    assert size.cost.vouchers == pytest.approx(400 * (1500 * 625 + 2000 * 547 + 2500 * 513) / 812, rel=1e-5)
    assert size.cost.premium > 0
    assert foreseen().lives.premium[1] < foreseen().lives.premium[0], "premium is paid to who works and has a right to it"
    assert size.cost.total == size.cost.interviews + size.cost.vouchers + size.cost.guidance + size.cost.premium
    double = cost(FACTORIAL.design, FACTORIAL.assumed, foreseen().lives, PRICES, 800)  # type: ignore[arg-type]
    assert double.total == pytest.approx(2 * size.cost.total, abs=4)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_text_says_what_is_assumed_what_is_not_simulated_and_what_lots_deal_unequally(lang: str) -> None:
    text = as_text(foreseen(), lang)
    for word in (
        "nl_no_premium",
        "volunteering_t3",
        "Pw" if lang == "" else "Participatiewet",
        "amsterdam_factorial/1/",
        "< 80%",
    ):
        assert word in text
    assert ("SYNTHETISCH" if lang == "nl" else "SYNTHETIC") in text
    whole = json.loads(as_json(foreseen()))
    assert whole["sizes"][0]["people"] == 400
    assert {one["part"] for one in whole["effects"]} == {"nl_no_premium"}
    assert any(one["name"] == "effect.nl_no_premium.finding" for one in whole["rests_on"])


@pytest.mark.requirement("R-249")
def test_the_power_for_single_men_is_printed_and_marked_below_eighty_percent() -> None:
    assumed = {"share": 150, "arm": 630, "against": 450}
    given = shipped().and_also(number(f"subgroup.single_men.{part}", value) for part, value in assumed.items())
    wanted = subgroups_asked(AMSTERDAM.design, given)
    assert AMSTERDAM.assumed is not None
    ((group, found),) = subgroups_found(AMSTERDAM.design, AMSTERDAM.assumed, wanted, 812, 2000, 1)
    assert sum(found.people) == pytest.approx(513 * 0.15 * 2 / 3, abs=0.5), "513 of 812 answer at every wave"
    text = subgroup_text(group, found, "en")
    assert text.startswith("Subgroup single_men: 26/26 people, a difference of 18.0 pp (assumed): power 2")
    assert text.split(";")[0].endswith("< 80%")
    assert found.power == pytest.approx(0.26, abs=0.04), "by counts alone about a quarter"
    ((_, many),) = subgroups_found(AMSTERDAM.design, AMSTERDAM.assumed, wanted, 8120, 200, 1)
    assert many.power > 0.8
    assert "< 80%" not in subgroup_text(group, many, "nl")
    with pytest.raises(MissingParameter, match=r"subgroup\.single_men\.against"):
        subgroups_asked(AMSTERDAM.design, shipped().and_also([number("subgroup.single_men.share", 150)]))


def test_a_longer_follow_up_is_one_more_measurement_in_the_same_families() -> None:
    later = measured_later(AMSTERDAM, 12)
    assert (later.design.waves[-1].id, later.design.waves[-1].first) == ("T3_12", Month.of(2023, 2))
    added = [one.id for one in later.design.outcomes][len(AMSTERDAM.design.outcomes) :]
    assert added == ["outflow_t3_12", "repaid_12", "work_t3_12", "hours_t3_12", "volunteering_t3_12", "care_t3_12",
                     "guidance_grade_t3_12", "finance_grade_t3_12"]  # fmt: skip
    assert {"work_t3", "work_t3_12", "outflow_t3_12"} <= set(later.design.families[0].outcomes)
    assert trial_of(later, "amsterdam_2021").span.last == Month.of(2023, 12)
    with pytest.raises(InputError, match="1 to 120 months"):
        measured_later(AMSTERDAM, 0)


def test_what_cannot_be_is_refused(tmp_path: Path) -> None:
    asked = Asked((10,), 12, 3, "amsterdam_2021", None, CACHE)
    with pytest.raises(InputError, match="60 or more"):
        foresee(AMSTERDAM, shipped(), asked)
    with pytest.raises(InputError, match="2 experiments or more"):
        foresee(AMSTERDAM, shipped(), Asked((100,), 1, 3, "amsterdam_2021", None, CACHE))
    with pytest.raises(InputError, match="no design"):
        find("amsterdam_gekruist")
    bare = tmp_path / "bare.toml"
    bare.write_text(find("amsterdam_2018").read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(InputError, match="there is no file"):
        foresee(look_at(bare), shipped(), asked)
