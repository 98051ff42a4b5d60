def hello():
    print("not the library's")
