import sys
import zipfile

with zipfile.ZipFile("lib.zip", "w") as archive:
    archive.writestr("zipped.py", "def f():\n    return 'from a zip'\n")
sys.path.insert(0, "lib.zip")
import zipped

print(zipped.f(), zipped.__file__.endswith("zipped.py"))
