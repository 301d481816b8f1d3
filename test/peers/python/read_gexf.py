"""Reads a GEXF file with networkx and prints, as JSON, what arrived."""

import json
import sys

import networkx

graph = networkx.read_gexf(sys.argv[1])
answer = {
    "directed": graph.is_directed(),
    "nodes": [{"id": node, **data} for node, data in graph.nodes(data=True)],
    "edges": [
        {"source": source, "target": target, **data}
        for source, target, data in graph.edges(data=True)
    ],
}
print(json.dumps(answer))
