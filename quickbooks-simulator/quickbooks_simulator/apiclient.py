"""A bare client of the accounting API: one live token, no retries, no rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quickbooks_simulator.basics.jsontext import Json, JsonObject, decode

if TYPE_CHECKING:
    import requests

    from quickbooks_simulator.client import SeededCompany, SimulatorClient

TIMEOUT = 20


class RefusedError(Exception):
    """The API answered with something other than 200."""


@dataclass
class ApiClient:
    """A client of one company."""

    simulator: SimulatorClient
    company: SeededCompany
    session: requests.Session
    access_token: str

    @property
    def base(self) -> str:
        """The company's URL."""
        return f"{self.simulator.url}/v3/company/{self.company.realm_id}"

    def send(  # noqa: PLR0913 - the parts of an HTTP request
        self,
        method: str,
        path: str,
        *,
        params: dict[str, str] | None = None,
        body: Json = None,
        data: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> requests.Response:
        """Send a request with a live token and JSON wanted."""
        bearer = f"Bearer {self.access_token}"
        common = {"Authorization": bearer, "Accept": "application/json"}
        return self.session.request(
            method,
            f"{self.base}/{path}",
            params=params,
            json=body,
            data=data,
            headers={**common, **(headers or {})},
            timeout=TIMEOUT,
        )

    def get(self, path: str, **params: str) -> requests.Response:
        """Read."""
        return self.send("GET", path, params=params)

    def post(self, path: str, body: Json, **params: str) -> requests.Response:
        """Write."""
        return self.send("POST", path, body=body, params=params)

    def ask(self, statement: str) -> requests.Response:
        """Send a statement."""
        return self.get("query", query=statement)

    def query(self, statement: str) -> JsonObject:
        """Send a statement and give the QueryResponse, decimals exact.

        Raises:
            RefusedError: If the answer is not 200.
        """
        answer = self.ask(statement)
        if not answer.ok:
            raise RefusedError(answer.text)
        found: JsonObject = decode(answer.content)["QueryResponse"]
        return found

    def count(self, entity: str, where: str = "") -> int:
        """Count an entity."""
        found = self.query(f"SELECT COUNT(*) FROM {entity} {where}")  # noqa: S608 - not SQL
        return int(found["totalCount"])


def refresh(
    simulator: SimulatorClient,
    company: SeededCompany,
    session: requests.Session,
    refresh_token: str = "",
) -> requests.Response:
    """Ask the token endpoint for an access token."""
    form = {
        "grant_type": "refresh_token",
        "refresh_token": refresh_token or company.refresh_token,
    }
    auth = (company.client_id, company.client_secret)
    return session.post(simulator.token_url, data=form, auth=auth, timeout=TIMEOUT)


def fault_of(answer: requests.Response) -> tuple[int, str, str]:
    """Give status, code and detail of a fault in JSON."""
    error = answer.json()["Fault"]["Error"][0]
    return answer.status_code, error["code"], error.get("Detail", "")
