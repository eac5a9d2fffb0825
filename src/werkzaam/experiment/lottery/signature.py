# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a beacon's round was really signed by the chain: BLS on curve BLS12-381, signatures in G1 (protocol, section 6).

Needs py_ecc (werkzaam[lottery]); takes about three seconds. Source: RFC 9380 for hashing to the curve, drand scheme
`bls-unchained-g1-rfc9380`.
"""

from __future__ import annotations

import hashlib
import sys

from werkzaam.experiment.lottery.beacon import Chain

# py_ecc raises the recursion limit of the whole process, for slower modules than these; a server must keep it.
_LIMIT = sys.getrecursionlimit()
try:
    from py_ecc.bls.hash_to_curve import hash_to_G1
    from py_ecc.bls.point_compression import compress_G1, decompress_G1, decompress_G2
    from py_ecc.bls.typing import G1Compressed, G2Compressed
    from py_ecc.optimized_bls12_381.optimized_curve import G2, curve_order, is_inf, multiply
    from py_ecc.optimized_bls12_381.optimized_pairing import pairing
finally:
    sys.setrecursionlimit(_LIMIT)

_SUITE = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_"
SIGNATURE_BYTES = 48


def holds(chain: Chain, number: int, signature: bytes) -> bool:
    """Whether the signature is the chain's for the round with that number; False also for bytes that are no point at all."""
    if len(signature) != SIGNATURE_BYTES:
        return False
    key = bytes.fromhex(chain.public_key)
    try:
        point = decompress_G1(G1Compressed(int.from_bytes(signature, "big")))
    except ValueError:
        return False
    # One round has one signature in one spelling, or somebody could choose among several randomnesses.
    if is_inf(point) or not is_inf(multiply(point, curve_order)) or compress_G1(point) != int.from_bytes(signature, "big"):
        return False
    public = decompress_G2(G2Compressed((int.from_bytes(key[:48], "big"), int.from_bytes(key[48:], "big"))))
    message = hash_to_G1(hashlib.sha256(number.to_bytes(8, "big")).digest(), _SUITE, hashlib.sha256)  # type: ignore[arg-type]
    return bool(pairing(G2, point) == pairing(public, message))
