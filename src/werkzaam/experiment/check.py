# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a careful reader would say of a design before it starts: no refusals, but what it can never show and where it is weak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from werkzaam.core.errors import UnknownName
from werkzaam.experiment.assumptions import Assumptions
from werkzaam.experiment.design import Design, Source
from werkzaam.experiment.elements import ELEMENTS, unequal
from werkzaam.experiment.power import Forecast, declared, forecasts
from werkzaam.regime.guidance import Guidance
from werkzaam.regime.regime import Regime

GUIDANCE = "guidance"
"""The element that a guidance states, beside those of `ELEMENTS`."""


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
    """Whether the comparison of arms can say what an element does, and why (not); `others` differ between the arms as well."""

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
    found = [*_elements(design, regimes), *_arms(design, guidance), *_judging(design)]
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
    return Answer(element, not others, "together" if others else "alone", others)


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


def _arms(design: Design, guidance: Mapping[str, Guidance | None]) -> Iterator[Message]:
    for arm in design.arms:
        if guidance[arm.id] is None:
            yield Message("no_protocol", arm.id, {"regime": arm.regime})
    for contrast in dict.fromkeys(contrast for family in design.families for contrast in family.contrasts):
        one, other = guidance[contrast.arm], guidance[contrast.against]
        if one is not None and other is not None and one.content == other.content:
            yield Message("same_guidance", f"{contrast.arm}, {contrast.against}")


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
