import gc


class Node:
    def __init__(self, name):
        self.me = self
        self.name = name

    def __del__(self):
        print("gone", self.name)


Node("collected")
print(gc.collect() > 0)
kept = Node("at the end")
print("end")
