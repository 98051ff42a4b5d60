"""Text that Python can't read: the cases that the studio explains itself, from Python's message and the line."""

from studio_explain_values import quoted

CLOSING = {"(": ")", "[": "]", "{": "}"}
KEYWORDS = {
    "and",
    "as",
    "assert",
    "async",
    "await",
    "break",
    "class",
    "continue",
    "def",
    "del",
    "elif",
    "else",
    "except",
    "finally",
    "for",
    "from",
    "global",
    "if",
    "import",
    "in",
    "is",
    "lambda",
    "nonlocal",
    "not",
    "or",
    "pass",
    "raise",
    "return",
    "try",
    "while",
    "with",
    "yield",
    "True",
    "False",
    "None",
}
HEADS = {"if", "elif", "while", "for", "def", "class", "else", "try", "except", "finally", "with"}


def outside_texts(line):
    """The line without what stands in quotes and after `#`: a rough cut, good enough to look for signs in."""
    kept, quote = [], ""
    for character in line:
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
            kept.append(" ")
        elif character == "#":
            break
        else:
            kept.append(character)
    return "".join(kept)


def first_word(line):
    word = line.split(None, 1)[0] if line.split() else ""
    end = 0
    while end < len(word) and (word[end].isalnum() or word[end] == "_"):
        end += 1
    return word[:end]


def indentation(at):
    message, line = at.message, at.line
    if message.startswith("expected an indented block"):
        words = message.split()
        before = int(words[-1]) if words[-1].isdecimal() else max(1, line - 1)
        return at.say("block_missing", before=before, line=line)
    if message.startswith("unexpected indent"):
        return at.say("indent_too_deep", line=line)
    if message.startswith("unindent does not match"):
        return at.say("indent_no_match", line=line)
    return None


def brackets(at):
    message = at.message
    if "was never closed" in message and quoted(message) in CLOSING:
        bracket = quoted(message)
        return at.say("bracket_open", bracket=bracket, closing=CLOSING[bracket], line=at.line)
    if message.startswith("unmatched '"):
        return at.say("bracket_extra", bracket=quoted(message))
    return None


def texts(at):
    if "unterminated triple-quoted" in at.message:
        return at.say("triple_quote_missing", line=at.line)
    if at.message.startswith("unterminated string literal"):
        return at.say("quote_missing")
    return None


def operators(at):
    """Signs of other languages."""
    line = outside_texts(at.source)
    for sign in ("+", "-"):
        if line.rstrip().endswith(sign * 2):
            name = line.rstrip()[:-2].strip()
            if name.isidentifier():
                return at.say("plus_plus", operator=sign * 2, name=name, sign=sign)
    for wrong, right in (("&&", "and"), ("||", "or")):
        if wrong in line:
            return at.say("word_operator", wrong=wrong, right=right)
    if "<>" in line:
        return at.say("not_equal")
    if first_word(line) in ("if", "elif", "while") and "!" in line.replace("!=", ""):
        return at.say("word_operator", wrong="!", right="not")
    return None


def conditions(at):
    line, word = outside_texts(at.source).strip(), first_word(at.source)
    if word in ("if", "elif", "while"):
        rest = line[len(word) :].strip().rstrip(":").strip()
        if not rest:
            return at.say("condition_missing", word=word)
        if "Maybe you meant '=='" in at.message:
            return at.say("equals_in_condition")
    if at.message == "expected ':'" and word in HEADS and not (word == "else" and line[4:].split()[:1] == ["if"]):
        return at.say("colon_missing", word=word)
    return None


def names(at):
    line = outside_texts(at.source).strip()
    name, equals, _ = line.partition("=")
    if equals and name.strip() in KEYWORDS and "True" not in name:
        return at.say("keyword_as_name", name=name.strip())
    return None


def others(at):
    if at.message.startswith("Missing parentheses in call to 'print'"):
        shown = at.source.removeprefix("print").strip()
        return at.say("print_brackets", code=f"print({shown[:60]})" if at.source.startswith("print") else "print(…)")
    if at.message.startswith("leading zeros in decimal"):
        return at.say("leading_zero")
    return None


def explain(at):
    if at.type == "TabError":
        return at.say("tabs_and_spaces", line=at.line)
    if at.type == "IndentationError":
        return indentation(at)
    for case in (brackets, texts, others, conditions, operators, names):
        found = case(at)
        if found:
            return found
    return None
