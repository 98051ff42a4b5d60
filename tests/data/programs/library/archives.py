import gzip
import io
import shutil
import tarfile
import zipfile
import zlib

with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("x/y.txt", "text" * 100)
with zipfile.ZipFile("a.zip") as archive:
    print(archive.namelist(), archive.read("x/y.txt")[:8], archive.testzip())
    archive.extractall("out")
shutil.make_archive("b", "gztar", "out")
print(tarfile.open("b.tar.gz").getnames())
print(gzip.decompress(gzip.compress(b"abc")), zlib.crc32(b"abc"))
shutil.rmtree("out")
