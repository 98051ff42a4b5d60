"""The cases that are explained by the studio itself, in English: (title, cause, hint)."""

CASES = {
    # Names
    "name_defined_later": (
        "`{name}` is used before it has a value.",
        "The name `{name}` gets its value only in line {later}, but line {line} needs it already.",
        "Move the line that gives `{name}` its value above the line that uses it.",
    ),
    "name_in_function": (
        "`{name}` is known only inside of a function.",
        "The name `{name}` is made inside of the function `{function}()`. Names made in a function are not known "
        "outside of it.",
        "Let the function give the value back with `return {name}`, and keep it: `{name} = {function}(…)`.",
    ),
    "name_compared": (
        "`{name}` never got a value.",
        "Line {other} says `{text}`. Two equals signs compare; they do not give `{name}` a value.",
        "Write one equals sign to give a value: `{name} = {value}`.",
    ),
    "name_constant": (
        "Python does not know the name `{name}`.",
        "In Python this word begins with a capital letter: `{right}`.",
        "Write `{right}` instead of `{name}`.",
    ),
    "name_unknown": (
        "Python does not know the name `{name}`.",
        "Nothing in your program is called `{name}`, and Python has nothing of that name either.",
        "If it is meant to be a text, put it in quotes: `\"{name}\"`. If it is a variable, give it a value before "
        "this line, and spell it the same everywhere.",
    ),
    "name_similar": (
        "Python does not know the name `{name}`.",
        "Nothing is called `{name}`, but there is `{similar}`, which is spelled nearly the same.",
        "Did you mean `{similar}`?",
    ),
    "name_case": (
        "Python does not know the name `{name}`.",
        "There is `{similar}`. Capital and small letters count as different.",
        "Write `{similar}` instead of `{name}`.",
    ),
    "name_module": (
        "Python does not know the name `{name}`.",
        "`{name}` is a module of Python that has to be imported before it is used.",
        "Write `import {name}` at the top of your program.",
    ),
    # Text and numbers
    "text_plus_number": (
        "A text and a number can’t be joined with `+`.",
        "One side of the `+` is the text {text}, the other side is the number {number}. Python does not guess whether "
        "to calculate or to join.",
        "Turn the number into a text with `str({number_code})`, or use an f-string: `f\"… {{{number_code}}}\"`.",
    ),
    "digits_plus_number": (
        "A text and a number can’t be used together with `+`.",
        "{text} is a text, although it looks like a number: it was written in quotes or read from somewhere. The "
        "other side of the `+` is the number {number}.",
        "To calculate, turn the text into a number: `int({text_code})`. To join them, turn the number into a text: "
        "`str({number_code})`.",
    ),
    "input_is_text": (
        "A text can’t be used as a number.",
        "`{name}` comes from `input()`, and `input()` always gives a text, even when digits were typed: {value}.",
        "Turn it into a number where it is read: `{name} = int(input(…))`, or `float(input(…))` for decimals.",
    ),
    "text_arithmetic": (
        "Texts can’t be used with `{operator}`.",
        "The operator `{operator}` calculates, and {value} is a text, not a number.",
        "If the text holds a number, turn it into one with `int(…)` or `float(…)` first.",
    ),
    "text_compared": (
        "A text and a number can’t be compared with `{operator}`.",
        "{value} is a text, and `{operator}` needs two values of the same kind. A text is not a number, even if it is "
        "made of digits.",
        "If the text holds a number, turn it into one with `int(…)` or `float(…)` before you compare.",
    ),
    "needs_number": (
        "`{function}()` needs a number.",
        "It was given {value}, which is of type `{type}`.",
        "Hand it a number. A text made of digits becomes one with `int(…)` or `float(…)`.",
    ),
    "int_of_text": (
        "This text can’t be turned into a whole number.",
        "`int()` understands only texts made of digits, with a sign before them if need be. {value} is not one.",
        "Look at what the text really holds, for example with `print(repr(…))`, before you hand it to `int()`.",
    ),
    "int_of_decimal": (
        "This text can’t be turned into a whole number.",
        "{value} is a decimal number, and `int()` accepts only whole numbers in a text.",
        "Use `float(…)` for decimal numbers; `int(float(…))` cuts off what comes after the point.",
    ),
    "int_of_empty": (
        "An empty text can’t be turned into a number.",
        "`{function}()` was given a text with nothing in it. That happens when Enter is pressed without typing "
        "anything.",
        "Check that the text is not empty before you turn it into a number.",
    ),
    "float_of_comma": (
        "This text can’t be turned into a number.",
        "In {value} a comma stands where Python wants a point: decimal numbers are written `3.5`.",
        "Type a point, or change the comma: `float(text.replace(\",\", \".\"))`.",
    ),
    "float_of_text": (
        "This text can’t be turned into a number.",
        "`float()` understands numbers like `3.5`. {value} is not one.",
        "Look at what the text really holds, for example with `print(repr(…))`.",
    ),
    "no_length": (
        "Only something with elements has a length.",
        "`len()` counts elements or letters. {value} is of type `{type}`, which has none.",
        "Give `len()` a list or a text. For the number of digits of a number: `len(str(…))`.",
    ),
    "number_iterated": (
        "A number can’t be gone through element by element.",
        "{value} is one single number. A `for` loop needs something with elements, such as a list, a text or a range.",
        "To count, write `range({code})`.",
    ),
    "float_range": (
        "`range()` needs whole numbers.",
        "{value} is a decimal number. Dividing with `/` always gives one, even when it comes out even.",
        "Divide with `//`, or use `int(…)`.",
    ),
    # Positions and keys
    "index_is_length": (
        "The position is one too far.",
        "The length of `{owner}` is {length}. Counting begins at 0, so the last position is {last}, and {index} is "
        "one past the end.",
        "Use positions from 0 to `len({owner}) - 1`; `range(len({owner}))` gives exactly those. The last element is "
        "`{owner}[-1]`.",
    ),
    "index_too_large": (
        "There is no element at this position.",
        "The length of `{owner}` is {length}, so its positions go from 0 to {last}. Position {index} is not among "
        "them.",
        "Check where the position comes from, and compare it with `len({owner})`.",
    ),
    "index_negative": (
        "There is no element at this position.",
        "Negative positions count from the end. The length of `{owner}` is {length}, so the lowest position is "
        "-{length}, and {index} is below it.",
        "Check where the position comes from.",
    ),
    "index_of_empty": (
        "`{owner}` is empty.",
        "`{owner}` has no elements, so there is nothing at position {index}.",
        "To add an element, use `append(…)`. Else check with `if {owner}:` that there is something in it.",
    ),
    "pop_of_empty": (
        "Nothing is left to take out.",
        "`pop()` takes an element out of a list, and this list is empty already.",
        "Check with `if {owner}:` that there is still something in it.",
    ),
    "choice_of_empty": (
        "Nothing can be chosen from nothing.",
        "`random.choice()` takes one element of a list, and this list is empty.",
        "Check first that there is something in it.",
    ),
    "key_missing": (
        "The dictionary has no key {key}.",
        "`{owner}` has these keys: {keys}. {key} is not one of them.",
        "Check the spelling, capital letters and spaces. `{owner}.get({code})` gives `None` instead of an error.",
    ),
    "key_similar": (
        "The dictionary has no key {key}.",
        "`{owner}` has no key {key}, but it has {similar}.",
        "Did you mean {similar}?",
    ),
    "key_of_empty": (
        "The dictionary has no key {key}.",
        "`{owner}` is empty: nothing was put in it yet.",
        "Put something in first: `{owner}[{code}] = …`.",
    ),
    # None
    "forgotten_return": (
        "`{function}()` gives nothing back.",
        "`{code}` calls your function `{function}()` (line {where}). It has no `return`, so what comes out is `None`, "
        "and `None` can’t be used here.",
        "Add a line to the function that hands the result back: `return …`.",
    ),
    "print_instead_of_return": (
        "`{function}()` gives nothing back.",
        "Your function `{function}()` (line {where}) shows its result with `print()`, but does not hand it back. What "
        "comes out of `{code}` is `None`.",
        "Use `return` instead of `print` in the function, and print where you call it.",
    ),
    "return_on_some_paths": (
        "`{function}()` gave nothing back this time.",
        "Your function `{function}()` (line {where}) has a `return`, but this call came to its end without reaching "
        "one. Then what comes out is `None`.",
        "Make sure that every way through the function ends with `return`.",
    ),
    "changes_itself": (
        "`{method}()` gives nothing back.",
        "`{code}` changes the {type} itself and gives back `None`. With `=` that `None` was kept in its place.",
        "Call `{owner}.{method}(…)` on a line of its own, without `=`.",
    ),
    "print_gives_none": (
        "`print()` gives nothing back.",
        "`print()` shows a text and gives back `None`, and `None` can’t be used here.",
        "Put everything that is to be shown inside of the brackets of `print(…)`.",
    ),
    "none_used": (
        "There is `None` where a value is needed.",
        "`{code}` is `None`, which means “nothing”. It can’t be used here.",
        "Find out where `{code}` gets its value, and why that is `None`.",
    ),
    # Calls
    "not_callable": (
        "This can’t be called like a function.",
        "The brackets after `{code}` mean a call, but `{code}` is {value} of type `{type}`, not a function.",
        "To multiply, write `*` between them. To take an element, use square brackets.",
    ),
    "list_called": (
        "Elements are taken with square brackets.",
        "`{code}` is a `{type}`. Round brackets mean a call, which a `{type}` does not understand.",
        "Write `{code}[…]` instead of `{code}(…)`.",
    ),
    "hidden_builtin": (
        "`{name}` is no longer Python’s function.",
        "Line {where} uses the name `{name}` for a value of your own. Since then `{name}(…)` does not reach Python’s "
        "own `{name}()`.",
        "Give your variable another name, for example `my_{name}`.",
    ),
    "call_forgotten": (
        "A function was used without calling it.",
        "`{code}` is the function itself, not its result: the brackets are missing.",
        "Write brackets after it: `{code}()`.",
    ),
    "arguments_missing": (
        "`{function}()` was called with too few values.",
        "Line {where} says what it needs: `{signature}`. Missing: {missing}.",
        "Put the missing values into the brackets of the call, in this order.",
    ),
    "arguments_too_many": (
        "`{function}()` was called with too many values.",
        "Line {where} says what it takes: `{signature}`. The call gives {given}.",
        "Take the values that are too many out of the call, or add parameters to the function.",
    ),
    "self_forgotten": (
        "The method `{function}()` lacks its first parameter.",
        "A method is always given the object it belongs to. Line {where} says `{signature}`, which has no place for "
        "it.",
        "Write `self` as the first parameter of the method.",
    ),
    "unhashable": (
        "A {type} can’t be a key.",
        "Keys of a dictionary and elements of a set must never change, and a `{type}` can.",
        "Use a tuple or a text instead.",
    ),
    # Attributes
    "dictionary_attribute": (
        "Keys of a dictionary are not reached with a dot.",
        "`{owner}` is a dictionary, and `{key}` is one of its keys.",
        "Write `{owner}[{key}]`.",
    ),
    "own_file_hides_module": (
        "Your own file hides a module of Python.",
        "`import {name}` found the file `{file}` in your program’s folder, not Python’s module `{name}`.",
        "Give your file another name.",
    ),
    # Others
    "divided_by_zero": (
        "Something was divided by zero.",
        "`{code}` is 0 here, and dividing by 0 has no result.",
        "Find out why `{code}` is 0, or check first: `if {code} != 0:`.",
    ),
    "no_more_input": (
        "",
        "`input()` waited for a line, but the input had come to its end.",
        "Does the program call `input()` more often than lines are typed? In a loop, check when to stop.",
    ),
    "file_missing": (
        "The file {file} was not found.",
        "The program looked for it in its own folder and there is no file of that name.",
        "Check the spelling and the ending of the name. To make a new file, open it with `\"w\"`.",
    ),
    "file_similar": (
        "The file {file} was not found.",
        "There is no file of that name, but there is {similar}.",
        "Did you mean {similar}?",
    ),
    "assertion": (
        "",
        "The program claims `{code}`, and that is not true here.",
        "Look at the values below: which one is not what you expected?",
    ),
    "math_domain": (
        "This calculation has no result.",
        "The function was given a value for which it is not defined, such as the root of a negative number.",
        "Check the value before the call.",
    ),
    "own_exception": (
        "",
        "The line itself raises this error with `raise`; nothing else in the program caught it.",
        "Handle it with `try` and `except`, or look at why this line is reached.",
    ),
    "recursion_no_end": (
        "`{function}()` calls itself without end.",
        "`{function}()` called itself until Python stopped it, after about {count} calls. It has no case in which it "
        "does not call itself again.",
        "Add an ending before the call, for example `if {parameter} == 0: return …`.",
    ),
    "recursion_same": (
        "`{function}()` calls itself without end.",
        "`{function}()` called itself until Python stopped it, after about {count} calls, each time with the same "
        "value: {values}.",
        "Call it with a smaller value each time, so that it reaches its end.",
    ),
    "recursion_missed": (
        "`{function}()` calls itself without end.",
        "`{function}()` called itself until Python stopped it, after about {count} calls. It has an ending, but that "
        "was never reached; in the last call: {values}.",
        "Check the condition that is to end it, and whether each call comes nearer to it.",
    ),
    "recursion_several": (
        "Functions call each other without end.",
        "These functions called each other until Python stopped them, after about {count} calls: {names}.",
        "One of them has to end without calling the other.",
    ),
    # A program that was stopped
    "stopped": (
        "The program was stopped in line {line}.",
        "It was busy with `{code}`.",
        "",
    ),
    "loop_true": (
        "The loop in line {line} does not end by itself.",
        "Its condition is always true, and there is no `break` in it that is reached.",
        "Put a condition with `break` into the loop, or a condition after `while` that becomes false.",
    ),
    "loop_break_missed": (
        "The loop in line {line} was still running.",
        "Its condition is always true, and its `break` was not reached before you stopped it.",
        "Look at the values below: when would the condition for `break` become true?",
    ),
    "loop_unchanged": (
        "The loop in line {line} does not end by itself.",
        "It goes on while `{code}`. Nothing inside of the loop changes {names}, so that stays true for ever.",
        "Change {names} inside of the loop, for example with `{first} += 1` or `{first} -= 1`.",
    ),
    "loop_changed": (
        "The loop in line {line} was still running.",
        "It goes on while `{code}`, and that was still true when you stopped it.",
        "Look at the values below: does each round bring them nearer to the end?",
    ),
    "loop_for": (
        "The loop in line {line} was still running.",
        "It goes through `{code}`.",
        "Does it have more rounds than you meant, or does a round take long?",
    ),
    # A program that ended without a word
    "never_called": (
        "Nothing was shown: `{function}()` is never called.",
        "Your program defines `{function}()` in line {line}, but no line calls it. A `def` only stores the function "
        "for later.",
        "Add a line at the end, not indented: `{call}`.",
    ),
    "never_called_several": (
        "Nothing was shown: your functions are never called.",
        "Your program defines {names}, but no line calls them. A `def` only stores a function for later.",
        "Add a line at the end, not indented, that calls one of them: `{call}`.",
    ),
    # Text that can't be read
    "equals_in_condition": (
        "A condition compares with two equals signs.",
        "One `=` gives a name a value. To ask whether two things are equal, Python wants `==`.",
        "Write `==` instead of `=` in this line.",
    ),
    "colon_missing": (
        "A colon is missing.",
        "A line that begins with `{word}` ends in a colon.",
        "Put `:` at the end of the line.",
    ),
    "bracket_open": (
        "A bracket was opened and never closed.",
        "The `{bracket}` in line {line} has no `{closing}` that belongs to it.",
        "Put `{closing}` where it ends.",
    ),
    "bracket_extra": (
        "A bracket is closed that was never opened.",
        "There is no opening bracket before this `{bracket}`.",
        "Take it out, or add the opening bracket.",
    ),
    "quote_missing": (
        "A text has no end.",
        "A text begins with a quotation mark and ends with the same mark in the same line. Here the second mark is "
        "missing.",
        "Put the quotation mark where the text ends. If the text itself holds such a mark, enclose it in the other "
        "kind: `\"It's\"`.",
    ),
    "triple_quote_missing": (
        "A text over several lines has no end.",
        "It begins with three quotation marks in line {line}, and the three marks at its end are missing.",
        "Put the three quotation marks where the text ends.",
    ),
    "print_brackets": (
        "`print` needs brackets.",
        "`print` is a function: what is to be shown stands in brackets after it.",
        "Write `{code}`.",
    ),
    "plus_plus": (
        "Python has no `{operator}`.",
        "In some other languages `{operator}` changes a number by one. Python writes it out.",
        "Write `{name} {sign}= 1`.",
    ),
    "word_operator": (
        "Python writes `{wrong}` as a word.",
        "`{wrong}` comes from other languages. In Python it is `{right}`.",
        "Write `{right}` instead of `{wrong}`.",
    ),
    "not_equal": (
        "Python writes “not equal” as `!=`.",
        "`<>` comes from other languages.",
        "Write `!=` instead of `<>`.",
    ),
    "leading_zero": (
        "A whole number can’t begin with 0.",
        "Python does not allow zeros before a number like `05`.",
        "Leave the zeros out. If they matter, as in a telephone number, make it a text: `\"05\"`.",
    ),
    "condition_missing": (
        "The condition is missing.",
        "After `{word}` stands what is to be checked, then a colon.",
        "Write a condition after `{word}`, or use `else:` when there is none.",
    ),
    "block_missing": (
        "Indented lines are missing.",
        "Line {before} ends in a colon: what belongs to it has to stand below it, indented. Line {line} is not.",
        "Indent line {line} by four spaces.",
    ),
    "indent_too_deep": (
        "A line is indented too far.",
        "Line {line} is indented more than the line above it, although that one does not end in a colon.",
        "Begin it at the same column as the line above.",
    ),
    "indent_no_match": (
        "A line is indented to no block.",
        "Line {line} begins at a column at which no line above it begins, so Python can’t tell where it belongs.",
        "Begin it exactly below the first line of the block it belongs to.",
    ),
    "tabs_and_spaces": (
        "",
        "Line {line} is indented with tabs and another one with spaces. They may look the same, but are not.",
        "Use four spaces for each step of indentation, everywhere.",
    ),
    "keyword_as_name": (
        "`{name}` can’t be used as a name.",
        "`{name}` is a word of the Python language and has a fixed meaning.",
        "Choose another name, for example `my_{name}` or `{name}_`.",
    ),
}
