import os

open("naïve 😀.txt", "w").write("x")
print([name for name in os.listdir(".") if name.endswith(".txt")], os.path.exists("naïve 😀.txt"))
