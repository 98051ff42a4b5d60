import warnings


def old():
    warnings.warn("use new() instead", DeprecationWarning, stacklevel=2)


old()
warnings.warn("from nowhere", stacklevel=2)
