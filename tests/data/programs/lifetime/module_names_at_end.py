import os


class Late:
    def __del__(self):
        print(os is not None, print is not None)


late = Late()
