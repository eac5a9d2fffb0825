# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What compiled loops are made of: columns by their address, and choices without jumps."""
# ruff: noqa: ARG001 - Numba calls these with arguments in fixed places.

from __future__ import annotations

from typing import Any

from numba.core import types
from numba.core.compiler import Compiler
from numba.extending import intrinsic


class Entry(Compiler):  # type: ignore[misc]
    """Numba's compiler for what Python calls, and nothing written in C does."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.state.flags.no_cfunc_wrapper = True


class Part(Entry):
    """For what only compiled code calls; told that no two columns overlap, and the kernel's caller sees to that.

    Without it LLVM reloads every column after every store and no loop is vectorised: five times slower.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.state.flags.no_cpython_wrapper = True
        self.state.flags.noalias = True


def _pointer(context: Any, builder: Any, signature: Any, args: Any) -> Any:
    address, row = args
    return builder.gep(builder.inttoptr(address, context.get_value_type(signature.return_type)), [row])


def _column_of(kind: Any) -> Any:
    """A function of an address and a row: the column of numbers of this kind that begins there, from that row on."""

    def at(typing_context: Any, address: Any, row: Any) -> Any:
        return types.CPointer(kind)(types.int64, types.int64), _pointer  # type: ignore[attr-defined]

    return intrinsic(at)


int8_at, int16_at, int32_at, int64_at = (_column_of(kind) for kind in (types.int8, types.int16, types.int32, types.int64))


def _select(context: Any, builder: Any, signature: Any, args: Any) -> Any:
    condition, then, otherwise = args
    return builder.select(context.cast(builder, condition, signature.args[0], types.boolean), then, otherwise)


def _lesser(context: Any, builder: Any, signature: Any, args: Any) -> Any:
    return builder.select(builder.icmp_signed("<", *args), *args)


def _greater(context: Any, builder: Any, signature: Any, args: Any) -> Any:
    return builder.select(builder.icmp_signed(">", *args), *args)


@intrinsic  # type: ignore[untyped-decorator]
def choose(typing_context: Any, condition: Any, then: Any, otherwise: Any) -> Any:
    """`then` where the condition holds; both sides are evaluated, so that the loop has no jump in it."""
    return types.int64(condition, types.int64, types.int64), _select


@intrinsic  # type: ignore[untyped-decorator]
def lesser(typing_context: Any, first: Any, second: Any) -> Any:
    """The smaller of two whole numbers."""
    return types.int64(types.int64, types.int64), _lesser


@intrinsic  # type: ignore[untyped-decorator]
def greater(typing_context: Any, first: Any, second: Any) -> Any:
    """The larger of two whole numbers."""
    return types.int64(types.int64, types.int64), _greater
