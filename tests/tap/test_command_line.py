"""The executable as people and Meltano run it: a process of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tap_quickbooks.config.table import SETTINGS

from tests.tap.harness import wait_for
from tests.tap.support import REALM, catalog_of, messages_of, records_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quickbooks_simulator.client import SimulatorClient

    from tests.tap.support import Message

EXECUTABLE = str(Path(sys.executable).with_name("tap-quickbooks"))
PATIENCE_S = 60
SHORT_TOKEN = re.compile(r"AB11[0-9a-f]{8}|eyJ[0-9a-f]{8}")


@dataclass(frozen=True)
class Run:
    """How a process ended."""

    status: int
    out: str
    err: str

    @property
    def messages(self) -> list[Message]:
        """The Singer messages it wrote."""
        return messages_of(self.out)


class Shell:
    """Starts the executable in a home of its own."""

    def __init__(self, home: Path) -> None:
        """Keep the home."""
        self.home = home
        self.variables = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
            "HOME": str(home),
            "XDG_STATE_HOME": str(home / "state"),
        }

    def file(self, name: str, content: object) -> str:
        """Write a JSON file and return its path."""
        path = self.home / name
        path.write_text(json.dumps(content), encoding="utf-8")
        return str(path)

    def start(self, *args: str, **variables: str) -> subprocess.Popen[str]:
        """Start the executable."""
        return subprocess.Popen(
            [EXECUTABLE, *args],
            cwd=self.home,
            env={**self.variables, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, *args: str, **variables: str) -> Run:
        """Run the executable to its end."""
        with self.start(*args, **variables) as process:
            out, err = process.communicate(timeout=PATIENCE_S)
        return Run(process.returncode, out, err)

    def sync(self, config: dict[str, Any], *args: str, **variables: str) -> Run:
        """Run a sync with a configuration file."""
        path = self.file("config.json", config)
        return self.run("--config", path, *args, **variables)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A home of its own."""
    home = tmp_path / "home"
    home.mkdir()
    return Shell(home)


def assert_one_line_says(run: Run, remedy: str) -> None:
    """The run failed, and the last line on stderr says what to do; nothing leaks."""
    lines = run.err.strip().splitlines()
    assert run.status == 1, run.err
    assert "Traceback" not in run.err
    assert remedy in lines[-1]
    assert not SHORT_TOKEN.search(run.err)


def test_version(shell: Shell) -> None:
    """--version names the tap and its version."""
    run = shell.run("--version")
    assert run.status == 0
    assert f"tap-quickbooks v{version('tap-quickbooks-cdc')}," in run.out


def test_about(shell: Shell) -> None:
    """--about lists every setting with a description, and the capabilities."""
    run = shell.run("--about", "--format=json")
    about = json.loads(run.out)
    assert run.status == 0
    settings = about["settings"]["properties"]
    assert SETTINGS.to_dict()["properties"].keys() <= settings.keys()
    assert all(setting["description"] for setting in settings.values())
    assert {"catalog", "state", "discover", "about", "stream-maps"} <= set(
        about["capabilities"]
    )


def test_discover_needs_no_settings(shell: Shell) -> None:
    """--discover works before anything is set."""
    run = shell.run("--discover")
    assert run.status == 0
    names = {entry["tap_stream_id"] for entry in json.loads(run.out)["streams"]}
    assert {"customers", "items", "invoices", "invoice_lines", "deletions"} <= names


def test_connection_test(shell: Shell, config: dict[str, Any]) -> None:
    """--test reads one record of each stream and ends well."""
    run = shell.sync(config, "--test")
    assert run.status == 0, run.err
    for stream in ("customers", "items", "invoices", "invoice_lines"):
        assert len(records_of(run.messages, stream)) == 1


def test_sync_and_resume(
    shell: Shell, config: dict[str, Any], simulator: SimulatorClient
) -> None:
    """A sync writes SCHEMA, RECORD and STATE; with that state the next is idle."""
    first = shell.sync(config)
    assert first.status == 0, first.err
    assert len(records_of(first.messages, "invoices")) == 12
    assert first.messages[-1]["type"] == "STATE"
    state = shell.file("state.json", first.messages[-1]["value"])
    before = len(simulator.log())
    second = shell.sync(config, "--state", state)
    assert second.status == 0, second.err
    assert {message["type"] for message in second.messages} == {"SCHEMA", "STATE"}
    assert [call["kind"] for call in simulator.calls(before)] == ["cdc"]


def test_settings_from_the_environment(shell: Shell, config: dict[str, Any]) -> None:
    """--config=ENV reads variables; empty ones are not set, `auto` is no number."""
    variables = {f"TAP_QUICKBOOKS_{name.upper()}": config[name] for name in config}
    run = shell.run(
        "--config=ENV",
        **variables,
        TAP_QUICKBOOKS_WINDOW_DAYS="auto",
        TAP_QUICKBOOKS_PAGE_SIZE="",
        TAP_QUICKBOOKS_END_DATE="",
        TAP_QUICKBOOKS_SANDBOX="true",
        TAP_QUICKBOOKS_REQUIRED_SETTINGS="realm_id, client_id",
    )
    assert run.status == 0, run.err
    assert len(records_of(run.messages, "customers")) == 6


def test_companies_from_the_environment(shell: Shell, config: dict[str, Any]) -> None:
    """Many companies come as JSON text in one variable."""
    companies = [{"realm_id": REALM, "refresh_token": config.pop("refresh_token")}]
    del config["realm_id"]
    variables = {f"TAP_QUICKBOOKS_{name.upper()}": config[name] for name in config}
    text = json.dumps(companies)
    run = shell.run("--config=ENV", **variables, TAP_QUICKBOOKS_COMPANIES=text)
    assert run.status == 0, run.err
    assert len(records_of(run.messages, "customers")) == 6


@pytest.mark.parametrize("sandbox", [False, True, "true", "false"])
def test_config_of_the_public_tap(
    shell: Shell, config: dict[str, Any], *, sandbox: bool | str
) -> None:
    """A configuration written for the existing public tap works unchanged."""
    theirs = {
        "realm_id": config["realm_id"],
        "client_id": config["client_id"],
        "client_secret": config["client_secret"],
        "refresh_token": config["refresh_token"],
        "start_date": "2024-01-01T00:00:00Z",
        "user_agent": "tap-quickbooks <api_user_email@example.com>",
        "sandbox": sandbox,
    }
    urls = {"api_url": config["api_url"], "token_url": config["token_url"]}
    run = shell.sync({**theirs, **urls})
    assert run.status == 0, run.err
    assert len(records_of(run.messages, "invoices")) == 12


WRONG: list[Any] = [
    pytest.param({"realm_id": None}, "set QBO_REALM_ID", id="no-company"),
    pytest.param({"realm_id": "12a"}, "made of digits", id="company"),
    pytest.param({"page_size": 1001}, "from 1 to 1000", id="page-size"),
    pytest.param({"window_days": "weekly"}, "or `auto`", id="window"),
    pytest.param({"environment": "test"}, "write `production`", id="environment"),
    pytest.param({"api_url": "http://example.com"}, "https://", id="url"),
    pytest.param({"start_date": "31/01/2024"}, "2024-01-31", id="date"),
    pytest.param(
        {"start_date": "2024-02-01", "end_date": "2024-01-01"}, "swap", id="order"
    ),
    pytest.param(
        {"required_settings": ["start_date", "end_date"], "start_date": "2024-01-01"},
        "set FECHA_FIN",
        id="no-end",
    ),
    pytest.param({"record_format": "typed"}, "write `raw`", id="format"),
    pytest.param({"client_secret": ["AB11deadbeef"]}, "as text", id="secret-list"),
    pytest.param(
        {"companies": {"refresh_token": "AB11deadbeef"}}, "as text", id="companies"
    ),
]


@pytest.mark.parametrize(("change", "remedy"), WRONG)
def test_wrong_settings(
    shell: Shell, config: dict[str, Any], change: dict[str, Any], remedy: str
) -> None:
    """A wrong setting ends the run at once, with one line that says the remedy."""
    run = shell.sync({**config, **change})
    assert_one_line_says(run, remedy)
    assert not run.out


def test_wrong_client_secret(shell: Shell, config: dict[str, Any]) -> None:
    """A wrong client secret is named as such and not shown."""
    run = shell.sync({**config, "client_secret": "not-the-one"})
    assert_one_line_says(run, "check that both are of the same app")
    assert "not-the-one" not in run.err


def test_dead_refresh_token(
    shell: Shell, config: dict[str, Any], simulator: SimulatorClient
) -> None:
    """A refresh token that was refused says how to get another."""
    simulator.change_tokens(REALM, "revoke")
    assert_one_line_says(shell.sync(config), "connect the company again")


def test_unreachable_host(shell: Shell, config: dict[str, Any]) -> None:
    """A host that does not answer is named."""
    dead = "http://127.0.0.1:9"
    run = shell.sync({**config, "api_url": dead, "max_retries": 0})
    assert_one_line_says(run, "check the network and api_url")
    assert dead in run.err


def test_unwritable_token_store(shell: Shell, config: dict[str, Any]) -> None:
    """A token store that cannot be written costs no token."""
    (shell.home / "file").write_text("no folder", encoding="utf-8")
    store = str(shell.home / "file" / "tokens")
    run = shell.sync({**config, "token_store": store})
    assert_one_line_says(run, "set token_store")


@pytest.mark.parametrize("option", ["--config", "--catalog", "--state"])
def test_files_that_are_no_json(
    shell: Shell, config: dict[str, Any], option: str
) -> None:
    """A file that is no JSON, or is not there, is one line."""
    broken = shell.home / "broken.json"
    broken.write_text("{not json", encoding="utf-8")
    assert_one_line_says(shell.sync(config, option, str(broken)), "no JSON")
    broken.write_bytes(b"\xff\xfe")
    assert_one_line_says(shell.sync(config, option, str(broken)), "no JSON")


@pytest.mark.parametrize(
    ("option", "content", "where"),
    [
        ("--config", [1], "wrong.json is no JSON object"),
        ("--config", None, "wrong.json is no JSON object"),
        ("--state", [], "it is a JSON list"),
        ("--state", {"bookmarks": [1]}, "its `bookmarks` are no object"),
        ("--state", {"bookmarks": {"items": "2024-01-01"}}, "stream `items`"),
        ("--state", {"bookmarks": {"items": {"partitions": [{}]}}}, "context"),
        ("--catalog", [], "Expected `object`, got `array`"),
        ("--catalog", {"streams": [{}]}, "tap_stream_id"),
    ],
)
def test_files_of_another_form(
    shell: Shell, config: dict[str, Any], option: str, content: object, where: str
) -> None:
    """A file that is JSON but not what is meant is one line that says where."""
    wrong = shell.file("wrong.json", content)
    assert_one_line_says(shell.sync(config, option, wrong), where)


def test_state_of_another_tap(shell: Shell, config: dict[str, Any]) -> None:
    """A state that another tap wrote is refused: none was meant to be none."""
    state = {"bookmarks": {"items": {"LastUpdatedTime": "2024-01-01T00:00:00Z"}}}
    run = shell.sync(config, "--state", shell.file("state.json", state))
    assert_one_line_says(run, "LastUpdatedTime")
    assert run.out == ""


def test_state_in_lines(shell: Shell, config: dict[str, Any]) -> None:
    """Of the tap's own output, or a target's, the last state counts."""
    first = shell.sync(config)
    path = shell.home / "lines"
    path.write_text(f'{first.out}{{"type":"REC', encoding="utf-8")
    run = shell.sync(config, "--state", str(path))
    assert run.status == 0, run.err
    assert records_of(run.messages, "items") == []
    path.write_text("", encoding="utf-8")
    run = shell.sync(config, "--state", str(path))
    assert len(records_of(run.messages, "items")) == 4


def test_variable_that_is_no_number(shell: Shell, config: dict[str, Any]) -> None:
    """A variable of the SDK's own settings that cannot be read is one line."""
    wrong = {"TAP_QUICKBOOKS_FLATTENING_MAX_DEPTH": "deep"}
    run = shell.sync(config, "--config=ENV", **wrong)
    assert_one_line_says(run, "stream maps or flattening")


def test_missing_config_file(shell: Shell) -> None:
    """A configuration file that is not there is one line."""
    assert_one_line_says(shell.run("--config", "absent.json"), "absent.json")


def test_target_that_stops_reading(shell: Shell, config: dict[str, Any]) -> None:
    """When the target is gone the tap says so and fails."""
    path = shell.file("config.json", config)
    with shell.start("--config", path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()
        status = process.wait(PATIENCE_S)
    assert_one_line_says(Run(status, "", err), "The target stopped reading")


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)]
)
def test_signal_leaves_a_state(
    shell: Shell,
    config: dict[str, Any],
    simulator: SimulatorClient,
    number: signal.Signals,
    status: int,
) -> None:
    """SIGTERM and SIGINT end the run with a STATE, soon, and never with 0."""
    simulator.fault("hang", statement_contains="FROM Invoice ", nth=2, seconds=30)
    path = shell.file("config.json", {**config, "window_days": 50})
    with shell.start("--config", path) as process:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        seen = [next(line for line in lines if '"stream":"customers"' in line)]
        process.send_signal(number)
        seen += lines
        assert process.wait(PATIENCE_S) == status
    assert json.loads(seen[-1])["type"] == "STATE"
    simulator.clear_faults()


def test_signal_ends_a_wait(
    shell: Shell, config: dict[str, Any], simulator: SimulatorClient
) -> None:
    """A run that waits before it tries again ends as soon as it is told to."""
    simulator.fault("503", times=99)
    path = shell.file("config.json", config)
    with shell.start("--config", path) as process:
        wait_for(lambda: len(simulator.calls()) == 2)  # then it waits
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 143
    assert json.loads(out.splitlines()[-1])["type"] == "STATE"
    assert "Traceback" not in err
    assert len(simulator.calls()) == 2


def test_selected_streams(
    shell: Shell, config: dict[str, Any], simulator: SimulatorClient
) -> None:
    """Only selected streams are written, and nothing is asked for the others."""
    catalog = shell.file("catalog.json", catalog_of(config, only={"items"}))
    run = shell.sync(config, "--catalog", catalog)
    assert run.status == 0, run.err
    streams = {m["stream"] for m in run.messages if m["type"] != "STATE"}
    assert streams == {"items"}
    assert not [c for c in simulator.calls() if "Customer" in str(c["statement"])]


def test_lines_alone(shell: Shell, config: dict[str, Any]) -> None:
    """Lines come without their parents' stream."""
    catalog = shell.file("catalog.json", catalog_of(config, only={"invoice_lines"}))
    run = shell.sync(config, "--catalog", catalog)
    assert run.status == 0, run.err
    parents = {r["invoice_id"] for r in records_of(run.messages, "invoice_lines")}
    assert len(parents) == 12
    assert not records_of(run.messages, "invoices")


def test_deselected_field(shell: Shell, config: dict[str, Any]) -> None:
    """A deselected field is neither in the schema nor in the records."""
    catalog = catalog_of(config, only={"items"})
    for item in _metadata(catalog, "items"):
        if item["breadcrumb"] == ["properties", "request_payload"]:
            item["metadata"]["selected"] = False
    path = shell.file("catalog.json", catalog)
    run = shell.sync(config, "--catalog", path)
    assert run.status == 0, run.err
    (schema,) = (m["schema"] for m in run.messages if m["type"] == "SCHEMA")
    assert "request_payload" not in schema["properties"]
    records = records_of(run.messages, "items")
    assert len(records) == 4
    assert all("request_payload" not in record for record in records)
    assert all(record["payload"]["Id"] == record["id"] for record in records)


def _metadata(catalog: dict[str, Any], stream: str) -> Iterator[dict[str, Any]]:
    for entry in catalog["streams"]:
        if entry["tap_stream_id"] == stream:
            yield from entry["metadata"]


def test_stream_map(shell: Shell, config: dict[str, Any]) -> None:
    """A stream map makes a field of the payload and drops others."""
    maps = {
        "customers": {
            "id": "id",
            "realm_id": "realm_id",
            "name": "payload['DisplayName']",
            "__else__": None,
        },
        "items": None,
    }
    run = shell.sync({**config, "stream_maps": maps})
    assert run.status == 0, run.err
    records = records_of(run.messages, "customers")
    assert len(records) == 6
    assert all(set(record) == {"id", "realm_id", "name"} for record in records)
    assert all(record["name"] for record in records)
    assert not records_of(run.messages, "items")


def test_flattening(
    shell: Shell, config: dict[str, Any], simulator: SimulatorClient
) -> None:
    """Flattening is applied; the payload, whose fields vary, becomes exact text."""
    flat = {"flattening_enabled": True, "flattening_max_depth": 2}
    run = shell.sync({**config, **flat})
    assert run.status == 0, run.err
    records = records_of(run.messages, "invoices")
    payloads = {r["id"]: json.loads(r["payload"], parse_float=str) for r in records}
    truth = {
        found["Id"]: found
        for line in simulator.truth_bytes(REALM, "Invoice")
        for found in [json.loads(line, parse_float=str)]
    }
    assert payloads == truth


def test_debug_log_has_no_secret(
    shell: Shell, config: dict[str, Any], simulator: SimulatorClient
) -> None:
    """Even at debug level no token, secret or record is logged, nor in the state."""
    run = shell.sync(config, LOGLEVEL="DEBUG", TAP_QUICKBOOKS_LOGLEVEL="DEBUG")
    assert run.status == 0, run.err
    assert "urllib3" in run.err
    tokens = simulator.tokens(REALM)
    secrets = {str(tokens["refresh_token"]), config["refresh_token"]}
    secrets |= {config["client_id"], config["client_secret"]}
    for secret in secrets:
        assert secret not in run.err
        assert secret not in run.out
    assert not SHORT_TOKEN.search(run.err + run.out)
