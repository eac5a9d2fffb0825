# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Results as folders of Parquet parts, written by many machines; they get their names when all parts are there."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from werkzaam.app.results import Skipped, add_rows, check_files, check_name, draft, names_beside, write_report, writing
from werkzaam.core.errors import InputError
from werkzaam.engine.rule import Level

PART = "part-*.parquet"


class Folders:
    """One folder per level under a temporary name until `finish`; whatever is not finished is removed."""

    def __init__(self, out: Path, inputs: Iterable[Path]) -> None:
        check_name(out)
        names, self.report = names_beside(out)
        for name in names.values():
            if name.is_dir() and not _ours(name):
                raise InputError(f"{name} is a folder that holds something else than parts of a result; give --out another name.")
        check_files([self.report, *(name for name in names.values() if not name.is_dir())], inputs)
        self.names = {level: name.resolve() for level, name in names.items()}
        self.shown = names

    def __enter__(self) -> Folders:
        for name in self.names.values():
            with writing(name):
                shutil.rmtree(draft(name), ignore_errors=True)
                draft(name).mkdir()
        return self

    def __exit__(self, *raised: object) -> None:
        for name in self.names.values():
            shutil.rmtree(draft(name), ignore_errors=True)
        draft(self.report).unlink(missing_ok=True)

    def finish(self, parts: Sequence[str], skipped: Sequence[Skipped]) -> list[Path]:
        """Keep these parts and no other attempt, then give the folders their names, with a report of what was skipped."""
        for name in self.names.values():
            self._keep(draft(name), parts)
        if skipped:
            with writing(self.report):
                write_report(draft(self.report), skipped)
        for name in self.names.values():
            with writing(name):
                _replace(draft(name), name)
        if skipped:
            draft(self.report).replace(self.report)
        else:
            self.report.unlink(missing_ok=True)
        return [*self.shown.values(), *([self.report] if skipped else [])]

    def _keep(self, folder: Path, parts: Sequence[str]) -> None:
        """Name the parts of attempts that succeeded by their bucket; a task that was tried twice wrote twice."""
        for part in parts:
            if not (folder / part).exists():
                raise InputError(f"The workers wrote {folder / part}, which this machine cannot see. Give --out a folder "
                                 "that all machines of the cluster share. Nothing was kept.")  # fmt: skip
            (folder / part).rename(folder / f"{part.split('.')[0]}.parquet")
        for other in folder.glob("part-*.*.parquet"):
            other.unlink()


def _ours(folder: Path) -> bool:
    """Whether a folder holds parts of a result and nothing else."""
    inside, parts = sorted(folder.iterdir()), sorted(folder.glob(PART))
    return inside == parts


def _replace(made: Path, name: Path) -> None:
    """Give a folder its name; what had that name, of an earlier run, goes when the new one stands there."""
    before = name.with_name(name.name + ".before")
    shutil.rmtree(before, ignore_errors=True)
    if name.exists():
        name.rename(before)
    try:
        made.rename(name)
    except OSError:
        with suppress(OSError):
            before.rename(name)
        raise
    if before.is_dir():
        shutil.rmtree(before)
    else:
        before.unlink(missing_ok=True)


class Writer(ExitStack):
    """The part of one bucket on every level, under a name that no other attempt at this bucket has."""

    def __init__(self, folders: Folders, bucket: int, about: Mapping[str, str]) -> None:
        super().__init__()
        from pyspark import TaskContext

        task = TaskContext.get()
        self.folders, self.name = folders, f"part-{bucket:05}.{task.taskAttemptId() if task else 0}.parquet"
        self.about = about
        self.open: dict[Level, pq.ParquetWriter] = {}
        self.callback(self._close)

    def write(self, level: Level, table: pa.Table) -> None:
        """Add rows to the part of a level."""
        with writing(self.folders.names[level]):
            add_rows(self.open, level, draft(self.folders.names[level]) / self.name, table, self.about)

    def finish(self) -> list[str]:
        """Close the parts; their name."""
        for level, writer in self.open.items():
            with writing(self.folders.names[level]):
                writer.close()
        return [self.name]

    def _close(self) -> None:
        for writer in self.open.values():
            with suppress(OSError, pa.ArrowException):
                writer.close()
