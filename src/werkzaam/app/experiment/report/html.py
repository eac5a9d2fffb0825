# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A report as one HTML page that needs nothing else: readable on a phone, on paper and by a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from werkzaam.app.experiment.report.model import Cell, Picture, Report, Section, Table

STYLE = """
:root { color: #1a1a1a; background: #fff; font: 1.0625rem/1.55 "Source Sans 3", "Segoe UI", "Noto Sans", sans-serif; }
body { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; } h2 { margin: 2.6rem 0 .6rem; font-size: 1.3rem; }
.under, .note, .stamp { color: #55555f; } .note, .stamp { font-size: .94rem; }
p { max-width: 44rem; } ul.said { padding-left: 1.1rem; max-width: 46rem; } ul.said li { margin: .45rem 0; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; margin: .6rem 0; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; } thead th { border-bottom: 2px solid #1a1a1a; }
th, td { text-align: left; vertical-align: top; padding: .38rem .8rem .38rem 0; border-bottom: 1px solid #d9d9d9; }
td { white-space: nowrap; } th[scope=row] { font-weight: 400; min-width: 12rem; }
figure { margin: 1.6rem 0; } figure svg { max-width: 100%; height: auto; } figcaption { max-width: 44rem; }
.box { border-left: 6px solid #004699; background: #eef3fa; padding: .6rem 1.2rem 1rem; } .box h2 { margin-top: .6rem; }
a { color: #004699; } a:focus-visible, summary:focus-visible { outline: 3px solid #ec8000; outline-offset: 2px; }
@media print { body { max-width: none; font-size: 10pt; } .box { break-inside: avoid; } figure { break-inside: avoid; } }
"""


def page(report: Report) -> str:
    """The whole page."""
    body = "\n".join([f"<h1>{escape(report.title)}</h1>", f'<p class="under">{escape(report.under)}</p>',
                      *(line for one in report.sections for line in _section(one, report.run)),
                      '<footer class="stamp">', *(f"<p>{escape(line)}</p>" for line in report.stamp), "</footer>"])  # fmt: skip
    return (
        f'<!doctype html>\n<html lang="{report.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(report.title)}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _section(one: Section, run: str) -> Iterator[str]:
    yield f'<section id="s-{escape(one.id)}"{" class=box" if one.box else ""} aria-labelledby="h-{escape(one.id)}">'
    yield f'<h2 id="h-{escape(one.id)}">{escape(one.title)}</h2>'
    if len(one.said) == 1:
        yield f"<p>{escape(one.said[0])}</p>"
    elif one.said:
        yield from ('<ul class="said">', *(f"<li>{escape(said)}</li>" for said in one.said), "</ul>")
    for picture in one.pictures:
        yield from _picture(picture, run)
    for table in one.tables:
        yield from _table(table, run)
    yield "</section>"


def inline(picture: Picture) -> str:
    """The picture as SVG for a page that has others: its title and description have names of their own."""
    svg = picture.svg.replace('id="title"', f'id="t-{picture.table.id}"').replace('id="desc"', f'id="d-{picture.table.id}"')
    return svg.replace('aria-labelledby="title desc"', f'aria-labelledby="t-{picture.table.id} d-{picture.table.id}"')


def _picture(picture: Picture, run: str) -> Iterator[str]:
    yield from (
        "<figure>",
        inline(picture),
        f"<figcaption>{escape(picture.says)}</figcaption>",
        *_table(picture.table, run),
        "</figure>",
    )


def _table(table: Table, run: str) -> Iterator[str]:
    yield f'<div class="wide" tabindex="0" role="region" aria-label="{escape(table.caption)}"><table id="{escape(table.id)}">'
    yield f"<caption>{escape(table.caption)}</caption>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{escape(name)}</th>' for name in table.head) + "</tr></thead><tbody>"
    for row in table.rows:
        first, *rest = row
        yield f'<tr><th scope="row">{escape(first.text)}</th>' + "".join(_cell(cell, run) for cell in rest) + "</tr>"
    yield "</tbody></table></div>"
    if table.note:
        yield f'<p class="note">{escape(table.note)}</p>'


def _cell(cell: Cell, run: str) -> str:
    """A number with its run and its handle: seen by pointing at it, and looked up by them."""
    if not cell.handle:
        return f"<td>{escape(cell.text)}</td>"
    return f'<td id="n-{escape(cell.handle)}" title="{escape(f"{run} {cell.handle}".strip())}">{escape(cell.text)}</td>'
