"""Lessons: a person's own ways to ask, learnt from answers turned down, without harm to any other question; draws nothing."""
