import pprint

pprint.pprint({"list": list(range(30)), "nested": {"a": [{"b": 1}] * 5}})
