"""How an answer is found and kept."""

from .budget import Budget, Exhausted
from .misconception import Misconception
from .rule import Aside, Assume, Bindings, Derive, First, Level, Phase, Rule, Say, aside, first
from .rulebook import AnyRule, Rulebook
from .search import Search, alternatives, derive
from .table import Row, table_rules
from .tree import VOUCHED, Answer, Derivation, Evidence, Premise, Role, Said, Step, Unsolved, Verdict

__all__ = [
    "VOUCHED",
    "Answer",
    "AnyRule",
    "Aside",
    "Assume",
    "Bindings",
    "Budget",
    "Derivation",
    "Derive",
    "Evidence",
    "Exhausted",
    "First",
    "Level",
    "Misconception",
    "Phase",
    "Premise",
    "Role",
    "Row",
    "Rule",
    "Rulebook",
    "Said",
    "Say",
    "Search",
    "Step",
    "Unsolved",
    "Verdict",
    "alternatives",
    "aside",
    "derive",
    "first",
    "table_rules",
]
