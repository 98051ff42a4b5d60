#: input ["never read\n"]
import io
import sys

sys.stdin = io.StringIO("from a text\n")
print(input("prompt: "))
sys.stdin = sys.__stdin__
