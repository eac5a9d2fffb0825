# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Regime files become regimes; beside it only the lists of codes (words, control) are read from files in this room."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Literal

from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.money import parse_euro, parse_percent
from werkzaam.core.months import Month, Span
from werkzaam.regime.guidance_fields import KEYS
from werkzaam.regime.guidance_file import guidance_in
from werkzaam.regime.model import CHOICES, Choice, Kind, Value, choice_of, closest
from werkzaam.regime.regime import ALWAYS, Chosen, Regime, common_span, compose
from werkzaam.regime.values import check_value

_Soort = Literal["deel", "gemeente"]
_DATA = Path(__file__).with_name("data")
_TEXTS = ("id", "gemeente", "naam", "name", "omschrijving", "description")
_HEADS = {
    "deel": {*_TEXTS, "soort", "bron", "land", "vanaf", "tot", *KEYS},
    "gemeente": {*_TEXTS, "soort", "uses", "land", "vanaf", "tot"},
}
_SECTIONS = {path.split(".")[0] for path in CHOICES}
_STATEMENT = {"waarde", "vanaf", "tot", "bron", "aanname", "waarom", "why"}
_BAND = {"vanaf", "aandeel"}
_LAND = re.compile("[A-Z]{2}")


def read_regime(id_or_path: str | Path) -> Regime:
    """The town regime with its parts; parts are looked up beside its file and among the shipped ones."""
    path = _locate(id_or_path, "gemeente")
    document, name = _load(path, "gemeente")
    uses = document.get("uses")
    if not isinstance(uses, list) or not uses or not all(isinstance(part, str) for part in uses):
        raise InputError('The parts are missing; write for instance uses = ["earn_full_settlement"].', file=name)
    if len(set(uses)) < len(uses):
        raise InputError(f"A part is named twice in uses: {', '.join(sorted(uses))}. Name each once.", file=name)
    if "vanaf" not in document:
        raise InputError('The first month is missing; write for instance vanaf = "2026-01".', file=name)
    town = Regime(kind="gemeente", span=_span(document, ALWAYS, name), file=name, **_head(document, name))
    return compose(town, [_read_part(_by_id(part, "deel", path.parent, name)) for part in uses])


def read_part(id_or_path: str | Path) -> Regime:
    """One part on its own: a regime that states only what its file says."""
    return _read_part(_locate(id_or_path, "deel"))


def regime_ids() -> tuple[str, ...]:
    """The town regimes that ship."""
    return _ids("gemeente")


def part_ids() -> tuple[str, ...]:
    """The parts that ship."""
    return _ids("deel")


def _read_part(path: Path) -> Regime:
    document, name = _load(path, "deel")
    span, part = _span(document, ALWAYS, name), str(document.get("id"))
    source = _text(document, "bron", name)
    stated = []
    for choice, raw in _fields(document, name):
        for statement in _statements(choice, raw):
            where = f"{name}, {choice.path}"
            _refuse_unknown(statement, _STATEMENT, where)
            value = value_of(choice, statement.get("waarde"), where)
            check_value(choice, value, name)
            dates = _span(statement, span, where)
            assumed, waarom, why = _assumption(statement, where)
            own = _optional(statement, "bron", where) or ("" if assumed else source)
            stated.append(Chosen(choice.path, value, own, assumed, why, part, dates, name, waarom))
    guidance = guidance_in(document, part, source, name)
    return Regime(kind="deel", span=span, file=name, stated=tuple(stated), guidance=guidance, **_head(document, name))


def _locate(id_or_path: str | Path, kind: _Soort) -> Path:
    """The file of a shipped id, or of a path (a Path, or text that ends in .toml)."""
    if not isinstance(id_or_path, Path) and not id_or_path.endswith(".toml"):
        return _by_id(id_or_path, kind, _DATA)
    path = Path(id_or_path)
    if not path.is_file():
        raise InputError("There is no such file. Check the path, or use the id of a shipped regime.", file=str(path))
    return path


def _by_id(ident: str, kind: _Soort, beside: Path, file: str | None = None) -> Path:
    """The file called after the id, in the folder of the town's file or among the shipped ones."""
    own: Iterable[Path] = () if beside == _DATA else beside.glob("*.toml")
    found = {path.resolve() for path in (*_shipped(), *own) if path.stem == ident}
    if not found:
        what = "regime" if kind == "gemeente" else "part of a regime"
        raise UnknownName(f"No {what} is called {ident!r}. {closest(ident, _ids(kind))}", file=file)
    if len(found) > 1:
        raise InputError(f"{ident} is both shipped and in {beside}. Give the own file another id and name.", file=file)
    return found.pop()


def _load(path: Path, kind: _Soort) -> tuple[dict[str, Any], str]:
    """The checked outline of a file and the name by which messages call it."""
    name = path.name if path.resolve().parent == _DATA.resolve() else str(path)
    try:
        # A bare 12.5 stays text, so that no amount ever is a float.
        document = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=str)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"This is not a TOML file: {error}.", file=name) from error
    found = document.get("soort")
    if found not in _HEADS:
        raise InputError(f'soort must be "deel" or "gemeente"; found {found!r}.', file=name)
    if found != kind:
        use = "A part is named in the uses of a town regime." if found == "deel" else "A town regime is not a part."
        raise InputError(f'A file with soort = "{kind}" was expected; this one has soort = "{found}". {use}', file=name)
    if document.get("id") != path.stem:
        raise InputError(f"The id is {document.get('id')!r}; it must be the file name, {path.stem!r}.", file=name)
    if kind == "gemeente" and (own := _SECTIONS & document.keys()):
        raise InputError(f"A town only composes parts; move [{min(own)}] to a part and name that in uses.", file=name)
    _refuse_unknown(document, _HEADS[kind] | (_SECTIONS if kind == "deel" else set()), name)
    return document, name


def _head(document: Mapping[str, Any], name: str) -> dict[str, Any]:
    texts = {key: _text(document, key, name) for key in _TEXTS}
    land = document.get("land", "NL")
    if not isinstance(land, str) or not _LAND.fullmatch(land):
        raise InputError(f'land must be a country in two capitals, such as "NL" or "DE"; found {land!r}.', file=name)
    return {
        "land": land,
        "id": texts["id"], "municipality": texts["gemeente"], "name_nl": texts["naam"], "name_en": texts["name"],
        "description_nl": texts["omschrijving"], "description_en": texts["description"],
    }  # fmt: skip


def _fields(document: Mapping[str, Any], name: str) -> Iterator[tuple[Choice, Any]]:
    for section in sorted(_SECTIONS & document.keys()):
        if not isinstance(document[section], dict):
            raise InputError(f"{section} must be a table: write [{section}] and its fields under it.", file=name)
        for field, raw in document[section].items():
            yield choice_of(f"{section}.{field}", file=name), raw


def _statements(choice: Choice, raw: object) -> list[dict[str, Any]]:
    """A plain value, one table with `waarde`, or an array of such tables, each as a table."""
    if isinstance(raw, list) and raw and all(isinstance(item, dict) for item in raw):
        plain = choice.kind is Kind.BANDS and not any("waarde" in item for item in raw)
        return [{"waarde": raw}] if plain else raw
    return [raw if isinstance(raw, dict) else {"waarde": raw}]


def value_of(choice: Choice, raw: object, where: str) -> Value:
    """The value of a choice as its kind, from what TOML has; raises InputError for one that cannot be read as meant."""
    kind = choice.kind
    try:
        if kind is Kind.TRUTH and isinstance(raw, bool):
            return raw
        if kind is Kind.PERCENT and _is_number(raw):
            return _percent(raw)
        if kind is Kind.EURO and _is_number(raw):
            return parse_euro(str(raw))
        if kind is Kind.COUNT and type(raw) is int:
            return raw
        if kind is Kind.OPTION and isinstance(raw, str):
            return raw
        if kind is Kind.MONTHS and isinstance(raw, list) and all(type(number) is int for number in raw):
            return tuple(raw)
        if kind is Kind.BANDS and isinstance(raw, list) and all(isinstance(item, dict) for item in raw):
            return tuple(_band(item, where) for item in raw)
    except InputError as error:
        raise error if error.file else InputError(str(error), file=where) from error
    wanted = {Kind.TRUTH: "true or false", Kind.PERCENT: "a percentage such as 50 or 12.5",
              Kind.EURO: "an amount such as 200 or 199.50", Kind.COUNT: "a whole number such as 6, without quotes",
              Kind.OPTION: "one of " + ", ".join(choice.options), Kind.MONTHS: "two month numbers such as [6, 12]",
              Kind.BANDS: 'a list of bands such as [{ vanaf = "0.00", aandeel = 100 }]'}[kind]  # fmt: skip
    found = "nothing (waarde is missing)" if raw is None else repr(raw)
    raise InputError(f"{wanted} was expected; found {found}.", file=where)


def _band(item: Mapping[str, Any], where: str) -> tuple[int, Fraction]:
    """One band: the amount at which it begins, and its share."""
    _refuse_unknown(item, _BAND, where)
    first, part = item.get("vanaf"), item.get("aandeel")
    if not _is_number(first) or not _is_number(part):
        raise InputError(f'A band has vanaf and aandeel, such as {{ vanaf = "100.00", aandeel = 20 }}; found {dict(item)!r}.')
    return parse_euro(str(first)), _percent(part)


def _is_number(raw: object) -> bool:
    """Whether this is a whole number, or text that may hold one; a truth value is neither."""
    return isinstance(raw, (int, str)) and not isinstance(raw, bool)


def _percent(raw: object) -> Fraction:
    return Fraction(raw, 100) if isinstance(raw, int) else parse_percent(str(raw))


def _span(table: Mapping[str, Any], within: Span, where: str) -> Span:
    """The months from `vanaf` to `tot`; a date left out is that of what the table stands in."""
    first, last = _optional(table, "vanaf", where), _optional(table, "tot", where)
    try:
        span = Span(Month.parse(first) if first else within.first, Month.parse(last) if last else within.last)
    except InputError as error:
        raise InputError(str(error), file=where) from error
    if common_span(span, within) != span:
        raise InputError(f"The dates {span} reach outside those of the file, {within}.", file=where)
    return span


def _assumption(statement: Mapping[str, Any], where: str) -> tuple[bool, str, str]:
    assumed = statement.get("aanname", False)
    if not isinstance(assumed, bool):
        raise InputError(f"aanname must be true or false; found {assumed!r}.", file=where)
    if not assumed and ("waarom" in statement or "why" in statement):
        raise InputError("A reason belongs to an assumption; add aanname = true, or leave it out.", file=where)
    return (True, _text(statement, "waarom", where), _text(statement, "why", where)) if assumed else (False, "", "")


def _text(table: Mapping[str, Any], key: str, where: str) -> str:
    found = _optional(table, key, where)
    if not found:
        raise InputError(f'{key} is missing; write {key} = "..." with a text.', file=where)
    return found


def _optional(table: Mapping[str, Any], key: str, where: str) -> str | None:
    found = table.get(key)
    if found is not None and (not isinstance(found, str) or not found.strip()):
        raise InputError(f"{key} must be a text between quotes; found {found!r}.", file=where)
    return found


def _refuse_unknown(table: Mapping[str, Any], known: set[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise UnknownName(f"No field is called {key!r} here. {closest(key, known)}", file=where)


@cache
def _shipped() -> tuple[Path, ...]:
    return tuple(sorted(_DATA.glob("*.toml")))


@cache
def _ids(kind: _Soort) -> tuple[str, ...]:
    documents = (tomllib.loads(path.read_text(encoding="utf-8")) for path in _shipped())
    return tuple(str(document["id"]) for document in documents if document["soort"] == kind)
