#: input ["50\n", "25\n", "abc\n", "37\n", "42\n"]
import random

random.seed(7)
secret = 42
while True:
    try:
        guess = int(input("Guess: "))
    except ValueError:
        print("A number, please.")
        continue
    if guess == secret:
        print("Right!")
        break
    print("Too", "low" if guess < secret else "high")
