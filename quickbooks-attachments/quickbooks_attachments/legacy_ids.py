"""One rule for legacy ids: the form in which every join compares them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

Case = Literal["upper", "lower", "keep"]

#: Rounds until case and compatibility forms agree; two are enough for all of Unicode.
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Rules:
    """How legacy ids are written alike.

    Separators become one ``joiner`` and are not dropped, because ``1-23`` and ``12-3``
    are two ids; an empty joiner drops them where a system needs that.
    """

    prefixes: tuple[str, ...] = ("TXNID", "TXN")
    case: Case = "upper"
    separators: str = " -_.:/\\(){}[]#"
    joiner: str = "-"


DEFAULT_RULES = Rules()


def _fold(text: str, case: Case) -> str:
    for _ in range(_ROUNDS):
        text = unicodedata.normalize("NFKC", text)
        if case != "keep":
            text = text.upper() if case == "upper" else text.lower()
    return "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Cf"})


def _join(text: str, rules: Rules) -> str:
    spaced = "".join(
        " " if c in rules.separators or c.isspace() or c == rules.joiner else c
        for c in text
    )
    return rules.joiner.join(spaced.split())


def _without_prefix(text: str, prefixes: tuple[str, ...]) -> str:
    for prefix in prefixes:
        if prefix and text.startswith(prefix):
            return text[len(prefix) :]
    return text


def normalize_legacy_id(raw: str | None, rules: Rules = DEFAULT_RULES) -> str:
    """Write a legacy id in the one form; an empty text where there is none.

    Applying it twice changes nothing.

    Args:
        raw: The id as a folder, a file or an export has it.
        rules: Prefixes, case and separators.
    """
    prefixes = tuple(_join(_fold(p, rules.case), rules) for p in rules.prefixes)
    text = _join(_fold(raw or "", rules.case), rules)
    while (shorter := _join(_without_prefix(text, prefixes), rules)) != text:
        text = shorter
    return text
