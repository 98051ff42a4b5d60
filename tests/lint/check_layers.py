"""Fail when a file includes a header that its layer may not use. The rules are in cmake/layers.txt."""

import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]', re.MULTILINE)


def read_rules(root: pathlib.Path):
    """The table: folder -> layer, layer -> layers it may use, header prefix -> folders that may see it."""
    folders, allowed, headers = {}, {}, {}
    for line in (root / "cmake/layers.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("!"):
            header, where = (part.strip() for part in line[1:].split(":"))
            headers[header] = where.split()
        else:
            layer, folder, uses = (part.strip() for part in line.split(":"))
            folders[folder] = layer
            allowed[layer] = set(uses.split())
    return folders, allowed, headers


def find_errors(root: pathlib.Path):
    folders, allowed, headers = read_rules(root)

    def layer_of(path: str):
        hits = [folder for folder in folders if path.startswith(folder + "/")]
        return folders[max(hits, key=len)] if hits else None

    for top in ("app", "editor", "sync", "ui"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in {".h", ".cpp"}:
                continue
            rel = file.relative_to(root).as_posix()
            mine = layer_of(rel)
            if mine is None:
                yield f"{rel}: in no layer; add its folder to cmake/layers.txt"
                continue
            for target in INCLUDE.findall(file.read_text(encoding="utf-8")):
                theirs = layer_of(target) or layer_of("app/" + target)
                if theirs and theirs != mine and theirs not in allowed[mine]:
                    yield f'{rel}: layer "{mine}" must not include "{target}" ({theirs})'
                for header, where in headers.items():
                    if target.startswith(header) and not any(rel.startswith(place + "/") for place in where):
                        yield f'{rel}: only {", ".join(where)} may include "{target}"'


def self_check(tmp: pathlib.Path):
    """The guard must be able to fail: a tree with one wrong include of each kind gives two errors."""
    (tmp / "cmake").mkdir(parents=True)
    (tmp / "app/store").mkdir(parents=True)
    (tmp / "ui").mkdir()
    (tmp / "cmake/layers.txt").write_text("store : app/store :\nui : ui :\n!sqlite3.h : app/store\n", encoding="utf-8")
    (tmp / "ui/a.cpp").write_text('#include "store/b.h"\n#include <sqlite3.h>\n', encoding="utf-8")
    (tmp / "app/store/b.h").write_text("#include <sqlite3.h>\n", encoding="utf-8")
    return len(list(find_errors(tmp))) == 2


def main(root: pathlib.Path, tmp: pathlib.Path) -> int:
    if not self_check(tmp):
        print("check_layers.py does not see wrong includes any more")
        return 1
    errors = list(find_errors(root))
    print("\n".join(errors) or "layers ok")
    return 1 if errors else 0


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(folder)))
