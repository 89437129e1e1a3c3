"""The words around a question: politeness, the technique asked for, assumptions behind it."""

from __future__ import annotations

from .phrases import LEADS, VOCABULARY
from .phrases.pattern import ordinal
from .tokens import END, NUMBER, SIGN, WORD, Token

_TECHNIQUE = frozenset({"by", "from", "using", "via", "with", "through"})
_ASSUMING = frozenset({"assuming", "given", "if", "where", "for", "with", "provided", "when", "and", "that", "assume"})
_INEQUALITIES = frozenset({">", "<", "≥", "≤", "≠"})
_SIGNS_IN_WORDS = {"positive": ">", "negative": "<", "nonzero": "≠"}


def depths_of(tokens: list[Token]) -> list[int]:
    """For each token how many brackets are open around it."""
    found: list[int] = []
    depth = 0
    for t in tokens:
        if t.kind == SIGN and t.text in (")", "]", "}", "\\}", "⟩"):
            depth -= 1
        found.append(max(depth, 0))
        if t.kind == SIGN and t.text in ("(", "[", "{", "\\{", "⟨"):
            depth += 1
    return found


def joined_words(tokens: list[Token]) -> list[Token]:
    """ "with respect to" as one word, n-th and 2nd as one, and no articles."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        words = [t.text.lower() if t.kind == WORD else t.text for t in tokens[i : i + 3]]
        first = tokens[i]
        if words == ["with", "respect", "to"]:
            out.append(Token(WORD, "wrt", first.start, tokens[i + 2].end, True))
            i += 3
        elif [t.text.lower() for t in tokens[i : i + 5]] == ["w", ".", "r", ".", "t"]:
            dotted = tokens[i + 5 : i + 6] and tokens[i + 5].text == "."
            out.append(Token(WORD, "wrt", first.start, tokens[i + 4].end, True))
            i += 6 if dotted else 5
        elif len(words) == 3 and words[1:] == ["-", "th"] and first.kind in (WORD, NUMBER) and len(first.text) < 4:
            out.append(Token(WORD, first.text + "th", first.start, tokens[i + 2].end, first.spaced))
            i += 3
        elif (
            first.kind == NUMBER
            and len(words) > 1
            and words[1] in ("st", "nd", "rd", "th")
            and not tokens[i + 1].spaced
        ):
            out.append(Token(WORD, first.text + words[1], first.start, tokens[i + 1].end, first.spaced))
            i += 2
        else:
            after_word = out[-1].text.lower() if out and out[-1].kind == WORD else ""
            said = first.kind == WORD and (words[0] == "the" or (words[0] == "point" and after_word == "at"))
            if not said and not (words[0] == ":" and after_word in VOCABULARY):
                out.append(first)
            i += 1
    return out


def without_frame(tokens: list[Token]) -> list[Token]:
    """The question without "please find the" before it and "." or "?" after it."""
    tokens = [t for t in tokens if t.kind != END]
    if len(tokens) > 2 and tokens[0].text == tokens[-1].text and tokens[0].text in ('"', "`", "'"):
        tokens = tokens[1:-1]
    if len(tokens) > 3 and [t.text.lower() for t in tokens[-2:]] == ["for", "me"]:
        tokens = tokens[:-2]
    while tokens and (
        tokens[-1].text in (".", "?", ",", ":", ";", "=") or tokens[-1].text.lower() in ("please", "thanks")
    ):
        tokens = tokens[:-1]
    at = 0
    while at < len(tokens) - 1:
        t, after = tokens[at], tokens[at + 1]
        if t.kind != WORD:
            break
        word = t.text.lower()
        article = (
            word in ("a", "an") and after.kind == WORD and after.text.lower() in VOCABULARY and len(after.text) > 2
        )
        asks_whether = word == "is" and (at == 0 or tokens[at - 1].text.lower() not in ("what", "s"))
        possessive = word == "what" and after.text == "'"
        if possessive:
            at += 3
            continue
        if not (article or word == "the" or (word in LEADS and not asks_whether)) or _is_letter(t, after):
            break
        at += 1
        if tokens[at].text in (":", ","):
            at += 1
    return tokens[at:]


def _is_letter(t: Token, after: Token) -> bool:
    return len(t.text) == 1 and (after.kind != WORD or not after.spaced)


def technique(tokens: list[Token], source: str) -> tuple[list[Token], str | None]:
    """The question, and the words of the technique named behind it: "the definition", "the quotient rule"."""
    if len(tokens) > 3 and tokens[-1].text == "ways" and tokens[-2].kind == WORD:
        tokens = tokens[: -3 if tokens[-3].text == "," else -2]
    depths = depths_of(tokens)
    for at in range(len(tokens) - 1, 0, -1):
        t = tokens[at]
        if t.kind == SIGN and t.text in ("-", "'"):
            continue
        if t.kind != WORD or depths[at]:
            return tokens, None
        if t.text.lower() in _TECHNIQUE and at < len(tokens) - 1:
            words = [w.text.lower() for w in tokens[at + 1 :]]
            if words[0] == "respect" or max(map(len, words)) < 3 or words[-1] in ("right", "left", "above", "below"):
                return tokens, None
            if words[-1] in ("implicitly",) or ordinal(words[-1]) is not None:
                return tokens, None
            named = source[tokens[at + 1].start : tokens[-1].end].lower()
            end = at - 1 if tokens[at - 1].text == "," else at
            return tokens[:end], _canonical(named)
    return tokens, None


def _canonical(named: str) -> str:
    if "definition" in named or "first principle" in named:
        return "the definition"
    return named.removeprefix("a ").removeprefix("an ")


def assumptions(tokens: list[Token]) -> tuple[list[Token], list[list[Token]]]:
    """The question, and the conditions behind it: (x > 0), for x > 0, where a > 0 and b ≠ 0."""
    found: list[list[Token]] = []
    while len(tokens) > 3:
        depths = depths_of(tokens)
        cut = _bracketed(tokens, depths) or _trailing(tokens, depths)
        if cut is None:
            break
        tokens, condition = cut
        found = [*condition, *found]
    return tokens, found


def _bracketed(tokens: list[Token], depths: list[int]) -> tuple[list[Token], list[list[Token]]] | None:
    if tokens[-1].text != ")":
        return None
    opening = max((i for i, t in enumerate(tokens[:-1]) if t.text == "(" and depths[i] == depths[-1]), default=0)
    inside = tokens[opening + 1 : -1]
    if opening == 0 or not _states(inside):
        return None
    return tokens[:opening], conditions(inside)


def _trailing(tokens: list[Token], depths: list[int]) -> tuple[list[Token], list[list[Token]]] | None:
    """The longest run of conditions at the end, after a comma or a word such as for."""
    end = len(tokens)
    for at in range(len(tokens) - 1, 0, -1):
        t = tokens[at]
        if not depths[at] and (t.text == "," or (t.kind == WORD and t.text.lower() in _ASSUMING)):
            if at + 1 < end and not _states(tokens[at + 1 :]):
                break
            end = at
    if end == len(tokens):
        return None
    return tokens[:end], conditions(tokens[end + 1 :])


def _states(tokens: list[Token]) -> bool:
    """Whether the tokens state conditions and nothing else."""
    words = [t.text.lower() for t in tokens if t.kind == WORD]
    if len(tokens) == 2 and any(w in _SIGNS_IN_WORDS for w in words):
        return True
    known = VOCABULARY - _ASSUMING
    if any(w in known and len(w) > 2 for w in words) or any(t.text in ("=", "→") for t in tokens):
        return False
    parts = _parts(tokens)
    stated = [any(t.text in _INEQUALITIES for t in p) for p in parts]
    return bool(stated) and stated[-1] and all(s or len(p) == 1 for s, p in zip(stated, parts, strict=True))


def _parts(tokens: list[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for t, depth in zip(tokens, depths_of(tokens), strict=True):
        if depth == 0 and (t.text == "," or (t.kind == WORD and t.text.lower() in _ASSUMING)):
            parts.append([])
        else:
            parts[-1].append(t)
    return [p for p in parts if p]


def conditions(tokens: list[Token]) -> list[list[Token]]:
    """The conditions one by one; in a, b > 0 the last relation holds for each."""
    words = [t.text.lower() for t in tokens]
    if len(tokens) == 2 and (words[0] in _SIGNS_IN_WORDS or words[1] in _SIGNS_IN_WORDS):
        letter, sign = (tokens[1], words[0]) if words[0] in _SIGNS_IN_WORDS else (tokens[0], words[1])
        mark = Token(SIGN, _SIGNS_IN_WORDS[sign], letter.start, letter.end)
        return [[letter, mark, Token(NUMBER, "0", letter.start, letter.end)]]
    parts = _parts(tokens)
    tail: list[Token] = []
    for i in range(len(parts) - 1, -1, -1):
        at = next((k for k, t in enumerate(parts[i]) if t.text in _INEQUALITIES or t.text == "="), None)
        if at is None:
            parts[i] = parts[i] + tail
        else:
            tail = parts[i][at:]
    return parts
