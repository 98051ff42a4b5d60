"""Tokens: rotation, the blacklist, parallel refreshes, clocks, and the repaired server's grace."""

import concurrent.futures
import time
import unittest

from harness import Platform


class Tokens(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.platform = Platform()

    @classmethod
    def tearDownClass(cls):
        cls.platform.end()

    def setUp(self):
        self.platform.control("POST", "/reset")
        self.platform.control("POST", "/profile", {"profile": "deployed"})
        self.platform.control("POST", "/tokens", {"access_seconds": 900, "refresh_seconds": 604800})

    def refresh(self, token):
        return self.platform.ask("POST", "/v1/auth/refresh/", {"refresh": token})

    def test_tokens_come_in_cookies_only_and_rotate_once(self):
        first = self.platform.login()
        answer = self.refresh(first["refresh_token"])
        self.assertEqual((answer.status, answer.json), (200, {}))
        second = answer.cookies()
        self.assertEqual(self.refresh(first["refresh_token"]).json, {"detail": "Token is blacklisted", "code": "token_not_valid"})
        # Using the old one again does not revoke the family.
        self.assertEqual(self.refresh(second["refresh_token"]).status, 200)
        self.assertEqual(self.refresh(first["access_token"]).json["detail"], "Token has wrong type")
        self.assertEqual(self.platform.ask("POST", "/v1/auth/refresh/", []).status, 500)

    def test_a_refresh_of_a_deactivated_account_succeeds_and_nothing_else_does(self):
        tokens = self.platform.login()
        self.platform.control("POST", "/admin", {"action": "change", "username": "ada", "fields": {"is_active": False}})
        answer = self.refresh(tokens["refresh_token"])
        self.assertEqual(answer.status, 200)
        self.assertEqual(self.platform.ask("GET", "/v1/auth/user/", token=answer.cookies()["access_token"]).json["code"], "user_inactive")
        self.assertEqual(self.platform.ask("POST", "/v1/auth/login/", {"email": "ada", "password": "Ada!Example1"}).status, 401)
        self.platform.control("POST", "/admin", {"action": "change", "username": "ada", "fields": {"is_active": True, "is_deleted": True}})
        self.assertEqual(self.platform.ask("GET", "/v1/auth/user/", token=tokens["access_token"]).json["code"], "user_not_found")

    def test_access_ends_when_its_time_is_over(self):
        self.platform.control("POST", "/tokens", {"access_seconds": 1})
        token = self.platform.token()
        self.assertEqual(self.platform.ask("GET", "/v1/auth/user/", token=token).status, 200)
        time.sleep(1.1)
        answer = self.platform.ask("GET", "/v1/auth/user/", token=token)
        self.assertEqual((answer.status, answer.json["code"]), (401, "token_not_valid"))

    def test_the_clock_ends_tokens_and_dates_answers(self):
        tokens = self.platform.login()
        self.platform.control("POST", "/clock", {"offset": 8 * 86400})
        self.assertEqual(self.refresh(tokens["refresh_token"]).json["detail"], "Token is invalid or expired")
        self.platform.control("POST", "/clock", {"offset": -365 * 86400})
        answer = self.platform.ask("POST", "/v1/auth/login/", {"email": "ada", "password": "Ada!Example1"})
        self.assertIn(str(time.gmtime().tm_year - 1), answer.headers["Date"])
        self.assertEqual(self.platform.ask("GET", "/v1/auth/user/", token=answer.cookies()["access_token"]).status, 200)

    def test_logout_revokes_the_cookie_s_token_and_not_the_body_s(self):
        tokens = self.platform.login()
        self.platform.ask("POST", "/v1/auth/logout/", {"refresh": tokens["refresh_token"]}, token=tokens["access_token"])
        answer = self.refresh(tokens["refresh_token"])
        self.assertEqual(answer.status, 200)
        fresh = answer.cookies()
        self.platform.ask("POST", "/v1/auth/logout/", token=fresh["access_token"], cookies={"refresh_token": fresh["refresh_token"]})
        self.assertEqual(self.refresh(fresh["refresh_token"]).status, 401)
        self.assertEqual(self.platform.ask("GET", "/v1/auth/user/", token=fresh["access_token"]).status, 200)

    def test_refreshes_at_once_are_counted(self):
        token = self.platform.login()["refresh_token"]
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: self.refresh(token).status, range(8)))
        self.assertGreaterEqual(answers.count(200), 1)
        counted = self.platform.state()["refreshes"]
        self.assertEqual((counted["count"], counted["ok"]), (8, answers.count(200)))
        self.assertGreaterEqual(counted["in_flight_max"], 1)

    def test_the_log_says_whose_token_came(self):
        ada, ben = self.platform.token("ada"), self.platform.token("ben")
        self.platform.ask("GET", "/v1/auth/user/", token=ada)
        self.platform.ask("GET", "/v1/auth/user/", token=ben)
        self.assertEqual(len(self.platform.state("ada")["tokens"]), 1)
        self.assertNotEqual(self.platform.state("ada")["tokens"], self.platform.state("ben")["tokens"])

    def test_repaired_an_old_token_has_the_same_successor_for_a_while(self):
        self.platform.control("POST", "/profile", {"profile": "repaired"})
        token = self.platform.login()["refresh_token"]
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            bodies = list(pool.map(lambda _: self.refresh(token).json, range(8)))
        self.assertEqual(len({body["refresh"] for body in bodies}), 1)
        self.platform.control("POST", "/clock", {"offset": 31})
        self.assertEqual(self.refresh(token).json["detail"], "Token is blacklisted")
        self.assertEqual(self.refresh(bodies[0]["refresh"]).status, 200)

    def test_repaired_logout_takes_the_token_in_the_body(self):
        self.platform.control("POST", "/profile", {"profile": "repaired"})
        token = self.platform.login()["refresh_token"]
        self.assertEqual(self.platform.ask("POST", "/v1/auth/logout/", {"refresh": token}).status, 200)
        self.assertEqual(self.refresh(token).status, 401)


if __name__ == "__main__":
    unittest.main()
