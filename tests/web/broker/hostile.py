# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A broker that answers what a test tells it to: broken, of somebody else, or not to be read."""

from __future__ import annotations

import json
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

KEY, OTHER = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
LEVEL = "urn:level:substantial"


class Hostile:
    """What it answers at the place of tokens and of keys, and what it saw being asked."""

    def __init__(self, url: str) -> None:
        self.url, self.nonce, self.token, self.status = url, "", b"{}", 200
        self.keys = json.dumps({"keys": [public()]}).encode()

    def asked(self, location: str) -> str:
        """Where the site sent the browser is the way back with a code; it keeps the nonce."""
        query = parse_qs(urlsplit(location).query)
        self.nonce = query["nonce"][0]
        return f"{urlsplit(query['redirect_uri'][0]).path}?code=a-code&state={query['state'][0]}"

    def claims(self, **other: Any) -> dict[str, Any]:
        """What a good token says of Samira, with what a test changes; None leaves a claim out."""
        now = int(time.time())
        good = {"iss": self.url, "aud": "burger", "sub": "s-1", "exp": now + 300, "iat": now, "nonce": self.nonce, "acr": LEVEL}
        return {name: value for name, value in (good | other).items() if value is not None}

    def signed(self, key: Any = KEY, algorithm: str = "RS256", headers: dict[str, Any] | None = None, **claims: Any) -> str:
        """A token of these claims."""
        return jwt.encode(self.claims(**claims), key, algorithm, headers={"kid": "k1"} if headers is None else headers)

    def answers(self, token: object) -> None:
        """The answer that holds this token."""
        self.token = json.dumps({"id_token": token, "access_token": "a", "token_type": "Bearer"}).encode()


def public(kid: str | None = "k1") -> dict[str, Any]:
    """The key that it tells, with its name."""
    found: dict[str, Any] = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
    return found | ({"kid": kid} if kid else {}) | {"use": "sig", "alg": "RS256"}


def unsigned(claims: dict[str, Any]) -> str:
    """A token that says it needs no signature."""
    parts = ({"alg": "none", "kid": "k1"}, claims)
    return ".".join(urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts) + "."


@contextmanager
def hostile() -> Iterator[Hostile]:
    """It, running on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            described = {"issuer": made.url, "authorization_endpoint": f"{made.url}/auth", "token_endpoint": f"{made.url}/token",
                         "jwks_uri": f"{made.url}/keys"}  # fmt: skip
            self.say(made.keys if self.path == "/keys" else json.dumps(described).encode(), 200)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.say(made.token, made.status)

        def say(self, body: bytes, status: int) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made = Hostile(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
