print("loaded instead")
