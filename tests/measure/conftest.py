"""A small pack with three hands and a template, learnt once, and labelled questions for it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.advice.advisor import Advisor
from advisor.library import Library
from advisor.measure.asking import Questioner
from advisor.measure.folds import advisor_over
from advisor.measure.labels import Labelled, read_labelled
from advisor.measure.runs import Judged
from advisor.pack.load import load_library

PACK = """
topics:
  - id: cv
    title: {fr: "Le CV", en: "The CV"}
    questions:
      fr:
        a: ["comment faire un cv", "que mettre dans mon cv", {template: "{montre|donne}-moi un [bon] modèle de cv"}]
        b: ["mon cv est vide", "faut-il une photo sur le cv"]
        c: ["cv trop long", "refaire mon cv"]
      en:
        a: ["how do i write a cv", "what goes on a resume"]
        b: ["my cv is empty", "should a cv have a photo"]
        c: ["cv too long", "redo my resume"]
    answer: {fr: "Une page.", en: "One page."}
  - id: blog
    title: {fr: "Le blog", en: "The blog"}
    questions:
      fr:
        a: ["comment ouvrir un blog", "quel nom pour mon blog"]
        b: ["mon blog est vide", "faut-il des photos sur le blog"]
        c: ["blog sans lecteurs", "refaire mon blog"]
      en:
        a: ["how do i start a blog", "which name for my blog"]
        b: ["my blog is empty", "should a blog have photos"]
        c: ["blog without readers", "redo my blog"]
    answer: {fr: "Trois articles.", en: "Three posts."}
small_talk:
  - id: thanks
    title: {fr: "Merci", en: "Thanks"}
    questions: {fr: ["merci", "merci beaucoup"], en: ["thanks", "thank you so much"]}
    replies: {fr: ["Avec plaisir."], en: ["You are welcome."]}
background:
  fr: ["quelle heure est-il", "recette de crêpes", "la capitale du Pérou", "météo de demain"]
  en: ["what time is it", "pancake recipe", "the capital of Peru", "weather tomorrow"]
"""
QUESTIONS = [
    {"id": "q1", "lang": "fr", "question": "comment faire mon cv", "expect": ["cv"], "style": "plain"},
    {"id": "q2", "lang": "fr", "question": "ouvrir un blog", "expect": ["blog"], "style": "plain"},
    {"id": "q3", "lang": "en", "question": "write my resume", "expect": ["cv"], "style": "plain"},
    {"id": "q4", "lang": "en", "question": "strat a blgo", "expect": ["blog"], "style": "typo"},
    {
        "id": "q5",
        "lang": "en",
        "question": "a blog with photos and <script>alert(1)</script>",
        "expect": ["cv"],
        "style": "plain",
    },
    {"id": "q6", "lang": "fr", "question": "merci", "expect": ["thanks"], "style": "smalltalk"},
    {"id": "q7", "lang": "fr", "question": "recette de tarte", "expect": [], "style": "far-oos"},
    {"id": "q8", "lang": "en", "question": "weather in Peru", "expect": [], "style": "far-oos"},
    {"id": "q9", "lang": "en", "question": "photos of Peru", "expect": [], "style": "near-oos"},
]
DIALOGUES = [
    {
        "id": "d1",
        "lang": "en",
        "turns": [
            {"question": "how do i write a cv", "expect": ["cv"]},
            {"question": "another subject: which name for my blog", "expect": ["blog"]},
        ],
    }
]


@pytest.fixture(scope="session")
def small_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pack = tmp_path_factory.mktemp("measured") / "pack"
    pack.mkdir()
    (pack / "base.yaml").write_text(PACK, encoding="utf-8")
    return pack


@pytest.fixture(scope="session")
def small_library(small_pack: Path) -> Library:
    return load_library([small_pack])


@pytest.fixture(scope="session")
def small_advisor(small_library: Library) -> Iterator[Advisor]:
    with advisor_over(small_library) as advisor:
        yield advisor


@pytest.fixture(scope="session")
def questions_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("labelled") / "questions.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in (*QUESTIONS, *DIALOGUES)), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def labelled(questions_file: Path) -> Labelled:
    return read_labelled([questions_file])


@pytest.fixture(scope="session")
def judged(small_advisor: Advisor, labelled: Labelled) -> Judged:
    questioner = Questioner(small_advisor)
    return Judged.of(
        list(questioner.ask(labelled.questions, lambda *_: None)), list(questioner.talk(labelled.dialogues))
    )
