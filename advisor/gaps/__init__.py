"""Gaps: which questions went unanswered, near-duplicates together, personal details masked; knows no screen and no store."""
