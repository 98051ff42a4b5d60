"""Every recorded answer, asked for again from a server with the rows behind the recordings."""

import json
import re
import unittest

from harness import RECORDED, Platform
from shapes import Description, differences

# Recordings that cannot apply to this server, with the reason. There are none at present.
_NOT_HERE: dict[str, str] = {}


class Recorded(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.platform = Platform("--seed-data", "samples")
        cls.description = Description()
        cls.order = re.findall(r"^\| (\w+)\.json \|", (RECORDED / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
        cls.tokens = {name: cls.platform.login(name) for name in ("ada", "ben")}
        cls.rotated = cls.tokens["ada"]["refresh_token"]

    @classmethod
    def tearDownClass(cls):
        cls.platform.end()

    def _cookies(self, auth: str) -> dict:
        if auth == "bad cookie":
            return {"access_token": "rubbish"}
        if auth == "refresh cookie":
            return {"refresh_token": self.tokens["ada"]["refresh_token"]}
        if auth == "cookie (second user)":
            return {"access_token": self.tokens["ben"]["access_token"]}
        if auth == "cookie":
            return {"access_token": self.tokens["ada"]["access_token"]}
        return {}

    def _body(self, name: str, body):
        if name == "execute_too_long":
            return {"code": "x" * 10_001}
        if name == "auth_refresh_reused":
            return {"refresh": self.rotated}
        return body

    def _prepare(self, name: str, asked: dict) -> None:
        if name == "course_list":  # PostgreSQL answers while no course has more than one live child
            self.platform.control("POST", "/admin", {"action": "unpublish", "kind": "page", "id": 9})
        if name == "course_detail_not_enrolled":
            self.platform.control("POST", "/admin", {"action": "publish", "kind": "page", "id": 9})
        if name.endswith(("_rate_limited", "_throttled")):
            for _ in range(40):
                if self._ask(name, asked).status in (403, 429):
                    return
            self.fail("no limit was reached")

    def _ask(self, name: str, asked: dict):
        return self.platform.ask(asked["method"], asked["path"], self._body(name, asked["body"]), cookies=self._cookies(asked["auth"]))

    def test_every_recorded_answer_comes_again(self):
        files = sorted(path.stem for path in RECORDED.glob("*.json"))
        self.assertEqual(sorted(self.order), files, "the index and the files are not the same")
        described = 0
        for name in self.order:
            if name in _NOT_HERE:
                continue
            recorded = json.loads((RECORDED / f"{name}.json").read_text(encoding="utf-8"))
            asked, expected = recorded["request"], recorded["response"]
            with self.subTest(name):
                self._prepare(name, asked)
                answer = self._ask(name, asked)
                if "refresh_token" in answer.cookies() and answer.status == 200 and name.startswith("auth_refresh"):
                    self.tokens["ada"] = answer.cookies()
                self.assertEqual(answer.status, expected["status"], answer.body[:300])
                self._compare_headers(expected["headers"], answer, expected["status"])
                self._compare_body(expected["body"], answer)
                schema = self.description.schema(asked["method"], asked["path"], answer.status)
                if schema and answer.body and answer.is_json():
                    self.assertEqual(self.description.errors(schema, answer.json), [])
                    described += 1
        self.assertGreater(described, 80)

    def _compare_headers(self, expected: dict, answer, status: int) -> None:
        if status != 204:
            self.assertTrue(answer.headers.get("Content-Type", "").startswith(expected["Content-Type"]), answer.headers.get("Content-Type"))
        for name in ("WWW-Authenticate", "Retry-After"):
            self.assertEqual(answer.headers.get(name), expected.get(name), name)
        for name in ("ETag", "Content-Encoding"):
            self.assertIsNone(answer.headers.get(name))
        lines = [line for line in answer.headers.get_all("Set-Cookie") or [] if not line.startswith("sessionid=")]
        self.assertEqual(sorted(map(_cookie_form, lines)), sorted(map(_cookie_form, expected.get("Set-Cookie", []))))

    def _compare_body(self, expected, answer) -> None:
        if isinstance(expected, str) and expected.startswith("<text/html"):
            self.assertIn("text/html", answer.headers["Content-Type"])
            return
        if expected is None:
            return  # the bytes behind a 204 are looked at in test_quirks.py
        self.assertEqual(differences(expected, answer.json), [])


def _cookie_form(line: str) -> tuple:
    """Name and attributes, without the value and the date that follows from Max-Age."""
    first, *attributes = [part.strip() for part in line.split(";")]
    return first.split("=")[0], tuple(sorted(part for part in attributes if not part.lower().startswith("expires") and part != "SameSite=None"))


if __name__ == "__main__":
    unittest.main()
