def f(x):
    return x


a = {"b": [1, {"c": None}]}
print(f(f(1) + a["b"][1]["c"]["d"]))
