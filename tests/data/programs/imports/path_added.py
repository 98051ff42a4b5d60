import os
import sys

os.mkdir("more")
open("more/extra.py", "w").write("print('found', __name__)\n")
sys.path.append(os.path.abspath("more"))
import extra
