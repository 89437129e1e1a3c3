"""A student's bare answer: an expression, a list, an equation, or words."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Symbol

from ..written import Cases, Listing, Phrase, Written
from .caps import gate
from .errors import Unreadable, located
from .grammar import parsed
from .phrases import VOCABULARY
from .syntax import Node, bare, node, too_deep
from .to_written import Writer, valued
from .tokens import END, NAME, WORD, Token, tokenize
from .wording import depths_of, joined_words

# Words that are a whole answer, and how they are said.
SAID: dict[str, str] = {
    **dict.fromkeys(("dne", "does not exist", "doesn't exist", "doesnt exist", "no limit"), "does not exist"),
    **dict.fromkeys(("no solution", "no solutions", "no real solution", "no real solutions"), "no solution"),
    **dict.fromkeys(("all reals", "all real numbers", "every x", "every real number", "all x"), "all reals"),
    **dict.fromkeys(("diverges", "divergent", "it diverges", "does not converge"), "diverges"),
    **dict.fromkeys(("converges", "convergent", "it converges"), "converges"),
    **{w: w for w in ("undefined", "not defined", "none", "yes", "no", "true", "false", "not differentiable",
                      "differentiable", "it is not", "it is", "continuous", "not continuous", "everywhere",
                      "nowhere", "indeterminate", "unknown", "infinite", "no inverse", "not invertible")},
}  # fmt: skip
_PREFIX = frozenset({"ans", "answer", "solution", "result", "solutions", "answers"})
_INTEGER = frozenset("nkm")
_CONDITION = frozenset({"for", "if", "when", "where", "on"})


def read_expression(text: str, letters: Iterable[str | Symbol] = (), functions: Iterable[str] = ()) -> Written:
    """A bare answer as it was written.

    ``letters`` are the letters of the question, names of real letters or symbols; of the others n, k and m stand for
    integers.  ``functions`` are the names of functions without a formula.  A left side that only names what is asked,
    as in f'(x) = …, is left out; of x = 2 the relation is kept, and of ∂f/∂x = … where several are given.  Several
    answers are a ``Listing`` without marks, words a ``Phrase``.  Raises ``Unreadable`` and its kinds only.
    """
    known = tuple(letters)
    names = frozenset(x if isinstance(x, str) else x.name for x in known)
    whole = {x.name for x in known if isinstance(x, Symbol) and x.is_integer}
    writer = Writer(frozenset(whole | (_INTEGER - names)), frozenset(functions))
    with located(text):
        try:
            return _answer(text, tokenize(text), names, writer)
        except RecursionError:
            raise too_deep(0, len(text)) from None


def _answer(text: str, tokens: list[Token], names: frozenset[str], writer: Writer) -> Written:
    tokens = joined_words(_without_prefix([t for t in tokens if t.kind != END]))
    if not tokens:
        raise Unreadable("there is no answer here", 0, len(text))
    words = text[tokens[0].start : tokens[-1].end].lower().replace("’", "'")
    plain = " ".join(words.rstrip(".!").split())
    if plain in SAID:
        return Phrase((SAID[plain],))
    if tokens[0].kind == WORD and tokens[0].text.lower() in ("yes", "no") and len(tokens) > 1:
        return Phrase((tokens[0].text.lower(),))
    items: list[Node] = []
    conditions: list[Node | None] = []
    for part in _parts(tokens):
        value, condition = _conditional(part)
        tree = _tree(text, value, names, writer.functions)
        for one in _both_signs(tree):
            items.append(one)
            conditions.append(None if condition is None else _tree(text, condition, names, writer.functions))
    items = [one if len(items) > 1 and _names_its_letter(one) else _without_left_side(one, names) for one in items]
    for one in items:
        _checked(writer, one)
    if all(c is not None for c in conditions):
        return Cases(tuple((writer(i), writer(c)) for i, c in zip(items, conditions, strict=True) if c is not None))
    if len(items) == 1:
        return writer(items[0])
    return Listing(tuple(writer(i) for i in items), "", "")


def _without_prefix(tokens: list[Token]) -> list[Token]:
    """Without "ans:", "the answer is", and without the full stop at the end."""
    while tokens and tokens[-1].text in (".", ","):
        tokens = tokens[:-1]
    for at, t in enumerate(tokens[:4]):
        if t.kind == WORD and t.text.lower() in _PREFIX and at + 1 < len(tokens):
            if tokens[at + 1].text.lower() in (":", "=", "is"):
                return tokens[at + 2 :]
    return tokens


def _parts(tokens: list[Token]) -> list[list[Token]]:
    """The answers one by one, without remarks such as "k an integer"."""
    if tokens[0].text == "<" and tokens[-1].text == ">":
        tokens = [tokens[0]._replace(text="⟨"), *tokens[1:-1], tokens[-1]._replace(text="⟩")]
    parts: list[list[Token]] = [[]]
    for t, depth in zip(tokens, depths_of(tokens), strict=True):
        if depth == 0 and (t.text in (",", ";") or (t.kind == WORD and t.text.lower() in ("or", "and"))):
            parts.append([])
        else:
            parts[-1].append(t)
    found = [[_constant(t) for t in p] for p in parts if p and not _is_remark(p)]
    if not found:
        raise Unreadable("there is no answer here", tokens[0].start, tokens[-1].end - tokens[0].start)
    return found


def _is_remark(part: list[Token]) -> bool:
    words = {t.text.lower() for t in part if t.kind == WORD}
    return bool(words & {"integer", "integers", "constant", "arbitrary"}) or any(t.text in ("ℤ", "ℝ") for t in part)


def _constant(t: Token) -> Token:
    """+ const as + C."""
    return t._replace(kind=NAME, text="C") if t.kind == WORD and t.text.lower() in ("const", "constant") else t


def _conditional(part: list[Token]) -> tuple[list[Token], list[Token] | None]:
    """x/2 for 0 <= x <= 2: the value and its condition."""
    for at, depth in enumerate(depths_of(part)):
        t = part[at]
        if at and depth == 0 and t.kind == WORD and t.text.lower() in _CONDITION and at + 1 < len(part):
            return part[:at], part[at + 1 :]
    return part, None


def _tree(text: str, tokens: list[Token], names: frozenset[str], functions: frozenset[str]) -> Node:
    tree = parsed(text, tokens, VOCABULARY, declared=functions, letters=names)[0]
    gate(tree)
    return tree


def _both_signs(tree: Node) -> list[Node]:
    """x = ±3 as x = 3 and x = -3; every ± of one answer takes the same sign, every ∓ the other."""
    if not any(n.kind == "plusminus" for n in tree.walk()):
        return [tree]
    return [_signed(tree, "±"), _signed(tree, "∓")]


def _signed(tree: Node, positive: str) -> Node:
    parts = tuple(_signed(p, positive) for p in tree.parts)
    if tree.kind == "plusminus":
        return parts[0] if tree.text == positive else node("negative", tree.start, tree.end, parts)
    return Node(tree.kind, tree.start, tree.end, parts, tree.text, tree.depth)


def _names_its_letter(tree: Node) -> bool:
    """∂f/∂x = …: among several answers the left side says which one it is."""
    return tree.kind == "relation" and tree.text == "=" and tree.parts[0].kind == "derivative"


def _without_left_side(tree: Node, names: frozenset[str]) -> Node:
    if tree.kind != "relation" or tree.text != "=":
        return tree
    left, right = tree.parts
    named = left.kind == "letter" and left.text == "y" and "y" not in names
    function = left.kind == "call" and len(left.text) == 1
    return right if named or function or left.kind in ("prime", "derivative", "limit", "integral", "series") else tree


def _checked(writer: Writer, tree: Node) -> None:
    """Raises where an answer has no value: 1/0, a root of a negative number, a question."""
    tree = bare(tree)
    if tree.kind in ("relation", "list"):
        for part in tree.parts[1:] if _names_its_letter(tree) else tree.parts:
            _checked(writer, part)
    elif tree.kind != "words":
        valued(writer, tree)
