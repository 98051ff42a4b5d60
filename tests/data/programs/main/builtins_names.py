# No builtin too many or too few.
import builtins

print(sorted(set(dir(builtins)) - {"_"}))
print(repr(exit), repr(quit))
