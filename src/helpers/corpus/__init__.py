"""Files to articles: readers by format, cleaning, dates, near-copies."""
