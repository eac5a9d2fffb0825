# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is compared of a regime, aspect by aspect, in words; where no source says anything the answer is None, never a guess."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from werkzaam.app.casework.towns.guided import ACTIVITY, CHANNEL, DUTY, EVIDENCE, INSTRUMENT, STEP, code_words
from werkzaam.app.casework.towns.named import Named
from werkzaam.app.curves import law_date
from werkzaam.app.text_layout import euro, percent
from werkzaam.app.texts.casework_compare import WORDS
from werkzaam.core.months import Month
from werkzaam.regime.guidance import Guidance, Result, Said
from werkzaam.regime.regime import Chosen

Answer = str | None
Ask = Callable[[Guidance, str], Answer]


def answers(one: Named, month: Month, lang: str) -> dict[str, Answer]:
    """Every aspect of a regime by its code; choices about money are those of the month, or of the nearest one it holds in."""
    guidance = one.guidance
    found: dict[str, Answer] = {code: None if guidance is None else ask(guidance, lang) for code, ask in GUIDANCE.items()}
    return found | {code: _choice(one, path, month, lang) for code, path in MONEY.items()}


def _who(name: str) -> Ask:
    def ask(guidance: Guidance, lang: str) -> Answer:
        found = getattr(guidance, name)
        return None if found is None else WORDS[lang].get(found, found)

    return ask


def _said(name: str) -> Ask:
    def ask(guidance: Guidance, lang: str) -> Answer:
        found: Said | None = getattr(guidance, name)
        return None if found is None else found.text(lang)

    return ask


def _truth(name: str) -> Ask:
    def ask(guidance: Guidance, lang: str) -> Answer:
        found: bool | None = getattr(guidance, name)
        return None if found is None else WORDS[lang]["yes" if found else "no"]

    return ask


def _listed(name: str, texts: Callable[[Guidance, str], Sequence[str]]) -> Ask:
    """A list; "none" where a source says so, and nothing where none does."""

    def ask(guidance: Guidance, lang: str) -> Answer:
        found = texts(guidance, lang)
        if found:
            return "; ".join(found)
        return WORDS[lang]["none"] if guidance.states(name) else None

    return ask


def _codes(name: str, kind: str) -> Ask:
    return _listed(name, lambda guidance, lang: [code_words(kind, one, lang) for one in getattr(guidance, name)])


def _texts(name: str) -> Ask:
    return _listed(name, lambda guidance, lang: [one.text(lang) for one in getattr(guidance, name)])


def _between(least: str, most: str) -> Ask:
    def ask(guidance: Guidance, lang: str) -> Answer:
        low, high = getattr(guidance, least), getattr(guidance, most)
        if low is None and high is None:
            return None
        if low == high:
            return str(low)
        key = "at_least" if high is None else "at_most" if low is None else "between"
        return WORDS[lang][key].format(low=low, high=high)

    return ask


def _duties(guidance: Guidance, lang: str) -> list[str]:
    """Each duty with whether anybody acts on it: formal and enforced are two things (R-038)."""
    words = WORDS[lang]
    keys = {True: "duty_enforced", False: "duty_formal", None: "duty_unknown"}
    return [words[keys[one.enforced]].format(duty=code_words(DUTY, one.code, lang)) for one in guidance.duties]


def _steps(guidance: Guidance, lang: str) -> Answer:
    ladder = guidance.ladder
    if ladder is None or not ladder.steps:
        return None
    return " → ".join(code_words(STEP, step.action, lang) for step in ladder.steps)


def _respects_no(guidance: Guidance, lang: str) -> Answer:
    found = None if guidance.ladder is None else guidance.ladder.respects_no
    return None if found is None else WORDS[lang]["yes" if found else "no"]


def _measures(guidance: Guidance, lang: str) -> Answer:
    parts = [] if guidance.measures is None else [WORDS[lang]["measures_yes" if guidance.measures else "measures_no"]]
    parts += [] if guidance.measures_used is None else [guidance.measures_used.text(lang)]
    return "; ".join(parts) or None


def _plan(guidance: Guidance, lang: str) -> Answer:
    """Each of the three things about a plan by itself, so that what is not stated of one is not filled in by another."""
    return "; ".join(_plan_parts(guidance, WORDS[lang])) or None


def _plan_parts(guidance: Guidance, words: Mapping[str, str]) -> Iterator[str]:
    if guidance.plan_required is not None:
        yield words["plan_required" if guidance.plan_required else "plan_free"]
    if guidance.plan_signed is not None:
        yield words["plan_signed" if guidance.plan_signed else "plan_unsigned"]
    if guidance.plan_working_days is not None:
        yield words["plan_days"].format(days=guidance.plan_working_days)


def _results(guidance: Guidance, lang: str) -> list[str]:
    """Each published result with how strong it is (R-234); the note stands for a value that is none."""
    return [_result(one, lang) for one in guidance.results]


def _result(one: Result, lang: str) -> str:
    told = [text for text in (one.value, None if one.note is None else one.note.text(lang).rstrip(".")) if text]
    value = "; ".join(told) or WORDS[lang]["not_stated"]
    return f"{one.metric.text(lang)}: {value} [{code_words(EVIDENCE, one.evidence, lang)}]"


GUIDANCE: Mapping[str, Ask] = {
    "initiator": _who("initiator"), "contacts": _between("contacts_least", "contacts_most"),
    "contact_note": _said("contact_note"),
    "frequency_by": _who("frequency_by"), "goals_by": _who("goals_by"), "channels": _codes("channels", CHANNEL),
    "caseload": _between("caseload_least", "caseload_most"), "one_worker": _truth("one_worker"),
    "instruments": _codes("instruments", INSTRUMENT), "duties": _listed("duties", _duties), "enforced": _said("enforced"),
    "ladder": _steps, "respects_no": _respects_no, "measures": _measures, "activities": _codes("activities", ACTIVITY),
    "activity_hours_most": _between("activity_hours_most", "activity_hours_most"), "plan": _plan, "aftercare": _said("aftercare"),
    "review_months": _between("review_months", "review_months"), "goals": _texts("goals"), "targets": _texts("targets"),
    "target_effects": _texts("target_effects"), "results": _listed("results", _results),
}  # fmt: skip
"""What is asked of the guidance, in the order in which it is shown."""

MONEY: Mapping[str, str] = {
    "premium": "premie.geldt", "premium_share": "premie.aandeel", "premium_cap": "premie.maximum",
    "premium_hour": "premie.uurbedrag", "own_exemption_share": "vrijlating.eigen_aandeel",
    "own_exemption_cap": "vrijlating.eigen_maximum",
}  # fmt: skip
"""Which choices about money are compared."""


def _choice(one: Named, path: str, month: Month, lang: str) -> Answer:
    """A stated choice; what we filled in ourselves counts as not stated, and is told beside it (R-225)."""
    found = next(each for each in one.regime.choices(law_date(one.regime, month)) if each.path == path)
    if not isinstance(found, Chosen):
        return None if found.needed else WORDS[lang]["not_there"]
    value = _value(found, lang)
    return WORDS[lang]["assumed"].format(value=value) if found.assumed else value


def _value(found: Chosen, lang: str) -> str:
    if isinstance(found.value, bool):
        return WORDS[lang]["yes" if found.value else "no"]
    if isinstance(found.value, Fraction):
        return percent(found.value, lang)
    return euro(int(str(found.value)), lang)
