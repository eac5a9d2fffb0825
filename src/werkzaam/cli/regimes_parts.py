# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of regimes on the command line: the list by municipality, one with its guidance, and a town through the years."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam.cli.options import paragraph

if TYPE_CHECKING:
    from werkzaam.core.months import Month
    from werkzaam.regime.guidance import Guidance
    from werkzaam.regime.regime import Regime


def part_named(name: str) -> Regime | None:
    """The part of this id or in this file; None when the name is no part, so that it is a town regime or nothing."""
    import tomllib

    from werkzaam.regime.read import part_ids, read_part

    if not name.endswith(".toml"):
        return read_part(name) if name in part_ids() else None
    try:
        kind = tomllib.loads(Path(name).read_text(encoding="utf-8")).get("soort")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None  # Reading it as a town says what is wrong with it.
    return read_part(name) if kind == "deel" else None


def every_part(month: Month | None, lang: str) -> Iterator[str]:
    """The parts that ship, by municipality; of a month those that hold then."""
    from werkzaam.app.regime_history import months, municipalities
    from werkzaam.app.texts.guidance import WORDS

    yield f"\n{WORDS[lang]['parts']}"
    for town, parts in municipalities().items():
        shown = [part for part in parts if month is None or month in part.span]
        if shown:
            yield f"\n{town}"
        for part in shown:
            yield f"  {part.id:<30} {months(part.span, lang):<22} {part.name_nl if lang == 'nl' else part.name_en}"


def one_part(part: Regime, lang: str) -> Iterator[str]:
    """A part: what it is, its months, the choices it states, its guidance."""
    from werkzaam.app.regime_history import months

    yield f"{part.id}: {part.name_nl if lang == 'nl' else part.name_en} ({part.municipality})"
    yield paragraph(part.description_nl if lang == "nl" else part.description_en)
    yield months(part.span, lang)
    if part.guidance is not None:
        yield from guided(part.guidance, lang)


def guided(guidance: Guidance, lang: str) -> Iterator[str]:
    """A guidance in words, group by group; what no source speaks of stands together behind "not stated"."""
    from werkzaam.app.guidance_words import told
    from werkzaam.app.texts.guidance import WORDS

    words = WORDS[lang]
    yield f"\n{words['guidance'].upper()} ({guidance.part})"
    for heading, fields in told(guidance, lang):
        yield f"\n{heading}"
        for field in fields:
            if len(field.lines) == 1:
                yield paragraph(f"{field.label}: {field.lines[0]}", "  ")
            elif field.lines:
                yield f"  {field.label}:"
                yield from (paragraph(f"- {line}", "    ") for line in field.lines)
        silent = "; ".join(field.label for field in fields if not field.lines)
        if silent:
            yield paragraph(f"{words['unstated']}: {silent}", "  ")
    yield ""
    yield paragraph(f"{words['source']}: {guidance.source}")


def time_line(town: str, lang: str) -> Iterator[str]:
    """The parts of a municipality through the years, with what changed in the guidance."""
    from werkzaam.app.regime_history import history, months
    from werkzaam.app.texts.guidance import WORDS

    words = WORDS[lang]
    for moment in history(town, lang):
        part = moment.part
        yield f"{months(part.span, lang):<22} {part.id}: {part.name_nl if lang == 'nl' else part.name_en}"
        if part.guidance is not None and part.guidance.period is not None:
            yield paragraph(f"{words['source']}: {part.guidance.period.text(lang)}", " " * 23)
        if moment.changes:
            yield paragraph(f"{words['changed']} {moment.before}:", " " * 23)
            yield from (paragraph(f"- {name}: {before} -> {after}", " " * 25) for name, before, after in moment.changes)
