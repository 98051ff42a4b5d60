import sys
import unittest


class TestSums(unittest.TestCase):
    def test_right(self):
        self.assertEqual(1 + 1, 2)

    def test_wrong(self):
        self.assertIn(3, [1, 2])

    @unittest.skip("not now")
    def test_skipped(self):
        pass

    def test_parts(self):
        for number in range(3):
            with self.subTest(number=number):
                self.assertLess(number, 2)


class Quiet:
    def write(self, text):
        sys.__stderr__.write("Ran in no time\n" if text.startswith("Ran ") else text)

    def flush(self):
        pass


unittest.main(testRunner=unittest.TextTestRunner(stream=Quiet(), verbosity=2))
