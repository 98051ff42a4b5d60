# The running module by its name, and a second copy of the file under another.
import sys

import __main__

print("as", __name__)
if __name__ == "__main__":
    print(__main__ is sys.modules[__name__], __main__.__file__ == __file__)
    import import_main

    print(import_main.__name__, import_main is __main__, import_main.__spec__ is None)
