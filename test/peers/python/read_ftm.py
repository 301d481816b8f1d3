"""Holds each line of a file against the model of FollowTheMoney; prints, as JSON, what does not fit."""

import json
import sys

from followthemoney import model

with open(sys.argv[1], encoding="utf-8") as stream:
    entities = [json.loads(line) for line in stream]
schemata = {entity["id"]: model.get(entity["schema"]) for entity in entities}
problems = []
for entity in entities:
    schema = schemata[entity["id"]]
    if schema is None or schema.abstract:
        problems.append(f"{entity['id']}: no schema {entity['schema']}")
        continue
    for name, values in entity["properties"].items():
        prop = schema.get(name)
        if prop is None or prop.stub:
            problems.append(f"{entity['id']}: no property {schema.name}:{name}")
            continue
        for value in values:
            if not prop.type.validate(value):
                problems.append(f"{entity['id']}: {name} cannot be {value!r}")
            if prop.range is not None:
                other = schemata.get(value)
                if other is None or not other.is_a(prop.range):
                    problems.append(f"{entity['id']}: {name} cannot be {value}, a {other}")
print(json.dumps({"count": len(schemata), "lines": len(entities), "problems": problems}))
