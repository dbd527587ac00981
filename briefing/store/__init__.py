"""Files that appear whole or not at all, and the place for what can be made again."""

from __future__ import annotations

from briefing.store.cache import cache_dir
from briefing.store.content import ContentStore
from briefing.store.files import TEMPORARY, atomic_write, commit, stage

__all__ = ["TEMPORARY", "ContentStore", "atomic_write", "cache_dir", "commit", "stage"]
