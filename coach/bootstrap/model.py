"""The language model in use, if any."""

from __future__ import annotations

from dataclasses import dataclass

from coach.adapters.model.author import ModelAuthor
from coach.adapters.model.choice import ModelChoice, find_model
from coach.domain.status import Consent, Use
from coach.settings import Settings


@dataclass(frozen=True, slots=True)
class Model:
    """A model that writes; `remote` is what a person has to agree to, `None` on this machine."""

    choice: ModelChoice
    author: ModelAuthor

    @property
    def remote(self) -> Consent | None:
        """Where the text goes, if it leaves this machine."""
        choice = self.choice
        return None if choice.is_loopback else Consent(choice.host, choice.model, Use.WRITING)


def choose_model(settings: Settings) -> tuple[ModelChoice | None, str]:
    """Return the model the settings lead to, or `None`, and a sentence that says why."""
    return find_model(
        model=settings.model,
        has_key=bool(settings.api_key.get_secret_value()),
        base_url=settings.base_url,
        default_model=settings.default_model,
        ollama_url=settings.ollama_url,
    )


def make_model(settings: Settings) -> Model | None:
    """Return the model that writes, `None` where the playbook answers by itself."""
    choice, _ = choose_model(settings)
    if choice is None:
        return None
    author = ModelAuthor(
        choice.model,
        choice.base_url,
        settings.api_key,
        settings.timeout,
        settings.retries,
        settings.max_tokens,
        choice.context,
    )
    return Model(choice, author)
