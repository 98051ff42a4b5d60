print("\d", len("\d"))
