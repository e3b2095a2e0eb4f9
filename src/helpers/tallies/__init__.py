"""Figures to tallies, what each tally counts, and how far its figures diverge."""
