"""The only reader of the environment; values stop at `coach/bootstrap.py`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    AliasChoices,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from coach.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent


def _at_home(path: Path | None) -> Path | None:
    """Read `~` as a shell does: in a file `.env` nobody else would."""
    return path.expanduser() if path is not None else None


class Settings(BaseSettings):
    """Everything that can be set, each as `COACH_<NAME>` or in `.env`.

    The key and base URL are also read from `OPENAI_API_KEY` and `OPENAI_BASE_URL`.
    """

    model_config = SettingsConfigDict(
        env_prefix="COACH_", env_file=".env", extra="ignore", populate_by_name=True
    )

    data: Path = Field(default=ROOT / "data", description="Folder for records, indexes, backups.")
    shipped: Path = Field(default=ROOT / "knowledge", description="Folder of the shipped notes.")
    knowledge: Annotated[
        Path | None, BeforeValidator(lambda path: path or None), AfterValidator(_at_home)
    ] = Field(default=None, description="A team's own folder of notes, read over the shipped ones.")
    database: str = Field(default="", description="SQLAlchemy address; empty: SQLite in `data`.")

    model: str = Field(default="auto", description="`auto`, `none` or a model's name.")
    api_key: Annotated[
        SecretStr, Field(validation_alias=AliasChoices("COACH_API_KEY", "OPENAI_API_KEY"))
    ] = SecretStr("")
    base_url: Annotated[
        str, Field(validation_alias=AliasChoices("COACH_BASE_URL", "OPENAI_BASE_URL"))
    ] = ""
    default_model: str = Field(default="gpt-5-mini", description="Used where only a key is set.")
    ollama_url: str = Field(
        default="http://127.0.0.1:11434", description="Where `auto` looks for Ollama; empty: not."
    )
    hide_names: Literal["auto", "on", "off"] = Field(
        default="auto",
        description="Replace people's names before text goes to a model; `auto`: elsewhere only.",
    )
    timeout: float = Field(default=30, gt=0, le=600, description="Seconds without a byte.")
    retries: int = Field(default=2, ge=0, le=10, description="Retries before the first byte.")
    max_tokens: int = Field(default=900, ge=50, le=32_000, description="Longest answer.")

    embeddings: str = Field(default="minilm", description="`minilm`, `openai:MODEL` or `none`.")
    threads: int = Field(default=2, ge=1, le=64, description="Threads of the embedder.")
    workers: int = Field(default=128, ge=1, le=1000, description="Answers written at once.")
    public_url: str = Field(default="", description="Address that links are built with.")


def load_settings() -> Settings:
    """Read the settings.

    Raises:
        SettingsError: one sentence that names the setting and what it takes.
    """
    try:
        return Settings()
    except ValidationError as exc:
        first = exc.errors()[0]
        name = "COACH_" + "_".join(str(part) for part in first["loc"]).upper().removeprefix(
            "COACH_"
        )
        raise SettingsError(f"`{name}`: {first['msg']}.") from exc


def quiet_libraries() -> None:
    """Switch off the telemetry, tracing and idle threads of libraries; before their first import.

    Vectors are so short that a second thread of the linear algebra only waits, in a busy loop,
    beside everybody else's answers.
    """
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    os.environ.setdefault("LANGSMITH_TRACING", "false")
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
