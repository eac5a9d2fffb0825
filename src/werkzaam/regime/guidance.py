# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How people are guided under a regime, as data: who takes the first step, how often, who decides, what is asked and enforced.

A protocol belongs to a part of a regime and stands in a file of the part's name. It describes; nothing computes from it. What a
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
class Protocol:
    """The guidance of one part; contacts are per year, a caseload is that of one klantmanager."""

    part: str
    source: str
    initiator: str
    contacts_least: int | None
    contacts_most: int | None
    frequency_by: str
    goals_by: str | None
    channels: tuple[str, ...]
    caseload_least: int | None
    caseload_most: int | None
    one_worker: bool | None
    instruments: tuple[str, ...]
    duties: tuple[str, ...]
    enforced: str | None

    @property
    def content(self) -> tuple[object, ...]:
        """All that is asked and offered, without name and source: protocols with the same content are the same guidance."""
        return tuple(getattr(self, name) for name in self.__slots__[2:])


def protocol_of(regime: Regime, folder: Path | None = None) -> Protocol | None:
    """The protocol of the part of a regime that has one; None when nobody wrote it down.

    A town's own stand in the folder `begeleiding` of `folder`, before the shipped ones.
    """
    places = [_DATA] if folder is None else [folder.joinpath(OWN), _DATA]
    found: list[Path] = []
    for part in regime.uses:
        files = (place.joinpath(f"{part}.toml") for place in places)
        found += [file for file in files if file.is_file()][:1]
    if len(found) > 1:
        raise RegimeError(f"{regime.id} has two protocols of guidance: {', '.join(file.stem for file in found)}. Keep one.")
    return read_protocol(found[0]) if found else None


def read_protocol(path: Path) -> Protocol:
    """One protocol; raises InputError, with the file and the key, for what cannot be meant."""
    file = path.name if path.parent == _DATA else str(path)
    raw = _load(path, file)
    for key in raw.keys() - _KEYS:
        raise UnknownName(f"{key}: this key is not known here. Known are: {', '.join(sorted(_KEYS))}.", file=file)
    if raw.get("deel") != path.stem:
        raise InputError(f"deel: {path.stem!r} was expected, as the file is called; found {raw.get('deel')!r}.", file=file)
    return Protocol(
        part=path.stem, source=_text(raw, "bron", file), initiator=_option(raw, "initiatief", INITIATORS, file),
        contacts_least=_count(raw, "contacten_minstens", file), contacts_most=_count(raw, "contacten_hoogstens", file),
        frequency_by=_option(raw, "frequentie_door", DECIDERS, file),
        goals_by=_option(raw, "doelen_door", DECIDERS, file) if "doelen_door" in raw else None,
        channels=_texts(raw, "kanalen", file),
        caseload_least=_count(raw, "caseload_minstens", file), caseload_most=_count(raw, "caseload_hoogstens", file),
        one_worker=_truth(raw, "vaste_klantmanager", file), instruments=_texts(raw, "instrumenten", file),
        duties=_texts(raw, "plichten", file), enforced=_text(raw, "handhaving", file) if "handhaving" in raw else None,
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
