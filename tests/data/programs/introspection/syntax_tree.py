import ast

print(ast.dump(ast.parse("x = [n for n in range(3)]"), indent=1))
print(ast.literal_eval("{'a': (1, 2)}"), ast.unparse(ast.parse("if  x :  y( )")))
