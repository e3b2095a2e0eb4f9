"""What a figure's wording commits to: an interval instead of a number.

The width that a round number leaves open follows the observation that people round to the scale they speak on
(Krifka 2007, "Approximate interpretation of number words"): 400,000 is meant more coarsely than 890.
"""

from __future__ import annotations

import math
from functools import lru_cache

import pandas as pd

_ROUND_ENOUGH = 100


@lru_cache(maxsize=100_000)
def of(value: float, low: float | None, high: float | None, hedge: str | None) -> tuple[float, float]:
    """The least and the most people that the wording allows, ends included; ``inf`` where nothing bounds it above.

    ``low`` and ``high`` are a figure's own bounds, null where open. A figure said to be about a number, and one
    without a hedge that ends in at least two zeros, gives way by half a unit of its last digit that is not zero, at
    most by a tenth.
    """
    least = 0.0 if pd.isna(low) else float(low)
    most = math.inf if pd.isna(high) else float(high)
    if least == most and (hedge == "about" or (hedge == "exact" and rounded_to(value) >= _ROUND_ENOUGH)):
        give = min(rounded_to(value) / 2, value / 10)
        return least - give, most + give
    return least, most


def rounded_to(value: float) -> float:
    """The unit of the last digit that is not zero: 10 for 890, 100,000 for 400,000, 1 for 437."""
    if value < 1 or not float(value).is_integer():
        return 1.0
    unit, whole = 1, int(value)
    while whole % 10 == 0:
        unit, whole = unit * 10, whole // 10
    return float(unit)


def meet(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether some number satisfies both."""
    return max(a[0], b[0]) <= min(a[1], b[1])


def is_open(interval: tuple[float, float]) -> bool:
    """Whether the wording leaves one side open, as "at least" and "up to" do."""
    return interval[0] <= 0 or math.isinf(interval[1])
