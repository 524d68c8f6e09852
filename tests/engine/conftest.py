"""A pack that is learnt in no time."""

from pathlib import Path

import pytest

from advisor.library import Library
from advisor.pack.load import load_library

SMALL = """
topics:
  - id: cv
    title: {fr: "Le CV", en: "The CV"}
    questions:
      fr: ["comment faire un cv", "que mettre dans mon cv", "exemple de cv", "mon cv est vide"]
      en: ["how do i write a cv", "what goes on a resume", "cv example", "my cv is empty"]
    answer: {fr: "Une page.", en: "One page."}
  - id: blog
    title: {fr: "Le blog", en: "The blog"}
    questions:
      fr: ["comment ouvrir un blog", "quel nom pour mon blog", "exemple de blog", "mon blog est vide"]
      en: ["how do i start a blog", "which name for my blog", "blog example", "my blog is empty"]
    answer: {fr: "Trois articles.", en: "Three posts."}
"""


@pytest.fixture
def small(tmp_path: Path) -> Library:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "base.yaml").write_text(SMALL, encoding="utf-8")
    return load_library([tmp_path / "pack"])
