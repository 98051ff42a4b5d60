file = open("left open.txt", "w")
file.write("flushed at the end")


class Reader:
    def __del__(self):
        print("still fine")


reader = Reader()
