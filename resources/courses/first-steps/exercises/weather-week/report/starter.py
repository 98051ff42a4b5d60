days = ["Mon", "Tue", "Wed", "Thu", "Fri"]
week = {}
