import csv
import io
import json

print(json.dumps({"b": [1, None, True, 1.5e10], "ä": "ü"}, indent=2, sort_keys=True))
print(json.loads('{"x": [1, 2.0, "\\u00e9"]}'))
out = io.StringIO()
writer = csv.writer(out)
writer.writerows([["a", 'quote "x"', "1,2"], [1, None, 2.5]])
print(repr(out.getvalue()), list(csv.reader(io.StringIO(out.getvalue()))))
