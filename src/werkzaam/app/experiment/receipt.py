# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A receipt of the draw on paper: the QR code, and a page in plain Dutch or English, as PDF (PDF/UA-1) or as text.

`werkzaam[lottery]` has what QR codes need, `werkzaam[letters]` what the PDF needs.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from werkzaam.app.experiment.receipt_texts import EN, NL
from werkzaam.app.typesetting import typeset
from werkzaam.core.errors import InputError, WerkzaamError
from werkzaam.experiment.design import Design
from werkzaam.experiment.lottery.commitment import Commitment
from werkzaam.experiment.lottery.receipt import Receipt

if TYPE_CHECKING:
    from segno import QRCode

TEMPLATE = Path(__file__).with_name("receipt.typ")
_TEXTS: dict[str, dict[str, Any]] = {"nl": NL, "en": EN}
_MONTHS = {
    "nl": "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One receipt on paper: sentences and facts in one language, and the text of its QR code."""

    lang: str
    day: date
    sender: str
    title: str
    lead: tuple[str, ...]
    steps: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    code: str


def address(receipt: Receipt, base: str | None = None) -> str:
    """What the QR code says: the receipt behind the page's address, or the receipt alone."""
    return receipt.text if base is None else f"{base}#{receipt.text}"


def qr_svg(text: str) -> str:
    """The text as a QR code, as SVG without a size of its own."""
    out = io.BytesIO()
    _qr(text).save(out, kind="svg", omitsize=True, xmldecl=False, nl=False)
    return out.getvalue().decode()


def qr_png(text: str, scale: int = 6) -> bytes:
    """The text as a QR code, as PNG with so many pixels for each dot."""
    out = io.BytesIO()
    _qr(text).save(out, kind="png", scale=scale)
    return out.getvalue()


def in_words(stratum: str, design: Design, lang: str) -> str:
    """A stratum's text with the design's own labels: `Leeftijd 18-34 of 35-44, Stadsdeel noord`."""
    texts = _TEXTS[lang]
    labels = {variable.id: getattr(variable.label, lang) for variable in design.variables}
    cells, _, marks = stratum.partition(" -")
    said = [", ".join(_level(part, labels, texts["or"]) for part in cell.split("|")) for cell in cells.split(" + ") if cell]
    said = said or [texts["everybody"]]
    closed = [_mark(f"-{mark}", texts) for mark in marks.split(" -") if mark]
    return f"; {texts['also']} ".join(said) + (f" ({', '.join(closed)})" if closed else "")


def sheet(
    receipt: Receipt, commitment: Commitment, design: Design, *, lang: str, day: date, sender: str, base: str | None = None
) -> Sheet:
    """The receipt on paper; before the draw it says that the person is on the list, after it what fell to the person."""
    if lang not in _TEXTS:
        raise InputError(f"A receipt is written in nl or en; found {lang!r}.")
    texts, lot = _TEXTS[lang], receipt.lot
    if lot is None:
        lead = [line.format(moment=_day(commitment.reveal_by, lang)) for line in texts["before_lead"]]
    else:
        own = None if lot.arm is None else getattr(design.arm(lot.arm).label, lang)
        lead = [texts["after_none"] if own is None else texts["after_arm"].format(arm=own)]
        lead += [texts["after_interview"]] if lot.interview else []
        lead += [texts["after_lead"]]
    when = "before" if lot is None else "after"
    return Sheet(
        lang, day, sender, texts[f"{when}_title"], tuple(lead), tuple(texts["steps_link" if base else "steps_text"]),
        (
            (texts["pid"], receipt.pid),
            (texts["stratum" if lot is None else "stratum_after"], in_words(receipt.stratum, design, lang)),
            (texts["place"], texts["place_of"].format(place=receipt.index + 1, size=receipt.size)),
            (texts["fingerprint"], _grouped(commitment.digest.hex())),
        ),
        address(receipt, base),
    )  # fmt: skip


def as_text(of: Sheet) -> str:
    """The sheet as plain text, with the receipt itself at its end."""
    texts = _TEXTS[of.lang]
    steps = [f"{at}. {step}" for at, step in enumerate(of.steps, 1)]
    facts = [f"{name}: {value}" for name, value in of.facts]
    parts = [of.sender, of.title, *of.lead, texts["steps_head"], *steps, texts["facts_head"], *facts, texts["limits_head"],
             *texts["limits"], of.code]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def as_pdf(of: Sheet) -> bytes:
    """The sheet on one page of A4; the same sheet gives the same bytes. Raises WerkzaamError where Typst is not installed."""
    texts = _TEXTS[of.lang]
    told = json.dumps({
        "lang": of.lang, "day": [of.day.year, of.day.month, of.day.day], "day_text": _day(of.day, of.lang), "sender": of.sender,
        "title": of.title, "lead": of.lead, "qr": qr_svg(of.code), "qr_alt": texts["qr_alt"].format(start=of.code[:12]),
        "steps_head": texts["steps_head"], "steps": of.steps, "facts_head": texts["facts_head"], "facts": of.facts,
        "limits_head": texts["limits_head"], "limits": texts["limits"],
    }, ensure_ascii=False)  # fmt: skip
    return typeset(TEMPLATE, f"The receipt of {of.day}", sheet=told)


def _day(day: date, lang: str) -> str:
    return f"{day.day} {_MONTHS[lang].split('|')[day.month - 1]} {day.year}"


def _grouped(digits: str) -> str:
    return " ".join(digits[at : at + 8] for at in range(0, len(digits), 8))


def _level(part: str, labels: dict[str, str], word: str) -> str:
    name, _, levels = part.partition("=")
    return f"{labels.get(name, name)} {levels.replace(',', f' {word} ')}"


def _mark(mark: str, texts: dict[str, Any]) -> str:
    name, _, arm = mark.partition("=")
    return str(texts[name].format(arm=arm))


def _qr(text: str) -> QRCode:
    try:
        import segno
    except ImportError as error:
        raise WerkzaamError("A QR code needs segno; install werkzaam[lottery].") from error
    try:
        return segno.make(text, error="l", micro=False, boost_error=False)
    except segno.DataOverflowError:
        raise InputError(f"A QR code holds about 2,900 letters; this receipt has {len(text)}. Print it as text.") from None
