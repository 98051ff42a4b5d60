#: needs matplotlib
#: no check
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

plt.plot([1, 2, 3])
plt.savefig("figure.png")
print(open("figure.png", "rb").read(8))
