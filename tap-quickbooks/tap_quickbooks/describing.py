"""Says what kind of value a setting holds without showing it: it may be a secret."""

from __future__ import annotations

import re

#: What secrets of QuickBooks look like (API notes §2), and what each is.
_SHAPES = {
    "a refresh token": re.compile(r"AB11\d{9}\w*|RT1-[\w-]+", re.ASCII),
    "an access token": re.compile(r"eyJ[\w-]{10,}\.[\w.-]*", re.ASCII),
}

_PARTS = (
    ("digits", str.isdigit),
    ("letters", str.isalpha),
    ("blanks", str.isspace),
)


def describe(value: object) -> str:
    """Say of what kind and length a value is; nothing of it is shown."""
    if not isinstance(value, str):
        kinds = {list: "a list", dict: "an object", bool: "true or false"}
        return kinds.get(type(value), f"a {type(value).__name__}")
    if not value:
        return "an empty text"
    shape = shape_of(value)
    found = [name for name, has in _PARTS if any(map(has, value))]
    if not all(one.isalnum() or one.isspace() for one in value):
        found.append("signs")
    like = f", like {shape}" if shape else ""
    return f"a text of {len(value)} characters ({', '.join(found)}{like})"


def shape_of(value: str) -> str:
    """Say what secret a text looks like; an empty text if like none."""
    text = value.strip()
    return next((what for what, how in _SHAPES.items() if how.fullmatch(text)), "")
