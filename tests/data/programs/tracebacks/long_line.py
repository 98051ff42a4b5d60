x = {"key": 1}
total = x["key"] + x["key"] + x["key"] + x["key"] + x["key"] + x["key"] + x["key"] + x["key"] + x["key"] + x["key"] + x["key"] + x["missing"] + x["key"] + x["key"] + x["key"] + x["key"]
