import sys

print("out")
sys.exit("a text is an error: ä")
