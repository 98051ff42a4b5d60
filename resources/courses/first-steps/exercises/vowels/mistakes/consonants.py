def vowels(word):
    count = 0
    for letter in word:
        if letter not in "aeiou":
            count = count + 1
    return count
