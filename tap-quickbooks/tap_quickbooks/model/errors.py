"""Errors, named by what the caller should do.

SingerSDKError
├── ConfigurationError
│   └── SettingsError            stop: mend the settings
│       └── UnreadableTokenError connect again: what is stored cannot be opened
├── FatalAPIError
│   ├── LoginError               ask the person again: nothing was connected
│   ├── RealmError               stop this company: its access or subscription
│   │   ├── ComeBackError        stop this company: the wait is too long for a run
│   │   ├── OutOfTimeError       pause this company: the run's time is over
│   │   └── StoppedError         stop this company: the run is being ended
│   ├── RequestRejectedError     stop this stream: QuickBooks refuses the request
│   ├── UnreadableDataError      stop this stream: an answer breaks the API's rules
│   └── UnstableWindowError      stop this stream: a window that never settles
├── RetriableAPIError
│   ├── ThrottledError           try again, later
│   ├── UnavailableError         try again
│   └── TokenRejectedError       renew the access token, then try again
└── SyncError
    ├── OutputClosedError        stop: nobody reads what is written
    └── SyncIncompleteError      end of the run: what failed, what to do
"""

from __future__ import annotations

from singer_sdk.exceptions import (
    ConfigurationError,
    FatalAPIError,
    RetriableAPIError,
    SyncError,
)


class SettingsError(ConfigurationError):
    """The settings, or what they point to, must be mended by a person."""


class UnreadableTokenError(SettingsError):
    """What is stored of a company cannot be opened; it can be left behind."""


class LoginError(FatalAPIError):
    """No company was connected; the person can try again."""


class RealmError(FatalAPIError):
    """This company cannot be read: its access, its keys or its subscription."""


class ComeBackError(RealmError):
    """QuickBooks asks for a wait that is longer than this run can take."""


class OutOfTimeError(RealmError):
    """``max_seconds`` are over; what is not read yet is the next run's."""


class StoppedError(RealmError):
    """A signal asked for the end while something was waited for."""


class RequestRejectedError(FatalAPIError):
    """QuickBooks refuses this request; the same one would be refused again."""


class UnreadableDataError(FatalAPIError):
    """An object lacks what the API promises, such as its Id."""


class UnstableWindowError(FatalAPIError):
    """A window could not be read completely: its rows kept changing."""


class _AskedToWaitError(RetriableAPIError):
    def __init__(self, message: str, retry_after_s: float | None = None) -> None:
        """Keep the wait that the answer asked for, in seconds, if it named one."""
        super().__init__(message)
        self.retry_after_s = retry_after_s


class ThrottledError(_AskedToWaitError):
    """QuickBooks asks to slow down."""


class UnavailableError(_AskedToWaitError):
    """No usable answer came: server error, time-out, reset, cut or foreign body."""


class TokenRejectedError(RetriableAPIError):
    """The access token is not accepted any more."""


class OutputClosedError(SyncError):
    """The target has gone; what it kept, its own state says."""


class SyncIncompleteError(SyncError):
    """Some streams or companies failed; what was complete is kept."""


__all__ = [
    "STREAM_ERRORS",
    "ComeBackError",
    "FatalAPIError",
    "LoginError",
    "OutOfTimeError",
    "OutputClosedError",
    "RealmError",
    "RequestRejectedError",
    "RetriableAPIError",
    "SettingsError",
    "StoppedError",
    "SyncIncompleteError",
    "ThrottledError",
    "TokenRejectedError",
    "UnavailableError",
    "UnreadableDataError",
    "UnreadableTokenError",
    "UnstableWindowError",
]

#: Errors that stop one stream, or one company, while the others go on.
STREAM_ERRORS = (FatalAPIError, RetriableAPIError)
