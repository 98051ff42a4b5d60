"""The deployed server's faults are there, and are the ones of the contract."""

import json
import unittest

from harness import Platform
from shapes import Description

_MINUS = {"content_position": -1}


class Deployed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.platform = Platform("--limit-scale", "1")

    @classmethod
    def tearDownClass(cls):
        cls.platform.end()

    def setUp(self):
        self.platform.control("POST", "/reset")
        self.token = self.platform.token()

    def ask(self, method, path, body=None, **more):
        return self.platform.ask(method, path, body, token=more.pop("token", self.token), **more)

    def test_the_cookie_decides_even_when_the_header_is_better(self):
        self.assertEqual(self.ask("GET", "/v1/auth/user/", cookies={"access_token": "old"}).status, 401)
        self.assertEqual(self.platform.ask("GET", "/v1/blog/", token="old").status, 401)
        self.assertEqual(self.platform.ask("GET", "/v1/blog/", headers={"Authorization": "Token old"}).status, 200)

    def test_bytes_follow_a_204_and_become_the_next_answer(self):
        self.assertEqual(self.ask("POST", "/v1/courses/5/enroll/").status, 201)
        with self.platform.raw() as connection:
            head = f"DELETE /api/v1/courses/5/unenroll/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self.token}\r\n\r\n"
            connection.sendall(head.encode())
            got = b""
            while b"successfully" not in got:
                got += connection.recv(4096)
        self.assertTrue(got.startswith(b"HTTP/1.1 204 "))
        self.assertTrue(got.partition(b"\r\n\r\n")[2].startswith(b'{"message"'))

    def test_minutes_are_added_each_time(self):
        for expected in (5, 10):
            answer = self.ask("POST", "/v1/lessons/1/position/", {"content_position": 7, "time_spent": 5})
            self.assertEqual(answer.json["time_spent"], expected)
        self.assertEqual(self.platform.state()["progress"][0]["time_spent"], 10)

    def test_bad_input_and_what_is_gone_are_500(self):
        for path, body in [("/v1/lessons/1/position/", _MINUS), ("/v1/lessons/1/position/", {"content_position": 2147483648}),
                           ("/v1/lessons/1/position/", {"content_position": 1, "time_spent": "5"}), ("/v1/lessons/999/position/", {"content_position": 1}),
                           ("/v1/lessons/999/bookmark/", {"bookmarked": True}), ("/v1/lessons/1/position/", b"{broken")]:
            with self.subTest(path=path, body=body):
                answer = self.ask("POST", path, body)
                self.assertEqual(answer.status, 500)
                self.assertIn("error", answer.json)
        self.assertEqual(self.ask("POST", "/v1/lessons/999/complete/").status, 404)
        self.assertEqual(self.ask("GET", "/v1/courses/999/progress/").status, 500)
        answer = self.ask("POST", "/v1/learning/courses/none/enroll/")
        self.assertEqual((answer.status, answer.json), (400, {"error": "Failed to enroll in course: No CoursePage matches the given query."}))
        self.assertEqual(self.ask("GET", "/v1/blog/?page=x").status, 500)

    def test_the_word_false_is_true(self):
        self.assertTrue(self.ask("POST", "/v1/lessons/1/bookmark/", {"bookmarked": "false"}).json["bookmarked"])
        self.assertFalse(self.ask("POST", "/v1/lessons/1/bookmark/", {}).json["bookmarked"])

    def test_asking_for_the_progress_of_a_course_enrols(self):
        self.assertEqual(self.platform.state()["enrollments"], [])
        self.assertEqual(self.ask("GET", "/v1/courses/5/progress/").status, 200)
        self.assertEqual([row["course_id"] for row in self.platform.state()["enrollments"]], [5])

    def test_the_two_catalogues_have_ids_of_their_own(self):
        self.assertEqual(self.ask("GET", "/v1/courses/5/").json["title"], "Lists and Dictionaries")
        self.assertEqual(self.ask("GET", "/v1/learning/courses/python-basics/").json["id"], 5)

    def test_a_draft_keeps_a_course_from_being_finished(self):
        self.ask("POST", "/v1/courses/4/enroll/")
        for lesson in range(1, 6):
            self.assertEqual(self.ask("POST", f"/v1/lessons/{lesson}/complete/").status, 200)
        row = self.platform.state()["enrollments"][0]
        self.assertEqual((row["progress_percentage"], row["completed"]), (83, False))
        self.assertEqual(self.ask("POST", "/v1/lessons/6/complete/").status, 404)

    def test_completing_again_keeps_the_first_time_and_last_accessed_stands_still(self):
        self.ask("POST", "/v1/lessons/1/complete/")
        first = self.platform.state()["progress"][0]
        self.ask("POST", "/v1/lessons/1/complete/")
        self.ask("POST", "/v1/lessons/1/position/", {"content_position": 3})
        second = self.platform.state()["progress"][0]
        self.assertEqual((first["completed_at"], first["last_accessed"]), (second["completed_at"], second["last_accessed"]))
        self.ask("PATCH", f"/v1/progress/{first['id']}/", {"content_position": 4})
        self.assertGreater(self.platform.state()["progress"][0]["last_accessed"], first["last_accessed"])

    def test_posts_are_stored_and_the_answer_is_an_error(self):
        before = len(self.platform.state()["posts"])
        self.assertEqual(self.ask("POST", "/v1/posts/create/", {"topic_id": 12, "content": "into a locked topic"}).status, 500)
        self.assertEqual(self.ask("PATCH", "/v1/posts/1/edit/", {"content": "edited"}).status, 500)
        after = self.platform.state()["posts"]
        self.assertEqual(len(after), before + 1)
        self.assertEqual(after[0]["content"], "edited")

    def test_endpoints_that_never_work(self):
        for path in ["/v1/exercises/", "/v1/exercises/1/", "/v1/submissions/", "/v1/discussions/", "/v1/wagtail/playground/", "/v1/wagtail/user-enrollments/",
                     "/v1/learning/courses/loops-and-lists/lessons/lists/", "/v1/exercise-progress/", "/v1/programming-languages/", "/v2/forum/moderation/"]:
            with self.subTest(path):
                answer = self.ask("GET", path)
                self.assertEqual(answer.status, 500)
                self.assertIn("text/html", answer.headers["Content-Type"])
        for path in ("/v1/courses/", "/v1/lessons/", "/v1/exercises/"):
            self.assertEqual(self.platform.ask("GET", path).status, 500)
        self.assertEqual(self.ask("GET", "/v1/exercises/999/").status, 404)
        self.assertEqual(self.ask("GET", "/v1/learning/courses/").status, 500)

    def test_a_stored_submission_says_failed_whatever_it_was(self):
        answer = self.ask("POST", "/v1/exercises/1/submit/", {"code": "def add(a, b):\n    return a + b\n"})
        self.assertEqual((answer.json["score"], answer.json["is_correct"], answer.json["attempt_number"]), (100, True, 1))
        row = self.platform.state()["submissions"][0]
        self.assertEqual((row["status"], row["score"], row["passed_tests"], row["total_tests"]), ("failed", 100, 0, 0))

    def test_the_runner_is_narrow_and_bounded(self):
        stderr = self.ask("POST", "/v1/execute/", {"code": "class A: pass"}).json["stderr"]
        self.assertIn("__build_class__", stderr)
        answer = self.ask("POST", "/v1/execute/", {"code": "while 1 < 2:\n    x = 1\n    if x == 2: break\n"}).json
        self.assertFalse(answer["success"])
        self.assertEqual(answer["error_type"], "timeout")
        self.assertEqual(self.ask("POST", "/v1/execute/", {"code": "x = [0] * 10**9"}).json["success"], True)

    def test_a_limit_looks_like_a_missing_right(self):
        answers = [self.ask("POST", "/v1/exercises/1/submit/", {"code": "x = 1"}) for _ in range(21)]
        self.assertEqual([answer.status for answer in answers].count(403), 1)
        self.assertEqual(answers[-1].json, {"detail": "You do not have permission to perform this action."})
        self.assertIsNone(answers[-1].headers.get("Retry-After"))
        self.assertEqual(len(self.platform.state()["submissions"]), 20)
        self.platform.control("POST", "/limits", {"reset": True})
        self.assertEqual(self.ask("POST", "/v1/exercises/1/submit/", {"code": "x = 1"}).status, 200)

    def test_each_answer_makes_a_session_unless_the_cookie_comes_back(self):
        def count():
            return self.platform.state()["sessions"]

        before = count()
        for _ in range(3):
            answer = self.ask("GET", "/v1/auth/user/")
        self.assertEqual(count() - before, 3)
        session = {"sessionid": answer.cookies()["sessionid"]}
        for _ in range(3):
            self.assertNotIn("sessionid", self.ask("GET", "/v1/auth/user/", cookies=session).cookies())
        self.assertEqual(count() - before, 3)

    def test_nothing_is_offered_to_find_out_what_changed(self):
        answer = self.ask("GET", "/v1/courses/", headers={"If-None-Match": "*", "Accept-Encoding": "gzip"})
        self.assertEqual(answer.status, 200)
        self.assertIsNone(answer.headers.get("ETag") or answer.headers.get("Last-Modified") or answer.headers.get("Content-Encoding"))
        self.assertEqual(self.ask("GET", "/v1/courses/?updated_since=2100-01-01T00:00:00Z").json["count"], 4)
        self.assertEqual(self.ask("GET", "/v1/capabilities/").status, 404)

    def test_keys_are_not_known(self):
        for expected in (1, 2):
            answer = self.ask("POST", "/v1/exercises/1/submit/", {"code": "x = 1"}, headers={"Idempotency-Key": "one"})
            self.assertEqual(answer.json["attempt_number"], expected)

    def test_the_api_answers_as_described_for_the_default_rows(self):
        description, checked = Description(), 0
        self.ask("POST", "/v1/courses/4/enroll/")
        self.ask("POST", "/v1/lessons/2/start/")
        self.ask("POST", "/v1/learning/courses/python-basics/enroll/")
        for path in ["/v1/auth/user/", "/v1/auth/status/", "/v1/wagtail/homepage/", "/v1/learning/", "/v1/learning/courses/python-basics/",
                     "/v1/learning/courses/text-and-files/exercises/", "/v1/learning/courses/python-basics/enrollment-status/", "/v1/wagtail/exercises/",
                     *(f"/v1/wagtail/exercises/{slug}/" for slug in ("name-a-value", "choose-the-loop", "what-is-printed", "a-small-game", "split-a-line")),
                     "/v1/wagtail/step-exercises/steps-in-any-order/", "/v1/blog/", "/v1/blog/reading-errors/", "/v1/blog/categories/", "/v1/categories/",
                     "/v1/courses/?page_size=100", "/v1/courses/4/", "/v1/courses/4/lessons/", "/v1/lessons/?page_size=100", "/v1/lessons/2/", "/v1/progress/",
                     "/v1/enrollments/", "/v1/courses/4/progress/", "/v1/lessons/2/progress/", "/v1/exercises/1/test_cases/", "/v2/forum/forums/",
                     "/v2/forum/forums/help/", "/v2/forum/forums/help/topics/", "/v2/forum/topics/", "/v2/forum/topics/12/", "/v2/forum/topics/1/posts/",
                     "/v2/forum/posts/?topic_id=1", "/v2/forum/posts/1/", "/v1/forums/search/?q=loop", "/v1/forums/recent-activity/?hours=168",
                     "/v1/notifications/", "/v1/users/me/", "/v1/user-profiles/"]:
            with self.subTest(path):
                answer = self.ask("GET", path)
                self.assertEqual(answer.status, 200, answer.body[:200])
                schema = description.schema("GET", path, 200)
                self.assertIsNotNone(schema)
                self.assertEqual(description.errors(schema, answer.json), [])
                checked += 1
        self.assertGreater(checked, 40)

    def test_pictures_have_a_date_and_parts(self):
        whole = self.platform.ask("GET", "/media/lessons/turtle.png")
        self.assertTrue(whole.body.startswith(b"\x89PNG"))
        changed = whole.headers["Last-Modified"]
        self.assertEqual(self.platform.ask("GET", "/media/lessons/turtle.png", headers={"If-Modified-Since": changed}).status, 304)
        part = self.platform.ask("GET", "/media/lessons/turtle.png", headers={"Range": "bytes=10-", "If-Range": changed})
        self.assertEqual((part.status, part.body), (206, whole.body[10:]))
        self.assertEqual(self.platform.ask("GET", "/media/lessons/turtle.png", headers={"Range": "bytes=99999999-"}).status, 416)
        self.assertEqual(self.platform.ask("GET", "/media/../platform.sqlite3").status, 404)

    def test_answers_are_whole_json_also_when_asked_by_many_at_once(self):
        import concurrent.futures

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda n: self.ask("POST", f"/v1/lessons/{n % 5 + 1}/position/", {"content_position": n}), range(40)))
        self.assertEqual({answer.status for answer in answers}, {200})
        self.assertTrue(all(json.loads(answer.body)["success"] for answer in answers))


if __name__ == "__main__":
    unittest.main()
