# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The docs are about this version: every command stands in them, and every link leads somewhere."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from tests.house.tree import ROOT, texts
from werkzaam.cli.main import build_parser

PAGE = ROOT / "docs/reference/cli.md"
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def commands(parser: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, list[str]]]:
    """Every command with its long options: `werkzaam explain` with `--month`, `--lang`, `--json`."""
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    options = [max(action.option_strings, key=len) for action in parser._actions if action.option_strings]
    yield name, [option for option in options if option != "--help"]
    for action in below:
        for word, child in action.choices.items():
            yield from commands(child, f"{name} {word}")


def links(text: str) -> list[str]:
    """The relative targets in a page, without what stands in code."""
    targets = _LINK.findall(_CODE.sub("", text))
    return [target.split("#")[0] for target in targets if not re.match(r"[a-z]+:|#", target)]


def test_every_command_and_option_stands_in_the_reference() -> None:
    page = PAGE.read_text()
    missing = [name for name, _ in commands(build_parser(), "werkzaam") if name not in page]
    missing += [
        f"{name} {option}" for name, options in commands(build_parser(), "werkzaam") for option in options if option not in page
    ]
    assert not missing, f"Run `make docs`; not in {PAGE.name}: {missing}"


def test_every_relative_link_leads_somewhere() -> None:
    pages = {path: text for path, text in texts().items() if path.endswith(".md")}
    broken = [
        f"{path} -> {target}"
        for path, text in pages.items()
        for target in links(text)
        if not (ROOT / PurePosixPath(path).parent / target).exists()
    ]
    assert not broken


def test_every_page_stands_in_the_index_of_the_docs() -> None:
    index = {path for path in texts() if path.startswith("docs/") and path.endswith(".md")} - {"docs/README.md"}
    listed = {f"docs/{target}" for target in links(texts()["docs/README.md"])}
    assert {path for path in index if not path.startswith("docs/decisions/")} - listed == set()


def test_the_checks_read_commands_and_links() -> None:
    parser = argparse.ArgumentParser()
    child = parser.add_subparsers().add_parser("explain")
    child.add_argument("-m", "--month")
    assert list(commands(parser, "w")) == [("w", []), ("w explain", ["--month"])]
    assert links("[a](b.md#c) `[x](y.md)` ![p](i/p.png) [w](https://example.org) [h](#here)\n```\n[z](z.md)\n```") == [
        "b.md",
        "i/p.png",
    ]
