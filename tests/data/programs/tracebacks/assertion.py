values = [1, 2]
assert len(values) == 3, f"expected three, got {values}"
