# Tests in a folder, found and run.
import sys
import unittest

suite = unittest.defaultTestLoader.discover("tests", top_level_dir=".")
result = unittest.TextTestRunner(stream=open("/dev/null", "w"), verbosity=0).run(suite)
print(result.testsRun, len(result.failures), len(result.errors))
print(result.failures[0][1])
sys.exit(not result.wasSuccessful())
