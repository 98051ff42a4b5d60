import fractions


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self, show=print):
        show("gone:", self.name)


a = Loud("a")
b = [Loud("b"), fractions.Fraction(1, 3)]
_c = Loud("c")
raise KeyboardInterrupt("enough")
