"""What the repaired server can do, as README.md says it."""

import gzip
import json
import unittest

from harness import Platform

_RIGHT = {"code": "def add(a, b):\n    return a + b\n"}


class Repaired(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.platform = Platform("--profile", "repaired")

    @classmethod
    def tearDownClass(cls):
        cls.platform.end()

    def setUp(self):
        self.platform.control("POST", "/reset")
        self.token = self.platform.token()

    def ask(self, method, path, body=None, **headers):
        return self.platform.ask(method, path, body, token=self.token, headers={name.replace("_", "-"): value for name, value in headers.items()})

    def test_it_says_what_it_can(self):
        answer = self.platform.ask("GET", "/v1/capabilities/").json
        self.assertEqual(answer["version"], 1)
        self.assertIn("exercise_answers", answer["capabilities"])

    def test_what_has_not_changed_is_not_sent_again(self):
        for path in ("/v1/courses/", "/v1/lessons/1/", "/v1/learning/courses/python-basics/", "/v1/wagtail/exercises/name-a-value/", "/v2/forum/topics/"):
            with self.subTest(path):
                tag = self.ask("GET", path).headers["ETag"]
                again = self.ask("GET", path, If_None_Match=tag)
                self.assertEqual((again.status, again.body), (304, b""))
        tag = self.ask("GET", "/v1/courses/4/").headers["ETag"]
        self.platform.control("POST", "/admin", {"action": "change", "kind": "course", "id": 4, "fields": {"title": "New"}})
        self.assertEqual(self.ask("GET", "/v1/courses/4/", If_None_Match=tag).json["title"], "New")
        changed = self.ask("GET", "/v1/courses/5/").headers["Last-Modified"]
        self.assertEqual(self.ask("GET", "/v1/courses/5/", If_Modified_Since=changed).status, 304)

    def test_answers_are_packed_when_asked(self):
        answer = self.ask("GET", "/v1/courses/", Accept_Encoding="gzip")
        self.assertEqual(answer.headers["Content-Encoding"], "gzip")
        self.assertEqual(json.loads(gzip.decompress(answer.body))["count"], 4)

    def test_only_what_changed_since_a_moment(self):
        row = self.ask("GET", "/v1/lessons/2/").json
        self.platform.control("POST", "/admin", {"action": "change", "kind": "lesson", "id": 3, "fields": {"title": "Changed"}})
        newest = self.ask("GET", "/v1/lessons/3/").json["updated_at"]
        self.assertEqual([entry["id"] for entry in self.ask("GET", f"/v1/lessons/?updated_since={newest}").json["results"]], [3])
        self.assertGreater(self.ask("GET", f"/v1/lessons/?updated_since={row['created_at']}").json["count"], 1)
        self.assertEqual(self.ask("GET", "/v1/lessons/?updated_since=yesterday").status, 400)

    def test_the_same_key_is_the_same_submission(self):
        first = self.ask("POST", "/v1/exercises/1/submit/", _RIGHT, Idempotency_Key="k1")
        second = self.ask("POST", "/v1/exercises/1/submit/", _RIGHT, Idempotency_Key="k1")
        self.assertEqual(first.json, second.json)
        self.assertEqual(second.headers["Idempotent-Replayed"], "true")
        self.assertEqual(len(self.platform.state()["submissions"]), 1)
        other = self.ask("POST", "/v1/exercises/1/submit/", {"code": "x"}, Idempotency_Key="k1")
        self.assertEqual((other.status, other.json["code"]), (422, "idempotency_mismatch"))
        self.ask("POST", "/v1/exercises/1/submit/", _RIGHT | {"client_id": "k2"})
        found = self.ask("GET", "/v1/submissions/?client_id=k2").json["results"]
        self.assertEqual([(row["client_id"], row["status"], row["passed_tests"]) for row in found], [("k2", "passed", 3)])
        self.assertEqual(self.ask("POST", "/v1/exercises/999/submit/", _RIGHT).status, 404)

    def test_every_write_of_a_queue_is_done_once_for_a_key(self):
        writes = [("POST", "/v1/lessons/1/position/", {"content_position": 3, "time_spent": 5}), ("POST", "/v1/topics/1/reply/", {"content": "Thanks"}),
                  ("POST", "/v1/topics/create/", {"forum_id": 2, "subject": "Once", "content": "only"}), ("POST", "/v1/courses/4/enroll/", {}),
                  ("POST", "/v1/learning/courses/python-basics/enroll/", {}), ("POST", "/v1/progress/", {"lesson_id": 2, "time_spent": 4}),
                  ("PUT", "/v1/exercise-answers/cms/7/", {"code": "age = 30"}), ("POST", "/v1/lessons/3/complete/", {}),
                  ("DELETE", "/v1/courses/4/unenroll/", None), ("POST", "/v2/forum/posts/", {"topic_id": 1, "content": "long enough a text"})]
        for number, (method, path, body) in enumerate(writes):
            with self.subTest(path):
                first = self.ask(method, path, body, Idempotency_Key=f"op-{number}")
                second = self.ask(method, path, body, Idempotency_Key=f"op-{number}")
                self.assertLess(first.status, 300, first.body)
                self.assertEqual((first.status, first.body), (second.status, second.body))
                self.assertEqual(second.headers["Idempotent-Replayed"], "true")
                self.assertEqual(first.headers.get("ETag"), second.headers.get("ETag"))
        state = self.platform.state()
        self.assertEqual([row["time_spent"] for row in state["progress"] if row["lesson_id"] == 1], [5])
        self.assertEqual(len([row for row in state["posts"] if row["content"] in ("Thanks", "only", "long enough a text")]), 3)
        self.assertEqual(state["answers"][0]["version"], 1)

    def test_what_was_refused_may_be_asked_again_with_its_key(self):
        self.platform.control("POST", "/admin", {"action": "unpublish", "kind": "lesson", "id": 1})
        self.assertEqual(self.ask("POST", "/v1/lessons/1/complete/", {}, Idempotency_Key="later").status, 404)
        self.platform.control("POST", "/admin", {"action": "publish", "kind": "lesson", "id": 1})
        self.assertEqual(self.ask("POST", "/v1/lessons/1/complete/", {}, Idempotency_Key="later").status, 200)

    def test_it_happened_when_the_client_says_but_not_in_the_future(self):
        self.ask("POST", "/v1/lessons/1/complete/", {"occurred_at": "2026-01-02T03:04:05Z"})
        self.ask("POST", "/v1/lessons/2/complete/", {"occurred_at": "2999-01-02T03:04:05Z"})
        rows = {row["lesson_id"]: row["completed_at"] for row in self.platform.state()["progress"]}
        self.assertTrue(rows[1].startswith("2026-01-02T03:04:05"))
        self.assertFalse(rows[2].startswith("2999"))

    def test_answers_to_exercises_have_versions(self):
        path = "/v1/exercise-answers/cms/9/"
        self.assertEqual(self.ask("GET", path).status, 404)
        made = self.ask("PUT", path, {"code": "a", "step": 1, "answers": {"1": "0"}}, If_None_Match="*")
        self.assertEqual((made.status, made.headers["ETag"]), (201, '"1"'))
        self.assertEqual(self.ask("PUT", path, {"code": "b"}, If_None_Match="*").status, 412)
        self.assertEqual(self.ask("PUT", path, {"completed": True}, If_Match='"1"').json["version"], 2)
        stale = self.ask("PUT", path, {"code": "c"}, If_Match='"1"')
        self.assertEqual((stale.status, stale.json["code"], stale.json["completed"]), (412, "a", True))
        self.assertTrue(self.ask("PUT", path, {"completed": False}).json["completed"])
        self.assertFalse(self.ask("PUT", path, {"reset": True}).json["completed"])
        self.assertEqual(self.ask("PUT", path, {"code": 5}).status, 400)
        self.assertEqual(self.ask("PUT", "/v1/exercise-answers/legacy/999/", {"code": ""}).status, 404)
        self.assertEqual(self.ask("PUT", "/v1/exercise-answers/cms/5/", {"code": ""}).status, 404)
        self.ask("PUT", "/v1/exercise-answers/legacy/1/", {"code": "x"})
        self.assertEqual([row["catalogue"] for row in self.ask("GET", "/v1/exercise-answers/").json["results"]], ["legacy", "cms"])

    def test_limits_are_429_and_say_how_long(self):
        for _ in range(11):
            answer = self.ask("POST", "/v1/execute/", {"code": ""})
        self.assertEqual(answer.status, 429)
        self.assertTrue(1 <= int(answer.headers["Retry-After"]) <= 60)

    def test_gone_is_404_and_nonsense_is_400(self):
        for path, body, status in [("/v1/lessons/999/position/", {"content_position": 1}, 404), ("/v1/lessons/1/position/", {"content_position": -1}, 400),
                                   ("/v1/lessons/1/bookmark/", {"bookmarked": "false"}, 400), ("/v1/lessons/1/position/", b"{broken", 400),
                                   ("/v1/learning/courses/none/enroll/", {}, 404), ("/v1/auth/refresh/", [], 400)]:
            with self.subTest(path=path, body=body):
                self.assertEqual(self.ask("POST", path, body).status, status)
        self.assertEqual(self.ask("GET", "/v1/learning/courses/none/").status, 404)
        self.assertEqual(self.ask("GET", "/v1/courses/5/progress/").status, 404)
        self.assertEqual(self.platform.state()["enrollments"], [])

    def test_what_never_worked_works(self):
        self.assertEqual(self.ask("GET", "/v1/exercises/").json["count"], 8)
        self.assertEqual(self.ask("GET", "/v1/exercises/1/").json["starter_code"], "def add(a, b):\n    ...\n")
        lesson = self.ask("GET", "/v1/learning/courses/loops-and-lists/lessons/lists/").json
        self.assertEqual((lesson["lesson_number"], lesson["navigation"]["previous"]["slug"], lesson["navigation"]["next"]), (2, "for-loops", None))
        course = self.ask("GET", "/v1/learning/courses/loops-and-lists/").json
        self.assertEqual([entry["slug"] for entry in course["lessons"]], ["for-loops", "lists"])
        self.assertEqual([row["lesson_count"] for row in self.ask("GET", "/v1/learning/courses/").json["courses"]], [1, 2, 1])
        for path in ("/v1/courses/", "/v1/lessons/", "/v1/exercises/"):
            self.assertEqual(self.platform.ask("GET", path).status, 200)
        self.assertEqual(self.ask("POST", "/v1/posts/create/", {"topic_id": 1, "content": "works"}).status, 201)
        self.ask("POST", "/v1/courses/4/enroll/")
        with self.platform.raw() as connection:
            connection.sendall(f"DELETE /api/v1/courses/4/unenroll/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer {self.token}\r\n\r\n".encode())
            got = b""
            while data := connection.recv(4096):
                got += data
        self.assertEqual(got.partition(b"\r\n\r\n")[2], b"")

    def test_the_tokens_are_in_the_body_too(self):
        answer = self.platform.ask("POST", "/v1/auth/login/", {"email": "ADA@example.org", "password": "Ada!Example1"})
        self.assertEqual((answer.json["access"], answer.json["refresh"]), (answer.cookies()["access_token"], answer.cookies()["refresh_token"]))

    def test_a_finished_course_is_finished_in_spite_of_its_draft(self):
        self.ask("POST", "/v1/courses/4/enroll/")
        for lesson in range(1, 6):
            self.ask("POST", f"/v1/lessons/{lesson}/complete/")
        row = self.platform.state()["enrollments"][0]
        self.assertEqual((row["progress_percentage"], row["completed"]), (100, True))


if __name__ == "__main__":
    unittest.main()
