"""The author and translator that get no names to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from coach.domain.answers import Brief, Finish, Question
from coach.domain.notes import OWN
from coach.domain.passages import Hit
from coach.ports import Author, Draft, Translator
from coach.services.names.disguise import Disguise
from coach.services.names.naming import Naming


class UnnamingAuthor:
    """The port `Author` around another: names go out as stand-ins and come back as they were.

    The names are those in what was typed, the earlier questions of the conversation included, so
    that a person is the same stand-in in all of it; they are replaced in the answers before and in
    a team's own notes too. Lives as long as the app; safe from many threads.
    """

    def __init__(self, author: Author, naming: Naming) -> None:
        self._author = author
        self._naming = naming

    @property
    def name(self) -> str:
        """The name of the author behind it."""
        return self._author.name

    def answer(self, brief: Brief) -> Draft:
        """Start a draft for `brief`; no text is waited for here."""
        texts = [*_typed(brief.question), *brief.facts]
        disguise = self._naming.disguise(texts, brief.question.names, also=_beside(brief))
        if disguise is None:
            return self._author.answer(brief)
        return UnnamingDraft(self._author.answer(_hidden(brief, disguise)), disguise)


class UnnamingTranslator:
    """The port `Translator` around another; the names are back in the line it returns."""

    def __init__(self, translator: Translator, naming: Naming) -> None:
        self._translator = translator
        self._naming = naming

    def to_english(self, question: Question) -> str:
        """Return one English search line for the question's text.

        Raises:
            AuthorError: the endpoint failed.
        """
        disguise = self._naming.disguise(_typed(question), question.names)
        if disguise is None:
            return self._translator.to_english(question)
        line = self._translator.to_english(_asked(question, disguise.hide))
        return disguise.show(line)


class UnnamingDraft:
    """The port `Draft` around another. Lives as long as one answer."""

    def __init__(self, draft: Draft, disguise: Disguise) -> None:
        self._draft = draft
        self._disguise = disguise

    def __iter__(self) -> Iterator[str]:
        """Yield pieces of text with the names put back, also where one was cut in two.

        Raises:
            AuthorError: the endpoint failed.
        """
        return self._disguise.stream(self._draft)

    @property
    def finish(self) -> Finish:
        """How it ended, and whose names did not leave; only after iteration is over."""
        return replace(self._draft.finish, hidden=self._disguise.names)

    def cancel(self) -> None:
        """Stop writing; safe from any thread, more than once, and after the end."""
        self._draft.cancel()


def _typed(question: Question) -> list[str]:
    """Return what people typed: here the names are looked for."""
    return [*(m.content for m in question.history if m.role == "user"), question.text]


def _beside(brief: Brief) -> list[str]:
    """Return what goes out besides: no stand-in may stand in it already."""
    question, repair = brief.question, brief.repair
    said = [message.content for message in question.history if message.role != "user"]
    mended = [repair.sentence, repair.reason, repair.rest] if repair else []
    passages = [text for h in brief.hits for text in (h.passage.title, h.passage.text)]
    return [question.so_far, *said, *mended, *passages]


def _asked(question: Question, hide: Callable[[str], str]) -> Question:
    history = tuple(replace(m, content=hide(m.content)) for m in question.history)
    return replace(
        question, text=hide(question.text), history=history, so_far=hide(question.so_far)
    )


def _hidden(brief: Brief, disguise: Disguise) -> Brief:
    hide, repair = disguise.hide, brief.repair
    if repair is not None:
        repair = replace(
            repair,
            sentence=hide(repair.sentence),
            reason=hide(repair.reason),
            rest=hide(repair.rest),
        )
    return replace(
        brief,
        question=_asked(brief.question, hide),
        facts=tuple(map(hide, brief.facts)),
        hits=tuple(_passage(hit, hide) for hit in brief.hits),
        repair=repair,
    )


def _passage(hit: Hit, hide: Callable[[str], str]) -> Hit:
    """Return a passage without names where it is a team's own; what is shipped names nobody."""
    passage = hit.passage
    if not passage.file.startswith(OWN):
        return hit
    hidden = replace(
        passage,
        title=hide(passage.title),
        heading=hide(passage.heading),
        text=hide(passage.text),
    )
    return replace(hit, passage=hidden)
