"""One run of the upload: its run log, its engine, its files and its final report."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from quickbooks_attachments.files.storage import open_tree
from quickbooks_attachments.model.errors import MigrationIncompleteError, SettingsError
from quickbooks_attachments.model.outcomes import FAILED, SKIPPED, UNKNOWN, UPLOADED
from quickbooks_attachments.model.progress import Progress
from quickbooks_attachments.model.work import from_record
from quickbooks_attachments.runlog.log import RunLog
from quickbooks_attachments.runlog.views import ERRORS_CSV, read_successes, write_views
from quickbooks_attachments.upload.engine import Trial, Uploader
from quickbooks_attachments.upload.sender import Tools

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tap_quickbooks.model.clocks import Clocks

    from quickbooks_attachments.api.company import AttachmentsApi
    from quickbooks_attachments.config.settings import TargetSettings
    from quickbooks_attachments.model.outcomes import Result

_IMPORTED_AT_ONCE = 1000


class Migration:
    """Takes rows of the verification log and sees them attached."""

    def __init__(  # noqa: PLR0913, PLR0917  # the tools of a run
        self,
        settings: TargetSettings,
        realm_id: str,
        api: AttachmentsApi,
        clocks: Clocks,
        run: str,
        say: Callable[[str], None],
        workers: int = 8,
        grace_s: Callable[[], float | None] = lambda: None,
    ) -> None:
        """Prepare a run; ``opened`` begins it.

        Args:
            settings: The target's.
            realm_id: The company.
            api: Reaches it.
            clocks: Time.
            run: Tells runs of the same second apart.
            say: Takes lines for people.
            workers: Requests under way at once.
            grace_s: How long those may take to end; None for as long as they do.
        """
        now = clocks.now()
        self._settings = settings
        self._realm_id = realm_id
        self._clocks = clocks
        self._say = say
        self._grace_s = grace_s
        settings.log_dir.mkdir(parents=True, exist_ok=True)
        run_id = f"{now:%Y%m%dT%H%M%SZ}-{run}"
        self.log = RunLog(settings.run_log_url, realm_id, run_id, now.isoformat())
        self._progress = Progress("uploading", 0, clocks.monotonic, say)
        tree = open_tree(settings.files_url)
        self._tools = Tools(
            api,
            self.log,
            tree,
            realm_id,
            clocks,
            settings,
            workers,
            self._settled,
            say,
        )
        self._verified = 0
        self._not_ready: Counter[str] = Counter()
        self._engine: Uploader | Trial

    @contextmanager
    def opened(self) -> Iterator[Migration]:
        """Hold the run log's lock; in the end write the CSV files, whatever happens.

        Raises:
            SettingsError: if another run is under way.
        """
        with self.log.locked():
            if self._settings.import_runlog and not self._settings.dry_run:
                self._import(self._settings.import_runlog)
            kind = Trial if self._settings.dry_run else Uploader
            self._engine = kind(self._tools)
            try:
                yield self
            finally:
                self._engine.close(self._grace_s())
                if not self._settings.dry_run:
                    write_views(self.log, self._settings.log_dir)

    def _import(self, url: str) -> None:
        taken, found = 0, read_successes(url, self._realm_id)
        while results := list(islice(found, _IMPORTED_AT_ONCE)):
            taken += self.log.import_successes(results, self._tools.now())
        self._say(f"import: {taken:,} files of {url} are attached already")

    def take(self, records: Sequence[dict[str, Any]]) -> None:
        """Take rows of the verification log; those that are not ready are counted."""
        ready = []
        for record in records:
            if record.get("realm_id") != self._realm_id:
                other = record.get("realm_id")
                msg = (
                    f"The work is of company {other}, this target attaches"
                    f" to {self._realm_id}: set the same realm_id for both"
                )
                raise SettingsError(msg)
            self._progress.total = int(record.get("row_count") or 0)
            if record.get("status") == "ok":
                ready.append(from_record(record))
            else:
                self._not_ready[str(record.get("status"))] += 1
                self._progress.advance()
        self._verified += len(ready)
        self._engine.submit(ready)

    def _settled(self, results: Sequence[Result]) -> None:
        size = sum(r.file.size for r in results if r.outcome == UPLOADED)
        self._progress.advance(len(results), size)

    def finish(self) -> None:
        """Wait for the end, and report.

        Raises:
            MigrationIncompleteError: if verified files are not attached.
        """
        self._engine.finish()
        for status, count in self._not_ready.most_common():
            self._say(f"not ready: {count:>9,}  {status}")
        if isinstance(self._engine, Trial):
            for what, count in self._engine.counts.most_common():
                self._say(f"dry run: {count:>9,}  {what}")
            return
        counts = self.log.counts()
        errors = counts.get(FAILED, 0) + counts.get(UNKNOWN, 0)
        self._say(self._progress.line())
        self._say(
            f"report: {self._verified:,} verified ="
            f" {counts.get(UPLOADED, 0):,} uploaded"
            f" + {counts.get(SKIPPED, 0):,} duplicates + {errors:,} errors"
            f" ({counts.get(UNKNOWN, 0):,} of them unknown)"
        )
        if errors:
            msg = (
                f"{errors:,} of {self._verified:,} verified files are not attached:"
                f" {self._settings.log_dir / ERRORS_CSV} says why; run again to go on"
            )
            raise MigrationIncompleteError(msg)
