"""Lets networkx write a graph as GEXF, several times. Usage: write.py graph.json; prints JSON."""

import json
import resource
import sys
import time

import networkx


def flat(attributes):
    """Values that it takes: what is a list or a map becomes text, and nothing is nothing."""
    texts = {}
    for key, value in attributes.items():
        if value is None or value == [] or key in ("x", "y", "size", "color"):
            continue
        texts[key] = json.dumps(value) if isinstance(value, (list, dict)) else value
    return texts


def look(attributes):
    color = attributes["color"]
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return {
        "color": {"r": red, "g": green, "b": blue, "a": 1.0},
        "size": attributes["size"],
        "position": {"x": attributes["x"], "y": attributes["y"], "z": 0.0},
    }


class Nowhere:
    def __init__(self):
        self.bytes = 0

    def write(self, text):
        self.bytes += len(text)


with open(sys.argv[1], encoding="utf8") as file:
    data = json.load(file)
graph = networkx.MultiDiGraph()
for node in data["nodes"]:
    attributes = node["attributes"]
    graph.add_node(node["key"], viz=look(attributes), **flat(attributes))
for edge in data["edges"]:
    graph.add_edge(edge["source"], edge["target"], edge["key"], **flat(edge["attributes"]))
del data

times = []
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
while len(times) < 5 and sum(times) < 60:
    target = Nowhere()
    began = time.process_time()
    networkx.write_gexf(graph, target)
    times.append(time.process_time() - began)
memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
print(json.dumps({"times": times, "bytes": target.bytes, "memory": memory}))
