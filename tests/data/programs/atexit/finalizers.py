import weakref


class Thing:
    pass


thing = Thing()
weakref.finalize(thing, print, "finalized at exit")
other = Thing()
weakref.finalize(other, print, "finalized when deleted")
del other
print("end")
