"""The command `target-postgres-copy`."""

from __future__ import annotations

import gc


def main() -> None:
    """Run the target.

    What is imported stays: looking through it for garbage takes a third of the start.
    """
    gc.disable()
    from target_postgres_copy import main as command  # noqa: PLC0415  # see above

    gc.freeze()
    gc.enable()
    command.main()


if __name__ == "__main__":
    main()
