# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What compiled loops are made of: Numba told that arrays do not overlap, and choices without jumps."""
# ruff: noqa: ARG001 - Numba calls these with arguments in fixed places.

from __future__ import annotations

from typing import Any

from numba.core import types
from numba.core.compiler import Compiler
from numba.extending import intrinsic


class NoAlias(Compiler):  # type: ignore[misc]
    """Numba's compiler, told that no two array arguments overlap; the kernel's caller sees to that.

    Without it LLVM reloads every column after every store and no loop is vectorised: five times slower.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.state.flags.noalias = True


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
