"""The two executables; an error is one line, not a traceback."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from singer_sdk.exceptions import SingerSDKError
from tap_quickbooks.config.sources import read_json
from tap_quickbooks.model.clocks import real_clocks

from quickbooks_attachments.api.company import AttachmentsApi, open_client
from quickbooks_attachments.config.settings import realm_of
from quickbooks_attachments.config.table import FILES_DIR
from quickbooks_attachments.demo import data
from quickbooks_attachments.model.ending import bounded
from quickbooks_attachments.model.errors import SettingsError
from quickbooks_attachments.preparation import stages
from quickbooks_attachments.tap import TapAttachments
from quickbooks_attachments.target import TargetQuickBooksAttachments

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

#: The variables that place files, and the settings that they stand for.
FOLDERS = {"FILES_DIR": "files_dir", "DATA_DIR": "data_dir", "LOG_DIR": "log_dir"}

STAGES = ("inventory", "verify", "demo-data")


def export_folders(environ: dict[str, str] | os._Environ[str], prefix: str) -> None:
    """Let FILES_DIR, DATA_DIR and LOG_DIR count where no own variable is set."""
    for variable, setting in FOLDERS.items():
        own = f"{prefix}_{setting.upper()}"
        if environ.get(variable) and not environ.get(own):
            environ[own] = environ[variable]


def tap_main() -> None:
    """Run the tap, or one of its stages alone."""
    export_folders(os.environ, "TAP_ATTACHMENTS")
    words = sys.argv[1:]
    if words and words[0] in STAGES:
        logging.basicConfig(level=logging.INFO, format="%(message)s")
        _guarded(TapAttachments, lambda: _stage(_arguments(words)))
    else:
        _guarded(TapAttachments, TapAttachments.cli)


def target_main() -> None:
    """Run the target; ``--dry-run`` and ``--import-runlog`` are settings as well."""
    prefix = "TARGET_QUICKBOOKS_ATTACHMENTS"
    export_folders(os.environ, prefix)
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--import-runlog")
    given, rest = parser.parse_known_args(sys.argv[1:])
    extra: dict[str, Any] = {"dry_run": True} if given.dry_run else {}
    if given.import_runlog:
        extra["import_runlog"] = given.import_runlog
    TargetQuickBooksAttachments.overrides = extra
    _guarded(
        TargetQuickBooksAttachments, lambda: TargetQuickBooksAttachments.cli(args=rest)
    )


def _guarded(plugin: Any, run: Callable[[], object]) -> None:  # noqa: ANN401  # tap or target class
    with bounded():
        try:
            run()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit("The target stopped reading; run it again")
        except (SingerSDKError, OSError) as error:
            plugin.logger.error("%s", error)  # noqa: TRY400  # one line is enough
            sys.exit(1)


def _arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tap-attachments")
    stages = parser.add_subparsers(dest="stage", required=True)
    stages.add_parser("inventory", help="write attachments_inventory.csv")
    verifying = stages.add_parser("verify", help="write the verification logs")
    verifying.add_argument("--fail-under", type=float, help="least coverage, per cent")
    making = stages.add_parser("demo-data", help="make a synthetic tree")
    making.add_argument("--files", type=int, default=1000)
    making.add_argument("--entity-type", default="Invoice")
    making.add_argument("--connect", action="store_true", help="use real Ids")
    for stage in stages.choices.values():
        told = "a JSON file, beside the environment"
        stage.add_argument("--config", default="ENV", help=told)
    return parser.parse_args(words)


def _stage(given: argparse.Namespace) -> None:
    config = {} if given.config == "ENV" else read_json(Path(given.config))
    if getattr(given, "fail_under", None) is not None:
        config["fail_under"] = given.fail_under
    tap = TapAttachments(config=config, parse_env_config=True)
    if given.stage == "demo-data":
        _make_demo_data(tap, given)
        return
    try:
        if given.stage == "inventory":
            stages.inventory(tap.settings, tap.make_tools())
        else:
            _ = tap.work
    finally:
        tap.close()


def _make_demo_data(tap: TapAttachments, given: argparse.Namespace) -> None:
    settings = tap.settings
    folder = Path(settings.files_url)
    if "://" in settings.files_url or folder.name.lower() != FILES_DIR.lower():
        msg = f"demo-data writes only into a folder called {FILES_DIR}: set files_dir"
        raise SettingsError(msg)
    if folder.exists() and any(folder.iterdir()):
        msg = f"{folder} is not empty: demo-data never adds to a real tree"
        raise SettingsError(msg)
    ids = _ids(tap.config, given) or [str(n) for n in range(1, given.files + 1)]
    plan = data.Plan(given.files, given.entity_type, ids)
    count = data.write(plan, folder, Path(settings.mapping_url))
    tap.logger.info(
        "%d files in %s, mapping in %s", count, folder, settings.mapping_url
    )


def _ids(config: Mapping[str, Any], given: argparse.Namespace) -> list[str]:
    """Ask QuickBooks for Ids that files can be attached to."""
    if not given.connect:
        return []
    realm_of(config)
    with open_client(config, real_clocks(Event())) as client:
        return AttachmentsApi(client).some_ids(given.entity_type)
