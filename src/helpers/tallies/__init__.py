"""Figures that count the same thing, gathered into tallies, and how far they lie apart."""

from helpers.tallies.tallying import assign, reasons

__all__ = ["assign", "reasons"]
