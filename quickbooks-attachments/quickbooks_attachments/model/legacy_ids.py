"""One rule for legacy ids: the form in which every join compares them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

Case = Literal["upper", "lower", "keep"]


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
    """Write text in one form: what comes out, goes in and comes out the same."""
    while (folded := _folded_once(text, case)) != text:
        text = folded
    return text


def _folded_once(text: str, case: Case) -> str:
    text = unicodedata.normalize("NFKC", text)
    if case != "keep":
        text = text.upper() if case == "upper" else text.lower()
    return "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Cf"})


@lru_cache(maxsize=8)  # asked for with every file
def _folded_rules(rules: Rules) -> Rules:
    """Write the rules themselves in the form in which they meet the ids.

    What joins the parts also separates them: each of its characters.
    """
    joiner = _fold(rules.joiner, rules.case)
    separators = "".join(_fold(c, rules.case) for c in rules.separators) + joiner
    plain = Rules((), rules.case, separators, joiner)
    return replace(plain, prefixes=tuple(_joined(p, plain) for p in rules.prefixes))


def _joined(text: str, rules: Rules) -> str:
    folded = _fold(text, rules.case)
    spaced = "".join(" " if c in rules.separators or c.isspace() else c for c in folded)
    return rules.joiner.join(spaced.split())


def _without_prefix(text: str, prefixes: tuple[str, ...]) -> str:
    for prefix in prefixes:
        if prefix and text.startswith(prefix):
            return text[len(prefix) :]
    return text


def normalize_legacy_id(raw: str | None, rules: Rules = DEFAULT_RULES) -> str:
    """Write a legacy id in the one form; an empty text where there is none.

    Applying it twice changes nothing, whatever the rules are: it goes on until nothing
    changes, because what a separator or an invisible character held apart may combine.

    Args:
        raw: The id as a folder, a file or an export has it.
        rules: Prefixes, case and separators.
    """
    own = _folded_rules(rules)
    text = raw or ""
    while (again := _without_prefix(_joined(text, own), own.prefixes)) != text:
        text = again
    return text
