import tool

print("main")
