"""The charts, one idea a module; each is a function from tables to a ``Chart``."""

from helpers.show.charts.long_series import long_series

__all__ = ["long_series"]
