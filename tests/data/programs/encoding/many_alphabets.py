# Naïve café, Ω, Привет, 日本語, عربي, 😀
größe = 3
π = 3.14159
print("naïve café Ω Привет 日本語 عربي 😀 👩‍👩‍👧", größe, π)
print("é" == "é", len("é"), len("é"), "ẞ".lower(), "ß".upper())
ﬁ = "ligature"
print(fi)
