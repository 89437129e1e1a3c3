"""The façade: question → derivation → evidence → page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Any

from .derivation import Answer, Budget, Derivation, Level, Rulebook, Unsolved, Verdict, alternatives, derive
from .problems import Problem
from .written import Written

if TYPE_CHECKING:
    from .checking import Assessment
    from .exposition.document import Document

FORMATS = ("terminal", "text", "latex", "article", "markdown", "html", "json")


@dataclass(frozen=True, eq=False)
class Solution:
    """What came of a question: a verified derivation, or how far symtutor came.

    A result that the verifier refutes is never shown as an answer: ``answer`` is then ``None`` and ``verdict``
    says so.
    """

    problem: Problem
    derivation: Derivation | None
    unsolved: Unsolved | None = None
    notes: tuple[tuple[str | Written, ...], ...] = ()
    level: Level = Level.STANDARD
    rulebook: Rulebook = field(default_factory=lambda: _rulebook(), repr=False)
    seconds: float | None = field(default=10, repr=False)

    @property
    def answer(self) -> Answer | None:
        """The SymPy object or answer type; ``None`` where the question is unsolved or a step was refuted."""
        if self.derivation is None or self.refuted:
            return None
        return self.derivation.answer

    @property
    def refuted(self) -> bool:
        """Whether any step of the derivation failed its verification."""
        return self.derivation is not None and any(
            n.step.evidence is not None and n.step.evidence.verdict is Verdict.REFUTED for n in self.derivation
        )

    @property
    def verdict(self) -> Verdict:
        """The verdict of the answer's own check; ``refuted`` where a step on the way failed."""
        if self.derivation is None:
            return Verdict.UNDECIDED
        if self.refuted:
            return Verdict.REFUTED
        evidence = self.derivation.step.evidence
        return Verdict.UNDECIDED if evidence is None else evidence.verdict

    def others(self, limit: int = 3) -> tuple[Derivation, ...]:
        """Other ways to the same answer, verified; those that fail are left out."""
        if self.derivation is None or self.problem.by is not None:
            return ()
        from .verification import verify

        found = alternatives(self.derivation, self.rulebook, limit, Budget(seconds=self.seconds))
        checked = (verify(d) for d in found)
        return tuple(d for d in checked if all(_stands(n) for n in d))

    def document(self, level: Level | str | None = None, ways: int = 0) -> Document:
        """The page as content.  ``ways`` is how many other ways it names at most."""
        from .exposition import narrate

        told = self.derivation if self.derivation is not None else self.unsolved
        assert told is not None
        others = self.others(ways) if ways else ()
        return narrate(told, self.rulebook, level=Level(level or self.level), notes=self.notes, others=others)

    def hints(self, count: int) -> Document:
        """The first ``count`` hints, each saying a little more; the last there is gives the answer away.

        Raises ``ValueError`` where there is no derivation to hint at.
        """
        if self.derivation is None or self.refuted:
            raise ValueError("there is no derivation to give hints from")
        from .exposition import Aside, Document, hints

        told = hints(self.derivation, self.rulebook)[:count]
        return Document((self.problem.statement(),), tuple(Aside(f"Hint {i}", text) for i, text in enumerate(told, 1)))

    def to(self, format: str, level: Level | str | None = None, ways: int = 0, **look: Any) -> str:
        """The page as text in one of ``FORMATS``.

        ``look`` goes to the renderer: ``width`` in columns, ``color`` and ``unicode`` as truth values.  Raises
        ``ValueError`` for another format, and for JSON where there is no derivation.
        """
        if format not in FORMATS:
            raise ValueError(f"{format!r} is no format; choose one of {', '.join(FORMATS)}")
        if format == "json":
            from .derivation.json import to_json, unsolved_to_json

            if self.derivation is None:
                assert self.unsolved is not None
                return unsolved_to_json(self.unsolved)
            return to_json(self.derivation, indent=1)
        from .rendering import render

        return render(self.document(level, ways), format, **look)

    def __rich_console__(self, console: Any, options: Any) -> Any:
        """The page as wide as the console is, in the characters that it has."""
        from rich.text import Text

        page = self.to("terminal", width=max(60, options.max_width), unicode=not options.ascii_only)
        yield Text.from_ansi(page.rstrip("\n"))

    def _repr_html_(self) -> str:
        return self.to("html")

    def _repr_latex_(self) -> str:
        return self.to("latex")


def _stands(node: Derivation) -> bool:
    return node.step.evidence is None or node.step.evidence.verdict is not Verdict.REFUTED


def _rulebook() -> Rulebook:
    from .topics import rulebook

    return rulebook()


def explain(
    question: str | Problem,
    *,
    seconds: float | None = 10,
    level: Level | str = Level.STANDARD,
    assume: str | Iterable[str] = (),
) -> Solution:
    """Derive and verify the answer to a question, typed as a person would or built as a ``Problem``.

    ``assume`` is one condition or several, as text: ``"a > 0"``.  ``seconds`` bounds the wall-clock time; ``None``
    leaves only the counted limits.  Of several questions in one text (``;`` between them) the first is answered;
    ``explain_each`` answers all.

    Raises ``symtutor.Unreadable`` with place and repair for text that cannot be read, ``TooLarge`` for input over
    a limit.
    """
    if isinstance(question, Problem):
        return _answered(question, (), seconds, Level(level))
    from .parsing import read

    reading = read(question, assume=_several(assume))
    return _answered(reading.problem, reading.notes, seconds, Level(level))


def explain_each(
    questions: str, *, seconds: float | None = 10, level: Level | str = Level.STANDARD, assume: str | Iterable[str] = ()
) -> tuple[Solution, ...]:
    """The solutions of all questions of a text, separated by ``;``, in order.  Raises as ``explain`` does."""
    from .parsing import read_questions

    readings = read_questions(questions, assume=_several(assume))
    return tuple(_answered(r.problem, r.notes, seconds, Level(level)) for r in readings)


def _several(assume: str | Iterable[str]) -> tuple[str, ...]:
    return (assume,) if isinstance(assume, str) else tuple(assume)


def _answered(
    problem: Problem, notes: tuple[tuple[str | Written, ...], ...], seconds: float | None, level: Level
) -> Solution:
    rulebook = _rulebook()
    start = monotonic()
    found = derive(problem, rulebook, Budget(seconds=seconds))
    if isinstance(found, Unsolved):
        return Solution(problem, None, found, notes, level, rulebook, seconds)
    from .verification import verify

    deadline = None if seconds is None else start + seconds
    return Solution(problem, verify(found, deadline=deadline), None, notes, level, rulebook, seconds)


def check(
    question: str | Problem, answer: str, *, seconds: float | None = 10, assume: str | Iterable[str] = ()
) -> Assessment:
    """Assess an answer against the question it answers, and say what went wrong where it is wrong.

    Raises ``symtutor.Unreadable`` where the *question* cannot be read; an answer that cannot is assessed as unreadable.
    """
    from .checking import assess
    from .parsing import read

    problem = question if isinstance(question, Problem) else read(question, assume=_several(assume)).problem
    return assess(problem, answer, _rulebook(), seconds=seconds)


def verify(derivation: Derivation) -> Derivation:
    """The same derivation with fresh evidence on every step."""
    from .verification import verify as verified

    return verified(derivation)
