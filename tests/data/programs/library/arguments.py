#: args ["--count", "3", "file.txt", "-v"]
import argparse

parser = argparse.ArgumentParser(description="Says things.")
parser.add_argument("name")
parser.add_argument("--count", type=int, default=1, help="how often")
parser.add_argument("-v", action="store_true")
print(parser.parse_args())
parser.print_help()
