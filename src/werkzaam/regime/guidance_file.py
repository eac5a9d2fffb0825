# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The sections of a part's file about guidance become a Guidance; what cannot be meant is refused with file and key."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from werkzaam.core.errors import InputError, UnknownName
from werkzaam.regime.control import CONTROLS
from werkzaam.regime.guidance import Duty, Guidance, Ladder, Result, Step
from werkzaam.regime.guidance_fields import DUTY, HEADS, KEYS, LADDER, RESULT, SECTIONS, STEP, Field
from werkzaam.regime.model import closest
from werkzaam.regime.words import WORDS

_DAYS = 365


def guidance_in(document: Mapping[str, Any], part: str, source: str, file: str) -> Guidance | None:
    """The guidance in a part's file, None without any; raises InputError or UnknownName with the file and the key."""
    if not KEYS & document.keys():
        return None
    found = _fields({key: document[key] for key in HEADS if key in document}, HEADS, file)
    if "nature" not in found:
        raise InputError(f"aard is missing; it says what kind of part this is: {', '.join(WORDS['aard'])}.", file=file)
    for section in [name for name in SECTIONS if name in document]:
        where = f"{file}, [{section}]"
        found |= _fields(_table(document[section], section, file), SECTIONS[section], where)
    if "uitnodiging" in document or "trede" in document:
        found["ladder"] = _ladder(document, file)
    if "vertrouwen" in document:
        found["control"] = _control(_table(document["vertrouwen"], "vertrouwen", file), f"{file}, [vertrouwen]")
    if "plicht" in document:
        found["duties"] = tuple(Duty(row["code"], row.get("enforced")) for row in _rows(document, "plicht", DUTY, {"code"}, file))
    if "resultaat" in document:
        found["results"] = tuple(
            _result(row, source, file) for row in _rows(document, "resultaat", RESULT, {"metric", "evidence"}, file)
        )
    _consistent(found, file)
    return Guidance(part, source, **found, stated=frozenset(found))


def _fields(table: Mapping[str, Any], known: Mapping[str, Field], where: str) -> dict[str, Any]:
    found = {}
    for key, raw in table.items():
        if key not in known:
            raise UnknownName(f"No field is called {key!r} here. {closest(key, known)}", file=where)
        name, reader = known[key]
        found[name] = reader.read(raw, f"{where}, {key}")
    return found


def _table(raw: object, section: str, file: str) -> Mapping[str, Any]:
    if not isinstance(raw, dict):
        raise InputError(f"{section} must be a table: write [{section}] and its fields under it.", file=file)
    return raw


def _rows(
    document: Mapping[str, Any], name: str, known: Mapping[str, Field], needed: set[str], file: str
) -> list[dict[str, Any]]:
    """The tables [[name]], or none for `name = []`."""
    raw = document[name]
    if not isinstance(raw, list) or not all(isinstance(row, dict) for row in raw):
        raise InputError(f"{name} is a list of tables: write [[{name}]] for each, or {name} = [] when there are none.", file=file)
    found = []
    for number, row in enumerate(raw, start=1):
        where = f"{file}, [[{name}]] {number}"
        fields = _fields(row, known, where)
        missing = sorted(key for key, (field, _) in known.items() if field in needed - fields.keys())
        if missing:
            raise InputError(f"{', '.join(missing)} is missing.", file=where)
        found.append(fields)
    return found


def _result(row: Mapping[str, Any], source: str, file: str) -> Result:
    if not row.keys() & {"value", "note"}:
        raise InputError(f"The result {row['metric'].nl!r} has neither waarde nor toelichting. Say what was found.", file=file)
    return Result(**{"source": source, "value": "", **row})


def _ladder(document: Mapping[str, Any], file: str) -> Ladder:
    """The invitation and its steps; a measure never comes before a step that speaks of it (R-043)."""
    head = _fields(_table(document.get("uitnodiging", {}), "uitnodiging", file), LADDER, f"{file}, [uitnodiging]")
    rows = _rows(document, "trede", STEP, {"code", "action", "says"}, file) if "trede" in document else []
    steps = tuple(Step(row["code"], row["action"], row.get("measure_said"), row["says"]) for row in rows)
    if len({step.code for step in steps}) < len(steps):
        raise InputError("Two steps [[trede]] have the same code. Give each its own.", file=file)
    for number, step in enumerate(steps):
        if step.action == "maatregel" and not any(before.measure_said for before in steps[:number]):
            raise InputError(
                f"The step {step.code} is a measure that no earlier step speaks of (maatregel_genoemd = true).", file=file
            )
    after_rest = [step.code for before, step in pairwise(steps) if before.action == "rust"]
    if after_rest:
        raise InputError(f"The step {after_rest[0]} comes after rest (rust), and rest is how it ends. Put rest last.", file=file)
    return Ladder(steps, **head)


def _control(table: Mapping[str, Any], where: str) -> tuple[tuple[str, str], ...]:
    """What the part settled about control: code and option, in the order of the list."""
    for code, option in table.items():
        if code not in CONTROLS:
            raise UnknownName(f"No field is called {code!r} here. {closest(code, CONTROLS)}", file=where)
        options = [one.code for one in CONTROLS[code].options]
        if option not in options:
            raise InputError(f"{code}: one of {', '.join(options)} was expected; found {option!r}.", file=where)
    return tuple((code, table[code]) for code in CONTROLS if code in table)


def _consistent(found: Mapping[str, Any], file: str) -> None:
    """What one field says must not deny what another says, nor what a year can hold."""
    if (found.get("contacts_least") or 0) > _DAYS:
        raise InputError(
            f"contacten_minstens ({found['contacts_least']}) is more than one each day of a year. Correct it.", file=file
        )
    for least, most, what in (("contacts_least", "contacts_most", "contacten"), ("caseload_least", "caseload_most", "caseload")):
        if found.get(least) is not None and found.get(most) is not None and found[least] > found[most]:
            raise InputError(
                f"{what}_minstens ({found[least]}) is more than {what}_hoogstens ({found[most]}). Correct one.", file=file
            )
    if "plan_working_days" in found and found.get("plan_required") is not True:
        raise InputError("plan.werkdagen is a term for a plan that is required; write verplicht = true as well.", file=file)
    ladder = found.get("ladder")
    if found.get("measures") is False and ladder is not None and any(step.action == "maatregel" for step in ladder.steps):
        raise InputError("A step [[trede]] is a measure, and maatregel.mogelijk is false. Correct one.", file=file)
    if found.get("targets") and not found.get("target_effects"):
        raise InputError(
            "doelen.doelstellingen need doelen.neveneffecten: name what the targets do beside what they count.", file=file
        )
