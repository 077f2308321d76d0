"""`coach check`: proves that the notes keep their promises, naming file, line and reason."""

from coach.playbook.checking.report import CheckReport, check_knowledge

__all__ = ["CheckReport", "check_knowledge"]
