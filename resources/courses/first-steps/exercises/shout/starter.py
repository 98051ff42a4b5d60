def shout(word):
    return word


print(shout("fire"))
