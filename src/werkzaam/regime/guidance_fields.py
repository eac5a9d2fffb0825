# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every field that a part's file may state about guidance: its key, the field of Guidance it becomes, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.law import LawRef
from werkzaam.regime.guidance import Said
from werkzaam.regime.model import closest
from werkzaam.regime.words import WORDS

NAME, ADDRESS = "naam", "adres"
SHARED = (NAME, ADDRESS)
"""What a neighbourhood team can be given of a client."""
INITIATORS = ("inwoner", "klantmanager", "gemeente", "wijkteam")
DECIDERS = ("inwoner", "klantmanager", "samen")


@dataclass(frozen=True, slots=True)
class Reader:
    """How one value is read: what is expected, in words, and the function; its text says where the value stands, for messages."""

    expects: str
    read: Callable[[object, str], Any]


Field: TypeAlias = tuple[str, Reader]
"""The field of Guidance that a key becomes, and its reader."""


def _refuse(expected: str, found: object, where: str) -> InputError:
    return InputError(f"{expected} was expected; found {found!r}.", file=where)


def _said(raw: object, where: str) -> Said:
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


def _option(options: tuple[str, ...]) -> Reader:
    def read(raw: object, where: str) -> str:
        if raw not in options:
            raise _refuse(f"one of {', '.join(options)}", raw, where)
        return str(raw)

    return Reader(f"one of {', '.join(options)}", read)


def _code(kind: str) -> Reader:
    """A code of `data/woorden.toml`, of one kind."""

    def read(raw: object, where: str) -> str:
        if not isinstance(raw, str) or raw not in WORDS[kind]:
            raise UnknownName(
                f"No {kind} is called {raw!r}. {closest(str(raw), WORDS[kind])} They stand in woorden.toml.", file=where
            )
        return raw

    return Reader(f"a code of {kind}", read)


def _list(each: Reader) -> Reader:
    def reads(raw: object, where: str) -> tuple[Any, ...]:
        if not isinstance(raw, list):
            raise _refuse("a list between square brackets (empty: the source says that there are none)", raw, where)
        found = tuple(each.read(one, where) for one in raw)
        if len(set(found)) < len(found):
            raise InputError("Something is named twice. Name each once.", file=where)
        return found

    return Reader(f"a list, each {each.expects}", reads)


_SAID = Reader("a text in two languages", _said)
_TEXT = Reader("a text", _text)
_TRUTH = Reader("true or false", _truth)
_COUNT = Reader("a whole number, 0 or more", _count)
_MONTHS = Reader("a whole number, 1 or more", _months)
_LAW = Reader("an article, such as Pw 9:1:a", _law)


HEADS: Mapping[str, Field] = {
    "aard": ("nature", _code("aard")), "periode": ("period", _SAID), "opmerking": ("note", _SAID),
    "open_punten": ("doubts", _list(_TEXT)),
}  # fmt: skip
"""What may stand at the top of a part about its guidance: key, field of Guidance, reader."""

SECTIONS: Mapping[str, Mapping[str, Field]] = {
    "doelgroep": {
        "wie": ("population", _SAID), "omvang": ("population_size", _SAID), "niet": ("not_for", _SAID),
        "toewijzing": ("assignment", _SAID), "vrijwillig": ("voluntary", _TRUTH),
    },
    "begeleiding": {
        "initiatief": ("initiator", _option(INITIATORS)),
        "contacten_minstens": ("contacts_least", _COUNT), "contacten_hoogstens": ("contacts_most", _COUNT),
        "contact": ("contact_note", _SAID), "frequentie_door": ("frequency_by", _option(DECIDERS)),
        "doelen_door": ("goals_by", _option(DECIDERS)), "kanalen": ("channels", _list(_code("kanaal"))),
        "plaatsen": ("places", _list(_code("plaats"))), "caseload_minstens": ("caseload_least", _MONTHS),
        "caseload_hoogstens": ("caseload_most", _MONTHS), "caseload": ("caseload_note", _SAID),
        "vaste_klantmanager": ("one_worker", _TRUTH), "rol": ("worker_role", _SAID),
        "instrumenten": ("instruments", _list(_code("instrument"))), "gesprek": ("conversation", _SAID),
    },
    "plichten": {"handhaving": ("enforced", _SAID)},
    "maatregel": {
        "mogelijk": ("measures", _TRUTH), "gebruik": ("measures_used", _SAID), "aantallen": ("measures_count", _SAID),
        "omvang": ("measures_size", _SAID),
    },
    "activiteiten": {
        "tellen_mee": ("activities", _list(_code("activiteit"))), "uren_hoogstens": ("activity_hours_most", _COUNT),
        "uren_gemiddeld": ("activity_hours_mean", _COUNT), "vervolg_maanden": ("activity_follow_up_months", _MONTHS),
        "toelichting": ("activity_note", _SAID),
    },
    "plan": {
        "verplicht": ("plan_required", _TRUTH), "ondertekend": ("plan_signed", _TRUTH),
        "werkdagen": ("plan_working_days", _MONTHS), "toelichting": ("plan_note", _SAID),
    },
    "doelen": {
        "doelen": ("goals", _list(_SAID)), "doelstellingen": ("targets", _list(_SAID)),
        "neveneffecten": ("target_effects", _list(_SAID)), "mensbeeld": ("outlook", _SAID),
    },
    "nazorg": {
        "nazorg": ("aftercare", _SAID), "maanden": ("aftercare_months", _MONTHS), "vervolg": ("follow_up", _SAID),
        "herbekijken_maanden": ("review_months", _MONTHS), "duur_maanden": ("months", _MONTHS),
    },
    "gegevens": {
        "delen": ("data_sharing", _SAID), "wijkteam_krijgt": ("shared_with_team", _list(_option(SHARED))),
        "begroting": ("budget", _SAID),
    },
    "ruimte_in_de_wet": {"artikelen": ("needs_legal_room", _list(_LAW)), "toelichting": ("legal_room", _SAID)},
}  # fmt: skip
"""Every field that may stand in a section, with the field of Guidance it becomes and its reader."""

LADDER: Mapping[str, Field] = {
    "toon": ("tone", _SAID), "verplicht": ("mandatory", _TRUTH), "respecteert_nee": ("respects_no", _TRUTH),
}  # fmt: skip
STEP: Mapping[str, Field] = {
    "code": ("code", _TEXT), "doet": ("action", _code("stap")), "zegt": ("says", _SAID),
    "maatregel_genoemd": ("measure_said", _TRUTH),
}  # fmt: skip
DUTY: Mapping[str, Field] = {"code": ("code", _code("plicht")), "gehandhaafd": ("enforced", _TRUTH)}
RESULT: Mapping[str, Field] = {
    "maat": ("metric", _SAID), "waarde": ("value", _TEXT), "bewijs": ("evidence", _code("bewijs")), "bron": ("source", _TEXT),
    "toelichting": ("note", _SAID),
}  # fmt: skip

KEYS = frozenset({*HEADS, *SECTIONS, "uitnodiging", "trede", "plicht", "resultaat", "vertrouwen"})
"""Everything at the top of a part's file that belongs to its guidance."""
