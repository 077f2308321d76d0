"""What a model said and marked in a rehearsal, put through what the page does with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from coach.adapters.model.author import ModelAuthor
from coach.domain.rehearsal import Criterion, Difficulty, Role
from coach.domain.scene import Scene
from coach.services.names.finding import Finder
from coach.services.names.naming import Naming
from coach.services.names.partners import UnnamingPartner
from coach.services.rehearsing.rehearsing import Rehearsing
from tests.fakes import FakeClock, MemoryEndpoints
from tests.scripted_endpoint import Script, ScriptedEndpoint

FILE = Path(__file__).parents[1] / "data" / "recordings" / "rehearsals" / "hard-head-of-sales.json"
NAMES = ("Ana", "Bob", "Odile")


def test_a_recorded_talk_stays_in_role_and_its_misquote_is_dropped() -> None:
    data: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    scene = Scene(
        note=data["note"], role=Role(data["role"]), difficulty=Difficulty(data["difficulty"]),
        facts=tuple(data["facts"]), view="", constraint=data["constraint"], replies=(),
    )  # fmt: skip
    replies = [turn["reply"] for turn in data["talk"]]
    scripts = [Script(text=text) for text in (*replies, data["debrief"])]
    with ScriptedEndpoint(*scripts, supports=("json_schema",)) as endpoint:
        model = ModelAuthor("scripted", endpoint.url, SecretStr("")).partner(MemoryEndpoints())
        partner = UnnamingPartner(model, Naming(Finder(), on=True))
        for turn in data["talk"]:
            scene = scene.with_line(turn["mine"], mine=True)
            scene = scene.with_line("".join(partner.reply(scene)), mine=False)
        rehearsing = Rehearsing(
            playbook=None,  # type: ignore[arg-type]
            boundaries=None,  # type: ignore[arg-type]
            languages=None,  # type: ignore[arg-type]
            clock=FakeClock(),
            partner=partner,
        )
        debrief = rehearsing.debrief(scene, by_model=True)
    marks = {mark.criterion: mark for mark in debrief.marks}

    assert not any(name in request.prompt for request in endpoint.requests for name in NAMES)
    assert "Odile either" in scene.lines[1].text
    assert marks[Criterion.IMPACT].quotes == ("I can't tell Odile what the money brought",)
    assert marks[Criterion.CONSTRAINT].quotes == ("I know your quarter ends on Friday.",)
    for mark in debrief.marks:
        assert all(any(quote in line for line in scene.mine) for quote in mark.quotes)
