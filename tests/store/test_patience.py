"""What may pass is asked again, and what does not is told at once."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable

import pytest
from botocore.exceptions import (
    ClientError,
    EndpointConnectionError,
    NoCredentialsError,
    ParamValidationError,
)
from s3fs.errors import translate_boto_error

from briefing.diagnostics import StoreError
from briefing.store import patience
from briefing.store.patience import Patience

URL = "s3://bucket/2026"


class Clock:
    """Time that passes only by waiting."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waited: list[float] = []

    def monotonic(self) -> float:
        """Seconds since some time."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let them pass."""
        self.waited.append(seconds)
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock by which Patience waits."""
    made = Clock()
    monkeypatch.setattr(patience, "time", made)
    return made


def s3_error(code: str, status: int) -> Exception:
    """What s3fs raises for an answer of S3."""
    response = {
        "Error": {"Code": code, "Message": "Distinctive words."},
        "ResponseMetadata": {"HTTPStatusCode": status},
    }
    translated: Exception = translate_boto_error(ClientError(response, "PutObject"))
    return translated


def until(clock: Clock, end: float, error: Exception) -> Callable[[], str]:
    """A request that fails with ``error`` until the clock shows ``end``."""

    def request() -> str:
        if clock.now < end:
            raise error
        return "answer"

    return request


PASSING = {
    "503": s3_error("SlowDown", 503),
    "500": s3_error("InternalError", 500),
    "502": s3_error("502", 502),
    "429": s3_error("TooManyRequests", 429),
    "409": s3_error("ConditionalRequestConflict", 409),
    "400 of a time-out": s3_error("RequestTimeout", 400),
    "connection": EndpointConnectionError(endpoint_url="http://x"),
    "reset": ConnectionResetError(),
    "time-out": TimeoutError(),
    "other": OSError(errno.EIO, "?"),
}
LASTING = {
    "AccessDenied": (s3_error("AccessDenied", 403), "the store does not allow this"),
    "403": (s3_error("403", 403), "the store does not allow this"),
    "SignatureDoesNotMatch": (s3_error("SignatureDoesNotMatch", 403), "not accept these cred"),
    "ExpiredToken": (s3_error("ExpiredToken", 400), "not accept these credentials"),
    "NoSuchBucket": (s3_error("NoSuchBucket", 404), "there is no such bucket"),
    "InvalidRequest": (s3_error("InvalidRequest", 400), "refuses this (400 InvalidRequest)"),
    "NotImplemented": (s3_error("NotImplemented", 501), "refuses this (501 NotImplemented)"),
    "none": (NoCredentialsError(), "no credentials for this store were found"),
    "name": (ParamValidationError(report="Distinctive words."), "refuses this (ParamValid"),
    "full": (OSError(errno.ENOSPC, "Distinctive words."), "refuses this (ENOSPC)"),
}


@pytest.mark.parametrize("name", PASSING)
def test_ten_seconds_are_waited_for(clock: Clock, name: str) -> None:
    """With pauses that grow, and the answer comes in the end."""
    assert Patience(URL).ask(until(clock, 1010, PASSING[name])) == "answer"
    assert clock.waited[0] <= 0.1
    assert clock.waited[-1] > 1
    assert len(clock.waited) < 20
    assert clock.now < 1016


def test_an_outage_is_given_up(clock: Clock) -> None:
    """After some time, with what is to be done; after that nothing is waited for."""
    own = Patience(URL)
    for expected in (50.0, 0.0):
        began = clock.now
        with pytest.raises(StoreError) as caught:
            own.ask(until(clock, 1e9, PASSING["503"]))
        assert expected <= clock.now - began < expected + 6
        assert str(caught.value) == (
            f"{URL}: error: the store does not answer as it should (503 SlowDown)\n"
            "  hint: what is done stays: once the store works again, the same command goes on "
            "from here"
        )
    assert own.ask(lambda: 7) == 7
    assert own.ask(until(clock, clock.now + 10, PASSING["503"])) == "answer"


def test_a_later_outage_is_another(clock: Clock) -> None:
    """A worker that goes on for days waits for each."""
    own = Patience(URL)
    with pytest.raises(StoreError):
        own.ask(until(clock, 1e9, PASSING["503"]))
    clock.now += 3600
    assert own.ask(until(clock, clock.now + 10, PASSING["503"])) == "answer"


def test_it_is_told_once(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    """What is waited for, and for how long; a short failure is not worth a word."""
    own = Patience(URL)
    own.ask(until(clock, 1001, PASSING["503"]))
    assert caplog.records == []
    own.ask(until(clock, clock.now + 20, PASSING["connection"]))
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.getMessage() == (
        f"{URL}: warning: the store does not answer as it should (EndpointConnectionError)\n"
        "  hint: it is asked again for up to 50 s"
    )


@pytest.mark.parametrize("name", LASTING)
def test_what_lasts_is_told_at_once(clock: Clock, name: str) -> None:
    """With a way to mend it, and without the store's own words."""
    error, message = LASTING[name]
    with pytest.raises(StoreError) as caught:
        Patience(URL).ask(until(clock, 1e9, error))
    assert clock.waited == []
    assert message in str(caught.value)
    assert str(caught.value).startswith(f"{URL}: error: ")
    assert "\n  hint: " in str(caught.value)
    assert "istinctive" not in str(caught.value)


def test_what_is_not_there_is_no_fault(clock: Clock) -> None:
    """Whoever asked knows what it means."""
    with pytest.raises(FileNotFoundError):
        Patience(URL).ask(until(clock, 1e9, s3_error("NoSuchKey", 404)))
    assert clock.waited == []


def test_a_fault_of_the_program_is_one(clock: Clock) -> None:
    """It is not laid at the store's door."""
    with pytest.raises(KeyError):
        Patience(URL).ask(until(clock, 1e9, KeyError("x")))
