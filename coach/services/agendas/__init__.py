"""Agendas: read from a sentence, drafted from the notes, kept as series."""
