#: input ["answer\n"]
import io
import sys

sys.stdout = kept = io.StringIO()
text = input("question ")
sys.stdout = sys.__stdout__
print(repr(kept.getvalue()), text)
