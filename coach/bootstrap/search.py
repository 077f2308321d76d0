"""The search: which embedder, and the indexes that are made with it."""

from __future__ import annotations

from urllib.parse import urlsplit

from coach.adapters.chroma import ChromaIndexes
from coach.adapters.database.passages import SqlPassages
from coach.adapters.database.records import Records
from coach.adapters.keyword import keyword_index
from coach.adapters.loopback import is_loopback
from coach.adapters.minilm import MiniLM
from coach.adapters.words import Words
from coach.domain.status import Consent, Use
from coach.errors import SettingsError
from coach.playbook.folders import Folders
from coach.playbook.indexing import Indexing
from coach.ports import Clock, Embedder
from coach.settings import Settings

OPENAI = "openai:"
OPENAI_HOST = "api.openai.com"


def make_embedder(settings: Settings) -> Embedder | None:
    """Return the embedder the settings name, `None` for `none`.

    Raises:
        SettingsError: they name none we know.
    """
    name = settings.embeddings
    if name == "none":
        return None
    if name == "minilm":
        return MiniLM(settings.data / "embedder", settings.threads)
    if name.startswith(OPENAI):
        from coach.adapters.openai_embeddings import OpenAIEmbeddings

        return OpenAIEmbeddings(
            name.removeprefix(OPENAI),
            api_key=settings.api_key.get_secret_value(),
            base_url=settings.base_url,
            timeout=settings.timeout,
            retries=settings.retries,
        )
    raise SettingsError(f"`COACH_EMBEDDINGS` is `{name}`; it takes minilm, openai:MODEL or none.")


def remote_embedder(settings: Settings) -> Consent | None:
    """Return where questions and notes go for their meaning, `None` where that is this machine."""
    if not settings.embeddings.startswith(OPENAI):
        return None
    host = urlsplit(settings.base_url).hostname or OPENAI_HOST
    if is_loopback(host):
        return None
    return Consent(host, settings.embeddings.removeprefix(OPENAI), Use.SEARCHING)


def make_indexing(
    settings: Settings,
    folders: Folders,
    records: Records,
    vectors: ChromaIndexes,
    embedder: Embedder | None,
    clock: Clock,
) -> Indexing:
    """Return what keeps the indexes in step with the notes."""
    words = Words()
    return Indexing(
        folders=folders,
        records=SqlPassages(records),
        keyword=lambda passages: keyword_index(passages, words),
        vectors=vectors,
        embedder=embedder,
        clock=clock,
    )
