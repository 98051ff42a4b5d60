#: needs numpy
import numpy as np

a = np.arange(12).reshape(3, 4)
print(a.sum(axis=0), a @ a.T, np.linalg.det(np.eye(3)), np.random.default_rng(1).integers(0, 10, 5))
print(a[5])
