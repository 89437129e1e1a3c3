"""How derivatives are asked for."""

from __future__ import annotations

from sympy import Expr, Symbol

from ...problems import (
    DerivativeOfInverse,
    Differentiate,
    DifferentiateAt,
    DifferentiateRepeatedly,
    ImplicitDerivative,
    IsDifferentiable,
    LinearApproximation,
    NthDerivative,
    PartialDerivatives,
    Problem,
    TangentLine,
)
from ..errors import NotYet, TooLarge, Unreadable
from ..syntax import Node, bare
from ..to_written import Writer, valued
from ..tokens import Token
from .pattern import Slots, asked, ordinal
from .question import Question, Subject, letters_of

MAX_ORDER = 50


def repeated(q: Question, subject: Subject, variable: Symbol, order: int, partial: bool = False) -> Problem:
    """The derivative of a whole order."""
    if order > MAX_ORDER:
        n = subject.node
        raise TooLarge(
            f"derivatives are taken up to order {MAX_ORDER}", n.start, n.end - n.start, limit=f"order {MAX_ORDER}"
        )
    if order < 1:
        raise Unreadable("the order of a derivative is at least 1", subject.node.start, 1)
    if order == 1:
        return Differentiate(subject.value, variable, partial=partial, tidied=True, typed=subject.written)
    return DifferentiateRepeatedly(subject.value, (variable,) * order, partial=partial, typed=subject.written)


def _differentiate(q: Question, slots: Slots) -> Problem:
    tree = q.parse(slots["f"])
    if tree.kind == "relation" and "a" not in slots and _is_implicit(tree):
        return implicit(q, tree, "y", "x")
    inner = bare(tree)
    if inner.kind == "derivative" and "x" not in slots:
        return of_tree(q, inner, more=1)
    subject = q.subject_of(tree)
    if "a" in slots:
        named, place = q.point(slots["a"])
        x = q.variable(subject, slots.get("x"), named)
        return DifferentiateAt(subject.value, x, place.value, typed=subject.written)
    return repeated(q, subject, q.variable(subject, slots.get("x")), 1, "partial" in slots)


def _is_implicit(tree: Node) -> bool:
    left = tree.parts[0]
    return tree.text == "=" and left.kind not in ("letter", "call") and {"x", "y"} <= set(letters_of(tree))


def implicit(q: Question, tree: Node, dependent: str, independent: str) -> Problem:
    """dy/dx along the curve of an equation."""
    equation = q.equation(tree)
    letters = letters_of(tree)
    for name in (dependent, independent):
        if name not in letters:
            raise Unreadable(f"the letter {name} does not occur in this equation", tree.start, tree.end - tree.start)
    return ImplicitDerivative(equation, q.writer.symbol(dependent), q.writer.symbol(independent), typed=q.writer(tree))


def _implicitly(q: Question, slots: Slots) -> Problem:
    return implicit(q, q.parse(slots["f"]), "y", "x")


def _partial(q: Question, slots: Slots) -> Problem:
    return _differentiate(q, {**slots, "partial": []})


def _ordinal(q: Question, slots: Slots) -> Problem:
    order = ordinal(slots["<ordinal>"][0].text)
    if isinstance(order, int):
        subject = q.subject(slots["f"])
        x = q.variable(subject, slots.get("x"))
        if "a" in slots:
            return at_point(q, subject, x, order, slots)
        return repeated(q, subject, x, order, "partial" in slots)
    n = q.integer(str(order))
    subject = q.subject(slots["f"])
    letters = tuple(x for x in subject.letters if x != order)
    x = q.variable(subject._replace(letters=letters), slots.get("x"))
    return NthDerivative(subject.value, x, n, typed=subject.written)


def at_point(q: Question, subject: Subject, x: Symbol, order: int, slots: Slots) -> Problem:
    """A derivative at a point; only the first has a question of its own."""
    named, place = q.point(slots["a"])
    if order == 1:
        return DifferentiateAt(
            subject.value, q.writer.symbol(named) if named else x, place.value, typed=subject.written
        )
    n = subject.node
    raise NotYet(
        "higher derivatives at a point are not asked as one question yet: ask for the derivative first", n.start,
        n.end - n.start, subject.written, "higher derivatives at a point",
    )  # fmt: skip


def of_tree(q: Question, tree: Node, more: int = 0) -> Problem:
    """A question typed as d/dx …, d²/dx² …, ∂²/∂x∂y …, also one inside the other."""
    of = tree.parts[0]
    if of.kind == "letter" and of.start < tree.parts[1].start:
        asked_ = f"{of.text} = x^2, find d{of.text}/d{tree.parts[1].text}"
        raise Unreadable(f"{of.text} is not given", tree.start, tree.end - tree.start, f"give it: {asked_}")
    orders: list[tuple[Node, Node]] = []
    partial = False
    while tree.kind == "derivative" or (tree.kind == "prime" and tree.parts[0].kind == "group"):
        if tree.kind == "prime":
            more += len(tree.text)
            tree = bare(tree.parts[0])
            continue
        orders += list(zip(tree.parts[1::2], tree.parts[2::2], strict=True))
        partial = partial or tree.text == "partial"
        tree = bare(tree.parts[0])
    if any(o.kind == "letter" for _, o in orders):
        if len(orders) > 1 or more:
            raise Unreadable("a symbolic order stands by itself", orders[0][1].start, 1, "write d^n/dx^n")
        if orders[0][1].text == orders[0][0].text:
            raise Unreadable("the order is the variable itself", orders[0][1].start, 1, "use another letter: d^n/dx^n")
        n = q.integer(orders[0][1].text)
        subject = q.subject_of(tree)
        return NthDerivative(subject.value, q.writer.symbol(orders[0][0].text), n, typed=subject.written)
    subject = q.subject_of(tree)
    counted = [(x, _whole(o)) for x, o in orders]
    if more:
        counted.append((orders[-1][0], more))
    if sum(k for _, k in counted) > MAX_ORDER or len({x.text for x, _ in counted}) == 1:
        x = q.writer.symbol(counted[0][0].text)
        return repeated(q, subject, x, sum(k for _, k in counted), partial)
    variables = tuple(q.writer.symbol(x.text) for x, k in counted for _ in range(k))
    return DifferentiateRepeatedly(subject.value, variables, partial=partial, typed=subject.written)


def _whole(order: Node) -> int:
    if order.kind != "number" or not order.text.isdigit() or len(order.text) > 9:
        raise Unreadable("the order of a derivative is a whole number or a letter", order.start, 1, "write d^2/dx^2")
    return int(order.text)


def at_place(q: Question, tree: Node, tokens: list[Token]) -> Problem:
    """d/dx x^2 at x = 1, (x^2)' at 1."""
    asked_ = of_tree(q, tree) if tree.kind == "derivative" else primed(q, tree)
    if not isinstance(asked_, Differentiate) or asked_.typed is None:
        raise NotYet(
            "higher derivatives at a point are not asked as one question yet: ask for the derivative first",
            tree.start, tree.end - tree.start, subject="higher derivatives at a point",
        )  # fmt: skip
    named, place = q.point(tokens)
    x = q.writer.symbol(named) if named else asked_.variable
    return DifferentiateAt(asked_.expr, x, place.value, typed=asked_.typed)


def primed(q: Question, tree: Node) -> Problem:
    """(x^2)' and (x^2)''."""
    subject = q.subject_of(tree.parts[0])
    return repeated(q, subject, q.variable(subject), len(tree.text))


def _is_differentiable(q: Question, slots: Slots) -> Problem:
    subject = q.subject(slots["f"])
    if "a" not in slots:
        n = subject.node
        raise Unreadable("the point is missing", n.end, 0, f"ask: is … differentiable at {'x' if n else ''} = 0?")
    named, place = q.point(slots["a"])
    x = q.variable(subject, None, named)
    return IsDifferentiable(subject.value, x, place.value, typed=subject.written)


def _inverse(q: Question, slots: Slots) -> Problem:
    subject = q.subject(slots["f"])
    if "a" not in slots:
        raise Unreadable("the value at which is missing", subject.node.end, 0, "add: at 2")
    _, place = q.point(slots["a"])
    x = q.variable(subject)
    return DerivativeOfInverse(subject.value, x, place.value, typed=subject.written)


def _tangent(q: Question, slots: Slots) -> Problem:
    tree = q.parse(slots["f"])
    if tree.kind == "relation" and tree.parts[0].kind not in ("letter", "call"):
        raise NotYet(
            "tangents of curves given by an equation are not asked as one question yet: find dy/dx first", tree.start,
            tree.end - tree.start, q.writer(tree), "tangents of implicit curves",
        )  # fmt: skip
    subject = q.subject_of(tree)
    named, place = q.point(_point_of_graph(q, slots["a"]))
    return TangentLine(subject.value, q.variable(subject, None, named), place.value, typed=subject.written)


def _point_of_graph(q: Question, tokens: list[Token]) -> list[Token]:
    """Of a point (a, b) of the graph the first coordinate decides."""
    if tokens[0].text == "(" and any(t.text == "," for t in tokens):
        tree = bare(q.parse(tokens))
        if tree.kind == "list" and len(tree.parts) == 2:
            first = tree.parts[0]
            return [t for t in tokens if first.start <= t.start and t.end <= first.end]
    return tokens


def _approximation(q: Question, slots: Slots) -> Problem:
    tree = q.parse(slots["f"])
    if "a" not in slots:
        raise Unreadable("the point of the tangent is missing", tree.end, 0, "add: at 4")
    named, center = q.point(slots["a"])
    letters = letters_of(tree)
    if letters:
        subject = q.subject_of(tree)
        x = q.variable(subject, None, named)
        return LinearApproximation(subject.value, x, center.value, x, typed=subject.written)
    place = _nearest(q.writer, tree, center.value)
    if place is None:
        raise Unreadable("no number in this lies near the point of the tangent", tree.start, tree.end - tree.start)
    x = q.writer.symbol("x")
    general = _exchanged(tree, place, Node("letter", place.start, place.end, text="x"))
    q.notes.append(("read as the tangent of ", general, f" at {center.value}, taken at ", place))
    subject = q.subject_of(general)
    return LinearApproximation(subject.value, x, center.value, valued(q.writer, place), typed=subject.written)


def _nearest(w: Writer, tree: Node, center: Expr) -> Node | None:
    """The largest number in a constant expression that lies nearest to ``center`` without being it."""
    best: tuple[float, int] | None = None
    found: Node | None = None
    for i, n in enumerate(tree.walk()):
        if n.kind not in ("number", "sum", "quotient", "negative"):
            continue
        try:
            distance = abs(float(valued(w, n) - center))
        except TypeError:
            continue
        if distance > 0 and (best is None or (distance, i) < best):
            best, found = (distance, i), n
    return found


def _exchanged(tree: Node, old: Node, new: Node) -> Node:
    if tree is old:
        return new
    parts = tuple(_exchanged(p, old, new) for p in tree.parts)
    return Node(tree.kind, tree.start, tree.end, parts, tree.text, tree.depth)


def _all_partials(q: Question, slots: Slots) -> Problem:
    subject = q.subject(slots["f"])
    names = sorted(subject.letters)
    if not names:
        raise Unreadable("there is no letter in this", subject.node.start, subject.node.end - subject.node.start)
    variables = tuple(q.writer.symbol(n) for n in names)
    return PartialDerivatives(subject.value, variables, typed=subject.written)


def _value_or_tangent(q: Question, slots: Slots) -> Problem:
    return _differentiate(q, slots)


_NEAR = "[at|near|around|about {a}]"
_AT_POINT = "at|in|through [point] {a}"

DERIVATIVES = (
    asked("derivative of inverse [function] of {f} [at {a}]", _inverse),
    asked("derivative|derivatives|differential of {f} [wrt {x}] [at|when|for {a}]", _differentiate),
    asked("derivative|derivatives wrt {x} of {f} [at|when {a}]", _differentiate),
    asked("derivative {f} [wrt {x}] [at|when {a}]", _differentiate),
    asked("derive|differentiate {f} implicitly", _implicitly),
    asked("implicit derivative of {f}", _implicitly),
    asked("derive|differentiate {f} [wrt {x}] [at|when {a}]", _differentiate),
    asked("differentiate wrt {x} {f}", _differentiate),
    asked("partial derivative of {f} [wrt {x}]", _partial),
    asked("partial derivative wrt {x} of {f}", _partial),
    asked("<ordinal> [order] derivative of {f} [wrt {x}] [at|when {a}]", _ordinal),
    asked("<ordinal> derivative {f} [wrt {x}]", _ordinal),
    asked("derivative of order {n} of {f} [wrt {x}]", lambda q, s: _of_order(q, s)),
    asked("[all] [first] partial derivatives|partials of {f}", _all_partials),
    asked("slope of tangent line of|to|for {f} at|when {a}", _value_or_tangent),
    asked("slope of graph|curve|tangent of|to {f} at|when {a}", _value_or_tangent),
    asked("slope of graph|curve|function {f} at|when {a}", _value_or_tangent),
    asked("slope of {f} at|when {a}", _value_or_tangent),
    asked("[instantaneous] rate of change of {f} [wrt {x}] at|when {a}", _value_or_tangent),
    asked("is {f} differentiable [at|in|for {a}]", _is_differentiable),
    asked(f"[equation] [for|of] tangent [line] to|of|for [graph|curve|function] [of] {{f}} {_AT_POINT}", _tangent),
    asked(f"[linearly] approximate|estimate {{f}} by|using|with|via [a] linear approximation {_NEAR}", _approximation),
    asked("linearly approximate {f} [at|near|around|about {a}]", _approximation),
    asked(f"approximate|estimate {{f}} by|using|with|via [a] tangent [line] {_NEAR}", _approximation),
    asked("linear approximation|linearization|linearisation of|to|for {f} [at|near|around|about {a}]", _approximation),
    asked("linearization|linearisation of|to|for {f} [at|near|around|about {a}]", _approximation),
    asked("linearize|linearise {f} [at|near|around|about {a}]", _approximation),
)  # fmt: skip


def _of_order(q: Question, slots: Slots) -> Problem:
    tree = q.parse(slots["n"])
    subject = q.subject(slots["f"])
    return repeated(q, subject, q.variable(subject, slots.get("x")), _whole(tree))
