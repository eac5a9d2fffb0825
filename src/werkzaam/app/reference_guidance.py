# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The reference of guidance: every part side by side, then each in full, and the codes that a file may use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from werkzaam.app.guidance_words import label, said, told
from werkzaam.app.markdown import addresses, code, linked, table
from werkzaam.app.regime_history import months
from werkzaam.app.texts.guidance import ROWS, WORDS
from werkzaam.app.texts.reference import FIELDS_HEAD, GUIDANCE_HEAD
from werkzaam.regime.control import CONTROLS
from werkzaam.regime.guidance import Guidance
from werkzaam.regime.guidance_fields import DUTY, HEADS, LADDER, RESULT, SECTIONS, STEP, Field
from werkzaam.regime.read import part_ids, read_part
from werkzaam.regime.regime import Regime
from werkzaam.regime.words import WORDS as CODES

_WIDE = ("nature", "initiator", "frequency_by", "one_worker", "measures", "plan_required")
_COLUMNS = (
    "part", "municipality", "months", "what", "first step", "how often is decided by", "contacts a year", "people per position",
    "one fixed case manager", "duties", "a measure is possible", "a plan is required",
)  # fmt: skip
_SILENT = WORDS["en"]["unstated"]


def guidance_page() -> str:
    """Every part with guidance: one table of all, a section of each, and the words of the codes."""
    every = [(part, part.guidance) for part in map(read_part, part_ids()) if part.guidance is not None]
    every.sort(key=lambda one: (one[0].municipality, one[0].id))
    lines = [GUIDANCE_HEAD.format(parts=len(every)), "## Side by side", "", *table(_COLUMNS, (_row(*one) for one in every))]
    for part, guidance in every:
        lines += ["", *_section(part, guidance)]
    lines += ["", "## The fields of a file", "", FIELDS_HEAD, "", *table(("where", "key", "what", "value"), _fields())]
    words = ((code(name), kind, text.nl, text.en) for kind, table_ in CODES.items() for name, text in table_.items())
    return "\n".join([*lines, "", "## The codes", "", *table(("code", "of", "Dutch", "English"), words), ""])


def _row(part: Regime, guidance: Guidance) -> tuple[str, ...]:
    nature, initiator, by, fixed, measures, plan = (said(guidance, name, "en") for name in _WIDE)
    return (linked(part.id), part.municipality, months(part.span, "en"), nature, initiator, by,
            _between(guidance, "contacts_least", "contacts_most"), _between(guidance, "caseload_least", "caseload_most"),
            fixed, said(guidance, "duties", "en"), measures, plan)  # fmt: skip


def _between(guidance: Guidance, least: str, most: str) -> str:
    """Two bounds on one line; a bound that is not stated is not made up."""
    low, high = getattr(guidance, least), getattr(guidance, most)
    if low is None and high is None:
        return _SILENT
    if low == high:
        return str(low)
    return f"{low} to {high}" if None not in (low, high) else f"at least {low}" if high is None else f"at most {high}"


def _section(part: Regime, guidance: Guidance) -> Iterator[str]:
    country = "" if part.land == "NL" else f", {part.land}"
    yield from (
        f"## {part.id}",
        "",
        f"**{part.name_en}** / {part.name_nl} ({part.municipality}{country}), {months(part.span, 'en')}.",
        "",
    )
    yield from (part.description_en, "", f"*{part.description_nl}*", "")
    rows = [(field.label, "<br>".join(field.lines)) for _, fields in told(guidance, "en") for field in fields if field.lines]
    yield from table(("of", "what the source says"), rows)
    silent = [field.label for _, fields in told(guidance, "en") for field in fields if not field.lines]
    yield from ("", f"Not stated: {'; '.join(silent)}.", "", f"Source: {addresses(guidance.source)}.")


def _fields() -> Iterator[tuple[str, ...]]:
    """Every key that a file may have, with what it says and what is expected."""
    tables: list[tuple[str, Mapping[str, Field]]] = [("at the top", HEADS)]
    tables += [(code(f"[{section}]"), fields) for section, fields in SECTIONS.items()]
    for where, fields in tables:
        for key, (name, reader) in fields.items():
            yield where, code(key), label(name, "en"), reader.expects
    for section, fields in (("[uitnodiging]", LADDER), ("[[trede]]", STEP), ("[[plicht]]", DUTY), ("[[resultaat]]", RESULT)):
        for key, (name, reader) in fields.items():
            yield code(section), code(key), ROWS[name], reader.expects
    for control in CONTROLS.values():
        options = ", ".join(option.code for option in control.options)
        yield code("[vertrouwen]"), code(control.code), control.question.en, f"one of {options}"
