"""Compares an answer with a recorded one, and with the description in openapi.yaml."""

import re

import yaml
from jsonschema import Draft202012Validator

from harness import RECORDED

_TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$")
_UUID = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
_MEASURED = {"execution_time", "total_execution_time", "memory_used"}


def differences(recorded, got, path: str = "") -> list[str]:
    """What differs. Times and identifiers are compared by their spelling, measurements by their kind, all else by value."""
    key = path.rsplit(".", 1)[-1]
    if type(recorded) is not type(got) and not (key in _MEASURED and isinstance(got, (int, float))):
        return [f"{path}: {recorded!r} was recorded, {got!r} came"]
    if isinstance(recorded, dict):
        found = [f"{path}.{name}: missing" for name in recorded.keys() - got.keys()] + [f"{path}.{name}: not recorded" for name in got.keys() - recorded.keys()]
        return found + [line for name in recorded.keys() & got.keys() for line in differences(recorded[name], got[name], f"{path}.{name}")]
    if isinstance(recorded, list):
        if len(recorded) != len(got):
            return [f"{path}: {len(recorded)} entries were recorded, {len(got)} came"]
        return [line for at, pair in enumerate(zip(recorded, got)) for line in differences(*pair, f"{path}[{at}]")]
    if key in _MEASURED:
        return []
    if isinstance(recorded, str):
        return _text_differences(recorded, got, path, key)
    return [] if recorded == got else [f"{path}: {recorded!r} was recorded, {got!r} came"]


def _text_differences(recorded: str, got: str, path: str, key: str) -> list[str]:
    same = None
    if _TIME.match(recorded):
        same = bool(_TIME.match(got)) and got.endswith("Z") == recorded.endswith("Z")
    elif _UUID.match(recorded):
        same = bool(_UUID.match(got))
    if same is not None:
        return [] if same else [f"{path}: {recorded!r} was recorded, {got!r} came"]
    if recorded.startswith("http://localhost:8000"):
        recorded, got = (re.sub(r"^https?://[^/]+|(?<=cursor=)[^&]+", "", text) for text in (recorded, got))
    if key == "stderr":  # a traceback names the runner's file
        recorded, got = ((text.split("\n")[0], text.strip().split("\n")[-1]) for text in (recorded, got))
    return [] if recorded == got else [f"{path}: {recorded!r} was recorded, {got!r} came"]


class Description:
    """openapi.yaml."""

    def __init__(self):
        self.document = yaml.safe_load((RECORDED / "openapi.yaml").read_text(encoding="utf-8"))
        self._paths = [(re.compile("^" + re.sub(r"\{[^}]+\}", "[^/]+", path) + "$"), path) for path in self.document["paths"]]
        self._paths.sort(key=lambda pair: pair[1].count("{"))

    def schema(self, method: str, path: str, status: int):
        """The schema of that answer's JSON, or None when the description has none."""
        plain = path.split("?")[0].removeprefix("/api")
        for pattern, name in self._paths:
            operation = self.document["paths"][name].get(method.lower()) if pattern.match(plain) else None
            if operation is None:
                continue
            answer = operation["responses"].get(str(status))
            if answer and "$ref" in answer:
                answer = self.document["components"]["responses"][answer["$ref"].rsplit("/", 1)[1]]
            return ((answer or {}).get("content") or {}).get("application/json", {}).get("schema")
        return None

    def errors(self, schema, value) -> list[str]:
        validator = Draft202012Validator({**schema, "components": self.document["components"]})
        return [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(value)]
