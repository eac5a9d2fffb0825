# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A design in words, and what is to be known of it before it starts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from werkzaam.app.experiment.assumptions_file import assumptions_beside, read_assumptions
from werkzaam.app.experiment.design_file import read_design, shipped_file, shipped_names
from werkzaam.app.experiment.design_regimes import regimes_of
from werkzaam.app.experiment.design_texts import ANSWERS, HEADS, LINES, MESSAGES
from werkzaam.core.errors import InputError
from werkzaam.core.law import LawRef
from werkzaam.core.money import format_euro
from werkzaam.experiment.assumptions import Assumptions
from werkzaam.experiment.canonical import design_hash
from werkzaam.experiment.check import Answer, Message, messages
from werkzaam.experiment.design import Condition, Design, Kind, Sample, Words
from werkzaam.regime.guidance import Guidance
from werkzaam.regime.regime import Regime


@dataclass(frozen=True, slots=True)
class Described:
    """A design with all that is known beside it: regimes and guidance of its arms, and what is expected if that is written."""

    file: Path
    design: Design
    regimes: Mapping[str, Regime]
    guidance: Mapping[str, Guidance | None]
    assumed: Assumptions | None

    @property
    def messages(self) -> tuple[Message, ...]:
        """What is to be known of it."""
        return messages(self.design, self.regimes, self.guidance, self.assumed)


def find_design(name: str) -> Path:
    """The file of a design: a path that ends in .toml, or the name of one that ships."""
    if not name.endswith(".toml") and name in shipped_names():
        return shipped_file(name)
    if not name.endswith(".toml"):
        ships = ", ".join(shipped_names())
        raise InputError(f"{name!r} is no design: name a file that ends in .toml, or one that ships ({ships}).")
    return Path(name)


def look_at(file: Path) -> Described:
    """A design file with what stands beside it; assumptions may be missing."""
    design = read_design(file)
    regimes = regimes_of(design, file.parent)
    beside = assumptions_beside(file)
    assumed = read_assumptions(beside, design) if beside.is_file() else None
    guidance = {arm: regime.guidance for arm, regime in regimes.items()}
    return Described(file, design, regimes, guidance, assumed)


def describe(seen: Described, lang: str) -> str:
    """The design and its messages as text."""
    design = seen.design
    parts = {
        "who": _who(design, lang), "draw": _draw(design, lang), "arms": _arms(seen, lang), "waves": _waves(design, lang),
        "outcomes": _outcomes(design, lang), "judging": _judging(design, lang), "stopping": _stopping(design, lang),
        "messages": (f"{message}: {sentence(message, design, lang)}" for message in seen.messages),
    }  # fmt: skip
    lines = [_line("title", lang, title=_said(design.title, lang), town=design.municipality, start=design.start, end=design.end,
                   version=design.version)]  # fmt: skip
    for head, below in parts.items():
        lines += ["", HEADS[head][lang], *(f"  {line}" for line in below)]
    if seen.assumed is None:
        lines.append("  " + _line("no_assumptions", lang, file=assumptions_beside(seen.file).name))
    return "\n".join([*lines, "", _line("hash", lang, hash=design_hash(design).hex())]) + "\n"


def sentence(message: Message, design: Design, lang: str) -> str:
    """What a message says."""
    values = {key: _value(key, value, message, design, lang) for key, value in message.values.items()}
    return MESSAGES[message.code][lang].format(**values)


def answer_text(answer: Answer, lang: str) -> str:
    """An answer to the question what an element does."""
    return ANSWERS[answer.reason][lang].format(element=answer.element, others=", ".join(answer.others))


def amount(value: float, design: Design, outcome: str, lang: str) -> str:
    """A difference in the unit of its outcome: percentage points for a share."""
    kind = next(each.kind for each in design.outcomes if each.id == outcome)
    return spoken(f"{kind.scale * value:.1f} pp" if kind is Kind.SHARE else f"{kind.scale * value:.2f}", lang)


def spoken(number: str, lang: str) -> str:
    """A number with the points and commas of the language, from the English ones."""
    return number.translate(str.maketrans(",.", ".,")) if lang == "nl" else number


def _value(key: str, value: object, message: Message, design: Design, lang: str) -> str:
    """A number or name as a sentence has it."""
    if key in ("effect", "smallest") and isinstance(value, float):
        return amount(value, design, str(message.values["outcome"]), lang)
    if key == "power" and isinstance(value, float):
        return f"{100 * value:.0f}%"
    if isinstance(value, Fraction):
        return spoken(f"{float(value):.2g}" if value < 1 else f"{float(value):.3g}", lang)
    if isinstance(value, float):
        return f"{value:.0f}"
    return spoken(f"{value:,}", lang) if isinstance(value, int) else str(value)


def _said(words: Words, lang: str) -> str:
    return words.nl if lang == "nl" else words.en


def _line(key: str, lang: str, **values: object) -> str:
    return LINES[key][lang].format(**values)


def _who(design: Design, lang: str) -> Iterator[str]:
    for window in design.windows:
        places = "" if window.places is None else _line("places", lang, places=window.places)
        yield _line("window", lang, first=window.first, last=window.last) + places
    for exclusion in design.exclusions:
        key = "not_in" if exclusion.arms else "excluded"
        yield _line(key, lang, id=exclusion.id, reason=_said(exclusion.reason, lang), arms=", ".join(exclusion.arms))


def _draw(design: Design, lang: str) -> Iterator[str]:
    yield _sampled("everybody", "seats", design.selection, lang)
    yield _sampled("survey_all", "survey", design.survey, lang) if design.waves else _line("no_waves", lang)
    strata = design.strata
    if strata.variables:
        yield _line("strata", lang, variables=", ".join(strata.variables), smallest=strata.smallest)
    else:
        yield _line("one_stratum", lang)


def _sampled(everybody: str, some: str, sample: Sample, lang: str) -> str:
    return _line(everybody if sample.seats is None else some, lang, seats=sample.seats, only=_only(sample.only))


def _only(condition: Condition) -> str:
    parts = "; ".join(f"{variable}: {', '.join(levels)}" for variable, levels in condition.levels.items())
    return f" ({parts})" if parts else ""


def _arms(seen: Described, lang: str) -> Iterator[str]:
    for arm in seen.design.arms:
        yield _line("arm", lang, label=_said(arm.label, lang), slots=arm.slots, all=len(seen.design.pattern), regime=arm.regime)
        guidance = seen.guidance[arm.id]
        if guidance is not None:
            silent = _line("not_stated", lang)
            yield _line("protocol", lang, initiator=guidance.initiator or silent, by=guidance.frequency_by or silent,
                        contacts=_contacts(guidance, lang))  # fmt: skip
        if guidance is not None and guidance.needs_legal_room:
            yield _line("legal_room", lang, articles=", ".join(LawRef.parse(one).text(lang) for one in guidance.needs_legal_room))
    if seen.design.equal:
        yield _line("equal", lang, equal=", ".join(seen.design.equal))


def _contacts(guidance: Guidance, lang: str) -> str:
    if guidance.contacts_least is None and guidance.contacts_most is None:
        return _line("not_stated", lang)
    most = _line("no_most", lang) if guidance.contacts_most is None else _line("most", lang, most=guidance.contacts_most)
    return most if guidance.contacts_least is None else _line("contacts", lang, least=guidance.contacts_least, most=most)


def _waves(design: Design, lang: str) -> Iterator[str]:
    if not design.waves:
        yield _line("no_waves", lang)
    for wave in design.waves:
        yield _line("wave", lang, id=wave.id, label=_said(wave.label, lang), first=wave.first, last=wave.last,
                    voucher=format_euro(wave.voucher, lang))  # fmt: skip


def _outcomes(design: Design, lang: str) -> Iterator[str]:
    for outcome in design.outcomes:
        when = outcome.wave or outcome.month or f"{outcome.horizon} m"
        yield _line("outcome", lang, label=_said(outcome.label, lang), source=outcome.source.value, when=when,
                    harm=_line("harm", lang) if outcome.harm else "")  # fmt: skip


def _judging(design: Design, lang: str) -> Iterator[str]:
    for family in design.families:
        yield _line("family", lang, id=family.id, outcomes=len(family.outcomes), contrasts=len(family.contrasts),
                    level=f"{family.level / 10:g}", control=family.control.value)  # fmt: skip
    for group in design.subgroups:
        confirm = _line("confirm", lang, waves=", ".join(group.confirm)) if group.confirm else ""
        yield _line("subgroup", lang, label=_said(group.label, lang), confirm=confirm)


def _stopping(design: Design, lang: str) -> Iterator[str]:
    rule = design.stopping
    yield _line("looks", lang, looks=", ".join(map(str, rule.looks)), harms=", ".join(rule.harms), text=_said(rule.text, lang))
