"""A formula as data: an expression over named terms, with an example that proves it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_OPERATORS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: lambda left, right: left + right,
    ast.Sub: lambda left, right: left - right,
    ast.Mult: lambda left, right: left * right,
    ast.Div: lambda left, right: left / right,
}
_ALLOWED = "an expression holds names, numbers, + - * / ( ) and abs() only"
_LONGEST = 200  # characters: deep enough for any metric, too short to nest the parser to death


@dataclass(frozen=True, slots=True)
class Formula:
    """How a number is computed; `given` and `result` are a worked example.

    `terms` pairs each name of the expression with what it stands for. A formula exists only if
    it can be computed, uses each of its terms, and its example comes out.

    Raises:
        ValueError: in a sentence, what is wrong with it.
    """

    expression: str
    terms: tuple[tuple[str, str], ...]
    given: tuple[tuple[str, Decimal], ...]
    result: Decimal

    def __post_init__(self) -> None:
        """Refuse what cannot be computed or does not come out."""
        names = _names(_parsed(self.expression))
        known = {name for name, _ in self.terms}
        if unknown := sorted(names - known):
            raise ValueError(f"`{unknown[0]}` stands in the expression but not in `terms`")
        if unused := sorted(known - names):
            raise ValueError(f"the term `{unused[0]}` does not stand in the expression")
        if stray := sorted({name for name, _ in self.given} - known):
            raise ValueError(f"`{stray[0]}` is given in the example but is no term")
        value = self.value(dict(self.given))
        if not _agree(value, self.result):
            raise ValueError(f"the example gives {value:.6g}, not {self.result}")

    def value(self, given: Mapping[str, Decimal]) -> Decimal:
        """Return the number that the terms in `given` lead to, unrounded.

        Raises:
            ValueError: a term is missing, or the expression divides by zero with these.
        """
        for name, _ in self.terms:
            if name not in given:
                raise ValueError(f"the term `{name}` has no value")
        try:
            return _value(_parsed(self.expression), given)
        except ArithmeticError as exc:
            raise ValueError("the formula cannot be computed with these values") from exc

    @property
    def readable(self) -> str:
        """The expression as people write it."""
        plain = self.expression.replace("_", " ").replace("*", "×").replace("-", "−")
        return re.sub(r"abs\(([^()]*)\)", r"|\1|", plain)


def _parsed(expression: str) -> ast.expr:
    if len(expression) > _LONGEST:
        raise ValueError(f"an expression holds at most {_LONGEST} characters")
    try:
        return ast.parse(expression.strip(), mode="eval").body
    except (SyntaxError, ValueError) as exc:
        raise ValueError(_ALLOWED) from exc


def _names(node: ast.expr) -> set[str]:
    """Return the names used; any other part than the allowed ones is refused."""
    match node:
        case ast.Name(id=name):
            return {name}
        case ast.Constant(value=value) if type(value) in (int, float):
            return set()
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            return _names(left) | _names(right)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _names(operand)
        case ast.Call(func=ast.Name(id="abs"), args=[argument], keywords=[]):
            return _names(argument)
        case _:
            raise ValueError(_ALLOWED)


def _value(node: ast.expr, given: Mapping[str, Decimal]) -> Decimal:
    match node:
        case ast.Name(id=name):
            return given[name]
        case ast.Constant(value=value):
            return Decimal(str(value))
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATORS[type(op)](_value(left, given), _value(right, given))
        case ast.UnaryOp(operand=operand):
            return -_value(operand, given)
        case ast.Call(args=[argument]):
            return abs(_value(argument, given))
        case _:
            raise ValueError(_ALLOWED)


def _agree(value: Decimal, result: Decimal) -> bool:
    """Whether the value is `result` when rounded to as many places as `result` has."""
    try:
        return value.quantize(result, ROUND_HALF_UP) == result
    except ArithmeticError:
        return False
