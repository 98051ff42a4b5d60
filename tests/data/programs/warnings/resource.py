import warnings

warnings.simplefilter("always")


def leak():
    open(__file__)


leak()
print("end")
