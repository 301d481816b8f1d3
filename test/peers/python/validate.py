"""Validates an XML file against a RELAX NG grammar; prints one violation a line."""

import sys

from lxml import etree

grammar = etree.RelaxNG(etree.parse(sys.argv[1]))
grammar.validate(etree.parse(sys.argv[2]))
for error in grammar.error_log:
    print(f"line {error.line}: {error.message}")
