"""CompanyInfo and Preferences of a company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quickbooks_simulator.basics.jsontext import JsonObject, encode
from quickbooks_simulator.books.objects import Stored, header
from quickbooks_simulator.seeds import words

if TYPE_CHECKING:
    from quickbooks_simulator.basics.times import CompanyTime
    from quickbooks_simulator.books.company import CompanySettings


def rows(
    settings: CompanySettings,
    time: CompanyTime,
    at: int,
) -> dict[str, Stored]:
    """Write the objects that each company has once."""
    head = header("1", "0", time.stamp(at), time.stamp(at))
    bodies = {
        "CompanyInfo": {**head, **_info(settings, time.date(at))},
        "Preferences": {**head, **_preferences(settings)},
    }
    return {
        entity: Stored("1", at, at, True, None, encode(body))  # noqa: FBT003 - active
        for entity, body in bodies.items()
    }


def _info(settings: CompanySettings, day: str) -> JsonObject:
    address = {
        "Id": "1",
        "Line1": "123 Sierra Way",
        "City": "San Pablo",
        "Country": "USA",
    }
    return {
        "CompanyName": settings.name,
        "LegalName": settings.name,
        "CompanyAddr": address,
        "LegalAddr": address,
        "CustomerCommunicationAddr": address,
        "CompanyStartDate": day,
        "FiscalYearStartMonth": "January",
        "Country": "USA",
        "Email": {"Address": "office@example.com"},
        "WebAddr": {},
        "SupportedLanguages": "en",
        "NameValue": [
            {"Name": "NeoEnabled", "Value": "true"},
            {"Name": "OfferingSku", "Value": "QuickBooks Online Plus"},
            {"Name": "SubscriptionStatus", "Value": "PAID"},
        ],
    }


def _preferences(settings: CompanySettings) -> JsonObject:
    fields = [
        {"Name": f"SalesFormsPrefs.SalesCustomName{key}", "StringValue": name}
        for key, name in words.CUSTOM_FIELDS
    ]
    return {
        "AccountingInfoPrefs": {
            "FirstMonthOfFiscalYear": "January",
            "UseAccountNumbers": False,
            "ClassTrackingPerTxn": False,
        },
        "ProductAndServicesPrefs": {"ForSales": True, "QuantityOnHand": True},
        "SalesFormsPrefs": {"CustomField": [{"CustomField": fields}]},
        "CurrencyPrefs": {
            "MultiCurrencyEnabled": settings.multi_currency,
            "HomeCurrency": {"value": settings.currency},
        },
        "TaxPrefs": {"UsingSalesTax": True},
        "OtherPrefs": {"NameValue": []},
    }
