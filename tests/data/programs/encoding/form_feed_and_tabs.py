def f():
	return "tab"


print(f(), "a\tb")
