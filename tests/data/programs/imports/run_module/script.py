print("script as", __name__)
zeta = 1
