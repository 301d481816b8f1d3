"""Validates a STIX 2.1 bundle, reads it with stix2, and prints, as JSON, what arrived and what there was to say."""

import json
import re
import sys

import stix2
import stix2validator

file = sys.argv[1]
results = stix2validator.validate_file(file, stix2validator.ValidationOptions(version="2.1"))
with open(file, encoding="utf-8") as stream:
    # Without custom content: all that is not STIX must be in an extension.
    bundle = stix2.parse(stream.read(), allow_custom=False, version="2.1")
answer = {
    "valid": results.is_valid,
    "errors": [str(error) for result in results.object_results for error in result.errors],
    # A code such as {103} for each recommendation that is not followed.
    "warnings": sorted(
        {
            re.search(r"\{\d+\}", str(warning)).group()
            for result in results.object_results
            for warning in result.warnings
        }
    ),
    "objects": [json.loads(one.serialize()) for one in bundle.objects],
}
print(json.dumps(answer))
