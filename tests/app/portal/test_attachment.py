# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is kept of a file that somebody sends: what it shows, and nothing that hides in it."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import ExifTags, Image, ImageOps

from tests.app.portal.drawn import PDF, drawn
from werkzaam.app.portal.attachment import LONGEST_SIDE, MOST_BYTES, NotReadable, read_attachment

HIDDEN = b"PK\x03\x04 een ander bestand <script>"


def shown(body: bytes) -> Image.Image:
    return Image.open(BytesIO(body)).convert("L")


def test_a_pdf_is_kept_as_it_was_sent() -> None:
    found = read_attachment(PDF)
    assert (found.media_type, found.body) == ("application/pdf", PDF)


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_picture_is_drawn_anew_without_what_hides_behind_it(kind: str, media_type: str) -> None:
    found = read_attachment(drawn(kind) + HIDDEN)
    assert found.media_type == media_type
    assert HIDDEN not in found.body
    picture = shown(found.body)
    assert picture.size == (60, 30)
    assert picture.getpixel((5, 15)) < 40 < 215 < picture.getpixel((55, 15))
    assert read_attachment(drawn(kind) + HIDDEN) == found, "the same file gives the same bytes"


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_place_of_a_photo_is_gone_and_it_stands_upright(kind: str) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6  # The telephone was held upright: a viewer turns it a quarter to the right.
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (52.0, 22.0, 3.0)})
    exif[ExifTags.Base.Model] = "telefoon van Samira"
    sent = drawn(kind, exif=exif)
    assert b"telefoon van Samira" in sent
    found = read_attachment(sent)
    assert b"telefoon" not in found.body
    assert not Image.open(BytesIO(found.body)).getexif()
    picture = shown(found.body)
    assert picture.size == (30, 60)
    assert picture.getpixel((15, 5)) < 40 < 215 < picture.getpixel((15, 55)), "what was left is above"


def test_a_large_photo_is_kept_as_large_as_is_needed_to_read_it() -> None:
    assert shown(read_attachment(drawn("JPEG", (4_000, 2_000))).body).size == (LONGEST_SIDE, LONGEST_SIDE // 2)


def claims_to_be(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says to be this large."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return drawn("PNG")[:8] + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head)) + drawn("PNG")[33:]


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (b"", "empty"),
        (PDF + b" " * MOST_BYTES, "large"),
        (claims_to_be(30_000, 30_000), "large"),
        (claims_to_be(8_000, 6_000), "broken"),
        (b"<html><script>alert(1)</script></html>", "kind"),
        (b"GIF89a" + drawn("PNG"), "kind"),
        (b" " + PDF, "kind"),
        (b"PK\x03\x04", "kind"),
        (b"%PDF-1.7\n1 0 obj", "broken"),
        (drawn("PNG")[:40], "broken"),
        (drawn("JPEG")[:300], "broken"),
        (b"\xff\xd8\xff" + b"<script>" * 99, "broken"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "broken"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_refused_by_what_is_in_it(sent: bytes, code: str) -> None:
    with pytest.raises(NotReadable) as refused:
        read_attachment(sent)
    assert refused.value.code == code


def test_a_large_picture_is_made_small_first_and_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four of 49 million pixels at once took 2.2 GB: now each is small before it is turned, and no two are drawn together."""
    from werkzaam.app.portal import attachment

    seen, whole, sent = list[tuple[object, bool]](), ImageOps.exif_transpose, BytesIO()

    def turned(image: Image.Image) -> Image.Image:
        seen.append((image.size, attachment._DRAWING.locked()))
        return whole(image)

    monkeypatch.setattr(attachment.ImageOps, "exif_transpose", turned)
    Image.new("P", (6_000, 10)).save(sent, "PNG")
    attachment.read_attachment(sent.getvalue())
    assert seen == [((3_000, 5), True)]
