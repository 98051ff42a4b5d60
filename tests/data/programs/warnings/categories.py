import warnings

for category in (UserWarning, DeprecationWarning, PendingDeprecationWarning, FutureWarning, RuntimeWarning, ImportWarning,
                 ResourceWarning, SyntaxWarning, BytesWarning, UnicodeWarning):
    warnings.warn(category.__name__, category)
