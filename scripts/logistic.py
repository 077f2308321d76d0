"""Logistic regression by Newton's method, for the heads that are fitted on made-up texts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Head:
    """A linear reading of rows; above 0 is more likely than not."""

    weights: np.ndarray
    bias: float

    def hear(self, rows: np.ndarray) -> np.ndarray:
        return rows @ self.weights + self.bias

    def line(self) -> str:
        """Return it as a line of YAML."""
        weights = ", ".join(f"{weight:.4f}" for weight in self.weights)
        return f"{{bias: {self.bias:.4f}, weights: [{weights}]}}"


def fit(rows: np.ndarray, wanted: np.ndarray, worth: np.ndarray, ridge: float) -> Head:
    """Minimise the weighted, ridge-penalised log-likelihood; `wanted` is 0 or 1 a row."""
    rows = np.c_[rows, np.ones(len(rows))]
    penalty = np.eye(rows.shape[1]) * ridge
    penalty[-1, -1] = 1e-6
    beta = np.zeros(rows.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-rows @ beta))
        slope = rows.T @ (worth * (chance - wanted)) + penalty @ beta
        bend = (rows * (worth * chance * (1 - chance))[:, None]).T @ rows + penalty
        step = np.linalg.solve(bend, slope)
        beta -= step
        if np.abs(step).max() < 1e-7:
            break
    return Head(beta[:-1], float(beta[-1]))
