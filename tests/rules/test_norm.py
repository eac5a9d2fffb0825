# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The norm of every household of articles 19 to 24, as the published tables print it."""

from __future__ import annotations

import pytest

from tests.rules.people import aged, compute, housemate, month, option, values
from werkzaam.core.errors import NotCovered
from werkzaam.core.months import Month
from werkzaam.rules.situatie import Huisgenoot, Leefvorm, Rol

COUPLE, PARENT = option(Leefvorm.GEHUWDEN), option(Leefvorm.ALLEENSTAANDE_OUDER)
AOW = 68


def norm(text: str, *persons: dict[str, int], **household: int) -> int:
    law = "participatiewet_2018" if text < "2026" else "participatiewet_2026"
    return values(compute(month(text, persons, **household), regime=law), "bijstandsnorm")[0]


@pytest.mark.parametrize(("sharers", "expected"), [(2, 1001_07), (3, 867_59), (4, 800_85), (5, 760_81)])
def test_v13_the_norm_per_person_of_cost_sharers_in_2026(sharers: int, expected: int) -> None:
    assert expected == norm("2026-01", aged(40), *[housemate(30)] * (sharers - 1))


def test_v25_five_sharers_in_july_2025_have_743_20_and_not_749_72() -> None:
    assert norm("2025-07", aged(40), *[housemate(30)] * 4) == 743_20


def test_v06_the_percentage_is_not_rounded_first() -> None:
    """43.3333% of 1,708.08 is 740.17; one municipality prints 740.11, from 43.33%."""
    assert norm("2023-01", aged(40), housemate(30), housemate(30)) == 740_17


@pytest.mark.parametrize(
    ("text", "years", "counts"), [("2022-12", 20, 0), ("2022-12", 21, 1), ("2023-01", 26, 0), ("2023-01", 27, 1)]
)
def test_a_housemate_counts_from_21_until_2022_and_from_27_since(text: str, years: int, counts: int) -> None:
    done = compute(month(text, [aged(40), housemate(years)]))
    assert values(done, "telt_als_kostendeler", ("p1",)) == [counts]
    assert values(done, "deelt_kosten") == [counts]


@pytest.mark.parametrize("as_what", [Huisgenoot.HUURDER, Huisgenoot.STUDENT])
def test_a_tenant_or_student_does_not_count(as_what: Huisgenoot) -> None:
    assert norm("2023-01", aged(40), housemate(40, huisgenoot_als=option(as_what))) == 1195_66


def test_a_couple_that_shares_has_the_norm_per_person_twice() -> None:
    assert norm("2026-01", aged(40), aged(41), housemate(30), leefvorm=COUPLE) == 2 * 867_59


def test_a_spouse_under_21_adds_a_fixed_sum_and_is_no_sharer() -> None:
    """A = 2 (the spouse of 21+ and the housemate): 50% of 1,417.32 = 708.66, plus 244.91 or, with a child, 528.37."""
    people = (aged(40), aged(20), housemate(30))
    assert norm("2018-01", *people, leefvorm=COUPLE) == 708_66 + 244_91
    assert norm("2018-01", *people, leefvorm=COUPLE, kinderen=1) == 708_66 + 528_37


@pytest.mark.parametrize(
    ("ages", "household", "expected"),
    [
        ((19,), {}, 244_91), ((19,), {"leefvorm": PARENT}, 244_91), ((19, 20), {"leefvorm": COUPLE}, 489_82),
        ((19, 20), {"leefvorm": COUPLE, "kinderen": 1}, 773_28), ((20, 30), {"leefvorm": COUPLE}, 953_57),
        ((20, 30), {"leefvorm": COUPLE, "kinderen": 1}, 1237_03), ((21,), {}, 992_12), ((21, 64), {"leefvorm": COUPLE}, 1417_32),
        ((20, AOW), {"leefvorm": COUPLE}, 953_57), ((20, AOW), {"leefvorm": COUPLE, "kinderen": 1}, 1237_03),
        ((AOW,), {}, 1115_48), ((AOW, AOW), {"leefvorm": COUPLE}, 1525_44), ((30, AOW), {"leefvorm": COUPLE}, 1525_44),
    ],
)  # fmt: skip
def test_the_norms_of_january_2018_by_age(ages: tuple[int, ...], household: dict[str, int], expected: int) -> None:
    assert expected == norm("2018-01", *map(aged, ages), **household)


def test_in_an_institution_the_health_premium_is_added() -> None:
    assert norm("2018-01", aged(40, in_inrichting=1)) == 314_13 + 34_00
    assert norm("2018-01", aged(40, in_inrichting=1), aged(40, in_inrichting=1), leefvorm=COUPLE) == 488_61 + 81_00


def test_of_one_in_an_institution_and_one_at_home_the_norms_as_single_persons_are_added() -> None:
    inside = aged(40, in_inrichting=1)
    assert norm("2018-01", inside, aged(40), leefvorm=COUPLE) == 314_13 + 34_00 + 992_12
    assert norm("2018-01", aged(AOW), inside, leefvorm=COUPLE) == 314_13 + 34_00 + 1115_48
    assert norm("2018-01", inside, aged(40), housemate(30), leefvorm=COUPLE) == 314_13 + 34_00 + 708_66


def test_beside_a_partner_without_a_right_who_is_under_21_has_half_of_two_of_that_age() -> None:
    partner = aged(40, rol=option(Rol.PARTNER_ZONDER_RECHT))
    assert norm("2018-01", aged(20), partner, leefvorm=COUPLE) == 244_91
    assert norm("2018-01", aged(20), partner, housemate(30), leefvorm=COUPLE) == 244_91, "article 22a is not for who is under 21"
    assert norm("2018-01", aged(20), partner, leefvorm=COUPLE, kinderen=1) == 386_64


def test_beside_a_partner_without_a_right_the_norm_is_half_of_a_couples() -> None:
    assert norm("2026-01", aged(40), aged(40, rol=option(Rol.PARTNER_ZONDER_RECHT)), leefvorm=COUPLE) == 1001_07


def test_young_people_who_cannot_turn_to_their_parents_get_a_sum_on_top_since_2026() -> None:
    """345.99 + 746.45 = 1,092.44, below the norm of 1,401.50; nothing was added before 2026."""
    assert norm("2026-01", aged(19, ouders_dragen_niet_bij=1)) == 345_99 + 746_45
    assert norm("2025-12", aged(19, ouders_dragen_niet_bij=1)) == norm("2025-12", aged(19))


def test_that_sum_never_lifts_the_norm_above_the_one_from_21() -> None:
    assert norm("2026-01", aged(20, ouders_dragen_niet_bij=1), aged(30), leefvorm=COUPLE) == 2002_13


def test_caring_elsewhere_ends_cost_sharing_since_2026() -> None:
    people = (aged(40, zorgt_elders=1), housemate(30))
    assert norm("2025-12", *people) < norm("2025-12", aged(40))
    assert norm("2026-01", *people) == norm("2026-01", aged(40))


@pytest.mark.parametrize(
    ("text", "persons", "household", "article"),
    [
        ("2018-01", [aged(17)], {}, "20"),
        ("2018-01", [aged(20, in_inrichting=1)], {}, "13"),
        ("2018-01", [aged(40, in_inrichting=1), aged(40, rol=1)], {"leefvorm": COUPLE}, "24"),
        ("2026-01", [aged(30), aged(40, rol=1)], {"leefvorm": COUPLE, "kinderen": 1}, "24a"),
        ("2026-01", [aged(30), aged(20, ouders_dragen_niet_bij=1), housemate(40)], {"leefvorm": COUPLE}, "20"),
    ],
)  # fmt: skip
def test_what_we_have_no_norm_for_is_refused_with_the_article(
    text: str, persons: list[dict[str, int]], household: dict[str, int], article: str
) -> None:
    with pytest.raises(NotCovered, match=rf"art\. {article}\b"):
        norm(text, *persons, **household)


def test_a_partner_without_a_right_and_a_child_before_2026_has_a_norm() -> None:
    assert norm("2025-12", aged(30), aged(40, rol=1), leefvorm=COUPLE, kinderen=1) > 0


FIRST_OF_HALF_YEARS = [f"{year}-{half}" for year in range(2018, 2027) for half in ("01", "07")]


@pytest.mark.parametrize("text", FIRST_OF_HALF_YEARS)
def test_the_identities_between_the_norms_hold_in_every_half_year(text: str) -> None:
    """Single = 70% of a couple; 20:1:c = 20:1:a + half a couple; 20:2:b = both additions of 22a:3 (facts L5)."""
    couple, young = norm(text, aged(40), aged(40), leefvorm=COUPLE), norm(text, aged(19))
    assert abs(10 * norm(text, aged(40)) - 7 * couple) < 10
    assert abs(2 * norm(text, aged(20), aged(40), leefvorm=COUPLE) - 2 * young - couple) <= 1
    at = Month.parse(text)
    facts = compute(
        month(text, [aged(40)]), regime="participatiewet_2018" if text < "2026" else "participatiewet_2026"
    ).book.facts
    additions = sum(int(facts.on(f"kostendeler_toevoeging_partner_18_20_{kind}_kind", at).value) for kind in ("met", "zonder"))
    assert norm(text, aged(19), aged(20), leefvorm=COUPLE, kinderen=1) == additions
