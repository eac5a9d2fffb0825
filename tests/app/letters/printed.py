# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in a PDF: its pages, its text, its tags and its fonts, as another program reads them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

AMOUNT = re.compile(r"−?\d{1,3}(?:[.,]\d{3})*[.,]\d{2}(?!\d)")


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    return len(PdfReader(BytesIO(pdf)).pages)


def text_of(pdf: bytes) -> str:
    """All text on one line, with ordinary spaces."""
    reader = PdfReader(BytesIO(pdf))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).replace("\N{NO-BREAK SPACE}", " ").split())


def amounts_in(text: str) -> Counter[str]:
    """Every amount of euros and cents, and how often it stands there."""
    return Counter(AMOUNT.findall(text))


def catalogue(pdf: bytes) -> dict[str, Any]:
    """The root of the file: its language, marks and structure."""
    root = PdfReader(BytesIO(pdf)).trailer["/Root"].get_object()
    assert isinstance(root, DictionaryObject)
    return root


def tags(pdf: bytes) -> Iterator[str]:
    """The structure of the file in reading order: `Document`, `H1`, `P`, `Table`, `TH`, ..."""
    yield from _below(catalogue(pdf)["/StructTreeRoot"].get_object())


def _below(node: Any) -> Iterator[str]:
    if "/S" in node:
        yield str(node["/S"]).removeprefix("/")
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        below = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(below, DictionaryObject):
            yield from _below(below)


def fonts(pdf: bytes) -> dict[str, bool]:
    """The fonts of the first page, and whether each is inside the file."""
    found = {}
    for font in PdfReader(BytesIO(pdf)).pages[0]["/Resources"]["/Font"].values():
        (descendant,) = font.get_object()["/DescendantFonts"]
        descriptor = descendant.get_object()["/FontDescriptor"]
        found[str(descriptor["/FontName"]).rpartition("+")[2]] = bool({"/FontFile2", "/FontFile3"} & set(descriptor))
    return found
