# held by: limits
# as: check
import mmap
maps = []
for _ in range(40):
    each = mmap.mmap(-1, 64 << 20)
    each.write(b"x" * (64 << 20))
    maps.append(each)
print("GOT OUT", len(maps) * 64)
