# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of many households that are alike but for some columns: what is the same in all of them is worked out once.

The rows and the payload of their events are those of Writer.add; only the way to them is shorter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from json.encoder import encode_basestring_ascii
from typing import TypeAlias

from werkzaam.core.digest import digest
from werkzaam.core.errors import LedgerError
from werkzaam.ledger.event import EventKind
from werkzaam.store.database import Value
from werkzaam.store.writer import SPINE, Writer, told

Own: TypeAlias = "int | str"
Build: TypeAlias = "Callable[[int], Sequence[tuple[Own, ...]]]"
"""What differs in the row of each form, in order of `Form.own`, from the number of the event."""


@dataclass(frozen=True)
class Form:
    """One row of a table for each household: the columns that are the same in all, and the names of those of its own.

    What is of its own is never empty, so that each row has the same columns in its fingerprint.
    """

    table: str
    same: Mapping[str, Value]
    own: tuple[str, ...]

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """All columns, in the order in which `row` gives them."""
        return (*SPINE, *self.same, *self.own)

    @cached_property
    def told(self) -> str:
        """What the payload of an event says of a row, with `%s` where it is of its own: those of `places`, in their order."""
        whole = {name: value for name, value in self.same.items() if value is not None}
        both = {**dict.fromkeys((*SPINE, *self.own)), **whole}
        return f"{self.table} {{{','.join(self._part(name, whole) for name in sorted(both))}}}"

    def _part(self, name: str, whole: Mapping[str, Value]) -> str:
        """A column and its value, as JSON."""
        return told({name: whole[name]})[1:-1].replace("%", "%%") if name in whole else f'"{name}":%s'

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Where in (municipality, household, hseq, own...) the values of `told` stand."""
        given = (*SPINE, *self.own)
        return tuple(given.index(name) for name in sorted(given))


def add_alike(
    writer: Writer, kind: EventKind, forms: Sequence[Form], rows: Iterable[tuple[int, Build]], *, idem_key: str
) -> None:  # fmt: skip
    """The next event of many households, each with one row of every form; of who has none is told what Writer.add tells.

    As with `fresh` there, no event with this key can be there; should it be there all the same, the database refuses.
    """
    names = "+".join(sorted(form.table for form in forms))
    if len({form.table for form in forms}) < len(forms):
        raise LedgerError(f"One row of each table was expected; found {names}.")
    ready = [(form.told, form.places, (writer.municipality,), tuple(form.same.values()), writer.rows_of(form.table, form.columns))
             for form in forms]  # fmt: skip
    for household, build in rows:
        head = writer.head(household)
        spine = (household, head.hseq + 1 if head else 1)
        said, made = [], []
        for (text, places, town, same, _), own in zip(ready, build(spine[1]), strict=True):
            given = (*town, *spine, *own)
            quoted = [one if type(one) is int else encode_basestring_ascii(one) for one in given]  # type: ignore[arg-type]
            said.append(text % tuple([quoted[at] for at in places]))
            made.append((*town, *spine, *same, *own))
        writer.follow(household, kind, f"{names} {digest(*sorted(said))}", idem_key)
        for (*_, found), row in zip(ready, made, strict=True):
            found.append(row)
