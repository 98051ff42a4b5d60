def shout(word):
    print(word.upper() + "!")
