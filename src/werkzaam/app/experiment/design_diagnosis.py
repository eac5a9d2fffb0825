# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Designs diagnosed and shown: a table as text and as CSV, a picture, and the gain of one design over another."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from io import StringIO
from pathlib import Path
from textwrap import wrap

import numpy as np
from tqdm import tqdm

from werkzaam.app.chart import GRID, INK, QUIET, document, text
from werkzaam.app.experiment.assumptions_file import assumptions_beside, read_assumptions
from werkzaam.app.experiment.design_file import read_design
from werkzaam.app.experiment.design_texts import DIAGNOSIS
from werkzaam.app.experiment.design_words import amount, spoken
from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Design
from werkzaam.experiment.diagnose import Diagnosis, diagnose
from werkzaam.experiment.found import Found

COLOURS = ("#004699", "#ec8000", "#767676")
"""One for each design; the shape of its dot tells them apart as well."""
MOST = len(COLOURS)
_WIDTH = 120
_LEFT, _RIGHT, _TOP, _BOTTOM, _ROW = 330, 860, 92, 450, 21
_COLUMNS = ("outcome", "arm", "against", "group", "people_arm", "people_against", "truth", "bias", "bias_error", "error",
            "coverage", "power", "power_family", "false", "false_plain", "smallest", "closed_error", "closed_smallest",
            "closed_clustered", "closed_power")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Diagnosed:
    """A design with its diagnosis."""

    design: Design
    done: Diagnosis


def diagnose_files(files: Sequence[Path], experiments: int, seed: int, *, quiet: bool) -> list[Diagnosed]:
    """Every design with the assumptions beside it, from one seed; a bar on stderr tells how far it is, unless quiet."""
    if len(files) > MOST:
        raise InputError(f"At most {MOST} designs are compared at once; found {len(files)}.")
    read = []
    for file in files:
        design, beside = read_design(file), assumptions_beside(file)
        if not beside.is_file():
            raise InputError(f"What is expected of {design.id} is not written: there is no file {beside}. Make it, for "
                             "instance by `werkzaam experiment new`, and change its numbers.")  # fmt: skip
        read.append((design, read_assumptions(beside, design)))
    found = []
    for design, assumed in read:
        with tqdm(total=experiments, desc=design.id, unit="run", disable=quiet) as bar:
            found.append(Diagnosed(design, diagnose(design, assumed, experiments, np.random.default_rng(seed), bar.update)))
    return found


def as_text(found: Diagnosed, lang: str) -> str:
    """The diagnosis as a table with its explanation."""
    done = found.done
    counts = {field.name: getattr(done, field.name) for field in fields(done)}
    interviews = DIAGNOSIS["interviews" if found.design.waves else "no_interviews"][lang].format(**counts)
    head = DIAGNOSIS["head"][lang].format(**counts, interviews=interviews)
    rows = [DIAGNOSIS["columns"][lang].split("|"), *(_cells(each, found.design, lang) for each in done.found)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) if at == 0 else cell.rjust(width) for at, (cell, width) in
                       enumerate(zip(row, widths, strict=True))) for row in rows]  # fmt: skip
    families = [
        DIAGNOSIS["family"][lang].format(id=name, share=spoken(f"{100 * share:.1f}%", lang))
        for name, share in done.families.items()
    ]
    return "\n".join([head, "", *lines, "", *families, "", *wrap(DIAGNOSIS["legend"][lang], _WIDTH)]) + "\n"


def as_csv(found: Diagnosed) -> str:
    """The diagnosis with all its digits; shares from 0 to 1, amounts in the unit of their outcome."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for each in found.done.found:
        closed = each.closed
        numbers = (*each.people, each.truth, *each.bias, each.error, each.coverage, each.power, each.power_family, each.false,
                   each.false_plain, each.smallest, closed.error, closed.smallest, closed.clustered, closed.power)  # fmt: skip
        writer.writerow([each.outcome, *astuple(each.contrast), each.group, *(f"{number:.6g}" for number in numbers)])
    return out.getvalue()


def gain(one: Diagnosed, other: Diagnosed, lang: str) -> str:
    """For every outcome of both designs the smallest difference that each finds, by counts alone."""
    names = {each.id: each for each in one.design.outcomes}
    rows = []
    for outcome, group in dict.fromkeys((each.outcome, each.group) for each in one.done.found):
        pair = [_smallest(each, outcome, group) for each in (one, other)]
        if None not in pair:
            label = names[outcome].label.nl if lang == "nl" else names[outcome].label.en
            sizes = "  ".join(f"{amount(each or 0, one.design, outcome, lang):>9}" for each in pair)
            rows.append(f"  {sizes}  {label}{f' ({group})' if group else ''}")
    return "\n".join([DIAGNOSIS["gain_head"][lang].format(one=one.design.id, other=other.design.id), *rows]) + "\n"


def picture(found: Sequence[Diagnosed], lang: str) -> str:
    """How often each outcome's difference is found, a dot for each design; the table is `as_csv`."""
    rows = _rows(found, lang)
    if not rows:
        raise InputError("There is nothing to draw: the design declares no test.")
    step = min(_ROW, (_BOTTOM - _TOP) // len(rows))
    body = [*_axis(lang, _TOP + step * len(rows)), *_names(found)]
    for at, (label, powers) in enumerate(rows):
        y = _TOP + step * at + step // 2
        body.append(text(_LEFT - 12, y + 4, label, anchor="end", size=min(13, step - 2)))
        body += [_dot(_x(power), y, number) for number, power in enumerate(powers) if power is not None]
    said = " ".join(
        f"{label}: {', '.join('-' if power is None else f'{100 * power:.0f}%' for power in powers)}." for label, powers in rows
    )
    under = DIAGNOSIS["under"][lang].format(experiments=f"{found[0].done.experiments:,}")
    return document(DIAGNOSIS["title"][lang], under, DIAGNOSIS["desc"][lang].format(rows=said), body)


def _cells(each: Found, design: Design, lang: str) -> list[str]:
    name = f"{each.outcome}{f' [{each.group}]' if each.group else ''}: {each.contrast.arm} - {each.contrast.against}"

    def percent(share: float) -> str:
        return "-" if np.isnan(share) else spoken(f"{100 * share:.1f}%", lang)

    def size(value: float) -> str:
        return amount(value, design, each.outcome, lang)

    return [name, f"{each.people[0]:.0f}/{each.people[1]:.0f}", size(each.truth), size(each.bias[0]), percent(each.coverage),
            percent(each.power), percent(each.power_family), percent(each.false), percent(each.false_plain), size(each.smallest),
            size(each.closed.smallest)]  # fmt: skip


def _smallest(found: Diagnosed, outcome: str, group: str) -> float | None:
    """The smallest difference of the weakest contrast, by counts."""
    return max(
        (each.closed.smallest for each in found.done.found if (each.outcome, each.group) == (outcome, group)), default=None
    )


def _rows(found: Sequence[Diagnosed], lang: str) -> list[tuple[str, list[float | None]]]:
    """For each outcome and group its name, and the power of the weakest contrast in each design."""
    rows: dict[tuple[str, str], list[float | None]] = {}
    names: dict[tuple[str, str], str] = {}
    for number, each in enumerate(found):
        labels = {one.id: one.label for one in each.design.outcomes} | {one.id: one.label for one in each.design.subgroups}
        for test in each.done.found:
            key = test.outcome, test.group
            label = labels[test.group or test.outcome]
            names.setdefault(key, _short(f"{label.nl if lang == 'nl' else label.en}{f' ({test.outcome})' if test.group else ''}"))
            powers = rows.setdefault(key, [None] * len(found))
            powers[number] = min(test.power, 1.0 if powers[number] is None else powers[number] or 0.0)
    return [(names[key], powers) for key, powers in rows.items()]


def _short(label: str, most: int = 44) -> str:
    """A label that fits beside the picture; what follows a semicolon is left out first."""
    first = label.split(";")[0]
    return first if len(first) <= most else first[: most - 1].rstrip() + "…"


def _x(share: float) -> int:
    return _LEFT + round(share * (_RIGHT - _LEFT))


def _axis(lang: str, bottom: int) -> Iterator[str]:
    for share in range(0, 101, 20):
        at = _x(share / 100)
        yield f'<path d="M{at} {_TOP - 4} V{bottom}" stroke="{GRID}" stroke-width="1"/>'
        yield text(at, bottom + 18, f"{share}", anchor="middle", fill=QUIET)
    goal = _x(0.8)
    yield f'<path d="M{goal} {_TOP - 4} V{bottom}" stroke="{INK}" stroke-width="1.2" stroke-dasharray="4 4"/>'
    yield text(goal, _TOP - 10, DIAGNOSIS["goal"][lang], anchor="middle")
    yield text((_LEFT + _RIGHT) // 2, bottom + 36, DIAGNOSIS["axis"][lang], anchor="middle")


def _names(found: Sequence[Diagnosed]) -> Iterator[str]:
    """The names of the designs under the title, each with its dot."""
    for number, each in enumerate(found):
        at = 24 + 290 * number
        yield _dot(at + 6, 72, number)
        yield text(at + 18, 76, each.design.id)


def _dot(x: int, y: int, number: int) -> str:
    """A circle, a square or a diamond."""
    colour = COLOURS[number]
    if number == 0:
        return f'<circle cx="{x}" cy="{y}" r="5" fill="{colour}"/>'
    if number == 1:
        return f'<rect x="{x - 5}" y="{y - 5}" width="10" height="10" fill="{colour}"/>'
    return f'<path d="M{x} {y - 6} L{x + 6} {y} L{x} {y + 6} L{x - 6} {y} Z" fill="{colour}"/>'
