import warnings


def deprecated():
    warnings.warn("not told: attributed to the module", DeprecationWarning)
    warnings.warn("told: attributed to the caller", DeprecationWarning, stacklevel=2)
    warnings.warn("told: for users")
