"""Measuring: how well the very advisor that answers does on labelled questions; teaches it nothing and draws no screen."""
