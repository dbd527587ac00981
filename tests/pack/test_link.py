"""What is wrong with the address of a scheduler, or with what answers there."""

from __future__ import annotations

import socket

import pytest

from briefing.diagnostics import ClusterError, UsageError
from briefing.pack import link as links
from briefing.pack.link import Link


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1:8786", "tcp//x:1", "tcp://", "tcp://host", "http://host:1", "inproc://1/2/3", ""],
)
def test_no_address(address: str) -> None:
    """It is told at once, with the shape that it should have."""
    with pytest.raises(UsageError, match="is no address of a scheduler") as refused:
        Link(address)
    assert "tcp://192.0.2.1:8786" in refused.value.problems[0].hint


def test_nobody_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A port at which nobody listens, and one at which somebody does who says nothing."""
    monkeypatch.setattr(links, "CONNECT", 0.3)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        free = silent.getsockname()[1]
        with pytest.raises(ClusterError, match=f"127.0.0.1:{free} cannot be reached"):
            Link(f"tcp://127.0.0.1:{free}")
        silent.listen()
        with pytest.raises(ClusterError, match=f"127.0.0.1:{free} cannot be reached"):
            Link(f"tcp://127.0.0.1:{free}")


def test_no_certificates() -> None:
    """TLS is of Dask's configuration, which the message leads to."""
    with pytest.raises(ClusterError, match="no secure connection to the scheduler") as refused:
        Link("tls://127.0.0.1:8786")
    assert "docs/cluster.md" in refused.value.problems[0].hint
