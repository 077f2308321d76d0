"""One question, in one direction: safety, intent, retrieval, coverage, author, verification."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coach.domain.answers import (
    Answer,
    AnswerKind,
    Brief,
    Check,
    Question,
    Seconds,
    Segment,
    standing,
)
from coach.domain.notes import Playbook
from coach.domain.passages import Findings
from coach.domain.text import LONGEST_QUESTION, clean
from coach.errors import AuthorError, QuestionError
from coach.ports import Author, Clock, PassageIndex, Translator
from coach.services import replies
from coach.services.boundaries import Boundaries
from coach.services.companions import with_companions
from coach.services.coverage import CoverageJudge
from coach.services.grounding import Grounding
from coach.services.intent import Intent, intent_of
from coach.services.language import Languages
from coach.services.reckoning.calculating import Calculation, calculation_in
from coach.services.vagueness import ask_back
from coach.services.writing import Writing

PASSAGES = 8  # how many passages an author is given


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Answers questions and stores nothing. Lives as long as the app; safe from many threads.

    `author` writes; where it fails, `fallback` (the playbook) takes over in the same reply.
    `translator` is `None` without a language model.
    """

    index: PassageIndex
    author: Author
    fallback: Author
    translator: Translator | None
    boundaries: Boundaries
    coverage: CoverageJudge
    languages: Languages
    grounding: Grounding
    playbook: Playbook
    clock: Clock

    def start(self, question: Question) -> Reply:
        """Begin a reply; nothing is waited for here.

        Raises:
            QuestionError: nothing readable was asked.
        """
        text = clean(question.text)
        if not text:
            raise QuestionError("There is nothing to read in that question.")
        warnings = []
        if len(text) > LONGEST_QUESTION:
            text = text[:LONGEST_QUESTION]
            warnings.append(f"Only the first {LONGEST_QUESTION:,} characters were read.")
        return Reply(self, replace(question, text=text), warnings)


class Reply:
    """A reply being made: iterate for the segments so far, then read `answer`.

    Lives as long as one question. `cancel` may be called from any thread.
    """

    def __init__(self, services: Answering, question: Question, warnings: list[str]) -> None:
        self._services = services
        self._question = question
        self._warnings = warnings
        self._started = services.clock.monotonic()
        self._seconds = Seconds()
        self._writing: Writing | None = None
        self._cancelled = False
        self._answer: Answer | None = None

    @property
    def answer(self) -> Answer:
        """The finished answer; only after iteration is over."""
        if self._answer is None:
            raise RuntimeError("the reply is still being made")
        return self._answer

    def cancel(self) -> None:
        """Stop; what was written so far becomes the answer."""
        self._cancelled = True
        if self._writing is not None:
            self._writing.cancel()

    def __iter__(self) -> Iterator[tuple[Segment, ...]]:
        """Yield all segments so far, again each time more is known."""
        question, services = self._question, self._services
        language = services.languages.detect(question.text)
        boundary = services.boundaries.check(question.text, question.history, language)
        if boundary is not None:
            yield self._finish(replies.said(question, boundary.kind, boundary.text))
        elif intent_of(question.text, question.history) is Intent.SMALL_TALK:
            text = replies.small_talk(question.text)
            yield self._finish(replies.said(question, AnswerKind.SMALL_TALK, text))
        elif language != "en" and services.translator is None:
            known, playbook, closing = services.languages, services.playbook, self._line(language)
            answer = replies.said_in_english(question, language, known, playbook, closing)
            yield self._finish(answer)
        else:
            yield from self._answer_from_notes(language)

    def _answer_from_notes(self, language: str) -> Iterator[tuple[Segment, ...]]:
        question, findings = self._question, self._find(language)
        kind = self._services.coverage.judge(question, findings)
        if (calculation := calculation_in(question)) is not None:
            yield from self._calculate(calculation, kind, findings, language)
        elif kind is AnswerKind.UNCLEAR:
            vague = findings.search_text or question.text
            asked = ask_back(vague, after_advice=bool(question.history))
            answer = replies.said(question, kind, asked.question, findings, asked.choices)
            yield self._finish(answer)
        elif kind is AnswerKind.ANSWER:
            yield from self._write(kind, findings, language)
        else:
            text = replies.uncovered(kind, findings)
            yield self._finish(replies.said(question, kind, text, findings))

    def _calculate(
        self, calculation: Calculation, covered: AnswerKind, findings: Findings, language: str
    ) -> Iterator[tuple[Segment, ...]]:
        """Give what was calculated to an author, and ask for what is missing."""
        if calculation.facts and covered is AnswerKind.ANSWER:
            facts, asking = calculation.facts, calculation.asking
            yield from self._write(AnswerKind.CALCULATION, findings, language, facts, asking)
        else:
            kind, text = AnswerKind.CALCULATION, calculation.text
            yield self._finish(replies.said(self._question, kind, text, findings))

    def _write(
        self,
        kind: AnswerKind,
        findings: Findings,
        language: str,
        facts: tuple[str, ...] = (),
        asking: str = "",
    ) -> Iterator[tuple[Segment, ...]]:
        services = self._services
        hits = with_companions(findings, services.index)
        brief = Brief(self._question, hits, facts, language=language)
        writing = Writing(brief, services.author, services.fallback, services.grounding)
        self._writing = writing
        if self._cancelled:
            writing.cancel()
        for segments in writing:
            self._mark_first_text()
            yield segments
        self._warnings += writing.warnings
        if language != "en":
            self._warnings.append("Figures and sources were checked; the sentences were not.")
        closing = (Segment(f"\n\n{asking}", Check.KEPT),) if asking else ()
        if closing := (*closing, *self._line(language)):
            writing.segments += closing
            yield writing.segments
        self._finish(self._written(kind, writing, findings))

    def _find(self, language: str) -> Findings:
        """Search with the question, in English, read with the earlier questions."""
        text = self._question.text
        if language != "en" and self._services.translator is not None:
            try:
                text = self._services.translator.to_english(text)
            except AuthorError as exc:
                self._warnings.append(exc.message)
        earlier = [m.content for m in self._question.history if m.role == "user"]
        findings = self._services.index.find(text, earlier, k=PASSAGES)
        self._seconds = replace(self._seconds, retrieval=self._elapsed())
        if findings.mode == "keyword":
            self._warnings.append("Searched by keyword only: search by meaning is not ready.")
        return findings

    def _written(self, kind: AnswerKind, writing: Writing, findings: Findings) -> Answer:
        finish = writing.finish
        cited = [self._services.playbook.get(c.note) for c in writing.citations]
        return Answer(
            kind=kind,
            text=standing(writing.segments).strip(),
            segments=writing.segments,
            citations=writing.citations,
            mode=finish.author,
            model=finish.model,
            stage=self._question.stage or replies.stage_of(cited),
            follow_ups=replies.follow_ups(cited, self._question),
            hits=findings.hits,
            usage=finish.usage,
            ended="cancelled" if self._cancelled else finish.reason,
        )

    def _line(self, language: str) -> tuple[Segment, ...]:
        """Return the hand-over line for a language whose signs of danger nobody here can read."""
        boundaries = self._services.boundaries
        if boundaries.reads(language):
            return ()
        return (Segment(f"\n\n{boundaries.line(language)}", Check.KEPT),)

    def _finish(self, answer: Answer) -> tuple[Segment, ...]:
        """Keep the answer with its times and warnings; return its segments."""
        self._mark_first_text()
        self._seconds = replace(self._seconds, total=self._elapsed())
        self._answer = replace(answer, seconds=self._seconds, warnings=tuple(self._warnings))
        return answer.segments

    def _mark_first_text(self) -> None:
        if self._seconds.first_text == 0:
            self._seconds = replace(self._seconds, first_text=self._elapsed())

    def _elapsed(self) -> float:
        return self._services.clock.monotonic() - self._started
