"""One reply being made: safety, intent, retrieval, coverage, author, verification."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

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
from coach.domain.passages import Findings
from coach.errors import AuthorError
from coach.services import replies
from coach.services.agendas.asked import Asked, asked_of
from coach.services.agendas.memory import Memory
from coach.services.agendas.shown import LANGUAGE, planned
from coach.services.agendas.told import PLAYBOOK, nothing, offer, to_playbook, told
from coach.services.companions import with_companions
from coach.services.conflicts.typed import quarrel_reply
from coach.services.intent import OPENING, Intent, intent_of
from coach.services.quick_check.asking import BEGIN
from coach.services.quick_check.telling import check_reply
from coach.services.reckoning.calculating import Calculation, calculation_in
from coach.services.standing.asked import stage_reply
from coach.services.vagueness import ask_back
from coach.services.writing import Writing

if TYPE_CHECKING:
    from coach.services.answering import Answering

PASSAGES = 8  # how many passages an author is given


class Reply:
    """A reply being made: iterate for the segments so far, then read `answer`.

    Lives as long as one question. `cancel` may be called from any thread.
    """

    def __init__(
        self,
        services: Answering,
        question: Question,
        warnings: list[str],
        memory: Memory | None = None,
    ) -> None:
        self._services = services
        self._memory = memory
        self._question = question
        self._warnings = warnings
        self._opening: tuple[Segment, ...] = ()
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
        intent = intent_of(question.text, question.history)
        quarrel = services.quarrel_in(question, intent)
        if (boundary := services.boundary_of(question, language, quarrel)) is not None:
            yield self._finish(replies.said(question, boundary.kind, boundary.text))
        elif quarrel is not None:
            yield self._finish(quarrel_reply(question, quarrel))
        elif (checking := self._checking()) is not None:
            yield self._finish(checking)
        elif intent is Intent.SMALL_TALK:
            text = replies.small_talk(question.text)
            yield self._finish(replies.said(question, AnswerKind.SMALL_TALK, text))
        elif language != "en" and services.translator is None:
            known, playbook, closing = services.languages, services.playbook, self._line(language)
            answer = replies.said_in_english(question, language, known, playbook, closing)
            yield self._finish(answer)
        elif self._memory is not None and (asked := asked_of(question.text[:OPENING])) is not None:
            yield from self._recall(self._memory, asked, language)
        elif intent is Intent.AGENDA:
            if language != "en":
                self._warnings.append(LANGUAGE)
            now = services.clock.now()
            yield self._finish(planned(services.drafting, services.playbook, question, now))
        else:
            yield from self._answer_from_notes(language)

    def _checking(self) -> Answer | None:
        """Return the next reply of a short check that is asked for or runs, or their own stage."""
        asked, services = self._question, self._services
        if services.survey is None:
            return None
        checking = check_reply(asked, services.survey, services.playbook)
        return checking or stage_reply(asked, services.playbook, services.clock.now())

    def _recall(self, memory: Memory, asked: Asked, language: str) -> Iterator[tuple[Segment, ...]]:
        """Tell what the asker's meetings hold; where that is nothing, what the playbook says."""
        remembered = memory.recall(asked)
        if remembered.found:
            yield self._finish(told(self._question, asked, remembered))
            return
        if further := to_playbook(asked):
            self._question = replace(self._question, text=further)
            findings = self._find(language)
            if self._services.coverage.judge(self._question, findings) is AnswerKind.ANSWER:
                line = f"{nothing(asked, remembered)} {PLAYBOOK}\n\n"
                self._opening = (Segment(line, Check.KEPT),)
                yield from self._write(AnswerKind.ANSWER, findings, language)
                return
        line = offer(asked, remembered)
        yield self._finish(replies.said(self._question, AnswerKind.NOT_COVERED, line))

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
            yield (*self._opening, *segments)
        self._warnings += writing.warnings
        if language != "en":
            self._warnings.append("Figures and sources were checked; the sentences were not.")
        closing = (Segment(f"\n\n{asking}", Check.KEPT),) if asking else ()
        if closing := (*closing, *self._line(language)):
            writing.segments += closing
            yield (*self._opening, *writing.segments)
        self._finish(self._written(kind, writing, findings))

    def _find(self, language: str) -> Findings:
        """Search with the question, in English, read with the earlier questions."""
        text = self._question.text
        if language != "en" and self._services.translator is not None:
            try:
                text = self._services.translator.to_english(self._question)
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
        segments = (*self._opening, *writing.segments)
        return Answer(
            kind=kind,
            text=standing(segments).strip(),
            segments=segments,
            citations=writing.citations,
            mode=finish.author,
            model=finish.model,
            stage=self._question.stage or replies.stage_of(cited),
            follow_ups=replies.follow_ups(cited, self._question),
            hits=findings.hits,
            usage=finish.usage,
            hidden=finish.hidden,
            ended="cancelled" if self._cancelled else finish.reason,
        )

    def _line(self, language: str) -> tuple[Segment, ...]:
        """Return the hand-over line for a language whose signs of danger nobody here can read."""
        known = self._services.boundaries
        line = f"\n\n{known.line(language)}"
        return () if known.reads(language) else (Segment(line, Check.KEPT),)

    def _finish(self, answer: Answer) -> tuple[Segment, ...]:
        """Keep the answer with its times and warnings; return its segments."""
        self._mark_first_text()
        self._seconds = replace(self._seconds, total=self._elapsed())
        warnings = (*self._warnings, *answer.warnings)
        offered = self._offered(answer)
        self._answer = replace(answer, seconds=self._seconds, warnings=warnings, follow_ups=offered)
        return answer.segments

    def _offered(self, answer: Answer) -> tuple[str, ...]:
        """Return what to ask next; to who asks for their stage, the short check comes first."""
        asked, kinds = self._question, (AnswerKind.ANSWER, AnswerKind.NOT_COVERED)
        stage = intent_of(asked.text, asked.history) is Intent.STAGE
        if self._services.survey is None or answer.kind not in kinds or not stage:
            return answer.follow_ups
        return (BEGIN, *answer.follow_ups[: replies.FOLLOW_UPS - 1])

    def _mark_first_text(self) -> None:
        if self._seconds.first_text == 0:
            self._seconds = replace(self._seconds, first_text=self._elapsed())

    def _elapsed(self) -> float:
        return self._services.clock.monotonic() - self._started
