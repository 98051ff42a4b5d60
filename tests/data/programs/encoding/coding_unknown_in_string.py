try:
    compile(b"# coding: klingon\nx = 1\n", "it.py", "exec")
except SyntaxError as error:
    print(error)
