"""Bring data/<entity>.txt up to date: the newest line of each object, replaced at once.

target-jsonl only appends. Each of its runs leaves a file of its own in data/staging;
this step joins them with the published file, keeps the newest line of each
(realm_id, id), replaces the published file atomically and removes what it took in.

Usage: publish.py ENTITY   (the folder is PUBLISH_FOLDER)
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import NamedTemporaryFile

import duckdb

#: Lines stay text, so no number is rounded. A line that is no JSON is the torn last
#: line of a run that was killed: the run that followed has read its object again.
NEWEST = """
    WITH lines AS (
        SELECT json AS line, filename, row_number() OVER () AS position
        FROM read_ndjson_objects($files, filename = true, ignore_errors = true,
                                 maximum_object_size = 268435456)
        WHERE json IS NOT NULL
    )
    SELECT line::VARCHAR
    FROM lines
    QUALIFY row_number() OVER (
        PARTITION BY line ->> '$.realm_id', line ->> '$.id'
        ORDER BY (line ->> '$.last_updated_at_utc') DESC NULLS LAST,
                 (line ->> '$.ingested_at_utc') DESC, position DESC
    ) = 1
    ORDER BY line ->> '$.realm_id', length(line ->> '$.id'), line ->> '$.id'
"""

ROWS_AT_ONCE = 1000


def newest_lines(files: list[Path], target: Path) -> int:
    """Write the newest line of each object of some files into a new file.

    Returns:
        How many lines there are.
    """
    count = 0
    with duckdb.connect() as database, target.open("w", encoding="utf-8") as output:
        found = database.execute(NEWEST, {"files": [str(file) for file in files]})
        while rows := found.fetchmany(ROWS_AT_ONCE):
            output.writelines(f"{line}\n" for (line,) in rows)
            count += len(rows)
        output.flush()
        os.fsync(output.fileno())
    return count


def publish(folder: Path, entity: str) -> int:
    """Bring one entity's file up to date; it is whole at any moment.

    Returns:
        How many objects it holds.
    """
    published = folder / f"{entity}.txt"
    staged = sorted((folder / "staging").glob(f"{entity}-*.jsonl"))
    files = [file for file in (published, *staged) if file.exists()]
    with NamedTemporaryFile(dir=folder, prefix=f".{entity}-", delete=False) as new:
        target = Path(new.name)
    try:
        count = newest_lines(files, target) if files else 0
        target.chmod(0o644)
        target.replace(published)
    finally:
        target.unlink(missing_ok=True)
    for file in staged:
        file.unlink()
    return count


def main() -> None:
    """Publish the entity named on the command line."""
    entity = sys.argv[1]
    folder = Path(os.environ["PUBLISH_FOLDER"])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        count = publish(folder, entity)
    except OSError as error:
        sys.exit(
            f"{folder} cannot be written ({error.strerror}): give this user the right"
            " to write there; nothing was lost, run the job again"
        )
    print(f"{folder / f'{entity}.txt'}: {count}")  # noqa: T201  # what the step did


if __name__ == "__main__":
    main()
