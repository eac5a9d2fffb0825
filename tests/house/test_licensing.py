# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every file says whose it is and under which licence, in the way of the REUSE specification 3.3.

The official tool is not among the locked packages: its current releases come without a wheel. Where it is at hand, `reuse lint`
says the same as this.
"""

from __future__ import annotations

import re
import tomllib

from tests.house.tree import ROOT, files, texts

_LICENCE = re.compile("SPDX-License" + r"-Identifier: ([\w.+-]+)")
_OWNER = re.compile("SPDX-File" + r"CopyrightText: \S+")
OWN_HEADER = (".py", ".sh", "Makefile", ".ci/run")


def header(text: str) -> str | None:
    """The licence that the first lines of a file state, if they also say whose it is."""
    top = "\n".join(text.splitlines()[:6])
    found = _LICENCE.search(top)
    return found[1] if found and _OWNER.search(top) else None


def glob(pattern: str) -> re.Pattern[str]:
    """A path pattern of REUSE.toml: `*` within a folder, `**` through folders."""
    parts = re.split(r"(\*\*|\*)", pattern)
    return re.compile("".join({"*": "[^/]*", "**": ".*"}.get(part, re.escape(part)) for part in parts))


def annotations() -> list[tuple[re.Pattern[str], str]]:
    """The patterns of REUSE.toml with their licence."""
    tables = tomllib.loads((ROOT / "REUSE.toml").read_text())["annotations"]
    return [(glob(path), table["SPDX-License-Identifier"]) for table in tables for path in table["path"]]


def licence_of(path: str) -> str | None:
    """The licence of a file, from its own header or from REUSE.toml."""
    own = header(texts().get(path, ""))
    return own or next((licence for pattern, licence in annotations() if pattern.fullmatch(path)), None)


def counted() -> list[str]:
    """The files that need a licence: all but the licence texts and REUSE.toml itself."""
    exempt = re.compile(r"LICENSE|LICENSES/.*|REUSE\.toml")
    return [path for path in files() if not exempt.fullmatch(path) and (ROOT / path).stat().st_size]


def test_every_source_file_has_its_own_header() -> None:
    bare = [path for path in counted() if path.endswith(OWN_HEADER) and not header(texts().get(path, ""))]
    assert not bare, f"Two SPDX lines belong at the top of {bare}"


def test_every_file_has_an_owner_and_a_licence() -> None:
    assert not [path for path in counted() if licence_of(path) is None]


def test_every_licence_used_is_here_and_every_licence_here_is_used() -> None:
    used = {licence_of(path) for path in counted()}
    assert used == {path.stem for path in (ROOT / "LICENSES").iterdir()}


def test_licence_is_the_text_in_licenses() -> None:
    assert (ROOT / "LICENSE").read_bytes() == (ROOT / "LICENSES/EUPL-1.2.txt").read_bytes()


def test_the_checks_read_headers_and_patterns() -> None:
    lines = "# SPDX-File" + "CopyrightText: 2026 A\n# SPDX-License" + "-Identifier: MIT\n"
    assert header(lines) == "MIT"
    assert header(lines.splitlines()[1]) is None
    assert header("\n" * 9 + lines) is None
    assert glob("docs/**/*.md").fullmatch("docs/a/b.md")
    assert not glob("docs/*.md").fullmatch("docs/a/b.md")
