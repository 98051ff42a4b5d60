import mmap

open("m.bin", "wb").write(b"hello world")
with open("m.bin", "r+b") as file, mmap.mmap(file.fileno(), 0) as view:
    view[:5] = b"HELLO"
    print(view[:], view.find(b"world"))
print(open("m.bin", "rb").read(), len(mmap.mmap(-1, 4096)))
