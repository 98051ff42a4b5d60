keys = sorted(["a", "b"], key=lambda text: text.missing)
