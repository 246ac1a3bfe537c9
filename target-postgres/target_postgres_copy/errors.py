"""What can go wrong in a load, named by what happens next.

RecordError                 one record is set aside, the rest is loaded
    MissingKeyError
LoadError                   the run stops, or ends with a failure
    CutOffInputError        the tap was killed: what came before is committed
    BadRecordsError         records were set aside, the rest is loaded
    TooManyBadRecordsError  stops before the state that would cover them
    InputError              the tap wrote what is no Singer message; it is named
    SchemaError             a stream's schema is none; a person corrects it
    TableError              the table cannot take the stream; a person decides
    SettingsError           a setting is wrong
    PurgeError              nothing was deleted; a person decides
"""

from __future__ import annotations


class RecordError(ValueError):
    """A record cannot be loaded; the message is the reason."""


class MissingKeyError(RecordError):
    """A record lacks a value of its key."""


class LoadError(Exception):
    """The run ends with a failure; the message says what to do."""


class CutOffInputError(LoadError):
    """The input ended in the middle of a line."""


class InputError(LoadError):
    """The tap wrote something that no loader can take."""


class SchemaError(LoadError):
    """A stream's JSON Schema cannot be used."""


class BadRecordsError(LoadError):
    """Some records were set aside as dead letters."""


class TooManyBadRecordsError(LoadError):
    """More records were bad than `max_bad_records` allows."""


class TableError(LoadError):
    """A table cannot be brought to the stream's schema."""


class SettingsError(LoadError):
    """A setting, or two together, make no sense."""


class PurgeError(LoadError):
    """What is to be purged cannot be, as things are."""
