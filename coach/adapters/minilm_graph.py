"""Builds the graph of all-MiniLM-L6-v2 for onnxruntime out of the official weights.

The architecture is BERT's (Devlin et al. 2019), six layers of twelve heads; sentence vectors are
the mean of the last layer's tokens, L2-normalised (Reimers and Gurevych 2019). Fused operators of
onnxruntime do the layers: one packed matrix for query, key and value, one operator for residual
and normalisation. The weights lie beside the graph as external data, which onnxruntime maps into
memory instead of reading it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file

LAYERS, HEADS, WIDTH = 6, 12, 384
EPSILON = 1e-12
INPUTS = ("ids", "mask")
_FUSED = "com.microsoft"
_Weights = Mapping[str, NDArray[Any]]


class _Graph:
    """Collects nodes and weights; names each node's output after the node."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, values: NDArray[Any]) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(
        self, op: str, name: str, inputs: list[str], domain: str = "", **attributes: Any
    ) -> str:
        node = helper.make_node(op, inputs, [name], name=name, domain=domain, **attributes)
        self.nodes.append(node)
        return name


def build_graph(weights_file: Path, graph_file: Path) -> None:
    """Write the graph and, beside it with the suffix `.weights`, its weights.

    The graph takes `ids` and `mask`, both int32 [texts, tokens], and gives `vectors`, float32
    [texts, 384] of length 1.

    Raises:
        OSError: the files cannot be read or written.
        KeyError: the weights are not those of this model.
    """
    weights = load_file(weights_file)
    graph = _Graph()
    hidden = _embeddings(graph, weights)
    for number in range(LAYERS):
        hidden = _layer(graph, weights, number, hidden)
    _pooling(graph, hidden)
    shape = ["texts", "tokens"]
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "all-MiniLM-L6-v2",
            [helper.make_tensor_value_info(name, TensorProto.INT32, shape) for name in INPUTS],
            [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", WIDTH])],
            graph.weights,
        ),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(_FUSED, 1)],
        ir_version=9,
    )
    onnx.save_model(
        model,
        str(graph_file),
        save_as_external_data=True,
        all_tensors_to_one_file=True,
        location=f"{graph_file.name}.weights",
        size_threshold=1024,
    )


def _embeddings(graph: _Graph, weights: _Weights) -> str:
    words = graph.weight("words", weights["embeddings.word_embeddings.weight"])
    # Every text is one segment, so the segment's vector is added to the positions beforehand.
    places = weights["embeddings.position_embeddings.weight"]
    places = places + weights["embeddings.token_type_embeddings.weight"][0]
    token = graph.add("Gather", "token", [words, "ids"])
    ends = graph.weight("one", np.array([1], dtype=np.int64))
    length = graph.add("Slice", "length", [
        graph.add("Shape", "shape", ["ids"]),
        ends, graph.weight("two", np.array([2], dtype=np.int64)),
    ])  # fmt: skip
    zero = graph.weight("zero", np.array([0], dtype=np.int64))
    place = graph.add("Slice", "place", [graph.weight("places", places), zero, length, zero])
    summed = graph.add("Add", "embedded", [token, place])
    scale, shift = _norm(graph, weights, "embeddings.LayerNorm")
    return graph.add(
        "LayerNormalization", "hidden", [summed, scale, shift], axis=-1, epsilon=EPSILON
    )


def _norm(graph: _Graph, weights: _Weights, name: str) -> list[str]:
    return [
        graph.weight(f"{name}.{part}", weights[f"{name}.{part}"]) for part in ("weight", "bias")
    ]


def _layer(graph: _Graph, weights: _Weights, number: int, hidden: str) -> str:
    name = f"encoder.layer.{number}"
    parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    packed = np.concatenate([weights[f"{part}.weight"].T for part in parts], axis=1)
    biases = np.concatenate([weights[f"{part}.bias"] for part in parts])
    matrix = graph.weight(f"{name}.qkv", packed)
    bias = graph.weight(f"{name}.qkv.bias", biases)
    attended = graph.add(
        "Attention",
        f"{name}.attended",
        [hidden, matrix, bias, "mask"],
        domain=_FUSED,
        num_heads=HEADS,
    )
    mixed = _product(graph, weights, f"{name}.attention.output.dense", attended)
    hidden = _residual(graph, weights, f"{name}.attention.output", mixed, hidden)
    wide = _product(graph, weights, f"{name}.intermediate.dense", hidden)
    bias = graph.weight(f"{name}.wide.bias", weights[f"{name}.intermediate.dense.bias"])
    active = graph.add("BiasGelu", f"{name}.active", [wide, bias], domain=_FUSED)
    narrow = _product(graph, weights, f"{name}.output.dense", active)
    return _residual(graph, weights, f"{name}.output", narrow, hidden)


def _product(graph: _Graph, weights: _Weights, name: str, hidden: str) -> str:
    weight = graph.weight(f"{name}.weight", weights[f"{name}.weight"].T)
    return graph.add("MatMul", f"{name}.product", [hidden, weight])


def _residual(graph: _Graph, weights: _Weights, name: str, values: str, skip: str) -> str:
    scale, shift = _norm(graph, weights, f"{name}.LayerNorm")
    bias = graph.weight(f"{name}.dense.bias", weights[f"{name}.dense.bias"])
    return graph.add(
        "SkipLayerNormalization",
        f"{name}.hidden",
        [values, skip, scale, shift, bias],
        domain=_FUSED,
        epsilon=EPSILON,
    )


def _pooling(graph: _Graph, hidden: str) -> None:
    # The sum over the tokens will do for their mean: the norm takes the count out again.
    kept = graph.add("Cast", "kept", ["mask"], to=TensorProto.FLOAT)
    row = graph.add("Unsqueeze", "row", [kept, "one"])
    summed = graph.add("Squeeze", "summed", [graph.add("MatMul", "sums", [row, hidden]), "one"])
    length = graph.add("ReduceL2", "norm", [summed], axes=[1], keepdims=1)
    graph.add("Div", "vectors", [summed, length])
