"""How long the parts take: parse, derive, verify, render, and the whole.

Run with ``pytest tests/benchmarks --benchmark-enable --benchmark-only``; without it these only show that the parts run.
"""

import resource
import subprocess
import sys
import time

import pytest

from symtutor import check, explain
from symtutor.derivation import Budget, derive
from symtutor.parsing import read
from symtutor.topics import rulebook
from symtutor.verification import verify

TEXTBOOK = (
    "d/dx x^2 sin(x)",
    "d/dx e^(sin(x^2))",
    "d/dx x/(x^2+1)",
    "d/dx ln(x^2+1)",
    "derivative of x^x",
    "d/dx (3x^2 - 2x + 1)^5",
    "d/dx sqrt(1 + x^2)",
)


@pytest.mark.parametrize("question", TEXTBOOK)
def test_parse(benchmark, question):
    assert benchmark(read, question).problem


@pytest.mark.parametrize("question", TEXTBOOK)
def test_derive(benchmark, question):
    problem, book = read(question).problem, rulebook()
    assert benchmark(lambda: derive(problem, book, Budget())).answer is not None


@pytest.mark.parametrize("question", TEXTBOOK)
def test_verify(benchmark, question):
    found = derive(read(question).problem, rulebook(), Budget())
    assert benchmark(verify, found).step.evidence is not None


@pytest.mark.parametrize("format", ["terminal", "text", "article", "html"])
def test_render(benchmark, format):
    solution = explain(TEXTBOOK[0])
    assert benchmark(solution.to, format)


@pytest.mark.parametrize("question", TEXTBOOK)
def test_whole_explain(benchmark, question):
    assert benchmark(lambda: explain(question).to("terminal"))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("d/dx sin(x)^2", "sin(2x)"),
        ("d/dx sin(x^2)", "cos(x^2)"),
        ("d/dx x^2 e^(3x)", "2x e^(3x)"),
        ("d/dx x^x", "x^2"),
    ],
)
def test_whole_check(benchmark, question, answer):
    assert benchmark(lambda: check(question, answer)).verdict


def cpu_of(*arguments: str, runs: int = 5) -> float:
    """The least CPU seconds of a whole process over several runs."""
    seconds = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(seconds)


@pytest.mark.parametrize(
    "arguments",
    [("-m", "symtutor", "--help"), ("-m", "symtutor", "explain", TEXTBOOK[0])],
    ids=["help", "cold explain"],
)
def test_cold_start_beside_importing_sympy(benchmark, arguments):
    """Prints the ratio; how good it is depends on the machine, so nothing is asserted of it."""
    start = time.perf_counter()
    ours = benchmark.pedantic(cpu_of, args=arguments, kwargs={"runs": 1}, rounds=1)
    assert time.perf_counter() > start
    if benchmark.enabled:
        sympy = cpu_of("-c", "import sympy")
        benchmark.extra_info["ratio to import sympy"] = cpu_of(*arguments) / sympy
        print(f"\n{' '.join(arguments[2:])}: {benchmark.extra_info['ratio to import sympy']:.2f} of import sympy")
    assert ours > 0
