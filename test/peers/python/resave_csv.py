"""Reads a table with Python's own reader and writes it anew: with semicolons, all quoted, columns and rows turned round."""

import csv
import sys

with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    head, *rows = csv.reader(file, strict=True)
with open(sys.argv[2], "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(head[::-1])
    writer.writerows(row[::-1] for row in rows[::-1])
