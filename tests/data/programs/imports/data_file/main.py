import csv
import json
from pathlib import Path

print(json.load(open("data/numbers.json")))
print(list(csv.DictReader(open(Path(__file__).parent / "data" / "table.csv"))))
