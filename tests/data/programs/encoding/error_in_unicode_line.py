wörter = ["日本", "x"]
print(wörter[0] + wörter[5] + "😀")
