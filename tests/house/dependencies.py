# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The licence of every locked package, as its own metadata states it: `python -m tests.house.dependencies`.

What we ship with must be free to combine with EUPL-1.2 and to pass on; tools that only check the code may be any free licence.
The peers of `make bench` live in an environment of their own, are never shipped and are not judged here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution

from tests.house.tree import ROOT

SHIPPED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSD", "CC0-1.0", "EUPL-1.2", "HPND", "ISC", "LLVM-exception", "MIT",
    "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0", "PSF", "Unlicense", "Zlib",
}  # fmt: skip
TOOLS = SHIPPED | {
    "Artistic-1.0-Perl", "LGPL-2.1-or-later", "LGPL-3.0-or-later", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later",
}  # fmt: skip
SETS = {
    "uv": SHIPPED,
    "runtime": SHIPPED,
    "cluster": SHIPPED,
    "letters": SHIPPED,
    "lottery": SHIPPED,
    "store": SHIPPED | {"LGPL-3.0-only"},
    "evaluation": SHIPPED,
    "web": SHIPPED,
    "dev": TOOLS,
}
# Older metadata names a licence in words.
WORDS = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Artistic License": "Artistic-1.0-Perl",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD",
    "GNU General Public License (GPL)": "GPL-2.0-or-later",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "MIT License": "MIT",
    "GNU General Public License v3 (GPLv3)": "GPL-3.0-only",
    "any-OSI": "MIT",  # APSW: whichever licence of the Open Source Initiative one likes.
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF",
}
IN_A_FILE = {"axe-playwright-python": "MIT"}
"""Whose metadata says nothing, and whose own LICENSE file does."""


def locked(name: str) -> list[str]:
    """The packages of one lock."""
    return re.findall(r"^([a-z0-9-]+)==", (ROOT / f"requirements/{name}.txt").read_text(), re.MULTILINE)


def licence(package: Distribution) -> str:
    """An SPDX expression: the stated one, else from the classifiers, else a short licence field, else empty."""
    stated = package.metadata.get("License-Expression")
    if stated:
        return stated
    classifiers = [
        line.split(" :: ")[-1] for line in package.metadata.get_all("Classifier") or () if line.startswith("License ::")
    ]
    short = (package.metadata.get("License") or "").strip()
    words = classifiers or ([short] if short and len(short) < 60 else [])
    if not words and package.name in IN_A_FILE:
        return IN_A_FILE[package.name]
    return " AND ".join(WORDS.get(word, word) for word in words)


def allowed(expression: str, licences: set[str]) -> bool:
    """Whether every part of an expression is allowed; of `A OR B` one is enough."""
    if not expression:
        return False
    plain = expression.replace("(", " ").replace(")", " ")
    parts = [re.split(r" AND | WITH ", choice) for choice in plain.split(" OR ")]
    return any(all(part.strip() in licences for part in choice) for choice in parts)


def judged() -> Iterator[tuple[str, str, str, bool]]:
    """Each locked package once: set, package with version, licence, and whether it is allowed."""
    for name, licences in SETS.items():
        for package in locked(name):
            found = distribution(package)
            yield name, f"{package} {found.version}", licence(found), allowed(licence(found), licences)


def main() -> int:
    """Print what is not allowed, or how many packages are fine."""
    rows = list(judged())
    for name, package, stated, _ in (row for row in rows if not row[3]):
        print(f"{name}: {package} is under {stated or 'no stated licence'}; allow it in {__file__} with a reason, or replace it.")
    refused = sum(not fine for *_, fine in rows)
    print(f"Licences: {len(rows)} locked packages, {refused} not allowed.")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
