"""Heavy questions end: with an answer, by giving up, or refused as too large; never by hanging."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from symtutor import TooLarge, explain

SECONDS = 10.0
# How fast a machine is, is no matter here: what hangs goes on for minutes, whatever the machine.
HANGING = 90.0

HEAVY = {
    "a sum of 200 sines": "d/dx " + "+".join(f"sin({k}x)" for k in range(1, 201)),
    "30 sines in one another": "d/dx " + "sin(" * 30 + "x" + ")" * 30,
    "20 exponentials in one another": "d/dx " + "exp(" * 20 + "x" + ")" * 20,
    "a tower of powers": "d/dx x^(x^(x^(x^(x^x))))",
    "12 factors": "d/dx " + "*".join(f"sqrt(x^2+{k})" for k in range(1, 13)),
    "a continued fraction": "d/dx " + "1/(1+" * 12 + "x" + ")" * 12,
    "nested high powers": "d/dx (((x+1)^50+1)^50+1)^50",
    "a high power expanded": "expand (x+1)^50",
    "50 squares in one another": "d/dx " + "(" * 50 + "x" + "+1)^2" * 50,
    "28 corners": "d/dx |x-1| " + "".join(f"+ |x-{k}|" for k in range(2, 30)),
    "the eighth derivative of a fraction": "d^8/dx^8 1/(1+x^2)",
    "the tenth derivative of a product": "d^10/dx^10 x^5 e^(x^2)",
    "x^30 from the definition": "derivative of x^30 from the definition",
    "a high difference of powers": "factor x^105 - 1",
    "partial fractions of a high power": "partial fractions of 1/((x-1)^6 (x+2)^6 (x^2+1)^4)",
}


@pytest.mark.slow
@pytest.mark.parametrize("question", HEAVY.values(), ids=HEAVY.keys())
def test_heavy_question_ends(question):
    start = time.process_time()
    with suppress(TooLarge):
        explain(question, seconds=SECONDS).to("text")
    assert time.process_time() - start < HANGING
