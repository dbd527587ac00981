"""Files that appear whole or not at all, and the place for what can be made again."""

from __future__ import annotations

from briefing.store.address import folder_or_url, is_url
from briefing.store.cache import cache_dir, cache_url, content_store
from briefing.store.content import ContentStore
from briefing.store.files import TEMPORARY, atomic_write, commit, stage
from briefing.store.shelf import PRIVATE, Journal, Shelf, Stamp, shelf_at

__all__ = [
    "PRIVATE",
    "TEMPORARY",
    "ContentStore",
    "Journal",
    "Shelf",
    "Stamp",
    "atomic_write",
    "cache_dir",
    "cache_url",
    "commit",
    "content_store",
    "folder_or_url",
    "is_url",
    "shelf_at",
    "stage",
]
