import unittest

import answer


class TestTemperature(unittest.TestCase):
    def test_freezing(self):
        """Water freezes at 32 degrees Fahrenheit"""
        self.assertAlmostEqual(answer.to_fahrenheit(0), 32)

    def test_boiling(self):
        """Water boils at 212 degrees Fahrenheit"""
        self.assertAlmostEqual(answer.to_fahrenheit(100), 212)

    def test_warmest(self):
        """The warmest of three days"""
        self.assertEqual(answer.warmest([12, 19, 15]), 19)

    def test_no_days(self):
        """No days: a ValueError"""
        with self.assertRaises(ValueError):
            answer.warmest([])
