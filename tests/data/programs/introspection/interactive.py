#: input ["1 + 1\n", "value\n", "1/0\n"]
import code
import sys

value = "from the program"
code.interact(banner="hello", local={"value": value}, exitmsg="bye")
