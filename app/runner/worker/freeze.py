"""Writes a C++ header with the bytecode of Python modules, for PyImport_FrozenModules. Usage: freeze.py OUTPUT MODULE.py..."""

import marshal
import pathlib
import sys


def main(output, files):
    lines = ["// Made by freeze.py from app/runner/worker/python.", "#pragma once", "", "#include <Python.h>", ""]
    entries = []
    for file in map(pathlib.Path, files):
        name = file.stem
        code = compile(file.read_text(encoding="utf-8"), f"<studio {name}>", "exec", dont_inherit=True, optimize=2)
        data = marshal.dumps(code)
        lines.append(f"inline const unsigned char k_{name}[] = {{{','.join(map(str, data))}}};")
        entries.append(f'        {{"{name}", k_{name}, {len(data)}, false, nullptr}},')
    lines += [
        "",
        "inline const struct _frozen *studioFrozenModules()",
        "{",
        "    static const struct _frozen modules[] = {",
        *entries,
        "        {nullptr, nullptr, 0, false, nullptr},",
        "    };",
        "    return modules;",
        "}",
    ]
    pathlib.Path(output).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
