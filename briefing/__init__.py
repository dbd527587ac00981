"""Printable, accessible, traceable briefings from one evidence base.

The public API is ``briefing.api``. Importing this package alone costs nothing.
"""
