"""The map of what the built-in knowledge must answer: ids that labelled questions, links and plans of action hold on to.

Topics may be added; none is renamed.
"""

TOPICS: dict[str, tuple[str, ...]] = {
    "job": (
        "role-definition",
        "must-evolve",
        "job-recognition",
        "specialise-not-pile-up",
        "choose-specialty",
        "digital-marketing-shift",
        "trends-watch",
        "next-positions",
        "ai-impact",
        "first-90-days",
    ),
    "market": (
        "cdi-scarcity",
        "fake-internships",
        "internship-to-job",
        "experience-required",
        "which-employers",
        "persevere",
        "salary",
        "job-search-channels",
        "cv",
        "circulate-cv",
        "interview",
        "portfolio",
        "contact-recruiter",
    ),
    "mobile": (
        "why-mobile",
        "mobile-marketing-basics",
        "mobile-content",
        "mobile-events",
        "mobile-skills",
        "mobile-start",
        "mobile-metrics",
        "mobile-jobs",
    ),
    "metrics": (
        "why-metrics",
        "which-kpis",
        "engagement-rate",
        "roi-definition",
        "roi-without-sales",
        "cost-metrics",
        "track-conversions",
        "analytics-tools",
        "reporting",
        "prove-value",
    ),
    "writing": (
        "why-blog",
        "start-blog",
        "blog-topics",
        "collaborative-blog",
        "blog-frequency",
        "blog-promotion",
        "blog-recruiters",
        "writing-skills",
    ),
    "reputation": (
        "e-reputation",
        "show-specialty",
        "share-passion",
        "linkedin-profile",
        "why-network",
        "how-to-network",
        "networking-events",
    ),
    "training": (
        "keep-training",
        "degrees",
        "no-degree",
        "free-training",
        "certifications",
        "career-change",
        "essential-skills",
    ),
    "freelance": (
        "freelance-worth",
        "freelance-start",
        "freelance-clients",
        "freelance-rates",
        "freelance-stand-out",
        "freelance-learning",
    ),
}
"""By theme."""

SILENT = frozenset(
    {
        "next-positions",
        "ai-impact",
        "first-90-days",
        "salary",
        "contact-recruiter",
        "linkedin-profile",
        "no-degree",
        "certifications",
        "career-change",
        "freelance-rates",
    }
)
"""The topics on which the article says nothing."""

SMALL_TALK = ("greeting", "thanks", "goodbye", "who-are-you", "help")

CLAIMS = tuple(f"A{number}" for number in range(1, 45))
"""What the article says, piece by piece."""

STEPS = {
    "F": tuple(f"F{number}" for number in range(1, 5)),
    **{
        path: tuple(f"{path}.{number}" for number in range(1, count + 1))
        for path, count in {
            "P1": 7,
            "P2": 7,
            "P3": 7,
            "P4": 8,
            "P5": 7,
            "P6": 7,
            "P7": 8,
            "P8": 7,
            "P9": 7,
            "P10": 8,
            "P11": 8,
            "P12": 8,
        }.items()
    },
}
"""By path, the ids under which people have done steps: each stays a step's id, or one that a step had formerly."""
