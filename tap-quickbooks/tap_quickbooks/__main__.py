"""The command ``tap-quickbooks``: errors for people in one line, without a traceback."""

from __future__ import annotations

import os
import sys

from singer_sdk.exceptions import SingerSDKError

from tap_quickbooks.tap import TapQuickBooks


def main() -> None:
    """Run the tap; exit 1 with one line where something is wrong."""
    try:
        TapQuickBooks.cli()
    except BrokenPipeError:
        # Whoever read the output is gone; what it kept, its own state says.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        TapQuickBooks.logger.error(
            "The target stopped reading; run the sync again"
        )  # no traceback for people
        sys.exit(1)
    except (SingerSDKError, FileNotFoundError) as error:
        TapQuickBooks.logger.error("%s", error)  # no traceback for people
        sys.exit(1)


if __name__ == "__main__":
    main()
