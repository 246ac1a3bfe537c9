from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from intuitlib.client import AuthClient  # type: ignore[import-untyped]  # has no types
from intuitlib.enums import Scopes  # type: ignore[import-untyped]  # has no types
from intuitlib.exceptions import AuthClientError  # type: ignore[import-untyped]  # has no types
from quickbooks import QuickBooks  # type: ignore[import-untyped]  # has no types
from quickbooks.batch import batch_create  # type: ignore[import-untyped]  # has no types
from quickbooks.cdc import change_data_capture  # type: ignore[import-untyped]  # has no types
from quickbooks.exceptions import ObjectNotFoundException, ValidationException  # type: ignore[import-untyped]  # has no types
from quickbooks.objects.attachable import Attachable  # type: ignore[import-untyped]  # has no types
from quickbooks.objects.base import AttachableRef  # type: ignore[import-untyped]  # has no types
from quickbooks.objects.company_info import CompanyInfo  # type: ignore[import-untyped]  # has no types
from quickbooks.objects.customer import Customer  # type: ignore[import-untyped]  # has no types
from quickbooks.objects.detailline import SalesItemLine, SalesItemLineDetail  # type: ignore[import-untyped]  # has no types
from quickbooks.objects.invoice import Invoice  # type: ignore[import-untyped]  # has no types
from quickbooks.objects.item import Item  # type: ignore[import-untyped]  # has no types

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quickbooks_simulator.apiclient import ApiClient

TARGET = "http://localhost:9/callback"


@pytest.fixture
def auth(api: ApiClient) -> Iterator[AuthClient]:
    """Give intuit-oauth's client, pointed at the simulator."""
    client = AuthClient(
        api.company.client_id,
        api.company.client_secret,
        TARGET,
        api.simulator.discovery_url,
    )
    yield client
    client.close()


@pytest.fixture
def client(
    api: ApiClient,
    auth: AuthClient,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[QuickBooks]:
    """Give python-quickbooks' client, pointed at the simulator."""
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    monkeypatch.setattr(QuickBooks, "api_url_v3", f"{api.simulator.url}/v3")
    made = QuickBooks(
        auth_client=auth,
        refresh_token=api.company.refresh_token,
        company_id=api.company.realm_id,
        minorversion=75,
        use_decimal=True,
    )
    yield made
    made.session.close()


def test_consent_flow(api: ApiClient, auth: AuthClient) -> None:
    """intuit-oauth builds the consent URL and exchanges the code for tokens."""
    url = auth.get_authorization_url([Scopes.ACCOUNTING])
    form = {key: values[0] for key, values in parse_qs(urlsplit(url).query).items()}
    form["realm_id"] = api.company.realm_id
    target = api.simulator.authorize_url
    answer = api.session.post(target, form, allow_redirects=False, timeout=20)
    back = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert back["state"] == [auth.state_token]
    auth.get_bearer_token(back["code"][0], realm_id=back["realmId"][0])
    assert auth.expires_in == 3600
    api.access_token = auth.access_token
    assert api.count("Invoice") == 30


def test_refresh_and_revoke(api: ApiClient, auth: AuthClient) -> None:
    """intuit-oauth refreshes, revokes, and meets invalid_grant."""
    auth.refresh(refresh_token=api.company.refresh_token)
    assert auth.access_token
    assert auth.revoke(token=auth.refresh_token)
    with pytest.raises(AuthClientError) as caught:
        auth.refresh(refresh_token=api.company.refresh_token)
    assert caught.value.status_code == 400


def test_list_and_count(client: QuickBooks) -> None:
    """python-quickbooks lists, counts and reads."""
    assert Invoice.count(qb=client) == 30
    rows = Invoice.query(
        "select * from Invoice startposition 11 maxresults 5", qb=client
    )
    assert [row.Id for row in rows] == ["11", "12", "13", "14", "15"]
    assert isinstance(rows[0].TotalAmt, Decimal)
    assert Item.all(qb=client, max_results=3)
    assert Customer.filter(Active=True, qb=client)
    company = CompanyInfo.all(qb=client)[0]
    assert company.CompanyName


def test_create_update_delete(client: QuickBooks) -> None:
    """python-quickbooks creates, updates, voids and deletes."""
    customer = Customer()
    customer.DisplayName = "Ümlaut & Sons 🍺"
    customer.save(qb=client)
    customer.CompanyName = "Ümlaut"
    customer.save(qb=client)
    assert Customer.get(int(customer.Id), qb=client).SyncToken == "1"
    line = SalesItemLine()
    line.Amount = 100
    line.SalesItemLineDetail = SalesItemLineDetail()
    line.SalesItemLineDetail.ItemRef = Item.get(1, qb=client).to_ref()
    invoice = Invoice()
    invoice.CustomerRef = customer.to_ref()
    invoice.Line.append(line)
    invoice.save(qb=client)
    assert Invoice.get(int(invoice.Id), qb=client).TotalAmt == 100
    assert invoice.void(qb=client)["Invoice"]["TotalAmt"] == 0
    again = Invoice.get(int(invoice.Id), qb=client)
    again.delete(qb=client)
    with pytest.raises(ObjectNotFoundException):
        Invoice.get(int(invoice.Id), qb=client)


def test_faults(client: QuickBooks) -> None:
    """python-quickbooks reads the simulator's faults."""
    with pytest.raises(ValidationException) as caught:
        Invoice.query("select * from Nonsense", qb=client)
    assert caught.value.error_code == 4001


def test_batch_and_changes(api: ApiClient, client: QuickBooks) -> None:
    """python-quickbooks sends batches and reads changes."""
    since = api.simulator.clock().now
    people = []
    for name in ("A 1", "A 2", "A 1"):
        customer = Customer()
        customer.DisplayName = name
        people.append(customer)
    result = batch_create(people, qb=client)
    assert [one.DisplayName for one in result.successes] == ["A 1", "A 2"]
    assert result.faults[0].Error[0].code == "6240"
    changed = change_data_capture([Customer, Invoice], since, qb=client)
    assert {one.DisplayName for one in changed.Customer} == {"A 1", "A 2"}


def test_attachment(api: ApiClient, client: QuickBooks) -> None:
    """python-quickbooks uploads a file, base64 and all, and its bytes arrive."""
    content = bytes(range(256))
    attachment = Attachable()
    attachment.FileName = "picture.png"
    attachment.ContentType = "image/png"
    attachment._FileBytes = content
    reference = AttachableRef()
    reference.EntityRef = Invoice.get(1, qb=client).to_ref()
    attachment.AttachableRef.append(reference)
    attachment.save(qb=client)
    [stored] = api.simulator.files(api.company.realm_id)
    assert stored["sha256"] == hashlib.sha256(content).hexdigest()
    assert Attachable.get(stored["Id"], qb=client).FileName == "picture.png"
