"""What is wrong with a store: whether it may pass, and what a user is told of it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from typing import Any

from briefing.diagnostics import Problem
from briefing.document import Where

GO_ON = "what is done stays: once the store works again, the same command goes on from here"

_PASSING = frozenset(
    "RequestTimeout RequestTimeoutException SlowDown InternalError ServiceUnavailable BadDigest "
    "IncompleteBody OperationAborted ConditionalRequestConflict Throttling ThrottlingException "
    "TooManyRequestsException BandwidthLimitExceeded".split()
)
"""Codes of S3 after which the same request may do better, whatever their status."""
_NOT_ACCEPTED = frozenset(
    "InvalidAccessKeyId SignatureDoesNotMatch ExpiredToken InvalidToken TokenRefreshRequired "
    "InvalidSecurity AuthorizationHeaderMalformed".split()
)
"""Codes for credentials that are wrong, whatever they may do."""
_NO_CREDENTIALS = frozenset(
    "NoCredentialsError PartialCredentialsError ProfileNotFound NoAuthTokenError LoginError "
    "TokenRetrievalError SSOTokenLoadError UnauthorizedSSOTokenError".split()
)
"""Names of exceptions: their modules are not imported only to ask."""
_LASTING = frozenset("ParamValidationError NoRegionError InvalidEndpointConfigurationError".split())
_LASTING_NUMBERS = frozenset(
    getattr(errno, name)
    for name in "EINVAL ENOSPC EROFS EDQUOT ENAMETOOLONG EISDIR ENOTDIR ENOSYS EPERM EACCES".split()
)
_PLAIN = (PermissionError, FileNotFoundError, FileExistsError, IsADirectoryError)


def of_the_store(error: Exception) -> bool:
    """Whether the store or the way to it is at fault, and not this program."""
    return isinstance(error, OSError) or type(error).__module__ != "builtins"


def passing(error: Exception) -> bool:
    """Whether the same request may do better a little later."""
    code, status = code_of(error), status_of(error)
    if code in _PASSING:
        return True
    if status:
        return status in (408, 409, 425, 429) or (status >= 500 and status != 501)
    if isinstance(error, _PLAIN) or _named(error, _NO_CREDENTIALS | _LASTING):
        return False
    return getattr(error, "errno", None) not in _LASTING_NUMBERS


def code_of(error: BaseException) -> str:
    """The store's own word for it, such as ``NoSuchBucket``; empty where it has none."""
    for each in _causes(error):
        code = _response(each).get("Error", {}).get("Code")
        if code:
            return str(code)
    return ""


def status_of(error: BaseException) -> int:
    """The status of the HTTP answer, 0 where there was none."""
    for each in _causes(error):
        status = _response(each).get("ResponseMetadata", {}).get("HTTPStatusCode")
        for name in ("status", "code"):  # as HTTP libraries of other stores call it
            status = status or getattr(each, name, None)
        if isinstance(status, int) and 100 <= status < 600:
            return status
    return 0


def problem_of(error: Exception, url: str) -> Problem:
    """What a user is told. The store's own sentences are left out: they may hold anything."""
    code, status = code_of(error), status_of(error)
    where = Where(url)
    if _named(error, _NO_CREDENTIALS):
        hint = (
            "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or AWS_PROFILE, or what fsspec takes"
        )
        return Problem("no credentials for this store were found", where, hint)
    if code in _NOT_ACCEPTED:
        hint = "renew or correct them where fsspec finds them: environment, ~/.aws, its own files"
        return Problem(f"the store does not accept these credentials ({code})", where, hint)
    if code == "NoSuchBucket":
        return Problem("there is no such bucket", where, "create it, or correct the URL")
    if isinstance(error, PermissionError) or status in (401, 403):
        hint = "let these credentials read, write, delete and list there, or choose another place"
        return Problem("the store does not allow this", where, hint)
    told = _told(error, code, status)
    if passing(error):
        return Problem(f"the store does not answer as it should ({told})", where, GO_ON)
    hint = "correct the URL or the settings of the store, then run the same command"
    return Problem(f"the store refuses this ({told})", where, hint)


def _told(error: BaseException, code: str, status: int) -> str:
    number = getattr(error, "errno", None)
    name = errno.errorcode.get(number, "") if isinstance(number, int) else ""
    words = [str(status) if status else "", code if code != str(status) else ""]
    return " ".join(filter(None, words)) or name or type(error).__name__


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    for _ in range(4):
        if error is None:
            return
        yield error
        error = error.__cause__


def _response(error: BaseException) -> dict[str, Any]:
    found = getattr(error, "response", None)
    return found if isinstance(found, dict) else {}


def _named(error: BaseException, names: frozenset[str]) -> bool:
    return any(kind.__name__ in names for kind in type(error).__mro__)
