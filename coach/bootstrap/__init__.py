"""Puts adapters and services together."""

from coach.bootstrap.build import Fakes, build_services
from coach.bootstrap.checkup import build_checkup
from coach.bootstrap.services import Services

__all__ = ["Fakes", "Services", "build_checkup", "build_services"]
