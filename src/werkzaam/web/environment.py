# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the server is told by its environment, read once and refused where it is unsafe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from werkzaam.core.errors import InputError

SHORTEST_SECRET = 50
"""Characters of a secret key; shorter ones can be guessed."""
SHORTEST_TOKEN = 32
AUDIENCES = ("burger", "bedrijf", "medewerker")
"""Who signs in by a broker of their own: residents and who represents them, employers, and who works for the town."""
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})


@dataclass(frozen=True, slots=True)
class Broker:
    """An OpenID provider that one audience signs in by, and the levels (`acr`) that are enough."""

    issuer: str
    client: str
    secret: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Environment:
    """Where the ledger, the accounts and the town are, and under which names the server is reached.

    `demo`: accounts with printed passwords and invented people; never beside real ones. `shift`: seconds that the demo's clock is
    behind the real one.
    """

    demo: bool
    ledger: str
    accounts: str
    town: Path
    secret: str
    hosts: tuple[str, ...]
    shift: int = 0
    secure: bool = True
    """Whether pages go over TLS only; a demo on loopback may do without."""
    old_secrets: tuple[str, ...] = ()
    """Keys of before, whose sessions and links of forms still count; handles of before do not."""
    log_level: str = "INFO"
    metrics_token: str = ""
    brokers: Mapping[str, Broker] = field(default_factory=dict)
    """By audience."""


def read_environment(given: Mapping[str, str]) -> Environment:
    """The environment out of `WERKZAAM_...`; raises InputError naming what is missing, wrong or unsafe.

    `WERKZAAM_MODE` is `production` unless it says `demo`; docs/reference/web-settings.md lists all of them.
    """
    demo = _one_of(given, "WERKZAAM_MODE", ("production", "demo"), "production") == "demo"
    ledger = _needed(given, "WERKZAAM_DATABASE", "sqlite:///FILE or postgresql://...")
    secret = _secret(given, "WERKZAAM_SECRET_KEY")
    old = given.get("WERKZAAM_OLD_SECRET_KEY") or given.get("WERKZAAM_OLD_SECRET_KEY_FILE")
    found = Environment(
        demo=demo, ledger=ledger, accounts=given.get("WERKZAAM_ACCOUNTS") or _beside(ledger),
        town=Path(_needed(given, "WERKZAAM_TOWN", "the file of the town")), secret=secret,
        hosts=tuple(_needed(given, "WERKZAAM_HOSTS", "the names of the server, with commas").split(",")),
        shift=_whole(given, "WERKZAAM_CLOCK_SHIFT"), secure=not demo,
        old_secrets=(_secret(given, "WERKZAAM_OLD_SECRET_KEY"),) if old else (),
        log_level=_one_of(given, "WERKZAAM_LOG_LEVEL", LEVELS, "WARNING" if demo else "INFO"),
        metrics_token=_from_file_or_here(given, "WERKZAAM_METRICS_TOKEN"),
        brokers={audience: broker for audience in AUDIENCES if (broker := _broker(given, audience)) is not None},
    )  # fmt: skip
    if not demo:
        _refuse_unsafe(found)
    return found


def _refuse_unsafe(found: Environment) -> None:
    """Raises InputError for what must never stand before real people."""
    if found.shift:
        raise InputError("WERKZAAM_CLOCK_SHIFT belongs to a demo: before real people the clock is the clock. Leave it out.")
    if "*" in found.hosts or any(name.startswith(".") for name in found.hosts):
        raise InputError("WERKZAAM_HOSTS: the names by which this server is reached were expected; found '*' or one that begins "
                         "with a dot, which is every name below it. Write each name out.")  # fmt: skip
    for name, url in (("WERKZAAM_DATABASE", found.ledger), ("WERKZAAM_ACCOUNTS", found.accounts)):
        if not url.startswith(("postgresql://", "postgres://")):
            raise InputError(f"{name}: a server for real people keeps its ledger and its accounts in PostgreSQL; found another "
                             "database. To try it out with invented people, use WERKZAAM_MODE=demo.")  # fmt: skip
    if not found.town.is_file():
        raise InputError(f"WERKZAAM_TOWN: the file of the town was expected; found nothing at {found.town}.")
    if found.log_level == "DEBUG":
        raise InputError("WERKZAAM_LOG_LEVEL=DEBUG belongs to a demo: it writes down more than before real people is right.")
    if found.metrics_token and len(found.metrics_token) < SHORTEST_TOKEN:
        raise InputError(f"WERKZAAM_METRICS_TOKEN: a random text of at least {SHORTEST_TOKEN} characters was expected; found "
                         f"{len(found.metrics_token)}. Leave it out to have no metrics.")  # fmt: skip
    for audience, broker in found.brokers.items():
        if urlsplit(broker.issuer).scheme != "https":
            raise InputError(f"WERKZAAM_OIDC_{audience.upper()}_ISSUER: an address that begins with https:// was expected; found "
                             f"{urlsplit(broker.issuer).scheme or 'none'}.")  # fmt: skip


def _broker(given: Mapping[str, str], audience: str) -> Broker | None:
    """The provider of an audience: all of its settings or none; raises InputError for a part of them."""
    names = [f"WERKZAAM_OIDC_{audience.upper()}_{part}" for part in ("ISSUER", "CLIENT", "SECRET", "ACR")]
    issuer, client, secret, levels = (_from_file_or_here(given, name) for name in names)
    if not any((issuer, client, secret, levels)):
        return None
    missing = [name for name, value in zip(names, (issuer, client, secret, levels), strict=True) if not value]
    if missing:
        raise InputError(f"{', '.join(missing)}: missing. Signing in by a broker needs all of {', '.join(names)}; ACR names the "
                         "levels that are enough, with commas.")  # fmt: skip
    if urlsplit(issuer).scheme != "https" and urlsplit(issuer).hostname not in LOOPBACK:
        raise InputError(
            f"{names[0]}: an address that begins with https:// was expected; found {urlsplit(issuer).scheme or 'none'}."
        )
    return Broker(issuer.rstrip("/"), client, secret, tuple(one.strip() for one in levels.split(",") if one.strip()))


def _secret(given: Mapping[str, str], name: str) -> str:
    found = _from_file_or_here(given, name)
    if len(found) < SHORTEST_SECRET or len(set(found)) < 10:
        raise InputError(
            f"{name} (or {name}_FILE): a random text of at least {SHORTEST_SECRET} characters was "
            f"expected; found {len(found)}. Make one: python -c 'import secrets; print(secrets.token_urlsafe(64))'."
        )
    return found


def _from_file_or_here(given: Mapping[str, str], name: str) -> str:
    """A value from the file that `NAME_FILE` names, else from `NAME`; raises InputError for a file that cannot be read."""
    path = given.get(f"{name}_FILE")
    if not path:
        return given.get(name, "").strip()
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{name}_FILE: a file with the value was expected at {path}; it cannot be read.") from error


def _needed(given: Mapping[str, str], name: str, what: str) -> str:
    found = given.get(name, "").strip()
    if not found:
        raise InputError(f"{name} is missing: {what}. Set it in the environment of the server, or try `werkzaam serve --demo`.")
    return found


def _one_of(given: Mapping[str, str], name: str, options: tuple[str, ...], usual: str) -> str:
    found = given.get(name, usual)
    if found not in options:
        raise InputError(f"{name}: {' or '.join(options)} was expected; found {found!r}.")
    return found


def _whole(given: Mapping[str, str], name: str) -> int:
    found = given.get(name, "0")
    try:
        return int(found)
    except ValueError as error:
        raise InputError(f"{name}: a whole number of seconds was expected; found {found!r}.") from error


def _beside(ledger: str) -> str:
    """The database of accounts and sessions: the same server, or a file beside the ledger's."""
    return f"{ledger}.accounts" if ledger.startswith("sqlite:///") else ledger
