"""Names at the beginning of an operand: functions with and without brackets, constants, letters."""

from __future__ import annotations

from .calculus import derivative, limit
from .errors import Unreadable
from .names import BASES, CONSTANTS, SHARED, function_named
from .pratt import SIGNED, Parser
from .syntax import Node, bare, node
from .tokens import END, LOWERED, NAME, NUMBER, RAISED, SIGN, Token

# Letters that name a function when a bracket follows.
FUNCTION_LETTERS = frozenset("fghFGH")
_INVERSE = {
    **{name: f"arc{name}" for name in ("sin", "cos", "tan", "cot", "sec", "csc")},
    **{f"{name}h": f"ar{name}h" for name in ("sin", "cos", "tan", "cot", "sec", "csc")},
}


def named(p: Parser, t: Token) -> Node:
    """The operand that begins with the name ``t``, which has been taken."""
    name = t.text
    if name == "lim":
        return limit(p, t)
    if name == "d":
        found = derivative(p, t)
        if found is not None:
            return found
    if name in CONSTANTS and name not in p.declared | p.letters:
        return _constant(p, t)
    opens = p.token.text in ("(", "{") and not (p.token.text == "{" and "\\" not in p.source)
    function = function_named(name)
    if name == "sigma" and p.token.text == "(":
        p.notes.append(("read σ(…) as the sigmoid function",))
        function = "sigmoid"
    if function is not None and not (name in SHARED and not opens) and name not in p.declared | p.letters:
        return _function(p, t, function)
    return _letter(p, t)


def _constant(p: Parser, t: Token) -> Node:
    if t.text == "E":
        if p.token.text == "[":
            raise Unreadable("expectations E[…] are not read inside an expression", t.start, 1)
        p.notes.append(("read E as the number e",))
    return node("constant", t.start, t.end, text=CONSTANTS[t.text])


def _letter(p: Parser, t: Token) -> Node:
    name = t.text
    end = t.end
    if p.taken("_"):
        name, end = _subscript(p, name)
    letter = node("letter", t.start, end, text=name)
    primes = 0
    while p.token.text in ("'", "''", "'''") and (name in FUNCTION_LETTERS or name in p.declared):
        primes += len(p.take().text)
    if (name in FUNCTION_LETTERS or name in p.declared) and p.token.text == "(":
        arguments, close = _arguments(p)
        if not primes:
            return node("call", t.start, close, arguments, name)
        return node("prime", t.start, close, (letter, *arguments), "'" * primes)
    return node("prime", t.start, end + primes, (letter,), "'" * primes) if primes else letter


def _subscript(p: Parser, name: str) -> tuple[str, int]:
    t = p.token
    if t.kind in (NUMBER, NAME):
        p.take()
        return (name + t.text if t.kind == NUMBER else f"{name}_{t.text}"), t.end
    if t.text in ("{", "("):
        p.take()
        inside = ""
        while p.token.kind in (NUMBER, NAME) or (p.token.kind == SIGN and p.token.text in "+-"):
            inside += p.take().text
        close = p.take("}" if t.text == "{" else ")")
        return (name + inside if inside.isdigit() else f"{name}_{inside}"), close.end
    raise p.unexpected("a subscript")


def _arguments(p: Parser) -> tuple[tuple[Node, ...], int]:
    """The arguments between brackets, and where they end."""
    opening = p.token
    inner = p.postfixed(p.primary()) if opening.text == "{" else p.primary()
    if inner.kind == "list":
        if not inner.parts:
            raise Unreadable("there is nothing between these brackets", inner.start, inner.end - inner.start)
        if inner.text not in ("()", "{}"):
            raise Unreadable("the brackets of this argument do not match", inner.start, inner.end - inner.start)
        return inner.parts, inner.end
    return (bare(inner),), inner.end


def _function(p: Parser, t: Token, function: str) -> Node:
    base = _base(p, t, function)
    exponent = _power_of_function(p)
    if base is not None or function in BASES:
        function = "log"
    if exponent is not None and _is_minus_one(exponent) and function in _INVERSE:
        function, exponent = _INVERSE[function], None
        p.notes.append((f"read {t.text}⁻¹ as {function}, the inverse function",))
    if p.token.kind == SIGN and p.token.text in ("(", "{"):
        arguments, end = _arguments(p)
    else:
        argument = _bare_argument(p, t)
        arguments, end = (argument,), argument.end
    if t.text == "log" and function == "ln":
        if len(arguments) == 2:
            base, arguments, function = arguments[1], arguments[:1], "log"
            p.notes.append(("read the second argument of log as the base",))
        else:
            p.notes.append(("read log as the natural logarithm ln",))
    if t.text == "lg":
        p.notes.append(("read lg as the logarithm to the base 10",))
    call = node("call", t.start, end, arguments if base is None else (base, *arguments), function)
    return call if exponent is None else node("power", t.start, end, (call, exponent))


def _base(p: Parser, t: Token, function: str) -> Node | None:
    if function in BASES:
        return node("number", t.start, t.end, text=BASES[function])
    if p.token.kind == LOWERED:
        low = p.take()
        return node("number" if low.text.isdigit() else "letter", low.start, low.end, text=low.text)
    if t.text in ("log", "ln") and p.taken("_"):
        if p.token.text == "{":
            return p.braced()
        return p.primary()
    return None


def _power_of_function(p: Parser) -> Node | None:
    """The 2 of sin² x, sin^2 x, sin^{2} x; not the one of sin(x)^2."""
    if p.token.kind == RAISED:
        return p.raised(p.take())
    if p.token.text == "^" and p.token.kind == SIGN:
        p.take()
        sign = p.taken("-")
        start = p.token.start
        inner = p.braced() if p.token.text == "{" else p.primary()
        return node("negative", start - 1, inner.end, (inner,)) if sign else inner
    return None


def _is_minus_one(n: Node) -> bool:
    n = bare(n)
    return n.kind == "negative" and bare(n.parts[0]).kind == "number" and bare(n.parts[0]).text == "1"


def _bare_argument(p: Parser, t: Token) -> Node:
    """The product of powers that follows a function without brackets: up to + - / , or the next function.

    A times sign with space around it ends the argument too, once there is a letter in it.
    """
    if p.token.kind == END or not (p.begins_operand() or p.token.text in ("-", "|")):
        shown = p.source[t.start : t.end]
        raise Unreadable(f"'{shown}' needs something to act on", t.start, t.end - t.start, f"write {shown}(…)")
    start = p.token
    sign = p.taken("-")
    parts = [p.expression(SIGNED)]
    starts_with_function = _is_function(start)
    while not starts_with_function:
        here = p.token
        if here.text == "*" and here.kind == SIGN:
            if _is_function(p.ahead()) or (here.spaced and any(n.kind == "letter" for q in parts for n in q.walk())):
                break
            p.take()
        elif not p.begins_operand() or _is_function(here):
            break
        parts.append(p.expression(SIGNED))
    argument = parts[0] if len(parts) == 1 else node("product", parts[0].start, parts[-1].end, tuple(parts))
    if sign:
        argument = node("negative", start.start, argument.end, (argument,))
    if (len(parts) > 1 and parts[0].kind != "number") or len(parts) > 2 or p.token.text == "/":
        p.notes.append(("read the argument of ", p.source[t.start : t.end], " as ", argument))
    return argument


def _is_function(t: Token) -> bool:
    return t.kind == NAME and t.text not in CONSTANTS and (t.text == "lim" or function_named(t.text) is not None)
