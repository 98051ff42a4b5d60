try:
    import broken
except ZeroDivisionError:
    print("first time")
import broken
