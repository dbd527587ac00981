"""An object store to test against: moto's, with every request noted and some of them refused."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import boto3
from moto.core import DEFAULT_ACCOUNT_ID
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.s3.models import S3Backend, s3_backends
from werkzeug.serving import make_server

KEY, SECRET = "AKIDISTINCTIVEKEY", "distinctive/secret+that+nobody+may+see"
"""What every test's environment holds; nothing that is written may hold it."""

Refusal: TypeAlias = tuple[int, str] | None
"""Status and S3's code of an answer; None lets a request through."""
LOST = (500, "AnswerLost")
"""The request is done, and its answer does not arrive."""


@dataclass
class Server:
    """The store; ``refuse`` is asked about each request, by its method and path."""

    url: str = ""
    seen: list[tuple[str, str]] = field(default_factory=list)
    refuse: Callable[[str, str], Refusal] = lambda method, path: None

    def reset(self) -> None:
        """Forget what was asked, and refuse nothing."""
        self.seen.clear()
        self.refuse = lambda method, path: None

    def client(self) -> Any:
        """A client of its own, which is not refused anything."""
        return boto3.client(
            "s3",
            endpoint_url=f"{self.url}",
            region_name="us-east-1",
            aws_access_key_id="test",
            aws_secret_access_key="test",
        )


def _backend() -> S3Backend:
    """What the server keeps, in the memory of this process."""
    return s3_backends[DEFAULT_ACCOUNT_ID]["aws"]


class _Refusing:
    def __init__(self, server: Server) -> None:
        self._server = server
        self._app = DomainDispatcherApplication(create_backend_app)
        self._lock = threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if f"Credential={KEY}/" in environ.get("HTTP_AUTHORIZATION", ""):
            method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
            with self._lock:
                self._server.seen.append((method, path))
                refusal = self._server.refuse(method, path)
            if refusal == LOST:
                list(self._app(environ, lambda *_: None))
            if refusal:
                if refusal != LOST:
                    environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
                status, code = refusal
                body = f"<Error><Code>{code}</Code><Message>No.</Message></Error>".encode()
                headers = [("Content-Type", "application/xml"), ("Content-Length", str(len(body)))]
                start_response(f"{status} {code}", headers)
                return [] if method == "HEAD" else [body]
        answer: Iterable[bytes] = self._app(environ, start_response)
        return answer


class Running:
    """The server in a thread; ``stop`` ends it."""

    def __init__(self) -> None:
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        self.server = Server()
        self._http = make_server("127.0.0.1", 0, _Refusing(self.server), threaded=True)
        self.server.url = f"http://127.0.0.1:{self._http.server_port}"
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End it."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


@dataclass(frozen=True)
class Bucket:
    """A bucket of one test."""

    name: str
    server: Server

    @property
    def url(self) -> str:
        """Its URL."""
        return f"s3://{self.name}"

    def files(self, prefix: str = "") -> dict[str, bytes]:
        """What is in it, by key."""
        keys = _backend().get_bucket(self.name).keys
        return {key: keys[key].value for key in sorted(keys) if key.startswith(prefix)}

    def put(self, key: str, data: bytes) -> None:
        """Write an object, as somebody else would."""
        _backend().put_object(self.name, key, data)

    def delete(self, key: str) -> None:
        """Remove an object, as somebody else would."""
        _backend().delete_object(self.name, key)

    def asked(self, method: str = "") -> list[str]:
        """The paths below the bucket that were asked for, with ``method`` if one is given."""
        start = f"/{self.name}"
        seen = [it for it in self.server.seen if it[1].startswith(start)]
        return [path[len(start) :].lstrip("/") for each, path in seen if method in ("", each)]
