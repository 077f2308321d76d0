"""Writes a tiny Llama with random weights: half a megabyte that any llama.cpp runs.

Run by the peers' own Python: `.venv-peers/bin/python tests/peers/tiny_model.py OUT.gguf`.
"""

from __future__ import annotations

import sys

import gguf
import numpy as np

LAYERS, WIDTH, HEADS, INNER, CONTEXT = 2, 64, 4, 128, 8_192
WORDS = ["\u2581sales", "\u2581marketing", "\u2581lead", "\u2581meet", "\u2581a", "\u2581the", "."]
TEMPLATE = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant:"


def write(path: str) -> None:
    """Write the model to `path`; the same bytes each time."""
    rng = np.random.default_rng(7)
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("tiny")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    words = _add_vocabulary(writer)

    def weights(name: str, *shape: int) -> None:
        values = rng.normal(0, 0.08, shape).astype(np.float32)
        writer.add_tensor(name, np.ones(shape, np.float32) if "norm" in name else values)

    weights("token_embd.weight", words, WIDTH)
    weights("output_norm.weight", WIDTH)
    weights("output.weight", words, WIDTH)
    for layer in range(LAYERS):
        for part in ("attn_q", "attn_k", "attn_v", "attn_output"):
            weights(f"blk.{layer}.{part}.weight", WIDTH, WIDTH)
        for part in ("attn_norm", "ffn_norm"):
            weights(f"blk.{layer}.{part}.weight", WIDTH)
        weights(f"blk.{layer}.ffn_gate.weight", INNER, WIDTH)
        weights(f"blk.{layer}.ffn_up.weight", INNER, WIDTH)
        weights(f"blk.{layer}.ffn_down.weight", WIDTH, INNER)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _add_vocabulary(writer: gguf.GGUFWriter) -> int:
    """Add single bytes and a few words; return how many tokens there are."""
    kinds = gguf.TokenType
    tokens = ["<unk>", "<s>", "</s>"]
    types = [kinds.UNKNOWN, kinds.CONTROL, kinds.CONTROL]
    tokens += [f"<0x{byte:02X}>" for byte in range(256)]
    types += [kinds.BYTE] * 256
    pieces = ["\u2581", *(chr(code) for code in range(33, 127)), *WORDS]
    pieces = list(dict.fromkeys(pieces))
    tokens += pieces
    types += [kinds.NORMAL] * len(pieces)
    writer.add_tokenizer_model("llama")
    writer.add_token_list([token.encode() for token in tokens])
    writer.add_token_scores([-float(i) for i in range(len(tokens))])
    writer.add_token_types(types)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_chat_template(TEMPLATE)
    return len(tokens)


if __name__ == "__main__":
    write(sys.argv[1])
