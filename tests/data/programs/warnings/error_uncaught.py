import warnings

warnings.filterwarnings("error", category=UserWarning)
warnings.warn("as an exception")
