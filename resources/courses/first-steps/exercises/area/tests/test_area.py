import unittest

from answer import rectangle, square


class TestArea(unittest.TestCase):
    def test_rectangle(self):
        """A rectangle of 3 by 4"""
        self.assertEqual(rectangle(3, 4), 12)

    def test_thin_rectangle(self):
        """A rectangle without height"""
        self.assertEqual(rectangle(5, 0), 0)

    def test_square(self):
        """A square of 6"""
        self.assertEqual(square(6), 36)
