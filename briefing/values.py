"""Values inside the program: compared by what they hold, and never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[T]) -> type[T]:
    """A dataclass with slots that is compared and hashed by its fields, as a frozen one is.

    It is frozen for the type checker alone: at run time each field of a frozen one is set by a
    call, which takes four times as long, and an edition is made of hundreds. What users of the API
    hold (``briefing.document``, ``briefing.publication``) is frozen at run time too.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)
