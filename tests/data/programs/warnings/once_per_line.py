import warnings

for _ in range(3):
    warnings.warn("told once")
warnings.warn("told once")
warnings.warn("another")
