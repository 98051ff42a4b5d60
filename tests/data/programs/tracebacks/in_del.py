class Bad:
    def __del__(self):
        raise ValueError("while deleting")


bad = Bad()
del bad
print("goes on")
