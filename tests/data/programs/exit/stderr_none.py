import sys

sys.stderr = None
sys.exit("told although there is no stderr object")
