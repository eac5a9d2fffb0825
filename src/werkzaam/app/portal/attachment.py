# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A file that somebody adds to a question: known by what is in it, and a picture only as a picture (decision 0244).

A picture is drawn anew: upright, no larger than is needed to read it, and without what a telephone wrote into it, such as the
place where it was taken. So nothing can hide in it either. A PDF is kept as it was sent; nobody here opens it in a browser.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

from PIL import Image, ImageOps

from werkzaam.core.errors import InputError

MOST_BYTES = 5_000_000
"""Bytes of a file as it is sent."""
MOST_PIXELS = 50_000_000
"""Pixels of a picture as it is sent; a telephone makes 12 million."""
LONGEST_SIDE = 3_000
"""Pixels of the longest side as a picture is kept: a page of A4 at 250 dots an inch."""
_BEGINNINGS = {b"%PDF-": "application/pdf", b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
SUFFIXES = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}
"""How the name of a file ends, by what it is."""
_PICTURES = {"image/png": "PNG", "image/jpeg": "JPEG"}
_TONES = frozenset({"L", "RGB"})
"""How a picture may be made smaller as it is; colours of a list must be colours first."""
_DRAWING = Lock()
_END_OF_PDF, _LAST = b"%%EOF", 1_024


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as it is kept: what it is, and its bytes. The name that it had is not kept."""

    media_type: str
    body: bytes


class NotReadable(InputError):
    """A file that cannot be taken; `code` says why: empty, large, kind or broken."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def read_attachment(sent: bytes) -> Attachment:
    """A file as it will be kept. Raises NotReadable."""
    if not sent:
        raise NotReadable("empty", "A file was expected; this one has no bytes. Choose it once more.")
    if len(sent) > MOST_BYTES:
        raise NotReadable("large", f"At most {MOST_BYTES} bytes were expected, found {len(sent)}. Make the picture smaller.")
    media_type = next((kind for beginning, kind in _BEGINNINGS.items() if sent.startswith(beginning)), None)
    if media_type is None:
        raise NotReadable("kind", f"A PDF, PNG or JPEG was expected, found a file that begins with {sent[:8]!r}.")
    if media_type == "application/pdf":
        if _END_OF_PDF not in sent[-_LAST:]:
            raise NotReadable("broken", "The PDF has no end (%%EOF): it was cut off. Send it once more.")
        return Attachment(media_type, sent)
    return Attachment(media_type, _drawn_anew(sent, _PICTURES[media_type]))


def _small(image: Image.Image) -> Image.Image:
    """The picture upright, and no larger than it is kept; one at a time, so that many at once do not fill the memory."""
    with _DRAWING:
        plain = image if image.mode in _TONES else image.convert("RGB")
        plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        return ImageOps.exif_transpose(plain).convert("RGB")


def _drawn_anew(sent: bytes, kind: str) -> bytes:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own warnings of odd metadata; none of it is kept.
            with Image.open(BytesIO(sent), formats=[kind]) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise NotReadable(
                        "large", f"At most {MOST_PIXELS} pixels were expected, found {image.width} x {image.height}."
                    )
                drawn = _small(image)
    except Image.DecompressionBombError as error:
        raise NotReadable("large", f"At most {MOST_PIXELS} pixels were expected. {error}") from error
    except (OSError, SyntaxError, ValueError, ArithmeticError, LookupError, TypeError) as error:
        if isinstance(error, NotReadable):
            raise
        raise NotReadable("broken", f"A {kind} that can be drawn was expected: {error}. Send it once more.") from error
    bare, made = Image.new("RGB", drawn.size), BytesIO()
    bare.paste(drawn)
    bare.save(made, kind, **({"quality": 85} if kind == "JPEG" else {}))
    return made.getvalue()
