class Thing:
    @property
    def size(self):
        return self._size


Thing().size
