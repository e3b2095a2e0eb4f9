"""One article to its figures: how many, what happened to whom, who says so, when, where, part of what."""

from helpers.figures.extract import extract

__all__ = ["extract"]
