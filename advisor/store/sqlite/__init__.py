"""The store as one SQLite file; the only place that knows it is one."""
