"""The command line: one small module a command; none is imported before it is asked for."""
