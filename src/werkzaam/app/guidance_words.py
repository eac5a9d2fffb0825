# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A guidance in plain words, field by field, with "not stated" wherever no source says anything (R-225)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from werkzaam.app.texts.guidance import GROUPS, LABELS, WORDS
from werkzaam.core.law import LawRef
from werkzaam.regime.control import CONTROLS
from werkzaam.regime.guidance import Duty, Guidance, Ladder, Result, Said, Step
from werkzaam.regime.words import word

_CODES = {"channels": "kanaal", "places": "plaats", "instruments": "instrument", "activities": "activiteit", "nature": "aard"}
_PEOPLE = ("initiator", "frequency_by", "goals_by", "shared_with_team")


@dataclass(frozen=True, slots=True)
class Told:
    """One field of a guidance: `name` is its own, `label` what it is called, and `lines` what it says; no lines: not stated."""

    name: str
    label: str
    lines: tuple[str, ...]


def label(name: str, lang: str) -> str:
    """What a field is called."""
    return LABELS[name][0 if lang == "nl" else 1]


def told(guidance: Guidance, lang: str) -> Iterator[tuple[str, list[Told]]]:
    """Every group of fields with its heading; a field that no source speaks of is there too, without lines."""
    for group in GROUPS.values():
        names = cast("tuple[str, ...]", group["fields"])
        yield str(group[lang]), [Told(name, label(name, lang), lines_of(guidance, name, lang)) for name in names]


def said(guidance: Guidance | None, name: str, lang: str) -> str:
    """One field on one line, or "not stated"."""
    lines = () if guidance is None else lines_of(guidance, name, lang)
    return "; ".join(lines) or WORDS[lang]["unstated"]


def lines_of(guidance: Guidance, name: str, lang: str) -> tuple[str, ...]:
    """What a field says, line by line; nothing when no source says anything, and "none" when one says that there are none."""
    if not guidance.states(name):
        return ()
    value, words = getattr(guidance, name), WORDS[lang]
    if isinstance(value, Ladder):
        return (*_ladder(value, lang),)
    if not isinstance(value, tuple):
        return (_one(name, value, lang),)
    if value and all(isinstance(each, str) for each in value):
        return (", ".join(_one(name, each, lang) for each in value),)
    return tuple(_one(name, each, lang) for each in value) or (words["none"],)


def _one(name: str, value: object, lang: str) -> str:
    words = WORDS[lang]
    if isinstance(value, bool):
        return words["yes" if value else "no"]
    if isinstance(value, Said):
        return value.text(lang)
    if isinstance(value, Duty):
        return duty_said(value, lang)
    if isinstance(value, Result):
        return result_said(value, lang)
    if isinstance(value, tuple):
        control = CONTROLS[value[0]]
        chosen = next(option for option in control.options if option.code == value[1])
        return f"{control.question.text(lang)} {chosen.says.text(lang)}"
    if name in _PEOPLE:
        return words[str(value)]
    if name == "needs_legal_room":
        return LawRef.parse(str(value)).text(lang)
    return word(_CODES[name], str(value), lang) if name in _CODES else str(value)


def duty_said(duty: Duty, lang: str) -> str:
    """A duty, and apart from it whether anybody acts when it is not done (R-038)."""
    key = {True: "enforced", False: "not_enforced", None: "formal"}[duty.enforced]
    return f"{word('plicht', duty.code, lang)}: {WORDS[lang][key]}"


def result_said(result: Result, lang: str) -> str:
    """A published result with its number, the strength of the evidence, and what is to be known of it."""
    value = result.value.replace(".", ",") if lang == "nl" else result.value
    number = f": {value}" if value else ""
    note = f". {result.note.text(lang)}" if result.note else "."
    return f"{result.metric.text(lang)}{number} ({word('bewijs', result.evidence, lang)}){note}"


def _ladder(ladder: Ladder, lang: str) -> Iterator[str]:
    words = WORDS[lang]
    tone = [ladder.tone.text(lang)] if ladder.tone else []
    must = [] if ladder.mandatory is None else [words["mandatory" if ladder.mandatory else "invited"]]
    rest = [words["respects_no"]] if ladder.respects_no else []
    if head := "; ".join([*tone, *must, *rest]):
        yield head
    yield from (f"{number}. {_step(step, lang)}" for number, step in enumerate(ladder.steps, start=1))


def _step(step: Step, lang: str) -> str:
    measure = "" if step.measure_said is None else f" ({WORDS[lang]['measure_said' if step.measure_said else 'no_measure_said']})"
    return f"{word('stap', step.action, lang)}{measure}: {step.says.text(lang)}"
