"""`coach` from the terminal: the real services on a data folder of their own."""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from coach.bootstrap import Services, build_services
from coach.cli import main
from coach.domain.answers import AnswerKind, Question
from coach.settings import ROOT, Settings
from tests.servers import running_coach
from tests.small_knowledge import SAY_THANKS, write_small_playbook

ALWAYS = {"kind", "answer", "citations", "mode", "model", "seconds", "warnings"}
ASKED = ALWAYS | {"stage", "follow_ups", "ungrounded", "passages"}
WHERE = "Where do we start with sales and marketing?"
NAUGHTY = json.loads((ROOT / "tests/data/naughty_strings/blns.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Said:
    """What one command left behind."""

    code: int
    out: str
    err: str

    @property
    def object(self) -> dict[str, Any]:
        """The one JSON object on standard output."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        assert self.out.count("\n") == 1
        return found


Coach = Callable[..., Said]


@pytest.fixture
def coach(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Coach:
    """Run a command in this process."""

    def run(*arguments: str, stdin: str | bytes = "") -> Said:
        monkeypatch.setattr(sys, "argv", ["coach", *arguments])
        typed = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
        code: object = 0
        try:
            main()
        except SystemExit as exc:
            code = exc.code or 0
        out, err = capsys.readouterr()
        assert isinstance(code, int)
        return Said(code, out, err)

    return run


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A small playbook of its own: three notes, with the shipped boundaries and languages."""
    folder = write_small_playbook(tmp_path / "knowledge")
    monkeypatch.setenv("COACH_SHIPPED", str(folder))
    monkeypatch.setenv("COACH_DATA", str(tmp_path / "data"))
    return folder


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cli") / "data"


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    """The shipped playbook, searched by its words alone; no model."""
    for name, value in {"DATA": str(data), "MODEL": "none", "EMBEDDINGS": "none"}.items():
        monkeypatch.setenv(f"COACH_{name}", value)


@pytest.fixture(scope="module")
def services(data: Path) -> Iterator[Services]:
    built = build_services(Settings(data=data, model="none", embeddings="none"), background=False)
    yield built
    built.close()


def test_an_answer_is_one_object_with_the_agreed_keys(coach: Coach) -> None:
    said = coach("ask", "--json", WHERE)

    found = said.object
    assert said.code == 0
    assert set(found) == ASKED
    assert (found["kind"], found["mode"], found["model"]) == ("answer", "playbook", None)
    assert set(found["seconds"]) == {"retrieval", "first_text", "total"}
    assert set(found["citations"][0]) == {"n", "note", "title", "heading", "quote"}
    assert set(found["passages"][0]) == {"note", "heading", "rank", "cosine", "bm25"}
    assert found["passages"][0]["cosine"] is None
    assert found["passages"][0]["bm25"] > 0
    for citation in found["citations"]:
        assert f"[{citation['n']}]" in found["answer"]


def test_notices_go_to_standard_error(coach: Coach) -> None:
    said = coach("ask", "--json", WHERE)

    assert "Searched by keyword only" in said.err
    assert said.object["warnings"]


def test_without_json_the_answer_is_followed_by_its_sources(coach: Coach) -> None:
    said = coach("ask", WHERE)

    assert said.code == 0
    assert "\n[1]" in said.out or "\n[2]" in said.out
    assert not said.out.startswith("{")


def test_stage_and_side_are_taken_and_told(coach: Coach) -> None:
    found = coach("ask", "--json", "--stage", "defined", "--side", "sales", WHERE).object

    assert found["stage"] == "defined"


def test_a_follow_up_is_read_with_its_history(coach: Coach, tmp_path: Path) -> None:
    history = tmp_path / "history.json"
    turns = [
        {"role": "user", "content": "How fast should sales follow up on a lead?"},
        {"role": "assistant", "content": "Within a day, by a named person."},
    ]
    history.write_text(json.dumps(turns), encoding="utf-8")

    alone = coach("ask", "--json", "why?").object
    with_history = coach("ask", "--json", "--history", str(history), "why?").object
    assert alone["kind"] == "unclear"
    assert with_history["kind"] == "answer"


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "--json", "--side", "finance", WHERE],
        ["ask", "--json", "--stage", "married", WHERE],
        ["ask", "--json", "--history", "no-such-file.json", WHERE],
        ["ask", "--json", "--no-such-option", WHERE],
        ["serve", "--port", "99999"],
        ["no-such-command"],
    ],
    ids=" ".join,
)
def test_a_mistyped_command_ends_with_2_and_says_why(coach: Coach, arguments: list[str]) -> None:
    said = coach(*arguments)

    assert said.code == 2
    assert said.out == ""
    assert said.err.strip()
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    "text",
    ["[", '{"role": "user"}', '[{"role": "system", "content": "x"}]', '[{"role": "user"}]'],
)
def test_a_history_that_is_none_ends_with_2(coach: Coach, tmp_path: Path, text: str) -> None:
    history = tmp_path / "history.json"
    history.write_text(text, encoding="utf-8")

    said = coach("ask", "--json", "--history", str(history), WHERE)
    assert said.code == 2
    assert "history.json" in said.err


@pytest.mark.parametrize("question", ["", "   ", "\0\0", "\n\t\n"])
def test_a_question_without_anything_to_read_is_an_error_object(
    coach: Coach, question: str
) -> None:
    said = coach("ask", "--json", "-", stdin=question)

    assert said.code == 1
    assert set(said.object) == ALWAYS | {"error"}
    assert said.object["kind"] == "error"
    assert said.object["error"]["code"] == "question"
    assert set(said.object["error"]) == {"code", "message", "next_step"}


def test_without_json_a_known_error_is_a_sentence_and_the_next_step(coach: Coach) -> None:
    said = coach("ask", "")

    assert said.code == 1
    assert said.out == ""
    assert said.err == (
        "There is nothing to read in that question. "
        "Type a question of one to twenty thousand characters.\n"
    )


def test_a_wrong_setting_is_an_error_object(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_WORKERS", "many")

    said = coach("ask", "--json", WHERE)
    assert said.code == 1
    assert said.object["error"]["code"] == "settings"
    assert "COACH_WORKERS" in said.object["error"]["message"]


def test_a_question_that_is_no_text_ends_with_2(coach: Coach) -> None:
    said = coach("ask", "--json", "-", stdin=b"\xff\xfe\xfa")

    assert said.code == 2
    assert said.out == ""


def test_one_character_is_asked_about(coach: Coach) -> None:
    assert coach("ask", "--json", "x").object["kind"] == "unclear"


def test_a_hundred_thousand_characters_are_read_in_part_and_it_says_so(coach: Coach) -> None:
    found = coach("ask", "--json", "-", stdin=f"{WHERE} " * (100_000 // len(WHERE))).object

    assert found["kind"] == "answer"
    assert "Only the first 20,000 characters were read." in found["warnings"]


def test_nul_characters_are_dropped(coach: Coach) -> None:
    with_nul = coach("ask", "--json", "-", stdin=WHERE.replace(" ", "\0 ")).object

    assert with_nul["answer"] == coach("ask", "--json", WHERE).object["answer"]


@pytest.mark.parametrize("piece", [WHERE, "x ", "1", "12 %, ", "[1] ", "(", "a. ", "~~a ", "\n- "])
def test_a_long_question_of_any_shape_is_read_within_seconds(
    services: Services, piece: str
) -> None:
    started = time.process_time()
    for segments in services.answering.start(Question((piece * 20_000)[:20_000])):
        assert segments

    assert time.process_time() - started < 3


def test_every_naughty_string_gets_an_answer_of_some_kind(services: Services) -> None:
    kinds = set()
    for text in NAUGHTY:
        if not text.strip():
            continue
        try:
            reply = services.answering.start(Question(text))
        except Exception as exc:
            assert "nothing to read" in str(exc), text  # noqa: PT017 - the only refusal there is
            continue
        for segments in reply:
            assert segments
        assert reply.answer.text.strip(), text
        kinds.add(reply.answer.kind)

    assert kinds <= set(AnswerKind) - {AnswerKind.ERROR}


PAIRS = ("target=2.4e6", "deal=30000", "win=0.2", "share=0.4", "mql_to_opp=0.15")
PLAN = {"deals": 80, "opportunities": 400, "marketing_opportunities": 160, "mqls": 1067}


@pytest.mark.parametrize(
    "given",
    [
        PAIRS,
        PAIRS[::-1],
        ("target=2.4M", "deal=30k", "win=20%", "share=40 %", "mql_to_opp=.15"),
        ("15 % of MQLs become opportunities, we win one in five, 40 % from marketing, "
         "30k a deal, target 2,400,000",),
    ],
)  # fmt: skip
def test_leads_are_worked_back_from_the_target(coach: Coach, given: tuple[str, ...]) -> None:
    said = coach("leads", *given, "--json")

    assert said.code == 0
    assert set(said.object) == ALWAYS | {"leads"}
    assert said.object["kind"] == "calculation"
    assert set(said.object["leads"]) == {*PLAN, "steps", "missing"}
    assert PLAN.items() <= said.object["leads"].items()
    assert said.object["leads"]["missing"] == []
    assert said.object["leads"]["steps"][-1].endswith("1,066.7, so 1,067")


def test_what_is_missing_is_named_and_asked_for(coach: Coach) -> None:
    as_object = coach("leads", "target=2.4e6", "win=0.2", "--json").object["leads"]
    as_text = coach("leads", "target=2.4e6", "win=0.2")

    assert as_object["missing"] == ["deal", "share", "mql_to_opp"]
    assert as_object["deals"] is None
    assert "How much is an average deal worth?" in as_text.out
    assert as_text.code == 0


@pytest.mark.parametrize(
    "given",
    [
        (), ("hello",), ("target=",), ("target=much",), ("target=-1",), ("deal=0",), ("win=20",),
        ("win=1.1",), ("profit=3",), ("target=1", "target=2"), ("target=nan",), ("target=inf",),
        ("target=1e999999999",), ("target=1e-999999999",), ("deal=1,2,3",), ("=3",),
    ],
)  # fmt: skip
def test_leads_refuse_what_makes_no_sense(coach: Coach, given: tuple[str, ...]) -> None:
    said = coach("leads", *given)

    assert said.code == 2
    assert said.out == ""
    assert said.err


def test_the_shipped_notes_are_in_order(coach: Coach) -> None:
    said = coach("check", "--json")

    assert said.code == 0
    assert said.object["faults"] == []


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("bad-yaml.md", b"---\nkind: practice\ntitle: [\n---\n\n## In short\n", "bad-yaml.md:"),
        ("latin.md", "---\ntitle: Caf\xe9\n---\n".encode("latin-1"), "latin.md:"),
        ("more/say-thanks.md", SAY_THANKS.encode(), "id `say-thanks` is taken by"),
        ("unknown.md", b"---\nkind: poem\ntitle: T\nsummary: s.\n---\n", "unknown.md:2: "),
        ("nothing.md", b"", "nothing.md:1: "),
    ],
    ids=["bad YAML", "wrong encoding", "duplicate id", "unknown kind", "empty"],
)
def test_a_bad_note_is_named_with_file_line_and_reason(
    coach: Coach, small: Path, name: str, content: bytes, told: str
) -> None:
    target = small / name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(content)

    said = coach("check")
    assert said.code == 1
    assert told in said.out
    assert "to mend" in said.out
    as_object = coach("check", "--json")
    assert as_object.code == 1
    assert as_object.object["kind"] == "error"
    assert as_object.object["error"]["code"] == "note"
    assert any(told in fault for fault in as_object.object["faults"])


def test_a_bad_note_is_left_out_and_the_others_answer(coach: Coach, small: Path) -> None:
    (small / "nothing.md").write_bytes(b"")

    said = coach("ask", "--json", "Should we thank the other team?")
    assert said.object["kind"] == "answer"
    assert said.object["citations"][0]["note"] == "say-thanks"
    told = "Left out of the playbook: nothing.md:1: "
    assert any(warning.startswith(told) for warning in said.object["warnings"])


def test_the_index_is_made_once_and_shared_with_a_running_server(
    coach: Coach, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_EMBEDDINGS", "minilm")
    made = coach("index", "--json")
    assert made.code == 0
    assert made.object["index"]["vectors"] is True
    assert f"{made.object['index']['passages']} of" in made.err  # progress

    with running_coach(tmp_path / "data", COACH_SHIPPED=str(small)) as server:
        again = coach("index", "--json")
        asked = coach("ask", "--json", "Should we thank the other team?")
        doctor = coach("doctor", "--json")
        assert server.answers()

    assert again.object["index"] == made.object["index"]
    assert asked.object["passages"][0]["note"] == "say-thanks"
    assert asked.object["passages"][0]["cosine"] > 0.3
    # The shipped languages lead to notes that this small playbook has not.
    assert {part["part"] for part in doctor.object["parts"] if not part["works"]} == {"notes"}


def test_the_doctor_names_every_part(coach: Coach) -> None:
    found = coach("doctor", "--json").object

    parts = [part["part"] for part in found["parts"]]
    assert parts == ["notes", "database", "embedder", "index", "model", "copies"]
    assert all(part["works"] for part in found["parts"])
    assert "Everything works." in coach("doctor").out


def test_the_doctor_says_what_does_not_work_and_what_to_do(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_MODEL", "some-model")
    monkeypatch.setenv("COACH_BASE_URL", "http://127.0.0.1:9/v1")

    said = coach("doctor", "--json")
    (model,) = [part for part in said.object["parts"] if part["part"] == "model"]
    assert said.code == 0
    assert not model["works"]
    assert model["do"]
    assert said.object["warnings"]
