import fnmatch
import glob
import os
import shutil
import stat

os.makedirs("a/b")
for name in ("a/1.txt", "a/b/2.txt", "a/3.md"):
    open(name, "w").close()
print(sorted(glob.glob("**/*.txt", recursive=True)), fnmatch.filter(["x.py", "y.txt"], "*.py"))
print([(root, sorted(folders), sorted(files)) for root, folders, files in os.walk("a")])
shutil.copy("a/1.txt", "copy.txt")
os.symlink("copy.txt", "link.txt")
os.rename("copy.txt", "moved.txt")
print(os.readlink("link.txt"), os.path.exists("link.txt"), stat.filemode(os.stat("a").st_mode))
os.chmod("moved.txt", 0o600)
print(oct(os.stat("moved.txt").st_mode), shutil.disk_usage(".").total > 0)
shutil.rmtree("a")
print(sorted(os.listdir(".")))
