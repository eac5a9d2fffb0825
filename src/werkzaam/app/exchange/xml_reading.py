# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""XML from others, piece by piece and on guard: no DOCTYPE, no entities, no other file, nothing deep, nothing endless.

The standard library's expat with our own limits (docs/decisions/0070-xml-from-others.md). What a document may not hold is refused
where it begins, before anything behind it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NoReturn, TypeAlias
from xml.parsers import expat

from werkzaam.app.exchange.delivered import Stream
from werkzaam.core.errors import InputError

DEEPEST = 100
LONGEST_TOKEN = 1 << 18
"""Bytes of one tag, comment or instruction; expat reads an unfinished one again and again."""
LONGEST_TEXT = 20_000
MOST_HELD = 50_000
"""Elements that are kept at one time: those of one record and what stands beside records."""
MOST_ATTRIBUTES = 20
MOST_NAMES = 1_000
"""Names of elements that are remembered; the schemas have fewer."""
NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
ENCODINGS = ("utf-8", "iso-8859-1", "us-ascii")
OtherRoot: TypeAlias = Callable[[str, str], str | None]
"""Why a document whose root has this namespace and name is not the one that was expected; None when it is."""


class Element:
    """One element: its name without the namespace of the document, what stands in it, and the line it begins on.

    `size` counts it and what is kept below it; a `leaf` had no element in it, kept or not. A plain class: a million of them are
    made for one statement of a town.
    """

    __slots__ = ("name", "line", "attributes", "text", "children", "size", "leaf")

    def __init__(self, name: str, line: int = 0, attributes: Mapping[str, str] = NO_ATTRIBUTES) -> None:
        self.name, self.line, self.attributes = name, line, attributes
        self.text, self.size, self.leaf = "", 1, True
        self.children: list[Element] = []

    def all(self, name: str) -> list[Element]:
        """The children with this name."""
        return [child for child in self.children if child.name == name]

    def one(self, *path: str) -> Element | None:
        """The first element on this path below; None when there is none."""
        found = self
        for name in path:
            for child in found.children:
                if child.name == name:
                    found = child
                    break
            else:
                return None
        return found

    def said(self, *path: str) -> str | None:
        """The text of the first element on this path; None when there is none or it is empty."""
        found = self.one(*path)
        return (found.text or None) if found is not None else None


@dataclass(frozen=True, slots=True)
class Record:
    """An element that was asked for, and the open ones it stands in, from the root: these hold what stood before it."""

    element: Element
    above: tuple[Element, ...]


def records(stream: Stream, names: frozenset[str], other_root: OtherRoot) -> Iterator[Record]:
    """The elements with these names, each when it ends and then forgotten; the root comes last, with what is left.

    Raises InputError, with the line, for anything that is not plain, well-formed XML within the limits.
    """
    begin = stream.read(4)
    if b"\0" in begin:
        raise InputError("is XML in another encoding than UTF-8 or ISO-8859-1. Save it as UTF-8.", file=stream.name)
    guard = _Guard(stream.name, names, other_root)
    fed = begin
    while fed:
        guard.feed(fed)
        yield from guard.taken()
        fed = stream.read()
    guard.end()
    yield from guard.taken()


class _Guard:
    """Builds elements from what expat tells, within the limits."""

    def __init__(self, file: str, names: frozenset[str], other_root: OtherRoot) -> None:
        self._file, self._names, self._other_root = file, names, other_root
        self._namespace: str | None = None
        self._known: dict[str, str] = {}
        self._open: list[Element] = []
        self._texts: list[str] = []
        self._length = self._held = self._fed = 0
        self._done: list[Record] = []
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._character_data
        self._parser.XmlDeclHandler = self._declared
        self._parser.StartDoctypeDeclHandler = lambda *_: self._refuse("a DOCTYPE")
        self._parser.EntityDeclHandler = lambda *_: self._refuse("an entity")
        self._parser.UnparsedEntityDeclHandler = lambda *_: self._refuse("an entity")
        self._parser.SkippedEntityHandler = lambda *_: self._refuse("an entity")
        self._parser.NotationDeclHandler = lambda *_: self._refuse("a notation")
        self._parser.ExternalEntityRefHandler = lambda *_: self._refuse("a reference to another file")
        self._parser.ProcessingInstructionHandler = lambda *_: self._refuse("a processing instruction")

    def feed(self, chunk: bytes) -> None:
        """Read on; the end of the document comes with `end`."""
        self._fed += len(chunk)
        self._parse(chunk, final=False)
        if self._fed - self._parser.CurrentByteIndex > LONGEST_TOKEN:
            self._refuse(f"one tag or comment of more than {LONGEST_TOKEN >> 10} KiB")

    def end(self) -> None:
        """Nothing more comes."""
        self._parse(b"", final=True)

    def taken(self) -> list[Record]:
        """The records that ended since the last time."""
        done, self._done = self._done, []
        return done

    def _parse(self, chunk: bytes, *, final: bool) -> None:
        try:
            self._parser.Parse(chunk, final)
        except expat.ExpatError as error:
            told = expat.ErrorString(error.code)
            raise InputError(f"is not well-formed XML: {told}, at character {error.offset + 1}. Was the file cut off or changed? "
                             "Deliver it again.", file=self._file, row=error.lineno) from None  # fmt: skip
        except (LookupError, ValueError):
            self._other_encoding("another one")

    def _refuse(self, what: str) -> NoReturn:
        raise InputError(f"holds {what}, which these files never do. Nothing was read behind it. Ask who made it.",
                         file=self._file, row=self._parser.CurrentLineNumber)  # fmt: skip

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ENCODINGS:
            self._other_encoding(encoding[:40])

    def _other_encoding(self, found: str) -> NoReturn:
        raise InputError(f"XML in UTF-8 or ISO-8859-1 was expected; it says {found}. Save it as UTF-8.", file=self._file, row=1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._texts:
            self._between()
        if self._open:
            self._open[-1].leaf = False
        known = self._known.get(name) or self._called(name)
        self._held += 1
        if self._held > MOST_HELD:
            self._refuse(f"more than {MOST_HELD} elements in one piece")
        if len(self._open) >= DEEPEST:
            self._refuse(f"elements more than {DEEPEST} deep")
        if len(attributes) > MOST_ATTRIBUTES:
            self._refuse(f"an element with more than {MOST_ATTRIBUTES} attributes")
        self._open.append(Element(known, self._parser.CurrentLineNumber, attributes or NO_ATTRIBUTES))

    def _called(self, name: str) -> str:
        """The name without the namespace of the document, which is that of its root."""
        namespace, _, local = name.rpartition("}")
        if not self._open:
            other = self._other_root(namespace, local)
            if other:
                raise InputError(other, file=self._file, row=self._parser.CurrentLineNumber)
            self._namespace = namespace
        called = local if namespace == self._namespace else f"{{{namespace}}}{local}"
        if len(self._known) < MOST_NAMES:
            self._known[name] = called
        return called

    def _character_data(self, text: str) -> None:
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            self._refuse(f"a text of more than {LONGEST_TEXT} characters")
        self._texts.append(text)

    def _between(self) -> None:
        """Between elements only white space may stand."""
        if "".join(self._texts).strip(" \t\r\n"):
            self._refuse("text between elements")
        self._texts, self._length = [], 0

    def _end(self, _name: str) -> None:
        element = self._open.pop()
        if self._texts:
            if element.leaf:
                element.text = "".join(self._texts).strip(" \t\r\n")
                self._texts, self._length = [], 0
            else:
                self._between()
        if element.name in self._names or not self._open:
            self._held -= element.size
            self._done.append(Record(element, tuple(self._open)))
        else:
            above = self._open[-1]
            above.children.append(element)
            above.size += element.size
