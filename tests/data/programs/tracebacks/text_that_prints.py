class Chatty(Exception):
    def __str__(self):
        print("asked for its text")
        return "chatty"


raise Chatty
