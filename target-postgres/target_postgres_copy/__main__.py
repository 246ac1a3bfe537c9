"""The command `target-postgres-copy` starts without what most runs never use."""

from __future__ import annotations

from target_postgres_copy.later import put_off

#: Modules that are imported when they are used, and what is taken from them by name.
#: They are half of what the SDK, the stock target and the loader take to import.
SELDOM_USED = {
    # the SDK: worker processes, batch files, all of taps, --about, .env files
    "joblib": ("Parallel", "delayed", "parallel_config"),
    "upath": ("UPath",),
    "requests": (),
    "singer_sdk.streams.graphql": ("GraphQLStream",),
    "singer_sdk.streams.rest": ("RESTStream",),
    "importlib_metadata": ("entry_points",),
    "packaging.specifiers": ("SpecifierSet",),
    "packaging.version": ("Version",),
    "dotenv": ("find_dotenv",),
    "dotenv.main": ("DotEnv",),
    # the stock target: the SSH tunnel, other drivers
    "paramiko": (),
    "sqlalchemy.dialects.postgresql.asyncpg": (),
    "sqlalchemy.dialects.postgresql.pg8000": (),
}


def main() -> None:
    """Run the target."""
    with put_off(SELDOM_USED):
        from target_postgres_copy import command  # noqa: PLC0415  # what this block is for
    command.main()


if __name__ == "__main__":
    main()
