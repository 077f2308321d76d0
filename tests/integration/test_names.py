"""Names in many manners of text are found, and none of them reaches an endpoint elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.bootstrap.knowledge import read_knowledge
from coach.bootstrap.names import make_finder
from coach.domain.names import NameChoices
from coach.evaluation.names import HEADERS, MENTIONS, WRONG, ReadNames, counts, load_texts, read_all
from coach.services.names.naming import Naming
from coach.settings import ROOT, Settings
from tests.embedding_endpoint import elsewhere
from tests.fakes import ME
from tests.integration.test_leaving import coaching
from tests.scripted_endpoint import Script, ScriptedEndpoint
from tests.yardstick import Effort

FEWEST = 60
MAIL = """From: Ana Silva <ana.silva@x.example>
To: Bob

Hi Bob, should we thank the other team? Ferelith says no.
Ana"""
SHIPPED = {"model": "scripted", "shipped": str(ROOT / "knowledge")}
RULE = "How do sales and marketing agree on a qualified lead? Ana Silva and Bob quarrel about it."
SAY = "Sales does not follow up on our marketing leads. What should I say to Bob in sales?"
NAMES = ("Ana", "Silva", "Bob")


@pytest.fixture(scope="module")
def naming() -> Naming:
    return Naming(make_finder(read_knowledge(Settings(model="none")).playbook), on=True)


@pytest.fixture(scope="module")
def read(naming: Naming) -> list[ReadNames]:
    return read_all(load_texts(ROOT / "evals" / "names.yaml"), naming)


@pytest.mark.parametrize("half", ["tuned", "reported"])
def test_nearly_all_names_are_found_and_all_in_headers(read: list[ReadNames], half: str) -> None:
    count = counts([one for one in read if one.named.half == half])

    assert len(read) >= FEWEST
    assert count[MENTIONS].share >= 0.95
    assert count[HEADERS].share == 1
    assert count[WRONG].share <= 0.05


def test_fifty_thousand_characters_are_looked_through_in_a_second(naming: Naming) -> None:
    text = (MAIL * 400)[:50_000]
    with Effort() as effort:
        naming.names([text], NameChoices())

    assert effort.millions < 20


def test_no_name_that_was_typed_reaches_the_model_elsewhere(tmp_path: Path) -> None:
    with ScriptedEndpoint(Script(text="Thank Person B. [1]", rate=200)) as endpoint:
        model = {"base_url": elsewhere(endpoint.url), **SHIPPED}
        with coaching(tmp_path, background=False, **model) as services:
            services.agree()
            first = services.coaching.ask(ME, RULE)
            turn = services.coaching.ask(ME, SAY, first.conversation)
            turn = services.conversations.turn(ME, turn.id)
        prompts = [request.prompt for request in endpoint.requests]

    assert len(prompts) >= 2
    assert not any(name in prompt for prompt in prompts for name in NAMES)
    assert turn.answer is not None
    assert "Bob" in turn.answer.hidden
    assert "Person" not in turn.text


def test_on_this_machine_names_stay_unless_a_setting_says_otherwise(tmp_path: Path) -> None:
    with ScriptedEndpoint(Script(text="Thank them. [1]")) as endpoint:
        model = {"base_url": endpoint.url, **SHIPPED}
        for setting, stays in (("auto", True), ("on", False)):
            with coaching(tmp_path, background=False, hide_names=setting, **model) as services:
                services.coaching.ask(ME, SAY)
            assert ("Bob" in endpoint.requests[-1].prompt) is stays


def test_what_a_person_chose_holds_from_the_next_question_on(tmp_path: Path) -> None:
    with ScriptedEndpoint(Script(text="Thank them. [1]")) as endpoint:
        model = {"base_url": elsewhere(endpoint.url), **SHIPPED}
        with coaching(tmp_path, background=False, **model) as services:
            services.agree()
            assert services.naming is not None
            services.naming.choose(ME, NameChoices(shown=frozenset({"bob"}), added=("zz top",)))
            services.coaching.ask(ME, SAY.replace("to Bob", "to Bob and zz top"))
    prompt = endpoint.requests[-1].prompt

    assert "Bob" in prompt
    assert "zz top" not in prompt
