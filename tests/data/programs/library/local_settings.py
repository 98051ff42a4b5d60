import locale
import os

print(locale.getlocale(), locale.localeconv()["decimal_point"], locale.setlocale(locale.LC_ALL))
print(f"{1234567:n}", locale.strxfrm("b") > locale.strxfrm("a"), "ä" > "z")
print(sorted(["Zebra", "apple", "Äpfel"], key=locale.strxfrm), os.strerror(2))
