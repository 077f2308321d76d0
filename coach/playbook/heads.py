"""What the fitting scripts write: weights and a bias, by which something is read as yes or no."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ConfigDict


@dataclass(frozen=True, slots=True)
class Head:
    """A linear reading of a vector, or of signals in their order; from 0 up it says yes."""

    weights: tuple[float, ...]
    bias: float

    __pydantic_config__ = ConfigDict(extra="forbid")  # it is read from files as it stands
