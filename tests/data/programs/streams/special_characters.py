print("\x1b[31mred\x1b[0m \a\b\t\v\f|\x00|\x7f")
print("one\rtwo", "a\r\nb")
