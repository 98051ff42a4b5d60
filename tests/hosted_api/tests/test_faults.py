"""The fault layer does what its rules say, and the platform does or does not see the request as README.md says."""

import contextlib
import http.client
import signal
import socket
import ssl
import time
import unittest

from harness import Platform

_BROKEN = (http.client.HTTPException, OSError)


class Faults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.platform = Platform("--faults")

    @classmethod
    def tearDownClass(cls):
        cls.platform.end()

    def setUp(self):
        self.platform.control("POST", "/reset")
        self.token = self.platform.token()
        self.platform.control("POST", "/requests/clear")

    def minutes(self, **more):
        return self.platform.ask("POST", "/v1/lessons/1/position/", {"content_position": 1, "time_spent": 5}, token=self.token, **more)

    def stored(self) -> int:
        rows = self.platform.state()["progress"]
        return rows[0]["time_spent"] if rows else 0

    def test_before_the_platform_nothing_is_done_and_after_it_everything(self):
        for kind, processed in [("close_before", False), ("reset_before", False), ("drop_answer", True), ("reset_answer", True)]:
            with self.subTest(kind):
                before = self.stored()
                self.platform.faults({"kind": kind, "method": "POST", "times": 1})
                with self.assertRaises(_BROKEN):
                    self.minutes()
                self.assertEqual(self.stored() - before, 5 if processed else 0)
                self.assertEqual(self.minutes().status, 200)

    def test_a_reset_is_a_reset(self):
        for kind in ("reset_before", "reset_answer"):
            self.platform.faults({"kind": kind})
            with self.assertRaises(ConnectionResetError):
                self.minutes()
        self.platform.faults({"kind": "accept_reset"})
        with self.assertRaises(ConnectionResetError):
            self.minutes()

    def test_a_reused_connection_dies_after_the_request_was_read(self):
        self.platform.faults({"kind": "die_on_reuse", "path": "position"})
        connection = self.platform.connection()
        self.assertEqual(self.minutes(connection=connection).status, 200)
        with self.assertRaises(_BROKEN):
            self.minutes(connection=connection)
        connection.close()
        self.assertEqual(self.stored(), 10)
        log = self.platform.control("GET", "/faults/log")
        self.assertEqual([(entry["reused"], entry["fired"] != []) for entry in log["requests"]], [(False, False), (True, True)])
        self.assertEqual({entry["token"] for entry in log["requests"]}, set(self.platform.state()["tokens"]))

    def test_a_request_is_delivered_twice(self):
        self.platform.faults({"kind": "duplicate"})
        self.assertEqual(self.minutes().json["time_spent"], 10)
        self.platform.faults({"kind": "duplicate", "answer": "first"})
        self.assertEqual(self.minutes().json["time_spent"], 15)
        self.assertEqual(self.stored(), 20)

    def test_bodies_end_early(self):
        for framing in ("length", "chunked"):
            for fraction in (0, 0.5, 1):
                with self.subTest(framing=framing, fraction=fraction):
                    self.platform.faults({"kind": "cut", "fraction": fraction, "framing": framing})
                    with self.assertRaises(http.client.IncompleteRead):
                        self.minutes()
        self.assertEqual(self.stored(), 30)

    def test_scripted_answers(self):
        self.platform.faults({"kind": "answer", "status": 503, "headers": {"Retry-After": "-5"}, "json": {"error": "busy"}, "nth": 1},
                             {"kind": "portal_page", "nth": 1}, {"kind": "portal_redirect", "nth": 1}, {"kind": "empty_object", "nth": 1},
                             {"kind": "gateway_page", "status": 504, "nth": 1}, {"kind": "replace", "status": 500, "body": "<h1>no</h1>", "nth": 1},
                             {"kind": "set_json", "set": {"time_spent": "many"}, "remove": ["success"], "nth": 1})
        busy, portal, redirect, empty, gateway = (self.minutes() for _ in range(5))
        self.assertEqual((busy.status, busy.headers["Retry-After"], busy.json), (503, "-5", {"error": "busy"}))
        self.assertEqual((portal.status, portal.is_json()), (200, False))
        self.assertEqual((redirect.status, redirect.headers["Location"]), (302, "http://portal.example.net/login"))
        self.assertEqual((empty.status, empty.json), (200, {}))
        self.assertEqual(gateway.status, 504)
        self.assertEqual(self.stored(), 0)
        replaced, changed = self.minutes(), self.minutes()
        self.assertEqual((replaced.status, replaced.body), (500, b"<h1>no</h1>"))
        self.assertEqual(changed.json, {"content_position": 1, "time_spent": "many"})
        self.assertEqual(self.stored(), 10)

    def test_a_huge_answer_is_streamed_packed_or_not(self):
        self.platform.faults({"kind": "huge", "bytes": 30_000_000})
        self.assertGreater(len(self.minutes().body), 30_000_000)
        self.platform.faults({"kind": "huge", "bytes": 30_000_000, "gzip": True})
        self.assertLess(len(self.minutes().body), 300_000)

    def test_time_passes(self):
        def took(**rule):
            self.platform.faults(rule)
            began = time.monotonic()
            try:
                self.minutes()
            except _BROKEN:
                pass
            return time.monotonic() - began

        self.assertGreater(took(kind="latency", ms=200), 0.2)
        self.assertGreater(took(kind="late", seconds=0.3), 0.3)
        self.assertGreater(took(kind="slow_server", seconds=0.3), 0.3)
        self.assertGreater(took(kind="trickle", bytes_per_second=100), 0.3)
        self.assertGreater(took(kind="hang", seconds=0.3), 0.3)
        self.assertEqual(self.stored(), 20)

    def test_late_answers_are_overtaken(self):
        import threading

        self.platform.faults({"kind": "late", "seconds": 0.5, "method": "GET", "nth": 1})
        answers = []

        def read():
            answers.append(self.platform.ask("GET", "/v1/lessons/1/progress/", token=self.token).json["time_spent"])

        slow = threading.Thread(target=read)
        slow.start()
        time.sleep(0.2)
        self.minutes()
        read()
        slow.join()
        self.assertEqual(answers, [5, 0])

    def test_rules_choose_by_place_number_and_luck(self):
        self.platform.faults({"kind": "empty_object", "path": "/progress/$", "method": "GET|HEAD", "nth": "2+", "times": 1})
        answers = [self.platform.ask("GET", "/v1/progress/", token=self.token).json == {} for _ in range(4)]
        self.assertEqual(answers, [False, True, False, False])

        def lucky(seed):
            self.platform.faults({"kind": "empty_object", "probability": 0.5}, seed=seed)
            return [self.platform.ask("GET", "/v1/auth/status/").json == {} for _ in range(12)]

        first = lucky(7)
        self.assertEqual(first, lucky(7))
        self.assertTrue(0 < sum(first) < 12)
        self.assertNotEqual(first, lucky(8))
        with self.assertRaisesRegex(ValueError, "unknown kind"):
            self.platform.faults({"kind": "magic"})
        self.platform.faults({"kind": "set_json", "set": {"no.such.place": 1}})
        with self.assertRaises(_BROKEN):
            self.minutes()
        self.assertIn("KeyError", self.platform.control("GET", "/faults/log")["requests"][-1]["error"])
        with self.assertRaisesRegex(ValueError, "unknown key"):
            self.platform.faults({"kind": "cut", "byte": 3})

    def test_nothing_listens_and_then_it_does_again(self):
        connection = self.platform.connection()
        self.minutes(connection=connection)
        self.platform.control("POST", "/listen", {"open": False})
        with self.assertRaises(ConnectionRefusedError):
            self.minutes()
        with self.assertRaises(_BROKEN):
            self.minutes(connection=connection)
        connection.close()
        self.platform.control("POST", "/listen", {"open": True})
        self.assertEqual(self.minutes().json["time_spent"], 10)

    def test_what_is_no_http_hurts_nobody(self):
        for data in (b"\x16\x03\x01\x02\x00", b"GET\r\n\r\n", b"POST /api/v1/auth/login/ HTTP/1.1\r\nContent-Length: 99\r\n\r\n{", b"A" * 300_000):
            with self.platform.raw() as connection:
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
                connection.settimeout(5)
                try:
                    while connection.recv(4096):
                        pass
                except ConnectionResetError:
                    pass
        self.assertEqual(self.minutes().status, 200)

    def test_the_database_is_restored(self):
        self.minutes()
        self.platform.control("POST", "/snapshot", {"name": "monday"})
        self.minutes()
        self.assertEqual(self.stored(), 10)
        self.platform.control("POST", "/restore", {"name": "monday"})
        self.assertEqual(self.stored(), 5)
        self.assertEqual(self.minutes().json["time_spent"], 10)

    def test_an_administrator_changes_things(self):
        def admin(**order):
            return self.platform.control("POST", "/admin", order)

        def title(lesson):
            answer = self.platform.ask("GET", f"/v1/lessons/{lesson}/", token=self.token)
            return answer.json["title"] if answer.status == 200 else answer.status

        admin(action="swap", kind="lesson", id=1, **{"with": 2})
        admin(action="delete", kind="lesson", id=3)
        made = admin(action="create", kind="lesson", fields={"course_id": 4, "title": "Made", "slug": "made", "order": 9})["id"]
        self.assertEqual([title(1), title(2), title(3), title(made)], ["Variables", "Printing", 404, "Made"])
        admin(action="notify", username="ada", title="Hello")
        self.assertEqual(self.platform.ask("GET", "/v1/notifications/", token=self.token).json["results"][0]["title"], "Hello")
        with self.assertRaisesRegex(ValueError, "no field"):
            admin(action="change", kind="lesson", id=1, fields={"titel": "x"})


class Tls(unittest.TestCase):
    def test_certificates_can_be_wrong_in_each_way(self):
        platform = Platform("--tls")
        try:
            self.assertEqual(platform.ask("GET", "/v1/auth/status/").status, 200)
            self.assertIn("Secure", platform.ask("POST", "/v1/auth/login/", {"email": "ada", "password": "Ada!Example1"}).headers["Set-Cookie"])
            for certificate, words in [("expired", "expired"), ("wrong-host", "mismatch"), ("unknown-ca", "issuer"), ("self-signed", "self.signed")]:
                platform.control("POST", "/certificate", {"present": certificate})
                with self.subTest(certificate), self.assertRaisesRegex(ssl.SSLCertVerificationError, words):
                    platform.ask("GET", "/v1/auth/status/")
            platform.control("POST", "/certificate", {"present": "good"})
            platform.faults({"kind": "handshake_reset", "nth": 1})
            with self.assertRaises(_BROKEN):
                platform.ask("GET", "/v1/auth/status/")
            self.assertEqual(platform.ask("GET", "/v1/auth/status/").status, 200)
        finally:
            platform.end()


class WebProxy(unittest.TestCase):
    def test_a_tunnel_leads_to_the_platform_unless_a_password_is_wanted(self):
        platform, proxy = Platform("--tls"), Platform("--faults", "--seed-data", "empty")
        try:
            def through():
                connection = http.client.HTTPSConnection("127.0.0.1", proxy.api.port, timeout=20, context=platform.context)
                connection.set_tunnel("127.0.0.1", platform.api.port)
                with contextlib.closing(connection):
                    return platform.ask("GET", "/v1/auth/status/", connection=connection).status

            self.assertEqual(through(), 200)
            proxy.faults({"kind": "answer", "method": "CONNECT", "status": 407, "headers": {"Proxy-Authenticate": 'Basic realm="school"'}})
            with self.assertRaisesRegex(OSError, "407"):
                through()
            self.assertEqual([entry["method"] for entry in proxy.control("GET", "/faults/log")["requests"]], ["CONNECT", "CONNECT"])
        finally:
            platform.end()
            proxy.end()


class Life(unittest.TestCase):
    def test_it_ends_with_its_standard_input_and_leaves_nothing(self):
        import pathlib

        platform = Platform("--faults", "--seed-data", "empty")
        data = pathlib.Path(platform.ready["data"])
        self.assertTrue(data.exists())
        platform.faults({"kind": "accept_hang"})
        hanging = platform.raw()
        self.assertEqual(platform.end(), 0)
        hanging.close()
        self.assertFalse(data.exists())

    def test_what_a_killed_server_left_is_swept_away_by_the_next(self):
        import pathlib

        killed = Platform("--seed-data", "empty")
        killed.process.kill()
        killed.end()
        self.assertTrue(pathlib.Path(killed.ready["data"]).exists())
        Platform("--seed-data", "empty").end()
        self.assertFalse(pathlib.Path(killed.ready["data"]).exists())

    def test_it_ends_when_told_and_keeps_a_folder_that_was_given(self):
        import pathlib
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            first = Platform("--data", folder)
            first.ask("POST", "/v1/lessons/1/complete/", token=first.token())
            first.process.send_signal(signal.SIGTERM)
            self.assertEqual(first.end(), 0)
            second = Platform("--data", folder)
            self.assertTrue(second.state()["progress"][0]["completed"])
            second.end()
            self.assertTrue(pathlib.Path(folder, "platform.sqlite3").exists())


if __name__ == "__main__":
    unittest.main()
