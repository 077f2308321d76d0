"""The language model behind an OpenAI-compatible endpoint."""
