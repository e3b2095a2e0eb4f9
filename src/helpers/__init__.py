"""Reads what the news reports about the human cost of a war, and shows where the numbers disagree."""
