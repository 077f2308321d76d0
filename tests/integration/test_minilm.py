"""The embedder gives the vectors of the official implementation, and fails in plain words."""

import json
import os
import shutil
import time
from pathlib import Path

import numpy as np
import pytest

from coach.adapters import minilm
from coach.adapters.minilm import MiniLM
from coach.errors import SearchError

REFERENCE = Path(__file__).parent.parent / "data" / "minilm_reference.json"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="module")
def embedder(folder: Path) -> MiniLM:
    return MiniLM(folder)


def test_vectors_equal_those_of_sentence_transformers(embedder: MiniLM) -> None:
    reference = json.loads(REFERENCE.read_text(encoding="utf-8"))["rows"]
    theirs = np.array([row["vector"] for row in reference])
    theirs /= np.linalg.norm(theirs, axis=1, keepdims=True)

    ours = np.array(embedder.embed([row["text"] for row in reference]))

    lengths = np.linalg.norm(ours, axis=1)
    assert (ours * theirs).sum(axis=1) / lengths == pytest.approx(1, abs=3e-7)
    assert lengths == pytest.approx(1, abs=1e-5)


def test_a_text_has_one_vector_whatever_stands_beside_it(embedder: MiniLM) -> None:
    texts = ["MQL?", "what is a lead " * 80, "", "three words here"] * 12

    together = np.array(embedder.embed(texts))
    alone = np.array([embedder.embed([text])[0] for text in texts[:4]])

    assert together[:4] == pytest.approx(alone, abs=1e-6)
    assert together[4:8] == pytest.approx(alone, abs=1e-6)


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "🙂" * 50, "x" * 100_000, " " * 100_000])
def test_any_text_gets_a_unit_vector(embedder: MiniLM, text: str) -> None:
    vector = embedder.embed([text])[0]

    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_no_texts_give_no_vectors_and_load_nothing(tmp_path: Path) -> None:
    assert MiniLM(tmp_path / "none", model=tmp_path / "nowhere").embed([]) == []


def test_a_damaged_graph_is_built_again(embedder: MiniLM, folder: Path) -> None:
    before = embedder.embed(["stage"])
    weights = next(folder.rglob("*.weights"))
    part = weights.read_bytes()[:1000]
    weights.unlink()  # the first embedder still reads the old file
    weights.write_bytes(part)

    again = MiniLM(folder).embed(["stage"])

    assert again == before
    assert [path.name for path in folder.iterdir()] == [weights.parent.name]


def test_what_a_killed_build_left_is_deleted_once_it_is_old(folder: Path) -> None:
    for name, age in ((".minilm-old", 3600), (".minilm-new", 1)):
        (folder / name).mkdir()
        os.utime(folder / name, (time.time() - age,) * 2)
    shutil.rmtree(next(folder.glob("minilm-*")))

    MiniLM(folder).embed(["stage"])

    assert not (folder / ".minilm-old").exists()
    assert (folder / ".minilm-new").exists()


def test_missing_weights_are_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match=r"lacks its file `model\.safetensors`") as caught:
        MiniLM(tmp_path / "built", model=tmp_path / "nowhere").embed(["stage"])

    assert "keyword" in caught.value.next_step


def test_a_missing_package_is_said_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(minilm, "PACKAGE", "no_such_weights")

    with pytest.raises(SearchError, match="not installed"):
        MiniLM(tmp_path / "built").embed(["stage"])


def test_other_weights_than_the_official_ones_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"not the weights")

    with pytest.raises(SearchError, match="not the official file"):
        MiniLM(tmp_path / "built", model=tmp_path).embed(["stage"])


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    with pytest.raises(SearchError, match="cannot be loaded"):
        MiniLM(tmp_path / "file").embed(["stage"])
