# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Corners so narrow that only a changed law would show them: a cent at every bracket, numbers that differ as they never did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from random import Random

from tests.oracle import Household, Job, Other, Person
from tests.properties.corners import BORN, Sampled, alone, under_new_law
from tests.properties.towns import FACTS, LAST, NEW_LAW, WHOLE, assumed, changed, made_town
from werkzaam.core.months import Month, Span
from werkzaam.regime.model import Value
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules.book import RuleBook

FIRST = Month.of(2024, 1)


@cache
def narrow_corners() -> tuple[Sampled, ...]:
    """Each corner once."""
    return (
        *brackets(), claim_below_nothing(), *couples_of_pensioners(), *young_couples(),
        one_inside_beside_a_spouse_without_right(), bands_introduced_later(), *every_band_whole(), *a_cent_of_wages(),
        own_exemption_under_the_new_law(), *exactly_the_norm(), little_left_to_pay_a_debt(), year_cap_that_falls(),
        buffer_that_falls(), four_weeks_taken_back(), *inside_with_housemates_at_home(), *refused_since_2026(),
        *one_of_two_inside(), *young_beside_a_spouse_without_right(),
        *private_pensions(), pensioner_whose_work_does_not_help(), *pensioners_before_the_age_rose(), *young_in_2021(),
    )  # fmt: skip


def act(span: Span = WHOLE, **values: Value) -> Regime:
    """The act until 2025 with other choices, their dots written as two underscores."""
    return changed(read_regime("participatiewet_2018"), {path.replace("__", "."): value for path, value in values.items()}, span)


def couple(first: Month, one: Person, other: Person, regime: Regime, *, children: bool = False) -> Household:
    return Household(first, "GEHUWDEN", {"A": one, "B": other}, regime, children=children)


def brackets() -> tuple[Sampled, ...]:
    """Wages and estimates at the edge of every bracket of both tables, a cent less and a cent more."""
    regime = act(inkomsten__vakantiegeld="aanspraaktabel")
    found = []
    for sort, article, many in (("WERK", "11", 5), ("UITKERING", "12", 4)):
        edges = [int(assumed().on(f"vt_aanspraak_art{article}_schijf_{at}_ondergrens", FIRST).value) for at in range(2, many + 1)]
        wages = [edge + more for edge in edges for more in (-1, 0, 1)]
        jobs = [Job((wage,), estimate=guess, sort=sort) for wage, guess in zip(wages, reversed(wages), strict=True)]
        found.append(alone(FIRST, jobs, regime, assumed()))
    return tuple(found)


def claim_below_nothing() -> Sampled:
    """A table that takes off more than it gives, as no table did yet: the claim is nothing."""
    facts = assumed()
    for article in ("11", "12"):
        facts = facts.with_assumed(f"vt_aanspraak_art{article}_schijf_1_aftrek", Span(FIRST, LAST), 2_000)
    jobs = [Job((10_000,), sort=sort) for sort in ("WERK", "UITKERING")]
    return alone(FIRST, jobs, act(inkomsten__vakantiegeld="aanspraaktabel"), facts)


def couples_of_pensioners() -> tuple[Sampled, ...]:
    """One and two of the state pension age, with a norm for two that differs from that for one, as it never did."""
    facts = FACTS.with_assumed("norm_aow_gehuwden_een_incl_vt", Span(FIRST, LAST), 190_000)
    old, other = Person(date(1950, 1, 1), ({"1": Job((20_000,))},)), Person(BORN, ({},))
    regime = act()
    return tuple((couple(FIRST, old, one, regime), RuleBook(facts, regime)) for one in (other, old))


def private_pensions() -> tuple[Sampled, ...]:
    """More and less than what does not count of them, of one and of a couple; and of a spouse without a right what is left."""
    old, regime = date(1950, 1, 1), act()

    def pension(*amounts: int) -> tuple[dict[str, Job], ...]:
        return tuple({"1": Job(other=Other("OUDEDAGSVOORZIENING", amount))} for amount in amounts)

    his = Person(old, pension(1_000, 2_000, 50_000), role="PARTNER_ZONDER_RECHT")
    hers = Person(old, pension(3_500, 3_500, 3_500))
    homes = (
        Household(FIRST, "ALLEENSTAANDE", {"A": Person(old, pension(1_000, 2_505, 9_000))}, regime),
        Household(FIRST, "ALLEENSTAANDE", {"A": Person(BORN, pension(9_000))}, regime),
        couple(FIRST, Person(BORN, pension(3_500, 6_000)), Person(old, ({}, {})), regime), couple(FIRST, hers, his, regime),
    )  # fmt: skip
    return tuple((home, RuleBook(FACTS, regime)) for home in homes)


def young_couples() -> tuple[Sampled, ...]:
    """Two of 19 of whom one or both cannot turn to their parents: each adds a sum, up to the norm from 21."""
    regime, first = changed(read_regime("participatiewet_2026"), {}), Month.of(2026, 3)
    facts = FACTS.with_assumed("verhoging_18_20_ouders_kunnen_niet_bijdragen", Span(first, LAST), 10_000)
    alone_in_it, helped = (Person(date(2006, 6, 1), ({},), without_parents=without) for without in (True, False))
    couples = [
        couple(first, alone_in_it, other, regime, children=child) for other in (alone_in_it, helped) for child in (True, False)
    ]
    return tuple((one, RuleBook(known, regime)) for one in couples for known in (FACTS, facts))


def one_inside_beside_a_spouse_without_right() -> Sampled:
    """Refused for two reasons."""
    inside = Person(BORN, ({},), institution=True)
    return couple(FIRST, inside, Person(BORN, ({},), role="PARTNER_ZONDER_RECHT"), act()), RuleBook(FACTS, act())


def inside_with_housemates_at_home() -> tuple[Sampled, ...]:
    """Somebody in an institution, or who gives care elsewhere, shares no costs with who stayed at home."""
    regime = Timeline([read_regime("participatiewet_2018"), read_regime("participatiewet_2026")])
    mate = Person(BORN, ({},) * 3, role="HUISGENOOT")
    people = [Person(BORN, ({},) * 3, institution=True), Person(BORN, ({},) * 3, cares_elsewhere=True)]
    homes = [Household(Month.of(2025, 11), "ALLEENSTAANDE", {"A": one, "H": mate}, regime) for one in people]
    without = Person(BORN, ({},) * 3, role="PARTNER_ZONDER_RECHT")
    homes.append(Household(Month.of(2025, 11), "GEHUWDEN", {"A": people[1], "B": without, "H": mate}, regime))
    return tuple((home, RuleBook(FACTS, regime)) for home in homes)


def one_of_two_inside() -> tuple[Sampled, ...]:
    """One of a couple in an institution: the other at home of every age, with housemates, children, or caring elsewhere."""
    regime, first = Timeline([read_regime("participatiewet_2018"), read_regime("participatiewet_2026")]), Month.of(2025, 11)
    inside, mate = Person(BORN, ({},) * 3, institution=True), Person(BORN, ({},) * 3, role="HUISGENOOT")
    at_home = [Person(born, ({},) * 3) for born in (BORN, date(1950, 1, 1), date(2006, 6, 1))]
    at_home.append(Person(BORN, ({},) * 3, cares_elsewhere=True))
    old = Person(date(1950, 1, 1), ({},) * 3, institution=True)
    pairs = [(inside, one) for one in at_home] + [(old, at_home[2]), (old, at_home[0])]
    homes = [couple(first, *pair, regime, children=child) for pair in pairs for child in (False, True)]
    shared = [replace(home, persons=home.persons | mates) for home in homes for mates in ({"H": mate}, {"H": mate, "K": mate})]
    return tuple((home, RuleBook(FACTS, regime)) for home in (*homes, *shared))


def young_beside_a_spouse_without_right() -> tuple[Sampled, ...]:
    """Under 21 on either side or on both, the spouse with wages, with and without housemates."""
    born = {"grown": BORN, "young": date(2004, 6, 1), "old": date(1950, 1, 1)}
    pairs = (
        ("young", "grown"),
        ("grown", "young"),
        ("young", "young"),
        ("grown", "old"),
        ("old", "grown"),
        ("young", "old"),
        ("old", "young"),
    )
    mate, found = Person(BORN, ({},), role="HUISGENOOT"), []
    for one, other in pairs:
        spouse = Person(born[other], ({"1": Job((80_000,))},), role="PARTNER_ZONDER_RECHT")
        for child in (False, True):
            home = couple(FIRST, Person(born[one], ({},)), spouse, act(), children=child)
            found += [home, *(replace(home, persons=home.persons | mates) for mates in ({"H": mate}, {"H": mate, "K": mate}))]
    return tuple((home, RuleBook(FACTS, act())) for home in found)


def refused_since_2026() -> tuple[Sampled, ...]:
    """A child beside a spouse without a right, and somebody of 19 without parents whose norm is not that of article 20."""
    regime, first = changed(read_regime("participatiewet_2026"), {}), Month.of(2026, 2)
    grown, young = Person(BORN, ({},)), Person(date(2006, 6, 1), ({},), without_parents=True)
    beside = couple(first, grown, Person(BORN, ({},), role="PARTNER_ZONDER_RECHT"), regime, children=True)
    sharing = couple(first, grown, young, regime)
    sharing = replace(sharing, persons=sharing.persons | {"H": Person(BORN, ({},), role="HUISGENOOT")})
    apart = couple(first, Person(BORN, ({},), institution=True), young, regime)
    without = couple(first, young, Person(BORN, ({},), role="PARTNER_ZONDER_RECHT"), regime)
    return tuple((one, RuleBook(FACTS, regime)) for one in (beside, sharing, apart, without))


def pensioner_whose_work_does_not_help() -> Sampled:
    """Nothing is left out under article 34a when the town finds that the work does not help."""
    regime = changed(read_regime("participatiewet_2027"), {}, Span(NEW_LAW))
    return under_new_law(alone(FIRST, [Job((50_000,))], regime, born=date(1950, 1, 1), helps=False)[0], regime)


def pensioners_before_the_age_rose() -> tuple[Sampled, ...]:
    """66 years and 4 months on the last days of 2021 or the first of 2022, when the age became 66 years and 7 months."""
    births = (date(1955, 8, 15), date(1955, 8, 31), date(1955, 9, 1), date(1955, 9, 2))
    regime, first = act(), Month.of(2021, 12)
    return tuple(alone(first, [Job((40_000,))] * 6, regime, born=born, n_before=6) for born in births)


def young_in_2021() -> tuple[Sampled, ...]:
    """Under 27 with wages when article 31a began and ended: somebody of 22, and who becomes 18 on the first of a month."""
    when = ((2020, 10, date(1999, 5, 5)), (2021, 8, date(1999, 5, 5)), (2021, 3, date(2003, 3, 1)))
    made = [alone(Month.of(year, number), [Job((40_000,))] * 3, act(), born=born, n_before=3) for year, number, born in when]
    return (*made, alone(Month.of(2021, 8), [Job((40_000,))] * 3, act(), born=date(1999, 5, 5), young_child=True, n_before=6))


def bands_introduced_later() -> Sampled:
    """A town begins with bands when somebody has been on benefit for years: the duration runs from then."""
    values: dict[str, Value] = {
        "vrijlating.schijven": True, "vrijlating.schijven_over": "nettoloon", "vrijlating.schijven_wachttijd": 6,
        "vrijlating.schijven_aandelen": ((0, Fraction(1, 4)),), "vrijlating.schijven_met_kind": ((0, Fraction(1, 4)),),
        "vrijlating.schijven_duur": 3,
    }  # fmt: skip
    begins = FIRST + 2
    before, after = act(Span(WHOLE.first, begins - 1)), changed(act(), values, Span(begins, LAST))
    made, book = alone(FIRST, [Job((30_001,))] * 7, Timeline([before, after]))
    return replace(made, months_before=30), book


def every_band_whole() -> tuple[Sampled, ...]:
    """Four bands that leave everything out, met a cent before and after each edge; of the gross wage, more than the net one."""
    bands = tuple((edge, Fraction(1)) for edge in (0, 10_000, 20_000, 30_000))
    regimes = [act(
        vrijlating__schijven=True, vrijlating__schijven_over=over, vrijlating__schijven_wachttijd=0,
        vrijlating__schijven_aandelen=bands, vrijlating__schijven_met_kind=bands, vrijlating__schijven_duur=0,
    ) for over in ("nettoloon", "brutoloon")]  # fmt: skip
    wages = [edge + more for edge, _ in bands for more in (-1, 0, 1) if edge + more > 0]
    jobs = [Job((wage,), estimate=wage + 1, gross=wage + 5_000) for wage in wages]
    return tuple(alone(FIRST, jobs, regime) for regime in regimes)


def a_cent_of_wages() -> tuple[Sampled, ...]:
    """One cent begins the exemptions that run on from then; one cent beside maintenance is leaving for work."""
    subsidised = alone(FIRST, [Job(), Job((1,)), Job((2,))], act(), wage_subsidy=True, n_before=6)
    regime = changed(read_regime("amsterdam_2018"), {
        "premie.uitstroom": True, "premie.uitstroom_bedrag": 30_001, "premie.uitstroom_lang": 2,
        "premie.uitstroom_bedrag_lang": 40_003, "premie.uitstroom_termijn": 5,
        "premie.uitstroom_afbouw": Fraction(3, 10),
    }, WHOLE)  # fmt: skip
    leaves = [Job((cents,), other=Other("ALIMENTATIE", amount)) for cents, amount in ((0, 0), (1, 300_000), (0, 300_000))]
    uniform = changed(read_regime("participatiewet_2027"), {}, Span(NEW_LAW))
    begins = under_new_law(alone(FIRST, [Job(), Job((1,)), Job((2,))], uniform)[0], uniform)
    return subsidised, alone(FIRST, leaves, regime), begins


def own_exemption_under_the_new_law() -> Sampled:
    """A town's own share of half a cent, under the law of 2027."""
    values: dict[str, Value] = {"vrijlating.eigen": True, "vrijlating.eigen_aandeel": Fraction(3, 10),
                                "vrijlating.eigen_maximum": 19_900}  # fmt: skip
    regime = changed(made_town(Random(3), Span(NEW_LAW)), values, Span(NEW_LAW))
    return under_new_law(alone(FIRST, [Job((wage,), estimate=wage + 10) for wage in (50_005, 50_015, 90_000)], regime)[0], regime)


def exactly_the_norm() -> tuple[Sampled, ...]:
    """Income of the norm and a cent around it, where the town stops bijstand at it and where it goes on."""
    norm = int(FACTS.on("norm_21_alleenstaande_of_ouder_incl_vt", FIRST).value)
    jobs = [Job(other=Other("ALIMENTATIE", norm + more)) for more in (-1, 0, 1)]
    return tuple(alone(FIRST, jobs, act(norm__bij_gelijk_inkomen=way)) for way in ("stopt", "loopt_door"))


def little_left_to_pay_a_debt() -> Sampled:
    """An instalment that is more than what is left of bijstand."""
    norm = int(FACTS.on("norm_21_alleenstaande_of_ouder_incl_vt", FIRST).value)
    made, book = alone(FIRST, [Job((norm - left,)) for left in (0, 100, 2_000)], act(), n_before=6)
    return replace(made, instalment=5_000), book


def year_cap_that_falls() -> Sampled:
    """A premium of a calendar year whose maximum falls below what was built up: nothing is added, nothing taken back."""
    change = Month.of(2024, 4)
    spans = {20_000: Span(WHOLE.first, change - 1), 10_000: Span(change, LAST)}
    years = [changed(read_regime("amsterdam_2018"), {"premie.maximum": most, "premie.maximum_per": "jaar"}, span)
             for most, span in spans.items()]  # fmt: skip
    return alone(FIRST, [Job((150_000,))] * 6, Timeline(years))


def buffer_that_falls() -> Sampled:
    """A buffer budget whose maximum falls in the year below what was used."""
    first = Month.of(2026, 3)
    facts = FACTS.with_assumed("bufferbudget_max", Span(first, first + 2), 90_000)
    facts = facts.with_assumed("bufferbudget_max", Span(first + 3, LAST), 50_000)
    regime = changed(read_regime("participatiewet_2027"), {}, Span(NEW_LAW))
    made, _ = alone(first, [Job((20_000,), estimate=60_000)] * 6, regime)
    return replace(made, law_date=NEW_LAW), RuleBook(facts, regime, NEW_LAW)


def four_weeks_taken_back() -> Sampled:
    """Four-weekly pay and its correction, which takes back what it counted for."""
    jobs = [Job(four_weeks=pay) for pay in (100_001, -100_001, 6, -6, 7, -7, 1, 0)]
    return alone(FIRST, jobs, act(inkomsten__vierweken="dertien_twaalfde"))
