from importlib import resources
import pkgutil

import bundle

print(resources.files(bundle).joinpath("note.txt").read_text(), [m.name for m in pkgutil.iter_modules(bundle.__path__)])
print(pkgutil.get_data("bundle", "note.txt"))
