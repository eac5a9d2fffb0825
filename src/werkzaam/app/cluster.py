# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A Spark session for our work, or what is missing to have one."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from werkzaam.app.cache import kernels
from werkzaam.core.errors import WerkzaamError

Value = TypeVar("Value")
MASTER = "local[*]"
"""Every core of this machine."""
SUBMITTED = "PYSPARK_GATEWAY_PORT"
"""Set by spark-submit, which then knows the master."""


class ClusterError(WerkzaamError):
    """Spark is not installed, cannot be reached or failed; nothing was written."""


def check_installed() -> None:
    """Refuse to begin without pyspark or Java, saying how to get them."""
    if find_spec("pyspark") is None:
        raise ClusterError("Spark is not installed: there is no Python package pyspark. Install it with "
                           "`pip install 'werkzaam[cluster]'`, or leave out --engine spark.")  # fmt: skip
    home = os.environ.get("JAVA_HOME")
    java = shutil.which(str(Path(home, "bin", "java")) if home else "java")
    if java is None:
        where = f"in JAVA_HOME ({home})" if home else "on the PATH"
        raise ClusterError(f"Spark needs Java 17 or later; there is no `java` {where}. On Debian: "
                           "`apt-get install openjdk-17-jre-headless`.")  # fmt: skip


@contextmanager
def context(master: str | None = None, settings: Mapping[str, str] | None = None) -> Iterator[Any]:
    """A SparkContext, stopped at the end unless it was there before; `settings` are Spark's own and come last."""
    check_installed()
    from pyspark.sql import SparkSession

    active = SparkSession.getActiveSession()
    if active is not None:
        yield active.sparkContext
        return
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("werkzaam")
    if master or SUBMITTED not in os.environ:
        builder = builder.master(master or MASTER)
    here = _here() if (master or MASTER).startswith("local") else {}
    for name, value in {**QUIET, **here, **(settings or {})}.items():
        builder = builder.config(name, value)
    session = call(builder.getOrCreate)
    try:
        yield session.sparkContext
    finally:
        session.stop()


QUIET = {"spark.ui.showConsoleProgress": "false", "spark.log.level": "OFF"}


def _here() -> dict[str, str]:
    """Workers on this machine: found by the address of the machine itself, and one folder of compiled rules for all."""
    quick = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"  # Java only moves bytes: it starts in half the time like this.
    return {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.ui.enabled": "false",
            "spark.driver.extraJavaOptions": quick, "spark.executor.extraJavaOptions": quick,
            "spark.executorEnv.WERKZAAM_CACHE": str(kernels())}  # fmt: skip


def call(ask: Callable[[], Value]) -> Value:
    """What Spark answers; its failure as one of ours, with the last thing it said."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        return ask()
    except (Py4JError, PySparkException) as error:
        raise ClusterError(f"Spark could not do it: {_reason(str(error))} Nothing was written.") from error


def _reason(said: str) -> str:
    lines = [line.strip() for line in said.splitlines()]
    told = [line for line in lines if line and not line.startswith(("at ", "File ", "^", "..."))]
    return told[-1] if told else said
