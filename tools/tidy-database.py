"""Writes BUILD/tidy/compile_commands.json for clang-tidy: clang can't read GCC's precompiled headers, so each is
replaced by a copy of its header that has no precompiled form beside it."""

import json
import pathlib
import re
import shutil
import sys


def main(build):
    out = build / "tidy"
    out.mkdir(exist_ok=True)
    copies = {}
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))

    def copy_of(match):
        header = match.group(1)
        if header not in copies:
            copies[header] = out / f"pch{len(copies)}.hxx"
            shutil.copy(header, copies[header])
        return f"-include {copies[header]}"

    for entry in entries:
        entry["command"] = re.sub(r"-Winvalid-pch +", "", entry["command"])
        entry["command"] = re.sub(r"-include (\S+cmake_pch\.hxx)", copy_of, entry["command"])
    (out / "compile_commands.json").write_text(json.dumps(entries), encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
