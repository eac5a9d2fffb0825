# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What who runs the server works with: settings, first accounts, the check of the trail, the list of parts, container files."""

from __future__ import annotations

import importlib.util
import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.web.doors import Doors
from werkzaam.core.errors import InputError, LedgerError, NotAllowed

ROOT = Path(__file__).parents[2]


def sbom() -> Any:
    """The script that makes the list of parts."""
    found = importlib.util.spec_from_file_location("sbom", ROOT / "requirements/sbom.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_every_setting_is_in_the_reference_and_no_other() -> None:
    """What environment.py asks for, beside docs/reference/web-settings.md."""
    code = (ROOT / "src/werkzaam/web/environment.py").read_text("utf-8")
    audiences = [
        f"WERKZAAM_OIDC_{one}_{part}"
        for one in ("BURGER", "BEDRIJF", "MEDEWERKER")
        for part in ("ISSUER", "CLIENT", "SECRET", "ACR")
    ]
    asked = set(re.findall(r'"(WERKZAAM_[A-Z_]+)"', code)) | set(audiences)
    told = set(re.findall(r"`(WERKZAAM_[A-Z_]+)`", (ROOT / "docs/reference/web-settings.md").read_text("utf-8")))
    assert {one.removesuffix("_FILE") for one in told} == {one.removesuffix("_FILE") for one in asked}


def test_a_ledger_is_looked_at_once_by_a_process_and_anew_after_it_failed(doors: Doors) -> None:
    """Looking takes PostgreSQL a third of a second: with each new thread everybody would wait for it."""
    from werkzaam.store.database import open_database
    from werkzaam.store.errors import Unsafe
    from werkzaam.web.site import Site, site

    served = Site(site().environment)
    assert served.ledger.value("SELECT 1") == 1
    with open_database(served.environment.ledger) as other:
        name = other.value("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name LIMIT 1")
        text = other.value("SELECT sql FROM sqlite_master WHERE name = ?", (name,))
        other.execute(f"DROP TRIGGER {name}")
        try:
            in_a_thread = ThreadPoolExecutor(1)
            assert in_a_thread.submit(lambda: served.ledger.value("SELECT 2")).result() == 2, "looked at before"
            in_a_thread.submit(served.let_go).result()
            served.distrust()
            with pytest.raises(Unsafe, match=str(name)):
                served.ledger  # noqa: B018 - asking for it looks.
        finally:
            other.execute(str(text))
    assert served.ledger.value("SELECT 3") == 3, "what is mended is taken again"
    served.let_go()


def test_the_first_administrators_are_made_once(doors: Doors) -> None:
    from werkzaam.web.accounts.first import make_first
    from werkzaam.web.accounts.models import Account

    with pytest.raises(NotAllowed, match="accounts already"):
        make_first(["een", "twee"])
    Account.objects.all().delete()
    for names, said in ((["bo", "BO"], "Two different names"), (["bo", "a b"], "found 'a b'")):
        with pytest.raises(InputError, match=said):
            make_first(names)
    assert Account.objects.count() == 0
    made = dict(make_first(["een", "twee"]))
    for login, password in made.items():
        assert doors.as_().post("/inloggen", {"login": login, "password": password})["location"] == "/"
    assert {one.role for one in Account.objects.all()} == {"beheerder"}


def test_the_check_of_the_trail_says_its_length_or_where_it_is_broken(doors: Doors) -> None:
    from django.db import connection

    from werkzaam.web.accounts.first import check_trail

    doors.as_().post("/inloggen", {"login": "samira", "password": "voorbeeld"})
    assert re.fullmatch(r"The trail of the doors is whole: 3 rows, up to [0-9a-f]{64}\.", check_trail())
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER accounts_event_no_delete")
        cursor.execute("DELETE FROM accounts_event WHERE number = 3")
    with pytest.raises(LedgerError, match="row 3 is not where the chain ended"):
        check_trail()


def test_the_list_of_parts_holds_every_package_of_the_locks(tmp_path: Path) -> None:
    """CycloneDX 1.6: each part once, with its address and the hashes of its lock; the same bytes each time."""
    made = sbom()
    made.main([str(tmp_path / "one.json")])
    made.main([str(tmp_path / "two.json")])
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    found = json.loads((tmp_path / "one.json").read_text())
    assert (found["bomFormat"], found["specVersion"]) == ("CycloneDX", "1.6")
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", found["serialNumber"])
    text = "".join((ROOT / "requirements" / name).read_text("utf-8") for name in made.LOCKS)
    names = {one.lower().replace("_", "-") for one in re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==", text, re.MULTILINE)}
    assert [one["name"] for one in found["components"]] == sorted(names)
    assert all(re.fullmatch(r"pkg:pypi/[a-z0-9.-]+@[^@]+", one["purl"]) and one["properties"] for one in found["components"])
    assert set(found["dependencies"][0]["dependsOn"]) == {one["bom-ref"] for one in found["components"]}


def test_locks_that_disagree_or_have_no_hash_make_no_list() -> None:
    made, good = sbom(), f"one==1.0 \\\n    --hash=sha256:{'a' * 64}\n"
    with pytest.raises(ValueError, match="one has no hash"):
        made.bill("1", {"a.txt": "one==1.0\n"})
    with pytest.raises(ValueError, match=r"one 2\.0; another lock has 1\.0"):
        made.bill("1", {"a.txt": good, "b.txt": good.replace("1.0", "2.0")})


def test_no_file_for_node_names_where_packages_come_from() -> None:
    """A lock holds what is installed and its hash, and no address of a registry."""
    lock = json.loads((ROOT / "requirements/oidc/package-lock.json").read_text("utf-8"))
    parts = {name: one for name, one in lock["packages"].items() if name}
    assert parts["node_modules/oidc-provider"]["version"].startswith("8.")
    assert all("resolved" not in one and one["integrity"].startswith("sha512-") for one in parts.values())


def test_the_container_is_told_only_what_the_server_knows() -> None:
    """Every variable of compose.yaml is a setting; the server is not reached but by a proxy, and runs as nobody of importance."""
    compose, made = ((ROOT / name).read_text("utf-8") for name in ("compose.yaml", "Containerfile"))
    told = (ROOT / "docs/reference/web-settings.md").read_text("utf-8")
    assert all(f"`{one}`" in told for one in re.findall(r"^\s+(WERKZAAM_[A-Z_]+):", compose, re.MULTILINE))
    assert '"127.0.0.1:8000:8000"' in compose
    assert re.search(r"^USER 10001$", made, re.MULTILINE)
    locks = re.search(r"install\.sh \.venv (.*)$", made, re.MULTILINE)
    assert locks is not None
    assert set(locks[1].split()) == set(sbom().LOCKS)
