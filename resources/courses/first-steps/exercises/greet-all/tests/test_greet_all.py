import contextlib
import io
import unittest
from unittest import mock

import answer


class TestGreet(unittest.TestCase):
    def printed(self, function, *values):
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            function(*values)
        return output.getvalue()

    def test_one(self):
        """One name"""
        self.assertEqual(self.printed(answer.greet, "Ada").strip(), "Hello, Ada")

    def test_all(self):
        """Three names, three lines"""
        self.assertEqual(self.printed(answer.greet_all, ["Bo", "Cy", "Di"]).split(), ["Hello,", "Bo", "Hello,", "Cy", "Hello,", "Di"])

    def test_uses_greet(self):
        """greet_all calls greet"""
        with mock.patch.object(answer, "greet") as greet:
            answer.greet_all(["Eve"])
        greet.assert_called_once_with("Eve")
