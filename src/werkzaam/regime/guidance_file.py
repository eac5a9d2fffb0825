# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The sections of a part's file about guidance become a Guidance: every field is in one table here, and nothing else is let in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.law import LawRef
from werkzaam.regime.guidance import Duty, Guidance, Ladder, Result, Said, Step
from werkzaam.regime.model import closest
from werkzaam.regime.words import WORDS

INITIATORS = ("inwoner", "klantmanager", "gemeente", "wijkteam")
DECIDERS = ("inwoner", "klantmanager", "samen")

Read = Callable[[object, str], Any]
"""Reads one value; the text says where it stands, for messages."""


def _refuse(expected: str, found: object, where: str) -> InputError:
    return InputError(f"{expected} was expected; found {found!r}.", file=where)


def said(raw: object, where: str) -> Said:
    """A text in two languages: `{ nl = "...", en = "..." }`."""
    if not isinstance(raw, dict) or set(raw) != {"nl", "en"} or not all(isinstance(t, str) and t.strip() for t in raw.values()):
        raise _refuse('a text in two languages, such as { nl = "...", en = "..." },', raw, where)
    return Said(raw["nl"].strip(), raw["en"].strip())


def _text(raw: object, where: str) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise _refuse("a text between quotes", raw, where)
    return raw.strip()


def _truth(raw: object, where: str) -> bool:
    if not isinstance(raw, bool):
        raise _refuse("true or false", raw, where)
    return raw


def _count(raw: object, where: str) -> int:
    if type(raw) is not int or raw < 0:
        raise _refuse("a whole number, 0 or more,", raw, where)
    return raw


def _months(raw: object, where: str) -> int:
    if _count(raw, where) == 0:
        raise _refuse("a whole number, 1 or more,", raw, where)
    return int(str(raw))


def _law(raw: object, where: str) -> str:
    text = _text(raw, where)
    try:
        LawRef.parse(text)
    except InputError as error:
        raise InputError(str(error), file=where) from None
    return text


def _option(options: tuple[str, ...]) -> Read:
    def read(raw: object, where: str) -> str:
        if raw not in options:
            raise _refuse(f"one of {', '.join(options)}", raw, where)
        return str(raw)

    return read


def _code(kind: str) -> Read:
    """A code of `data/woorden.toml`, of one kind."""

    def read(raw: object, where: str) -> str:
        if not isinstance(raw, str) or raw not in WORDS[kind]:
            raise UnknownName(f"No {kind} is called {raw!r}. {closest(str(raw), WORDS[kind])} They stand in woorden.toml.", file=where)
        return raw

    return read


def _list(read: Read) -> Read:
    def reads(raw: object, where: str) -> tuple[Any, ...]:
        if not isinstance(raw, list):
            raise _refuse("a list between square brackets (empty: the source says that there are none)", raw, where)
        found = tuple(read(one, where) for one in raw)
        if len(set(found)) < len(found):
            raise InputError("Something is named twice. Name each once.", file=where)
        return found

    return reads


HEADS: Mapping[str, tuple[str, Read]] = {
    "aard": ("nature", _code("aard")), "periode": ("period", said), "opmerking": ("note", said),
    "open_punten": ("doubts", _list(_text)),
}  # fmt: skip
"""What may stand at the top of a part about its guidance: key, field of Guidance, reader."""

SECTIONS: Mapping[str, Mapping[str, tuple[str, Read]]] = {
    "doelgroep": {
        "wie": ("population", said), "omvang": ("population_size", said), "niet": ("not_for", said),
        "toewijzing": ("assignment", said), "vrijwillig": ("voluntary", _truth),
    },
    "begeleiding": {
        "initiatief": ("initiator", _option(INITIATORS)),
        "contacten_minstens": ("contacts_least", _count), "contacten_hoogstens": ("contacts_most", _count),
        "contact": ("contact_note", said), "frequentie_door": ("frequency_by", _option(DECIDERS)),
        "doelen_door": ("goals_by", _option(DECIDERS)), "kanalen": ("channels", _list(_code("kanaal"))),
        "plaatsen": ("places", _list(_code("plaats"))), "caseload_minstens": ("caseload_least", _months),
        "caseload_hoogstens": ("caseload_most", _months), "caseload": ("caseload_note", said),
        "vaste_klantmanager": ("one_worker", _truth), "rol": ("worker_role", said),
        "instrumenten": ("instruments", _list(_code("instrument"))), "gesprek": ("conversation", said),
    },
    "plichten": {"handhaving": ("enforced", said)},
    "maatregel": {
        "mogelijk": ("measures", _truth), "gebruik": ("measures_used", said), "aantallen": ("measures_count", said),
        "omvang": ("measures_size", said),
    },
    "activiteiten": {
        "tellen_mee": ("activities", _list(_code("activiteit"))), "uren_hoogstens": ("activity_hours_most", _count),
        "uren_gemiddeld": ("activity_hours_mean", _count), "vervolg_maanden": ("activity_follow_up_months", _months),
        "toelichting": ("activity_note", said),
    },
    "plan": {
        "verplicht": ("plan_required", _truth), "ondertekend": ("plan_signed", _truth),
        "werkdagen": ("plan_working_days", _months), "toelichting": ("plan_note", said),
    },
    "doelen": {
        "doelen": ("goals", _list(said)), "doelstellingen": ("targets", _list(said)),
        "neveneffecten": ("target_effects", _list(said)), "mensbeeld": ("outlook", said),
    },
    "nazorg": {
        "nazorg": ("aftercare", said), "maanden": ("aftercare_months", _months), "vervolg": ("follow_up", said),
        "herbekijken_maanden": ("review_months", _months), "duur_maanden": ("months", _months),
    },
    "gegevens": {"delen": ("data_sharing", said), "begroting": ("budget", said)},
    "ruimte_in_de_wet": {"artikelen": ("needs_legal_room", _list(_law)), "toelichting": ("legal_room", said)},
}  # fmt: skip
"""Every field that may stand in a section, with the field of Guidance it becomes and its reader."""

_LADDER: Mapping[str, tuple[str, Read]] = {
    "toon": ("tone", said), "verplicht": ("mandatory", _truth), "respecteert_nee": ("respects_no", _truth),
}  # fmt: skip
_STEP: Mapping[str, tuple[str, Read]] = {
    "code": ("code", _text), "doet": ("action", _code("stap")), "zegt": ("says", said),
    "maatregel_genoemd": ("measure_said", _truth),
}  # fmt: skip
_DUTY: Mapping[str, tuple[str, Read]] = {"code": ("code", _code("plicht")), "gehandhaafd": ("enforced", _truth)}
_RESULT: Mapping[str, tuple[str, Read]] = {
    "maat": ("metric", said), "waarde": ("value", _text), "bewijs": ("evidence", _code("bewijs")), "bron": ("source", _text),
    "toelichting": ("note", said),
}  # fmt: skip

KEYS = frozenset({*HEADS, *SECTIONS, "uitnodiging", "trede", "plicht", "resultaat"})
"""Everything at the top of a part's file that belongs to its guidance."""


def guidance_in(document: Mapping[str, Any], part: str, source: str, file: str) -> Guidance | None:
    """The guidance in a part's file, None without any; raises InputError or UnknownName with the file and the key."""
    if not KEYS & document.keys():
        return None
    found = _fields({key: document[key] for key in HEADS if key in document}, HEADS, file)
    if "nature" not in found:
        raise InputError(f"aard is missing; it says what kind of part this is: {', '.join(WORDS['aard'])}.", file=file)
    for section in SECTIONS.keys() & document.keys():
        where = f"{file}, [{section}]"
        found |= _fields(_table(document[section], section, file), SECTIONS[section], where)
    if "uitnodiging" in document or "trede" in document:
        found["ladder"] = _ladder(document, file)
    if "plicht" in document:
        found["duties"] = tuple(Duty(row["code"], row.get("enforced")) for row in _rows(document, "plicht", _DUTY, {"code"}, file))
    if "resultaat" in document:
        found["results"] = tuple(_result(row, source, file) for row in _rows(document, "resultaat", _RESULT, {"metric", "evidence"}, file))
    _consistent(found, file)
    return Guidance(part, source, **found, stated=frozenset(found))


def _fields(table: Mapping[str, Any], known: Mapping[str, tuple[str, Read]], where: str) -> dict[str, Any]:
    found = {}
    for key, raw in table.items():
        if key not in known:
            raise UnknownName(f"No field is called {key!r} here. {closest(key, known)}", file=where)
        name, read = known[key]
        found[name] = read(raw, f"{where}, {key}")
    return found


def _table(raw: object, section: str, file: str) -> Mapping[str, Any]:
    if not isinstance(raw, dict):
        raise InputError(f"{section} must be a table: write [{section}] and its fields under it.", file=file)
    return raw


def _rows(document: Mapping[str, Any], name: str, known: Mapping[str, tuple[str, Read]], needed: set[str], file: str) -> list[dict[str, Any]]:
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
    head = _fields(_table(document.get("uitnodiging", {}), "uitnodiging", file), _LADDER, f"{file}, [uitnodiging]")
    rows = _rows(document, "trede", _STEP, {"code", "action", "says"}, file) if "trede" in document else []
    steps = tuple(Step(row["code"], row["action"], row.get("measure_said"), row["says"]) for row in rows)
    if len({step.code for step in steps}) < len(steps):
        raise InputError("Two steps [[trede]] have the same code. Give each its own.", file=file)
    for number, step in enumerate(steps):
        if step.action == "maatregel" and not any(before.measure_said for before in steps[:number]):
            raise InputError(f"The step {step.code} is a measure that no earlier step speaks of (maatregel_genoemd = true).", file=file)
    return Ladder(steps, **head)


def _consistent(found: Mapping[str, Any], file: str) -> None:
    """What one field says must not deny what another says."""
    for least, most, what in (("contacts_least", "contacts_most", "contacten"), ("caseload_least", "caseload_most", "caseload")):
        if found.get(least) is not None and found.get(most) is not None and found[least] > found[most]:
            raise InputError(f"{what}_minstens ({found[least]}) is more than {what}_hoogstens ({found[most]}). Correct one.", file=file)
    if "plan_working_days" in found and found.get("plan_required") is not True:
        raise InputError("plan.werkdagen is a term for a plan that is required; write verplicht = true as well.", file=file)
    ladder = found.get("ladder")
    if found.get("measures") is False and ladder is not None and any(step.action == "maatregel" for step in ladder.steps):
        raise InputError("A step [[trede]] is a measure, and maatregel.mogelijk is false. Correct one.", file=file)
    if found.get("targets") and not found.get("target_effects"):
        raise InputError("doelen.doelstellingen need doelen.neveneffecten: name what the targets do beside what they count.", file=file)
