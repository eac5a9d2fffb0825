# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures and papers as somebody would send them."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


def drawn(kind: str, size: tuple[int, int] = (60, 30), *, exif: Image.Exif | None = None) -> bytes:
    """A picture of which the left half is dark and the right half light."""
    picture, made = Image.new("RGB", size, "white"), BytesIO()
    picture.paste("black", (0, 0, size[0] // 2, size[1]))
    picture.save(made, kind, **({"exif": exif} if exif is not None else {}))
    return made.getvalue()
