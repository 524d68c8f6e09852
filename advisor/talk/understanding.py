"""What a message is about: by itself, by its end, behind what was spoken of; knows no wording and composes no reply."""

from collections.abc import Collection

from advisor.index.shelf import Shelf
from advisor.match.matcher import Matched, Matcher
from advisor.match.reading import FEW, language_of
from advisor.model import Language
from advisor.reply import Reply
from advisor.talk.decide import Decision, Thresholds, decide, neighbourhood_of
from advisor.talk.evidence import missed_by, words_of
from advisor.talk.found import REMARKED
from advisor.talk.moves import MoveReader, Moves
from advisor.talk.several import are_apart, questions_of
from advisor.talk.subjects import Subjects
from advisor.text.fold import tokens

FEW_BESIDE = 3
"""Words that a message may hold beside the kind of person as whom it speaks, to ask what differs for them."""
REPEATS = 0.3
"""The share of a question's words that stand in what was told last, from which it is about that."""
Asked = tuple[str, Matched, Decision]
"""A question, what the matcher makes of it, and what to do."""


class Understanding:
    """Decides on the messages of one talk, whose subjects it is told."""

    def __init__(
        self, matcher: Matcher, shelf: Shelf, thresholds: Thresholds, subjects: Subjects, moves: MoveReader
    ) -> None:
        self._matcher = matcher
        self._shelf = shelf
        self._thresholds = thresholds
        self._subjects = subjects
        self._moves = moves

    def match(self, message: str, moves: Moves, spoken: Language, *, goes_on: bool) -> Matched:
        """What the matcher finds in a message, in the language of the talk where its few words don't tell.

        In a talk that `goes_on`, thanks for the last answer and remarks are no part of the question behind them.
        """
        language: Language | None = None
        is_short = len(tokens(message)) <= FEW
        if moves.care not in ("", "strain", "fear") and is_short:
            language = spoken  # "burn-out" is French too, and whom to turn to depends on where one lives
        elif goes_on and (moves.leaning or moves.pointing or is_short):
            language = language_of(self._matcher.index, message, spoken, goes_on=True)
        matched = self._matcher.match(message, language, spoken)
        if goes_on and (question := self._behind_courtesy(matched, spoken)):
            return self._matcher.match(question, language, spoken)
        return matched

    def _behind_courtesy(self, matched: Matched, spoken: Language) -> str:
        """The question that stands behind small talk or a remark in a message; nothing where none does."""
        is_courtesy = bool(matched.answered) and matched.answered[0].entry.kind == "small_talk"
        if not is_courtesy and len(matched.reading.words) <= FEW:
            return ""
        from advisor.talk.clauses import asks, behind_courtesy

        courtesy, rest = behind_courtesy(matched.question)
        if len(tokens(rest)) <= FEW or not (asks(rest) or self._moves.read(rest).opens_asking):
            return ""
        if self._moves.read(courtesy).move in REMARKED:
            return rest
        found = self._matcher.match(courtesy, spoken=spoken).answered if is_courtesy else ()
        return rest if found and found[0].entry.kind == "small_talk" else ""

    def meant_instead(self, message: str, last: Reply, spoken: Language) -> str:
        """What a message means instead of what the last reply was taken for; nothing where it doesn't turn that down.

        A mere "no" does where what follows is surely something else.
        """
        from advisor.talk.correcting import meant_instead

        meant, in_so_many_words = meant_instead(message, self._moves, words_of(last))
        if not meant or in_so_many_words:
            return meant
        decision = decide(self._matcher.match(meant, spoken=spoken), self._thresholds)
        is_another = decision.kind == "answer" and decision.matches[0].entry.id not in missed_by(last)
        return meant if is_another else ""

    def of(self, matched: Matched, moves: Moves, rejected: Collection[str], *, interrupted: bool) -> Decision:
        """Decide on a message; `interrupted` says whether something off the map stands between it and the subject."""
        alone = decide(matched, self._thresholds)
        if alone.kind != "answer":
            from advisor.talk.clauses import agreed  # most questions are understood as a whole

            alone = agreed(self._matcher, self._thresholds, matched, alone)
        last = self._subjects.likeliest
        if last is None:
            return alone
        from advisor.talk import context  # a first question has nothing behind it

        topic = context.return_to(matched, alone, self._subjects.topics, interrupted) if moves.back else None
        if topic:
            return Decision("answer", (context.made_by_talk(self._matcher, topic, last.confidence),), last.confidence)
        repeats = moves.asking and self._repeats(moves, matched)
        leans = moves.leaning or moves.pointing or moves.part is not None or repeats
        is_named = alone.kind == "answer" and (bool(moves.switch) or (bool(matched.shares) and not leans))
        if is_named:
            return alone
        if alone.kind != "answer" and self._differs_for(moves.persons, last.topic) and len(moves.rest) <= FEW_BESIDE:
            stays = context.made_by_talk(self._matcher, last.topic, last.confidence)
            return Decision("answer", (stays,), last.confidence)
        subject = context.subject_of(self._shelf, self._matcher, last.topic, last.language, last.confidence)
        custom = context.Custom.of(self._matcher.index.meta["curves"])
        return context.in_context(
            self._matcher, self._thresholds, custom, matched, moves, subject, rejected, interrupted=interrupted
        )

    def _differs_for(self, persons: Collection[str], topic: str) -> bool:
        """Whether a topic's answer differs for those as whom a message speaks ("en Belgique, c'est pareil ?")."""
        held = self._shelf.topic(topic) if persons else None
        return held is not None and any(one.person in persons for one in held.variants)

    def _is_of_subject(self, question: str, matched: Matched) -> bool:
        """Whether a question that has no answer by itself is about the subject: it leans on it, or repeats its words."""
        moves = self._moves.read(question)
        return neighbourhood_of(matched) is None and (moves.leaning or moves.pointing or self._repeats(moves, matched))

    def _repeats(self, moves: Moves, matched: Matched) -> bool:
        """Whether a message repeats words of the point that was told last."""
        if (last := self._subjects.last) is None:
            return False
        from advisor.talk.context import echoed

        told = self._shelf.point_stems(last.topic, last.language)
        return echoed(self._matcher.index.language(matched.reading.language), moves.rest, told) >= REPEATS

    def _asks(self, question: str) -> bool:
        """Whether a question opens with a word that asks: one that doesn't may go on with the one before it."""
        from advisor.talk.asking import ASKS

        return bool(ASKS.match(question)) or self._moves.read(question).opens_asking

    def of_several(self, message: str, spoken: Language) -> list[Asked]:
        """Decide on each question of a message that holds two or three; none where they don't stand alone."""
        asked: list[Asked] = []
        questions = questions_of(message)
        for question in questions:
            matched = self._matcher.match(question, spoken=spoken)
            decision = decide(matched, self._thresholds)
            is_answer = decision.kind == "answer" and decision.matches[0].entry.kind == "topic"
            if not is_answer and self._is_of_subject(question, matched):
                decision = self.of(matched, self._moves.read(question), (), interrupted=False)
                is_answer = decision.kind == "answer"
                if not is_answer:
                    return []
            may_miss = decision.kind == "unknown" and are_apart(message, questions) and self._asks(question)
            if not is_answer and not may_miss:
                return []
            asked.append((question, matched, decision))
        answered = {decision.matches[0].entry.id if decision.matches else None for *_, decision in asked}
        return asked if len(answered) > 1 else []
