# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every form that the site shows, found by going to every page, and what somebody of ill will would put in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

BSN = "111222333"
"""Passes the eleven test, and is of nobody."""
SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
TEXTS = (
    SCRIPT,
    "'; DROP TABLE accounts_account; -- \" OR 1=1",
    "{{ 7|add:7 }}{% csrf_token %}\r\nSet-Cookie: a=b",
    "\x00\ufffe",
    "=HYPERLINK(1)" + "x" * 20_000,
    "-1",
    "1e999",
    "٣٤-٠٢-2019",
    "2019-02-30",
    "\u202e999999999999999999999999999999,99",
    BSN,
)
"""What is typed into a field."""
MORE = {"role": "beheerder", "person": "1004", "household": "103", "municipality": "anders", "is_active": "1", "id": "1"}
"""Fields that no form of ours asks for."""


@dataclass
class Form:
    """A form of a page: where it is sent, and its fields with what stands in them."""

    action: str
    post: bool
    fields: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)


class Reader(HTMLParser):
    """Reads the forms of a page, and keeps whatever a strict policy of content would stop."""

    def __init__(self, path: str, text: str) -> None:
        super().__init__()
        self.path, self.forms, self.unsafe = path, list[Form](), list[str]()
        self._open: Form | None = None
        self._select = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One tag."""
        found = {name: value or "" for name, value in attrs}
        self._look(tag, found)
        if tag == "form":
            action = found.get("action", "")
            self._open = Form(action if action.startswith("/") else self.path, found.get("method", "get").lower() == "post")
            self.forms.append(self._open)
        elif self._open is not None:
            self._field(tag, found)

    def handle_endtag(self, tag: str) -> None:
        """The end of one."""
        if tag == "form":
            self._open = None

    def _field(self, tag: str, found: dict[str, str]) -> None:
        assert self._open is not None
        name = found.get("name", "")
        if tag == "option" and self._select and (not self._open.fields[self._select] or "selected" in found):
            self._open.fields[self._select] = found.get("value", "")
        if not name:
            return
        if tag == "select":
            self._select, self._open.fields[name] = name, ""
        elif tag == "input" and found.get("type") == "file":
            self._open.files.append(name)
        elif tag in {"input", "textarea", "button"} and (found.get("type") not in {"radio", "checkbox"} or "checked" in found):
            self._open.fields[name] = found.get("value", "")
        elif tag == "input":
            self._open.fields.setdefault(name, found.get("value", ""))
        if found.get("type") == "hidden":
            self._open.hidden.add(name)

    def _look(self, tag: str, found: dict[str, str]) -> None:
        on = [name for name in found if name.startswith("on") or name == "style"]
        address = next((found[name] for name in ("href", "src", "action") if name in found), "")
        if on or (tag == "script" and "src" not in found) or tag in {"style", "iframe", "object", "base"}:
            self.unsafe.append(f"{self.path}: <{tag} {' '.join(found)}>")
        elif address.lower().startswith(("javascript:", "data:")) or (tag in {"script", "link", "img"} and "//" in address):
            self.unsafe.append(f"{self.path}: <{tag} {address}>")


def fillings(form: Form) -> Iterator[dict[str, str]]:
    """What is sent with a form: each text in all fields at once, then a few in one field at a time."""
    open_fields = [name for name in form.fields if name not in form.hidden and name != "csrfmiddlewaretoken"]
    for text in TEXTS:
        yield {**MORE, **form.fields, **dict.fromkeys(open_fields, text)}
    for name in open_fields if len(open_fields) > 1 else ():
        for text in (SCRIPT,):
            yield {**form.fields, name: text}
    for name in form.hidden - {"csrfmiddlewaretoken"}:
        yield {**form.fields, name: SCRIPT}
        yield {**form.fields, name: "1"}


def files() -> Iterator[tuple[str, bytes]]:
    """What is sent as a file: nothing, another kind, another encoding, too much, a bomb, and a name that is a path."""
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("wages.csv", b"0" * 20_000_000)
    yield "leeg.csv", b""
    yield "loon.csv", "persoon;maand;bedrag\n1001;2019-04;412,50\n".encode("utf-16")
    yield "loon.csv", bytes(range(256)) * 40
    yield "loon.csv", b"=cmd|' /C calc'!A0;" * 1_000
    yield "loon.csv", b"1001;2019-04;412,50\n" * 200_000
    yield "loon.csv", bomb.getvalue()
    yield "../../../etc/passwd", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
