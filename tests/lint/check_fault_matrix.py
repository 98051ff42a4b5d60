#!/usr/bin/env python3
"""docs/fault-matrix.md has a row for each fault, and each test that it names is there.

A row is `| id | fault | where | outcome |`. `where` names tests as `file` "name of the test", several separated by <br>, or begins with
"Not here:" and the reason. Rows are N1-N36, T1-T19 and L1-L27. A test whose name begins with ids has to be named in the rows of these ids.
"""

import pathlib
import re
import sys

IDS = [f"{letter}{number}" for letter, count in (("N", 36), ("T", 19), ("L", 27)) for number in range(1, count + 1)]
_CASE = re.compile(r'TEST_CASE(?:_METHOD)?\((?:\w+,)?((?:\s*"(?:[^"\\]|\\.)*")+)')
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_NAMED = re.compile(r'`([\w]+)` "([^"]+)"')
_OWN = re.compile(r"((?:[NTL]\d+(?:, )?)+):")


def tests(root: pathlib.Path) -> dict[str, set[str]]:
    """Names of tests by the name of their file, without its ending."""
    found: dict[str, set[str]] = {}
    for path in sorted((root / "tests").rglob("*_test.cpp")):
        for case in _CASE.finditer(path.read_text(encoding="utf-8")):
            found.setdefault(path.stem, set()).add("".join(_TEXT.findall(case.group(1))).replace('\\"', "'"))
    return found


def problems(text: str, known: dict[str, set[str]]) -> list[str]:
    wrong, rows, named = [], {}, {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|") or not re.fullmatch(r"[NTL]\d+", cells[0]):
            continue
        if len(cells) != 4 or not all(cells):
            wrong.append(f"{cells[0]}: a row has four cells that say something")
            continue
        if cells[0] in rows:
            wrong.append(f"{cells[0]}: there twice")
        rows[cells[0]] = cells
        references = _NAMED.findall(cells[2])
        named[cells[0]] = {name for _, name in references}
        if not references and not cells[2].startswith("Not here: "):
            wrong.append(f"{cells[0]}: neither a test nor a reason")
        wrong += [f"{cells[0]}: {file} has no test \"{name}\"" for file, name in references if name not in known.get(file, ())]
    wrong += [f"{row}: no row" for row in IDS if row not in rows]
    wrong += [f"{row}: not a fault of the matrix" for row in rows if row not in IDS]
    for names in known.values():
        for name in names:
            own = _OWN.match(name)
            for row in own.group(1).split(", ") if own else ():
                if row in IDS and name not in named.get(row, ()):
                    wrong.append(f"{row}: the test \"{name}\" is not in its row")
    return wrong


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    known = tests(root)
    wrong = problems((root / "docs" / "fault-matrix.md").read_text(encoding="utf-8"), known)
    broken = problems("| N1 | x | `no_test` \"of this name\" | y |\n| N2 | x | nothing | y |", known)
    for needle in ("no_test has no test", "N2: neither", "N3: no row"):  # the check itself can fail
        if not any(needle in each for each in broken):
            wrong.append(f"the check does not see: {needle}")
    for each in wrong:
        print(f"docs/fault-matrix.md: {each}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
