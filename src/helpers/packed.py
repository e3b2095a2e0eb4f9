"""Lists and dictionaries as JSON text, as the files of tables hold them."""

from __future__ import annotations

import json

pack = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
"""The text of a value; equal values have the same."""
