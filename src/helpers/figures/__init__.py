"""One article to its figures: how many, what happened to whom, who says so, when, where, part of what."""
