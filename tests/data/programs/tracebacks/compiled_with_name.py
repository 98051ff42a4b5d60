code = compile("\n\nundefined_name\n", "made up.py", "exec")
exec(code)
