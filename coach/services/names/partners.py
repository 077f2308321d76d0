"""The partner in a rehearsal that gets no names to read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from coach.domain.rehearsal import Mark
from coach.domain.scene import Scene
from coach.ports import Draft, Partner
from coach.services.names.authors import UnnamingDraft
from coach.services.names.disguise import Disguise
from coach.services.names.naming import Naming


class UnnamingPartner:
    """The port `Partner` around another: names go out as stand-ins and come back as they were.

    The names are those in the case and in what the person said. Lives as long as the app; safe from
    many threads.
    """

    def __init__(self, partner: Partner, naming: Naming) -> None:
        self._partner = partner
        self._naming = naming

    @property
    def name(self) -> str:
        """The name of the model behind it."""
        return self._partner.name

    def reply(self, scene: Scene) -> Draft:
        """Start what the role says next; no text is waited for here."""
        disguise = self._disguise(scene)
        if disguise is None:
            return self._partner.reply(scene)
        return UnnamingDraft(self._partner.reply(_hidden(scene, disguise.hide)), disguise)

    def look_back(self, scene: Scene) -> tuple[Mark, ...]:
        """Return what it thinks of the person's lines, in their own words again.

        Raises:
            AuthorError: the endpoint failed.
        """
        disguise = self._disguise(scene)
        if disguise is None:
            return self._partner.look_back(scene)
        show = disguise.show
        marks = self._partner.look_back(_hidden(scene, disguise.hide))
        return tuple(
            replace(mark, quotes=tuple(map(show, mark.quotes)), why=show(mark.why))
            for mark in marks
        )

    def _disguise(self, scene: Scene) -> Disguise | None:
        said = [line.text for line in scene.lines if not line.mine]
        return self._naming.disguise([*scene.facts, *scene.mine], scene.names, also=said)


def _hidden(scene: Scene, hide: Callable[[str], str]) -> Scene:
    lines = tuple(replace(line, text=hide(line.text)) for line in scene.lines)
    return replace(scene, facts=tuple(map(hide, scene.facts)), lines=lines)
