import difflib
import re
import string
import textwrap
import unicodedata

print(re.findall(r"(\w+)@(\w+)\.com", "ada@site.com, bob@home.com"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "3 apples 4 pears"))
print(textwrap.fill("the quick brown fox jumps over the lazy dog", 20))
print("\n".join(difflib.unified_diff(["a", "b"], ["a", "c"], lineterm="")), string.Template("$x and ${y}").substitute(x=1, y=2))
print(unicodedata.name("é"), unicodedata.normalize("NFD", "é").encode(), textwrap.dedent("  x\n   y"))
