"""The command ``tap-quickbooks``: an error is one line, not a traceback."""

from __future__ import annotations

import os
import sys

from simplejson import JSONDecodeError  # type: ignore[import-untyped]  # the SDK's
from singer_sdk.exceptions import SingerSDKError

from tap_quickbooks.tap import TapQuickBooks


def main() -> None:
    """Run the tap; exit 1 with one line where something is wrong."""
    try:
        TapQuickBooks.cli()
    except BrokenPipeError:
        # What the target kept, its own state says; nothing more can be written.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit("The target stopped reading; run the sync again")
    except JSONDecodeError as error:
        TapQuickBooks.logger.error(
            "A file given with --config, --catalog or --state is no JSON: %s", error
        )
        sys.exit(1)
    except (SingerSDKError, OSError) as error:
        TapQuickBooks.logger.error("%s", error)  # one line is enough
        sys.exit(1)


if __name__ == "__main__":
    main()
