import unittest

import shapes


class Area(unittest.TestCase):
    def test_area(self):
        self.assertEqual(shapes.area(2, 3), 6)
