"""The command ``tap-quickbooks`` starts without what most runs never use."""

from __future__ import annotations

from tap_quickbooks.ending import Ending
from tap_quickbooks.later import put_off

#: Modules that are imported when they are used, and what is taken from them by name.
#: They are half of the time that the SDK and the tap take to import.
SELDOM_USED = {
    # the SDK: worker processes, batch files, other kinds of taps, --about, .env files
    "joblib": ("Parallel", "delayed", "parallel_config"),
    "upath": ("UPath",),
    "singer_sdk.streams.graphql": ("GraphQLStream",),
    "singer_sdk.streams.rest": ("RESTStream",),
    "importlib_metadata": ("entry_points",),
    "packaging.specifiers": ("SpecifierSet",),
    "packaging.version": ("Version",),
    "dotenv": ("find_dotenv",),
    "dotenv.main": ("DotEnv",),
    # the tap: tokens in a bucket, encrypted, or to be renewed
    "fsspec": (),
    "cryptography.fernet": (),
    "filelock": ("FileLock",),
}


def main() -> None:
    """Run the tap or a command beside it."""
    ending = Ending()
    ending.install()  # first: a signal during the imports ends the process as well
    with put_off(SELDOM_USED):
        from tap_quickbooks import command  # noqa: PLC0415  # what this block is for
    command.main(ending)


if __name__ == "__main__":
    main()
