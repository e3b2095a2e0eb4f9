"""The charts, one idea a module; each is a function from tables to a ``Chart``."""

from helpers.show.charts.divergence_range import divergence_range
from helpers.show.charts.long_series import long_series

__all__ = ["divergence_range", "long_series"]
