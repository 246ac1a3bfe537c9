from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from quickbooks_simulator.wire.xmlform import render

SPACE = 'xmlns="http://schema.intuit.com/finance/v3"'


@pytest.mark.parametrize(
    ("answer", "inner"),
    [
        pytest.param(
            {"QueryResponse": {"totalCount": 26}},
            '<QueryResponse totalCount="26"></QueryResponse>',
            id="count",
        ),
        pytest.param(
            {"Customer": {"domain": "QBO", "sparse": False, "Id": "1"}},
            '<Customer domain="QBO" sparse="false"><Id>1</Id></Customer>',
            id="attributes",
        ),
        pytest.param(
            {"CurrencyRef": {"value": "USD", "name": "US & Dollar"}},
            '<CurrencyRef name="US &amp; Dollar">USD</CurrencyRef>',
            id="reference",
        ),
        pytest.param(
            {"Line": [{"Amount": Decimal("1.00")}, {"Amount": 2}]},
            "<Line><Amount>1.00</Amount></Line><Line><Amount>2</Amount></Line>",
            id="repeated",
        ),
        pytest.param(
            {"Fault": {"Error": [{"Message": "<b>", "code": "610"}], "type": "V"}},
            '<Fault type="V"><Error code="610"><Message>&lt;b&gt;</Message></Error>'
            "</Fault>",
            id="fault",
        ),
        pytest.param({"A": None, "B": "x\x00y"}, "<B>xy</B>", id="illegal characters"),
    ],
)
def test_render(answer: dict[str, Any], inner: str) -> None:
    """JSON forms have one XML form each, everything escaped."""
    text = render({**answer, "time": "T"}).decode()
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    whole = f'{head}<IntuitResponse {SPACE} time="T">{inner}</IntuitResponse>'
    assert text == whole
    assert fromstring(text.encode()).tag.endswith("IntuitResponse")
