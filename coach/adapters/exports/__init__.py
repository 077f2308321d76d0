"""Agendas as files: Markdown, Word, PDF, calendar, e-mail and a sheet of actions."""
