import os
import tempfile

folder = tempfile.TemporaryDirectory()
print(os.path.isdir(folder.name))
folder.cleanup()
print(os.path.isdir(folder.name))
with tempfile.NamedTemporaryFile("w+") as file:
    file.write("x")
    file.seek(0)
    print(file.read())
