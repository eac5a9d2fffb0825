# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of a design file about what is measured and judged: estimands, outcomes, families, subgroups, the stopping rule."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from itertools import product

from werkzaam.app.experiment.design_rows import condition, ident, name, names, table, whole, words
from werkzaam.app.rows import Document, Row
from werkzaam.core.months import Month
from werkzaam.experiment.design import (
    Contrast,
    Control,
    Estimand,
    Family,
    Kind,
    Outcome,
    Population,
    Source,
    Stopping,
    Strategy,
    Subgroup,
    Variable,
    Wave,
)

EVENTS = ("moved", "died", "pension")
"""What can happen to anybody after the draw; every estimand says what it does to the outcome (ICH E9(R1))."""
MORE_EVENTS = ("withdrawn", "deviated")
BETTER = {"more": 1, "less": -1}
HIGHEST_LEVEL = 200
_EVENTS_EXAMPLE = ("what moving, dying and reaching pension age do, such as "
                   'events = { moved = "treatment_policy", died = "missing", pension = "missing" },')  # fmt: skip
_KEYS = ("id", "label", "source", "kind", "variable", "wave", "month", "estimand", "better", "harm", "baseline", "horizon")


def estimands(document: Document) -> dict[str, tuple[Estimand, Row]]:
    """The estimands by the id under which outcomes name them."""
    found: dict[str, tuple[Estimand, Row]] = {}
    for row in document.rows("estimand"):
        row.only("id", "population", "summary", "events")
        one = ident(row, found)
        population = Population(row.option("population", [each.value for each in Population]))
        events = row.inside("events", table(row, "events", _EVENTS_EXAMPLE))
        events.only(*EVENTS, *MORE_EVENTS)
        strategies = {
            event: Strategy(events.option(event, [each.value for each in Strategy]))
            for event in (*EVENTS, *(event for event in MORE_EVENTS if event in events.values))
        }
        found[one] = Estimand(population, words(row, "summary"), strategies), row
    return found


def outcomes(document: Document, waves: Mapping[str, Wave], start: date) -> dict[str, Outcome]:
    """What is measured, by id; every estimand must be some outcome's, so that nothing agreed stays outside the design."""
    known = estimands(document)
    found: dict[str, Outcome] = {}
    used: set[str] = set()
    for row in document.rows("outcome"):
        row.only(*_KEYS)
        one = ident(row, found)
        if "estimand" not in row.values:
            row.refuse("estimand", "it is missing. An outcome is measured for an estimand that was agreed before the draw; name "
                                   f"one of the [[estimand]] tables ({', '.join(known) or 'there are none yet'}).")  # fmt: skip
        chosen = name(row, "estimand", known, "estimand")
        used.add(chosen)
        found[one] = _outcome(row, one, known[chosen][0], waves, Month.of_day(start))
    for unused in known.keys() - used:
        known[unused][1].refuse("id", f"no outcome has the estimand {unused}. Name it at an outcome, or leave it out.")
    if not found:
        document.top.refuse("", "One or more [[outcome]] were expected, each with an estimand.")
    return found


def _outcome(row: Row, ident: str, estimand: Estimand, waves: Mapping[str, Wave], start: Month) -> Outcome:
    source = Source(row.option("source", [each.value for each in Source]))
    kind = Kind(row.option("kind", [each.value for each in Kind]))
    wave, month = _when(row, source, kind, waves, start)
    if source is Source.REGISTER and estimand.population is not Population.DRAWN:
        row.refuse("estimand", f"a register knows everybody who was drawn; found the population {estimand.population.value}.")
    worst = [event for event, strategy in estimand.events.items() if strategy is Strategy.COMPOSITE]
    if worst and kind is not Kind.SHARE:
        row.refuse("estimand", f"{worst[0]} counts as the worst outcome (composite), and only a share has a worst value; this "
                               f"outcome is of kind {kind.value}. Name an estimand without composite.")  # fmt: skip
    if kind is Kind.TIME:
        horizon: int | None = whole(row, "horizon", 1)
    elif "horizon" in row.values:
        row.refuse("horizon", f"only an outcome of kind time has one; this one is of kind {kind.value}.")
    else:
        horizon = None
    baseline = row.text("baseline") if "baseline" in row.values else None
    better = BETTER[row.option("better", list(BETTER))]
    return Outcome(ident, words(row), source, kind, row.text("variable"), wave, month, estimand, better,
                   row.truth("harm"), baseline, horizon)  # fmt: skip


def _when(row: Row, source: Source, kind: Kind, waves: Mapping[str, Wave], start: Month) -> tuple[str | None, Month | None]:
    """The wave of a survey outcome, or the month of a register outcome; one of time has its horizon instead."""
    if source is Source.SURVEY:
        if "month" in row.values:
            row.refuse("month", "an outcome of the survey has a wave; its month follows from the interview. Leave month out.")
        return name(row, "wave", waves, "wave"), None
    if "wave" in row.values:
        row.refuse("wave", "an outcome of the register has a month, and no wave: nobody has to answer. Leave wave out.")
    if kind is Kind.TIME and "month" not in row.values:
        return None, None
    month = row.month("month")
    if month < start:
        row.refuse("month", f"{month} is before the arms differ, from {start}. Take a later month, or make it a baseline.")
    return None, month


def families(document: Document, arms: Collection[str], known: Mapping[str, Outcome]) -> tuple[Family, ...]:
    """The outcomes and contrasts that are judged together; no difference is judged twice."""
    found: list[Family] = []
    judged: dict[tuple[str, frozenset[str]], str] = {}
    for row in document.rows("family"):
        row.only("id", "outcomes", "contrasts", "control", "level")
        one = ident(row, [family.id for family in found])
        chosen, pairs = names(row, "outcomes", known, "outcome", least=1), _contrasts(row, arms)
        for outcome, pair in product(chosen, pairs):
            earlier = judged.setdefault((outcome, frozenset((pair.arm, pair.against))), one)
            if earlier != one:
                row.refuse("outcomes", f"{outcome} of {pair.arm} against {pair.against} is judged in {earlier} already.")
        control = Control(row.option("control", [each.value for each in Control]))
        found.append(Family(one, chosen, pairs, control, whole(row, "level", 1, HIGHEST_LEVEL)))
    if not found:
        document.top.refuse("", "One or more [[family]] were expected: which differences are judged, and together with which.")
    return tuple(found)


def _contrasts(row: Row, arms: Collection[str]) -> tuple[Contrast, ...]:
    example = 'contrasts = [["extra", "regular"]]: first the arm, then the one it is compared with'
    found = row.values.get("contrasts")
    if not isinstance(found, list) or not found:
        what = "found none" if not found else f"found {found!r}"
        row.refuse("contrasts", f"one or more contrasts were expected, such as {example}; {what}.")
    pairs: list[Contrast] = []
    for pair in found:
        if not isinstance(pair, list) or len(pair) != 2:
            row.refuse("contrasts", f"two arms were expected, such as {example}; found {pair!r}.")
        if pair[0] == pair[1]:
            row.refuse("contrasts", f"{pair[0]} is compared with itself. Name two arms.")
        one, other = names(row.inside("contrasts", {"contrasts": pair}), "contrasts", arms, "arm")
        if any({one, other} == {each.arm, each.against} for each in pairs):
            row.refuse("contrasts", f"{one} and {other} are compared twice. Name each pair once.")
        pairs.append(Contrast(one, other))
    return tuple(pairs)


def subgroups(document: Document, variables: Mapping[str, Variable], known: Mapping[str, Outcome],
              waves: Mapping[str, Wave]) -> tuple[Subgroup, ...]:  # fmt: skip
    """The groups for whom a separate effect is looked at; each outcome must be asked in every wave that has to agree."""
    found: list[Subgroup] = []
    asked = {(outcome.variable, outcome.wave) for outcome in known.values()}
    for row in document.rows("subgroup"):
        row.only("id", "label", "condition", "outcomes", "confirm")
        one = ident(row, [group.id for group in found])
        who = condition(row, "condition", variables)
        if not who.levels:
            row.refuse("condition", "it is missing. Say who is in the subgroup, with levels per variable.")
        chosen, confirm = names(row, "outcomes", known, "outcome", least=1), names(row, "confirm", waves, "wave")
        if len(confirm) == 1:
            row.refuse("confirm", f"{confirm[0]} alone confirms nothing. Name two waves or more that must agree, or leave it "
                                  "out: then each outcome is looked at once.")  # fmt: skip
        for outcome, wave in product((known[each] for each in chosen), confirm):
            if (outcome.variable, wave) not in asked:
                row.refuse("confirm", f"{outcome.variable} is not measured at {wave}, so {wave} cannot confirm {outcome.id}. "
                                      "Add that outcome, or leave the wave out.")  # fmt: skip
        found.append(Subgroup(one, words(row), who, chosen, confirm))
    return tuple(found)


def stopping(document: Document, known: Mapping[str, Outcome], start: date, end: date) -> Stopping:
    """When the trial is looked at before its end, and for which harm it ends; a design without either is refused."""
    if not any(outcome.harm for outcome in known.values()):
        document.top.refuse("", "No outcome is marked harm = true. People could be worse off: say by which outcome that shows.")
    row = document.one("stopping", example='looks = ["2019-10"]\nharms = ["..."]\ntext = { nl = "...", en = "..." }')
    row.only("looks", "harms", "text")
    harms = names(row, "harms", [one for one in known if known[one].harm], "outcome with harm = true", least=1)
    written = row.texts("looks")
    looks = row.read("looks", lambda: tuple(Month.parse(one) for one in written))
    for earlier, later in zip((Month.of_day(start), *looks), (*looks, Month.of_day(end)), strict=True):
        if later <= earlier:
            row.refuse("looks", f"looks come after each other, between {Month.of_day(start)} and {Month.of_day(end)}; found "
                                f"{', '.join(map(str, looks))}.")  # fmt: skip
    return Stopping(looks, harms, words(row, "text"))
