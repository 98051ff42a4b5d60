class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


a = Noisy("a")
b = Noisy("b")
_c = Noisy("_c")
del a
print("end")
