class Game:
    class Over(Exception):
        def __init__(self, score):
            super().__init__(score)
            self.score = score

        def __str__(self):
            return f"game over with {self.score}"


raise Game.Over(7)
