"""Subjects whose questions are recognised, and said to be missing, before there is a problem type for them."""

from __future__ import annotations

import itertools

from ...problems import Problem
from ..echo import echo
from ..errors import NotYet
from ..syntax import Node, bare
from ..tokens import SIGN, Token
from .pattern import Slots, asked
from .question import Question

# Subjects and the words that tell them.  Where a text has words of several subjects the first one speaks.
_WORDS: dict[str, str] = {
    "proofs": "prove show that verify induction truth theorem",
    "extrema and optimisation": (
        "extrema extremum maximize minimize maximise minimise critical convex newton descent concave jensen"
    ),
    "computational graphs": "computational backward forward graph",
    "numerical methods": "numerical error difference floating standardise",
    "probability": (
        "probability density distribution distributions binomial poisson geometric normal variance expectation mean "
        "entropy likelihood cdf dice die coins coin covariance correlation bayes bernoulli moment kl monty prevalence "
        "sensitivity integers algebra softmax cross probabilities divisible"
    ),
    "eigenvalues": "eigenvalue eigenvalues eigenvector eigenvectors diagonalize diagonalise",
    "linear algebra": (
        "matrix determinant inverse rank kernel basis norm gram orthogonal independent dependent linearly project "
        "projection subspace elimination lu plu qr svd pca cramer markov cayley coordinates rotations vector vectors "
        "inner squares triangle nonnegative power parallelogram cauchy angle"
    ),
    "derivatives of several variables": "gradient jacobian hessian directional plane total quadratic",
    "continuity and domains": "continuous discontinuities epsilon bisect sup inf domain",
    "Taylor series": "taylor maclaurin",
    "areas and numerical integrals": "trapezoidal simpson area",
    "sums and series": "sum series converge converges limsup liminf recursion product",
    "integrals": "integrate integral integrals antiderivative riemann gaussian",
    "differential equations": "euler",
}
SUBJECTS: dict[str, str] = {word: subject for subject, words in _WORDS.items() for word in words.split()}


def subject_named(tokens: list[Token]) -> str:
    """The coming subject that the words of a text belong to, or ""."""
    texts = [t.text for t in tokens]
    if texts and texts[0].lower() == "solve" and ("'" in texts or "''" in texts):
        return "differential equations"
    if texts and texts[0].lower() == "solve" and texts.count("=") > 1:
        return "systems of equations"
    if "~" in texts or any(a == "E" and b == "[" for a, b in itertools.pairwise(texts)):
        return "probability"
    found = {SUBJECTS[w] for w in (t.text.lower() for t in tokens) if w in SUBJECTS}
    return next((s for s in _WORDS if s in found), "")


def missing(q: Question, tree: Node, subject: str) -> NotYet:
    """The error for a tree that was read in full but cannot be answered."""
    written = q.writer(tree)
    verb = "are" if subject.endswith("s") else "is"
    return NotYet(
        f"read as {echo(written)}; {subject} {verb} not derived yet",
        tree.start,
        tree.end - tree.start,
        written,
        subject,
    )


def missing_subject(source: str, subject: str) -> NotYet:
    """The error for a text of which only the subject was understood."""
    return NotYet(f"this is a question about {subject}, which cannot be answered yet", 0, len(source), subject=subject)


def _integrate(q: Question, slots: Slots) -> Problem:
    tree = q.parse([_sign("∫", slots["f"][0]), *slots["f"]] if "x" not in slots else slots["f"])
    start, end = tree.start, tree.end
    if "x" in slots:
        subject = q.subject_of(tree)
        name = q.variable(subject, slots["x"]).name
        tree = Node("integral", start, end, (tree, Node("letter", end, end, text=name)), depth=tree.depth + 1)
    if "a" in slots:
        _, low = q.point(slots["a"], infinite=True)
        _, high = q.point(slots["b"], infinite=True)
        if bare(tree).kind == "integral":
            tree = Node("integral", start, end, (*tree.parts[:2], low.node, high.node), depth=tree.depth + 1)
    raise missing(q, tree, "integrals")


def _sign(text: str, before: Token) -> Token:
    return Token(SIGN, text, before.start, before.start, True)


def _sum(q: Question, slots: Slots) -> Problem:
    of = q.parse(slots["f"])
    if "a" not in slots:
        raise missing_subject(q.source, "sums and series")
    low = q.parse(slots["a"])
    high = q.parse(slots["b"])
    if low.kind != "relation" or low.text != "=" or low.parts[0].kind != "letter":
        raise missing_subject(q.source, "sums and series")
    index, start = low.parts
    kind = "product" if "product" in slots else ""
    tree = Node("series", of.start, high.end, (of, index, start, high), kind, of.depth + 1)
    raise missing(q, tree, "products" if kind else "sums and series")


COMING = (
    asked("integrate|antiderivative [of] {f} wrt {x} from {a} to {b}", _integrate),
    asked("integrate|antiderivative [of] {f} from {a} to {b}", _integrate),
    asked("integrate|antiderivative [of] {f} [wrt {x}]", _integrate),
    asked("[definite|indefinite] integral of {f} wrt {x} from {a} to {b}", _integrate),
    asked("[definite|indefinite] integral of {f} from {a} to {b}", _integrate),
    asked("[definite|indefinite] integral of {f} [wrt {x}]", _integrate),
    asked("sum [of] {f} from|for {a} to {b}", _sum),
    asked("product of {f} from|for {a} to {b}", lambda q, s: _sum(q, {**s, "product": []})),
    asked("sum [of] {f}", _sum),
)
