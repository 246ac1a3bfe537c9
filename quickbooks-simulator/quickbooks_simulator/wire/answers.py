"""A statement of one company -> the QueryResponse it is answered with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quickbooks_simulator.basics.faults import business_rule
from quickbooks_simulator.basics.jsontext import decode_object, encode
from quickbooks_simulator.basics.odd_counts import body_of, rules_of
from quickbooks_simulator.books.judge import Judge
from quickbooks_simulator.books.query import parse
from quickbooks_simulator.wire.downloads import in_answer
from quickbooks_simulator.world.injection import ROWS

if TYPE_CHECKING:
    from quickbooks_simulator.books.company import Company
    from quickbooks_simulator.books.store import Plan
    from quickbooks_simulator.wire.messages import Context
    from quickbooks_simulator.world.injection import Fault

LONGER = 5


@dataclass(frozen=True)
class Answer:
    """The inside of a QueryResponse, ready to be sent."""

    body: bytes
    rows: int = 0


def respond(context: Context, statement: str, cap: int | None = None) -> Answer:
    """Answer a statement.

    Args:
        context: The request.
        statement: The text of the query.
        cap: Most rows to give, if an answer of several queries is nearly full.

    Raises:
        FaultError: If QuickBooks would refuse the statement.
    """
    company = context.company
    switches = company.switches
    doubled = switches.on("doubled_quote_escape")
    select = parse(statement, doubled_quotes=doubled)
    plan = Judge(company.time, switches, context.salt).plan(select)
    if cap is not None:
        plan = replace(plan, limit=min(plan.limit, cap))
    if _is_gated(company, plan):
        return Answer(b'{"totalCount":0}' if plan.count else b"{}")
    if plan.count:
        total = company.store.count(company.realm, plan)
        name = plan.entity.name
        rule = rules_of(switches.text("odd_counts")).get(name)
        return Answer(body_of(total, rule, name))
    rows = _rows(company, plan, context.fault)
    some = bool(plan.columns) and "*" not in plan.columns
    if some and switches.text("columns") == "listed":
        rows = [_listed(row, plan.columns) for row in rows]
    if plan.entity.kind == "file":
        keys = [str(decode_object(row)["Id"]) for row in rows]
        rows = [in_answer(context, *one) for one in zip(keys, rows, strict=True)]
    return _page(company, plan, rows)


def _is_gated(company: Company, plan: Plan) -> bool:
    gated = company.switches.text("gated_entities").split(",")
    if plan.entity.name not in gated:
        return False
    if company.switches.text("gated_answer") == "fault":
        detail = f"{plan.entity.name} is not in the plan of this company"
        raise business_rule(detail)
    return True


def _rows(company: Company, plan: Plan, fault: Fault | None) -> list[bytes]:
    """Read the rows of a page, or more, or fewer, if a fault says so."""
    kind = fault.kind if fault is not None and fault.place == ROWS else ""
    if kind == "long_page":
        longer = replace(plan, limit=plan.limit + LONGER)
        return company.store.rows(company.realm, longer)
    if kind == "shifted_page":
        plan = replace(plan, offset=max(plan.offset - 1, 0))
    rows = company.store.rows(company.realm, plan)
    if kind == "short_page":
        return rows[: len(rows) // 2]
    return rows[:1] + rows if kind == "duplicate_rows" else rows


def _listed(row: bytes, columns: tuple[str, ...]) -> bytes:
    item = decode_object(row)
    wanted = {name.split(".")[0] for name in columns} | {"domain", "sparse"}
    return encode({key: value for key, value in item.items() if key in wanted})


def _page(company: Company, plan: Plan, rows: list[bytes]) -> Answer:
    rule = company.switches.text("total_count")
    if not rows:
        return Answer(b"{}")
    tail = b'],"startPosition":%d,"maxResults":%d' % (plan.offset + 1, len(rows))
    if rule == "always":
        total = company.store.count(company.realm, plan)
        tail += b',"totalCount":%d' % total
    elif rule == "first_page" and not plan.offset and len(rows) < plan.limit:
        tail += b',"totalCount":%d' % len(rows)
    key = plan.entity.name.encode()
    return Answer(b'{"%s":[%s%s}' % (key, b",".join(rows), tail), len(rows))
