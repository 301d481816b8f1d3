"""Reads a CSV file with Python's own reader and prints its rows as JSON."""

import csv
import json
import sys

# "utf-8-sig" takes the byte order mark away where there is one.
with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    print(json.dumps(list(csv.reader(file, strict=True))))
