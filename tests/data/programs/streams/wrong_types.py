import sys

for value in (5, None, b"bytes"):
    try:
        sys.stdout.write(value)
    except TypeError as error:
        print(error)
for wrong in ({"sep": 5}, {"end": 5}, {"file": 5}, {"nonsense": 1}):
    try:
        print("x", **wrong)
    except (TypeError, AttributeError) as error:
        print(error)
