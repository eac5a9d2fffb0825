# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The same rules as Spark SQL: what a town with Spark alone would write, from the text that the engine gives for each rule.

Rules look back one month, so the months go one after the other. Within a month the rules of a level that are ready are
columns of one SELECT, after a join with what they read of the other levels and of last month. Each SELECT is computed and kept
where it is (localCheckpoint): several others read it, and Spark takes five times as long to plan them all as one. The amounts
are whole numbers, so that no cent differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

from werkzaam.core.months import Month
from werkzaam.engine.batch import KEYS
from werkzaam.engine.explain import Book, Leaf, parameter_values
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import Level
from werkzaam.engine.sql import PREVIOUS, TOTAL, row_sql

Stage = tuple[Level, tuple[str, ...]]


@dataclass
class Sql:
    """A rule set in Spark SQL over Parquet tables of inputs, one per level, month by month into folders."""

    session: SparkSession
    rules: RuleSet
    book: Book

    def settle(self, tables: Mapping[Level, Path], out: Path, months: Sequence[Month]) -> None:
        """Write every rule of every row; last month's values are read from what was written."""
        before: dict[Level, DataFrame] = {}
        for month in months:
            frames = self.month(tables, before, month)
            for level, frame in frames.items():
                place = out / level.name.lower() / f"maand={month.index}"
                names = [name for name in self.rules.order if self.rules.level(name) == level]
                frame.select(*_keys(level), *names).write.mode("overwrite").option("compression", "zstd").parquet(str(place))
                before[level] = self.session.read.parquet(str(place))

    def month(self, tables: Mapping[Level, Path], before: Mapping[Level, DataFrame], month: Month) -> dict[Level, DataFrame]:
        """Every rule of one month as a column, per level."""
        values = parameter_values(self.rules, self.book, month)
        frames = {level: self._given(level, file, month) for level, file in tables.items()}
        for level, names in self.stages():
            frames[level] = self._stage(frames, before, level, {n: self._text(n, month, values) for n in names})
        return frames

    def stages(self) -> Iterator[Stage]:
        """Rules of one level that can be computed together, in order."""
        known, left = set(self.rules.inputs), list(self.rules.order)
        while left:
            level = self.rules.level(left[0])
            names: list[str] = []
            for name in left:
                if self.rules.level(name) == level and all(one in known or one in names for one in self.rules.needs(name)):
                    names.append(name)
            known.update(names)
            left = [name for name in left if name not in names]
            yield level, tuple(names)

    def _text(self, name: str, month: Month, values: Mapping[str, Leaf]) -> str:
        return f"CAST({row_sql(self.rules, name, month, values)} AS BIGINT) AS {name}"

    def _given(self, level: Level, file: Path, month: Month) -> DataFrame:
        given = self.session.read.parquet(str(file)).where(f.col("maand") == month.index)
        inputs = [one for one in self.rules.inputs.values() if one.level == level]
        cells = (f.col(one.name) if one.name in given.columns else f.lit(one.default) for one in inputs)
        return given.select(
            *_keys(level), *(cell.cast("bigint").alias(one.name) for cell, one in zip(cells, inputs, strict=True))
        )

    def _stage(self, frames: Mapping[Level, DataFrame], before: Mapping[Level, DataFrame], level: Level,
               texts: Mapping[str, str]) -> DataFrame:  # fmt: skip
        frame = self._joined(frames, before, level, list(texts))
        return frame.selectExpr("*", *texts.values()).localCheckpoint()

    def _joined(self, frames: Mapping[Level, DataFrame], before: Mapping[Level, DataFrame], level: Level,
                names: Sequence[str]) -> DataFrame:  # fmt: skip
        """The rows of a level with what its rules read of other levels and of last month."""
        frame = frames[level]
        nodes = (n for name in names for version in self.rules.rules[name] for n in version.formula.walk())
        read = dict.fromkeys((n.op, str(n.args[0])) for n in nodes if n.op in ("name", "total", "previous"))
        for other in Level:
            mine = [name for op, name in read if self.rules.level(name) == other and op == "name" and other != level]
            mine = [name for name in mine if name not in frame.columns]
            if mine:
                frame = frame.join(frames[other].select(*_keys(other), *mine), list(_keys(other)), "left")
            sums = [name for op, name in read if self.rules.level(name) == other and op == "total"]
            sums = [name for name in sums if TOTAL + name not in frame.columns]
            if sums:
                summed = frames[other].groupBy(*_keys(level)).agg(*(f.sum(name).alias(TOTAL + name) for name in sums))
                frame = frame.join(summed, list(_keys(level)), "left").fillna(0, [TOTAL + name for name in sums])
            back = [name for op, name in read if self.rules.level(name) == other and op == "previous"]
            frame = self._with_last_month(frame, before.get(other), other, [n for n in back if PREVIOUS + n not in frame.columns])
        return frame

    def _with_last_month(self, frame: DataFrame, last: DataFrame | None, level: Level, names: Sequence[str]) -> DataFrame:
        starts: dict[str, Any] = {name: self.rules.rules[name][0].start for name in names}
        if last is None:
            return frame.select("*", *(f.lit(start).cast("bigint").alias(PREVIOUS + name) for name, start in starts.items()))
        if not names:
            return frame
        columns = last.select(*_keys(level), *(f.col(name).alias(PREVIOUS + name) for name in names))
        return frame.join(columns, list(_keys(level)), "left").fillna({PREVIOUS + name: start for name, start in starts.items()})


def _keys(level: Level) -> tuple[str, ...]:
    """Keys within a month."""
    return tuple(key for key in KEYS[level] if key != "maand")
