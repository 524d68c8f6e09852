"""Advisor, a career advisor for community managers; this file holds its version and imports nothing."""

__version__ = "0.1.0"
