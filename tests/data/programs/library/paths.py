from pathlib import Path

folder = Path("a/b")
folder.mkdir(parents=True)
(folder / "x.txt").write_text("hello\n")
for path in sorted(Path(".").rglob("*.txt")):
    print(path, path.stem, path.suffix, path.stat().st_size, path.read_text())
print(Path("/x/../y").resolve(), Path.cwd() == Path(__file__).parent)
(folder / "x.txt").rename("y.txt")
print(Path("y.txt").exists(), list(folder.iterdir()))
