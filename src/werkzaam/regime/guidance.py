# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How people are guided under a regime, as data: who takes the first step, how often, who decides, what is asked and enforced.

A guidance belongs to a part of a regime and stands in a file of the part's name. It describes; nothing computes from it. What a
source does not say is None or empty, and never a zero.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from werkzaam.core.errors import InputError, RegimeError, UnknownName
from werkzaam.regime.regime import Regime

OWN = "begeleiding"
_DATA = Path(__file__).with_name("data").joinpath(OWN)
INITIATORS, DECIDERS = ("inwoner", "klantmanager"), ("inwoner", "klantmanager", "samen")
_KEYS = {
    "deel", "bron", "initiatief", "contacten_minstens", "contacten_hoogstens", "frequentie_door", "doelen_door", "kanalen",
    "caseload_minstens", "caseload_hoogstens", "vaste_klantmanager", "instrumenten", "plichten", "handhaving",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A text in Dutch and in English."""

    nl: str
    en: str

    def text(self, lang: str) -> str:
        """The text in a language, `nl` or `en`."""
        return self.nl if lang == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Duty:
    """Something asked of a client; `enforced` tells whether anybody acts when it is not done (R-038), None when not stated."""

    code: str
    enforced: bool | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a ladder of invitations: its `action` and what it says.

    Actions: brief, brief_aangetekend, brief_aankondiging, huisbezoek, contactdag, maatregel. `measure_said` tells whether the
    letter speaks of a measure.
    """

    code: str
    action: str
    measure_said: bool | None
    says: Said


@dataclass(frozen=True, slots=True)
class Ladder:
    """How somebody is invited who does not come, step after step and in this order only (R-043).

    `respects_no`: a lasting no ends it. `mandatory`: coming is an obligation. None is not stated.
    """

    steps: tuple[Step, ...]
    mandatory: bool | None = None
    respects_no: bool | None = None
    tone: Said | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """One published result of a regime and how strong it is (R-234).

    `evidence` is gerandomiseerd, registervergelijking, enquete, eigen_verklaring or verwachting; `value` stands as printed.
    """

    metric: Said
    value: str
    evidence: str
    source: str
    note: Said | None = None


@dataclass(frozen=True, slots=True)
class Guidance:
    """How people are guided under one part of a regime; contacts are per year, a caseload is that of one full-time position.

    None is "not stated"; an empty tuple is "there are none" where `states(name)`, and not stated elsewhere. No silent default.
    """

    part: str
    source: str
    initiator: str | None = None
    contacts_least: int | None = None
    contacts_most: int | None = None
    frequency_by: str | None = None
    goals_by: str | None = None
    channels: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    caseload_least: int | None = None
    caseload_most: int | None = None
    one_worker: bool | None = None
    worker_role: Said | None = None
    instruments: tuple[str, ...] = ()
    conversation: Said | None = None
    contact_note: Said | None = None
    duties: tuple[Duty, ...] = ()
    enforced: Said | None = None
    measures: bool | None = None
    measures_used: Said | None = None
    ladder: Ladder | None = None
    activities: tuple[str, ...] = ()
    activity_hours_most: int | None = None
    activity_follow_up_months: int | None = None
    plan_required: bool | None = None
    plan_signed: bool | None = None
    plan_working_days: int | None = None
    goals: tuple[Said, ...] = ()
    targets: tuple[Said, ...] = ()
    target_effects: tuple[Said, ...] = ()
    aftercare: Said | None = None
    follow_up: Said | None = None
    review_months: int | None = None
    months: int | None = None
    data_sharing: Said | None = None
    budget: Said | None = None
    outlook: Said | None = None
    results: tuple[Result, ...] = ()
    needs_legal_room: tuple[str, ...] = ()
    stated: frozenset[str] = frozenset()

    def states(self, name: str) -> bool:
        """Whether a source says anything about a field, be it that there is none; raises UnknownName for no field."""
        if name not in self.__slots__:
            raise UnknownName(f"{name}: guidance has no such field.")
        return name in self.stated

    @property
    def content(self) -> tuple[object, ...]:
        """All that is asked and offered, without name and source: with the same content it is the same guidance."""
        return tuple(getattr(self, name) for name in self.__slots__[2:])


def guidance_of(regime: Regime, folder: Path | None = None) -> Guidance | None:
    """The guidance of the part of a regime that has one; None when nobody wrote it down.

    A town's own stand in the folder `begeleiding` of `folder`, before the shipped ones.
    """
    places = [_DATA] if folder is None else [folder.joinpath(OWN), _DATA]
    found: list[Path] = []
    for part in regime.uses:
        files = (place.joinpath(f"{part}.toml") for place in places)
        found += [file for file in files if file.is_file()][:1]
    if len(found) > 1:
        raise RegimeError(f"{regime.id} has two protocols of guidance: {', '.join(file.stem for file in found)}. Keep one.")
    return read_guidance(found[0]) if found else None


def read_guidance(path: Path) -> Guidance:
    """The guidance in a file; raises InputError, with the file and the key, for what cannot be meant."""
    file = path.name if path.parent == _DATA else str(path)
    raw = _load(path, file)
    for key in raw.keys() - _KEYS:
        raise UnknownName(f"{key}: this key is not known here. Known are: {', '.join(sorted(_KEYS))}.", file=file)
    if raw.get("deel") != path.stem:
        raise InputError(f"deel: {path.stem!r} was expected, as the file is called; found {raw.get('deel')!r}.", file=file)
    return Guidance(
        part=path.stem, source=_text(raw, "bron", file), initiator=_option(raw, "initiatief", INITIATORS, file),
        contacts_least=_count(raw, "contacten_minstens", file), contacts_most=_count(raw, "contacten_hoogstens", file),
        frequency_by=_option(raw, "frequentie_door", DECIDERS, file),
        goals_by=_option(raw, "doelen_door", DECIDERS, file) if "doelen_door" in raw else None,
        channels=_texts(raw, "kanalen", file),
        caseload_least=_count(raw, "caseload_minstens", file), caseload_most=_count(raw, "caseload_hoogstens", file),
        one_worker=_truth(raw, "vaste_klantmanager", file), instruments=_texts(raw, "instrumenten", file),
        duties=tuple(Duty(one, None) for one in _texts(raw, "plichten", file)),
        enforced=Said(*[_text(raw, "handhaving", file)] * 2) if "handhaving" in raw else None,
    )  # fmt: skip


def _load(path: Path, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError("There is no such file. Check the path.", file=file) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"This is not a TOML file: {error}. Compare the line with its neighbours.", file=file) from error


def _text(raw: dict[str, Any], key: str, file: str) -> str:
    found = raw.get(key)
    if not isinstance(found, str) or not found.strip():
        raise InputError(f'{key}: a text was expected, such as {key} = "..."; found {found!r}.', file=file)
    return found.strip()


def _option(raw: dict[str, Any], key: str, options: tuple[str, ...], file: str) -> str:
    found = _text(raw, key, file)
    if found not in options:
        raise InputError(f"{key}: one of {', '.join(options)} was expected; found {found!r}.", file=file)
    return found


def _texts(raw: dict[str, Any], key: str, file: str) -> tuple[str, ...]:
    found = raw.get(key, [])
    if not isinstance(found, list) or not all(isinstance(each, str) and each.strip() for each in found):
        raise InputError(f'{key}: texts were expected, such as {key} = ["..."]; found {found!r}.', file=file)
    return tuple(found)


def _count(raw: dict[str, Any], key: str, file: str) -> int | None:
    found = raw.get(key)
    if found is not None and (type(found) is not int or found < 0):
        raise InputError(f"{key}: a whole number was expected, 0 or more; found {found!r}.", file=file)
    return found


def _truth(raw: dict[str, Any], key: str, file: str) -> bool | None:
    found = raw.get(key)
    if found is not None and not isinstance(found, bool):
        raise InputError(f"{key}: true or false was expected; found {found!r}.", file=file)
    return found


def guidance_of_part(part: str) -> Guidance | None:
    """The shipped guidance of a part; None when nobody wrote it down."""
    path = _DATA.joinpath(f"{part}.toml")
    return read_guidance(path) if path.is_file() else None
