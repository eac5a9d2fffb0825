# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The one stylesheet of the pages, put together from what lies in `style/`; `python -m werkzaam.web.stylesheet` writes it anew.

`style/ams/` holds components of the Amsterdam Design System as they were published, `style/names.toml` which of our elements wear
them, and `style/*.css` our own tokens and what the design system has no component for. Pages load the result only.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

STYLE = Path(__file__).parent / "style"
WRITTEN = Path(__file__).parent / "static" / "pages.css"
OWN = ("page", "money", "forms", "parts", "staff", "print")
"""Our own sheets after the tokens and the components, in this order."""
NOTICE = """/* SPDX-FileCopyrightText: 2026 The Werkzaam authors; components: Gemeente Amsterdam, Amsterdam Design System 4.5.0
   SPDX-License-Identifier: EUPL-1.2
   Made by werkzaam.web.stylesheet out of web/style. Change it there. */
"""
_NAME = re.compile(r"\.(ams-[a-z0-9_-]+)")
_USED = re.compile(r"var\(\s*(--ams-[a-z0-9-]+)\s*(,?)")
_DEFINED = re.compile(r"(--ams-[a-z0-9-]+)\s*:")


def composed() -> str:
    """The stylesheet: a notice, our tokens, the components under our names, and our own rules, without what only fills space."""
    told = tomllib.loads((STYLE / "names.toml").read_text(encoding="utf-8"))
    ours = [(STYLE / f"{name}.css").read_text(encoding="utf-8") for name in ("tokens", *OWN)]
    worn = [as_worn((STYLE / "ams" / f"{name}.css").read_text(encoding="utf-8"), told["names"]) for name in told["order"]]
    return NOTICE + "\n".join(tight(sheet) for sheet in (ours[0], *worn, *ours[1:]) if sheet) + "\n"


def as_worn(sheet: str, names: Mapping[str, str]) -> str:
    """A sheet with its class names in ours; selectors with a name that we do not wear, or with `:invalid`, are left out."""
    return "".join(_worn(prelude, body, names) for prelude, body in blocks(sheet))


def _worn(prelude: str, body: str, names: Mapping[str, str]) -> str:
    if prelude.startswith("@"):
        inside = as_worn(body, names)
        return f"{prelude}{{{inside}}}" if inside else ""
    kept = [one for one in _selectors(prelude) if ":invalid" not in one and all(name in names for name in _NAME.findall(one))]
    selector = ",".join(_NAME.sub(lambda found: names[found[1]], one) for one in kept)
    return f"{selector}{{{body}}}" if kept else ""


def blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """The rules of a sheet: what stands before each brace, and what stands within; raises ValueError for an open brace."""
    at = 0
    while (opens := sheet.find("{", at)) >= 0:
        depth, end = 1, opens + 1
        while depth:
            if end >= len(sheet):
                raise ValueError(f"A brace is opened and not closed after {sheet[at:opens].strip()!r}.")
            depth += {"{": 1, "}": -1}.get(sheet[end], 0)
            end += 1
        yield sheet[at:opens].strip(), sheet[opens + 1 : end - 1]
        at = end


def _selectors(prelude: str) -> list[str]:
    """A list of selectors apart, at the commas outside brackets."""
    return re.split(r",(?![^(]*\))", prelude)


def tight(sheet: str) -> str:
    """A sheet without comments and without spaces that mean nothing."""
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    bare = re.sub(r"\s+", " ", bare)
    return re.sub(r" ?([{};,]) ?", r"\1", bare).replace(";}", "}").strip()


def tokens_used(sheet: str) -> set[str]:
    """The design tokens that a sheet cannot do without: those named without a value to fall back on."""
    return {name for name, comma in _USED.findall(sheet) if not comma}


def tokens_defined(sheet: str) -> set[str]:
    """The design tokens that a sheet gives a value."""
    return set(_DEFINED.findall(sheet))


if __name__ == "__main__":
    WRITTEN.write_text(composed(), encoding="utf-8")
    sys.stdout.write(f"{WRITTEN.name}: {len(WRITTEN.read_bytes())} bytes\n")
