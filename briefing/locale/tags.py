"""Names of languages."""

from __future__ import annotations

import re

_TAG = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

TAG_HINT = "write en, fr, pt-BR: a language's code of two or three letters"


def is_language_tag(text: str) -> bool:
    """Whether ``text`` is formed as a language tag, private and grandfathered ones apart.

    BCP 47 (RFC 5646), 2.1.

    >>> is_language_tag("pt-BR"), is_language_tag("German")
    (True, False)
    """
    return _TAG.fullmatch(text) is not None
