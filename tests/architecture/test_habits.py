"""The habits of the house, kept by tools: imports, style, types, and what no text may do."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOPICS = ROOT / "symtutor" / "topics"
SOURCES = sorted((ROOT / "symtutor").rglob("*.py"))

# Text becomes mathematics through the parser alone: these run code that is hidden in strings.
RUNS_TEXT = {"sympify", "parse_expr", "lambdify", "parse_latex", "S"}
BUILTINS = {"eval", "exec", "compile"}
# A rule's answer comes out of its steps: these would compute it unseen.
BLACK_BOXES = {
    "integrate",
    "manualintegrate",
    "heurisch",
    "limit",
    "gruntz",
    "solve",
    "solveset",
    "linsolve",
    "nsolve",
    "simplify",
    "trigsimp",
    "radsimp",
    "nsimplify",
    "dsolve",
    "diff",
    "series",
    "doit",
    "equals",
    "eigenvals",
    "eigenvects",
    "diagonalize",
    "jordan_form",
    "rref",
    "nullspace",
    "apart",
}


def calls(path: Path):
    """(line, name, node) of each call; methods by their attribute name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            f = node.func
            yield node.lineno, f.id if isinstance(f, ast.Name) else getattr(f, "attr", ""), node


def is_on_text(node: ast.Call) -> bool:
    """sympify(x, strict=True) refuses strings, so it is no way for text to run."""
    return not any(k.arg == "strict" and getattr(k.value, "value", False) is True for k in node.keywords)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_text_is_run(path):
    found = [
        (line, name)
        for line, name, node in calls(path)
        if (name in RUNS_TEXT and is_on_text(node)) or (name in BUILTINS and isinstance(node.func, ast.Name))
    ]
    assert not found


@pytest.mark.parametrize("path", sorted(TOPICS.rglob("*.py")), ids=lambda p: str(p.relative_to(TOPICS)))
def test_no_rule_leans_on_a_black_box(path):
    assert not [(line, name) for line, name, _ in calls(path) if name in BLACK_BOXES]


def test_verifier_does_not_use_what_it_judges():
    banned = {"simplify", "equals", "limit", "integrate", "solve", "solveset", "dsolve", "diff"}
    verifier = [p for p in SOURCES if p.is_relative_to(ROOT / "symtutor" / "verification")]
    assert not [(p.name, line, name) for p in verifier for line, name, _ in calls(p) if name in banned]


def test_catching_everything_happens_only_at_the_outermost_boundary():
    """The command line owns up to a mistake of the program's own; anywhere else it would be swallowed."""
    outermost = ROOT / "symtutor" / "cli" / "outcomes.py"
    handlers = [
        (path.name, node.lineno)
        for path in SOURCES
        if path != outermost
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException"))
    ]
    assert not handlers


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "--no-cache", "symtutor", "tests"],
        ["ruff", "format", "--no-cache", "--check", "symtutor", "tests"],
        ["mypy", "--cache-dir", "{tmp}"],
        ["lint-imports", "--no-cache"],
    ],
    ids=lambda c: " ".join(c[:2]),
)
def test_tools_find_nothing(command, tmp_path):
    program, *rest = command
    arguments = [str(Path(sys.executable).parent / program), *(a.format(tmp=tmp_path) for a in rest)]
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_top_of_the_repository_holds_what_was_agreed():
    allowed = {"pyproject.toml", "README.md", "symtutor", "tests", "worked_examples", "docs"}
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True).stdout.splitlines()
    top = {name.split("/")[0] for name in tracked}
    assert {name for name in top if not name.startswith(".")} <= allowed


def test_help_does_not_import_sympy():
    code = "import sys; from symtutor.cli import command; sys.exit('sympy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0


def test_no_module_keeps_state():
    """A lower-case name bound to a list, dict or set at module level is state that one question leaves to the next."""
    mutable = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp)
    found = []
    for path in SOURCES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, mutable):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                names = [t.id for t in targets if isinstance(t, ast.Name) and not t.id.startswith("__")]
                found += [(path.name, n) for n in names if n.strip("_") != n.strip("_").upper()]
    assert not found
