"""The start of ``tap-quickbooks``: signals first, then everything else."""

from __future__ import annotations

from tap_quickbooks.model.ending import Ending


def main() -> None:
    """Run the tap or a command beside it."""
    ending = Ending()
    ending.install()  # a signal during the imports ends the process as well
    from tap_quickbooks import command  # noqa: PLC0415  # see above

    command.main(ending)


if __name__ == "__main__":
    main()
