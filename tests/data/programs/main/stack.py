# Nothing is below the program.
import inspect
import sys

frame = sys._getframe()
print(frame.f_back, frame.f_code.co_name, frame.f_lineno, frame.f_globals is globals())
print(len(inspect.stack()), [each.function for each in inspect.stack()])
try:
    sys._getframe(1)
except ValueError as error:
    print(error)


def deeper():
    print([each.function for each in inspect.stack()])


deeper()
