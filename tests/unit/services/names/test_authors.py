"""Authors, translators and editors get stand-ins to read and give names back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from coach.domain.agenda import Attendee
from coach.domain.answers import Brief, Message, Question, Repair
from coach.domain.names import NameChoices
from coach.domain.stages import Side
from coach.ports import EditTask, Reply, Row
from coach.services.names.authors import UnnamingAuthor, UnnamingTranslator
from coach.services.names.editors import UnnamingEditor
from coach.services.names.finding import Finder
from coach.services.names.naming import Naming
from tests.fakes import FakeAuthor, hit
from tests.meeting_fakes import an_agenda

NAMING = Naming(Finder(), on=True)
QUESTION = Question(
    "What do I say to Ana?",
    (Message("user", "Bob and Ana quarrel."), Message("assistant", "Ask Bob first.")),
)
OWN = hit("Bob owns the list.")
OWN = replace(OWN, passage=replace(OWN.passage, file="your-notes/x.md"))
BRIEF = Brief(QUESTION, (hit("Bob is a word here."), OWN), ("Ana has 3 leads.",))


def sent(brief: Brief, naming: Naming = NAMING) -> Brief:
    author = FakeAuthor([[""]])
    list(UnnamingAuthor(author, naming).answer(brief))
    return author.briefs[0]


def test_no_name_of_the_conversation_reaches_the_author() -> None:
    brief = sent(replace(BRIEF, repair=Repair("Ask Ana.", "no source", "Bob agrees.")))

    texts = [
        brief.question.text, *(m.content for m in brief.question.history), *brief.facts,
        brief.hits[1].passage.text, brief.repair.sentence if brief.repair else "",
        brief.repair.rest if brief.repair else "",
    ]  # fmt: skip
    assert not any(name in text for text in texts for name in ("Ana", "Bob"))


def test_a_person_is_the_same_stand_in_from_the_first_question_on() -> None:
    brief = sent(BRIEF)
    bob = brief.question.history[0].content.split()[0:2]

    assert " ".join(bob) in brief.question.history[1].content
    assert brief.hits[1].passage.text == f"{' '.join(bob)} owns the list."


def test_what_is_shipped_goes_as_it_is() -> None:
    assert sent(BRIEF).hits[0] == BRIEF.hits[0]


def test_names_are_back_in_the_answer_and_told_at_its_end() -> None:
    author = FakeAuthor([["Tell Per", "son B", "'s boss."]])
    draft = UnnamingAuthor(author, NAMING).answer(BRIEF)

    assert "".join(draft) == "Tell Ana's boss."
    assert set(draft.finish.hidden) == {"Ana", "Bob"}


def test_switched_off_the_brief_goes_as_it_is() -> None:
    off = replace(BRIEF, question=replace(QUESTION, names=NameChoices(hide=False)))

    assert sent(off) is off


@dataclass
class FakeTranslator:
    asked: list[str] = field(default_factory=list)

    def to_english(self, question: Question) -> str:
        self.asked.append(question.text)
        return question.text.replace("Wer hilft", "Who helps")


def test_a_search_line_is_translated_without_names() -> None:
    inner = FakeTranslator()
    line = UnnamingTranslator(inner, NAMING).to_english(Question("Wer hilft Ana?"))

    assert inner.asked == ["Wer hilft Person A?"]
    assert line == "Who helps Ana?"


class Echo:
    """An editor that gives each question back, a row each."""

    def __init__(self) -> None:
        self.tasks: list[EditTask] = []

    def edit(self, task: EditTask) -> Any:
        self.tasks.append(task)
        return self

    def reply(self) -> Reply:
        rows = tuple(Row(i.question, owner=i.owner) for i in self.tasks[-1].draft.items)
        return Reply(rows, text=str(rows))

    def cancel(self) -> None:
        """Nothing to stop."""


def test_an_agenda_goes_out_without_its_people_and_comes_back_with_them() -> None:
    agenda = an_agenda()
    items = tuple(replace(i, owner="may", question="What does may need?") for i in agenda.items)
    people = (Attendee("may", Side.SALES), Attendee("sales ops", Side.OTHER))
    draft = replace(agenda, title="Talk with Ana", people=people, items=items)
    echo = Echo()
    reply = UnnamingEditor(echo, NAMING).edit(EditTask("with Ana and may", draft)).reply()

    task = echo.tasks[0]
    gone = [task.brief, task.draft.title, *(i.owner for i in task.draft.items)]
    assert not any("Ana" in text or "may" in text for text in gone)
    assert [p.name for p in task.draft.people][1] == "sales ops"
    assert [row.owner for row in reply.rows] == [i.owner for i in items]
    assert "Person" not in reply.text
