"""A COUNT that is not what a query returns: off, refused, absent, or no number."""

from __future__ import annotations

import re

from quickbooks_simulator.basics.faults import business_rule

#: `Invoice +1, Item refused`: what is said of an entity after its name.
_FORM = re.compile(r"([+-]\d+)|=(\d+)|(\d+)%|(refused|absent|text)")


class BadOddCountError(ValueError):
    """A rule that is none of the forms."""


def rules_of(text: str) -> dict[str, str]:
    """Read the rules by entity.

    Raises:
        BadOddCountError: If one has none of the forms.
    """
    rules = dict(part.split(None, 1) for part in text.split(",") if part.strip())
    for name, rule in rules.items():
        if not _FORM.fullmatch(rule.strip()):
            message = f"{name} {rule}: give +n, -n, =n, n%, refused, absent or text"
            raise BadOddCountError(message)
    return {name: rule.strip() for name, rule in rules.items()}


def body_of(total: int, rule: str | None, entity: str) -> bytes:
    """Write the inside of the QueryResponse to a COUNT.

    Args:
        total: The rows that are there.
        rule: What is odd about the entity's counts, if anything.
        entity: Its name.

    Raises:
        FaultError: If the rule is to refuse.
    """
    if rule == "refused":
        detail = f"{entity} cannot be counted"
        raise business_rule(detail)
    if rule == "absent":
        return b"{}"
    if rule == "text":
        return b'{"totalCount":"%d"}' % total
    return b'{"totalCount":%d}' % (_number(total, rule) if rule else total)


def _number(total: int, rule: str) -> int:
    if rule.endswith("%"):
        return total * int(rule[:-1]) // 100
    if rule.startswith("="):
        return int(rule[1:])
    return max(0, total + int(rule))
