#: input ["x\n", "y\n"]
import fileinput

for line in fileinput.input():
    print(fileinput.lineno(), fileinput.filename(), repr(line))
