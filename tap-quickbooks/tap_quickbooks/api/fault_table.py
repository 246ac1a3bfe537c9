"""What each fault code and each HTTP status means: try again, renew, or stop."""

from __future__ import annotations

from dataclasses import dataclass

from tap_quickbooks.model.errors import (
    RealmError,
    RequestRejectedError,
    ThrottledError,
    TokenRejectedError,
    UnavailableError,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """What one code, or one HTTP status, means for the caller."""

    error: type[Exception]
    advice: str


LATER = "try again later"
_RECONNECT = "check realm_id, environment and keys, or connect the company again"
_SLOWER = "lower requests_per_minute or requests_per_second"
_REPORT = "report it with intuit_tid; the stream stops"
_MEND = "mend in QuickBooks what the message names, then run it again"


def _refused(advice: str = _REPORT) -> Rule:
    return Rule(RequestRejectedError, advice)


#: By fault code (API notes §7); more telling than the HTTP status. A code that is not
#: here, such as the general 100, leaves it to the status. Which error is what to do:
#: try again: UnavailableError, ThrottledError; renew: TokenRejectedError;
#: stop the stream: RequestRejectedError; stop the company: RealmError.
FAULTS: dict[str, Rule] = {
    "120": Rule(RealmError, "give the connected user the right to read this company"),
    "500": _refused(),  # an operation, or a path, that there is not
    "610": _refused(_MEND),  # not found, or made inactive
    "620": _refused(_MEND),  # a transaction that cannot be changed or linked
    "2010": _refused(),  # an unknown property
    "2020": _refused(),  # a parameter is missing
    "2030": _refused(),  # an Id that is no number
    "2050": _refused(),  # a text that is too long
    "2080": _refused(),  # a number that is none
    "2170": _refused(),  # a word that is not of the list
    "2180": _refused(),
    "2500": _refused(_MEND),  # a reference to what is not there
    "3001": Rule(ThrottledError, _SLOWER),
    "3100": Rule(RealmError, _RECONNECT),
    "3200": Rule(TokenRejectedError, _RECONNECT),
    "3201": Rule(TokenRejectedError, _RECONNECT),
    "4000": _refused(),  # a query that cannot be parsed
    "4001": _refused(),  # a query that asks for what there is not
    "5010": _refused(LATER),  # somebody else changed the object
    "6000": _refused(_MEND),  # a rule of the books, named in the text
    "6070": _refused(_MEND),  # an amount that is not price times quantity
    "6140": _refused(_MEND),  # a document number that is taken
    "6190": Rule(RealmError, "the company's QuickBooks subscription must be renewed"),
    "6200": _refused(_MEND),  # the books are closed
    "6210": _refused(_MEND),  # the books are closed, with a password
    "6240": _refused(_MEND),  # a name that is taken
    "10000": Rule(UnavailableError, LATER),
    "10100": _refused("ask for less: the answer is larger than QuickBooks gives"),
    "AuthenticationFailed": Rule(TokenRejectedError, _RECONNECT),
}

#: By HTTP status of an answer of the API, where the code says nothing.
STATUSES: dict[int, Rule] = {
    401: Rule(TokenRejectedError, _RECONNECT),
    403: Rule(RealmError, _RECONNECT),
    404: Rule(RealmError, "check realm_id and api_url"),
    408: Rule(UnavailableError, LATER),
    429: Rule(ThrottledError, _SLOWER),
}

#: What says nothing of its own.
REFUSED = _refused()
BROKEN = Rule(UnavailableError, LATER)

#: A body that is not the API's came from somewhere on the way, whatever its status: a
#: proxy, a portal that asks to sign in, a page that says to come back soon.
FOREIGN = Rule(
    UnavailableError,
    "look at what stands between here and QuickBooks (proxy, portal, maintenance), and"
    " check api_url; try again later",
)

#: But these statuses speak of this very request, whoever sends them.
FOREIGN_STATUSES: dict[int, Rule] = {
    413: _refused(),
    414: _refused(),
    429: STATUSES[429],
    431: _refused(),
}
