"""One article to its figures: how many, what happened to whom, who says so, when, where, part of what."""

from helpers.figures.extract import extract
from helpers.figures.table import extract_all, extract_batches

__all__ = ["extract", "extract_all", "extract_batches"]
