"""Fault bodies exactly as QuickBooks writes them."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from quickbooks_simulator.basics.jsontext import JsonObject, encode

VALIDATION = "ValidationFault"
SYSTEM = "SystemFault"


class FaultError(Exception):
    """An answer of the accounting service that is a fault."""

    def __init__(  # noqa: PLR0913 - the six fields of a Fault on the wire
        self,
        code: str,
        message: str,
        detail: str | None = None,
        *,
        element: str | None = None,
        kind: str = VALIDATION,
        status: int = 400,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.detail = detail
        self.element = element
        self.kind = kind
        self.status = status

    def fault(self) -> JsonObject:
        """Give the value of ``Fault``."""
        error: JsonObject = {"Message": self.message}
        if self.detail is not None:
            error["Detail"] = self.detail
        error["code"] = self.code
        if self.element is not None:
            error["element"] = self.element
        return {"Error": [error], "type": self.kind}

    def body(self, time: str) -> bytes:
        """Give the whole JSON body."""
        return encode({"Fault": self.fault(), "time": time})


@dataclass(frozen=True)
class GatewayFault:
    """A fault of the gateway before the service: lower-camel keys, many nulls."""

    status: int
    code: str
    name: str
    kind: str
    detail: str | None

    @property
    def message(self) -> str:
        """The gateway's one-line message."""
        code = f"00{self.code}"
        return f"message={self.name}; errorCode={code}; statusCode={self.status}"

    def json(self, epoch: float) -> bytes:
        """Give the JSON form, with its time in epoch milliseconds."""
        error = {
            "message": self.message,
            "detail": self.detail,
            "code": self.code,
            "element": None,
        }
        return encode(
            {
                "warnings": None,
                "intuitObject": None,
                "fault": {"error": [error], "type": self.kind},
                "report": None,
                "queryResponse": None,
                "batchItemResponse": [],
                "attachableResponse": [],
                "syncErrorResponse": None,
                "requestId": None,
                "time": int(epoch * 1000),
                "status": None,
                "cdcresponse": [],
            },
        )

    def xml(self, time: str) -> bytes:
        """Give the XML form."""
        detail = f"<Detail>{escape(self.detail)}</Detail>" if self.detail else ""
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f'<IntuitResponse time="{time}" xmlns="http://schema.intuit.com/finance/v3">'
            f'<Fault type="{self.kind}"><Error code="{self.code}">'
            f"<Message>{escape(self.message)}</Message>{detail}"
            "</Error></Fault></IntuitResponse>"
        ).encode()


THROTTLED = GatewayFault(
    429,
    "3001",
    "ThrottleExceeded",
    "SERVICE",
    "The request limit was reached.  Try again later",
)
NOT_AUTHENTICATED = GatewayFault(
    401,
    "3200",
    "AuthenticationFailed",
    "AUTHENTICATION",
    "Token expired: the access token is unknown, expired or revoked",
)
MALFORMED_TOKEN = GatewayFault(
    401,
    "3200",
    "AuthenticationFailed",
    "AUTHENTICATION",
    "Malformed bearer token: too short or too long",
)
NOT_AUTHORIZED = GatewayFault(
    403,
    "3100",
    "ApplicationAuthorizationFailed",
    "SERVICE",
    None,
)


class GatewayError(Exception):
    """An answer of the gateway that is a fault."""

    def __init__(self, fault: GatewayFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def parse_fault(detail: str) -> FaultError:
    """Give the fault of a statement that the grammar does not know."""
    return FaultError("4000", "Error parsing query", f"QueryParserError: {detail}")


def query_fault(detail: str) -> FaultError:
    """Give the fault of a statement that reads well and means nothing."""
    return FaultError("4001", "Invalid query", f"QueryValidationError: {detail}")


def not_found(entity: str, identifier: str) -> FaultError:
    """Give the fault of an Id that does not exist, or no longer."""
    return FaultError(
        "610",
        "Object Not Found",
        "Object Not Found : Something you're trying to use has been made inactive."
        " Check the fields with accounts, customers, items, vendors or employees."
        f" ({entity} {identifier})",
    )


def business_rule(detail: str) -> FaultError:
    """Give the fault of a body that breaks a rule of the books."""
    return FaultError(
        "6000",
        "A business validation error has occurred while processing your request",
        f"Business Validation Error: {detail}",
    )


def nothing_attached() -> FaultError:
    """Give the fault of an Attachable that is neither a note nor a file."""
    return business_rule("You must have at least a note string or file attachment")


def invalid_company_status() -> FaultError:
    """Give the fault of a company whose subscription has ended."""
    return FaultError(
        "6190",
        "Invalid Company Status",
        "Subscription period has ended or canceled or there was a billing problem",
    )


def stale_object() -> FaultError:
    """Give the fault of a SyncToken that is not the present one."""
    return FaultError(
        "5010",
        "Stale Object Error",
        "Stale Object Error : You and another user were working on this at the same"
        " time. The other user finished before you did, so your work was not saved.",
    )


def missing_parameter(name: str) -> FaultError:
    """Give the fault of a required property that is not in the body."""
    return FaultError(
        "2020",
        "Required param missing, need to supply the required value for the API",
        f"Required parameter {name} is missing in the request",
        element=name,
    )


def invalid_property(name: str) -> FaultError:
    """Give the fault of a property that the entity does not have."""
    return FaultError(
        "2010",
        "Request has invalid or unsupported property",
        f'Property Name:Can not instantiate value; unknown property "{name}"',
        element=name,
    )


def invalid_reference(name: str, value: str) -> FaultError:
    """Give the fault of a reference to something that does not exist."""
    return FaultError(
        "2500",
        "Invalid Reference Id",
        f"Invalid Reference Id : {name} element id {value} not found",
        element=name,
    )


def too_long(name: str, limit: int) -> FaultError:
    """Give the fault of a text over its length."""
    return FaultError(
        "2050",
        "String length is either shorter or longer than supported by specification",
        f"String length specified does not match the supported length."
        f" Min:0 Max:{limit} supported. Supplied length exceeds it.",
        element=name,
    )


def illegal_number(name: str) -> FaultError:
    """Give the fault of an amount that is no number."""
    return FaultError(
        "2080",
        "Illegal number",
        f"Illegal number specified for {name}",
        element=name,
    )


def duplicate_name(name: str) -> FaultError:
    """Give the fault of a name that another list entry has."""
    return FaultError(
        "6240",
        "Duplicate Name Exists Error",
        f"The name supplied already exists. : {name}",
    )


def unsupported_operation(name: str) -> FaultError:
    """Give the fault of an operation that the entity does not know."""
    return FaultError(
        "500",
        "Unsupported Operation",
        f"Operation {name} is not supported.",
        element="Operation",
    )


def system_failure(detail: str, status: int = 200) -> FaultError:
    """Give the fault that QuickBooks sends under HTTP 200, or 500."""
    return FaultError(
        "10000",
        "An application error has occurred while processing your request",
        f"System Failure Error: {detail}",
        kind=SYSTEM,
        status=status,
    )
