# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a careful reader would say of a design before it starts: no refusals, but what it can never show and where it is weak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from werkzaam.core.errors import UnknownName
from werkzaam.core.months import Month
from werkzaam.experiment.assumptions import Assumptions
from werkzaam.experiment.crossed import Rank, ranks
from werkzaam.experiment.design import Contrast, Design, Source
from werkzaam.experiment.elements import ELEMENTS, stated_in, unequal
from werkzaam.experiment.power import Forecast, declared, forecasts
from werkzaam.regime.guidance import Guidance
from werkzaam.regime.regime import Regime

GUIDANCE = "guidance"
"""The element that a guidance states, beside those of `ELEMENTS`."""
THREE_YEARS = 36
"""Months that arms must differ for, or late effects are missed: in Amsterdam outflow parted ways after three years (R-248)."""


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to know: its code, what it is about, and the numbers and names that its sentence needs."""

    code: str
    about: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.code}({self.about})"


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether the comparison of arms can say what an element does, and why (not); `others` differ between the arms as well.

    The reason `crossed` is that they differ as well, but in such a way that the effects can be told apart (R-246).
    """

    element: str
    identifiable: bool
    reason: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChanceFindings:
    """What chance alone brings in so many tests, where nothing is to be found: how many findings, and Bonferroni's threshold."""

    tests: int
    expected: Fraction
    threshold: Fraction


def messages(design: Design, regimes: Mapping[str, Regime], guidance: Mapping[str, Guidance | None],
             assumed: Assumptions | None = None) -> tuple[Message, ...]:  # fmt: skip
    """Everything to be said of a design; `regimes` and `guidance` are by arm; without assumptions nothing is said of power."""
    found = [*_elements(design, regimes), *_arms(design, regimes, guidance), *_lasting(design), *_judging(design)]
    if assumed is not None:
        found += [*_people(design, assumed), *implausible(design, assumed), *_weak(design, assumed)]
    return tuple(found)


def answer(element: str, design: Design, regimes: Mapping[str, Regime], guidance: Mapping[str, Guidance | None]) -> Answer:
    """Whether the effect of one element can be had from the arms; raises UnknownName for what is no element."""
    if element not in (*ELEMENTS, GUIDANCE):
        raise UnknownName(f"No element of a regime is called {element!r}. Known are: {', '.join((*ELEMENTS, GUIDANCE))}.")
    differing = _differing(design, regimes, guidance)
    if element in design.equal:
        return Answer(element, False, "equal")
    if element not in differing:
        return Answer(element, False, "alike")
    others = tuple(each for each in differing if each != element)
    if others and next(one for one in told_apart(design, regimes, guidance) if one.about == element).identifiable:
        return Answer(element, True, "crossed", others)
    return Answer(element, not others, "together" if others else "alone", others)


def told_apart(design: Design, regimes: Mapping[str, Regime], guidance: Mapping[str, Guidance | None]) -> tuple[Rank, ...]:
    """The rank of the main effect of everything in which arms differ; empty when they differ in nothing."""
    levels = levels_of(design, regimes, guidance)
    return ranks(levels) if levels else ()


def levels_of(design: Design, regimes: Mapping[str, Regime], guidance: Mapping[str, Guidance | None]) -> dict[str, list[object]]:
    """Everything in which arms differ, with what each arm has of it, in the order of the design."""
    levels: dict[str, list[object]] = {}
    for element in _differing(design, regimes, guidance):
        levels[element] = [
            stated_in(element, regimes[arm.id], design.start, design.end) if element != GUIDANCE else _content(guidance[arm.id])
            for arm in design.arms
        ]
    return levels


def _content(guidance: Guidance | None) -> object:
    return None if guidance is None else guidance.content


def chance_findings(tests: int, level: int = 50) -> ChanceFindings:
    """How many findings chance brings in so many tests at a level in per mille."""
    return ChanceFindings(tests, Fraction(tests * level, 1000), Fraction(level, 1000 * max(tests, 1)))


def implausible(design: Design, assumed: Assumptions) -> Iterator[Message]:
    """Levels of which the assumed share gives more people than the whole population has."""
    if assumed.population is None:
        return
    for variable in design.variables:
        for level, share in zip(variable.levels, assumed.shares[variable.id], strict=True):
            there = assumed.population_shares.get(variable.id, {}).get(level)
            if there is not None:
                yield from exceeds(f"{variable.id} = {level}", assumed.enrolled, share, assumed.population, there)


def exceeds(about: str, enrolled: int, share: float, population: int, population_share: float) -> Iterator[Message]:
    """A warning when a share of those enrolled is more people than its share of everybody who could enrol; shares from 0 to 1."""
    here, there = (_people_in(*pair) for pair in ((enrolled, share), (population, population_share)))
    if here > there:
        yield Message("implausible_total", about, {"found": here, "most": there, "enrolled": enrolled, "population": population})


def _people_in(people: int, share: float) -> int:
    """A share of people in whole people, half a person up; the share is read as it was printed."""
    return int(people * Fraction(str(round(share, 6))) + Fraction(1, 2))


def _elements(design: Design, regimes: Mapping[str, Regime]) -> Iterator[Message]:
    for element in design.equal:
        yield Message("effect_not_identifiable", element)
    alike = [element for element in ELEMENTS if element not in design.equal]
    alike = [element for element in alike if not unequal(element, regimes, design.start, design.end)]
    if alike:
        yield Message("also_alike", ", ".join(alike))


def _arms(design: Design, regimes: Mapping[str, Regime], guidance: Mapping[str, Guidance | None]) -> Iterator[Message]:
    for arm in design.arms:
        if guidance[arm.id] is None:
            yield Message("no_protocol", arm.id, {"regime": arm.regime})
    for contrast in dict.fromkeys(contrast for family in design.families for contrast in family.contrasts):
        one, other = guidance[contrast.arm], guidance[contrast.against]
        if one is not None and other is not None and one.content == other.content and not _money(design, regimes, contrast):
            yield Message("same_guidance", f"{contrast.arm}, {contrast.against}")


def _money(design: Design, regimes: Mapping[str, Regime], contrast: Contrast) -> bool:
    """Whether two arms differ in a rule about money."""
    pair = {arm: regimes[arm] for arm in (contrast.arm, contrast.against)}
    return any(unequal(element, pair, design.start, design.end) for element in ELEMENTS)


def _lasting(design: Design) -> Iterator[Message]:
    """A warning when the arms end before late effects can show."""
    months = Month.of_day(design.end).index - Month.of_day(design.start).index
    if months < THREE_YEARS:
        yield Message("too_short", str(months), {"months": months, "least": THREE_YEARS})


def _judging(design: Design) -> Iterator[Message]:
    tests = len(list(declared(design)))
    chance = chance_findings(tests)
    yield Message("chance_findings", str(tests), {"expected": chance.expected, "threshold": chance.threshold})
    judged = {outcome for family in design.families for outcome in family.outcomes}
    for outcome in design.outcomes:
        if outcome.id not in judged:
            yield Message("not_judged", outcome.id)
    for group in design.subgroups:
        unjudged = [outcome for outcome in group.outcomes if outcome not in judged]
        if unjudged:
            yield Message("subgroup_without_test", group.id, {"outcomes": ", ".join(unjudged)})
    confirmed = [group.id for group in design.subgroups if group.confirm]
    if confirmed:
        yield Message("confirming_is_no_control", ", ".join(confirmed))


def _people(design: Design, assumed: Assumptions) -> Iterator[Message]:
    left = assumed.enrolled - assumed.drawn(design)
    if left > 0 and any(outcome.source is Source.REGISTER for outcome in design.outcomes):
        yield Message("not_drawn", str(left), {"drawn": assumed.drawn(design), "enrolled": assumed.enrolled})


def _weak(design: Design, assumed: Assumptions) -> Iterator[Message]:
    """Outcomes, of everybody and of subgroups, of which a difference worth finding would be missed more often than not."""
    weakest: dict[tuple[str, str], Forecast] = {}
    for each in forecasts(design, assumed):
        weakest[each.outcome, each.group] = min(each, weakest.get((each.outcome, each.group), each), key=lambda one: one.power)
    for (outcome, group), each in weakest.items():
        if each.power < 0.5:
            yield Message("underpowered", f"{outcome}, {group}" if group else outcome,
                          {"outcome": outcome, "group": group, "power": each.power, "smallest": each.smallest,
                           "effect": each.effect, "people": min(each.people)})  # fmt: skip


def _differing(design: Design, regimes: Mapping[str, Regime], guidance: Mapping[str, Guidance | None]) -> tuple[str, ...]:
    """The elements in which arms differ, guidance among them when two of it do."""
    found = [element for element in ELEMENTS if unequal(element, regimes, design.start, design.end)]
    said = {one.content for one in guidance.values() if one is not None}
    return (*found, GUIDANCE) if len(said) > 1 else tuple(found)
