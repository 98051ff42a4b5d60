"""Fail when a course.yaml or exercise.yaml of a bundled course does not fit its JSON Schema, or a schema accepts nonsense."""

import json
import pathlib
import sys

import jsonschema
import yaml


def main(root: pathlib.Path) -> int:
    errors, files = [], 0
    for name in ("course", "exercise"):
        schema = json.loads((root / f"resources/schemas/{name}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        if validator.is_valid({"titel": "no such key"}):
            errors.append(f"{name}.schema.json accepts an unknown key")
        for file in sorted((root / "resources/courses").rglob(f"{name}.yaml")):
            files += 1
            data = yaml.safe_load(file.read_text(encoding="utf-8"))
            for error in validator.iter_errors(data):
                errors.append(f"{file.relative_to(root)}: {error.json_path}: {error.message[:200]}")
    print("\n".join(errors) or f"{files} files fit their schemas")
    return 1 if errors or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
