# The environment a program can rely on.
import os

print(bool(os.environ["PATH"]), os.path.expanduser("~") == os.environ["HOME"])
print([name for name in os.environ if name.startswith("PYTHON")])
print(os.path.isdir(os.getcwd()), os.listdir(".") == [os.path.basename(__file__)])
os.environ["MINE"] = "1"
print(os.getenv("MINE"), os.environ.get("NOT_THERE"))
