# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What may be committed: no name of a package registry, no path of somebody's machine, nothing huge, locks with hashes."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.house.tree import ROOT, files, texts

# Spelled in halves, so that this file does not name them either.
REGISTRIES = tuple(
    first + second
    for first, second in [
        ("pypi", ".org"), ("pythonhosted", ".org"), ("registry.np", "mjs"), ("npmjs", ".com"), ("deb.deb", "ian"),
        ("proxy.gol", "ang"), ("crates", ".io"), ("conda.ana", "conda"), ("repo.mav", "en"),
        ("/opt/py", "pi"), ("/opt/whe", "els"),
    ]
)  # fmt: skip
MACHINE_PATH = re.compile(r"(?<![\w.~/-])/(?:work|tmp|root|home|Users)/[\w.]")
LOCKS = ("uv", "runtime", "cluster", "letters", "lottery", "store", "evaluation", "web", "dev", "bench")
MOST_BYTES = 2_000_000


def registries_named(text: str) -> list[str]:
    """The package registries that a text names."""
    return [host for host in REGISTRIES if host in text.lower()]


def test_no_file_names_a_package_registry() -> None:
    found = {path: registries_named(text) for path, text in texts().items() if registries_named(text)}
    assert not found


def test_no_file_names_a_path_of_one_machine() -> None:
    lines = ((path, at, line) for path, text in texts().items() for at, line in enumerate(text.splitlines(), 1))
    found = [f"{path}:{at}" for path, at, line in lines if MACHINE_PATH.search(line)]
    assert not found


def test_no_file_is_huge() -> None:
    sizes = {path: (ROOT / path).stat().st_size for path in files()}
    assert not {path: size for path, size in sizes.items() if size > MOST_BYTES}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_one_version_and_hashes(lock: str) -> None:
    entries = (ROOT / f"requirements/{lock}.txt").read_text().replace("\\\n", " ").splitlines()
    loose = [entry[:40] for entry in entries if not re.match(r"[a-z0-9-]+==\S+ +--hash=sha256:[0-9a-f]{64}", entry)]
    assert not loose


@pytest.mark.parametrize("lock", LOCKS)
def test_every_wanted_package_is_locked(lock: str) -> None:
    wanted = re.findall(r"^[a-z][\w-]*", (ROOT / f"requirements/{lock}.in").read_text(), re.MULTILINE)
    locked = re.findall(r"^([a-z0-9-]+)==", (ROOT / f"requirements/{lock}.txt").read_text(), re.MULTILINE)
    assert not set(wanted) - set(locked), "Run `make lock`."


@pytest.mark.parametrize(
    ("lock", "extra", "along"),
    [
        ("runtime", "batch", []),
        ("cluster", "cluster", ["werkzaam[batch]"]),
        ("letters", "letters", []),
        ("lottery", "lottery", []),
        ("store", "store", []),
        ("web", "web", []),
        ("evaluation", "evaluation", []),
    ],
)
def test_a_set_that_is_shipped_is_an_extra_of_the_package(lock: str, extra: str, along: list[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = re.findall(r"^[a-z][\w\[\]-]*", (ROOT / f"requirements/{lock}.in").read_text(), re.MULTILINE)
    assert project["optional-dependencies"][extra] == wanted + along
    assert project["dependencies"] == []


def test_the_checks_see_registries_and_machine_paths() -> None:
    assert registries_named("see https://files.python" + "hosted.org/x") == ["pythonhosted" + ".org"]
    assert MACHINE_PATH.search("read /wo" + "rk/shared")
    assert MACHINE_PATH.search("'/tm" + "p/x'")
    assert not MACHINE_PATH.search("https://example.org/wo" + "rk/x, ../wo" + "rk/x, at home/work")
