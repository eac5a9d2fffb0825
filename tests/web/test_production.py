# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A server for real people: what it refuses to start with, and how it stands when it does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.databases import Cluster
from tests.web.doors import SECRET
from tests.web.in_production import environment_of
from werkzaam.app.example_town import TOWN_FILE
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.web.environment import read_environment

ROOT = Path(__file__).parents[2]
GOOD = environment_of("postgresql://somebody@db/werkzaam", str(TOWN_FILE), SECRET)
BROKER = {
    "WERKZAAM_OIDC_BURGER_ISSUER": "https://broker.example", "WERKZAAM_OIDC_BURGER_CLIENT": "werkzaam",
    "WERKZAAM_OIDC_BURGER_SECRET": "s", "WERKZAAM_OIDC_BURGER_ACR": "urn:a, urn:b",
}  # fmt: skip


def with_nothing_of_ours(given: dict[str, str]) -> dict[str, str]:
    """The environment of a process that is told this and nothing else about the application."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("WERKZAAM_", "DJANGO_"))} | given


def test_a_good_environment_is_taken() -> None:
    found = read_environment({**GOOD, **BROKER})
    assert (found.demo, found.secure, found.accounts) == (False, True, found.ledger)
    assert found.brokers["burger"].levels == ("urn:a", "urn:b")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"WERKZAAM_CLOCK_SHIFT": "5"}, "WERKZAAM_CLOCK_SHIFT belongs to a demo"),
        ({"WERKZAAM_CLOCK_SHIFT": "vijf"}, "a whole number of seconds was expected; found 'vijf'"),
        ({"WERKZAAM_HOSTS": "*"}, "WERKZAAM_HOSTS"),
        ({"WERKZAAM_HOSTS": ".example"}, "every name below it"),
        ({"WERKZAAM_HOSTS": " "}, "WERKZAAM_HOSTS is missing"),
        ({"WERKZAAM_DATABASE": "sqlite:////tmp/ledger.db"}, "WERKZAAM_DATABASE: a server for real people"),
        ({"WERKZAAM_ACCOUNTS": "sqlite:////tmp/accounts.db"}, "WERKZAAM_ACCOUNTS: a server for real people"),
        ({"WERKZAAM_DATABASE": ""}, "WERKZAAM_DATABASE is missing"),
        ({"WERKZAAM_TOWN": "/nowhere/town.toml"}, "found nothing at /nowhere/town.toml"),
        ({"WERKZAAM_SECRET_KEY": ""}, "at least 50 characters was expected; found 0"),
        ({"WERKZAAM_SECRET_KEY": "a" * 60}, "a random text"),
        ({"WERKZAAM_SECRET_KEY_FILE": "/nowhere/key"}, "WERKZAAM_SECRET_KEY_FILE: a file"),
        ({"WERKZAAM_OLD_SECRET_KEY": "short"}, "WERKZAAM_OLD_SECRET_KEY"),
        ({"WERKZAAM_MODE": "develop"}, "production or demo was expected; found 'develop'"),
        ({"WERKZAAM_LOG_LEVEL": "DEBUG"}, "belongs to a demo"),
        ({"WERKZAAM_LOG_LEVEL": "loud"}, "found 'loud'"),
        ({"WERKZAAM_METRICS_TOKEN": "short"}, "at least 32 characters"),
        ({**BROKER, "WERKZAAM_OIDC_BURGER_ISSUER": "http://broker.example"}, "https:// was expected; found http"),
        ({**BROKER, "WERKZAAM_OIDC_BURGER_ISSUER": "http://localhost:9"}, "https:// was expected; found http"),
        ({**BROKER, "WERKZAAM_OIDC_BURGER_ACR": ""}, "WERKZAAM_OIDC_BURGER_ACR: missing"),
        ({"WERKZAAM_OIDC_BEDRIJF_CLIENT": "werkzaam"}, "WERKZAAM_OIDC_BEDRIJF_ISSUER, WERKZAAM_OIDC_BEDRIJF_SECRET"),
    ],
)  # fmt: skip
def test_an_unsafe_environment_is_refused_with_what_to_do(changed: dict[str, str], said: str) -> None:
    """Each rule, by the message that names the variable; a secret is in none of them."""
    with pytest.raises(InputError, match="WERKZAAM_") as raised:
        read_environment({**GOOD, **changed})
    assert said in str(raised.value)
    assert SECRET not in str(raised.value)


def test_a_refused_environment_stops_the_server_with_a_sentence(tmp_path: Path) -> None:
    """No traceback, and nothing is made."""
    given = with_nothing_of_ours({**GOOD, "WERKZAAM_DATABASE": f"sqlite:///{tmp_path}/ledger.db"})
    done = subprocess.run(
        [sys.executable, "-m", "werkzaam.cli.main", "serve"], env=given, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert "WERKZAAM_DATABASE: a server for real people" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_secrets_come_from_files(tmp_path: Path) -> None:
    for name, value in (("key", SECRET), ("old", SECRET[::-1]), ("token", "t" * 40), ("broker", "from a file")):
        (tmp_path / name).write_text(f"{value}\n")
    given = {
        key: value for key, value in {**GOOD, **BROKER}.items() if key not in {"WERKZAAM_SECRET_KEY", "WERKZAAM_METRICS_TOKEN"}
    }
    files = {"SECRET_KEY": "key", "OLD_SECRET_KEY": "old", "METRICS_TOKEN": "token", "OIDC_BURGER_SECRET": "broker"}
    found = read_environment({**given, **{f"WERKZAAM_{name}_FILE": str(tmp_path / file) for name, file in files.items()}})
    assert (found.secret, found.old_secrets, found.metrics_token) == (SECRET, (SECRET[::-1],), "t" * 40)
    assert found.brokers["burger"].secret == "from a file"


def test_accounts_with_printed_passwords_never_stand_before_real_people(doors: object, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.web.test_sign_in import before_real_people
    from werkzaam.web.accounts.demo import make_demo_accounts

    before_real_people(monkeypatch)
    with pytest.raises(NotAllowed, match="for a demo only"):
        make_demo_accounts()


def test_djangos_own_check_for_production_finds_nothing_and_loads_little() -> None:
    """`check --deploy`, with every warning a failure.

    No door needs scipy or numba to open: they cost every process that serves more than a second.
    """
    script = (
        "import sys; from django.core.management import execute_from_command_line as run; "
        "run(['check', 'check', '--deploy', '--fail-level', 'WARNING']); import werkzaam.web.urls; "
        "print({'numba', 'scipy', 'pyarrow', 'matplotlib', 'pandas'} & sys.modules.keys() or 'light')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=with_nothing_of_ours(GOOD), capture_output=True, text=True, check=False, timeout=120
    )
    assert (done.returncode, "no issues" in done.stdout) == (0, True), done.stderr
    assert done.stdout.splitlines()[-1] == "light"


def test_a_server_for_real_people_on_postgresql(cluster: Cluster) -> None:
    """Tables made once, cookies that only travel safely, a second step for staff, a chain that cannot be changed, no demo."""
    with cluster.database(schema=True) as url:
        done = subprocess.run(
            [sys.executable, "-m", "tests.web.in_production"], env=with_nothing_of_ours({**GOOD, "WERKZAAM_DATABASE": url}),
            capture_output=True, text=True, check=False, timeout=120, cwd=ROOT,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["plain"] == [301, "https://werkzaam.example/inloggen"]
    assert found["headers"]["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert found["cookies"]["__Host-session"] == {"path": "/", "samesite": "Lax", "secure": True, "httponly": True}
    csrf = found["cookies"]["__Host-csrf"]
    assert (csrf["path"], csrf["samesite"], csrf["secure"], csrf["httponly"]) == ("/", "Lax", True, True)
    assert (found["signed"], found["next"]) == (302, [302, "/inloggen/tweede-stap"])
    assert found["demo_accounts"] == 0
    assert found["refused"] == ["what happened at the doors is never changed or taken away"] * 3
    assert (found["breaks"], found["events"]) == ([], 3)
    assert found["metrics"][:3] == [404, 404, 200]
    assert 'werkzaam_requests_total{method="POST",route="sign-in",status="302"} 1.0' in found["metrics"][3]
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert {"sign-in", "account", "metrics"} <= {line.get("route") for line in lines}
    assert all({"time", "level", "logger", "event", "request"} <= line.keys() for line in lines)
