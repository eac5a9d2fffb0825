# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who gets in where, as one file that people read: matrix.toml.

`python -m tests.web.matrix` writes it anew from what the views declare; the difference is for a reviewer to agree with.
test_matrix.py compares what the site does with the file, and not with the declarations.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("matrix.toml")
CLIENT = "client-"
"""How the name of a page about somebody begins at the address for others than that person; both are one row."""
HEAD = """# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
#
# Who gets in where: for each route its methods, and each role that may come in. Behind a role stands how it must be related to
# whom the page is about: self, reads or acts (by a mandate), caseload, town; [] on a page that is about nobody. A route for
# everybody, also without an account, says so. Made by `python -m tests.web.matrix`; every change is one to agree with.
"""


@dataclass(frozen=True)
class Route:
    """One address of the site: its name, the view behind it, and the names of what varies in it."""

    name: str
    view: Any
    arguments: tuple[str, ...]

    @property
    def row(self) -> str:
        """The row of the file that it belongs to."""
        return self.name.removeprefix(CLIENT) if "subject" in self.arguments else self.name


def routes() -> list[Route]:
    """Every address that the site answers at."""
    from django.urls import get_resolver

    return list(_below(get_resolver().url_patterns, ""))


def _below(patterns: Any, prefix: str) -> Iterator[Route]:
    from django.urls import URLResolver

    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _below(one.url_patterns, f"{prefix}{one.namespace}:" if one.namespace else prefix)
        else:
            yield Route(f"{prefix}{one.name or one.pattern}", one.callback, tuple(one.pattern.regex.groupindex))


def declared() -> dict[str, dict[str, Any]]:
    """The rows as the views declare them; raises AssertionError for a view without a door."""
    found: dict[str, dict[str, Any]] = {}
    for route in routes():
        made = getattr(route.view, "door", None)
        assert made is not None, f"{route.name}: this view says not who may come in. Put it behind door() or open_door()."
        row: dict[str, Any] = {"methods": list(made.methods)}
        if made.who is None:
            row["everybody"] = True
        else:
            row |= {role.value: sorted(one.value for one in allowed) for role, allowed in made.who.items()}
        assert found.setdefault(route.row, row) == row, f"{route.row}: two addresses of one name let in others."
    return found


def expected() -> dict[str, dict[str, Any]]:
    """The rows of the file."""
    return tomllib.loads(FILE.read_text("utf-8"))


def write(rows: dict[str, dict[str, Any]]) -> None:
    """Write the file."""
    lines = [HEAD]
    for name, row in sorted(rows.items()):
        lines.append(f'["{name}"]')
        lines += [f"{key} = {_toml(value)}" for key, value in row.items()]
        lines.append("")
    FILE.write_text("\n".join(lines), "utf-8")


def _toml(value: Any) -> str:
    if value is True:
        return "true"
    return "[" + ", ".join(f'"{one}"' for one in value) + "]"


def main() -> None:
    """Write the file anew from the doors."""
    from tempfile import TemporaryDirectory

    from tests.web.doors import environment_of

    with TemporaryDirectory() as folder:
        os.environ.update(environment_of(Path(folder)))
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "werkzaam.web.settings")
        import django

        django.setup()
        write(declared())


if __name__ == "__main__":
    main()
