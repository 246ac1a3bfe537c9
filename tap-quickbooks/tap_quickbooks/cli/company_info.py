"""What a company says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tap_quickbooks.api.jsontext import BrokenJSONError, fields, text_of
from tap_quickbooks.model.errors import UnreadableDataError

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from tap_quickbooks.api.client import QuickBooksClient

_STATEMENT = "select * from CompanyInfo"


@dataclass(frozen=True, slots=True)
class CompanyInfo:
    """Name and country of a company, and how far our clock is from QuickBooks'."""

    name: str
    country: str
    start_date: str
    skew: timedelta
    """Our clock minus QuickBooks'; exact to a few seconds."""
    server_time: datetime


def read_company_info(client: QuickBooksClient) -> CompanyInfo:
    """Ask a company who it is: one API call.

    Raises:
        FatalAPIError: if it cannot be read.
        RetriableAPIError: if no answer comes.
        UnreadableDataError: if the answer names no company.
    """
    answer = client.query(_STATEMENT, "companyinfo")
    if not answer.content.objects:
        msg = "QuickBooks answered without the company's information"
        raise UnreadableDataError(msg)
    try:
        info = fields(answer.content.objects[0].raw)
    except BrokenJSONError as error:
        msg = "QuickBooks answered with company information that cannot be read"
        raise UnreadableDataError(msg) from error
    return CompanyInfo(
        text_of(info.get("CompanyName")) or "",
        text_of(info.get("Country")) or "",
        text_of(info.get("CompanyStartDate")) or "",
        answer.skew,
        answer.server_time,
    )
