class Animal:
    def speak(self, sound):
        pass


Animal().speak()
