"""Packs of knowledge: reads YAML, checks it, lays packs over each other; knows no index, no matcher and no screen.

Nothing is imported here: to find a pack's files takes no YAML, and `advisor ask` does only that.
"""
