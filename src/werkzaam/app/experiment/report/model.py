# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A report as values, before it is a page or a PDF: both are printed from these, and say the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: what is printed, and for a number the handle by which it is looked up."""

    text: str
    handle: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption, heads of columns, and rows whose first cell is their head."""

    id: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as SVG with the table of its numbers and one sentence on its main pattern, for who cannot see it."""

    svg: str
    says: str
    table: Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with sentences, tables and pictures under it; `box` is set apart, as the limits are."""

    id: str
    title: str
    said: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    pictures: tuple[Picture, ...] = ()
    box: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report in one language; `stamp` says which plan and data it came from, `run` is the name of that run."""

    lang: str
    title: str
    under: str
    sections: tuple[Section, ...]
    stamp: tuple[str, ...]
    run: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything that is said, for whoever checks the words."""
        found = [said for one in self.sections for said in (one.title, *one.said)]
        found += [said for one in self.sections for table in one.tables for said in (table.caption, table.note)]
        found += [said for one in self.sections for picture in one.pictures for said in (picture.says, picture.table.caption)]
        return tuple(said for said in (self.title, self.under, *found) if said)

    @property
    def handles(self) -> tuple[str, ...]:
        """Every number that can be looked up."""
        tables = [table for one in self.sections for table in (*one.tables, *(picture.table for picture in one.pictures))]
        return tuple(cell.handle for table in tables for row in table.rows for cell in row if cell.handle)
