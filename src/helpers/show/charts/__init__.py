"""The charts, one idea a module; each is a function from tables to a ``Chart``."""

from helpers.show.charts.close_up import close_up
from helpers.show.charts.coverage import coverage
from helpers.show.charts.displacement_beside_deaths import displacement_beside_deaths
from helpers.show.charts.divergence_range import divergence_range
from helpers.show.charts.long_series import long_series
from helpers.show.charts.who_quotes_whom import who_quotes_whom
from helpers.show.charts.who_reports_higher import who_reports_higher

__all__ = [
    "close_up",
    "coverage",
    "displacement_beside_deaths",
    "divergence_range",
    "long_series",
    "who_quotes_whom",
    "who_reports_higher",
]
