# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A design, what is expected of it, and the regime of a cell, written as the files that are read again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from werkzaam.core.money import format_euro
from werkzaam.experiment.assumptions import Assumptions
from werkzaam.experiment.design import Condition, Design, Estimand, Kind, Outcome, Words
from werkzaam.regime.regime import Regime

HEAD = "# SPDX-FileCopyrightText: 2026 The Werkzaam authors\n# SPDX-License-Identifier: EUPL-1.2\n"
BETTER = {1: "more", -1: "less"}
PEOPLE = 1_000_000
"""Of so many people a share of answers is written, so that it reads back as the same share to six digits."""


def design_text(design: Design, about: str = "") -> str:
    """The file of a design; it reads back as the same design, with the same fingerprint. `about` is a comment above it."""
    top = {
        "id": design.id, "title": design.title, "municipality": design.municipality, "version": design.version,
        "start": design.start, "end": design.end, "equal": design.equal, "covariates": design.covariates,
    }  # fmt: skip
    tables = [*_who(design), *_draw(design), *_arms_and_waves(design), *_measured(design), *_judged(design)]
    comment = "".join(f"# {line}\n" for line in about.splitlines())
    return "\n".join([HEAD + comment, _lines(top), *(f"{header}\n{_lines(values)}" for header, values in tables)])


def assumptions_text(assumed: Assumptions, design: Design, about: str = "") -> str:
    """The file of what is expected of a design, to be written beside it."""
    tables: list[tuple[str, Mapping[str, Any]]] = []
    if assumed.population is not None:
        tables.append(
            ("[population]", {"size": assumed.population, **{k: _Inline(v) for k, v in assumed.population_shares.items()}})
        )
    shares = {v.id: _Inline(dict(zip(v.levels, assumed.shares[v.id], strict=True))) for v in design.variables}
    tables.append(("[shares]", shares))
    for wave, by_arm in assumed.answered.items():
        for share in dict.fromkeys(by_arm.values()):
            arms = tuple(arm for arm, one in by_arm.items() if one == share)
            whose = {} if len(arms) == len(by_arm) else {"arms": arms}
            tables.append(("[[answered]]", {"wave": wave, **whose, "people": round(share * PEOPLE), "of": PEOPLE}))
    for team, caseload in assumed.caseload.items():
        served = tuple(arm for arm, one in assumed.team.items() if one == team)
        tables.append(("[[team]]", {"id": team, "arms": served, "caseload": caseload}))
    for outcome in design.outcomes:
        tables.append(("[[outcome]]", _expected(assumed, outcome)))
    comment = "".join(f"# {line}\n" for line in about.splitlines())
    top = _lines({"enrolled": assumed.enrolled, "alike": assumed.alike, "selective": assumed.selective})
    return "\n".join([HEAD + comment, top, *(f"{header}\n{_lines(values)}" for header, values in tables)])


def regime_text(id: str, base: Regime, label: Words, uses: Sequence[str]) -> str:  # noqa: A002 (the word of the file)
    """The file of a town's regime that is made of parts, with the town and the months of another."""
    values: dict[str, Any] = {
        "soort": "gemeente", "id": id, "gemeente": base.municipality, "naam": f"{base.municipality}: {label.nl}",
        "name": f"{base.municipality}: {label.en}",
        "omschrijving": f"Een groep van een proef: {label.nl}. Voor het overige gelden de regels van {base.id}.",
        "description": f"An arm of a trial: {label.en}. For the rest the rules of {base.id} hold.",
        "vanaf": str(base.span.first), "tot": None if base.span.last is None else str(base.span.last), "uses": tuple(uses),
    }  # fmt: skip
    return HEAD + _lines(values)


class _Inline(dict[str, Any]):
    """A table within a line."""


def _who(design: Design) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for window in design.windows:
        priority = None if window.priority is None else _condition(window.priority)
        yield "[[window]]", {"first": window.first, "last": window.last, "places": window.places, "priority": priority}
    for ground in design.exclusions:
        yield "[[exclusion]]", {"id": ground.id, "reason": ground.reason, "arms": ground.arms or None}
    for variable in design.variables:
        yield "[[variable]]", {"id": variable.id, "label": variable.label, "levels": variable.levels}


def _draw(design: Design) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield "[strata]", {"variables": design.strata.variables, "smallest": design.strata.smallest, "merge": design.strata.merge}
    for name, sample in (("[selection]", design.selection), ("[survey]", design.survey)):
        if sample.seats is not None or sample.only.levels:
            yield name, {"seats": sample.seats, "only": _condition(sample.only)}


def _arms_and_waves(design: Design) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for arm in design.arms:
        yield "[[arm]]", {"id": arm.id, "label": arm.label, "regime": arm.regime, "slots": arm.slots}
    for wave in design.waves:
        yield "[[wave]]", {"id": wave.id, "label": wave.label, "first": wave.first, "last": wave.last,
                           "voucher": format_euro(wave.voucher, "en").replace(",", "")}  # fmt: skip


def _measured(design: Design) -> Iterator[tuple[str, Mapping[str, Any]]]:
    written: dict[str, Estimand] = {}
    names = []
    for outcome in design.outcomes:
        name = next((one for one, what in written.items() if what == outcome.estimand), f"estimand_{len(written) + 1}")
        written.setdefault(name, outcome.estimand)
        names.append(name)
    for name, what in written.items():
        events = _Inline({event: strategy.value for event, strategy in what.events.items()})
        yield "[[estimand]]", {"id": name, "population": what.population.value, "summary": what.summary, "events": events}
    for outcome, name in zip(design.outcomes, names, strict=True):
        yield "[[outcome]]", {
            "id": outcome.id, "label": outcome.label, "source": outcome.source.value, "kind": outcome.kind.value,
            "variable": outcome.variable, "wave": outcome.wave, "month": outcome.month, "estimand": name,
            "better": BETTER[outcome.better], "harm": outcome.harm or None, "baseline": outcome.baseline,
            "horizon": outcome.horizon,
        }  # fmt: skip


def _judged(design: Design) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for family in design.families:
        pairs = tuple((pair.arm, pair.against) for pair in family.contrasts)
        yield "[[family]]", {"id": family.id, "outcomes": family.outcomes, "contrasts": pairs, "control": family.control.value,
                             "level": family.level}  # fmt: skip
    for group in design.subgroups:
        yield "[[subgroup]]", {"id": group.id, "label": group.label, "condition": _condition(group.condition),
                               "outcomes": group.outcomes, "confirm": group.confirm or None}  # fmt: skip
    rule = design.stopping
    yield "[stopping]", {"looks": tuple(map(str, rule.looks)), "harms": rule.harms, "text": rule.text}
    drawn = design.lottery
    yield "[lottery]", {"chain": drawn.chain, "hours_before": drawn.hours_before, "reveal_minutes": drawn.reveal_minutes,
                        "fallback": drawn.fallback}  # fmt: skip


def _expected(assumed: Assumptions, outcome: Outcome) -> Mapping[str, Any]:
    one = assumed.outcomes[outcome.id]
    return {"id": outcome.id, "mean": one.mean, "deviation": None if outcome.kind is Kind.SHARE else one.deviation,
            "effect": one.effect, "explained": one.explained or None, "within_worker": one.within_worker or None}  # fmt: skip


def _condition(condition: Condition) -> _Inline | None:
    return _Inline({name: tuple(levels) for name, levels in condition.levels.items()}) or None


def _lines(values: Mapping[str, Any]) -> str:
    """One line for each key that has a value."""
    return "".join(f"{key} = {_value(value)}\n" for key, value in values.items() if value is not None)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Words):
        return f"{{ nl = {_value(value.nl)}, en = {_value(value.en)} }}"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_value(each)}" for key, each in value.items()) + " }"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, (date, int)):
        return str(value)
    if isinstance(value, float):
        return f"{value:.9g}"
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
