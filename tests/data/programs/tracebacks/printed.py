import sys
import traceback


def f():
    traceback.print_stack(file=sys.stdout)
    raise ValueError("x")


try:
    f()
except ValueError:
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exc().count("\n"), traceback.extract_tb(sys.exc_info()[2]))
print(sys.exc_info(), traceback.extract_stack()[0].name)
