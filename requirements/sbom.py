# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The list of parts of a release as CycloneDX 1.6, from the locks, without a network: python requirements/sbom.py [FILE].

Each package of the locks that a server is installed from is a component with its version and the hashes of its files. The same
locks give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import uuid
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LOCKS = ("runtime.txt", "evaluation.txt", "letters.txt", "lottery.txt", "store.txt", "web.txt")
"""What `make serve` installs."""
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def locked(text: str) -> dict[str, tuple[str, list[str]]]:
    """The packages of a lock: version and hashes by name."""
    found: dict[str, tuple[str, list[str]]] = {}
    name = ""
    for line in text.splitlines():
        pin = _PIN.match(line)
        if pin:
            name = pin[1].lower().replace("_", "-")
            found[name] = (pin[2], [])
        if name:
            found[name][1].extend(_HASH.findall(line))
    return found


def bill(version: str, locks: dict[str, str]) -> dict[str, Any]:
    """The list of parts of a version; raises ValueError when two locks disagree, or a package has no hash."""
    parts: dict[str, tuple[str, list[str]]] = {}
    for file, text in locks.items():
        for name, (found, hashes) in locked(text).items():
            if not hashes:
                raise ValueError(f"{file}: {name} has no hash. Make the lock anew with `make lock`.")
            if parts.setdefault(name, (found, hashes))[0] != found:
                raise ValueError(
                    f"{file}: {name} {found}; another lock has {parts[name][0]}. Make the locks anew with `make lock`."
                )
    own = f"pkg:generic/werkzaam@{version}"
    body = {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"component": {
            "type": "application", "bom-ref": own, "name": "werkzaam", "version": version, "purl": own,
            "licenses": [{"license": {"id": "EUPL-1.2"}}],
        }},
        "components": [_component(name, *parts[name]) for name in sorted(parts)],
        "dependencies": [{"ref": own, "dependsOn": [_purl(name, parts[name][0]) for name in sorted(parts)]}],
    }  # fmt: skip
    digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).digest()
    return {**body, "serialNumber": f"urn:uuid:{uuid.UUID(bytes=digest[:16], version=4)}"}


def _purl(name: str, version: str) -> str:
    return f"pkg:pypi/{name}@{version}"


def _component(name: str, version: str, hashes: list[str]) -> dict[str, Any]:
    """One package; the locks name a hash for each file of it, and the installer took the one that fits the machine."""
    return {
        "type": "library", "bom-ref": _purl(name, version), "name": name, "version": version, "purl": _purl(name, version),
        "properties": [{"name": "werkzaam:sha256", "value": one} for one in sorted(hashes)],
    }  # fmt: skip


def main(arguments: list[str]) -> None:
    """Write the list to a file, or to the screen."""
    text = (HERE.parent / "src/werkzaam/__init__.py").read_text("utf-8")
    version = re.search(r'__version__ = "([^"]+)"', text)
    assert version is not None
    made = json.dumps(bill(version[1], {name: (HERE / name).read_text("utf-8") for name in LOCKS}), indent=1) + "\n"
    if arguments:
        Path(arguments[0]).write_text(made, "utf-8")
    else:
        sys.stdout.write(made)


if __name__ == "__main__":
    main(sys.argv[1:])
