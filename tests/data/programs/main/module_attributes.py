# Importing a package does not bring its parts along.
import concurrent
import importlib
import xml

for package, part in ((xml, "dom"), (xml, "etree"), (concurrent, "futures"), (importlib, "util"), (importlib, "abc"),
                      (importlib, "resources"), (importlib, "metadata")):
    print(package.__name__, part, hasattr(package, part))
