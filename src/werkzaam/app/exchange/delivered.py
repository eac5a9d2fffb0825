# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A delivered file as bytes: bounded, counted and digested while it is read, and never a zip or another kind in disguise."""

from __future__ import annotations

import hashlib
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

from werkzaam.core.errors import InputError

Source: TypeAlias = Path | bytes
"""A file, or what stood in one."""
IN_MEMORY = "delivered"
"""What bytes without a file are called in messages."""
CHUNK = 1 << 16
LONGEST_LINE = 1 << 16
"""Bytes; a wage takes a few hundred."""
_KINDS = {
    b"PK\x03\x04": "a packed file or a workbook",
    b"\x1f\x8b": "a packed file",
    b"\xd0\xcf\x11\xe0": "an old workbook",
    b"%PDF": "a PDF",
    b"\xff\xfe": "text in UTF-16",
    b"\xfe\xff": "text in UTF-16",
}


class Stream:
    """The bytes of one reading of a file; `digest` is that of what was read so far."""

    def __init__(self, handle: BinaryIO, name: str, most: int) -> None:
        self.name, self._handle, self._most = name, handle, most
        self._read, self._hash = 0, hashlib.sha256()

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes read so far, in hexadecimal."""
        return self._hash.hexdigest()

    def read(self, size: int = CHUNK) -> bytes:
        """The next bytes; nothing at the end."""
        return self._seen(self._handle.read(size))

    def line(self) -> bytes:
        """The next line with its end; nothing at the end of the file. Refuses a line that no row can be."""
        found = self._seen(self._handle.readline(LONGEST_LINE + 1))
        if len(found) > LONGEST_LINE:
            raise InputError(f"has a line of more than {LONGEST_LINE} bytes; a row on every line was expected. Check how it was "
                             "made.", file=self.name)  # fmt: skip
        return found

    def _seen(self, found: bytes) -> bytes:
        self._read += len(found)
        if self._read > self._most:
            raise too_large(self.name, self._most)
        self._hash.update(found)
        return found


def name_of(source: Source) -> str:
    """What the file is called in messages: never its folder."""
    if isinstance(source, bytes):
        return IN_MEMORY
    return "".join(one if one.isprintable() else "?" for one in source.name)


def too_large(name: str, most: int) -> InputError:
    """The refusal of a file that is larger than anything we know of."""
    return InputError(f"is larger than {most >> 20} MiB, and nothing of that kind is. Deliver it in parts.", file=name)


@contextmanager
def opened(source: Source, most: int) -> Iterator[Stream]:
    """The file for one reading; refuses what is no file, what is too large and what is another kind, before reading on."""
    name = name_of(source)
    try:
        with io.BytesIO(source) if isinstance(source, bytes) else _file(source, name, most) as handle:
            _check_kind(handle, name)
            yield Stream(handle, name, most)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}. Check the path.", file=name) from error


def _file(path: Path, name: str, most: int) -> BinaryIO:
    """The opened file, if it is one: a pipe or a device may have no end."""
    if not path.is_file():
        raise InputError("is not a file. Check the path.", file=name)
    handle = path.open("rb")
    found = os.fstat(handle.fileno())
    if not stat.S_ISREG(found.st_mode) or found.st_size > most:
        handle.close()
        raise too_large(name, most)
    return handle


def _check_kind(handle: BinaryIO, name: str) -> None:
    """Refuse by the first bytes what cannot be text in UTF-8."""
    first = handle.read(4)
    handle.seek(0)
    if not first:
        raise InputError("is empty. Deliver it again.", file=name)
    for begin, what in _KINDS.items():
        if first.startswith(begin):
            raise InputError(f"is {what}; plain text in UTF-8 was expected. Save it as such, unpacked.", file=name)
