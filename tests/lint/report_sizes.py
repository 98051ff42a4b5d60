"""Print files beyond the sizes the style asks for; fail past the hard limits (600 lines a .cpp, 250 a header)."""

import pathlib
import subprocess
import sys

AIM = {".cpp": 300, ".h": 150, ".py": 300, ".js": 300}
LIMIT = {".cpp": 600, ".h": 250, ".py": 500, ".js": 600}


def main(root: pathlib.Path) -> int:
    names = subprocess.run(["git", "ls-files"], cwd=root, check=True, capture_output=True, text=True).stdout.splitlines()
    failed = False
    for name in names:
        file = root / name
        if file.suffix not in AIM or not file.is_file() or name.startswith(("tests/data/", "resources/courses/")):
            continue
        lines = file.read_text(encoding="utf-8").count("\n")
        if lines > LIMIT[file.suffix]:
            print(f"{name}: {lines} lines, over the limit of {LIMIT[file.suffix]}")
            failed = True
        elif lines > AIM[file.suffix]:
            print(f"{name}: {lines} lines, more than the {AIM[file.suffix]} aimed at")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
